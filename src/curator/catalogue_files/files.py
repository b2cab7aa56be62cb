"""The bytes of one file of the catalogue, read with care."""

from __future__ import annotations

from pathlib import Path

from curator.catalogue_files.file_text import FileText
from curator.errors import Problem, Severity

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes."""


class UnreadableFileError(Exception):
    """A file that can't be taken as text. Carries why, at its place."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_file(path: Path) -> FileText:
    """The file as text; UnreadableFileError when it is missing, too large, or not UTF-8."""
    name = path.as_posix()
    try:
        if not path.is_file():
            raise _unreadable(name, "there is no such file" if not path.exists() else "not a file")
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _unreadable(name, f"can't be read: {error.strerror or error}") from error
    if len(raw) > LARGEST_FILE:
        raise _unreadable(name, f"larger than {LARGEST_FILE // 2**20} MB: split it into sections")
    try:
        return FileText.of(name, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _not_utf8(name, error) from error


def _not_utf8(name: str, error: UnicodeDecodeError) -> UnreadableFileError:
    # The codec counts from behind the byte order mark.
    read = error.object[: error.start].decode("utf-8", "replace")
    place = FileText.of(name, read).location(len(read))
    byte = error.object[error.start]
    message = f"not UTF-8 (byte 0x{byte:02x}): save the file as UTF-8"
    return _unreadable(name, message, place.line, place.column)


def _unreadable(name: str, message: str, line: int = 0, column: int = 0) -> UnreadableFileError:
    problem = Problem(path=name, line=line, column=column, severity=Severity.ERROR, message=message)
    return UnreadableFileError(problem)
