"""The recipes of CONTRIBUTING.md name files, commands and options that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from curator.cli.main import cli
from curator.init import workflow

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CODE = re.findall(r"`([^`\n]+)`", TEXT)
PATHS = [each for each in CODE if re.match(r"(src|tests|docs|schema|\.github)/", each)]
COMMANDS = [each.removeprefix("curator ") for each in CODE if each.startswith("curator ")]


@pytest.mark.parametrize("path", sorted({path for path in PATHS if not re.search("[A-Z*]", path)}))
def test_the_files_it_names_exist(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_it_names_exist(command: str) -> None:
    name, *words = command.split()
    options = {option for each in cli.commands[name].params for option in each.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_the_command_for_our_workflow_writes_it() -> None:
    found = re.search(r'python -c "(.+)" > \.github/workflows/curator\.yml', TEXT)
    assert found
    done = subprocess.run([sys.executable, "-c", found[1]], capture_output=True, check=True)
    assert done.stdout.decode() == workflow(requirement=".", spread="curator")
