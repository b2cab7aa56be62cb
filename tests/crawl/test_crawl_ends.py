"""A run can be stopped, cancelled or broken; what was seen is recorded all the same."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import Any

import pytest

from crawl.fakes import Crawled, FakeWeb, evidence, now, play, simple_probe
from curator.crawl import Outcome, Progress
from curator.errors import CuratorError
from curator.evidence import Evidence
from curator.probes.contract import Ask, Probe

URLS = [f"https://host{number % 7}.example/{number}" for number in range(700)]


def stopped(crawled: Crawled, after: float, **options: Any) -> Outcome:
    async def work() -> Outcome:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(after, stop.set)
        return await crawled.crawl(URLS, stop=stop, **options)

    return play(work())


def test_a_stop_ends_the_run_at_once_and_keeps_what_was_seen() -> None:
    crawled = Crawled(FakeWeb(latency=1.0))
    outcome = stopped(crawled, after=10.5)
    assert outcome.interrupted
    assert crawled.seconds == 10.5
    assert outcome.done == len(crawled.recorded) == 10 * 2 * 7


def test_a_stopped_run_has_recorded_what_it_put_off() -> None:
    crawled = Crawled(FakeWeb(lambda _: 503, latency=1.0))
    outcome = stopped(crawled, after=10.5)
    assert outcome.done == 0
    assert len(set(crawled.urls)) == 10 * 2 * 7


def test_a_stop_that_was_set_before_asks_nothing() -> None:
    crawled = Crawled(FakeWeb())
    assert stopped(crawled, after=0).interrupted
    assert crawled.recorded == []


def test_a_stop_that_comes_when_all_is_done_is_no_interruption() -> None:
    async def work() -> Outcome:
        stop = asyncio.Event()
        return await Crawled(FakeWeb()).crawl(URLS[:1], stop=stop, record=lambda _: stop.set())

    assert not play(work()).interrupted


def test_a_cancelled_crawl_is_cancelled() -> None:
    crawled = Crawled(FakeWeb(latency=1.0))

    async def work() -> None:
        async with asyncio.timeout(10.5):
            await crawled.crawl(URLS)

    with pytest.raises(TimeoutError):
        play(work())
    assert len(crawled.recorded) == 10 * 2 * 7


def no_probe(url: str) -> Probe:
    if "/21" in url:
        raise ZeroDivisionError("ours")
    return simple_probe(url)


def broken_probe(url: str) -> Probe:
    reply = yield Ask(url=url)
    if "/21" in url:
        raise ZeroDivisionError("ours")
    return evidence(url, reply)


@pytest.mark.parametrize("probe_for", [no_probe, broken_probe])
def test_a_fault_of_ours_names_the_url_and_is_not_wrapped(probe_for: Any) -> None:
    crawled = Crawled(FakeWeb(latency=1.0))
    with pytest.raises(ZeroDivisionError) as caught:
        crawled.run(URLS, probe_for=probe_for)
    assert caught.value.__notes__ == ["while probing https://host0.example/21"]
    assert len(crawled.recorded) >= 2 * 7


def test_a_fault_of_the_fetch_is_ours_too() -> None:
    web = FakeWeb(lambda url: RuntimeError("ours") if "/21" in url else 200)
    with pytest.raises(RuntimeError) as caught:
        Crawled(web).run(URLS)
    assert caught.value.__notes__ == ["while probing https://host0.example/21"]


def test_a_full_disk_ends_the_run_with_its_cause() -> None:
    def record(_: Evidence) -> None:
        try:
            raise OSError("no space")
        except OSError as error:
            raise CuratorError("the disk is full") from error

    with pytest.raises(CuratorError) as caught:
        Crawled(FakeWeb()).run(URLS, record=record)
    assert isinstance(caught.value.__cause__, OSError)


def test_progress_is_told_now_and_then_and_at_the_end() -> None:
    told: list[tuple[float, Progress]] = []
    crawled = Crawled(FakeWeb(lambda url: 503 if url.endswith("1") else 200, latency=0.01))
    crawled.run(URLS, progress=lambda progress: told.append((now(), progress)))
    assert told[0][1] == Progress(done=0, total=700, waiting=0, elapsed=0.0)
    assert (told[-1][1].done, told[-1][1].waiting) == (700, 0)
    assert max(progress.waiting for _, progress in told) > 60
    gaps = [later - sooner for (sooner, _), (later, _) in pairwise(told[:-1])]
    assert min(gaps) >= 0.1 - 1e-9
    assert told[-1][1].rate == pytest.approx(700 / crawled.seconds)
