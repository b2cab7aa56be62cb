"""YAML as a tree that knows where each part stands, and what its scalars mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

ScalarData = str | int | float | bool | None
Data = ScalarData | list["Data"] | dict[str, "Data"]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_LONGEST_INTEGER = 100
"""Characters. Python converts no more than 4,300 digits, and nothing here means so many."""


class Scalar(NamedTuple):
    """A leaf. `start` and `end` are offsets in the file's text, quotes included.

    A tuple, since a large list has half a million nodes and frozen dataclasses take three times
    as long to make.
    """

    start: int
    end: int
    value: str
    style: str
    """"" for plain, else ', ", | or >."""

    @property
    def data(self) -> ScalarData:
        """What it means: a quoted one is text, a plain one follows `resolve`."""
        return self.value if self.style else resolve(self.value)

    @property
    def is_block(self) -> bool:
        return self.style in ("|", ">")


class Sequence(NamedTuple):
    start: int
    end: int
    items: tuple[Node, ...]
    flow: bool


class Mapping(NamedTuple):
    start: int
    end: int
    keys: dict[str, Scalar]
    values: dict[str, Node]
    flow: bool


Node = Scalar | Sequence | Mapping
Path = tuple[str | int, ...]


def resolve(text: str) -> ScalarData:
    """What a plain scalar means (YAML 1.2.2, 10.3.2, the core schema): `yes` and days are text."""
    if text in _NULLS:
        return None
    if text in _BOOLS:
        return _BOOLS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INTEGER.fullmatch(text) and len(text) <= _LONGEST_INTEGER:
        return int(text, {"0x": 16, "0o": 8}.get(text[:2], 10))
    if _FLOAT.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text


def to_data(node: Node) -> Data:
    """The tree as plain values. As deep as the composer lets a tree be."""
    if isinstance(node, Scalar):
        return node.data
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    return {key: to_data(value) for key, value in node.values.items()}


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every node below and including this one, with the keys and positions that lead to it."""
    yield path, node
    if isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield from walk(item, (*path, position))
    elif isinstance(node, Mapping):
        for key, value in node.values.items():
            yield from walk(value, (*path, key))
