"""Plain answers: every status a living or a dead page comes with, HEADs that lie, picky servers."""

from __future__ import annotations

from web.case import Case, Truth, case, says
from web.handlers import (
    close,
    content,
    days,
    hang,
    head,
    page,
    redirect,
    reset,
    site,
    status,
    turns,
)
from web.handlers import unless_header as unless
from web.pages import NOT_FOUND, SHELL, article, bare, text

ALIVE, DEAD, SUSPECT = Truth.ALIVE, Truth.DEAD, Truth.SUSPECT

_GUIDE = page(article("A guide to attention", seed="guide"))
_PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + bytes(range(256)) * 20 + b"%%EOF\n"
_UNCLEAR = says("alive failing blocked", "alive failing blocked dead")
"""What a person can't tell either."""


def _encoded(charset: str, language: str, title: str, *, declared: str) -> Case:
    body = article(title, language=language).replace('<meta charset="utf-8">', "").encode(charset)
    return case(f"alive-{charset}", ALIVE, content(body, kind=declared), title=title)


LIVING = (
    case("alive-page", ALIVE, _GUIDE, title="A guide to attention"),  # 1
    case("alive-home", ALIVE, page(article("Lantern notes")), path="/"),
    case("alive-chinese", ALIVE, page(article("大模型入门", language="zh"))),
    case("alive-japanese", ALIVE, page(article("機械学習入門", language="ja"))),
    case("alive-russian", ALIVE, page(article("Введение в модели", language="ru"))),
    _encoded("gb18030", "zh", "找不到的梯度：调试笔记", declared="text/html"),
    _encoded("cp1251", "ru", "Введение", declared="text/html; charset=windows-1251"),
    _encoded("shift_jis", "ja", "入門", declared="text/html; charset=utf-8"),
    _encoded("koi8_r", "ru", "Заметки", declared="text/html"),
    _encoded("euc_jp", "ja", "覚え書き", declared="text/html"),
    case("alive-thin", ALIVE, page(bare("pong", "<p>ok</p>"))),
    case("alive-text", ALIVE, content(text("t").encode(), kind="text/plain")),
    case(
        "alive-json", ALIVE, content(b'{"name": "weights", "error": null}', kind="application/json")
    ),
    case("alive-pdf", ALIVE, content(_PDF, kind="application/pdf"), path="/paper.pdf"),
    case("alive-pdf-untyped", ALIVE, content(_PDF, kind=""), path="/paper.pdf"),
    case("alive-binary", ALIVE, content(bytes(9000), kind="application/octet-stream")),  # 98
    case("alive-query", ALIVE, _GUIDE, path="/guide/intro?chapter=3&lang=zh"),
    case("alive-tracking", ALIVE, _GUIDE, path="/guide/intro?utm_source=list&utm_medium=x"),  # 102
    case("alive-dot-segments", ALIVE, _GUIDE, url="{self}/guide/./old/../intro"),  # 101
    case("alive-unicode-path", ALIVE, _GUIDE, path="/%E6%8C%87%E5%8D%97", url="{self}/指南"),
    case("alive-encoded-slash", ALIVE, _GUIDE, path="/guide/a%2Fb"),
    case("alive-tilde", ALIVE, _GUIDE, path="/~karin/notes"),
    case("alive-tilde-encoded", ALIVE, _GUIDE, path="/%7Ekarin/notes"),
    case("alive-at-sign", ALIVE, _GUIDE, path="/@karin/how-to-train-9f8a7b6c5d4e"),
    case(
        "alive-paywall-teaser",
        ALIVE,
        page(  # 57
            article(
                "The price of tokens",
                head='<script type="application/ld+json">'
                '{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
            )
        ),
    ),
    case(
        "alive-login-page",
        ALIVE,
        page(bare("Sign in", "<form><input type=password></form>")),
        path="/login",
        title="Sign in to the playground",
    ),
    case(
        "alive-about-404", ALIVE, page(article("How to write a good 404 page")), title="404 pages"
    ),
    case(
        "alive-removed-phrase",
        ALIVE,
        page(  # 34
            article(
                "Web Ontology Language",
                extra="<p>This section has been removed. Page not found "
                "errors are discussed in the annex.</p>",
            )
        ),
    ),
    case("alive-203", ALIVE, page(article("Proxied"), status=203)),  # 43
    case("alive-206", ALIVE, page(article("Partial"), status=206)),  # 43
    case(
        "alive-300",
        ALIVE,
        page(bare("Choices", '<a href="/a">a</a> <a href="/b">b</a>'), status=300),
        says=says("alive", tolerated="failing"),
    ),  # 45
    case(
        "alive-accept", ALIVE, unless("accept", "text/html", _GUIDE, status(404, NOT_FOUND))
    ),  # 51
    case("alive-accept-406", ALIVE, unless("accept", "text/html", _GUIDE, status(406))),  # 51
    case(
        "alive-language",
        ALIVE,
        unless(
            "accept-language", "", unless("accept-language", "en", _GUIDE, status(403)), status(403)
        ),
    ),  # 52
    case("alive-mozilla", ALIVE, unless("user-agent", "mozilla/", _GUIDE, status(403))),  # 53
    case("alive-navigation", ALIVE, unless("sec-fetch-mode", "navigate", _GUIDE, status(403))),
    case("alive-host-header", ALIVE, unless("host", "", _GUIDE, status(400))),
)

