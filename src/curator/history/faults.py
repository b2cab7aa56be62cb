"""What SQLite and the file system say when a history can't be used, in words for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from curator.errors import CuratorError

_MOVE_AWAY = "move the file away and run curator check again: it starts a new history"
_WAIT = "wait until the other curator is done, or give this one a file of its own with --history"
_MAKE_ROOM = "make room on the disk and run curator check again: what was seen so far is kept"
_CHECK_RIGHTS = "check the folder and its rights, or choose another file with --history"

_FAULTS = {
    sqlite3.SQLITE_BUSY: ("another process is writing to the history", _WAIT),
    sqlite3.SQLITE_LOCKED: ("another process is writing to the history", _WAIT),
    sqlite3.SQLITE_FULL: ("the disk is full", _MAKE_ROOM),
    sqlite3.SQLITE_NOTADB: ("this is not a history of curator", _MOVE_AWAY),
    sqlite3.SQLITE_CORRUPT: ("the history is damaged", _MOVE_AWAY),
    sqlite3.SQLITE_READONLY: ("the history can't be written", _CHECK_RIGHTS),
    sqlite3.SQLITE_PERM: ("the history can't be written", _CHECK_RIGHTS),
    sqlite3.SQLITE_CANTOPEN: ("the history can't be opened", _CHECK_RIGHTS),
    sqlite3.SQLITE_IOERR: ("the history can't be read or written", _CHECK_RIGHTS),
}
"""By primary result code (https://www.sqlite.org/rescode.html)."""

_PRIMARY = 0xFF
"""An extended result code holds its primary one in the lowest byte."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn a fault of the file at `path` into a `CuratorError`; one of our SQL stays as it is."""
    try:
        yield
    except sqlite3.Error as error:
        fault = _FAULTS.get(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY)
        if fault is None:
            raise
        raise CuratorError(f"{path}: {fault[0]} ({error})", hint=fault[1]) from error
    except OSError as error:
        message = f"{path}: the history can't be opened ({error.strerror})"
        raise CuratorError(message, hint=_CHECK_RIGHTS) from error


def not_there(path: Path) -> CuratorError:
    return CuratorError(f"{path}: there is no history yet", hint="run curator check first")


def newer(path: Path, version: int) -> CuratorError:
    message = f"{path}: written by a later curator (history version {version})"
    return CuratorError(message, hint="update curator: pip install --upgrade curator-list")


def foreign(path: Path) -> CuratorError:
    message = f"{path}: an SQLite file of another program, not a history of curator"
    return CuratorError(message, hint="choose another file with --history")
