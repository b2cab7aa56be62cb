"""A quick yes to data that its schema allows.

jsonschema says precisely what is wrong and takes its time; nearly all data is right. This reads
the same schemas, only those keywords that they use, and only to tell whether they are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from curator.catalogue_files.nodes import Data

Accepts = Callable[[Any], bool]

_TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda data: type(data) is dict,
    "array": lambda data: type(data) is list,
    "string": lambda data: type(data) is str,
    "boolean": lambda data: type(data) is bool,
    "integer": lambda data: type(data) is int or (type(data) is float and data.is_integer()),
}
_NOTES = frozenset(
    [
        *["$schema", "$defs", "title", "description", "default", "format", "patternErrorMessage"],
        *["then", "else"],
    ]
)
"""Keywords that allow everything, or that another one looks after."""


class Schemas:
    """Schemas that name each other, by their files' names, ready to say yes."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        self._documents = documents
        self._ready: dict[str, Accepts] = {}

    def accepts(self, reference: str, data: Data) -> bool:
        """Whether the schema allows `data`, in one pass. Raises KeyError for a keyword unknown."""
        return self._follow(reference)(data)

    def _follow(self, reference: str) -> Accepts:
        if reference not in self._ready:
            document, _, path = reference.partition("#")
            schema = self._documents[document]
            for step in path.split("/")[1:]:
                schema = schema[step]
            self._ready[reference] = lambda data: self._ready[reference](data)  # may name itself
            self._ready[reference] = self._compile(schema, document)
        return self._ready[reference]

    def _compile(self, schema: Any, document: str) -> Accepts:
        if isinstance(schema, bool):
            return lambda _: schema
        checks = [
            _KEYWORDS[keyword](partial(self._compile, document=document), schema)
            for keyword in schema
            if keyword not in _NOTES and keyword != "$ref"
        ]
        if "$ref" in schema:
            reference = schema["$ref"]
            whole = reference if not reference.startswith("#") else document + reference
            checks.append(self._follow(whole))
        return checks[0] if len(checks) == 1 else lambda data: all(check(data) for check in checks)


def _type(_: Any, schema: Any) -> Accepts:
    names = schema["type"]
    if isinstance(names, str):
        return _TYPES[names]
    known = [_TYPES[name] for name in names]
    return lambda data: any(check(data) for check in known)


def _enum(_: Any, schema: Any) -> Accepts:
    allowed = frozenset(schema["enum"])
    return lambda data: type(data) is str and data in allowed


def _pattern(_: Any, schema: Any) -> Accepts:
    search = re.compile(schema["pattern"]).search
    return lambda data: type(data) is not str or search(data) is not None


def _min_length(_: Any, schema: Any) -> Accepts:
    least = schema["minLength"]
    return lambda data: type(data) is not str or len(data) >= least


def _minimum(_: Any, schema: Any) -> Accepts:
    least = schema["minimum"]
    return lambda data: type(data) not in (int, float) or data >= least


def _required(_: Any, schema: Any) -> Accepts:
    names = schema["required"]
    return lambda data: type(data) is not dict or all(name in data for name in names)


def _min_properties(_: Any, schema: Any) -> Accepts:
    least = schema["minProperties"]
    return lambda data: type(data) is not dict or len(data) >= least


def _max_properties(_: Any, schema: Any) -> Accepts:
    most = schema["maxProperties"]
    return lambda data: type(data) is not dict or len(data) <= most


def _items(compile_: Any, schema: Any) -> Accepts:
    check = compile_(schema["items"])
    return lambda data: type(data) is not list or all(map(check, data))


def _properties(compile_: Any, schema: Any) -> Accepts:
    checks = {name: compile_(part) for name, part in schema["properties"].items()}

    def accepts(data: Any) -> bool:
        if type(data) is not dict:
            return True
        return all(checks[name](value) for name, value in data.items() if name in checks)

    return accepts


def _others(compile_: Any, schema: Any) -> Accepts:
    named = frozenset(schema.get("properties", ()))
    check = compile_(schema["additionalProperties"])

    def accepts(data: Any) -> bool:
        if type(data) is not dict:
            return True
        return all(name in named or check(value) for name, value in data.items())

    return accepts


def _if(compile_: Any, schema: Any) -> Accepts:
    when = compile_(schema["if"])
    then = compile_(schema.get("then", True))
    otherwise = compile_(schema.get("else", True))
    return lambda data: then(data) if when(data) else otherwise(data)


_KEYWORDS: dict[str, Callable[[Any, Any], Accepts]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _min_length,
    "minimum": _minimum,
    "required": _required,
    "minProperties": _min_properties,
    "maxProperties": _max_properties,
    "items": _items,
    "properties": _properties,
    "additionalProperties": _others,
    "if": _if,
}
