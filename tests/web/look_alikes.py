"""Living pages that look like their host's "not found", or like a name without a site."""

from __future__ import annotations

from web.case import Case, Truth, case
from web.decoys import folders
from web.exchange import Exchange, Handler
from web.handlers import page, site
from web.pages import article, bare, text

_STANDS_BEFORE = {
    "cookies": bare("Der Bote", "<p>Cookies? Zustimmen oder Abo wählen.</p><button>Ja</button>"),
    "age": bare("The Cellar", "<p>You must be over 18 to come in.</p><button>I am</button>"),
    "age-chinese": bare("酒窖", "<p>您是否已满18岁？</p><button>是</button>"),
    "payment": bare("Wochenblatt", "<p>Nur für Abonnenten. Monatlich kündbar.</p>"),
    "country": bare("Playhouse", "<p>This film can't be shown in your country.</p>"),
    "country-japanese": bare("劇場", "<p>お住まいの国ではご覧いただけません。</p>"),
    "queue": bare("Tickets", "<p>You have joined the queue. Estimated wait: 12 minutes.</p>"),
    "browser": bare("Drafting table", "<p>Votre navigateur est obsolète.</p>"),
    "starting": bare("Lab", "<p>Please wait, your machine is being started.</p>"),
    "download": bare("Mirror", "<p>Your download should begin by itself.</p>"),
    "leaving": bare("Portal", "<p>You are leaving this site.</p><a href=/on>Go on</a>"),
}
_SHELLS = {
    "banner": "<div id=board></div><p>It is free. Legal notice.</p><script src=/b.js></script>",
    "splash": "<div class=s><img src=/l.svg>Warming the engines…</div><script src=/b.js></script>",
    "spinner": "<main id='c'><i class=spin></i></main><p>© Deck</p><script src='b.js'></script>",
}
_FRAMED = {
    "mount": '<div id="root"></div>',
    "main": '<main class="c"><div class="spin"></div></main>',
    "own-element": "<deck-lesson></deck-lesson>",
    "named": '<div id="lesson"></div>',
    "waiting": "<div class=c><p>Загрузка…</p></div>",
}
"""Places for a script, within the menus and the footer of their site."""
_AGE = page(_STANDS_BEFORE["age"])


def _asks_elsewhere(free: Handler) -> Handler:
    """A gate at a place of its own, on the way to all but the front page."""

    async def answer(exchange: Exchange) -> None:
        if exchange.path == "/":
            await free(exchange)
        elif exchange.path == "/door":
            await _AGE(exchange)
        else:
            await exchange.send(302, b"", [("Location", f"/door?back={exchange.path}")])

    return answer


async def _by_number(exchange: Exchange) -> None:
    if exchange.target.endswith("?number=12"):
        await exchange.send(301, b"", [("Location", "/herons")])
    elif exchange.path in ("/", "/herons"):
        await exchange.send(200, article("Herons", seed=exchange.path).encode())
    else:
        await exchange.send(404)


async def _today(exchange: Exchange) -> None:
    """All new every day, with all new neighbours."""
    day = f"day {exchange.day}"
    links = "".join(f'<a href="https://s{exchange.day}{n}.example/">{n}</a>' for n in range(5))
    html = article(text(day, sentences=1), seed=day, extra=links)
    await exchange.send(200, html.encode())


def _framed(middle: str) -> str:
    menu = "".join(
        f"<li><a href=/m{n}>{text(f'menu {n}', sentences=1)}</a></li>" for n in range(20)
    )
    foot = f"<footer><p>{text('foot', sentences=4)}</p></footer><script src=/b.js></script>"
    return bare("Deck", f"<nav><ul>{menu}</ul></nav>{middle}{foot}", heading="")


def _alive(name: str, html: str, missing: str, path: str = "/birds/12") -> Case:
    handler = folders({f"{path}$": page(html)}, missing=page(missing))
    return case(f"look-alike-{name}", Truth.ALIVE, handler, whole=True, path=path)


def _essay(name: str, title: str, said: str) -> Case:
    """On a host that knows what it has."""
    return case(
        f"look-alike-essay-{name}",
        Truth.ALIVE,
        site({"/essay": page(bare(title, said))}),
        whole=True,
        path="/essay",
    )


