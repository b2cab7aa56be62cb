"""The words of gambling, pornography and pills: what is put on a page that was taken over.

One word is anybody's: papers fill slots, bandits have arms, tickets win lotteries. What a page is
about shows in how many different words of the trade stand together.
"""

from __future__ import annotations

import re
from typing import Final

from curator.probes.signs.spam_words import ALSO, STUDIED, TRADE, UNMISTAKABLE

_UNMISTAKABLE: Final = re.compile("|".join(UNMISTAKABLE))
_TRADE: Final = re.compile("|".join(TRADE))
_ALSO: Final = re.compile("|".join(ALSO))
_STUDIED: Final = re.compile("|".join(STUDIED))
"""A name with one of these is of a work about the matter."""
_MANY: Final = 4
"""Different words in a text."""
_OFTEN: Final = 12
"""Times that they stand there."""
_FEW: Final = 4
_RARE: Final = 120
"""Characters of text for each: an article on the matter has more between them."""
_LINKS: Final = re.compile(
    r"slot|casino|judi|togel|gacor|bet(?:ting|365|88|\d{2,3}|-?win)|poker|bahis|toto|1xbet|188|w88|dafabet"
)
_MANY_LINKS: Final = 2
_LONGEST: Final = 6_000
_LONGEST_NAME: Final = 300
# fmt: off
_NEEDLES: Final = (
    "slot", "casin", "cazino", "kasin", "kasyn", "kaszin", "bet", "judi", "bonus", "казино", "ставк",
    "投注", "博彩", "彩票", "彩金", "百家乐", "娱乐", "老虎机", "首存", "棋牌", "真人", "カジノ", "バカラ", "スロット", "ルーレット", "카지노",
    "토토", "슬롯", "สล็อต", "บาคาร่า", "bahis", "cược", "porn", "escort", "viagra", "cialis", "apuesta",
    "aposta", "sex", "poker", "jackpot", "roul", "rulet", "καζίνο", "ρουλέτα", "كازينو", "روليت", "مراهن",
    "شرط", "کازینو", "קזינו", "רולטה", "कैसीनो", "स्लॉट", "ক্যাসিনো", "স্লট", "gok", "рулетк",
)
# fmt: on
_ASCII_NEEDLES: Final = tuple(needle for needle in _NEEDLES if needle.isascii())
_FEW_NEEDLES: Final = 2
"""So many of them stand in any text that is dense with the words: a quick no for all others."""


def in_name(name: str) -> str:
    """What a title or heading says of it: one unmistakable thing, or two words; "" for nothing."""
    text = name.lower()[:_LONGEST_NAME]
    if found := _UNMISTAKABLE.search(text):
        return "" if _STUDIED.search(text) else found[0]
    trade = list(dict.fromkeys(_TRADE.findall(text)))
    words = list(dict.fromkeys((*trade, *_ALSO.findall(text))))
    told = bool(trade) and len(words) > 1 and not _STUDIED.search(text)
    return ", ".join(words[:3]) if told else ""


def is_studied(name: str) -> bool:
    """Is it the name of a work about the matter?"""
    return bool(_STUDIED.search(name.lower()[:_LONGEST_NAME]))


def speaks_of(name: str) -> bool:
    """Does a title of the list have a word of the trade, so that it is what was recommended?"""
    text = name.lower()[:_LONGEST_NAME]
    return any(pattern.search(text) for pattern in (_TRADE, _ALSO, _UNMISTAKABLE))


def in_text(text: str, *, named: bool = False) -> str:
    """Whether a page's visible text is made of it; "" when it only speaks of it now and then.

    `named`: its title or heading says so, and a shorter text is enough.
    """
    lower = text[:_LONGEST].lower()
    needles = _ASCII_NEEDLES if lower.isascii() else _NEEDLES
    if not named and sum(needle in lower for needle in needles) < _FEW_NEEDLES:
        return ""
    trade = _TRADE.findall(lower) + _UNMISTAKABLE.findall(lower)
    hits = trade + _ALSO.findall(lower)
    kinds = list(dict.fromkeys(hits))
    is_dense = len(hits) * _RARE >= len(lower)
    is_trade = (
        len(set(trade)) > 1 and len(kinds) >= _MANY and len(hits) >= (_FEW if named else _OFTEN)
    )
    return ", ".join(kinds[:5]) if is_trade and is_dense else ""


def in_links(domains: tuple[str, ...]) -> str:
    """Domains that a page links to and that carry its names."""
    found = [domain for domain in domains if _LINKS.search(domain)]
    return ", ".join(found[:3]) if len(found) >= _MANY_LINKS else ""
