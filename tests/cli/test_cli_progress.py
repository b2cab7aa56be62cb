"""How far a check has come, on a terminal and in a log."""

from __future__ import annotations

import pytest

from curator.cli.progress import progress
from curator.crawl import Progress


def at(done: int, total: int, elapsed: float) -> Progress:
    return Progress(done=done, total=total, waiting=0, elapsed=elapsed)


def test_on_a_terminal_the_full_bar_stays(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(is_terminal=True, quiet=False, idle="idle") as say:
        say(at(0, 2, 0.0))
        say(at(2, 2, 4.0))
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("2/2")
    assert "0.5/s" in last


def test_in_a_log_a_line_stands_every_five_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(is_terminal=False, quiet=False, idle="idle") as say:
        for elapsed in range(12):
            say(at(elapsed, 12, float(elapsed)))
    assert capsys.readouterr().err == "asked 5 of 12 (1.0/s)\nasked 10 of 12 (1.0/s)\n"


@pytest.mark.parametrize("is_terminal", [True, False])
def test_nothing_to_ask_is_said(is_terminal: bool, capsys: pytest.CaptureFixture[str]) -> None:
    with progress(is_terminal=is_terminal, quiet=False, idle="idle") as say:
        say(at(0, 0, 0.0))
        say(at(0, 0, 0.1))
    assert capsys.readouterr().err == "idle\n"


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(is_terminal=True, quiet=True, idle="idle") as say:
        say(at(0, 0, 0.0))
        say(at(1, 2, 9.0))
    assert capsys.readouterr().err == ""
