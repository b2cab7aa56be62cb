"""Tables whose rows are entries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from curator.catalogue import Entry, Table
from curator.markdown.blocks import Node
from curator.markdown.escaping import inline_link
from curator.markdown.inline import Definition, Form, scan
from curator.markdown.style import Style

_EMPHASIS = re.compile(r"\*{1,3}|_{1,2}|~~|")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
_PLAIN = "---"


def read_table(
    node: Node, lines: Sequence[str], definitions: Mapping[str, Definition]
) -> Table | None:
    """The table with its rows as entries; None when a row is more than fields can hold."""
    header, *rows = [row for part in node.children for row in part.children]
    columns = tuple(cell.text for cell in header.children)
    if len(set(columns)) < len(columns) or any(_spills(lines[row.first], columns) for row in rows):
        return None
    at = _title_column(rows, definitions)
    entries = [_row(row, columns, at, definitions) for row in rows]
    if at is None or any(entry is None for entry in entries):
        return None
    style: dict[str, str | bool] = {
        "pipes": lines[(rows or [header])[0].first].strip().startswith("|"),
        "align": _align(lines[node.first + 1]),
        "title_column": columns[at] if at else "",
    }
    return Table(columns=columns, rows=tuple(entry for entry in entries if entry), style=style)


def print_table(table: Table, rows: Sequence[Entry], section: Style) -> list[str]:
    style = section.over(table.style)
    align = style.align.split("|") if style.align else [_PLAIN] * len(table.columns)
    title = style.title_column or (table.columns[0] if table.columns else "")
    body = [[_cell(row, column, title, section) for column in table.columns] for row in rows]
    return [_line(cells, style) for cells in (table.columns, align, *body)]


def _line(cells: Sequence[str], style: Style) -> str:
    text = " | ".join(_UNESCAPED_PIPE.sub(r"\\|", cell.replace("\n", " ")) for cell in cells)
    return f"| {text} |" if style.pipes or "|" not in text else text


def _cell(row: Entry, column: str, title: str, section: Style) -> str:
    if column != title:
        return row.fields.get(column, "")
    mark = section.over(row.style).emphasis
    return f"{mark}{inline_link(row.title, row.url) if row.url else row.title}{mark}"


def _row(
    row: Node, columns: Sequence[str], at: int | None, definitions: Mapping[str, Definition]
) -> Entry | None:
    cells = {name: cell.text for name, cell in zip(columns, row.children, strict=True)}
    text = cells.pop(columns[at or 0])
    found = _titled(text, definitions)
    if found is None:
        return None
    title, url, emphasis = found
    fields = {name: cell for name, cell in cells.items() if cell}
    return Entry(title=title, url=url, fields=fields, style={"emphasis": emphasis})


def _titled(text: str, definitions: Mapping[str, Definition]) -> tuple[str, str | None, str] | None:
    """Title, URL and emphasis of a cell that is one link or text without any; else None."""
    spans = [span for span in scan(text, definitions) if span.is_web]
    if not text or len(spans) > 1:
        return None
    if not spans:
        return text, None, ""
    span = spans[0]
    mark = text[: span.start]
    whole = text == mark + text[span.start : span.end] + mark[::-1]
    known = _EMPHASIS.fullmatch(mark) is not None
    if not whole or not known or span.titled or span.form not in (Form.INLINE, Form.REFERENCE):
        return None
    return text[slice(*span.text)], span.url, mark


def _title_column(rows: Sequence[Node], definitions: Mapping[str, Definition]) -> int | None:
    """The first column that holds a link and nothing else in most rows."""
    counts = [0] * max((len(row.children) for row in rows), default=0)
    for row in rows:
        for index, cell in enumerate(row.children):
            found = _titled(cell.text, definitions)
            counts[index] += found is not None and found[1] is not None
    return next((index for index, count in enumerate(counts) if count * 2 > len(rows)), None)


def _spills(line: str, columns: Sequence[str]) -> bool:
    """The row has more cells than the table has columns, and readers miss what they say."""
    cells = [cell.strip() for cell in _UNESCAPED_PIPE.split(line.strip())]
    return any(cells[not cells[0] :][len(columns) :])


def _align(line: str) -> str:
    """The delimiter row as `:--|:-:`; "" when it says nothing."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    short = [re.sub("-+", _PLAIN if ":" not in cell else "--", cell) for cell in cells]
    short = [cell.replace(":--:", ":-:") for cell in short]
    return "|".join(short) if any(":" in cell for cell in cells) else ""
