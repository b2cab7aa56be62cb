"""Markup that would cost a parser more than its length is cut; what people write is left whole."""

from __future__ import annotations

import pytest

from curator.probes import Answer
from curator.probes.reading import read
from curator.probes.taming import (
    DEEPEST,
    MOST_BODIES,
    MOST_TAGS,
    tamed,
)
from probes.answering import START

MANY = 60_000
DEEP = {
    name: name.encode() * MANY
    for name in (
        "<div>", "<DIV >", "<b>", "<font size=1>", "<span class='x'>", "<a href=/x>", "<h1>",
        "<table><tr><td>", "<ul><li>", "<button>", "<object>", "<svg><g>", "<select><option>",
        "<p><b>", "<div/>", "<section\n>",
    )
}  # fmt: skip
ATTRIBUTES = b" ".join(b"a%d" % n for n in range(30_000))


@pytest.mark.parametrize("html", DEEP.values(), ids=DEEP)
def test_what_nests_without_end_is_cut_at_a_depth(html: bytes) -> None:
    kept = tamed(b"<title>Deep</title>" + html)
    assert kept.startswith(b"<title>Deep</title>")
    opening = html[: html.index(b">") + 1]
    assert kept.count(opening) <= DEEPEST + 1


@pytest.mark.parametrize("tag", [b"<x>", b"<x-y>", b"<p>", b"<li>", b"<i>x</i>", b"<br>", b"<"])
def test_no_more_tags_are_read_than_a_page_has(tag: bytes) -> None:
    assert tamed(tag * MANY).count(b"<") <= MOST_TAGS


@pytest.mark.parametrize(
    "tag",
    [
        b"<p " + ATTRIBUTES + b">",
        b"<p title='a > b' " + ATTRIBUTES + b">",
        b'<p title="it\'s" ' + ATTRIBUTES,
        b"<p a='" + b"x" * 10_000 + b"' " + ATTRIBUTES + b">",
    ],
)
def test_a_tag_of_attributes_alone_ends_the_page(tag: bytes) -> None:
    assert tamed(b"<h1>Start</h1>" + tag + b"<p>end") == b"<h1>Start</h1>"


def test_what_adds_to_the_body_again_and_again_ends_the_page() -> None:
    kept = tamed(b"".join(b"<body a%d=1>" % n for n in range(10_000)))
    assert kept.count(b"<body") <= MOST_BODIES + 1


STATE = b"{&quot;a&quot;: [1, 2, 3], " * 6000
SCRIPT = b"for (i = 0; i < n; i++) { x [i] = y [i] ? 'a' : \"b\" ; } " * 3000
LIVING = {
    "a page in an attribute": b'<div id="app" data-page="' + STATE + b'"></div><p>text',
    "the same in single quotes": b"<div data-page='" + STATE + b"'></div><p>text",
    "a long script": b"<script>" + SCRIPT + b"</script><p>text",
    "a long text": b"<pre>" + b"word word\n" * 20_000 + b"</pre>",
    "every word coloured": b"<i>x</i> <b>y</b>" * 3900,
    "paragraphs that are not closed": b"<p>text" * 7000,
    "items that are not closed": b"<ul>" + b"<li>text" * 7000,
    "cells that are not closed": b"<table>" + b"<tr><td>1<td>2" * 2500,
    "tables beside each other": b"<table><tr><td>1</td></tr></table>" * 2500,
    "blocks in each other": b"<div>" * 200 + b"text" + b"</div>" * 200,
    "icons": b'<svg viewBox="0 0 1 1"><g><path d="M0 0"/></g></svg>' * 2500,
    "an image as text": b'<img src="data:image/png;base64,' + b"iVBORw0KGgo" * 9000 + b'">',
    "nothing": b"",
}


@pytest.mark.parametrize("html", LIVING.values(), ids=LIVING)
def test_what_people_write_is_left_whole(html: bytes) -> None:
    assert tamed(html) == html


def test_a_place_in_a_page_that_was_cut_is_not_called_missing() -> None:
    start = b"<h2 id=one>One</h2><h2 id=two>Two</h2><p>" + b"Words of a page. " * 40
    for body, told in ((start, 1), (start + b"<div>" * MANY, 0)):
        answer = answered(body)
        assert len(read(answer, fragments=("three",)).page.anchors) == told


HUGE = {
    "title": b"<title>" + b"a long title " * 90_000 + b"</title><h1>x</h1>",
    "title without an end": b"<title>" + b"404 " * 250_000,
    "heading": b"<h1>" + b"page not found " * 70_000 + b"</h1>",
    "metas": b'<meta property="article:modified_time" content="2025-01-01">' * 20_000,
    "canonical": b'<link rel=canonical href="/' + b"x" * 100_000 + b'">',
    "links": b"<a href=//b.example/>x</a>" * 9000,
    "one line": b"<p>" + b"word " * 200_000,
    "one word": b"<p>" + b"w" * 1_000_000,
    "language": b"<html lang=" + b"en-" * 50_000 + b"><p>x",
    "pictures": b"<img src=/a.png>" * 15_000,
}


@pytest.mark.parametrize("body", HUGE.values(), ids=HUGE)
def test_what_is_remembered_of_a_huge_page_is_small(body: bytes) -> None:
    answer = answered(body)
    seen = read(answer)
    page = seen.page
    assert max(map(len, (page.title, page.heading))) <= 300
    assert len(page.sketch) <= 320
    assert len(page.canonical) <= 600
    assert len(page.language) <= 35
    assert len(page.dates) <= 8
    assert len(page.outbound) <= 20
    assert len(seen.text) <= 20_000
    assert len(seen.pairs) < 2000


def answered(body: bytes) -> Answer:
    return Answer(
        url="https://a.example/x",
        status=200,
        headers=(("content-type", "text/html"),),
        body=body,
        cut=None,
        at=START,
        elapsed_ms=1,
    )
