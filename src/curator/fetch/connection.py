"""One connection: h11 on an asyncio transport, one question at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final

import h11

from curator.addresses import Address
from curator.fetch.heads import HeadReader


class ClosedError(Exception):
    """The connection ended before the head of an answer was whole."""


class Connection(asyncio.Protocol):
    """Made anew for each connection; asked again and again while `is_free`."""

    def __init__(self, address: Address | None = None) -> None:
        self.address = address
        """Where it leads."""
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_LINE)
        self._head = HeadReader()
        self._fault: Exception | None = None
        self._waiting: asyncio.Future[None] | None = None
        self._unread = 0
        self.heard = False
        """A byte has come since the last question."""

    @property
    def is_free(self) -> bool:
        """Whether another question may be asked: all is read, and both sides keep the line."""
        done = self._http.our_state is h11.DONE and self._http.their_state is h11.DONE
        return done and self._fault is None and self._http.trailing_data == (b"", False)

    async def ask(self, target: bytes, headers: Sequence[tuple[bytes, bytes]]) -> h11.Response:
        """Send a GET, wait for the final head.

        `ClosedError`, `OSError` and `h11.RemoteProtocolError` are the server's faults.
        """
        if self._http.our_state is h11.DONE:
            self._http.start_next_cycle()
            self._head = HeadReader()
        self.heard = False
        request = h11.Request(method=b"GET", target=target, headers=list(headers))
        self._transport.write(_bytes(self._http, request) + _bytes(self._http, h11.EndOfMessage()))
        while not isinstance(event := await self._event(), h11.Response):
            pass
        return event

    async def chunk(self) -> bytes | None:
        """The next bytes of the body; None at its end. Errors as for `ask`."""
        event = await self._event()
        return bytes(event.data) if isinstance(event, h11.Data) else None

    def abort(self) -> None:
        """End the connection at once, whatever is on the way."""
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self.heard = True
        if self._fault:
            return
        try:
            fit = self._head.feed(data)
        except h11.RemoteProtocolError as error:
            self._fail(error)
            return
        if fit:
            self._http.receive_data(fit)
            self._unread += len(fit)
        if self._unread > _MOST_UNREAD:
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        if self._head.whole:
            self._http.receive_data(b"")
        else:
            self._fail(ClosedError("the connection was closed before an answer"))
        self._wake()

    def connection_lost(self, error: Exception | None) -> None:
        self._fail(error or ClosedError("the connection was closed"))

    async def _event(self) -> h11.Event:
        """What was read before a fault comes before the fault."""
        while not isinstance(event := self._http.next_event(), h11.Event):
            if self._fault:
                raise self._fault
            await self._more()
        return event

    async def _more(self) -> None:
        self._unread = 0
        self._transport.resume_reading()
        self._waiting = asyncio.get_running_loop().create_future()
        try:
            await self._waiting
        finally:
            self._waiting = None

    def _fail(self, error: Exception) -> None:
        """The first fault is the cause, later ones are its echo."""
        self._fault = self._fault or error
        self._wake()

    def _wake(self) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(None)


_LONGEST_LINE: Final = 64 * 1024
"""Bytes of a chunk's head or of the trailer; heads have their own limit."""
_MOST_UNREAD: Final = 64 * 1024
"""Bytes that lie here before the server is made to wait."""


def _bytes(connection: h11.Connection, event: h11.Event) -> bytes:
    return connection.send(event) or b""
