"""What can go wrong outside the links: each error says where, what, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class CuratorError(Exception):
    """A fault of the surroundings or of the input; `cli` prints it and exits with `exit_code`.

    Message and hint start in lower case and end without a full stop, as a compiler's do.
    """

    exit_code = 2

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        """The next thing to do, as an instruction or a command: it follows "try:"."""


class Severity(StrEnum):
    """How much a problem of the catalogue matters."""

    ERROR = "error"  # the catalogue can't be used: exit 2
    WARNING = "warning"  # it can, and a person should look


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing wrong with the curator's own files, at its place."""

    path: str
    line: int
    """1-based; 0 when the whole file is meant."""
    column: int
    """1-based, in characters; 0 when the whole line is meant."""
    severity: Severity
    message: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.severity}: {self.message}"


class InvalidFileError(CuratorError):
    """A file of the curator's can't be used. Carries every problem found, not the first."""

    def __init__(self, problems: Sequence[Problem], *, hint: str | None = None) -> None:
        super().__init__("\n".join(str(problem) for problem in problems), hint=hint)
        self.problems = tuple(problems)


class InvalidCatalogueError(InvalidFileError):
    """The catalogue can't be used."""
