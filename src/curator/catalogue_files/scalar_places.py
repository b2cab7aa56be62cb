"""Where the characters of a scalar's value stand in the file.

Folding, indentation and chomping move only blanks and line ends, so the n-th visible character
of the value is the n-th visible one of the source, once escapes are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from curator.catalogue_files.nodes import Scalar

_BLANKS = " \t\n\r"
_WITHOUT_BLANKS = dict.fromkeys(map(ord, _BLANKS))
_HEX_LENGTHS = {"x": 2, "u": 4, "U": 8}
_BLANK_ESCAPES = frozenset(" \t\n\rtnr")
"""What stands after the backslash of an escape that means a blank, a line end or nothing."""
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Span:
    """Where one character of a value stands in the file."""

    start: int
    end: int


def offsets(text: str, scalar: Scalar, positions: Sequence[int]) -> Iterator[int]:
    """The file's offsets of visible characters of the value, given by position, ascending."""
    opening = 0 if scalar.style == "" else 1
    if not scalar.is_block and text.startswith(scalar.value, scalar.start + opening):
        yield from (scalar.start + opening + position for position in positions)
        return
    visible = spans(text, scalar)
    done = 0
    for position in positions:
        passed = len(scalar.value[done:position].translate(_WITHOUT_BLANKS))
        span = next(islice(visible, passed, None), None)
        yield span.start if span else scalar.start
        done = position + 1


def position_at(text: str, scalar: Scalar, offset: int) -> int | None:
    """The position in the value of the visible character at the file's `offset`, if one is."""
    visible = (place for place, char in enumerate(scalar.value) if char not in _BLANKS)
    places = zip(visible, spans(text, scalar), strict=False)
    return next((place for place, span in places if span.start == offset), None)


def span_of(text: str, scalar: Scalar, start: int, end: int) -> Span | None:
    """Where the visible text from `start` to `end` of the value stands in the file."""
    before = len(scalar.value[:start].translate(_WITHOUT_BLANKS))
    within = len(scalar.value[start:end].translate(_WITHOUT_BLANKS))
    taken = list(islice(spans(text, scalar), before, before + within))
    return Span(taken[0].start, taken[-1].end) if taken else None


def spans(text: str, scalar: Scalar) -> Iterator[Span]:
    """Of each visible character of the value, in order."""
    at, end = _body(text, scalar)
    while at < end:
        after = _unit_end(text, at, scalar.style)
        if text[at] not in _BLANKS and not _is_blank_escape(text, at, scalar.style):
            yield Span(at, after)
        at = after


def _body(text: str, scalar: Scalar) -> tuple[int, int]:
    if scalar.is_block:
        header_end = _LINE_END.search(text, scalar.start)
        return (header_end.end() if header_end else scalar.end), scalar.end
    if scalar.style:
        return scalar.start + 1, scalar.end - 1
    return scalar.start, scalar.end


def _unit_end(text: str, at: int, style: str) -> int:
    """Where the source of the one character that starts at `at` ends."""
    if style == "'" and text[at] == "'":
        return at + 2
    if style == '"' and text[at] == "\\":
        return at + 2 + _HEX_LENGTHS.get(text[at + 1], 0)
    return at + 1


def _is_blank_escape(text: str, at: int, style: str) -> bool:
    if style != '"' or text[at] != "\\":
        return False
    letter = text[at + 1]
    if letter in _HEX_LENGTHS:
        return chr(int(text[at + 2 : at + 2 + _HEX_LENGTHS[letter]], 16)) in _BLANKS
    return letter in _BLANK_ESCAPES or letter in _BLANKS
