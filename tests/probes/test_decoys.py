"""URLs that name nothing, and asking for them politely."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator import urls
from curator.evidence import Beside, Comparison
from curator.probes.compare import is_alike
from curator.probes.contract import Ask, Listing
from curator.probes.decoys import decoy_above, decoy_beside
from probes.answering import Drive, Reply, by_url, drive, html, redirect

SITE = "https://a.example"
GUIDE = f"{SITE}/guide/intro"
PLAIN = {"content-type": "text/plain"}


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (GUIDE, "/guide/"),
        (f"{GUIDE}/", "/guide/"),
        (f"{SITE}/a/b.html", ".html"),
        (f"{SITE}/show?id=x", "/show?id="),
        (f"{SITE}/show?id=4&lang=en", "/show?id="),
    ],
)
def test_a_decoy_lies_beside_what_is_listed(url: str, kept: str) -> None:
    decoy = decoy_beside(url)
    assert decoy
    assert decoy != url
    assert kept in decoy


def test_all_links_of_a_folder_have_one_decoy() -> None:
    assert decoy_beside(f"{SITE}/guide/a") == decoy_beside(f"{SITE}/guide/b")
    assert decoy_beside(f"{SITE}/guide/a") != decoy_beside(f"{SITE}/other/a")
    assert decoy_beside(f"{SITE}/v/BV1xx411c7mD") == decoy_beside(f"{SITE}/v/BV1gj411X72B")


@pytest.mark.parametrize("url", [SITE, f"{SITE}/", f"{SITE}/?"])
def test_a_front_page_has_none(url: str) -> None:
    assert decoy_beside(url) is None


@pytest.mark.parametrize(
    ("url", "is_number"), [(f"{SITE}/p/42", True), (f"{SITE}/p/42.html", True), (GUIDE, False)]
)
def test_a_number_has_a_number_for_a_decoy(url: str, is_number: bool) -> None:
    name = urls.parse(decoy_beside(url) or "").path.rpartition("/")[2]
    assert name.partition(".")[0].isdigit() is is_number


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("intro", r"[a-z]+-[a-z]+-[a-z]+"),
        ("@ada", r"@[a-z]+-[a-z]+-[a-z]+"),
        ("~ada", r"~[a-z]+-[a-z]+-[a-z]+"),
        ("42", r"[0-9]{8,}"),
        ("p48213", r"p[0-9]{5}"),
        ("BV1xx411c7mD", r"BV1[A-Za-z0-9]{9}"),
        ("a1b2c3d4e5", r"[0-9a-f]{10}"),
        ("6dafe3f8-d114-45ca-9dcf-8a2ca1c5b199", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        ("how-to-tie-48213", r"[a-z]+-[a-z]+-[a-z]+-[0-9]{7,}"),
        ("48213-how-to-tie", r"[0-9]{7,}-[a-z]+-[a-z]+-[a-z]+"),
        ("tides-3fa91c0b2d7e", r"[a-z]+-[a-z]+-[a-z]+-[0-9a-f]{12}"),
        ("tides.html", r"[a-z]+-[a-z]+-[a-z]+\.html"),
        ("2024-review", r"[0-9]{8,}-[a-z]+-[a-z]+-[a-z]+"),
    ],
)
def test_a_decoy_is_of_the_make_of_what_it_stands_beside(name: str, make: str) -> None:
    path = urls.parse(decoy_beside(f"{SITE}/things/{name}") or "").path
    other = path.removeprefix("/things/")
    assert re.fullmatch(make, other), other
    assert other != name


def test_one_step_up_keeps_the_last_part() -> None:
    assert (decoy_above(f"{SITE}/q/42/how-to") or "").endswith("/how-to")
    assert decoy_above(f"{SITE}/how-to") is None


@given(st.text(alphabet="abc/?=&%.42-é入", max_size=40))
def test_a_decoy_is_a_usable_url_of_the_same_host(path: str) -> None:
    url = f"{SITE}/{path}"
    for decoy in (decoy_beside(url), decoy_above(url)):
        assert decoy is None or urls.host_key(decoy) == "a.example"


def asked_beside(replies: dict[str, Reply], listed: str = GUIDE, **rest: Listing) -> list[str]:
    """What is asked beyond the listed URL: its path."""
    seen = drive(by_url(replies), listed, consulted=True, **rest)
    return [urls.parse(url).path for url in seen.urls if url != listed]


def test_an_honest_host_is_asked_for_its_rules_and_one_decoy() -> None:
    rules, decoy = asked_beside({GUIDE: Reply()})
    assert rules == "/robots.txt"
    assert decoy == urls.parse(decoy_beside(GUIDE) or "").path


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: curator\nDisallow: /guide",
        "User-agent: *\nAllow: /\nDisallow: /*-",
        "user-agent: CURATOR\r\ndisallow: /guide/\r\n",
    ],
)
def test_rules_for_robots_are_kept(rules: str) -> None:
    robots = Reply(headers=PLAIN, body=rules.encode())
    assert asked_beside({GUIDE: Reply(), f"{SITE}/robots.txt": robots}) == ["/robots.txt"]


@pytest.mark.parametrize(
    "robots",
    [
        Reply(status=404),
        Reply(status=403),
        Reply(headers=PLAIN, body=b"User-agent: *\nDisallow: /admin"),
        Reply(headers=PLAIN, body=b"User-agent: other\nDisallow: /"),
        Reply(body=html("Everything is an app", text="Disallow: /")),
        Reply(headers=PLAIN, body=b"\xff\xfe\x00 User-agent"),
        redirect("/rules.txt"),
    ],
)
def test_a_decoy_is_asked_for_where_nothing_forbids_it(robots: Reply) -> None:
    asked = asked_beside({GUIDE: Reply(), f"{SITE}/robots.txt": robots})
    assert asked[-1].startswith("/guide/")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_that_can_not_say_is_left_alone_for_now(status: int) -> None:
    robots = {f"{SITE}/robots.txt": Reply(status=status)}
    assert asked_beside({GUIDE: Reply(), **robots}) == ["/robots.txt"]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=404),
        Reply(status=403),
        Reply(headers={"content-type": "application/pdf"}, body=b"%PDF-1.7"),
        Reply(body=html("Page not found", heading="Page not found", text="Sorry.")),
        Reply(body=html("Just a moment...", body='<script src="/x?_cf_chl_opt"></script>')),
    ],
)
def test_nothing_more_is_asked_where_the_answer_is_enough(reply: Reply) -> None:
    assert asked_beside({GUIDE: reply}) == []


def test_the_listed_title_on_the_page_is_enough() -> None:
    listing = Listing(titles=("Attention explained, step by step",))
    page = Reply(body=html("Attention Explained: Step by Step | A blog", text="words"))
    assert asked_beside({GUIDE: page}, listing=listing) == []


def test_a_name_that_most_sites_could_have_is_not() -> None:
    listing = Listing(titles=("Lantern Notes",))
    page = Reply(body=html("Lantern Notes", text="words"))
    assert asked_beside({GUIDE: page}, listing=listing)


def comparisons(replies: dict[str, Reply], listed: str = GUIDE) -> dict[Beside, Comparison]:
    seen = drive(lambda ask: replies.get(ask.url, replies["*"]), listed, consulted=True)
    return {one.beside: one for one in seen.evidence.attempts[-1].comparisons}


LOST = Reply(body=html("Harbour", text="this ship has sailed try the lighthouse instead"))
HOME = Reply(body=html("Harbour", heading="Welcome", text="books and charts and tides for all"))
ROBOTS = {f"{SITE}/robots.txt": Reply(status=404)}


def test_what_looks_like_the_decoy_is_held_against_front_page_and_higher_decoy() -> None:
    found = comparisons({"*": LOST, f"{SITE}/": HOME, **ROBOTS})
    assert set(found) == {Beside.DECOY, Beside.HOME, Beside.HIGHER_DECOY}
    assert found[Beside.DECOY].own == 0
    assert found[Beside.DECOY].likeness == 100
    assert found[Beside.HOME].likeness < 50


def test_a_chain_that_leads_elsewhere_is_held_against_where_any_name_leads() -> None:
    away = redirect("/farewell")
    found = comparisons({"*": away, f"{SITE}/farewell": HOME, f"{SITE}/": LOST, **ROBOTS})
    assert found[Beside.DOOR].same_end
    assert not found[Beside.HOME].same_end


@pytest.mark.parametrize("reads_id", [True, False])
def test_where_only_the_query_is_read_another_query_tells(reads_id: bool) -> None:
    def answer(ask: Ask) -> Reply:
        if ask.url in (f"{SITE}/", f"{SITE}/farewell"):
            return HOME
        is_moved = "id=7" in ask.url or not reads_id
        return redirect("/farewell") if is_moved else Reply(status=404)

    seen = drive(answer, f"{SITE}/show?id=7", consulted=True)
    found = {one.beside: one for one in seen.evidence.attempts[-1].comparisons}
    assert found[Beside.DOOR].same_end != reads_id


@pytest.mark.parametrize("name", ["the-tides", "charts", "how-to-reef-a-sail"])
def test_ordinary_words_of_its_name_are_nothing_of_its_own(name: str) -> None:
    text = "The charts and the tides: how to sail. " * 9 + f"Nobody knows {name}."
    lost = Reply(body=html("Harbour", text=text))
    found = comparisons({"*": lost, f"{SITE}/": HOME, **ROBOTS}, f"{SITE}/guide/{name}")
    assert found[Beside.DECOY].own <= 3
    echo = Reply(body=html("Harbour", text=text.replace(name, name.replace("-", " ").title())))
    found = comparisons({"*": echo, f"{SITE}/": HOME, **ROBOTS}, f"{SITE}/guide/{name}")
    assert found[Beside.DECOY].own <= 3


def test_a_search_for_another_name_is_the_same_place_when_it_finds_nothing_else() -> None:
    def found(mine: str, theirs: str) -> Comparison:
        def web(ask: Ask) -> Reply:
            path, _, query = ask.url.removeprefix(SITE).partition("?")
            if path == "/search":
                text = mine if query == "q=intro" else theirs
                return Reply(body=html("Search", text=f"You searched for {query[2:]}. {text}"))
            name = path.removeprefix("/guide/")
            return redirect(f"/search?q={name}") if "/guide/" in path else HOME

        seen = drive(web, GUIDE, consulted=True)
        return {one.beside: one for one in seen.evidence.attempts[-1].comparisons}[Beside.DOOR]

    nothing = "There is nothing by that name, try other words or another spelling of them."
    assert found(nothing, nothing).same_end
    assert not found("Tying a bowline, reading the tides, mooring in wind", nothing).same_end


def test_an_id_that_leads_to_the_front_page_is_held_against_another_id() -> None:
    def web(ask: Ask) -> Reply:
        if ask.url.startswith(f"{SITE}/news.php"):
            return redirect("/")
        return HOME if ask.url == f"{SITE}/" else Reply(status=404)

    seen = drive(web, f"{SITE}/news.php?id=42", consulted=True)
    [door] = seen.evidence.attempts[-1].comparisons
    assert door.same_end
    assert door.url.startswith(f"{SITE}/news.php?id=97")


def test_the_sentence_that_nothing_is_there_is_looked_for_elsewhere() -> None:
    def lost(kind: str) -> Reply:
        posts = " ".join(f"{kind}{letter}{kind}" for letter in "abcdefghijklmnopqrstuvwxyz")
        return Reply(body=html("Harbour", text="Sorry, this page was not found.", body=posts))

    replies = {"*": lost("herons"), GUIDE: lost("knots"), f"{SITE}/": HOME, **ROBOTS}
    found = comparisons(replies)
    assert found[Beside.DECOY].same_words
    assert not found[Beside.HOME].same_words
    other = Reply(body=html("Harbour", heading="Tides", text="Sorry, this page was not found.",
                            body="knots " * 50))  # fmt: skip
    assert not comparisons({**replies, GUIDE: other})[Beside.DECOY].same_words


@pytest.mark.parametrize("first", range(4))
def test_what_changes_between_two_tries_is_nothing_of_its_own(first: int) -> None:
    sayings = ("the tide is late", "an anchor met a rope", "no wind no sail", "fog came at noon")
    turn = itertools.count(first)

    def answer(ask: Ask) -> Reply:
        if ask.url == f"{SITE}/":
            return HOME
        said = sayings[next(turn) % 4] if ask.url == GUIDE else sayings[0]
        text = f"This ship has sailed, try the lighthouse or the pier instead, they say: {said}"
        return {**ROBOTS}.get(ask.url, Reply(body=html("Harbour", heading="Harbour", text=text)))

    seen = drive(answer, GUIDE, consulted=True)
    assert len(seen.evidence.attempts) == 2
    for attempt in seen.evidence.attempts:
        assert is_alike(next(one for one in attempt.comparisons if one.beside is Beside.DECOY))


def test_what_stays_is_its_own() -> None:
    text = "This ship has sailed, try the lighthouse or the pier instead of waiting for the ferry"

    def answer(ask: Ask) -> Reply:
        own = "Herons stand where eels swim" if ask.url == GUIDE else ""
        return {**ROBOTS, f"{SITE}/": HOME}.get(
            ask.url, Reply(body=html("Harbour", heading="Harbour", text=f"{text} {own}"))
        )

    seen = drive(answer, GUIDE, consulted=True)
    assert len(seen.evidence.attempts) == 2
    for attempt in seen.evidence.attempts:
        assert not any(map(is_alike, attempt.comparisons))


@pytest.mark.parametrize(
    ("title", "same"),
    [("Harbour – Information", True), ("Harbour", True), ("Tides – Harbour", False)],
)
def test_few_words_are_held_against_the_name_of_the_front_page(title: str, same: bool) -> None:
    few = Reply(body=html(title, text="This page was not found."))
    honest = Reply(status=404)
    found = comparisons({"*": honest, GUIDE: few, f"{SITE}/": HOME, **ROBOTS})
    assert found[Beside.HOME].same_name is same


def test_a_doubtful_page_is_asked_for_twice() -> None:
    seen: Drive = drive(lambda ask: {**ROBOTS, f"{SITE}/": HOME}.get(ask.url, LOST), GUIDE,
                        consulted=True)  # fmt: skip
    assert seen.urls.count(GUIDE) == 2
    assert len(set(seen.urls)) == len(seen.urls) - 1, "everything beside it is asked once"
