"""When failing often enough, over long enough, is death."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from curator.judge.cases import Case, Sighting
from curator.judge.verdict import Policy, Strikes

_RANKS: Final = {
    Case.GONE: 0,
    Case.DRIFTED: 0,
    Case.MISSING: 1,
    Case.SOFT: 1,
    Case.PARKED: 1,
    Case.TLS: 2,
    Case.TROUBLE: 2,
}
"""How sure a cause is, the surest first; what is sure counts towards what is less so."""

DEADLY: Final = frozenset(_RANKS)
"""Cases that count towards death."""


def deciding(run: Sequence[Sighting], policy: Policy) -> Sighting | None:
    """The sighting that the sentence rests on, when `run` (oldest first) is enough for one."""
    for rank, needed in enumerate(_levels(policy)):
        counted = _spaced(_of_rank(run, rank), policy)
        if len(counted) >= needed.count and _span_is_over(counted, needed, policy):
            return _of_rank(run, rank)[-1]
    return None


def decides_on(run: Sequence[Sighting], policy: Policy) -> date | None:
    """The first day on which `run` can be enough, if nothing better is seen; None for never."""
    days = []
    for rank, needed in enumerate(_levels(policy)):
        counted = _spaced(_of_rank(run, rank), policy)
        if counted:
            missing = max(0, needed.count - len(counted))
            days.append(max(counted[0].at + needed.over, counted[-1].at + missing * policy.apart))
    return min(days).date() if days else None


def _levels(policy: Policy) -> tuple[Strikes, Strikes, Strikes]:
    return policy.gone, policy.missing, policy.trouble


def _of_rank(run: Sequence[Sighting], rank: int) -> list[Sighting]:
    return [one for one in run if _RANKS.get(one.case, 99) <= rank]


def _spaced(strikes: Sequence[Sighting], policy: Policy) -> list[Sighting]:
    """Those that count: each at least `apart` after the one counted before."""
    counted: list[Sighting] = []
    for strike in strikes:
        if not counted or strike.at - counted[-1].at >= policy.apart:
            counted.append(strike)
    return counted


def _span_is_over(counted: Sequence[Sighting], needed: Strikes, policy: Policy) -> bool:
    return counted[-1].at - counted[0].at >= needed.over - policy.slack
