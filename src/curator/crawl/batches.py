"""Driving a batch: a site's API is asked about many links, one call after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from curator.evidence import Evidence
from curator.probes.batch import Batch, Found, Pause, Question, Reply

Post = Callable[[Question], Awaitable[Reply]]


async def ask_at_once(
    batch: Batch,
    *,
    post: Post,
    record: Callable[[Evidence], None],
    stop: asyncio.Event,
    told: Callable[[int], None] = lambda _: None,
) -> tuple[frozenset[str], str]:
    """The URLs that are settled, and a sentence about what went wrong as a whole.

    What is found is recorded call by call, and `told` hears how many URLs that were; once `stop` is
    set, no further call is made.
    """
    settled: set[str] = set()
    reply: Reply | None = None
    while not stop.is_set():
        try:
            wish = batch.send(reply)
        except StopIteration as end:
            return frozenset(settled), str(end.value)
        reply = None
        if isinstance(wish, Question):
            reply = await post(wish)
        elif isinstance(wish, Pause):
            await _rest(wish.seconds, stop)
        elif isinstance(wish, Found):
            for evidence in wish.evidence:
                record(evidence)
                settled.add(evidence.url)
            told(len(wish.evidence))
    batch.close()
    return frozenset(settled), ""


async def _rest(seconds: float, stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
