"""What is to be said of one link at one place: its verdict, its page's age, an earlier twin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from curator import urls
from curator.catalogue import Catalogue, Link, Location, Placed
from curator.catalogue_rules import repeats
from curator.evidence import Standing
from curator.findings import dates
from curator.findings.basis import Basis, finding
from curator.findings.listed import kind_of, replacement
from curator.findings.model import Finding, Fix
from curator.findings.rules import RuleId, rule_for
from curator.judge import Status, Verdict


def of_links(placed: Placed, basis: Basis) -> list[Finding]:
    """Everything about the links of one holder, waived or not."""
    return [
        found
        for link in placed.links
        for found in (
            *_of_verdict(placed, link, basis),
            *_of_age(placed, link, basis),
            *_of_fragment(placed, link, basis),
            *_of_record(placed, link, basis),
            *_of_twin(placed, link, basis),
        )
    ]


def repeats_of(catalogue: Catalogue) -> Mapping[Location, Location]:
    """Where an earlier recommendation is repeated, and where that one stands."""
    return {link.location: earlier.location for _, link, earlier in repeats(catalogue)}


_OF_THE_THING = frozenset((RuleId.STALE, RuleId.ARCHIVED, RuleId.MISSING_FRAGMENT))
"""What is said of the thing and not of the link: since when the link is so says nothing."""


def _of_verdict(placed: Placed, link: Link, basis: Basis) -> Iterator[Finding]:
    verdict = basis.verdict_on(link)
    rule = rule_for(verdict) if verdict else None
    if verdict and rule:
        fix = _fix(link, verdict) if verdict.status is Status.MOVED else None
        yield _about(rule, _sentence(verdict, fix), placed, link, verdict, fix)


def _sentence(verdict: Verdict, fix: Fix | None) -> str:
    reason = verdict.reason.removesuffix(".")
    if fix and fix.new not in reason:
        return f"{reason}; now at {fix.new}"
    if verdict.decides_on:
        return f"{reason}; dead if still so on {verdict.decides_on}"
    return reason


def _fix(link: Link, verdict: Verdict) -> Fix | None:
    new = replacement(link.url, verdict)
    return Fix(old=link.url, new=new) if new and new != link.url else None


def _of_age(placed: Placed, link: Link, basis: Basis) -> Iterator[Finding]:
    verdict = basis.verdict_on(link)
    if not placed.entry or not verdict or not verdict.activity:
        return
    if verdict.status not in (Status.ALIVE, Status.MOVED):
        return
    kind = kind_of(placed.entry, link.url)
    if sentence := dates.stale(kind, verdict.activity, basis.today, basis.stale):
        yield _about(RuleId.STALE, sentence, placed, link, verdict)


def _of_fragment(placed: Placed, link: Link, basis: Basis) -> Iterator[Finding]:
    verdict, fragment = basis.verdict_on(link), urls.fragment(link.url)
    if verdict and fragment in verdict.missing_fragments:
        yield _about(
            RuleId.MISSING_FRAGMENT,
            f"the page has no place called #{fragment}",
            placed,
            link,
            verdict,
        )


def _of_record(placed: Placed, link: Link, basis: Basis) -> Iterator[Finding]:
    """A repository is archived as a whole: said where it is recommended, not where it is named."""
    verdict = basis.verdict_on(link)
    record = verdict.record if verdict else None
    if not placed.entry or not record or not record.archived or record.standing != Standing.THERE:
        return
    if link.url in {one.url for one in placed.entry.recommended}:
        on = f" since {record.archived_on}" if record.archived_on else ""
        what = "withdrawn" if record.detail == "withdrawn" else "archived"
        yield _about(RuleId.ARCHIVED, f"{record.name} is {what}{on}", placed, link, verdict)


def _of_twin(placed: Placed, link: Link, basis: Basis) -> Iterator[Finding]:
    if first := basis.repeats.get(link.location):
        yield _about(RuleId.DUPLICATE_LINK, f"also listed at {first}", placed, link)


def _about(
    rule: RuleId,
    message: str,
    placed: Placed,
    link: Link,
    verdict: Verdict | None = None,
    fix: Fix | None = None,
) -> Finding:
    return finding(
        rule,
        message,
        name=placed.name,
        location=link.location,
        key=placed.entry.key if placed.entry else "",
        url=link.url,
        since=verdict.since if verdict and rule not in _OF_THE_THING else None,
        fix=fix,
        verdict=verdict,
    )
