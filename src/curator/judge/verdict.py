"""What is concluded, and by which thresholds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from curator.evidence import Hop, PageDate, Record, Sign


class Status(StrEnum):
    """The conclusion about one URL."""

    ALIVE = "alive"  # answers, and nothing speaks against it
    MOVED = "moved"  # permanently elsewhere: change the URL
    FAILING = "failing"  # does not answer as it should, not yet often enough to be called dead
    DEAD = "dead"  # failed often enough, over long enough
    SOFT_404 = "soft-404"  # answers 200 and says not found
    PARKED = "parked"  # the domain is for sale or shows only advertisements
    DRIFTED = "drifted"  # alive, but no longer the thing that was recommended
    GATED = "gated"  # behind a login, a payment or the law
    BLOCKED = "blocked"  # refuses robots or limits them: existence unknown
    TLS_ERROR = "tls-error"  # the certificate is at fault, not yet for long
    UNSAFE = "unsafe"  # private or metadata address, hostile redirect: never contacted
    SKIPPED = "skipped"  # excluded, or not asked yet
    INVALID = "invalid"  # not a usable URL


@dataclass(frozen=True, slots=True, kw_only=True)
class Strikes:
    """How often, and over how long, a cause must be seen before it counts as death."""

    count: int
    over: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All thresholds of judging. One documented field for each."""

    gone: Strikes = Strikes(count=2, over=timedelta(hours=24))
    """410 Gone, a site's own API saying so, and a page that has become another thing."""
    missing: Strikes = Strikes(count=3, over=timedelta(hours=72))
    """404, soft 404, parked, no such name, redirects that lead nowhere."""
    trouble: Strikes = Strikes(count=3, over=timedelta(days=7))
    """5xx, timeouts, refused, reset, TLS."""
    alternating: Strikes = Strikes(count=10, over=timedelta(days=30))
    """For a link that came back within `over`: so many strikes are needed too, and every good
    answer halves what those before it weigh."""
    apart: timedelta = timedelta(hours=20)
    """Checks closer than this count once."""
    slack: timedelta = timedelta(hours=1)
    """By so much a run may start early and still complete a span: a daily run drifts."""
    strict: bool = False
    """Judge by the last evidence alone (asked twice within the run)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The conclusion about one URL, computed and never stored."""

    url: str
    """As in `Evidence.url`: without fragment."""
    status: Status
    reason: str
    """One sentence for people. May quote the network: escape it for its place."""
    final_url: str | None = None
    """The last hop."""
    replacement: str | None = None
    """For `moved`: what to write instead. Without the listed URL's fragment."""
    cosmetic: bool = False
    """`moved` that only adds a slash, www or https."""
    since: date | None = None
    """The first day of the unbroken run of evidence that says the same."""
    checked_at: datetime | None = None
    """Of the last evidence that was judged."""
    decides_on: date | None = None
    """For `failing` and `tls-error`: the first day on which it can be called dead."""
    http_status: int | None = None
    hops: tuple[Hop, ...] = ()
    signs: tuple[Sign, ...] = ()
    activity: PageDate | None = None
    """Its most reliable date."""
    missing_fragments: frozenset[str] = frozenset()
    """Places in the page that were not there in two checks, `Policy.apart` from each other."""
    record: Record | None = None
    """What the site's own API said."""
