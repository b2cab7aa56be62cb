"""GitHub's API on its bad days: nothing is said of a link that was not plainly said."""

from __future__ import annotations

from typing import Any

import pytest

from curator.evidence import Standing
from github.graphql_hub import HUB, Hub
from github.running import CUT_OFF, ENGINE, NOW, TIMED_OUT, Day, Run, body, changed, hub

PASSING = {
    "502 as JSON": TIMED_OUT,
    "502 as HTML": body(502, b"<html><h1>502 Bad Gateway</h1><hr>nginx</html>"),
    "503": body(503, b""),
    "504": body(504, b"stream timeout"),
    "no answer": body(0, b""),
    "truncated": CUT_OFF,
    "nothing": body(200, b""),
    "data is a text": body(200, b'{"data": "null"}'),
    "a list": body(200, b"[]"),
    "only errors": body(200, b'{"errors": [{"message": "Something went wrong"}]}'),
    "HTML with 200": body(200, b"<!doctype html><title>Unicorn!</title>"),
    "nested without end": body(200, b"[" * 100_000),
}


@pytest.mark.parametrize("day", PASSING.values(), ids=PASSING)
def test_a_bad_moment_passes(day: Day) -> None:
    made = hub()
    made.days = [day]
    run = Run(made, [ENGINE, f"{HUB}/ada"])
    assert (len(run.found), run.note) == (2, "")
    assert len(made.calls) == 3, "halved, and asked again"


@pytest.mark.parametrize("day", PASSING.values(), ids=PASSING)
def test_a_bad_day_ends_and_nothing_is_said_of_any_link(day: Day) -> None:
    made = hub()
    run = Run(made, [f"{HUB}/a/r{number}" for number in range(200)], every=day)
    assert run.found == {}
    assert "pages were asked instead" in run.note
    assert len(made.calls) <= 10


STRANGE = {
    "null without a word": changed(lambda one: one["data"].update(n0=None)),
    "missing": changed(lambda one: one["data"].pop("n0") and None),
    "a text": changed(lambda one: one["data"].update(n0="ada/engine")),
    "no id": changed(lambda one: one["data"]["n0"].pop("id") and None),
    "no name": changed(lambda one: one["data"]["n0"].update(nameWithOwner=None)),
    "a name that is none": changed(lambda one: one["data"]["n0"].update(nameWithOwner="x")),
    "an error without a path": changed(
        lambda one: one.update(errors=[{"type": "NOT_FOUND"}]) or one["data"].update(n0=None)
    ),
    "an error about another": changed(
        lambda one: (
            one.update(errors=[{"type": "NOT_FOUND", "path": ["n9"]}])
            or one["data"].update(n0=None)
        )
    ),
    "errors that are none": changed(
        lambda one: one.update(errors=["NOT_FOUND", None, 3]) or one["data"].update(n0=None)
    ),
}


@pytest.mark.parametrize("day", STRANGE.values(), ids=STRANGE)
def test_what_is_not_plainly_said_is_left_to_the_page(day: Day) -> None:
    made = hub()
    made.days = [day]
    run = Run(made, [ENGINE, f"{HUB}/ada"])
    assert run.record() is None
    assert run.record(f"{HUB}/ada") is not None


@pytest.mark.parametrize("count", [1, 3, 12, 200])
@pytest.mark.parametrize("kind", ["NOT_FOUND", "FORBIDDEN", "SAML_FAILURE"])
def test_a_token_that_sees_nothing_at_all_is_doubted(kind: str, count: int) -> None:
    names = [f"a/r{number}" for number in range(count)]
    made = Hub(refuse=dict.fromkeys(names, kind))
    run = Run(made, [f"{HUB}/{name}" for name in names])
    assert run.found == {}
    assert ("Can the token see" in run.note) == (kind == "NOT_FOUND")


def test_one_that_sees_little_is_doubted_too() -> None:
    made = hub()
    run = Run(made, [ENGINE, *(f"{HUB}/a/r{number}" for number in range(12))])
    assert set(run.found) == {ENGINE}


