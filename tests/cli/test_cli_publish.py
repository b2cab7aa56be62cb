"""The living issue, the pull request and init through the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_httpx import HTTPXMock

from cli.kit import Curator, Site, write_list

API = "https://api.github.com/repos/o/r"
ENVIRON = {"GITHUB_TOKEN": "secret", "GITHUB_REPOSITORY": "o/r"}
MARKER = "<!-- curator:report v1 -->"


@pytest.fixture
def failing(curator: Curator, site: Site, folder: Path) -> None:
    """A list with one link that fails, looked at once."""
    site.replies["/gone"] = (404, {})
    write_list(folder, site.url("/gone"))
    curator("check", "--allow-private")


@pytest.mark.usefixtures("failing")
def test_a_dry_run_prints_the_text_and_needs_no_token(curator: Curator) -> None:
    result = curator("issue", "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.startswith(MARKER)
    assert "Thing 1" in result.stdout


@pytest.mark.usefixtures("failing")
def test_without_a_token_it_says_which_names_are_missing(curator: Curator) -> None:
    result = curator("issue", environ={"GITHUB_REPOSITORY": "o/r"})
    assert result.exit_code == 2
    assert "GITHUB_TOKEN is not set" in result.stderr


@pytest.mark.usefixtures("failing")
def test_the_issue_is_opened_and_what_it_said_is_not_new_any_more(
    curator: Curator, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(method="GET", url=f"{API}/labels/curator", json={"name": "curator"})
    listing = f"{API}/issues?labels=curator&state=all&sort=created&direction=asc&per_page=100"
    httpx_mock.add_response(method="GET", url=listing, json=[])
    issue = {"number": 7, "html_url": "https://github.com/o/r/issues/7", "labels": ["curator"]}
    httpx_mock.add_response(method="POST", url=f"{API}/issues", status_code=201, json=issue)
    result = curator("issue", environ=ENVIRON)
    assert result.exit_code == 0, result.stderr
    assert "issue #7 created https://github.com/o/r/issues/7" in result.stdout
    posted = json.loads(httpx_mock.get_requests(method="POST")[0].content)
    assert posted["labels"] == ["curator"]
    assert posted["body"].startswith(MARKER)
    assert " new ·" not in curator("issue", "--dry-run").stdout


def test_the_issue_is_closed_when_nothing_needs_a_decision(
    curator: Curator, site: Site, folder: Path, httpx_mock: HTTPXMock
) -> None:
    write_list(folder, site.url("/a"))
    httpx_mock.add_response(
        method="GET",
        url=f"{API}/issues?labels=curator&state=all&sort=created&direction=asc&per_page=100",
        json=[{"number": 7, "state": "open", "body": MARKER, "html_url": "u"}],
    )
    httpx_mock.add_response(method="PATCH", url=f"{API}/issues/7", json={"number": 7})
    curator("check", "--allow-private")
    result = curator("issue", environ=ENVIRON)
    assert "issue #7 closed" in result.stdout
    sent = json.loads(httpx_mock.get_requests(method="PATCH")[0].content)
    assert sent["state"] == "closed"


def test_the_pull_request_is_opened(curator: Curator, folder: Path, httpx_mock: HTTPXMock) -> None:
    (folder / "body.md").write_text("- Thing 1 moved", encoding="utf-8")
    listing = f"{API}/pulls?state=open&head=o%3Acurator%2Fupdate&base=main&per_page=100"
    httpx_mock.add_response(method="GET", url=listing, json=[])
    httpx_mock.add_response(method="POST", url=f"{API}/pulls", status_code=201, json={"number": 9})
    result = curator("pull-request", "--body-file", "body.md", environ=ENVIRON)
    assert "pull request #9 created" in result.stdout


def test_init_takes_the_readme_as_it_is_and_touches_nothing_that_exists(
    curator: Curator, folder: Path
) -> None:
    readme = write_list(folder, "https://a.example/")
    before = readme.read_bytes(), (folder / "curator.toml").read_bytes()
    result = curator("init")
    assert result.exit_code == 0
    assert "kept     curator.toml" in result.stdout
    assert "written  .github/workflows/curator.yml" in result.stdout
    assert "Next: curator check" in result.stdout
    assert (readme.read_bytes(), (folder / "curator.toml").read_bytes()) == before


def test_what_init_writes_can_be_used(curator: Curator, folder: Path) -> None:
    (folder / "curator.toml").unlink()
    assert curator("init", "--catalogue").exit_code == 0
    assert curator("validate").exit_code == 0
    assert curator("render").exit_code == 0
    assert curator("update-mode").stdout == "pull-request\n"
