"""Catalogues that people write: whatever they say, the list is well formed."""

from __future__ import annotations

from datetime import date

import pytest

from curator.catalogue import Block, Catalogue, Entry, Item, Resource, Retired, Section
from curator.errors import CuratorError
from curator.markdown import read, write
from markdown.github_parser import github_html, github_links

GONE = Retired(on=date(2024, 1, 1), because="closed")


def written(*items: Item, style: dict[str, str | bool] | None = None) -> str:
    """The list's own part, without its title."""
    text = write(Catalogue(path="c", title="T", items=items, style=style or {}))
    assert write(read(text, "list.md")) == text
    return text.removeprefix("# T\n\n")


def test_the_default_style() -> None:
    entry = Entry(
        title="a",
        url="https://a.example",
        note=("One.", "Two."),
        resources=(Resource(label="Code", url="https://c.example"),),
        items=(Entry(title="b", url="https://b.example", note="Three."),),
    )
    assert written(entry) == (
        "- [a](https://a.example)\n  - One.\n  - Two.\n  - Code: https://c.example\n"
        "  - [b](https://b.example) - Three.\n"
    )


def test_retired_entries_are_left_out_and_numbers_go_on() -> None:
    entries = [Entry(title=n, url=f"https://{n}.example") for n in "abc"]
    entries[1] = Entry(title="b", url="https://b.example", retired=GONE, items=(entries[0],))
    assert written(*entries, style={"bullet": "1."}) == (
        "1. [a](https://a.example)\n2. [c](https://c.example)\n"
    )


def test_an_entry_whose_nested_entries_are_retired() -> None:
    nested = Entry(title="b", url="https://b.example", retired=GONE)
    entry = Entry(title="a", url="https://a.example", items=(nested,))
    assert written(entry) == "- [a](https://a.example)\n"


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("a ] b", "https://a.example"),
        ("a [b][c] ![d](e)", "https://a.example"),
        ("a `]` b", "https://a.example"),
        ("a", "https://a.example/x y"),
        ("a", "https://a.example/)("),
        ("a", "https://a.example/(((x"),
        ("a", "https://a.example/?a&copy;b"),
        ("a", "https://a.example/\\*x"),
        ("a", "https://a.example/<x>"),
        ("two\nlines", "https://a.example"),
    ],
)
@pytest.mark.parametrize("link", ["inline", "bare", "angle", "after"])
def test_odd_titles_and_urls_stay_one_link(title: str, url: str, link: str) -> None:
    text = written(Entry(title=title, url=url, note="n", style={"link": link}))
    assert github_links(text) == [url]
    assert github_html(text).count("<li>") == 1


@pytest.mark.parametrize("note", ["- x", "# x", "> x", "1. x", "```", "* * *", "+"])
def test_notes_and_titles_that_look_like_blocks_are_text(note: str) -> None:
    page = github_html(written(Entry(title="a", url="https://a.example", note=(note, "y"))))
    assert page.count("<li>") == 3
    assert github_html(written(Entry(title=note))).count("<li>") == 1


def test_prose_between_items_and_deep_numbers_keep_their_place() -> None:
    nested = Entry(title="b", url="https://b.example", style={"bullet": "-"})
    entries = [Entry(title=str(n), url=f"https://{n}.example", items=(nested,)) for n in range(10)]
    text = written(*entries, Block(markdown="prose"), entries[0], style={"bullet": "1."})
    assert "10. [9](https://9.example)\n    - [b]" in text
    assert text.endswith("\n\nprose\n\n1. [0](https://0.example)\n   - [b](https://b.example)\n")


def test_sections_nest_by_level() -> None:
    inner = Section(title="In", sections=(Section(title="Inner"),))
    sections = (Section(title="Out", intro="Text.", sections=(inner,)), Section(title="Next"))
    text = write(Catalogue(path="c", title="T", sections=sections, style={"blank_below": False}))
    assert text == "# T\n## Out\nText.\n\n### In\n\n#### Inner\n\n## Next\n".replace(
        "# T\n## Out", "# T\n\n## Out"
    )


def test_the_day_of_the_last_update_is_written_in_its_own_form() -> None:
    catalogue = Catalogue(
        path="c", title="T", updated=date(2024, 3, 5), intro="更新：{updated:%Y年%-m月%-d日}。"
    )
    assert write(catalogue) == "# T\n\n更新：2024年3月5日。\n"


def test_an_unknown_setting_is_said() -> None:
    with pytest.raises(CuratorError, match="no setting 'colour'"):
        written(Entry(title="a", style={"colour": "red"}))
