"""`curator` as a person would call it, in a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.kit import FAST, Curator, Site, serving
from curator.cli.main import cli
from curator.cli.surroundings import Surroundings


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as here:
        yield here


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with settings that need no waiting."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "curator.toml").write_text(FAST, encoding="utf-8")
    return tmp_path


@pytest.fixture
def curator(folder: Path) -> Curator:
    """`curator(*args)`: run a command in the folder, without a terminal."""

    def run(*args: str, environ: Mapping[str, str] | None = None) -> Result:
        surroundings = Surroundings(
            environ=environ or {}, is_terminal=lambda: False, talks_to_terminal=lambda: False
        )
        return CliRunner().invoke(cli, list(args), obj=surroundings, catch_exceptions=False)

    return run


@pytest.fixture
def process(folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """`process(*args)`: the same as a process of its own, for signals and pipes."""
    started: list[subprocess.Popen[str]] = []

    def start(*args: str) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [sys.executable, "-c", "from curator.cli import main; main()", *args],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        started.append(child)
        return child

    yield start
    for child in started:
        if child.poll() is None:
            child.send_signal(signal.SIGKILL)
        child.communicate()
