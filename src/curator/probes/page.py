"""The probe for any page: walk to it as a browser would, and again later if it had trouble."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from typing import Final

from curator import urls
from curator.evidence import Attempt, Beside, Cause, Evidence, Failure, Family, Sign, Way
from curator.probes.chain import Walked, WalkSettings, walk
from curator.probes.compare import (
    compare,
    has_namesake,
    is_alike,
    is_doubtful,
    is_published,
    sealed,
)
from curator.probes.contract import UNLISTED, Ask, Clock, Consult, Heard, Later, Listing, Probe
from curator.probes.signs.clues import Clue, Nature, Weight, Where
from curator.probes.signs.seeing import CLUES, support

_NEVER_AGAIN: Final = frozenset((401, 402, 407, 412, 418, 451, 999))
"""Answers that are meant: asking again would only be rude."""
_FLEETING_CAUSES: Final = frozenset((Cause.RESET, Cause.CLOSED))
_FINAL_CAUSES: Final = frozenset(
    (Cause.UNSAFE_ADDRESS, Cause.UNSAFE_REDIRECT, Cause.UNUSABLE_URL, Cause.HELD_OFF)
)
_SUSPECT: Final = frozenset((Nature.NOT_FOUND, Nature.PARKED))


def page_probe(
    url: str, *, clock: Clock, redirects: int = 20, listing: Listing = UNLISTED
) -> Probe:
    """Ask for `url`; once or twice more, later in the run, when the answer was not a good one."""
    began = clock()
    key = urls.evidence_key(url)
    attempts: tuple[Attempt, ...] = ()
    before: Walked | None = None
    while True:
        if why := urls.problem(url):
            failure = Failure(url=key, cause=Cause.UNUSABLE_URL, detail=why)
            attempts = (Attempt(at=began, hops=(), failure=failure),)
        else:
            settings = _walk_settings(attempts, clock, redirects, listing)
            walked = yield from _look(key, settings, before)
            attempt = replace(walked.attempt, ways=_ways(settings, walked.attempt))
            attempts = (*_in_hindsight(attempts, attempt), attempt)
            before = walked if has_namesake(attempt.comparisons) else None
        evidence = Evidence(url=key, at=began, attempts=attempts)
        if len(attempts) >= tries(attempts[-1]):
            return evidence
        yield Later(so_far=evidence)


def _look(
    key: str, settings: WalkSettings, before: Walked | None
) -> Generator[Ask | Consult | Later, Heard, Walked]:
    """Walk there; where the page alone does not settle it, hold it against its neighbours."""
    walked = yield from walk(key, settings)
    attempt = walked.attempt
    if walked.reading is not None and not _is_settled(attempt):
        attempt = yield from _compared(walked, key, settings, before)
    if _is_sound(attempt):
        attempt = replace(attempt, sealed=(yield from sealed(walked, key, settings.listing)))
    return replace(walked, attempt=attempt)


def _is_sound(attempt: Attempt) -> bool:
    """Does no sign speak against the page?"""
    natures = {CLUES[sign.name].nature for sign in attempt.signs if not _is_weak(sign)}
    return natures <= {Nature.WITNESS} and not is_doubtful(attempt.comparisons)


def _compared(
    walked: Walked, key: str, settings: WalkSettings, before: Walked | None
) -> Generator[Consult, Heard, Attempt]:
    attempt = walked.attempt
    assert walked.reading is not None
    comparisons = yield from compare(walked, listed=key, before=before)
    if not is_doubtful(comparisons) and not _is_suspect(attempt):
        return replace(attempt, comparisons=comparisons)
    known = {sign.name for sign in attempt.signs}
    beside = [
        one
        for one in support(walked.reading, settings.listing, listed=key)
        if one.name not in known
    ]
    return replace(attempt, comparisons=comparisons, signs=(*attempt.signs, *beside))


def _in_hindsight(attempts: tuple[Attempt, ...], last: Attempt) -> tuple[Attempt, ...]:
    """The earlier ones, when the `last` shows that what they had of their own changes by itself."""
    if not any(one.beside is Beside.DECOY and is_alike(one) for one in last.comparisons):
        return attempts
    return tuple(
        replace(one, comparisons=last.comparisons) if has_namesake(one.comparisons) else one
        for one in attempts
    )


def _is_suspect(attempt: Attempt) -> bool:
    natures = {CLUES[sign.name].nature for sign in attempt.signs}
    return bool(natures & {Nature.SPAM, Nature.PARKED})


def _is_settled(attempt: Attempt) -> bool:
    """Is it clear without a look elsewhere that this is not, or is, what the list says?"""
    clues = [CLUES[sign.name] for sign in attempt.signs]
    if any(clue.nature is Nature.WITNESS for clue in clues):
        return True
    if any(clue.nature is Nature.WALL and clue.weight is not Weight.WEAK for clue in clues):
        return True
    proofs = {one.nature for one in clues if one.weight is Weight.PROOF and not _is_first_page(one)}
    is_article = is_published(attempt.page) or any(one.name == "prose" for one in attempt.signs)
    return bool(proofs - {Nature.NOT_FOUND} if is_article else proofs)


def _is_first_page(clue: Clue) -> bool:
    """A server's own first page is one only where the host shows nothing else."""
    return clue.nature is Nature.PARKED and clue.where is Where.TITLE


