"""A URL inside a scalar's value: how it is written there, and the value with another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote

from curator import markdown

_UNIT = re.compile(r"\\[!-/:-@\[-`{-~]|&[#A-Za-z0-9]{1,32};|[\s\S]")
"""What is read as one: an escape, an entity, a character (CommonMark 0.31, 2.4 and 2.5)."""
_ASIDE = "!#$%&'*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"
"""What a URL may hold anywhere in Markdown: no blanks, quotes, parentheses or angle brackets."""


def written_end(value: str, start: int, url: str) -> int | None:
    """Where the `url` that starts at `start` ends in `value`; None when another thing is there."""
    if value.strip() == url:
        return start + len(url) if value.startswith(url, start) else None
    if (start, url) not in markdown.links_in(value):
        return None
    return _end(value, start, url)


def with_other_url(value: str, start: int, end: int, new: str) -> Iterator[str]:
    """The value with `new` in place of what stands from `start` to `end`, best spelling first.

    In Markdown, only those in which that one link has changed and no other.
    """
    before, after = value[:start], value[end:]
    if not before.strip() and not after.strip():
        yield before + new + after
        return
    links = markdown.links_in(value)
    for spelling in dict.fromkeys((new, quote(new, safe=_ASIDE))):
        changed = before + spelling + after
        if markdown.links_in(changed) == tuple(_moved(links, start, end, spelling)):
            yield changed


def _end(value: str, start: int, url: str) -> int | None:
    read = 0
    for unit in _UNIT.finditer(value, start):
        char = unescape(unit[0]) if unit[0][0] == "&" else unit[0][-1]
        if not url.startswith(char, read):
            return None
        read += len(char)
        if read == len(url):
            return unit.end()
    return None


def _moved(
    links: tuple[tuple[int, str], ...], start: int, end: int, new: str
) -> Iterator[tuple[int, str]]:
    """The links when what stands from `start` to `end` has become `new`."""
    for offset, url in links:
        if offset == start:
            yield offset, new
        else:
            yield offset + (len(new) - (end - start) if offset > start else 0), url
