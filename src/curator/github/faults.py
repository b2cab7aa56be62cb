"""What GitHub refuses, as errors that say what to do next."""

from __future__ import annotations

import httpx

from curator.errors import CuratorError
from curator.github.retries import is_rate_limit

_LATER = "again later; the next run does so by itself"
_HINTS = {
    401: "set GITHUB_TOKEN anew: the token is wrong or has expired",
    403: "give the job `permissions:` with `issues: write` or `pull-requests: write`",
    404: "check GITHUB_REPOSITORY, and that the token may see that repository",
    410: "switch issues on there: Settings → General → Features → Issues",
}
_PULL_REQUESTS_FORBIDDEN = (
    "Settings → Actions → General → Workflow permissions: "
    "tick “Allow GitHub Actions to create and approve pull requests”, "
    'or set update = "commit" in curator.toml.'
)


def refusal(response: httpx.Response) -> CuratorError:
    """The error for an answer that is not a success."""
    request, status = response.request, response.status_code
    said = _message(response)
    return CuratorError(
        f"{request.url.host} answers {status} to {request.method} {request.url.path}"
        + (f": {said}" if said else ""),
        hint=_hint(response, said),
    )


def unreachable(host: str, error: httpx.RequestError) -> CuratorError:
    """The error for no answer at all."""
    return CuratorError(f"{host} can't be reached: {type(error).__name__}", hint=_LATER)


def _hint(response: httpx.Response, said: str) -> str | None:
    if response.is_server_error or is_rate_limit(response):
        return _LATER
    if response.status_code == httpx.codes.FORBIDDEN and "pull request" in said.lower():
        return _PULL_REQUESTS_FORBIDDEN
    return _HINTS.get(response.status_code)


def _message(response: httpx.Response) -> str:
    """GitHub's own sentence on one line, empty when there is none."""
    try:
        answer = response.json()
    except ValueError:
        return ""
    if not isinstance(answer, dict):
        return ""
    parts = [answer.get("message"), *_details(answer.get("errors"))]
    text = "; ".join(part for part in parts if isinstance(part, str))
    return "".join(char if char.isprintable() else " " for char in text)[:300]


def _details(errors: object) -> list[object]:
    """What a 422 says about single fields: a string, or an object with message or code."""
    if not isinstance(errors, list):
        return []
    return [
        (each.get("message") or each.get("code")) if isinstance(each, dict) else each
        for each in errors[:5]
    ]
