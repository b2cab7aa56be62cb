"""The questions that a page is put to, with what weighed in each: what `explain` shows.

Nothing is concluded here that `judge` did not conclude by the same functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from curator.evidence import Attempt, Evidence
from curator.judge.cases import Case, Sighting, sight, weigh_nature
from curator.judge.drift import in_light_of_the_past, weigh_drift, weigh_take_over
from curator.judge.soft import weigh_not_found
from curator.judge.weighing import Weighed
from curator.probes.signs.clues import Nature


class Question(StrEnum):
    """What may be wrong with a page that can be read, in the order in which it is asked."""

    WALL = "Does something stand before the page that keeps robots out?"
    GATE = "Does a login or a question stand in its place?"
    PARKED = "Is the domain for sale?"
    NOT_FOUND = "Is it a “not found”?"
    TAKEN_OVER = "Was it taken over?"
    DRIFTED = "Is it another thing than before?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question, and what was found."""

    question: Question
    weighed: tuple[Weighed, ...]
    """At least one thing that was seen; it may weigh nothing."""
    answer: bool
    """Is it so? By points, and in the order of the questions: the first yes counts."""


def cascade(past: Sequence[Evidence]) -> tuple[Asked, ...]:
    """Every question that something was found for, about the last evidence; `past` oldest first."""
    seen = list(in_light_of_the_past(sight(one) for one in past if one.attempts and not one.void))
    if not seen:
        return ()
    last = seen[-1]
    base = next((one.attempt for one in reversed(seen[:-1]) if one.case is Case.GOOD), None)
    return tuple(
        Asked(question=question, weighed=weighed, answer=last.case is case)
        for question, case, weighed in _questions(last, base)
        if weighed
    )


def _questions(
    last: Sighting, base: Attempt | None
) -> Iterator[tuple[Question, Case, tuple[Weighed, ...]]]:
    attempt = last.attempt
    gate = (*weigh_nature(attempt, Nature.LOGIN), *weigh_nature(attempt, Nature.CONSENT))
    yield Question.WALL, Case.BLOCKED, weigh_nature(attempt, Nature.WALL)
    yield Question.GATE, Case.GATED, gate
    yield Question.PARKED, Case.PARKED, weigh_nature(attempt, Nature.PARKED)
    if attempt.status is not None and 200 <= attempt.status < 300:
        yield Question.NOT_FOUND, Case.SOFT, weigh_not_found(attempt)
        yield Question.TAKEN_OVER, Case.TAKEN_OVER, weigh_take_over(base, attempt)
        if base is not None:
            yield Question.DRIFTED, Case.DRIFTED, weigh_drift(base, attempt)
