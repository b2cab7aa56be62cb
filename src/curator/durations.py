"""Lengths of time as people write them: 250ms, 30s, 90d, 18 months."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

_YEAR: Final = timedelta(days=365)
_UNITS: Final = {
    "ms": timedelta(milliseconds=1),
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
    "mo": _YEAR / 12,
    "y": _YEAR,
}
_WORDS: Final = {
    "millisecond": "ms",
    "sec": "s",
    "second": "s",
    "minute": "m",
    "hour": "h",
    "day": "d",
    "week": "w",
    "month": "mo",
    "year": "y",
}
_DURATION: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?([A-Za-z]{1,12})")


class DurationError(ValueError):
    """No length of time; the message says what one looks like."""


def parse_duration(text: str) -> timedelta:
    """Read one number with its unit. A year has 365 days, a month a twelfth of that."""
    found = _DURATION.fullmatch(text.strip())
    if not found:
        raise DurationError(f"{text[:40]!r} is no length of time: {_EXAMPLES}")
    number, unit = found[1], found[2].lower()
    singular = unit.removesuffix("s") if len(unit) > 2 else unit
    length = _UNITS.get(_WORDS.get(singular, singular))
    if length is None:
        raise DurationError(f"{unit!r} is no unit of time: {_EXAMPLES}")
    try:
        return length * float(number)
    except OverflowError:
        raise DurationError(f"{text[:40]!r} is longer than time itself") from None


_EXAMPLES: Final = "write a number and a unit, such as 250ms, 30s, 12h, 7d, 26 weeks, 18 months"
