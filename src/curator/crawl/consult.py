"""What hosts show at URLs that the list does not name: asked once, remembered for weeks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from curator.evidence import Specimen
from curator.probes.contract import Consult, Role


class Memory(Protocol):
    """Specimens of earlier runs."""

    def recall(self, consult: Consult) -> Specimen | None:
        """What was seen there, unless it is too long ago."""
        ...

    def keep(self, specimen: Specimen) -> None:
        """Remember it for later runs."""
        ...


class Oblivion:
    """No memory: every run asks anew."""

    def recall(self, _: Consult) -> Specimen | None:
        return None

    def keep(self, _: Specimen) -> None:
        pass


class Consultations:
    """Whoever wants to know the same is told the same, and the host is asked once."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._asked: dict[tuple[str, Role], asyncio.Task[Specimen | None]] = {}
        """In this run."""

    async def ask(
        self, consult: Consult, inquire: Callable[[], Awaitable[Specimen | None]]
    ) -> Specimen | None:
        """What is known; else what `inquire` finds out, while all others who ask wait for it."""
        key = consult.url, consult.role
        if key not in self._asked:
            if not consult.fresh and (known := self._memory.recall(consult)) is not None:
                return known
            self._asked[key] = asyncio.ensure_future(self._find_out(inquire))
        return await self._asked[key]

    async def _find_out(self, inquire: Callable[[], Awaitable[Specimen | None]]) -> Specimen | None:
        specimen = await inquire()
        if specimen is not None:
            self._memory.keep(specimen)
        return specimen
