"""What `--help` says, read as a newcomer reads it."""

from __future__ import annotations

import pytest

from cli.kit import Curator
from curator.cli.main import cli

COMMANDS = sorted(cli.commands)


def test_every_command_is_said_in_one_whole_line(curator: Curator) -> None:
    listed = curator("--help").stdout.partition("Commands:")[2]
    shown = [name for name in COMMANDS if not cli.commands[name].hidden]
    assert {line.split()[0] for line in listed.splitlines() if line.strip()} == set(shown)
    assert "..." not in listed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [each for each in cli.commands[name].params if each.param_type_name == "option"]
    assert [each.name for each in options if not (each.hidden or each.help)] == []
