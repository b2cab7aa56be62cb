"""Links that answer now and then: never dead while they do, and told when they hardly do."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.evidence import Cause, Evidence
from curator.judge import Policy, Strikes, Verdict, judge
from judge.sightings import LISTED, Led, Said, attempt, run, verdict

SOFT = attempt(200, signs=("not-found-title",))
DEAD = ("dead", "soft-404", "parked")


def checks(told: str, *, every: float = 1, bad: Said = 404) -> list[Evidence]:
    """A letter a check: g good, b bad, w refused, n our network, m bad and then good in one run."""
    said: dict[str, tuple[Said, ...]] = {
        "g": (200,),
        "b": (bad, bad),
        "w": (403,),
        "n": (Cause.NO_ROUTE, Cause.NO_ROUTE),
        "m": (bad, 200),
    }
    return [run(number * every, *said[letter]) for number, letter in enumerate(told)]


def after(told: str, **more: object) -> Verdict:
    return verdict(*checks(told, **more))  # type: ignore[arg-type]


def days_dead(told: str, **more: object) -> list[int]:
    """The checks, counted from 0, after which the link is called dead."""
    past = checks(told, **more)  # type: ignore[arg-type]
    return [n for n in range(len(past)) if verdict(*past[: n + 1]).status in DEAD]


@pytest.mark.parametrize("bad", [404, 410, 503, SOFT, Cause.REFUSED, Cause.TLS_EXPIRED])
@pytest.mark.parametrize(
    "told",
    [
        "gb" * 30,
        "ggb" * 20,
        "gbb" * 20,
        "gbbb" * 15,
        "ggggbbbb" * 8,
        "gbbbb" * 12,
        "bbbg" * 15,
        "mb" * 30,
        "gwb" * 20,
        "gnbb" * 15,
    ],
)
def test_what_alternates_is_never_dead(told: str, bad: Said) -> None:
    first_outage = re.search("b[bn]*", told)
    assert first_outage
    assert [day for day in days_dead(told, bad=bad) if day >= first_outage.end()] == []


@pytest.mark.parametrize("every", [0.25, 1, 3, 7])
def test_at_whatever_pace(every: float) -> None:
    assert days_dead("gbb" * 24, every=every) == []


def test_two_servers_that_do_not_agree() -> None:
    """Each run asks twice: 200 at once, or first 404; sometimes 404 both times."""
    assert days_dead("gmgbmgbbmgmbbbg") == []


def test_what_is_bad_nine_times_of_ten_is_told() -> None:
    assert days_dead("bbbbbbbbbg" * 4)[-1] > 30
    assert days_dead("bbbbbbbbbg" * 4, bad=503)[-1] > 30
    assert days_dead("gbbbb" * 20) == [4]  # the first outage of all


def test_one_comeback_is_no_alternation_until_it_is_bad_again() -> None:
    assert after("gggbbg").reason == "200 OK"
    assert after("gggbbgb").reason.endswith(
        "; answers now and then: 4 of the last 7 checks were good"
    )


def test_the_first_outage_has_no_patience_and_the_second_has() -> None:
    assert days_dead("ggbbbbbb")[0] == 5
    assert days_dead("gbg" + "b" * 14)[0] == 12
    assert days_dead("gbg" + "b" * 14, every=3)[0] == 12


def test_a_comeback_long_ago_is_forgotten() -> None:
    assert days_dead("bg" + "g" * 31 + "bbbb")[0] == 36
    assert days_dead("bg" + "g" * 20 + "bbbb") == []
    weekly = checks("bggggg", every=7)
    late = [run(36 + day, 404, 404) for day in range(4)]
    assert verdict(*weekly, *late).status == "dead"


@pytest.mark.parametrize(
    ("told", "status", "reason"),
    [
        ("bgbgbg", "alive", "200 OK; answers now and then: 3 of the last 6 checks were good"),
        (
            "gbgbgb",
            "failing",
            "404 Not Found, asked twice 60 s apart; answers now and then: 3 of the last 6 checks"
            " were good",
        ),
        (
            "gbgbbbbbbbb",
            "failing",
            "404 Not Found, asked twice 60 s apart; answers now and then: 1 of the last 10 checks"
            " was good",
        ),
        ("gm", "alive", "200 OK; answers now and then: 404 Not Found 60 s before"),
        (
            "mm",
            "alive",
            "200 OK; answers now and then: only when asked again in 2 of the last 2 checks",
        ),
        (
            "gmgmg",
            "alive",
            "200 OK; answers now and then: only when asked again in 2 of the last 5 checks",
        ),
        ("gbgw", "blocked", "403 Forbidden refuses robots"),
        ("gbg", "alive", "200 OK"),
        ("bbg", "alive", "200 OK"),
        ("ggb", "failing", "404 Not Found, asked twice 60 s apart"),
    ],
)
def test_it_is_named(told: str, status: str, reason: str) -> None:
    found = after(told)
    assert (found.status, found.reason) == (status, reason)


def test_a_share_reaches_back_to_a_good_check() -> None:
    """Four checks a day count once: many are bad, and it is not yet dead."""
    found = after("gbbbbg" + "b" * 24, every=0.25)
    assert found.status == "failing"
    assert found.reason.endswith("now and then: 1 of the last 25 checks was good")


def test_and_to_a_bad_one() -> None:
    found = after("gbgbgb" + "g" * 15)
    assert found.status == "alive"
    assert found.reason == "200 OK; answers now and then: 15 of the last 16 checks were good"
    assert after("mm" + "g" * 15).reason == (
        "200 OK; answers now and then: only when asked again in 1 of the last 16 checks"
    )


def test_a_location_that_the_second_try_spells_otherwise_is_no_contradiction() -> None:
    lost = attempt(404, Led("https://a.example/caf%C3%A9"))
    there = attempt(200, Led("https://a.example/caf%E9", 302))
    assert verdict(run(0, lost, there)).reason == "200 OK"


def test_strictly_today_alone_counts() -> None:
    past = checks("gbgb")
    found = verdict(*past, strict=True)
    assert (found.status, found.reason) == ("dead", "404 Not Found, asked twice 60 s apart")


def test_its_patience_is_a_matter_of_policy() -> None:
    past = checks("gbgbbbb")
    assert judge(LISTED, past, Policy()).status == "failing"
    hasty = Policy(alternating=Strikes(count=3, over=timedelta(days=30)))
    assert judge(LISTED, past, hasty).status == "dead"
    forgetful = Policy(alternating=Strikes(count=10, over=timedelta(days=3)))
    assert judge(LISTED, past, forgetful).status == "dead"


@settings(max_examples=300)
@given(
    st.text("gbbbmwn", min_size=1, max_size=30),
    st.sampled_from([404, 410, 503]),
    st.sampled_from([0.5, 1.0, 2.0]),
)
def test_a_good_answer_of_late_keeps_from_death(told: str, bad: int, every: float) -> None:
    policy = Policy()
    past = checks(told, every=every, bad=bad)
    if verdict(*past).status not in DEAD:
        return
    row = {404: policy.missing, 410: policy.gone, 503: policy.trouble}[bad]
    since_good = told.rstrip("n")[max(told.rfind("g"), told.rfind("m")) + 1 :].replace("n", "")
    assert since_good.count("b") >= row.count
    assert len(told.rstrip("n")) - 1 >= row.over / timedelta(days=every) * 0.98
    window = round(policy.alternating.over / timedelta(days=every))
    recent = told[-window:].replace("w", "").replace("n", "")
    if "bg" in recent or "m" in recent:
        assert since_good.count("b") > policy.alternating.count / 2
