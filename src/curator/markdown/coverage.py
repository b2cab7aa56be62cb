"""How much of a Markdown list became data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curator.catalogue import Block, Catalogue, Entry, Item, Location, Section, Table
from curator.markdown.links import links_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What import has to say about itself."""

    links_seen: int
    """Web links in the text, as GitHub's parser sees them."""
    links_found: int
    """Of these, links that the catalogue holds: always all."""
    links_structured: int
    """Links of entries: their URLs, resources and notes; the others stand in prose."""
    entries_structured: int
    """Entries, nested ones and table rows included."""
    verbatim: tuple[tuple[Location, str], ...]
    """Where items that resisted structure are kept as they stand, and why."""
    entries_verbatim: int
    """How many items with a link of their own these hold."""

    @property
    def share(self) -> float:
        """The part of all entries that is structured; 1 when there are none."""
        entries = self.entries_structured + self.entries_verbatim
        return self.entries_structured / entries if entries else 1.0


def coverage(text: str, catalogue: Catalogue) -> Coverage:
    """Compares a list with the catalogue that `read` made of it."""
    items = list(_items(catalogue))
    blocks = [item for item in items if isinstance(item, Block) and item.entries]
    placed = list(catalogue.walk())
    return Coverage(
        links_seen=len(links_in(text)),
        links_found=sum(len(one.links) for one in placed),
        links_structured=sum(len(one.links) for one in placed if one.entry is not None),
        entries_structured=sum(isinstance(item, Entry) for item in items),
        verbatim=tuple((block.location, block.because) for block in blocks if block.location),
        entries_verbatim=sum(block.entries for block in blocks),
    )


def _items(catalogue: Catalogue) -> Iterator[Item]:
    """Every item, nested ones and table rows included, in the order of the list."""
    yield from _below(catalogue.items)
    for section in catalogue.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[Item]:
    yield from _below(section.items)
    for inner in section.sections:
        yield from _of_section(inner)


def _below(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Entry):
            yield from _below(item.items)
        elif isinstance(item, Table):
            yield from item.rows
