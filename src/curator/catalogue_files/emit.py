"""Plain data as YAML the way a person would write it: block style, no needless quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from curator.catalogue_files.nodes import Data
from curator.catalogue_files.scalar_text import block, inline, key

_STEP = "  "
_LONGEST_KEY = 100
"""Characters. A key that stands before a colon has to end within 1,024 (YAML 1.2.2, 7.4.2)."""


class Flow:
    """A value that is written on one line, in [] or {}."""

    __slots__ = ("value",)

    def __init__(self, value: Sequence[Value] | Mapping[str, Value]) -> None:
        self.value = value


Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"] | Flow


def emit(data: Mapping[str, Value]) -> str:
    """One YAML document. Reading it gives `data` back."""
    return "".join(f"{line}\n" for line in _mapping(data, ""))


def plain(value: Value) -> Data:
    """A value as it is read back."""
    if isinstance(value, Flow):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, str | bool | int):
        return value
    return [plain(part) for part in value]


def item_lines(item: Value, indent: str) -> list[str]:
    """One item of a list in block style, its dash behind `indent`."""
    return list(_sequence([item], indent))


def pair_lines(name: str, value: Value, indent: str) -> list[str]:
    """A key and its value in block style."""
    return list(_mapping({name: value}, indent))


def flow(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, Flow):
        return flow(value.value)
    if isinstance(value, str):
        return inline(value, in_flow=True)
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, Mapping):
        pairs = (_flow_pair(key(name, in_flow=True), part) for name, part in value.items())
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(map(flow, value))}]"


def _flow_pair(name: str, value: Value) -> str:
    return f"{name}: {flow(value)}" if len(name) <= _LONGEST_KEY else f"? {name} : {flow(value)}"


def _mapping(data: Mapping[str, Value], indent: str) -> Iterator[str]:
    for name, value in data.items():
        written = key(name)
        if len(written) > _LONGEST_KEY:
            yield f"{indent}? {written}"
            yield from _behind(f"{indent}:", value, indent)
        else:
            yield from _behind(f"{indent}{written}:", value, indent)


def _sequence(items: Sequence[Value], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping) and item:
            first, *rest = _mapping(item, indent + _STEP)
            yield f"{indent}- {first.removeprefix(indent + _STEP)}"
            yield from rest
        else:
            yield from _behind(f"{indent}-", item, indent)


def _behind(start: str, value: Value, indent: str) -> Iterator[str]:
    """A value behind its key or dash."""
    if isinstance(value, str):
        yield f"{start} {block(value, indent + _STEP) or inline(value)}"
    elif isinstance(value, Mapping) and value:
        yield start
        yield from _mapping(value, indent + _STEP)
    elif isinstance(value, Sequence) and value:
        yield start
        yield from _sequence(value, indent + _STEP)
    else:
        yield f"{start} {flow(value)}"
