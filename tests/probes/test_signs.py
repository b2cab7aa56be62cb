"""The signs that pages show."""

from __future__ import annotations

import pytest

from curator.probes.contract import Listing
from curator.probes.words.notfound import says_404, says_not_found
from probes.answering import LISTED, Reply, by_url, drive, html, in_turn, redirect

SCRIPT = "<script src=/main.js></script>"
LONG = "Many words that a reader came for. " * 120
CAPTCHA = '<div class="g-recaptcha"></div>'


@pytest.mark.parametrize(
    ("reply", "signs"),
    [
        (Reply(), set()),
        (Reply(status=403, headers={"cf-mitigated": "challenge"}), {"cloudflare-mitigated"}),
        (
            Reply(
                status=503, body=html("Just a moment...", body="<script>_cf_chl_opt={}</script>")
            ),
            {"cloudflare-title", "cloudflare-challenge"},
        ),
        (
            Reply(
                body=html("Making sure you're not a bot!", body='<script id="anubis_challenge">')
            ),
            {"anubis-title", "anubis-challenge"},
        ),
        (Reply(status=202, headers={"x-amzn-waf-action": "challenge"}), {"aws-waf-action"}),
        (Reply(status=522, body=html("Lantern", body="<div id=cf-error-details>")), set()),
        (
            Reply(status=403, body=html("Hm", body='<h1 data-translate="block_headline">')),
            {"cloudflare-blocked"},
        ),
        (Reply(status=202, headers={"sg-captcha": "challenge"}), {"siteground-captcha"}),
        (Reply(body=html("405", body="<img src=//errors.aliyun.com/a.png>")), {"aliyun-denied"}),
        (Reply(body=html("App", body="<script src=/TSPD/08?type=9></script>")), set()),
        (
            Reply(
                body=html(
                    "",
                    body="<noscript>Please enable JavaScript to view the page content.<br/>"
                    "Your support ID is: 17.</noscript>",
                )
            ),
            {"f5-challenge"},
        ),
        (
            Reply(body=html("Hm", text="Please wait while your request is being verified...")),
            {"imunify-text"},
        ),
        (
            Reply(body=html("Client Challenge", body="<script src=/_fs-ch-1/script.js></script>")),
            {"fastly-challenge", "fastly-title"},
        ),
        (Reply(status=403, headers={"x-ratelimit-remaining": "0"}), {"rate-limit"}),
        (Reply(body=html("Access denied", body=CAPTCHA)), {"wall-title", "captcha-widget"}),
        (Reply(body=html("百度安全验证")), {"baidu-title"}),
        (Reply(body=html("Contact us", text=LONG, body=CAPTCHA)), set()),
        (Reply(body=html("Contact us", body=CAPTCHA)), set()),
        (Reply(body=html("App", body="<script src=//geo.captcha-delivery.com>", text=LONG)), set()),
        (Reply(body=html("Access denied: a history", text=LONG)), set()),
        (
            Reply(body=html("a.example is for sale", body="<div data-adblockkey=x>")),
            {"for-sale-title", "parked-adblock-key"},
        ),
        (Reply(body=html("Back soon", text="We’ll be right back in an hour.")), {"pause-title"}),
        (Reply(body=html("Heron", heading="サイトはメンテナンス中です")), {"pause-title"}),
        (Reply(body=html("Site maintenance for beginners", text=LONG)), set()),
        (Reply(body=html("Houses for sale", text="Buy this house")), set()),
        (Reply(body=html("404 - Page not found")), {"not-found-title"}),
        (Reply(body=html("Lantern", heading="页面不存在")), {"not-found-heading"}),
        (Reply(body=html("How to handle a 404", text="not found")), set()),
        (Reply(body=html("Page not found", text=LONG)), set()),
        (Reply(body=html("404 | Lantern")), {"status-title"}),
        (
            Reply(body=html("404", heading="Oh!", text="Sorry, this page was not found.")),
            {"status-title", "not-found-text"},
        ),
        (
            Reply(body=html("Lantern", heading="404", text="Not found: /guide/intro")),
            {"status-heading", "error-words"},
        ),
        (
            Reply(body=html("Not found", heading="Not found", body="<a href=/>Boats</a>")),
            {"status-title", "status-heading"},
        ),
        (
            Reply(body=html("Fehler 404", heading="404", text="© 2026 Laterne, Kiel und Husum")),
            {"status-title", "status-heading"},
        ),
        (Reply(body=html("Not found | Lantern", heading="Not found")), {"status-title"}),
        (
            Reply(body=html("Not found", heading="Not found", text="the heron has left the pond")),
            {"status-title"},
        ),
        (Reply(body=html("404", heading="404", text="Lake view")), {"status-title"}),
        (Reply(body=html("404 Not Found", heading="Room 404")), {"status-title"}),
        (Reply(body=html("404 Not Found", heading="Oh!", text=LONG[:300])), {"status-title"}),
        (Reply(body=html("Video unavailable", heading="Video unavailable")), {"unavailable"}),
        (Reply(body=html("", text="该内容已被发布者删除")), {"not-found-text"}),
        (
            Reply(body=html("", text="该内容已被发布者删除", body=f"<div id=js>{SCRIPT}</div>")),
            {"not-found-text"},
        ),
        (Reply(body=html("Viewer", body="<p class='x hidden'>Profile not found</p>")), set()),
        (Reply(body=html("Viewer", body="<p style='display:none'>Page not found")), set()),
        (Reply(body=html("Viewer", body="<p>Profile not found</p>")), {"not-found-text"}),
        (Reply(body=html("404 | Lantern", text=LONG[:900])), {"status-title"}),
        (Reply(body=html("", text="内容已被删除", body=f"<p v-if=x>{{{{y}}}}</p>{SCRIPT}")), set()),
        (Reply(body=html("", text="Page not found", body=f"<div id=app></div>{SCRIPT}")), set()),
        (Reply(body=html("", text="This page is currently unavailable.")), set()),
        (Reply(body=html("404 | Lantern", text=LONG + LONG)), set()),
        (Reply(body=html("Lantern", text="This page was not found. 404")), {"not-found-text"}),
        (Reply(body=html("Lantern", text="This page was not found. " + LONG[:300])), set()),
        (Reply(status=404, body=html("404 - Page not found")), set()),
        (Reply(body=html("Members", body="<input type=password>")), {"password-form"}),
    ],
)
def test_signs_of_a_page(reply: Reply, signs: set[str]) -> None:
    beside = {"short-page", "noindex", "stands-before"}
    assert drive(in_turn(reply)).signs - beside == signs


