"""Reading a body as far as is worth it: two caps, one clock, and what came by then is kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, Sequence
from dataclasses import dataclass

import httpx

from curator.fetch.faults import WIRE_FAULTS
from curator.fetch.inflate import ForeignError, Inflater, UndecodableError, inflaters
from curator.probes.contract import Cut
from curator.settings import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What was read, inflated, and why it is not all."""

    content: bytes
    cut: Cut | None


async def read_body(response: httpx.Response, pace: Pace) -> Body:
    """Read until the end, a cap, the clock or a fault, whichever comes first; close nothing."""
    assert isinstance(response.stream, httpx.AsyncByteStream)
    coding = response.headers.get("content-encoding", "")
    try:
        intake = _Intake(inflaters(coding, pace.inflated_cap), pace)
    except ForeignError:
        return Body(content=b"", cut=Cut.FOREIGN)
    except UndecodableError:
        return Body(content=b"", cut=Cut.UNDECODABLE)
    cut = await _fill(intake, response.stream, pace.body_timeout)
    return Body(content=bytes(intake.content), cut=cut)


async def _fill(intake: _Intake, chunks: AsyncIterable[bytes], seconds: float) -> Cut | None:
    try:
        async with asyncio.timeout(seconds):
            async for chunk in chunks:
                if intake.add(chunk):
                    return Cut.CAP
    except UndecodableError:
        return Cut.BROKEN if intake.content else Cut.UNDECODABLE
    except TimeoutError:
        return Cut.CLOCK
    except WIRE_FAULTS:
        return Cut.BROKEN
    return Cut.BROKEN if intake.is_broken_off else None


class _Intake:
    """Counts what comes in and what comes out."""

    def __init__(self, stages: Sequence[Inflater], pace: Pace) -> None:
        self.content = bytearray()
        self._stages = stages
        self._to_receive = pace.received_cap
        self._to_hold = pace.inflated_cap

    @property
    def is_broken_off(self) -> bool:
        return any(stage.is_broken_off for stage in self._stages)

    def add(self, chunk: bytes) -> bool:
        """Take a chunk in; True when a cap is reached."""
        taken = chunk[: self._to_receive]
        self._to_receive -= len(taken)
        for stage in self._stages:
            taken = stage.feed(taken)
        self.content += taken[: self._to_hold - len(self.content)]
        return not self._to_receive or len(self.content) >= self._to_hold
