"""A URL inside a scalar's value, and the value with another one in its place."""

from __future__ import annotations

from itertools import takewhile

from curator import markdown
from curator.catalogue_files.file_text import FileText


def has_url(value: str, position: int, url: str) -> bool:
    """Whether `url` stands there: as the whole value, or as a link of a Markdown text."""
    if value.strip() == url:
        return value.startswith(url, position)
    return (position, url) in markdown.links_in(value)


def with_other_url(value: str, position: int, old: str, new: str) -> str:
    """The value with `new` for the URL `old`. CuratorError when Markdown has no way to say it."""
    if value.strip() == old:
        return value.replace(old, new)
    return markdown.replace_url(value, FileText.of("", value).location(position), old, new)


def difference(old: str, new: str) -> tuple[int, int]:
    """From where to where `old` differs from `new`; at least one character of it."""
    start = _alike(old, new)
    end = len(old) - _alike(old[start:][::-1], new[start:][::-1])
    return (max(start - 1, 0), max(end, 1)) if start == end else (start, end)


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
