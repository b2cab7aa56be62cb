"""Rules on the list as a whole, wherever it was read from: ids, marks, duplicates, dates."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from curator import urls
from curator.catalogue import Catalogue, Entry, Holder, Link, Location
from curator.errors import Problem, Severity

Locate = Callable[[Holder, str], Location | None]
"""Where a part of the list has a value, named by its path of keys: "id", "marks/1", "retired/on".
The part's own location when the value's is unknown."""


def check_catalogue(
    catalogue: Catalogue, today: date, locate: Locate = lambda holder, _: holder.location
) -> tuple[Problem, ...]:
    """Everything wrong or odd with the list, in the order of its places."""
    found = (
        *_unknown_marks(catalogue, locate),
        *_duplicate_ids(catalogue, locate),
        *_unusable_urls(catalogue),
        *_duplicate_links(catalogue, today),
        *_future_days(catalogue, today, locate),
    )
    return tuple(sorted(found))


def newest_change(catalogue: Catalogue) -> tuple[date, Entry] | None:
    """The last day on which the list changed, by what its entries say, and the entry."""
    days = (
        (day, entry)
        for entry in _entries(catalogue)
        for day in (entry.added, entry.reviewed, entry.retired and entry.retired.on)
        if day
    )
    return max(days, key=lambda pair: pair[0], default=None)


def repeats(catalogue: Catalogue) -> Iterator[tuple[Entry, Link, Link]]:
    """Every link that recommends what an earlier entry does: its entry, it, and the earlier one.

    What an entry says twice itself (its name and its badge lead to one place) is no repeat, and
    of two entries that have several links in common one is told.
    """
    first: dict[str, tuple[int, Link]] = {}
    shown = (placed.entry for placed in catalogue.shown())
    for number, entry in enumerate(entry for entry in shown if entry):
        told: set[int] = {number}
        for link in entry.recommended:
            holder, earlier = first.setdefault(urls.identity(link.url), (number, link))
            if holder not in told:
                told.add(holder)
                yield entry, link, earlier


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be."""
    if len(word) > 40:
        return None
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)


def _unknown_marks(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    for entry in _entries(catalogue):
        for position, mark in enumerate(entry.marks):
            if mark not in catalogue.marks:
                where = locate(entry, f"marks/{position}")
                yield _problem(catalogue, where, Severity.ERROR, _unknown_mark(catalogue, mark))


def _unknown_mark(catalogue: Catalogue, mark: str) -> str:
    unknown = f"unknown mark {mark[:60]!r}"
    if meant := nearest(mark, catalogue.marks):
        return f"{unknown}: did you mean {meant!r}?"
    known = ", ".join(repr(name) for name in list(catalogue.marks)[:10]) or "none yet"
    return f"{unknown}: define it under 'marks' in catalogue.yaml (there are: {known})"


def _duplicate_ids(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in _entries(catalogue):
        if entry.id is None:
            continue
        earlier = first.setdefault(entry.id, entry)
        if earlier is not entry:
            where = locate(earlier, "id") or "another entry"
            message = f"the id {entry.id[:60]!r} is taken by {where}: choose another"
            yield _problem(catalogue, locate(entry, "id"), Severity.ERROR, message)


def _unusable_urls(catalogue: Catalogue) -> Iterator[Problem]:
    for placed in catalogue.walk():
        for link in placed.links:
            if reason := urls.problem(link.url):
                message = f"not a usable URL ({reason}): a check will call it invalid"
                yield _problem(catalogue, link.location, Severity.WARNING, message)


def _duplicate_links(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    for entry, link, earlier in repeats(catalogue):
        if not _waives(entry, "duplicate-link", today):
            spelt = "" if earlier.url == link.url else f" as {earlier.url}"
            message = f"also listed at {earlier.location}{spelt}: keep one of them"
            yield _problem(catalogue, link.location, Severity.WARNING, message)


def _future_days(catalogue: Catalogue, today: date, locate: Locate) -> Iterator[Problem]:
    for holder, name, day in _days(catalogue):
        if day is not None and day > today:
            key = name.rpartition("/")[2]
            message = f"{key!r} is {day}, which is still to come: correct the day"
            yield _problem(catalogue, locate(holder, name), Severity.WARNING, message)


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
