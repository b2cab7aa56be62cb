"""Which pages are empty places for a script, with and without a site's menus around them."""

from __future__ import annotations

import pytest

from curator.probes.contract import Answer
from curator.probes.reading import read
from probes.answering import START

MENU = "<header><nav>" + "<a href=/x>Tides and charts</a> " * 40 + "</nav></header>"
FOOT = "<footer>Harbour library. All charts are free.</footer>"
SCRIPT = "<script src=https://cdn.example/a.js></script>"


def is_shell(body: str) -> bool:
    html = f"<!doctype html><title>Deck</title><body>{body}</body>".encode()
    headers = (("content-type", "text/html; charset=utf-8"),)
    answer = Answer(
        url="https://a.example/x",
        status=200,
        headers=headers,
        body=html,
        cut=None,
        at=START,
        elapsed_ms=1,
    )
    return read(answer).is_shell


EMPTY = (
    "<div id=root></div>",
    "<div id='app'>Loading…</div>",
    "<app-root></app-root>",
    "<main></main>",
    "<main><div class=spin></div></main>",
    "<main><p>加载中…</p></main>",
    "<main><p>Chargement de la leçon…</p></main>",
    "<p>Loading your course...</p>",
    "<main><div id=course></div><p>Free for all.</p></main>",
    "<div id=board></div>",
    "<x-board></x-board>",
    "<div><p>Please wait…</p></div>",
    "<canvas id=c></canvas><main><canvas></canvas></main>",
)
FULL = (
    "<main><p>This ship has sailed. Try the lighthouse.</p></main>",
    "<main><img src=heron.jpg></main>",
    "<p>This ship has sailed.</p>",
    "<div id=modal-root></div><div id=cookie-banner></div><p>This ship has sailed.</p>",
    "<main><p>Loading docks of Hamburg</p></main>",
    "<main><p>Loading a ship is an art.</p></main><div id=extra></div>",
    "<div id=root><p>This ship has sailed.</p></div>",
)


@pytest.mark.parametrize("middle", EMPTY)
def test_an_empty_place_within_a_frame(middle: str) -> None:
    assert is_shell(f"{MENU}{middle}{FOOT}{SCRIPT}")
    assert not is_shell(f"{MENU}{middle}{FOOT}"), "nothing can fill it"


@pytest.mark.parametrize("middle", FULL)
def test_a_frame_with_something_in_it(middle: str) -> None:
    assert not is_shell(f"{MENU}{middle}{FOOT}{SCRIPT}")


@pytest.mark.parametrize("body", ["<div id=root></div>", "", "<p>Loading</p>"])
def test_hardly_any_text(body: str) -> None:
    assert is_shell(f"{body}<script src=/a.js></script>")
    assert not is_shell(body)
