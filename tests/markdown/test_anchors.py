"""Where `#` links lead: the anchors of headings, as GitHub makes them."""

from __future__ import annotations

import pytest

from curator.markdown.anchors import anchor_of, anchors, anchors_in, plain
from curator.markdown.blocks import parse
from curator.markdown.source import source_of


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Getting started", "getting-started"),
        ("What's new?", "whats-new"),
        ("C++ & C#", "c--c"),
        ("Two  blanks", "two--blanks"),
        ("Maps / Places", "maps--places"),
        ("snake_case and kebab-case", "snake_case-and-kebab-case"),
        ("1.2 语言模型", "12-语言模型"),
        ("一、网页（前端）：入门", "一网页前端入门"),
        ("よみもの・ツール", "よみものツール"),
        ("Ещё КНИГИ", "ещё-книги"),
        ("Café Ⅳ ½", "café-ⅳ-"),
        ("🚀 Rockets", "-rockets"),
        ("Rockets 🚀", "rockets-"),
        ("⚡️ Fast", "\ufe0f-fast"),
        (":rocket: Rockets", "rocket-rockets"),
        ("en – em — dash", "en--em--dash"),
        ("*Books* and **`code`** and ~~gone~~", "books-and-code-and-gone"),
        ("[A link](https://a.example/x_y) here", "a-link-here"),
        ("Badge [![b](https://b.example/b.svg)](https://b.example)", "badge-"),
        ('<a name="old"></a>Tools &amp; more', "tools--more"),
        ("Escaped \\* star", "escaped--star"),
    ],
)
def test_a_heading_alone(heading: str, anchor: str) -> None:
    assert list(anchors(parse(source_of(f"## {heading}\n"))).values()) == [anchor]


def test_headings_of_one_name_are_numbered_wherever_they_stand() -> None:
    text = (
        "# Tools\n\n## Tools\n\n> ### Tools\n\n<h3 align='center'>Tools</h3>\n\n"
        "- #### Tools\n\nTools\n-----\n\n## Tools 1\n\n```\n# Tools\n```\n"
    )
    assert list(anchors(parse(source_of(text))).values()) == [
        *("tools", "tools-1", "tools-2", "tools-3", "tools-4", "tools-5"),
        "tools-1-1",
    ]


def test_a_reference_is_its_text() -> None:
    found = anchors(
        parse(source_of("## See [the docs][d] and [other][x]\n\n[d]: https://d.example\n"))
    )
    assert list(found.values()) == ["see-the-docs-and-otherx"]


@pytest.mark.parametrize(
    "between",
    [
        "- [a](https://a.example)",
        "> ### Tools",
        "- 1. # Tools",
        "Tools\n---",
        "<h3>Tools</h3>",
        "text\n\n---",
        "```\n# Tools\n```",
        "\t# Tools",
    ],
)
@pytest.mark.parametrize(
    "title", ["Tools", "[Tools](#x)", "[Tools][x]", "Tools #", "`工具` & more ##"]
)
def test_headings_that_are_known_spare_reading_the_rest(between: str, title: str) -> None:
    text = f"# L\n\n## {title}\n\n{between}\n\n## Tools\n\n[x]: https://x.example"
    lines = text.split("\n")
    own = [at for at, line in enumerate(lines) if line in ("# L", f"## {title}", "## Tools")]
    whole = anchors(parse(source_of(text)))
    assert {at: whole[at] for at in own} == {
        at: name for at, name in anchors_in(lines, own).items() if at in own
    }


def test_plain_text_of_a_hostile_heading_is_soon_there() -> None:
    assert anchor_of(plain("[" * 100_000)) == ""