def test_one_that_sees_what_is_its_own_alone_is_doubted() -> None:
    made = Hub()
    made.add("ada/secret", private=True)
    run = Run(made, [f"{HUB}/ada/secret", f"{HUB}/bob/cart"])
    assert set(run.found) == {f"{HUB}/ada/secret"}


def test_unless_it_is_no_news() -> None:
    lost = [f"{HUB}/a/r{number}" for number in range(12)]
    run = Run(hub(), [ENGINE, *lost], expected=lost)
    assert set(run.found) == {ENGINE, *lost}


def test_what_a_later_answer_shows_is_proof_for_an_earlier_one() -> None:
    made = Hub()
    names = [f"a/r{number}" for number in range(200)]
    for name in names[100:]:
        made.add(name)
    run = Run(made, [f"{HUB}/{name}" for name in names])
    gone = [url for url in run.found if standing(run, url) is Standing.GONE]
    assert len(gone) == 100


def standing(run: Run, url: str) -> Standing | None:
    record = run.record(url)
    return record.standing if record else None


LOST = f"{HUB}/ada/adblock-list"


@pytest.mark.parametrize(
    "message",
    [
        "Repository access blocked",
        "Repository unavailable due to DMCA takedown.",
        "Could not resolve: access to 'ada/adblock-list' has been disabled",
    ],
)
def test_not_found_for_a_reason_is_left_to_the_page(message: str) -> None:
    made = hub()
    made.days = [changed(lambda one: one["errors"][0].update(message=message))]
    run = Run(made, [ENGINE, LOST])
    assert set(run.found) == {ENGINE}


def test_the_name_of_what_is_not_found_is_no_reason() -> None:
    assert standing(Run(hub(), [ENGINE, LOST]), LOST) is Standing.GONE


FILE = f"{ENGINE}/blob/main/gone.md"


@pytest.mark.parametrize(
    "error",
    [
        {"type": "SERVICE_UNAVAILABLE", "path": ["n0", "t0p0"]},
        {"type": "RESOURCE_LIMITS_EXCEEDED", "message": "Partial results"},
        {"message": "Something went wrong while executing your query"},
        {"path": []},
        {"path": [0]},
        "no error at all",
    ],
)
def test_a_file_is_not_gone_because_its_part_of_the_answer_failed(error: object) -> None:
    made = hub()
    made.days = [changed(lambda one: one.update(errors=[error]))]
    run = Run(made, [FILE])
    assert run.found == {}


def test_nor_because_of_more_errors_than_anybody_reads() -> None:
    made = hub()
    made.days = [changed(lambda one: one.update(errors=[{"type": "NOT_FOUND"}] * 50_000))]
    assert Run(made, [FILE]).found == {}


NAMES = ("ada/engine", "bob/cart", "eve/lamp")
MIXED_UP = {
    "swapped": (1, 0, 2),
    "shifted": (1, 2, 0),
}


@pytest.mark.parametrize("order", MIXED_UP.values(), ids=MIXED_UP)
def test_an_answer_that_mixes_things_up_says_nothing(order: tuple[int, ...]) -> None:
    def mixed(one: Any) -> None:
        things = [one["data"][f"n{number}"] for number in order]
        one["data"].update({f"n{number}": thing for number, thing in enumerate(things)})

    made = Hub()
    for name in NAMES:
        made.add(name)
    made.days = [changed(mixed)]
    run = Run(made, [f"{HUB}/{name}" for name in NAMES])
    assert run.found == {}


def test_two_old_names_of_one_thing_are_no_mix_up() -> None:
    made = Hub()
    for asked in ("ada/old", "ada/older", "ada/new"):
        made.add("ada/new", asked=asked)
    run = Run(made, [f"{HUB}/ada/{name}" for name in ("old", "older", "new")])
    assert len(run.found) == 3


def test_answers_to_other_questions_say_nothing() -> None:
    def other(one: Any) -> None:
        one["data"] = {f"r{place}": thing for place, thing in enumerate(one["data"].values())}

    names = [f"{HUB}/ada/engine", f"{HUB}/ada"]
    assert Run(hub(), names, every=changed(other)).found == {}


