"""The table of contents follows the sections."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.catalogue import Catalogue, Section
from curator.markdown import read, write

NESTED = """\
# Pots & Pans [![badge](https://b.example/b.svg)](https://b.example)

What to cook in.

## Contents

- [Pots](#pots)
  - [Enamel](#enamel)
  - [铸铁（国产）](#铸铁国产)
- [🍳 Pans](#-pans)
  - [Enamel](#enamel-1)

## Pots

### Enamel

- [a](https://a.example)

### 铸铁（国产）

- [b](https://b.example)

## 🍳 Pans

### Enamel

- [c](https://c.example)
"""


def renamed(catalogue: Catalogue, old: str, new: str) -> Catalogue:
    def inside(section: Section) -> Section:
        title = new if section.title == old else section.title
        return replace(section, title=title, sections=tuple(map(inside, section.sections)))

    return replace(catalogue, sections=tuple(map(inside, catalogue.sections)))


def test_a_table_of_contents_is_found_and_written_again() -> None:
    catalogue = read(NESTED, "list.md")
    assert catalogue.sections[0].intro == "{contents}"
    assert catalogue.sections[0].style == {"contents": "none"}
    assert write(catalogue) == NESTED


def test_it_follows_a_section_that_is_renamed() -> None:
    changed = write(renamed(read(NESTED, "list.md"), "Pots", "煮锅 & Co."))
    assert changed == NESTED.replace("[Pots](#pots)", "[煮锅 & Co.](#煮锅--co)").replace(
        "## Pots", "## 煮锅 & Co."
    )


def test_it_follows_a_section_that_comes_or_goes() -> None:
    catalogue = read(NESTED, "list.md")
    more = replace(
        catalogue,
        sections=(*catalogue.sections[:1], *catalogue.sections[2:], Section(title="Lids")),
    )
    assert "- [🍳 Pans](#-pans)\n  - [Enamel](#enamel)\n- [Lids](#lids)\n\n## 🍳" in write(more)


@pytest.mark.parametrize(
    ("table", "style"),
    [
        ("* [A](#a)\n* [B](#b)\n* [C](#c)", {"contents_bullet": "*", "contents_depth": "1"}),
        (
            "- [L](#l)\n- [A](#a)\n- [B](#b)\n- [C](#c)",
            {"contents_top": "beside", "contents_depth": "1"},
        ),
        (
            "- [L](#l)\n\t- [A](#a)\n\t\t- [In A](#in-a)\n\t- [B](#b)\n\t- [C](#c)",
            {"contents_top": "above", "contents_indent": "\t"},
        ),
        ("- [A](#a)\n- [Beta](#b)\n- [C](#see)", {"contents_depth": "1"}),
    ],
)
def test_ways_to_write_it(table: str, style: dict[str, str]) -> None:
    text = (
        f"# L\n\n{table}\n\n## A\n\n- [a](https://a.example)\n\n### In A\n\n"
        "- [b](https://b.example)\n\n## B\n\n- [c](https://c.example)\n\n## C\n"
    )
    catalogue = read(text, "list.md")
    assert (catalogue.intro, catalogue.style) == ("{contents}", style)
    assert write(catalogue) == text


def test_a_section_may_be_called_otherwise_or_be_left_out() -> None:
    text = (
        "# L\n\n- [A](#a)\n- [Beta](#b)\n- [D](#see-d)\n\n## A\n\n### In A\n\n## B\n\n## C\n\n"
        '## <a name="see-d"></a>D\n'
    )
    styles = [section.style for section in read(text, "list.md").sections]
    assert styles == [
        *({}, {"contents_title": "Beta"}, {"contents": "none"}),
        {"anchor": "see-d"},
    ]


@pytest.mark.parametrize(
    "table",
    [
        "- [B](#b)\n- [A](#a)\n- [C](#c)",  # another order
        "- [A](#a)\n- [B](#b)\n- [C](#c)\n- [Gone](#gone)",
        "- [A](#a)\n- B\n- [C](#c)",
        "- [A](#a) first\n- [B](#b)\n- [C](#c)",
        "- [A](#a)\n  - [B](#b)\n- [C](#c)",  # a depth that the headings don't have
    ],
)
def test_any_other_list_of_anchors_stays_as_it_is(table: str) -> None:
    text = f"# L\n\n{table}\n\n## A\n\n## B\n\n## C\n"
    catalogue = read(text, "list.md")
    assert catalogue.intro == table
    assert write(catalogue) == text


def test_prose_that_says_the_word_means_nothing_by_it() -> None:
    text = "# L\n\n{contents}\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n## A\n\n## B\n\n## C\n"
    catalogue = read(text, "list.md")
    assert catalogue.style == {"contents": "none"}
    assert write(catalogue) == text


def test_a_catalogue_by_hand() -> None:
    sections = (Section(title="Same"), Section(title="Same", sections=(Section(title="In"),)))
    catalogue = Catalogue(path="c", title="T", intro="Hello.\n\n{contents}", sections=sections)
    assert write(catalogue) == (
        "# T\n\nHello.\n\n- [Same](#same)\n- [Same](#same-1)\n  - [In](#in)\n\n"
        "## Same\n\n## Same\n\n### In\n"
    )


def test_items_that_stand_far_from_their_bullets_are_no_matter_to_it() -> None:
    text = (
        NESTED.replace("- [a](", "-  [a](")
        .replace("- [b](", "-  [b](")
        .replace("- [c](", "-  [c](")
    )
    catalogue = read(text, "list.md")
    assert (catalogue.sections[0].intro, catalogue.style) == ("{contents}", {"gap": "  "})
    assert write(catalogue) == text


def test_a_few_headings_of_many_are_no_table_of_contents() -> None:
    names = "abcdefghijklmnop"
    sections = "".join(f"## {name}\n\n- [x](https://{name}.example)\n\n" for name in names)
    text = f"# L\n\n- [a](#a)\n- [e](#e)\n- [k](#k)\n\n{sections}".rstrip("\n") + "\n"
    catalogue = read(text, "list.md")
    assert catalogue.intro == "- [a](#a)\n- [e](#e)\n- [k](#k)"
    assert not any(section.style for section in catalogue.sections)
