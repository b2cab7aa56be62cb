"""What one run says, before any history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.evidence import Attempt, Beside, Cause, Comparison, Page
from curator.judge.cases import Case, case_of
from judge.sightings import DAY_0, LISTED, Led, attempt, run, status, verdict


@pytest.mark.parametrize(
    ("said", "case"),
    [
        (200, Case.GOOD),
        (203, Case.GOOD),
        (206, Case.GOOD),
        (300, Case.GOOD),
        (304, Case.ODD),
        (400, Case.ODD),
        (401, Case.GATED),
        (402, Case.GATED),
        (403, Case.BLOCKED),
        (404, Case.MISSING),
        (405, Case.ODD),
        (406, Case.ODD),
        (407, Case.BLOCKED),
        (410, Case.GONE),
        (412, Case.BLOCKED),
        (428, Case.BLOCKED),
        (430, Case.BLOCKED),
        (420, Case.LIMITED),
        (511, Case.OURS),
        (414, Case.ODD),
        (418, Case.BLOCKED),
        (429, Case.LIMITED),
        (451, Case.GATED),
        (500, Case.TROUBLE),
        (503, Case.TROUBLE),
        (521, Case.TROUBLE),
        (530, Case.TROUBLE),
        (567, Case.BLOCKED),
        (999, Case.BLOCKED),
    ],
)
def test_a_status(said: int, case: Case) -> None:
    assert case_of(attempt(said)) is case


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_a_case_and_a_sentence(cause: Cause) -> None:
    found = verdict(run(0, cause))
    assert found.status in ("failing", "tls-error", "unsafe", "invalid", "blocked")
    assert found.reason


def test_an_empty_page_is_odd() -> None:
    assert case_of(attempt(200, length=0)) is Case.ODD
    assert case_of(attempt(204, length=0)) is Case.ODD


@pytest.mark.parametrize(
    ("said", "signs", "case"),
    [
        (503, ("cloudflare-challenge",), Case.BLOCKED),
        (503, ("captcha-widget",), Case.TROUBLE),
        (200, ("cloudflare-mitigated",), Case.BLOCKED),
        (202, ("aws-waf-action",), Case.BLOCKED),
        (404, ("cloudflare-mitigated",), Case.BLOCKED),
        (404, ("wall-title",), Case.MISSING),
        (405, ("aliyun-challenge",), Case.BLOCKED),
        (405, ("aliyun-denied",), Case.BLOCKED),
        (200, ("f5-challenge", "short-page"), Case.BLOCKED),
        (200, ("f5-challenge",), Case.GOOD),
        (401, ("wall-title",), Case.GATED),
        (200, ("wall-title",), Case.GOOD),
        (200, ("anubis", "datadome-captcha"), Case.GOOD),  # two of one place are one sign
        (200, ("wall-title", "captcha-widget"), Case.BLOCKED),
        (200, ("wall-title", "noindex"), Case.BLOCKED),
        (200, ("wall-title", "short-page"), Case.BLOCKED),
        (200, ("wall-title", "html-for-pdf"), Case.GOOD),
        (200, ("captcha-widget", "noindex"), Case.GOOD),
        (200, ("login-url",), Case.GATED),
        (200, ("consent-url",), Case.GATED),
        (200, ("password-form",), Case.GATED),
        (200, ("not-found-title",), Case.SOFT),
        (200, ("error-url",), Case.SOFT),
        (200, ("for-sale-title",), Case.GOOD),
        (200, ("for-sale-title", "parked-url"), Case.PARKED),
        (200, ("for-sale-title", "for-sale-text"), Case.GOOD),
        (200, ("for-sale-title", "for-sale-text", "short-page"), Case.PARKED),
        (200, ("parked-adblock-key", "parked-bodis"), Case.PARKED),
        (200, ("a-sign-of-tomorrow",), Case.GOOD),
    ],
)
def test_signs(said: int, signs: tuple[str, ...], case: Case) -> None:
    assert case_of(attempt(said, signs=signs)) is case


SOFT = attempt(200, signs=("not-found-title",))


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ((200,), "alive"),
        ((404, 200), "alive"),
        ((503, 503, 200), "alive"),
        ((Cause.RESET, 200), "alive"),
        ((404, 404), "failing"),
        ((404, 403), "blocked"),
        ((404, 429), "failing"),
        ((429, 429, 429), "blocked"),
        ((429, Cause.HELD_OFF), "blocked"),
        ((503, Cause.HELD_OFF), "failing"),
        ((Cause.HELD_OFF,), "blocked"),
        ((Cause.NAME_TRY_AGAIN, Cause.NAME_TRY_AGAIN), "failing"),
        ((Cause.NAME_TRY_AGAIN, 200), "alive"),
        ((Cause.TLS_EXPIRED,), "tls-error"),
        ((Cause.TLS_UNKNOWN_ISSUER,), "tls-error"),
        ((Cause.UNSAFE_ADDRESS,), "unsafe"),
        ((Cause.UNSAFE_REDIRECT,), "unsafe"),
        ((401,), "gated"),
        ((SOFT, SOFT), "failing"),
        ((SOFT, 200), "alive"),
    ],
)
def test_one_run(said: tuple[int | Cause | Attempt, ...], wanted: str) -> None:
    assert status(run(0, *said)) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ((404, 404), "dead"),
        ((404,), "failing"),
        ((404, 200), "alive"),
        ((410, 410), "dead"),
        ((503, 503, 503), "dead"),
        ((503, Cause.HELD_OFF), "failing"),
        ((Cause.NO_SUCH_NAME, Cause.NO_SUCH_NAME), "dead"),
        ((Cause.TLS_EXPIRED, Cause.TLS_EXPIRED), "dead"),
        ((Cause.TLS_UNKNOWN_ISSUER, Cause.TLS_UNKNOWN_ISSUER), "tls-error"),
        ((Cause.NAME_TRY_AGAIN, Cause.NAME_TRY_AGAIN), "failing"),
        ((Cause.NO_ROUTE, Cause.NO_ROUTE), "failing"),
        ((405, 405), "failing"),
        ((403, 403), "blocked"),
        ((SOFT, SOFT), "soft-404"),
    ],
)
def test_one_run_strictly(said: tuple[int | Cause | Attempt, ...], wanted: str) -> None:
    assert status(run(0, *said), strict=True) == wanted


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ((200,), "200 OK"),
        ((404, 404), "404 Not Found, asked twice 60 s apart"),
        ((503, 503, 503), "503 Service Unavailable, asked 3 times in 120 s"),
        ((Cause.NO_SUCH_NAME,), "no such host"),
        ((999,), "999 Request Denied refuses robots"),
        ((567,), "567 refuses robots"),
        ((521, 521), "521 Web Server Is Down, asked twice 60 s apart"),
        ((SOFT,), "200 OK but the page says not found (not-found-title)"),
        ((attempt(200, length=0),), "200 OK but there is nothing to read"),
        ((Cause.BAD_LOCATION,), "redirects to nowhere (a detail)"),
        ((404, 200), "200 OK; answers now and then: 404 Not Found 60 s before"),
        ((503, 200), "200 OK"),
        ((Cause.RESET, 200), "200 OK"),
        ((403, 200), "200 OK"),
    ],
)
def test_the_sentence(said: tuple[int | Cause | Attempt, ...], reason: str) -> None:
    assert verdict(run(0, *said)).reason == reason


def test_what_a_verdict_carries() -> None:
    end = attempt(404, Led("https://b.example/x", 302))
    found = verdict(run(0, end, end))
    assert found.final_url == "https://b.example/x"
    assert found.http_status == 404
    assert [hop.status for hop in found.hops] == [302, 404]
    refused = verdict(run(0, attempt(Cause.REFUSED, Led("https://b.example/x"))))
    assert (refused.final_url, refused.http_status) == ("https://b.example/x", None)
    assert verdict(run(0, Cause.REFUSED)).final_url is None


def test_of_equal_attempts_the_last_is_shown() -> None:
    first, last = (attempt(404, Led(f"https://{name}.example/", 302)) for name in "bc")
    assert verdict(run(0, first, last)).final_url == "https://c.example/"


def test_nothing_was_asked() -> None:
    assert status() == "skipped"
    assert status(run(0, 404, void=True)) == "skipped"
    found = verdict(listed="http://a..b/")
    assert (found.status, found.reason) == ("invalid", "the host name has two dots in a row")
    assert found.url != LISTED


ALIKE = Comparison(beside=Beside.DECOY, url=LISTED, at=DAY_0, status=200, same_title=True, size=100)


@pytest.mark.parametrize(("length", "case"), [(900, Case.PARKED), (4000, Case.GOOD)])
def test_a_site_of_one_article_about_selling_names_is_not_for_sale(length: int, case: Case) -> None:
    seen = attempt(200, signs=("for-sale-title",))
    page = Page(media_type="text/html", length=9000, text_length=length)
    assert case_of(replace(seen, page=page, comparisons=(ALIKE,))) is case


def test_who_asks_for_your_age_whatever_is_asked_for_is_a_gate() -> None:
    seen = attempt(200, signs=("asks-first",))
    assert case_of(seen) is Case.GOOD
    assert case_of(replace(seen, comparisons=(ALIKE,))) is Case.GATED
    assert case_of(replace(seen, comparisons=(replace(ALIKE, own=40),))) is Case.GOOD


@pytest.mark.parametrize(
    ("signs", "case"),
    [
        (("asks-first", "not-found-title"), Case.SOFT),
        (("asks-first", "for-sale-title", "short-page"), Case.PARKED),
        (("login-title", "not-found-heading"), Case.SOFT),
        (("comes-back",), Case.GATED),
    ],
)
def test_what_a_page_says_of_itself_comes_before_what_it_asks(
    signs: tuple[str, ...], case: Case
) -> None:
    assert case_of(replace(attempt(200, signs=signs), comparisons=(ALIKE,))) is case
