"""Titles and headings that say "there is no such page", in the languages that lists link to.

Only a whole title, or a whole part of one, counts, and only when every word of it belongs to such a
sentence. In running text the same words are ordinary prose, in Chinese most of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Final

from curator.probes.words import titles
from curator.probes.words.grammar import CODE, DIGITS, glued, is_absence, is_removal, simple
from curator.probes.words.wordings import APOLOGIES, AROUND, BARE, CODED

_SENTENCES: Final = re.compile(r"\s[-–—·•»«›‹/~:]\s|[|｜_—–【】]|[.。!！?？…;；\n]+")
_ADDRESS: Final = re.compile(r"[\s:：\"'“«]{1,9}/[^\s]{0,400}\s{0,9}$")
"""What was asked for, at the end of a line that says it is not there."""
_START: Final = 600
"""Characters of a page's text in which an error page comes to the point."""
_APOSTROPHES: Final = re.compile(r"['’`´]")
_NO_LETTER: Final = re.compile(r"[^\w\s]|_")
_LONGEST_BARE: Final = 30
_LONGEST_SENTENCE: Final = 200
_LONGEST_LINE: Final = 600
_MOST_SENTENCES: Final = 1_000
# fmt: off
_BESIDE: Final = frozenset((
    *AROUND.replace("|", " ").split(), *APOLOGIES.replace("|", " ").split(),
    "errors", "http", "status", "code", "错误", "錯誤", "抱歉", "对不起", "很抱歉", "エラー",
    "오류",
))
# fmt: on
"""Words that say nothing beside the bare status."""
_FOR_NOW: Final = re.compile(
    r"\b(?:un|not |no )available|n['’]?t available|\bpage expired\b|can(?:not|['’]?t) be displayed"
    r"|verfügbar|nicht online|beschikbaar|dispon[ií][bv]|tillgänglig|tilgjengelig|tilgængelig"
    r"|saatavilla|elérhető|διαθέσιμ|доступ|достъп|налич|dostępn|dostupn|k dispozici|na voljo"
    r"|kullanılamıyor|yayında değil|khả dụng|tersedia|متاح|متوفر|در دسترس|זמינ?|उपलब्ध|উপলব্ধ"
    r"|ไม่พร้อม|无法|不可|访问不了|暂|审核|利用でき|ご利用いただけ|再生できません|視聴できません|取り扱い"
    r"|이용할|사용할|제공되지|재생할"
)
"""What may only be so today, here, or for us."""
_FOR_GOOD: Final = re.compile(
    r"no longer|any ?more|nicht mehr|nicht länger|niet meer|niet langer|plus disponible|ya no"
    r"|já não|não está mais|non è più|nu mai|inte längre|ikke lenger|ikke længere|już nie"
    r"|больше не|вече не|已不|不再|因违规|더 ?이상|artık|không còn|lagi|لم تعد|لم يعد|دیگر"
)


_NOTE: Final = re.compile(
    r"\W*(?!page|site)[a-z]+ (?:removed|deleted|expired|missing|gone|filled)\W*", re.IGNORECASE
)


def says_not_found(name: str) -> bool:
    """Does a title or heading say, as a whole or in one of its parts, that nothing is here?"""
    return any(map(is_absence, titles.parts(name))) and not titles.is_about_errors(name)


def says_removed(name: str) -> bool:
    """Does one say that the thing was here, and is not any more or not for us?"""
    return any(map(is_removal, titles.parts(name))) and not titles.is_about_errors(name)


def is_uncertain(name: str) -> bool:
    """Are the words of a removal only that something can't be had, today, here, by us; or a bare
    note, as logs and manuals have it?
    """
    text = name.casefold()
    is_for_now = _FOR_NOW.search(text) and not _FOR_GOOD.search(text)
    return bool(is_for_now or any(map(_NOTE.fullmatch, titles.parts(text))))


def says_404(name: str) -> bool:
    """Is one of its parts only the status, as number or name?

    Less telling: cars and rooms bear the number, encyclopedias explain the name.
    """
    if not any(map(_is_status, titles.parts(name))):
        return False
    return not (titles.is_about_errors(name) or titles.explains_a_status(name))


