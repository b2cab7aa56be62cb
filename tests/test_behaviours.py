"""Every way in which servers are known to mislead a checker, and what a person says about each.

One visit on three simulated days, over real sockets: a row gives what the server does, the cases of
`web` that do it, the statuses that are right after the first day and after the last one, what must
stand in the evidence, and words of the sentence that says why. A person's verdict on a link that is
down is "broken, and nobody knows for how long": `failing`, until it was so often enough for `dead`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from curator.evidence import Attempt, Evidence
from web.days import DAYS, Visited
from web.scoring import Seen


@dataclass(frozen=True)
class Row:
    """One behaviour."""

    number: int
    does: str
    cases: str
    first: str
    last: str
    evidence: str
    """Words that all stand in what was kept: statuses, causes, signs, what `_words` makes of it."""
    says: str
    """A part of the last day's reason."""
    level: str
    """Of the finding on the last day, for what is no failure."""
    by_name: bool


def row(
    number: int,
    does: str,
    cases: str,
    first: str,
    last: str = "",
    *,
    seen: str,
    says: str = "",
    level: str = "",
    by_name: bool = False,
) -> Row:
    return Row(number, does, cases, first, last or first, seen, says, level, by_name)


DOWN = ("failing", "dead")
SOFT = ("failing", "soft-404")
TLS = ("tls-error", "dead")

