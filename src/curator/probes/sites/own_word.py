"""What the probes of sites share: a site's own word as evidence, and what is left when it has none.

The pages of these sites answer 200 for anything, so a page that answers proves nothing; neither
does a short link that leads to one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from typing import Any

from curator.evidence import Attempt, Evidence, Failure, Record, Sign, Standing
from curator.probes.contract import Answer, Ask, Clock, Heard, Probe
from curator.probes.page import page_probe

Question = Generator[Ask, Heard, "Record | None"]
"""Asks a site, and returns its word; None when it can't be understood."""

HOLLOW = "hollow-page"
"""The sign of a page that answers 200, on a site that does so for anything."""


def site_probe(url: str, question: Question, *, clock: Clock, redirects: int = 20) -> Probe:
    """The site's own word; else its page, whose "not there" counts and whose 200 does not."""
    began = clock()
    record = yield from question
    if record is not None:
        attempt = Attempt(at=began, hops=(), record=record)
        return Evidence(url=url, at=began, attempts=(attempt,))
    evidence = yield from page_probe(url, clock=clock, redirects=redirects)
    return replace(evidence, attempts=tuple(map(_hollow, evidence.attempts)))


def led_probe(probe: Probe, ask: Callable[[str], Question | None]) -> Probe:
    """What `probe` sees; where it is led to a site that has a word of its own, that word too."""
    evidence = yield from probe
    last = evidence.attempts[-1]
    if len(last.hops) < 2 or last.failure is not None:
        return evidence
    question = ask(last.hops[-1].url)
    if question is None:
        return evidence
    record = yield from question
    if record is None:
        return _with_last(evidence, _hollow(last))
    if record.standing is Standing.THERE and last.status == 200:
        return evidence  # how it leads there is worth more than the name
    return _with_last(evidence, replace(last, record=record))


def nothing_to_ask() -> Question:
    """For a page that answers 200 for anything, and has no id to ask for."""
    return None
    yield  # pragma: no cover - what makes it a generator


def _with_last(evidence: Evidence, attempt: Attempt) -> Evidence:
    return replace(evidence, attempts=(*evidence.attempts[:-1], attempt))


def json_of(heard: Heard) -> Mapping[str, Any] | None:
    """The object of an answer with success; None for everything else."""
    if not isinstance(heard, Answer) or heard.status != 200:
        return None
    try:
        found = json.loads(heard.body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def status_of(heard: Heard) -> int | None:
    """None when nothing answered."""
    return heard.status if isinstance(heard, Answer) and not isinstance(heard, Failure) else None


def _hollow(attempt: Attempt) -> Attempt:
    if attempt.status is None or not 200 <= attempt.status < 300:
        return attempt
    sign = Sign(name=HOLLOW, where="page", detail="this site answers 200 for anything")
    return replace(attempt, signs=(*attempt.signs, sign))
