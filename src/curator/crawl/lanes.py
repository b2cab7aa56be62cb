"""In which order URLs are asked: a lane for each host, many lanes side by side.

A host with many links holds up no other, because it gets no more than its few walkers; and it is
not held up, because the longest lanes are opened first. A trial that is parked goes to the end of
its lane, and to the end of the queue of lanes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from curator.probes.contract import Probe
from curator.urls import UnusableUrlError, host_key


@dataclass(slots=True, kw_only=True)
class Trial:
    """One URL on its way."""

    url: str
    probe: Probe | None = None
    """None: not begun."""
    ready_at: float = 0.0
    """Seconds of the loop's clock."""


@dataclass(slots=True, kw_only=True)
class Lane:
    """One host's URLs, and how many walkers are at them."""

    fresh: deque[str] = field(default_factory=deque)
    parked: deque[Trial] = field(default_factory=deque)
    """Earliest first."""
    walkers: int = 0

    def take(self, now: float) -> Trial | None:
        """What a walker does next; None when there is nothing to do at this moment."""
        if self.fresh:
            return Trial(url=self.fresh.popleft())
        if self.parked and self.parked[0].ready_at <= now:
            return self.parked.popleft()
        return None


class Lanes:
    """All lanes, and the turns of walkers that are due in them, earliest first."""

    def __init__(self, urls: Iterable[str], *, width: int) -> None:
        self._width = width
        unique = dict.fromkeys(urls)
        self.total = len(unique)
        lanes: dict[str, Lane] = {}
        for url in unique:
            lanes.setdefault(host_of(url), Lane()).fresh.append(url)
        longest_first = sorted(lanes.values(), key=lambda lane: len(lane.fresh), reverse=True)
        self._turns = deque(
            (0.0, lane) for lane in longest_first for _ in range(min(width, len(lane.fresh)))
        )

    @property
    def next_at(self) -> float | None:
        """When the next turn is due, in seconds of the loop's clock; None without one."""
        return self._turns[0][0] if self._turns else None

    def next(self, now: float) -> Lane | None:
        """A lane that wants a walker now."""
        while self._turns and self._turns[0][0] <= now:
            _, lane = self._turns.popleft()
            if lane.walkers < self._width:  # else those who are there will come to it
                return lane
        return None

    def park(self, lane: Lane, trial: Trial) -> None:
        """Put `trial` behind everything else; pauses are equal, so turns stay sorted."""
        lane.parked.append(trial)
        self._turns.append((trial.ready_at, lane))


def host_of(url: str) -> str:
    """Whose lane `url` belongs to; what is no URL shares one, for nobody is asked."""
    try:
        return host_key(url)
    except UnusableUrlError:
        return ""
