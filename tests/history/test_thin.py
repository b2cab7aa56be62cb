"""What a history may forget without changing a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from curator.evidence import (
    Attempt,
    Cause,
    DateSource,
    Evidence,
    Failure,
    Hop,
    Page,
    PageDate,
    Sign,
)
from curator.history import History
from curator.history.thin import redundant
from history.seen import DAY, NOW, URL, seen


class TestTrim:
    def test_an_unbroken_run_keeps_its_first_week_and_its_last(self) -> None:
        past = [seen(at=NOW + day * DAY) for day in range(20)]
        kept = [evidence for evidence in past if evidence not in redundant(past)]
        assert kept == [*past[:7], past[-1]]

    def test_checks_of_one_day_are_not_taken_for_days(self) -> None:
        past = [seen(at=NOW + minute * timedelta(minutes=1)) for minute in range(20)]
        assert redundant(past) == ()

    @pytest.mark.parametrize(
        "other",
        [
            seen(status=404),
            seen(signs=(Sign(name="login", where="title"),)),
            seen(failure=Failure(url=URL, cause=Cause.RESET, detail="")),
            seen(page=Page(media_type="text/html", length=1, title="Another")),
        ],
        ids=["status", "sign", "failure", "title"],
    )
    def test_what_differs_breaks_the_run(self, other: Evidence) -> None:
        run = [seen(at=NOW + day * DAY) for day in range(10)]
        past = [*run[:5], replace(other, at=run[5].at), *run[6:]]
        assert redundant(past) == ()

    def test_a_void_run_says_nothing(self) -> None:
        past = [replace(seen(at=NOW + day * DAY), void=day == 5) for day in range(20)]
        kept = [evidence for evidence in past if evidence not in redundant(past)]
        assert kept == [*past[:8], past[-1]]

    def test_lengths_durations_and_moments_do_not_make_a_difference(self) -> None:
        past = [_lively(day) for day in range(10)]
        assert redundant(past) == tuple(past[7:9])

    def test_the_file_forgets_them(self, path: Path) -> None:
        past = [seen(at=NOW + day * DAY) for day in range(20)]
        with History.open(path) as history:
            for evidence in past:
                history.record(evidence)
            assert history.trim() == 12
            assert history.of(URL) == (*past[:7], past[-1])


def _lively(day: int) -> Evidence:
    at = NOW + day * DAY
    page = Page(
        media_type="text/html",
        length=day,
        text_length=day,
        dates=(PageDate(day=at.date(), source=DateSource.TIME, modified=True),),
    )
    hop = Hop(url=URL, status=200, elapsed_ms=day)
    return Evidence(url=URL, at=at, attempts=(Attempt(at=at, hops=(hop,), page=page),))
