"""A Markdown list together with its side file: one catalogue, and what names nothing in it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from curator import urls
from curator.catalogue import (
    Catalogue,
    Entry,
    Holder,
    Item,
    Link,
    Location,
    Resource,
    Section,
    Table,
    Waiver,
)
from curator.catalogue_files.side_file import SideEntry, SideFile
from curator.errors import Problem, Severity

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The list as if its entries said themselves what the side file says of them."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    places: dict[int, tuple[Entry, tuple[SideEntry, ...]]]

    def place(self, holder: Holder, name: str) -> Location | None:
        """Where a value of an entry stands in the side file; the entry's own place otherwise."""
        _, sides = self.places.get(id(holder), (holder, ()))
        found = (side.place(name) for side in sides)
        return next((place for place in found if place), holder.location)


def merge(catalogue: Catalogue, side: SideFile) -> Merged:
    """What the side file says, said by the entries whose links it names.

    A waiver holds for the whole entry that has the link, as one in a catalogue does; outside of
    entries, for the link. What else is said holds for the thing that stands at the URL.
    """
    merging = _Merging(side)
    if side.entries:
        catalogue = merging.catalogue(catalogue)
    problems = (*side.problems, *merging.unused(catalogue))
    return Merged(catalogue=catalogue, problems=problems, places=merging.places)


@dataclass(slots=True)
class _Merging:
    side: SideFile
    by_identity: dict[str, SideEntry] = field(init=False)
    used: dict[str, Link] = field(default_factory=dict)
    """By the side entry's URL, the first link it names."""
    places: dict[int, tuple[Entry, tuple[SideEntry, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_identity = {urls.identity(one.url): one for one in self.side.entries}

    def catalogue(self, catalogue: Catalogue) -> Catalogue:
        outside: dict[str, tuple[Waiver, ...]] = {}
        for placed in catalogue.walk():
            if placed.entry is None:
                outside |= {link.url: side.waivers for link, side in self._named(placed.links)}
        return replace(
            catalogue,
            items=self._items(catalogue.items),
            sections=tuple(map(self._section, catalogue.sections)),
            link_waivers={url: waivers for url, waivers in outside.items() if waivers},
        )

    def unused(self, catalogue: Catalogue) -> Iterator[Problem]:
        """Side entries that name nothing, and retired ones that name something."""
        listed: list[str] | None = None
        for one in self.side.entries:
            link = self.used.get(one.url)
            if link and one.retired:
                message = f"retired on {one.retired.on}, and still listed at {link.location}: "
                yield _warning(one, f"{message}take its lines out, or `retired` off")
            elif not link and not one.retired:
                listed = listed if listed is not None else _urls(catalogue)
                yield _warning(one, f"{catalogue.path} has no such link: {_advice(one, listed)}")

    def _section(self, section: Section) -> Section:
        return replace(
            section,
            items=self._items(section.items),
            sections=tuple(map(self._section, section.sections)),
        )

    def _items(self, items: Sequence[Item]) -> tuple[Item, ...]:
        return tuple(map(self._item, items))

    def _item(self, item: Item) -> Item:
        if isinstance(item, Entry):
            return self._entry(item)
        if isinstance(item, Table):
            rows = (self._entry(row) if isinstance(row, Entry) else row for row in item.rows)
            return replace(item, rows=tuple(rows))
        return item

    def _entry(self, entry: Entry) -> Entry:
        entry = replace(entry, items=self._items(entry.items)) if entry.items else entry
        sides = tuple({side.url: side for _, side in self._named(entry.links)}.values())
        if not sides:
            return entry
        about = [side for side in sides if _is_of(entry, side)]
        merged = replace(
            entry,
            kind=_first([side.kind for side in about], entry.kind),
            language=_first([side.language for side in about], entry.language),
            added=_first([side.added for side in about], entry.added),
            published=_first([side.published for side in about], entry.published),
            reviewed=_first([side.reviewed for side in about], entry.reviewed),
            review_every=_first([side.review_every for side in about], entry.review_every),
            waivers=tuple(waiver for side in sides for waiver in side.waivers),
            resources=tuple(self._resource(resource) for resource in entry.resources),
        )
        self.places[id(merged)] = (merged, sides)
        return merged

    def _resource(self, resource: Resource) -> Resource:
        side = self.by_identity.get(urls.identity(resource.url))
        if side is None:
            return resource
        return replace(
            resource,
            kind=side.kind or resource.kind,
            language=side.language or resource.language,
        )

    def _named(self, links: Iterable[Link]) -> Iterator[tuple[Link, SideEntry]]:
        for link in links:
            if side := self.by_identity.get(urls.identity(link.url)):
                self.used.setdefault(side.url, link)
                yield link, side


def _is_of(entry: Entry, side: SideEntry) -> bool:
    """Is it the entry itself that stands at the URL, and not a resource beside it?"""
    own = [entry.url] if entry.url else [resource.url for resource in entry.resources]
    return urls.identity(side.url) in map(urls.identity, own)


def _first(values: Iterable[_T | None], otherwise: _T | None) -> _T | None:
    return next((value for value in values if value is not None), otherwise)


def _urls(catalogue: Catalogue) -> list[str]:
    return [link.url for placed in catalogue.walk() for link in placed.links]


def _advice(one: SideEntry, listed: Sequence[str]) -> str:
    page = urls.evidence_key(one.url)
    near = [url for url in listed if urls.evidence_key(url) == page]  # but for the fragment
    near = near or difflib.get_close_matches(one.url, listed, n=1, cutoff=0.8)
    return f"did you mean {near[0]}?" if near else "correct the URL, or take the entry out"


def _warning(one: SideEntry, message: str) -> Problem:
    return Problem(
        path=one.location.path,
        line=one.location.line,
        column=one.location.column,
        severity=Severity.WARNING,
        message=message,
    )
