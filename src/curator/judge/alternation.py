"""Links that answer now and then: what a good answer takes away, and what it leaves.

A link alternates when it came back, in several checks or within one, and that was not longer ago
than the policy's `alternating.over`. Its cause's own strikes do not make it dead then: it needs the
weight of `alternating.count` strikes, and every good answer halves what the strikes before it
weigh. So what is bad half of the time stays failing, and what is bad nine times of ten is told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from curator.evidence import Attempt
from curator.judge.cases import Case, Sighting, case_of
from curator.judge.spacing import spaced
from curator.judge.verdict import Policy

_CERTAIN: Final = frozenset((Case.GONE, Case.MISSING, Case.SOFT, Case.PARKED, Case.DRIFTED))
"""Answers that contradict a good one of the same run; of others a second try is a cure."""

DEADLY: Final = _CERTAIN | {Case.TLS, Case.TROUBLE}
"""Cases that count towards death."""

TOLD_OF: Final = 10
"""Checks of which people are told how many were good, at the least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """The checks of late that say something of the link, good or bad, oldest first."""

    checks: tuple[Sighting, ...]

    @property
    def comebacks(self) -> int:
        """How often a good answer followed a bad one."""
        before = (None, *(check.case for check in self.checks))
        return sum(
            contradiction(check) is not None or case in DEADLY
            for case, check in zip(before, self.checks, strict=False)
            if check.case is Case.GOOD
        )

    @property
    def lately(self) -> tuple[Sighting, ...]:
        """The last ten, or as many as it takes to have a good and a bad one among them."""
        well = [_is_good(check) for check in self.checks]
        ill = [not _is_good(check) or contradiction(check) is not None for check in self.checks]
        reach = [found[::-1].index(True) + 1 for found in (well, ill) if any(found)]
        return self.checks[-max(TOLD_OF, *reach) :]


def turns(seen: Sequence[Sighting], policy: Policy) -> Turns | None:
    """What makes a link one that alternates; None of one that does not.

    While it answers, once is not enough: everything comes back once.
    """
    found = Turns(checks=_lately(seen, policy))
    is_back = _is_good(seen[-1]) and contradiction(seen[-1]) is None
    return found if found.comebacks > (1 if is_back else 0) else None


def is_spared(seen: Sequence[Sighting], policy: Policy) -> bool:
    """Whether a link whose last answer is bad has come back too lately to be called dead."""
    found = turns(seen, policy)
    return found is not None and _weight(found.checks, policy) < policy.alternating.count


def contradiction(sighting: Sighting) -> Sighting | None:
    """What the same run saw at the same address, when that was bad for certain."""
    if not _is_good(sighting):
        return None
    for attempt in sighting.evidence.attempts:
        if not attempt.hops:
            continue
        case = case_of(attempt)
        if case in _CERTAIN and _end(attempt) == _end(sighting.attempt):
            return Sighting(evidence=sighting.evidence, attempt=attempt, case=case)
    return None


def _end(attempt: Attempt) -> str:
    return attempt.hops[-1].url if attempt.hops else ""


def _lately(seen: Sequence[Sighting], policy: Policy) -> tuple[Sighting, ...]:
    """The good and the bad of `seen`, as far back as a comeback counts."""
    return tuple(
        one
        for one in seen
        if seen[-1].at - one.at <= policy.alternating.over and (one.case in DEADLY or _is_good(one))
    )


def _is_good(sighting: Sighting) -> bool:
    return sighting.case is Case.GOOD


def _weight(checks: Sequence[Sighting], policy: Policy) -> float:
    """Of all strikes: each halved by every good answer that came after it."""
    first = next((n for n, check in enumerate(checks) if check.case in DEADLY), len(checks))
    since = checks[first:]
    strikes = spaced([one for one in since if one.case in DEADLY], policy)
    good = [one.at for one in spaced([one for one in since if _is_good(one)], policy)]
    return sum(0.5 ** (len(good) - bisect_right(good, strike.at)) for strike in strikes)
