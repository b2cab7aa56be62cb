"""Evidence as compact JSON and back.

The fields of `curator.evidence` are the format: their names are its keys, and a field that has its
default value is left out. Reading ignores keys it does not know, so a later version may add fields
with a default. What it can't understand (a missing field, an unknown member of a closed set, a
wrong type) is a `ValueError`: half-understood evidence would be judged wrongly.

An evidence's URL, moment, voidness and acceptance are columns and not part of the JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from curator.evidence import Attempt, Evidence, Specimen


def encode(evidence: Evidence) -> str:
    """The attempts of `evidence`, as one line of JSON."""
    return _write(evidence.attempts)


def decode(text: str, *, url: str, at: datetime, void: bool, accepted: bool = False) -> Evidence:
    """The evidence that `encode` wrote; `ValueError` when it can't be understood."""
    try:
        attempts = _reader(tuple[Attempt, ...])(json.loads(text))
    except (RecursionError, TypeError) as error:
        raise ValueError(f"not evidence: {error}") from error
    return Evidence(url=url, at=at, attempts=attempts, void=void, accepted=accepted)


def encode_specimen(specimen: Specimen) -> str:
    """All of `specimen`, as one line of JSON."""
    return _write(specimen)


def decode_specimen(text: str) -> Specimen:
    """What `encode_specimen` wrote; `ValueError` when it can't be understood."""
    try:
        found: Specimen = _reader(Specimen)(json.loads(text))
    except (RecursionError, TypeError) as error:
        raise ValueError(f"no specimen: {error}") from error
    return found


def _write(value: Any) -> str:
    plain = _plain(value)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate can't be written as UTF-8, but it can as an escape.
    return text if _is_utf8(text) else json.dumps(plain, separators=(",", ":"))


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return {
        name: _plain(inner)
        for name, default in _members(value.__class__)
        if (inner := getattr(value, name)) != default
    }


@cache
def _members(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


_Reader = Callable[[Any], Any]


@cache
def _reader(kind: Any) -> _Reader:
    """What turns JSON into a `kind`: made once for each type of a field."""
    if get_origin(kind) is tuple:
        return _tuple_reader(_reader(get_args(kind)[0]))
    if isinstance(kind, UnionType):
        return _optional_reader(_reader(get_args(kind)[0]))
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if kind is datetime:
        return _read_moment
    if kind is date:
        return date.fromisoformat
    if issubclass(kind, StrEnum):
        return _member_reader(kind)
    return _scalar_reader(kind)


def _tuple_reader(read_item: _Reader) -> _Reader:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"not a list: {value!r:.80}")
        return tuple(read_item(item) for item in value)

    return read


def _optional_reader(read_inner: _Reader) -> _Reader:
    def read(value: Any) -> Any:
        return None if value is None else read_inner(value)

    return read


def _dataclass_reader(kind: Any) -> _Reader:
    hints = get_type_hints(kind)
    members = tuple((field, _reader(hints[field.name])) for field in fields(kind))

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"not a {kind.__name__}: {value!r:.80}")
        return kind(**{field.name: _field(value, field, inner) for field, inner in members})

    return read


def _field(value: Mapping[str, Any], field: Field[Any], read: _Reader) -> Any:
    if field.name in value:
        return read(value[field.name])
    if field.default is MISSING:
        raise ValueError(f"no {field.name}")
    return field.default


def _read_moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {value}")
    return moment


def _member_reader(kind: type[StrEnum]) -> _Reader:
    return kind  # raises ValueError for what is no member


def _scalar_reader(kind: type) -> _Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"not {kind.__name__}: {value!r:.80}")
        return value

    return read