def tries(attempt: Attempt) -> int:
    """How often one run asks in all, when the last answer was `attempt`.

    Three times where trouble is known to pass within a minute, twice where an answer may have
    been a slip, once where it was good or was meant.
    """
    if attempt.failure is not None:
        return _tries_after_failure(attempt.failure.cause)
    status = attempt.status or 0
    natures = {CLUES[sign.name].nature for sign in attempt.signs if not _is_weak(sign)}
    if status in _NEVER_AGAIN or Nature.WALL in natures:
        return 1
    if status >= 500 or status == 429:
        return 3
    if status >= 400 or status == 304 or natures & _SUSPECT or is_empty(attempt):
        return 2
    return 2 if is_doubtful(attempt.comparisons) else 1


def is_empty(attempt: Attempt) -> bool:
    """Was there nothing to read? A file that is no page may be cut before its first byte."""
    page = attempt.page
    return page is not None and page.length == 0 and (page.undecodable or not page.cut)


def _is_weak(sign: Sign) -> bool:
    return CLUES[sign.name].weight is Weight.WEAK


def _tries_after_failure(cause: Cause) -> int:
    if cause in _FINAL_CAUSES:
        return 1
    return 3 if cause in _FLEETING_CAUSES else 2


def _walk_settings(
    attempts: tuple[Attempt, ...], clock: Clock, redirects: int, listing: Listing
) -> WalkSettings:
    """A later try asks in every way that may have been missing: before a failure counts, it must
    stand against what a browser would have done."""
    later = bool(attempts)
    return WalkSettings(
        clock=clock,
        redirects=redirects,
        listing=listing,
        patient=later,
        fresh=later,
        navigation=later,
        prefer=_OTHER.get(_family(attempts[-1])) if later else None,
        latin_1=len(attempts) == 1 and attempts[0].status in (400, 404, 410),
    )


_OTHER: Final[Mapping[Family | None, Family]] = {
    Family.IPV4: Family.IPV6,
    Family.IPV6: Family.IPV4,
}


def _family(attempt: Attempt) -> Family | None:
    """Of the host that gave the last word; None when it was asked over both, or by a proxy."""
    if attempt.failure is None:
        return attempt.hops[-1].family if attempt.hops else None
    families = attempt.failure.families
    return families[0] if len(families) == 1 else None


def _ways(settings: WalkSettings, attempt: Attempt) -> tuple[Way, ...]:
    """What of it came to be: a host may have addresses of one kind only."""
    asked = {
        Way.PATIENT: settings.patient,
        Way.FRESH: settings.fresh,
        Way.NAVIGATION: settings.navigation,
        Way.OTHER_FAMILY: bool(settings.prefer) and _family(attempt) is settings.prefer,
        Way.LATIN_1: settings.latin_1 and len(attempt.hops) > 1,
    }
    return tuple(way for way, is_so in asked.items() if is_so)
