"""Manners as the servers count them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from curator.evidence import Cause, Failure
from curator.fetch import Fetcher
from curator.fetch.manners import Manners, retry_after
from curator.probes.contract import Answer, Ask
from curator.settings import Pace
from fetch.wire import NOON, PRIVATE, QUICK, Exchange, MadeUp, Server, ok, serving

LATE = 0.5
"""What is left of an interval when a busy machine reads the first of two requests late."""


async def ask_all(
    urls: Sequence[str], pace: Pace, network: MadeUp | None = None
) -> list[Answer | Failure]:
    async with Fetcher(pace=pace, reach=PRIVATE, clock=lambda: NOON, network=network) as fetcher:
        return await asyncio.gather(*(fetcher(Ask(url=url)) for url in urls))


def gaps(server: Server) -> list[float]:
    moments = sorted(server.moments)
    return [after - before for before, after in pairwise(moments)]


async def _slow(exchange: Exchange) -> None:
    await asyncio.sleep(0.03)
    await exchange.send(ok())


async def test_requests_to_one_host_keep_their_distance() -> None:
    async with serving(ok()) as server:
        await ask_all([server.url(f"/{n}") for n in range(5)], replace(QUICK, host_interval=0.04))
    assert min(gaps(server)) > 0.04 * LATE


async def test_ports_and_spellings_of_a_host_share_its_budget() -> None:
    async with serving(ok()) as one, serving(ok()) as two:
        urls = [one.url(), two.url(), one.url(host="127.1"), two.url(host="0x7f.0.0.1.")]
        await ask_all(urls, replace(QUICK, host_interval=0.04))
    moments = sorted(one.moments + two.moments)
    assert min(b - a for a, b in pairwise(moments)) > 0.04 * LATE


async def test_distance_counts_from_going_out_also_when_all_slots_are_taken() -> None:
    async with serving(_slow, "127.0.0.2") as busy, serving(ok()) as server:
        pace = replace(QUICK, host_interval=0.02, max_concurrency=1, host_concurrency=2)
        urls = [busy.url(host="127.0.0.2"), server.url("/1"), server.url("/2"), server.url("/3")]
        await ask_all(urls, pace)
    assert min(gaps(server)) > 0.02 * LATE


async def test_few_at_once_to_one_host() -> None:
    async with serving(_slow) as server:
        await ask_all([server.url(f"/{n}") for n in range(8)], replace(QUICK, host_concurrency=2))
    assert server.peak == 2


async def test_few_at_once_to_one_address_whatever_the_names() -> None:
    network = MadeUp(every=["93.184.216.34"])
    async with serving(_slow) as server:
        urls = [server.url(host=f"h{n}.test") for n in range(9)]
        got = await ask_all(urls, replace(QUICK, address_concurrency=3), network)
    assert all(isinstance(one, Answer) for one in got)
    assert server.peak == 3


async def test_so_many_a_second_to_one_address_whatever_the_names() -> None:
    network = MadeUp(every=["93.184.216.34"])
    async with serving(ok()) as server:
        urls = [server.url(host=f"h{n}.test") for n in range(30)]
        pace = replace(QUICK, address_rate=10, address_concurrency=30, max_concurrency=30)
        await ask_all(urls, pace, network)
    assert max(server.moments) - min(server.moments) > 1.5  # ten at once, then ten a second


async def test_few_at_once_in_all() -> None:
    async with serving(_slow, "0.0.0.0") as server:
        urls = [server.url(host=f"127.0.1.{n}") for n in range(1, 10)]
        await ask_all(urls, replace(QUICK, max_concurrency=4))
    assert server.peak == 4


async def test_a_waiting_host_takes_no_common_slot() -> None:
    async with serving(ok()) as slow, serving(ok(), "127.0.0.2") as quick:
        pace = replace(QUICK, host_interval=0.3, max_concurrency=1)
        urls = [slow.url("/1"), slow.url("/2"), quick.url(host="127.0.0.2")]
        await ask_all(urls, pace)
    assert quick.moments[0] < max(slow.moments) - 0.1


def _limited(*headers: bytes, status: bytes = b"429 Too Many") -> bytes:
    fields = b"".join(line + b"\r\n" for line in headers)
    return b"HTTP/1.1 " + status + b"\r\n" + fields + b"Content-Length: 0\r\n\r\n"


@pytest.mark.parametrize("status", [b"429 Too Many", b"503 Unavailable"])
async def test_a_short_retry_after_pauses_the_host(status: bytes) -> None:
    async def limit_first(exchange: Exchange) -> None:
        wire = _limited(b"Retry-After: 0.15", status=status) if exchange.nth == 1 else ok()
        await exchange.send(wire)

    async with serving(limit_first) as server, serving(ok(), "127.0.0.2") as other:
        pace = replace(QUICK, host_concurrency=1)
        urls = [server.url("/1"), server.url("/2"), other.url(host="127.0.0.2")]
        got = await ask_all(urls, pace)
    assert [getattr(one, "status", one) for one in got] == [int(status[:3]), 200, 200]
    assert gaps(server)[0] > 0.15 * LATE
    assert other.moments[0] < server.moments[1] - 0.1


async def test_a_long_retry_after_is_not_waited_for_but_remembered() -> None:
    async with (
        serving(_limited(b"Retry-After: 3600")) as server,
        Fetcher(pace=QUICK, reach=PRIVATE, clock=lambda: NOON) as fetcher,
    ):
        first = await fetcher(Ask(url=server.url("/1")))
        second = await fetcher(Ask(url=server.url("/2")))
        holds = fetcher.holds
    assert getattr(first, "status", first) == 429
    assert getattr(second, "cause", second) is Cause.HELD_OFF
    assert len(server.heads) == 1
    assert holds == {"127.0.0.1": NOON + timedelta(hours=1)}


async def test_an_ask_that_waits_hears_of_the_hold() -> None:
    async def hold_later(exchange: Exchange) -> None:
        await asyncio.sleep(0.05)
        await exchange.send(_limited(b"Retry-After: 3600"))

    async with serving(hold_later) as server:
        pace = replace(QUICK, host_concurrency=1)
        got = await ask_all([server.url(f"/{n}") for n in range(4)], pace)
    assert [getattr(one, "cause", None) for one in got] == [None, *[Cause.HELD_OFF] * 3]
    assert len(server.heads) == 1


async def test_holds_of_an_earlier_run_are_kept_until_they_end() -> None:
    holds = {"127.0.0.1": NOON + timedelta(hours=1), "127.0.0.2": NOON - timedelta(hours=1)}
    async with (
        serving(ok()) as held,
        serving(ok(), "127.0.0.2") as free,
        Fetcher(pace=QUICK, reach=PRIVATE, clock=lambda: NOON, holds=holds) as fetcher,
    ):
        first = await fetcher(Ask(url=held.url()))
        second = await fetcher(Ask(url=free.url(host="127.0.0.2")))
        assert fetcher.holds == {"127.0.0.1": NOON + timedelta(hours=1)}
    assert getattr(first, "cause", first) is Cause.HELD_OFF
    assert getattr(second, "status", second) == 200
    assert not held.heads


async def test_a_host_that_limits_without_a_time_is_slowed_and_recovers() -> None:
    manners = Manners(QUICK, lambda: NOON, {})
    loop = asyncio.get_running_loop()

    async def wait() -> float:
        began = loop.time()
        async with manners.turn("h", "a"):
            return loop.time() - began

    assert await wait() < 0.1
    manners.heard("h", 429, [])
    assert await wait() > 0.5 * LATE
    for _ in range(12):
        manners.heard("h", 200, [])
    assert manners._budget("h")._interval < 0.01


async def test_slowing_has_an_end() -> None:
    manners = Manners(QUICK, lambda: NOON, {})
    for _ in range(20):
        manners.heard("h", 429, [])
    assert manners._budget("h")._interval == 4.0


async def test_hosts_that_are_done_are_forgotten() -> None:
    manners = Manners(QUICK, lambda: NOON, {})
    for number in range(5_000):
        async with manners.turn(f"h{number}", f"a{number}"):
            pass
    assert len(manners._hosts) <= 2_000
    assert len(manners._addresses) <= 2_000


async def test_who_gives_up_waiting_leaves_no_trace() -> None:
    manners = Manners(replace(QUICK, host_interval=60.0), lambda: NOON, {})
    async with manners.turn("h", "a"):
        pass
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01), manners.turn("h", "a"):
            pass
    budget = manners._budget("h")
    assert not budget.gate.locked()
    assert not budget._users
    assert not manners._addresses["a"]._users


AT = "Mon, 23 Nov 2026 12:00:00 GMT"
LATER = "Mon, 23 Nov 2026 12:02:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ([("retry-after", "120")], 120),
        ([("retry-after", " 1.5 ")], 1.5),
        ([("retry-after", LATER)], 120),
        ([("retry-after", LATER), ("date", "Mon, 23 Nov 2026 12:01:00 GMT")], 60),
        ([("retry-after", AT), ("date", LATER)], 0),
        ([("retry-after", "Mon, 23 Nov 2026 12:02:00 -0000"), ("date", AT)], 120),
        ([("retry-after", LATER), ("date", "yesterday")], 120),
        ([("retry-after", "5"), ("retry-after", "9")], 5),
        ([("retry-after", "soon")], None),
        ([("retry-after", "-5")], None),
        ([("retry-after", "９")], None),
        ([("retry-after", "9" * 400)], None),
        ([("retry-after", "Mon, 99 Nov 99999999 12:02:00 GMT")], None),
        ([("retry-after", "")], None),
        ([], None),
    ],
)
def test_retry_after(headers: list[tuple[str, str]], seconds: float | None) -> None:
    wait = retry_after(headers, datetime(2026, 11, 23, 12, tzinfo=UTC))
    assert (wait and wait.total_seconds()) == seconds or (wait == timedelta() and seconds == 0)


async def test_no_host_holds_us_off_for_more_than_a_week() -> None:
    manners = Manners(QUICK, lambda: NOON, {})
    manners.heard("h", 503, [("retry-after", "999999999")])
    assert manners.holds == {"h": NOON + timedelta(days=7)}
