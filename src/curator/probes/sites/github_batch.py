"""Asking GitHub about many links: how much at once, how often again, and when to leave it.

https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
"""

from __future__ import annotations

import json
from collections.abc import Container, Generator, Iterable, Mapping, Sequence
from typing import Final

from curator.evidence import Attempt, Evidence, Record, Standing
from curator.probes.batch import Batch, Found, Pause, Question, Reply
from curator.probes.contract import Clock
from curator.probes.sites.github import Block, blocks, query
from curator.probes.sites.github_answer import Told, read
from curator.probes.sites.github_errors import is_partial
from curator.probes.sites.github_left import Left
from curator.probes.sites.github_reply import Outcome, outcome_of, seconds_to_wait, until_points
from curator.probes.sites.github_urls import target_of

_LONGEST: Final = 120.0
"""Seconds of pauses and of calls that came to nothing, after which pages are asked instead."""
_BREATH: Final = 0.5
"""Seconds between calls that fail one after the other."""
_MANY: Final = 10
"""From so many on, it is the token that is to be doubted."""


def ask_github(
    urls: Iterable[str],
    *,
    clock: Clock,
    longest_wait: float,
    page_interval: float = 0.0,
    expected: Container[str] = (),
) -> Batch:
    """Ask about those of `urls` that name something there.

    A limit is waited for as long as a Retry-After elsewhere (`longest_wait`, in seconds), or as
    asking all the pages instead would take (`page_interval` for each). `expected`: what failed when
    it was last asked, so that "not there" is no news.
    """
    run = _Run(urls, clock, longest_wait, page_interval)
    while run.left and not run.note:
        if asked := run.left.take():
            yield from run.ask(asked)
        else:
            run.note = "GitHub's API took too many calls; the pages of the rest were asked instead."
    if run.lost and _is_believed(run.lost, run.there, expected):
        yield Found(evidence=run.evidence(run.lost))
    elif run.lost and not run.note:
        run.note = (
            f"GitHub's API knows nothing of {len(run.lost)} links, more than can be believed; their"
            " pages were asked. Can the token see public repositories?"
        )
    return run.note


def _is_believed(lost: Mapping[str, Record], there: int, expected: Container[str]) -> bool:
    """What a token may not see looks as if it was not there: so it must see other things."""
    news = sum(url not in expected for url in lost)
    return there > 0 and (news < _MANY or news <= there)


_Part = Generator[Question | Pause | Found, Reply | None, None]


class _Run:
    """One conversation: what is left to ask, and what was learnt."""

    def __init__(
        self, urls: Iterable[str], clock: Clock, longest_wait: float, page_interval: float
    ) -> None:
        self.left = Left(blocks(target for url in urls if (target := target_of(url))))
        self.lost: dict[str, Record] = {}
        self.there = 0
        self.note = ""
        self._clock = clock
        self._began = clock()
        self._longest_wait = longest_wait
        self._page_interval = page_interval
        self._spent = 0.0

    def ask(self, asked: Sequence[Block]) -> _Part:
        """One call, and what follows from it."""
        before = self._clock()
        reply = yield Question(text=query(asked))
        assert reply is not None
        answer = _json(reply)
        outcome = outcome_of(reply, answer)
        if outcome is not Outcome.ANSWER:
            self._spent += max((self._clock() - before).total_seconds(), 0.0)
        match outcome:
            case Outcome.ANSWER:
                told = read(asked, answer, today=self._began.date())
                yield from self._learn(told)
                known = told.there.keys() | told.lost.keys()
                self.left.was_answered(asked, known, partly=is_partial(answer))
                if self.left and (seconds := until_points(answer, reply, self._clock())):
                    yield from self._wait(seconds)
            case Outcome.TOO_MUCH:
                if not self.left.halve(asked) or self._spent > _LONGEST:
                    self.note = "GitHub's API gave no usable answer; its pages were asked instead."
                elif self.left.failures > 2:
                    yield Pause(seconds=_BREATH)
            case Outcome.LIMITED:
                self.left.put_back(asked)
                yield from self._wait(seconds_to_wait(reply, self._clock()))
            case Outcome.REFUSED:
                self.note = f"{_refusal(reply)}; its pages were asked instead."

    def evidence(self, told: Mapping[str, Record]) -> tuple[Evidence, ...]:
        now = self._clock()
        return tuple(
            Evidence(url=url, at=self._began, attempts=(Attempt(at=now, hops=(), record=record),))
            for url, record in told.items()
        )

    def _learn(self, told: Told) -> _Part:
        """What is there is recorded at once; what is not, when more is known of the token."""
        self.lost |= told.lost
        self.there += sum(one.standing is not Standing.HIDDEN for one in told.there.values())
        yield Found(evidence=self.evidence(told.there))

    def _wait(self, seconds: float) -> _Part:
        pages = self.left.links * self._page_interval
        may_wait = min(max(self._longest_wait, pages), _LONGEST - self._spent)
        if seconds > may_wait or self.left.pauses > Left.MOST_PAUSES:
            self.note = "GitHub's API limits us for now; its pages were asked instead."
            return
        self._spent += seconds
        yield Pause(seconds=seconds)


def _refusal(reply: Reply) -> str:
    if reply.status in (401, 403):
        return f"GitHub's API refuses the token ({reply.status})"
    return f"What should be GitHub's API answers with {reply.status}"


def _json(reply: Reply) -> object:
    try:
        return json.loads(reply.body)
    except (ValueError, RecursionError):
        return None
