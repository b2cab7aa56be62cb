"""Connections: read a request, count it, let the host's handler answer, go on while it can."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from web.counts import Count
from web.exchange import Exchange, Handler
from web.places import Place, fill


@dataclass(slots=True, kw_only=True)
class Moment:
    """The simulated time."""

    day: int = 0
    scale: float = 1.0

    @property
    def now(self) -> float:
        """Unix time."""
        return time.time() + self.day * 86_400


@dataclass(slots=True, kw_only=True)
class Host:
    """One server: what it does and what it has seen."""

    place: Place
    handler: Handler
    urls: Mapping[str, str]
    moment: Moment
    count: Count = field(default_factory=Count)
    turns: Counter[str] = field(default_factory=Counter)
    """Requests by path, on this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The head of a request."""

    method: str
    target: str
    headers: Mapping[str, str]
    """Names in lower case."""


Find = Callable[[Request], tuple[Host, Request] | None]
"""Which host is meant, and the request as that host sees it."""


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """None when the client has closed or does not speak HTTP."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
        return None
    line, *rest = head.decode("latin-1").split("\r\n")
    parts = line.split(" ")
    if len(parts) != 3:
        return None
    pairs = (header.partition(":") for header in rest if header)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return Request(method=parts[0], target=parts[1], headers=headers)


async def serve(host: Host, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A whole connection to one host."""
    with contextlib.suppress(OSError, asyncio.CancelledError):
        while request := await read_request(reader):
            if not await answer(host, request, reader, writer):
                break
    await shut(writer)


async def answer(
    host: Host, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> bool:
    """One request; whether the connection can take another."""
    at = time.monotonic()
    host.turns[request.target] += 1
    host.count.enter(request.method, request.target, request.headers.get("user-agent", ""), at)
    exchange = _exchange(host, request, reader, writer, at)
    try:
        await host.handler(exchange)
    finally:
        host.count.leave()
    return exchange.open and request.headers.get("connection", "").lower() != "close"


def _exchange(
    host: Host,
    request: Request,
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    at: float,
) -> Exchange:
    return Exchange(
        method=request.method,
        target=request.target,
        headers=request.headers,
        reader=reader,
        writer=writer,
        role=host.place.role,
        nth=host.turns[request.target],
        day=host.moment.day,
        now=host.moment.now,
        scale=host.moment.scale,
        in_flight=host.count.in_flight,
        last_second=host.count.last_second(at),
        statuses=host.count.statuses,
        fill=partial(fill, urls=host.urls),
    )


async def shut(writer: asyncio.StreamWriter) -> None:
    """Close without minding what the other side does."""
    writer.close()
    with contextlib.suppress(OSError, asyncio.CancelledError):
        await writer.wait_closed()
