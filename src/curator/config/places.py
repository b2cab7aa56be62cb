"""Where the keys of a TOML text stand: the standard library's reader does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The tables, positions in arrays of tables, and the key that lead to a value."""

_PART = r"""(?:[A-Za-z0-9_-]{1,99}|"[^"\\\n]{0,99}"|'[^'\n]{0,99}')"""
_KEY = rf"{_PART}(?:[ \t]{{0,9}}\.[ \t]{{0,9}}{_PART}){{0,9}}"
_TABLE = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_KEY})[ \t]*\]")
_PAIR = re.compile(rf"[ \t]*({_KEY})[ \t]*=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a key stands in the file."""

    line: int
    """1-based."""
    column: int
    """1-based, in characters."""


def places(text: str) -> Mapping[Path, Place]:
    """Every key that starts a line, and every table's header, by its path.

    What looks like a key inside a text of several lines is told too, where it hides no real one.
    """
    found: dict[Path, Place] = {}
    for path, place in _keys(text):
        found.setdefault(path, place)
    return found


def nearest_place(known: Mapping[Path, Place], path: Path) -> Place:
    """Of the value, else of what it stands in: keys of inline tables have no line of their own."""
    for length in range(len(path), 0, -1):
        if place := known.get(path[:length]):
            return place
    return Place(line=1, column=1)


def _keys(text: str) -> Iterator[tuple[Path, Place]]:
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _TABLE.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield table, Place(line=number, column=header.start(2) + 1)
        elif pair := _PAIR.match(line):
            yield (*table, *_parts(pair[1])), Place(line=number, column=pair.start(1) + 1)


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))
