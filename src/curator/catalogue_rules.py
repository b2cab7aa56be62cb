"""Rules on the list as a whole, wherever it was read from: ids, marks, duplicates, dates."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from curator import urls
from curator.catalogue import Catalogue, Entry, Holder, Link, Location, Table
from curator.errors import Problem, Severity

Place = Callable[[Holder, str], Location | None]
"""Where a part of the list has something, such as ("marks/1"); the part's own place if unknown."""


def check_catalogue(
    catalogue: Catalogue, today: date, place: Place = lambda holder, _: holder.location
) -> tuple[Problem, ...]:
    """Everything wrong or odd with the list, in the order of its places."""
    found = (
        *_unknown_marks(catalogue, place),
        *_duplicate_ids(catalogue, place),
        *_links(catalogue, today),
        *_future_days(catalogue, today, place),
    )
    return tuple(sorted(found))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be."""
    if len(word) > 40:
        return None
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)


def _unknown_marks(catalogue: Catalogue, place: Place) -> Iterator[Problem]:
    for entry in _entries(catalogue):
        for position, mark in enumerate(entry.marks):
            if mark not in catalogue.marks:
                where = place(entry, f"marks/{position}")
                yield _problem(catalogue, where, Severity.ERROR, _unknown_mark(catalogue, mark))


def _unknown_mark(catalogue: Catalogue, mark: str) -> str:
    unknown = f"unknown mark {mark[:60]!r}"
    if meant := nearest(mark, catalogue.marks):
        return f"{unknown}: did you mean {meant!r}?"
    known = ", ".join(repr(name) for name in list(catalogue.marks)[:10]) or "none yet"
    return f"{unknown}: define it under 'marks' in catalogue.yaml (there are: {known})"


def _duplicate_ids(catalogue: Catalogue, place: Place) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in _entries(catalogue):
        if entry.id is None:
            continue
        earlier = first.setdefault(entry.id, entry)
        if earlier is not entry:
            where = place(earlier, "id") or "another entry"
            message = f"the id {entry.id[:60]!r} is taken by {where}: choose another"
            yield _problem(catalogue, place(entry, "id"), Severity.ERROR, message)


def _links(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Unusable URLs, and what is recommended twice."""
    first: dict[str, Link] = {}
    retired = set(_retired(catalogue))
    for placed in catalogue.walk():
        for link in placed.links:
            if reason := urls.problem(link.url):
                told = f"not a usable URL ({reason}): a check will call it invalid"
                yield _problem(catalogue, link.location, Severity.WARNING, told)
        if placed.entry and id(placed.entry) not in retired:
            for link, earlier in _repeated(placed.entry, first):
                if not _waives(placed.entry, "duplicate-link", today):
                    told = f"also listed at {earlier.location}: keep one of them"
                    yield _problem(catalogue, link.location, Severity.WARNING, told)


def _repeated(entry: Entry, first: dict[str, Link]) -> Iterator[tuple[Link, Link]]:
    """What the entry recommends that was recommended before, with the earlier link."""
    for link in _recommended(entry):
        earlier = first.setdefault(urls.identity(link.url), link)
        if earlier is not link:
            yield link, earlier


def _future_days(catalogue: Catalogue, today: date, place: Place) -> Iterator[Problem]:
    for holder, name, day in _days(catalogue):
        if day is not None and day > today:
            told = f"{name.rpartition('/')[2]!r} is {day}, which is still to come: correct the day"
            yield _problem(catalogue, place(holder, name), Severity.WARNING, told)


def _days(catalogue: Catalogue) -> Iterator[tuple[Holder, str, date | None]]:
    yield catalogue, "created", catalogue.created
    yield catalogue, "updated", catalogue.updated
    for entry in _entries(catalogue):
        yield entry, "added", entry.added
        yield entry, "published", entry.published
        yield entry, "reviewed", entry.reviewed
        if entry.retired:
            yield entry, "retired/on", entry.retired.on


def _entries(catalogue: Catalogue) -> Iterator[Entry]:
    return (placed.holder for placed in catalogue.walk() if isinstance(placed.holder, Entry))


def _retired(catalogue: Catalogue) -> Iterator[int]:
    """By `id`, the entries that are retired, and all that is nested in them."""
    waiting = [entry for entry in _entries(catalogue) if entry.retired]
    while waiting:
        entry = waiting.pop()
        yield id(entry)
        tables = (item.rows for item in entry.items if isinstance(item, Table))
        waiting.extend(item for item in entry.items if isinstance(item, Entry))
        waiting.extend(row for rows in tables for row in rows)


def _recommended(entry: Entry) -> Iterator[Link]:
    """The links that an entry stands for: its own and its resources', not its note's."""
    own = [url.strip() for url in (entry.url, *(each.url for each in entry.resources)) if url]
    for link in entry.links:
        if link.url in own:
            own.remove(link.url)
            yield link


def _waives(entry: Entry, rule: str, today: date) -> bool:
    return any(
        waiver.rule == rule and (waiver.until is None or waiver.until >= today)
        for waiver in entry.waivers
    )


def _problem(
    catalogue: Catalogue, where: Location | None, severity: Severity, message: str
) -> Problem:
    where = where or Location(path=catalogue.path, line=0, column=0)
    return Problem(
        path=where.path,
        line=where.line,
        column=where.column,
        severity=severity,
        message=message,
    )
