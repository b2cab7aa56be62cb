"""What is still to be asked of GitHub's API, and how much of it at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Sequence
from typing import Final

from curator.probes.sites.github import MOST_PARTS, Block


class Left:
    """Questions become smaller when they fail and grow again when they don't; calls are counted."""

    MOST_PAUSES: Final = 3
    """In a row."""
    _MOST_FAILURES: Final = 8
    """In a row, halved questions included."""
    _SPARE: Final = 10
    """Calls that may come to nothing, beside half as many as a good day has."""
    _MOST_CALLS: Final = 4
    """Times those of a good day, and twice the spare ones, where only small questions go."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.failures = 0
        self.pauses = 0
        self._waiting = deque(blocks)
        self._again: list[Sequence[Block]] = []
        """What is asked again, and together: the last first. Halves of what failed are asked apart
        from all else, until what fails alone is found."""
        self._size = _Size()
        needed = -(-_size(self._waiting) // MOST_PARTS)
        self._calls = self._MOST_CALLS * needed + 2 * self._SPARE
        self._wasted = needed // 2 + self._SPARE

    def __bool__(self) -> bool:
        """Is there anything to be asked?"""
        return bool(self._waiting or self._again)

    @property
    def links(self) -> int:
        """Whose pages are asked instead when nothing comes of it."""
        return sum(len(one.targets) for blocks in (self._waiting, *self._again) for one in blocks)

    def take(self) -> Sequence[Block]:
        """The next ones, as many as may be asked at once, one at least; none when calls are up."""
        if self._calls <= 0 or self._wasted < 0:
            return ()
        self._calls -= 1
        if self._again:
            return self._take_again()
        taken = [self._waiting.popleft()]
        size = taken[0].size
        while self._waiting and size + self._waiting[0].size <= self._size.most:
            taken.append(self._waiting.popleft())
            size += taken[-1].size
        return taken

    def _take_again(self) -> Sequence[Block]:
        asked = self._again.pop()
        while len(asked) > 1 and _size(asked) > self._size.most:
            self._ask_apart(asked)
            asked = self._again.pop()
        return asked

    def was_answered(self, asked: Sequence[Block], told: Container[str], *, partly: bool) -> None:
        """More at once may go again; what was cut off is asked again in smaller questions."""
        self.failures = self.pauses = 0
        untold = [block for block in asked if not _is_told(block, told)]
        if partly or len(untold) == len(asked):
            self._wasted -= 1
        if not partly:
            self._size.worked(_size(asked))
        elif len(asked) > 1:
            self._size.failed(_size(asked))
            self._ask_apart(untold)

    def halve(self, asked: Sequence[Block]) -> bool:
        """Less at once; one that fails alone is left to its page. False when it is no use."""
        self.failures += 1
        self._wasted -= 1
        if len(asked) > 1:
            self._size.failed(_size(asked))
            self._ask_apart(asked)
        return self.failures <= self._MOST_FAILURES

    def put_back(self, asked: Sequence[Block]) -> None:
        """The same again, after a pause."""
        self.pauses += 1
        self._wasted -= 1
        self._again.append(asked)

    def _ask_apart(self, blocks: Sequence[Block]) -> None:
        middle = (len(blocks) + 1) // 2
        self._again += [half for half in (blocks[middle:], blocks[:middle]) if half]


class _Size:
    """How many parts a question may have: looked for between what went and what did not.

    What failed at a size that went before had a bad moment, or holds one thing that always fails.
    """

    def __init__(self) -> None:
        self.most = MOST_PARTS
        self._went = 0
        """The largest that was answered."""
        self._too_many = 0
        """What failed; 0 when nothing did, or not lately."""
        self._failed_before = 0
        self._answers = 0
        """In a row."""
        self._patience = 8
        """Answers in a row after which more is tried again; more each time."""

    def worked(self, size: int) -> None:
        self._went = max(self._went, size)
        self._answers += 1
        if self._answers >= self._patience:
            self._too_many = 0
        if not self._too_many:
            self.most = MOST_PARTS
        elif self._too_many - self._went > max(4, self._went // 8):
            self.most = (self._went + self._too_many) // 2
        else:
            self.most = self._went

    def failed(self, size: int) -> None:
        if size > self._went and self._failed_before and not self._too_many:
            self._patience *= 2
            self._too_many = self._failed_before
        elif size > self._went:
            self._too_many = self._failed_before = size
        self._answers = 0
        self.most = max(1, size // 2)


def _size(blocks: Iterable[Block]) -> int:
    return sum(block.size for block in blocks)


def _is_told(block: Block, told: Container[str]) -> bool:
    return any(target.url in told for target in block.targets)
