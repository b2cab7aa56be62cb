"""Tables whose rows are entries."""

from __future__ import annotations

import pytest

from curator.catalogue import Block, Table
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
    assert [(row.title, row.url, dict(row.fields)) for row in table.rows] == [
        ("a", "https://a.example", {"Auth": "`key`", "Note": "x | [y](https://y.example)"}),
        ("b", "https://b.example", {"Note": "z"}),
        ("c", None, {"Auth": "no"}),
    ]
    assert table.style["align"] == ":--|:-:|---"
    assert table.rows[1].style == {"emphasis": "**"}
    assert [str(link.location) for link in table.rows[0].links] == ["list.md:3:7", "list.md:3:45"]


def test_the_title_may_stand_in_another_column_and_pipes_may_be_missing() -> None:
    text = "Year | Paper\n--- | ---\n2017 | [a](https://a.example)\n2018 | [b](https://b.example)\n"
    table = table_of(text)
    assert table.style == {"pipes": False, "title_column": "Paper"}
    assert [row.title for row in table.rows] == ["a", "b"]
    assert write(read(text, "list.md")) == text


@pytest.mark.parametrize(
    "rows",
    [
        "| [a](https://a.example) | b | spilled |",
        "| [a](https://a.example) and [c](https://c.example) | b |",
        "| | [a](https://a.example) b |",
        '| [a](https://a.example "title") | b |',
    ],
)
def test_tables_that_resist_stay_as_they_are(rows: str) -> None:
    text = f"| A | B |\n|---|---|\n{rows}\n"
    catalogue = read(text, "list.md")
    (block,) = catalogue.items
    assert isinstance(block, Block)
    assert block.entries == 1
    assert write(catalogue) == text


def test_the_same_column_twice_stays_as_it_is() -> None:
    text = "| A | A |\n|---|---|\n| [a](https://a.example) | b |\n"
    assert isinstance(read(text, "list.md").items[0], Block)
