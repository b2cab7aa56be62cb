"""Where the token goes, and where it never goes."""

from __future__ import annotations

import httpx
import pytest
from pytest_httpx import HTTPXMock

from curator.errors import CuratorError
from curator.github import Action, GitHub
from curator.reporters.markdown import MARKER
from github.hub import API, REPOSITORY, Hub, publish


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(307, headers={"Location": "https://evil.example/"}),
        httpx.Response(301, headers={"Location": "http://api.github.example/"}),
        httpx.Response(302, headers={"Location": "//api.github.example:444/"}),
        httpx.Response(
            200, json=[], headers={"Link": '<https://evil.example/?page=2>; rel="next"'}
        ),
    ],
    ids=["host", "scheme", "port", "link"],
)
def test_the_token_stays_with_the_api(hub: Hub, client: GitHub, answer: httpx.Response) -> None:
    hub.faults = [answer]
    with pytest.raises(CuratorError, match="not sent there"):
        publish(client)
    assert len(hub.asked) == 1


def test_a_renamed_repository_is_followed(hub: Hub, client: GitHub) -> None:
    """GitHub answers for the old name with a redirect to /repositories/ID."""
    hub.issue(1, MARKER)
    location = f"{API}/repos/{REPOSITORY}/issues?labels=curator"
    hub.faults = [httpx.Response(301, headers={"Location": location})]
    assert publish(client) is Action.EDITED


def test_redirects_in_a_circle_end(hub: Hub, client: GitHub) -> None:
    hub.faults = [httpx.Response(302, headers={"Location": "/x"})] * 9
    with pytest.raises(CuratorError, match="circles"):
        publish(client)


@pytest.mark.parametrize(
    "api_url",
    [
        "http://api.github.com",
        "http://127.evil.example",
        "http://10.0.0.1",
        "https://user:password@api.github.com",
        "https://api.github.com?x=1",
        "https://",
        "api.github.com",
        "ftp://localhost",
        "https://x:port",
        "",
    ],
)
def test_addresses_that_no_token_is_sent_to(api_url: str) -> None:
    with pytest.raises(CuratorError, match="GITHUB_API_URL"):
        GitHub(token="secret", repository=REPOSITORY, api_url=api_url)


@pytest.mark.parametrize("token", ["", " \n", "two words", "line\nbreak", "töken"])
def test_tokens_that_are_none(token: str) -> None:
    with pytest.raises(CuratorError, match="token"):
        GitHub(token=token, repository=REPOSITORY)


@pytest.mark.parametrize("repository", ["", "list", "a/b/c", "a/..", "a/.", "a b/c", "a/b\n", "/b"])
def test_names_that_no_repository_has(repository: str) -> None:
    with pytest.raises(CuratorError, match="repository"):
        GitHub(token="secret", repository=repository)


@pytest.mark.parametrize(
    ("api_url", "asked"),
    [
        ("https://api.github.com", "https://api.github.com/repos/someone/list/"),
        ("https://ghe.example/api/v3/", "https://ghe.example/api/v3/repos/someone/list/"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/repos/someone/list/"),
        ("http://localhost:8080", "http://localhost:8080/repos/someone/list/"),
    ],
)
def test_what_goes_over_the_wire(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch, api_url: str, asked: str
) -> None:
    monkeypatch.delenv("HTTPS_PROXY", raising=False)
    httpx_mock.add_response(json=[])
    with GitHub(token="secret", repository=REPOSITORY, api_url=api_url) as github:
        publish(github, open_needed=False)
    request = httpx_mock.get_requests()[0]
    assert str(request.url).startswith(asked + "issues?labels=curator&state=all&")
    assert request.headers["Authorization"] == "Bearer secret"
    assert request.headers["X-GitHub-Api-Version"] == "2022-11-28"


def test_plain_http_never_goes_through_a_proxy(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with GitHub(token="secret", repository=REPOSITORY, api_url="http://127.0.0.1:1") as github:
        assert not github._client._mounts
