"""Entries that are quotes of their own: `> **[title](url)** note`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from curator.catalogue import Entry
from curator.markdown.blocks import Node, placer
from curator.markdown.grammar import readings
from curator.markdown.inline import scan
from curator.markdown.items import ItemReader, flowing
from curator.markdown.resources import is_titled

_FEWEST = 5
"""Quotes of a list that make a habit."""


def quoted_entries(nodes: Sequence[Node], reader: ItemReader) -> dict[int, Entry]:
    """Of the quotes that begin with a link and hold one paragraph, by their first lines."""
    quotes = [node for node in nodes if _is_paragraph(node) and node.first not in reader.refused]
    found = {node.first: entry for node in quotes if (entry := _entry(node, reader))}
    return found if len(found) >= _FEWEST else {}


def _is_paragraph(node: Node) -> bool:
    kinds = [child.kind for child in node.children]
    return node.kind == "blockquote" and kinds == ["paragraph"]


def _entry(node: Node, reader: ItemReader) -> Entry | None:
    (paragraph,) = node.children
    text, definitions = flowing(paragraph.text), reader.blocks.definitions
    if not is_titled(text, definitions):
        return None
    for line in readings(text, scan(text, definitions), reader.marks):
        line.style["heading"] = ""
        entry = reader.proved(line, text)
        if entry is not None and entry.url:
            return replace(
                entry,
                style={**entry.style, "form": "quote"},
                location=reader.blocks.source.location(placer(reader.blocks.source, paragraph)(0)),
                links=reader.links(node.first, node.last),
            )
    return None
