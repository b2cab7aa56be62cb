"""GitHub's GraphQL API: a document in, whatever comes out; to one address only.

https://docs.github.com/graphql/guides/forming-calls-with-graphql
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Final, Self

import httpx

from curator.github.client import checked_base, checked_token
from curator.probes.batch import Question, Reply

_LONGEST: Final = 8 * 1024 * 1024
"""Bytes of an answer; a hundred repositories need 60 KB."""
_SECONDS: Final = 30.0
"""GitHub itself ends a query after ten."""


def graphql_url(environment: Mapping[str, str]) -> str:
    """Where to ask: GITHUB_GRAPHQL_URL, else beside GITHUB_API_URL, else github.com's."""
    if named := environment.get("GITHUB_GRAPHQL_URL"):
        return named
    rest = environment.get("GITHUB_API_URL", "https://api.github.com").rstrip("/")
    return f"{rest.removesuffix('/v3')}/graphql"


def token_from(environment: Mapping[str, str]) -> str:
    """The token to ask with, "" when there is none."""
    return (environment.get("GITHUB_TOKEN") or environment.get("GH_TOKEN") or "").strip()


class GraphQL:
    """One address, and a token that goes nowhere else: redirects are not followed.

    An async context manager. Raises `CuratorError` for a token or an address that can't be right.
    """

    def __init__(
        self, *, token: str, url: str, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._url = checked_base(url)
        self._client = httpx.AsyncClient(
            headers={
                "Authorization": f"Bearer {checked_token(token)}",
                "User-Agent": "curator",
                "Accept-Encoding": "identity",  # what is inflated can't be capped
            },
            timeout=_SECONDS,
            follow_redirects=False,
            # Through a proxy, plain http to this machine would show the token to the proxy.
            trust_env=self._url.scheme == "https",
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
        body = bytearray()
        try:
            async with self._client.stream("POST", self._url, json={"query": question.text}) as got:
                async for piece in got.aiter_bytes():
                    body += piece
                    if len(body) > _LONGEST:
                        break
        except httpx.HTTPError:
            return Reply(status=None)
        headers = tuple((name.lower(), value) for name, value in got.headers.items())
        return Reply(status=got.status_code, headers=headers, body=bytes(body[:_LONGEST]))
