"""Everything that is known of one URL, for `curator explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from curator.evidence import (
    Again,
    Attempt,
    Beside,
    Comparison,
    Evidence,
    Family,
    Hop,
    Page,
    PageDate,
    Record,
    Sign,
    Way,
)
from curator.findings import NOT_FOR_HOSTS, RULES, Place, host_of, rule_for
from curator.judge import Asked, Policy, Status, Strikes, Verdict, cascade, last_good
from curator.judge.cascade import Question
from curator.judge.weighing import PROVEN
from curator.reporters import columns, overrule
from curator.reporters.escape import for_terminal, plain
from curator.reporters.options import Options

MOST_CHECKS: Final = 20
"""Lines of history, the latest; more unless the person wants all."""


def explain(
    verdict: Verdict,
    evidence: Sequence[Evidence],
    places: Sequence[Place],
    policy: Policy,
    options: Options,
    *,
    listed: str = "",
    begun: bool = False,
    today: date | None = None,
) -> str:
    """What was seen and what follows from it. `evidence` oldest first; `today`: else its last day;
    `listed`: the URL as it stands in the list, with its fragment; `begun`: the list's side file
    has entries already.

    Says nothing that `judge` did not: the verdict, its reason and its days are taken as they are.
    """
    day = today or (evidence[-1].at.date() if evidence else date.min)
    asked = cascade(evidence)
    parts = (
        _verdict(verdict, options),
        _places(places),
        _last(evidence),
        _history(evidence, options),
        _cascade(asked),
        _outlook(verdict, evidence, policy, asked),
        _rule(verdict, places, listed or verdict.url, day, begun=begun),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _verdict(verdict: Verdict, options: Options) -> Iterator[str]:
    yield for_terminal(verdict.url)
    since = f" since {verdict.since}" if verdict.since else ""
    status = f"{verdict.status}{since}"
    yield f"{_bold(status, options)}: {_quoted(verdict.reason)}"
    if verdict.replacement:
        yield f"write instead: {for_terminal(verdict.replacement)}"
    elif verdict.final_url and verdict.final_url != verdict.url:
        yield f"ends at: {for_terminal(verdict.final_url)}"


def _places(places: Sequence[Place]) -> Iterator[str]:
    if not places:
        yield "Not in the list."
        return
    yield "In the list"
    wide = columns.widest([str(place.location) for place in places])
    for place in places:
        where = columns.pad(for_terminal(str(place.location)), wide)
        yield f"  {where}  {_quoted(place.entry)}"


def _last(evidence: Sequence[Evidence]) -> Iterator[str]:
    if not evidence:
        yield "Never asked."
        return
    last = evidence[-1]
    yield f"Asked last on {_day_and_time(last.at)}{_void(last)}"
    told: list[str] = []
    for number, attempt in enumerate(last.attempts, start=1):
        before, told = told, list(_attempt(_untimed(attempt)))
        same = ", and saw the same" if told == before else ""
        yield f"  try {number} at {_time(attempt.at)}{_asked(attempt)}{same}"
        if not same:
            yield from (f"    {line}" for line in _attempt(attempt))


def _untimed(attempt: Attempt) -> Attempt:
    return replace(attempt, hops=tuple(replace(hop, elapsed_ms=0) for hop in attempt.hops))


def _asked(attempt: Attempt) -> str:
    return ", " + ", ".join(_WAYS[way] for way in attempt.ways) if attempt.ways else ""


_WAYS: Final = {
    Way.PATIENT: "with twice the time",
    Way.FRESH: "on a fresh connection",
    Way.NAVIGATION: "with all that a browser sends",
    Way.OTHER_FAMILY: "over the other kind of address",
    Way.LATIN_1: "with redirects in the old spelling",
}


def _attempt(attempt: Attempt) -> Iterator[str]:
    yield from map(_hop, attempt.hops)
    if attempt.failure:
        detail = _quoted(attempt.failure.detail) + _over(attempt.failure.families)
        yield f"{attempt.failure.cause}: {detail}  {for_terminal(attempt.failure.url)}"
    if attempt.retry_after:
        yield f"wants to be asked again after {_day_and_time(attempt.retry_after)}"
    yield from map(_sign, attempt.signs)
    if attempt.record:
        yield from _record(attempt.record)
    if attempt.page:
        yield from _page(attempt.page)
    yield from map(_comparison, attempt.comparisons)
    if attempt.sealed:
        yield _comparison(attempt.sealed)


def _hop(hop: Hop) -> str:
    beside = ", sets a cookie" if hop.set_cookie else ""
    beside += _over((hop.family,) if hop.family else ())
    beside += f", {_AGAIN[hop.again]}" if hop.again else ""
    seconds = f"{hop.elapsed_ms / 1000:.2f} s"
    if hop.location is None:
        return f"{hop.status}  {seconds}  {for_terminal(hop.url)}{beside}"
    kind = "for good" if hop.permanent else "for now"
    return f"{hop.status}  {seconds}  {for_terminal(hop.url)}, moved {kind} by {hop.via}{beside}"


_AGAIN: Final = {
    Again.PAST_CACHES: "asked a second time past caches, for the first answer was a 304",
    Again.UNCODED: "asked a second time uncompressed, for the first body could not be read",
}


def _over(families: Sequence[Family]) -> str:
    return f", over {' and '.join(_FAMILIES[one] for one in families)}" if families else ""


_FAMILIES: Final = {Family.IPV4: "IPv4", Family.IPV6: "IPv6"}


def _sign(sign: Sign) -> str:
    detail = f": {_quoted(sign.detail)}" if sign.detail else ""
    return f"sign of {_quoted(sign.name)} in {_quoted(sign.where)}{detail}"


def _comparison(one: Comparison) -> str:
    what = _BESIDE[one.beside]
    if one.status is None:
        return f"{what}: robots.txt forbids to ask for it  {for_terminal(one.url)}"
    said = f"{one.likeness} % alike" if 200 <= one.status < 300 else "not there"
    led = f" → {for_terminal(one.final_url)}" if one.final_url != one.url else ""
    return f"{what}: {one.status}, {said}  {for_terminal(one.url)}{led}"


_BESIDE: Final = {
    Beside.DECOY: "a name that is surely not there",
    Beside.HIGHER_DECOY: "the same one step up",
    Beside.DOOR: "a name that is surely not there",
    Beside.HOME: "the front page",
    Beside.SEALED: "the same URL by https",
}


def _record(record: Record) -> Iterator[str]:
    told = [record.name, f"id {record.id}" if record.id else "", record.detail]
    said = _quoted(", ".join(part for part in told if part))
    yield f"{_quoted(record.api)} says: {record.standing}" + (f"  {said}" if said else "")
    if record.url:
        yield f"it is now at {for_terminal(record.url)}"
    if record.archived:
        on = f" since {record.archived_on}" if record.archived_on else ""
        yield f"archived{on}: read-only"
    yield from map(_date, record.dates)


def _page(page: Page) -> Iterator[str]:
    told = [page.media_type or "no media type", f"{page.length:,} bytes"]
    told += ["cut short"] if page.cut else []
    told += [page.language] if page.language else []
    yield f"page: {_quoted(', '.join(told))}"
    if page.title:
        yield f"title: {_quoted(page.title)}"
    if page.heading and page.heading != page.title:
        yield f"heading: {_quoted(page.heading)}"
    yield from map(_date, page.dates)


def _date(found: PageDate) -> str:
    return f"{'changed' if found.modified else 'published'} {found.day}, says its {found.source}"


def _history(evidence: Sequence[Evidence], options: Options) -> Iterator[str]:
    if len(evidence) < 2:
        return
    yield f"The {len(evidence)} checks that are kept, the latest first"
    latest = list(reversed(evidence))
    shown = latest if options.verbose else latest[:MOST_CHECKS]
    yield from map(_check, shown)
    if hidden := latest[len(shown) :]:
        yield f"  … {len(hidden)} more, of them"
        good = last_good(evidence)
        if good in hidden and good is not hidden[-1]:
            yield f"{_check(good)}, the last good one"
        yield f"{_check(hidden[-1])}, the first"


def _check(one: Evidence) -> str:
    return f"  {_day_and_time(one.at)}  {_tries(one.attempts)}{_void(one)}"


def _tries(attempts: Sequence[Attempt]) -> str:
    outcomes = [_outcome(attempt) for attempt in attempts]
    if len(outcomes) > 1 and len(set(outcomes)) == 1:
        return f"{outcomes[0]}, {'twice' if len(outcomes) == 2 else f'{len(outcomes)} times'}"
    return ", then ".join(outcomes)


def _outcome(attempt: Attempt) -> str:
    steps = [str(hop.status) for hop in attempt.hops]
    if attempt.record:
        steps.append(f"{_quoted(attempt.record.api)}: {attempt.record.standing}")
    if attempt.failure:
        steps.append(attempt.failure.cause)
    signs = dict.fromkeys(_quoted(sign.name) for sign in attempt.signs)
    return " → ".join(steps) + (f" ({', '.join(signs)})" if signs else "")


def _cascade(asked: Sequence[Asked]) -> Iterator[str]:
    if not asked:
        return
    yield f"What was weighed ({PROVEN} prove it, with something strong among them)"
    for one in asked:
        total = sum(part.points for part in one.weighed)
        yield f"  {one.question} {'Yes' if one.answer else 'No'}, {total}"
        wide = columns.widest([part.name for part in one.weighed])
        for part in one.weighed:
            yield f"    {part.points:>4}  {columns.pad(part.name, wide)}  {_quoted(part.why)}"


def _outlook(
    verdict: Verdict, evidence: Sequence[Evidence], policy: Policy, asked: Sequence[Asked]
) -> Iterator[str]:
    if verdict.status in (Status.ALIVE, Status.MOVED):
        yield from _doubts(asked, policy)
        return
    if verdict.status not in (Status.FAILING, Status.TLS_ERROR):
        yield from _change(verdict)
        return
    counted = [one for one in evidence if not one.void]
    checks = [one for one in counted if verdict.since and one.at.date() >= verdict.since]
    yield "What would change it"
    yield f"  alive at the first good answer; {_checks(len(checks))} say otherwise so far"
    if verdict.decides_on:
        yield f"  dead if still so on {verdict.decides_on}"
    yield f"  410 Gone: {_strikes(policy.gone)}"
    yield f"  404, no such name, a redirect to nowhere: {_strikes(policy.missing)}"
    yield f"  5xx, no answer, a certificate at fault: {_strikes(policy.trouble)}"
    yield f"  checks less than {_span(policy.apart)} apart count once"


def _doubts(asked: Sequence[Asked], policy: Policy) -> Iterator[str]:
    """How far a page that is taken for what it should be is from being a “not found”."""
    for one in asked:
        total = sum(part.points for part in one.weighed)
        if one.question is Question.NOT_FOUND and total:
            yield "What would change it"
            yield f"  {max(PROVEN - total, 0)} points more and something strong among them:"
            yield f"  {Status.SOFT_404} after {_checks(policy.missing.count)} that say so"


def _change(verdict: Verdict) -> Iterator[str]:
    if words := _CHANGES.get(verdict.status):
        yield "What would change it"
        yield from (f"  {line.format(url=for_terminal(verdict.url))}" for line in words)


_CHANGES: Final = {
    Status.DEAD: ("alive at the first good answer",),
    Status.SOFT_404: (
        "alive at the first check that shows a page of its own",
        "if the page is right as it is: curator accept {url}",
    ),
    Status.PARKED: (
        "alive at the first check that shows no sign of a seller",
        "if the page is right as it is: curator accept {url}",
    ),
    Status.DRIFTED: (
        "alive at the first check that shows the old page again",
        "if the page is as good a recommendation: curator accept {url}",
    ),
    Status.BLOCKED: ("known at the first answer without the wall, perhaps from another network",),
    Status.GATED: ("known at the first answer without the gate",),
}


def _rule(
    verdict: Verdict, places: Sequence[Place], listed: str, today: date, *, begun: bool
) -> Iterator[str]:
    rule_id = rule_for(verdict)
    if rule_id is None:
        yield f"No rule is broken: nothing is held against a link that is {verdict.status}."
        return
    rule = RULES[rule_id]
    yield f"{rule.id} ({rule.level}): {rule.summary}"
    yield rule.help
    yield ""
    if places and (beside := overrule.side_file(places[0].location.path)):
        where = f"below the entries of {beside}" if begun else f"in {beside}"
        yield f"To overrule it, {for_terminal(where)}:"
        yield overrule.for_url(rule_id, listed, today, begun=begun)
    else:
        yield "To overrule it, in the entry:"
        yield overrule.for_entry(rule_id, today)
    if rule_id in NOT_FOR_HOSTS:
        return
    yield "To overrule it for the whole site, in curator.toml:"
    yield overrule.for_host(rule_id, host_of(verdict.url) or "example.org", today).rstrip("\n")


def _checks(count: int) -> str:
    return "1 check" if count == 1 else f"{count} checks"


def _strikes(strikes: Strikes) -> str:
    return f"dead after {_checks(strikes.count)} over {_span(strikes.over)}"


def _span(span: timedelta) -> str:
    hours = span.total_seconds() / 3600
    return f"{hours / 24:g} days" if hours > 72 else f"{hours:g} h"


def _void(evidence: Evidence) -> str:
    return "  (the network here was down: not counted)" if evidence.void else ""


def _day_and_time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%H:%M:%S} UTC"


def _quoted(text: str) -> str:
    return for_terminal(plain(text))


def _bold(text: str, options: Options) -> str:
    return f"\x1b[1m{text}\x1b[0m" if options.colour else text
