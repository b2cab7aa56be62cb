"""Every URL is asked once; no host holds up another, or is held up."""

from __future__ import annotations

import asyncio

import pytest

from crawl.fakes import Crawled, FakeWeb, Reply
from curator.crawl.lanes import Lanes
from curator.evidence import Cause


def links(host: str, count: int) -> list[str]:
    return [f"https://{host}.example/{number}" for number in range(count)]


def singles(count: int) -> list[str]:
    return [f"https://single{number}.example/" for number in range(count)]


def test_every_url_is_asked_once_and_recorded_once() -> None:
    crawled = Crawled(FakeWeb())
    urls = [*links("a", 5), *links("b", 3), *links("a", 5)]
    outcome = crawled.run(urls)
    assert sorted(crawled.urls) == sorted(set(urls))
    assert sorted(url for _, url in crawled.web.asked) == sorted(set(urls))
    assert (outcome.done, outcome.total) == (8, 8)
    assert not outcome.interrupted
    assert not outcome.void


def test_nothing_to_ask_is_no_trouble() -> None:
    outcome = Crawled(FakeWeb()).run([])
    assert (outcome.done, outcome.total, outcome.void) == (0, 0, False)


@pytest.mark.parametrize("width", [1, 2, 5])
def test_no_host_gets_more_workers_than_it_may(width: int) -> None:
    crawled = Crawled(FakeWeb(), host_concurrency=width)
    crawled.run([*links("a", 20), *links("b", 20)])
    assert crawled.web.most_of_one_host == width


def test_a_long_host_holds_up_no_other() -> None:
    crawled = Crawled(FakeWeb(latency=1.0))
    crawled.run([*links("long", 500), *singles(100)])
    last_single = max(at for at, url in crawled.web.asked if "single" in url)
    assert last_single < 2


def test_a_long_host_is_not_held_up_though_it_is_listed_last() -> None:
    crawled = Crawled(FakeWeb(latency=1.0), max_concurrency=10)
    crawled.run([*singles(2000), *links("long", 500)])
    assert crawled.seconds == pytest.approx(500 / 2)


def test_workers_are_bounded_however_many_hosts_there_are() -> None:
    tasks = []

    def reply_to(_: str) -> Reply:
        tasks.append(len(asyncio.all_tasks()))
        return 200

    assert Crawled(FakeWeb(reply_to), max_concurrency=8).run(singles(3000)).done == 3000
    assert max(tasks) <= 2 * 8 + 3


def test_trouble_is_recorded_at_once_and_asked_again_at_the_end_of_the_lane() -> None:
    first, *others = links("a", 40)
    web = FakeWeb(lambda url: 503 if url == first else 200, latency=1.0)
    crawled = Crawled(web, second_try_after=5.0)
    crawled.run([first, *others])
    assert [at for at, seen in crawled.recorded if seen.url == first] == [1.0, 21.0]
    assert web.times(first)[1] >= max(at for at, url in web.asked if url in others)


def test_a_second_try_keeps_its_distance_when_nothing_else_is_left() -> None:
    crawled = Crawled(FakeWeb(lambda _: 503), second_try_after=5.0)
    outcome = crawled.run(links("a", 1))
    first, second = crawled.web.times("https://a.example/0")
    assert second - first >= 5
    assert outcome.done == 1
    assert [len(seen.attempts) for _, seen in crawled.recorded] == [1, 2]


def test_second_tries_of_one_host_go_side_by_side_too() -> None:
    crawled = Crawled(FakeWeb(lambda _: Cause.TIMEOUT, latency=20.0))
    crawled.run([*links("a", 10), "https://b.example/"])
    assert crawled.web.most_of_one_host == 2
    assert crawled.seconds < 2 * (20 * 10 / 2) + 5 + 1


def test_a_host_whose_jobs_are_put_off_does_not_hold_a_worker() -> None:
    web = FakeWeb(lambda url: 503 if "trouble" in url else 200, latency=1.0)
    crawled = Crawled(web, max_concurrency=1, second_try_after=1000.0)
    crawled.run([*links("trouble", 2), *singles(50)])
    assert max(at for at, url in web.asked if "single" in url) < 60


def test_what_is_no_url_goes_through_a_lane_of_its_own() -> None:
    lanes = Lanes(["https://", "https://a b/", "https://a.example/"], width=2)
    assert lanes.total == 3
    turns = iter(lambda: lanes.next(0.0), None)
    assert [list(lane.fresh) for lane in turns] == 2 * [["https://", "https://a b/"]] + [
        ["https://a.example/"]
    ]


def test_thousands_of_urls_on_hundreds_of_hosts() -> None:
    crawled = Crawled(FakeWeb())
    urls = [f"https://host{number % 500}.example/{number}" for number in range(5000)]
    assert crawled.run(urls).done == 5000
