"""Which two URLs mean one place, and which places are front pages."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from curator.urls.parse import UnusableUrlError, Url, clean, parse
from curator.urls.query import in_order, query_without, tracks
from curator.urls.sites import known_site

_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_UNTOUCHED: Final = _UNRESERVED | frozenset("!'()*,")
"""Reserved, and no server tells them from their escapes; Markdown's authors escape parentheses."""
_INDEX: Final = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_FOLDER_PAGE: Final = re.compile(r"/index\.html?$")
"""What servers answer for the folder; a name of any other kind may be something else."""
_TEXT_FRAGMENT: Final = re.compile(r"#?:~:.*")
"""What browsers take off before anyone sees it (https://wicg.github.io/scroll-to-text-fragment)."""
_LANGUAGE: Final = frozenset(("lang", "language", "locale", "hl"))
_LOCALE: Final = re.compile(
    r"(?:ar|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|no|pl|pt|ro|ru"
    r"|sk|sl|sr|sv|th|tr|uk|vi|zh|br|cn|gb|hk|jp|kr|tw|us)(?:[-_][a-z]{2,4})?",
    re.IGNORECASE,
)
_HOME: Final = re.compile(r"(?:home|index|main|start|welcome)(?:\.[a-z]{3,5})?", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def identity(url: str) -> str:
    """One text for all spellings of one thing: for finding duplicates, never for asking.

    Different fragments are different places: a section, a line, an application's route.
    """
    try:
        parts = parse(url)
    except UnusableUrlError:
        return clean(url)
    plain = parts
    if parts.query or parts.fragment or "%" in parts.path:  # a long list has many that are plain
        plain = replace(
            parts,
            path=_tidy(parts.path),
            query=_tidy(query_without(parts, without=tracks)),
            fragment=_TEXT_FRAGMENT.sub("", _tidy(parts.fragment)),
        )
    parts = known_site(plain)
    is_folder = parts is plain and not parts.query
    path = _FOLDER_PAGE.sub("/", parts.path) if is_folder else parts.path
    return f"{_authority(parts)}{_path(path)}{in_order(parts.query)}{parts.fragment}"


def same_but_cosmetic(a: str, b: str) -> bool:
    """Do they differ in nothing but a slash, www, https, an index page's name or escapes?"""
    return _bare(a) == _bare(b)


def path_depth(url: str) -> int:
    """How many segments the path has; 0 for the root."""
    return sum(1 for segment in parse(url).path.split("/") if segment)


def is_root(url: str) -> bool:
    """Is it the front page: no path but an index page's, and no query that could name one?"""
    parts = parse(url)
    return _INDEX.sub("/", parts.path) == "/" and not query_without(parts, without=tracks)


def is_home(url: str) -> bool:
    """Is it the front page by any name: /home, /welcome, /en/, /zh-cn, /?lang=de?"""
    parts = parse(url)
    asks = query_without(parts, without=lambda name: tracks(name) or name in _LANGUAGE)
    if asks:
        return False
    name = parts.path.strip("/")
    is_front = _INDEX.sub("/", parts.path) == "/" or _HOME.fullmatch(name)
    return bool(is_front) or is_locale(name)


def is_locale(segment: str) -> bool:
    """Is it the name of a language or a country, as sites write them: en, zh-cn, pt_BR, jp?"""
    return bool(_LOCALE.fullmatch(segment))


def is_above(url: str, other: str) -> bool:
    """Is `url` a folder that `other` lies in, on the same host?"""
    above, below = parse(url), parse(other)
    folder = _INDEX.sub("/", above.path).rstrip("/") + "/"
    inside = _INDEX.sub("/", below.path).rstrip("/")
    return _authority(above) == _authority(below) and not above.query and inside.startswith(folder)


def _tidy(text: str) -> str:
    """RFC 3986 6.2.2: escapes in upper case, none where none is needed."""

    def tidy(found: re.Match[str]) -> str:
        char = chr(int(found[1], 16))
        return char if char in _UNTOUCHED else found[0].upper()

    return _ESCAPE.sub(tidy, text)


def _path(path: str) -> str:
    return _tidy(path).rstrip("/")


def _authority(parts: Url) -> str:
    """Host without www; the scheme only beside a port of its own, where it matters."""
    host = parts.host.rstrip(".").removeprefix("www.")
    return host if parts.port is None else f"{parts.scheme}://{host}:{parts.port}"


def _bare(url: str) -> tuple[str, str, str]:
    parts = parse(url)
    return _authority(parts), _path(_INDEX.sub("/", parts.path)), _tidy(parts.query)
