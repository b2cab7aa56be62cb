"""Entries that are lines of HTML: `&nbsp; <a href="url"><b>title</b></a> - note<br>`.

Lists that use `<p>`, `<ul>` or `<details><summary>` have such lines, many in one block. What
stands between them stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from curator.catalogue import Block, Entry
from curator.markdown.blocks import Node
from curator.markdown.grammar import html_reading
from curator.markdown.items import ItemReader

_TAGS = "p|br|li|dt|dd|div|details|summary|ul|ol|dl|td|tr|span|sub|small"
_BEGIN = re.compile(
    rf"(?:&(?:nbsp|emsp|ensp|bull|middot);|[ \t\u00a0•·▪-]"
    rf"|<(?:{_TAGS})(?:[ \t][^<>]{{0,300}})?/?>|:[a-z][a-z0-9_+-]{{1,30}}:)*+",
    re.IGNORECASE,
)
_END = re.compile(rf"(?:[ \t]*<(?:br[ \t]*/?|/(?:{_TAGS}))>)+[ \t]*\Z", re.IGNORECASE)
_OTHER = re.compile(r"<(?:!|\?|pre|script|style|textarea)", re.IGNORECASE)
"""Blocks that don't end at a blank line."""
_TAG = re.compile(r"<[^<>]*>")
_ITEM = re.compile(r"<(?:li|dt|summary)\b", re.IGNORECASE)
"""What needs no note to be an entry."""
_WORD = re.compile(r"\w\w")
_LONGEST = 4000
_END_WINDOW = 200
"""Characters of a line, and of its end, that are looked at."""
_FEWEST = 5
"""Lines of a list that make a habit."""


@dataclass(frozen=True, slots=True)
class HtmlItems:
    """The blocks of HTML that hold entries, by their first lines."""

    found: dict[int, tuple[Entry | None, ...]]
    """For each line its entry."""

    @staticmethod
    def of(nodes: Sequence[Node], reader: ItemReader) -> HtmlItems:
        blocks = [node for node in nodes if node.kind == "html_block"]
        found = {
            node.first: tuple(_lines(node, reader))
            for node in blocks
            if node.first not in reader.refused and not _OTHER.match(node.text)
        }
        entries = sum(entry is not None for lines in found.values() for entry in lines)
        if entries < _FEWEST:
            return HtmlItems({})
        return HtmlItems({first: lines for first, lines in found.items() if any(lines)})

    def items(self, node: Node, reader: ItemReader) -> Iterator[Entry | Block]:
        """The entries of a block, and what stands between them."""
        found = self.found[node.first]
        at, end = node.first, node.first + len(found)
        for number, (entry, following) in enumerate(pairwise((*found, None)), node.first):
            if entry is None:
                continue
            if at < number:
                yield _between(reader, at, number)
            at = number + 1
            yield _placed(reader, entry, number, before_other=following is None)
        if at < end:
            yield _between(reader, at, end)


def _lines(node: Node, reader: ItemReader) -> Iterator[Entry | None]:
    last = node.last
    lines = reader.blocks.source.lines
    while last > node.first and not lines[last - 1].strip():
        last -= 1
    for number in range(node.first, last):
        yield _entry(lines[number], reader) if reader.links(number, number + 1) else None


def _entry(line: str, reader: ItemReader) -> Entry | None:
    if len(line) > _LONGEST:
        return None
    begin = _BEGIN.match(line)
    assert begin is not None
    end = _END.search(line, max(begin.end(), len(line) - _END_WINDOW))
    body = line[begin.end() : end.start() if end else len(line)].rstrip()
    read = html_reading(body)
    if read is None or "<img" in read.title or not read.title.strip():
        return None
    is_said = _ITEM.search(begin[0]) or _WORD.search(_TAG.sub("", read.note))
    if not is_said or read.note.startswith("<a"):
        return None
    entry = reader.proved(read, body)
    if entry is None:
        return None
    ends = {"line_begin": begin[0], "line_end": end[0].rstrip() if end else ""}
    kept = {name: value for name, value in entry.style.items() if name != "link"}
    return replace(entry, style={**kept, **ends, "form": "html"})


def _placed(reader: ItemReader, entry: Entry, number: int, *, before_other: bool) -> Entry:
    source = reader.blocks.source
    lines = source.lines
    style = dict(entry.style)
    style["spread"] = number > 0 and not lines[number - 1].strip()
    if before_other:
        style["spread_below"] = number + 1 == len(lines) or not lines[number + 1].strip()
    offset = source.starts[number] + len(lines[number]) - len(lines[number].lstrip())
    return replace(
        entry,
        style=style,
        location=source.location(offset),
        links=reader.links(number, number + 1),
    )


def _between(reader: ItemReader, first: int, last: int) -> Block:
    source = reader.blocks.source
    return Block(
        markdown="\n".join(line.rstrip() for line in source.lines[first:last]),
        location=source.location(source.starts[first]),
        links=reader.links(first, last),
    )