ROWS = (
    row(1, "200 and a page", "alive-page", "alive", seen="200 once"),
    row(2, "404", "dead-404", *DOWN, seen="404 twice"),
    row(3, "410", "gone-410", *DOWN, seen="410 twice"),
    row(4, "404 at first, then 200", "404-then-200", "alive", seen="404 200 twice"),
    row(5, "403 to every user agent", "wall-403-bare", "blocked", seen="403 twice"),
    row(6, "403 with a vendor's challenge", "wall-cloudflare-403", "blocked",
        seen="403 cloudflare-mitigated once"),
    row(7, "503 or 504 with a challenge", "wall-cloudflare-503 wall-cloudflare-504", "blocked",
        seen="cloudflare-challenge once"),
    row(8, "200 with a proof-of-work challenge", "wall-anubis-200 challenge-anubis", "blocked",
        seen="200 anubis-challenge once"),
    row(9, "999", "wall-linkedin-999 wall-999-head-404", "blocked", seen="999 once"),
    row(10, "429 always", "wall-429", "blocked", seen="429 thrice", says="limits how often"),
    row(11, "429 with two seconds, then 200", "limit-429-once", "alive", seen="429 wait 200"),
    row(12, "429 with a date, then 200", "limit-429-date", "alive", seen="429 wait 200"),
    row(13, "429 for a day", "wall-429-a-day wall-429-tomorrow", "blocked",
        seen="429 wait held-off", says="stay away"),
    row(14, "503 once", "503-once", "alive", seen="503 200 twice"),
    row(15, "503 twice", "503-twice", "alive", seen="503 200 thrice"),
    row(16, "503 with two seconds, once", "limit-503-once", "alive", seen="503 wait 200"),
    row(17, "500 once, or twice", "500-once 500-twice", "alive", seen="500 200"),
    row(18, "500 or 502 always", "500-always 502-always", *DOWN, seen="thrice"),
    row(19, "503 always", "503-always", *DOWN, seen="503 thrice"),
    row(20, "a CDN whose origin is down", "521-always 523-always 525-always 530-always", *DOWN,
        seen="thrice"),
    # A person with a browser sees a page. From here it is a 404 like any other, and one that never
    # answers otherwise: a run from another place clears it (a success ends all strikes).
    row(21, "404 to robots alone", "404-to-robots", *DOWN, seen="404 twice"),
    row(22, "HEAD refused in five ways, GET well", "head-405 head-404 head-403 head-500 head-501",
        "alive", seen="200 once"),
    row(23, "HEAD hangs, GET well", "head-hangs", "alive", seen="200 once"),
    row(24, "HEAD reset or in circles, GET well", "head-resets head-loops", "alive",
        seen="200 once"),
    row(25, "HEAD 200, GET 404", "dead-head-200", *DOWN, seen="404 twice"),
    row(26, "every deep path leads to the front page", "soft-301-home soft-302-home", *SOFT,
        seen="200 door twice", says="any other name leads there too"),
    row(27, "every deep path leads to another's front page", "soft-301-other-home", *SOFT,
        seen="301 200 door", says="any other name leads there too"),
    row(28, "leads to a login", "gate-302-login gate-301-login", "gated", seen="login-url once"),
    # Written in the list as it is, for a redirect less; folded into one line of the report
    row(29, "adds or drops a slash or www", "slash-added slash-removed", "moved", seen="301 200",
        level="info"),
    row(29, "to https, to www", "https-same-host www-added", "moved", seen="301 200",
        level="info", by_name=True),
    row(30, "leads to the latest, to a language, to a country", "docs-latest locale geo-host",
        "alive", seen="302 200 once"),
    # "Dead" by a word of its own, for the server says 200
    row(31, "leads to a not-found page that answers 200", "soft-302-not-found soft-301-404-html",
        *SOFT, seen="200 error-url twice"),
    row(32, "200 and a page that says not found", "soft-english", *SOFT,
        seen="200 not-found-title twice"),
    # "Unknown" is no status of its own: no finding asks for anything, and the sentence says it
    row(33, "one page for every path, the front page too", "spa spa-deep", "alive",
        seen="200 decoy home once", says="can't be known from here"),
    row(34, "a living page that says removed somewhere", "alive-removed-phrase", "alive",
        seen="200 once"),
    row(35, "parked, for sale", "parked-form parked-lander", "failing", "parked",
        seen="200 twice", says="parked"),
    row(36, "a casino in the place of the page", "hijacked-on-day-2", "alive", "drifted",
        seen="200 spam-title", says="gambling"),
    row(37, "a refresh to a 404", "meta-404", *DOWN, seen="200 404 meta-refresh"),
    row(38, "a refresh to a living page", "moved-meta-refresh", "moved", seen="200 meta-refresh",
        level="warning"),
    row(38, "a refresh in the head", "moved-refresh-header", "moved", seen="200 refresh-header",
        level="warning"),
    # Its host says 404 to any other name, so this one is there; where it leads no script is run
    row(39, "a script that leads on", "script-redirect", "alive", seen="200 decoy once"),
    row(40, "200 and nothing", "200-empty", "failing", seen="200 twice", says="nothing to read"),
    row(41, "200 and a captcha, or denied", "wall-captcha-200 wall-denied-200", "blocked",
        seen="200 wall-title once"),
    row(41, "a living page with a captcha", "alive-with-captcha", "alive", seen="200 once"),
    row(42, "202 and a challenge", "wall-aws-202", "blocked", seen="202 aws-waf-action once"),
    row(43, "203 and 206", "alive-203 alive-206", "alive", seen="once"),
    row(44, "204", "204-nothing", "failing", seen="204 twice", says="nothing to read"),
    row(45, "300 without a place", "alive-300", "alive", seen="300 once"),
    row(46, "302 without a place", "302-no-location", *DOWN, seen="302 bad-location twice"),
    row(47, "304 that nobody asked for", "304-always", "failing", seen="304 past-caches twice"),
    row(47, "the same from a cache", "304-unless-no-cache", "alive", seen="200 past-caches once"),
    row(48, "401", "gated-401-basic gated-401-bearer", "gated", seen="401 once"),
    row(49, "402", "gated-402", "gated", seen="402 once"),
    row(50, "405 to a GET", "405-on-get", "failing", seen="405 twice"),
    row(51, "406 or 404 without Accept", "alive-accept alive-accept-406", "alive",
        seen="200 once"),
    row(52, "403 without Accept-Language", "alive-language", "alive", seen="200 once"),
    row(53, "403 unless the user agent says Mozilla", "alive-mozilla", "alive", seen="200 once"),
    row(54, "418, 407", "wall-418 wall-407", "blocked", seen="once", says="refuses robots"),
    row(55, "451", "gated-451", "gated", seen="451 once", says="law"),
    row(56, "200 and only a form for a password", "gate-form-200", "gated",
        seen="200 password-form once"),
    row(57, "the first lines of what is sold", "alive-paywall-teaser", "alive", seen="200 once"),
    row(58, "in a circle", "loop-self loop-two", *DOWN, seen="302 redirect-loop twice"),
    row(59, "to itself with a cookie, then 200", "cookie-self-302 cookie-self-301", "alive",
        seen="cookie 200 once"),
    row(60, "by another host that sets a cookie", "cookie-bounce cookie-bounce-path", "alive",
        seen="302 cookie 200 once"),
    row(61, "twelve hops", "found-12-hops", "alive", seen="302 200 once"),
    row(62, "twenty-five hops", "hops-25", *DOWN, seen="302 too-many-redirects twice"),
    # What they lead to is alive, and it is a 301: `test_accuracy` compares the target
    row(63, "Location in UTF-8", "moved-utf8-location", "moved", seen="301 200", level="warning"),
    row(64, "Location in Latin-1", "moved-latin1-location", "moved", seen="301 200",
        level="warning"),
    row(65, "Location with a space", "moved-space-location", "moved", seen="301 200",
        level="warning"),
    row(66, "Location in every relative form",
        "moved-301-relative moved-301-sibling moved-301-up moved-301-scheme-relative"
        " moved-fragment", "moved", seen="301 200", level="warning"),
    row(67, "Location that is none", "location-no-host location-junk-scheme", *DOWN,
        seen="302 bad-location twice"),
    row(68, "from https to http", "downgrade", "alive", seen="302 200 once"),
    row(69, "to a file, a script", "hostile-file hostile-script", "unsafe",
        seen="302 unsafe-redirect once"),
    row(69, "to a metadata service", "hostile-metadata", "unsafe", seen="unsafe-address once"),
    row(70, "a body that drips", "body-drips", "alive", seen="200 cut once"),
    row(71, "a body without end", "body-endless", "alive", seen="200 cut once"),
    row(72, "a body that inflates without end", "body-bomb", "alive", seen="200 cut once"),
    row(73, "a body that is cut short", "body-short body-cut-chunk", "alive",
        seen="200 cut once"),
    row(74, "reset after the head", "body-reset body-reset-at-once", "alive",
        seen="200 cut once"),
    row(75, "reset once", "reset-once", "alive", seen="reset fresh 200 twice"),
    row(76, "reset or closed always", "reset-always close-always", *DOWN, seen="thrice"),
    row(77, "hangs once", "hang-once", "alive", seen="timeout patient 200 twice"),
    # From where it hangs for us alone nothing tells it from what hangs for all; weeks of it, twice
    # in every run, are what is called dead, and a run from another place clears it
    row(78, "hangs always", "hang-always", *DOWN, seen="timeout patient twice"),
    row(79, "answers after 25 s", "slow-25s", "alive", seen="200"),
    row(80, "heads with bare line feeds", "wire-bare-lf", "alive", seen="200 once"),
    row(81, "HTTP/1.0, no reason, early hints", "wire-http10 wire-no-reason wire-early-hints",
        "alive", seen="200 once"),
    row(82, "control bytes in a head", "wire-control-byte wire-nul-byte", "alive",
        seen="200 once"),
    row(83, "150 headers, 54 KB of them", "wire-150-headers wire-54-kilobytes", "alive",
        seen="200 once"),
    row(84, "no HTTP, or two lengths", "http09 wire-two-lengths", "failing",
        seen="protocol fresh twice", says="not HTTP"),
    # Chromium reads it for a status line (HttpUtil::LocateStartOfStatusLine, HttpStreamParser)
    row(84, "ICY 200", "wire-icy", "alive", seen="200 once"),
    row(85, "no gzip, though it says so", "body-gzip-lie", "failing",
        seen="200 uncoded undecodable twice", says="no browser shows it"),
    # Brotli can't be undone here without a limit, so a lie looks like the truth
    row(85, "no Brotli, though it says so", "body-br-lie", "alive", seen="200 uncoded cut once"),
    row(86, "a certificate at fault", "tls-expired tls-wrong-host tls-self-signed", *TLS,
        seen="twice"),
    # Browsers may find the missing link of the chain and we don't look: a warning, never dead
    row(87, "an intermediate certificate is missing", "tls-no-intermediate", "tls-error",
        seen="tls-unknown-issuer twice", says="browsers may know it"),
    row(88, "old TLS", "tls-too-old", *TLS, seen="tls-too-old twice"),
    row(88, "plain HTTP for TLS", "tls-plain-http", "tls-error", seen="tls-other twice"),
    row(89, "no such name", "no-such-name", *DOWN, seen="no-such-name twice"),
    row(89, "a name without an address", "no-address", *DOWN, seen="no-such-name twice",
        by_name=True),
    row(90, "the resolver fails", "servfail", "failing", seen="name-try-again twice",
        says="from here", by_name=True),
    row(91, "only IPv6, and none here", "ipv6-only", "failing", seen="no-route over-ipv6 twice",
        says="over IPv6 alone", by_name=True),
    row(91, "only IPv6, and silence", "ipv6-only-mute", "failing",
        seen="connect-timeout over-ipv6 twice", says="over IPv6 alone", by_name=True),
    row(92, "IPv4 works, IPv6 does not", "ipv6-mute ipv6-refused", "alive",
        seen="200 over-ipv4 once", by_name=True),
    row(93, "refused", "refused", *DOWN, seen="refused over-ipv4 twice"),
    row(94, "a fragment that is not there", "fragment-missing-of-several", "alive", seen="200 once",
        level="info"),
    row(94, "a fragment that may be there", "fragment-missing fragment-present", "alive",
        seen="200 once"),
    row(95, "line numbers, comments", "fragment-lines fragment-comment", "alive",
        seen="200 once"),
    row(96, "an application's route", "fragment-bang fragment-route", "alive", seen="200 once"),
    row(97, "a PDF that is a web page", "soft-pdf-html", *SOFT, seen="200 html-for-pdf twice"),
    row(97, "a PDF with a page before it", "pdf-landing", "alive",
        seen="200 html-for-pdf once"),
    row(98, "bytes of no type", "alive-binary", "alive", seen="200 once"),
    # A link is asked once, as a reader would ask who clicks on it; RFC 9309 (2.2.1) is about
    # crawlers, which find their URLs by themselves. What curator makes up, a decoy, is not asked.
    row(99, "robots.txt forbids", "decoy-forbidden", "alive", seen="200 forbidden once"),
    row(100, "robots.txt can't be read", "decoy-no-rules-today", "alive", seen="200 once"),
    row(101, "dot segments and the like", "alive-dot-segments alive-tilde-encoded", "alive",
        seen="200 once"),
    row(101, "one host in several spellings", "idn upper-case-host default-port trailing-dot",
        "alive", seen="200 once", by_name=True),
    row(102, "tracking parameters", "alive-tracking", "alive", seen="200"),
    row(103, "one URL with several fragments", "same-0", "alive", seen="200 once"),
    row(104, "200 and 404 in turn", "flapping", "alive", seen="200"),
    row(104, "200 and 404 by the day", "flapping-by-day", "alive", "failing", seen="200 404"),
    row(105, "a limit that says 403", "wall-github-limit", "blocked", seen="403 rate-limit once"),
    row(106, "a video that is gone", "video-gone", *DOWN, seen="youtube:gone", by_name=True),
    row(106, "a video behind the same page", "video-there", "alive", seen="youtube:there",
        by_name=True),
    row(107, "an archive that limits us", "archive-limits", "blocked", seen="429 thrice",
        says="limits how often", by_name=True),
)  # fmt: skip


