"""Leaving out what is gone, with the reason, so that nothing is lost.

In a catalogue the entry stays in the data. From a Markdown list its lines go into the side file.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curator import catalogue_files, markdown, urls
from curator.catalogue import Location, Placed
from curator.errors import CuratorError
from curator.mending import Change, Texts
from curator.sources import Source


def retire(source: Source, named: str, on: date, because: str) -> tuple[Change, ...]:
    """What the files become without the entry of this id, URL or title.

    Where several entries have the URL, all of them go: the thing is gone. Raises CuratorError
    when there is no such entry, or when it can't go without changing what stands around it.
    """
    found = _find(source, named)
    texts = Texts(source)
    if source.is_folder:
        _keep_in_data(texts, source, found, on, because)
    else:
        _keep_beside(texts, source, found, on, because)
    first = found[0]
    return texts.changes(first.location.path, f"{first.title}: retired, because {because}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An entry, or an item that is kept as Markdown and has the URL."""

    title: str
    url: str | None
    location: Location
    sections: tuple[str, ...]
    is_entry: bool


def _keep_in_data(
    texts: Texts, source: Source, found: Sequence[_Found], on: date, because: str
) -> None:
    """`retired` into each entry, and the day into the catalogue's `updated`."""
    for one in _from_below(found):
        if not one.is_entry:
            raise CuratorError(
                f"{one.location}: stands in a block of Markdown, which can't be retired",
                hint="change the block by hand",
            )
        where = one.location.path
        texts.after[where] = catalogue_files.retire(texts.of(where), one.location, on, because)
    if source.catalogue.updated is not None and source.catalogue.updated < on:
        main = (source.path / catalogue_files.MAIN_FILE).as_posix()
        texts.after[main] = catalogue_files.set_updated(texts.of(main), on)


def _keep_beside(
    texts: Texts, source: Source, found: Sequence[_Found], on: date, because: str
) -> None:
    """The entries' lines out of the list and into the side file."""
    where = found[0].location.path
    kept: list[str] = []
    linked: list[str] = []
    for one in _from_below(found):
        cut = markdown.cut_item(texts.of(where), one.location)
        texts.after[where] = cut.text
        kept.insert(0, cut.markdown)
        linked = [*cut.urls, *linked]
    url = found[0].url or next(iter(linked), None)
    if url is None:
        raise CuratorError(
            f"{found[0].location}: has no link that the side file could name it by",
            hint="delete its lines",
        )
    side = catalogue_files.side_file_of(source.path).as_posix()
    before = texts.of(side) if Path(side).exists() else None
    texts.after[side] = catalogue_files.with_side_entry(
        before,
        side,
        source.name,
        {
            "url": url,
            "retired": {"on": str(on), "because": because},
            **({"section": " / ".join(found[0].sections)} if found[0].sections else {}),
            "markdown": "\n".join(kept),
        },
    )


def _from_below(found: Sequence[_Found]) -> list[_Found]:
    """So that places above stay true."""
    return sorted(
        found, key=lambda one: (one.location.path, one.location.line, one.location.column)
    )[::-1]


def _find(source: Source, named: str) -> list[_Found]:
    """The entry with this id or title, or all that have this URL."""
    catalogue = source.catalogue
    shown = list(catalogue.shown())
    entries = [placed for placed in shown if placed.entry is not None]
    exact = [placed for placed in entries if named in _names(placed)]
    found = [_entry(placed) for placed in exact] or _by_url(shown, named)
    if not found and source.side and (gone := source.side.retired(named)) and gone.retired:
        raise CuratorError(
            f"{gone.location}: retired on {gone.retired.on}, because {gone.retired.because}",
            hint="nothing is left to do; its lines stand there, to be put back",
        )
    if not found:
        raise CuratorError(f"no entry {named!r} in {catalogue.path}", hint=_near(named, entries))
    alike = {urls.identity(one.url) if one.url else one.title for one in found}
    if len(found) > 1 and (len(alike) > 1 or found[0].url is None):
        places = ", ".join(f"{one.url or one.title} at {one.location}" for one in found)
        raise CuratorError(f"several entries {named!r}: {places}", hint="name one by its URL")
    return found


def _names(placed: Placed) -> tuple[str | None, ...]:
    entry = placed.entry
    return (entry.id, entry.url, entry.title) if entry else ()


def _by_url(shown: Sequence[Placed], named: str) -> list[_Found]:
    """By another spelling of an entry's URL; else items that are kept as Markdown."""
    if urls.problem(named) is not None:
        return []
    wanted = urls.identity(named)
    entries = [
        _entry(placed)
        for placed in shown
        if placed.entry and placed.entry.url and urls.identity(placed.entry.url) == wanted
    ]
    return entries or [
        _Found(
            title=placed.name,
            url=link.url,
            location=link.location,
            sections=placed.sections,
            is_entry=False,
        )
        for placed in shown
        if placed.entry is None
        for link in placed.links
        if urls.identity(link.url) == wanted
    ]


def _entry(placed: Placed) -> _Found:
    entry = placed.entry
    assert entry is not None
    assert entry.location is not None
    return _Found(
        title=entry.title,
        url=entry.url,
        location=entry.location,
        sections=placed.sections,
        is_entry=True,
    )


def _near(named: str, entries: Sequence[Placed]) -> str:
    titles = [placed.entry.title for placed in entries if placed.entry]
    near = difflib.get_close_matches(named, titles, n=1)
    return f"did you mean {near[0]!r}?" if near else "name it by its id, URL or title"
