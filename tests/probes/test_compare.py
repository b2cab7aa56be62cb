"""What a page's title says of its own."""

from __future__ import annotations

import pytest

from curator.evidence import Page
from curator.probes.compare import is_nameless


@pytest.mark.parametrize(
    ("title", "nameless"),
    [
        ("Oops!", True),
        ("Whoops… | Lantern", True),
        ("Error", True),
        ("抱歉 - 灯笼", True),
        ("Sorry seems to be the hardest word", False),
        ("Errors in wooden hulls", False),
        ("Lantern", False),
        ("", False),  # the front page may have none either
    ],
)
def test_a_word_of_regret_is_no_name(title: str, *, nameless: bool) -> None:
    page = Page(media_type="text/html", length=900, cut=False, undecodable=False, title=title)
    assert is_nameless(page, None) == nameless
