"""Links that end at one place."""

from __future__ import annotations

from datetime import UTC, datetime

from curator.evidence import Attempt, Evidence, Hop
from curator.probes.common import with_common_targets

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SITE = "https://a.example"


def led(path: str, to: str = f"{SITE}/", status: int = 200, void: bool = False) -> Evidence:
    url = f"{SITE}{path}"
    hops = (Hop(url=url, status=302, location=to), Hop(url=to, status=status))
    return Evidence(url=url, at=NOW, attempts=(Attempt(at=NOW, hops=hops),), void=void)


def stays(path: str) -> Evidence:
    url = f"{SITE}{path}"
    return Evidence(url=url, at=NOW, attempts=(Attempt(at=NOW, hops=(Hop(url=url, status=200),)),))


def signed(*seen: Evidence) -> list[str]:
    found = list(with_common_targets(seen))
    assert all(one.attempts[-1].signs[-1].name == "common-target" for one in found)
    return [one.url.removeprefix(SITE) for one in found]


def test_three_are_several() -> None:
    assert signed(led("/a"), led("/b"), led("/c"), stays("/d")) == ["/a", "/b", "/c"]
    assert signed(led("/a"), led("/b")) == []


def test_one_page_listed_three_times_is_one() -> None:
    assert signed(led("/a"), led("/a?x=1"), led("/a?x=2")) == []


def test_other_ends_front_pages_errors_and_void_runs_do_not_count() -> None:
    two = led("/a"), led("/b")
    assert signed(*two, led("/c", to=f"{SITE}/elsewhere")) == []
    assert signed(*two, led("/")) == []
    assert signed(*two, led("/c", status=404)) == []
    assert signed(*two, led("/c", void=True)) == []
    assert signed(*two, stays("/c")) == []


def test_a_slash_or_https_is_no_other_place() -> None:
    assert signed(led("/a", to=f"{SITE}/a/"), led("/b", to=f"{SITE}/b/"), led("/c")) == []
    assert len(signed(led("/a"), led("/b"), led("/c", to="http://www.a.example"))) == 3


def test_it_is_said_once() -> None:
    once = list(with_common_targets([led("/a"), led("/b"), led("/c")]))
    assert list(with_common_targets(once)) == once
