"""Which legacy encoding a page is in that declares none: by the letters that its language has most.

A wrong decoding makes other letters of the same bytes: Cyrillic in KOI8-R read as windows-1251
still is Cyrillic, and "ъ" is suddenly its commonest letter.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_COMMON: Final = {
    "gb18030": (
        "的一是不在了有人我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于"
        "着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还"
        "进好小部其些主样理心她本前开但因只从想实日页面访问您抱歉返回首"
    ),
    "big5hkscs": (
        "的一是不在了有人我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於"
        "著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還"
        "進好小部其些主樣理心她本前開但因只從想實日頁您抱歉返回首找網"
    ),
    "cp932": "のにはをたがでてとしれさいるなりまあかくらこもおうすっよ。、ースンルトイクラリ",
    "euc_jp": "のにはをたがでてとしれさいるなりまあかくらこもおうすっよ。、ースンルトイクラリ",
    "cp949": (
        "이다는에의가을하지고도로를은한기사리어대나서자시아해인정보게라일과그수있니요습만"
        "들부전상제안스페찾없"
    ),
    "cp1251": "оеаинтсрв",
    "koi8_r": "оеаинтсрв",
    "iso8859_7": "αοιετσνηρ",
    "cp1256": "اليمونرتة",
    "cp1255": "יוהלאמרבת",
    "cp874": "านรกเงมยล่้ี",
}
"""Of a language's text at least half the letters are among these; a wrong decoding has few."""
_SAMPLE: Final = 8_000
_ENOUGH: Final = 0.4
_ASCII: Final = bytes(range(128))
_FEW: Final = 8
"""Letters beyond ASCII; fewer tell nothing."""
_RUN: Final = re.compile(rb"[\x80-\xff]{3,}")
"""Western letters beyond ASCII stand alone among others; of other alphabets they are the word."""


def guess(body: bytes) -> str | None:
    """The codec whose letters the body has most; None when none has enough of them."""
    beyond = len(body[:_SAMPLE].translate(None, _ASCII))
    if sum(map(len, _RUN.findall(body[:_SAMPLE]))) < beyond / 2:
        return None
    best, most = None, _ENOUGH
    for codec, common in _COMMON.items():
        share = _share(body[:_SAMPLE], codec, common)
        if share > most:
            best, most = codec, share
    return best


def _share(sample: bytes, codec: str, common: str) -> float:
    """How many of the letters beyond ASCII are common ones; 0 when the bytes are not of it."""
    text = sample.decode(codec, "ignore")
    if len(text.encode(codec, "ignore")) < 0.98 * len(sample):
        return 0.0
    letters = Counter(char for char in text if char > "\x7f")
    count = sum(letters.values())
    return sum(letters[char] for char in common) / count if count >= _FEW else 0.0
