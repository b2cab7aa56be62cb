"""A violation of a schema as a sentence that says what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from curator.catalogue_files.nodes import Mapping, Node, Scalar
from curator.catalogue_rules import nearest

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_WORD = re.compile(r"[\w-]+")
_TYPES = {
    "object": "a mapping (key: value)",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
}


def explain(error: ValidationError, node: Node) -> Iterator[tuple[int, str]]:
    """Where in the file, and what to do. One violation may name several keys."""
    if error.validator == "additionalProperties" and isinstance(node, Mapping):
        yield from _unknown_keys(error, node)
    elif error.validator != "enum" or isinstance(error.instance, str):  # else its type is told
        sentence = _SENTENCES.get(str(error.validator), _as_told)
        yield node.start, sentence(error, node)


def _unknown_keys(error: ValidationError, node: Mapping) -> Iterator[tuple[int, str]]:
    known = list(_schema(error)["properties"])
    for name, key in node.keys.items():
        if name not in known:
            yield key.start, f"unknown key {_quoted(name)}: {_instead(name, known)}"


def _missing(error: ValidationError, _: Node) -> str:
    name = next(name for name in _allowed(error) if error.message.startswith(repr(name)))
    return f"{_subject(error)} has no {name!r}: add it"


def _wrong_type(error: ValidationError, node: Node) -> str:
    names = _allowed(error)
    wanted = " or ".join(_TYPES.get(name, name) for name in names)
    told = f"{_subject(error)} must be {wanted}"
    if not isinstance(node, Scalar):
        return f"{told}, not {'a mapping' if isinstance(node, Mapping) else 'a list'}"
    if node.data is None:
        return f"{told}, and is empty"
    if "string" in names:
        return f"{told}, and {_quoted(node.value, '')} is none: put quotes round it"
    return f"{told}, not {_quoted(node.value)}"


def _unknown_value(error: ValidationError, node: Node) -> str:
    assert isinstance(node, Scalar)
    instead = _instead(node.value, _allowed(error))
    return f"unknown {_name(error)} {_quoted(node.value)}: {instead}"


def _wrong_pattern(error: ValidationError, node: Node) -> str:
    told = _schema(error).get("patternErrorMessage", f"must match {error.validator_value}")
    value = f", not {_quoted(node.value)}" if isinstance(node, Scalar) else ""
    return f"{_subject(error)}: {told}{value}"


def _empty(error: ValidationError, _: Node) -> str:
    return f"{_subject(error)} is empty: fill it in, or take the key out"


def _too_small(error: ValidationError, _: Node) -> str:
    return f"{_subject(error)} must be at least {error.validator_value}"


def _no_resource(_: ValidationError, __: Node) -> str:
    return "a resource is one `label: url`, or a mapping with the keys label and url"


def _as_told(error: ValidationError, _: Node) -> str:
    return error.message[:200]


_SENTENCES: dict[str, Callable[[ValidationError, Node], str]] = {
    "required": _missing,
    "type": _wrong_type,
    "enum": _unknown_value,
    "pattern": _wrong_pattern,
    "minLength": _empty,
    "minimum": _too_small,
    "minProperties": _no_resource,
    "maxProperties": _no_resource,
}


def _schema(error: ValidationError) -> dict[str, Any]:
    """The part of the schema that is violated."""
    return error.schema if isinstance(error.schema, dict) else {}


def _allowed(error: ValidationError) -> list[str]:
    """What the violated keyword lists, or the one thing it says."""
    value = error.validator_value
    return [str(name) for name in value] if isinstance(value, list) else [str(value)]


def _subject(error: ValidationError) -> str:
    path = list(error.absolute_path)
    if not path:
        return "the file"
    if isinstance(path[-1], str):
        return f"'{_name(error)}'"
    return f"item {path[-1] + 1} of '{_name(error)}'"


def _name(error: ValidationError) -> str:
    """The innermost key around the violation."""
    keys = [step for step in error.absolute_path if isinstance(step, str)]
    return _quoted(keys[-1], "") if keys else "file"


def _instead(word: str, known: list[str]) -> str:
    if meant := nearest(word, known):
        return f"did you mean {meant!r}?"
    shown = known if all(map(_WORD.fullmatch, known)) else map(_quoted, known)
    return f"use one of {', '.join(shown)}"


def _quoted(text: str, quote: str = "'") -> str:
    """Short, on one line, and without characters that a terminal would obey."""
    cut = text if len(text) <= 60 else text[:59] + "…"
    shown = "".join(char if char.isprintable() else repr(char)[1:-1] for char in cut)
    return f"{quote}{shown}{quote}"
