"""From a catalogue and its verdicts to the report of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from curator.catalogue import Catalogue, Kind
from curator.errors import Problem
from curator.findings.basis import Basis
from curator.findings.entries import findings
from curator.findings.hosts import returned_once, silent_hosts, told_once
from curator.findings.links import repeats_of
from curator.findings.listed import keys_of, listed
from curator.findings.model import Finding, HostWaiver, Listed, Report
from curator.findings.rules import RULES, Level, RuleId, rule_for
from curator.judge import Status, Verdict


def build(
    catalogue: Catalogue,
    verdicts: Mapping[str, Verdict],
    *,
    today: date,
    generated_at: datetime,
    problems: Sequence[Problem] = (),
    before: Mapping[str, Verdict] | None = None,
    review: Mapping[Kind, int] | None = None,
    stale: Mapping[Kind, int] | None = None,
    host_waivers: Sequence[HostWaiver] = (),
    interrupted: bool = False,
    void: bool = False,
    strict: bool = False,
    notes: Sequence[str] = (),
) -> Report:
    """The report of a run.

    `verdicts` are keyed as the history is (`urls.evidence_key`); a link without one is no part of
    the report. `before`: what the last published report rested on; without one nothing is new.
    `review` and `stale`: days for each kind that has a policy.
    """
    basis = Basis(
        catalogue=catalogue,
        keys=keys_of(catalogue),
        repeats=repeats_of(catalogue),
        verdicts=verdicts,
        today=today,
        review=review or {},
        stale=stale or {},
        hosts=tuple(host_waivers),
    )
    links = listed(catalogue, basis.keys, verdicts)
    recovered = [link for link in links if _has_recovered(link, before or {})]
    told = told_once(_marked_new(basis, before or {}), silent_hosts(verdicts.values()))
    return Report(
        source=catalogue.path,
        generated_at=generated_at,
        links=links,
        findings=_most_urgent_first(_with_ids_of_hosts(told)),
        recovered=tuple(returned_once(recovered, before or {})),
        problems=tuple(problems),
        interrupted=interrupted,
        void=void,
        strict=strict,
        notes=tuple(notes),
    )


def _marked_new(basis: Basis, before: Mapping[str, Verdict]) -> Iterator[Finding]:
    found = _numbered(findings(basis))
    if not before:
        return found
    known = {one.id for one in _numbered(findings(replace(basis, verdicts=before)))}
    return (replace(one, new=one.id not in known) for one in found)


def _numbered(found: Iterable[Finding]) -> Iterator[Finding]:
    """With ids; the same URL twice in one entry is told apart by its order."""
    seen: Counter[tuple[str, ...]] = Counter()
    for one in found:
        what = (one.rule, one.key or one.entry, one.url or "")
        yield replace(one, id=_id(*what, str(seen[what])))
        seen[what] += 1


def _with_ids_of_hosts(found: Iterable[Finding]) -> Iterator[Finding]:
    """Which of its links are listed does not change the id of a silent host."""
    for one in found:
        yield replace(one, id=_id(one.rule, one.host)) if one.host else one


def _id(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _most_urgent_first(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda one: _RANK[one.rule]))


_RANK = {rule: rank for rank, rule in enumerate(RULES)}


def _has_recovered(link: Listed, before: Mapping[str, Verdict]) -> bool:
    then = before.get(link.verdict.url)
    rule = rule_for(then) if then else None
    was_bad = rule in _TROUBLE
    return was_bad and link.verdict.status is Status.ALIVE


_TROUBLE = {rule.id for rule in RULES.values() if rule.level is Level.ERROR} | {
    RuleId.FAILING_LINK,
    RuleId.TLS_ERROR,
}
