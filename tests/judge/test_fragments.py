"""When a place in a page is missing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from curator.evidence import Anchor, Attempt, Evidence, Hop, Page
from curator.judge import Policy, judge
from judge.sightings import DAY_0, LISTED


def seen(day: float, *anchors: Anchor, status: int = 200) -> Evidence:
    at = DAY_0 + timedelta(days=day)
    page = Page(media_type="text/html", length=900, anchors=anchors)
    return Evidence(
        url=LISTED,
        at=at,
        attempts=(Attempt(at=at, hops=(Hop(url=LISTED, status=status),), page=page),),
    )


THERE, LOST = Anchor(name="x", found=True), Anchor(name="x", found=False)


@pytest.mark.parametrize(
    ("past", "missing"),
    [
        ((seen(0, LOST),), set()),
        ((seen(0, LOST), seen(0.1, LOST)), set()),
        ((seen(0, LOST), seen(1, LOST)), {"x"}),
        ((seen(0, LOST), seen(1, THERE), seen(2, LOST)), set()),
        ((seen(0, LOST), seen(1, LOST), seen(2, THERE)), set()),
        ((seen(0, LOST), seen(1, status=503), seen(2, LOST)), {"x"}),
        ((seen(0, LOST), seen(1)), set()),
    ],
)
def test_twice_a_day_apart(past: tuple[Evidence, ...], missing: set[str]) -> None:
    verdict = judge(LISTED, past, Policy())
    assert verdict.status == "alive"
    assert verdict.missing_fragments == missing
