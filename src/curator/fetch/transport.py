"""An httpx transport that goes to the addresses it is given, and nowhere else.

The connection is made to a vetted address while the name stays what it is for SNI, certificate
and Host. It looks nothing up, so nothing can change between vetting and connecting.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import h11
import httpx

from curator.addresses import Address
from curator.fetch import tls
from curator.fetch.connection import ClosedError, Connection
from curator.fetch.dial import Trail, dial
from curator.fetch.network import Network
from curator.fetch.pool import Origin, Pool
from curator.urls import DEFAULT_PORTS


class DirectTransport(httpx.AsyncBaseTransport):
    """Reads four extensions of a request.

    `addresses`: where to connect, never empty. `deadline`: the loop's time by which the head must
    be whole, else `httpx.ConnectTimeout` or `httpx.ReadTimeout`. `fresh`: not on a connection that
    was kept. `trail`: where it says which way it went. Other errors are those of `dial` and
    `Connection.ask`, and `tls.TooOldError`.
    """

    def __init__(self, network: Network, contexts: tls.Contexts) -> None:
        self._network = network
        self._contexts = contexts
        self._pool = Pool()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        line = _Line(request)
        with _timeouts_named(line):
            async with asyncio.timeout_at(request.extensions["deadline"]):
                connection, head = await self._exchange(line, request)
        return httpx.Response(
            head.status_code,
            headers=list(head.headers),
            stream=_Body(
                connection=connection, keep=lambda: self._pool.put(line.origin, connection)
            ),
        )

    async def aclose(self) -> None:
        self._pool.close()

    async def _exchange(
        self, line: _Line, request: httpx.Request
    ) -> tuple[Connection, h11.Response]:
        """A kept connection may have been closed meanwhile: then, and only then, a fresh one."""
        kept = None if line.fresh else self._pool.take(line.origin)
        if kept:
            line.trail.reached = kept.address
            try:
                return kept, await _ask(kept, request)
            except (ClosedError, OSError):
                if kept.heard:
                    raise
            line.trail.reached = None
        fresh = await self._open(line)
        line.trail.reached = fresh.address
        return fresh, await _ask(fresh, request)

    async def _open(self, line: _Line) -> Connection:
        context = self._contexts.default if line.origin.scheme == "https" else None
        try:
            return await self._connect(line, context)
        except ssl.SSLError as error:
            if not tls.is_about_certificate(error) and await self._speaks_old(line):
                words = f"speaks only what is too old: {error.reason}"
                raise tls.TooOldError(error.errno, words) from error
            raise

    async def _connect(self, line: _Line, context: ssl.SSLContext | None) -> Connection:
        name = line.origin.host.strip("[]").rstrip(".") if context else None

        async def connect(address: Address) -> Connection:
            _, connection = await self._network.connect(
                line.to(address), address, line.port, tls=context, server_hostname=name
            )
            return connection

        return await dial(line.addresses, connect)

    async def _speaks_old(self, line: _Line) -> bool:
        try:
            connection = await self._connect(line, self._contexts.lax)
        except OSError:
            return False
        connection.abort()
        return True


class _Line:
    """The way to a host, for one request."""

    def __init__(self, request: httpx.Request) -> None:
        url = request.url
        self.origin = Origin(scheme=url.scheme, host=url.raw_host.decode("ascii"), port=url.port)
        self.port = url.port or DEFAULT_PORTS[url.scheme]
        self.addresses: Sequence[Address] = request.extensions["addresses"]
        self.fresh: bool = request.extensions.get("fresh", False)
        self.trail: Trail = request.extensions["trail"]

    def to(self, address: Address) -> Callable[[], Connection]:
        """What makes the connection, once somebody took it."""
        self.trail.tried.append(address)

        def make() -> Connection:
            self.trail.reached = address
            return Connection(address)

        return make


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Body(httpx.AsyncByteStream):
    """The chunks of one answer; the connection is kept afterwards if they were read to the end."""

    connection: Connection
    keep: Callable[[], None]

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        chunk = await self.connection.chunk()
        if chunk is None:
            raise StopAsyncIteration
        return chunk

    async def aclose(self) -> None:
        if self.connection.is_free:
            self.keep()
        else:
            self.connection.abort()


async def _ask(connection: Connection, request: httpx.Request) -> h11.Response:
    try:
        return await connection.ask(request.url.raw_path, request.headers.raw)
    except BaseException:
        connection.abort()
        raise


@contextmanager
def _timeouts_named(line: _Line) -> Iterator[None]:
    """The clock's end, and the system's own, told apart by how far it got."""
    try:
        yield
    except TimeoutError as error:
        if line.trail.reached:
            raise httpx.ReadTimeout("took the connection, gave no answer in time") from error
        raise httpx.ConnectTimeout("nobody took the connection in time") from error
