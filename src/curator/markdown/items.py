"""List items as entries: their own text, notes, resources and nested items.

An item becomes an entry only when its structured form prints back to what was read; else it is
kept as a block of Markdown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from curator.catalogue import Block, Entry, Link, Resource
from curator.markdown.blocks import Blocks, Node, placer
from curator.markdown.grammar import Line, readings
from curator.markdown.inline import Definition, Span, scan
from curator.markdown.marks import Marks
from curator.markdown.normal import evened, normal, with_plain_links
from curator.markdown.printing import Printer
from curator.markdown.reasons import NO_TEXT, NO_TITLE, NOT_THE_SAME, TOO_LONG, TORN_CODE
from curator.markdown.resources import is_titled, read_resource
from curator.markdown.style import Style

LONGEST = 20_000
"""Characters of an item's own text that are taken apart; what is longer is no entry."""
LISTS = frozenset({"bullet_list", "ordered_list"})
_PLAIN = Style()
_GAPS = frozenset({" ", "  ", "   ", "    "})
_TOPS = frozenset({"", " ", "  ", "   "})
_INDENTS = frozenset({"\t", "    "})
_BEFORE_TEXT = re.compile(r"[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*")
_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])([ \t]*)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReader:
    """Reads the items of one text."""

    blocks: Blocks
    spans: Sequence[Span]
    """Every web link, in order of where it is used."""
    used: Sequence[int]
    """Where: the starts of `spans`."""
    marks: Marks
    printer: Printer
    refused: frozenset[int]
    """First lines of items that are kept as they are."""

    def list_items(self, node: Node) -> Iterator[Entry | Block]:
        """The items of an outermost list, in order."""
        for index, item in enumerate(node.children):
            read = self.read(item, is_first=index == 0)
            blank = _blank(self.blocks.source.lines[item.first])
            if isinstance(read, Entry) and blank in _TOPS:
                read = replace(read, style={**read.style, "indent_top": blank})
            yield read

    def read(self, node: Node, *, is_first: bool) -> Entry | Block:
        """A list item. `is_first`: what stands above it is no item of its list."""
        head = node.children[0] if node.children else None
        if node.first in self.refused:
            return self.verbatim(node, NOT_THE_SAME)
        if head is None or not _is_line(head):
            return self.verbatim(node, NO_TEXT)
        if len(head.text) > LONGEST:
            return self.verbatim(node, TOO_LONG)
        if self._has_torn_code(node):
            return self.verbatim(node, TORN_CODE)
        heading = head.markup if head.kind == "heading" else ""
        text, definitions = flowing(head.text), self.blocks.definitions
        spans = scan(text, definitions)
        whole = f"{heading} {with_plain_links(text, spans)}".lstrip()
        for line in readings(text, spans, self.marks):
            line.style["heading"] = heading
            if (entry := _proved(line, whole, self.printer, definitions)) is not None:
                return self._with_children(node, entry, is_first=is_first)
        if (entry := self._label(node, text)) is not None:
            return self._with_children(node, entry, is_first=is_first)
        return self.verbatim(node, NO_TITLE)

    def _label(self, node: Node, text: str) -> Entry | None:
        """The text as the title of the list below it; None where it has links of its own."""
        head = node.children[0]
        has_list = any(child.kind in LISTS for child in node.children[1:])
        if not has_list or "\n" in text or self.links(head.first, head.last):
            return None
        style: dict[str, str | bool] = {"heading": "", "emphasis": "", "title_end": "", "task": ""}
        line = Line(title=text, url=None, tooltip="", lead="", note="", style=style)
        return self.proved(line, text)

    def read_cell(self, text: str) -> Entry | None:
        """The text of a table's cell that holds title and link."""
        if len(text) > LONGEST:
            return None
        spans = scan(text, self.blocks.definitions)
        whole = with_plain_links(text, spans)
        for line in readings(text, spans, self.marks):
            line.style["heading"] = ""
            entry = _proved(line, whole, self.printer, self.blocks.definitions)
            if entry is not None and "\n" not in str(line.style.get("separator", "")):
                return entry
        return None

    def proved(self, line: Line, text: str) -> Entry | None:
        """The entry of a text, if it prints back to it."""
        definitions = self.blocks.definitions
        return _proved(line, normal(text, definitions), self.printer, definitions)

    def verbatim(self, node: Node, because: str) -> Block:
        """An item as it stands, with everything below it."""
        lines = self.blocks.source.slice(node.first, node.last)
        blank = len(lines[0]) - len(lines[0].lstrip())
        return replace(self._block(node, len(lines[0][:blank].expandtabs(4))), because=because)

    def links(self, first: int, last: int) -> tuple[Link, ...]:
        """The links used on the lines [first, last)."""
        source = self.blocks.source
        begin = bisect_left(self.used, source.starts[first])
        past = last >= len(source.starts)
        end = len(self.used) if past else bisect_left(self.used, source.starts[last])
        return tuple(
            Link(url=span.url, location=source.location(span.place[0]))
            for span in self.spans[begin:end]
        )

    def count(self, node: Node) -> int:
        """Items at or below a node that have a web link of their own."""
        items = (below for below in node.walk() if below.kind == "list_item" and below.children)
        heads = (item.children[0] for item in items)
        return sum(bool(self.links(head.first, head.last)) for head in heads)

    def _with_children(self, node: Node, entry: Entry, *, is_first: bool) -> Entry:
        source, children = self.blocks.source, list(_children(node))
        below = self._below(children, with_links="resource_place" not in entry.style)
        nested = children[below.count :]
        style = dict(entry.style) | self._shape(node, children, is_first=is_first) | below.style
        note = entry.note
        if below.notes:
            style["note_first"] = bool(note)
            note = (note, *below.notes) if isinstance(note, str) and note else below.notes
        column, more = self._column_below(node, nested)
        if more is not None:
            style["indent_below"] = more
        return replace(
            entry,
            note=note,
            resources=entry.resources + below.resources,
            items=tuple(
                self.read(child, is_first=index == 0 and not below.count)
                if child.kind == "list_item"
                else self._block(child, column)
                for index, child in enumerate(nested)
            ),
            style=style,
            location=source.location(placer(source, node.children[0])(0)),
            links=self.links(node.first, nested[0].first if nested else node.last),
        )

    def _below(self, children: Sequence[Node], *, with_links: bool) -> _Below:
        """The leading children that are notes and resources: one run of each.

        `with_links`: resources may stand below; else they stand on the entry's own line.
        """
        runs: list[list[str | Resource]] = []
        for child in children:
            found = self._leaf(child)
            if found is None or child.markup != children[0].markup:
                break
            if isinstance(found, Resource) and not with_links:
                break
            if not runs or isinstance(found, str) != isinstance(runs[-1][0], str):
                if len(runs) == 2:
                    break
                runs.append([])
            runs[-1].append(found)
        return _Below.of(runs, _bullet(children[0]) if children else "")

    def _leaf(self, child: Node) -> str | Resource | None:
        """A childless item that is a note or a resource."""
        if child.kind != "list_item" or child.first in self.refused or child.info:
            return None
        if len(child.children) != 1 or child.children[0].kind != "paragraph":
            return None
        text = flowing(child.children[0].text)
        found = read_resource(text, self.blocks.definitions)
        if found is None and not is_titled(text, self.blocks.definitions):
            return text
        return found

    def _has_torn_code(self, node: Node) -> bool:
        """Code below the item begins inside a tab: cmark keeps what is left of the tab."""
        source = self.blocks.source
        code = [child for child in node.children if child.kind in ("fence", "code_block")]
        lines = (source.lines[i] for child in code for i in range(child.first, child.last))
        blanks = [_blank(line) for line in lines if line.strip()]
        if self._column(node) % 4 == 0 or not any("\t" in blank for blank in blanks):
            return False
        is_outmost = not _blank(source.lines[node.first])
        return not (is_outmost and all(blank.startswith("\t") for blank in blanks))

    def _column_below(self, node: Node, nested: Sequence[Node]) -> tuple[int, str | None]:
        """How far prose and code below an item are indented, in columns and as the setting."""
        column = self._column(node)
        blocks = [child for child in nested if child.kind != "list_item"]
        if not blocks:
            return column, None
        source = self.blocks.source
        outer = _blank(source.lines[node.first])
        blanks = [_blank(source.lines[child.first]) for child in blocks]
        for more in ("\t", "    "):
            width = len((outer + more).expandtabs(4))
            is_inside = column < width < column + 4
            if is_inside and all(blank.startswith(outer + more) for blank in blanks):
                return width, more
        return column, ""

    def _shape(self, node: Node, children: list[Node], *, is_first: bool) -> dict[str, str | bool]:
        """How the item is set: bullet, blanks, and the blank lines around it."""
        lines = self.blocks.source.lines
        style: dict[str, str | bool] = {"form": "item", "bullet": _bullet(node)}
        start = placer(self.blocks.source, node.children[0])(0)
        before = lines[node.first][: start - self.blocks.source.starts[node.first]]
        marker = _MARKER.search(before)
        if marker and marker[1] in _GAPS:
            style["gap"] = marker[1]
        if node.info:
            style["number"] = node.info
        if marker and not is_first and str(style["bullet"])[0].isdigit():
            style["numbers"] = "same" if node.repeats else "up"
        if not is_first:
            style["spread"] = not lines[node.first - 1].strip()
        if children:
            style["spread_below"] = not lines[children[0].first - 1].strip()
            style |= self._indent(node, children[0])
        return style

    def _indent(self, node: Node, child: Node) -> dict[str, str | bool]:
        """What a nested item has more before it than the item around it; "" up to its text."""
        outer, inner = (_blank(self.blocks.source.lines[one.first]) for one in (node, child))
        if child.kind != "list_item" or not inner.startswith(outer):
            return {}
        more = inner[len(outer) :]
        if "\t" not in more and len(inner.expandtabs(4)) == self._column(node):
            return {"indent": ""}
        return {"indent": more} if more in _INDENTS else {}

    def _column(self, node: Node) -> int:
        """Where the item's text begins, in columns."""
        source = self.blocks.source
        start = placer(source, node.children[0])(0) - source.starts[node.first]
        return len(source.lines[node.first][:start].expandtabs(4))

    def _block(self, node: Node, column: int) -> Block:
        source = self.blocks.source
        lines = dedented(source.slice(node.first, node.last), column)
        first = source.lines[node.first]
        offset = source.starts[node.first] + len(first) - len(first.lstrip())
        return Block(
            markdown=tidied(lines),
            location=source.location(offset),
            links=self.links(node.first, node.last),
            entries=self.count(node),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Below:
    """Notes and resources below an item."""

    notes: tuple[str, ...]
    resources: tuple[Resource, ...]
    style: dict[str, str | bool]

    @property
    def count(self) -> int:
        return len(self.notes) + len(self.resources)

    @staticmethod
    def of(runs: Sequence[Sequence[str | Resource]], bullet: str) -> _Below:
        found = [one for run in runs for one in run]
        style: dict[str, str | bool] = {"bullet_below": bullet} if found else {}
        if len(runs) > 1:
            style["resources_first"] = isinstance(found[0], Resource)
        if any(isinstance(one, Resource) for one in found):
            style["resource_place"] = "below"
        return _Below(
            notes=tuple(one for one in found if isinstance(one, str)),
            resources=tuple(one for one in found if isinstance(one, Resource)),
            style=style,
        )


def flowing(text: str) -> str:
    """A paragraph without what CommonMark drops: indents, and blanks that break no line."""
    if "\n" not in text:
        return text.strip()
    lines = [line.lstrip() for line in text.split("\n")]
    kept = [f"{line.rstrip()}  " if line.endswith("  ") else line.rstrip() for line in lines]
    return "\n".join(kept).rstrip()


def dedented(lines: Sequence[str], columns: int) -> list[str]:
    """Lines with up to so many columns of blanks taken off."""
    if not columns:
        return list(lines)
    return [_dedented(line, columns) for line in lines]


def tidied(lines: Sequence[str]) -> str:
    """Lines as a block of Markdown, without the blanks that end a paragraph and break no line."""
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return "\n".join(line if below.strip() else line.rstrip() for line, below in pairs)


def _proved(
    line: Line, whole: str, printer: Printer, definitions: Mapping[str, Definition]
) -> Entry | None:
    """The entry, if it prints back to what was read, whose normal form is `whole`."""
    entry = Entry(
        title=line.title,
        url=line.url,
        tooltip=line.tooltip,
        lead=line.lead,
        marks=line.marks,
        note=line.note,
        resources=line.resources,
        style=line.style,
    )
    printed = printer.head(entry, _PLAIN.over(line.style))
    is_same = evened(printed) == whole or normal(printed, definitions) == whole
    return entry if line.title.strip() and is_same else None


def _is_line(head: Node) -> bool:
    return head.kind == "paragraph" or (head.kind == "heading" and head.markup.startswith("#"))


def _children(node: Node) -> Iterator[Node]:
    for child in node.children[1:]:
        if child.kind in LISTS:
            yield from child.children
        else:
            yield child


def _bullet(node: Node) -> str:
    return f"1{node.markup}" if node.markup in ".)" else node.markup


def _blank(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _dedented(line: str, columns: int) -> str:
    """Tabs before the text are written out first: how wide they are depends on their column."""
    found = _BEFORE_TEXT.match(line)
    assert found is not None
    before = found[0].expandtabs(4)
    width = len(before) - len(before.lstrip())
    return before[min(width, columns) :] + line[found.end() :]
