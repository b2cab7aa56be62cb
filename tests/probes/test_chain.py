"""Redirect chains as a browser walks them."""

from __future__ import annotations

import pytest

from curator.evidence import Cause, Via
from curator.probes import Ask
from probes.answering import LISTED, Reply, by_url, cookie_of, drive, html, in_turn, redirect

TARGET = "https://b.example/new"


def lands(web: object, listed: str = LISTED) -> str:
    seen = drive(web, listed)  # type: ignore[arg-type]
    assert seen.last == 200, seen.evidence
    return seen.urls[-1]


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://b.example/new", "https://b.example/new"),
        ("/new", "https://a.example/new"),
        ("new", "https://a.example/new"),
        ("//b.example", "https://b.example/"),
        ("?q=1", "https://a.example/page?q=1"),
        ("/a b", "https://a.example/a%20b"),
        ("/中文", "https://a.example/%E4%B8%AD%E6%96%87"),
        ("/x#frag", "https://a.example/x"),
        (" /x\t", "https://a.example/x"),
    ],
)
def test_a_location_is_read_as_a_browser_reads_it(location: str, target: str) -> None:
    assert lands(in_turn(redirect(location), Reply())) == target


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
def test_every_redirect_is_followed(status: int) -> None:
    seen = drive(in_turn(redirect("/new", status), Reply()))
    first, last = seen.evidence.attempts[0].hops
    assert (first.status, first.location) == (status, "https://a.example/new")
    assert first.permanent is (status in (301, 308))
    assert (last.status, last.location) == (200, None)


def test_the_fragment_of_a_location_stays_with_the_hop_and_is_never_asked() -> None:
    seen = drive(in_turn(redirect("/new#part"), redirect("/newer"), Reply()))
    hops = seen.evidence.attempts[0].hops
    assert [hop.location for hop in hops] == [
        "https://a.example/new#part",
        "https://a.example/newer#part",
        None,
    ]
    assert not any("#" in url for url in seen.urls)


@pytest.mark.parametrize("location", ["http://", "ht!tp:", "ht!tp://x/", "http://a b/"])
def test_a_location_that_is_no_url(location: str) -> None:
    assert drive(in_turn(redirect(location))).last is Cause.BAD_LOCATION


@pytest.mark.parametrize("location", ["file:///etc/passwd", "javascript:alert(1)", "ftp://x/"])
def test_a_location_that_is_no_web_page(location: str) -> None:
    seen = drive(in_turn(redirect(location)))
    assert seen.last is Cause.UNSAFE_REDIRECT
    assert len(seen.asks) == 1


def test_a_redirect_without_a_target() -> None:
    assert drive(in_turn(Reply(status=302))).last is Cause.BAD_LOCATION
    assert drive(in_turn(Reply(status=302, headers={"location": " "}))).last is Cause.BAD_LOCATION


def test_several_choices_are_an_answer() -> None:
    assert drive(in_turn(Reply(status=300))).last == 300


def test_twenty_hops_are_walked_and_no_more() -> None:
    def web(length: int) -> object:
        def reply(ask: Ask) -> Reply:
            number = int(ask.url.rpartition("/")[2] or 0)
            return redirect(f"/{number + 1}") if number < length else Reply()

        return reply

    assert lands(web(12), "https://a.example/0").endswith("/12")
    assert lands(web(20), "https://a.example/0").endswith("/20")
    seen = drive(web(21), "https://a.example/0")  # type: ignore[arg-type]
    assert seen.last is Cause.TOO_MANY_REDIRECTS


def test_a_circle_is_a_loop() -> None:
    seen = drive(by_url({LISTED: redirect("/b"), "https://a.example/b": redirect("/page")}))
    assert seen.last is Cause.REDIRECT_LOOP
    assert len(seen.asks) == 4  # two tries of two asks


def test_a_page_behind_a_cookie_is_no_loop() -> None:
    def web(ask: Ask) -> Reply:
        return Reply() if cookie_of(ask) == "seen=1" else redirect("/page", 302, ("seen=1",))

    assert lands(web) == LISTED


