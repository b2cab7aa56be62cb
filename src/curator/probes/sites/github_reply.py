"""What a reply of GitHub's API is as a whole, before it is read: an answer, a limit, a bad moment.

https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final, TypeGuard

from curator.probes.batch import Reply
from curator.probes.dates import http_date
from curator.probes.sites.github_errors import is_limited

_SECONDARY_WAIT: Final = 60.0
"""Seconds to wait for a secondary limit that names no time."""
_PASSING: Final = frozenset((408, 413))


class Outcome(StrEnum):
    """What a reply is."""

    ANSWER = "answer"
    TOO_MUCH = "too-much"  # timed out, cut off, or no answer: less at once may go
    LIMITED = "limited"  # enough for now
    REFUSED = "refused"  # the token is no good here, or this is not GitHub's API


def outcome_of(reply: Reply, answer: object) -> Outcome:
    """By status, headers and body: an error may come with 200, and a limit with 403."""
    if reply.status is None or reply.status >= 500 or reply.status in _PASSING:
        waits = reply.status == 503 and reply.header("retry-after")
        return Outcome.LIMITED if waits else Outcome.TOO_MUCH
    is_out = reply.header("x-ratelimit-remaining") == "0"
    if reply.status in (403, 429):
        told = is_out or reply.header("retry-after") or reply.status == 429
        return Outcome.LIMITED if told or _speaks_of_limits(reply) else Outcome.REFUSED
    if not 200 <= reply.status < 300:
        return Outcome.REFUSED
    if is_limited(answer):
        return Outcome.LIMITED
    if isinstance(answer, dict) and isinstance(answer.get("data"), dict):
        return Outcome.ANSWER
    return Outcome.LIMITED if is_out or reply.header("retry-after") else Outcome.TOO_MUCH


def seconds_to_wait(reply: Reply, now: datetime) -> float:
    """Until we may ask again, by GitHub's own clock where it tells it; a second at least."""
    after = reply.header("retry-after").strip()
    if after.isascii() and after.isdigit():
        return max(float(after[:9]), 1.0)
    here = http_date(reply.header("date")) or now
    if moment := http_date(after):
        return max((moment - here).total_seconds(), 1.0)
    reset = reply.header("x-ratelimit-reset").strip()
    if reset.isascii() and reset.isdigit() and reply.header("x-ratelimit-remaining") == "0":
        return max((datetime.fromtimestamp(int(reset[:11]), UTC) - here).total_seconds(), 1.0)
    return _SECONDARY_WAIT


def until_points(answer: object, reply: Reply, now: datetime) -> float:
    """Seconds until there are points for another question like the one answered; 0 for now."""
    if reply.header("x-ratelimit-remaining") == "0":
        return seconds_to_wait(reply, now)
    budget = _budget(answer)
    cost, remaining = budget.get("cost"), budget.get("remaining")
    if not (_is_count(cost) and _is_count(remaining)) or remaining >= max(cost, 1):
        return 0.0
    moment = _moment(budget.get("resetAt"))
    here = http_date(reply.header("date")) or now
    return max((moment - here).total_seconds(), 1.0) if moment else _SECONDARY_WAIT


def _budget(answer: object) -> dict[str, Any]:
    data = answer.get("data") if isinstance(answer, dict) else None
    budget = data.get("rateLimit") if isinstance(data, dict) else None
    return budget if isinstance(budget, dict) else {}


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _speaks_of_limits(reply: Reply) -> bool:
    body = reply.body[:100_000].lower()
    return b"rate limit" in body or b"abuse detection" in body
