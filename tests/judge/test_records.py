"""What a site's own API says, judged."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from curator.evidence import Attempt, DateSource, Evidence, Hop, PageDate, Record, Standing
from curator.judge import Policy, Status, Verdict, judge
from judge.sightings import DAY_0

URL = "https://github.com/ada/engine"


def told(day: float, standing: Standing = Standing.THERE, **fields: object) -> Evidence:
    at = DAY_0 + timedelta(days=day)
    usual: dict[str, object] = {"id": "R_1", "name": "ada/engine"}
    record = Record(api="github", standing=standing, **{**usual, **fields})  # type: ignore[arg-type]
    return Evidence(url=URL, at=at, attempts=(Attempt(at=at, hops=(), record=record),))


def by_page(day: float, status: int = 200) -> Evidence:
    at = DAY_0 + timedelta(days=day)
    return Evidence(url=URL, at=at, attempts=(Attempt(at=at, hops=(Hop(url=URL, status=status),)),))


def verdict(*seen: Evidence) -> Verdict:
    return judge(URL, seen, Policy())


@pytest.mark.parametrize(
    ("standing", "status"),
    [
        (Standing.THERE, Status.ALIVE),
        (Standing.GONE, Status.FAILING),
        (Standing.HIDDEN, Status.GATED),
        (Standing.WITHHELD, Status.GATED),
    ],
)
def test_one_word(standing: Standing, status: Status) -> None:
    assert verdict(told(0, standing)).status is status


def test_two_words_of_an_api_over_a_day_are_death() -> None:
    assert verdict(told(0, Standing.GONE), told(1, Standing.GONE)).status is Status.DEAD
    assert "GitHub's API says that it is not there" in verdict(told(0, Standing.GONE)).reason


def test_a_new_name_is_a_move_to_exactly_there() -> None:
    there = "https://github.com/ada/engine-2"
    moved = verdict(told(0, url=there, name="ada/engine-2"))
    assert (moved.status, moved.replacement) == (Status.MOVED, there)
    assert "ada/engine-2" in moved.reason


def test_the_same_name_with_another_id_is_another_thing() -> None:
    assert verdict(told(0), told(2, id="R_2")).status is Status.FAILING
    assert verdict(told(0), told(2, id="R_2"), told(4, id="R_2")).status is Status.DRIFTED
    assert verdict(told(0), by_page(1), told(2, id="R_2"), told(4, id="R_2")).status is (
        Status.DRIFTED
    )
    assert verdict(told(0), told(2, id="R_2"), told(4)).status is Status.ALIVE


def test_an_id_that_is_not_told_says_nothing() -> None:
    assert verdict(told(0), told(2, id="")).status is Status.ALIVE
    assert verdict(told(0, id=""), told(2, id="R_2")).status is Status.ALIVE


def test_what_was_accepted_is_the_thing_from_then_on() -> None:
    taken = told(2, id="R_2")
    accepted = Evidence(url=URL, at=taken.at, attempts=taken.attempts, accepted=True)
    assert verdict(told(0), accepted, told(4, id="R_2")).status is Status.ALIVE


def test_its_dates_are_the_page_s() -> None:
    day = PageDate(day=date(2026, 1, 31), source=DateSource.API, modified=True)
    assert verdict(told(0, dates=(day,))).activity == day


@pytest.mark.parametrize(
    ("standing", "status"), [(Standing.GONE, Status.DEAD), (Standing.HIDDEN, Status.GATED)]
)
def test_strictly_a_site_s_own_word_is_said_once(standing: Standing, status: Status) -> None:
    assert judge(URL, [told(0, standing)], Policy(strict=True)).status is status
