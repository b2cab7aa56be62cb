"""Parameters: their values, and those that name no thing (how a reader came, whose visit it is)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import unquote_plus

from curator.urls.parse import Url, parse


def parameter(url: str, name: str) -> str:
    """The first value that the query gives to `name`, unescaped; "" when there is none."""
    pairs = (pair.partition("=") for pair in parse(url).query[1:].split("&"))
    return next((unquote_plus(value) for key, _, value in pairs if key == name), "")


def without_tracking_added(old: str, new: str) -> str:
    """`new` without the tracking parameters that `old` does not have."""
    had = set(_names(parse(old)))
    parts = parse(new)
    return str(
        replace(
            parts, query=query_without(parts, without=lambda name: tracks(name) and name not in had)
        )
    )


def without_tracking(url: str) -> str:
    """`url` without the parameters that say how a reader came; as it is when it has none."""
    parts = parse(url)
    if not any(map(tracks, _names(parts))):
        return url
    return str(replace(parts, query=query_without(parts, without=tracks)))


def adds_session(old: str, new: str) -> bool:
    """Does `new` carry a session's or a visit's own token that `old` does not have?"""
    if ";jsessionid=" in new.lower() and ";jsessionid=" not in old.lower():
        return True
    return any(name in _SESSION for name in set(_names(parse(new))) - set(_names(parse(old))))


# fmt: off
_TRACKING: Final = frozenset((
    "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igsh", "igshid", "mc_cid", "mc_eid",
    "mkt_tok", "msclkid", "ref_src", "ref_url", "spm", "spm_id_from", "srsltid", "ttclid",
    "twclid", "vd_source", "wbraid", "yclid", "_ga", "_gl", "_hsenc", "_hsmi",
))
"""Parameters that name the way a reader came, never the thing: utm_* and these."""

_SESSION: Final = frozenset((
    "jsessionid", "phpsessid", "aspsessionid", "cfid", "cftoken", "sessionid", "session_id",
    "sid", "s_id", "token", "nonce", "state", "code", "ticket", "ts", "timestamp", "__cf_chl_tk",
    "__cf_chl_rt_tk", "challenge", "cookiecheck",
))
"""Parameters that name one visit."""
# fmt: on


def tracks(name: str) -> bool:
    return name.startswith("utm_") or name in _TRACKING


def _names(parts: Url) -> list[str]:
    return [pair.partition("=")[0].lower() for pair in parts.query[1:].split("&")]


def query_without(parts: Url, *, without: Callable[[str], bool]) -> str:
    pairs = zip(parts.query[1:].split("&"), _names(parts), strict=True)
    kept = "&".join(pair for pair, name in pairs if pair and not without(name))
    return f"?{kept}" if kept else ""


def query_with(parts: Url, *, only: Sequence[str]) -> str:
    """The query with these parameters alone, in this order."""
    pairs = sorted(
        (only.index(name), pair)
        for pair, name in zip(parts.query[1:].split("&"), _names(parts), strict=True)
        if name in only
    )
    return "?" + "&".join(pair for _, pair in pairs) if pairs else ""


def in_order(query: str) -> str:
    """The parameters by name: their order means nothing, but for those of one name.

    A query of another form is left alone.
    """
    pairs = query[1:].split("&")
    if len(pairs) < 2 or not all("=" in pair for pair in pairs):
        return query
    return "?" + "&".join(sorted(pairs, key=lambda pair: pair.partition("=")[0]))
