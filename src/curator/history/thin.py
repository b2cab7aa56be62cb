"""Which evidence says nothing new: what a history may forget without changing a verdict."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from curator.evidence import Attempt, Evidence
from curator.judge.cases import Case, sight

_DAYS = 7
"""Days of one unbroken run of equal observations that are kept whole: more than a strike needs."""
_SINCE_GOOD = 60
"""Checks since the last good one that are kept whole; of a link that is dead for years, the rest
is thinned too."""


def redundant(past: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What of one URL's evidence, oldest first, can go.

    The first evidence, the last good one and what was seen since stay, and what a person accepted.
    Of a run of equal observations before that, the first seven days on which it was seen stay, and
    its last evidence: so "since when" and every count of strikes stay as they were. Void evidence
    is no observation: it is not touched and ends no run.
    """
    seen = [evidence for evidence in past if not evidence.void]
    whole = frozenset(one.at for one in seen[_last_good(seen) :][:_SINCE_GOOD])
    return tuple(
        goner
        for _, run in groupby(seen, _gist)
        for goner in _later_days(list(run))
        if goner.at not in whole and not goner.accepted
    )


def _last_good(seen: Sequence[Evidence]) -> int:
    """Its place; 0 when there is none, so that all is since."""
    for place in range(len(seen) - 1, 0, -1):
        if seen[place].attempts and sight(seen[place]).case is Case.GOOD:
            return place
    return 0


def _later_days(run: Sequence[Evidence]) -> Iterator[Evidence]:
    days = set()
    for evidence in run[:-1]:
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
        attempt.sealed and (attempt.sealed.status, attempt.sealed.final_url),
    )
