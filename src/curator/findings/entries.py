"""What is to be said of entries and of the list: waivers weighed, reviews due, its own date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curator.catalogue import Entry, Placed
from curator.catalogue_rules import newest_change
from curator.findings import dates, waivers
from curator.findings.basis import Basis, finding
from curator.findings.links import of_links
from curator.findings.model import Finding
from curator.findings.rules import RuleId

_REVIEWS_TOLD_APART = 3
"""Entries of one section that are due for review; more become one finding."""


def findings(basis: Basis) -> Iterator[Finding]:
    """Everything there is to say, in the order of the list."""
    every: list[Finding] = []
    for placed in basis.catalogue.shown():
        found = of_links(placed, basis)
        every += found
        yield from _of_holder(placed, found, basis)
    yield from _reviews(basis)
    yield from _updated(basis)
    yield from _of_hosts(every, basis)


def _of_hosts(found: Sequence[Finding], basis: Basis) -> Iterator[Finding]:
    if not basis.hosts:
        return
    links = [link for placed in basis.catalogue.shown() for link in placed.links]
    told = {link.url: verdict for link in links if (verdict := basis.verdict_on(link))}
    yield from waivers.about_hosts(found, told, basis)


def _of_holder(placed: Placed, found: list[Finding], basis: Basis) -> Iterator[Finding]:
    entry = placed.entry
    if entry is None:
        yield from _outside_entries(found, placed, basis)
        return
    yield from waivers.without_waived(found, entry.waivers, basis)
    fired = {one.rule for one in found}
    if _review(entry, basis):
        fired.add(RuleId.REVIEW_DUE)
    verdicts = [verdict for link in placed.links if (verdict := basis.verdict_on(link))]
    for waiver in entry.waivers:
        if said := waivers.about(waiver, fired, verdicts, basis.today):
            rule, message = said
            yield _of_entry(rule, message, entry)


def _outside_entries(found: list[Finding], placed: Placed, basis: Basis) -> Iterator[Finding]:
    """A side file's waivers may name links that stand in prose."""
    of_links = basis.catalogue.link_waivers
    for one in found:
        yield from waivers.without_waived([one], of_links.get(one.url or "", ()), basis)
    for link in placed.links:
        verdict = basis.verdict_on(link)
        fired = {one.rule for one in found if one.url == link.url}
        for waiver in of_links.get(link.url, ()):
            if said := waivers.about(waiver, fired, [verdict] if verdict else [], basis.today):
                yield finding(
                    said[0], said[1], name=placed.name, location=link.location, url=link.url
                )


def _reviews(basis: Basis) -> Iterator[Finding]:
    due: dict[tuple[str, ...], list[Finding]] = {}
    for placed in basis.catalogue.shown():
        found = _review(placed.entry, basis) if placed.entry else None
        if placed.entry and found:
            kept = waivers.without_waived([found], placed.entry.waivers, basis)
            due.setdefault(placed.sections, []).extend(kept)
    for sections, of_section in due.items():
        if len(of_section) > _REVIEWS_TOLD_APART:
            yield _folded(sections, of_section)
        else:
            yield from of_section


def _review(entry: Entry, basis: Basis) -> Finding | None:
    due = dates.review_due(entry, basis.today, basis.review)
    if due is None:
        return None
    looked = f"last reviewed {entry.reviewed}" if entry.reviewed else f"added {entry.added}"
    return _of_entry(RuleId.REVIEW_DUE, f"{looked}, due for review since {due}", entry)


def _folded(sections: Sequence[str], found: Sequence[Finding]) -> Finding:
    named = ", ".join(one.entry for one in found[:_REVIEWS_TOLD_APART])
    rest = len(found) - _REVIEWS_TOLD_APART
    return finding(
        RuleId.REVIEW_DUE,
        f"{len(found)} entries are due for review: {named} and {rest} more",
        name=sections[-1] if sections else "",
        location=found[0].location,
        key=" / ".join(sections),
    )


def _of_entry(rule: RuleId, message: str, entry: Entry) -> Finding:
    return finding(rule, message, name=entry.title, location=entry.location, key=entry.key)


def _updated(basis: Basis) -> Iterator[Finding]:
    catalogue = basis.catalogue
    newest = newest_change(catalogue)
    if newest and catalogue.updated and catalogue.updated < newest[0]:
        day, entry = newest
        message = f"updated says {catalogue.updated}, but “{entry.title}” changed on {day}"
        yield finding(
            RuleId.UPDATED_DATE, message, name=catalogue.title, location=catalogue.location
        )
