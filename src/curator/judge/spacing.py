"""Checks that are too close together to be two."""

from __future__ import annotations

from collections.abc import Sequence

from curator.judge.cases import Sighting
from curator.judge.verdict import Policy


def spaced(checks: Sequence[Sighting], policy: Policy) -> list[Sighting]:
    """Those that count: each at least `apart` after the one counted before."""
    counted: list[Sighting] = []
    for check in checks:
        if not counted or check.at - counted[-1].at >= policy.apart:
            counted.append(check)
    return counted
