"""What a history may forget without changing a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from curator.judge import Policy, judge
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

    def test_the_first_the_last_good_one_and_all_since_stay(self) -> None:
        good = [seen(at=NOW + day * DAY) for day in range(30)]
        bad = [seen(at=NOW + day * DAY, status=404) for day in range(30, 60)]
        kept = [one for one in (*good, *bad) if one not in redundant((*good, *bad))]
        assert kept == [*good[:7], good[-1], *bad]

    def test_a_link_that_is_dead_for_years_does_not_grow_for_ever(self) -> None:
        past = [seen(at=NOW), *(seen(at=NOW + day * DAY, status=404) for day in range(1, 1000))]
        kept = [one for one in past if one not in redundant(past)]
        assert len(kept) < 70
        assert kept[0] == past[0]
        assert kept[-1] == past[-1]

    def test_what_a_person_accepted_stays(self) -> None:
        past = [replace(seen(at=NOW + day * DAY), accepted=day == 12) for day in range(20)]
        assert past[12] not in redundant(past)

    @given(st.text("gbtw", min_size=1, max_size=40))
    def test_the_verdict_stays(self, told: str) -> None:
        status = {"g": 200, "b": 404, "t": 503, "w": 403}
        past = [seen(at=NOW + day * DAY, status=status[letter]) for day, letter in enumerate(told)]
        kept = [one for one in past if one not in redundant(past)]
        whole, thinned = (judge(URL, some, Policy()) for some in (past, kept))
        assert (thinned.status, thinned.since) == (whole.status, whole.since)

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
