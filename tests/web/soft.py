"""Servers that answer and mean "not there"; names for sale; and what only looks like it."""

from __future__ import annotations

from web.case import Truth, case, says
from web.handlers import days, page, redirect, site
from web.pages import LANDER, PARKED, SHELL, article, bare

ALIVE, SOFT, PARKING, DRIFTED = Truth.ALIVE, Truth.SOFT_404, Truth.PARKED, Truth.DRIFTED

_GUIDE = page(article("Attention, step by step", seed="soft"))
_NOT_ALIVE = says("failing soft-404", "soft-404 dead")


_WORDINGS = (
    *("很抱歉，您访问的文章已被作者删除", "该内容已被发布者删除 - 红隼", "抱歉，页面无法访问…"),
    *("Oups ! Cette page est introuvable", "Ops! Não encontramos essa página"),
    *("Spiacenti, la pagina non esiste", "Ups! Nie znaleźliśmy tej strony"),
    *("Aradığınız sayfa bulunamadı", "요청하신 페이지를 찾을 수 없습니다."),
    *("お探しのページは見つかりませんでした。", "Không tìm thấy trang bạn yêu cầu"),
    *("عذراً، الصفحة غير موجودة", "На жаль, сторінку не знайдено", "Stránka nebyla nalezena – Sova"),
    *("A keresett oldal nem található", "Sorry, deze pagina bestaat niet (meer)"),
    *("Sidan kunde inte hittas - Tornfalk", "Sorry, we can't find the page you were looking for"),
    *("This course is no longer available", "Hmm... this page doesn't exist. Try searching"),
)
"""Of hosts that know better otherwise."""

TEXTS = tuple(
    case(f"soft-{name}", SOFT, site({}, missing=page(html)), whole=True)
    for name, html in (
        ("english", bare("404 - Page not found", "<p>Sorry, we looked everywhere.</p>")),  # 32
        ("title-only", article("Page not found", seed="menu")),
        ("heading-only", bare("Lantern Notes", "<p>Back to home</p>", heading="404")),
        ("chinese", bare("页面不存在", "<p>您访问的页面走丢了，去首页看看吧。</p>")),
        ("german", bare("Seite nicht gefunden", "<p>Die Seite gibt es nicht mehr.</p>")),
        ("japanese", bare("ページが見つかりません", "<p>お探しのページはありません。</p>")),
        ("russian", bare("Страница не найдена", "<p>Ошибка 404.</p>")),
        ("spanish", bare("Página no encontrada", "<p>Vuelva al inicio.</p>")),
        ("joke", bare("Lantern Notes", "<p>These are not the notes you are looking for.</p>")),
        (
            "own-title",
            article("Lantern Notes", extra="<p>Oops! Nothing lives at this address.</p>"),
        ),
        *((f"words-{number}", bare(title, "<p>…</p>")) for number, title in enumerate(_WORDINGS)),
        ("course", bare("Course unavailable", "<p>This course is no longer available.</p>")),
    )
)

SHAPES = (
    case(
        "soft-301-home",
        SOFT,
        site({}, missing=redirect(301, "{self}/")),
        whole=True,
        says=_NOT_ALIVE,
    ),  # 26
    case(
        "soft-302-home",
        SOFT,
        site({}, missing=redirect(302, "{self}/")),
        whole=True,
        says=_NOT_ALIVE,
    ),  # 26
    case(
        "soft-301-index",
        SOFT,
        site({"/index.html": _GUIDE}, missing=redirect(301, "/index.html")),
        whole=True,
        says=_NOT_ALIVE,
    ),
    case(
        "soft-301-other-home",
        SOFT,
        redirect(301, "{other}/"),
        whole=True,
        hosts={"other": site({})},
        says=_NOT_ALIVE,
    ),  # 27
    case(
        "soft-302-not-found",
        SOFT,
        site({"/not-found": page(bare("Oops"))}, missing=redirect(302, "/not-found")),
        whole=True,
        says=_NOT_ALIVE,
    ),  # 31
    case(
        "soft-301-404-html",
        SOFT,
        site({"/404.html": page(bare("Lost"))}, missing=redirect(301, "/404.html")),
        whole=True,
        says=_NOT_ALIVE,
    ),  # 31
    case(
        "soft-301-error",
        SOFT,
        redirect(301, "{self}/error?code=404"),
        pages={"/error": page(bare("Error"))},
        says=_NOT_ALIVE,
    ),
    case(
        "soft-meta-home",
        SOFT,
        page(bare("", head='<meta http-equiv=refresh content="0;url=/">')),
        says=says("failing soft-404", "soft-404 dead", tolerated="alive"),
    ),
    case(
        "soft-pdf-html",
        SOFT,
        site({}, missing=page(bare("Not found"))),
        path="/paper.pdf",
        whole=True,
    ),  # 97
    case(
        "pdf-landing",
        ALIVE,
        page(article("Attention is what you want", extra="<a href=x.pdf>PDF</a>")),
        path="/paper.pdf",
        title="Attention is what you want",
    ),  # 97
    case(
        "product-to-home",
        ALIVE,
        redirect(301, "{self}/"),
        path="/lantern",
        says=says("alive failing soft-404", "alive soft-404 failing dead"),
    ),  # 26
)

