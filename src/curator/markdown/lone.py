"""Entries that stand alone: quotes and paragraphs that begin with their link.

`> **[title](url)** note`. Such quotes are entries where there are some, such paragraphs only where
there are more of them than entries in lists: else they are prose about what a link leads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from curator.catalogue import Entry
from curator.markdown.blocks import Node, placer
from curator.markdown.grammar import readings
from curator.markdown.inline import scan
from curator.markdown.items import LISTS, LONGEST, ItemReader, flowing
from curator.markdown.resources import is_badge, is_titled

_FEWEST = 5
"""Quotes or paragraphs of a list that make a habit."""


def lone_entries(nodes: Sequence[Node], reader: ItemReader) -> dict[int, Entry]:
    """Of top-level blocks, by their first lines."""
    listed = sum(reader.count(node) for node in nodes if node.kind in LISTS)
    quotes = [node for node in nodes if _is_quoted_paragraph(node)]
    paragraphs = [node for node in nodes if node.kind == "paragraph"]
    found = _entries(quotes, reader, "quote", _FEWEST)
    return found | _entries(paragraphs, reader, "paragraph", max(_FEWEST, listed + 1))


def _entries(nodes: Sequence[Node], reader: ItemReader, form: str, fewest: int) -> dict[int, Entry]:
    found = {
        node.first: entry
        for node in nodes
        if node.first not in reader.refused and (entry := _entry(node, reader, form))
    }
    return found if len(found) >= fewest else {}


def _is_quoted_paragraph(node: Node) -> bool:
    kinds = [child.kind for child in node.children]
    return node.kind == "blockquote" and kinds == ["paragraph"]


def _entry(node: Node, reader: ItemReader, form: str) -> Entry | None:
    paragraph = node.children[0] if node.children else node
    text, definitions = flowing(paragraph.text), reader.blocks.definitions
    if len(text) > LONGEST or not is_titled(text, definitions):
        return None
    source = reader.blocks.source
    for line in readings(text, scan(text, definitions), reader.marks):
        line.style["heading"] = ""
        entry = reader.proved(line, text)
        if entry is not None and entry.url and not is_badge(entry.title):
            return replace(
                entry,
                style={**entry.style, "form": form},
                location=source.location(placer(source, paragraph)(0)),
                links=reader.links(node.first, node.last),
            )
    return None
