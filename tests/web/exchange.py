"""One request and the means to answer it, well or badly."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus

Handler = Callable[["Exchange"], Awaitable[None]]
Headers = Sequence[tuple[str, str]]

LONGEST_HANG = 150.0
"""Seconds that a hanging server keeps a connection."""


@dataclass(slots=True, kw_only=True)
class Exchange:
    """What a handler gets: the request, the connection, and where it stands in the web."""

    method: str
    target: str
    """Path and query, as sent."""
    headers: Mapping[str, str]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    role: str
    nth: int
    """1 for the first request to this path on this day."""
    day: int
    """The simulated day."""
    now: float
    """Unix time on the simulated day."""
    scale: float
    """What delays are multiplied with, so that a test can be quick."""
    in_flight: int
    """Requests to this host at this moment, this one included."""
    last_second: int
    """Requests to this host within the last second, this one included."""
    statuses: Counter[int]
    """Where the host counts its answers."""
    fill: Callable[[str], str]
    """{self} and the like to URLs."""
    open: bool = True
    """Whether the connection can take another request."""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    async def send(
        self,
        status: int = 200,
        body: bytes = b"",
        headers: Headers = (),
        *,
        kind: str = "text/html; charset=utf-8",
    ) -> None:
        """A correct answer; no body to HEAD, 204 and 304."""
        self.statuses[status] += 1
        bare = status in (204, 304)
        framing = [] if bare else [("Content-Type", kind), ("Content-Length", str(len(body)))]
        head = [("Date", formatdate(self.now, usegmt=True)), *framing, *headers]
        await self.write(render_head(status, [(name, self.fill(value)) for name, value in head]))
        if self.method != "HEAD" and not bare:
            await self.write(body)

    async def write(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def raw(self, data: bytes) -> None:
        """Exactly these bytes, then the end of the connection."""
        await self.write(data)
        self.open = False

    def reset(self) -> None:
        """End with RST instead of FIN."""
        self.open = False
        connection = self.writer.get_extra_info("socket")
        with contextlib.suppress(OSError):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    async def hang(self) -> None:
        """Say nothing until the client has had enough."""
        self.open = False
        with contextlib.suppress(TimeoutError, OSError):
            async with asyncio.timeout(LONGEST_HANG):
                while await self.reader.read(4096):
                    pass

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds * self.scale)


def render_head(status: int, headers: Headers, *, version: str = "HTTP/1.1") -> bytes:
    """Status line and headers; values go out as UTF-8, as a careless framework sends them."""
    with contextlib.suppress(ValueError):
        reason = HTTPStatus(status).phrase
        return _head(f"{version} {status} {reason}", headers)
    return _head(f"{version} {status} Unknown", headers)


def _head(line: str, headers: Headers) -> bytes:
    lines = [line, *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode()
