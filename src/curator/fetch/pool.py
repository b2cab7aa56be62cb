"""Connections kept for the next request to the same place: few, and not for long."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Final

from curator.fetch.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What may share a connection."""

    scheme: str
    host: str
    port: int | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Kept:
    origin: Origin
    connection: Connection
    since: float
    """The loop's time."""


class Pool:
    """Idle connections, oldest first."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []

    def take(self, origin: Origin) -> Connection | None:
        """The connection to `origin` that was used last; those that ended meanwhile go."""
        for kept in [kept for kept in reversed(self._kept) if kept.origin == origin]:
            self._kept.remove(kept)
            if kept.connection.is_free:
                return kept.connection
            kept.connection.abort()
        return None

    def put(self, origin: Origin, connection: Connection) -> None:
        """Keep a connection that is free."""
        now = asyncio.get_running_loop().time()
        self._kept.append(_Kept(origin=origin, connection=connection, since=now))
        while len(self._kept) > _MOST_KEPT or self._kept[0].since < now - _LONGEST_IDLE:
            self._kept.pop(0).connection.abort()

    def close(self) -> None:
        """End them all."""
        for kept in self._kept:
            kept.connection.abort()
        self._kept.clear()


_MOST_KEPT: Final = 32
_LONGEST_IDLE: Final = 10.0
"""Seconds."""
