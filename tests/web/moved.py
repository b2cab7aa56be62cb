"""Permanent redirects: where the list should say another URL, or need not mind."""

from __future__ import annotations

from web.case import Truth, case, says
from web.chains import HERE, NEW, THERE, chain, location, pages
from web.exchange import Exchange
from web.handlers import cookies, page, redirect, site, unless_cookie
from web.pages import bare

ALIVE, MOVED = Truth.ALIVE, Truth.MOVED

_COSMETIC = says("moved alive")


async def _upgrade(exchange: Exchange) -> None:
    """The same host: http sends to https."""
    if exchange.writer.get_extra_info("ssl_object"):
        await NEW(exchange)
    else:
        await exchange.send(301, b"", [("Location", "{self_tls}" + exchange.target)])


PERMANENT = (
    case(
        "moved-301-host",
        MOVED,
        redirect(301, "{other}/new"),
        hosts=THERE,
        replacement="{other}/new",
    ),
    case(
        "moved-308-host",
        MOVED,
        redirect(308, "{other}/new"),
        hosts=THERE,
        replacement="{other}/new",
    ),
    case(
        "moved-301-path", MOVED, redirect(301, "{self}/new"), pages=HERE, replacement="{self}/new"
    ),
    case(
        "moved-301-relative", MOVED, redirect(301, "/new"), pages=HERE, replacement="{self}/new"
    ),  # 66
    case(
        "moved-301-sibling",
        MOVED,
        redirect(301, "there"),
        pages=pages("/guide/there"),
        replacement="{self}/guide/there",
    ),  # 66
    case(
        "moved-301-up", MOVED, redirect(301, "../new"), pages=HERE, replacement="{self}/new"
    ),  # 66
    case(
        "moved-301-scheme-relative",
        MOVED,
        redirect(301, "//{other_host}/new"),
        hosts=THERE,
        replacement="{other}/new",
    ),  # 66
    case(
        "moved-301-query",
        MOVED,
        redirect(301, "{self}/new?id=7&v=2"),
        pages=HERE,
        replacement="{self}/new?id=7&v=2",
    ),
    case(
        "moved-301-301",
        MOVED,
        redirect(301, "{self}/middle"),
        hosts=THERE,
        pages={"/middle": redirect(301, "{other}/new")},
        replacement="{other}/new",
    ),
    case(
        "moved-301-308",
        MOVED,
        redirect(301, "{self}/middle"),
        hosts=THERE,
        pages={"/middle": redirect(308, "{other}/new")},
        replacement="{other}/new",
    ),
    case(
        "moved-301-302",
        MOVED,
        redirect(301, "{other}/new"),
        hosts={"other": site({"/new": redirect(302, "{other}/new/en"), "/new/en": NEW})},
        replacement="{other}/new",
    ),
    case(
        "moved-301-303",
        MOVED,
        redirect(301, "{self}/new"),
        replacement="{self}/new",
        pages={"/new": redirect(303, "{self}/today"), "/today": NEW},
    ),
    case(
        "moved-fragment",
        MOVED,
        redirect(301, "{other}/new"),
        hosts=THERE,
        url="{self}/guide/intro#part-2",
        replacement="{other}/new#part-2",
    ),  # 66
    case(
        "moved-new-fragment",
        MOVED,
        redirect(301, "{other}/new#part-3"),
        hosts=THERE,
        replacement="{other}/new#part-3",
        says=says("moved", tolerated="alive"),
    ),
    case(
        "moved-short-link",
        MOVED,
        redirect(301, "{other}/new?ref=short"),
        hosts=THERE,
        path="/a7Xq2",
        replacement="{other}/new?ref=short",
    ),
    case(
        "moved-meta-refresh",
        MOVED,
        page(bare("Moved", head='<meta http-equiv="refresh" content="0; url={other}/new">')),
        hosts=THERE,
        replacement="{other}/new",
    ),  # 38
    case(
        "moved-meta-quoted",
        MOVED,
        page("<META content='0;URL=\"{other}/new\"' HTTP-EQUIV=Refresh>"),
        hosts=THERE,
        replacement="{other}/new",
    ),  # 38
    case(
        "moved-meta-relative",
        MOVED,
        page(bare("", head='<meta http-equiv=refresh content="0;url=/new">')),
        pages=HERE,
        replacement="{self}/new",
    ),  # 38
    case(
        "moved-refresh-header",
        MOVED,
        page(bare("Moved"), headers=[("Refresh", "0; url={other}/new")]),
        hosts=THERE,
        replacement="{other}/new",
    ),  # 38
    case(
        "moved-utf8-location",
        MOVED,
        location("/指南".encode()),
        pages=pages("/%E6%8C%87%E5%8D%97"),
        replacement="{self}/%E6%8C%87%E5%8D%97 {self}/指南",
    ),  # 63
    case(
        "moved-latin1-location",
        MOVED,
        location("/café".encode("latin-1")),
        pages=pages("/caf%E9", "/caf%C3%A9"),
        replacement="{self}/caf%C3%A9 {self}/caf%E9 {self}/café",
    ),  # 64
    case(
        "moved-space-location",
        MOVED,
        location(b"/new place"),
        pages=pages("/new%20place"),
        replacement="{self}/new%20place",
    ),  # 65
    case(
        "moved-cookie-301",
        MOVED,
        redirect(301, "{self}/new", cookies("seen=1")),
        pages={"/new": unless_cookie("seen=1", NEW, location="{self}/no-cookies")},
        replacement="{self}/new",
    ),
    case(
        "moved-12-hops",
        MOVED,
        chain(12, 301),
        path="/hop/1",
        whole=True,
        replacement="{self}/hop/12",
    ),  # 61
    case(
        "moved-upper-scheme",
        MOVED,
        redirect(301, "HTTP://{other_host}/new"),
        hosts=THERE,
        replacement="{other}/new",
    ),
)

COSMETIC = (
    case(
        "slash-added",
        ALIVE,
        redirect(301, "{self}/guide/intro/"),
        pages=pages("/guide/intro/"),
        replacement="{self}/guide/intro/",
        says=_COSMETIC,
    ),  # 29
    case(
        "slash-removed",
        ALIVE,
        redirect(301, "{self}/guide/intro"),
        path="/guide/intro/",
        pages=pages("/guide/intro"),
        replacement="{self}/guide/intro",
        says=_COSMETIC,
    ),  # 29
    case(
        "www-added",
        ALIVE,
        redirect(301, "{www}/guide/intro"),
        names=True,
        hosts={"www": site(pages("/guide/intro"))},
        replacement="{www}/guide/intro",
        says=_COSMETIC,
    ),  # 29
    case(
        "www-removed",
        ALIVE,
        None,
        url="{www}/guide/intro",
        names=True,
        replacement="{self}/guide/intro",
        hosts={
            "self": site(pages("/guide/intro")),
            "www": site({"/guide/intro": redirect(301, "{self}/guide/intro")}),
        },
        says=_COSMETIC,
    ),  # 29
    case(
        "https-same-host",
        ALIVE,
        None,
        url="{self}/guide/intro",
        tls={"self": "good"},
        hosts={"self": _upgrade},
        replacement="{self_tls}/guide/intro",
        says=_COSMETIC,
    ),  # 29
    case(
        "mobile-to-www",
        MOVED,
        None,
        url="{m}/guide/intro",
        names=True,
        hosts={"www": site(HERE), "m": redirect(301, "{www}/new")},
        replacement="{www}/new",
    ),
)

CASES = (*PERMANENT, *COSMETIC)