def test_what_is_no_name_is_not_written_anywhere() -> None:
    for bad in ("../x", "a/b/c", "a/\ud800", "a/b\n", "a/" + "b" * 300, "evil.example/?/x"):
        made = hub()
        made.days = [changed(lambda one, bad=bad: one["data"]["n0"].update(nameWithOwner=bad))]
        assert Run(made, [ENGINE]).found == {}


@pytest.mark.parametrize(
    "url", ["https://evil.example/ada/other/issues/8", "https://github.com/../issues/8", 3, None]
)
def test_an_issue_is_not_led_elsewhere_than_to_an_issue(url: object) -> None:
    made = hub()
    made.days = [changed(lambda one: one["data"]["n0"]["t0"].update(url=url))]
    assert Run(made, [f"{ENGINE}/issues/3"]).found == {}


def every_second(day: Day) -> Day:
    calls = []

    def one(answer: Any) -> Any:
        calls.append(1)
        return day(answer) if len(calls) % 2 else changed(lambda same: same)(answer)

    return one


def partial(answer: Any) -> Any:
    answer["errors"] = [{"type": "RESOURCE_LIMITS_EXCEEDED", "message": "too much"}]
    answer["data"] = dict.fromkeys(answer["data"])
    return answer


WEARING = {
    "partial for ever": changed(partial),
    "partial now and then": every_second(changed(partial)),
    "502 now and then": every_second(TIMED_OUT),
    "limited now and then": every_second(body(429, b"", retry_after="0")),
    "limited for ever": body(403, b"", retry_after="1"),
    "slow down": body(503, b"", retry_after="2"),
}


@pytest.mark.parametrize("day", WEARING.values(), ids=WEARING)
def test_thousands_of_repositories_take_few_calls_on_any_day(day: Day) -> None:
    made = Hub()
    names = [f"owner-{number % 700}/thing-{number}" for number in range(2800)]
    for name in names:
        made.add(name)
    run = Run(made, [f"{HUB}/{name}" for name in names], every=day)
    assert len(made.calls) <= 60
    assert {standing(run, url) for url in run.found} <= {Standing.THERE}
    assert run.note
    assert sum(run.pauses) <= 130


def test_a_server_that_never_answers_is_left_after_two_minutes() -> None:
    made = hub()
    urls = [f"{HUB}/a/r{number}" for number in range(500)]
    run = Run(made, urls, every=body(0, b""), call_takes=30.0)
    assert (run.now - NOW).total_seconds() <= 160
    assert run.found == {}


def test_what_was_cut_off_for_its_cost_is_asked_in_a_smaller_question() -> None:
    def cut(answer: Any) -> None:
        for alias in list(answer["data"])[2:]:
            answer["data"][alias] = None
        answer["errors"] = [{"type": "RESOURCE_LIMITS_EXCEEDED", "message": "too much"}]

    made = hub()
    for number in range(8):
        made.add(f"a/r{number}")
    made.days = [changed(cut)]
    run = Run(made, [f"{HUB}/a/r{number}" for number in range(8)])
    assert len(run.found) == 8


LIMITS = {
    "403 with a time": body(403, b"{}", retry_after="7"),
    "429 with a time": body(429, b"{}", retry_after="7"),
    "403 and nothing left": body(
        403,
        b'{"message": "API rate limit exceeded"}',
        x_ratelimit_remaining="0",
        x_ratelimit_reset=str(int(NOW.timestamp()) + 7),
    ),
    "200 and nothing left": body(
        200,
        b'{"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}]}',
        x_ratelimit_remaining="0",
        x_ratelimit_reset=str(int(NOW.timestamp()) + 7),
    ),
    "200 and only words": body(
        200,
        b'{"errors": [{"message": "You have exceeded a secondary rate limit."}]}',
        retry_after="7",
    ),
    "200 and a code": body(
        200, b'{"errors": [{"type": "RATE_LIMIT", "code": "graphql_rate_limit"}]}', retry_after="7"
    ),
    "a date": body(429, b"", retry_after="Mon, 23 Nov 2026 12:00:07 GMT"),
    "200 and a secondary limit": body(
        200, b'{"errors": [{"type": "RATE_LIMITED"}]}', retry_after="7"
    ),
}


