"""A forward proxy through which the hosts have names: absolute URLs, and tunnels for https."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from web.connections import Host, Request, answer, read_request, shut
from web.counts import Count

METADATA = {"169.254.169.254", "metadata.google.internal", "168.63.129.16", "100.100.100.200"}
"""Hosts that hand out a cloud machine's secrets."""

_UNKNOWN = (
    b"HTTP/1.1 503 Service Unavailable\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n"
    b"Content-Type: text/html\r\nContent-Length: 27\r\n\r\n<title>No such name</title>"
)
_SECRET = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nsecret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """Answers for the hosts in place, tunnels to their TLS ports, counts what is forbidden."""

    host_of: Callable[[str], Host | None]
    port_of: Callable[[Host, int], int | None]
    """Where the host really listens for the port a client names."""
    metadata: Count

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.CancelledError):
            while request := await read_request(reader):
                if not await self._one(request, reader, writer):
                    break
        await shut(writer)

    async def _one(
        self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        if request.method == "CONNECT":
            await self._tunnel(request.target, reader, writer)
            return False
        parts = urlsplit(request.target)
        name = (parts.hostname or "").rstrip(".")
        if is_metadata(name):
            return await self._secret(request, writer)
        host = self.host_of(name)
        if host is None:
            return await _say(writer, _UNKNOWN)
        target = parts.path or "/"
        inner = Request(
            method=request.method,
            target=f"{target}?{parts.query}" if parts.query else target,
            headers=request.headers,
        )
        return await answer(host, inner, reader, writer)

    async def _secret(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        agent = request.headers.get("user-agent", "")
        self.metadata.enter(request.method, request.target, agent, time.monotonic())
        return await _say(writer, _SECRET)

    async def _tunnel(
        self, target: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        name, _, port = target.rpartition(":")
        host = self.host_of(name)
        if is_metadata(name.strip("[]")):
            self.metadata.enter("CONNECT", target, "", time.monotonic())
        real = self.port_of(host, int(port)) if host else None
        if host is None or real is None:
            await _say(writer, _UNKNOWN)
            return
        try:
            there, back = await asyncio.open_connection(host.place.address, real)
        except OSError:
            await _say(writer, b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            return
        await _say(writer, b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(_pump(reader, back), _pump(there, writer))


async def serve_secret(
    count: Count, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """The metadata service itself, where it can be listened for."""
    if request := await read_request(reader):
        count.enter(request.method, request.target, "", time.monotonic())
        await _say(writer, _SECRET)
    await shut(writer)


def is_metadata(name: str) -> bool:
    """In whatever spelling."""
    if name.lower() in METADATA:
        return True
    with contextlib.suppress(ValueError):
        address = ipaddress.ip_address(
            int(name, 0) if name[:1].isdigit() and "." not in name else name
        )
        mapped = getattr(address, "ipv4_mapped", None) or address
        return str(mapped) in METADATA or mapped.is_link_local
    return False


async def _say(writer: asyncio.StreamWriter, data: bytes) -> bool:
    writer.write(data)
    await writer.drain()
    return True


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await source.read(65536):
            sink.write(data)
            await sink.drain()
    await shut(sink)
