"""Driving probes: their asks go to `fetch`, and what they saw to `record` the moment it is seen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Container, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from curator.crawl.consult import Consultations, Memory, Oblivion
from curator.crawl.lanes import Job, Lane, Lanes
from curator.crawl.progress import Meter, Progress
from curator.crawl.void import Connectivity
from curator.evidence import Cause, Evidence, Failure, Specimen
from curator.probes.contract import Answer, Ask, Consult, Cut, Heard, Later, Probe
from curator.probes.specimens import Inquiry
from curator.settings import Pace

_FIRST_WAVE = 12.0
"""Seconds after which many hosts without one answer mean that our own network is down."""

_WORKERS_FOR_ONE_ASK = 2
"""Half of the workers may wait for their host's turn while `max_concurrency` asks are out."""

Fetch = Callable[[Ask], Awaitable[Answer | Failure]]
More = Callable[[Callable[[], None]], Awaitable[Iterable[str]]]
"""What is only known later to be asked; it calls what it is given when somebody answered meanwhile
by another way than a page's."""
Found = TypeVar("Found")
Conversation = Generator[Ask | Consult | Later, Heard, Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a run ended."""

    done: int
    """URLs whose evidence is whole; the others are due in the next run."""
    total: int
    interrupted: bool
    """It was stopped before it was done."""
    void: bool
    """Our own network was down: the caller marks what was recorded."""


def _in_silence(_: Progress) -> None:
    pass


async def crawl(
    urls: Iterable[str],
    *,
    fetch: Fetch,
    probe_for: Callable[[str], Probe],
    record: Callable[[Evidence], None],
    pace: Pace,
    progress: Callable[[Progress], None] = _in_silence,
    stop: asyncio.Event | None = None,
    failed_before: Container[str] = (),
    inquire: Callable[[Consult], Inquiry] | None = None,
    memory: Memory | None = None,
    more: More | None = None,
) -> Outcome:
    """Ask each of `urls` once, and `record` what was seen the moment it is seen.

    Once `stop` is set, asks in flight are dropped and the outcome is `interrupted`, so that the
    caller can report what is recorded. (A crawl that is cancelled raises `CancelledError`.)
    `failed_before` holds the URLs that failed when they were last asked: see `Connectivity`.
    `inquire` answers what probes consult about, and `memory` what earlier runs found out; without
    `inquire` nothing is asked that is not listed. `more` runs beside it all, until the run ends:
    what it returns is asked too.

    An exception of a probe, of `fetch` or of `record` is no link's fault: it ends the run, with a
    note that names the URL.
    """
    now = asyncio.get_running_loop().time
    lanes = Lanes(urls, width=pace.host_concurrency)
    run = _Run(
        lanes=lanes,
        fetch=fetch,
        probe_for=probe_for,
        record=record,
        pace=pace,
        meter=Meter(lambda: lanes.total, progress, now),
        stop=stop or asyncio.Event(),
        connectivity=Connectivity(failed_before),
        inquire=inquire,
        consultations=Consultations(memory or Oblivion()),
        more=more,
        now=now,
    )
    return await run.to_the_end()


@dataclass(slots=True, kw_only=True)
class _Run:
    """One crawl: workers take jobs from lanes, try after try, until no lane has a turn left."""

    lanes: Lanes
    fetch: Fetch
    probe_for: Callable[[str], Probe]
    record: Callable[[Evidence], None]
    pace: Pace
    meter: Meter
    stop: asyncio.Event
    connectivity: Connectivity
    inquire: Callable[[Consult], Inquiry] | None
    consultations: Consultations
    more: More | None
    now: Callable[[], float]
    """The event loop's clock."""
    _workers: set[asyncio.Task[None]] = field(default_factory=set)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    """A worker left, or the run is to end: look again."""
    _is_lost: bool = False

    async def to_the_end(self) -> Outcome:
        try:
            async with asyncio.TaskGroup() as group:
                watchers = (
                    group.create_task(self._watch_stop()),
                    group.create_task(self._watch_first_wave()),
                    group.create_task(self._take_more()),
                )
                await self._send_workers(group)
                for task in (*watchers, *self._workers):
                    task.cancel()
        except ExceptionGroup as faults:
            fault: Exception = faults
            while isinstance(fault, ExceptionGroup):
                fault = fault.exceptions[0]
            raise fault from fault.__cause__
        self.meter.tell()
        return Outcome(
            done=self.meter.done,
            total=self.lanes.total,
            interrupted=self.stop.is_set() and self.meter.done < self.lanes.total,
            void=self._is_lost or self.connectivity.is_void(),
        )

    async def _watch_stop(self) -> None:
        await self.stop.wait()
        self._news.set()

    async def _watch_first_wave(self) -> None:
        while not self.connectivity.is_proven:
            await asyncio.sleep(_FIRST_WAVE)
            if self.connectivity.first_wave_is_lost(self.pace.max_concurrency):
                self._is_lost = True
                self._news.set()

    async def _take_more(self) -> None:
        if self.more is None:
            return
        self.lanes.add(await self.more(self.connectivity.vouch))
        self.more = None
        self._news.set()

    async def _send_workers(self, group: asyncio.TaskGroup) -> None:
        most = _WORKERS_FOR_ONE_ASK * self.pace.max_concurrency
        while not (self.stop.is_set() or self._is_lost):
            is_full = len(self._workers) >= most
            if not is_full and (lane := self.lanes.next(self.now())) is not None:
                lane.workers += 1
                worker = group.create_task(self._work(lane))
                self._workers.add(worker)
                worker.add_done_callback(self._forget)
            elif self._workers or self.more or self.lanes.next_at is not None:
                await self._wait_for_news(None if is_full else self.lanes.next_at)
            else:
                return

    async def _wait_for_news(self, until: float | None) -> None:
        self._news.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self._news.wait()

    def _forget(self, worker: asyncio.Task[None]) -> None:
        self._workers.discard(worker)
        self._news.set()

    async def _work(self, lane: Lane) -> None:
        """Try one URL of the lane after the other, until there is none to be tried now."""
        try:
            while (job := lane.take(self.now())) is not None:
                await self._try(lane, job)
        finally:
            lane.workers -= 1  # at once and not in the callback: `Lanes.next` relies on it

    async def _try(self, lane: Lane, job: Job) -> None:
        try:
            probe = job.probe or self.probe_for(job.url)
            heard = await self._converse(job.url, probe)
            self.record(heard.so_far if isinstance(heard, Later) else heard)
        except Exception as error:
            error.add_note(f"while probing {job.url}")
            raise
        if isinstance(heard, Later):
            ready_at = self.now() + self.pace.second_try_after
            self.lanes.put_off(lane, Job(url=job.url, probe=probe, ready_at=ready_at))
        self.meter.count(
            done=isinstance(heard, Evidence),
            waiting=isinstance(heard, Later) - (job.probe is not None),
        )

    async def _converse(self, listed: str, probe: Conversation[Found]) -> Found | Later:
        """Answer the probe until it is done, or wants to go on later."""
        left = self.pace.probe_timeout
        reply: Heard = None
        while True:
            try:
                wish = probe.send(reply)
            except StopIteration as end:
                found: Found = end.value
                return found
            if isinstance(wish, Later):
                return wish
            if isinstance(wish, Consult):
                reply = await self._consult(wish, listed)
                continue
            reply = await self._ask(wish, listed) if left > 0 else self._out_of_time(wish)
            left -= self._seconds_of_asking(wish, reply)

    async def _consult(self, consult: Consult, listed: str) -> Specimen | None:
        """Its time is its own: a link must not time out because others are asked about it."""
        inquire = self.inquire
        if inquire is None:
            return None

        async def find_out() -> Specimen | None:
            found = await self._converse(listed, inquire(consult))
            return None if isinstance(found, Later) else found

        return await self.consultations.ask(consult, find_out)

    async def _ask(self, ask: Ask, listed: str) -> Answer | Failure:
        reply = None
        host = self.connectivity.ask(ask.url, listed=listed)
        try:
            reply = await self.fetch(ask)
        finally:
            self.connectivity.hear(host, reply, listed=listed)
        return reply

    def _out_of_time(self, ask: Ask) -> Failure:
        detail = f"not asked: the try took more than {self.pace.probe_timeout:g} s before"
        return Failure(url=ask.url, cause=Cause.TIMEOUT, detail=detail)

    def _seconds_of_asking(self, ask: Ask, reply: Answer | Failure) -> float:
        """How much of the try's clock an ask used.

        Waiting for a host's turn is not asking: a link must not time out because we are polite.
        `fetch` ends each ask after its own limits, so counting between asks bounds the try.
        """
        if isinstance(reply, Answer):
            body = self.pace.body_timeout if reply.cut is Cut.CLOCK else 0.0
            return reply.elapsed_ms / 1000 + body
        if reply.cause in (Cause.TIMEOUT, Cause.CONNECT_TIMEOUT):
            return self.pace.timeout * (2 if ask.patient else 1)
        return 0.0
