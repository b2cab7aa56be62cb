"""A title taken apart: the site's name from the page's, one sentence from the next.

Here also: which titles with the words of an error page are about error pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_LONGEST: Final = 200
_SEPARATORS: Final = re.compile(
    r"\s[-–—·•»«›‹/~:*>]\s|::|[|｜│¦_—–―•‹›<>→【】〖〗]"
    r"|(?<=[\u3040-\u9fff])[-·~]|[-·~](?=[\u3040-\u9fff])"
)
_SENTENCES: Final = re.compile(r"((?:[。!！?？…;；\n]|\.(?=[\s.]|$))+)")
_QUOTES: Final = re.compile('["“”„‟「」『』《》〈〉«»]')
_QUOTED: Final = re.compile(
    '"[^"]*"|“[^”]*”|„[^“”]*[“”]|「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉|«[^»]*»'
)
_PAIRED: Final = re.compile(r"«([^«»]*)»|(?<!\w)'([^'\n]*)'(?!\w)")
_WORK: Final = re.compile("[《〈]")
"""Around the title of a book, a film, a song."""

_ABOUT: Final = re.compile(
    r"\b(?:explained|explanation|how (?:to|do|can)|tutorial|meanings?|definition|lyrics"
    r"|a (?:short )?(?:story|novel|memoir|poem|history|comedy|film)|soundtrack|album"
    r"|(?:single|song|ep|novel|film|book|short story|game) by"
    r"|what (?:is|are|does|it)|why|causes|troubleshoot\w*|fix(?:es|ing|ed)?|solved|solutions?|faq"
    r"|stack ?overflow|stack exchange|server fault|super user|ask ubuntu|reddit|quora"
    r"|best practices|(?:issue|pull request|discussion|bug) ?#?\d+|(?:episode|season|chapter) \d+"
    r"|was (?:tun|nun|bedeutet|heißt)|bedeutung|beheben|ursachen?|pourquoi|corriger|résoudre"
    r"|définition|definición|significado"
    r"|solución|solucionar\w*|causas|cosa significa|come risolvere|nedir|çözümü|nasıl|là gì"
    r"|artinya|co to jest)\b"
    r"|что (?:это|делать|значит)|почему|как исправить|причин|що робити|чому"
    r"|解决|解決|什么意思|怎么|怎麼|如何|为什么|為什麼|教程|小说|小說|电影|歌词|意义|とは|対処|해결|의미|원인"
)
_WORKS: Final = frozenset(
    (
        *("novel", "a novel", "poem", "poems", "film", "movie", "song", "single", "album", "ep"),
        *("exhibition", "ausstellung", "exposition", "exposición", "mostra", "展览", "展"),
        *("roman", "gedicht", "lied", "film", "poème", "chanson", "novela", "poema", "canción"),
        *("álbum", "película", "cuento", "romanzo", "poesia", "canzone", "filme", "música"),
        *("роман", "повесть", "рассказ", "стихи", "песня", "альбом", "фильм", "книга"),
        *("powieść", "wiersz", "piosenka", "şiir", "öykü", "şarkı", "roman", "truyện", "thơ"),
        *(
            "小说",
            "诗",
            "诗歌",
            "歌曲",
            "专辑",
            "电影",
            "小説",
            "詩",
            "歌",
            "映画",
            "소설",
            "시",
            "노래",
            "영화",
        ),
    )
)
"""A title of which one of these is a part of its own is a work's."""
_EXPLAINS: Final = re.compile(
    r"\bmdn\b|\bwiki\w*\b|\b(?:http)?status(?:es| ?codes?)\b|\brfc ?\d|explain"
    r"|википед|вікіпед|βικιπαίδεια|ויקיפדיה|ويكيبيديا|百科|维基|維基|ウィキペディア|위키|วิกิพีเดีย"
)


def parts(name: str) -> Iterator[str]:
    """What stands between separators, and each sentence of it, in lower case.

    Words in quotes inside a longer part are somebody else's, and a question is one that a reader
    has.
    """
    for segment in _SEPARATORS.split(_PAIRED.sub(r'"\1\2"', name[:_LONGEST].casefold())):
        own = _unquoted(segment)
        if own and not own.isspace():
            yield from _sentences(own)


def is_about_errors(name: str) -> bool:
    """Does it explain, tell or mend what it names?"""
    text = name[:_LONGEST].casefold()
    return bool(_ABOUT.search(text)) or any(part.strip() in _WORKS for part in parts(text))


def explains_a_status(name: str) -> bool:
    """Does an encyclopedia or a reference tell what the number means?"""
    return bool(_EXPLAINS.search(name[:_LONGEST].casefold()))


def _sentences(part: str) -> Iterator[str]:
    pieces = _SENTENCES.split(part)
    if not part.rstrip().endswith("?"):
        yield part
    if len(pieces) == 1:
        return
    for place in range(0, len(pieces), 2):
        mark, rest = "".join(pieces[place + 1 : place + 2]), "".join(pieces[place + 2 :])
        is_question = mark == "?" or (mark == "？" and len(rest.split()) > 1)
        if pieces[place].strip() and not is_question:
            yield pieces[place]


def _unquoted(part: str) -> str:
    """Without quotes around the whole, or around a name beside it; "" where they don't pair."""
    if not _QUOTES.search(part):
        return part
    whole = part.strip()
    if _WORK.search(whole):
        return ""
    if _QUOTES.match(whole) and _QUOTES.match(whole[-1]) and not _QUOTES.search(whole[1:-1]):
        return whole[1:-1]
    outside = _QUOTED.sub(" ", part)
    return "" if _QUOTES.search(outside) else outside
