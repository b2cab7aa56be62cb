"""Links in blocks of HTML, as a browser reads them; within a paragraph CommonMark decides."""

from __future__ import annotations

import time
from urllib.parse import unquote

import pytest

from curator.markdown import links_in
from markdown.github_parser import github_links

HTML = [
    ("<a href=https://a.example/watch?v=1&x=2>a</a>", "https://a.example/watch?v=1&x=2"),
    ("<a href=https://a.example/>a</a>", "https://a.example/"),
    ('<a class="b"href="https://a.example">a</a>', "https://a.example"),
    ("<a @click.x='y' href='https://a.example/?q=\"'>a</a>", 'https://a.example/?q="'),
    ('<a title=" href=https://no.example" href="https://a.example">a</a>', "https://a.example"),
    ('<a href="https://a.example" href="https://no.example">a</a>', "https://a.example"),
    ('<a HREF = "https://a.example" / >a</a>', "https://a.example"),
]


@pytest.mark.parametrize(("tag", "url"), HTML)
def test_a_block_of_html_is_read_as_a_browser_reads_it(tag: str, url: str) -> None:
    assert [found for _, found in links_in(f"<p>\n  {tag}\n</p>\n")] == [url]


@pytest.mark.parametrize(
    "tag",
    ["<a href= >", "<abbr href='https://no.example'>", "<a href='https://no.example", "<a\n<b>"],
)
def test_what_leads_nowhere_is_no_link(tag: str) -> None:
    assert links_in(f"<p>\n  {tag}\n</p>\n") == ()


def test_within_a_paragraph_the_judge_is_the_parser_of_github() -> None:
    markdown = "<i><a href=https://a.example/?v=1>a</a> <a href=https://b.example/1>b</a></i>"
    assert [unquote(url) for _, url in links_in(markdown)] == github_links(markdown)


@pytest.mark.parametrize(
    "hostile",
    ["<a ", "<a href=", "<a x=<a x=", "<a x=\"<a x='", "<a x='' / /", "<a" + " x=''"],
)
def test_hostile_html_takes_linear_time(hostile: str) -> None:
    began = time.process_time()
    links_in("<p>\n" + hostile * 20_000)
    assert time.process_time() - began < 5
