"""Connecting to a name with several addresses: whichever answers first (RFC 8305, in the small)."""

from __future__ import annotations

import asyncio
import errno
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Final

from curator.addresses import Address
from curator.evidence import Family
from curator.fetch.connection import Connection


@dataclass(slots=True)
class Trail:
    """Which addresses one request went to."""

    tried: list[Address] = field(default_factory=list)
    reached: Address | None = None
    """The one that took the connection."""

    @property
    def families(self) -> tuple[Family, ...]:
        """Of the one that took the connection, else of all that were tried."""
        places = [self.reached] if self.reached else self.tried
        return tuple(dict.fromkeys(_FAMILIES[place.version] for place in places))


_FAMILIES: Final = {4: Family.IPV4, 6: Family.IPV6}

Open = Callable[[Address], Awaitable[Connection]]

UNREACHABLE: Final = frozenset(
    getattr(errno, name)
    for name in (
        "ENETUNREACH",
        "EHOSTUNREACH",
        "ENETDOWN",
        "EHOSTDOWN",
        "EADDRNOTAVAIL",
        "EAFNOSUPPORT",
        "EACCES",  # from a firewall of this machine, as EPERM
        "EPERM",
    )
    if hasattr(errno, name)
)
"""Error numbers of connect(2) that say: no way there from here."""


async def dial(addresses: Sequence[Address], open_one: Open) -> Connection:
    """The first connection that stands.

    A next address is tried when one fails, or after a quarter second without word. A fault of TLS
    ends it, for somebody answered; otherwise the most telling of the errors is raised.
    """
    waiting = _interleaved(addresses)
    running: set[asyncio.Task[Connection]] = set()
    errors: list[BaseException] = []
    try:
        while waiting or running:
            if waiting:
                running.add(asyncio.ensure_future(open_one(waiting.pop(0))))
            for task in await _finished(running, hurry=bool(waiting)):
                running.discard(task)
                if not (error := task.exception()):
                    return task.result()
                if isinstance(error, ssl.SSLError):
                    raise error
                errors.append(error)
    finally:
        for task in running:
            _give_up(task)
    raise min(errors, key=_is_unreachable)


_STAGGER: Final = 0.25
"""Seconds (RFC 8305 5)."""
_MOST: Final = 8
"""Addresses of one name that are tried."""


def preferring(family: Family | None, addresses: Sequence[Address]) -> tuple[Address, ...]:
    """Those of `family` first, else in the order they have."""
    return tuple(sorted(addresses, key=lambda one: _FAMILIES[one.version] is not family))


def _interleaved(addresses: Sequence[Address]) -> list[Address]:
    """Families in turn, starting with the first's, the resolver's order within each."""
    first = addresses[0].version
    ours = [address for address in addresses if address.version == first]
    others = [address for address in addresses if address.version != first]
    turns = chain.from_iterable(zip_longest(ours, others))
    return [address for address in turns if address is not None][:_MOST]


async def _finished(
    running: set[asyncio.Task[Connection]], *, hurry: bool
) -> set[asyncio.Task[Connection]]:
    """Those that came to an end; none when another address should have its turn first."""
    pause = _STAGGER if hurry else None
    return (await asyncio.wait(running, timeout=pause, return_when=asyncio.FIRST_COMPLETED))[0]


def _give_up(task: asyncio.Task[Connection]) -> None:
    """A loser of the race: cancelled, or closed if it had won too."""
    task.cancel()
    task.add_done_callback(_close)


def _close(task: asyncio.Task[Connection]) -> None:
    if not task.cancelled() and not task.exception():
        task.result().abort()


def _is_unreachable(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.errno in UNREACHABLE
