"""Reading a sentence with one language's words for "it is not there", from end to end.

Only a whole sentence counts, and only when every word of it belongs to such a sentence: "Sorry,
this page could not be found" is one, "How to fix Not found errors" is an article. The words are in
`wordings`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntFlag
from functools import cache, lru_cache
from typing import Final

from curator.probes.words.wordings import APOLOGIES, AROUND, SIMPLER, SPACED, UNSPACED, Wording

_MOST_WORDS: Final = 30
_APOSTROPHES: Final = re.compile(r"['’`´]")
_NO_LETTER: Final = re.compile(r"[^\w\s]|_")
_ACCENTS: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u093c\u094d\u09bc\u09cd\u0bcd\u0c4d\u0e38-\u0e3a\u0e48-\u0e4b]"
)
_FOREIGN: Final = re.compile(r"\b(?:not found|page not found|error|oops|sorry)\b")
"""What bilingual pages say first."""
CODE: Final = re.compile(r"\b404\b|404(?=[^\W\d])|(?<=[^\W\d])404")
_CODES: Final = frozenset(("404", "410"))
DIGITS: Final = str.maketrans("٠١٤۰۱۴０１４", "014014014")
"""Those of the number, as Arabic, Persian and full-width text has them."""


def is_absence(part: str) -> bool:
    """Does it say, in some language and from end to end, that nothing is here?"""
    return bool(_said(part) & _Said.ABSENT)


def is_removal(part: str) -> bool:
    """That something was, and is not any more or not for us?"""
    return bool(_said(part) & _Said.REMOVED)


def simple(text: str) -> str:
    """Without case, accents, apostrophes and punctuation; digits as in English."""
    bare = _APOSTROPHES.sub("", text.casefold())
    if not bare.isascii():
        bare = bare.translate(DIGITS)
        bare = unicodedata.normalize("NFKD", bare)
        bare = _ACCENTS.sub("", bare)
    return _NO_LETTER.sub(" ", bare)


def glued(text: str) -> str:
    """Without case and punctuation, in simplified characters."""
    bare = unicodedata.normalize("NFKC", text.casefold()).translate(SIMPLER)
    return CODE.sub(" ", _NO_LETTER_OR_MARK.sub(" ", bare))


class _Said(IntFlag):
    """What the words so far have said."""

    NOTHING = 0
    THING = 1  # what could be missing was named
    NONE = 2  # "there is no ...", and the thing must follow
    TOOK = 4  # "deleted ...", and the thing must follow
    ABSENT = 8  # it is not there
    REMOVED = 16  # it was there
    SORRY = 32  # said by languages that leave the thing out


class _Role(IntFlag):
    """What a phrase does in such a sentence."""

    THING = 1
    GONE = 2
    NONE = 4
    REMOVED = 8
    TOOK = 16
    ASIDE = 32
    WHOLE = 64
    FILLER = 128
    APOLOGY = 256


def _after(said: _Said, role: _Role) -> _Said | None:
    """What is said once a phrase of this role has followed; None when it can't follow."""
    match role:
        case _Role.FILLER:
            return said
        case _Role.WHOLE:
            return said | _Said.ABSENT
        case _Role.THING:
            absent = _Said.ABSENT if said & _Said.NONE else _Said.NOTHING
            removed = _Said.REMOVED if said & _Said.TOOK else _Said.NOTHING
            return said | _Said.THING | absent | removed
        case _Role.NONE:
            return said | _Said.NONE
        case _Role.TOOK:
            return said | _Said.TOOK
        case _Role.APOLOGY:
            return said | _Said.SORRY
        case _Role.GONE:
            return said | _Said.ABSENT if said & (_Said.THING | _Said.SORRY) else None
        case _Role.REMOVED:
            return said | _Said.REMOVED if said & (_Said.THING | _Said.SORRY) else None
        case _Role.ASIDE:
            return said if said & _Said.THING else None
    return None


_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grammar:
    """One language's phrases by their first word, and the words without which nothing is said."""

    phrases: dict[str, list[tuple[_Phrase, _Role]]]
    triggers: frozenset[str]
    known: frozenset[str]
    """Every word of `phrases`."""
    fillers: frozenset[str]
    """Single words that change nothing: they may stand inside a phrase, or be left out of one."""


@lru_cache(maxsize=1024)
def _said(part: str) -> _Said:
    """Everything that a part says in any language that covers it from end to end."""
    found = _Said.NOTHING
    words = [word for word in simple(part).split() if word not in _CODES]
    if 0 < len(words) <= _MOST_WORDS:
        for grammar in _spaced_of(words):
            if grammar.known.issuperset(words):
                found |= _read(words, grammar)
                found |= _read([word for word in words if word not in grammar.fillers], grammar)
    if part.isascii():
        return found
    letters = [*"".join(_FOREIGN.sub(" ", glued(part)).split())]
    if letters and letters[0] > "\u0e00" and len(letters) <= 2 * _MOST_WORDS:
        for grammar in _unspaced():
            if grammar.known.issuperset(letters):
                found |= _read(letters, grammar)
    return found


