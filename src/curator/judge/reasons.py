"""The sentence that says why: written once, for people."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from curator.evidence import Attempt, Cause, Failure, Family, Record, Standing, Via
from curator.judge.alternation import Turns, contradiction
from curator.judge.cases import Case, Sighting
from curator.judge.soft import weigh_not_found, why_unknown
from curator.probes.page import is_empty
from curator.probes.signs.clues import Nature
from curator.probes.signs.seeing import CLUES

_CAUSES: Final = {
    Cause.NO_SUCH_NAME: "no such host",
    Cause.NAME_TRY_AGAIN: "the host's name could not be looked up from here",
    Cause.NO_ROUTE: "no route to the host from here",
    Cause.CONNECT_TIMEOUT: "the host does not take connections",
    Cause.REFUSED: "the host refuses connections",
    Cause.RESET: "the host breaks the connection off",
    Cause.CLOSED: "the host closes the connection without an answer",
    Cause.TIMEOUT: "no answer in time",
    Cause.PROTOCOL: "what comes is not HTTP",
    Cause.TLS_EXPIRED: "the certificate has expired",
    Cause.TLS_NOT_YET_VALID: "the certificate is not valid yet",
    Cause.TLS_WRONG_HOST: "the certificate is for another host",
    Cause.TLS_SELF_SIGNED: "the certificate is self-signed",
    Cause.TLS_UNKNOWN_ISSUER: "the certificate's issuer is unknown; browsers may know it",
    Cause.TLS_TOO_OLD: "speaks only outdated TLS",
    Cause.TLS_OTHER: "no secure connection could be made",
    Cause.UNSAFE_ADDRESS: "leads to an address that is not public, which was not contacted",
    Cause.UNSAFE_REDIRECT: "redirects to something that is no web page",
    Cause.UNUSABLE_URL: "no URL that a browser could open",
    Cause.BAD_LOCATION: "redirects to nowhere",
    Cause.REDIRECT_LOOP: "redirects in a circle",
    Cause.TOO_MANY_REDIRECTS: "too many redirects",
    Cause.HELD_OFF: "asked us to stay away for now",
    Cause.PROXY: "the proxy failed",
}
_WITH_DETAIL: Final = frozenset(
    (Cause.UNUSABLE_URL, Cause.UNSAFE_REDIRECT, Cause.BAD_LOCATION, Cause.TLS_OTHER)
)
_PHRASES: Final = {
    520: "Unknown Error",
    521: "Web Server Is Down",
    522: "Connection Timed Out",
    523: "Origin Is Unreachable",
    524: "A Timeout Occurred",
    525: "SSL Handshake Failed",
    526: "Invalid SSL Certificate",
    530: "Origin Error",
    999: "Request Denied",
}
"""Beyond the registry: Cloudflare's and LinkedIn's own."""


def what_was_seen(sighting: Sighting) -> str:
    """One run in one sentence: "404 Not Found, asked twice 96 s apart"."""
    asked = _asked(sighting.asked)
    words = _words(sighting)
    return f"{words}, {asked}" if asked and sighting.case is not Case.GOOD else words


_COUNTED: Final = 50
"""Checks that are told by number: of a longer run a history may have forgotten some."""


def why_dead(run: Sequence[Sighting], sighting: Sighting) -> str:
    """The sentence rests on all of `run`, oldest first."""
    if len(run) == 1:
        return what_was_seen(sighting)
    days = f"{run[0].at.date()} to {run[-1].at.date()}"
    count = str(len(run)) if len(run) <= _COUNTED else f"more than {_COUNTED}"
    seen = {(one.case, one.attempt.status, _cause(one)) for one in run}
    among = ", among other failures" if len(seen) > 1 else ""
    return f"{_words(sighting)}{among}, in {count} checks from {days}"


def _cause(sighting: Sighting) -> Cause | None:
    return sighting.attempt.failure.cause if sighting.attempt.failure else None


def now_and_then(reason: str, turns: Turns) -> str:
    """`reason`, and that it is not all: "answers now and then: 3 of the last 6 checks were good".

    A single run that contradicts itself is told by what it saw.
    """
    last = turns.checks[-1]
    if (other := contradiction(last)) and turns.comebacks == 1:
        seconds = round((last.attempt.at - other.attempt.at).total_seconds())
        return f"{reason}; answers now and then: {_words(other)} {seconds} s before"
    lately = turns.lately
    good = sum(check.case is Case.GOOD for check in lately)
    of = f"of the last {len(lately)} checks"
    if good == len(lately):
        late = sum(contradiction(check) is not None for check in lately)
        return f"{reason}; answers now and then: only when asked again in {late} {of}"
    were = "was" if good == 1 else "were"
    return f"{reason}; answers now and then: {good} {of} {were} good"


def why_moved(attempt: Attempt) -> str:
    """How the chain's first hop led on; where it did not, the page is there by https too."""
    if attempt.record is not None:
        return f"{_site(attempt.record)}'s API says that it is called {attempt.record.name} now"
    first = attempt.hops[0]
    if first.location is None:
        return "the same page answers by https"
    if first.via is Via.STATUS:
        return _status_words(first.status)
    return "the page sends its readers on"