@pytest.mark.parametrize("day", LIMITS.values(), ids=LIMITS)
def test_a_limit_is_waited_for(day: Day) -> None:
    made = hub()
    made.days = [day]
    run = Run(made, [ENGINE])
    assert run.pauses == [7.0]
    assert run.record() is not None


@pytest.mark.parametrize("day", LIMITS.values(), ids=LIMITS)
def test_but_not_for_long(day: Day) -> None:
    made = hub()
    made.days = [day]
    run = Run(made, [ENGINE], longest_wait=5)
    assert (run.pauses, run.found) == ([], {})
    assert "limits us" in run.note


def test_a_limit_without_a_time_is_waited_for_when_all_the_pages_would_take_longer() -> None:
    urls = [f"{HUB}/a/r{number}" for number in range(400)]
    day = body(403, b"You have exceeded a secondary rate limit.")
    for interval, pauses in ((0.25, [60.0]), (0.1, [])):
        made = hub()
        made.days = [day]
        assert Run(made, urls, page_interval=interval).pauses == pauses


@pytest.mark.parametrize(("resets", "pauses"), [("12:00:20", [20.0]), ("12:50:00", [])])
def test_points_that_have_run_out_are_waited_for_or_left(resets: str, pauses: list[float]) -> None:
    made = Hub()
    urls = []
    for number in range(100):
        made.add(f"a/r{number}")
        urls.append(f"{HUB}/a/r{number}")
    budget = {"cost": 3, "remaining": 2, "resetAt": f"2026-11-23T{resets}Z"}
    made.days = [changed(lambda one: one["data"].update(rateLimit=budget))]
    run = Run(made, urls)
    assert run.pauses == pauses
    assert len(made.calls) == 1 + len(pauses)
    assert len(run.found) == (100 if pauses else 90)


@pytest.mark.parametrize(
    "budget", [None, {}, {"cost": True, "remaining": "0"}, {"cost": 1, "remaining": 5000}]
)
def test_what_is_no_number_of_points_is_no_limit(budget: object) -> None:
    made = hub()
    made.days = [changed(lambda one: one["data"].update(rateLimit=budget))]
    assert Run(made, [ENGINE]).pauses == []


def test_and_not_for_ever() -> None:
    made = hub()
    made.days = [LIMITS["429 with a time"]] * 50
    run = Run(made, [ENGINE])
    assert len(made.calls) < 6
    assert "limits us" in run.note


@pytest.mark.parametrize("status", [301, 307, 400, 401, 403, 404])
def test_a_token_that_is_refused_is_said_once_and_tried_once(status: int) -> None:
    made = hub()
    made.days = [body(status, b'{"message": "Bad credentials"}')] * 9
    run = Run(made, [ENGINE, f"{HUB}/ada"])
    assert len(made.calls) == 1
    assert str(status) in run.note


@pytest.mark.parametrize(
    ("limit", "count", "calls"),
    [(60, 2800, 75), (50, 2800, 95), (30, 500, 36), (25, 200, 20), (10, 100, 24), (1, 10, 20)],
)
def test_the_size_that_goes_is_found_and_kept(limit: int, count: int, calls: int) -> None:
    def day(answer: Any) -> Any:
        too_many = len(answer["data"]) - 1 > limit
        return TIMED_OUT(answer) if too_many else changed(lambda same: same)(answer)

    made = Hub()
    names = [f"a/r{number}" for number in range(count)]
    for name in names:
        made.add(name)
    run = Run(made, [f"{HUB}/{name}" for name in names], every=day)
    assert (len(run.found), run.note) == (count, "")
    assert len(made.calls) <= calls


def test_one_thing_that_always_fails_is_found_and_left_to_its_page() -> None:
    def day(answer: Any) -> Any:
        names = [one["nameWithOwner"] for one in list(answer["data"].values())[1:]]
        return TIMED_OUT(answer) if "a/r70" in names else changed(lambda same: same)(answer)

    made = Hub()
    urls = [f"{HUB}/a/r{number}" for number in range(200)]
    for number in range(200):
        made.add(f"a/r{number}")
    run = Run(made, urls, every=day)
    assert set(urls) - run.found.keys() == {f"{HUB}/a/r70"}
    assert run.note == ""
