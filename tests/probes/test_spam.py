"""The words of gambling and its like, and the same words in other mouths."""

from __future__ import annotations

import pytest

from curator.probes.signs import spam


@pytest.mark.parametrize(
    "name",
    [
        *["SLOT88: Daftar Situs Slot Gacor Maxwin", "Judi bola online terpercaya"],
        *["澳门新葡京娱乐城", "真人百家乐平台", "สล็อตเว็บตรง แตกง่าย", "Nhà cái uy tín"],
        *["Deneme Bonusu Veren Siteler", "Best Online Casinos - Real Money Slots"],
        *["开云体育app下载", "日本AV无码在线观看", "안전 토토사이트 추천", "บาคาร่าออนไลน์ เว็บตรง"],
        *[
            "Онлайн казино Вулкан",
            "Apuestas deportivas en vivo",
            "온라인 카지노",
            "オンラインカジノ",
        ],
    ],
)
def test_names_of_taken_over_pages(name: str) -> None:
    assert spam.in_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *[
            "Slot filling and intent detection",
            "Vue slots explained",
            "The lottery ticket hypothesis",
        ],
        *["Casino: a film by Scorsese", "The odds ratio in statistics", "Betting on sparsity"],
        *["Poker hands dataset", "彩票假设：稀疏网络", "彩票管理条例", "成人教育研究", "真人快打"],
        *[
            "Betting odds and probability",
            "Bets, odds and Dutch books",
            "多臂老虎机算法",
            "澳门新闻",
        ],
        *["OpenSpiel: poker, blackjack and other games", "棋牌游戏AI：强化学习", "博彩业经济学"],
        *["Online casinos and gambling addiction", "Slot Online Booking Doctor", "카지노 로얄"],
        *["Музей советских игровых автоматов", "Закон об онлайн казино", "百家乐的概率"],
        *["Sex differences in cognition", "Beta distributions", "RTP: a transport protocol", ""],
    ],
)
def test_names_of_other_things(name: str) -> None:
    assert not spam.in_name(name)


def test_a_text_is_made_of_it_or_speaks_of_it_now_and_then() -> None:
    dense = "Play slots, blackjack and roulette. Casino bonus, free spins, no deposit, jackpot. "
    prose = "A gambler at a slot machine in a casino has some odds, and a theory of betting. "
    assert spam.in_text(dense * 6)
    assert not spam.in_text(dense)
    odds = "Poker odds, blackjack odds, roulette bets and wagers: what a bettor may expect. "
    assert not spam.in_text(odds * 6)
    assert not spam.in_text(prose + "The estimator converges under mild conditions. " * 60)
    assert not spam.in_text("")


def test_where_it_links_to() -> None:
    assert spam.in_links(("bet365.example", "slot88.example"))
    assert not spam.in_links(("bet365.example",))
    assert not spam.in_links(("arxiv.org", "alphabet.example"))


def test_a_list_that_speaks_of_it() -> None:
    assert spam.speaks_of("A theory of betting")
    assert not spam.speaks_of("A theory of attention")


LANGUAGES = {
    "french": (
        "Casino en ligne fiable",
        "Machines à sous, roulette, paris sportifs, tours gratuits. ",
    ),
    "italian": ("Casinò non AAMS", "Scommesse, roulette, blackjack, giri gratis e casinò. "),
    "polish": ("Kasyno online 2026", "Kasyna, ruletka, darmowe spiny, bukmacherzy i zakłady. "),
    "czech": ("Online casino CZ", "Casina, výherní automaty, ruleta, blackjack. "),
    "dutch": ("Beste goksites", "Gokkasten, roulette, gratis spins, wedden. "),
    "swedish": ("Casino utan licens", "Spelautomater, casino, roulette, odds. "),
    "finnish": ("Nettikasinot heti", "Kolikkopelit, ruletti, ilmaiskierrokset, vedonlyönti. "),
    "hungarian": ("Online kaszinók", "Nyerőgépek, rulett, blackjack, sportfogadás. "),
    "romanian": ("Cazinouri online", "Păcănele, ruletă, pariuri, rotiri gratuite. "),
    "greek": ("Online καζίνο", "Φρουτάκια, ρουλέτα, στοίχημα, καζίνο. "),
    "ukrainian": ("Онлайн казино UA", "Ігрові автомати, рулетка, фріспіни, слоти. "),
    "arabic": ("كازينو اون لاين", "سلوتس، روليت، مراهنات، بلاك جاك. "),
    "persian": ("سایت شرط بندی", "بازی انفجار، روليت، پوکر، شرط بندی. "),
    "hebrew": ("אתרי הימורים", "קזינו, רולטה, מכונות מזל, הימורים. "),
    "hindi": ("ऑनलाइन कैसीनो", "स्लॉट, रूलेट, तीन पत्ती, कैसीनो। "),
    "bengali": ("অনলাইন ক্যাসিনো", "স্লট, রুলেট, বেটিং, ক্যাসিনো। "),
    "japanese": ("オンカジ比較", "スロット、バカラ、ルーレット、フリースピン。"),
    "chinese": ("千亿国际官网", "老虎机、百家乐、棋牌、捕鱼，注册送彩金。"),
    "english": ("Crypto casino", "Provably fair dice, slots, rakeback, roulette, jackpots. "),
}


@pytest.mark.parametrize(("name", "text"), LANGUAGES.values(), ids=LANGUAGES)
def test_the_trade_in_many_languages(name: str, text: str) -> None:
    assert spam.in_name(name)
    assert spam.in_text(text * 2, named=True)


@pytest.mark.parametrize(
    "name",
    [
        *["Storia del casinò online", "Uzależnienie: kasyno online", "Histoire du casino en ligne"],
        *[
            "Jackpot: an npm library of slot machines",
            "Casino Jackpot (1997)",
            "도박 중독 예방 카지노",
        ],
        *["Gambling disorder and casinos: treatment", "Vue slots: a bonus chapter", "银河系的官网"],
    ],
)
def test_works_about_it(name: str) -> None:
    assert not spam.in_name(name)


def test_a_short_text_is_enough_where_the_name_says_so() -> None:
    text = "Slots, blackjack, a casino bonus code, free spins."
    assert spam.in_text(text, named=True)
    assert not spam.in_text(text)
    assert not spam.in_text(
        "A casino stands beside the harbour, and nobody goes there.", named=True
    )
