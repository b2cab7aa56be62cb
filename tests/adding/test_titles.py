"""What of a page's title is the thing's, and what the site's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.adding.titles import title_for
from curator.markdown import links_in


@pytest.mark.parametrize(
    ("url", "title", "cleaned"),
    [
        ("https://example.org/a", "A study of things | Example", "A study of things"),
        ("https://www.example.org/a", "Example - A study of things", "A study of things"),
        ("https://blog.example.org/a", "A study — of things · Example.org", "A study — of things"),
        ("https://dev.to/me/x", "Ten ways to fail - DEV.to", "Ten ways to fail"),
        ("https://stackoverflow.com/q/1", "How to exit? - Stack Overflow", "How to exit?"),
        ("https://www.bilibili.com/video/BV1", "第一课_哔哩哔哩_bilibili", "第一课"),
        ("https://zhuanlan.zhihu.com/p/1", "谈谈模型 - 知乎", "谈谈模型"),
        ("https://arxiv.org/abs/1706.03762", "[1706.03762] Attention Is All", "Attention Is All"),
        ("https://github.com/Owner/Repo", "GitHub - Owner/Repo: does things", "Repo"),
        ("https://github.com/owner/repo.git", "", "repo"),
        # What may be a part of the title stays.
        ("https://example.org/a", "A study | Another Site", "A study | Another Site"),
        ("https://example.org/a", "Example", "Example"),
        ("https://example.org/a", "Well-known state-of-the-art", "Well-known state-of-the-art"),
        ("https://github.com/o/r/wiki", "Home · o/r Wiki · GitHub", "Home · o/r Wiki"),
        ("https://arxiv.org/list/cs.CL", "[draft]", r"\[draft\]"),
        # What Markdown would read otherwise, and what nobody sees.
        ("https://example.org/a", "a_b *c* [d] `e` <f>", r"a_b \*c\* \[d\] \`e\` \<f>"),
        ("https://example.org/a", "  one\n\ttwo\u202e three\u200b ", "one two three"),
        ("https://example.org/a", "", ""),
    ],
)
def test_the_name_of_the_site_goes(url: str, title: str, cleaned: str) -> None:
    assert title_for(url, title=title, heading="") == cleaned


def test_a_heading_stands_in_for_a_title() -> None:
    assert title_for("https://example.org/a", title=" ", heading="Things") == "Things"


@given(st.text(max_size=80))
def test_any_title_is_one_line_and_no_link(title: str) -> None:
    cleaned = title_for("https://example.org/a", title=title, heading="")
    assert len(cleaned.splitlines()) <= 1
    assert [url for _, url in links_in(f"[{cleaned}](https://x.example)")] == ["https://x.example"]


@pytest.mark.parametrize(
    ("title", "heading", "cleaned"),
    [
        ("How things work | The Journal", "How things work", "How things work"),
        ("某某周刊 - 谈谈大模型", "谈谈大模型", "谈谈大模型"),
        ("Introduction | The Rust Book", "Introduction", "Introduction | The Rust Book"),
        ("How things work, part 2 | X", "How things work", "How things work, part 2 | X"),
        ("Cats and dogs | " + "a long sentence " * 4, "Cats and dogs", ""),
    ],
)
def test_a_heading_that_says_it_all(title: str, heading: str, cleaned: str) -> None:
    found = title_for("https://example.org/a", title=title, heading=heading)
    assert found == (cleaned or title.strip())
