"""Waivers: which findings a curator has excused, and which excuses have had their day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from datetime import date, timedelta

from curator import urls
from curator.catalogue import Waiver
from curator.findings.basis import Basis
from curator.findings.model import Finding, HostWaiver
from curator.findings.rules import RuleId
from curator.judge import Status, Verdict

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
    waiver: Waiver, fired: Set[str], verdicts: Sequence[Verdict], today: date
) -> tuple[RuleId, str] | None:
    """What is to be said of an entry's waiver: a rule and its sentence.

    `fired`: rules that the entry breaks, waived or not. `verdicts`: of all its links.
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


def _needless(waiver: Waiver, verdicts: Sequence[Verdict], today: date) -> bool:
    if waiver.rule not in _ABOUT_LINKS:
        return False
    return bool(verdicts) and all(_is_well(verdict, today) for verdict in verdicts)


def _is_well(verdict: Verdict, today: date) -> bool:
    well = verdict.status in (Status.ALIVE, Status.MOVED)
    return well and verdict.since is not None and today - verdict.since >= QUIET


def _covers(waiver: HostWaiver, finding: Finding) -> bool:
    if waiver.rule != finding.rule or finding.url is None:
        return False
    try:
        host = urls.host_key(finding.url)
    except urls.UnusableUrlError:
        return False
    covered = waiver.host.lower().rstrip(".")
    return host == covered or host.endswith(f".{covered}")


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
