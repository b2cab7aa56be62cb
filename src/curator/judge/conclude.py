"""The verdict on one URL: a case for each run that asked it, and what follows from all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from curator import urls
from curator.evidence import Attempt, DateSource, Evidence, PageDate
from curator.judge import reasons
from curator.judge.alternation import DEADLY, turns
from curator.judge.cases import Case, Sighting, sight
from curator.judge.drift import can_be_accepted, in_light_of_the_past
from curator.judge.moves import detour, replacement
from curator.judge.runs import PLAIN, comes_and_goes, says, unbroken, without_neutral_end
from curator.judge.strikes import decides_on, deciding
from curator.judge.verdict import Policy, Status, Verdict

_PROVEN_BAD: Final = (Status.DEAD, Status.SOFT_404, Status.PARKED, Status.DRIFTED)

_DECIDED: Final = {
    Case.SOFT: Status.SOFT_404,
    Case.PARKED: Status.PARKED,
    Case.DRIFTED: Status.DRIFTED,
}
"""What a decided failure is called when it is not plainly dead."""


def judge(url: str, past: Sequence[Evidence], policy: Policy) -> Verdict:
    """The verdict on `url` from its evidence, oldest first; `skipped` when there is none.

    Void evidence is never seen. One success ends all strikes, and halves them when the link
    alternates; a refusal ends them too, for what is behind it can't be known.
    """
    if why := urls.problem(url):
        return Verdict(url=url, status=Status.INVALID, reason=why)
    sightings = [sight(one) for one in past if one.attempts and not one.void]
    seen = list(in_light_of_the_past(sightings))
    if not seen:
        return Verdict(url=url, status=Status.SKIPPED, reason="not asked yet")
    return _on_last_word(url, seen, policy)


def is_readable(evidence: Evidence) -> bool:
    """Did it show a page, so that a person can say "this is it"?"""
    return bool(evidence.attempts) and not evidence.void and can_be_accepted(sight(evidence))


def last_good(past: Sequence[Evidence]) -> Evidence | None:
    """The latest of `past`, oldest first, that showed the page as it should be."""
    sightings = [sight(one) for one in past if one.attempts and not one.void]
    good = [one for one in in_light_of_the_past(sightings) if one.case is Case.GOOD]
    return good[-1].evidence if good else None


def _on_last_word(url: str, seen: Sequence[Sighting], policy: Policy) -> Verdict:
    """What was proven dead stays so while its host only tells us to come back later."""
    informed = without_neutral_end(seen)
    if informed and len(informed) < len(seen) and not policy.strict:
        verdict = _conclude(url, informed, policy)
        if verdict.status in _PROVEN_BAD:
            return verdict
    return _conclude(url, seen, policy)


def _conclude(url: str, seen: Sequence[Sighting], policy: Policy) -> Verdict:
    last = seen[-1]
    run = unbroken(url, seen, says(url, last))
    if last.case is Case.GOOD:
        is_settled = policy.strict or not comes_and_goes(url, seen, policy)
        verdict = _named(_on_good(url, last, run, is_settled=is_settled), seen, policy)
        return replace(verdict, missing_fragments=_missing_fragments(seen, policy))
    if last.case in PLAIN:
        return _verdict(url, PLAIN[last.case], reasons.what_was_seen(last), last, run)
    return _named(_on_failure(url, seen, run, policy), seen, policy)


def _on_good(url: str, last: Sighting, run: Sequence[Sighting], *, is_settled: bool) -> Verdict:
    target = replacement(url, last.attempt)
    if target is None:
        reason = reasons.what_was_seen(last)
        if instead := detour(url, last.attempt):
            reason += f", but it now leads to {instead}"
        return _verdict(url, Status.ALIVE, reason, last, run)
    reason = reasons.why_moved(last.attempt)
    if not is_settled:
        reason += f" to {target} today, and not on other days"
        return _verdict(url, Status.ALIVE, reason, last, run)
    verdict = _verdict(url, Status.MOVED, reason, last, run)
    return replace(verdict, replacement=target, cosmetic=urls.same_but_cosmetic(url, target))


def _missing_fragments(seen: Sequence[Sighting], policy: Policy) -> frozenset[str]:
    """Not there now, nor in the check before; documentation is built anew now and then."""
    now = _missing(seen[-1])
    earlier = (one for one in reversed(seen) if seen[-1].at - one.at >= policy.apart)
    before = next((one for one in earlier if one.case is Case.GOOD), None)
    return now & _missing(before) if before else frozenset()


def _missing(sighting: Sighting) -> frozenset[str]:
    page = sighting.attempt.page
    return frozenset(one.name for one in page.anchors if not one.found) if page else frozenset()


def _named(verdict: Verdict, seen: Sequence[Sighting], policy: Policy) -> Verdict:
    """An undecided link that alternates is called so."""
    is_open = verdict.status in (Status.ALIVE, Status.FAILING, Status.TLS_ERROR)
    found = turns(seen, policy) if is_open and not policy.strict else None
    if found is None:
        return verdict
    return replace(verdict, reason=reasons.now_and_then(verdict.reason, found))


def _on_failure(
    url: str, seen: Sequence[Sighting], run: Sequence[Sighting], policy: Policy
) -> Verdict:
    last = seen[-1]
    if policy.strict:
        return _on_failure_today(url, last, run)
    decisive = deciding(seen, run, policy)
    if decisive is not None:
        reason = reasons.why_dead(run, decisive)
        return _verdict(url, _DECIDED.get(decisive.case, Status.DEAD), reason, last, run)
    verdict = _verdict(url, _undecided(last), reasons.what_was_seen(last), last, run)
    return replace(verdict, decides_on=decides_on(seen, run, policy))


def _on_failure_today(url: str, last: Sighting, run: Sequence[Sighting]) -> Verdict:
    """Strict: asked at least twice, and never a good word; the site's own word once."""
    is_sure = len(last.asked) > 1 or last.attempt.record is not None
    decided = last.case in DEADLY and is_sure
    status = _DECIDED.get(last.case, Status.DEAD) if decided else _undecided(last)
    return _verdict(url, status, reasons.what_was_seen(last), last, run)


def _undecided(last: Sighting) -> Status:
    return Status.TLS_ERROR if last.case in (Case.TLS, Case.TLS_DOUBT) else Status.FAILING


def _verdict(
    url: str, status: Status, reason: str, last: Sighting, run: Sequence[Sighting]
) -> Verdict:
    attempt = last.attempt
    return Verdict(
        url=url,
        status=status,
        reason=reason,
        final_url=_final_url(attempt),
        since=run[0].at.date(),
        checked_at=last.at,
        http_status=attempt.status,
        hops=attempt.hops,
        signs=attempt.signs,
        activity=_activity(attempt),
        record=attempt.record,
    )


def _final_url(attempt: Attempt) -> str | None:
    """Where the chain ended; None when nothing ever answered."""
    if attempt.record is not None:
        return attempt.record.url or None
    if attempt.failure is not None and attempt.hops:
        return attempt.failure.url
    return attempt.hops[-1].url if attempt.hops else None


def _activity(attempt: Attempt) -> PageDate | None:
    """By the reliability of the source; of one source, when it last changed."""
    dates = attempt.page.dates if attempt.page else ()
    if attempt.record is not None:
        dates = attempt.record.dates
    sources = tuple(DateSource)
    return min(dates, key=lambda one: (sources.index(one.source), not one.modified), default=None)
