"""Bilibili's two names of a video: the number `av170001` and the code `BV17x411w7KC`.

The one is computed from the other: the number, with bit 51 set and xored, in base 58 with an
alphabet of its own, and two pairs of digits exchanged
(https://github.com/SocialSisterYi/bilibili-API-collect, docs/misc/bvid_desc.md).
"""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = "FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf"
_XOR: Final = 23_442_827_791_579
_TOP: Final = 1 << 51
_LENGTH: Final = 9
_NUMBER: Final = re.compile(r"av([0-9]{1,16})", re.IGNORECASE)
_CODE: Final = re.compile(rf"BV1([{_DIGITS}]{{{_LENGTH}}})")


def code_of(name: str) -> str | None:
    """The BV code of a video by its code or its number; None when no video has such a name."""
    if found := _NUMBER.fullmatch(name):
        number = int(found[1])
        return _encode(number) if 0 < number < _TOP else None
    code = "BV" + name[2:] if name[:2].upper() == "BV" else name
    return code if number_of(code) else None


def number_of(code: str) -> int | None:
    """The number of a video by its BV code; None when no video has this code."""
    found = _CODE.fullmatch(code)
    if not found:
        return None
    number = 0
    for digit in _exchanged(found[1]):
        number = number * len(_DIGITS) + _DIGITS.index(digit)
    return (number ^ _XOR) & (_TOP - 1) if number >> 51 == 1 else None


def _encode(number: int) -> str:
    rest, digits = (number | _TOP) ^ _XOR, ""
    while rest:
        rest, digit = divmod(rest, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return "BV1" + _exchanged(digits)


def _exchanged(digits: str) -> str:
    """Its own inverse."""
    a, b, c, d, e, f, g, h, i = list(digits)
    return "".join((g, e, c, d, b, f, a, h, i))
