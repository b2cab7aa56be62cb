"""Everything that is known of one URL."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import yaml

from curator.catalogue import Location
from curator.evidence import (
    Again,
    Attempt,
    Beside,
    Cause,
    Comparison,
    DateSource,
    Evidence,
    Failure,
    Family,
    Hop,
    Page,
    PageDate,
    Sign,
    Way,
)
from curator.findings import Place
from curator.judge import Policy, Status, Verdict, judge
from curator.reporters import Options
from curator.reporters.explain import MOST_CHECKS, explain

URL = "https://foo.example/docs"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLACE = Place(
    entry="大模型推理优化", location=Location(path="catalogue/0x20.yaml", line=31, column=10)
)
FAILING = Verdict(
    url=URL,
    status=Status.FAILING,
    reason="404 Not Found, asked twice 96 s apart",
    final_url=URL,
    since=date(2026, 11, 22),
    decides_on=date(2026, 11, 25),
    http_status=404,
)


def hop(status: int, location: str | None = None, url: str = URL) -> Hop:
    return Hop(url=url, status=status, location=location, permanent=status == 301, elapsed_ms=210)


def not_found(at: datetime) -> Attempt:
    page = Page(
        media_type="text/html",
        length=1204,
        title="页面不存在",
        language="zh",
        dates=(PageDate(day=date(2023, 5, 30), source=DateSource.META, modified=False),),
    )
    sign = Sign(name="not-found", where="title", detail="页面不存在")
    hops = (hop(301, f"{URL}/"), hop(404, url=f"{URL}/"))
    return Attempt(at=at, hops=hops, signs=(sign,), page=page)


def no_answer(at: datetime) -> Attempt:
    failure = Failure(url=URL, cause=Cause.TIMEOUT, detail="no head within 20 s")
    return Attempt(at=at, hops=(), failure=failure, retry_after=at + timedelta(hours=1))


def looks_like_a_decoy(at: datetime) -> Attempt:
    """A page without a word for it, whose host says the same to everything but its front page."""
    decoy = f"{URL[:-4]}quiet-ribbon"
    same = Comparison(
        beside=Beside.DECOY,
        url=decoy,
        at=at,
        status=200,
        final_url=decoy,
        same_title=True,
        likeness=100,
        size=12,
    )
    welcome = f"{URL[:-4]}welcome"
    home = replace(
        same,
        beside=Beside.HOME,
        url=URL[:-4],
        final_url=welcome,
        same_title=False,
        likeness=3,
        own=12,
    )
    forbidden = Comparison(beside=Beside.HIGHER_DECOY, url=decoy, at=at, status=None)
    return Attempt(
        at=at,
        hops=(hop(200),),
        signs=(Sign(name="noindex", where="page", detail="noindex"),),
        page=Page(media_type="text/html", length=300, title="Foo\x1b[31m"),
        comparisons=(same, home, forbidden),
    )


def test_what_weighed_is_shown_with_its_points_and_what_would_change_it(golden):
    evidence = tuple(
        Evidence(url=URL, at=at, attempts=(looks_like_a_decoy(at),))
        for at in (NOON - timedelta(days=4), NOON - timedelta(days=2), NOON)
    )
    verdict = judge(URL, evidence, Policy())
    assert verdict.status is Status.SOFT_404
    text = explain(verdict, evidence, (PLACE,), Policy(), Options(), today=NOON.date())
    golden("explain-soft.txt", text)


def days() -> tuple[Evidence, ...]:
    """Alive, then our network down, then not there."""
    fine = Attempt(at=NOON - timedelta(days=3), hops=(hop(200),))
    lost = no_answer(NOON - timedelta(days=2))
    first = (not_found(NOON - timedelta(days=1)),)
    last = (no_answer(NOON), not_found(NOON + timedelta(seconds=96)))
    return (
        Evidence(url=URL, at=fine.at, attempts=(fine,)),
        Evidence(url=URL, at=lost.at, attempts=(lost,), void=True),
        Evidence(url=URL, at=first[0].at, attempts=first),
        Evidence(url=URL, at=NOON, attempts=last),
    )


def test_looks_as_it_should(golden):
    golden("explain.txt", explain(FAILING, days(), [PLACE], Policy(), Options(), today=NOON.date()))


def test_a_link_without_trouble_needs_no_more_words(golden):
    fine = Verdict(url=URL, status=Status.ALIVE, reason="200 OK", since=date(2026, 11, 20))
    golden("explain-alive.txt", explain(fine, days()[:1], [PLACE], Policy(), Options()))


def test_no_waiver_for_a_site_is_proposed_where_none_can_be():
    bad = Verdict(url="http://[x/", status=Status.INVALID, reason="no URL")
    text = explain(bad, [], [PLACE], Policy(), Options(), today=NOON.date())
    assert "rule: invalid-url" in text
    assert "curator.toml" not in text


def test_what_was_never_asked():
    never = Verdict(url=URL, status=Status.SKIPPED, reason="not asked yet")
    text = explain(never, [], [], Policy(), Options())
    assert "Not in the list." in text
    assert "Never asked." in text


def test_the_waivers_to_paste_are_valid():
    text = explain(FAILING, days(), [PLACE], Policy(), Options())
    in_yaml, in_toml = text.split("in the entry:\n")[1].split("To overrule it for the whole site")
    (waiver,) = yaml.safe_load(in_yaml)["waivers"]
    assert (waiver["rule"], str(waiver["until"])) == ("failing-link", "2027-02-21")
    (of_host,) = tomllib.loads(in_toml.split("\n", 1)[1])["waivers"]
    assert (of_host["host"], of_host["rule"]) == ("foo.example", "failing-link")


def test_a_markdown_list_has_no_place_for_an_entrys_waiver():
    place = replace(PLACE, location=replace(PLACE.location, path="README.md"))
    assert "in the entry:" not in explain(FAILING, days(), [place], Policy(), Options())


def test_a_long_history_is_cut_unless_all_is_wanted():
    many = days()[-1:] * (MOST_CHECKS + 5)
    assert "… 5 more" in explain(FAILING, many, [PLACE], Policy(), Options())
    assert "… 5 more" not in explain(FAILING, many, [PLACE], Policy(), Options(verbose=True))


def test_the_first_and_the_last_good_check_are_never_cut():
    good = [
        Evidence(url=URL, at=at, attempts=(Attempt(at=at, hops=(hop(200),)),))
        for at in (NOON - timedelta(days=day) for day in (90, 80))
    ]
    bad = [
        Evidence(url=URL, at=at, attempts=(not_found(at),))
        for at in (NOON - timedelta(days=day) for day in range(70, 0, -1))
    ]
    for past, last in (
        ((*good, *bad), ["  2026-09-04 12:00 UTC  200, the last good one", "the first"]),
        ((*good[:1], *bad), ["  2026-08-25 12:00 UTC  200, the first"]),
    ):
        lines = explain(FAILING, past, [PLACE], Policy(), Options()).splitlines()
        (cut,) = (n for n, line in enumerate(lines) if " more, of them" in line)
        assert all(map(str.endswith, lines[cut + 1 :], last))
        assert not lines[cut + 1 + len(last)]


@pytest.mark.parametrize("hostile", ["\x1b[2J\u202e", "a\n::add-mask::b", "\x9b31m"])
def test_nothing_from_outside_reaches_the_terminal(hostile):
    url = f"https://foo.example/{hostile}"
    attempt = Attempt(
        at=NOON,
        hops=(hop(302, url, url),),
        failure=Failure(url=url, cause=Cause.TLS_OTHER, detail=hostile),
        signs=(Sign(name=hostile, where=hostile, detail=hostile),),
        page=Page(media_type=hostile, length=1, title=hostile, heading=hostile + "x"),
    )
    seen = (Evidence(url=url, at=NOON, attempts=(attempt,)),) * 2
    verdict = replace(FAILING, url=url, reason=hostile, final_url=f"{url}/")
    place = replace(PLACE, entry=hostile)
    text = explain(verdict, seen, [place], Policy(), Options())
    odd = {character for character in text if unicodedata.category(character) in ("Cc", "Cf")}
    assert odd == {"\n"}
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_how_a_later_try_asked_and_over_what() -> None:
    mute = Failure(url=URL, cause=Cause.RESET, detail="reset", families=(Family.IPV6, Family.IPV4))
    first = Attempt(at=NOON, hops=(), failure=mute)
    last = replace(hop(200), family=Family.IPV4, again=Again.UNCODED)
    ways = (Way.PATIENT, Way.FRESH, Way.NAVIGATION, Way.OTHER_FAMILY, Way.LATIN_1)
    later = Attempt(at=NOON + timedelta(seconds=30), hops=(last,), ways=ways)
    seen = Evidence(url=URL, at=NOON, attempts=(first, later))
    text = explain(judge(URL, [seen], Policy()), [seen], [PLACE], Policy(), Options())
    assert "reset: reset, over IPv6 and IPv4" in text
    assert "try 1 at 12:00:00 UTC\n" in text
    assert (
        "try 2 at 12:00:30 UTC, with twice the time, on a fresh connection, with all that a browser"
        " sends, over the other kind of address, with redirects in the old spelling" in text
    )
    assert "over IPv4, asked a second time uncompressed" in text


def test_a_second_try_that_saw_the_same_is_told_in_one_line() -> None:
    first = not_found(NOON)
    again = replace(first, at=NOON + timedelta(minutes=1), hops=(replace(hop(404), elapsed_ms=9),))
    evidence = [
        Evidence(
            url=URL,
            at=NOON + day * timedelta(days=1),
            attempts=(replace(first, hops=(hop(404),)), again),
        )
        for day in range(2)
    ]
    said = explain(FAILING, evidence, [PLACE], Policy(), Options())
    assert "try 2 at 12:01:00 UTC, and saw the same\n" in said
    assert said.count("    title: 页面不存在") == 1
    assert "404 (not-found), twice\n" in said


def test_a_living_page_in_doubt_says_how_far_it_is_from_a_not_found() -> None:
    page = Page(media_type="text/html", length=900, title="404", text_length=90)
    sign = Sign(name="status-title", where="title", detail="404")
    seen = Evidence(
        url=URL, at=NOON, attempts=(Attempt(at=NOON, hops=(hop(200),), page=page, signs=(sign,)),)
    )
    said = explain(judge(URL, [seen], Policy()), [seen], [PLACE], Policy(), Options())
    assert "Is it a “not found”? No, 60" in said
    assert "40 points more and something strong among them:\n  soft-404 after 3 checks" in said
