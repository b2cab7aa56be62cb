"""Putting questions to the network, and remembering the answers.

What a site's own API can tell of many links at once is asked beside the pages of all others; then
the pages of those that it said nothing about are asked too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from curator.apis import Apis
from curator.config import Config
from curator.crawl import Outcome, Progress, crawl
from curator.evidence import Specimen
from curator.fetch import Fetcher, Network
from curator.history import History
from curator.probes import UNLISTED, Listing, probe_for
from curator.probes.contract import Clock, Consult, Role
from curator.probes.specimens import inquire
from curator.settings import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class _Specimens:
    """What hosts showed beside what is listed, in this run and in earlier ones."""

    history: History
    now: datetime
    pace: Pace

    def recall(self, consult: Consult) -> Specimen | None:
        lasts = _RULES_LAST if consult.role is Role.ROBOTS else timedelta(0, self.pace.decoy_lasts)
        return self.history.specimen(consult.url, self.now - lasts)

    def keep(self, specimen: Specimen) -> None:
        self.history.keep(specimen)


_RULES_LAST = timedelta(hours=24)
"""Longer, robots.txt should not be remembered (RFC 9309 2.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One run's way to the network."""

    config: Config
    history: History
    clock: Clock
    network: Network | None
    holds: Mapping[str, datetime]

    async def ask(
        self,
        wanted: Sequence[str],
        *,
        said: Mapping[str, Listing],
        progress: Callable[[Progress], None] = lambda _: None,
        stop: asyncio.Event | None = None,
        pages_only: bool = False,
        **options: Any,
    ) -> tuple[Outcome, tuple[str, ...]]:
        """What came of it, and what is to be said about how it was done.

        `pages_only`: no API, for who wants to know what the page says. `options`: further ones of
        `crawl`.
        """
        stop = stop or asyncio.Event()
        meter = _Meter(total=len(wanted), tell=progress)
        fetcher = Fetcher(
            pace=self.config.pace,
            reach=self.config.reach,
            clock=self.clock,
            network=self.network,
            holds=self.holds,
        )
        async with fetcher:
            apis = Apis(
                () if pages_only else wanted,
                config=self.config,
                clock=self.clock,
                fetcher=fetcher,
                failed_before=options.get("failed_before", ()),
            )
            outcome = await self._by_page(
                [url for url in wanted if url not in apis.urls],
                fetcher,
                said=said,
                progress=meter.beside,
                stop=stop,
                more=partial(apis.ask, record=self.history.record, told=meter.add, stop=stop),
                **options,
            )
        for host, until in fetcher.holds.items():
            self.history.hold(host, until)
        done = outcome.done + meter.settled
        whole = replace(
            outcome,
            done=done,
            total=len(wanted),
            interrupted=outcome.interrupted or (stop.is_set() and done < len(wanted)),
        )
        return whole, (*apis.notes, *fetcher.notes)

    async def _by_page(
        self,
        wanted: Sequence[str],
        fetcher: Fetcher,
        *,
        said: Mapping[str, Listing],
        **options: Any,
    ) -> Outcome:
        config, clock = self.config, self.clock
        return await crawl(
            wanted,
            fetch=fetcher,
            probe_for=lambda url: probe_for(
                url,
                clock=clock,
                redirects=config.pace.redirects,
                listing=said.get(url, UNLISTED),
            ),
            record=self.history.record,
            pace=config.pace,
            inquire=partial(inquire, clock=clock) if config.pace.decoys else None,
            memory=_Specimens(history=self.history, now=clock(), pace=config.pace),
            **options,
        )


class _Meter:
    """One count of what the APIs settled and what the crawl did."""

    def __init__(self, *, total: int, tell: Callable[[Progress], None]) -> None:
        self.settled = 0
        self._total = total
        self._tell = tell
        self._now = asyncio.get_running_loop().time
        self._began = self._now()
        self._crawled = Progress(done=0, total=total, waiting=0, elapsed=0.0)

    def add(self, count: int) -> None:
        self.settled += count
        self._say(elapsed=self._now() - self._began)

    def beside(self, crawled: Progress) -> None:
        self._crawled = crawled
        self._say(elapsed=crawled.elapsed)

    def _say(self, *, elapsed: float) -> None:
        done = self._crawled.done + self.settled
        self._tell(replace(self._crawled, done=done, total=self._total, elapsed=elapsed))
