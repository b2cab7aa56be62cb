"""Marks of parking: a seller's name is a sign, a name that ends like one is not."""

from __future__ import annotations

import pytest

from curator.judge.cases import Case, case_of
from curator.probes.parking import sale_form
from curator.probes.signs import CLUES
from probes.answering import Reply, drive, html

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
