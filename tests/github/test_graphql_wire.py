"""The way to GitHub's API: whose it is, what goes there, and what a call can't do to us."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

from curator.github import GraphQL, graphql_url, token_from
from curator.probes.batch import Question, Reply
from fetch.wire import Exchange, Handler, serving

URL = "https://api.github.com/graphql"


@pytest.mark.parametrize(
    ("environment", "url"),
    [
        ({}, "https://api.github.com/graphql"),
        ({"GITHUB_API_URL": "https://api.github.com"}, "https://api.github.com/graphql"),
        ({"GITHUB_API_URL": ""}, "https://api.github.com/graphql"),
        ({"GITHUB_API_URL": "http://127.0.0.1:8080/api/v3"}, "http://127.0.0.1:8080/api/graphql"),
        ({"GITHUB_GRAPHQL_URL": "http://localhost:8080/q"}, "http://localhost:8080/q"),
        ({"GITHUB_GRAPHQL_URL": "https://api.github.com/graphql"}, URL),
        # An Enterprise server knows nothing of github.com.
        ({"GITHUB_API_URL": "https://hub.example/api/v3"}, ""),
        ({"GITHUB_API_URL": "http://hub.example/api/v3"}, ""),
        ({"GITHUB_API_URL": "https://api.octocorp.ghe.com"}, ""),
        ({"GITHUB_GRAPHQL_URL": "https://hub.example/api/graphql"}, ""),
        ({"GITHUB_GRAPHQL_URL": "https://api.github.com.evil.example/graphql"}, ""),
        ({"GITHUB_GRAPHQL_URL": "https://api.github.com@evil.example/graphql"}, ""),
        ({"GITHUB_GRAPHQL_URL": "http://api.github.com/graphql"}, ""),
        ({"GITHUB_GRAPHQL_URL": "http://127.evil.example/graphql"}, ""),
        ({"GITHUB_GRAPHQL_URL": "https://[/graphql"}, ""),
    ],
)
def test_where_is_asked(environment: Mapping[str, str], url: str) -> None:
    assert graphql_url(environment) == url


def test_which_token() -> None:
    assert token_from({"GITHUB_TOKEN": " a\n", "GH_TOKEN": "b"}) == "a"
    assert token_from({"GH_TOKEN": "b"}) == "b"
    assert token_from({"GITHUB_TOKEN": ""}) == ""


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


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


async def drips(exchange: Exchange) -> None:
    await exchange.send(HEAD + b"Content-Length: 100000\r\n\r\n")
    for _ in range(2000):
        await exchange.send(b" ")
        await asyncio.sleep(0.01)


async def is_silent(exchange: Exchange) -> None:
    await exchange.until_closed()


async def hangs_up(exchange: Exchange) -> None:
    exchange.reset()


@pytest.mark.parametrize(
    "handler",
    [
        drips,
        is_silent,
        hangs_up,
        b"SSH-2.0-OpenSSH_9.6\r\n",
        HEAD + b'Content-Length: 500\r\n\r\n{"data": {"n0": nu',
        HEAD + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"dat',
        HEAD + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
        HEAD + b"X: " + b"x" * 200_000 + b"\r\n\r\n",
    ],
)
async def test_a_call_that_comes_to_nothing_ends(handler: Handler | bytes) -> None:
    async with (
        serving(handler) as server,
        GraphQL(token="secret", url=server.url(), seconds=0.3) as client,
    ):
        assert (await client.ask(Question(text="query { x }"))).status is None


async def test_strange_headers_do_no_harm() -> None:
    cookie = "Set-Cookie: ä=ö; Expires=Never\r\nX-Info: ß\r\n".encode()
    async with (
        serving(HEAD + cookie + b"Content-Length: 2\r\n\r\n{}") as server,
        GraphQL(token="secret", url=server.url()) as client,
    ):
        reply = await client.ask(Question(text="query { x }"))
    assert (reply.status, reply.body) == (200, b"{}")


async def test_ids_are_asked_for_in_one_form(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(method="POST", url=URL, json={})
    await ask()
    [request] = httpx_mock.get_requests()
    assert request.headers["X-Github-Next-Global-ID"] == "1"


async def test_a_proxy_is_asked_for_a_tunnel_and_sees_no_token() -> None:
    async with (
        serving(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n") as proxy,
        GraphQL(token="secret", url=URL, proxy=proxy.url()) as client,
    ):
        assert (await client.ask(Question(text="query { x }"))).status is None
    assert [head.split()[:2] for head in proxy.heads] == [[b"CONNECT", b"api.github.com:443"]]
    assert b"secret" not in proxy.heads[0]


async def test_plain_http_to_this_machine_goes_through_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with (
        serving(HEAD + b"Content-Length: 2\r\n\r\n{}") as server,
        GraphQL(token="secret", url=server.url(), proxy="http://127.0.0.1:9") as client,
    ):
        assert (await client.ask(Question(text="query { x }"))).status == 200
