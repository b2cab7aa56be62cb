"""Which pages a thinned history needs, so that others are compared with what they were before.

A page may become another step by step: no step is drift, and their sum would be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import datetime
from itertools import pairwise
from typing import Final

from curator.judge.cases import Case, Sighting
from curator.judge.drift import follows, is_all_new, is_another, is_base

_BY_COMPARISON: Final = frozenset((Case.DRIFTED, Case.TAKEN_OVER))


def with_compared(told: Sequence[Sighting], kept: Set[datetime]) -> set[datetime]:
    """`kept`, the moments of those that stay, and of those without which they would be judged
    otherwise; `told` was judged in light of the past.
    """
    more = {*kept, *(one.at for one in _between(told, kept))}
    more |= {one.at for one in _bases(told, more)}
    return more | {one.at for one in _named(told, more)}


def _between(told: Sequence[Sighting], kept: Set[datetime]) -> Iterator[Sighting]:
    """What lies between two other things that would be a page that is always new, side by side."""
    left: Sighting | None = None
    for before, one in pairwise(told):
        if before.at in kept:
            left = before
        others = left and left.case is one.case is Case.DRIFTED
        if left and left is not before and others and is_another(left, one):
            yield before
            left = before


def _bases(told: Sequence[Sighting], kept: Set[datetime]) -> Iterator[Sighting]:
    """Good pages that later ones are held against."""
    onset = _onset(told)
    last: Sighting | None = None
    base: Sighting | None = None
    for place, one in enumerate(told):
        if place == onset:
            yield from (told[place - 1], one)
        is_other = one.case in _BY_COMPARISON and one.at in kept
        is_restless = onset is not None and place > onset
        if last and (place == onset or is_other or _differs(one, base, is_restless=is_restless)):
            yield last
            base = last
        if is_base(one):
            last = one
            base = one if place == onset or one.at in kept else base
    if last:
        yield last


def _onset(told: Sequence[Sighting]) -> int | None:
    """From where on it is known that the page is always new; None when it is not."""
    last: Sighting | None = None
    for place, one in enumerate(told):
        if last and is_base(one) and (is_all_new(last, one) or _is_new_again(told, place, last)):
            return place
        last = one if is_base(one) else last
    return None


def _is_new_again(told: Sequence[Sighting], place: int, last: Sighting) -> bool:
    before, one = told[place - 1], told[place]
    is_other = not follows(last, one, is_restless=False)
    return is_other and before.case is Case.DRIFTED and is_another(before, one)


def _differs(one: Sighting, base: Sighting | None, *, is_restless: bool) -> bool:
    """Is it good, and would more or less be said of it with `base` as the last good one before?"""
    if one.case is not Case.GOOD:
        return False
    if base is None or not follows(base, one, is_restless=is_restless):
        return True
    return not is_restless and is_all_new(base, one)


def _named(told: Sequence[Sighting], kept: Set[datetime]) -> Iterator[Sighting]:
    """Whose record told the name before another took it, or would tell."""
    named: Sighting | None = None
    for one in told:
        if named and one.case in _BY_COMPARISON and one.at in kept:
            yield named
        if is_base(one) and one.attempt.record:
            named = one
    if named:
        yield named
