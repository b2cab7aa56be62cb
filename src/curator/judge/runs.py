"""Unbroken runs: since when a link has said what it says last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from curator.judge.cases import Case, Sighting
from curator.judge.moves import replacement
from curator.judge.verdict import Policy, Status

NEUTRAL: Final = frozenset((Case.LIMITED, Case.KEPT_OFF, Case.OURS))
"""Neither for nor against a link: no strike, and no end to a run of them."""

PLAIN: Final = {
    Case.GATED: Status.GATED,
    Case.BLOCKED: Status.BLOCKED,
    Case.LIMITED: Status.BLOCKED,
    Case.KEPT_OFF: Status.BLOCKED,
    Case.UNSAFE: Status.UNSAFE,
    Case.INVALID: Status.INVALID,
    Case.TAKEN_OVER: Status.DRIFTED,
}
"""Cases that are what they are at first sight; all others but GOOD are failing until decided."""


def says(url: str, sighting: Sighting) -> str:
    """One word for it; of a page that moved, where it is now."""
    if sighting.case is Case.GOOD:
        return replacement(url, sighting.attempt) or Status.ALIVE
    return PLAIN.get(sighting.case, Status.FAILING)


def unbroken(url: str, seen: Sequence[Sighting], word: str) -> list[Sighting]:
    """The end of `seen` that says `word`, oldest first; neutral ones between them are left out."""
    run: list[Sighting] = []
    for sighting in reversed(seen):
        if says(url, sighting) == word:
            run.append(sighting)
        elif sighting.case not in NEUTRAL:
            break
    return run[::-1]


def comes_and_goes(url: str, seen: Sequence[Sighting], policy: Policy) -> bool:
    """Did a page that redirects lead elsewhere, or nowhere, after it had led where it does now?

    It did lately: as long as a comeback counts. What no redirect says does not come and go.
    """
    hops = seen[-1].attempt.hops
    if not hops or hops[0].location is None:
        return False
    lately = [one for one in seen if seen[-1].at - one.at <= policy.alternating.over]
    words = [says(url, one) for one in lately if one.case is Case.GOOD]
    others = [place for place, word in enumerate(words) if word != words[-1]]
    return bool(others) and words[-1] in words[: others[-1]]


def without_neutral_end(seen: Sequence[Sighting]) -> Sequence[Sighting]:
    """Up to the last that says something of the link; empty when nothing does."""
    end = len(seen)
    while end and seen[end - 1].case in NEUTRAL:
        end -= 1
    return seen[:end]
