"""One try of one URL ends, and only the time of asking counts."""

from __future__ import annotations

import asyncio

from crawl.fakes import Crawled, FakeWeb, answer, evidence
from curator.evidence import Attempt, Cause, Failure, Hop
from curator.probes.contract import Answer, Ask, Cut, Later, Probe

URL = "https://a.example/0"


def chain(url: str) -> Probe:
    """Follows redirects for ever, one attempt for each reply."""
    replies: list[Answer | Failure | None] = []
    while not replies or isinstance(replies[-1], Answer):
        replies.append((yield Ask(url=f"{url}/{len(replies)}")))
    return evidence(url, *replies)


def causes(attempts: tuple[Attempt, ...]) -> list[Cause | int | None]:
    return [attempt.failure.cause if attempt.failure else attempt.status for attempt in attempts]


def test_a_slow_chain_ends_with_a_timeout_that_the_probe_hears_of() -> None:
    crawled = Crawled(FakeWeb(latency=19.0), probe_timeout=60.0)
    crawled.run([URL], probe_for=chain)
    (_, seen), *_ = crawled.recorded
    assert causes(seen.attempts) == [200, 200, 200, 200, Cause.TIMEOUT]
    assert len(crawled.web.asked) == 4


def test_waiting_for_a_turn_is_not_asking() -> None:
    class PoliteWeb(FakeWeb):
        async def __call__(self, ask: Ask) -> Answer | Failure:
            await asyncio.sleep(100)
            return Failure(url="", cause=Cause.RESET, detail="") if "3" in ask.url else answer("")

    crawled = Crawled(PoliteWeb(), probe_timeout=60.0)
    crawled.run([URL], probe_for=chain)
    (_, seen), *_ = crawled.recorded
    assert causes(seen.attempts) == [200, 200, 200, Cause.RESET]


def test_a_slow_body_counts() -> None:
    class DrippingWeb(FakeWeb):
        async def __call__(self, ask: Ask) -> Answer | Failure:
            self.asked.append((0, ask.url))
            return answer(ask.url, cut=Cut.CLOCK)

    crawled = Crawled(DrippingWeb(), probe_timeout=60.0, body_timeout=8.0)
    crawled.run([URL], probe_for=chain)
    assert len(crawled.web.asked) == 8


def test_timeouts_count_and_patient_ones_double() -> None:
    def stubborn(url: str) -> Probe:
        for _ in range(10):
            reply = yield Ask(url=url, patient=True)
        return evidence(url, reply)

    crawled = Crawled(FakeWeb(lambda _: Cause.TIMEOUT), probe_timeout=60.0, timeout=20.0)
    crawled.run([URL], probe_for=stubborn)
    assert len(crawled.web.asked) == 2


def test_a_later_try_has_a_clock_of_its_own() -> None:
    def patient(url: str) -> Probe:
        first = yield Ask(url=url)
        yield Later(so_far=evidence(url, first))
        return evidence(url, first, (yield Ask(url=url)))

    crawled = Crawled(FakeWeb(latency=70.0), probe_timeout=60.0)
    crawled.run([URL], probe_for=patient)
    assert crawled.recorded[-1][1].attempts[1].hops == (Hop(url=URL, status=200),)
