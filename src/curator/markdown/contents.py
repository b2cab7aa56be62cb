"""The table of contents: written where prose says `{contents}`, with the anchors of GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curator.catalogue import Catalogue, Section
from curator.markdown.escaping import inline_link
from curator.markdown.style import Style

PLACEHOLDER = "{contents}"
"""Alone on a line, at its beginning."""

_PICTURE = r"!\[[^\[\]]{0,300}\](?:\([^()\s]{0,1000}(?:\s\"[^\"]{0,300}\")?\)|\[[^\[\]]{0,100}\])"
_TAG = r"</?[a-zA-Z][^<>]{0,300}>"
_NO_TEXT = re.compile(rf"\[\s*{_PICTURE}\s*\]\([^()\s]{{0,1000}}\)|{_PICTURE}|{_TAG}")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{0,1000}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table of contents."""

    depth: int
    text: str
    """Inline Markdown."""
    anchor: str


def rows_of(catalogue: Catalogue, anchors: Iterable[str]) -> tuple[Row, ...]:
    """The whole table. `anchors`: of the title and then of every section, in order."""
    style = Style().over(catalogue.style)
    left = iter(anchors)
    top = _row(catalogue, next(left), 0)
    rows = [top] if style.contents_top else []
    walk = _Walk(left, int(style.contents_depth))
    listed = style.contents in ("all", "below")
    for section in catalogue.sections:
        is_below = section.style.get("level", style.level) != "1"
        depth = int(is_below and style.contents_top == "above")
        rows += walk.rows([section], 1, depth, listed=listed)
    return tuple(rows)


def print_contents(rows: Iterable[Row], style: Style) -> list[str]:
    bullet = style.contents_bullet or ("-" if style.bullet[0].isdigit() else style.bullet)
    marker = f"{bullet} "
    indent = style.contents_indent or " " * len(marker)
    return [
        f"{indent * row.depth}{marker}{inline_link(row.text, f'#{row.anchor}')}" for row in rows
    ]


def listed_text(title: str) -> str:
    """A heading as the table names it: without pictures, tags and links of its own."""
    return " ".join(_LINK.sub(r"\1", _NO_TEXT.sub("", title)).split())


@dataclass(frozen=True, slots=True)
class _Walk:
    """On its way through the sections."""

    anchors: Iterator[str]
    levels: int
    """So deep sections are listed."""

    def rows(
        self, sections: Sequence[Section], level: int, depth: int, *, listed: bool
    ) -> Iterator[Row]:
        """Of sections and those inside them; `listed`: where they don't say otherwise."""
        for section in sections:
            own, below = listing_of(section, listed=listed)
            row = _row(section, next(self.anchors), depth)
            is_row = own and level <= self.levels
            if is_row:
                yield row
            yield from self.rows(section.sections, level + 1, depth + is_row, listed=below)


def listing_of(section: Section, *, listed: bool) -> tuple[bool, bool]:
    """Whether the section is listed, and whether those inside it are."""
    word = section.style.get("contents", "all" if listed else "none")
    return word in ("all", "own"), word in ("all", "below")


def _row(holder: Section | Catalogue, anchor: str, depth: int) -> Row:
    text = str(holder.style.get("contents_title", "")) or listed_text(holder.title)
    return Row(depth=depth, text=text, anchor=str(holder.style.get("anchor", "")) or anchor)
