"""Which characters a page's bytes are, though a tenth of pages say nothing and some say wrong.

What decodes as UTF-8 is UTF-8 whatever was declared; else what was declared is believed when the
page decodes so; else the old encodings of its language are tried, and then those that such lists
meet most.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from curator.probes.guessing import guess as by_letters

_PRESCAN: Final = 4096
_CHARSET: Final = re.compile(rb"charset\s{0,8}=\s{0,8}[\"']?\s{0,8}([\w:.\-]{2,40})", re.IGNORECASE)
_ASCII: Final = bytes(range(128))
_HANZI: Final = re.compile(rb"[\xb0-\xf7][\xa1-\xfe]")
"""GB 2312's characters; gb18030 has many more, but a Chinese page is mostly these."""
_SEQUENCE: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_NO_ACCIDENT: Final = 4
"""So many well-formed UTF-8 sequences mean UTF-8; two characters of GBK can look like one."""

_BROKEN: Final = 10
"""One broken character among so many bytes is a slip."""

_DOUBLE_BYTE: Final = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean", "windows-949"), "cp949"),
}
_SINGLE_BYTE: Final = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252"),
    **{f"windows-125{page}": f"cp125{page}" for page in range(9)},
    **{f"iso-8859-{part}": f"iso8859_{part}" for part in (*range(2, 9), 10, 13, 14, 15, 16)},
    "iso-8859-9": "cp1254",
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    **dict.fromkeys(("tis-620", "windows-874", "iso-8859-11"), "cp874"),
}
_CODECS: Final = _DOUBLE_BYTE | _SINGLE_BYTE
"""The labels that are met, and the codec browsers take for each (Encoding Standard 4.2)."""

_LANGUAGE: Final = re.compile(
    rb"<html\b[^<>]{0,200}?\blang\s?=\s?[\"']?([a-z]{2}(?:-[a-z]{2,4})?)", re.I
)
_BY_LANGUAGE: Final = {
    **dict.fromkeys(("ru", "be", "bg", "uk", "sr", "mk"), ("cp1251", "koi8_r")),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "ro"), ("cp1250",)),
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-hant"), ("big5hkscs", "gb18030")),
    "ja": ("euc_jp", "cp932"),
    "ko": ("cp949",),
    "th": ("cp874",),
    "tr": ("cp1254",),
    "el": ("cp1253",),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    "fa": ("cp1256",),
    "lt": ("cp1257",),
    "lv": ("cp1257",),
    "vi": ("cp1258",),
}
"""What browsers assume for readers of a language (HTML Standard, "determining the character
encoding"), and what else was common there."""
_CYRILLIC: Final = frozenset(("cp1251", "koi8_r"))
_CASES_OF_1251: Final = (bytes(range(0xE0, 0x100)), bytes(range(0xC0, 0xE0)))
"""Where Windows has the small letters, KOI8 has the capitals, and the other way round."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def to_utf8(body: bytes, content_type: str) -> bytes:
    """The page as UTF-8; bytes that are no characters become U+FFFD."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return _recode(body[len(mark) :], codec)
    if body.isascii():
        return body
    declared = _declared(body, content_type)
    if _decodes(body, "utf-8") and not _may_be_accident(body, declared):
        return body
    return _recode(body, declared or _guess(body))


def _declared(body: bytes, content_type: str) -> str | None:
    """The declared codec, the header's before the page's; None when it is UTF-8 or can't be so."""
    in_header = _CHARSET.search(content_type.encode("ascii", "replace"))
    in_page = _CHARSET.search(body[:_PRESCAN])
    for found in (in_header, in_page):
        codec = _CODECS.get(found[1].decode("ascii", "replace").lower()) if found else None
        if codec and _decodes(body, codec):
            return codec
    return None


def _may_be_accident(body: bytes, declared: str | None) -> bool:
    """Declared as two bytes a character, and too short to tell."""
    if declared not in _DOUBLE_BYTE.values():
        return False
    return len(_SEQUENCE.findall(body)) < _NO_ACCIDENT


def _guess(body: bytes) -> str:
    beyond = len(body.translate(None, _ASCII))
    in_sequences = sum(map(len, _SEQUENCE.findall(body)))
    if (
        in_sequences > 0.8 * beyond
        and _BROKEN * body.decode("utf-8", "replace").count("�") < beyond
    ):
        return "utf-8"  # a few broken bytes are no reason to misread the rest
    if codec := _of_language(body) or by_letters(body):
        return codec
    in_hanzi = 2 * len(_HANZI.findall(body))
    return "gb18030" if in_hanzi > 0.8 * beyond else "cp1252"


def _of_language(body: bytes) -> str | None:
    """By the language that the page says it is in."""
    found = _LANGUAGE.search(body[:_PRESCAN])
    name = found[1].decode("ascii").lower() if found else ""
    codecs_of_it = _BY_LANGUAGE.get(name) or _BY_LANGUAGE.get(name[:2], ())
    if _CYRILLIC.issuperset(codecs_of_it) and codecs_of_it:
        lower, upper = (len(body) - len(body.translate(None, some)) for some in _CASES_OF_1251)
        return "cp1251" if lower >= upper else "koi8_r"
    return next((codec for codec in codecs_of_it if _decodes(body, codec)), None)


def _decodes(body: bytes, codec: str) -> bool:
    """Does it, save a last character that was cut?"""
    try:
        codecs.getincrementaldecoder(codec)("strict").decode(body, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _recode(body: bytes, codec: str) -> bytes:
    return body.decode(codec, "replace").encode("utf-8", "replace")