def test_a_bounce_through_another_host_that_sets_a_cookie() -> None:
    def web(ask: Ask) -> Reply:
        if ask.url.startswith("https://consent.example"):
            return redirect(LISTED + "?ok=1", 302, ("c=2",))
        if "ok=1" in ask.url:
            return redirect(LISTED, 302, ("ok=1; Path=/",))
        return Reply() if cookie_of(ask) else redirect("https://consent.example/x", 302)

    assert lands(web) == LISTED


def test_a_cookie_that_changes_nothing_is_a_loop() -> None:
    assert drive(in_turn(redirect("/page", 302, ("a=1",)))).last is Cause.REDIRECT_LOOP


def test_not_modified_is_asked_again_past_caches() -> None:
    def web(ask: Ask) -> Reply:
        return Reply() if ("cache-control", "no-cache") in ask.headers else Reply(status=304)

    assert lands(web) == LISTED


@pytest.mark.parametrize(
    ("head", "permanent"),
    [
        ('<meta http-equiv="refresh" content="0; url=https://b.example/new">', True),
        ('<META HTTP-EQUIV="Refresh" CONTENT="3;URL=\'https://b.example/new\'">', False),
        ("<meta http-equiv=refresh content='0,https://b.example/new'>", True),
    ],
)
def test_a_meta_refresh_is_a_hop(head: str, permanent: bool) -> None:
    seen = drive(by_url({LISTED: Reply(body=html(head=head)), TARGET: Reply()}))
    first = seen.evidence.attempts[0].hops[0]
    assert (first.via, first.location, first.permanent) == (Via.META_REFRESH, TARGET, permanent)
    assert seen.last == 200


def test_a_refresh_header_is_a_hop() -> None:
    refresh = Reply(headers={"refresh": "0; url=/new"})
    seen = drive(by_url({LISTED: refresh, "https://a.example/new": Reply()}))
    assert seen.evidence.attempts[0].hops[0].via is Via.REFRESH_HEADER
    assert seen.last == 200


@pytest.mark.parametrize(
    "head",
    [
        '<noscript><meta http-equiv="refresh" content="0; url=/nojs"></noscript>',
        '<meta http-equiv="refresh" content="30; url=/later">',
        '<meta http-equiv="refresh" content="5">',
        '<meta http-equiv="refresh" content="0; url=/page">',
        '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
        '<meta http-equiv="refresh" content="url=/x">',
        '<!-- <meta http-equiv="refresh" content="0; url=/x"> -->',
    ],
)
def test_what_is_no_redirect(head: str) -> None:
    assert drive(in_turn(Reply(body=html("A page", head=head)))).urls == [LISTED]


def test_a_meta_refresh_to_a_missing_page_ends_there() -> None:
    head = '<meta http-equiv="refresh" content="0; url=/gone">'
    assert drive(by_url({LISTED: Reply(body=html(head=head))})).last == 404


def test_two_pages_that_refresh_each_other_are_no_loop() -> None:
    def page(target: str) -> Reply:
        return Reply(body=html("x", head=f'<meta http-equiv="refresh" content="1; url={target}">'))

    assert drive(by_url({LISTED: page("/b"), "https://a.example/b": page("/page")})).last == 200


def test_the_base_of_a_page_is_the_base_of_its_refresh() -> None:
    head = '<base href="https://b.example/x/"><meta http-equiv="refresh" content="0; url=../new">'
    assert lands(by_url({LISTED: Reply(body=html(head=head)), TARGET: Reply()})) == TARGET


def test_a_failure_on_the_way_keeps_the_hops() -> None:
    seen = drive(in_turn(redirect("/b"), Reply(failure=Cause.UNSAFE_ADDRESS)))
    assert seen.last is Cause.UNSAFE_ADDRESS
    assert [hop.status for hop in seen.evidence.attempts[0].hops] == [301]


def test_the_second_try_spells_a_latin_1_location_in_bytes() -> None:
    def web(ask: Ask) -> Reply:
        if ask.url == LISTED:
            return redirect("/caf\u00e9")
        return Reply() if ask.url.endswith("/caf%E9") else Reply(status=404)

    assert lands(web) == "https://a.example/caf%E9"
