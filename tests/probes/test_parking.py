"""Marks of parking: a seller's name is a sign, a name that ends like one is not."""

from __future__ import annotations

import pytest

from curator.judge.cases import Case, case_of
from curator.probes.signs import CLUES
from probes.answering import Reply, drive

_SERVICE = CLUES["parked-service"]


@pytest.mark.parametrize(
    "host", ["cdn.h264.cn/x", "img.pic122.cn/", "visav.com/", "rename.net", "my-4.cn/"]
)
def test_a_host_that_ends_like_a_seller_is_none(host: str) -> None:
    page = (
        f'<title>Bird calls</title><form class="job-offers"></form><a href="https://{host}">x</a>'
    )
    attempt = drive(lambda _: Reply(body=page.encode())).evidence.attempts[-1]
    assert "parked-service" not in {sign.name for sign in attempt.signs}
    assert case_of(attempt) is not Case.PARKED


@pytest.mark.parametrize(
    "link",
    ["//img.sedoparking.com/a.js", "https://www.ename.net/", "https://4.cn/a", "http://22.cn"],
)
def test_a_sellers_host_is_a_sign(link: str) -> None:
    assert _SERVICE.find(f'<a href="{link}">')
