"""Asking GitHub about many links: how much at once, how often again, and when to leave it.

https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from curator.evidence import Attempt, Evidence, Record
from curator.probes import github
from curator.probes.batch import Batch, Found, Pause, Question, Reply
from curator.probes.contract import Clock
from curator.probes.dates import http_date
from curator.probes.github import Block
from curator.probes.github_urls import target_of

_MOST_FAILURES: Final = 8
"""In a row, halved batches included."""
_MOST_PAUSES: Final = 3
_SECONDARY_WAIT: Final = 60.0
"""Seconds to wait for a secondary limit that names no time."""


class Outcome(StrEnum):
    """What a reply is."""

    ANSWER = "answer"
    TOO_MUCH = "too-much"  # timed out, cut off, or no answer: less at once may go
    LIMITED = "limited"  # enough for now
    REFUSED = "refused"  # the token is no good here


def ask_github(urls: Iterable[str], *, clock: Clock, longest_wait: float) -> Batch:
    """Ask about those of `urls` that name something there; `longest_wait` in seconds."""
    began = clock()
    left = _Left(github.blocks(target for url in urls if (target := target_of(url))))
    while left.waiting:
        asked = left.take()
        reply = yield Question(text=github.query(asked))
        assert reply is not None
        answer = _json(reply)
        match outcome_of(reply, answer):
            case Outcome.ANSWER:
                told = github.read(asked, answer, today=began.date())
                yield Found(evidence=_evidence(told, began, clock()))
                left.was_answered(asked, told, partly=github.is_partial(answer))
            case Outcome.TOO_MUCH:
                if not left.halve(asked):
                    return "GitHub's API gave no usable answer; its pages were asked instead."
            case Outcome.LIMITED:
                seconds = _wait(reply, clock())
                if seconds > longest_wait or not left.put_back(asked):
                    return "GitHub's API limits us for now; its pages were asked instead."
                yield Pause(seconds=seconds)
            case Outcome.REFUSED:
                code = reply.status
                return f"GitHub's API refuses the token ({code}); its pages were asked instead."
    return ""


class _Left:
    """What is still to be asked, and how much of it at once."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.waiting = deque(blocks)
        self._most = github.MOST_PARTS
        self._failures = 0
        self._pauses = 0

    def take(self) -> list[Block]:
        """The first ones, as many as may be asked at once; one at least."""
        taken = [self.waiting.popleft()]
        size = taken[0].size
        while self.waiting and size + self.waiting[0].size <= self._most:
            taken.append(self.waiting.popleft())
            size += taken[-1].size
        return taken

    def was_answered(self, asked: Sequence[Block], told: Container[str], *, partly: bool) -> None:
        """More at once may go again; what was cut off is asked again in a smaller question."""
        self._failures = 0
        self._most = min(2 * self._most, github.MOST_PARTS)
        if partly and len(asked) > 1:
            untold = [block for block in asked if not _is_told(block, told)]
            self._most = max(1, _size(asked) // 2)
            self.waiting.extendleft(reversed(untold))

    def halve(self, asked: Sequence[Block]) -> bool:
        """Less at once; one that fails alone is left to its page. False when it is no use."""
        self._failures += 1
        if len(asked) > 1:
            self._most = max(1, _size(asked) // 2)
            self.waiting.extendleft(reversed(asked))
        return self._failures <= _MOST_FAILURES

    def put_back(self, asked: Sequence[Block]) -> bool:
        """The same again after a pause. False when there were too many."""
        self._pauses += 1
        self.waiting.extendleft(reversed(asked))
        return self._pauses <= _MOST_PAUSES


def _size(blocks: Iterable[Block]) -> int:
    return sum(block.size for block in blocks)


def _is_told(block: Block, told: Container[str]) -> bool:
    return any(target.url in told for target in block.targets)


def outcome_of(reply: Reply, answer: object) -> Outcome:
    """By status, headers and body: an error may come with 200, and a limit with 403."""
    if reply.status is None or reply.status >= 500:
        return Outcome.TOO_MUCH
    out_of_points = reply.header("x-ratelimit-remaining") == "0"
    if reply.status in (403, 429):
        is_limit = out_of_points or reply.header("retry-after") or reply.status == 429
        return (
            Outcome.LIMITED if is_limit or b"rate limit" in reply.body.lower() else Outcome.REFUSED
        )
    if not 200 <= reply.status < 300:
        return Outcome.REFUSED
    if github.is_limited(answer):
        return Outcome.LIMITED
    if isinstance(answer, dict) and isinstance(answer.get("data"), dict):
        return Outcome.ANSWER
    return Outcome.LIMITED if out_of_points else Outcome.TOO_MUCH


def _evidence(told: Mapping[str, Record], began: datetime, now: datetime) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(url=url, at=began, attempts=(Attempt(at=now, hops=(), record=record),))
        for url, record in told.items()
    )


def _json(reply: Reply) -> object:
    try:
        return json.loads(reply.body)
    except (ValueError, RecursionError):
        return None


def _wait(reply: Reply, now: datetime) -> float:
    """Seconds until we may ask again, by GitHub's own clock where it tells it."""
    after = reply.header("retry-after").strip()
    if after.isascii() and after.isdigit():
        return float(after[:9])
    reset = reply.header("x-ratelimit-reset").strip()
    if reset.isascii() and reset.isdigit() and reply.header("x-ratelimit-remaining") == "0":
        here = http_date(reply.header("date")) or now
        return max((datetime.fromtimestamp(int(reset[:11]), UTC) - here).total_seconds(), 1.0)
    return _SECONDARY_WAIT
