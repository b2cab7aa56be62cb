"""A failure of the quick way is asked again the tolerant way before it counts; both are kept."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from curator.addresses import Address
from curator.evidence import Again, Cause, Evidence, Family, Way
from curator.fetch import Fetcher
from curator.fetch.network import ProtocolT
from curator.judge import Policy, Status, judge
from curator.probes import page_probe
from curator.probes.contract import Ask
from fetch.wire import NOON, PRIVATE, QUICK, Exchange, Handler, MadeUp, ok, serving

PAGE = b"<!doctype html><title>A guide</title><h1>A guide</h1><p>Words of it."
HTML = b"Content-Type: text/html"
GOOD = ok(PAGE, HTML)
NEITHER, BOTH = (), (Family.IPV6, Family.IPV4)


async def look(url: str, *, network: MadeUp | None = None, seconds: float = 2.0) -> Evidence:
    """What a probe of the page sees by a fetcher, over sockets."""
    pace = replace(QUICK, timeout=seconds)
    fetcher = Fetcher(pace=pace, reach=PRIVATE, clock=lambda: NOON, network=network)
    probe, heard = page_probe(url, clock=lambda: NOON), None
    async with fetcher:
        while True:
            try:
                wish = probe.send(heard)
            except StopIteration as end:
                seen: Evidence = end.value
                return seen
            heard = await fetcher(wish) if isinstance(wish, Ask) else None


def status_after_months(url: str, evidence: Evidence) -> Status:
    """What comes of it when every week sees the same."""
    past = [
        replace(evidence, at=NOON + timedelta(days=7 * week), attempts=evidence.attempts)
        for week in range(9)
    ]
    return judge(url, past, Policy()).status


def unless(word: bytes, otherwise: bytes) -> Handler:
    """Good for a request that says `word`."""

    async def answer(exchange: Exchange) -> None:
        await exchange.send(GOOD if word in exchange.head.lower() else otherwise)

    return answer


@pytest.mark.parametrize(
    ("word", "otherwise", "first"),
    [
        (b"\r\nconnection: close", b"\x00\x01 no HTTP\r\n\r\n", Cause.PROTOCOL),
        (b"\r\nconnection: close", b"", Cause.CLOSED),
        (b"\r\nsec-fetch-mode: navigate", b"HTTP/1.1 403 Forbidden\r\n\r\nno", 403),
        (b"\r\nsec-fetch-site: none", b"HTTP/1.1 404 Not Found\r\n\r\nno", 404),
        (b"\r\nupgrade-insecure-requests: 1", b"HTTP/1.1 406 Not Acceptable\r\n\r\n", 406),
        (b"\r\nsec-fetch-user: ?1", b"HTTP/1.1 503 Service Unavailable\r\n\r\nno", 503),
    ],
)
async def test_what_a_browser_would_have_managed(
    word: bytes, otherwise: bytes, first: Cause | int
) -> None:
    async with serving(unless(word, otherwise)) as server:
        seen = await look(server.url())
    quick, tolerant = seen.attempts
    assert (quick.failure.cause if quick.failure else quick.status) == first
    assert (tolerant.status, tolerant.page and tolerant.page.title) == (200, "A guide")
    assert quick.ways == ()
    assert tolerant.ways == (Way.PATIENT, Way.FRESH, Way.NAVIGATION)
    assert judge(seen.url, [seen], Policy(strict=True)).status is Status.ALIVE


async def test_a_slow_answer_has_twice_the_time() -> None:
    async def after_the_first_time(exchange: Exchange) -> None:
        if exchange.nth == 1:
            await exchange.until_closed()
        await exchange.send(GOOD)

    async with serving(after_the_first_time) as server:
        seen = await look(server.url(), seconds=0.2)
    quick, tolerant = seen.attempts
    assert quick.failure
    assert quick.failure.cause is Cause.TIMEOUT
    assert tolerant.status == 200
    assert Way.PATIENT in tolerant.ways


@pytest.mark.parametrize("coding", [b"gzip", b"deflate", b"br", b"zstd", b"gzip, br"])
async def test_what_can_not_be_inflated_is_asked_for_plainly_at_once(coding: bytes) -> None:
    coded = ok(PAGE, HTML, b"Content-Encoding: " + coding)
    async with serving(unless(b"accept-encoding: identity", coded)) as server:
        seen = await look(server.url())
    (attempt,) = seen.attempts
    assert attempt.hops[-1].again is Again.UNCODED
    assert attempt.page
    assert (attempt.page.title, attempt.page.cut) == ("A guide", False)
    assert len(server.heads) == 2


async def test_a_body_that_no_browser_shows_is_failing_and_never_dead() -> None:
    async with serving(ok(PAGE, HTML, b"Content-Encoding: gzip")) as server:
        seen = await look(server.url())
    assert len(seen.attempts) == 2
    assert len(server.heads) == 4
    for attempt in seen.attempts:
        assert attempt.hops[-1].again is Again.UNCODED
        assert attempt.page
        assert attempt.page.undecodable
    assert status_after_months(seen.url, seen) is Status.FAILING
    assert "no browser shows it" in judge(seen.url, [seen], Policy()).reason


async def test_a_body_that_browsers_read_and_we_do_not_is_alive() -> None:
    async with serving(ok(b"\x0b\x02\x80brotli\x03", HTML, b"Content-Encoding: br")) as server:
        seen = await look(server.url())
    (attempt,) = seen.attempts
    assert attempt.page
    assert (attempt.page.cut, attempt.page.undecodable) == (True, False)
    assert judge(seen.url, [seen], Policy(strict=True)).status is Status.ALIVE


async def test_a_refused_second_question_leaves_the_first_answer() -> None:
    async def refuse(exchange: Exchange) -> None:
        plainly = b"identity" in exchange.head
        coded = ok(b"\x0b\x02\x80brotli\x03", HTML, b"Content-Encoding: br")
        await exchange.send(b"HTTP/1.1 406 Not Acceptable\r\n\r\n" if plainly else coded)

    async with serving(refuse) as server:
        seen = await look(server.url())
    assert [attempt.status for attempt in seen.attempts] == [200]


async def test_a_304_that_nobody_asked_for_is_asked_past_caches() -> None:
    wanted = unless(b"cache-control: no-cache", b"HTTP/1.1 304 Not Modified\r\n\r\n")
    async with serving(wanted) as server:
        seen = await look(server.url())
    (attempt,) = seen.attempts
    assert (attempt.status, attempt.hops[-1].again) == (200, Again.PAST_CACHES)


class TwoSided(MadeUp):
    """One name with an address of each family, each family with a server of its own."""

    def __init__(self, ipv6: int, ipv4: int, *addresses: str) -> None:
        super().__init__(every=addresses or ("2606:4700::1", "93.184.216.34"))
        self._port_of = {6: ipv6, 4: ipv4}

    async def connect(
        self,
        make: Callable[[], ProtocolT],
        address: Address,
        port: int,
        *,
        tls: ssl.SSLContext | None,
        server_hostname: str | None,
    ) -> tuple[object, ProtocolT]:  # type: ignore[override]
        self._ports = {port: self._port_of[address.version]}
        return await super().connect(make, address, port, tls=tls, server_hostname=server_hostname)


async def _reset(exchange: Exchange) -> None:
    exchange.reset()


@pytest.mark.parametrize(
    ("bad", "first"),
    [
        (_reset, Cause.RESET),
        (b"SSH-2.0-OpenSSH_9.6\r\n", Cause.PROTOCOL),
        (b"HTTP/1.1 404 Not Found\r\n\r\nno such host here", 404),
        (b"HTTP/1.1 503 Service Unavailable\r\n\r\n", 503),
    ],
)
@pytest.mark.parametrize("family", list(Family))
async def test_where_one_family_leads_astray_the_other_is_asked(
    family: Family, bad: Handler | bytes, first: Cause | int
) -> None:
    async with serving(bad) as wrong, serving(GOOD) as right:
        is_six = family is Family.IPV6
        ports = (wrong.port, right.port) if is_six else (right.port, wrong.port)
        names = ("2606:4700::1", "93.184.216.34")
        network = TwoSided(*ports, *(names if is_six else names[::-1]))
        seen = await look("http://name.test/", network=network)
    quick, tolerant = seen.attempts
    assert (quick.failure.cause if quick.failure else quick.status) == first
    asked = quick.failure.families if quick.failure else (quick.hops[-1].family,)
    assert asked == (family,)
    assert tolerant.status == 200
    assert tolerant.hops[-1].family not in (None, family)
    assert Way.OTHER_FAMILY in tolerant.ways


@pytest.mark.parametrize(
    ("addresses", "families", "after_months"),
    [
        (("2606:4700::1",), (Family.IPV6,), Status.FAILING),
        (("93.184.216.34",), (Family.IPV4,), Status.DEAD),
        (("2606:4700::1", "93.184.216.34"), BOTH, Status.DEAD),
    ],
)
async def test_silence_over_ipv6_alone_may_be_ours(
    addresses: tuple[str, ...], families: tuple[Family, ...], after_months: Status
) -> None:
    network = MadeUp(every=addresses)
    network.mute = set(addresses)
    seen = await look("http://name.test/", network=network, seconds=0.3)
    for attempt in seen.attempts:
        assert attempt.failure
        assert attempt.failure.cause is Cause.CONNECT_TIMEOUT
        assert set(attempt.failure.families) == set(families)
    assert status_after_months("http://name.test/", seen) is after_months
    said = judge("http://name.test/", [seen], Policy()).reason
    assert ("IPv6 alone" in said) == (after_months is Status.FAILING)


async def test_what_came_to_no_connection_names_no_family() -> None:
    seen = await look("http://name.test/", network=MadeUp())
    assert seen.attempts[0].failure
    assert seen.attempts[0].failure.families == NEITHER
