"""Which two URLs mean one place, and which places are front pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from curator.urls.parse import UnusableUrlError, Url, clean, parse
from curator.urls.query import query_without, tracks

_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_INDEX: Final = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_LANGUAGE: Final = frozenset(("lang", "language", "locale", "hl"))
_LOCALE: Final = re.compile(
    r"(?:ar|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|no|pl|pt|ro|ru"
    r"|sk|sl|sr|sv|th|tr|uk|vi|zh|br|cn|gb|hk|jp|kr|tw|us)(?:[-_][a-z]{2,4})?",
    re.IGNORECASE,
)
_HOME: Final = re.compile(r"(?:home|index|main|start|welcome)(?:\.[a-z]{3,5})?", re.IGNORECASE)


def identity(url: str) -> str:
    """One text for all spellings of one place: for finding duplicates, never for asking.

    Different fragments are different places: a section, a line, an application's route.
    """
    try:
        parts = parse(url)
    except UnusableUrlError:
        return clean(url)
    parts = _known_site(replace(parts, query=query_without(parts, without=tracks)))
    return f"{_authority(parts)}{_path(parts.path)}{_tidy(parts.query)}{_tidy(parts.fragment)}"


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
        return char if char in _UNRESERVED else found[0].upper()

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


def _known_site(parts: Url) -> Url:
    """Sites that give one thing several URLs."""
    host = parts.host.removeprefix("www.")
    rule = _SITES.get(host)
    return rule(parts) if rule else parts


def _arxiv(parts: Url) -> Url:
    """An abstract and its PDF are one paper; a version stays its own."""
    found = re.fullmatch(r"/(?:abs|pdf)/(.+?)(?:\.pdf)?/?", parts.path)
    return replace(parts, host="arxiv.org", path=f"/abs/{found[1]}") if found else parts


def _github(parts: Url) -> Url:
    """Owner and repository have no case, and `.git` is the same repository."""
    owner, repository, rest = (*parts.path[1:].split("/", 2), "", "")[:3]
    path = f"/{owner}/{repository.removesuffix('.git')}".lower()
    return replace(parts, path=f"{path}/{rest}")


def _youtube(parts: Url) -> Url:
    return replace(
        parts,
        host="youtube.com",
        query=query_without(parts, without=lambda name: name in ("si", "feature", "ab_channel")),
    )


def _youtu_be(parts: Url) -> Url:
    """https://youtu.be/ID is https://www.youtube.com/watch?v=ID."""
    query = f"?v={parts.path.strip('/')}" + parts.query.replace("?", "&", 1)
    return _youtube(replace(parts, path="/watch", query=query))


_SITES: Final[dict[str, Callable[[Url], Url]]] = {
    "arxiv.org": _arxiv,
    "github.com": _github,
    "youtube.com": _youtube,
    "m.youtube.com": _youtube,
    "youtu.be": _youtu_be,
}
