"""When failing often enough, over long enough, is death."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.evidence import Cause, Evidence
from curator.judge import Policy, Strikes, judge
from judge.sightings import LISTED, Said, attempt, run, status, verdict

SOFT = attempt(200, signs=("not-found-title",))
PARKED = attempt(200, signs=("for-sale-title", "parked-url"))
Days = tuple[tuple[float, Said], ...]


def runs(days: Days) -> list[Evidence]:
    return [run(day, said, said) for day, said in days]


def daily(said: Said, *days: float) -> Days:
    return tuple((day, said) for day in days)


GONE, MISSING, TROUBLE = (2, 1), (3, 3), (3, 7)
ROWS = {
    410: GONE,
    404: MISSING,
    SOFT: MISSING,
    PARKED: MISSING,
    Cause.NO_SUCH_NAME: MISSING,
    Cause.REDIRECT_LOOP: MISSING,
    Cause.TOO_MANY_REDIRECTS: MISSING,
    Cause.BAD_LOCATION: MISSING,
    **dict.fromkeys((500, 502, 503, 504, 521, 530), TROUBLE),
    **dict.fromkeys(
        (Cause.TIMEOUT, Cause.CONNECT_TIMEOUT, Cause.REFUSED, Cause.RESET, Cause.CLOSED), TROUBLE
    ),
    **dict.fromkeys(
        (
            Cause.TLS_EXPIRED,
            Cause.TLS_NOT_YET_VALID,
            Cause.TLS_WRONG_HOST,
            Cause.TLS_SELF_SIGNED,
            Cause.TLS_TOO_OLD,
        ),
        TROUBLE,
    ),
}
OPEN = ("failing", "tls-error")


@pytest.mark.parametrize(("said", "row"), ROWS.items(), ids=lambda value: str(value)[:40])
def test_every_cause_by_its_row(said: Said, row: tuple[int, int]) -> None:
    count, days = row
    enough = [days * n / (count - 1) for n in range(count)]
    assert status(*runs(daily(said, *enough))) not in OPEN
    assert status(*runs(daily(said, *enough[:-1]))) in OPEN  # one too few
    assert status(*runs(daily(said, *enough[1:]))) in OPEN
    shorter = [day * 0.9 for day in enough]
    assert status(*runs(daily(said, *shorter))) in OPEN  # over too short a time
    crowded = [enough[0], *(enough[-1] + n / 10 for n in range(count - 1))]
    assert (status(*runs(daily(said, *crowded))) in OPEN) == (count > 2)  # those count once
    good = [*runs(daily(said, *enough)), run(days + 1, 200)]
    assert status(*good) == "alive"
    assert status(*good, run(days + 40, said, said)) in OPEN  # one success ends the count


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (daily(404, 0), "failing"),
        (daily(404, 0, 1), "failing"),
        (daily(404, 0, 1, 2), "failing"),
        (daily(404, 0, 1, 3), "dead"),
        (daily(404, 0, 3), "failing"),
        (daily(404, 0, 1.5, 2.999), "dead"),  # a run that starts a little early
        (daily(404, 0, 1.5, 2.9), "failing"),
        (daily(404, 0, 0.1, 0.2, 3), "failing"),  # three checks of one day count once
        (daily(404, 0, 0.5, 1, 1.5, 2, 2.5, 3), "dead"),
        (daily(410, 0), "failing"),
        (daily(410, 0, 0.5), "failing"),
        (daily(410, 0, 1), "dead"),
        (daily(SOFT, 0, 1, 2), "failing"),
        (daily(SOFT, 0, 1, 3), "soft-404"),
        (daily(PARKED, 0, 1, 3), "parked"),
        (daily(Cause.NO_SUCH_NAME, 0, 1, 3), "dead"),
        (daily(Cause.REDIRECT_LOOP, 0, 1, 3), "dead"),
        (daily(Cause.TOO_MANY_REDIRECTS, 0, 1, 3), "dead"),
        (daily(Cause.BAD_LOCATION, 0, 1, 3), "dead"),
        (daily(503, 0, 1, 3), "failing"),
        (daily(503, 0, 4, 7), "dead"),
        (daily(503, 0, 7), "failing"),
        (daily(Cause.TIMEOUT, 0, 4, 7), "dead"),
        (daily(Cause.REFUSED, 0, 4, 7), "dead"),
        (daily(Cause.TLS_EXPIRED, 0, 1, 3), "tls-error"),
        (daily(Cause.TLS_EXPIRED, 0, 4, 7), "dead"),
    ],
)
def test_the_strike_table(days: Days, wanted: str) -> None:
    assert status(*runs(days)) == wanted


@pytest.mark.parametrize(
    "said",
    [
        *(401, 402, 403, 407, 412, 418, 429, 451, 999),
        *(304, 400, 405, 406, 414),
        attempt(200, length=0),
        attempt(204, length=0),
        attempt(503, signs=("cloudflare-challenge",)),
        attempt(200, signs=("login-url",)),
        *(Cause.NAME_TRY_AGAIN, Cause.NO_ROUTE, Cause.PROXY, Cause.HELD_OFF),
        *(Cause.TLS_UNKNOWN_ISSUER, Cause.TLS_OTHER, Cause.PROTOCOL),
    ],
)
def test_what_is_never_death(said: Said) -> None:
    for strict in (False, True):
        found = status(*runs(daily(said, *range(30))), strict=strict)
        assert found in ("gated", "blocked", "failing", "tls-error")


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (((0, 404), (1, 404), (2, 200), (3, 404), (4, 404)), "failing"),
        (((0, 404), (1, 404), (3, 404), (4, 200)), "alive"),
        (((0, 404), (1, 404), (2, 403), (3, 404), (4, 404)), "failing"),
        (((0, 404), (1, 404), (3, 404), (4, 403)), "blocked"),
        # what is about us is neither a strike nor an end
        (((0, 404), (1, Cause.NAME_TRY_AGAIN), (2, 404), (3, 404)), "dead"),
        (((0, 404), (1, Cause.NO_ROUTE), (3, 404)), "failing"),
        (((0, 404), (1, 429), (2, 404), (3, 404)), "dead"),
        (((0, 404), (1, 429), (3, 404)), "failing"),
        (((0, 404), (1, 404), (3, 404), (4, 429)), "dead"),
        (((0, 404), (1, 404), (3, 404), (4, Cause.NO_ROUTE)), "dead"),
        (((0, 200), (1, 429)), "blocked"),
        (((0, 200), (1, Cause.NO_ROUTE)), "failing"),
        # what is surer counts towards what is less so, never the other way
        (((0, 503), (4, 404), (7, 503)), "dead"),
        (((0, 503), (1, 503), (3, 404)), "failing"),
        (((0, 410), (1, 404), (3, 404)), "dead"),
        (((0, 410), (1, 404)), "failing"),
        # once dead it stays so while nothing better is seen
        (((0, 404), (1, 404), (3, 404), (4, 503)), "dead"),
        (((0, 410), (1, 410), (2, 405)), "dead"),
    ],
)
def test_mixed_histories(days: Days, wanted: str) -> None:
    assert status(*runs(days)) == wanted


def test_void_evidence_is_never_seen() -> None:
    past = [run(0, 404), run(1, 404, void=True), run(3, 404)]
    assert status(*past) == "failing"
    assert status(run(0, 200), run(1, Cause.CONNECT_TIMEOUT, void=True)) == "alive"


@pytest.mark.parametrize(
    ("days", "decides"),
    [
        (daily(404, 0), date(2026, 11, 23)),
        (daily(404, 0, 1), date(2026, 11, 23)),
        (daily(404, 0, 3), date(2026, 11, 24)),
        (daily(410, 0), date(2026, 11, 21)),
        (daily(503, 0, 1), date(2026, 11, 27)),
        (daily(Cause.TLS_EXPIRED, 0), date(2026, 11, 27)),
        (daily(Cause.TLS_UNKNOWN_ISSUER, 0), None),
        (daily(405, 0), None),
        (((0, 503), (1, 404)), date(2026, 11, 24)),
        (((0, 404), (1, 503)), date(2026, 11, 27)),  # more of the last kind, that is
        (((0, 404), (1, 405)), None),
        (((0, 404), (1, Cause.NO_ROUTE)), None),
        (daily(404, 0, 0.4), date(2026, 11, 23)),
    ],
)
def test_the_day_of_decision(days: Days, decides: date | None) -> None:
    assert verdict(*runs(days)).decides_on == decides


def test_a_dead_link_says_since_when_and_why() -> None:
    found = verdict(run(0, 200), *runs(daily(404, 1, 2, 4)))
    assert found.since == date(2026, 11, 21)
    assert found.reason == "404 Not Found, in 3 checks from 2026-11-21 to 2026-11-24"
    assert found.decides_on is None


def test_another_policy_applies_to_the_past() -> None:
    past = runs(daily(404, 0, 1))
    hasty = Policy(missing=Strikes(count=2, over=timedelta(hours=12)))
    assert judge(LISTED, past, hasty).status == "dead"


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.floats(0.01, 3),
            st.sampled_from(
                [200, 403, 404, 410, 429, 503, 405, SOFT, Cause.TIMEOUT, Cause.NAME_TRY_AGAIN]
            ),
        ),
        max_size=12,
    )
)
def test_a_link_that_answers_today_is_alive_and_one_look_kills_nothing(
    steps: list[tuple[float, Said]],
) -> None:
    past: list[Evidence] = []
    day = 0.0
    for gap, said in steps:
        day += gap
        past.append(run(day, said, said))
    if not past:
        return
    assert status(*past[-1:]) not in ("dead", "soft-404", "parked")
    assert status(*past, run(day + 1, 503, 200)) == "alive"


GAPS = st.one_of(st.floats(0.05, 3), st.sampled_from([1.0, 7.0]))
SAID = st.sampled_from(
    [200, 200, 403, 404, 410, 429, 503, 405, SOFT, PARKED, Cause.TIMEOUT, Cause.NAME_TRY_AGAIN]
)
STRIKES = st.builds(
    Strikes,
    count=st.integers(1, 6),
    over=st.integers(0, 240).map(lambda hours: timedelta(hours=hours)),
)
POLICIES = st.builds(
    Policy,
    gone=STRIKES,
    missing=STRIKES,
    trouble=STRIKES,
    alternating=STRIKES,
    apart=st.sampled_from([timedelta(0), timedelta(hours=20), timedelta(hours=47)]),
)


def past_of(steps: list[tuple[float, Said]]) -> list[Evidence]:
    day = 0.0
    past = []
    for gap, said in steps:
        day += gap
        past.append(run(day, said, said))
    return past


def going_on(last: Evidence, days: int) -> Evidence:
    later = timedelta(days=days)
    attempts = tuple(replace(attempt, at=attempt.at + later) for attempt in last.attempts)
    return replace(last, at=last.at + later, attempts=attempts)


@settings(max_examples=400)
@given(st.lists(st.tuples(GAPS, SAID), min_size=1, max_size=14), POLICIES)
def test_daily_checks_that_keep_failing_decide_on_the_day_that_is_named(
    steps: list[tuple[float, Said]], policy: Policy
) -> None:
    past = past_of(steps)
    found = judge(LISTED, past, policy)
    if found.status not in OPEN:
        return
    decided = None
    for _days in range(1, 30):
        past.append(going_on(past[-1], 1))
        if judge(LISTED, past, policy).status not in OPEN:
            decided = past[-1].at.date()
            break
    assert found.decides_on == decided


def test_a_run_of_several_failures_is_not_told_as_one() -> None:
    mixed = [run(day, 404 if day % 2 else 503) for day in range(9)]
    found = verdict(*mixed)
    assert found.status == "dead"
    assert found.reason == (
        "404 Not Found, among other failures, in 9 checks from 2026-11-20 to 2026-11-28"
    )
