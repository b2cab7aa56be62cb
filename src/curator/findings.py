"""Things that ask for a decision: rules, findings, and the report of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from curator.catalogue import Location
from curator.judge import Status, Verdict


class Level(StrEnum):
    """How much a finding asks for."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A change that needs no judgement: replace `old` by `new` at the finding's location."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing about one entry that asks for a decision."""

    id: str
    """Stable across runs: of rule, entry and URL, never of the line."""
    rule: str
    """A key of RULES."""
    level: Level
    message: str
    """The sentence every reporter prints. May quote the network: escape it for its place."""
    url: str | None
    """As listed, with its fragment."""
    entry: str
    """Title of the entry, else of its section."""
    location: Location | None
    since: date | None = None
    fix: Fix | None = None
    new: bool = False
    """Not in the last published report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One URL of the list with its verdict and every place it stands."""

    url: str
    """As first listed, with its fragment."""
    verdict: Verdict
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a URL is listed."""

    entry: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a run has to say. Reporters print it and decide nothing."""

    source: str
    """The catalogue's path, as the person named it."""
    generated_at: datetime
    links: tuple[Listed, ...]
    findings: tuple[Finding, ...]
    """Most urgent first."""
    recovered: tuple[Listed, ...] = ()
    """Links that the last published report called dead or failing, and that are alive."""
    interrupted: bool = False
    """Ctrl-C: some links were not asked."""
    void: bool = False
    """Nothing could be learnt: the network here is down."""
    strict: bool = False
    notes: tuple[str, ...] = ()
    """Sentences about the run itself: a fake-IP resolver, a proxy, an old history."""

    def by_status(self) -> Mapping[Status, int]:
        """How many links have each status, in the order of `Status`; none with zero."""
        counts = {status: 0 for status in Status}
        for listed in self.links:
            counts[listed.verdict.status] += 1
        return {status: count for status, count in counts.items() if count}
