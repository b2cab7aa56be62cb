"""Another process that writes, reads, or is killed."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from curator.errors import CuratorError
from curator.history import History
from history.seen import URL, seen


class TestTwoAtOnce:
    def test_a_kill_loses_nothing_that_was_seen(self, path: Path) -> None:
        child = subprocess.Popen([sys.executable, "-c", _CHILD, path], stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"recorded\n"
        child.send_signal(signal.SIGKILL)
        child.communicate()
        with History.open(path) as history:
            assert len(history.load()) == 7

    def test_another_writer_is_waited_for(self, path: Path) -> None:
        other = _writing(path)
        timer = threading.Timer(0.05, other.commit)
        with History.open(path) as history:
            timer.start()
            history.record(seen())
            assert history.of(URL) == (seen(),)
        timer.join()
        other.close()

    def test_another_writer_that_stays_is_named(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("curator.history.store._PATIENCE", 0.01)
        other = _writing(path)
        with History.open(path) as history:
            with pytest.raises(CuratorError, match="another process") as caught:
                history.record(seen())
            assert "--history" in str(caught.value.hint)
            other.close()


_CHILD = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from curator.evidence import Evidence
from curator.history import History

history = History.open(Path(sys.argv[1]))
for number in range(7):
    url = f"https://a.example/{number}"
    history.record(Evidence(url=url, at=datetime(2026, 11, 23, tzinfo=UTC), attempts=()))
print("recorded", flush=True)
time.sleep(60)
"""


def _writing(path: Path) -> sqlite3.Connection:
    """Another process in the middle of a transaction."""
    History.open(path).close()
    other = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other
