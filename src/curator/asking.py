"""Putting questions to the network, and remembering the answers.

What a site's own API can tell of many links at once is asked for first; the pages of all others,
and of those that it said nothing about, are crawled.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from curator.config import Config
from curator.crawl import Outcome, Post, Progress, ask_at_once, crawl
from curator.evidence import Failure, Specimen
from curator.fetch import Fetcher, Network
from curator.github import GraphQL, graphql_url, token_from
from curator.history import History
from curator.probes import UNLISTED, Listing, probe_for
from curator.probes.arxiv import ask_arxiv, paper_of
from curator.probes.batch import Batch, Question, Reply
from curator.probes.contract import Ask, Clock, Consult, Role
from curator.probes.github_batch import ask_github
from curator.probes.github_urls import target_of
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

_MANY = 20
"""Links to GitHub from which on it is worth saying that a token would help."""


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
            settled, note = await self._by_api(() if pages_only else wanted, meter, stop, fetcher)
            left = [url for url in wanted if url not in settled]
            outcome = await self._by_page(
                left, fetcher, said=said, progress=meter.beside, stop=stop, **options
            )
        for host, until in fetcher.holds.items():
            self.history.hold(host, until)
        whole = replace(outcome, done=outcome.done + len(settled), total=len(wanted))
        return whole, (*((note,) if note else ()), *fetcher.notes)

    async def _by_api(
        self, wanted: Sequence[str], meter: _Meter, stop: asyncio.Event, fetcher: Fetcher
    ) -> tuple[frozenset[str], str]:
        """What sites' APIs settle, and a sentence about what GitHub's could not."""
        papers = [url for url in wanted if paper_of(url)]
        known = await self._at_once(
            ask_arxiv(papers, clock=self.clock), partial(_get, fetcher), meter, stop
        )
        settled, note = await self._by_github(wanted, meter, stop)
        return known[0] | settled, note

    async def _by_github(
        self, wanted: Sequence[str], meter: _Meter, stop: asyncio.Event
    ) -> tuple[frozenset[str], str]:
        reach = self.config.reach
        mine = [url for url in wanted if target_of(url)]
        token = token_from(reach.environment)
        if not mine or not reach.github_api:
            return frozenset(), ""
        if not token:
            return frozenset(), _without_token(len(mine))
        batch = ask_github(mine, clock=self.clock, longest_wait=self.config.pace.longest_wait)
        async with GraphQL(token=token, url=graphql_url(reach.environment)) as client:
            return await self._at_once(batch, client.ask, meter, stop)

    async def _at_once(
        self, batch: Batch, post: Post, meter: _Meter, stop: asyncio.Event
    ) -> tuple[frozenset[str], str]:
        return await ask_at_once(
            batch, post=post, record=self.history.record, stop=stop, told=meter.add
        )

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


async def _get(fetcher: Fetcher, question: Question) -> Reply:
    """A question that is a URL, asked as any other: vetted, paced, capped."""
    heard = await fetcher(Ask(url=question.text))
    if isinstance(heard, Failure) or heard.cut is not None:
        return Reply(status=None)
    return Reply(status=heard.status, headers=heard.headers, body=heard.body)


class _Meter:
    """One count of what the API settled and what the crawl did."""

    def __init__(self, *, total: int, tell: Callable[[Progress], None]) -> None:
        self._total = total
        self._tell = tell
        self._settled = 0

    def add(self, count: int) -> None:
        self._settled += count
        self._tell(Progress(done=self._settled, total=self._total, waiting=0, elapsed=0.0))

    def beside(self, crawled: Progress) -> None:
        self._tell(replace(crawled, done=crawled.done + self._settled, total=self._total))


def _without_token(count: int) -> str:
    if count < _MANY:
        return ""
    return (
        f"{count} links to GitHub were asked page by page. With GITHUB_TOKEN set, its API is asked:"
        " faster, and it tells what was renamed, archived or taken over."
    )
