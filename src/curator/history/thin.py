"""Which evidence says nothing new: what a history may forget without changing a verdict."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from curator.evidence import Attempt, Evidence

_DAYS = 7
"""Days of one unbroken run of equal observations that are kept whole: more than a strike needs."""


def redundant(past: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What of one URL's evidence, oldest first, can go.

    Of a run of equal observations the first seven days on which it was seen stay, and its last
    evidence: so "since when" and every count of strikes up to seven stay as they were. Void
    evidence is no observation: it is not touched and ends no run.
    """
    seen = [evidence for evidence in past if not evidence.void]
    return tuple(goner for _, run in groupby(seen, _gist) for goner in _later_days(run))


def _later_days(run: Iterable[Evidence]) -> Iterator[Evidence]:
    *earlier, _last = run
    days = set()
    for evidence in earlier:
        days.add(evidence.at.date())
        if len(days) > _DAYS:
            yield evidence


def _gist(evidence: Evidence) -> Hashable:
    return tuple(_attempt_gist(attempt) for attempt in evidence.attempts)


def _attempt_gist(attempt: Attempt) -> Hashable:
    """All that was seen but the moments, the durations, and what changes on a living page."""
    return (
        tuple((hop.url, hop.status, hop.location, hop.via, hop.permanent) for hop in attempt.hops),
        attempt.failure and attempt.failure.cause,
        tuple((sign.name, sign.where) for sign in attempt.signs),
        attempt.page and (attempt.page.media_type, attempt.page.title, attempt.page.heading),
        attempt.record and replace(attempt.record, dates=(), detail=""),
    )
