"""Evidence in one line, for tables of evidence and verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from curator.evidence import Attempt, Cause, Evidence, Failure, Hop, Page, Sign, Via
from curator.judge import Policy, Verdict, judge

DAY_0 = datetime(2026, 11, 20, 12, tzinfo=UTC)
LISTED = "https://a.example/dir/page"

Said = int | Cause | Attempt
"""A status, a failure, or a whole attempt."""


@dataclass
class Led:
    """A hop that leads on."""

    to: str
    status: int = 301
    via: Via = Via.STATUS

    def hop(self, url: str) -> Hop:
        permanent = self.status in (301, 308) or (self.via is not Via.STATUS)
        return Hop(url=url, status=self.status, location=self.to, via=self.via, permanent=permanent)


def attempt(
    said: int | Cause,
    *led: Led,
    listed: str = LISTED,
    signs: tuple[str, ...] = (),
    length: int = 1000,
) -> Attempt:
    """A walk along `led` that ended with `said`."""
    hops: list[Hop] = []
    url = listed
    for step in led:
        hops.append(step.hop(url))
        url = step.to
    if isinstance(said, Cause):
        failure = Failure(url=url, cause=said, detail="a detail")
        return Attempt(at=DAY_0, hops=tuple(hops), failure=failure)
    return Attempt(
        at=DAY_0,
        hops=(*hops, Hop(url=url, status=said)),
        signs=tuple(Sign(name=name, where="somewhere") for name in signs),
        page=Page(media_type="text/html", length=length),
    )


def run(days: float, *said: Said, void: bool = False, listed: str = LISTED) -> Evidence:
    """What one run saw, `days` after the first; its tries a minute apart."""
    at = DAY_0 + timedelta(days=days)
    attempts = [one if isinstance(one, Attempt) else attempt(one, listed=listed) for one in said]
    return Evidence(
        url=listed,
        at=at,
        void=void,
        attempts=tuple(
            Attempt(
                at=at + timedelta(seconds=60 * number),
                hops=one.hops,
                failure=one.failure,
                signs=one.signs,
                page=one.page,
            )
            for number, one in enumerate(attempts)
        ),
    )


def verdict(*past: Evidence, strict: bool = False, listed: str = LISTED) -> Verdict:
    return judge(listed, past, Policy(strict=strict))


def status(*past: Evidence, strict: bool = False) -> str:
    return verdict(*past, strict=strict).status.value
