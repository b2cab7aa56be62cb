"""The place of a list inside a larger file: between two comment lines."""

from __future__ import annotations

from dataclasses import dataclass

from curator.errors import CuratorError
from curator.markdown.blocks import parse
from curator.markdown.source import Source, newline_of, source_of

BEGIN = "<!-- curator:begin -->"
END = "<!-- curator:end -->"
_HINT = f"put {BEGIN} and, below it, {END} on lines of their own, once each"


def has_markers(text: str) -> bool:
    """The text has a place for the list. Raises CuratorError for half a place, or two."""
    return _place(source_of(text)) is not None


def between_markers(text: str, rendered: str) -> str:
    """`text` with `rendered` between its markers, in its own line ends.

    Everything else stays as it is, the marker lines included; so does all of it when `rendered`
    is already there. Markers in code blocks are not looked at. Raises CuratorError when there is
    no place, when a marker is missing, or when `rendered` holds a marker itself.
    """
    source = source_of(text)
    place = _place(source)
    if place is None:
        raise CuratorError("the file has no place for the list", hint=_HINT)
    if _marker_lines(source_of(rendered)):
        raise CuratorError("the list itself holds a curator marker", hint="take it out of the list")
    newline = newline_of(text)
    body = newline.join(_trimmed(source_of(rendered)))
    head = text[: source.starts[place.begin + 1]]
    tail = text[source.starts[place.end] :]
    return f"{head}{newline}{body}{newline}{newline}{tail}" if body else f"{head}{tail}"


def marked(rendered: str) -> str:
    """A new file for the list, with markers around it; without, where its top is front matter."""
    if source_of(rendered).front:
        return rendered
    newline = newline_of(rendered)
    return between_markers(f"{BEGIN}{newline}{END}{newline}", rendered)


@dataclass(frozen=True, slots=True)
class _Place:
    begin: int
    """The line of each marker."""
    end: int


def _place(source: Source) -> _Place | None:
    found = _marker_lines(source)
    match [marker for _, marker in found]:
        case []:
            return None
        case [first, second] if (first, second) == (BEGIN, END):
            return _Place(found[0][0], found[1][0])
        case _:
            places = ", ".join(f"line {line + 1}: {marker}" for line, marker in found)
            raise CuratorError(f"the markers of the list don't match ({places})", hint=_HINT)


def _marker_lines(source: Source) -> list[tuple[int, str]]:
    """Lines that are markers and that Markdown takes for HTML."""
    if BEGIN not in source.text and END not in source.text:
        return []
    return [
        (line, source.lines[line].strip())
        for node in parse(source).nodes
        if node.kind == "html_block"
        for line in range(node.first, node.last)
        if source.lines[line].strip() in (BEGIN, END)
    ]


def _trimmed(source: Source) -> list[str]:
    return source.slice(0, len(source.lines))
