"""A name server for the web, for a namespace that has no other."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

SERVFAIL = ("SERVFAIL",)
SILENT = ("SILENT",)

_A, _AAAA = 1, 28
_OK, _FAILED, _NO_NAME = 0, 2, 3
_QUESTION = struct.Struct("!HHHHHH")
_TTL = 0


@dataclass(slots=True, kw_only=True)
class NameServer(asyncio.DatagramProtocol):
    """Answers A and AAAA over UDP; what it does not know does not exist (RFC 1035, section 4)."""

    records: Mapping[str, tuple[str, ...]]
    """Name in lower case to addresses, or SERVFAIL, or SILENT."""
    asked: list[str] = field(default_factory=list)
    _transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        name, kind, end = _question(data)
        self.asked.append(name)
        known = self.records.get(name)
        if known == SILENT or self._transport is None:
            return
        self._transport.sendto(_reply(data, end, kind, known), addr)


def _question(data: bytes) -> tuple[str, int, int]:
    """Name, type, and where the question ends."""
    labels, at = [], _QUESTION.size
    while length := data[at]:
        labels.append(data[at + 1 : at + 1 + length].decode("latin-1"))
        at += 1 + length
    (kind,) = struct.unpack_from("!H", data, at + 1)
    return ".".join(labels).lower(), kind, at + 5


def _reply(data: bytes, end: int, kind: int, known: tuple[str, ...] | None) -> bytes:
    (number,) = struct.unpack_from("!H", data)
    code = _NO_NAME if known is None else _FAILED if known == SERVFAIL else _OK
    addresses = [packed for each in known or () if (packed := _packed(each, kind))]
    head = _QUESTION.pack(number, 0x8580 | code, 1, len(addresses), 0, 0)
    records = b"".join(
        struct.pack("!HHHIH", 0xC00C, kind, 1, _TTL, len(packed)) + packed for packed in addresses
    )
    return head + data[_QUESTION.size : end] + records


def _packed(address: str, kind: int) -> bytes:
    """The bytes of an address of that kind; none for another kind, or for no address."""
    family = {_A: socket.AF_INET, _AAAA: socket.AF_INET6}.get(kind)
    try:
        return socket.inet_pton(family, address) if family else b""
    except OSError:
        return b""
