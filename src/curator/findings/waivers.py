"""Waivers: which findings a curator has excused, and which excuses have had their day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from fnmatch import fnmatchcase
from types import MappingProxyType

from curator import urls
from curator.catalogue import Waiver
from curator.findings.basis import Basis, finding
from curator.findings.model import Finding, HostWaiver
from curator.findings.rules import RuleId
from curator.judge import Status, Verdict

NOT_FOR_HOSTS: Mapping[RuleId, str] = MappingProxyType(
    {
        RuleId.INVALID_URL: "such a link has no host that can be read; write it into the entry",
        RuleId.REVIEW_DUE: "it is about entries and not about links; write it into the entry",
        RuleId.UPDATED_DATE: "it is about the list itself; correct its date",
        RuleId.WAIVER_EXPIRED: "it is about waivers; give the one that ended a later end",
        RuleId.WAIVER_UNNEEDED: "it is about waivers; delete the one that is not needed",
    }
)
"""Rules that no waiver for a host can set aside, and why not."""

QUIET = timedelta(days=30)
"""How long an entry's links must be well before its waiver is called unneeded: sites flap."""


def without_waived(
    findings: Iterable[Finding], waivers: Sequence[Waiver], basis: Basis
) -> list[Finding]:
    """The findings of one entry that no waiver in force covers, its own or its host's."""
    excused = {waiver.rule for waiver in waivers if _in_force(waiver, basis.today)}
    of_hosts = [waiver for waiver in basis.hosts if _in_force(waiver, basis.today)]
    return [
        finding
        for finding in findings
        if finding.rule not in excused and not any(_covers(waiver, finding) for waiver in of_hosts)
    ]


def _in_force(waiver: Waiver | HostWaiver, today: date) -> bool:
    """The last day counts."""
    return waiver.until is None or today <= waiver.until


def about(
    waiver: Waiver | HostWaiver, fired: Set[str], verdicts: Sequence[Verdict], today: date
) -> tuple[RuleId, str] | None:
    """What is to be said of a waiver: a rule and its sentence.

    `fired`: rules that are broken where it holds, waived or not. `verdicts`: of all links there.
    """
    if waiver.rule in fired:
        if _in_force(waiver, today):
            return None
        return (
            RuleId.WAIVER_EXPIRED,
            f"the waiver of {waiver.rule} ended {waiver.until}: {waiver.because}",
        )
    if not _in_force(waiver, today) or _needless(waiver, verdicts, today):
        return RuleId.WAIVER_UNNEEDED, f"no {waiver.rule} here any more: {waiver.because}"
    return None


def _needless(waiver: Waiver | HostWaiver, verdicts: Sequence[Verdict], today: date) -> bool:
    if waiver.rule not in _ABOUT_LINKS:
        return False
    return bool(verdicts) and all(_is_well(verdict, today) for verdict in verdicts)


def _is_well(verdict: Verdict, today: date) -> bool:
    well = verdict.status in (Status.ALIVE, Status.MOVED)
    return well and verdict.since is not None and today - verdict.since >= QUIET


def about_hosts(
    found: Sequence[Finding], links: Mapping[str, Verdict], basis: Basis
) -> Iterator[Finding]:
    """What is to be said of the waivers for hosts, each at its place.

    `found`: everything that rules say of links, waived or not. `links`: every URL as listed, with
    its verdict.
    """
    for waiver in basis.hosts:
        fired = {one.rule for one in found if _covers(waiver, one)}
        covered = [verdict for url, verdict in links.items() if covers(waiver, url)]
        said = about(waiver, fired, covered, basis.today)
        if said is None and not covered:
            said = RuleId.WAIVER_UNNEEDED, f"the list has no link there: {waiver.because}"
        if said:
            rule, message = said
            yield finding(
                rule, message, name=waiver.host, location=waiver.location, key=waiver.host
            )


def covers(waiver: HostWaiver, url: str) -> bool:
    """Is `url`, as listed, one that the waiver is for?"""
    try:
        host = urls.host_key(url)
    except urls.UnusableUrlError:
        return False
    covered = waiver.host.lower().rstrip(".")
    if "://" in covered:
        return fnmatchcase(url.lower(), covered)
    if any(char in covered for char in "*?["):
        return fnmatchcase(host, covered)
    return host == covered or host.endswith(f".{covered}")


def _covers(waiver: HostWaiver, found: Finding) -> bool:
    return waiver.rule == found.rule and found.url is not None and covers(waiver, found.url)


_ABOUT_LINKS = frozenset(
    {
        RuleId.DEAD_LINK,
        RuleId.SOFT_404,
        RuleId.PARKED,
        RuleId.DRIFTED,
        RuleId.INVALID_URL,
        RuleId.UNSAFE_LINK,
        RuleId.FAILING_LINK,
        RuleId.TLS_ERROR,
        RuleId.MOVED_LINK,
        RuleId.COSMETIC_REDIRECT,
    }
)
"""What a link's own answer settles. Dates are left out: that a page shows none proves nothing."""
