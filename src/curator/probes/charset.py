"""Which characters a page's bytes are, though a tenth of pages say nothing and some say wrong.

What decodes as UTF-8 is UTF-8 whatever was declared; else what was declared is believed when the
page decodes so; else the encodings are tried that such lists meet most.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

_PRESCAN: Final = 4096
_CHARSET: Final = re.compile(rb"charset\s{0,8}=\s{0,8}[\"']?\s{0,8}([\w:.\-]{2,40})", re.IGNORECASE)
_ASCII: Final = bytes(range(128))
_HANZI: Final = re.compile(rb"[\xb0-\xf7][\xa1-\xfe]")
"""GB 2312's characters; gb18030 has many more, but a Chinese page is mostly these."""
_SEQUENCE: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_NO_ACCIDENT: Final = 4
"""So many well-formed UTF-8 sequences mean UTF-8; two characters of GBK can look like one."""

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
    "tis-620": "cp874",
}
_CODECS: Final = _DOUBLE_BYTE | _SINGLE_BYTE
"""The labels that are met, and the codec browsers take for each (Encoding Standard 4.2)."""

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
    if in_sequences > 0.8 * beyond:
        return "utf-8"  # a few broken bytes are no reason to misread the rest
    in_hanzi = 2 * len(_HANZI.findall(body))
    return "gb18030" if in_hanzi > 0.8 * beyond else "cp1252"


def _decodes(body: bytes, codec: str) -> bool:
    """Does it, save a last character that was cut?"""
    try:
        codecs.getincrementaldecoder(codec)("strict").decode(body, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _recode(body: bytes, codec: str) -> bytes:
    return body.decode(codec, "replace").encode("utf-8", "replace")
