"""Places in a page: which are looked for, and which are there."""

from __future__ import annotations

import pytest

from curator.evidence import Anchor
from curator.probes import Listing
from curator.probes.fragments import can_be_looked_for
from probes.answering import Reply, drive, html, in_turn

PAGE = "https://a.example/docs"
PROSE = "A page about tides. " * 30
STATIC = (
    '<a href="#install">Install</a><h2 id="install">Install</h2><h2 id="使用">使用</h2>'
    '<a name="old-style"></a><h3 id="user-content-notes">Notes</h3>'
)


def anchors(body: str, *fragments: str, text: str = PROSE, **reply: object) -> tuple[Anchor, ...]:
    page = html("Docs", text=text, body=body)
    seen = drive(
        in_turn(Reply(body=page, **reply)),  # type: ignore[arg-type]
        PAGE,
        listing=Listing(fragments=fragments),
    )
    found = seen.evidence.attempts[-1].page
    assert found is not None
    return found.anchors


@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        ("install", True),
        ("old-style", True),
        ("使用", True),
        ("%E4%BD%BF%E7%94%A8", True),
        ("notes", True),
        ("install:~:text=tides", True),
        ("Install", False),
        ("uninstall", False),
    ],
)
def test_a_static_page_tells(fragment: str, found: bool) -> None:
    assert anchors(STATIC, fragment) == (Anchor(name=fragment, found=found),)


@pytest.mark.parametrize(
    "fragment",
    [
        *["", "top", "L10", "L10-L20", "L3C1-L4C2", ":~:text=tides", "!/route", "/route", "page=3"],
        *["t=30", "issuecomment-12", "discussion_r7", "user-content-x", "nameddest=x&zoom=2", "42"],
    ],
)
def test_what_is_no_anchor_is_not_looked_for(fragment: str) -> None:
    assert not can_be_looked_for(fragment, PAGE)
    assert anchors(STATIC, fragment) == ()


def test_nor_where_scripts_make_them() -> None:
    assert not can_be_looked_for("readme", "https://github.com/ada/engine")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>no anchors</p>", PROSE),
        ('<div id="root"></div><script src=a.js></script>', "Loading"),
        ('<h2 id="a">A</h2><h2 id="b">B</h2>', "short"),
        ('<a href="#x">dangling</a>', PROSE),
    ],
)
def test_a_page_without_anchors_of_its_own_proves_nothing(body: str, text: str) -> None:
    assert anchors(body, "install", text=text) == ()
