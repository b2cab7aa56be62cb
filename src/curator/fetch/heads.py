"""The head of an answer as browsers read it, rewritten so that h11 reads the same.

h11 holds servers to RFC 9112, and a link in a list is alive when a browser shows it. What browsers
forgive (Chromium `http_util.cc` and `http_response_headers.cc`, Firefox `nsHttpTransaction.cpp`)
is mended here; what they refuse, such as lengths that contradict each other, is left for h11 to
refuse.
"""

from __future__ import annotations

import re
from typing import Final

import h11

LONGEST_HEAD: Final = 256 * 1024
"""Bytes, as in Chromium; beyond that it is no head."""


class HeadReader:
    """Holds bytes back until a head is whole, passes it on mended, then all else as it is."""

    def __init__(self) -> None:
        self.whole = False
        """The final head has been passed on; informational ones (1xx) come before it."""
        self._held = bytearray()
        self._searched = 0

    def feed(self, data: bytes) -> bytes:
        """What h11 may be given by now. `h11.RemoteProtocolError` when it can be no head."""
        if self.whole:
            return data
        self._held += data
        heads = bytearray()
        while not self.whole and (head := self._take()) is not None:
            status, mended = mend(head)
            heads += mended
            self.whole = not 100 <= status < 200
        if not self.whole:
            _refuse_hopeless(self._held)
            return bytes(heads)
        return bytes(heads + self._held)

    def _take(self) -> bytes | None:
        """The next head without the blank line that ends it."""
        if not self._searched:
            self._held = self._held.lstrip(b"\r\n")
        end = _END.search(self._held, self._searched)
        if not end:
            self._searched = max(0, len(self._held) - 2)
            return None
        head = bytes(self._held[: end.start()])
        del self._held[: end.end()]
        self._searched = 0
        return head


def mend(head: bytes) -> tuple[int, bytes]:
    """Status and bytes of one head. `h11.RemoteProtocolError` without a status line.

    Folded lines are joined (RFC 9112 5.2), lines that name no field are left out.
    """
    first, *lines = _FOLD.sub(b" ", head).split(b"\n")
    found = _STATUS_LINE.match(first)
    if not found:
        raise h11.RemoteProtocolError(f"no status line of HTTP: {first[:80]!r}")
    version = b"1.0" if found["old"] else b"1.1"
    fields = _framed(_fields(lines))
    wire = b"".join(b"%b: %b\r\n" % field for field in fields)
    return int(found["status"]), b"HTTP/%b %b\r\n%b\r\n" % (version, found["status"], wire)


_Field = tuple[bytes, bytes]

_FOLD: Final = re.compile(rb"\r?\n[ \t]+")
_END: Final = re.compile(rb"\n\r?\n")
_STATUS_LINE: Final = re.compile(
    rb"(?:(?P<old>HTTP/[01]\.0|HTTP/0\.9|ICY)|HTTP(?:/[0-9](?:\.[0-9])?)?)"
    rb"[ \t]+(?P<status>[0-9]{3})(?![0-9])",
    re.IGNORECASE,
)
_STARTS: Final = (b"HTTP", b"ICY ")
_NAME: Final = re.compile(rb"[-!#$%&'*+.^_`|~0-9A-Za-z]+")
_LENGTH: Final = re.compile(rb"[0-9]{1,18}")
_FRAMING: Final = frozenset((b"content-length", b"transfer-encoding"))
_ILLEGAL: Final = bytes.maketrans(b"\x00\r\x0b\x0c", b"    ")
"""What h11 takes in no value; other control bytes it lets through (its issue 57)."""


def _refuse_hopeless(held: bytearray) -> None:
    """End it as soon as no head can come of it, rather than at the end of the clock."""
    start = bytes(held[:4]).upper()
    if not any(known.startswith(start) for known in _STARTS):
        raise h11.RemoteProtocolError(f"no answer of HTTP: {bytes(held[:80])!r}")
    if len(held) > LONGEST_HEAD:
        raise h11.RemoteProtocolError(f"the head is longer than {LONGEST_HEAD:,} bytes")


def _fields(lines: list[bytes]) -> list[_Field]:
    split = (line.partition(b":") for line in lines)
    return [
        (name.strip(), value.translate(_ILLEGAL).strip())
        for name, colon, value in split
        if colon and _NAME.fullmatch(name.strip())
    ]


def _framed(fields: list[_Field]) -> list[_Field]:
    """Say once where the body ends: "chunked" wins, then a length that is a number.

    A negative or wordy length is as good as none: the body lasts until the connection closes.
    """
    kept = [(name, value) for name, value in fields if name.lower() not in _FRAMING]
    if any(b"chunked" in coding.lower() for coding in _values(fields, b"transfer-encoding")):
        return [*kept, (b"Transfer-Encoding", b"chunked")]
    words = b",".join(_values(fields, b"content-length")).split(b",")
    lengths = {int(word) for word in map(bytes.strip, words) if _LENGTH.fullmatch(word)}
    return kept + [(b"Content-Length", b"%d" % length) for length in sorted(lengths)]


def _values(fields: list[_Field], wanted: bytes) -> list[bytes]:
    return [value for name, value in fields if name.lower() == wanted]
