"""The block structure of a Markdown text: a tree of nodes with their lines.

markdown-it-py finds the blocks (inline parsing is switched off: it is quadratic and gives no
offsets); this module keeps of its tokens what the list side needs, with offsets into the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_block.html_block import HTML_SEQUENCES
from markdown_it.token import Token

from curator.markdown.entities import label_key, unescape
from curator.markdown.inline import Definition
from curator.markdown.source import Source

MAX_DEPTH = 100
"""Levels of nested blocks that are looked into; what lies deeper stays as it is."""

_DEFINITION = re.compile(
    r"\[((?:[^\[\]\\]|\\[\s\S])+)\]:\s*(?:<((?:[^<>\\\n]|\\.)*)>|([^\x00-\x20\x7f]+))"
)
_TAG_ALONE = HTML_SEQUENCES[-1][0]
_INTERRUPTED_BY_HTML = ["paragraph", "reference", "blockquote"]


@dataclass(slots=True)
class Node:
    """One block. Lines are 0-based, [first, last)."""

    kind: str
    """As markdown-it names it: heading, bullet_list, list_item, paragraph, tr, td, ..."""
    first: int
    last: int
    tag: str = ""
    markup: str = ""
    """The bullet, the delimiter of an ordered item, the characters of a heading."""
    info: str = ""
    """The number an ordered list begins with, in its first item, where it is not 1; the column a
    table cell's text begins at."""
    text: str = ""
    """Inline content, or the raw content of a leaf."""
    children: list[Node] = field(default_factory=list)
    repeats: bool = False
    """An ordered item that has the number of the one before it."""

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in order, without recursion."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """A parsed text."""

    source: Source
    nodes: tuple[Node, ...]
    """The top level."""
    definitions: dict[str, Definition]
    """What reference labels stand for."""
    defined: frozenset[int]
    """Lines that hold such definitions."""

    def walk(self) -> Iterator[Node]:
        for node in self.nodes:
            yield from node.walk()


def parse(source: Source) -> Blocks:
    environment: dict[str, Any] = {}
    tokens = _parser().parse(source.markdown, environment)
    references = [
        *environment.get("references", {}).values(),
        *environment.get("duplicate_refs", ()),
    ]
    maps = [reference["map"] for reference in references]
    nodes = _tree(tokens)
    for node in (node for top in nodes for node in top.walk()):
        if node.kind == "tr":
            _place_cells(source, node)
        elif node.kind == "ordered_list":
            _keep_first_number(node)
    return Blocks(
        source=source,
        nodes=tuple(nodes),
        definitions=_definitions(source, references),
        defined=frozenset(line for first, last in maps for line in range(first, last)),
    )


def placer(source: Source, node: Node) -> Callable[[int], int]:
    """From an index in `node.text`, which is inline content, to the offset in the file."""
    if node.kind in ("th", "td"):
        start = source.starts[node.first] + int(node.info or 0)
        return lambda index: start + index + node.text.count("|", 0, index + 1)
    begins, shifts, index = [], [], 0
    for number, line in enumerate(node.text.split("\n")):
        begins.append(index)
        shifts.append(_line_offset(source, node.first + number, line, node) - index)
        index += len(line) + 1
    return lambda index: index + shifts[bisect_right(begins, index) - 1]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH}).enable("table")
    parser.block.ruler.at("html_block", _html_block, {"alt": _INTERRUPTED_BY_HTML})
    return parser.disable(["inline", "text_join"])


def _html_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """markdown-it's rule, and cmark's habit: any tag alone on a line ends a table, and a paragraph
    of an item for which it is not indented enough, such as `<br>` below a list."""
    if html_block(state, first, last, silent):
        return True
    outdented = state.sCount[first] < state.blkIndent or state.parentType == "table"
    if not silent or not outdented or state.is_code_block(first):
        return False
    line = state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]]
    return _TAG_ALONE.match(line) is not None


def _tree(tokens: Sequence[Token]) -> list[Node]:
    root = Node("root", 0, 0)
    path = [root]
    for token in tokens:
        if token.nesting < 0:
            path.pop()
        elif token.type == "inline":
            path[-1].text = token.content
        else:
            node = _node(token, path[-1])
            path[-1].children.append(node)
            if token.nesting > 0:
                path.append(node)
    return root.children


def _node(token: Token, parent: Node) -> Node:
    first, last = token.map or (parent.first, parent.last)
    kind = token.type.removesuffix("_open")
    return Node(kind, first, last, token.tag, token.markup, token.info, token.content)


def _line_offset(source: Source, number: int, line: str, node: Node) -> int:
    """Where the content of one line stands: containers only ever take from its left."""
    raw = source.lines[number]
    content = line.lstrip()
    if node.kind == "heading":
        return source.starts[number] + raw.rfind(content) - (len(line) - len(content))
    return source.starts[number] + len(raw.rstrip()) - len(line.rstrip())


def _place_cells(source: Source, row: Node) -> None:
    """Note in each cell's `info` at which column of the line its text begins."""
    line, column = source.lines[row.first], 0
    for cell in row.children:
        found = line.find(cell.text.replace("|", "\\|"), column)
        column = max(found, column)
        cell.info = str(column)
        column += len(cell.text) + cell.text.count("|")


def _keep_first_number(ordered: Node) -> None:
    """Readers see only the number a list begins with."""
    for before, item in pairwise(ordered.children):
        item.repeats = item.info == before.info
    for index, item in enumerate(ordered.children):
        item.info = "" if index or item.info == "1" else item.info


def _definitions(source: Source, references: list[dict[str, Any]]) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for reference in sorted(references, key=lambda one: (one["map"][0], one["map"][1])):
        first, last = reference["map"]
        end = source.starts[last] if last < len(source.starts) else len(source.text)
        match = _DEFINITION.search(source.text, source.starts[first], end)
        if match:
            start, stop = match.span(2 if match[2] is not None else 3)
            url = unescape(source.text[start:stop])
            title = reference["title"]
            definition = Definition(url=url, start=start, end=stop, title=title)
            found.setdefault(label_key(match[1]), definition)
    return found
