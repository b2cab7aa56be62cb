"""The seam to the world: look up a name, open a connection. Nothing else in `fetch` does either."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import Final, Protocol, TypeVar

from curator.addresses import Address

ProtocolT = TypeVar("ProtocolT", bound=asyncio.BaseProtocol)


class NameFaultError(Exception):
    """A name led to no address. The message is one line for people."""


class NoSuchNameError(NameFaultError):
    """The name does not exist, or has no address: the link's fault."""


class NameTryAgainError(NameFaultError):
    """The resolver could not say: our side, for now."""


class Network(Protocol):
    """What a fetcher may touch of the world."""

    async def resolve(self, host: str, port: int) -> Sequence[Address]:
        """Every address of a name, best first; `NameFaultError` when there is none.

        `host` is ASCII, without brackets.
        """
        ...

    async def connect(
        self,
        make: Callable[[], ProtocolT],
        address: Address,
        port: int,
        *,
        tls: ssl.SSLContext | None,
        server_hostname: str | None,
    ) -> tuple[asyncio.Transport, ProtocolT]:
        """Connect to exactly `address`, as `loop.create_connection` does, with its errors.

        `make` is called when the connection stands and before TLS is spoken: that is how a host
        that takes no connection is told from one that is mute.
        """
        ...


class SystemNetwork:
    """The system's resolver and sockets."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_LOOKUPS, thread_name_prefix="resolver")

    async def resolve(self, host: str, port: int) -> Sequence[Address]:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._threads, _look_up, host, port)
        except socket.gaierror as error:
            raise _name_fault(host, error) from error

    async def connect(
        self,
        make: Callable[[], ProtocolT],
        address: Address,
        port: int,
        *,
        tls: ssl.SSLContext | None,
        server_hostname: str | None,
    ) -> tuple[asyncio.Transport, ProtocolT]:
        return await asyncio.get_running_loop().create_connection(
            make, str(address), port, ssl=tls, server_hostname=server_hostname
        )


_LOOKUPS: Final = 32
"""Names looked up at once: a resolver that hangs for one must not stop the others."""

_UNKNOWN: Final = frozenset(
    code
    for name in ("EAI_NONAME", "EAI_NODATA", "EAI_ADDRFAMILY")
    if (code := getattr(socket, name, None)) is not None
)
"""Answers of getaddrinfo(3) about the name; all others are about the resolver."""


def _look_up(host: str, port: int) -> tuple[Address, ...]:
    """Without AI_ADDRCONFIG: a name that has only IPv6 exists, also where there is no IPv6."""
    found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(ip_address(place[0]) for *_, place in found))


def _name_fault(host: str, error: socket.gaierror) -> NameFaultError:
    kind = NoSuchNameError if error.errno in _UNKNOWN else NameTryAgainError
    return kind(f"{host}: {error.strerror or error}")
