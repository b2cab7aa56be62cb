"""What servers do, as small pieces that are put together: answer, redirect, wait, break."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import formatdate

from web.exchange import Exchange, Handler, Headers
from web.pages import NOT_FOUND, article


def page(
    html: str, *, status: int = 200, headers: Headers = (), kind: str = "text/html; charset=utf-8"
) -> Handler:
    """One page; {self} and the like in it become URLs."""

    async def answer(exchange: Exchange) -> None:
        await exchange.send(status, exchange.fill(html).encode(), headers, kind=kind)

    return answer


def content(body: bytes, *, kind: str, headers: Headers = ()) -> Handler:
    """Anything that is not a page."""

    async def answer(exchange: Exchange) -> None:
        await exchange.send(200, body, headers, kind=kind)

    return answer


def status(code: int, html: str = "", headers: Headers = ()) -> Handler:
    """A bare status with a short page."""
    return page(
        html or f"<html><title>{code}</title><h1>{code}</h1></html>", status=code, headers=headers
    )


def redirect(code: int, location: str, headers: Headers = ()) -> Handler:
    """To `location`, a template."""

    async def answer(exchange: Exchange) -> None:
        await exchange.send(code, b"", [("Location", location), *headers])

    return answer


def raw(data: bytes) -> Handler:
    """These bytes, then the end."""

    async def answer(exchange: Exchange) -> None:
        await exchange.raw(data)

    return answer


async def reset(exchange: Exchange) -> None:
    """RST before any byte."""
    exchange.reset()


async def close(exchange: Exchange) -> None:
    """FIN before any byte."""
    exchange.open = False


async def hang(exchange: Exchange) -> None:
    """Take the request and say nothing."""
    await exchange.hang()


async def refused(exchange: Exchange) -> None:
    """Nobody listens (`Web` sees to that); what a proxy answers in its place."""
    await exchange.send(502, b"<title>Bad Gateway</title>", [("X-Squid-Error", "ERR_CONNECT_FAIL")])


async def unreachable(exchange: Exchange) -> None:
    """Packets vanish (`Web` sees to that); what a proxy answers in its place."""
    await exchange.pause(3)
    await exchange.send(
        504, b"<title>Gateway Timeout</title>", [("X-Squid-Error", "ERR_CONNECT_FAIL")]
    )


def after(seconds: float, then: Handler) -> Handler:
    """Think first."""

    async def answer(exchange: Exchange) -> None:
        await exchange.pause(seconds)
        await then(exchange)

    return answer


def turns(*handlers: Handler) -> Handler:
    """The first request gets the first, the last stays; counted anew for each path and day."""

    async def answer(exchange: Exchange) -> None:
        await handlers[min(exchange.nth, len(handlers)) - 1](exchange)

    return answer


def alternating(odd: Handler, even: Handler) -> Handler:
    """Two backends behind one name."""

    async def answer(exchange: Exchange) -> None:
        await (odd if exchange.nth % 2 else even)(exchange)

    return answer


def days(table: Mapping[int, Handler]) -> Handler:
    """From each day on, another behaviour; the table holds day 0."""

    async def answer(exchange: Exchange) -> None:
        await table[max(day for day in table if day <= exchange.day)](exchange)

    return answer


def head(on_head: Handler, otherwise: Handler) -> Handler:
    """A server whose HEAD is not its GET."""

    async def answer(exchange: Exchange) -> None:
        await (on_head if exchange.method == "HEAD" else otherwise)(exchange)

    return answer


def unless_header(name: str, holds: str, good: Handler, bad: Handler) -> Handler:
    """`good` only for requests whose header `name` contains `holds`."""

    async def answer(exchange: Exchange) -> None:
        await (good if holds in exchange.headers.get(name, "").lower() else bad)(exchange)

    return answer


def unless_cookie(cookie: str, good: Handler, *, location: str, code: int = 302) -> Handler:
    """Sets a cookie and sends away; whoever comes back with it is let in."""
    return unless_header("cookie", cookie, good, redirect(code, location, cookies(cookie)))


def cookies(*values: str) -> Headers:
    return [("Set-Cookie", f"{value}; Path=/; HttpOnly") for value in values]


def site(pages: Mapping[str, Handler], *, missing: Handler | None = None) -> Handler:
    """Paths (a query is not looked at) to pages; an honest site says 404 to the rest."""
    every = {"/": page(article("Welcome", seed="home")), **pages}
    otherwise = missing or page(NOT_FOUND, status=404)

    async def answer(exchange: Exchange) -> None:
        await every.get(exchange.path, otherwise)(exchange)

    return answer


def retry_at(code: int, seconds: float) -> Handler:
    """Asks to come back at a date, by the server's own clock."""

    async def answer(exchange: Exchange) -> None:
        when = formatdate(exchange.now + seconds, usegmt=True)
        await exchange.send(code, b"<title>Slow down</title>", [("Retry-After", when)])

    return answer
