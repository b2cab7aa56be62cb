"""What a run has to say, as values: findings, the links they are about, and the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from curator.catalogue import Location
from curator.errors import Problem
from curator.findings.rules import Level, RuleId
from curator.judge import Status, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A change that needs no judgement: replace `old` by `new` at the finding's location."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostWaiver:
    """A curator's reasoned exception to a rule on every link of a host."""

    host: str
    """Covers its subdomains too. A shell pattern covers the hosts that it fits; one with a scheme,
    such as `https://example.org/old/*`, the URLs."""
    rule: RuleId
    because: str
    until: date | None = None
    location: Location | None = field(default=None, compare=False)
    """Where it stands in `curator.toml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing about one entry that asks for a decision."""

    id: str
    """Stable across runs: of rule, entry and URL, never of the line."""
    rule: RuleId
    level: Level
    message: str
    """The sentence every reporter prints. May quote the network: escape it for its place."""
    url: str | None
    """As listed, with its fragment."""
    entry: str
    """Title of the entry, else of its section."""
    location: Location | None
    key: str = ""
    """What a person names the entry by on a command line; "" outside of entries."""
    since: date | None = None
    fix: Fix | None = None
    verdict: Verdict | None = None
    """The conclusion it rests on; None for what the list alone shows."""
    new: bool = False
    """Not in the last published report."""
    host: str = ""
    """Of a silent host: the finding speaks for all its links."""
    also: tuple[Finding, ...] = ()
    """Those that it speaks for beside its own, as they would be told alone."""

    @property
    def all(self) -> tuple[Finding, ...]:
        return (self, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One URL of the list with its verdict and every place it stands."""

    url: str
    """As listed, with its fragment."""
    verdict: Verdict
    replacement: str | None = None
    """For `moved`: what to write instead, with the fragment to keep."""
    places: tuple[Place, ...]
    also: tuple[Listed, ...] = ()
    """Told with it, because one host explains them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a URL is listed."""

    entry: str
    """Title of the entry, else of its section."""
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a run has to say. Reporters print it and decide nothing."""

    source: str
    """The catalogue's path, as the person named it."""
    generated_at: datetime
    links: tuple[Listed, ...]
    """In the order of the list, each URL once."""
    findings: tuple[Finding, ...]
    """Most urgent first."""
    recovered: tuple[Listed, ...] = ()
    """Links that the last published report called dead or failing, and that are alive; those of a
    host that was silent together."""
    problems: tuple[Problem, ...] = ()
    """What validation says about the list's own files."""
    interrupted: bool = False
    """Ctrl-C: some links were not asked."""
    void: bool = False
    """Nothing could be learnt: the network here is down."""
    strict: bool = False
    notes: tuple[str, ...] = ()
    """Sentences about the run itself: a fake-IP resolver, a proxy, an old history."""

    @property
    def needs_decision(self) -> bool:
        """There is an error or a warning: what the living issue is open for."""
        return any(finding.level is not Level.INFO for finding in self.findings)

    def by_status(self) -> Mapping[Status, int]:
        """How many links have each status, in the order of `Status`; none with zero."""
        counts = dict.fromkeys(Status, 0)
        for listed in self.links:
            counts[listed.verdict.status] += 1
        return {status: count for status, count in counts.items() if count}
