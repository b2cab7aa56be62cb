"""A decoy: the URL of something that is surely not there, beside one that is listed.

What a host answers to it tells what its "not found" looks like (Bar-Yossef et al., Sic Transit
Gloria Telae, 2004). The name is made of plain words, always the same ones for one place, because
firewalls take offence at random letters and at many of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final
from zlib import crc32

from curator import urls

# fmt: off
_FIRST: Final = (
    "autumn", "quiet", "northern", "copper", "gentle", "early", "hidden", "silver", "winter",
    "orchard", "harbour", "meadow", "violet", "lantern", "marble", "willow",
)
_SECOND: Final = (
    "bridge", "garden", "valley", "market", "letter", "window", "station", "ribbon", "compass",
    "kettle", "ladder", "basket", "feather", "blanket", "journey", "cottage",
)
_THIRD: Final = (
    "sketches", "stories", "recipes", "evenings", "memories", "postcards", "carpets", "whistles",
    "umbrellas", "pebbles", "candles", "sparrows", "teapots", "biscuits", "tulips", "mittens",
)
# fmt: on
DECOY_WORDS: Final = frozenset((*_FIRST, *_SECOND, *_THIRD))
_EXTENSION: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_SIGN: Final = re.compile(r"(?:[^A-Za-z0-9%]|%40|%7[Ee])+")
_ID: Final = re.compile(
    r"(?=[A-Za-z]{0,40}[0-9])(?=[0-9]{0,40}[A-Za-z])[A-Za-z0-9]{6,40}"
    r"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
"""Letters and digits without a pause, or a UUID."""
_NUMBER_FIRST: Final = re.compile(r"([0-9]{3,12})([-_])")
_ID_LAST: Final = re.compile(r"([-_])([0-9]{3,12}|(?=[a-f]{0,11}[0-9])[0-9a-f]{8,12})$")
_KIND: Final = re.compile(r"([A-Za-z]{1,3})(?=[0-9]{3,40}$)|(BV1|av)(?=[A-Za-z0-9])")
_ALPHABETS: Final = (
    "0123456789",
    "0123456789abcdef",
    "abcdefghijklmnopqrstuvwxyz0123456789",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
)
_SHORTEST_NUMBER: Final = 8
_LONGEST_NUMBER: Final = 12


def decoy_beside(url: str) -> str | None:
    """A URL like `url` whose last part names nothing; None for a front page, which has no part.

    The last part is the query where there is one, else the last segment of the path.
    """
    parts = urls.parse(url)
    if parts.query.strip("?"):
        return str(replace(parts, query=_other_query(parts.query), fragment=""))
    return decoy_above(url, 1)


def decoy_above(url: str, level: int = 2) -> str | None:
    """The same with the segment `level` from the end of the path; None when there is none.

    A site that reads only the number in /questions/42/how-to shows the thing itself for any last
    part; another number tells.
    """
    parts = urls.parse(url)
    segments = parts.path.split("/")
    places = [place for place, segment in enumerate(segments) if segment]
    if len(places) < level:
        return None
    place = places[-level]
    others = (*segments[:place], _other_name(segments[place], parts), *segments[place + 1 :])
    return str(replace(parts, path="/".join(others), fragment=""))


def decoy_below(url: str) -> str:
    """A decoy on the host of a front page."""
    return str(
        replace(urls.parse(url), path=f"/{_name(urls.host_key(url))}", query="", fragment="")
    )


def home_of(url: str) -> str:
    """The front page of its host."""
    return str(replace(urls.parse(url), path="/", query="", fragment=""))


def robots_of(url: str) -> str:
    """Where its host says what robots may ask (RFC 9309 2.3)."""
    return str(replace(urls.parse(url), path="/robots.txt", query="", fragment=""))


def _other_query(query: str) -> str:
    pairs = [pair.partition("=") for pair in query.lstrip("?").split("&")]
    return "?" + "&".join(f"{name}={_other_value(name, value)}" for name, _, value in pairs)


def _other_value(name: str, value: str) -> str:
    return _number(value, name) if value.isdigit() else _name(name)


def _other_name(segment: str, parts: urls.Url) -> str:
    """Of the same make, as far as it matters to a router: a number, an id, or a name.

    With its ending, the sign before it (@name, ~name), and a number or an id beside it.
    """
    seed = f"{parts.host}{parts.path.removesuffix('/').rpartition('/')[0]}"
    ending = found[0] if (found := _EXTENSION.search(segment)) else ""
    stem = segment.removesuffix(ending)
    before = sign[0] if (sign := _SIGN.match(stem)) else ""
    stem = stem.removeprefix(before)
    if stem.isdigit():
        other = _number(stem, seed)
    elif _ID.fullmatch(stem):
        other = _other_id(stem, seed)
    elif found := _NUMBER_FIRST.match(stem):
        other = f"{_number(found[1], seed)}{found[2]}{_name(seed)}"
    elif found := _ID_LAST.search(stem):
        other = f"{_name(seed)}{found[1]}{_other_id(found[2], seed)}"
    else:
        other = _name(seed)
    return before + other + ending


def _other_id(like: str, seed: str) -> str:
    """As long, of the same letters, and the same one for all ids of a place.

    A few letters at its front may say its kind, and stay.
    """
    if like.isdigit():
        return _number(like, seed)
    kind = found[0] if (found := _KIND.match(like)) else ""
    rest = like[len(kind) :]
    alphabet = next(one for one in _ALPHABETS if set(rest) <= {*one, "-"})
    chance = crc32(f"{seed}{len(like)}{kind}".encode("utf-8", "surrogatepass"))
    other = (alphabet[(chance >> place % 26) % len(alphabet)] for place in range(len(rest)))
    return kind + "".join("-" if char == "-" else next(other) for char in rest)


def _name(seed: str) -> str:
    chance = crc32(seed.encode("utf-8", "surrogatepass"))
    return "-".join(
        words[chance >> shift & 15] for words, shift in ((_FIRST, 4), (_SECOND, 12), (_THIRD, 20))
    )


def _number(like: str, seed: str) -> str:
    """Two digits longer than `like`: more things than there will ever be."""
    chance = crc32(seed.encode("utf-8", "surrogatepass"))
    return f"97{chance:010}"[: min(max(len(like) + 2, _SHORTEST_NUMBER), _LONGEST_NUMBER)]
