"""When failing often enough, over long enough, is death."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from curator.judge.alternation import is_spared
from curator.judge.cases import Case, Sighting
from curator.judge.spacing import spaced
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

_DAY: Final = timedelta(days=1)
_FAR: Final = 366
"""Days that are looked ahead."""


def deciding(seen: Sequence[Sighting], run: Sequence[Sighting], policy: Policy) -> Sighting | None:
    """The sighting that the sentence rests on, when `run` is enough for one.

    `run`: the end of `seen`, oldest first, that failed without a break.
    """
    for rank, needed in enumerate(_levels(policy)):
        strikes = _of_rank(run, rank)
        if strikes and _are_enough(strikes, needed, policy):
            return None if is_spared(seen, policy) else strikes[-1]
    return None


def decides_on(seen: Sequence[Sighting], run: Sequence[Sighting], policy: Policy) -> date | None:
    """The day on which daily checks that go on as the last one are enough; None for never.

    Never is also what takes longer than a year.
    """
    last = run[-1]
    if last.case not in _RANKS:
        return None
    days = min(
        _days_to(_of_rank(run, rank), needed, policy)
        for rank, needed in enumerate(_levels(policy))
        if rank >= _RANKS[last.case]
    )
    while days <= _FAR and is_spared((*seen, *_going_on(last, days)), policy):
        days += 1
    return (last.at + days * _DAY).date() if days <= _FAR else None


def _are_enough(strikes: Sequence[Sighting], needed: Strikes, policy: Policy) -> bool:
    span = strikes[-1].at - strikes[0].at
    return span >= needed.over - policy.slack and len(spaced(strikes, policy)) >= needed.count


def _days_to(strikes: Sequence[Sighting], needed: Strikes, policy: Policy) -> int:
    """Days of daily checks until `strikes`, and those to come, are what is `needed`."""
    counted, last = spaced(strikes, policy), strikes[-1]
    missing = needed.count - len(counted)
    first = max(1, _days(policy.apart - (last.at - counted[-1].at)))
    by_count = first + (missing - 1) * max(1, _days(policy.apart)) if missing > 0 else 0
    by_span = _days(needed.over - policy.slack - (last.at - strikes[0].at))
    return max(by_count, by_span)


def _days(span: timedelta) -> int:
    """Whole days, rounded up."""
    return -(-span // _DAY)


def _going_on(last: Sighting, days: int) -> list[Sighting]:
    """What daily checks would see that go on as the `last` one."""
    return [
        replace(last, evidence=replace(last.evidence, at=last.at + day * _DAY))
        for day in range(1, days + 1)
    ]


def _levels(policy: Policy) -> tuple[Strikes, Strikes, Strikes]:
    return policy.gone, policy.missing, policy.trouble


def _of_rank(run: Sequence[Sighting], rank: int) -> list[Sighting]:
    return [one for one in run if _RANKS.get(one.case, 99) <= rank]
