"""A web without sockets, probes without rules, and a loop whose clock jumps instead of waiting."""

from __future__ import annotations

import asyncio
import selectors
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

from curator.crawl import Outcome, crawl
from curator.evidence import Attempt, Cause, Evidence, Failure, Hop
from curator.probes.contract import Answer, Ask, Cut, Later, Probe
from curator.settings import Pace
from curator.urls import host_key

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
Reply = int | Cause | BaseException
T = TypeVar("T")


class JumpingLoop(asyncio.SelectorEventLoop):
    """Time passes only when everybody waits, and then at once."""

    def __init__(self) -> None:
        super().__init__(_JumpingSelector(self))
        self.moment = 0.0

    def time(self) -> float:
        return self.moment


class _JumpingSelector(selectors.SelectSelector):
    def __init__(self, loop: JumpingLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        assert timeout is not None, "everybody waits and nothing will ever happen"
        self._loop.moment += max(timeout, 0)
        return super().select(0)


def play(work: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(work)


def now() -> float:
    return asyncio.get_running_loop().time()


class FakeWeb:
    """Answers every ask with what `reply_to` its URL says, `latency` seconds later."""

    def __init__(
        self, reply_to: Callable[[str], Reply] = lambda _: 200, *, latency: float = 0.2
    ) -> None:
        self.reply_to = reply_to
        self.latency = latency
        self.asked: list[tuple[float, str]] = []
        self.most_of_one_host = 0
        self._open: Counter[str] = Counter()

    async def __call__(self, ask: Ask) -> Answer | Failure:
        host = host_key(ask.url)
        self.asked.append((now(), ask.url))
        self._open[host] += 1
        self.most_of_one_host = max(self.most_of_one_host, self._open[host])
        try:
            await asyncio.sleep(self.latency)
        finally:
            self._open[host] -= 1
        return self._reply(ask)

    def times(self, url: str) -> list[float]:
        return [at for at, asked in self.asked if asked == url]

    def _reply(self, ask: Ask) -> Answer | Failure:
        reply = self.reply_to(ask.url)
        if isinstance(reply, BaseException):
            raise reply
        if isinstance(reply, Cause):
            return Failure(url=ask.url, cause=reply, detail="as told")
        return answer(ask.url, reply, elapsed=self.latency)


def answer(url: str, status: int = 200, *, elapsed: float = 0, cut: Cut | None = None) -> Answer:
    elapsed_ms = int(elapsed * 1000)
    return Answer(
        url=url, status=status, headers=(), body=b"", cut=cut, at=NOW, elapsed_ms=elapsed_ms
    )


def evidence(url: str, *replies: Answer | Failure | None) -> Evidence:
    return Evidence(url=url, at=NOW, attempts=tuple(_attempt(reply) for reply in replies))


def _attempt(reply: Answer | Failure | None) -> Attempt:
    if isinstance(reply, Answer):
        return Attempt(at=NOW, hops=(Hop(url=reply.url, status=reply.status),))
    return Attempt(at=NOW, hops=(), failure=reply)


def simple_probe(url: str) -> Probe:
    """Asks once, and once more later when that had trouble."""
    reply = yield Ask(url=url)
    if isinstance(reply, Answer) and reply.status == 200:
        return evidence(url, reply)
    resumed_with = yield Later(so_far=evidence(url, reply))
    assert resumed_with is None
    return evidence(url, reply, (yield Ask(url=url, patient=True)))


class Crawled:
    """What came of a crawl on the jumping clock."""

    def __init__(self, web: FakeWeb, **pace: Any) -> None:
        self.web = web
        self.pace = Pace(**pace)
        self.recorded: list[tuple[float, Evidence]] = []
        self.seconds = 0.0

    def run(self, urls: Iterable[str], **options: Any) -> Outcome:
        return play(self.crawl(urls, **options))

    async def crawl(self, urls: Iterable[str], **options: Any) -> Outcome:
        given: dict[str, Any] = {"probe_for": simple_probe, "record": self.record} | options
        try:
            return await crawl(urls, fetch=self.web, pace=self.pace, **given)
        finally:
            self.seconds = now()

    def record(self, seen: Evidence) -> None:
        self.recorded.append((now(), seen))

    @property
    def urls(self) -> list[str]:
        return [seen.url for _, seen in self.recorded]