def _read(words: list[str], grammar: _Grammar) -> _Said:
    """Every way to cover `words` with the language's phrases; what the best of them say."""
    at: list[set[_Said]] = [set() for _ in range(len(words) + 1)]
    at[0].add(_Said.NOTHING)
    for place, word in enumerate(words):
        if not at[place]:
            continue
        for phrase, role in grammar.phrases.get(word, ()):
            end = place + len(phrase)
            if end <= len(words) and tuple(words[place:end]) == phrase:
                at[end] |= {new for said in at[place] if (new := _after(said, role)) is not None}
    found = _Said.NOTHING
    for said in at[-1]:
        found |= said & (_Said.ABSENT | _Said.REMOVED)
    return found


def _spaced_of(words: Iterable[str]) -> Iterator[_Grammar]:
    """The languages in which one of `words` may begin to say it."""
    index = _triggers()
    found = {place for word in words for place in index.get(word, ())}
    grammars = _spaced()
    return (grammars[place] for place in sorted(found))


@cache
def _spaced() -> tuple[_Grammar, ...]:
    common = [(phrase, _Role.FILLER) for text in (APOLOGIES, AROUND) for phrase in _phrases(text)]
    return tuple(_grammar(_loosened(_roles(one, common))) for one in SPACED)


@cache
def _unspaced() -> tuple[_Grammar, ...]:
    return tuple(_grammar(_glued_roles(one)) for one in UNSPACED)


@cache
def _triggers() -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for place, grammar in enumerate(_spaced()):
        for word in grammar.triggers:
            index.setdefault(word, []).append(place)
    return index


_Roles = Iterable[tuple[_Phrase, _Role]]
_TELLING: Final = _Role.GONE | _Role.NONE | _Role.REMOVED | _Role.TOOK | _Role.WHOLE


def _grammar(roles: _Roles) -> _Grammar:
    every = dict.fromkeys(roles)
    phrases: dict[str, list[tuple[_Phrase, _Role]]] = {}
    for phrase, role in every:
        phrases.setdefault(phrase[0], []).append((phrase, role))
    known = {word for some in phrases.values() for phrase, _ in some for word in phrase}
    triggers = {phrase[0] for some in phrases.values() for phrase, role in some if role & _TELLING}
    return _Grammar(
        phrases=phrases,
        triggers=frozenset(triggers),
        known=frozenset(known),
        fillers=frozenset(_fillers(every)),
    )


def _loosened(roles: _Roles) -> _Roles:
    """And the phrases without the words that may stand inside them, where enough is left."""
    every = list(roles)
    fillers = _fillers(every)
    yield from every
    for phrase, role in every:
        left = tuple(word for word in phrase if word not in fillers)
        if len(left) > 1 and left != phrase:
            yield left, role


def _fillers(roles: _Roles) -> set[str]:
    return {phrase[0] for phrase, role in roles if role is _Role.FILLER and len(phrase) == 1}


def _roles(one: Wording, common: list[tuple[_Phrase, _Role]]) -> _Roles:
    yield from common
    for role, text in _texts(one):
        yield from ((phrase, role) for phrase in _phrases(text))
    for text in (one.filler, one.joins):
        yield from (((word,), _Role.FILLER) for word in simple(text).split())


def _glued_roles(one: Wording) -> _Roles:
    """Of a language without spaces: phrases of single characters."""
    for role, text in (*_texts(one), (_Role.FILLER, one.filler), (_Role.FILLER, one.joins)):
        for phrase in text.replace("\n", "|").split("|"):
            if letters := "".join(glued(phrase).split()):
                yield tuple(letters), role


def _texts(one: Wording) -> tuple[tuple[_Role, str], ...]:
    return (
        (_Role.THING, one.things),
        (_Role.GONE, one.gone),
        (_Role.NONE, one.none),
        (_Role.REMOVED, one.removed),
        (_Role.ASIDE, one.aside),
        (_Role.TOOK, one.took),
        (_Role.WHOLE, one.whole),
        (_Role.APOLOGY, one.apology),
    )


def _phrases(text: str) -> Iterator[_Phrase]:
    for phrase in text.replace("\n", "|").split("|"):
        if words := tuple(simple(phrase).split()):
            yield words


_NO_LETTER_OR_MARK: Final = re.compile(r"[^\w\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]|_")
"""Marks above and below Thai letters are no letters to `re`."""