def says_404_by_name(name: str) -> bool:
    """Does it say both, number and name? Either alone may be a room's, a song's, a poem's."""
    return bool(CODE.search(name.translate(DIGITS))) and _has_name(name)


def _has_name(name: str) -> bool:
    return any(_is_status(part) and not _is_number(part) for part in titles.parts(name))


def says_only_404(name: str) -> bool:
    """Is it all that is said, and more than digits: "Not Found", "Error 404", in one part?"""
    return says_404(name) and len(list(titles.parts(name))) == 1 and not name.strip().isdigit()


def says_sorry(name: str) -> bool:
    """Is one of its parts only a word of regret or that something is amiss: "Oops!", "Error"?"""
    parts = (_plain(part).casefold().split() for part in titles.parts(name))
    return any(words and _BESIDE.issuperset(words) for words in parts)


def speaks_of_absence(title: str) -> bool:
    """Does a title of the list have such words at all, so that they prove nothing on its page?"""
    plain = "".join(glued(simple(title)).split())
    is_such = any(bare in plain for bare in _bare())
    return is_such or says_not_found(title) or says_removed(title)


def names_the_status(title: str) -> bool:
    """Does one have its number, as of a room, or of a page that is about it?"""
    return bool(CODE.search(title))


def mentions_absence(lines: str, *, but: Iterable[str] = ()) -> str:
    """The first sentence of a page's text, an element a line, that says so as a whole; "" when
    none does. `but`: names that stand there too."""
    parts = islice(_parts(lines, but), _MOST_SENTENCES)
    return next((part for part in parts if _is_definite(part)), "")


def mentions_status(lines: str, *, but: Iterable[str] = ()) -> str:
    """The same of the bare status, at the start."""
    return next((part for part in _parts(lines[:_START], but) if _is_status(part)), "")


def completes_status(lines: str, names: Iterable[str]) -> str:
    """The line with the number where `names` say the name of the status, or the other way round."""
    known = tuple(names)
    wants_name = not any(map(_has_name, known))
    parts = _parts(lines[:_START], known)
    return next((p for p in parts if _is_status(p) and wants_name != _is_number(p)), "")


def _parts(lines: str, but: Iterable[str] = ()) -> Iterator[str]:
    known = {" ".join(name.casefold().split()) for name in but}
    for line in lines.casefold().split("\n"):
        line = _ADDRESS.sub("", line) if len(line) <= _LONGEST_LINE else line
        if line.strip() and " ".join(line.split()) not in known:
            yield from (
                part.strip()
                for part in _SENTENCES.split(line)
                if 1 < len(part.strip()) <= _LONGEST_SENTENCE
            )


def _is_definite(part: str) -> bool:
    return is_absence(part) or (is_removal(part) and not is_uncertain(part))


def _is_status(part: str) -> bool:
    plain = _plain(part)
    if "".join(plain.split()) in _coded():
        return True
    words = " ".join(word for word in CODE.sub(" ", plain).split() if word not in _BESIDE)
    if not words:
        return bool(CODE.search(plain))
    return len(words) <= _LONGEST_BARE and "".join(glued(simple(words)).split()) in _bare()


def _is_number(part: str) -> bool:
    """Only the number, with words that say nothing beside it."""
    plain = _plain(part)
    is_coded = "".join(plain.split()) in _coded()
    return is_coded or not set(CODE.sub(" ", plain).split()) - _BESIDE


def _plain(part: str) -> str:
    return _NO_LETTER.sub(" ", _APOSTROPHES.sub("", part.translate(DIGITS)))


@cache
def _bare() -> frozenset[str]:
    phrases = BARE.replace("\n", "|").split("|")
    return frozenset("".join(glued(simple(phrase)).split()) for phrase in phrases) - {""}


@cache
def _coded() -> frozenset[str]:
    phrases = ["".join(phrase.split()) for phrase in CODED.replace("\n", "|").split("|")]
    return frozenset(phrase for phrase in phrases if phrase)
