"""How far a run has come, told now and then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_EVERY = 0.1
"""Seconds between two tellings, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run has come."""

    done: int
    """URLs whose evidence is whole."""
    total: int
    waiting: int
    """URLs that had trouble and wait to be asked again."""
    elapsed: float
    """Seconds."""

    @property
    def rate(self) -> float:
        """URLs a second."""
        return self.done / self.elapsed if self.elapsed else 0.0


class Meter:
    """Counts, and tells at most ten times a second."""

    def __init__(
        self, total: Callable[[], int], tell: Callable[[Progress], None], now: Callable[[], float]
    ) -> None:
        """`total`: how many there are by now."""
        self.done = 0
        self.waiting = 0
        self._total = total
        self._tell = tell
        self._now = now
        self._began = now()
        self._told_at = self._began
        self.tell()

    def count(self, *, done: int = 0, waiting: int = 0) -> None:
        self.done += done
        self.waiting += waiting
        if self._now() - self._told_at >= _EVERY:
            self.tell()

    def tell(self) -> None:
        self._told_at = self._now()
        self._tell(
            Progress(
                done=self.done,
                total=self._total(),
                waiting=self.waiting,
                elapsed=self._told_at - self._began,
            )
        )