LOOKALIKES = (
    case("spa", ALIVE, page(SHELL), whole=True),  # 33
    case("spa-deep", ALIVE, page(SHELL), whole=True, path="/courses/42/lessons/7"),  # 33
    case("same-page-always", ALIVE, page(article("One page")), whole=True, path="/"),
    case(
        "wiki",
        ALIVE,
        site(
            {"/wiki/Attention": _GUIDE},
            missing=page(
                bare("Create this page", "<p>There is currently no text in this page.</p>")
            ),
        ),
        whole=True,
        path="/wiki/Attention",
    ),
    case(
        "shop",
        ALIVE,
        site({"/p/42": _GUIDE}, missing=page(bare("No products found"))),
        whole=True,
        path="/p/42",
    ),
    case("alive-for-sale", ALIVE, page(article("Domain for sale: a history of names"))),
    case("alive-not-found-song", ALIVE, page(article("HTTP 404 - Not Found Error Explained"))),
    case("alive-coming-soon", ALIVE, page(bare("Lantern", "<p>Version 2 is coming soon.</p>"))),
    case(
        "alive-noindex",
        ALIVE,
        page(article("Notes", head='<meta name="robots" content="noindex">')),
    ),
    case(
        "alive-maintenance",
        ALIVE,
        days({0: page(bare("We'll be back soon", "<p>Maintenance</p>")), 2: _GUIDE}),
        says=says("alive failing", "alive"),
    ),
)

_CASINO = page(
    article(
        "Situs Slot Gacor Online Terpercaya",
        sentences=4,
        seed="slot",
        extra="<p>"
        + "Daftar situs slot gacor dan judi bola online, bonus deposit, togel, casino live, "
        "RTP slot hari ini, agen judi terpercaya, jackpot besar. "
        * 12
        + "</p>"
        + '<a href="https://slot.bench">slot gacor</a> <a href="https://judi.bench">judi</a>' * 20,
    )
)

CHANGES = (
    case("parked-form", PARKING, page(PARKED), whole=True),  # 35
    case("parked-lander", PARKING, page(LANDER), whole=True, path="/"),  # 35
    case(
        "parked-redirect",
        PARKING,
        redirect(302, "{other}/lander?domain=x"),
        whole=True,
        names=True,
        hosts={"other": page(PARKED)},
        domains={"other": "ww1.sedoparking.com"},
    ),  # 35
    case(
        "parked-301-dealer",
        PARKING,
        redirect(301, "{other}/domain/lantern"),
        whole=True,
        names=True,
        hosts={"other": page(PARKED)},
        domains={"other": "www.hugedomains.com"},
    ),  # 35
    case(
        "parked-on-day-2",
        PARKING,
        days({0: _GUIDE, 2: page(PARKED)}),
        whole=True,
        says=says("alive", "parked drifted", tolerated="failing"),
    ),
    case(
        "hijacked-on-day-2",
        DRIFTED,
        days({0: _GUIDE, 2: _CASINO}),
        whole=True,
        says=says("alive", "drifted"),
    ),  # 36
    case(
        "hijacked-other-host",
        DRIFTED,
        days({0: _GUIDE, 2: redirect(302, "{other}/bonus")}),
        hosts={"other": _CASINO},
    ),
    case(
        "rewritten-page",
        ALIVE,
        days({0: _GUIDE, 2: page(article("Attention, step by step (2nd ed.)", seed="second"))}),
    ),
    case(
        "redesigned-page",
        ALIVE,
        days(
            {
                0: _GUIDE,
                5: page(
                    article(
                        "Attention, step by step",
                        seed="soft",
                        head="<style>body{}</style>",
                        sentences=20,
                    )
                ),
            }
        ),
    ),
)

CASES = (*TEXTS, *SHAPES, *LOOKALIKES, *CHANGES)
