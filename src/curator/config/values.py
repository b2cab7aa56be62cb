"""One value of curator.toml at a time: what it must be, or why it is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from curator.catalogue_rules import nearest
from curator.durations import DurationError, parse_duration
from curator.findings import NOT_FOR_HOSTS, RuleId

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

Read = Callable[[Any], T]


class ValueRefusedError(ValueError):
    """A value that a setting can't have; the message follows the key's name."""


def text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueRefusedError(f"must be text in quotes, not {shown(value)}")
    return value


def texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueRefusedError(f'must be a list of texts, such as ["a"], not {shown(value)}')
    return tuple(text(item) for item in value)


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueRefusedError(f"must be true or false, not {shown(value)}")
    return value


def count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value < 2**31:
        raise ValueRefusedError(f"must be a whole number from 1 on, not {shown(value)}")
    return value


def duration(value: Any) -> timedelta:
    if not isinstance(value, str):
        raise ValueRefusedError(
            f'must be a length of time such as "30s" or "7d", not {shown(value)}'
        )
    try:
        return parse_duration(value)
    except DurationError as error:
        raise ValueRefusedError(f"must be a length of time, and {error}") from error


def seconds(value: Any) -> float:
    return duration(value).total_seconds()


def days(value: Any) -> int:
    return max(1, round(duration(value) / timedelta(days=1)))


def day(value: Any) -> date:
    """A TOML date, or the same in quotes."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(text(value))
    except ValueError as error:
        raise ValueRefusedError(f"must be a day such as 2026-01-31, not {shown(value)}") from error


def member(kind: type[E]) -> Read[E]:
    def read(value: Any) -> E:
        known = [str(member) for member in kind]
        if value in known:
            return kind(value)
        meant = nearest(value, known) if isinstance(value, str) else None
        advice = f"did you mean {meant!r}?" if meant else f"use one of {', '.join(known)}"
        raise ValueRefusedError(f"can't be {shown(value)}: {advice}")

    return read


def rule_for_hosts(value: Any) -> RuleId:
    rule = member(RuleId)(value)
    if why := NOT_FOR_HOSTS.get(rule):
        raise ValueRefusedError(f"can't be {shown(value)} for a host: {why}")
    return rule


def host(value: Any) -> str:
    """A host's name, a shell pattern for some, or one for URLs.

    `*.example.com` is `example.com`, which covers its subdomains too.
    """
    name = text(value)
    if name.lower().startswith(("http://", "https://")):
        return name
    name = name.lower().removeprefix("*.").rstrip(".")
    if not name or any(char in name for char in "/:@ "):
        raise ValueRefusedError(
            f"must be a host such as medium.com, or a pattern such as https://example.org/old/*,"
            f" not {shown(value)}"
        )
    return name


def shown(value: Any) -> str:
    """A value for people: short, and without characters that a terminal would obey."""
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:59] + "…")
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    return str(value).lower()[:60]
