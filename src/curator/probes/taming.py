"""Markup cut where a parser would need more time than its length is worth.

HTML parsers are linear for what people write. A few things cost the square of their number: blocks
that nest, attributes of one tag, tags that add to the attributes of <body>. No page has many.
"""

from __future__ import annotations

import re
from typing import Final

MOST_TAGS: Final = 16_000
"""Starts and ends. Where every word of a program is coloured, 256 KB have about as many."""
DEEPEST: Final = 500
"""Elements of one name in each other."""
MOST_ATTRIBUTES: Final = 3_000
"""Of one tag; a program that compares with "<" may look like one with hundreds."""
MOST_BODIES: Final = 50

_FEW_TAGS: Final = 4_000
"""So many can nest as deeply as they like."""
_NESTING: Final = re.compile(
    rb"<(/?)(div|section|article|ul|ol|dl|main|nav|aside|header|footer|blockquote|center|details"
    rb"|dialog|fieldset|figure|form|menu|address|hgroup|pre|search|summary|table|h[1-6]|button"
    rb"|object|select|span|a|abbr|b|i|u|s|em|strong|small|big|code|tt|font|strike|nobr|label|ruby"
    rb"|template|svg|g|math|marquee|applet|option|optgroup|iframe|noscript)\b",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(rb"\"[^\"]*\"?|'[^']*'?")
_ROOT: Final = re.compile(rb"<(?:body|html)\b", re.IGNORECASE)


def tamed(html: bytes) -> bytes:
    """`html`, or its start."""
    html = _of_few_attributes(html)
    tags = html.count(b"<")
    if tags > MOST_TAGS:
        html = html[: _place_of(html, b"<", MOST_TAGS)]
    if tags < _FEW_TAGS:
        return html
    return _with_one_body(_shallow(html))


def _shallow(html: bytes) -> bytes:
    depth: dict[bytes, int] = {}
    for tag in _NESTING.finditer(html):
        name = tag[2].lower()
        depth[name] = max(0, depth.get(name, 0) + (-1 if tag[1] else 1))
        if depth[name] > DEEPEST:
            return html[: tag.start()]
    return html


def _of_few_attributes(html: bytes) -> bytes:
    """What stands in quotes is one value, however long: whole pages travel as such."""
    at = 0
    while at < len(html):
        end = html.find(b"<", at, at + MOST_ATTRIBUTES)
        if end < 0:
            start = html.rfind(b"<", 0, at)
            end = html.find(b"<", at + MOST_ATTRIBUTES)
            end = len(html) if end < 0 else end
            if start >= 0 and _has_many_attributes(html[start + 1 : end]):
                return html[:start]
            at = end
        at += MOST_ATTRIBUTES
    return html


def _has_many_attributes(piece: bytes) -> bool:
    """`piece`: from the start of a tag to that of the next."""
    end = piece.find(b">", 0, 2 * MOST_ATTRIBUTES)
    if end >= 0 and not (piece.count(b'"', 0, end) % 2 or piece.count(b"'", 0, end) % 2):
        return False
    tag = _QUOTED.sub(b"", piece).partition(b">")[0]
    return len(tag.split(maxsplit=MOST_ATTRIBUTES)) > MOST_ATTRIBUTES


def _with_one_body(html: bytes) -> bytes:
    for number, tag in enumerate(_ROOT.finditer(html)):
        if number > MOST_BODIES:
            return html[: tag.start()]
    return html


def _place_of(html: bytes, mark: bytes, nth: int) -> int:
    place = -1
    for _ in range(nth):
        place = html.index(mark, place + 1)
    return place