def test_no_behaviour_is_left_out() -> None:
    assert sorted({one.number for one in ROWS}) == list(range(1, 108))


def ids(one: Row) -> str:
    return f"{one.number}: {one.does}"


@pytest.mark.parametrize("one", ROWS, ids=ids)
def test_what_a_person_says(visits: tuple[Visited, Visited | None], one: Row) -> None:
    said = _visited(visits, one).said
    for name in one.cases.split():
        first, last = (said[day][name] for day in (min(DAYS), max(DAYS)))
        assert (first.status, last.status) == (one.first, one.last), name
        assert one.says in last.reason, name
        assert not _is_calm(last) or last.level == one.level, name


@pytest.mark.parametrize("one", ROWS, ids=ids)
def test_what_was_seen_is_kept(visits: tuple[Visited, Visited | None], one: Row) -> None:
    for name in one.cases.split():
        kept = _visited(visits, one).evidence[name]
        assert len(kept) == len(DAYS), name
        assert set(one.evidence.split()) <= _words(kept), name


def _visited(visits: tuple[Visited, Visited | None], one: Row) -> Visited:
    """Rows that need a name server of their own run where Linux lends a network namespace, as CI's
    machines do; elsewhere they can't be had without asking the real network for made-up names."""
    visited = visits[one.by_name]
    if visited is None:
        pytest.skip("needs a network namespace of its own")
    return visited


