"""Bare URLs in text, where GitHub sees them (GFM 6.9, `extensions/autolink.c` of cmark-gfm)."""

from __future__ import annotations

import re

_STOPS = (
    "\u2014\u2018\u2019\u201c\u201d\u2026"  # dash, quotation marks and ellipsis of Chinese prose
    "\u3001-\u3003\u3008-\u3011\u3014-\u301f"  # 、。〃 and the brackets 〈 to 】, 〔 to 〟
    "\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d\uff5e-\uff65"
    "\u200b-\u200f\u202a-\u202e\u2060\ufeff"  # no width, or direction only
)
_BARE = re.compile(rf"[^\s<{_STOPS}]*+")
_HOST = re.compile(r"[^\W_][\w.\-]*+")
_MANY_LABELS = 11
"""cmark-gfm asks no longer after underscores in a name of more labels."""
_ENDS = "?!.,:*_~'\""
_ENTITY_LIKE = re.compile(r"&[A-Za-z]+;\Z")
_LONGEST_ENTITY = 40


def may_begin(text: str, at: int, *, www: bool) -> bool:
    """Whether `http://` or `www.` at `at` may begin a URL, by the character before it."""
    before = text[at - 1 : at] if at else ""
    if www:
        return before == "" or before in "*_~( \t\n\x0b\x0c\r"
    return not (before.isascii() and before.isalpha())


def bare_end(text: str, at: int, host: int, *, www: bool) -> int | None:
    """Where a bare URL ends; None when its host is none. The host first: it is short."""
    if not _is_host(text, host, dots=www):
        return None
    body = _BARE.match(text, host)
    assert body is not None
    return _trimmed(text, at, body.end())


def _is_host(text: str, at: int, *, dots: bool) -> bool:
    """cmark-gfm's `check_domain`: no underscore in the last two labels, a dot after `www`."""
    host = _HOST.match(text, at, max(at + 1, len(text) - 1))
    if host is None:
        return False
    labels = host[0].split(".")
    if any("_" in label for label in labels[-2:]) and len(labels) <= _MANY_LABELS:
        return False
    return not dots or len(labels) > 1


def _trimmed(text: str, start: int, end: int) -> int:
    """cmark-gfm's `autolink_delim`: closing punctuation belongs to the sentence."""
    opening, closing = text.count("(", start, end), text.count(")", start, end)
    while end > start:
        last = text[end - 1]
        if last == ")":
            if closing <= opening:
                return end
            closing -= 1
        elif last == ";":
            entity = _ENTITY_LIKE.search(text, max(start, end - _LONGEST_ENTITY), end)
            end = entity.start() + 1 if entity else end
        elif last not in _ENDS:
            return end
        end -= 1
    return end
