"""What a history may forget: a year of daily checks says no more than a few dozen of them.

A verdict on what is left has the status, the day since when it is so and the day that decides of a
verdict on the whole, under every policy that looks back no further than what is kept here.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from curator.evidence import Evidence
from curator.history.comparable import with_compared
from curator.judge.alternation import DEADLY, TOLD_OF, contradiction
from curator.judge.cases import Case, Sighting, sight
from curator.judge.drift import in_light_of_the_past
from curator.judge.runs import says, unbroken, without_neutral_end

_LATELY: Final = timedelta(days=60)
"""Kept whole where there was trouble: twice what makes a link alternate (`Policy.alternating`), so
that what a report of the last month said can be told again."""
_DENSE: Final = 240
"""Checks in that time: four a day. Of more the latest are kept whole."""
_BEGINNING: Final = 60
"""Checks after the last good one, and of a run that lasts, that are kept whole: strikes."""
_TURNS: Final = 30
"""Older checks, at which something began or ended, that are kept."""


def redundant(past: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What of one URL's evidence, oldest first, can go.

    The first, the last ones, the last good one and what was seen since stay, with what a person
    accepted, and all of a time of trouble that has just been. Of what is older, the beginnings and
    ends stay of what was seen in a row. Void evidence goes when it is old.
    """
    told = list(in_light_of_the_past(sight(one) for one in past if one.attempts and not one.void))
    needed = _needed(told) if told else set()
    kept = needed | {one.at for one in past if one.accepted or _is_fresh_void(one, past[-1])}
    return tuple(one for one in past if one.at not in kept)


def _is_fresh_void(one: Evidence, last: Evidence) -> bool:
    return (one.void or not one.attempts) and last.at - one.at <= _LATELY


def _needed(told: Sequence[Sighting]) -> set[datetime]:
    kept = {told[0].at, told[-1].at, *(one.at for one in told if one.evidence.accepted)}
    for part in (_last(told), _of_late(told), _since_good(told), *_runs(told)):
        kept |= {one.at for one in part}
    turns = [one.at for one in _turns(told) if one.at not in kept]
    kept |= set(turns[-_TURNS:])
    return with_compared(told, kept)


def _last(told: Sequence[Sighting]) -> Sequence[Sighting]:
    """Those of which it may be told how many were good."""
    return [one for one in told if one.case is Case.GOOD or one.case in DEADLY][-TOLD_OF:]


def _of_late(told: Sequence[Sighting]) -> Sequence[Sighting]:
    """The last weeks before the last word, if anything in them was not good."""
    informed = without_neutral_end(told) or told
    late = [one for one in informed[-_DENSE:] if informed[-1].at - one.at <= _LATELY]
    return () if all(map(_is_well, late)) else late


def _is_well(one: Sighting) -> bool:
    return one.case is Case.GOOD and contradiction(one) is None


def _since_good(told: Sequence[Sighting]) -> Sequence[Sighting]:
    good = [place for place, one in enumerate(told) if one.case is Case.GOOD]
    return told[good[-1] :][: 1 + _BEGINNING] if good else ()


def _runs(told: Sequence[Sighting]) -> Iterator[Sequence[Sighting]]:
    """The beginnings of what may still go on, the last word and the neutral ones after it; and what
    stood before each.
    """
    url = told[0].evidence.url
    end = max(len(without_neutral_end(told)) - 1, 0)
    for word in {says(url, one) for one in told[end:]}:
        run = unbroken(url, told, word)
        yield run[: 1 if run[0].case is Case.GOOD else _BEGINNING]
        yield without_neutral_end(told[: told.index(run[0])])[-1:]


def _turns(told: Sequence[Sighting]) -> Iterator[Sighting]:
    """The first and the last of each row of sightings that say the same, in their order."""
    for _, group in groupby(told, _gist):
        row = list(group)
        yield row[0]
        yield from row[1:][-1:]


def _gist(one: Sighting) -> Hashable:
    """What a person would tell of it: no title, no moment, nothing that each page load changes."""
    attempt = one.attempt
    lost = tuple(it.name for it in attempt.page.anchors if not it.found) if attempt.page else ()
    return (
        one.case,
        says(one.evidence.url, one),
        tuple(hop.status for hop in attempt.hops),
        attempt.failure and attempt.failure.cause,
        attempt.record and (attempt.record.api, attempt.record.id),
        lost,
    )
