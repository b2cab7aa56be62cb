"""One walk along a redirect chain: from a URL to the answer that a reader would end at.

Redirects by status, by Refresh header and by meta refresh, with cookies carried from hop to hop.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from curator import urls
from curator.evidence import Again, Attempt, Cause, Failure, Family, Hop, Via
from curator.probes.contract import UNLISTED, Answer, Ask, Clock, Cut, Listing
from curator.probes.cookies import Cookies
from curator.probes.dates import retry_after
from curator.probes.reading import Reading, read
from curator.probes.refresh import Refresh, parse_refresh
from curator.probes.signs.seeing import shows_wall, signs_of
from curator.probes.witness import has_words_of

Walk = Generator[Ask, Answer | Failure | None, "Walked"]

_LEADS_ON: Final = frozenset((300, 301, 302, 303, 307, 308))
_PERMANENT: Final = frozenset((301, 308))
_LONGEST_DELAY: Final = 5
"""Seconds. A page that stays longer than this is meant to be read."""
_ASKED_AGAIN: Final = {
    Again.PAST_CACHES: (("cache-control", "no-cache"),),
    Again.UNCODED: (("accept-encoding", "identity"),),
}
"""With which headers."""
_NAVIGATION: Final = (
    ("upgrade-insecure-requests", "1"),
    ("sec-fetch-dest", "document"),
    ("sec-fetch-mode", "navigate"),
    ("sec-fetch-site", "none"),
    ("sec-fetch-user", "?1"),
)
"""What browsers send when a reader opens a page (https://www.w3.org/TR/fetch-metadata/)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkSettings:
    """How one walk asks."""

    clock: Clock
    redirects: int = 20
    """Hops that may be followed (Fetch Standard, "HTTP-redirect fetch")."""
    patient: bool = False
    fresh: bool = False
    navigation: bool = False
    """Send the headers that only browsers send."""
    prefer: Family | None = None
    listing: Listing = UNLISTED
    latin_1: bool = False
    """Write a Location's characters up to U+00FF as the single bytes they may have been."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """What came of one walk, and what is too large to be remembered of it."""

    attempt: Attempt
    reading: Reading | None = None
    """Of the last answer's body."""
    shown: tuple[frozenset[int], ...] = ()
    """The pairs of words that it showed in an earlier try, too, read in more than one way; set by
    `compare`."""


def walk(url: str, settings: WalkSettings) -> Walk:
    """Follow `url`, absolute and without fragment, until an answer or a failure ends the chain."""
    chain = _Chain(url=url, at=settings.clock())
    while True:
        answer, again = yield from _ask(chain, settings)
        if isinstance(answer, Failure):
            return chain.failed(answer)
        chain.cookies.store(answer.url, answer.headers_named("set-cookie"), now=answer.at)
        reading = read(answer, fragments=settings.listing.fragments)
        lead = _lead(chain, answer, reading, settings)
        chain.hops.append(_hop(answer, lead, again))
        if lead is None:
            return chain.ended(answer, reading, settings)
        if isinstance(lead, Failure):
            return chain.failed(lead)
        if failure := chain.refusal(lead, settings):
            return chain.failed(failure)
        chain.url = lead.url


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    """Where an answer leads on."""

    url: str
    via: Via
    permanent: bool


class _Chain:
    """What one walk remembers."""

    def __init__(self, *, url: str, at: datetime) -> None:
        self.url = url
        """What is asked next; with the fragment that a Location gave it."""
        self.at = at
        self.hops: list[Hop] = []
        self.cookies = Cookies()
        self.asked: set[tuple[str, str]] = set()
        """Every URL with the cookies it was asked with: the same twice is a loop."""

    def ask(self, headers: tuple[tuple[str, str], ...], settings: WalkSettings) -> Ask:
        url = urls.request_url(self.url)
        cookie = self.cookies.header(url)
        self.asked.add((url, cookie))
        shown = (("cookie", cookie),) if cookie else ()
        beside = _NAVIGATION if settings.navigation else ()
        return Ask(
            url=url,
            headers=shown + beside + headers,
            patient=settings.patient,
            fresh=settings.fresh,
            prefer=settings.prefer,
        )

    def was_asked(self, url: str) -> bool:
        target = urls.request_url(url)
        return (target, self.cookies.header(target)) in self.asked

    def refusal(self, lead: _Lead, settings: WalkSettings) -> Failure | None:
        if self.was_asked(lead.url):
            return Failure(url=lead.url, cause=Cause.REDIRECT_LOOP, detail="redirects in a circle")
        if len(self.hops) > settings.redirects:
            detail = f"more than {settings.redirects} redirects"
            return Failure(url=lead.url, cause=Cause.TOO_MANY_REDIRECTS, detail=detail)
        return None

    def failed(self, failure: Failure) -> Walked:
        return Walked(attempt=Attempt(at=self.at, hops=tuple(self.hops), failure=failure))

    def ended(self, answer: Answer, reading: Reading, settings: WalkSettings) -> Walked:
        attempt = Attempt(
            at=self.at,
            hops=tuple(self.hops),
            retry_after=retry_after(answer),
            signs=signs_of(answer, reading, listed=self.hops[0].url, listing=settings.listing),
            page=replace(reading.page, speaks=_speaks(answer, reading, settings)),
        )
        return Walked(attempt=attempt, reading=reading)


def _speaks(answer: Answer, reading: Reading, settings: WalkSettings) -> bool | None:
    page = reading.page
    if not reading.markup:
        return None
    shown = f"{page.title} {page.heading} {reading.text}"
    return has_words_of(settings.listing.titles, shown, answer.url)


def _ask(
    chain: _Chain, settings: WalkSettings
) -> Generator[Ask, Answer | Failure | None, tuple[Answer | Failure, Again | None]]:
    """One hop, asked again at once where a header of ours may be to blame for what came."""
    first = yield from _ask_once(chain.ask((), settings))
    again = _why_again(first)
    if again is None:
        return first, None
    second = yield from _ask_once(chain.ask(_ASKED_AGAIN[again], settings))
    return (second if _is_better(second, first) else first), again


def _why_again(answer: Answer | Failure) -> Again | None:
    if isinstance(answer, Failure):
        return None
    if answer.status == 304:
        return Again.PAST_CACHES
    return Again.UNCODED if answer.cut in (Cut.UNDECODABLE, Cut.FOREIGN) else None


def _is_better(second: Answer | Failure, first: Answer | Failure) -> bool:
    """Anything is better than a 304; an unread body only gives way to one of the same status."""
    if isinstance(first, Failure) or first.status == 304:
        return True
    return isinstance(second, Answer) and second.status == first.status


def _ask_once(ask: Ask) -> Generator[Ask, Answer | Failure | None, Answer | Failure]:
    answer = yield ask
    if answer is None:
        raise RuntimeError(f"nothing was handed in for {ask.url}")
    return answer


def _hop(answer: Answer, lead: _Lead | Failure | None, again: Again | None) -> Hop:
    led = lead if isinstance(lead, _Lead) else None
    return Hop(
        url=answer.url,
        status=answer.status,
        location=led.url if led else None,
        via=led.via if led else Via.STATUS,
        permanent=led.permanent if led else False,
        set_cookie=bool(answer.header("set-cookie")),
        elapsed_ms=answer.elapsed_ms,
        family=answer.family,
        again=again,
    )


def _lead(
    chain: _Chain, answer: Answer, reading: Reading, settings: WalkSettings
) -> _Lead | Failure | None:
    """None when the chain ends here."""
    if answer.status in _LEADS_ON:
        return _by_status(chain, answer, settings)
    if 200 <= answer.status < 300:
        return _by_refresh(chain, answer, reading)
    return None


def _by_status(chain: _Chain, answer: Answer, settings: WalkSettings) -> _Lead | Failure | None:
    location = next((value for value in answer.headers_named("location") if value.strip()), "")
    if not location:
        return None if answer.status == 300 else _bad(chain, f"{answer.status} without a target")
    if urls.scheme(location) not in ("", "http", "https"):
        return Failure(url=answer.url, cause=Cause.UNSAFE_REDIRECT, detail=location[:200])
    encoding = "latin-1" if settings.latin_1 and _fits_latin_1(location) else "utf-8"
    try:
        target = urls.join(chain.url, location, encoding=encoding)
    except urls.UnusableUrlError:
        return _bad(chain, location[:200])
    return _Lead(url=target, via=Via.STATUS, permanent=answer.status in _PERMANENT)


def _by_refresh(chain: _Chain, answer: Answer, reading: Reading) -> _Lead | None:
    """A refresh to where we have been, to no web page, or through a wall is no redirect: the page
    is the end."""
    for text, via in (
        (answer.header("refresh"), Via.REFRESH_HEADER),
        (reading.refresh, Via.META_REFRESH),
    ):
        refresh = parse_refresh(text)
        target = _refresh_target(reading.base or chain.url, chain.url, refresh)
        if refresh and target and not chain.was_asked(target) and not shows_wall(answer, reading):
            return _Lead(url=target, via=via, permanent=refresh.delay == 0)
    return None


def _refresh_target(base: str, here: str, refresh: Refresh | None) -> str | None:
    if refresh is None or refresh.delay > _LONGEST_DELAY:
        return None
    try:
        return urls.join(urls.join(here, base), refresh.url)
    except urls.UnusableUrlError:
        return None


def _bad(chain: _Chain, detail: str) -> Failure:
    return Failure(url=chain.url, cause=Cause.BAD_LOCATION, detail=detail)


def _fits_latin_1(location: str) -> bool:
    return not location.isascii() and max(location) <= "\xff"
