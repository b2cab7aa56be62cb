"""What findings follow from, and how one is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from curator.catalogue import Catalogue, Kind, Link, Location
from curator.findings.model import Finding, Fix, HostWaiver
from curator.findings.rules import RULES, RuleId
from curator.judge import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """All that the findings of a run follow from."""

    catalogue: Catalogue
    keys: Mapping[str, str]
    """Of each listed URL, its key in the history: reading a URL takes time."""
    repeats: Mapping[Location, Location]
    """Where an earlier recommendation is repeated, and where that one stands."""
    verdicts: Mapping[str, Verdict]
    """By those keys; a link without one is no part of the report."""
    today: date
    review: Mapping[Kind, int]
    """Days after which a person should look again; kinds without a policy are left out."""
    stale: Mapping[Kind, int]
    """Days after which a page's own date asks for a look; likewise."""
    hosts: tuple[HostWaiver, ...]

    def verdict_on(self, link: Link) -> Verdict | None:
        return self.verdicts.get(self.keys[link.url])


def finding(
    rule: RuleId,
    message: str,
    *,
    name: str,
    location: Location | None,
    key: str = "",
    url: str | None = None,
    since: date | None = None,
    fix: Fix | None = None,
    verdict: Verdict | None = None,
) -> Finding:
    """A finding that has its rule's level and no id yet: `build` numbers them all at once."""
    return Finding(
        id="",
        rule=rule,
        level=RULES[rule].level,
        message=message,
        url=url,
        entry=name,
        location=location,
        key=key,
        since=since,
        fix=fix,
        verdict=verdict,
    )
