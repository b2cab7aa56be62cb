"""Tables whose rows are entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from curator.catalogue import Block, Entry, Table
from curator.markdown.blocks import Node
from curator.markdown.inline import Definition, scan
from curator.markdown.reasons import MORE_CELLS, NO_CELL, NOT_THE_SAME
from curator.markdown.style import Style

ReadCell = Callable[[str], Entry | None]
"""A cell's text as an entry that prints back to it."""
Print = Callable[[Entry, Style], str]

_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
_PLAIN = "---"
_IN_A_CELL = {"form": "item"}
_NOTHING_MORE = {"emphasis": "", "title_end": "", "task": "", "heading": "", "around": ""}
"""The style of a title that is all its text."""


def read_table(
    node: Node,
    lines: Sequence[str],
    definitions: Mapping[str, Definition],
    read_cell: ReadCell,
    refused: frozenset[int],
) -> Table:
    """The table with its rows as entries; a row that is more than fields can hold stays as it is,
    and so do those that begin on lines of `refused`."""
    header, *rows = rows_of(node)
    columns = tuple(cell.text for cell in header.children)
    keys = keys_of(columns)
    at = _title_column(rows, definitions)
    style: dict[str, str | bool] = {
        "pipes": lines[(rows or [header])[0].first].strip().startswith("|"),
        "align": _align(lines[node.first + 1]),
        "title_column": keys[at] if at else "",
    }
    read: list[Entry | Block] = []
    for row in rows:
        line = lines[row.first].strip()
        because = MORE_CELLS if _spills(line, columns) else ""
        because = NOT_THE_SAME if row.first in refused else because
        entry = None if because else _row(row, keys, at, definitions, read_cell)
        read.append(entry or Block(markdown=line, because=because or NO_CELL))
    return Table(columns=columns, rows=tuple(read), style=style)


def rows_of(table: Node) -> list[Node]:
    """The header and the rows."""
    return [row for part in table.children for row in part.children]


def keys_of(columns: Sequence[str]) -> tuple[str, ...]:
    """What `fields` calls each column: its name, with a number where two have the same."""
    met: Counter[str] = Counter()
    keys = []
    for name in columns:
        met[name] += 1
        keys.append(name if met[name] == 1 else f"{name} ({met[name]})".strip())
    return tuple(keys)


def print_table(
    table: Table, rows: Sequence[Entry | Block], section: Style, print_head: Print
) -> list[str]:
    style = section.over(table.style)
    align = style.align.split("|") if style.align else [_PLAIN] * len(table.columns)
    keys = keys_of(table.columns)
    title = style.title_column or (keys[0] if keys else "")
    lines = [_line(table.columns, style), _line(align, style)]
    for row in rows:
        if isinstance(row, Block):
            lines.append(row.markdown.replace("\n", " "))
            continue
        head = print_head(row, section.over(row.style).over(_IN_A_CELL))
        cells = [head if key == title else row.fields.get(key, "") for key in keys]
        lines.append(_line(cells, style))
    return lines


def _line(cells: Sequence[str], style: Style) -> str:
    text = " | ".join(_UNESCAPED_PIPE.sub(r"\\|", cell.replace("\n", " ")) for cell in cells)
    return f"| {text} |" if style.pipes or "|" not in text or not cells[0] else text


def _row(
    row: Node,
    keys: Sequence[str],
    at: int,
    definitions: Mapping[str, Definition],
    read_cell: ReadCell,
) -> Entry | None:
    cells = {name: cell.text for name, cell in zip(keys, row.children, strict=True)}
    text = cells.pop(keys[at])
    if not text:
        return None
    has_link = any(span.is_web for span in scan(text, definitions))
    entry = read_cell(text) if has_link else Entry(title=text, style=_NOTHING_MORE)
    fields = {name: cell for name, cell in cells.items() if cell}
    return replace(entry, fields=fields) if entry else None


def _title_column(rows: Sequence[Node], definitions: Mapping[str, Definition]) -> int:
    """The first column that in most rows holds one link, each with a text of its own."""
    width = max((len(row.children) for row in rows), default=0)
    for index in range(width):
        said = [_said(row.children[index].text, definitions) for row in rows]
        titles = [title for title in said if title]
        if len(titles) * 2 > len(rows) and len(set(titles)) * 2 > len(titles):
            return index
    return 0


def _said(cell: str, definitions: Mapping[str, Definition]) -> str | None:
    """The text of the cell's only link, where it stands alone or begins the cell."""
    if "[" not in cell:
        return None
    spans = [span for span in scan(cell, definitions) if span.is_web]
    if len(spans) != 1 or len(cell[: spans[0].start].strip("*_~ ")) > 0:
        return None
    return cell[slice(*spans[0].text)]


def _spills(line: str, columns: Sequence[str]) -> bool:
    """The row has more cells than the table has columns, and readers miss what they say."""
    cells = [cell.strip() for cell in _UNESCAPED_PIPE.split(line)]
    return any(cells[not cells[0] :][len(columns) :])


def _align(line: str) -> str:
    """The delimiter row as `:--|:-:`; "" when it says nothing."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    short = [re.sub("-+", _PLAIN if ":" not in cell else "--", cell) for cell in cells]
    short = [cell.replace(":--:", ":-:") for cell in short]
    return "|".join(short) if any(":" in cell for cell in cells) else ""
