"""Manners: how often, how many at once, and when to stay away.

The budget belongs to the host finally asked, so it is taken for every ask. An interval counts from
the moment a request goes out. A limiter that is taken before the wait for a common slot would let
two requests of one host out together when the slots come free; one taken after it would make
waiting hosts hold common slots. So the gate of a host lets one ask at a time through to the slots,
and notes the time when that ask has got them. An address, which hundreds of hosts may share, has a
wide budget of its own: a leaky bucket, where a burst does no harm.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from typing import Final

from aiolimiter import AsyncLimiter

from curator.probes.contract import Clock
from curator.probes.dates import http_date
from curator.settings import Pace


class HeldOffError(Exception):
    """The host told us to stay away until later."""


class Manners:
    """The budgets of all hosts and addresses of one run."""

    def __init__(self, pace: Pace, clock: Clock, holds: Mapping[str, datetime]) -> None:
        self._pace = pace
        self._clock = clock
        self._holds = dict(holds)
        self._hosts: dict[str, _Host] = {}
        self._addresses: dict[str, _Address] = {}
        self._everyone = asyncio.Semaphore(pace.max_concurrency)

    @property
    def holds(self) -> Mapping[str, datetime]:
        """Hosts that want to be left alone, and until when."""
        now = self._clock()
        return {host: until for host, until in self._holds.items() if until > now}

    @asynccontextmanager
    async def turn(self, host: str, address: str) -> AsyncIterator[None]:
        """Wait until `host` may be asked, and hold its place while it is.

        `address` is where its requests go, which it may share with other hosts. `HeldOffError`
        at once when the host is to be left alone, also when it says so during the wait.
        """
        self._refuse_held(host)
        budget = self._budget(host)
        async with AsyncExitStack() as held:
            held.enter_context(budget)
            await held.enter_async_context(budget.slots)
            async with budget.gate:
                await budget.rest()
                await held.enter_async_context(self._address(address).turn())
                await held.enter_async_context(self._everyone)
                await budget.rest()
                self._refuse_held(host)
                budget.begin()
            yield

    def heard(self, host: str, status: int, headers: Sequence[tuple[str, str]]) -> None:
        """Take note of what an answer says about pace (RFC 9110 10.2.3, RFC 6585 4)."""
        budget = self._budget(host)
        wait = retry_after(headers, self._clock()) if status in (429, 503) else None
        if wait is not None and wait.total_seconds() > self._pace.longest_wait:
            self._holds[host] = self._clock() + min(wait, _LONGEST_HOLD)
        elif wait is not None:
            budget.pause(wait.total_seconds())
        elif status == 429:
            budget.slow_down()
        else:
            budget.recover()

    def _refuse_held(self, host: str) -> None:
        until = self._holds.get(host)
        if until and until > self._clock():
            raise HeldOffError(f"{host} asked to be left alone until {until:%Y-%m-%d %H:%M} UTC")

    def _budget(self, host: str) -> _Host:
        if host not in self._hosts:
            if len(self._hosts) >= _MOST_REMEMBERED:
                self._forget_idle()
            self._hosts[host] = _Host(self._pace)
        return self._hosts[host]

    def _forget_idle(self) -> None:
        self._hosts = {host: kept for host, kept in self._hosts.items() if not kept.is_idle}

    def _address(self, address: str) -> _Address:
        if address not in self._addresses:
            if len(self._addresses) >= _MOST_REMEMBERED:
                kept = self._addresses.items()
                self._addresses = {place: budget for place, budget in kept if not budget.is_idle}
            self._addresses[address] = _Address(self._pace)
        return self._addresses[address]


class _Address:
    """The budget of one IP address: so many at once, and so many a second on average."""

    def __init__(self, pace: Pace) -> None:
        self._slots = asyncio.Semaphore(pace.address_concurrency)
        self._bucket = AsyncLimiter(pace.address_rate, 1)
        self._users = 0

    @property
    def is_idle(self) -> bool:
        """Nobody uses it, and a new one would let through little more."""
        return not self._users and self._bucket.has_capacity(self._bucket.max_rate / 2)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        self._users += 1
        try:
            async with self._slots:
                await self._bucket.acquire()
                yield
        finally:
            self._users -= 1


class _Host:
    """The budget of one host. Times are the event loop's."""

    def __init__(self, pace: Pace) -> None:
        self.slots = asyncio.Semaphore(pace.host_concurrency)
        self.gate = asyncio.Lock()
        self._usual = self._interval = pace.host_interval
        self._free_at = 0.0
        self._users = 0

    def __enter__(self) -> None:
        self._users += 1

    def __exit__(self, *_: object) -> None:
        self._users -= 1

    @property
    def is_idle(self) -> bool:
        """Nobody uses it, and a new one would be no faster."""
        return not self._users and self._interval <= self._usual and self._free_at <= _now()

    async def rest(self) -> None:
        """Until it may be asked again, also when a pause is called meanwhile."""
        while (seconds := self._free_at - _now()) > 0:  # noqa: ASYNC110  # sleeps to a known moment
            await asyncio.sleep(seconds)

    def begin(self) -> None:
        self._free_at = _now() + self._interval

    def pause(self, seconds: float) -> None:
        self._free_at = max(self._free_at, _now() + seconds)

    def slow_down(self) -> None:
        """It limits us and does not say for how long."""
        self._interval = min(max(2 * self._interval, _FIRST_SLOW), max(_SLOWEST, self._usual))
        self.pause(self._interval)

    def recover(self) -> None:
        self._interval = max(self._interval / 2, self._usual)


def retry_after(headers: Sequence[tuple[str, str]], now: datetime) -> timedelta | None:
    """How long to wait: in seconds, or until a date by the server's own clock (its Date)."""
    first = {name: value.strip() for name, value in reversed(headers)}
    text = first.get("retry-after", "")
    if _SECONDS.fullmatch(text):
        return timedelta(seconds=float(text))
    until = http_date(text)
    if until is None:
        return None
    return max(until - (http_date(first.get("date", "")) or now), timedelta())


_MOST_REMEMBERED: Final = 2_000
_FIRST_SLOW: Final = 0.5
_SLOWEST: Final = 4.0
"""Seconds between two requests to a host that limits us without saying for how long."""
_LONGEST_HOLD: Final = timedelta(days=7)
"""However long a host wants to be left alone, it is asked again after a week."""
_SECONDS: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")


def _now() -> float:
    return asyncio.get_running_loop().time()
