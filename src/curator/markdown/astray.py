"""Links of a list to places of its own that are not there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from curator.catalogue import Location
from curator.markdown.anchors import anchor_names
from curator.markdown.blocks import Blocks, parse, placer
from curator.markdown.inline import scan
from curator.markdown.source import source_of

_NAMED = re.compile(r"<[A-Za-z][^<>]{0,1000}?\s(?:id|name)\s*=\s*[\"']?([^\s\"'<>]{1,300})")
_INLINE = frozenset({"paragraph", "heading", "th", "td"})
_OF_PAGE = frozenset({"", "top", "readme", "readme-ov-file"})
"""Fragments that every page on GitHub has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Astray:
    """A link to a heading or an anchor that the list does not have."""

    location: Location
    """Of its `#`."""
    fragment: str
    nearest: str | None
    """The name that was probably meant."""


def astray(text: str, path: str = "") -> list[Astray]:
    """All in `text`, in order.

    Small and capital letters are not told apart here, nor hyphens at the end.
    """
    if "](#" not in text:
        return []
    blocks = parse(source_of(text, path))
    names = [*anchor_names(blocks), *_NAMED.findall(text)]
    known = {_key(name) for name in names} | _OF_PAGE
    found = []
    for offset, fragment in _fragments(blocks):
        wanted = _key(unquote(fragment))
        if wanted not in known and not wanted.startswith(":~:"):
            near = difflib.get_close_matches(wanted[:100], names, n=1)
            place = blocks.source.location(offset)
            found.append(Astray(location=place, fragment=fragment, nearest=next(iter(near), None)))
    return found


def _key(name: str) -> str:
    return name.casefold().removeprefix("user-content-").rstrip("-")


def _fragments(blocks: Blocks) -> Iterator[tuple[int, str]]:
    for node in blocks.walk():
        if node.kind in _INLINE and "(#" in node.text:
            at = placer(blocks.source, node)
            for span in scan(node.text, blocks.definitions):
                if span.url.startswith("#"):
                    yield at(span.place[0]), span.url[1:]
