"""One behaviour of a server, and what a person who looks closely would say about the link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from web.exchange import Handler
from web.handlers import site


class Truth(StrEnum):
    """What a person concludes about a link."""

    ALIVE = "alive"  # opens in a browser and shows what was listed
    MOVED = "moved"  # permanently elsewhere: the list should say the new URL
    DEAD = "dead"  # nothing is there any more
    GONE = "gone"  # and the server says that it is for good
    SOFT_404 = "soft-404"  # answers, and what it answers is "not found"
    PARKED = "parked"  # the name belongs to a dealer
    DRIFTED = "drifted"  # alive, and no longer what was listed
    GATED = "gated"  # behind a login, a payment or the law
    BLOCKED = "blocked"  # refuses or limits robots: a person must look
    SUSPECT = "suspect"  # broken today, nobody knows for how long
    TLS = "tls"  # a browser warns about the certificate
    HOSTILE = "hostile"  # leads where a checker must never go
    INVALID = "invalid"  # no URL that a browser could open


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """The statuses that are right about a case at one moment."""

    first: frozenset[str]
    """After a single check."""
    last: frozenset[str]
    """After the fourth, nine days later."""
    tolerated: frozenset[str] = frozenset()
    """Not right, and harmless."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One link of the list."""

    name: str
    url: str
    """A template: {self} and {other} stand for the case's hosts, {self_tls} for https."""
    hosts: Mapping[str, Handler]
    """Role ("self", "other", ...) to what the host of that role does."""
    truth: Truth
    says: Says
    replacement: str | None = None
    """Template of what to write instead, exactly; None: never `moved`."""
    title: str = ""
    tls: Mapping[str, str] = field(default_factory=dict)
    """Role to the kind of certificate it shows (`web.certificates`)."""
    domains: Mapping[str, str] = field(default_factory=dict)
    """Role to a well-known name that the host must have."""
    home: str = ""
    """Name of the case whose hosts this one uses too, for many links to one host."""
    names: bool = False
    """Makes sense only where hosts have names: through the proxy or in a sealed namespace."""
    addresses: bool = False
    """Makes sense only where the checker connects by itself: not through a proxy."""
    extra_addresses: tuple[str, ...] = ()
    """Where the name of "self" resolves to as well."""
    sealed: bool = False
    """Needs the web's own name server."""
    slow: bool = False
    """Costs a good checker more than three seconds."""
    metadata: bool = False
    """A careless checker would contact a cloud's metadata service."""

    @property
    def harmless(self) -> bool:
        """Calling this link dead, or putting it at level error, would be wrong."""
        return self.truth in _HARMLESS


_HARMLESS = {Truth.ALIVE, Truth.MOVED, Truth.GATED, Truth.BLOCKED}


def case(
    name: str,
    truth: Truth,
    at: Handler | None,
    *,
    path: str = "/guide/intro",
    url: str = "",
    pages: Mapping[str, Handler] | None = None,
    whole: bool = False,
    hosts: Mapping[str, Handler] | None = None,
    says: Says | None = None,
    **rest: Any,
) -> Case:
    """A link to `path` of an honest site that has `pages` too; `whole`: `at` answers every path."""
    mine: dict[str, Handler] = {}
    if at is not None:
        mine["self"] = at if whole else site({path.partition("?")[0]: at, **(pages or {})})
    return Case(
        name=name,
        truth=truth,
        url=url or "{self}" + path,
        hosts={**mine, **(hosts or {})},
        says=says or SAYS[truth],
        **rest,
    )


def says(first: str, last: str | None = None, tolerated: str = "") -> Says:
    """Statuses as words with spaces between them."""
    return Says(
        first=frozenset(first.split()),
        last=frozenset((first if last is None else last).split()),
        tolerated=frozenset(tolerated.split()),
    )


SAYS: Mapping[Truth, Says] = {
    Truth.ALIVE: says("alive"),
    Truth.MOVED: says("moved", tolerated="alive"),
    Truth.DEAD: says("failing", "dead"),
    Truth.GONE: says("failing", "dead"),
    Truth.SOFT_404: says("soft-404 failing", "soft-404 dead"),
    Truth.PARKED: says("parked failing", "parked"),
    Truth.DRIFTED: says("alive", "drifted", tolerated="failing"),
    Truth.GATED: says("gated", tolerated="blocked alive"),
    Truth.BLOCKED: says("blocked", tolerated="gated failing"),
    Truth.SUSPECT: says("failing", "failing dead"),
    Truth.TLS: says("tls-error", "tls-error dead"),
    Truth.HOSTILE: says("unsafe"),
    Truth.INVALID: says("invalid"),
}
