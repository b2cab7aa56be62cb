"""Which URL is right."""

from __future__ import annotations

import pytest

from curator.evidence import Via
from curator.judge import Verdict
from judge.sightings import LISTED, Led, attempt, run, verdict

B, C = "https://b.example/new", "https://c.example/newer"


def after(*led: Led, listed: str = LISTED, **more: object) -> Verdict:
    end = attempt(200, *led, listed=listed, **more)  # type: ignore[arg-type]
    return verdict(run(0, end, listed=listed), listed=listed)


@pytest.mark.parametrize(
    ("led", "replacement"),
    [
        ((Led(B),), B),
        ((Led(B, 308),), B),
        ((Led(B, 302),), None),
        ((Led(B, 307),), None),
        ((Led(B), Led(C)), C),
        ((Led(B), Led(C, 302)), B),
        ((Led(B, 302), Led(C)), None),
        ((Led(B, 303), Led(C, 308)), None),
        ((Led(B, 200, Via.META_REFRESH),), B),
        ((Led(B + "#part"),), B + "#part"),
        ((Led(B + "?utm_source=redirect&x=1"),), B + "?x=1"),
        ((Led(B + ";jsessionid=12AB"),), None),
        ((Led(B + "?PHPSESSID=12AB"),), None),
        ((Led("http://b.example/new"),), None),
        ((Led("http://b.example/new"), Led(B)), B),
        ((Led("https://a.example/"),), None),
        ((Led("https://a.example/index.html"),), None),
        ((Led("https://a.example/en/"),), None),
        ((Led("https://b.example/"),), None),
        ((Led("https://a.example/home"),), None),
        ((Led("https://a.example/welcome.html"),), None),
        ((Led("https://a.example/Home/Index"),), None),
        ((Led("https://a.example/intl/jp/"),), None),
        ((Led("https://a.example/pt-br/home"),), None),
        ((Led("https://a.example/?ref=old"),), None),
        ((Led("https://a.example/sorry/index"),), None),
        ((Led("https://a.example/Error.aspx?aspxerrorpath=/dir/page"),), None),
        ((Led("https://a.example/access-denied"),), None),
        ((Led("https://a.example/fout"),), None),
        ((Led("https://a.example/privacy/cookies"),), None),
        ((Led("https://a.example/ages-of-sail"),), "https://a.example/ages-of-sail"),
        ((Led("https://a.example/results?q=page"),), None),
        ((Led("https://a.example/search/page"),), None),
        ((Led("https://a.example/start-here/page"),), "https://a.example/start-here/page"),
        ((Led("https://a.example/error-handling"),), "https://a.example/error-handling"),
        ((Led("https://a.example/ml"),), "https://a.example/ml"),
        ((Led("https://a.example/?lang=en"),), None),
        ((Led("https://a.example/?p=12"),), "https://a.example/?p=12"),
        ((Led("https://a.example/search?q=page"),), None),
        ((Led("https://a.example/dir/"),), None),
        ((Led("https://a.example/dir/page/index.html"),), "https://a.example/dir/page/index.html"),
        ((Led("https://a.example/dir/page/intro"),), "https://a.example/dir/page/intro"),
        ((Led("https://a.example/di"),), "https://a.example/di"),
        ((Led(B), Led("https://b.example/", 302)), None),
        ((Led(LISTED, 301),), None),
    ],
)
def test_the_leading_run_of_permanent_hops(led: tuple[Led, ...], replacement: str | None) -> None:
    found = after(*led)
    assert found.replacement == replacement
    assert found.status == ("moved" if replacement else "alive")


@pytest.mark.parametrize(
    ("listed", "target"),
    [
        ("https://a.example/", "https://b.example/"),
        ("https://a.example/", "https://a.example/en/latest/"),
        ("https://a.example/index.html", "https://a.example/"),
        ("https://a.example/zh/", "https://a.example/zh-cn/"),
        ("https://a.example/artificial", "https://a.example/ai"),
        ("http://a.example/x", "http://b.example/x"),
    ],
)
def test_front_pages_and_plain_http_may_move(listed: str, target: str) -> None:
    assert after(Led(target), listed=listed).replacement == target


@pytest.mark.parametrize(
    ("target", "cosmetic"),
    [
        ("https://www.a.example/dir/page/", True),
        ("https://a.example/dir/page/", True),
        ("https://a.example/dir/page.html", False),
        ("https://docs.a.example/dir/page", False),
    ],
)
def test_cosmetic_moves(target: str, cosmetic: bool) -> None:
    found = after(Led(target), listed="http://a.example/dir/page")
    assert (found.replacement, found.cosmetic) == (target, cosmetic)


@pytest.mark.parametrize("said", [202, 401, 403, 404, 410, 429, 500, 405])
def test_a_move_to_what_does_not_answer_is_none(said: int) -> None:
    end = attempt(said, Led(B))
    assert verdict(run(0, end, end)).replacement is None


@pytest.mark.parametrize(
    "signs",
    [
        ("login-url",),
        ("consent-url",),
        ("error-url",),
        ("not-found-title",),
        ("for-sale-title", "parked-url"),
        ("wall-title", "short-page"),
        ("stands-before",),
        ("asks-first",),
    ],
)
def test_a_move_to_what_is_not_the_page_is_none(signs: tuple[str, ...]) -> None:
    assert after(Led(B), signs=signs).replacement is None


def test_a_language_s_front_page_that_is_gone_leads_home() -> None:
    assert after(Led("https://a.example/"), listed="https://a.example/zh/").replacement is None


def test_a_deep_link_that_leads_home_says_so() -> None:
    found = after(Led("https://a.example/"))
    assert found.reason == "200 OK, but it now leads to the home page"
    assert after(Led("https://a.example/", 302)).reason == found.reason
    assert after(Led("https://a.example/dir")).reason.endswith("leads to a page above it")
    assert after(Led(B)).reason == "301 Moved Permanently"


def test_since_a_move_is_since_this_move() -> None:
    def to(target: str) -> object:
        return attempt(200, Led(target))

    found = verdict(run(0, 200), run(1, to(B)), run(2, to(C)), run(3, 404, to(C)))  # type: ignore[arg-type]
    assert str(found.since) == "2026-11-22"
