"""The errors in an answer of GitHub's API, and how much of it they let stand.

GraphQL answers in part: what it can't say is null, with an error that names the place. Only one
kind of error says that nothing is there; all others say that the null means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

_MISSING: Final = "NOT_FOUND"
_CUT_OFF: Final = frozenset(("RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED"))
_LIMITED: Final = frozenset(("RATE_LIMITED", "RATE_LIMIT", "graphql_rate_limit"))
_LIMIT: Final = re.compile(r"rate limit|abuse detection", re.IGNORECASE)
_WITHHELD: Final = re.compile(r"block|dmca|legal|takedown|unavailable|disabled", re.IGNORECASE)
"""Words beside "not found" by which something else is meant."""
_QUOTED: Final = re.compile(r"'[^']*'")
"""What was asked for, which may have any name."""
_MOST: Final = 10_000
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """What an answer's errors say of its nulls."""

    missing: frozenset[str]
    """Aliases that name nothing."""
    doubted: frozenset[str]
    """Aliases that something else is wrong with; "" stands for all of them."""

    def say_missing(self, alias: str, data: Mapping[str, Any]) -> bool:
        """Is it plainly said that there is no such thing?"""
        is_null = alias in data and data[alias] is None
        return is_null and alias in self.missing and not self.doubt(alias)

    def doubt(self, alias: str) -> bool:
        return bool(self.doubted & {"", alias})


def errors_of(answer: Mapping[str, Any]) -> Errors:
    """Errors of another form than the specification's count as doubts of everything."""
    missing: set[str] = set()
    doubted: set[str] = set()
    for error in _errors(answer):
        path = error.get("path")
        parts = path if isinstance(path, list) and path else [""]
        alias = parts[0] if isinstance(parts[0], str) else ""
        if error.get("type") != _MISSING or _is_withheld(error):
            doubted.add(alias)
        elif len(parts) == 1:
            missing.add(alias)
    return Errors(missing=frozenset(missing), doubted=frozenset(doubted))


def _is_withheld(error: Mapping[str, Any]) -> bool:
    return bool(_WITHHELD.search(_QUOTED.sub("", _message(error))))


def is_partial(answer: object) -> bool:
    """Was it cut off for its cost, so that smaller questions may be answered?"""
    return any(error.get("type") in _CUT_OFF for error in _errors(answer))


def is_limited(answer: object) -> bool:
    """Have we asked enough for now?"""
    has_data = isinstance(answer, dict) and isinstance(answer.get("data"), dict)
    return any(
        {str(error.get("type")), str(error.get("code"))} & _LIMITED
        or (not has_data and _LIMIT.search(_message(error)))
        for error in _errors(answer)
    )


def _errors(answer: object) -> Iterator[Mapping[str, Any]]:
    """Each error as a mapping; an empty one for what is none."""
    errors = answer.get("errors") if isinstance(answer, dict) else None
    if errors is None or errors == []:
        return
    if not isinstance(errors, list) or len(errors) > _MOST:
        yield {}
        return
    for error in errors:
        yield error if isinstance(error, dict) else {}


def _message(error: Mapping[str, Any]) -> str:
    message = error.get("message")
    return message[:_LONGEST] if isinstance(message, str) else ""
