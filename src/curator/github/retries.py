"""How long to wait before asking GitHub again, and when not to.

https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
"""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime

import httpx

TRIES = 3
LONGEST_WAIT = 120.0
"""Seconds. A longer wait is left to the next run."""

_SECONDARY_WAIT = 60.0
"""Seconds to wait for a secondary rate limit that names no time."""


def pause_before_retry(answer: httpx.Response | httpx.RequestError, attempt: int) -> float | None:
    """Seconds to wait after try number `attempt`, None when the answer is final."""
    if isinstance(answer, httpx.RequestError):
        return _backoff(attempt)
    if answer.is_server_error:
        return _retry_after(answer) or _backoff(attempt)
    if is_rate_limit(answer):
        return _retry_after(answer) or _until_reset(answer) or _SECONDARY_WAIT
    return None


def is_rate_limit(response: httpx.Response) -> bool:
    """A 429, or a 403 that is about pace and not about permission."""
    if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return True
    return response.status_code == httpx.codes.FORBIDDEN and (
        "Retry-After" in response.headers
        or response.headers.get("X-RateLimit-Remaining") == "0"
        or "secondary rate limit" in response.text[:2000].lower()
    )


def _backoff(attempt: int) -> float:
    return 2.0**attempt


def _retry_after(response: httpx.Response) -> float | None:
    value = response.headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    asked, until = _moment(response.headers.get("Date")), _moment(value)
    return max((until - asked).total_seconds(), 1.0) if asked and until else None


def _until_reset(response: httpx.Response) -> float | None:
    """By GitHub's own clock, so that a wrong one here does no harm."""
    reset, asked = response.headers.get("X-RateLimit-Reset", ""), response.headers.get("Date")
    now = _moment(asked)
    if response.headers.get("X-RateLimit-Remaining") != "0" or not reset.isdigit() or not now:
        return None
    return max(float(reset[:12]) - now.timestamp(), 1.0)


def _moment(value: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None
