"""Marks of parking: a seller's name is a sign, a name that ends like one is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from curator.judge.cases import Case, case_of
from curator.probes.contract import Ask
from curator.probes.signs.parking import sale_form
from curator.probes.signs.seeing import CLUES
from probes.answering import LISTED, Reply, by_url, drive, html, redirect

_SERVICE = CLUES["parked-service"]


@pytest.mark.parametrize(
    "host", ["cdn.h264.cn/x", "img.pic122.cn/", "visav.com/", "rename.net", "my-4.cn/"]
)
def test_a_host_that_ends_like_a_seller_is_none(host: str) -> None:
    page = (
        f'<title>Bird calls</title><form class="job-offers"></form><a href="https://{host}">x</a>'
    )
    attempt = drive(lambda _: Reply(body=page.encode())).evidence.attempts[-1]
    assert "parked-service" not in {sign.name for sign in attempt.signs}
    assert case_of(attempt) is not Case.PARKED


@pytest.mark.parametrize(
    "link",
    ["//img.sedoparking.com/a.js", "https://www.ename.net/", "https://4.cn/a", "http://22.cn"],
)
def test_a_sellers_host_is_a_sign(link: str) -> None:
    assert _SERVICE.find(f'<a href="{link}">')


@pytest.mark.parametrize(
    "form",
    [
        '<form class="job-offers" action="/jobs"><input name="q"></form>',
        '<form id="inquire" action="mailto:desk@heron.example"><input name="mail"></form>',
        '<form action="/inquiry"><p>Write to desk@heron.example</p></form>',
        '<form class="offer" action="/cart"><input name="sku" value="kettle"></form> heron.example',
        '<form class="offer" action="/cart"><a href="//shop.heron.example.net/">Kettles</a></form>',
        '<form action="https://offers.h264.cn/buy-now"><input name="sku"></form>',
        '<form action="//../offer"><input name="sku"></form>',
        '<form action="/search"><input name="domain" value="heron.example"></form>',
    ],
)
def test_a_form_for_offers_alone_is_none(form: str) -> None:
    assert not sale_form(form, "heron.example")


@pytest.mark.parametrize(
    "form",
    [
        '<form action="/make-offer"><input name="d" value="heron.example"></form>',
        '<form id="domain-inquiry"><label>Your offer for heron.example</label></form>',
        '<form action="https://www.sedo.com/make_offer"><input name="price"></form>',
        "<form class=x></form><form action=//dan.com/buy-now><button>buy</button></form>",
    ],
)
def test_a_form_that_names_the_domain_or_a_seller_is_one(form: str) -> None:
    assert sale_form(form, "heron.example")


def test_a_form_is_a_sign_of_the_page_that_shows_it() -> None:
    body = '<form action="/offer"><input value="A.example"></form>'
    assert "for-sale-form" in drive(lambda _: Reply(body=html("A", body=body))).signs
    other = body.replace("A.example", "b.example")
    assert "for-sale-form" not in drive(lambda _: Reply(body=html("A", body=other))).signs


ROOT = "https://heron.example/"

NO_SITE = {
    "registrar": ("heron.example", "This domain name has been registered with a registrar."),
    "on hold": ("Notice", "This domain has been suspended: its registrant verification is due."),
    "swedish": ("Parked at Alder", "Domänen är registrerad av en kund."),
    "dutch sale": ("heron.example te koop", "De domeinnaam heron.example is te koop."),
    "polish sale": ("heron.example", "Domena heron.example jest na sprzedaż."),
    "turkish sale": ("heron.example satılık", "Bu alan adı satılıktır."),
    "polish": ("Witaj", "Domena zarejestrowana i utrzymywana u nas."),
    "german": ("heron.example", "Diese Domain wurde soeben registriert."),
    "unpaid": ("Сайт", "Хостинг этого сайта не оплачен."),
    "stopped": ("抱歉", "该站点已经被管理员停止运行。"),
    "a server": ("Success", "Your new web server is ready to use."),
    "another": ("Hello", "You have successfully installed Tomcat."),
    "panel": ("Default", "You see this because there is no Web site at this address."),
    "builder": ("Hm", "This domain isn't connected to a website yet."),
}


@pytest.mark.parametrize(("title", "text"), NO_SITE.values(), ids=NO_SITE)
@pytest.mark.parametrize("listed", [LISTED, ROOT])
def test_one_word_of_it_under_every_name(listed: str, title: str, text: str) -> None:
    reply = Reply(body=html(title, text=text))
    assert _case(lambda _: reply, listed) is Case.PARKED


@pytest.mark.parametrize(("title", "text"), NO_SITE.values(), ids=NO_SITE)
def test_the_words_on_one_page_of_a_site(title: str, text: str) -> None:
    assert _case(by_url({LISTED: Reply(body=html(title, text=text))}), LISTED) is Case.GOOD


LANDERS = {
    "script": '<script>window.onload=function(){window.location.href="/lander"}</script>',
    "advertisements": "<script src=https://www.google.com/adsense/domains/caf.js></script>",
    "service": "<script>load('//parkingcrew.net/x.php')</script>",
}


@pytest.mark.parametrize("body", LANDERS.values(), ids=LANDERS)
@pytest.mark.parametrize("listed", [LISTED, ROOT])
def test_landers_without_a_word(listed: str, body: str) -> None:
    assert _case(lambda _: Reply(body=html("", body=body)), listed) is Case.PARKED


def test_an_advertisement_on_a_site_that_knows_its_pages() -> None:
    ad = "<a href=https://www.hugedomains.com/domain_profile.cfm?d=b>b.example is for sale</a>"
    living = Reply(body=html("Notes on names", text="A name is half.", body=ad))
    assert _case(by_url({LISTED: living}), LISTED) is Case.GOOD
    assert _case(by_url({ROOT: living}), ROOT) is Case.GOOD


FIRST_PAGES = [
    "Welcome to nginx!",
    "Apache2 Debian Default Page: It works",
    "IIS7",
    "恭喜，站点创建成功！",
]


@pytest.mark.parametrize("title", FIRST_PAGES)
def test_a_servers_own_first_page(title: str) -> None:
    page = Reply(body=html(title, text="It is not short. " * 60))
    assert _case(by_url({ROOT: page}), ROOT) is Case.PARKED
    assert _case(lambda _: page, LISTED) is Case.PARKED
    assert _case(by_url({LISTED: page}), LISTED) is Case.GOOD
    explained = Reply(body=html(f"{title} What now?", text="It is not short. " * 60))
    assert _case(by_url({ROOT: explained}), ROOT) is Case.GOOD


def test_an_article_of_the_same_name() -> None:
    title, manual = FIRST_PAGES[:2]
    article = Reply(body=html(title, text="It is long. " * 300))
    assert _case(by_url({ROOT: article}), ROOT) is Case.GOOD
    apache = Reply(body=html(manual, text="It is long. " * 300))
    assert _case(by_url({ROOT: apache}), ROOT) is Case.PARKED


@pytest.mark.parametrize(
    "title",
    [
        "Domain default page | Help",
        "IIS Windows Server: installing",
        "Why is my account suspended?",
        "Is your domain parked?",
        "This domain is for sale: a guide",
        "Welcome to nginx! How to replace it",
    ],
)
def test_what_explains_it(title: str) -> None:
    text = "This domain has been registered. This account has been suspended."
    page = Reply(body=html(title, heading=title, text=text))
    assert _case(by_url({ROOT: page}), ROOT) is Case.GOOD
    assert _case(lambda _: page, LISTED) is Case.GOOD


@pytest.mark.parametrize(
    ("to", "case"),
    [
        ("https://dan.com/buy-domain/heron.example", Case.PARKED),
        ("https://dan.com/", Case.GOOD),
        ("https://heron.example/cgi-sys/suspendedpage.cgi", Case.GOOD),
        ("http://ww25.heron.example/?subid1=2026-7", Case.PARKED),
        ("https://ww2.heron.example/show", Case.GOOD),
        ("https://ww2.heron.example/show?sub=3", Case.GOOD),
    ],
)
def test_where_dealers_lead(to: str, case: Case) -> None:
    lander = "<div data-adblockkey=x></div>" if "ww25" in to else "<p>Words.</p>"
    web = by_url({ROOT: redirect(to, 302), to: Reply(body=html("Hm", body=lander))})
    assert _case(web, ROOT) is case


def _case(web: Callable[[Ask], Reply], listed: str) -> Case:
    return case_of(drive(web, listed, consulted=True).evidence.attempts[-1])


def test_what_a_host_shows_in_place_of_a_site() -> None:
    there = "https://heron.example/cgi-sys/suspendedpage.cgi"
    body = html("Contact Support", heading="This account has been suspended.")
    web = by_url({ROOT: redirect(there, 302), there: Reply(body=body)})
    assert _case(web, ROOT) is Case.PARKED
