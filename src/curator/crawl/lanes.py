"""In which order URLs are asked: a lane for each host, many lanes side by side.

A host with many links holds up no other, because it gets no more than its few workers; and it is
not held up, because the longest lanes are opened first. A job that is put off goes to the end of
its lane, and to the end of the queue of lanes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from curator.probes.contract import Probe
from curator.urls import UnusableUrlError, host_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One URL to ask, and how far its probe has come."""

    url: str
    probe: Probe | None = None
    """None: not begun."""
    ready_at: float = 0.0
    """Not to be gone on with before; seconds of the loop's clock."""


@dataclass(slots=True, kw_only=True)
class Lane:
    """One host's URLs, and how many workers are at them. It changes as they go."""

    fresh: deque[str] = field(default_factory=deque)
    """URLs that nobody has begun with."""
    waiting: deque[Job] = field(default_factory=deque)
    """Put off until later; earliest first."""
    workers: int = 0

    def take(self, now: float) -> Job | None:
        """What a worker does next; None when there is nothing to do at this moment."""
        if self.fresh:
            return Job(url=self.fresh.popleft())
        if self.waiting and self.waiting[0].ready_at <= now:
            return self.waiting.popleft()
        return None


class Lanes:
    """All lanes, and the turns of workers that are due in them, earliest first."""

    def __init__(self, urls: Iterable[str], *, width: int) -> None:
        self._width = width
        self._known: set[str] = set()
        self._lanes: dict[str, Lane] = {}
        self._turns: deque[tuple[float, Lane]] = deque()
        self.add(urls)

    @property
    def total(self) -> int:
        """How many URLs there are, done or not."""
        return len(self._known)

    def add(self, urls: Iterable[str]) -> None:
        """More URLs, each once; what waits for its time goes on waiting."""
        new = [url for url in dict.fromkeys(urls) if url not in self._known]
        self._known.update(new)
        grown: dict[int, Lane] = {}
        for url in new:
            lane = self._lanes.setdefault(host_of(url), Lane())
            lane.fresh.append(url)
            grown[id(lane)] = lane
        longest_first = sorted(grown.values(), key=lambda lane: len(lane.fresh), reverse=True)
        turns = [
            (0.0, lane) for lane in longest_first for _ in range(min(self._width, len(lane.fresh)))
        ]
        self._turns.extendleft(reversed(turns))

    @property
    def next_at(self) -> float | None:
        """When the next turn is due, in seconds of the loop's clock; None without one."""
        return self._turns[0][0] if self._turns else None

    def next(self, now: float) -> Lane | None:
        """A lane that wants a worker now."""
        while self._turns and self._turns[0][0] <= now:
            _, lane = self._turns.popleft()
            if lane.workers < self._width:  # else those who are there will come to it
                return lane
        return None

    def put_off(self, lane: Lane, job: Job) -> None:
        """Put `job` behind everything else; pauses are equal, so turns stay sorted."""
        lane.waiting.append(job)
        self._turns.append((job.ready_at, lane))


def host_of(url: str) -> str:
    """Whose lane `url` belongs to; what is no URL shares one, for nobody is asked."""
    try:
        return host_key(url)
    except UnusableUrlError:
        return ""
