"""How a doubt about a page adds up: points for each thing that was seen, a hundred prove it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from curator.probes.signs.clues import Weight

PROVEN: Final = 100
POINTS: Final = {Weight.PROOF: PROVEN, Weight.STRONG: 60, Weight.WEAK: 40}
"""One proof, two strong signs, or a strong and a weak one; weak ones alone prove nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One thing that was seen, and what it weighs."""

    name: str
    """Of a sign, or of what a comparison shows."""
    points: int
    """0: it speaks for the page, or was outweighed."""
    why: str
    """One line for people. May quote the network: escape it for its place."""


def total(weighed: Iterable[Weighed]) -> int:
    return sum(one.points for one in weighed)


def is_proven(weighed: Iterable[Weighed]) -> bool:
    """Is it enough? Only with something strong among it."""
    found = list(weighed)
    return total(found) >= PROVEN and any(one.points >= POINTS[Weight.STRONG] for one in found)
