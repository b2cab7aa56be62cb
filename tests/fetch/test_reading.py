"""How servers answer, from the usual to the unusual: what a browser reads, we read."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from dataclasses import replace

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator import __version__, urls
from curator.evidence import Cause
from curator.fetch import Fetcher
from curator.fetch.heads import LONGEST_HEAD
from curator.probes.contract import Ask
from fetch.wire import (
    NOON,
    PRIVATE,
    QUICK,
    Exchange,
    answer,
    fault,
    fetch,
    keep_answering,
    ok,
    serving,
)

READABLE = {
    "plain": ok(),
    "bare line feeds": b"HTTP/1.1 200 OK\nContent-Length: 5\nX-A: 1\n\nhello",
    "leading blank lines": b"\r\n\n" + ok(),
    "shoutcast": b"ICY 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    "space before the colon": b"HTTP/1.1 200 OK\r\nX-A : 1\r\nContent-Length : 5\r\n\r\nhello",
    "http/2 in words": b"HTTP/2 200\r\nContent-Length: 5\r\n\r\nhello",
    "http/1.2": b"HTTP/1.2 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    "lower case": b"http/1.1 200 ok\r\ncontent-length: 5\r\n\r\nhello",
    "http/1.0 until the end": b"HTTP/1.0 200 OK\r\n\r\nhello",
    "no reason": b"HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello",
    "reason in latin-1": b"HTTP/1.1 200 Tr\xe8s bien\r\nContent-Length: 5\r\n\r\nhello",
    "early hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 3 + ok(),
    "continue": b"HTTP/1.1 100 Continue\r\n\r\n" + ok(),
    "control bytes": b"HTTP/1.1 200 OK\r\nX-A: a\x00b\x01c\x0b\r\nContent-Length: 5\r\n\r\nhello",
    "150 headers": ok(b"hello", *(b"X-%d: y" % n for n in range(150))),
    "54 KB of headers": ok(b"hello", *(b"X-%d: %s" % (n, b"y" * 600) for n in range(90))),
    "one line of 100 KB": ok(b"hello", b"X: " + b"y" * 100_000),
    "a line without colon": b"HTTP/1.1 200 OK\r\nnonsense\r\nContent-Length: 5\r\n\r\nhello",
    "a name that is none": b"HTTP/1.1 200 OK\r\nX@(A): 1\r\nContent-Length: 5\r\n\r\nhello",
    "folded": b"HTTP/1.1 200 OK\r\nX-A: a\r\n  b\r\nContent-Length: 5\r\n\r\nhello",
    "same length thrice": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"
    b"Content-Length: 5, 05\r\n\r\nhello",
    "negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello",
    "wordy length": b"HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\nhello",
    "length and chunks": b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "chunked twice": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
    b"Transfer-Encoding: Chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nX-T: 1\r\n\r\n",
    "no transfer coding": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\nhello",
    "junk after the body": ok() + b"junk",
    "unknown content coding": ok(b"hello", b"Content-Encoding: UTF-8"),
    "gzip": ok(gzip.compress(b"hello"), b"Content-Encoding: gzip"),
    "x-gzip in two members": ok(
        gzip.compress(b"hel") + gzip.compress(b"lo"), b"Content-Encoding: x-gzip"
    ),
    "gzip with padding": ok(gzip.compress(b"hello") + b"\0" * 9, b"Content-Encoding: gzip"),
    "deflate": ok(zlib.compress(b"hello"), b"Content-Encoding: deflate"),
    "raw deflate": ok(zlib.compress(b"hello", wbits=-15), b"Content-Encoding: deflate"),
    "gzip on gzip": ok(gzip.compress(gzip.compress(b"hello")), b"Content-Encoding: gzip, gzip"),
}


@pytest.mark.parametrize("wire", READABLE.values(), ids=READABLE.keys())
async def test_what_browsers_read_we_read(wire: bytes) -> None:
    async with serving(wire) as server:
        got = await answer(server.url())
    assert (got.status, got.body, got.cut) == (200, b"hello", None)


@pytest.mark.parametrize("wire", READABLE.values(), ids=READABLE.keys())
async def test_a_head_in_single_bytes_is_the_same_head(wire: bytes) -> None:
    async def drip(exchange: Exchange) -> None:
        head_end = min(len(wire), 400)
        for place in range(head_end):
            exchange.writer.write(wire[place : place + 1])
            await asyncio.sleep(0)
        await exchange.send(wire[head_end:])

    async with serving(drip) as server:
        got = await answer(server.url())
    assert (got.status, got.body) == (200, b"hello")


UNREADABLE = {
    "lengths at odds": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        Cause.PROTOCOL,
    ),
    "no http": (b"SSH-2.0-OpenSSH_9.6\r\n", Cause.PROTOCOL),
    "a body without head": (b"<html>HTTP/0.9</html>", Cause.PROTOCOL),
    "no status": (b"HTTP/1.1 OK\r\n\r\n", Cause.PROTOCOL),
    "a status of two digits": (b"HTTP/1.1 20 OK\r\n\r\n", Cause.PROTOCOL),
    "another protocol": (b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n", Cause.PROTOCOL),
    "an endless head": (
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * (LONGEST_HEAD // 6 + 1),
        Cause.PROTOCOL,
    ),
    "nothing": (b"", Cause.CLOSED),
    "half a head": (b"HTTP/1.1 200 OK\r\nContent-", Cause.CLOSED),
    "only early hints": (b"HTTP/1.1 103 Early Hints\r\n\r\n", Cause.CLOSED),
}


@pytest.mark.parametrize(("wire", "cause"), UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_what_browsers_refuse_has_a_cause(wire: bytes, cause: Cause) -> None:
    async with serving(wire) as server:
        got = await fault(server.url())
    assert got.cause is cause
    assert got.detail
    assert "\n" not in got.detail


async def test_a_reset_before_the_head_is_a_reset() -> None:
    async def reset(exchange: Exchange) -> None:
        exchange.reset()

    async with serving(reset) as server:
        got = await fault(server.url())
    assert got.cause is Cause.RESET


async def test_a_host_that_takes_the_connection_and_is_mute_times_out() -> None:
    async with serving(Exchange.until_closed) as server:
        got = await fault(server.url(), timeout=0.05)
    assert got.cause is Cause.TIMEOUT


async def test_a_patient_ask_waits_twice_as_long() -> None:
    async def late(exchange: Exchange) -> None:
        await asyncio.sleep(0.3)
        await exchange.send(ok())

    pace = replace(QUICK, timeout=0.2)
    async with (
        serving(late) as server,
        Fetcher(pace=pace, reach=PRIVATE, clock=lambda: NOON) as fetcher,
    ):
        hasty = await fetcher(Ask(url=server.url()))
        patient = await fetcher(Ask(url=server.url(), patient=True))
    assert getattr(hasty, "cause", None) is Cause.TIMEOUT
    assert getattr(patient, "status", None) == 200


async def test_headers_are_read_as_utf8_where_they_are_else_latin1() -> None:
    wire = ok(b"", "Location: /é".encode(), "X-Old: é".encode("latin-1"), b"X-Old: 2")
    async with serving(wire) as server:
        got = await answer(server.url())
    assert got.header("location") == "/é"
    assert got.headers_named("x-old") == ("é", "2")


async def test_the_request_says_who_asks_and_what_for() -> None:
    async with serving(ok()) as server:
        await answer(server.url(), headers=(("accept", "text/plain"), ("Cookie", "a=é\r\nX: 1")))
    head = server.heads[0].decode()
    assert head.startswith("GET / HTTP/1.1\r\n")
    fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:-2])
    assert fields == {
        "Host": f"127.0.0.1:{server.port}",
        "User-Agent": f"Mozilla/5.0 (compatible; curator/{__version__}; "
        "+https://github.com/curator-list/curator)",
        "accept": "text/plain",
        "Accept-Language": "en,zh-CN;q=0.9,*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Cookie": "a=éX: 1",
    }


TARGETS = {
    "/~a%7Eb": "/~a%7Eb",
    "/p?next=%2Fa%2fb&x=[1]": "/p?next=%2Fa%2fb&x=[1]",
    "/a;b=c,d!$'()*+:@": "/a;b=c,d!$'()*+:@",
    "/100%": "/100%",
    "/a b?c d": "/a%20b?c%20d",
    "/课程?名=值": "/%E8%AF%BE%E7%A8%8B?%E5%90%8D=%E5%80%BC",
    "?q": "/?q",
    "": "/",
    "//a//b": "//a//b",
}


@pytest.mark.parametrize(("given", "sent"), TARGETS.items())
async def test_a_url_is_sent_byte_for_byte(given: str, sent: str) -> None:
    async with serving(ok()) as server:
        await answer(server.url(given))
    assert server.heads[0].split(b" ")[1] == sent.encode()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@settings(max_examples=200)
def test_httpx_writes_no_target_anew(text: str) -> None:
    url = urls.parse("http://name.test/" + text)
    assert httpx.URL(str(url)).raw_path == (url.path + url.query).encode()


async def test_a_password_in_the_url_is_never_sent() -> None:
    async with serving(ok()) as server:
        await answer(server.url().replace("//", "//user:secret@"))
    assert b"secret" not in server.heads[0]
    assert b"uthorization" not in server.heads[0]


@pytest.mark.parametrize("url", ["http://", "ftp://x.test/", "http://a b/", "http://x.test:0/"])
async def test_what_is_no_url_is_not_asked(url: str) -> None:
    assert (await fault(url)).cause is Cause.UNUSABLE_URL


async def test_connections_are_kept_and_a_closed_one_is_replaced_once() -> None:
    async def close_after_two(exchange: Exchange) -> bool:
        await exchange.send(ok())
        return exchange.nth % 2 == 1

    async with (
        serving(close_after_two) as server,
        Fetcher(pace=QUICK, reach=PRIVATE, clock=lambda: NOON) as fetcher,
    ):
        for number in range(6):
            got = await fetcher(Ask(url=server.url(f"/{number}")))
            assert getattr(got, "status", None) == 200
    assert server.connections == 3
    assert len(server.heads) == 6


async def test_a_kept_connection_that_dies_unheard_is_replaced() -> None:
    async def die_on_second(exchange: Exchange) -> bool:
        if exchange.connection == 1 and exchange.nth == 2:
            exchange.reset()
            return False
        await exchange.send(ok())
        return True

    async with (
        serving(die_on_second) as server,
        Fetcher(pace=QUICK, reach=PRIVATE, clock=lambda: NOON) as fetcher,
    ):
        got = [await fetcher(Ask(url=server.url())) for _ in range(2)]
    assert [getattr(one, "status", one) for one in got] == [200, 200]
    assert server.connections == 2


async def test_a_fresh_connection_that_dies_is_not_tried_again() -> None:
    async with serving(b"") as server:
        await fault(server.url())
    assert server.connections == 1


async def test_a_keeping_server_gets_one_connection() -> None:
    async with (
        serving(keep_answering) as server,
        Fetcher(pace=QUICK, reach=PRIVATE, clock=lambda: NOON) as fetcher,
    ):
        for _ in range(5):
            await fetcher(Ask(url=server.url()))
    assert server.connections == 1


async def test_a_fault_of_our_own_is_raised_and_names_the_url() -> None:
    class Broken:
        def __getattr__(self, name: str) -> object:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        await fetch("http://name.test/x", network=Broken())  # type: ignore[arg-type]
    assert caught.value.__notes__ == ["while asking http://name.test/x"]
