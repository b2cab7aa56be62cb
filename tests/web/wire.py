"""The wire: heads that no standard allows and browsers read, bodies that break off or bomb."""

from __future__ import annotations

import gzip
import zlib
from typing import Any

from web.case import Case, Truth, case, says
from web.exchange import Exchange, Handler
from web.handlers import close, content, hang, page, raw, reset, turns
from web.pages import NOT_FOUND, article

ALIVE, SUSPECT = Truth.ALIVE, Truth.SUSPECT

_HTML = article("On the wire", seed="wire").encode()
_GUIDE = page(article("On the wire", seed="wire"))
_LENGTH = b"Content-Length: %d\r\n" % len(_HTML)
_TYPE = b"Content-Type: text/html\r\n"
_LENIENT = says("alive", tolerated="failing")
"""Browsers read it; to be unsure is no harm."""
_BROKEN = says("failing alive", "failing alive dead")
"""Some browsers read it, some do not."""


def _ok(head: bytes, body: bytes = _HTML) -> Handler:
    return raw(head + b"\r\n" + body)


HEADS = tuple(
    case(f"wire-{name}", ALIVE, _ok(head), says=verdict)
    for name, head, verdict in (
        ("bare-lf", b"HTTP/1.1 200 OK\nContent-Type: text/html\n", says("alive")),  # 80
        ("http10", b"HTTP/1.0 200 OK\r\n" + _TYPE, says("alive")),  # 81
        ("no-reason", b"HTTP/1.1 200\r\n" + _TYPE + _LENGTH, says("alive")),  # 81
        (
            "early-hints",
            b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\nHTTP/1.1 200 OK\r\n"
            + _TYPE
            + _LENGTH,
            says("alive"),
        ),  # 81
        (
            "continue",
            b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n" + _TYPE + _LENGTH,
            says("alive"),
        ),
        (
            "control-byte",
            b"HTTP/1.1 200 OK\r\nX-Note: a\x01b\r\n" + _TYPE + _LENGTH,
            says("alive"),
        ),  # 82
        ("nul-byte", b"HTTP/1.1 200 OK\r\nX-Note: a\x00b\r\n" + _TYPE + _LENGTH, _LENIENT),  # 82
        (
            "150-headers",
            b"HTTP/1.1 200 OK\r\n"
            + _TYPE
            + _LENGTH
            + b"".join(b"X-Note-%d: some value\r\n" % n for n in range(150)),
            says("alive"),
        ),  # 83
        (
            "54-kilobytes",
            b"HTTP/1.1 200 OK\r\n"
            + _TYPE
            + _LENGTH
            + b"".join(b"X-Note-%d: %s\r\n" % (n, b"v" * 1800) for n in range(30)),
            says("alive"),
        ),  # 83
        (
            "latin1-header",
            b"HTTP/1.1 200 OK\r\nX-City: Z\xfcrich\r\n" + _TYPE + _LENGTH,
            says("alive"),
        ),
        ("space-before-colon", b"HTTP/1.1 200 OK\r\nX-Note : 1\r\n" + _TYPE + _LENGTH, _LENIENT),
        ("no-colon", b"HTTP/1.1 200 OK\r\nthis is no header\r\n" + _TYPE + _LENGTH, _LENIENT),
        ("folded", b"HTTP/1.1 200 OK\r\nX-Note: one\r\n  two\r\n" + _TYPE + _LENGTH, says("alive")),
        ("http2-word", b"HTTP/2 200\r\n" + _TYPE + _LENGTH, _LENIENT),
        ("http12", b"HTTP/1.2 200 OK\r\n" + _TYPE + _LENGTH, _LENIENT),
        ("leading-blank", b"\r\nHTTP/1.1 200 OK\r\n" + _TYPE + _LENGTH, _LENIENT),
        ("same-length-twice", b"HTTP/1.1 200 OK\r\n" + _TYPE + _LENGTH * 2, says("alive")),
        (
            "length-and-chunked",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
            + _TYPE
            + b"Content-Length: 5\r\n\r\n5\r\nhello\r\n0\r\n",
            _LENIENT,
        ),
        ("negative-length", b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n" + _TYPE, _LENIENT),
        ("odd-reason", "HTTP/1.1 200 很好\r\n".encode() + _TYPE + _LENGTH, says("alive")),
        ("icy", b"ICY 200 OK\r\n" + _TYPE, _BROKEN),  # 84
        (
            "two-lengths",
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n" + _TYPE + _LENGTH,
            _BROKEN,
        ),  # 84
    )
)


def _coded(name: str, coding: str, body: bytes, truth: Truth = ALIVE, **rest: Any) -> Case:
    return case(
        f"body-{name}",
        truth,
        content(body, kind="text/html", headers=[("Content-Encoding", coding)]),
        **rest,
    )


def _drip(pieces: int, seconds: float) -> Handler:
    """A page that arrives a little at a time, without end in sight."""

    async def answer(exchange: Exchange) -> None:
        await exchange.write(b"HTTP/1.1 200 OK\r\n" + _TYPE + b"\r\n<title>Slow</title>")
        for _ in range(pieces):
            await exchange.pause(seconds)
            await exchange.write(b"<p>one more line</p>")
        exchange.open = False

    return answer


async def _endless(exchange: Exchange) -> None:
    """Three gigabytes, as fast as they are taken."""
    await exchange.write(
        b"HTTP/1.1 200 OK\r\n" + _TYPE + b"Content-Length: 3221225472\r\n\r\n" + _HTML
    )
    for _ in range(49_152):
        await exchange.write(b"<p>more</p>" * 5957)
    exchange.open = False


async def _reset_in_body(exchange: Exchange) -> None:
    await exchange.write(
        b"HTTP/1.1 200 OK\r\n" + _TYPE + b"Content-Length: 999999\r\n\r\n" + _HTML[:600]
    )
    await exchange.pause(0.05)
    exchange.reset()


async def _reset_after_head(exchange: Exchange) -> None:
    await exchange.write(b"HTTP/1.1 200 OK\r\n" + _TYPE + b"Content-Length: 999999\r\n\r\n")
    await exchange.pause(0.05)
    exchange.reset()


async def _slow_head(exchange: Exchange) -> None:
    """Header after header, never the last."""
    await exchange.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(300):
        await exchange.pause(0.5)
        await exchange.write(b"X-Header-%d: x\r\n" % number)
    exchange.open = False


def _bomb() -> bytes:
    """A page, and behind it 64 megabytes of nothing in 64 kilobytes."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    pieces = [packer.compress(_HTML), *(packer.compress(bytes(1 << 20)) for _ in range(64))]
    return b"".join([*pieces, packer.flush()])


BODIES = (
    _coded("gzip", "gzip", gzip.compress(_HTML)),
    _coded("deflate", "deflate", zlib.compress(_HTML)),
    _coded("raw-deflate", "deflate", zlib.compress(_HTML)[2:-4]),
    _coded("gzip-twice", "gzip", gzip.compress(_HTML[:900]) + gzip.compress(_HTML[900:])),
    _coded("gzip-lie", "gzip", _HTML, SUSPECT, says=says("failing")),  # 85
    _coded("br-lie", "br", _HTML, says=_LENIENT),  # 85
    _coded("gzip-cut", "gzip", gzip.compress(_HTML)[:-30]),
    _coded("unknown-coding", "aws-chunked", _HTML, says=_LENIENT),
    _coded("bomb", "gzip", _bomb()),  # 72
    case(
        "body-short",
        ALIVE,
        raw(b"HTTP/1.1 200 OK\r\n" + _TYPE + b"Content-Length: 99999\r\n\r\n" + _HTML),
    ),  # 73
    case(
        "body-cut-chunk",
        ALIVE,
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + _TYPE + b"\r\nFFFF\r\n" + _HTML),
    ),  # 73
    case(
        "body-bad-chunk",
        ALIVE,
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + _TYPE + b"\r\nzzz\r\n" + _HTML),
        says=_LENIENT,
    ),
    case("body-reset", ALIVE, _reset_in_body),  # 74
    case("body-reset-at-once", ALIVE, _reset_after_head, says=_LENIENT),  # 74
    case("body-drips", ALIVE, _drip(400, 0.3), slow=True),  # 70
    case("body-endless", ALIVE, _endless),  # 71
    case(
        "body-204-with-body", SUSPECT, _ok(b"HTTP/1.1 204 No Content\r\n" + _LENGTH), says=_BROKEN
    ),
    case(
        "body-404-cut",
        Truth.DEAD,
        raw(b"HTTP/1.1 404 Not Found\r\nContent-Length: 9999\r\n\r\n" + NOT_FOUND.encode()),
    ),
)

ENDS = (
    case("reset-once", ALIVE, turns(reset, _GUIDE), slow=True),  # 75
    case("close-once", ALIVE, turns(close, _GUIDE), slow=True),
    case("reset-always", SUSPECT, reset, whole=True, slow=True),  # 76
    case("close-always", SUSPECT, close, whole=True, slow=True),  # 76
    case("http09", SUSPECT, raw(_HTML), slow=True),  # 84
    case("junk", SUSPECT, raw(b"SSH-2.0-OpenSSH_9.6\r\n"), whole=True, slow=True),
    case("half-head", SUSPECT, raw(b"HTTP/1.1 200 OK\r\nContent-Ty"), whole=True, slow=True),
    case("slow-head", SUSPECT, _slow_head, whole=True, slow=True),
    case("hang-once", ALIVE, turns(hang, _GUIDE), slow=True),  # 77
    case("hang-always", SUSPECT, hang, whole=True, slow=True),  # 78
)

CASES = (*HEADS, *BODIES, *ENDS)
