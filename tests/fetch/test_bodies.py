"""How bodies end: whole, capped, late, broken, or in no coding that can be undone."""

from __future__ import annotations

import asyncio
import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.fetch.connection import Connection
from curator.fetch.inflate import Inflater, UndecodableError, inflaters
from curator.probes.contract import Cut
from fetch.wire import QUICK, Exchange, answer, ok, serving

LONG = b"x" * 300_000

CUT = {
    "fewer bytes than promised": (
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 99\r\n\r\nhello",
        b"hello",
        Cut.BROKEN,
    ),
    "chunks without an end": (
        b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        b"hello",
        Cut.BROKEN,
    ),
    "chunks that are none": (
        b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n<html>hello",
        b"",
        Cut.BROKEN,
    ),
    "gzip without its end": (
        b"HTTP/1.1 404 Not Found\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"hello")[:-8],
        b"hello",
        Cut.BROKEN,
    ),
    "over the cap": (
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 300000\r\n\r\n" + LONG,
        LONG[: QUICK.received_cap],
        Cut.CAP,
    ),
}


@pytest.mark.parametrize(("wire", "body", "cut"), CUT.values(), ids=CUT.keys())
async def test_a_cut_body_keeps_the_verdict_of_the_head(wire: bytes, body: bytes, cut: Cut) -> None:
    async with serving(wire) as server:
        got = await answer(server.url())
    assert (got.status, got.body, got.cut) == (404, body, cut)


@pytest.mark.parametrize("status", [204, 304])
async def test_some_statuses_have_no_body_whatever_is_sent(status: int) -> None:
    wire = b"HTTP/1.1 %d X\r\nContent-Length: 5\r\n\r\nhello" % status
    async with serving(wire) as server:
        got = await answer(server.url())
    assert (got.status, got.body, got.cut) == (status, b"", None)


async def test_a_reset_after_the_head_keeps_the_head() -> None:
    async def reset_late(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n")
        await asyncio.sleep(0.02)
        exchange.reset()

    async with serving(reset_late) as server:
        got = await answer(server.url())
    assert (got.status, got.cut) == (200, Cut.BROKEN)


async def test_an_endless_slow_body_ends_with_the_clock_and_is_kept() -> None:
    async def drip(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 200 OK\r\n\r\nhello")
        await exchange.until_closed()

    async with serving(drip) as server:
        got = await answer(server.url(), body_timeout=0.05)
    assert (got.status, got.body, got.cut) == (200, b"hello", Cut.CLOCK)


async def test_a_bomb_is_cut_before_it_goes_off() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    async with serving(ok(bomb, b"Content-Encoding: gzip")) as server:
        got = await answer(server.url())
    assert got.cut is Cut.CAP
    assert len(got.body) == QUICK.inflated_cap


async def test_an_endless_body_is_left_at_the_cap() -> None:
    sent = 0

    async def endless(exchange: Exchange) -> None:
        nonlocal sent
        await exchange.send(b"HTTP/1.1 200 OK\r\n\r\n")
        while not exchange.writer.transport.is_closing() and sent < 50_000_000:
            await exchange.send(b"y" * 65_536)
            sent += 65_536

    async with serving(endless) as server:
        got = await answer(server.url())
    assert (len(got.body), got.cut) == (QUICK.received_cap, Cut.CAP)
    assert sent < 20_000_000


@pytest.mark.parametrize(
    ("claim", "cut"),
    [
        (b"gzip", Cut.UNDECODABLE),
        (b"deflate", Cut.UNDECODABLE),
        (b"br", Cut.FOREIGN),
        (b"gzip, zstd", Cut.FOREIGN),
    ],
)
async def test_what_can_not_be_inflated_is_not_read(claim: bytes, cut: Cut) -> None:
    async with serving(ok(b"<html>hello", b"Content-Encoding: " + claim)) as server:
        got = await answer(server.url())
    assert (got.status, got.body, got.cut) == (200, b"", cut)


async def test_a_long_body_comes_whole_although_the_server_is_made_to_wait() -> None:
    body = bytes(range(256)) * 20_000
    async with serving(ok(body)) as server:
        got = await answer(server.url(), received_cap=10_000_000, inflated_cap=10_000_000)
    assert (got.body == body, got.cut) == (True, None)


class Line(asyncio.Transport):
    """A transport that only remembers whether it was told to wait."""

    waits = False

    def write(self, data: object) -> None:
        pass

    def pause_reading(self) -> None:
        self.waits = True

    def resume_reading(self) -> None:
        self.waits = False


async def test_a_server_is_made_to_wait_until_its_bytes_are_read() -> None:
    connection, line = Connection(), Line()
    connection.connection_made(line)
    connection.data_received(b"HTTP/1.1 200 OK\r\n\r\n" + LONG)
    assert line.waits
    await connection.ask(b"/", [(b"Host", b"name.test")])
    assert await connection.chunk() == LONG
    reading = asyncio.ensure_future(connection.chunk())
    await asyncio.sleep(0)
    assert not line.waits
    connection.eof_received()
    assert await reading is None


CODERS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "raw": lambda data: zlib.compress(data, wbits=-15),
    "members": lambda data: gzip.compress(data[:7]) + gzip.compress(data[7:]),
}


@given(st.binary(max_size=300), st.sampled_from([*CODERS]), st.integers(1, 40))
@settings(max_examples=150)
def test_inflating_in_pieces_gives_what_was_deflated(data: bytes, coder: str, step: int) -> None:
    wire = CODERS[coder](data)
    inflater = Inflater("gzip" if coder in ("gzip", "members") else "deflate", 10_000)
    pieces = [inflater.feed(wire[place : place + step]) for place in range(0, len(wire), step)]
    assert b"".join(pieces) == data
    assert not inflater.is_broken_off


def test_no_step_gives_more_than_there_is_room_for() -> None:
    inflater = Inflater("gzip", 1000)
    assert len(inflater.feed(gzip.compress(bytes(10_000_000)))) == 1000
    assert inflater.feed(b"anything") == b""


@pytest.mark.parametrize("coding", ["br", "gzip, zstd", "gzip, gzip, gzip, gzip"])
def test_codings_that_are_not_undone(coding: str) -> None:
    with pytest.raises(UndecodableError):
        inflaters(coding, 1000)


@pytest.mark.parametrize("coding", ["", "identity", "none", "UTF-8", "binary"])
def test_words_that_mean_no_coding(coding: str) -> None:
    assert not inflaters(coding, 1000)