def _is_calm(seen: Seen) -> bool:
    """Is it no failure, so that a finding says more than the status does?"""
    return seen.status in ("alive", "moved", "blocked", "gated")


def _words(kept: Sequence[Evidence]) -> set[str]:
    """All that a row may ask for, of all days; how often it was asked, of the first."""
    first = kept[0].attempts
    words = {("once", "twice", "thrice")[len(first) - 1]}
    for evidence in kept:
        for attempt in evidence.attempts:
            words |= _words_of(attempt)
    return words


def _words_of(attempt: Attempt) -> set[str]:
    words = {sign.name for sign in attempt.signs} | set(attempt.ways)
    for hop in attempt.hops:
        words |= {str(hop.status), hop.via, hop.again or "", "cookie" if hop.set_cookie else ""}
        words |= {f"over-{hop.family}"}
    if attempt.failure:
        words |= {attempt.failure.cause, *(f"over-{one}" for one in attempt.failure.families)}
    if attempt.page:
        words |= {"cut" if attempt.page.cut else "whole"}
        words |= {"undecodable"} if attempt.page.undecodable else set()
    if attempt.record:
        words |= {f"{attempt.record.api}:{attempt.record.standing}"}
    for one in attempt.comparisons:
        words |= {one.beside, "forbidden" if one.status is None else ""}
    return words | ({"wait"} if attempt.retry_after else set())
