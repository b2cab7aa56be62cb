"""A question about many URLs at once, put to a site's own API: the conversation, without IO.

As a probe it is a generator; it yields what it wants and is sent what came of it. `crawl` drives
it with the API's client.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from curator.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One call of the API. Resumed with a `Reply`."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came of a call."""

    status: int | None
    """None when nothing came, or not in time."""
    headers: tuple[tuple[str, str], ...] = ()
    """Names in lower case."""
    body: bytes = b""
    """Up to a cap, so that it may be cut off."""

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Wait before going on, as the API asks. Resumed with None."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is known so far, to be recorded at once. Resumed with None."""

    evidence: tuple[Evidence, ...]


Batch = Generator[Question | Pause | Found, Reply | None, str]
"""Returns a sentence about what went wrong as a whole, "" when nothing did. URLs that it found
nothing about are asked by their pages."""
