"""GitHub's REST API: JSON in, JSON out, to one host only, with few and polite tries.

https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self

import httpx

from curator.errors import CuratorError
from curator.github.faults import refusal, unreachable
from curator.github.retries import LONGEST_WAIT, TRIES, pause_before_retry

Json = dict[str, Any]

_REPOSITORY = re.compile(r"[A-Za-z0-9_-]{1,100}/(?!\.{1,2}\Z)[A-Za-z0-9._-]{1,100}")
_REDIRECTS = 3
_PAGES = 200
_HEADERS = {
    "Accept": "application/vnd.github+json",
    "X-GitHub-Api-Version": "2022-11-28",
    "User-Agent": "curator",
}


class GitHub:
    """One repository behind one API address. The token never goes to another origin.

    Raises `CuratorError` for a token, a repository or an address that can't be right.
    """

    def __init__(
        self,
        *,
        token: str,
        repository: str,
        api_url: str = "https://api.github.com",
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.repository = _checked_repository(repository)
        self._base = checked_base(api_url)
        self._sleep = sleep
        self._client = httpx.Client(
            headers=_HEADERS | {"Authorization": f"Bearer {checked_token(token)}"},
            timeout=30,
            follow_redirects=False,
            # Through a proxy, plain http to this machine would show the token to the proxy.
            trust_env=self._base.scheme == "https",
            transport=transport,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    @property
    def owner(self) -> str:
        return self.repository.partition("/")[0]

    def find(self, path: str) -> Json | None:
        """The object at `path` of the repository, None when there is none."""
        response = self._ask("GET", self._url(path), missing_ok=True)
        return None if response.status_code == httpx.codes.NOT_FOUND else _object(response)

    def all(self, path: str, params: Mapping[str, str]) -> Iterator[Json]:
        """Every object of the list at `path`, over all its pages."""
        url = self._url(path).copy_merge_params({**params, "per_page": "100"})
        response = self._ask("GET", url)
        for _ in range(_PAGES):
            yield from _objects(response)
            following = response.links.get("next", {}).get("url")
            if not following:
                return
            response = self._ask("GET", self._next_url(response, following))

    def edit(self, path: str, change: Json) -> Json:
        return _object(self._ask("PATCH", self._url(path), json=change))

    def create(self, path: str, new: Json, *, look: Callable[[], Json | None]) -> Json:
        """POST `new`. When the answer is lost it may exist: `look` goes before a second try."""
        for answer in self._tries("POST", self._url(path), json=new):
            if answer is not None:
                return _object(_accepted(answer))
            if (found := look()) is not None:
                return found
        raise AssertionError("the last try answers or raises")

    def _ask(
        self,
        method: str,
        url: httpx.URL,
        *,
        json: Json | None = None,
        missing_ok: bool = False,
    ) -> httpx.Response:
        """The answer to a request that may be repeated without harm."""
        tries = self._tries(method, url, json=json)
        answer = next(answer for answer in tries if answer is not None)
        return _accepted(answer, missing_ok=missing_ok)

    def _tries(
        self, method: str, url: httpx.URL, *, json: Json | None
    ) -> Iterator[httpx.Response | None]:
        """None after each wait, then the answer; raises when there is none to be had."""
        for attempt in range(1, TRIES + 1):
            answer = self._try(method, url, json=json)
            pause = pause_before_retry(answer, attempt)
            if pause is None:
                assert isinstance(answer, httpx.Response)
                yield answer
                return
            if attempt == TRIES or pause > LONGEST_WAIT:
                raise self._fault(answer)
            self._sleep(pause)
            yield None

    def _try(
        self, method: str, url: httpx.URL, *, json: Json | None
    ) -> httpx.Response | httpx.RequestError:
        """One request; a renamed repository's redirects are followed on the API's own origin."""
        for _ in range(_REDIRECTS):
            try:
                response = self._client.request(method, url, json=json)
            except httpx.RequestError as error:
                return error
            if not response.has_redirect_location:
                return response
            url = self._next_url(response, response.headers["Location"])
        raise CuratorError(f"{self._base.host} redirects in circles", hint=_ADDRESS_HINT)

    def _fault(self, answer: httpx.Response | httpx.RequestError) -> CuratorError:
        if isinstance(answer, httpx.RequestError):
            error = unreachable(self._base.host, answer)
            error.__cause__ = answer
            return error
        return refusal(answer)

    def _url(self, path: str) -> httpx.URL:
        return httpx.URL(f"{str(self._base).rstrip('/')}/repos/{self.repository}/{path}")

    def _next_url(self, response: httpx.Response, target: str) -> httpx.URL:
        """Where an answer points to, as long as that is the API itself."""
        try:
            url = response.url.join(target)
        except httpx.InvalidURL as error:
            raise _strange(response) from error
        if _origin(url) == _origin(self._base):
            return url
        raise CuratorError(
            f"{self._base.host} points to another host; the token is not sent there",
            hint=_ADDRESS_HINT,
        )


_ADDRESS_HINT = "check GITHUB_API_URL; for github.com it is https://api.github.com"


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _checked_repository(repository: str) -> str:
    if _REPOSITORY.fullmatch(repository):
        return repository
    raise CuratorError(
        f"{repository[:100]!r} is not the name of a repository",
        hint="set GITHUB_REPOSITORY to OWNER/NAME",
    )


def checked_token(token: str) -> str:
    token = token.strip()
    if token and token.isascii() and token.isprintable() and " " not in token:
        return token
    raise CuratorError(
        "the GitHub token is empty or has a character that no token has",
        hint="set GITHUB_TOKEN; in a workflow: GITHUB_TOKEN: ${{ github.token }}",
    )


def checked_base(api_url: str) -> httpx.URL:
    try:
        url = httpx.URL(api_url.strip())
    except httpx.InvalidURL as error:
        raise CuratorError("GITHUB_API_URL is not a URL", hint=_ADDRESS_HINT) from error
    plain = not (url.userinfo or url.query or url.fragment)
    if plain and url.host and _private_way(url):
        return url
    raise CuratorError(
        "GITHUB_API_URL must be an https address, or http on this machine", hint=_ADDRESS_HINT
    )


def _private_way(url: httpx.URL) -> bool:
    """Whether nobody on the way can read the token."""
    return url.scheme == "https" or (url.scheme == "http" and is_loopback(url.host))


def is_loopback(host: str) -> bool:
    return host in ("localhost", "::1") or re.fullmatch(r"127(\.\d{1,3}){3}", host) is not None


def _accepted(answer: httpx.Response, *, missing_ok: bool = False) -> httpx.Response:
    missing = missing_ok and answer.status_code == httpx.codes.NOT_FOUND
    if answer.is_success or missing:
        return answer
    raise refusal(answer)


def _object(response: httpx.Response) -> Json:
    value = _json(response)
    if isinstance(value, dict):
        return value
    raise _strange(response)


def _objects(response: httpx.Response) -> list[Json]:
    value = _json(response)
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return value
    raise _strange(response)


def _json(response: httpx.Response) -> object:
    try:
        return response.json()
    except ValueError as error:
        raise _strange(response) from error


def _strange(response: httpx.Response) -> CuratorError:
    return CuratorError(
        f"{response.url.host} does not answer like GitHub's API", hint=_ADDRESS_HINT
    )
