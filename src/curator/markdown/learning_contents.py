"""Finding a list's table of contents, so that it follows the sections from then on.

It is found only where what would be written is what was read, line for line: the same texts, the
same anchors, the same depths. Any other stays the prose it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote, unquote

from curator.catalogue import Block, Catalogue, Item, Section
from curator.markdown.anchors import anchors, plain
from curator.markdown.blocks import Blocks, Node
from curator.markdown.contents import PLACEHOLDER, Row, listed_text, rows_of
from curator.markdown.inline import Form, scan
from curator.markdown.items import tidied
from curator.markdown.style import Style

_FEWEST = 3
"""Rows of a list that may be a table of contents."""
_ODD = 4
"""So many sections may need a word of their own, or every third, and no more than are listed."""
_INDENTS = ("   ", "    ", "\t")

_WORDS = {(True, True): "all", (True, False): "own", (False, True): "below", (False, False): "none"}
"""By whether a section is listed, and whether those inside it are."""

_OWN = frozenset({"contents", "contents_title", "anchor"})

_Style = dict[str, str | bool]


def with_contents(catalogue: Catalogue, blocks: Blocks) -> Catalogue:
    """The catalogue, as `read` made it of `blocks`, with its table of contents as settings."""
    tables = [(node, rows) for node in blocks.nodes if (rows := _rows_in(node))]
    headings = anchors(blocks) if tables else {}
    for node, rows in tables:
        found = _Reading(catalogue, headings).table(rows)
        text = tidied(blocks.source.slice(node.first, node.last))
        placed = _placed(found, text) if found else None
        if placed:
            return replace(placed, style=_set_as(blocks, node, dict(placed.style)))
    return catalogue


def _rows_in(node: Node) -> list[Row]:
    """The rows of a list of links to headings; none when it is anything else."""
    rows = list[Row]()
    waiting = [(node, 0)]
    while waiting:
        one, depth = waiting.pop()
        if one.kind == "bullet_list":
            waiting += [(item, depth) for item in reversed(one.children)]
            continue
        row = _row_in(one, depth)
        if row is None:
            return []
        rows.append(row)
        waiting += [(below, depth + 1) for below in reversed(one.children[1:])]
    return rows if len(rows) >= _FEWEST else []


def _row_in(item: Node, depth: int) -> Row | None:
    head = item.children[0] if item.kind == "list_item" and item.children else None
    if head is None or head.kind != "paragraph":
        return None
    text = head.text.strip()
    spans = scan(text)
    if len(spans) != 1 or (spans[0].start, spans[0].end) != (0, len(text)):
        return None
    link = spans[0]
    if link.form is not Form.INLINE or not link.url.startswith("#") or link.title:
        return None
    return Row(depth=depth, text=text[slice(*link.text)], anchor=link.url[1:])


class _Reading:
    """One table of contents, looked for among the headings: the title and every section."""

    def __init__(self, catalogue: Catalogue, headings: Mapping[int, str]) -> None:
        self.catalogue = catalogue
        self.holders: list[Section | Catalogue] = [catalogue, *_all(catalogue.sections)]
        self.anchors = [_anchor(one, headings) for one in self.holders]
        self.by_anchor = {anchor: index for index, anchor in enumerate(self.anchors)}
        self.by_text: dict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(self.holders):
            self.by_text[_name(one.title)].append(index)

    def table(self, rows: Sequence[Row]) -> Catalogue | None:
        """The catalogue with words at its headings that give these rows; None when it can't."""
        said: dict[int, _Style] = {}
        at = -1
        for row in rows:
            found = self._heading_of(row, at)
            if found is None:
                return None
            at = found
            said[at] = self._words_of(row, at)
        marked = _Marking(said, self.catalogue).catalogue(rows)
        if _count(marked) > min(max(_ODD, len(self.holders) // 3), len(rows)):
            return None
        wanted = [replace(row, anchor=unquote(row.anchor)) for row in rows]
        written = [
            replace(row, anchor=unquote(row.anchor)) for row in rows_of(marked, self.anchors)
        ]
        return marked if wanted == written else None

    def _heading_of(self, row: Row, after: int) -> int | None:
        """The heading below the one at `after` that a row leads to, else is named as."""
        index = self.by_anchor.get(unquote(row.anchor), -1)
        if index > after:
            return index
        return next((i for i in self.by_text.get(_name(row.text), ()) if i > after), None)

    def _words_of(self, row: Row, index: int) -> _Style:
        words: _Style = {}
        if row.text != listed_text(self.holders[index].title):
            words["contents_title"] = row.text
        if row.anchor not in (self.anchors[index], quote(self.anchors[index])):
            words["anchor"] = row.anchor
        return words


class _Marking:
    """Says which sections are listed, with as few words as can be."""

    def __init__(self, said: Mapping[int, _Style], catalogue: Catalogue) -> None:
        """`said`: what the headings that are listed say besides, by their index."""
        self.said = said
        self.unmarked = catalogue
        self.index = {id(one): index for index, one in enumerate(_all(catalogue.sections), 1)}
        listed = (level for one, level in _levels(catalogue.sections) if self._is_listed(one))
        self.levels = max(listed, default=1)

    def catalogue(self, rows: Sequence[Row]) -> Catalogue:
        style = {**self.unmarked.style, **self.said.get(0, {})}
        if 0 in self.said:
            style["contents_top"] = "above" if rows[1].depth else "beside"
        if any(level > self.levels for _, level in _levels(self.unmarked.sections)):
            style["contents_depth"] = str(self.levels)
        sections = self._sections(self.unmarked.sections, 1, listed=True)
        return replace(self.unmarked, style=style, sections=sections)

    def _sections(
        self, sections: Sequence[Section], level: int, *, listed: bool
    ) -> tuple[Section, ...]:
        return tuple(self._section(section, level, listed=listed) for section in sections)

    def _section(self, section: Section, level: int, *, listed: bool) -> Section:
        own = below = self._is_listed(section)
        if section.sections and level < self.levels:
            below = any(map(self._is_listed, _all(section.sections)))
        style = {**section.style, **self.said.get(self.index[id(section)], {})}
        if level <= self.levels and (own, below) != (listed, listed):
            style["contents"] = _WORDS[own, below]
        return replace(
            section, style=style, sections=self._sections(section.sections, level + 1, listed=below)
        )

    def _is_listed(self, section: Section) -> bool:
        return self.index[id(section)] in self.said


def _count(catalogue: Catalogue) -> int:
    """How many words sections have for the table of contents."""
    return sum(len(_OWN & section.style.keys()) for section in _all(catalogue.sections))


def _name(title: str) -> str:
    """What two ways to write a heading have in common."""
    return plain(listed_text(title)).strip()


def _decoded(rows: Iterable[Row]) -> list[Row]:
    return [replace(row, anchor=unquote(row.anchor)) for row in rows]


def _anchor(holder: Section | Catalogue, headings: Mapping[int, str]) -> str:
    is_none = isinstance(holder, Catalogue) and holder.style.get("title_heading") == "none"
    return headings.get(holder.location.line - 1, "") if holder.location and not is_none else ""


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    return (section for section, _ in _levels(sections))


def _levels(sections: Iterable[Section], level: int = 1) -> Iterator[tuple[Section, int]]:
    for section in sections:
        yield section, level
        yield from _levels(section.sections, level + 1)


def _set_as(blocks: Blocks, node: Node, style: _Style) -> _Style:
    """With the bullet and the indent of the table as it is."""
    line = blocks.source.lines[node.first]
    bullet = node.markup
    settings: _Style = {} if Style().over(style).bullet == bullet else {"contents_bullet": bullet}
    inner = (one for item in node.children for one in item.children[1:])
    if below := next(inner, None):
        outer = len(line) - len(line.lstrip())
        indent = blocks.source.lines[below.first]
        indent = indent[: len(indent) - len(indent.lstrip())][outer:]
        settings |= {"contents_indent": indent} if indent in _INDENTS else {}
    return {**style, **settings}


def _placed(catalogue: Catalogue, text: str) -> Catalogue | None:
    """With the placeholder for the table's own text, which stands in prose once."""
    if (intro := _without(catalogue.intro, text)) is not None:
        return replace(catalogue, intro=intro)
    if (preamble := _without(catalogue.preamble, text)) is not None:
        return replace(catalogue, preamble=preamble)
    sections = _in_sections(catalogue.sections, text)
    return None if sections == catalogue.sections else replace(catalogue, sections=sections)


def _in_sections(sections: tuple[Section, ...], text: str) -> tuple[Section, ...]:
    return tuple(
        replace(
            section,
            intro=section.intro if (intro := _without(section.intro, text)) is None else intro,
            items=tuple(_in_item(item, text) for item in section.items),
            sections=_in_sections(section.sections, text),
        )
        for section in sections
    )


def _in_item(item: Item, text: str) -> Item:
    found = _without(item.markdown, text) if isinstance(item, Block) else None
    return item if found is None or not isinstance(item, Block) else replace(item, markdown=found)


def _without(prose: str, text: str) -> str | None:
    """Prose with the placeholder in the place of whole lines; None when these are not in it."""
    before, found, after = f"\n{prose}\n".partition(f"\n{text}\n")
    if not found or text in after:
        return None
    return f"{before}\n{PLACEHOLDER}\n{after}"[1:-1]
