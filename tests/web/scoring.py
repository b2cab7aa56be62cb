"""How right a report is: each verdict against the person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from web.case import Case, Truth
from web.server import Web


class Mark(StrEnum):
    """How one verdict compares."""

    RIGHT = "right"  # what a person says
    TOLERATED = "tolerated"  # less than a person sees, and no harm done
    FALSE_DEAD = "false dead"  # a harmless link called dead, or put at level error
    FALSE_ALARM = "false alarm"  # a harmless link that asks for attention without need
    HARMFUL_MOVE = "harmful move"  # `moved` to where the list must not point
    MISSED = "missed"  # broken, and not said
    WRONG = "wrong"  # another kind of wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a report says about one link."""

    status: str
    level: str = ""
    """The highest level of its findings."""
    replacement: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One verdict and its mark."""

    case: Case
    seen: Seen
    mark: Mark
    wanted: str


SILENT = Seen(status="silent", reason="the report does not mention it")
_LEVELS = ("", "info", "warning", "error")
_FATAL = {"dead", "soft-404", "parked", "drifted", "invalid"}
_FINE = {"alive", "moved", "blocked", "gated", "skipped", "silent"}


def read_report(report: Mapping[str, Any]) -> dict[str, Seen]:
    """URL as listed to what a JSON report of curator says about it."""
    levels: dict[str, str] = {}
    for finding in report["findings"]:
        url = finding.get("url") or ""
        levels[url] = max(levels.get(url, ""), finding["level"], key=_LEVELS.index)
    return {
        link["url"]: Seen(
            status=link["status"],
            level=levels.get(link["url"], ""),
            replacement=link.get("replacement") or "",
            reason=link.get("reason") or "",
        )
        for link in report["links"]
    }


def score(web: Web, seen: Mapping[str, Seen], *, moment: str) -> Sequence[Scored]:
    """Marks for every link; `moment` is "first", "between" or "last"."""
    return [_scored(web, case, each, moment) for case, each in by_case(web, seen)]


def by_case(web: Web, seen: Mapping[str, Seen]) -> Iterator[tuple[Case, Seen]]:
    """What is said of each case; a page listed with several fragments may be reported once."""
    pages = {url.partition("#")[0]: each for url, each in reversed(list(seen.items()))}
    for case, url in web.links():
        yield case, seen.get(url) or pages.get(url.partition("#")[0], SILENT)


def tally(scored: Sequence[Scored]) -> Counter[Mark]:
    return Counter(each.mark for each in scored)


def _scored(web: Web, case: Case, seen: Seen, moment: str) -> Scored:
    right = case.says.last if moment == "last" else case.says.first
    if moment == "between":
        right |= case.says.last
    targets = web.fill(case, case.replacement or "").split()
    wanted = "/".join(sorted(right)) + (f" → {targets[0]}" if targets else "")
    mark = _mark(case, seen, right, targets, between=moment == "between")
    return Scored(case=case, seen=seen, mark=mark, wanted=wanted)


def _mark(
    case: Case, seen: Seen, right: frozenset[str], targets: Sequence[str], *, between: bool
) -> Mark:
    if case.harmless and (seen.status in _FATAL or seen.level == "error"):
        return Mark.FALSE_DEAD
    if seen.status == "moved" and seen.replacement not in targets:
        return Mark.HARMFUL_MOVE
    if seen.status in right:
        return Mark.RIGHT
    if between or seen.status in case.says.tolerated:
        return Mark.TOLERATED
    if case.harmless:
        return Mark.FALSE_ALARM
    return Mark.MISSED if seen.status in _FINE and case.truth is not Truth.TLS else Mark.WRONG
