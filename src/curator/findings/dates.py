"""Rules about days: what a page and an entry say of their own age."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import assert_never

from curator.catalogue import Entry, Kind
from curator.evidence import DateSource, PageDate


def stale(kind: Kind | None, activity: PageDate, today: date, limits: Mapping[Kind, int]) -> str:
    """Why the page is too old for its kind, as a sentence; "" when it is not, or may age."""
    if kind is None or kind not in limits or today - activity.day <= timedelta(limits[kind]):
        return ""
    what = "last changed" if activity.modified else "published"
    return (
        f"{what} {activity.day} by {_teller(activity.source)}, {_age(today - activity.day)} ago;"
        f" the limit for kind {kind} is {limits[kind]} days"
    )


def review_due(entry: Entry, today: date, every: Mapping[Kind, int]) -> date | None:
    """The day since when somebody should have looked at the entry; None when it is not due."""
    seen = entry.reviewed or entry.added
    days = entry.review_every or (every.get(entry.kind) if entry.kind else None)
    if seen is None or days is None:
        return None
    due = seen + timedelta(min(days, (date.max - seen).days))
    return due if due <= today else None


def _age(age: timedelta) -> str:
    if age.days < 60:
        return f"{age.days} days"
    if age.days < 730:
        return f"{age.days // 30} months"
    return f"{age.days // 365} years"


def _teller(source: DateSource) -> str:
    match source:
        case DateSource.API:
            return "the site's own API"
        case DateSource.JSON_LD:
            return "its JSON-LD"
        case DateSource.META:
            return "its <meta>"
        case DateSource.TIME:
            return "a <time> beside the title"
        case DateSource.LAST_MODIFIED:
            return "only the server's Last-Modified header, a weak witness"
        case _:
            assert_never(source)
