"""What a server notices about its visitors."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Count:
    """All that one host has seen."""

    methods: Counter[str] = field(default_factory=Counter)
    paths: Counter[str] = field(default_factory=Counter)
    """Targets asked for, query included."""
    agents: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    """Of the answers that were whole."""
    in_flight: int = 0
    peak: int = 0
    """Most requests at once."""
    moments: list[float] = field(default_factory=list)
    """When each request was read, in seconds of a monotonic clock."""

    @property
    def requests(self) -> int:
        return self.methods.total()

    @property
    def burst(self) -> int:
        """Most requests within one second."""
        times = self.moments
        return max(
            (index + 1 - bisect_left(times, at - 1.0) for index, at in enumerate(times)), default=0
        )

    def enter(self, method: str, target: str, agent: str, at: float) -> None:
        self.methods[method] += 1
        self.paths[target] += 1
        self.agents[agent] += 1
        self.moments.append(at)
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)

    def clear(self) -> None:
        """For the next visitor."""
        for counter in (self.methods, self.paths, self.agents, self.statuses, self.moments):
            counter.clear()
        self.peak = 0

    def leave(self) -> None:
        self.in_flight -= 1

    def last_second(self, at: float) -> int:
        """Requests within the second before `at`."""
        return len(self.moments) - bisect_left(self.moments, at - 1.0)
