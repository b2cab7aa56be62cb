"""A Markdown file's own characters: lines, where they start, and places in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from curator.catalogue import Location

BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_FENCE = ("---", "...")
_YAML_KEY = re.compile(r"[\w-]+[ \t]*:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text as it stands in the file, cut into lines. Offsets count its characters."""

    text: str
    path: str
    lines: tuple[str, ...]
    """Without their ends, and without a byte order mark."""
    starts: tuple[int, ...]
    """The offset of each line's first character."""
    front: int
    """How many lines at the top are YAML front matter: no Markdown."""

    @property
    def markdown(self) -> str:
        """The text a Markdown parser is given: LF, front matter blanked, line for line the same."""
        return "\n".join(("",) * self.front + self.lines[self.front :])

    def line_of(self, offset: int) -> int:
        """The 0-based line an offset stands in."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def location(self, offset: int) -> Location:
        line = self.line_of(offset)
        return Location(path=self.path, line=line + 1, column=offset - self.starts[line] + 1)

    def offset(self, location: Location) -> int | None:
        """The inverse of `location`; None when the text has no such place."""
        line = location.line - 1
        if not 0 <= line < len(self.lines) or not 1 <= location.column <= len(self.lines[line]):
            return None
        return self.starts[line] + location.column - 1

    def slice(self, first: int, last: int) -> list[str]:
        """The lines [first, last) without blank ones at either end."""
        while first < last and not self.lines[first].strip():
            first += 1
        while first < last and not self.lines[last - 1].strip():
            last -= 1
        return list(self.lines[first:last])


def source_of(text: str, path: str = "") -> Source:
    """Cut as CommonMark cuts: at LF, CR LF and CR, and at nothing else."""
    lines: list[str] = []
    starts: list[int] = []
    at = len(BOM) if text.startswith(BOM) else 0
    for end in _LINE_END.finditer(text):
        starts.append(at)
        lines.append(text[at : end.start()])
        at = end.end()
    starts.append(at)
    lines.append(text[at:])
    return Source(
        text=text, path=path, lines=tuple(lines), starts=tuple(starts), front=_front_matter(lines)
    )


def newline_of(text: str) -> str:
    """The line end most lines have; LF when there is none."""
    crlf = text.count("\r\n")
    return "\r\n" if crlf > text.count("\n") - crlf else "\n"


def _front_matter(lines: list[str]) -> int:
    """The length of a YAML block between `---` lines at the very top, as site builders use it."""
    if lines[0].rstrip() != "---" or len(lines) < 2 or not _YAML_KEY.match(lines[1]):
        return 0
    closing = (i for i, line in enumerate(lines[1:], 2) if line.rstrip() in _FENCE)
    return next(closing, 0)