@pytest.mark.parametrize(
    ("listed", "final", "signs"),
    [
        (LISTED, "https://a.example/login?next=/page", {"login-url", "comes-back"}),
        (LISTED, "https://a.example/zustimmung?url=https%3A%2F%2Fa.example%2Fpage", {"comes-back"}),
        (LISTED, "https://sec.b.example/b?r=https%3A%2F%2Fa.example%2Fpage%3Fx", {"comes-back"}),
        (LISTED, "https://a.example/?from=/page", set()),
        (LISTED, "https://a.example/search?q=/page", set()),
        (LISTED, "https://a.example/new?from=/other", set()),
        (LISTED, "https://antirobot.b.example/check?x", {"wall-url"}),
        (LISTED, "https://verify.b.example/v2/page?x", {"wall-url"}),
        (LISTED, "https://a.example/barrier/trial?article=page", {"gate-url"}),
        (LISTED, "https://a.example/not-available-in-your-country.html", {"gate-url"}),
        (LISTED, "https://a.example/unsupported_country", {"gate-url"}),
        (LISTED, "https://a.example/maintenance.html", {"pause-url"}),
        (LISTED, "https://a.example/unsupported-browser", {"pause-url"}),
        (LISTED, "https://a.example/docs/how-age-gates-work", set()),
        (LISTED, "https://a.example/docs/bike-maintenance-101", set()),
        ("https://a.example/barrier", "https://a.example/barrier/", set()),
        (LISTED, "https://a.example/account/unhuman?type=S6", {"wall-url"}),
        ("https://a.example/captcha", "https://a.example/docs/captcha/", set()),
        (LISTED, "https://accounts.b.example/v3/x", {"login-url"}),
        (LISTED, "https://consent.b.example/m?continue=x", {"consent-url"}),
        (LISTED, "https://a.example/not-found", {"error-url"}),
        (LISTED, "https://a.example/404.html", {"error-url"}),
        (LISTED, "https://a.example/error?code=404", {"error-url"}),
        (LISTED, "https://a.example/seite-nicht-gefunden.html", {"error-url"}),
        (LISTED, "https://a.example/pagina-non-trovata/", {"error-url"}),
        (LISTED, "https://a.example/%E9%A1%B5%E9%9D%A2%E4%B8%8D%E5%AD%98%E5%9C%A8", {"error-url"}),
        (LISTED, "https://a.example/fehler", {"error-url"}),
        (LISTED, "https://a.example/erreur404.php", {"error-url"}),
        (LISTED, "https://a.example/objets-introuvables", set()),
        (LISTED, "https://a.example/blog/fehler-im-detail", set()),
        (LISTED, "https://a.example/cookie-wall", {"consent-url"}),
        (LISTED, "https://a.example/privacy/gate?to=x", {"consent-url"}),
        (LISTED, "https://a.example/blog/consentement", set()),
        (LISTED, "https://a.example/error?code=500", set()),
        (LISTED, "https://www.hugedomains.com/domain_profile.cfm?d=a", {"parked-url"}),
        (LISTED, "https://a.example/.well-known/sgcaptcha/?r=", {"siteground-url", "wall-url"}),
        (LISTED, "https://a.example/_____tmd_____/punish?x5secdata=1", {"aliyun-punish"}),
        (LISTED, "https://a.example/logins-explained", set()),
        (LISTED, "https://a.example/docs/error", set()),
        ("https://a.example/login", "https://a.example/user/login", set()),
        ("https://a.example/404", "https://b.example/404", set()),
        ("https://sedo.com/help", "https://sedo.com/us/help", set()),
    ],
)
def test_signs_of_a_place(listed: str, final: str, signs: set[str]) -> None:
    seen = drive(by_url({listed: redirect(final, 302), final: Reply()}), listed)
    assert seen.signs - {"short-page"} == signs


