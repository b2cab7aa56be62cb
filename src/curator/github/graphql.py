"""GitHub's GraphQL API: a document in, whatever comes out; to one address only.

https://docs.github.com/graphql/guides/forming-calls-with-graphql
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from types import TracebackType
from typing import Final, Self

import httpx

from curator.github.client import checked_base, checked_token, is_loopback
from curator.probes.batch import Question, Reply

_LONGEST: Final = 8 * 1024 * 1024
"""Bytes of an answer; a hundred repositories need 60 KB."""
_SECONDS: Final = 30.0
"""For one call as a whole; GitHub itself ends a query after ten."""
_OF_GITHUB_COM: Final = "https://api.github.com/graphql"


def graphql_url(environment: Mapping[str, str]) -> str:
    """Where to ask about github.com: GITHUB_GRAPHQL_URL, else beside GITHUB_API_URL.

    "" when that is the API of another server, such as an Enterprise one: it knows nothing of
    github.com and would call everything gone, and its token is not for github.com's API.
    """
    named = environment.get("GITHUB_GRAPHQL_URL", "").strip()
    rest = environment.get("GITHUB_API_URL", "").strip().rstrip("/").removesuffix("/v3")
    url = named or (f"{rest}/graphql" if rest else _OF_GITHUB_COM)
    return url if _is_of_github_com(url) else ""


def _is_of_github_com(url: str) -> bool:
    """Or a stand-in on this machine."""
    try:
        asked = httpx.URL(url)
    except httpx.InvalidURL:
        return False
    own = httpx.URL(_OF_GITHUB_COM)
    return is_loopback(asked.host) or (asked.scheme, asked.netloc) == (own.scheme, own.netloc)


def token_from(environment: Mapping[str, str]) -> str:
    """The token to ask with, "" when there is none."""
    return (environment.get("GITHUB_TOKEN") or environment.get("GH_TOKEN") or "").strip()


class GraphQL:
    """One address, and a token that goes nowhere else: redirects are not followed.

    An async context manager. Raises `CuratorError` for a token or an address that can't be right.
    """

    def __init__(
        self,
        *,
        token: str,
        url: str,
        seconds: float = _SECONDS,
        proxy: str | None = None,
        proxy_from_environment: bool = True,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """`seconds`: after which a call is given up, however it drips. A `proxy` is for https:
        through one, plain http to this machine would show it the token.
        """
        self._url = checked_base(url)
        self._seconds = seconds
        is_sealed = self._url.scheme == "https"
        self._client = httpx.AsyncClient(
            headers={
                "Authorization": f"Bearer {checked_token(token)}",
                "User-Agent": "curator",
                "Accept-Encoding": "identity",  # what is inflated can't be capped
                # One form of ids, whatever the age of the thing: another id is another thing.
                # https://docs.github.com/graphql/guides/migrating-graphql-global-node-ids
                "X-Github-Next-Global-ID": "1",
            },
            timeout=seconds,
            follow_redirects=False,
            proxy=proxy if is_sealed else None,
            trust_env=is_sealed and proxy_from_environment,
            transport=transport,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._client.aclose()

    async def ask(self, question: Question) -> Reply:
        """What came, whatever it is; never raises for a fault of the network or of the API."""
        try:
            async with asyncio.timeout(self._seconds):
                return await self._ask(question)
        except (httpx.HTTPError, TimeoutError, UnicodeError):
            return Reply(status=None)

    async def _ask(self, question: Question) -> Reply:
        body = bytearray()
        async with self._client.stream("POST", self._url, json={"query": question.text}) as got:
            async for piece in got.aiter_bytes():
                body += piece
                if len(body) > _LONGEST:
                    break
        headers = tuple((name.lower(), value) for name, value in got.headers.items())
        return Reply(status=got.status_code, headers=headers, body=bytes(body[:_LONGEST]))
