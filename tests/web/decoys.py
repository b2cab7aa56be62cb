"""Sites that answer 200 to everything, and sites that only look as if they did."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from web.case import Case, Truth, case, says
from web.exchange import Exchange, Handler
from web.handlers import page, redirect, status
from web.pages import SHELL, article, bare, text

ALIVE, SOFT, MOVED = Truth.ALIVE, Truth.SOFT_404, Truth.MOVED

_HOME = page(article("The harbour library", seed="harbour-home"))
_MENU = "".join(f'<li><a href="/m/{n}">{text(f"m{n}", sentences=1)}</a></li>' for n in range(40))
_SAILED = bare("Harbour", "<p>This ship has sailed. Try the lighthouse.</p>")
_TIDES = page(article("Reading the tides", seed="tides"))


def folders(table: Mapping[str, Handler], *, missing: Handler | None = None) -> Handler:
    """By the longest beginning of the path; an exact path ends with a dollar sign."""
    every = {"/$": _HOME, "/robots.txt$": status(404), **table}
    otherwise = missing or status(404)

    async def answer(exchange: Exchange) -> None:
        fitting = [key for key in every if f"{exchange.path}$".startswith(key)]
        await every.get(max(fitting, key=len, default=""), otherwise)(exchange)

    return answer


def echo(html: str) -> Handler:
    """A page that speaks of the path it was asked for, and of a number that changes."""

    async def answer(exchange: Exchange) -> None:
        shown = html.replace("PATH", exchange.path).replace("NTH", str(len(exchange.path) * 7919))
        await exchange.send(200, shown.encode(), kind="text/html; charset=utf-8")

    return answer


async def _with_ticket(exchange: Exchange) -> None:
    """An id for every request, as proxies write it."""
    ticket = hashlib.md5(f"{exchange.target}{exchange.nth}{exchange.day}".encode()).hexdigest()
    shown = f"<p>All gates are closed.</p><p>Request ID: {ticket[:8]}-{ticket[8:20]}</p>"
    await exchange.send(200, bare("Harbour", shown).encode())


async def _with_proverb(exchange: Exchange) -> None:
    """Another one each time."""
    said = text(f"{exchange.target}{exchange.nth}{exchange.day}", sentences=1)
    lost = text("lost", sentences=3)
    await exchange.send(200, bare("Harbour", f"<p>{lost}</p><q>{said}</q>").encode())


def _soft(name: str, html: str, path: str = "/guide/intro") -> Case:
    return _gone(name, folders({}, missing=page(html)), path)


def _gone(name: str, handler: Handler, path: str = "/guide/intro") -> Case:
    return case(f"decoy-{name}", SOFT, handler, whole=True, path=path)


def _alive(name: str, handler: Handler, path: str = "/guide/intro", title: str = "") -> Case:
    return case(f"decoy-{name}", ALIVE, handler, whole=True, path=path, title=title)


GONE = (
    _soft("pun", _SAILED),
    _soft("poem", article("Harbour", seed="poem", sentences=6)),
    _soft("long-menu", article("Harbour", seed="s", extra=f"<ul>{_MENU}</ul>")),
    _soft("chinese-joke", bare("港口图书馆", "<p>这艘船已经开走了，去灯塔看看吧。</p>")),
    _soft("no-title", bare("", "<p>Rien ici, matelot. Revenez vite au port.</p>", heading="")),
    _soft("in-query", _SAILED, "/show.php?id=42"),
    _soft("by-number", _SAILED, "/books/42"),
    _soft("with-ending", _SAILED, "/books/tides.html"),
    _soft("one-segment", _SAILED, "/tides"),
    _soft("with-slash", _SAILED, "/tides/today/"),
    _gone(
        "echo",
        folders({}, missing=echo(bare("Ahoy", "<p>All hands looked for PATH (ticket NTH).</p>"))),
    ),
    # Its own name has words that the page has too; and a number of its own for each visit
    _soft(
        "ordinary-words", article("Harbour", seed="the", sentences=8), "/books/the-tide-and-model"
    ),
    _gone("proverb", folders({}, missing=_with_proverb), "/guide/2/intro"),
    _gone("ticket", folders({}, missing=_with_ticket)),
    _gone("home-in-place-of-all", folders({}, missing=redirect(302, "/?from=lost"))),
    _gone(
        "whole-site-to-post",
        folders(
            {"/blog/farewell$": page(article("Farewell, and thanks", seed="bye"))},
            missing=redirect(302, "/blog/farewell"),
        ),
    ),
    _gone(
        "whole-site-to-post-301",
        folders(
            {"/blog/farewell$": page(article("Farewell, and thanks", seed="bye"))},
            missing=redirect(301, "/blog/farewell"),
        ),
    ),
    case(
        "decoy-after-a-move",
        SOFT,
        redirect(301, "{other}/guide/intro"),
        hosts={"other": folders({}, missing=page(_SAILED))},
    ),
    case(
        "decoy-one-section",
        SOFT,
        folders({"/guide/": page(bare("Guides", "<p>Page not found, sorry.</p>"))}),
        whole=True,
        says=says("failing soft-404", "soft-404"),
    ),
)

_FORBIDS = page("User-agent: *\nDisallow: /", kind="text/plain")

COMMON = (
    # A host that forbids decoys; what its links have in common is known without asking
    case(
        "common-0",
        SOFT,
        folders({"/robots.txt$": _FORBIDS}, missing=redirect(302, "{self}/")),
        whole=True,
        path="/tides",
    ),
    *(
        case(f"common-{n}", SOFT, None, url=f"{{self}}/{path}", home="common-0")
        for n, path in enumerate(("herons", "knots", "charts"), start=1)
    ),
    # One that does not, and whose parts became one page
    case(
        "merged-0",
        ALIVE,
        folders(
            {f"/part-{n}$": redirect(302, "{self}/book") for n in range(4)}
            | {"/book$": page(article("The book of tides", seed="book"))}
        ),
        whole=True,
        path="/part-0",
    ),
    *(
        case(f"merged-{n}", ALIVE, None, url=f"{{self}}/part-{n}", home="merged-0")
        for n in (1, 2, 3)
    ),
)

_WHO = bare("Sign in – Deck", "<p>Sign in to continue.</p><a href=/oauth>With your account</a>")
_QUESTION = page(article("Which knot for a bowline", seed="knot"))

REAL = (
    _alive("login-that-is-listed", folders({}, missing=page(_WHO)), "/login"),
    # Only a part of the address counts
    _alive("slug-not-read", folders({"/q/42/": _QUESTION}), "/q/42/how-do-i-tie-it"),
    _alive(
        "slug-not-read-and-no-404",
        folders({"/q/42/": _QUESTION}, missing=page(bare("Harbour", "<p>Ask away.</p>"))),
        "/q/42/how-do-i-tie-it",
    ),
    _alive(
        "slug-mended",
        folders({"/q/42/tie-it$": _QUESTION, "/q/42/": redirect(301, "/q/42/tie-it")}),
        "/q/42/tie-it",
    ),
    _alive("query-not-read", folders({"/tides$": _TIDES}), "/tides?view=month"),
    _alive(
        "query-not-read-and-no-404",
        folders({"/tides$": _TIDES}, missing=page(_SAILED)),
        "/tides?view=month",
    ),
    # Applications
    _alive("app-below-a-front-page", folders({"/app/": page(SHELL)}), "/app/courses/42"),
    _alive("app-all-but-front-page", folders({}, missing=page(SHELL)), "/courses/42"),
    _alive(
        "app-of-another-make",
        folders(
            {},
            missing=page(
                bare(
                    "Deck",
                    "<x-deck></x-deck><p>Loading…</p><script src=/d.js></script>",
                    heading="",
                )
            ),
        ),
        "/courses/42",
    ),
    _alive(
        "app-with-a-notice",
        folders(
            {},
            missing=page(
                bare(
                    "Deck",
                    "<div id=deck></div><p>Please enable JavaScript to use Deck.</p>"
                    "<script type=module src=/d.js></script>",
                    heading="",
                )
            ),
        ),
        "/courses/42",
    ),
    # Thin pages of sites that answer 200 to everything
    _alive(
        "thin",
        folders(
            {"/birds/heron$": page(bare("Heron – Harbour", "<img src=h.jpg><p>At dawn.</p>"))},
            missing=page(_SAILED),
        ),
        "/birds/heron",
    ),
    _alive(
        "thin-with-a-long-menu",
        folders(
            {
                "/birds/heron$": page(
                    bare(
                        "Harbour", f"<ul>{_MENU}</ul><p>A heron at dawn, waiting for the tide.</p>"
                    )
                )
            },
            missing=page(bare("Harbour", f"<ul>{_MENU}</ul><p>Nobody is here.</p>")),
        ),
        "/birds/heron",
    ),
    _alive(
        "thin-behind-a-menu-without-end",
        folders(
            {
                "/birds/heron$": page(
                    bare("Harbour", f"<ul>{_MENU * 5}</ul><p>A heron at dawn.</p>")
                )
            },
            missing=page(bare("Harbour", f"<ul>{_MENU * 5}</ul><p>Nobody is here.</p>")),
        ),
        "/birds/heron",
    ),
    _alive(
        "named-by-its-section",
        folders(
            {
                "/guide/": page(bare("Guides", f"<p>{text('lost', sentences=2)}</p>")),
                "/guide/intro$": page(bare("Guides", f"<p>{text('intro', sentences=2)}</p>")),
            }
        ),
    ),
    _alive(
        "only-the-title-differs",
        folders(
            {"/watch/7$": page(bare("A storm at sea", "<video src=s.mp4></video>", heading=""))},
            missing=page(bare("Harbour", "<video></video>", heading="")),
        ),
        "/watch/7",
    ),
    _alive(
        "front-page-in-place-of-all",
        folders({"/guide/intro$": _TIDES}, missing=_HOME),
    ),
    _alive(
        "numbered",
        folders(
            {
                f"/lesson/{n}$": page(bare(f"Lesson {n}", "<video></video><p>Watch it.</p>"))
                for n in range(1, 9)
            },
            missing=page(bare("Lesson", "<p>Watch it.</p>")),
        ),
        "/lesson/3",
    ),
    # The host does not want robots there, or cannot say
    _alive(
        "forbidden",
        folders(
            {"/robots.txt$": page("User-agent: *\nDisallow: /guide/", kind="text/plain")},
            missing=page(_SAILED),
        ),
    ),
    _alive("no-rules-today", folders({"/robots.txt$": status(503)}, missing=page(_SAILED))),
    _alive("no-front-page-today", folders({"/$": status(503)}, missing=page(_SAILED))),
    case(
        "decoy-old-page-to-new",
        MOVED,
        redirect(301, "/harbour/tides"),
        pages={"/harbour/tides": _TIDES},
        replacement="{self}/harbour/tides",
    ),
)


GATES = tuple(
    case(f"decoy-login-{name}", Truth.GATED, folders({}, missing=page(html)), whole=True)
    for name, html in (
        ("english", _WHO),
        ("chinese", bare("登录 - 工作台", "<p>请先登录，再继续查看。</p><a href=/oauth>扫码</a>")),
        ("german", bare("Anmelden", "<p>Bitte melde dich an, um fortzufahren.</p>")),
    )
)

CASES = (*GONE, *GATES, *COMMON, *REAL)
