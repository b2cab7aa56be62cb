"""The probe for any page: walk to it as a browser would, and again later if it had trouble."""

from __future__ import annotations

from typing import Final

from curator import urls
from curator.evidence import Attempt, Cause, Evidence, Failure, Sign
from curator.probes.chain import WalkSettings, walk
from curator.probes.clues import Nature, Weight
from curator.probes.contract import UNLISTED, Clock, Later, Listing, Probe
from curator.probes.signs import CLUES

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
    while True:
        if why := urls.problem(url):
            failure = Failure(url=key, cause=Cause.UNUSABLE_URL, detail=why)
            attempts = (Attempt(at=began, hops=(), failure=failure),)
        else:
            settings = _walk_settings(attempts, clock, redirects, listing)
            attempts += ((yield from walk(key, settings)),)
        evidence = Evidence(url=key, at=began, attempts=attempts)
        if len(attempts) >= tries(attempts[-1]):
            return evidence
        yield Later(so_far=evidence)


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
    return 1


def is_empty(attempt: Attempt) -> bool:
    """Was there nothing to read? A file that is no page may be cut before its first byte."""
    page = attempt.page
    return page is not None and page.length == 0 and not page.cut


def _is_weak(sign: Sign) -> bool:
    return CLUES[sign.name].weight is Weight.WEAK


def _tries_after_failure(cause: Cause) -> int:
    if cause in _FINAL_CAUSES:
        return 1
    return 3 if cause in _FLEETING_CAUSES else 2


def _walk_settings(
    attempts: tuple[Attempt, ...], clock: Clock, redirects: int, listing: Listing
) -> WalkSettings:
    """A second try is patient, and spells a Location otherwise that led to a 404."""
    return WalkSettings(
        clock=clock,
        redirects=redirects,
        listing=listing,
        patient=bool(attempts),
        latin_1=len(attempts) == 1 and attempts[0].status in (400, 404, 410),
    )
