"""Which URL is right."""

from __future__ import annotations

import pytest

from curator.evidence import Via
from curator.judge import Verdict
from judge.sightings import LISTED, Led, Said, attempt, run, verdict

B, C = "https://b.example/new", "https://c.example/newer"
TO_B, TO_C = attempt(200, Led(B)), attempt(200, Led(C))


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


@pytest.mark.parametrize(
    ("days", "replacement"),
    [
        ((TO_B, TO_B, TO_B), B),
        ((200, 200, TO_B), B),
        ((TO_B, TO_B, TO_C), C),  # it moved on
        ((TO_B, 503, TO_B), B),
        ((TO_B, 403, TO_B), B),
        ((TO_B, TO_C, TO_B), None),  # here and there, perhaps by where one asks from
        ((TO_C, TO_B, TO_C, TO_C, TO_C), None),
        ((TO_B, 200, TO_B), None),
        ((200, TO_B, 200), None),
    ],
)
def test_a_redirect_that_comes_and_goes_is_no_move(
    days: tuple[Said, ...], replacement: str | None
) -> None:
    found = verdict(*(run(day, said) for day, said in enumerate(days)))
    assert found.replacement == replacement
    assert found.status == ("moved" if replacement else "alive")


def test_it_is_said_and_forgotten() -> None:
    past = [run(0, TO_B), run(7, TO_C), run(14, TO_B)]
    assert verdict(*past).reason == (
        "301 Moved Permanently to https://b.example/new today, and not on other days"
    )
    assert verdict(*past, run(40, TO_B)).status == "moved"
    assert verdict(*past, strict=True).status == "moved"
