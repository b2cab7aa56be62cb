"""All behaviours, and which of them make sense in which web."""

from __future__ import annotations

from collections.abc import Iterable

from web import (
    absent,
    answers,
    challenges,
    decoys,
    destinations,
    false_moves,
    look_alikes,
    manners,
    moved,
    parked,
    reachable,
    redirects,
    secure,
    sites,
    soft,
    taken_over,
    time_passes,
    traps,
    walls,
    wire,
)
from web.case import Case

CASES: tuple[Case, ...] = (
    *answers.CASES,
    *moved.CASES,
    *redirects.CASES,
    *walls.CASES,
    *traps.CASES,
    *false_moves.CASES,
    *destinations.CASES,
    *soft.CASES,
    *challenges.CASES,
    *parked.CASES,
    *taken_over.CASES,
    *decoys.CASES,
    *absent.CASES,
    *look_alikes.CASES,
    *wire.CASES,
    *time_passes.CASES,
    *secure.CASES,
    *reachable.CASES,
    *sites.CASES,
    *manners.CASES,
)


def by_address(cases: Iterable[Case] = CASES) -> tuple[Case, ...]:
    """Those that work on bare loopback addresses."""
    return tuple(case for case in cases if not (case.names or case.sealed))


def by_name(cases: Iterable[Case] = CASES) -> tuple[Case, ...]:
    """All: names that the web's own name server knows."""
    return tuple(cases)


def by_proxy(cases: Iterable[Case] = CASES) -> tuple[Case, ...]:
    """Those that work through a proxy."""
    return tuple(case for case in cases if not (case.addresses or case.sealed))
