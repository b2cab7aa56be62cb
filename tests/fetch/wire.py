"""Servers on loopback that answer with exact bytes, and networks that are made up."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from ipaddress import ip_address

from curator.addresses import Address
from curator.evidence import Failure
from curator.fetch import Fetcher, NoSuchNameError, SystemNetwork
from curator.fetch.network import ProtocolT
from curator.probes.contract import Answer, Ask
from curator.settings import Pace, Reach

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
QUICK = Pace(
    host_interval=0.0, timeout=5.0, body_timeout=5.0, received_cap=100_000, inflated_cap=200_000
)
PRIVATE = Reach(allow_private=True)


@dataclass(slots=True)
class Exchange:
    """One request and the means to answer it."""

    nth: int
    """1 for the server's first request."""
    connection: int
    head: bytes
    writer: asyncio.StreamWriter
    reader: asyncio.StreamReader

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        with suppress(ConnectionError):
            await self.writer.drain()

    def reset(self) -> None:
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    async def until_closed(self) -> None:
        """Say nothing more until the client goes."""
        with suppress(ConnectionError):
            await self.reader.read()


Handler = Callable[[Exchange], Awaitable[bool | None]]
"""Returns True to wait for another request on the same connection."""


@dataclass(slots=True)
class Server:
    """What a running server has seen."""

    port: int = 0
    heads: list[bytes] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)
    connections: int = 0
    in_flight: int = 0
    peak: int = 0

    def enter(self, head: bytes) -> None:
        self.heads.append(head)
        self.moments.append(asyncio.get_running_loop().time())
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"


@asynccontextmanager
async def serving(handler: Handler | bytes, host: str = "127.0.0.1") -> AsyncIterator[Server]:
    """A server that is gone, with all its connections, when the block ends."""
    seen, open_tasks = Server(), set[asyncio.Task[None]]()
    answer = _bytes_sent(handler) if isinstance(handler, bytes) else handler

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.connections += 1
        connection = seen.connections
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                seen.enter(head)
                try:
                    exchange = Exchange(len(seen.heads), connection, head, writer, reader)
                    if not await answer(exchange):
                        break
                finally:
                    seen.in_flight -= 1
            writer.close()
            await writer.wait_closed()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.transport.abort()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(converse(reader, writer))
        open_tasks.add(task)
        task.add_done_callback(open_tasks.discard)

    server = await asyncio.start_server(accept, host, 0)
    seen.port = server.sockets[0].getsockname()[1]
    try:
        yield seen
    finally:
        server.close()
        for task in [*open_tasks]:
            task.cancel()
        await asyncio.gather(*open_tasks, return_exceptions=True)


def ok(body: bytes = b"hello", *headers: bytes) -> bytes:
    lines = [b"HTTP/1.1 200 OK", b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


async def keep_answering(exchange: Exchange) -> bool:
    await exchange.send(ok())
    return True


def _bytes_sent(data: bytes) -> Handler:
    async def answer(exchange: Exchange) -> None:
        await exchange.send(data)

    return answer


class MadeUp:
    """Names as given; connections to every address end at loopback, and so do their ports."""

    def __init__(
        self,
        names: Mapping[str, Sequence[str] | Exception] | None = None,
        *,
        ports: Mapping[int, int] | None = None,
        every: Sequence[str] = (),
    ) -> None:
        self._names = names or {}
        self._ports = ports or {}
        self._every = every
        self._system = SystemNetwork()
        self.asked: list[str] = []
        self.dialled: list[str] = []
        self.mute: set[str] = set()
        """Addresses that never take a connection."""
        self.errors: dict[str, Exception] = {}

    async def resolve(self, host: str, port: int) -> Sequence[Address]:
        self.asked.append(host)
        found = self._names.get(host, self._every)
        if isinstance(found, Exception):
            raise found
        if not found:
            raise NoSuchNameError(f"{host}: no such name")
        return [ip_address(text) for text in found]

    async def connect(
        self,
        make: Callable[[], ProtocolT],
        address: Address,
        port: int,
        *,
        tls: ssl.SSLContext | None,
        server_hostname: str | None,
    ) -> tuple[asyncio.Transport, ProtocolT]:
        self.dialled.append(str(address))
        if str(address) in self.mute:
            await asyncio.Event().wait()
        if error := self.errors.get(str(address)):
            raise error
        return await self._system.connect(
            make,
            ip_address("127.0.0.1"),
            self._ports.get(port, port),
            tls=tls,
            server_hostname=server_hostname,
        )


async def fetch(
    url: str,
    *,
    pace: Pace = QUICK,
    reach: Reach = PRIVATE,
    network: MadeUp | None = None,
    headers: tuple[tuple[str, str], ...] = (),
    **changed: float,
) -> Answer | Failure:
    """One ask by a fetcher made for it. `changed` are fields of `pace`."""
    pace = replace(pace, **changed)  # type: ignore[arg-type]
    fetcher = Fetcher(pace=pace, reach=reach, clock=lambda: NOON, network=network)
    async with fetcher:
        return await fetcher(Ask(url=url, headers=headers))


async def answer(url: str, **how: object) -> Answer:
    got = await fetch(url, **how)  # type: ignore[arg-type]
    assert isinstance(got, Answer), got
    return got


async def fault(url: str, **how: object) -> Failure:
    got = await fetch(url, **how)  # type: ignore[arg-type]
    assert isinstance(got, Failure), got
    return got
