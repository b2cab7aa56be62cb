"""A great site that is out of reach from here is not gone; a small one is."""

from __future__ import annotations

import pytest

from curator.evidence import Cause
from curator.judge import Status
from judge.sightings import run, verdict

GREAT = (
    "https://github.com/ada/engine",
    "https://www.youtube.com/watch?v=bZQun8Y4L2A",
    "https://youtu.be/bZQun8Y4L2A",
    "https://zh.wikipedia.org/wiki/Harbour",
    "http://arxiv.org/abs/1706.03762",
    "https://raw.githubusercontent.com/ada/engine/main/x.md",
)
SMALL = (
    "https://github.com.example/ada/engine",
    "https://knol.google.com/k/harbours",
    "https://ada.github.io/engine",
    "https://harbour.medium.com/about",
    "https://github.com:8443/ada/engine",
)
OF_THE_WAY = (
    Cause.NO_SUCH_NAME, Cause.CONNECT_TIMEOUT, Cause.REFUSED, Cause.RESET, Cause.TIMEOUT,
    Cause.TLS_WRONG_HOST, Cause.TLS_SELF_SIGNED, 500, 503,
)  # fmt: skip
DAYS = (0, 4, 8, 12, 20)


@pytest.mark.parametrize("said", OF_THE_WAY)
@pytest.mark.parametrize("url", GREAT)
def test_nothing_is_known_of_what_we_are_kept_from(url: str, said: Cause | int) -> None:
    seen = [run(day, said, listed=url) for day in DAYS]
    found = verdict(*seen, listed=url)
    assert found.status is Status.BLOCKED
    assert "so large a site is not gone by that" in found.reason
    assert verdict(*seen, listed=url, strict=True).status is Status.BLOCKED


@pytest.mark.parametrize("said", OF_THE_WAY)
@pytest.mark.parametrize("url", SMALL)
def test_others_are_dead_by_it(url: str, said: Cause | int) -> None:
    found = verdict(*(run(day, said, listed=url) for day in DAYS), listed=url)
    assert found.status is Status.DEAD


@pytest.mark.parametrize("url", GREAT)
def test_a_plain_no_of_a_great_site_counts(url: str) -> None:
    assert verdict(*(run(day, 404, listed=url) for day in DAYS), listed=url).status is Status.DEAD


def test_and_stays_while_it_is_out_of_reach() -> None:
    url = GREAT[0]
    seen = [run(day, 404, listed=url) for day in DAYS]
    assert verdict(*seen, run(21, Cause.RESET, listed=url), listed=url).status is Status.DEAD
