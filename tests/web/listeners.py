"""Sockets: listening ones, ones that speak TLS badly, and one that nobody ever gets through to."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable

_PLAIN = (
    b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n"
    b"<h1>400 Bad Request</h1>"
)

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

_ALERT = b"\x15\x03\x01\x00\x02\x02\x28"
"""TLS record: fatal alert, handshake failure."""


class Blackhole:
    """A port whose queue is full: connecting neither succeeds nor fails."""

    def __init__(self, address: str, port: int) -> None:
        self._family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._listener = socket.socket(self._family)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind((address, port))
        self._listener.listen(0)
        self._fillers = [self._fill() for _ in range(3)]

    def close(self) -> None:
        for filler in (*self._fillers, self._listener):
            filler.close()

    def _fill(self) -> socket.socket:
        filler = socket.socket(self._family)
        filler.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            filler.connect(self._listener.getsockname())
        return filler


async def refuse_handshake(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A TLS server that wants no cipher of ours."""
    await reader.read(4096)
    writer.write(_ALERT)
    writer.close()


async def answer_in_plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A server that speaks http where https is expected, and says so."""
    await reader.read(4096)
    writer.write(_PLAIN)
    writer.close()


class OldServer:
    """TLS 1.0 only. On a thread, because asyncio's TLS sends no alerts."""

    def __init__(self, address: str, port: int, context: ssl.SSLContext, plain_port: int) -> None:
        self._context = context
        self._plain = (address, plain_port)
        self._listener = socket.create_server((address, port))
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        """One request, passed on to the host's plain port."""
        connection.settimeout(10)
        with (
            contextlib.suppress(OSError),
            connection,
            self._context.wrap_socket(connection, server_side=True) as client,
            socket.create_connection(self._plain, timeout=10) as host,
        ):
            request = client.recv(65536)
            host.sendall(request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
            while data := host.recv(65536):
                client.sendall(data)
