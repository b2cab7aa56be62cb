"""URLs that are only known later, while a run is under way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

import pytest

from crawl.fakes import Crawled, FakeWeb, play
from curator.crawl import More, Outcome, Progress
from curator.errors import CuratorError
from curator.evidence import Cause

EARLY = [f"https://early{number}.example/" for number in range(4)]
LATE = [f"https://late{number}.example/" for number in range(4)]


def after(seconds: float, urls: Sequence[str] = LATE, *, vouches: bool = False) -> More:
    async def more(vouch: Callable[[], None]) -> Iterable[str]:
        await asyncio.sleep(seconds)
        if vouches:
            vouch()
        return urls

    return more


@pytest.mark.parametrize("early", [EARLY, [], EARLY + LATE])
@pytest.mark.parametrize("seconds", [0.0, 0.1, 50.0])
def test_they_are_asked_too_and_each_once(early: list[str], seconds: float) -> None:
    crawled = Crawled(FakeWeb())
    outcome = crawled.run(early, more=after(seconds))
    assert sorted(crawled.urls) == sorted({*early, *LATE})
    assert outcome == Outcome(
        done=len(crawled.urls), total=len(crawled.urls), interrupted=False, void=False
    )


def test_nothing_waits_for_them() -> None:
    crawled = Crawled(FakeWeb(latency=1.0))
    crawled.run(EARLY, more=after(100.0))
    assert max(at for at, url in crawled.web.asked if "early" in url) < 1.0
    assert crawled.seconds == 101.0


def test_a_host_is_asked_no_more_at_once_because_it_comes_twice() -> None:
    urls = [f"https://host.example/{number}" for number in range(40)]
    crawled = Crawled(FakeWeb(latency=1.0), host_concurrency=2)
    crawled.run(urls[:20], more=after(3.0, urls[20:]))
    assert crawled.web.most_of_one_host == 2
    assert sorted(crawled.urls) == sorted(urls)
    assert crawled.seconds == 20.0


def test_those_that_were_put_off_are_not_forgotten() -> None:
    crawled = Crawled(FakeWeb(lambda url: 503 if "early" in url else 200))
    crawled.run(EARLY, more=after(1.0))
    assert len([url for url in crawled.urls if "early" in url]) == 2 * len(EARLY)


def test_the_count_grows_when_they_come() -> None:
    told: list[Progress] = []
    Crawled(FakeWeb()).run(EARLY, more=after(5.0), progress=told.append)
    assert (told[0].total, told[-1].total, told[-1].done) == (4, 8, 8)


def test_a_stop_does_not_wait_for_them() -> None:
    async def work() -> Outcome:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(2.0, stop.set)
        return await crawled.crawl(EARLY, more=after(100.0), stop=stop)

    crawled = Crawled(FakeWeb())
    play(work())
    assert crawled.seconds == 2.0


@pytest.mark.parametrize("error", [CuratorError("full"), ValueError("ours")])
def test_their_fault_ends_the_run(error: Exception) -> None:
    async def broken(_: Callable[[], None]) -> Iterable[str]:
        async with asyncio.TaskGroup() as group:
            group.create_task(raising(error))
        return ()

    with pytest.raises(type(error)):
        Crawled(FakeWeb()).run(EARLY, more=broken)


async def raising(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    ("hosts", "vouches", "void"),
    [(3, False, True), (3, True, False), (30, False, True), (30, True, True)],
)
def test_who_answers_by_another_way_speaks_for_the_network(
    hosts: int, vouches: bool, void: bool
) -> None:
    urls = [f"https://host{number}.example/" for number in range(hosts)]
    crawled = Crawled(FakeWeb(lambda _: Cause.NAME_TRY_AGAIN))
    assert crawled.run(urls, more=after(0.1, (), vouches=vouches)).void == void
