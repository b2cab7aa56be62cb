"""Texts that might say what is wanted, closest to the old one first. None is proved yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.link_text import difference
from curator.catalogue_files.nodes import Mapping, Node, Scalar
from curator.catalogue_files.nodes import Sequence as SequenceNode
from curator.catalogue_files.scalar_places import span_of
from curator.catalogue_files.scalar_text import double_quoted, single_quoted


def rewritten(file: FileText, scalar: Scalar, value: str) -> Iterator[str]:
    """The text with another value in the scalar: only what differs is touched, if that will do."""
    start, end = difference(scalar.value, value)
    if span := span_of(file.text, scalar, start, end):
        part = _in_style(value[start : len(value) - (len(scalar.value) - end)], scalar.style)
        yield file.text[: span.start] + part + file.text[span.end :]
    yield from restyled(file, scalar, value)


def restyled(file: FileText, scalar: Scalar, value: str) -> Iterator[str]:
    """The text with another value in the scalar: in its own style, in single, in double quotes."""
    if scalar.is_block:
        return
    before, after = file.text[: scalar.start], file.text[scalar.end :]
    quote = scalar.style
    for written in (quote + _in_style(value, quote) + quote, single_quoted(value)):
        if value.isprintable():
            yield before + written + after
    yield before + double_quoted(value) + after


def insertions(file: FileText, mapping: Mapping, above: Sequence[str], pair: str) -> Iterator[str]:
    """The text with `pair` (a key and its value on one line) added to the mapping.

    It stands behind the first of the keys `above` that is there.
    """
    last = next((mapping.values[name] for name in above if name in mapping.values), None)
    if last is None:
        return
    if mapping.flow:
        yield with_part(file.text, end_of(file, last), f", {pair}")
        return
    indent = " " * (file.location(mapping.start).column - 1)
    yield with_part(
        file.text, file.line_end(end_of(file, last)), f"{file.line_break()}{indent}{pair}"
    )
    # Behind a block scalar that keeps its last empty lines.
    yield with_part(file.text, last.end, f"{indent}{pair}{file.line_break()}")


def with_part(text: str, offset: int, part: str) -> str:
    return text[:offset] + part + text[offset:]


def end_of(file: FileText, node: Node) -> int:
    """Where a value's own text ends: marks of block styles lie behind blank lines and comments."""
    if isinstance(node, Scalar):
        return node.start + len(file.text[node.start : node.end].rstrip())
    if node.flow:
        return node.end
    last = node.items[-1] if isinstance(node, SequenceNode) else list(node.values.values())[-1]
    return end_of(file, last)


def _in_style(text: str, style: str) -> str:
    """A part of a scalar as it is written in that style."""
    if style == "'":
        return single_quoted(text)[1:-1]
    return double_quoted(text)[1:-1] if style == '"' else text
