"""A new item in a list, a new key in a mapping: more lines, and the others as they were."""

from __future__ import annotations

from collections.abc import Iterator

from curator.catalogue_files.emit import Value, flow, item_lines, pair_lines, plain
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.nodes import Mapping, Node, Path, Scalar, Sequence, to_data
from curator.catalogue_files.rewriting import end_of, with_part
from curator.catalogue_files.splicing import Splice, refusal

_STEP = 2


def with_item(
    splice: Splice, path: Path, parent: Mapping, key: str, position: int, item: dict[str, Value]
) -> str:
    """The text with `item` in the list under `key`, before the one at `position`.

    The list is begun where there is none. CuratorError when it can't be done with lines alone.
    """
    node = parent.values.get(key)
    before = node.items if isinstance(node, Sequence) else ()
    listed = [*map(to_data, before), plain(item)]
    listed.insert(position, listed.pop())
    candidates = _item_texts(splice.file, parent, key, position, item)
    changed = splice.first_true(candidates, (*path, key), listed)
    if changed is None:
        where = splice.file.location(parent.start)
        raise refusal(where, f"an item can't be added to {key!r}")
    return changed


def with_key(splice: Splice, path: Path, parent: Mapping, key: str, value: Value) -> str:
    """The text with one more key at the end of a mapping, before nested entries and style."""
    texts = _key_texts(splice.file, parent, key, value, last=("style", "entries", "sections"))
    changed = splice.first_true(texts, (*path, key), plain(value))
    if changed is None:
        raise refusal(splice.file.location(parent.start), f"{key!r} can't be added")
    return changed


def _item_texts(
    file: FileText, parent: Mapping, key: str, position: int, item: Value
) -> Iterator[str]:
    node = parent.values.get(key)
    if isinstance(node, Sequence) and node.items and not node.flow:
        yield from _in_block(file, node, position, item)
    elif isinstance(node, Sequence) and node.items:
        yield from _in_flow(file, node, position, item)
    elif node is not None:
        yield from _in_place_of(file, parent.keys[key], node, item)
    else:
        yield from _key_texts(file, parent, key, [item], last=("sections",))


def _in_block(file: FileText, node: Sequence, position: int, item: Value) -> Iterator[str]:
    """Below the item before it, so that a comment stays above the item it is about."""
    indent = _indent(file, node.start)
    lines = item_lines(item, indent)
    gap = [""] if _is_spread(file, node) else []
    if position == 0:
        start = file.line_starts[file.location(node.start).line - 1]
        yield with_part(file.text, start, _lines(file, [*lines, *gap]))
        return
    last = node.items[position - 1]
    end = file.line_end(end_of(file, last))
    yield with_part(file.text, end, file.line_break() + _lines(file, [*gap, *lines], end=False))
    yield with_part(file.text, last.end, _lines(file, lines))


def _in_flow(file: FileText, node: Sequence, position: int, item: Value) -> Iterator[str]:
    if position < len(node.items):
        yield with_part(file.text, node.items[position].start, f"{flow(item)}, ")
    else:
        yield with_part(file.text, end_of(file, node.items[-1]), f", {flow(item)}")


def _in_place_of(file: FileText, key: Scalar, node: Node, item: Value) -> Iterator[str]:
    """Instead of `[]` or of nothing behind the colon; a comment there stays."""
    indent = " " * (file.location(key.start).column - 1 + _STEP)
    colon = file.text.index(":", key.end) + 1
    end = file.line_end(node.end)
    kept = file.text[:colon] + file.text[max(node.end, colon) : end]
    lines = _lines(file, item_lines(item, indent), end=False)
    yield kept.rstrip(" ") + file.line_break() + lines + file.text[end:]


def _key_texts(
    file: FileText, parent: Mapping, key: str, value: Value, *, last: tuple[str, ...]
) -> Iterator[str]:
    above = [node for name, node in parent.values.items() if name not in last]
    if not above:
        return
    if parent.flow:
        yield with_part(file.text, end_of(file, above[-1]), f", {key}: {flow(value)}")
        return
    lines = pair_lines(key, value, " " * (file.location(parent.start).column - 1))
    end = file.line_end(end_of(file, above[-1]))
    yield with_part(file.text, end, file.line_break() + _lines(file, lines, end=False))
    yield with_part(file.text, above[-1].end, _lines(file, lines))


def _lines(file: FileText, lines: list[str], *, end: bool = True) -> str:
    joined = file.line_break().join("\n".join(lines).split("\n"))
    return joined + file.line_break() if end else joined


def _indent(file: FileText, offset: int) -> str:
    """What stands before the first dash, which may be another dash."""
    return " " * (file.location(offset).column - 1)


def _is_spread(file: FileText, node: Sequence) -> bool:
    """Blank lines stand between the items."""
    pairs = zip(node.items, node.items[1:], strict=False)
    gaps = [file.text[end_of(file, one) : other.start] for one, other in pairs]
    blank = [gap for gap in gaps if gap.replace("\r\n", "\n").replace(" ", "").count("\n\n")]
    return bool(gaps) and len(blank) * 2 > len(gaps)
