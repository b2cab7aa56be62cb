"""Links of a list to its own headings that lead nowhere: a table of contents grown stale."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from curator import markdown
from curator.catalogue import Block, Catalogue, Entry, Item, Location, Section, Table
from curator.errors import Problem, Severity
from curator.markdown import Astray
from curator.sources import Source


def astray(source: Source) -> tuple[Problem, ...]:
    """A warning for each, at its place in a Markdown list, else at the section that has it."""
    catalogue, name = source.catalogue, source.name
    if source.is_folder:
        found = markdown.astray(markdown.write(catalogue))
        return tuple(_problem(one, _place_of(one.fragment, catalogue)) for one in found)
    found = markdown.astray(source.read(name), name)
    return tuple(_problem(one, one.location) for one in found)


def _problem(link: Astray, place: Location) -> Problem:
    meant = f": did you mean #{link.nearest}?" if link.nearest else ": correct it or take it out"
    return Problem(
        path=place.path,
        line=place.line,
        column=place.column,
        severity=Severity.WARNING,
        message=f"#{link.fragment[:80]} leads to no heading of this list{meant}",
    )


def _place_of(fragment: str, catalogue: Catalogue) -> Location:
    link = f"(#{fragment}"
    holders = (holder.location for holder, text in _prose(catalogue) if link in text)
    found = next((place for place in holders if place), catalogue.location)
    return found or Location(path=catalogue.path, line=0, column=0)


def _prose(catalogue: Catalogue) -> Iterator[tuple[Catalogue | Section | Item, str]]:
    """Every part of the list that may hold Markdown, in order."""
    yield catalogue, catalogue.preamble + catalogue.intro
    waiting: deque[Section | Item] = deque((*catalogue.items, *catalogue.sections))
    while waiting:
        match waiting.popleft():
            case Section() as section:
                yield section, section.title + section.intro
                waiting.extendleft(reversed((*section.items, *section.sections)))
            case Block() as block:
                yield block, block.markdown
            case Entry() as entry:
                yield entry, f"{entry.lead}{entry.title}{entry.note}{entry.fields}"
                waiting.extendleft(reversed(entry.items))
            case Table() as table:
                waiting.extendleft(reversed(table.rows))
