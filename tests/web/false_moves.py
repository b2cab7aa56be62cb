"""Permanent redirects that must not be written down, ones spelt oddly, and cookies on the way."""

from __future__ import annotations

from web.case import Truth, case, says
from web.chains import HERE, NEW, location
from web.exchange import Exchange, Handler
from web.handlers import page, redirect, site, status, unless_header
from web.pages import LANDER, PARKED, article, bare

ALIVE, MOVED, SOFT = Truth.ALIVE, Truth.MOVED, Truth.SOFT_404

_NOT_ALIVE = says("failing soft-404", "soft-404 dead", tolerated="alive")
_UNREAD = says("blocked", tolerated="alive gated failing")

_HOMES = ("/home", "/en/", "/zh-cn/", "/index.php", "/default.aspx", "/?lang=en", "/welcome")

HARMFUL = (
    *(
        case(
            f"home-{number}",
            SOFT,
            site({path.partition("?")[0]: NEW}, missing=redirect(301, path)),
            whole=True,
            path="/2019/03/how-to-train",
            says=_NOT_ALIVE,
        )
        for number, path in enumerate(_HOMES)
    ),
    case(
        "moved-to-search",
        SOFT,
        redirect(301, "{self}/search?q=how+to+train"),
        says=_NOT_ALIVE,
        pages={"/search": page(bare("Search", "<p>No results.</p>"))},
    ),
    case(
        "moved-to-soft",
        SOFT,
        redirect(301, "{self}/page-9"),
        says=_NOT_ALIVE,
        pages={"/page-9": page(bare("Page not found", "<p>Sorry.</p>"))},
    ),
    case(
        "moved-to-soft-chinese",
        SOFT,
        redirect(308, "{other}/p"),
        says=_NOT_ALIVE,
        hosts={"other": page(bare("页面不存在"))},
    ),
    case(
        "moved-to-parked", Truth.PARKED, redirect(301, "{other}/x"), hosts={"other": page(PARKED)}
    ),
    case(
        "moved-to-lander", Truth.PARKED, redirect(301, "{other}/x"), hosts={"other": page(LANDER)}
    ),
    case(
        "moved-to-wall",
        Truth.BLOCKED,
        redirect(301, "{other}/x"),
        says=_UNREAD,
        hosts={"other": page(bare("Just a moment...", "<script>window._cf_chl_opt={}</script>"))},
    ),
    case(
        "moved-to-429",
        Truth.BLOCKED,
        redirect(301, "{other}/x"),
        slow=True,
        hosts={"other": status(429)},
    ),
    case("moved-to-401", Truth.GATED, redirect(301, "{other}/x"), hosts={"other": status(401)}),
    case(
        "moved-to-tls",
        Truth.TLS,
        redirect(301, "{other_tls}/x"),
        hosts={"other": NEW},
        tls={"other": "self-signed"},
    ),
    case(
        "app-login",
        Truth.GATED,
        redirect(302, "{self}/auth/login"),
        path="/",
        pages={"/auth/login": page(bare("Log in", "<input type=password>"))},
    ),
)

_SPELLINGS = tuple(
    case(f"location-{name}", MOVED, location(line), pages=HERE, replacement="{self}/new")
    for name, line in (
        ("trailing-space", b"/new   "),
        ("tab", b"\t/new"),
        ("backslash", b"\\new"),
        ("dots", b"/a/../new"),
        ("many-dots", b"../../../new"),
    )
)
_DIFFERENT = {"other": site(HERE)}


async def _twice(exchange: Exchange) -> None:
    """The same Location two times."""
    await exchange.send(301, b"", [("Location", "/new"), ("Location", "/new")])


MOVES = (
    *_SPELLINGS,
    case("location-twice", MOVED, _twice, pages=HERE, replacement="{self}/new"),
    case(
        "renamed-site",
        MOVED,
        redirect(301, "{other}/"),
        path="/",
        whole=True,
        hosts={"other": site({})},
        replacement="{other}/",
    ),
    case(
        "slug-case",
        MOVED,
        redirect(301, "{self}/guide/Intro"),
        pages={"/guide/Intro": NEW},
        replacement="{self}/guide/Intro",
    ),
    case(
        "query-dropped",
        MOVED,
        redirect(301, "{self}/new"),
        path="/node?id=7",
        pages=HERE,
        replacement="{self}/new",
    ),
    case(
        "html-to-pdf",
        MOVED,
        redirect(301, "{self}/paper.pdf"),
        replacement="{self}/paper.pdf",
        pages={"/paper.pdf": page("%PDF-1.7 x", kind="application/pdf")},
    ),
    case(
        "moved-login-article",
        MOVED,
        redirect(301, "{self}/docs/login-flows"),
        pages={"/docs/login-flows": NEW},
        replacement="{self}/docs/login-flows",
    ),
    case(
        "moved-error-article",
        MOVED,
        redirect(301, "{self}/docs/error-handling"),
        pages={"/docs/error-handling": NEW},
        replacement="{self}/docs/error-handling",
    ),
    case(
        "moved-307-301",
        ALIVE,
        redirect(307, "{self}/b"),
        hosts=_DIFFERENT,
        pages={"/b": redirect(301, "{other}/new")},
    ),
    case(
        "moved-301-refresh",
        MOVED,
        redirect(301, "{self}/b"),
        hosts=_DIFFERENT,
        pages={"/b": page(bare("", head='<meta http-equiv=refresh content="0;url={other}/new">'))},
        replacement="{other}/new",
    ),
    case(
        "moved-301-slow-refresh",
        MOVED,
        redirect(301, "{self}/b"),
        pages={"/b": page(article("Feed", head='<meta http-equiv=refresh content="600">'))},
        replacement="{self}/b",
    ),
)


def _only_without_cookies(then: Handler) -> Handler:
    return unless_header("cookie", "secret=1", status(404), then)


PRIVACY = (
    case(
        "cookie-stays-home",
        ALIVE,
        redirect(302, "{other}/new", [("Set-Cookie", "secret=1; Path=/")]),
        hosts={"other": site({"/new": _only_without_cookies(NEW)})},
    ),
    case(
        "cookie-deleted",
        ALIVE,
        redirect(302, "/b", [("Set-Cookie", "secret=1; Path=/")]),
        pages={
            "/b": redirect(302, "/new", [("Set-Cookie", "secret=; Path=/; Max-Age=0")]),
            "/new": _only_without_cookies(NEW),
        },
    ),
)

CASES = (*HARMFUL, *MOVES, *PRIVACY)
