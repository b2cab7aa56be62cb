"""The cells of a new row in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from curator.catalogue import Entry, Table
from curator.errors import CuratorError

_NOTE_COLUMNS: Final = (
    "description",
    "note",
    "notes",
    "about",
    "描述",
    "说明",
    "简介",
    "介绍",
    "备注",
)
_NOTHING: Final = frozenset(("n/a", "-", "--", "–", "—", "none", "无", "暂无"))
"""What cells say that have nothing to say."""
_WORDS: Final = 3
_CHARACTERS: Final = 8
"""Of a note at least; scripts without blanks are counted by characters."""


def cells(table: Table, entry: Entry) -> dict[str, str]:
    """What stands beside the title: the note in the column for it, and in others that mostly say
    nothing what they say then.

    Raises CuratorError when there is a note and no column for it.
    """
    others = _others(table)
    said = {column: _usual_nothing(table, column) for column in others}
    filled = {column: nothing for column, nothing in said.items() if nothing}
    if not entry.note:
        return filled
    column = _note_column(table, others)
    if column is None:
        raise _no_column(others)
    return {**filled, column: str(entry.note)}


def notes(table: Table) -> list[str]:
    """What stands in the column for notes."""
    column = _note_column(table, _others(table))
    return _values(table, column) if column else []


def _others(table: Table) -> list[str]:
    columns = list(table.columns)
    title = str(table.style.get("title_column") or (columns[0] if columns else ""))
    return [column for column in columns if column != title]


def _note_column(table: Table, others: Sequence[str]) -> str | None:
    """By its name, else the only other one, where sentences stand there."""
    named = [column for column in others if column.strip().casefold() in _NOTE_COLUMNS]
    if named:
        return named[0]
    is_only = len(others) == 1 and _holds_sentences(_values(table, others[0]))
    return others[0] if is_only else None


def _no_column(others: Sequence[str]) -> CuratorError:
    told = ", ".join(repr(column) for column in others) or "none but the title's"
    return CuratorError(
        f"the table has no column for a note: there are {told}",
        hint="without --note, and fill the cells by hand",
    )


def _holds_sentences(values: Sequence[str]) -> bool:
    long = [len(text.split()) >= _WORDS or _is_long_unspaced(text) for text in values]
    return sum(long) * 2 >= len(long)


def _is_long_unspaced(text: str) -> bool:
    return not text.isascii() and len(text) >= _CHARACTERS


def _usual_nothing(table: Table, column: str) -> str:
    values = _values(table, column)
    value, often = Counter(values).most_common(1)[0] if values else ("", 0)
    is_nothing = value.strip("*_` ").casefold() in _NOTHING
    return value if is_nothing and often * 2 > len(table.rows) else ""


def _values(table: Table, column: str) -> list[str]:
    rows = (row for row in table.rows if isinstance(row, Entry))
    return [row.fields[column] for row in rows if row.fields.get(column)]
