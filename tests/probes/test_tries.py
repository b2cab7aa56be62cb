"""How often one run asks, and how patiently."""

from __future__ import annotations

import pytest

from curator.evidence import Cause
from probes.answering import LISTED, START, Reply, drive, html, in_turn, redirect


@pytest.mark.parametrize(
    ("reply", "times"),
    [
        (Reply(), 1),
        (Reply(status=404), 2),
        (Reply(status=410), 2),
        (Reply(status=405), 2),
        (Reply(status=304), 4),  # each try asks past caches too
        (Reply(status=403), 2),
        (Reply(status=403, headers={"cf-mitigated": "challenge"}), 1),
        (Reply(status=503, body=html("Just a moment...")), 1),
        (Reply(status=401), 1),
        (Reply(status=451), 1),
        (Reply(status=999), 1),
        (Reply(status=418), 1),
        (Reply(status=429), 3),
        (Reply(status=500), 3),
        (Reply(status=521), 3),
        (Reply(body=b""), 2),
        (Reply(status=204, body=b""), 2),
        (Reply(body=html("404 Not Found")), 2),
        (Reply(body=html("404 Not Found", body="<div class=g-recaptcha>")), 2),
        (Reply(failure=Cause.RESET), 3),
        (Reply(failure=Cause.CLOSED), 3),
        (Reply(failure=Cause.TIMEOUT), 2),
        (Reply(failure=Cause.NAME_TRY_AGAIN), 2),
        (Reply(failure=Cause.NO_SUCH_NAME), 2),
        (Reply(failure=Cause.REFUSED), 2),
        (Reply(failure=Cause.TLS_EXPIRED), 2),
        (Reply(failure=Cause.HELD_OFF), 1),
        (Reply(failure=Cause.UNSAFE_ADDRESS), 1),
    ],
)
def test_how_often(reply: Reply, times: int) -> None:
    assert len(drive(in_turn(reply)).asks) == times


@pytest.mark.parametrize(
    "replies",
    [
        (Reply(status=404), Reply()),
        (Reply(status=503), Reply()),
        (Reply(status=503), Reply(status=503), Reply()),
        (Reply(status=500), Reply(status=502), Reply()),
        (Reply(failure=Cause.RESET), Reply(failure=Cause.RESET), Reply()),
        (Reply(status=429, headers={"retry-after": "2"}), Reply()),
        (Reply(failure=Cause.TIMEOUT), Reply()),
        (Reply(body=b""), Reply()),
    ],
)
def test_what_passes_within_the_run(replies: tuple[Reply, ...]) -> None:
    seen = drive(in_turn(*replies))
    assert seen.last == 200
    assert len(seen.evidence.attempts) == len(replies)
    assert seen.laters == len(replies) - 1
    assert [ask.patient for ask in seen.asks] == [False] + [True] * seen.laters


def test_a_later_try_walks_the_whole_chain_again() -> None:
    seen = drive(in_turn(redirect("/b"), Reply(status=503), redirect("/c"), Reply()))
    assert seen.urls == [LISTED, "https://a.example/b", LISTED, "https://a.example/c"]
    assert [len(attempt.hops) for attempt in seen.evidence.attempts] == [2, 2]
    assert (seen.evidence.attempts[1].at - START).total_seconds() == 62


def test_an_unusable_url_is_never_asked() -> None:
    seen = drive(in_turn(Reply()), "http://a..b/")
    assert seen.asks == []
    assert seen.last is Cause.UNUSABLE_URL
    assert seen.evidence.url == "http://a..b/"


def test_the_evidence_is_of_the_url_without_fragment() -> None:
    seen = drive(in_turn(Reply()), " HTTPS://A.example/x#y ")
    assert seen.evidence.url == "https://a.example/x"
    assert seen.urls == ["https://a.example/x"]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("86400", 86_400), ("Fri, 20 Nov 2026 12:00:30 GMT", 30), ("soon", None), ("", None)],
)
def test_when_the_host_wants_to_be_asked_again(value: str, seconds: int | None) -> None:
    first = drive(in_turn(Reply(status=429, headers={"retry-after": value}))).evidence.attempts[0]
    assert (first.retry_after and (first.retry_after - START).total_seconds()) == seconds
