"""What a list says about itself."""

from __future__ import annotations

from datetime import date

import pytest

from curator.markdown import read, write


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("更新时间：20240305", "更新时间：{updated:%Y%m%d}"),
        ("更新时间: 2024-03-05", "更新时间: {updated:%Y-%m-%d}"),
        ("最后更新：2024年3月5日。", "最后更新：{updated:%Y年%-m月%-d日}。"),
        ("最后更新于 2024 年", None),
        ("Last updated: March 5, 2024.", "Last updated: {updated:%B %-d, %Y}."),
        ("*Last update on Mar 5, 2024*", "*Last update on {updated:%b %-d, %Y}*"),
        ("**Updated:** 2024/03/05", "**Updated:** {updated:%Y/%m/%d}"),
        ("Updated: 2024.3.5", "Updated: {updated:%Y.%-m.%-d}"),
        ("Updated: 2024-13-05", None),
        ("Updated weekly since 2024-03-05", None),
        ("Updated: {updated:%Y} 2024-03-05", None),
    ],
)
def test_the_day_of_the_last_update(line: str, form: str | None) -> None:
    text = f"# T\n\n{line}\n"
    catalogue = read(text, "list.md")
    assert catalogue.intro == (form or line)
    assert catalogue.updated == (date(2024, 3, 5) if form else None)
    assert write(catalogue) == text


@pytest.mark.parametrize(
    ("author", "created", "source"),
    [
        ("> Author: **Ada**  ", "> Created: **2020-01-02T03:04:05Z**  ", "> Source: <https://s.example>"),
        ("作者：[Ada](https://a.example)", "\n创建时间：2020年1月2日", "\n原文：https://s.example。"),
        ("Author: Ada", "Created: January 2, 2020", "Original: [here](https://s.example)"),
    ],
)  # fmt: skip
def test_author_source_and_first_day(author: str, created: str, source: str) -> None:
    text = f"# T\n\n{author}\n{created}\n{source}\n"
    catalogue = read(text, "list.md")
    assert catalogue.author == "Ada"
    assert catalogue.created == date(2020, 1, 2)
    assert catalogue.source == "https://s.example"
    assert write(catalogue) == text


@pytest.mark.parametrize(
    ("prose", "language"),
    [
        ("这是一份关于园艺的资料，见 https://a.example/with/a/long/path。", "zh"),
        ("これは園芸についての資料です。", "ja"),
        ("원예에 관한 자료입니다.", "ko"),
        ("A list of the best tools for the garden and the shed.", "en"),
        ("Eine Liste.", None),
    ],
)
def test_the_language_is_told_where_it_is_plain(prose: str, language: str | None) -> None:
    assert read(f"# T\n\n{prose}\n", "list.md").language == language


@pytest.mark.parametrize(
    ("text", "title", "heading"),
    [
        ("# A [b](https://b.example)\n", "A [b](https://b.example)", "#"),
        ("A\n=\n", "A", "="),
        ("<h1 align='center'>A <b>B</b></h1>\n\n## C\n", "A B", "none"),
        ("## C\n", "list", "none"),
        ("- [a](https://a.example)\n\n# Later\n", "list", "none"),
    ],
)
def test_the_title_of_the_list(text: str, title: str, heading: str) -> None:
    catalogue = read(text, "docs/list.md")
    assert catalogue.title == title
    assert catalogue.style.get("title_heading", "#") == heading


def test_what_stands_above_the_title() -> None:
    text = "---\nlayout: page\n---\n\n<!-- kept -->\n\n# T\n\nintro\n"
    catalogue = read(text, "list.md")
    assert catalogue.preamble == "---\nlayout: page\n---\n\n<!-- kept -->"
    assert catalogue.intro == "intro"
    assert write(catalogue) == text
