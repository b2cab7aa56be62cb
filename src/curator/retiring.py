"""Leaving out what is gone, with the reason, so that nothing is lost.

In a catalogue the entry stays in the data. From a Markdown list its lines go into the side file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from curator import catalogue_files, markdown, urls
from curator.catalogue import Entry, Item, Location, Placed
from curator.catalogue_files import Value
from curator.errors import CuratorError
from curator.markdown import Cut
from curator.mending import Change, Texts
from curator.sources import Source


def retire(source: Source, named: Sequence[str], on: date, because: str) -> tuple[Change, ...]:
    """What the files become without the entries of these ids, URLs or titles.

    Where several entries have a URL, all of them go: the thing is gone. Raises CuratorError when
    there is no such entry, or when one can't go without changing what stands around it.
    """
    each = [_find(source, one) for one in named]
    things = list({found[0].location: found for found in each}.values())
    texts = Texts(source)
    if source.is_folder:
        _keep_in_data(texts, source, [one for found in things for one in found], on, because)
    else:
        _keep_beside(texts, source, things, on, because)
    told = (f"{found[0].title}: retired, because {because}" for found in things)
    *others, last = texts.changes(things[0][0].location.path, *told)
    return (*others, replace(last, left=tuple(_with_it(things))))


def _with_it(things: Sequence[Sequence[_Found]]) -> Iterator[str]:
    """What nests in an entry goes with it, and may be alive."""
    gone = {one.location for found in things for one in found}
    for found in things:
        below = {place for one in found for place in one.below} - gone
        if below:
            what = "an entry" if len(below) == 1 else f"{len(below)} entries"
            yield f"{found[0].title}: {what} below it would go with it"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An entry, or an item that is kept as Markdown and has the URL."""

    title: str
    url: str | None
    location: Location
    sections: tuple[str, ...]
    is_entry: bool
    below: tuple[Location, ...] = ()
    """Where the entries stand that nest in it."""


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
    texts: Texts, source: Source, things: Sequence[Sequence[_Found]], on: date, because: str
) -> None:
    """The entries' lines out of the list and into the side file."""
    list_ = source.path.as_posix()
    cuts: dict[Location, Cut] = {}
    done: set[int | None] = set()
    ordered = _from_below([one for found in things for one in found])
    begins = markdown.first_lines(texts.of(list_), [one.location for one in ordered])
    for one in ordered:
        if begins[one.location] in done:  # an item that has the URL twice
            continue
        done.add(begins[one.location])
        cuts[one.location] = markdown.cut_item(texts.of(list_), one.location)
        texts.after[list_] = cuts[one.location].text
    side = catalogue_files.side_file_of(source.path).as_posix()
    text = texts.of(side) if Path(side).exists() else None
    for found in things:
        own = [cuts[one.location] for one in found if one.location in cuts]
        text = catalogue_files.with_side_entry(
            text, side, source.name, _record(found, own, on, because)
        )
        texts.after[side] = text


def _record(
    found: Sequence[_Found], cuts: Sequence[Cut], on: date, because: str
) -> dict[str, Value]:
    """What the side file keeps of a thing."""
    url = found[0].url or next((url for cut in cuts for url in cut.urls), None)
    if url is None:
        raise CuratorError(
            f"{found[0].location}: has no link that the side file could name it by",
            hint="delete its lines",
        )
    sections = " / ".join(found[0].sections)
    return {
        "url": url,
        "retired": {"on": str(on), "because": because},
        **({"section": sections} if sections else {}),
        "markdown": "\n".join(cut.markdown for cut in cuts),
    }


def _from_below(found: Sequence[_Found]) -> list[_Found]:
    """Each once, so that places above stay true."""
    by_place = {one.location: one for one in found}
    return [by_place[place] for place in sorted(by_place, reverse=True)]


def _find(source: Source, named: str) -> list[_Found]:
    """The entry with this id or title, or all that have this URL."""
    catalogue = source.catalogue
    shown = list(catalogue.shown())
    entries = [placed for placed in shown if placed.entry is not None]
    exact = [placed for placed in entries if placed.entry and _is_called(placed.entry, named)]
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


def _is_called(entry: Entry, named: str) -> bool:
    return named in (entry.id, entry.title) or (
        entry.url == named and urls.problem(named) is not None
    )


def _by_url(shown: Sequence[Placed], named: str) -> list[_Found]:
    """Entries with this URL, however it is spelt; else items that are kept as Markdown."""
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
        below=tuple(_places(entry.items)),
    )


def _places(items: Sequence[Item]) -> Iterator[Location]:
    """Of the entries among the items and below them, without those that are retired already."""
    for item in items:
        if isinstance(item, Entry) and item.retired is None:
            yield from [item.location] if item.location else []
            yield from _places(item.items)


def _near(named: str, entries: Sequence[Placed]) -> str:
    titles = [placed.entry.title for placed in entries if placed.entry]
    near = difflib.get_close_matches(named, titles, n=1)
    return f"did you mean {near[0]!r}?" if near else "name it by its id, URL or title"
