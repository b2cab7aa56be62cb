"""Which URLs a run asks, and whom it takes along."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest

from curator.crawl import due, failed_before, witnesses
from curator.judge import Status, Verdict

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
URL = "https://a.example/"


def verdict(status: Status, age: timedelta | None = DAY, **fields: Any) -> Verdict:
    checked_at = None if age is None else NOW - age
    return Verdict(url="", status=status, reason="", checked_at=checked_at, **fields)


def is_due(found: Verdict) -> bool:
    return due([URL], {URL: found}, now=NOW, recheck=WEEK) == (URL,)


RESTING = {Status.ALIVE, Status.MOVED, Status.DRIFTED, Status.GATED, Status.BLOCKED}


@pytest.mark.parametrize("status", Status)
def test_what_is_well_rests_and_what_is_in_trouble_is_asked_every_time(status: Status) -> None:
    assert is_due(verdict(status, DAY, http_status=403)) is (status not in RESTING)


@pytest.mark.parametrize("status", Status)
def test_everything_is_asked_again_after_a_while(status: Status) -> None:
    assert is_due(verdict(status, WEEK, http_status=403))


def test_a_run_that_begins_a_little_earlier_than_last_week_counts() -> None:
    assert is_due(verdict(Status.ALIVE, WEEK - timedelta(minutes=59)))
    assert not is_due(verdict(Status.ALIVE, WEEK - timedelta(minutes=61)))


@pytest.mark.parametrize("status", [429, None])
def test_who_had_enough_of_us_is_asked_again(status: int | None) -> None:
    assert is_due(verdict(Status.BLOCKED, DAY, http_status=status))


def test_what_was_seen_only_in_a_void_run_was_never_asked() -> None:
    assert is_due(verdict(Status.SKIPPED, None))


def test_an_interrupted_run_goes_on_with_what_it_had_not_asked() -> None:
    urls = [f"https://a.example/{number}" for number in range(6)]
    verdicts = {url: verdict(Status.ALIVE, timedelta(minutes=5)) for url in urls[:3]}
    verdicts[urls[1]] = verdict(Status.FAILING, timedelta(minutes=5))
    assert due(urls, verdicts, now=NOW, recheck=WEEK) == (urls[1], *urls[3:])


def test_hosts_that_want_to_be_left_alone_are_until_then() -> None:
    urls = [URL, "https://A.example:8080/x", "https://b.example/", "https://"]
    later, over = NOW + timedelta(seconds=1), NOW
    holds = {"a.example": later, "b.example": over}
    assert due(urls, {}, now=NOW, recheck=WEEK, holds=holds) == tuple(urls[2:])


class TestWitnesses:
    living: ClassVar = {
        f"https://{host}.example/{number}": verdict(Status.ALIVE, timedelta(hours=age))
        for age, (host, number) in enumerate([("p", 1), ("q", 1), ("r", 1), ("s", 1), ("s", 2)], 1)
    }
    failing: ClassVar = {URL: verdict(Status.FAILING)}
    best = ("https://s.example/2", "https://r.example/1", "https://q.example/1")

    def test_three_hosts_go_along_when_all_else_is_failing(self) -> None:
        verdicts = self.living | self.failing
        assert due(verdicts, verdicts, now=NOW, recheck=WEEK) == (*self.best, URL)

    def test_nobody_goes_along_when_something_new_is_asked(self) -> None:
        verdicts = self.living | self.failing
        new = "https://new.example/"
        assert due([*verdicts, new], verdicts, now=NOW, recheck=WEEK) == (URL, new)

    def test_nobody_goes_along_when_something_living_is_due(self) -> None:
        old = {"https://old.example/": verdict(Status.ALIVE, WEEK)}
        verdicts = self.living | self.failing | old
        assert due(verdicts, verdicts, now=NOW, recheck=WEEK) == (URL, *old)

    def test_nobody_goes_along_when_nothing_is_asked(self) -> None:
        assert due(self.living, self.living, now=NOW, recheck=WEEK) == ()

    def test_a_chosen_few_get_witnesses_too(self) -> None:
        verdicts = self.living | self.failing
        assert witnesses(verdicts, [URL], verdicts) == self.best

    def test_hosts_on_hold_do_not_go_along(self) -> None:
        verdicts = self.living | self.failing
        asked = due(verdicts, verdicts, now=NOW, recheck=WEEK, holds={"s.example": NOW + DAY})
        assert asked == (*self.best[1:], "https://p.example/1", URL)


def test_a_url_failed_before_when_its_last_verdict_is_a_failure() -> None:
    verdicts = {status.value: verdict(status, http_status=403) for status in Status}
    assert failed_before(verdicts) == {
        "failing", "dead", "soft-404", "parked", "tls-error", "unsafe", "invalid",
    }  # fmt: skip
