"""A Markdown list on its way to data, with what its side file knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from curator import markdown
from curator.catalogue import Catalogue, Entry, Retired, Section
from curator.catalogue_files.side_file import SideEntry, SideFile
from curator.catalogue_files.side_merge import merge


def carried_over(catalogue: Catalogue, side: SideFile) -> Catalogue:
    """The list with all that the side file says of its entries, and the retired ones put back,
    each at the end of the section it stood in."""
    merged = merge(catalogue, side).catalogue
    for one in side.entries:
        if one.retired:
            merged = _with_retired(merged, one, one.retired)
    return merged


def _with_retired(catalogue: Catalogue, side: SideEntry, retired: Retired) -> Catalogue:
    entries = tuple(
        replace(
            entry,
            retired=retired,
            kind=side.kind,
            language=side.language,
            added=side.added,
            published=side.published,
            reviewed=side.reviewed,
            review_every=side.review_every,
            waivers=side.waivers,
        )
        for entry in _entries(side)
    )
    headings = tuple((side.view.text("section") or "").split(" / "))
    sections, found = _into(catalogue.sections, headings, entries)
    if found:
        return replace(catalogue, sections=sections)
    return replace(catalogue, items=(*catalogue.items, *entries))


def _entries(side: SideEntry) -> Iterator[Entry]:
    """What its lines said; a table's row, which says nothing alone, as a note."""
    lines = side.view.text("markdown") or ""
    entries = [item for item in markdown.read(lines, "").items if isinstance(item, Entry)]
    yield from entries or [Entry(title=side.url, url=side.url, note=" ".join(lines.split()))]


def _into(
    sections: tuple[Section, ...], headings: tuple[str, ...], entries: tuple[Entry, ...]
) -> tuple[tuple[Section, ...], bool]:
    """The sections with the entries in the one below these headings, if there is one."""
    for place, section in enumerate(sections):
        if section.title != headings[0]:
            continue
        inner, found = section.sections, False
        if len(headings) > 1:
            inner, found = _into(section.sections, headings[1:], entries)
        else:
            section, found = replace(section, items=(*section.items, *entries)), True
        if found:
            changed = replace(section, sections=inner)
            return (*sections[:place], changed, *sections[place + 1 :]), True
    return sections, False
