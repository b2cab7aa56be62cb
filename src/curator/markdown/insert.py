"""A new item in a Markdown list: its lines, and no other is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from curator.catalogue import Location
from curator.errors import CuratorError
from curator.markdown.blocks import Blocks, Node, parse
from curator.markdown.source import Source, newline_of, source_of
from curator.markdown.structure import item_at, outline, parent_of

_MARKER: Final = re.compile(r"([ \t>]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)")
_PRINTED: Final = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")
_NUMBER: Final = re.compile(r"\d{1,9}")


def insert_item(
    text: str, beside: Location, item: Sequence[str], *, after: bool, spread: bool = False
) -> str:
    """`text` with the lines of an item, or of a table's row, beside the one at `beside`.

    It is set as that one is: its indent, its bullet, blank lines between. `spread`: blank lines
    stand between items, where there is only one to look at. Raises CuratorError when the rest of
    the list, read again, would not be what it was.
    """
    source = source_of(text, beside.path)
    blocks = parse(source)
    node = item_at(blocks, beside.line - 1)
    if node is None:
        raise CuratorError(f"{beside}: no list item stands there", hint=_by_hand(item))
    last = _end(source, node)
    lines = list(item) if node.kind == "tr" else _set_as(source, blocks, node, item, after=after)
    gap = [""] if node.kind != "tr" and _is_spread(source, blocks, node, spread=spread) else []
    if after:
        return _proved(source, blocks, last, [*gap, *lines], len(gap), item)
    return _proved(source, blocks, node.first, [*lines, *gap], 0, item)


def append_item(text: str, below: Location, item: Sequence[str]) -> str:
    """`text` with the lines of an item as a list of its own, at the end of the section whose
    heading stands at `below`."""
    source = source_of(text, below.path)
    blocks = parse(source)
    heads = (node.first for node in blocks.nodes if node.kind == "heading")
    end = next((first for first in heads if first > below.line - 1), len(source.lines))
    while end > below.line and not source.lines[end - 1].strip():
        end -= 1
    return _proved(source, blocks, end, ["", *item], 1, item)


def append_row(text: str, table: Location, row: str) -> str:
    """`text` with the first row of a table whose header stands at `table`."""
    source = source_of(text, table.path)
    return _proved(source, parse(source), table.line + 1, [row], 0, [row])


def _proved(
    source: Source, blocks: Blocks, at: int, lines: Sequence[str], skip: int, item: Sequence[str]
) -> str:
    """The lines put in before line `at`; the item begins `skip` lines below.

    A blank line goes below them where the next line would become a part of the item.
    """
    before, first = outline(blocks), at + skip
    last = at + max((number for number, line in enumerate(lines, 1) if line), default=0)
    for candidate in (lines, [*lines, ""]):
        changed = _with_lines(source, at, candidate)
        again = parse(source_of(changed))
        new = item_at(again, first)
        is_alone = new is not None and (new.first, _end(again.source, new)) == (first, last)
        if is_alone and outline(again, without=new) == before:
            return changed
    place = Location(path=source.path, line=at + 1, column=1)
    raise CuratorError(f"{place}: an item can't be added here alone", hint=_by_hand(item))


def _by_hand(item: Sequence[str]) -> str:
    return f"write it into the list by hand: {item[0].strip()}"


def _with_lines(source: Source, at: int, lines: Sequence[str]) -> str:
    newline = newline_of(source.text)
    if at < len(source.starts) and not (at == len(source.lines) - 1 and not source.lines[at]):
        start = source.starts[at]
        return source.text[:start] + "".join(line + newline for line in lines) + source.text[start:]
    if source.text.endswith(("\n", "\r")):
        return source.text + "".join(line + newline for line in lines)
    return source.text + "".join(newline + line for line in lines)


def _set_as(
    source: Source, blocks: Blocks, node: Node, item: Sequence[str], *, after: bool
) -> list[str]:
    found = _MARKER.match(source.lines[node.first])
    printed = _PRINTED.match(item[0])
    if found is None or printed is None:
        return list(item)
    indent, marker = found[1], _next_marker(blocks, node, found[2], after=after)
    hang = " " * len(printed[0])
    more = [line.removeprefix(hang) if line.startswith(hang) else line for line in item[1:]]
    own = " " * len(marker)
    return [
        f"{indent}{marker}{item[0][printed.end() :]}",
        *(f"{indent}{own}{line}".rstrip() if line else "" for line in more),
    ]


def _next_marker(blocks: Blocks, node: Node, marker: str, *, after: bool) -> str:
    """The bullet; in an ordered list the number that follows, where numbers go up."""
    number = _NUMBER.match(marker)
    around = parent_of(blocks, node)
    if number is None or around is None:
        return marker
    position = next(i for i, one in enumerate(around.children) if one is node)
    goes_up = position == 0 or int(number[0]) > 1
    step = 1 if after and goes_up else 0
    return f"{int(number[0]) + step}{marker[number.end() :]}"


def _end(source: Source, node: Node) -> int:
    last = node.last
    while last > node.first + 1 and not source.lines[last - 1].strip():
        last -= 1
    return last


def _is_spread(source: Source, blocks: Blocks, node: Node, *, spread: bool) -> bool:
    around = parent_of(blocks, node)
    others = around.children[1:] if around else []
    if not others:
        return spread
    blank = sum(not source.lines[one.first - 1].strip() for one in others)
    return blank * 2 > len(others)
