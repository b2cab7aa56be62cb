"""How alike two pages' visible texts are: pairs of neighbouring words, hashed.

The pairs of a whole page compare exactly; a sketch of them (the least hashes: "bottom-k" of
Broder, On the resemblance and containment of documents, 1997) is small enough to be remembered with
every evidence. What has digits is left out: dates, counters and request ids change by themselves.
Scripts without spaces are read character by character.
"""

from __future__ import annotations

import re
from base64 import b85decode, b85encode
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import filterfalse, pairwise
from struct import error, iter_unpack, pack
from typing import Final
from urllib.parse import unquote, unquote_plus
from zlib import crc32

from curator import urls
from curator.probes.decoys import DECOY_WORDS

_MOST_WORDS: Final = 1_500
"""The first ones of a page are looked at: few menus are longer, and few "not found"s."""
_LONGEST: Final = 10 * _MOST_WORDS
"""Characters."""
_SKETCH: Final = 64
"""Hashes in a sketch: the likeness is right within about 0.06."""
_SCATTER: Final = 0x9E3779B1
"""CRC-32 is linear; times an odd number, its order is as good as chance (Knuth 6.4)."""
_SPACELESS: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_SPACELESS}]|[^\W_{_SPACELESS}]+")
_LETTERS: Final = re.compile(
    rf"[{_SPACELESS}]|(?<![^\W_{_SPACELESS}])[^\W\d_{_SPACELESS}]+(?![^\W_{_SPACELESS}])"
)
"""Words of letters alone: what has a digit may be a date, a counter, the id of a request."""
_ASIDE: Final = bytes(
    code if code > 127 or chr(code).isalnum() else ord(" ") for code in range(256)
)
"""For `bytes.translate`: what is ASCII and in no word becomes a space."""
_BITS: Final = 0xFFFFFFFF
_SHORTEST: Final = 3
_SENTENCE: Final = 8
_LONGEST_NAME: Final = 20
_ENDING: Final = re.compile(r"\.[a-z0-9]{2,5}$", re.IGNORECASE)


def words(text: str) -> list[str]:
    """The words of `text`, in order, lower case; of Chinese and its like the characters."""
    return _WORD.findall(text.lower())


def pairs(text: str, url: str) -> frozenset[int]:
    """32-bit hashes of the pairs of neighbouring words in a page's visible text.

    Its own address and name are left out, and the words that decoys are made of, for a page that
    says "there is no intro here" says the same as one that says it of a decoy.
    """
    path, asked = _path(url)
    own = {word for word in _of_name(path) if len(word) >= _SHORTEST}
    return _pairs(_without(path, text), own | set(words(asked)))


def pairs_beside_name(text: str, url: str) -> frozenset[int]:
    """The same, where the name is left out only as a whole: /the-tides has an ordinary word in it.

    A name of one word is left in.
    """
    path, _ = _path(url)
    name = _of_name(path)
    if len(name) > 1:
        text = re.sub(r"[\W_]{0,3}".join(map(re.escape, name)), " ", text, flags=re.IGNORECASE)
    return _pairs(_without(path, text), ())


def _pairs(text: str, unread: Iterable[str]) -> frozenset[int]:
    own = _DECOYS.union(map(_bytes, unread))
    hashes = [*map(crc32, filterfalse(own.__contains__, _runs(text[:_LONGEST].lower())))]
    both = [(first * _SCATTER + second) & _BITS for first, second in pairwise(hashes)]
    return frozenset(both or hashes)


def _runs(text: str) -> list[bytes]:
    """The first words, as `_LETTERS` finds them. Most are ASCII, and bytes are quick."""
    pieces = _bytes(text).translate(_ASIDE).split()
    if text.isascii():
        return [*filter(bytes.isalpha, pieces)][:_MOST_WORDS]
    found: list[bytes] = []
    for piece in pieces:
        if piece.isalpha():
            found.append(piece)
        elif not piece.isascii():
            found += map(_bytes, _LETTERS.findall(piece.decode("utf-8", "surrogatepass")))
        if len(found) >= _MOST_WORDS:
            break
    return found[:_MOST_WORDS]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


_DECOYS: Final = frozenset(map(_bytes, DECOY_WORDS))


def pictures(sources: Iterable[str]) -> frozenset[int]:
    """Hashes of what a page shows: a picture counts as much as two words do."""
    return frozenset(crc32(one.encode("utf-8", "surrogatepass")) for one in sources if one)


def films(sources: Iterable[str]) -> frozenset[int]:
    """The same of what is the whole matter of a page: as much as a sentence."""
    return pictures(f"{one} {part}" for one in sources if one for part in range(_SENTENCE))


def is_beyond(text: str) -> bool:
    """Does a text go on after what is looked at, so that likeness proves nothing?"""
    return len(text) > _LONGEST or len(words(text)) > _MOST_WORDS


def packed(hashes: Iterable[int]) -> str:
    """All of `hashes` as text, five characters for each."""
    return _write(sorted(hashes))


def unpacked(text: str) -> frozenset[int]:
    """What was `packed`, or the scattered hashes of a sketch; nothing when it is neither."""
    try:
        return frozenset(number for (number,) in iter_unpack(">I", b85decode(text)))
    except (ValueError, error):
        return frozenset()


def sketch(hashes: Collection[int]) -> str:
    """The least 64 of `hashes`, as text of at most 320 characters."""
    return _write(_least_scattered(hashes))


def _least_scattered(hashes: Collection[int]) -> list[int]:
    """In order. They are as good as chance, so most of many can't be among the least."""
    limit = 2 * _SKETCH * (_BITS + 1) // max(1, len(hashes))
    few = [least for one in hashes if (least := one * _SCATTER & _BITS) < limit]
    if len(few) < _SKETCH:
        few = [one * _SCATTER & _BITS for one in hashes]
    return sorted(few)[:_SKETCH]


def likeness(one: str, other: str) -> float | None:
    """How much of two pages is the same, 0 to 1, by their sketches; None when one has no text."""
    first, second = _hashes(one), _hashes(other)
    if not first or not second:
        return None
    least = sorted(first | second)[:_SKETCH]
    return sum(each in first and each in second for each in least) / len(least)


def size(one: str) -> int:
    """How many hashes a sketch holds; 64 stand for a page of at least so many words."""
    return len(_hashes(one))


@lru_cache(maxsize=1024)
def _hashes(text: str) -> frozenset[int]:
    """Of a sketch. A page's history is the same few sketches, again and again."""
    return unpacked(text)


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of all their pairs that two pages have in common, 0 to 1; two empty ones: 1."""
    if not one or not other:
        return float(not one and not other)
    return len(one & other) / len(one | other)


def _write(hashes: Sequence[int]) -> str:
    return b85encode(pack(f">{len(hashes)}I", *hashes)).decode("ascii")


def _path(url: str) -> tuple[str, str]:
    """As a page would show it; and the values of the query."""
    try:
        parts = urls.parse(url)
    except urls.UnusableUrlError:
        return "", ""
    values = [pair.partition("=")[2] for pair in parts.query.lstrip("?").split("&")]
    return unquote(parts.path), unquote_plus(" ".join(values))


def _without(path: str, text: str) -> str:
    return text.replace(path, " ") if len(path) >= _SHORTEST else text


def _of_name(path: str) -> list[str]:
    """The words of its last part, in order."""
    name = path.rstrip("/").rpartition("/")[2]
    return words(_ENDING.sub("", name))[:_LONGEST_NAME]
