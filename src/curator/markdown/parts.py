"""A text and its second form cut at the same headings, so that only what differs is parsed again.

Where a line is a heading of its own, nothing above it is open any more: what stands below is read
the same whatever stood above. So parts that say the same, line for line, are read alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from curator.markdown.blocks import Blocks, Node, parse
from curator.markdown.source import Source, source_of

_HEADING = re.compile(r"#{1,6}(?:[ \t]|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlike:
    """One part that differs: its top-level blocks in both texts."""

    ours: Sequence[Node]
    theirs: Sequence[Node]


def unlike_parts(read: Blocks, printed: Source) -> list[Unlike] | None:
    """The parts that are not the same; None when the texts can't be cut alike.

    What their reference labels stand for is the same in both.
    """
    cuts = _cuts(read, printed)
    if cuts is None:
        return None
    firsts = [node.first for node in read.nodes]
    starts = (*read.source.starts, len(read.source.text) + 1)
    defined = sorted((one.start, label, one.url) for label, one in read.definitions.items())
    found = []
    for ours, theirs in _parts(read, printed, cuts):
        lines = printed.lines[slice(*theirs)]
        if _said(read.source.lines[slice(*ours)]) == _said(lines):
            continue
        again = _parsed(lines, is_last=theirs[1] == len(printed.lines))
        place, past = starts[ours[0]], starts[ours[1]]
        if again is None or _labels(defined, place, past) != _labels_anew(read, again, place):
            return None
        begin, end = (bisect_left(firsts, line) for line in ours)
        part = Unlike(
            ours=read.nodes[begin:end],
            theirs=[node for node in again.nodes if node.first < len(lines)],
        )
        if part.theirs and not part.ours:  # nothing here can be blamed
            return None
        found.append(part)
    return found


def _said(lines: Sequence[str]) -> tuple[Sequence[str], bool]:
    """The lines of a part but for blank ones where a heading has ended what is above them, and
    whether a blank line ends it: HTML goes on to there."""
    if not lines or not _HEADING.match(lines[0]):
        return lines, False
    first, last = 1, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while first < last and not lines[last - 1].strip():
        last -= 1
    return (lines[0].rstrip(), *lines[first:last]), first == last or last < len(lines)


def _cuts(read: Blocks, printed: Source) -> list[tuple[int, int]] | None:
    """The lines of the headings to cut at, in both texts."""
    headings = {node.first for node in read.nodes if node.kind == "heading"}
    ours, theirs = _heading_lines(read.source), _heading_lines(printed)
    if len(ours) != len(theirs):
        return None
    return [(our, their) for our, their in zip(ours, theirs, strict=True) if our in headings]


def _heading_lines(source: Source) -> list[int]:
    """Lines that look like headings: some of them stand in code."""
    lines = enumerate(source.lines)
    return [at for at, line in lines if at > source.front and _HEADING.match(line)]


_Range = tuple[int, int]


def _parts(
    read: Blocks, printed: Source, cuts: Sequence[tuple[int, int]]
) -> Iterator[tuple[_Range, _Range]]:
    ends = (len(read.source.lines), len(printed.lines))
    bounds = [(0, 0), *cuts, ends]
    for start, end in pairwise(bounds):
        yield (start[0], end[0]), (start[1], end[1])


def _parsed(lines: Sequence[str], *, is_last: bool) -> Blocks | None:
    """A part read alone; None when a heading below it would not be one, or the text ends open."""
    if is_last:
        return parse(source_of("\n".join(lines)))
    blocks = parse(source_of("\n".join([*lines, "# x"])))
    last = blocks.nodes[-1]
    return blocks if (last.kind, last.first) == ("heading", len(lines)) else None


def _labels(defined: Sequence[tuple[int, str, str]], begin: int, end: int) -> dict[str, str]:
    """What reference labels stand for that are defined between two places; by their places."""
    first, last = bisect_left(defined, (begin,)), bisect_left(defined, (end,))
    return {label: url for _, label, url in defined[first:last]}


def _labels_anew(read: Blocks, again: Blocks, begin: int) -> dict[str, str]:
    """The same of a part that is read again; what is defined above it counts there."""
    known = read.definitions
    return {
        label: one.url
        for label, one in again.definitions.items()
        if label not in known or known[label].start >= begin
    }
