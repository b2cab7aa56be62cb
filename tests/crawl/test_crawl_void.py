"""When our own network is down, no link is blamed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest

from crawl.fakes import Crawled, FakeWeb, Reply, answer, simple_probe
from curator.crawl.void import Connectivity
from curator.evidence import Cause, Failure

OURS = [Cause.NAME_TRY_AGAIN, Cause.NO_ROUTE, Cause.CONNECT_TIMEOUT, Cause.PROXY]
THEIRS = [Cause.REFUSED, Cause.RESET, Cause.TIMEOUT, Cause.TLS_EXPIRED, Cause.NO_SUCH_NAME]


def hosts(count: int, prefix: str = "host") -> list[str]:
    return [f"https://{prefix}{number}.example/" for number in range(count)]


def connectivity(
    replies: dict[str, int | Cause], *, failed_before: frozenset[str] = frozenset()
) -> Connectivity:
    connectivity = Connectivity(failed_before)
    for url, reply in replies.items():
        failure = Failure(url=url, cause=reply, detail="") if isinstance(reply, Cause) else None
        connectivity.hear(connectivity.ask(url, listed=url), failure or answer(url), listed=url)
    return connectivity


def all_say(reply: int | Cause, count: int, prefix: str = "host") -> dict[str, int | Cause]:
    return dict.fromkeys(hosts(count, prefix), reply)


@pytest.mark.parametrize("cause", OURS)
@pytest.mark.parametrize("count", [1, 3, 9, 10, 50])
def test_everybody_silent_in_our_way_is_void(cause: Cause, count: int) -> None:
    assert connectivity(all_say(cause, count)).is_void()


@pytest.mark.parametrize("cause", THEIRS)
def test_a_few_dead_hosts_are_dead_and_many_without_one_answer_are_not_believed(
    cause: Cause,
) -> None:
    assert not connectivity(all_say(cause, 1)).is_void()
    assert not connectivity(all_say(cause, 9)).is_void()
    assert connectivity(all_say(cause, 10)).is_void()


@pytest.mark.parametrize(
    ("answered", "ours", "theirs", "void"),
    [
        (5, 5, 0, False),
        (4, 6, 0, True),
        (4, 5, 1, False),
        (4, 5, 0, False),  # fewer than ten hosts
        (1, 8, 0, False),
        (1, 9, 0, True),
        (1, 0, 99, False),
        (0, 5, 1, False),
    ],
)
def test_of_many_hosts_more_than_half(answered: int, ours: int, theirs: int, void: bool) -> None:
    replies = all_say(200, answered, "up") | all_say(Cause.CONNECT_TIMEOUT, ours, "silent")
    assert connectivity(replies | all_say(Cause.REFUSED, theirs, "down")).is_void() is void


def test_a_host_that_answered_once_has_answered() -> None:
    replies = all_say(200, 6) | all_say(Cause.CONNECT_TIMEOUT, 5, "silent")
    replies |= {f"{url}other": Cause.CONNECT_TIMEOUT for url in hosts(6)}
    assert not connectivity(replies).is_void()


@pytest.mark.parametrize("cause", [Cause.UNSAFE_ADDRESS, Cause.UNUSABLE_URL, Cause.HELD_OFF])
def test_what_was_not_asked_says_nothing(cause: Cause) -> None:
    assert not connectivity(all_say(cause, 50)).is_void()


def test_nothing_asked_is_not_void() -> None:
    assert not connectivity({}).is_void()


class TestAskingAgainWhatFailed:
    """Forty hosts that were down yesterday, and three witnesses."""

    down: ClassVar = all_say(Cause.CONNECT_TIMEOUT, 40, "down")
    failed_before: ClassVar = frozenset(down)

    def test_they_may_be_down_again_when_the_witnesses_answer(self) -> None:
        replies = self.down | all_say(200, 3, "witness")
        assert not connectivity(replies, failed_before=self.failed_before).is_void()
        assert connectivity(replies).is_void()

    def test_they_are_not_blamed_when_the_witnesses_are_silent_too(self) -> None:
        replies = self.down | all_say(Cause.CONNECT_TIMEOUT, 3, "witness")
        assert connectivity(replies, failed_before=self.failed_before).is_void()

    def test_without_witnesses_they_speak_for_themselves(self) -> None:
        assert connectivity(self.down, failed_before=self.failed_before).is_void()

    def test_their_answers_count(self) -> None:
        replies = all_say(200, 40, "down") | all_say(Cause.CONNECT_TIMEOUT, 3, "witness")
        assert not connectivity(replies, failed_before=self.failed_before).is_void()

    def test_their_silence_ends_no_run_early(self) -> None:
        outcome = Crawled(FakeWeb(self.down.__getitem__, latency=20.0)).run(
            self.down, failed_before=self.failed_before
        )
        assert outcome.done == 40


class TestFirstWave:
    @pytest.mark.parametrize("cause", [*OURS, Cause.NO_SUCH_NAME])
    def test_a_run_without_network_ends_within_fifteen_seconds(self, cause: Cause) -> None:
        crawled = Crawled(FakeWeb(lambda _: cause), host_concurrency=1)
        outcome = crawled.run([f"{url}{n}" for url in hosts(10) for n in range(1000)])
        assert outcome.void
        assert crawled.seconds < 15
        assert not outcome.interrupted

    def test_so_does_one_in_which_nothing_comes_back(self) -> None:
        crawled = Crawled(FakeWeb(latency=20.0))
        outcome = crawled.run(hosts(500))
        assert outcome.void
        assert crawled.seconds < 15

    @pytest.mark.parametrize(
        "reply_to",
        [
            lambda url: 200 if "host7" in url else Cause.NO_SUCH_NAME,
            lambda url: 503 if "host7" in url else Cause.CONNECT_TIMEOUT,
            lambda url: Cause.REFUSED if "host7" in url else Cause.NAME_TRY_AGAIN,
        ],
        ids=["an answer", "an error", "a closed port"],
    )
    def test_one_machine_that_speaks_keeps_it_going(self, reply_to: Callable[[str], Reply]) -> None:
        crawled = Crawled(FakeWeb(reply_to), second_try_after=20.0)
        outcome = crawled.run(hosts(12))
        assert outcome.done == 12

    def test_slow_hosts_are_not_a_wave_when_few_are_asked_at_once(self) -> None:
        crawled = Crawled(FakeWeb(latency=14.0), max_concurrency=9)
        assert not crawled.run(hosts(40)).void

    def test_nine_silent_hosts_are_waited_for(self) -> None:
        crawled = Crawled(FakeWeb(lambda _: Cause.CONNECT_TIMEOUT, latency=20.0))
        outcome = crawled.run(hosts(9))
        assert outcome.done == 9
        assert outcome.void

    def test_a_wave_later_in_the_run_is_no_first_wave(self) -> None:
        def reply_to(url: str) -> Reply:
            return 200 if int(url.split("host")[1].split(".")[0]) < 20 else Cause.NO_SUCH_NAME

        crawled = Crawled(FakeWeb(reply_to, latency=5.0), max_concurrency=10)
        assert crawled.run(hosts(60), probe_for=simple_probe).done == 60
