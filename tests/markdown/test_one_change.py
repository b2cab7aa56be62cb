"""One value of one entry is changed: its own lines of the list change, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from curator.catalogue import Catalogue, Entry, Item, Section, Table
from curator.markdown import read, write

LISTS = sorted((Path(__file__).parent / "lists").glob("*.md"))
MOST_LINES = 3
"""Of an entry's own paragraph, in these lists."""


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_change_stays_within_its_item(path: Path) -> None:
    catalogue = read(path.read_text(encoding="utf-8"), path.name)
    before = write(catalogue).split("\n")
    for entry in [placed.entry for placed in catalogue.entries() if placed.entry]:
        for changed in changes_of(entry, catalogue):
            after = write(with_other(catalogue, entry, changed)).split("\n")
            same = common(before, after)
            below = common(before[same:][::-1], after[same:][::-1])
            assert len(before) - same - below <= MOST_LINES, (entry.title, changed)


def changes_of(entry: Entry, catalogue: Catalogue) -> Iterator[Entry]:
    yield replace(entry, title="Another")
    if entry.url:
        yield replace(entry, url="https://new.example/x_(y)")
    if entry.resources:
        first, *others = entry.resources
        yield replace(entry, resources=(replace(first, url="https://new.example"), *others))
    note = "Other." if isinstance(entry.note, str) else ("Other.", *entry.note[1:])
    yield replace(entry, note=note)
    if catalogue.marks:
        yield replace(entry, marks=(next(iter(catalogue.marks)),))


def with_other(catalogue: Catalogue, old: Entry, new: Entry) -> Catalogue:
    sections = tuple(in_section(section, old, new) for section in catalogue.sections)
    return replace(catalogue, items=in_items(catalogue.items, old, new), sections=sections)


def in_section(section: Section, old: Entry, new: Entry) -> Section:
    sections = tuple(in_section(inner, old, new) for inner in section.sections)
    return replace(section, items=in_items(section.items, old, new), sections=sections)


def in_items(items: tuple[Item, ...], old: Entry, new: Entry) -> tuple[Item, ...]:
    return tuple(in_item(item, old, new) for item in items)


def in_item(item: Item, old: Entry, new: Entry) -> Item:
    if item is old:
        return new
    if isinstance(item, Entry) and item.items:
        return replace(item, items=in_items(item.items, old, new))
    if isinstance(item, Table):
        return replace(item, rows=tuple(new if row is old else row for row in item.rows))
    return item


def common(one: list[str], other: list[str]) -> int:
    """How many lines both begin with."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
