"""The words of gambling, pornography and pills: what is put on a page that was taken over.

One word is anybody's: papers fill slots, bandits have arms, tickets win lotteries. What a page is
about shows in how many different words of the trade stand together.
"""

from __future__ import annotations

import re
from typing import Final

_UNMISTAKABLE: Final = re.compile(
    r"\b(?:slot ?(?:gacor|online|88|777|dana|thailand|maxwin|qris|deposit)|situs (?:slot|judi|togel)"
    r"|judi (?:online|bola|slot)|bandar(?:qq| togel| bola| judi)|togel|(?:agen|daftar) (?:slot|judi)"
    r"|nhà cái|cá cược|deneme bonusu|(?:bahis|casino|slot) siteleri|kaçak (?:bahis|iddaa)"
    r"|online casinos?|casino (?:online|en ligne|bonus|sites?|en línea|sin licencia)"
    r"|(?:free|bonus|real money) slots|sports? betting (?:site|bonus)s?|escorts? (?:girls?|service)"
    r"|казино (?:онлайн|вулкан)|онлайн казино|букмекерск\w+ контор\w+|игровые автоматы"
    r"|apuestas deportivas|tragamonedas|cassino online|apostas esportivas|jogo do tigrinho"
    r"|spielautomaten online|online spielothek|(?:buy|cheap) (?:viagra|cialis)|porn (?:videos?|tube))\b"
    r"|百家乐|百家樂|博彩|娱乐城|娛樂城|葡京|威尼斯人|皇冠体育|体育投注|真人荷官|时时彩|北京赛车"
    r"|六合彩|棋牌(?:游戏|平台|娱乐)|开元棋牌|电子游艺|老虎机|彩票(?:网站|平台|游戏|投注)|澳门(?:赌|新|威|葡)"
    r"|成人视频|裸聊|约炮|春药|オンラインカジノ|カジノサイト|ブックメーカー"
    r"|카지노|토토사이트|먹튀|바카라|สล็อต|บาคาร่า|คาสิโน|แทงบอล|เว็บพนัน|หวยออนไลน์"
)
_WORDS: Final = re.compile(
    r"\b(?:slots?|gacor|maxwin|jackpot|casinos?|kasino|cassino|казино|poker|roulette|rulet|blackjack|baccarat"
    r"|bets?|betting|bettor|odds|sportsbook|bookmaker|gambling|wager(?:ing)?|free spins|no deposit"
    r"|welcome bonus|bonus codes?|judi|togel|taruhan|bandar|deposit pulsa|rtp|scatter|bahis|iddaa|canlı casino"
    r"|bonusu|çevrimsiz|cược|nổ hũ|bắn cá|lô đề|ставк\w+|букмекер\w*|слот\w*|рулетк\w+"
    r"|apuestas|apostas|wetten|sportwetten|spielbank|escorts?|porn\w*|xxx|viagra|cialis|sex cams?)\b"
    r"|赌博|赌场|投注|彩金|返水|下注|真人|棋牌|彩票|荷官|开户|首存|体育竞猜|电竞投注|色情|无码|成人"
    r"|カジノ|スロット|パチンコ|도박|슬롯|베팅|เครดิตฟรี|ฝากถอน|พนัน|แทง"
)
_MANY: Final = 4
"""Different words in a text."""
_OFTEN: Final = 12
"""Times that they stand there."""
_RARE: Final = 120
"""Characters of text for each: an article on the matter has more between them."""
_LINKS: Final = re.compile(
    r"slot|casino|judi|togel|gacor|bet(?:ting|365|88|\d{2,3}|-?win)|poker|bahis|toto|1xbet|188|w88|dafabet"
)
_MANY_LINKS: Final = 2
_LONGEST: Final = 6_000
# fmt: off
_NEEDLES: Final = (
    "slot", "casino", "bet", "judi", "bonus", "казино", "ставк", "投注", "博彩", "彩票", "百家乐",
    "娱乐", "カジノ", "카지노", "토토", "สล็อต", "บาคาร่า", "bahis", "cược", "porn", "escort", "viagra",
    "cialis", "apuesta", "aposta", "sex", "poker",
)
# fmt: on
_FEW_NEEDLES: Final = 2
"""So many of them stand in any text that is dense with the words: a quick no for all others."""


def in_name(name: str) -> str:
    """What a title or heading says of it: one unmistakable thing, or two words; "" for nothing."""
    text = name.lower()[:300]
    if found := _UNMISTAKABLE.search(text):
        return found[0]
    words = list(dict.fromkeys(_WORDS.findall(text)))
    return ", ".join(words[:3]) if len(words) > 1 else ""


def speaks_of(name: str) -> bool:
    """Does a title of the list have a word of the trade, so that it is what was recommended?"""
    text = name.lower()[:300]
    return bool(_WORDS.search(text) or _UNMISTAKABLE.search(text))


def in_text(text: str) -> str:
    """Whether a page's visible text is made of it; "" when it only speaks of it now and then."""
    lower = text[:_LONGEST].lower()
    if sum(needle in lower for needle in _NEEDLES) < _FEW_NEEDLES:
        return ""
    hits = _WORDS.findall(lower) + _UNMISTAKABLE.findall(lower)
    kinds = list(dict.fromkeys(hits))
    is_dense = len(hits) * _RARE >= len(lower)
    return ", ".join(kinds[:5]) if len(kinds) >= _MANY and len(hits) >= _OFTEN and is_dense else ""


def in_links(domains: tuple[str, ...]) -> str:
    """Domains that a page links to and that carry its names."""
    found = [domain for domain in domains if _LINKS.search(domain)]
    return ", ".join(found[:3]) if len(found) >= _MANY_LINKS else ""
