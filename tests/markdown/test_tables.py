"""Tables whose rows are entries."""

from __future__ import annotations

import pytest

from curator.catalogue import Block, Entry, Table
from curator.markdown import read, write
from markdown.github_parser import reader_sees


def table_of(text: str) -> Table:
    catalogue = read(text, "list.md")
    assert reader_sees(write(catalogue)) == reader_sees(text)
    (table,) = catalogue.items
    assert isinstance(table, Table)
    return table


def test_rows_are_entries_and_cells_are_fields() -> None:
    table = table_of(
        "| API | Auth | Note |\n|:---|:-:|---|\n"
        "| [a](https://a.example) | `key` | x \\| [y](https://y.example) |\n"
        "| **[b](https://b.example)** | | z |\n| c | no | |\n"
    )
    assert table.columns == ("API", "Auth", "Note")
    rows = [row for row in table.rows if isinstance(row, Entry)]
    assert [(row.title, row.url, dict(row.fields)) for row in rows] == [
        ("a", "https://a.example", {"Auth": "`key`", "Note": "x | [y](https://y.example)"}),
        ("b", "https://b.example", {"Note": "z"}),
        ("c", None, {"Auth": "no"}),
    ]
    assert table.style["align"] == ":--|:-:|---"
    assert rows[1].style == {"emphasis": "**"}
    assert [str(link.location) for link in rows[0].links] == ["list.md:3:7", "list.md:3:45"]


def test_the_title_may_stand_in_another_column_and_pipes_may_be_missing() -> None:
    text = "Year | Paper\n--- | ---\n2017 | [a](https://a.example)\n2018 | [b](https://b.example)\n"
    table = table_of(text)
    assert table.style == {"pipes": False, "title_column": "Paper"}
    assert [row.title for row in table.rows if isinstance(row, Entry)] == ["a", "b"]
    assert write(read(text, "list.md")) == text


@pytest.mark.parametrize(
    "row", ["| [b](https://b.example) | c | spilled |", "| | [b](https://b.example) c |"]
)
def test_a_row_that_resists_stays_as_it_is_among_entries(row: str) -> None:
    text = f"| A | B |\n| --- | --- |\n| [a](https://a.example) | x |\n{row}\n"
    table = table_of(text)
    first, second = table.rows
    assert isinstance(first, Entry)
    assert second == Block(markdown=row, location=second.location, links=second.links, entries=1)
    assert [link.url for link in second.links] == ["https://b.example"]
    assert write(read(text, "list.md")) == text


@pytest.mark.parametrize(
    ("cell", "title", "rest"),
    [
        ("[a](https://a.example) **new**", "a", {"note": "**new**"}),
        ("![i](i.png) [a](https://a.example)", "a", {"lead": "![i](i.png)"}),
        ('[a](https://a.example "t")', "a", {"tooltip": "t"}),
        ('<a href="https://a.example">a</a>', "a", {}),
    ],
)
def test_a_title_cell_is_read_as_an_item_is(cell: str, title: str, rest: dict[str, str]) -> None:
    table = table_of(f"| A | B |\n|---|---|\n| {cell} | c |\n| [b](https://b.example) | d |\n")
    entry = table.rows[0]
    assert isinstance(entry, Entry)
    assert (entry.title, entry.url) == (title, "https://a.example")
    assert {name: getattr(entry, name) for name in rest} == rest


def test_columns_of_the_same_name_are_told_apart() -> None:
    table = table_of("| A | A | |\n|---|---|---|\n| [a](https://a.example) | b | c |\n")
    (row,) = table.rows
    assert isinstance(row, Entry)
    assert row.fields == {"A (2)": "b", "": "c"}


def test_links_that_all_say_the_same_are_no_titles() -> None:
    rows = "".join(f"| {name} | [link](https://{name}.example) |\n" for name in "abc")
    table = table_of(f"| Name | Where |\n|---|---|\n{rows}")
    assert [row.title for row in table.rows if isinstance(row, Entry)] == ["a", "b", "c"]