def _status_words(status: int) -> str:
    """Number and name; the bare number when nobody has named it."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} {_PHRASES.get(status, '')}".strip()


def _words(sighting: Sighting) -> str:
    attempt = sighting.attempt
    if attempt.record is not None:
        return _record_words(attempt.record, sighting.case)
    if attempt.failure is not None:
        cause = attempt.failure.cause
        detail = f" ({attempt.failure.detail})" if cause in _WITH_DETAIL else ""
        kept_off = f"; {_NOTES[Case.KEPT_OFF]}" if sighting.case is Case.KEPT_OFF else ""
        return _CAUSES[cause] + _over(attempt.failure) + detail + kept_off
    words = _status_words(attempt.status or 0)
    note = _of_empty(attempt) if is_empty(attempt) else _note(sighting)
    shown = _names(attempt, sighting.case)
    return " ".join(part for part in (words, note, shown) if part)


def _over(failure: Failure) -> str:
    """Which half of the internet was asked, where the other half was not."""
    is_about_the_way = failure.cause in (Cause.NO_ROUTE, Cause.CONNECT_TIMEOUT)
    is_half = is_about_the_way and failure.families == (Family.IPV6,)
    return ", which was asked over IPv6 alone" if is_half else ""


def _of_empty(attempt: Attempt) -> str:
    if attempt.page and attempt.page.undecodable:
        return "but what comes is not compressed as it claims, and no browser shows it"
    return "but there is nothing to read"


def _record_words(record: Record, case: Case) -> str:
    said = _STANDINGS[record.standing]
    detail = f" ({record.detail})" if record.detail else ""
    note = f", {_NOTES[case]}" if case is Case.DRIFTED else ""
    return f"{_site(record)}'s API says that it is {said}{detail}{note}"


def _site(record: Record) -> str:
    """As it writes itself."""
    return _SITES.get(record.api, record.api)


_SITES: Final = {
    "arxiv": "arXiv",
    "bilibili": "Bilibili",
    "github": "GitHub",
    "youtube": "YouTube",
}


_STANDINGS: Final = {
    Standing.THERE: "there",
    Standing.GONE: "not there",
    Standing.HIDDEN: "not for everybody",
    Standing.WITHHELD: "withheld",
}


def _note(sighting: Sighting) -> str:
    if sighting.case is Case.GOOD:
        why = why_unknown(sighting.attempt)
        return f"but whether it is there can't be known from here: {why}" if why else ""
    if sighting.case is not Case.SOFT:
        return _NOTES.get(sighting.case, "")
    names = {one.name for one in weigh_not_found(sighting.attempt) if one.points}
    if "decoy-leads-there" in names:
        return f"but any other name leads there too: {sighting.attempt.hops[-1].url}"
    if names & {"decoy-alike", "decoy-namesake", "decoy-echo"}:
        return "but it says the same to a name that is surely not there"
    if "common-target" in names:
        return f"but several links of its host end there: {sighting.attempt.hops[-1].url}"
    return _NOTES[Case.SOFT]


_NOTES: Final = {
    Case.GATED: "behind a login, a payment or the law",
    Case.BLOCKED: "refuses robots",
    Case.LIMITED: "limits how often it may be asked",
    Case.KEPT_OFF: "so large a site is not gone by that",
    Case.SOFT: "but the page says not found",
    Case.DRIFTED: "but it is no longer the page that it was",
    Case.TAKEN_OVER: "but the page is about gambling or the like",
    Case.PARKED: "but the domain is parked, for sale, or without a site",
}
_NATURES: Final = {
    Case.GATED: (Nature.LOGIN, Nature.CONSENT),
    Case.BLOCKED: (Nature.WALL,),
    Case.SOFT: (Nature.NOT_FOUND,),
    Case.PARKED: (Nature.PARKED,),
    Case.TAKEN_OVER: (Nature.SPAM,),
}


def _names(attempt: Attempt, case: Case) -> str:
    """The signs that the case rests on, by name."""
    wanted = _NATURES.get(case, ())
    known = [sign.name for sign in attempt.signs if sign.name in CLUES]
    names = [name for name in known if CLUES[name].nature in wanted]
    return f"({', '.join(names)})" if names else ""


def _asked(attempts: Sequence[Attempt]) -> str:
    count = len(attempts)
    if count < 2:
        return ""
    seconds = round((attempts[-1].at - attempts[0].at).total_seconds())
    return f"asked twice {seconds} s apart" if count == 2 else f"asked {count} times in {seconds} s"