CASES = (
    *(
        case(f"stands-before-{name}", Truth.GATED, folders({}, missing=page(html)), whole=True)
        for name, html in _STANDS_BEFORE.items()
    ),
    case(
        "stands-before-elsewhere",
        Truth.GATED,
        _asks_elsewhere(page(article("The cellar", seed="cellar"))),
        whole=True,
    ),
    *(
        case(
            f"look-alike-app-{name}",
            Truth.ALIVE,
            folders({}, missing=page(bare("Deck", html))),
            whole=True,
            path="/courses/42",
        )
        for name, html in _SHELLS.items()
    ),
    *(
        case(
            f"look-alike-framed-{name}",
            Truth.ALIVE,
            folders({}, missing=page(_framed(html))),
            whole=True,
            path="/courses/42",
        )
        for name, html in _FRAMED.items()
    ),
    # Nothing but what the front page says, too
    case(
        "look-alike-frame-alone",
        Truth.ALIVE,
        folders(
            {"/$": page(_framed(f"<p>{text('harbour')}</p>"))},
            missing=page(_framed("<div class=later></div>")),
        ),
        whole=True,
        path="/courses/42",
    ),
    case(
        "look-alike-framed-joke",
        Truth.SOFT_404,
        folders({}, missing=page(_framed("<main><p>Ye be lost, sailor. Turn back.</p></main>"))),
        whole=True,
        path="/courses/42",
    ),
    # What they show is no text
    _alive(
        "pictures",
        bare("Birds", "".join(f"<img src=/p/{n}.jpg>" for n in range(9)) + "<p>Turn the page.</p>"),
        bare("Birds", "<img src=/logo.png><p>Turn the page.</p>"),
    ),
    _alive(
        "film",
        bare("Birds", "<video><source src=/heron.webm></video><p>Share it. Report it.</p>"),
        bare("Birds", "<video></video><p>Share it. Report it.</p>"),
    ),
    _alive(
        "frame",
        bare("Birds", "<iframe src=/live/12/stream></iframe><p>Share it. Report it.</p>"),
        bare("Birds", "<iframe src=/live/none></iframe><p>Share it. Report it.</p>"),
    ),
    # What they speak of is not what they are
    _essay("for-sale", "This domain is for sale", "<p>Who writes that, and what they earn.</p>"),
    _essay("suspended", "Account suspended", "<p>A short story of two pages.</p>"),
    _essay("registered", "域名已过期", "<p>一篇关于续费的短文。</p>"),
    # Chapters long, on a host that knows better, and on one that doesn't
    *(
        case(
            f"look-alike-novel-{language}",
            Truth.ALIVE,
            site({"/read/1": page(article(title, language=language, sentences=60))}),
            whole=True,
            path="/read/1",
        )
        for language, title in (
            ("en", "Page not found"),
            ("de", "Seite nicht gefunden"),
            ("ru", "Страница не найдена"),
            ("ja", "ページが見つかりません"),
        )
    ),
    case(
        "long-lost",
        Truth.SOFT_404,
        folders({}, missing=page(article("Page not found", seed="lost", sentences=60))),
        whole=True,
        path="/read/1",
    ),
    # The list says what number it is, and no more
    case(
        "numbered-in-the-list",
        Truth.SOFT_404,
        site({"/read/1": page(bare("Página no encontrada", "<p>Lo sentimos.</p>"))}),
        whole=True,
        path="/read/1",
        title="soft 404 in Spanish",
    ),
    # A gate, whatever the title says
    case(
        "stands-before-as-if-removed",
        Truth.GATED,
        page(bare("Video no disponible", "<p>No se puede ver en tu región.</p>")),
        whole=True,
    ),
    # The only thing that a host reads is the query
    case(
        "look-alike-old-number",
        Truth.MOVED,
        _by_number,
        whole=True,
        path="/show?number=12",
        replacement="{self}/herons",
    ),
    case(
        "look-alike-seller-of-names",
        Truth.ALIVE,
        page(article("This domain is for sale, and other tales of names", seed="names")),
        whole=True,
    ),
    case("look-alike-room-404", Truth.ALIVE, page(bare("Salle 404 : les introuvables"))),
    case("look-alike-links-of-today", Truth.ALIVE, _today, path="/links"),
)
