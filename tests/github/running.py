"""One batch of questions against a hub, without a wire, and the days a hub may have."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from curator.evidence import Evidence, Record
from curator.probes.batch import Found, Pause, Question, Reply
from curator.probes.sites.github_batch import ask_github
from github.graphql_hub import HUB, Hub

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENGINE = f"{HUB}/ada/engine"
Day = Callable[[Any], tuple[int, Mapping[str, str], bytes]]
"""What becomes of an answer: status (0 for none), headers, body."""


class Run:
    """One batch against a hub, without a wire."""

    def __init__(
        self,
        hub: Hub,
        urls: Iterable[str],
        *,
        longest_wait: float = 30.0,
        page_interval: float = 0.0,
        expected: Container[str] = (),
        every: Day | None = None,
        call_takes: float = 0.0,
    ) -> None:
        """`every`: the day that all answers have; `call_takes`: seconds."""
        self.hub = hub
        self.now = NOW
        self.every = every
        self.call_takes = timedelta(seconds=call_takes)
        self.pauses: list[float] = []
        self.found: dict[str, Evidence] = {}
        batch = ask_github(
            urls,
            clock=lambda: self.now,
            longest_wait=longest_wait,
            page_interval=page_interval,
            expected=expected,
        )
        reply: Reply | None = None
        while True:
            try:
                wish = batch.send(reply)
            except StopIteration as end:
                self.note = str(end.value)
                return
            reply = None
            if isinstance(wish, Question):
                reply = self._ask(wish)
            elif isinstance(wish, Pause):
                self.pauses.append(wish.seconds)
                self.now += timedelta(seconds=wish.seconds)
            elif isinstance(wish, Found):
                self.found |= {one.url: one for one in wish.evidence}

    def _ask(self, question: Question) -> Reply:
        self.now += self.call_takes
        self.hub.calls.append(question.text)
        answer = self.hub.answer(question.text)
        day = self.hub.days.pop(0) if self.hub.days else self.every
        if day is None:
            return Reply(status=200, body=json.dumps(answer).encode())
        status, headers, body = day(answer)
        told = tuple((name.lower(), value) for name, value in headers.items())
        return Reply(status=status or None, headers=told, body=body)

    def record(self, url: str = ENGINE) -> Record | None:
        evidence = self.found.get(url)
        return evidence.attempts[0].record if evidence else None


def hub() -> Hub:
    made = Hub(owners=["ada"])
    made.add(
        "ada/engine",
        branches={"main": ["README.md", "docs/a.md"], "feat/x": ["README.md"]},
        issues={1: f"{ENGINE}/issues/1", 3: f"{HUB}/ada/other/issues/8", 4: f"{ENGINE}/pull/4"},
        discussions=[2],
        tags=["v1"],
        commits=["0123abc"],
    )
    return made


def body(status: int, content: bytes, **headers: str) -> Day:
    """The same whatever was asked."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: (status, told, content)


def changed(change: Callable[[Any], object]) -> Day:
    """What `change` makes of it, or returns in its place."""

    def day(answer: Any) -> tuple[int, Mapping[str, str], bytes]:
        changed = json.loads(json.dumps(answer))
        replaced = change(changed)
        return 200, {}, json.dumps(changed if replaced is None else replaced).encode()

    return day


TIMED_OUT = body(502, b'{"data": "null", "errors": [{"message": "timeout"}]}')
CUT_OFF: Day = lambda answer: (200, {}, json.dumps(answer).encode()[:-40])  # noqa: E731
