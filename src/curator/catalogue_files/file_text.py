"""One file's text, and how offsets in it become places for people."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from curator.catalogue import Location
from curator.errors import Problem, Severity

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """A file's text without its byte order mark, which neither editors nor places count."""

    path: str
    text: str
    line_starts: tuple[int, ...]
    """Lines end where editors end them; YAML 1.1 would also end one at U+0085 and U+2028."""

    @classmethod
    def of(cls, path: str, text: str) -> FileText:
        starts = (0, *(match.end() for match in _LINE_END.finditer(text)))
        return cls(path=path, text=text, line_starts=starts)

    def location(self, offset: int) -> Location:
        line = bisect_right(self.line_starts, offset)
        return Location(path=self.path, line=line, column=offset - self.line_starts[line - 1] + 1)

    def offset(self, location: Location) -> int | None:
        """The inverse of `location`; None when the file has no such place."""
        if not 1 <= location.line <= len(self.line_starts):
            return None
        start = self.line_starts[location.line - 1]
        length = self.line_end(start) - start
        return start + location.column - 1 if 1 <= location.column <= length + 1 else None

    def line_end(self, offset: int) -> int:
        """Where the line that holds `offset` ends, before its line end."""
        match = _LINE_END.search(self.text, offset)
        return match.start() if match else len(self.text)

    def line_break(self) -> str:
        """The file's own line end, by its first line."""
        match = _LINE_END.search(self.text)
        return match.group() if match else "\n"

    def error(self, offset: int, message: str) -> Problem:
        return self._problem(offset, Severity.ERROR, message)

    def _problem(self, offset: int, severity: Severity, message: str) -> Problem:
        place = self.location(offset)
        return Problem(
            path=place.path,
            line=place.line,
            column=place.column,
            severity=severity,
            message=message,
        )
