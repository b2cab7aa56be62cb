"""A refresh with a URL: a redirect that is written in a header or in the page.

HTML Standard, "shared declarative refresh steps".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_BLANKS: Final = " \t\n\r\f"
_WHEN: Final = re.compile(r"\s*(?:([0-9]{1,9})[0-9.]*|\.[0-9.]*)(?=[;, \t\n\r\f])")
_URL_IS: Final = re.compile(r"url\s*=\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refresh:
    """Where a page sends its reader after a while."""

    url: str
    """As written, most often relative."""
    delay: int
    """Seconds."""


def parse_refresh(text: str) -> Refresh | None:
    """The value of a Refresh header or of a meta refresh; None when it names no other page."""
    found = _WHEN.match(text)
    if not found:
        return None
    rest = text[found.end() :].lstrip(_BLANKS + ";,")
    named = _URL_IS.match(rest)
    target = _unquote(rest[named.end() :] if named else rest)
    return Refresh(url=target, delay=int(found[1] or 0)) if target else None


def _unquote(text: str) -> str:
    quote = text[:1]
    if quote in ("'", '"'):
        text = text[1:].partition(quote)[0]
    return text.strip()
