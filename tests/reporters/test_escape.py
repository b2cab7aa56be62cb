"""Whatever comes in, what goes out shows the words and does nothing."""

from __future__ import annotations

import html
import re
import unicodedata

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options as Cmark
from hypothesis import example, given, settings
from hypothesis import strategies as st

from curator.reporters import escape

PAYLOADS = [
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "[ref]: https://evil.example",
    "@octocat and @github/team",
    "fixes #1, closes owner/repo#2, resolves GH-3, owner/repo@0123abc",
    "https://github.com/o/r/issues/1 www.evil.example mail@evil.example",
    "FTP://evil.example HTTPS://github.com/o/r/pull/2",
    "<!-- --> <details><summary>",
    "| a | b |",
    "`code` ``more`` \\` \\",
    "# heading",
    "1. one",
    "1) one",
    "- item",
    "+ item",
    "> quote",
    "=====",
    "***",
    "~~~",
    "$x$ $$y$$",
    "[^1] [x] [ ]",
    "&lt;b&gt; &#64;octocat &commat;octocat",
    "_a_ *b* **c** ~~d~~",
    "a\n\n# b\r\n<script>",
    "\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\",
    "中文（全角）【标记】https://evil.example/路径，后文",
    "deadbeef 0123456789abcdef0123456789abcdef01234567",
    ":+1: :octocat:",
    "https://a.example/`x`|y",
]
payloads = st.one_of(
    st.sampled_from(PAYLOADS),
    st.text(max_size=60),
    st.lists(st.sampled_from(PAYLOADS), max_size=3).map("".join),
    st.text(alphabet="@#<>[]()`|\\/:!*_~&;$.-+=1aw ghGH\n", max_size=40),
)
ALLOWED = re.compile(r"</?(?:p|code|table|thead|tbody|tr|th|td|ul|li|strong)>")
AUTOMATIC = re.compile(r"@[a-z0-9]|#\d|\bgh-\d|[a-z]://|\bwww\.", re.IGNORECASE)


def rendered(markdown: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(markdown, Cmark.CMARK_OPT_UNSAFE)


def check_inert(page: str) -> None:
    """No tag that we did not write, nothing outside of code that GitHub makes a link of."""
    assert "<" not in ALLOWED.sub("", page)
    outside = html.unescape(ALLOWED.sub("", re.sub(r"<code>.*?</code>", "", page, flags=re.S)))
    assert not AUTOMATIC.search(outside)


def words_of(page: str) -> str:
    text = html.unescape(ALLOWED.sub("", page)).replace("\u200b", "").replace("%7C", "|")
    return "".join(text.split())


@given(payloads)
@settings(max_examples=400, deadline=None)
@example("https://a.example/")
def test_words_are_shown_and_nothing_else_happens(text):
    page = rendered(f"x {escape.for_markdown(text, 10_000)} y")
    check_inert(page)
    shown = escape.plain(text, 10_000).replace("%7C", "|")
    assert words_of(page) == "x" + "".join(shown.split()) + "y"


@given(payloads)
@settings(max_examples=300, deadline=None)
def test_words_stay_in_their_cell(text):
    cell = escape.for_markdown(text)
    page = rendered(f"| a | b |\n|---|---|\n| {cell} | {escape.code_for_markdown(text)} |\n")
    first, second = re.findall(r"<td>(.*?)</td>", page, re.DOTALL)
    shown = "".join(escape.plain(text).split())
    assert words_of(first).replace("%7C", "|") == shown.replace("%7C", "|")
    assert words_of(second) == shown.replace("%7C", "|")
    check_inert(page)


@pytest.mark.parametrize("text", PAYLOADS)
def test_words_at_the_start_of_a_line_make_no_block(text):
    assert rendered(escape.for_markdown(text)).startswith("<p>")


@given(payloads)
@settings(max_examples=300, deadline=None)
def test_code_is_one_span_of_the_same_text(text):
    line = escape.plain(text).replace("|", "%7C")
    page = rendered(f"x {escape.code_for_markdown(text)}")
    expected = f" <code>{html.escape(line, quote=False)}</code>" if line else ""
    assert html.unescape(page) == html.unescape(f"<p>x{expected}</p>\n")


@given(st.text(alphabet="aB0/?#&=%<>()[]\\`|\"' \n\u202e中@.", max_size=40))
@settings(max_examples=300, deadline=None)
def test_a_link_leads_to_its_url_and_nowhere_else(rest):
    page = rendered(escape.link_for_markdown(f"https://foo.example/{rest}"))
    assert page.count("<a ") == 1
    assert page.startswith('<p><a href="https://foo.example/')
    assert "<" not in re.sub(r'^<p><a href="[^"<>]*"><code>[^<]*</code></a></p>\n$', "", page)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/o/r/issues/1",
        "https://WWW.github.com/o/r/commit/abc",
        "javascript:alert(1)",
        "https://",
        "not a url",
    ],
)
def test_what_must_not_be_linked_is_code(url):
    page = rendered(escape.link_for_markdown(url))
    assert "<a" not in page
    assert "<code>" in page


@given(payloads)
@settings(max_examples=300, deadline=None)
def test_a_terminal_gets_no_controls(text):
    shown = escape.for_terminal(text)
    categories = {unicodedata.category(character) for character in shown if character != "\t"}
    assert not categories & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\u202eb\u200bc\x9bd", "abcd"),
        ("\u00a0a\u3000b\n  c\t", " a b   c\t"),
        ("::add-mask::x", ": :add-mask::x"),
        ("  ::error::x", "  : :error::x"),
        ("x ##[error]y", "x # #[error]y"),
        ("std::vector", "std::vector"),
        ("中文 🙂", "中文 🙂"),
    ],
)
def test_for_terminal(text, shown):
    assert escape.for_terminal(text) == shown


@given(payloads)
@settings(max_examples=200, deadline=None)
def test_a_workflow_command_stays_one_line_and_one_command(text):
    assert not set(escape.for_workflow(text)) & set("\r\n")
    assert not set(escape.for_workflow_property(text)) & set("\r\n:,")


def test_long_text_is_cut():
    assert escape.plain("a" * 400) == "a" * 299 + "…"
    assert len(escape.for_markdown("@" * 4000)) < 300 * 12
