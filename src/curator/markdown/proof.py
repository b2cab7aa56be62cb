"""Whether two Markdown texts show a reader the same, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curator.markdown.blocks import Blocks, Node, parse
from curator.markdown.inline import Definition
from curator.markdown.items import LISTS
from curator.markdown.normal import normal
from curator.markdown.parts import Unlike, unlike_parts
from curator.markdown.source import source_of
from curator.markdown.tables import rows_of

_WHITE = re.compile(r"\s+")
_CODE = frozenset({"fence", "code_block"})
_INLINE = frozenset({"paragraph", "heading", "th", "td"})
_Shape = tuple[tuple[str, str, str], ...]


def differing(read: Blocks, printed: str) -> frozenset[int] | None:
    """Where a text and its second form part: first lines of blocks and of the items of lists.

    None when both show the same.
    """
    if printed == read.source.text:
        return None
    second = source_of(printed)
    parts = unlike_parts(read, second)
    if parts is None:
        whole = parse(second)
        if _meanings(read) != _meanings(whole):
            return frozenset()
        parts = [Unlike(ours=read.nodes, theirs=whole.nodes)]
    wrong = [unit.first for part in parts for unit in _wrong(part, read.definitions)]
    return frozenset(wrong) if wrong else None


def _wrong(part: Unlike, definitions: Mapping[str, Definition]) -> list[_Unit]:
    ours, theirs = _units(part.ours), _units(part.theirs)
    if len(ours) == len(theirs):
        pairs = zip(ours, theirs, strict=True)
        return [one for one, other in pairs if not _same(one, other, definitions)]
    begin = _common(ours, theirs, definitions)
    end = len(ours) - _common(ours[begin:][::-1], theirs[begin:][::-1], definitions)
    return ours[max(begin - 1, 0) : end + 1]


def _meanings(blocks: Blocks) -> dict[str, str]:
    return {label: definition.url for label, definition in blocks.definitions.items()}


def _common(ours: list[_Unit], theirs: list[_Unit], definitions: Mapping[str, Definition]) -> int:
    """How many units from the beginning are the same."""
    pairs = zip(ours, theirs, strict=False)
    wrong = (i for i, (one, other) in enumerate(pairs) if not _same(one, other, definitions))
    return next(wrong, min(len(ours), len(theirs)))


@dataclass(frozen=True, slots=True)
class _Unit:
    first: int
    shape: _Shape


def _units(nodes: Iterable[Node]) -> list[_Unit]:
    """Top-level blocks, the items of top-level lists and the rows of tables, in order."""
    units = []
    for node in nodes:
        if node.kind not in (*LISTS, "table"):
            units.append(_Unit(node.first, _shape(node)))
            continue
        for index, item in enumerate(rows_of(node) if node.kind == "table" else node.children):
            opening = ((node.kind, item.info, ""),) if index == 0 else ()
            units.append(_Unit(item.first, opening + _shape(item)))
    return units


def _shape(node: Node) -> _Shape:
    """The tree below a node in order, with its depths told by the closing of its parts."""
    shape: list[tuple[str, str, str]] = []
    waiting: list[Node | None] = [node]
    while waiting:
        one = waiting.pop()
        if one is None:
            shape.append(("", "", ""))
            continue
        number = one.info if one.kind in ("list_item", "fence") else ""
        shape.append((one.kind, one.tag + number, one.text))
        waiting.append(None)
        waiting.extend(reversed(one.children))
    return tuple(shape)


def _same(a: _Unit, b: _Unit, definitions: Mapping[str, Definition]) -> bool:
    """`definitions`: those of both texts."""
    if a.shape == b.shape:
        return True
    if len(a.shape) != len(b.shape):
        return False
    return all(
        one[:2] == other[:2]
        and (
            one[2] == other[2]
            or _key(one[0], one[2], definitions) == _key(other[0], other[2], definitions)
        )
        for one, other in zip(a.shape, b.shape, strict=True)
    )


def _key(kind: str, text: str, definitions: Mapping[str, Definition]) -> str:
    """What of a block's text a reader sees."""
    if kind in _CODE:
        return "\n".join(line.rstrip() for line in text.rstrip().split("\n"))
    if kind not in _INLINE:
        return _WHITE.sub(" ", text).strip()
    return normal(text, definitions)
