"""Evidence made by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from curator.evidence import (
    Attempt,
    Evidence,
    Hop,
)

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
URL = "https://a.example/x"


def seen(url: str = URL, at: datetime = NOW, status: int = 200, **fields: Any) -> Evidence:
    attempt = Attempt(at=at, hops=(Hop(url=url, status=status),), **fields)
    return Evidence(url=url, at=at, attempts=(attempt,))
