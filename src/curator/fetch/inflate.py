"""Undoing a body's content codings in steps that a cap can stop.

A few kilobytes can inflate to gigabytes, so no step may give more than there is room for
(`max_length` of `zlib`); that is why only gzip and deflate are asked for.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Final


class UndecodableError(Exception):
    """The bytes are not in the coding that the answer claims."""


class ForeignError(UndecodableError):
    """The coding is one that was not asked for, and that we can't read."""


class Inflater:
    """One coding undone: feed it what came, get at most `room` bytes in all."""

    def __init__(self, coding: str, room: int) -> None:
        self.room = room
        self._is_gzip = coding == "gzip"
        self._engine: zlib._Decompress | None = None
        self._ahead = b""
        """A first byte, with which nobody can tell yet what begins."""
        self._members = 0
        self._is_over = False

    @property
    def is_broken_off(self) -> bool:
        """Something began that did not come to its end."""
        return self._engine is not None or (bool(self._ahead) and not self._members)

    def feed(self, data: bytes) -> bytes:
        """`UndecodableError` when `data` can't follow what came before."""
        pieces: list[bytes] = []
        data = self._ahead + data
        self._ahead = b""
        while data and self.room and not self._is_over:
            if self._engine is None and len(data) < 2:
                self._ahead = data
                break
            data = self._step(data, pieces)
        return b"".join(pieces)

    def _step(self, data: bytes, pieces: list[bytes]) -> bytes:
        """Inflate what there is room for; what is left comes back."""
        engine = self._engine = self._engine or self._begin(data)
        if engine is None:
            self._is_over = True
            return b""
        try:
            pieces.append(engine.decompress(data, self.room))
        except zlib.error as error:
            raise UndecodableError(str(error)) from error
        self.room -= len(pieces[-1])
        if not engine.eof:
            return engine.unconsumed_tail
        self._members += 1
        self._engine = None
        return engine.unused_data

    def _begin(self, data: bytes) -> zlib._Decompress | None:
        """A first or a further member (RFC 1952 2.2); None for junk after the last, as browsers."""
        if self._members and not (
            self._is_gzip and data.startswith(_GZIP_MAGIC) and self._members < _MOST_MEMBERS
        ):
            return None
        if self._is_gzip:
            return zlib.decompressobj(_GZIP)
        return zlib.decompressobj(_ZLIB if _has_zlib_header(data) else _RAW)


def inflaters(content_encoding: str, room: int) -> Sequence[Inflater]:
    """One for each coding, last applied first (RFC 9110 8.4); words that mean none are skipped."""
    words = [word.strip().lower().removeprefix("x-") for word in content_encoding.split(",")]
    if unreadable := [word for word in words if word in _UNREADABLE]:
        raise ForeignError(f"sent as {unreadable[0]}, which was not asked for")
    codings = [word for word in words if word in ("gzip", "deflate")]
    if len(codings) > _MOST_CODINGS:
        raise UndecodableError(f"{len(codings)} codings on top of each other")
    return [Inflater(coding, room) for coding in reversed(codings)]


_GZIP: Final = 31
_ZLIB: Final = 15
_RAW: Final = -15
"""Window bits of `zlib.decompressobj`; the last is what some servers mean by deflate."""
_GZIP_MAGIC: Final = b"\x1f\x8b"
_MOST_MEMBERS: Final = 100
_MOST_CODINGS: Final = 3
_UNREADABLE: Final = frozenset(("br", "zstd", "compress", "dcb", "dcz"))


def _has_zlib_header(data: bytes) -> bool:
    """RFC 1950 2.2."""
    return data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
