"""Taking one item out of a Markdown list, with its lines and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curator.catalogue import Location
from curator.errors import CuratorError
from curator.markdown.blocks import Blocks, Node, parse
from curator.markdown.items import dedented
from curator.markdown.links import spans_of
from curator.markdown.source import Source, source_of
from curator.markdown.structure import item_at, outline, parent_of

_NUMBER = re.compile(r"\d{1,9}(?=[.)])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A list without one item, and the item."""

    text: str
    markdown: str
    """The item's lines, with what nested below it; they end in LF."""
    urls: tuple[str, ...]
    """Its links."""


def first_lines(text: str, places: Sequence[Location]) -> dict[Location, int | None]:
    """Of each place, the line that the item around it begins with; None where there is none."""
    blocks = parse(source_of(text))
    items = {place: item_at(blocks, place.line - 1) for place in places}
    return {place: None if node is None else node.first + 1 for place, node in items.items()}


def cut_item(text: str, location: Location) -> Cut:
    """`text` without the list item or table row that `location` lies in.

    A blank line goes along where two would be left. Raises CuratorError when there is no item,
    or when the rest, read again, would not be what it was.
    """
    source = source_of(text, location.path)
    blocks = parse(source)
    node = item_at(blocks, location.line - 1)
    if node is None or _is_header(blocks, node):
        raise CuratorError(
            f"{location}: no list item and no table row stands there",
            hint="take it out by hand: what stands in prose can't be cut without a look",
        )
    first, last = node.first, _last(source, node)
    inside = [span.url for span in spans_of(blocks) if first <= source.line_of(span.start) < last]
    source = _renumbered(source, blocks, node)
    for begin, end in _ranges(source, first, last):
        rest = _without(source, begin, end)
        if outline(parse(source_of(rest))) == outline(blocks, without=node):
            lines = source.lines[first:last]
            blank = len(lines[0]) - len(lines[0].lstrip())
            kept = dedented(lines, len(lines[0][:blank].expandtabs(4)))
            return Cut(text=rest, markdown="\n".join(kept) + "\n", urls=tuple(inside))
    raise CuratorError(
        f"{location}: can't be taken out without changing what stands around it",
        hint="take it out by hand",
    )


def _is_header(blocks: Blocks, node: Node) -> bool:
    heads = (one for one in blocks.walk() if one.kind == "thead")
    return any(child is node for head in heads for child in head.children)


def _last(source: Source, node: Node) -> int:
    """After the item's last line that is not blank."""
    last = node.last
    while last > node.first + 1 and not source.lines[last - 1].strip():
        last -= 1
    return last


def _ranges(source: Source, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The lines that may go: blank ones along with the item where they would double."""
    lines = source.lines
    below = last
    while below < len(lines) and not lines[below].strip():
        below += 1
    above = first
    while above > 0 and not lines[above - 1].strip():
        above -= 1
    if above < first and below == len(lines):
        yield above, last  # the end of the file
    elif above < first and below > last:
        yield first, below
    yield first, last


def _without(source: Source, first: int, last: int) -> str:
    start = source.starts[first]
    if last < len(source.starts):
        return source.text[:start] + source.text[source.starts[last] :]
    return source.text[:start].rstrip("\r\n")  # the last line had no end, and has none now


def _renumbered(source: Source, blocks: Blocks, node: Node) -> Source:
    """The item below takes the number of an ordered list's first: readers see only that one."""
    around = parent_of(blocks, node)
    if around is None or around.kind != "ordered_list" or around.children[0] is not node:
        return source
    own = _NUMBER.search(source.lines[node.first])
    following = around.children[1:2]
    theirs = _NUMBER.search(source.lines[following[0].first]) if following else None
    if not own or not theirs:
        return source
    start = source.starts[following[0].first]
    text = source.text
    text = text[: start + theirs.start()] + own[0] + text[start + theirs.end() :]
    return source_of(text, source.path)
