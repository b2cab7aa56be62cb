"""The words of gambling, pornography and pills: what is put on a page that was taken over.

One word is anybody's: papers fill slots, bandits have arms, tickets win lotteries. What a page is
about shows in how many different words of the trade stand together.
"""

from __future__ import annotations

import re
from typing import Final

_UNMISTAKABLE: Final = re.compile(
    r"\b(?:slot ?(?:gacor|88|777|dana|thailand|maxwin|qris|deposit)|situs (?:slot|judi|togel)"
    r"|slot online (?:terpercaya|resmi|gacor|terbaik|indonesia|24)|(?:agen|daftar|game) slot online"
    r"|judi (?:online|bola|slot)|bandar(?:qq| togel| bola| judi)|togel|agen (?:slot|judi)"
    r"|nhà cái|trang cá cược|cá cược (?:bóng đá|trực tuyến|thể thao)|deneme bonusu"
    r"|(?:bahis|casino|slot) siteleri|kaçak (?:bahis|iddaa)|bahis siteler\w*"
    r"|online casinos?|casino (?:online|en ligne|bonus|sites?|en línea|sin licencia)"
    r"|real money slots|sports? betting (?:site|bonus)s?|escorts? (?:girls?|service)"
    r"|казино (?:онлайн|вулкан)|онлайн казино|игровые автоматы (?:онлайн|бесплатно|на деньги)"
    r"|apuestas deportivas (?:en vivo|online|en línea)|casas? de apuestas|cassino online"
    r"|apostas esportivas|jogo do tigrinho|spielautomaten online|online spielothek"
    r"|(?:buy|cheap) (?:viagra|cialis)|porn (?:videos?|tube))\b"
    r"|百家[乐樂](?:平台|网站|官网|app|技巧|真人|娱乐)|真人百家[乐樂]|娱乐城|娛樂城|皇冠体育|体育投注|真人荷官"
    r"|博彩(?:网|平台|公司|官网|app|游戏|娱乐)|网上博彩|(?:新葡京|葡京|威尼斯人)(?:官|网|娱|平台|app|赌)"
    r"|(?:开云|乐鱼|华体会|米兰|半岛|九游|必威|亚博|爱游戏)体育|时时彩|北京赛车|电子游艺|电子老虎机"
    r"|棋牌(?:平台|娱乐|官网|app|下载)|棋牌游戏(?:大厅|平台|下载|官网)|开元棋牌|老虎机(?:平台|官网|网站)"
    r"|彩票(?:网站|平台|投注)|(?:色情|无码|成人)(?:视频|电影|网站|在线)|av无码|裸聊|约炮|春药"
    r"|オンラインカジノ|カジノサイト|온라인 ?카지노|카지노 ?사이트|토토 ?사이트|먹튀 ?검증|เว็บพนัน|หวยออนไลน์"
    r"|(?:เว็บ ?ตรง ?|เว็บ ?)สล็อต|สล็อต ?(?:เว็บ ?ตรง|ออนไลน์)|บาคาร่า ?ออนไลน์|คาสิโน ?ออนไลน์|แทงบอล ?ออนไลน์"
)
_TRADE: Final = re.compile(
    r"\b(?:slots?|gacor|maxwin|jackpot|casinos?|kasino|cassino|казино|вулкан|free spins|no deposit"
    r"|welcome bonus|bonus codes?|judi|togel|taruhan|bandar|deposit pulsa|rtp|scatter|bahis|iddaa"
    r"|canlı casino|bonusu|çevrimsiz|cược|nổ hũ|bắn cá|lô đề|букмекер\w*|игровые автоматы"
    r"|tragamonedas|apuestas|apostas|sportwetten|escorts?|porn\w*|xxx|viagra|cialis|sex cams?)\b"
    r"|百家[乐樂]|博彩|赌场|投注|彩金|返水|下注|荷官|首存|体育竞猜|电竞投注|色情|无码|六合彩|葡京|老虎机"
    r"|カジノ|パチンコ|카지노|바카라|먹튀|슬롯|베팅|สล็อต|บาคาร่า|คาสิโน|แทงบอล|เว็บตรง|เครดิตฟรี|ฝากถอน|พนัน"
)
"""Words that hardly stand together anywhere else."""
_ALSO: Final = re.compile(
    r"\b(?:poker|roulette|rulet|blackjack|baccarat|bets?|betting|bettor|odds|sportsbook|bookmaker"
    r"|gambling|wager(?:ing)?|ставк\w+|слот\w*|рулетк\w+|wetten|spielbank)\b"
    r"|赌博|真人|棋牌|彩票|开户|成人|スロット|도박|แทง"
)
"""Words that games, statistics and the law have too: only beside one of the trade."""
_STUDIED: Final = re.compile(
    r"addict|gambler|prevent|regulat|\blaws?\b|legislat|theor|probabilit|statisti|dataset|research"
    r"|\bpaper\b|learning|algorithm|neural|hypothes|econom|\bhistor|psycholog|simulat|\bapi\b|open.?source"
    r"|зависимост|закон|вероятност|истори|sucht|gesetz|wahrscheinlich|adicci|ludopat|dependênc"
    r"|probabilidad|bağımlılı|olasılık|nghiện|xác suất|điều luật|kecanduan|hukum"
    r"|条例|概率|研究|算法|经济|法律|法规|心理|问题|假设|强化学习|数据集|成瘾|历史|\bai\b|依存|確率|法律|歴史|経済"
    r"|중독|확률|법률|연구"
)
"""A name with one of these is of a work about the matter."""
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
_LONGEST_NAME: Final = 300
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
    text = name.lower()[:_LONGEST_NAME]
    if found := _UNMISTAKABLE.search(text):
        return "" if _STUDIED.search(text) else found[0]
    trade = list(dict.fromkeys(_TRADE.findall(text)))
    words = list(dict.fromkeys((*trade, *_ALSO.findall(text))))
    told = bool(trade) and len(words) > 1 and not _STUDIED.search(text)
    return ", ".join(words[:3]) if told else ""


def speaks_of(name: str) -> bool:
    """Does a title of the list have a word of the trade, so that it is what was recommended?"""
    text = name.lower()[:_LONGEST_NAME]
    return any(pattern.search(text) for pattern in (_TRADE, _ALSO, _UNMISTAKABLE))


def in_text(text: str) -> str:
    """Whether a page's visible text is made of it; "" when it only speaks of it now and then."""
    lower = text[:_LONGEST].lower()
    if sum(needle in lower for needle in _NEEDLES) < _FEW_NEEDLES:
        return ""
    trade = _TRADE.findall(lower) + _UNMISTAKABLE.findall(lower)
    hits = trade + _ALSO.findall(lower)
    kinds = list(dict.fromkeys(hits))
    is_dense = len(hits) * _RARE >= len(lower)
    is_trade = len(set(trade)) > 1 and len(kinds) >= _MANY and len(hits) >= _OFTEN
    return ", ".join(kinds[:5]) if is_trade and is_dense else ""


def in_links(domains: tuple[str, ...]) -> str:
    """Domains that a page links to and that carry its names."""
    found = [domain for domain in domains if _LINKS.search(domain)]
    return ", ".join(found[:3]) if len(found) >= _MANY_LINKS else ""
