"""A page by http is looked for by https where something says that it may be there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.evidence import Cause
from curator.judge import Policy, Verdict, judge
from curator.probes.contract import UNLISTED, Listing
from probes.answering import Drive, Reply, by_url, drive, html, redirect

PLAIN = "http://tide.example/tables/north"
SEALED = "https://tide.example/tables/north"
TEXT = "High water at the north pier, day by day, for the whole of the year to come. " * 8
TABLES = html("Tide tables", heading="North pier", text=TEXT)
NAMED = html(
    "Tide tables",
    heading="North pier",
    text=TEXT,
    head=f'<link rel="canonical" href="{SEALED}">',
)
BESIDE = Listing(sealed_host=True)


def seen(replies: dict[str, Reply], listed: str = PLAIN, listing: Listing = UNLISTED) -> Drive:
    return drive(by_url(replies), listed, consulted=True, listing=listing)


def concluded(driven: Drive) -> Verdict:
    return judge(driven.evidence.url, (driven.evidence,), Policy())


@pytest.mark.parametrize(("page", "listing"), [(NAMED, UNLISTED), (TABLES, BESIDE)])
def test_the_same_page_by_https_is_where_to_go(page: bytes, listing: Listing) -> None:
    driven = seen({PLAIN: Reply(body=page), SEALED: Reply(body=page)}, listing=listing)
    verdict = concluded(driven)
    assert (verdict.status, verdict.replacement, verdict.cosmetic) == ("moved", SEALED, True)
    assert verdict.reason == "the same page answers by https"


def test_a_page_that_changes_a_little_each_time_is_the_same() -> None:
    other = TABLES.replace(b"for the whole of the year", b"for the whole of the month", 1)
    driven = seen({PLAIN: Reply(body=TABLES), SEALED: Reply(body=other)}, listing=BESIDE)
    assert concluded(driven).replacement == SEALED


@pytest.mark.parametrize(
    "there",
    [
        Reply(body=html("Welcome", heading="It works", text="This is the default page. " * 20)),
        Reply(body=html("Tide tables", heading="South pier", text=TEXT)),
        Reply(body=html("Tide tables", heading="North pier", text="Members may log in. " * 20)),
        Reply(status=404, body=TABLES),
        Reply(status=403, body=TABLES),
        Reply(status=202, body=TABLES),
        Reply(failure=Cause.TLS_EXPIRED),
        Reply(failure=Cause.TLS_WRONG_HOST),
        Reply(failure=Cause.REFUSED),
        redirect(PLAIN),
        redirect("https://tide.example/"),
        redirect("https://harbour.example/tables/north"),
    ],
)
def test_anything_else_there_leaves_the_link_alone(there: Reply) -> None:
    replies = {PLAIN: Reply(body=TABLES), SEALED: there}
    replies["https://tide.example/"] = replies["https://harbour.example/tables/north"] = Reply(
        body=TABLES
    )
    driven = seen(replies, listing=BESIDE)
    assert SEALED in driven.urls
    assert concluded(driven).replacement is None
    assert concluded(driven).status == "alive"


def test_a_page_without_a_name_is_not_told_from_another() -> None:
    bare = html(text=TEXT)
    driven = seen({PLAIN: Reply(body=bare), SEALED: Reply(body=bare)}, listing=BESIDE)
    assert concluded(driven).status == "alive"


@pytest.mark.parametrize(
    ("listed", "replies", "listing"),
    [
        (PLAIN, {PLAIN: Reply(body=TABLES)}, UNLISTED),  # no reason
        (SEALED, {SEALED: Reply(body=NAMED)}, BESIDE),
        (PLAIN, {PLAIN: redirect(PLAIN + "/a", 302), PLAIN + "/a": Reply(body=TABLES)}, BESIDE),
        ("http://tide.example:8080/t", {"http://tide.example:8080/t": Reply(body=TABLES)}, BESIDE),
        (PLAIN, {PLAIN: Reply(status=404, body=TABLES)}, BESIDE),
        (PLAIN, {PLAIN: Reply(body=html("404 Not Found", heading="Not Found"))}, BESIDE),
        (PLAIN, {PLAIN: Reply(headers={"content-type": "application/pdf"}, body=b"%PDF")}, BESIDE),
        (PLAIN, {PLAIN: Reply(body=NAMED.replace(b"north", b"all"))}, UNLISTED),
    ],
)
def test_it_is_not_asked_for_without_need(
    listed: str, replies: dict[str, Reply], listing: Listing
) -> None:
    asked = [url for url in seen(replies, listed, listing).urls if url != listed]
    assert SEALED not in asked
    assert not any(url.startswith("https:") for url in asked if listed.startswith("http:"))


def test_a_page_that_is_alike_by_https_is_no_decoy() -> None:
    """What is the same everywhere speaks against a page; by https it is the page itself."""
    login = html("Log in", heading="Log in", text="Your name, your word, and in you go. " * 8)
    driven = seen({PLAIN: Reply(body=login), SEALED: Reply(body=login)}, listing=BESIDE)
    (attempt,) = driven.evidence.attempts
    without = replace(driven.evidence, attempts=(replace(attempt, sealed=None),))
    assert judge(PLAIN, (without,), Policy()).status == "alive"
    assert concluded(driven).status in ("alive", "moved")
