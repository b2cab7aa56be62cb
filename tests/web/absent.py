"""Pages that say in their own way that nothing is there, and pages that only use such words."""

from __future__ import annotations

from zlib import crc32

from web.case import Case, Truth, case
from web.decoys import folders
from web.exchange import Exchange, Handler
from web.handlers import content, page, redirect
from web.pages import article, bare, text

ALIVE, SOFT = Truth.ALIVE, Truth.SOFT_404

_HOME = page(article("The marten review", seed="marten-home"))
_FORBIDS = page("User-agent: *\nDisallow: /", kind="text/plain")
_CLOSED = {"/$": _HOME, "/robots.txt$": _FORBIDS}
_MENU = "".join(f'<li><a href="/s/{n}">{text(f"s{n}", sentences=1)}</a></li>' for n in range(30))
_PATH = "/archive/2019/winter-birds"


def _around(title: str, line: str, *, heading: str = "", popular: str = "") -> str:
    """A site's whole furniture, and one line in it."""
    body = f"<ul>{_MENU}</ul><div>{line}</div><aside><ul>{popular}</ul></aside><p>Imprint</p>"
    return bare(title, body, heading=heading)


async def _other_posts_each_time(exchange: Exchange) -> None:
    seed = crc32(exchange.path.encode())
    posts = "".join(f"<li>{text(f'{seed >> n}', sentences=2)}</li>" for n in range(8))
    shown = _around("The marten review", "Sorry, this page could not be found.", popular=posts)
    await exchange.send(200, shown.encode(), kind="text/html; charset=utf-8")


async def _to_search(exchange: Exchange) -> None:
    name = exchange.path.rstrip("/").rpartition("/")[2].replace("-", "+")
    await exchange.send(302, b"", [("Location", f"/search?q={name}")])


async def _search(exchange: Exchange) -> None:
    words = exchange.target.partition("=")[2].replace("+", " ")
    known = "".join(f"<li>{text(f'python{n}', sentences=1)}</li>" for n in range(20))
    found = known if "python" in words else "<p>Nothing matched. Try other words.</p>"
    shown = bare(f"Search: {words}", f"<p>Results for {words}</p>{found}", heading="Search")
    await exchange.send(200, shown.encode(), kind="text/html; charset=utf-8")


async def _by_id(exchange: Exchange) -> None:
    if exchange.path == "/news.php":
        await exchange.send(302, b"", [("Location", "/")])
    else:
        await folders({"/$": _HOME})(exchange)


def _soft(name: str, handler: Handler, path: str = _PATH) -> Case:
    return case(f"absent-{name}", SOFT, handler, whole=True, path=path, title="Birds of the river")


def _alive(name: str, html: str, title: str = "Birds of the river") -> Case:
    at = folders({"/$": _HOME, f"{_PATH}$": page(html)})
    return case(f"absent-{name}", ALIVE, at, whole=True, path=_PATH, title=title)


def _legacy(codec: str, title: str, line: str) -> Handler:
    body = bare(title, f"<p>{line}</p>").replace('<meta charset="utf-8">', "").encode(codec)
    return folders({**_CLOSED, "/archive": content(body, kind="text/html")})


def _says(body: str, kind: str) -> Handler:
    return folders({**_CLOSED, "/archive": content(body.encode(), kind=kind)})


GONE = (
    _soft(
        "line-in-furniture", folders({"/$": _HOME}, missing=page(_around("R", "Page not found")))
    ),
    _soft("other-posts-each-time", folders({"/$": _HOME}, missing=_other_posts_each_time)),
    _soft("one-sentence", folders({**_CLOSED}, missing=page(bare("", "<b>Page not found.</b>")))),
    _soft("taken-down", folders(_CLOSED, missing=page(bare("", "<div>该内容已被作者删除</div>")))),
    _soft("long", folders(_CLOSED, missing=page(_around("Page not found", "", heading="404")))),
    _soft("to-search", folders({"/$": _HOME, "/search": _search}, missing=_to_search)),
    _soft("id-to-front-page", _by_id, "/news.php?id=42"),
    _soft("json", _says('{"code": 404, "msg": "资源不存在"}', "application/json")),
    _soft("problem", _says('{"title": "Not Found", "status": 404}', "application/problem+json")),
    _soft("text", _says("404 page not found\n", "text/plain")),
    _soft("big5", _legacy("big5", "找不到頁面", "您要找的頁面不存在，請回首頁")),
    _soft("shift-jis", _legacy("cp932", "ページが見つかりません", "お探しのページはありません")),
    _soft("euc-kr", _legacy("cp949", "페이지를 찾을 수 없습니다", "요청하신 페이지가 없습니다")),
    _soft("cyrillic", _legacy("cp1251", "Страница не найдена", "Такой страницы не существует")),
)

_DAY = '<meta property="article:published_time" content="2021-04-02T10:00:00Z">'

_LOST = page(_around("The marten review", "Sorry, we couldn't find that page."))

HERE = (
    *(
        case(
            f"absent-few-words-{name}",
            ALIVE,
            folders({"/$": _HOME, f"{_PATH}$": page(html)}, missing=_LOST),
            whole=True,
            path=_PATH,
        )
        for name, html in (
            ("haiku", bare("Haiku", "<p>Old pond. A frog jumps. Page not found.</p>")),
            ("tool", bare("Handle finder", "<form><input name=u></form><p>User not found</p>")),
            (
                "exception",
                bare("class NotFoundError", "<p>Raised when the page was not found.</p>"),
            ),
            ("words", bare("Translations", "<p>Page not found</p><p>Seite nicht gefunden</p>")),
            ("glossary", bare("404", "<p>404</p><p>Not found</p>", heading="HTTP glossary")),
            (
                "codes",
                bare("错误码", "<p>404 资源不存在</p><p>403 无权限</p>", heading="错误码说明"),
            ),
            ("album", bare("No encontrado", "<p>Álbum, 12 canciones.</p>", heading="Los Martas")),
        )
    ),
    _alive("question", bare("Page not found", "<p>I see this.</p><p>Set the base.</p>", head=_DAY)),
    _alive(
        "song", bare("Error 404", "<p>A single by the Martens.</p>"), "Error 404 by the Martens"
    ),
    _alive("room", bare("404", "<p>Book this room in the tower.</p>", heading="Room 404")),
    _alive("novel", bare("Este libro no existe", "<p>Novela, 212 páginas.</p>")),
    _alive("no-comments", _around("Birds", "A heron. No comments found.", heading="Birds")),
    _alive("sold-out", _around("Heron print", "Currently unavailable.", heading="Heron print")),
    case(
        "absent-tag-to-search",
        ALIVE,
        folders({"/$": _HOME, "/search": _search, "/tag/": _to_search}),
        whole=True,
        path="/tag/python",
        title="Posts about Python",
    ),
    case(
        "absent-one-link-to-front-page",
        ALIVE,
        folders({"/$": _HOME, f"{_PATH}$": redirect(301, "/")}),
        whole=True,
        path=_PATH,
    ),
)

CASES = (*GONE, *HERE)
