"""Which URLs a run asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import assert_never

from curator.crawl.lanes import host_of
from curator.judge import Status, Verdict

_WITNESSES = 3
_SLACK = timedelta(hours=1)
"""A daily run does not begin at the same second every day."""
_TOO_MANY_REQUESTS = 429
_NO_HOLDS: Mapping[str, datetime] = MappingProxyType({})


def due(
    urls: Iterable[str],
    verdicts: Mapping[str, Verdict],
    *,
    now: datetime,
    recheck: timedelta,
    holds: Mapping[str, datetime] = _NO_HOLDS,
) -> tuple[str, ...]:
    """What of `urls` to ask, in their order: never asked, in trouble, or asked `recheck` ago.

    Hosts that want to be left alone beyond `now` are. `witnesses` come first.
    """
    free = [url for url in urls if (until := holds.get(host_of(url))) is None or until <= now]
    asked = [url for url in free if _is_due(verdicts.get(url), now - recheck + _SLACK)]
    return (*witnesses(free, asked, verdicts), *asked)


def witnesses(
    urls: Iterable[str], asked: Iterable[str], verdicts: Mapping[str, Verdict]
) -> tuple[str, ...]:
    """Living links of `urls` to ask along when all that is `asked` is expected to fail.

    They tell a host that is down from a network that is: at most three, each of another host, those
    first that were not asked for the longest time.
    """
    failing = failed_before(verdicts)
    expected = set(asked)
    if not expected or not failing.issuperset(expected):
        return ()
    living = sorted(
        (verdict.checked_at, url)
        for url in urls
        if (verdict := verdicts.get(url)) and verdict.checked_at and _is_living(verdict)
    )
    of_host: dict[str, str] = {}
    for _, url in living:
        of_host.setdefault(host_of(url), url)
    return tuple(of_host.values())[:_WITNESSES]


def failed_before(verdicts: Mapping[str, Verdict]) -> frozenset[str]:
    """The URLs that are expected to fail, because they did when they were last asked."""
    return frozenset(url for url, verdict in verdicts.items() if _has_failed(verdict))


def _is_due(verdict: Verdict | None, rested_since: datetime) -> bool:
    if verdict is None or verdict.checked_at is None or not _may_rest(verdict):
        return True
    return verdict.checked_at <= rested_since


def _may_rest(verdict: Verdict) -> bool:
    match verdict.status:
        case Status.ALIVE | Status.MOVED | Status.DRIFTED | Status.GATED:
            return True
        case Status.BLOCKED:  # a wall stays; who had enough of us for the moment is asked again
            return verdict.http_status not in (None, _TOO_MANY_REQUESTS)
        case Status.FAILING | Status.DEAD | Status.SOFT_404 | Status.PARKED | Status.TLS_ERROR:
            return False
        case Status.UNSAFE | Status.INVALID | Status.SKIPPED:  # nothing went out
            return False
        case _:
            assert_never(verdict.status)


def _is_living(verdict: Verdict) -> bool:
    return verdict.status in (Status.ALIVE, Status.MOVED)


def _has_failed(verdict: Verdict) -> bool:
    return not _may_rest(verdict) and verdict.status not in (Status.BLOCKED, Status.SKIPPED)