def test_pages_about_errors_may_be_titled_so() -> None:
    assert (
        drive(in_turn(Reply(body=html("404 Not Found"))), "https://a.example/Status/404").signs
        == set()
    )


@pytest.mark.parametrize(
    "reason",
    [
        "Not available in your country.",
        "Nur für Abonnenten.",
        "너의 나이는? 성인 인증",
        "Este contenido no está disponible en tu país.",
    ],
)
def test_what_is_withheld_was_not_removed(reason: str) -> None:
    body = html("Contenido no disponible", text=reason)
    assert drive(in_turn(Reply(body=body)), LISTED).signs == {"asks-first"}


def test_a_front_page_needs_title_and_heading() -> None:
    home = "https://a.example/"
    assert drive(in_turn(Reply(body=html("404"))), home).signs == set()
    both = Reply(body=html("404", heading="Not found"))
    assert "not-found-title" in drive(in_turn(both), home).signs


@pytest.mark.parametrize(
    ("listed", "is_sign"),
    [("一篇好文章", True), ("河流杂志：冬天的鸟", False), ("Winter birds", True)],
)
def test_one_sentence_counts_on_a_page_without_a_word_of_what_is_listed(
    listed: str, is_sign: bool
) -> None:
    page = Reply(body=html("河流杂志", text="很抱歉，该文章已被删除"))
    seen = drive(in_turn(page), listing=Listing(titles=(listed,)))
    assert ("not-found-text" in seen.signs) is is_sign


def test_support_is_recorded_only_beside_a_sign() -> None:
    robots = '<meta name="robots" content="noindex">'
    assert drive(in_turn(Reply(body=html("Notes", head=robots)))).signs == set()
    seen = drive(in_turn(Reply(body=html("Access denied", head=robots))))
    assert seen.signs == {"wall-title", "noindex", "short-page"}


def test_what_was_seen_is_kept_short() -> None:
    seen = drive(in_turn(Reply(body=html("Not found | " + "x" * 280))))
    assert all(len(sign.detail) <= 200 for sign in seen.evidence.attempts[-1].signs)


@pytest.mark.parametrize(
    "name",
    [
        "Page Not Found | Site",
        "Page not found · Site",
        "404: This page could not be found.",
        "Oops! Page not found",
        "Sorry, this page doesn’t exist.",
        "抱歉，页面不存在 - 知乎",
        "您访问的页面不存在！",
        "404 | Page not found",
        "找不到網頁",
        "ページが見つかりません｜会社",
        "페이지를 찾을 수 없습니다",
        "Seite nicht gefunden – X",
        "Cette page n'existe pas",
        "Página no encontrada",
        "Página não encontrada",
        "Pagina non trovata",
        "Страница не найдена",
        "Sayfa bulunamadı",
        "الصفحة غير موجودة",
    ],
)
def test_names_that_say_not_found(name: str) -> None:
    assert says_not_found(name)


@pytest.mark.parametrize(
    "name",
    [
        "404",
        "Error 404",
        "Site - 404",
        "404 | Site",
        "404错误",
        "404页面",
        "404 Page | Site",
        "Σφάλμα 404",
        "خطای ۴۰۴",
        "404 Not Found",
        "Not Found - HTTP",
    ],
)
def test_names_that_say_only_the_code(name: str) -> None:
    assert says_404(name)
    assert not says_not_found(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "404 Media",
        "Peugeot 404",
        "Room 404",
        "How to fix 404 Not Found errors",
        "HTTP 404 explained",
        "HTTP 404 - Not Found Error Explained",
        "404 Not Found: a history of lost pages",
        "Not found in translation",
        "Error handling",
        "Error",
        "Oops",
        "The page",
        "为什么页面不存在会返回 200",
    ],
)
def test_names_that_do_not(name: str) -> None:
    assert not says_not_found(name)


@pytest.mark.parametrize(
    ("listed_as", "title", "is_lost"),
    [
        ("The 404 gallery", "Page not found", True),
        ("soft404 spanish", "404: Página no encontrada", True),
        ("Room 404", "404", False),
        ("Page not found: a novel", "Page not found", False),
        ("The tides", "Page not found", True),
    ],
)
def test_what_the_list_says_itself_proves_nothing(
    listed_as: str, title: str, is_lost: bool
) -> None:
    reply = in_turn(Reply(body=html(title, text="Short.")))
    seen = drive(reply, LISTED, listing=Listing(titles=(listed_as,)))
    assert bool(seen.signs & {"not-found-title", "status-title"}) == is_lost
