"""GitHub asked by its API: what is asked, and what it says."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from graphql import build_schema, parse, validate

from curator.evidence import DateSource, PageDate, Standing
from curator.probes.sites.github import MOST_PARTS, blocks, query
from curator.probes.sites.github_urls import target_of
from github.graphql_hub import EVERYTHING, HUB, Hub, schema
from github.running import CUT_OFF, ENGINE, TIMED_OUT, Run, hub


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
    [("/blob/main/gone.md", "the file is not"), ("/blame/main/gone.md", "the file is not")],
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
        "/tree/main/gone",  # may be a submodule
        "/raw/main/docs",  # no folder is shown so
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


@pytest.mark.parametrize("rest", ["", "/blob/main/README.md", "/issues"])
@pytest.mark.parametrize(
    ("facts", "standing"),
    [({"disabled": True}, Standing.WITHHELD), ({"private": True}, Standing.HIDDEN)],
)
def test_what_readers_may_not_see_is_not_called_there(
    facts: dict[str, Any], standing: Standing, rest: str
) -> None:
    made = Hub()
    made.add("ada/engine", **facts)
    record = Run(made, [ENGINE + rest]).record(ENGINE + rest)
    assert record is None if rest == "/issues" else record and record.standing is standing
    assert record is None or record.name == ""


@pytest.mark.parametrize(
    ("facts", "detail"),
    [
        ({"branches": {}}, "empty"),
        ({"locked": "MIGRATING"}, "locked: migrating"),
        ({"locked": "TRADE_RESTRICTION"}, "locked: trade restriction"),
        ({"parent": "bob/engine"}, "a fork of bob/engine"),
        ({"branches": {}, "parent": "bob/engine"}, "empty, a fork of bob/engine"),
        ({}, ""),
    ],
)
def test_what_is_worth_knowing_of_what_is_there(facts: dict[str, Any], detail: str) -> None:
    made = Hub()
    made.add("ada/engine", **facts)
    record = Run(made, [ENGINE]).record()
    assert record is not None
    assert (record.standing, record.detail) == (Standing.THERE, detail)


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


def test_much_in_one_repository_is_asked_in_several_questions() -> None:
    made = hub()
    urls = [f"{ENGINE}/issues/{number}" for number in range(1, 300)]
    run = Run(made, [ENGINE, *urls])
    assert max(document.count("issueOrPullRequest") for document in made.calls) <= MOST_PARTS
    assert {ENGINE, urls[0], urls[3]} <= run.found.keys()


def test_no_question_is_larger_than_it_may_be() -> None:
    made = Hub()
    urls = [f"{HUB}/a/r{number}/tree/x/y/z/{number}" for number in range(100)]
    Run(made, urls)
    assert max(document.count("object(") for document in made.calls) <= MOST_PARTS
