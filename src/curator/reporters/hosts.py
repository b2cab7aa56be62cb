"""Links told by their site: one line instead of forty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from curator.findings import Finding, Listed, host_of

_MOST_PLACES: Final = 10


def counted(links: Iterable[Listed]) -> tuple[tuple[str, int], ...]:
    """Sites with their number of links, most first."""
    counts = Counter(host_of(link.url) for link in links)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def places_of(findings: Sequence[Finding]) -> str:
    """Where they are, each file named once: "README.md:4, 12, other.md:3"; "" for none."""
    told: list[str] = []
    path = ""
    for place in [one.location for one in findings if one.location][:_MOST_PLACES]:
        told.append(str(place.line) if place.path == path else f"{place.path}:{place.line}")
        path = place.path
    rest = len(findings) - len(told)
    return ", ".join([*told, *([f"{rest} more"] if rest else [])])
