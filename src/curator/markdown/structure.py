"""What of a text's block structure must not change when an item comes or goes."""

from __future__ import annotations

from collections.abc import Container

from curator.markdown.blocks import Blocks, Node

ITEMS = frozenset({"list_item", "tr"})
_HOLDERS = frozenset({"bullet_list", "ordered_list", "tbody"})


def item_at(blocks: Blocks, line: int) -> Node | None:
    """The innermost list item or table row that the 0-based line is part of."""
    around = (node for node in blocks.walk() if node.kind in ITEMS)
    holding = [node for node in around if node.first <= line < node.last]
    return holding[-1] if holding else None  # each holds the next


def parent_of(blocks: Blocks, child: Node) -> Node | None:
    """The list or the table's body that an item stands in."""
    return next(
        (node for node in blocks.walk() if any(one is child for one in node.children)), None
    )


def outline(blocks: Blocks, *, without: Node | None = None) -> list[tuple[str, ...]]:
    """Every block with its text, in order, as if one item and a list of it alone were not there.

    Then what its reference labels stand for.
    """
    gone = _below(without) if without else frozenset[int]()
    nodes = [
        (node.kind, node.tag, node.markup, node.text)
        for node in blocks.walk()
        if id(node) not in gone and not _is_emptied(node, gone)
    ]
    return [*nodes, *((label, found.url) for label, found in blocks.definitions.items())]


def _below(node: Node) -> frozenset[int]:
    return frozenset(id(one) for one in node.walk())


def _is_emptied(node: Node, gone: Container[int]) -> bool:
    return node.kind in _HOLDERS and all(id(child) in gone for child in node.children)
