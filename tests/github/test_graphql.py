"""GitHub asked by its API: what it says, how much is asked at once, and its bad days."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import build_schema, parse, validate
from pytest_httpx import HTTPXMock

from curator.evidence import DateSource, Evidence, PageDate, Record, Standing
from curator.github import GraphQL, graphql_url, token_from
from curator.probes.batch import Found, Pause, Question, Reply
from curator.probes.github import MOST_PARTS, blocks, query
from curator.probes.github_batch import ask_github
from curator.probes.github_urls import target_of
from github.graphql_hub import EVERYTHING, HUB, Hub, schema

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENGINE = f"{HUB}/ada/engine"
Day = Callable[[Any], tuple[int, Mapping[str, str], bytes]]


class Run:
    """One batch against a hub, without a wire."""

    def __init__(self, hub: Hub, urls: Iterable[str], *, longest_wait: float = 30.0) -> None:
        self.hub = hub
        self.now = NOW
        self.pauses: list[float] = []
        self.found: dict[str, Evidence] = {}
        batch = ask_github(urls, clock=lambda: self.now, longest_wait=longest_wait)
        reply: Reply | None = None
        while True:
            try:
                wish = batch.send(reply)
            except StopIteration as end:
                self.note = str(end.value)
                return
            reply = None
            if isinstance(wish, Question):
                reply = self._ask(wish)
            elif isinstance(wish, Pause):
                self.pauses.append(wish.seconds)
                self.now += timedelta(seconds=wish.seconds)
            elif isinstance(wish, Found):
                self.found |= {one.url: one for one in wish.evidence}

    def _ask(self, question: Question) -> Reply:
        self.hub.calls.append(question.text)
        answer = self.hub.answer(question.text)
        day = self.hub.days.pop(0) if self.hub.days else None
        if day is None:
            return Reply(status=200, body=json.dumps(answer).encode())
        status, headers, body = day(answer)
        told = tuple((name.lower(), value) for name, value in headers.items())
        return Reply(status=status or None, headers=told, body=body)

    def record(self, url: str = ENGINE) -> Record | None:
        evidence = self.found.get(url)
        return evidence.attempts[0].record if evidence else None


def hub() -> Hub:
    made = Hub(owners=["ada"])
    made.add(
        "ada/engine",
        branches={"main": ["README.md", "docs/a.md"], "feat/x": ["README.md"]},
        issues={1: f"{ENGINE}/issues/1", 3: f"{HUB}/ada/other/issues/8", 4: f"{ENGINE}/pull/4"},
        discussions=[2],
        tags=["v1"],
        commits=["0123abc"],
    )
    return made


def test_documents_are_valid_by_the_published_schema() -> None:
    """By the part of it that is asked for; by the whole of it where a variable names its file."""
    document = parse(query(blocks(target for url in EVERYTHING if (target := target_of(url)))))
    schemas = [schema()]
    if named := os.environ.get("CURATOR_GITHUB_SCHEMA"):
        schemas.append(build_schema(Path(named).read_text(encoding="utf-8"), assume_valid=True))
    for one in schemas:
        assert validate(one, document) == []


@pytest.mark.parametrize("url", EVERYTHING)
def test_what_is_there_is_there(url: str) -> None:
    record = Run(hub(), [url]).record(url)
    assert record is not None
    assert (record.standing, record.url) == (Standing.THERE, "")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/blob/main/docs/a.md",
        "/tree/main/docs",
        "/tree/main",
        "/blob/feat/x/README.md",
        "/issues/4",
        "/pull/4",
        "/releases",
    ],
)
def test_more_of_what_is_there(path: str) -> None:
    record = Run(hub(), [ENGINE + path]).record(ENGINE + path)
    assert record is not None
    assert (record.standing, record.url) == (Standing.THERE, "")


@pytest.mark.parametrize(
    ("path", "why"),
    [("/blob/main/gone.md", "the file is not"), ("/tree/main/gone", "the file is not")],
)
def test_a_file_is_gone_when_its_branch_is_there(path: str, why: str) -> None:
    record = Run(hub(), [ENGINE + path]).record(ENGINE + path)
    assert record is not None
    assert record.standing is Standing.GONE
    assert why in record.detail


@pytest.mark.parametrize(
    "path",
    [
        "/blob/master/README.md",  # a renamed branch: its page leads to the new one
        "/issues/99",  # may have become a discussion
        "/discussions/99",
        "/releases/tag/v9",
        "/commit/fffffff",
    ],
)
def test_what_only_the_page_can_tell_is_left_to_it(path: str) -> None:
    assert Run(hub(), [ENGINE + path]).record(ENGINE + path) is None


def test_a_repository_that_is_not_there_is_gone() -> None:
    record = Run(hub(), [ENGINE, f"{HUB}/ada/lost"]).record(f"{HUB}/ada/lost")
    assert record is not None
    assert record.standing is Standing.GONE


def test_all_that_is_in_it_is_gone_with_it() -> None:
    url = f"{HUB}/ada/lost/blob/main/README.md"
    record = Run(hub(), [ENGINE, url]).record(url)
    assert record is not None
    assert record.standing is Standing.GONE


@pytest.mark.parametrize(
    ("rest", "there"),
    [
        ("", ""),
        ("/blob/main/README.md", "/blob/main/README.md"),
        ("/issues/1", "/issues/1"),
        ("?tab=readme-ov-file", "?tab=readme-ov-file"),
    ],
)
def test_renamed_is_moved_with_the_same_inside(rest: str, there: str) -> None:
    made = Hub()
    made.add("ada/motor", asked="ada/engine", issues={1: f"{HUB}/ada/motor/issues/1"})
    record = Run(made, [ENGINE + rest]).record(ENGINE + rest)
    assert record is not None
    assert record.url == f"{HUB}/ada/motor{there}"
    assert record.name == "ada/motor"


def test_another_case_of_the_name_is_no_move() -> None:
    url = f"{HUB}/Ada/ENGINE"
    record = Run(hub(), [url]).record(url)
    assert record is not None
    assert (record.url, record.name) == ("", "ada/engine")


def test_a_transferred_issue_is_where_it_is() -> None:
    record = Run(hub(), [f"{ENGINE}/issues/3"]).record(f"{ENGINE}/issues/3")
    assert record is not None
    assert record.url == f"{HUB}/ada/other/issues/8"


def test_facts_of_a_repository() -> None:
    made = Hub()
    made.add(
        "ada/engine",
        archived="2025-02-03T04:05:06Z",
        committed="2024-12-31T23:30:00Z",
        released="2024-06-01T00:00:00Z",
    )
    record = Run(made, [ENGINE]).record()
    assert record is not None
    assert (record.id, record.archived, record.archived_on) == (
        "R_ada/engine",
        True,
        date(2025, 2, 3),
    )
    committed = PageDate(day=date(2024, 12, 31), source=DateSource.API, modified=True)
    assert record.dates == (committed,)


def test_a_disabled_repository_is_withheld() -> None:
    made = Hub()
    made.add("ada/engine", disabled=True)
    record = Run(made, [ENGINE]).record()
    assert record is not None
    assert record.standing is Standing.WITHHELD


@pytest.mark.parametrize("kind", ["FORBIDDEN", "SAML_FAILURE", "INSUFFICIENT_SCOPES", "SOMETHING"])
def test_what_the_token_may_not_see_is_not_gone(kind: str) -> None:
    made = hub()
    made.refuse = {"ada/engine": kind}
    assert Run(made, [ENGINE]).record() is None


def test_one_repository_is_asked_for_once() -> None:
    made = hub()
    Run(made, [ENGINE, f"{ENGINE}/", f"{HUB}/ADA/engine", f"{ENGINE}/issues/1", EVERYTHING[1]])
    [document] = made.calls
    assert document.count("repository(") == 1


def test_thousands_of_repositories_take_few_calls() -> None:
    made = Hub()
    names = [f"owner-{number % 700}/thing-{number}" for number in range(2800)]
    for name in names:
        made.add(name)
    made.days = [TIMED_OUT, None, None, CUT_OFF]
    run = Run(made, [f"{HUB}/{name}" for name in names])
    assert len(run.found) == 2800
    assert len(made.calls) <= 60


def test_no_question_is_larger_than_it_may_be() -> None:
    made = Hub()
    urls = [f"{HUB}/a/r{number}/tree/x/y/z/{number}" for number in range(100)]
    Run(made, urls)
    assert max(document.count("object(") for document in made.calls) <= MOST_PARTS


def _body(status: int, body: bytes, **headers: str) -> Day:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: (status, told, body)


def _changed(change: Callable[[Any], object]) -> Day:
    def day(answer: Any) -> tuple[int, Mapping[str, str], bytes]:
        changed = json.loads(json.dumps(answer))
        replaced = change(changed)
        return 200, {}, json.dumps(changed if replaced is None else replaced).encode()

    return day


TIMED_OUT = _body(502, b'{"data": "null", "errors": [{"message": "timeout"}]}')
CUT_OFF: Day = lambda answer: (200, {}, json.dumps(answer).encode()[:-40])  # noqa: E731
PASSING = {
    "502 as JSON": TIMED_OUT,
    "502 as HTML": _body(502, b"<html><h1>502 Bad Gateway</h1><hr>nginx</html>"),
    "503": _body(503, b""),
    "504": _body(504, b"stream timeout"),
    "no answer": _body(0, b""),
    "truncated": CUT_OFF,
    "nothing": _body(200, b""),
    "data is a text": _body(200, b'{"data": "null"}'),
    "a list": _body(200, b"[]"),
    "only errors": _body(200, b'{"errors": [{"message": "Something went wrong"}]}'),
    "HTML with 200": _body(200, b"<!doctype html><title>Unicorn!</title>"),
    "nested without end": _body(200, b"[" * 100_000),
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
    made.days = [day] * 100
    run = Run(made, [f"{HUB}/a/r{number}" for number in range(200)])
    assert run.found == {}
    assert "pages were asked instead" in run.note
    assert len(made.calls) <= 10


STRANGE = {
    "null without a word": _changed(lambda one: one["data"].update(n0=None)),
    "missing": _changed(lambda one: one["data"].pop("n0") and None),
    "a text": _changed(lambda one: one["data"].update(n0="ada/engine")),
    "no id": _changed(lambda one: one["data"]["n0"].pop("id") and None),
    "no name": _changed(lambda one: one["data"]["n0"].update(nameWithOwner=None)),
    "a name that is none": _changed(lambda one: one["data"]["n0"].update(nameWithOwner="x")),
    "an error without a path": _changed(
        lambda one: one.update(errors=[{"type": "NOT_FOUND"}]) or one["data"].update(n0=None)
    ),
    "an error about another": _changed(
        lambda one: (
            one.update(errors=[{"type": "NOT_FOUND", "path": ["n9"]}])
            or one["data"].update(n0=None)
        )
    ),
    "errors that are none": _changed(
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


def test_a_token_that_sees_nothing_at_all_is_doubted() -> None:
    run = Run(Hub(), [f"{HUB}/a/r{number}" for number in range(12)])
    assert run.found == {}


def test_what_was_cut_off_for_its_cost_is_asked_in_a_smaller_question() -> None:
    def cut(answer: Any) -> None:
        for alias in list(answer["data"])[2:]:
            answer["data"][alias] = None
        answer["errors"] = [{"type": "RESOURCE_LIMITS_EXCEEDED", "message": "too much"}]

    made = hub()
    for number in range(8):
        made.add(f"a/r{number}")
    made.days = [_changed(cut)]
    run = Run(made, [f"{HUB}/a/r{number}" for number in range(8)])
    assert len(run.found) == 8


LIMITS = {
    "403 with a time": _body(403, b"{}", retry_after="7"),
    "429 with a time": _body(429, b"{}", retry_after="7"),
    "403 and nothing left": _body(
        403,
        b'{"message": "API rate limit exceeded"}',
        x_ratelimit_remaining="0",
        x_ratelimit_reset=str(int(NOW.timestamp()) + 7),
    ),
    "200 and nothing left": _body(
        200,
        b'{"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}]}',
        x_ratelimit_remaining="0",
        x_ratelimit_reset=str(int(NOW.timestamp()) + 7),
    ),
    "200 and a secondary limit": _body(
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


def test_and_not_for_ever() -> None:
    made = hub()
    made.days = [LIMITS["429 with a time"]] * 50
    run = Run(made, [ENGINE])
    assert len(made.calls) < 6
    assert "limits us" in run.note


@pytest.mark.parametrize("status", [301, 307, 400, 401, 403, 404])
def test_a_token_that_is_refused_is_said_once_and_tried_once(status: int) -> None:
    made = hub()
    made.days = [_body(status, b'{"message": "Bad credentials"}')] * 9
    run = Run(made, [ENGINE, f"{HUB}/ada"])
    assert len(made.calls) == 1
    assert str(status) in run.note


@pytest.mark.parametrize(
    ("environment", "url"),
    [
        ({}, "https://api.github.com/graphql"),
        ({"GITHUB_API_URL": "https://api.github.com"}, "https://api.github.com/graphql"),
        ({"GITHUB_API_URL": "https://hub.example/api/v3"}, "https://hub.example/api/graphql"),
        ({"GITHUB_GRAPHQL_URL": "https://x.example/q"}, "https://x.example/q"),
    ],
)
def test_where_is_asked(environment: Mapping[str, str], url: str) -> None:
    assert graphql_url(environment) == url


def test_which_token() -> None:
    assert token_from({"GITHUB_TOKEN": " a\n", "GH_TOKEN": "b"}) == "a"
    assert token_from({"GH_TOKEN": "b"}) == "b"
    assert token_from({"GITHUB_TOKEN": ""}) == ""


URL = "https://api.github.com/graphql"


async def ask(**rest: Any) -> Reply:
    async with GraphQL(token="secret", url=URL, **rest) as client:
        return await client.ask(Question(text="query { x }"))


async def test_the_token_stays_with_the_api(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        method="POST", url=URL, status_code=307, headers={"Location": "https://evil.example/"}
    )
    reply = await ask()
    assert reply.status == 307
    [request] = httpx_mock.get_requests()
    assert request.headers["Authorization"] == "Bearer secret"
    assert json.loads(request.content) == {"query": "query { x }"}


async def test_no_answer_is_no_error(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    assert (await ask()).status is None


async def test_an_endless_answer_is_cut_off(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(method="POST", url=URL, content=b" " * (20 * 1024 * 1024))
    assert len((await ask()).body) == 8 * 1024 * 1024
