"""Pieces that redirects are made of."""

from __future__ import annotations

from web.exchange import Exchange, Handler
from web.handlers import page, raw, site
from web.pages import article

NEW = page(article("The new place", seed="new"))
HERE = {"/new": NEW, "/new/": NEW}
THERE = {"other": site(HERE)}


def chain(hops: int, code: int) -> Handler:
    """/hop/1 to /hop/N, then a page."""

    async def answer(exchange: Exchange) -> None:
        name = exchange.path.rpartition("/")[2]
        number = int(name) if name.isdigit() else hops
        if number < hops:
            await exchange.send(code, b"", [("Location", f"/hop/{number + 1}")])
        else:
            await NEW(exchange)

    return answer


def location(line: bytes) -> Handler:
    """A 301 whose Location is exactly these bytes."""
    return raw(b"HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: " + line + b"\r\n\r\n")


def pages(*paths: str) -> dict[str, Handler]:
    """The same page at each path."""
    return dict.fromkeys(paths, NEW)


async def growing(exchange: Exchange) -> None:
    """Always one more."""
    await exchange.send(302, b"", [("Location", exchange.path + "/a")])
