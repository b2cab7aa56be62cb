"""What is still to be asked of GitHub's API, and how much of it at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Sequence
from typing import Final

from curator.probes.github import MOST_PARTS, Block


class Left:
    """Questions become smaller when they fail and grow again when they don't; calls are counted."""

    MOST_PAUSES: Final = 3
    """In a row."""
    _MOST_FAILURES: Final = 8
    """In a row, halved questions included."""
    _SPARE: Final = 10
    """Calls beyond one and a half times those of a good day."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.waiting = deque(blocks)
        self.failures = 0
        self.pauses = 0
        self._most = MOST_PARTS
        needed = -(-_size(self.waiting) // MOST_PARTS)
        self._calls = needed + needed // 2 + self._SPARE

    @property
    def links(self) -> int:
        """Whose pages are asked instead when nothing comes of it."""
        return sum(len(block.targets) for block in self.waiting)

    def take(self) -> list[Block]:
        """The first ones, as many as may be asked at once, one at least; none when calls are up."""
        if not self._calls:
            return []
        self._calls -= 1
        taken = [self.waiting.popleft()]
        size = taken[0].size
        while self.waiting and size + self.waiting[0].size <= self._most:
            taken.append(self.waiting.popleft())
            size += taken[-1].size
        return taken

    def was_answered(self, asked: Sequence[Block], told: Container[str], *, partly: bool) -> None:
        """More at once may go again; what was cut off is asked again in a smaller question."""
        self.failures = self.pauses = 0
        self._most = min(2 * self._most, MOST_PARTS)
        if partly and len(asked) > 1:
            self._most = max(1, _size(asked) // 2)
            self.waiting.extendleft(b for b in reversed(asked) if not _is_told(b, told))

    def halve(self, asked: Sequence[Block]) -> bool:
        """Less at once; one that fails alone is left to its page. False when it is no use."""
        self.failures += 1
        if len(asked) > 1:
            self._most = max(1, _size(asked) // 2)
            self.waiting.extendleft(reversed(asked))
        return self.failures <= self._MOST_FAILURES

    def put_back(self, asked: Sequence[Block]) -> None:
        """The same again, after a pause."""
        self.pauses += 1
        self.waiting.extendleft(reversed(asked))


def _size(blocks: Iterable[Block]) -> int:
    return sum(block.size for block in blocks)


def _is_told(block: Block, told: Container[str]) -> bool:
    return any(target.url in told for target in block.targets)