_CHAPTERS = '<a href="#chapter-2">Two</a><h2 id="chapter-1">One</h2><h2 id="chapter-2">Two</h2>'

FRAGMENTS = tuple(
    case(f"fragment-{name}", ALIVE, page(html), url="{self}/guide/intro#" + fragment)
    for name, fragment, html in (
        ("missing", "chapter-9", article("Chapters")),  # 94
        ("missing-of-several", "chapter-9", article("Chapters", extra=_CHAPTERS)),  # 94
        ("present", "chapter-1", article("Chapters", extra='<h2 id="chapter-1">One</h2>')),
        ("lines", "L10-L20", article("model.py")),  # 95
        ("comment", "issuecomment-1234567", article("Issue 12")),  # 95
        ("bang", "!/route/a", SHELL),  # 96
        ("route", "/route/a", SHELL),  # 96
        ("text", ":~:text=attention%20is", article("Attention")),
        ("top", "top", article("Top")),
    )
)

HEADS = tuple(
    case(f"head-{name}", ALIVE, head(bad, _GUIDE))
    for name, bad in (
        ("405", status(405)),
        ("404", status(404)),
        ("403", status(403)),
        ("500", status(500)),
        ("501", status(501)),
        ("hangs", hang),
        ("resets", reset),
        ("closes", close),  # 22, 23, 24
        ("loops", redirect(302, "{self}/guide/intro")),
    )
)

DEAD_ONES = (
    case("dead-404", DEAD, status(404, NOT_FOUND)),  # 2
    case("dead-404-empty", DEAD, page("", status=404)),
    case(
        "dead-404-json", DEAD, page('{"detail":"Not found."}', status=404, kind="application/json")
    ),
    case("dead-404-chinese", DEAD, page(article("页面不存在", language="zh"), status=404)),
    case("dead-404-long", DEAD, page(article("Nothing here", sentences=200), status=404)),
    case("dead-404-everywhere", DEAD, status(404), path="/", whole=True),
    case("dead-head-200", DEAD, head(status(200), status(404))),  # 25
    case("dead-302-404", DEAD, redirect(302, "{self}/lost")),
    case("dead-301-404", DEAD, redirect(301, "{self}/new-place")),
    case("dead-301-other-404", DEAD, redirect(301, "{other}/x"), hosts={"other": site({})}),
    case("dead-308-404", DEAD, redirect(308, "{self}/new-place")),
    case(
        "dead-on-day-2",
        DEAD,
        days({0: _GUIDE, 2: status(404, NOT_FOUND)}),
        says=says("alive", "dead"),
    ),
    case("gone-410", Truth.GONE, status(410)),  # 3
    case("gone-301-410", Truth.GONE, redirect(301, "{self}/old"), pages={"/old": status(410)}),
)

UNCLEAR = (
    case(
        "404-to-robots", SUSPECT, unless("user-agent", "chrome", _GUIDE, status(404, NOT_FOUND))
    ),  # 21
    case("204-nothing", SUSPECT, status(204), says=_UNCLEAR),  # 44
    case("200-empty", SUSPECT, page(""), says=_UNCLEAR),  # 40
    case("302-no-location", SUSPECT, status(302), says=_UNCLEAR),  # 46
    case(
        "301-empty-location",
        SUSPECT,
        page("", status=301, headers=[("Location", "")]),
        says=_UNCLEAR,
    ),
    case("304-always", SUSPECT, status(304), says=_UNCLEAR),  # 47
    case("405-on-get", SUSPECT, status(405), says=_UNCLEAR),  # 50
    case("400-always", SUSPECT, status(400), says=_UNCLEAR),
    case(
        "200-json-error",
        SUSPECT,
        content(b'{"error":"not found"}', kind="application/json"),
        says=says("alive failing soft-404", "alive failing soft-404 dead"),
    ),
    case(
        "304-unless-no-cache",
        ALIVE,
        unless("cache-control", "no-cache", _GUIDE, status(304)),
        says=says("alive", tolerated="failing"),
    ),  # 47
    case("404-then-200", ALIVE, turns(status(404, NOT_FOUND), _GUIDE), slow=True),  # 4
)

GATED = (
    case(
        "gated-401-basic", Truth.GATED, status(401, "", [("WWW-Authenticate", 'Basic realm="x"')])
    ),  # 48
    case("gated-401-bearer", Truth.GATED, status(401, "", [("WWW-Authenticate", "Bearer")])),  # 48
    case("gated-401-bare", Truth.GATED, status(401)),
    case("gated-402", Truth.GATED, status(402)),  # 49
    case("gated-451", Truth.GATED, status(451)),  # 55
    case("gated-301-451", Truth.GATED, redirect(301, "{self}/law"), pages={"/law": status(451)}),
)

CASES = (*LIVING, *FRAGMENTS, *HEADS, *DEAD_ONES, *UNCLEAR, *GATED)
