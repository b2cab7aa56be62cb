"""Making a text as long as it may be: the least urgent rows go first, and are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list or a table."""

    text: str
    tells: int = 1
    """How many findings it tells of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of an issue."""

    title: str = ""
    intro: str = ""
    header: str = ""
    """Of a table; "" for a list."""
    rows: tuple[Row, ...]
    foot: str = ""
    is_folded: bool = False
    """In <details>, which GitHub shows closed."""
    dropped: int = 0
    """Findings whose rows did not fit."""


def fitted(top: str, sections: Sequence[Section], bottom: str, limit: int) -> str:
    """Top, sections and bottom within `limit` characters; the last sections' rows go first."""
    left = limit - _length(_joined(top, [_with_rows(section, 0) for section in sections], bottom))
    kept = []
    for section in sections:
        room = 0
        for row in section.rows:
            left -= _length(row.text) + 1
            if left < 0:
                break
            room += 1
        kept.append(_with_rows(section, room))
    return _joined(top, kept, bottom)


def _with_rows(section: Section, room: int) -> Section:
    dropped = sum(row.tells for row in section.rows[room:])
    return replace(section, rows=section.rows[:room], dropped=dropped)


def _joined(top: str, sections: Sequence[Section], bottom: str) -> str:
    parts = [top, *map(_text, sections), bottom]
    return "\n\n".join(part for part in parts if part) + "\n"


def _text(section: Section) -> str:
    total = sum(row.tells for row in section.rows) + section.dropped
    heading = f"{section.title} ({total})"
    body = "\n\n".join(filter(None, _body(section)))
    if section.is_folded:
        return f"<details><summary>{heading}</summary>\n\n{body}\n\n</details>"
    return f"### {heading}\n\n{body}" if section.title else body


def _body(section: Section) -> tuple[str, ...]:
    lines = [section.header, *(row.text for row in section.rows)] if section.rows else []
    dropped = f"… {section.dropped} more, left out for length." if section.dropped else ""
    return (section.intro, "\n".join(filter(None, lines)), dropped, section.foot)


def _length(text: str) -> int:
    """In UTF-16 units: an emoji counts as two, as JavaScript counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
