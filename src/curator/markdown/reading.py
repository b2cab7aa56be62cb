"""A Markdown list as a catalogue. Nothing is lost: what is not understood stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from curator.catalogue import Block, Catalogue, Entry, Item, Section, Table
from curator.markdown.blocks import Blocks, Node, parse, placer
from curator.markdown.contents import PLACEHOLDER
from curator.markdown.header import language_of, read_header
from curator.markdown.html_items import HtmlItems
from curator.markdown.items import LISTS, ItemReader, flowing, tidied
from curator.markdown.learning import settle
from curator.markdown.learning_contents import with_contents
from curator.markdown.learning_frames import framed
from curator.markdown.links import spans_of
from curator.markdown.lone import lone_entries
from curator.markdown.marks import find_labels, marks_of, name_labels
from curator.markdown.printing import Printer
from curator.markdown.proof import differing
from curator.markdown.reasons import NOT_THE_SAME
from curator.markdown.source import BOM, newline_of, source_of
from curator.markdown.tables import read_table, rows_of
from curator.markdown.writing import is_over, write

_TRIES = 4
_HTML_TITLE = re.compile(r"<h1\b[^>]*>(.{1,300}?)</h1", re.IGNORECASE | re.DOTALL)
_HTML_TAG = re.compile(r"<[^>]*>")


def read(text: str, path: str) -> Catalogue:
    """The list in `text`, which came from the file `path`, with every link at its place.

    An item becomes an `Entry` where that prints back to what was read, else a `Block`; the whole
    is printed and compared once more, and what would look different to a reader stays as it is.
    What no reader sees (blanks at line ends, an odd indent, mixed line ends) is evened out.
    """
    blocks = parse(source_of(text, path))
    items: frozenset[int] = frozenset()
    lists: frozenset[int] = frozenset()
    for attempt in range(_TRIES):
        plain = _List(blocks, items, lists).read()
        catalogue = with_contents(framed(plain), blocks)
        wrong = differing(blocks, write(catalogue))
        if wrong is not None and catalogue != plain:
            catalogue, wrong = plain, differing(blocks, write(plain))
        if wrong is None:
            return catalogue
        if attempt == 0:
            items = wrong
        else:
            lists |= wrong
    return _List(blocks, items, lists).read_whole()


@dataclass(slots=True)
class _Open:
    """A section that is being read; the list itself at the bottom."""

    level: int
    first: int
    """The line of its heading."""
    title: str = ""
    style: dict[str, str | bool] = field(default_factory=dict)
    intro: str = ""
    items: list[Item] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    started: int | None = None
    """The line of its first item or section."""


class _List:
    """One reading of a text."""

    def __init__(
        self, blocks: Blocks, items: frozenset[int], lists: frozenset[int] = frozenset()
    ) -> None:
        """`items` that begin on these lines stay as they are, `lists` with items that do, whole."""
        self.blocks, self.source = blocks, blocks.source
        self.prose_lists = [node for node in blocks.nodes if lists & _beginnings(node)]
        spans = spans_of(blocks)
        named = name_labels(find_labels(self._item_texts()))
        self.reader = ItemReader(
            blocks=blocks,
            spans=spans,
            used=[span.start for span in spans],
            marks=marks_of(named),
            printer=Printer(marks=named),
            refused=items,
        )
        self.html = HtmlItems.of(blocks.nodes, self.reader)
        self.lone = lone_entries(blocks.nodes, self.reader)
        self.named = named
        self.headings = {node.first for node in blocks.nodes if node.kind == "heading"}
        self.preamble = ""
        self.title: Node | None = None
        self.path = [_Open(level=0, first=0)]

    def read(self) -> Catalogue:
        at = 0
        for node in self._structure():
            self._prose(at, node.first)
            if node.kind == "heading":
                self._heading(node)
            else:
                self._items(node)
            at = node.last
        self._prose(at, len(self.source.lines))
        self._close(0, len(self.source.lines))
        return settle(self._catalogue())

    def read_whole(self) -> Catalogue:
        """The text as one block of prose."""
        self._prose(0, len(self.source.lines))
        return settle(self._catalogue())

    def _structure(self) -> Iterator[Node]:
        """Headings, and the lists and tables that lead somewhere."""
        for node in self.blocks.nodes:
            if node.kind == "heading":
                if node.text and "\n" not in node.text:
                    yield node
            elif node.first in (self.html.found if node.kind == "html_block" else self.lone):
                yield node
            elif node.kind in (*LISTS, "table") and node not in self.prose_lists:
                yield from [node] if self.reader.links(node.first, node.last) else []

    def _item_texts(self) -> Iterator[str]:
        for node in self.blocks.walk():
            if node.kind == "list_item" and node.children:
                yield flowing(node.children[0].text)

    def _prose(self, first: int, last: int) -> None:
        lines = self.source.slice(first, last)
        if not lines:
            return
        here = self.path[-1]
        kept = [node for node in self.prose_lists if first <= node.first < last]
        if here.started is None and not kept:
            here.intro = tidied(lines)
            return
        start = next(i for i in range(first, last) if self.source.lines[i].strip())
        here.started = start if here.started is None else here.started
        offset = self.source.starts[start] + len(lines[0]) - len(lines[0].lstrip())
        here.items.append(
            Block(
                markdown=tidied(lines),
                location=self.source.location(offset),
                links=self.reader.links(first, last),
                entries=sum(self.reader.count(node) for node in kept),
                because=NOT_THE_SAME,
            )
        )

    def _heading(self, node: Node) -> None:
        root = self.path[0]
        level = int(node.tag[1])
        if level == 1 and self.title is None and len(self.path) == 1 and not root.items:
            self.title, self.preamble, root.intro = node, root.intro, ""
            root.first = node.first
            return
        self._close(level, node.first)
        if self.path[-1].started is None:
            self.path[-1].started = node.first
        self.path.append(
            _Open(level=level, first=node.first, title=node.text, style=self._heading_style(node))
        )

    def _heading_style(self, node: Node) -> dict[str, str | bool]:
        lines = self.source.lines
        style: dict[str, str | bool] = {"level": node.tag[1]}
        underline = node.markup in ("=", "-")
        if int(node.tag[1]) <= 2:
            style["underline"] = underline
        if (
            node.first > 0
            and not underline
            and is_over(lines[max(node.first - 60, 0) : node.first])
        ):
            style["blank_above"] = not lines[node.first - 1].strip()
        if node.last < len(lines) and not self._leads_to_heading(node):
            style["blank_below"] = not lines[node.last].strip()
        return style

    def _leads_to_heading(self, node: Node) -> bool:
        """The next thing is a heading, which says itself what stands above it."""
        lines = self.source.lines
        below = (i for i in range(node.last, len(lines)) if lines[i].strip())
        return next(below, None) in self.headings

    def _items(self, node: Node) -> None:
        here = self.path[-1]
        if here.started is None:
            here.started = node.first
        if node.kind == "table":
            here.items.append(self._table(node))
        elif node.kind == "html_block":
            here.items += self.html.items(node, self.reader)
        elif node.first in self.lone:
            here.items.append(self.lone[node.first])
        else:
            here.items += self.reader.list_items(node)

    def _table(self, node: Node) -> Table:
        reader = self.reader
        table = read_table(
            node, self.source.lines, self.blocks.definitions, reader.read_cell, reader.refused
        )
        _, *rows = rows_of(node)
        return replace(
            table,
            location=self.source.location(self.source.starts[node.first]),
            links=reader.links(node.first, node.first + 1),
            rows=tuple(map(self._row, table.rows, rows)),
        )

    def _row(self, read: Entry | Block, row: Node) -> Entry | Block:
        location = self.source.location(placer(self.source, row.children[0])(0))
        links = self.reader.links(row.first, row.last)
        if isinstance(read, Entry):
            return replace(read, location=location, links=links)
        return replace(read, location=location, links=links, entries=int(bool(links)))

    def _close(self, level: int, at: int) -> None:
        """End the sections of this level and deeper above the line `at`; 0 ends all."""
        while len(self.path) > 1 and self.path[-1].level >= level:
            done = self.path.pop()
            self.path[-1].sections.append(self._section(done, at))

    def _section(self, done: _Open, at: int) -> Section:
        column = max(self.source.lines[done.first].find(done.title), 0)
        end = at if done.started is None else done.started
        return Section(
            title=done.title,
            intro=done.intro,
            items=tuple(done.items),
            sections=tuple(done.sections),
            style=done.style,
            location=self.source.location(self.source.starts[done.first] + column),
            links=self.reader.links(done.first, end),
        )

    def _catalogue(self) -> Catalogue:
        root, text = self.path[0], self.source.text
        header = read_header(root.intro)
        end = len(self.source.lines) if root.started is None else root.started
        items = tuple(root.items)
        return Catalogue(
            path=self.source.path,
            title=self.title.text if self.title else self._html_title(),
            language=language_of(text),
            author=header.author,
            source=header.source,
            created=header.created,
            updated=header.updated,
            marks=self._marks_used(items, root.sections),
            style=self._file_style(),
            preamble=self.preamble,
            intro=header.intro,
            items=items,
            sections=tuple(root.sections),
            location=self.source.location(self.source.starts[root.first]),
            links=self.reader.links(0, end),
        )

    def _file_style(self) -> dict[str, str | bool]:
        text = self.source.text
        heading = "none"
        if self.title is not None:
            heading = "=" if self.title.markup == "=" else "#"
        return {
            "newline": "crlf" if newline_of(text) == "\r\n" else "lf",
            "bom": text.startswith(BOM),
            "final_newline": not self.source.lines[-1],
            "title_heading": heading,
            "contents": "none" if PLACEHOLDER in self.source.lines else "all",
        }

    def _html_title(self) -> str:
        """A list without a Markdown heading: what its <h1> says, else its file's name."""
        found = _HTML_TITLE.search("\n".join(self.source.lines[:200])[:20_000])
        said = " ".join(_HTML_TAG.sub(" ", found[1]).split()) if found else ""
        return said or PurePosixPath(self.source.path).stem or "List"

    def _marks_used(self, items: tuple[Item, ...], sections: list[Section]) -> dict[str, str]:
        used: set[str] = set()
        waiting = [items, *(section.items for section in _all(sections))]
        while waiting:
            for item in waiting.pop():
                if isinstance(item, Entry):
                    used.update(item.marks)
                    waiting.append(item.items)
        return {name: label for name, label in self.named.items() if name in used}


def _beginnings(node: Node) -> set[int]:
    """The first lines of a list's items, of a table's rows, or of anything else."""
    rows = rows_of(node) if node.kind == "table" else ()
    return {node.first, *(one.first for one in (*rows, *node.children))}


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)
