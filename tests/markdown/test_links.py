"""The links a reader can follow, each at its place; GitHub's parser is the judge."""

from __future__ import annotations

import time
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.markdown import links_in
from markdown.github_parser import github_links

LISTS = sorted((Path(__file__).parent / "lists").glob("*.md"))

FORMS = [
    "[a](https://a.example/)",
    "[a]( https://a.example/x )",
    "[a](<https://a.example/x y> 'title')",
    '[a](https://a.example/x_(y) "title")',
    r"[a](https://a.example/\(x&amp;y\*)",
    "[a\nb](\n  https://a.example\n)",
    "[`]`](https://a.example) and ![image](https://i.example/x.png)",
    "[![badge](https://i.example/x.svg)](https://a.example)",
    "[outer [inner](https://inner.example)](https://outer.example)",
    "![alt [inner](https://inner.example)](https://i.example)",
    "[one][ref], [ref][], [ref] and [none][other]\n\n[REF]: https://r.example 'title'\n",
    "> [far]: <https://far.example/a b>\n\nSee [far].\n",
    "<https://auto.example/?a=1&amp;b=2> <mailto:a@b.example> <x y>",
    "https://bare.example/a_(b), (https://bare.example/c). **https://bare.example/d**",
    "www.bare.example/x, not xwww.bare.example, HTTP://UPPER.example and ftp://f.example",
    "xhttps://no.example 1https://yes.example https://no_host https:// https://?",
    "https://a.example/?a=1&amp;b; https://a.example/&copy;",
    "[in brackets https://no.example] https://yes.example and `https://code.example`",
    "\\[a](https://bare-then.example) \\<https://x.example>",
    '<a href="https://h.example/?a&amp;b">x</a> <A HREF=https://u.example>y</A> <a name="z">',
    "<div>\n<a\n  class=\"x\" href='https://block.example'>x</a> https://no.example\n</div>\n",
    "<!-- [a](https://no.example) <a href='https://no.example'> -->\n\ntext https://yes.example",
    "- a\n  - [b](https://b.example)\n\n        https://code.example\n",
    "> - https://c.example\nlazy https://d.example\n",
    "```\nhttps://code.example\n```\n",
    "# https://heading.example #\n\n[under](https://u.example)\n===\n",
    "|a|b|\n|---|---|\n|[x](https://a.example/\\|y)|https://b.example|https://no.example|\n",
    "[a](./relative.md) [b](#anchor) [c](mailto:a@b.example) [d](//host.example/x)",
]


@pytest.mark.parametrize("markdown", FORMS)
def test_links_are_those_github_sees(markdown: str) -> None:
    assert [unquote(url) for _, url in links_in(markdown)] == github_links(markdown)


@pytest.mark.parametrize(
    ("markdown", "url"),
    [
        ("见 https://a.example/x，以及其他", "https://a.example/x"),
        ("（https://a.example/x）。", "https://a.example/x"),
        ("「https://a.example」", "https://a.example"),
        ("【https://a.example/】", "https://a.example/"),
        ("“https://a.example/?q=1”", "https://a.example/?q=1"),
        ("https://a.example/x、https", "https://a.example/x"),
        ("https://a.example/x\u3000y", "https://a.example/x"),
        ("https://a.example/x\u200b", "https://a.example/x"),
        ("https://zh.example/词条 好", "https://zh.example/词条"),
    ],
)
def test_bare_urls_end_where_a_person_means(markdown: str, url: str) -> None:
    assert [found for _, found in links_in(markdown)] == [url]


@pytest.mark.parametrize(
    ("markdown", "url"),
    [
        ("[a](https://a.example/\\_x&amp;y)", "https://a.example/_x&y"),
        ("[a](https://a.example/&#x41;&#66;&nope;)", "https://a.example/AB&nope;"),
        ('<a href=" https://a.example/?a&amp;b ">', "https://a.example/?a&b"),
        ("<https://a.example/\\&amp;>", "https://a.example/\\&"),
        ("[x](\u3000https://a.example)", "https://a.example"),
    ],
)
def test_urls_are_as_a_browser_follows_them(markdown: str, url: str) -> None:
    assert [found for _, found in links_in(markdown)] == [url]


def test_the_url_inside_an_html_link_is_that_links_text() -> None:
    assert len(links_in('<a href="https://a.example">https://a.example</a>')) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_offsets_point_at_the_url_in_the_text_as_given(newline: str, bom: str) -> None:
    lines = """\
# [t](https://1.example)

> \t- x [a
>   b]( https://2.example)

a | b
-|-
c \\| d | <https://3.example>

[r]

[r]:
  https://4.example"""
    markdown = bom + lines.replace("\n", newline)
    found = sorted(links_in(markdown))
    assert [url for _, url in found] == [f"https://{n}.example" for n in (1, 2, 3, 4)]
    assert all(markdown.startswith(url, offset) for offset, url in found)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_links_of_whole_lists_are_those_github_sees(path: Path) -> None:
    """But for a bare URL that runs into full-width punctuation on GitHub."""
    text = path.read_text(encoding="utf-8")
    seen = sorted(url.partition("，")[0] for url in github_links(text))
    assert sorted(unquote(url) for _, url in links_in(text)) == seen


def test_front_matter_is_no_markdown() -> None:
    markdown = "---\nsite: https://no.example\n---\n\nhttps://yes.example\n"
    assert [url for _, url in links_in(markdown)] == ["https://yes.example"]


ATOMS = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "<",
        ">",
        "`",
        "``",
        "\\",
        "\n",
        "\n\n",
        " ",
        "- ",
        "> ",
        "    ",
        "a",
        "https://a.example",
        "www.b.example",
        '"',
        "*",
        "_",
        "&amp;",
        ";",
        ".",
        "<a href='https://h.example'>",
        "</a>",
        "<https://au.example>",
        "[t](https://t.example)",
        "[r]",
        "/",
        "# ",
        "1. ",
        "\t",
        "~",
        "!",
        "](https://d.example)",
        "https",
        "://",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ATOMS, max_size=14).map("".join))
def test_random_pieces_give_what_github_sees(piece: str) -> None:
    markdown = piece + "\n\n[r]: https://r.example\n"
    assert sorted(unquote(url) for _, url in links_in(markdown)) == sorted(github_links(markdown))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for offset, url in links_in(text):
        assert 0 <= offset < len(text)
        assert url


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 100_000,
        "[" * 50_000 + "]" * 50_000,
        "[a](" * 25_000,
        '[a](b "' * 15_000,
        "<a " * 30_000,
        "<!--" * 25_000,
        "<div>\n" + "<a b='" * 25_000,
        "<div>\n" + "<a/" * 50_000,
        "http://a_" * 30_000,
        "http://a.example/" + ";" * 100_000,
        "http://a.example/" + ")" * 100_000,
        "[r]: x\n\n" + "[r] " * 25_000,
        "> " * 10_000 + "https://a.example",
        "- " * 10_000 + "https://a.example",
        "<script>\n\n" * 5_000,
        "".join("`" * (i % 300) + " " for i in range(3_000)),
    ],
    ids=lambda text: text[:9],
)
def test_hostile_input_takes_linear_time(hostile: str) -> None:
    began = time.process_time()
    links_in(hostile)
    assert time.process_time() - began < 15


@pytest.mark.parametrize("marker", ["- ", "> "])
def test_links_nested_deeper_than_is_looked_into_are_found(marker: str) -> None:
    assert [url for _, url in links_in(marker * 500 + "[a](https://a.example)")] == [
        "https://a.example"
    ]
