"""Sites' own APIs, each asked about many links at once, beside the pages of all others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Container, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from functools import partial

from curator.config import Config
from curator.crawl import Post, ask_at_once
from curator.errors import CuratorError
from curator.evidence import Evidence, Failure
from curator.fetch import Fetcher
from curator.github import GraphQL, graphql_url, token_from
from curator.probes.batch import Batch, Question, Reply
from curator.probes.contract import Ask, Clock
from curator.probes.sites.arxiv import ask_arxiv, is_asked
from curator.probes.sites.github_batch import ask_github
from curator.probes.sites.github_urls import target_of

_MANY = 20
"""Links to GitHub from which on it is worth saying that a token would help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Api:
    """One API, and what it is asked about in this run."""

    urls: tuple[str, ...]
    batch: Batch
    client: AbstractAsyncContextManager[Post]


class Apis:
    """Those that know something of what is wanted in one run."""

    def __init__(
        self,
        wanted: Sequence[str],
        *,
        config: Config,
        clock: Clock,
        fetcher: Fetcher,
        failed_before: Container[str],
    ) -> None:
        self.notes: list[str] = []
        """What went wrong with each as a whole, for people."""
        self.settled: set[str] = set()
        """Links that need no page."""
        self._all = (
            *_arxiv(wanted, clock, fetcher),
            *_github(wanted, config, clock, fetcher, failed_before, self.notes),
        )

    @property
    def urls(self) -> frozenset[str]:
        """What they are asked about."""
        return frozenset(url for api in self._all for url in api.urls)

    async def ask(
        self,
        vouch: Callable[[], None],
        *,
        record: Callable[[Evidence], None],
        told: Callable[[int], None],
        stop: asyncio.Event,
    ) -> tuple[str, ...]:
        """Ask all at the same time; returns the links whose pages are to be asked instead.

        `vouch` is called when one of them answered, `told` hears how many more links are settled.
        """

        async def ask_one(api: _Api) -> None:
            def heard(count: int) -> None:
                if count:
                    vouch()
                told(count)

            async with api.client as post:
                settled, note = await ask_at_once(
                    api.batch, post=post, record=record, stop=stop, told=heard
                )
            self.settled |= settled
            self.notes += [note] if note else []

        async with asyncio.TaskGroup() as group:
            for api in self._all:
                group.create_task(ask_one(api))
        return tuple(url for api in self._all for url in api.urls if url not in self.settled)


def _arxiv(wanted: Sequence[str], clock: Clock, fetcher: Fetcher) -> Iterator[_Api]:
    if papers := tuple(url for url in wanted if is_asked(url)):
        yield _Api(
            urls=papers,
            batch=ask_arxiv(papers, clock=clock),
            client=nullcontext(partial(_get, fetcher)),
        )


def _github(
    wanted: Sequence[str],
    config: Config,
    clock: Clock,
    fetcher: Fetcher,
    failed_before: Container[str],
    notes: list[str],
) -> Iterator[_Api]:
    mine = tuple(url for url in wanted if target_of(url))
    reach, pace = config.reach, config.pace
    url = graphql_url(reach.environment)
    if not mine or not reach.github_api or not url:
        return
    if not (token := token_from(reach.environment)):
        notes += [_without_token(len(mine))] if len(mine) >= _MANY else []
        return
    try:
        client = GraphQL(
            token=token,
            url=url,
            proxy=fetcher.proxy_for(url),
            proxy_from_environment=reach.proxy_from_environment,
        )
    except CuratorError as error:
        notes += [f"GitHub's API was not asked, and its pages were: {error}."]
        return
    batch = ask_github(
        mine,
        clock=clock,
        longest_wait=pace.longest_wait,
        page_interval=pace.host_interval,
        expected=failed_before,
    )
    yield _Api(urls=mine, batch=batch, client=_posting(client))


@asynccontextmanager
async def _posting(client: GraphQL) -> AsyncIterator[Post]:
    async with client:
        yield client.ask


async def _get(fetcher: Fetcher, question: Question) -> Reply:
    """A question that is a URL, asked as any other: vetted, paced, capped."""
    heard = await fetcher(Ask(url=question.text))
    if isinstance(heard, Failure) or heard.cut is not None:
        return Reply(status=None)
    return Reply(status=heard.status, headers=heard.headers, body=heard.body)


def _without_token(count: int) -> str:
    return (
        f"{count} links to GitHub were asked page by page. With GITHUB_TOKEN set, its API is asked:"
        " faster, and it tells what was renamed, archived or taken over."
    )
