"""A policy that changes and changes back; a clock that does."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cli.kit import FAST, Curator, Site, write_list
from curator.evidence import Attempt, Cause, Evidence, Failure, Hop
from curator.history import History

DAY_0 = datetime(2026, 3, 1, 8, tzinfo=UTC)
SAID: dict[str, int | Cause] = {
    "g": 200,
    "b": 404,
    "x": 410,
    "t": 503,
    "w": 403,
    "n": Cause.NO_SUCH_NAME,
    "c": Cause.TLS_EXPIRED,
}
PASTS = {
    "https://lives.example/": "g" * 120,
    "https://died.example/": "g" * 60 + "b" * 60,
    "https://gone.example/": "g" * 118 + "xx",
    "https://fails.example/": "g" * 118 + "bb",
    "https://ill.example/": "g" * 114 + "t" * 6,
    "https://flaps.example/": "gbb" * 40,
    "https://hardly.example/": "g" * 90 + "bbbbbbbbbg" * 3,
    "https://walls.example/": "g" * 20 + "b" * 20 + "w" * 80,
    "https://name.example/": "g" * 117 + "nnn",
    "https://old-certificate.example/": "g" * 115 + "ccccc",
}
PATIENT = """\
[policy]
gone = { count = 9, over = "30d" }
missing = { count = 9, over = "30d" }
trouble = { count = 20, over = "50d" }
alternating = { count = 30, over = "50d" }
apart = "40h"
"""
HASTY = """\
[policy]
missing = { count = 1, over = "1h" }
trouble = { count = 1, over = "1h" }
alternating = { count = 1, over = "1d" }
"""


def seen(url: str, at: datetime, letter: str) -> Evidence:
    said = SAID[letter]
    if isinstance(said, Cause):
        failure = Failure(url=url, cause=said, detail="")
        attempt = Attempt(at=at, hops=(), failure=failure)
    else:
        attempt = Attempt(at=at, hops=(Hop(url=url, status=said),))
    return Evidence(url=url, at=at, attempts=(attempt,))


def remember(folder: Path, days: Iterable[int]) -> None:
    """What a check a day would have left in the history."""
    with History.open(folder / ".curator" / "history.sqlite3") as history:
        for day in days:
            at = DAY_0 + timedelta(days=day)
            history.begin(at)
            for url, past in PASTS.items():
                history.record(seen(url, at, past[day]))
            history.trim()


def report(curator: Curator, folder: Path, policy: str = "") -> str:
    """As JSON."""
    (folder / "curator.toml").write_text(FAST + policy, encoding="utf-8")
    return curator("report", "--format", "json", "--now", "2026-07-01T00:00:00Z").stdout


def statuses(told: str) -> dict[str, str]:
    return {link["url"]: link["status"] for link in json.loads(told)["links"]}


def test_a_policy_that_changes_back_leaves_no_trace(curator: Curator, folder: Path) -> None:
    write_list(folder, *PASTS)
    remember(folder, range(120))
    always = report(curator, folder)
    patient, hasty = report(curator, folder, PATIENT), report(curator, folder, HASTY)
    assert statuses(always) != statuses(patient) != statuses(hasty)
    assert set(statuses(patient).values()) == {"alive", "blocked", "dead", "failing", "tls-error"}
    assert report(curator, folder) == always


@pytest.mark.parametrize("other", [PATIENT, HASTY])
def test_also_when_checks_went_on_under_it(curator: Curator, folder: Path, other: str) -> None:
    write_list(folder, *PASTS)
    remember(folder, range(80))
    report(curator, folder, other)
    remember(folder, range(80, 100))
    report(curator, folder, other)
    remember(folder, range(100, 120))
    changed_back, under_other = report(curator, folder), report(curator, folder, other)
    (folder / ".curator" / "history.sqlite3").unlink()
    remember(folder, range(120))
    assert report(curator, folder) == changed_back
    assert report(curator, folder, other) == under_other


def test_a_clock_that_was_years_ahead_is_forgotten(
    curator: Curator, folder: Path, site: Site
) -> None:
    page = site.url("/page")
    write_list(folder, page)

    def status(day: str) -> str:
        check = ("check", "--allow-private", "--format", "json", "--now", f"{day}T08:00:00Z")
        (link,) = json.loads(curator(*check).stdout)["links"]
        assert link["checked_at"].startswith(day[:4])
        return str(link["status"])

    assert status("2026-03-01") == "alive"
    assert status("2031-03-01") == "alive"
    site.replies["/page"] = (404, {})
    assert [status(f"2026-03-{day}") for day in (10, 11, 12, 13)] == ["failing"] * 3 + ["dead"]
