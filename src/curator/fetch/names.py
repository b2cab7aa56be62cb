"""From a host to the addresses that may be contacted: looked up once, vetted, then pinned."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from curator.addresses import (
    Address,
    Standing,
    is_fake,
    literal,
    may_contact,
    name_standing,
    standing,
)
from curator.fetch.network import NameFaultError, Network, NoSuchNameError


class UnsafeAddressError(Exception):
    """Nothing that this host leads to may be contacted."""


class Names:
    """All lookups of one run."""

    def __init__(self, network: Network, *, allow_private: bool) -> None:
        self._network = network
        self._allow_private = allow_private
        self._known: OrderedDict[tuple[str, int], asyncio.Task[tuple[Address, ...]]] = OrderedDict()
        self._fakes: asyncio.Task[bool] | None = None

    @property
    def resolver_is_fake(self) -> bool:
        """Every name, real or not, was found to lead into a range made for that (see `_faked`)."""
        task = self._fakes
        return bool(task and task.done() and not task.cancelled() and task.result())

    async def vetted(self, host: str, port: int) -> tuple[Address, ...]:
        """The addresses of `host` that may be contacted, never none.

        `NameFaultError` when the name leads nowhere, `UnsafeAddressError` when only to what must
        not be contacted. Whoever gives up waiting does not stop the lookup for others.
        """
        if name_standing(host) is Standing.NEVER:
            raise UnsafeAddressError(f"{host} is a cloud's metadata service")
        address = literal(host)
        if address is not None:
            return self._allowed(host, [address])
        return await asyncio.shield(self._lookup(host.rstrip("."), port))

    def close(self) -> None:
        """Give up on what is still being looked up."""
        for task in (*self._known.values(), *filter(None, [self._fakes])):
            task.cancel()

    def _lookup(self, host: str, port: int) -> asyncio.Task[tuple[Address, ...]]:
        """Answers are kept for the run; faults are not, for a later try may have more luck."""
        key = host, port
        task = self._known.pop(key, None)
        if task is None or (task.done() and (task.cancelled() or task.exception())):
            task = asyncio.ensure_future(self._resolve(host, port))
            task.add_done_callback(_retrieve)
        self._known[key] = task
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        return task

    async def _resolve(self, host: str, port: int) -> tuple[Address, ...]:
        found = await self._network.resolve(host, port)
        if not found:
            raise NoSuchNameError(f"{host}: no address")
        if not self._allow_private and any(map(is_fake, found)) and await self._faked():
            return tuple(a for a in found if is_fake(a) or may_contact(a, allow_private=False))
        return self._allowed(host, found)

    def _allowed(self, host: str, found: Sequence[Address]) -> tuple[Address, ...]:
        allowed = [a for a in found if may_contact(a, allow_private=self._allow_private)]
        if not allowed:
            way = host if literal(host) else f"{host} leads to {found[0]}"
            raise UnsafeAddressError(f"{way}: {_WORDS[standing(found[0])]}")
        return tuple(allowed)

    async def _faked(self) -> bool:
        """Do well-known names and a made-up one all lead into the made-up ranges?

        So answer the resolvers of some VPN clients, which translate when a connection is made:
        behind them an address says nothing about where it leads. Asked once.
        """
        if self._fakes is None:
            self._fakes = asyncio.ensure_future(self._ask_telling_names())
        return await asyncio.shield(self._fakes)

    async def _ask_telling_names(self) -> bool:
        for name in _TELLING_NAMES:
            try:
                found = await self._network.resolve(name, 443)
            except NameFaultError:
                return False
            if not found or not all(map(is_fake, found)):
                return False
        return True


_MOST_KNOWN: Final = 10_000

_TELLING_NAMES: Final = ("example.com", "www.wikipedia.org", "made-up-for-curator.example.com")
"""Two names that are public for sure, and one that does not exist in a zone without wildcards."""

_WORDS: Final = {
    Standing.PUBLIC: "a public address",
    Standing.PRIVATE: "a private or reserved address",
    Standing.NEVER: "an address that is never contacted (metadata, link-local or multicast)",
}


def _retrieve(task: asyncio.Task[tuple[Address, ...]]) -> None:
    """So that a fault nobody waited for is not reported as forgotten."""
    if not task.cancelled():
        task.exception()
