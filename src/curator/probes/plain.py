"""The one line that an answer says which is no page: a short text, or a JSON error.

Some servers say "404 page not found" so, with status 200.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from curator.probes.charset import to_utf8
from curator.probes.contract import Answer

_LONGEST: Final = 300
"""Bytes of a text."""
_LONGEST_JSON: Final = 2_000
_MESSAGES: Final = ("message", "msg", "error", "detail", "errmsg", "error_description", "reason")
_NUMBERS: Final = ("status", "code", "statuscode", "errcode", "error_code")
_BESIDE: Final = frozenset((
    *_MESSAGES, *_NUMBERS, "title", "type", "success", "ok", "errors", "details", "data", "result",
    "instance", "path", "timestamp", "time", "method", "requestid", "request_id", "traceid",
    "trace_id", "documentation_url", "hint", "url", "name",
))  # fmt: skip
"""What an error has beside its message. Anything else is what was asked for."""
_SMALL: Final = 20
"""Characters."""
_MISSING: Final = frozenset(("404", "410", "-404", "40400"))


def line_of(answer: Answer, media_type: str) -> str:
    """What it says, "" when that is more than a line."""
    if media_type == "text/plain":
        return _of_text(answer)
    if media_type == "application/json" or media_type.endswith("+json"):
        return " | ".join(_of_json(answer.body))[:_LONGEST]
    return ""


def _of_text(answer: Answer) -> str:
    if len(answer.body) > _LONGEST:
        return ""
    text = to_utf8(answer.body, answer.header("content-type")).decode("utf-8", "replace").strip()
    return "" if "\n" in text else " ".join(text.split())


def _of_json(body: bytes) -> Iterator[str]:
    """The words and the number of an error (RFC 9457 has both); nothing of any other object."""
    found = _object(body) if len(body) <= _LONGEST_JSON else {}
    nested = found.get("error")
    if isinstance(nested, dict):
        found = {key: value for key, value in found.items() if key != "error"} | _named(nested)
    strange = found.keys() - _BESIDE
    if not found or _holds_something(found) or (strange and not _is_failure(found, strange)):
        return
    is_missing = any(str(found.get(key)) in _MISSING for key in _NUMBERS)
    for key in (*_MESSAGES, *(("title",) if is_missing else ())):
        if isinstance(found.get(key), str):
            yield str(found[key])
    if is_missing:
        yield "404"


def _is_failure(found: Mapping[str, object], strange: Iterable[str]) -> bool:
    """Does it say so itself, and hold only small things beside the message?"""
    says_so = any(found.get(key) is False for key in ("ok", "success"))
    return says_so and all(len(str(found[key])) <= _SMALL for key in strange)


def _holds_something(found: Mapping[str, object]) -> bool:
    return any(found.get(key) not in (None, "", [], {}, False) for key in ("data", "result"))


def _object(body: bytes) -> dict[str, object]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return _named(found) if isinstance(found, dict) else {}


def _named(found: Mapping[str, object]) -> dict[str, object]:
    return {key.lower(): value for key, value in found.items()}
