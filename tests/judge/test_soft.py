"""What makes a page that answers 200 a "not found", and what outweighs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from curator.evidence import (
    Attempt,
    Beside,
    Comparison,
    DateSource,
    Hop,
    Page,
    PageDate,
    Sign,
)
from curator.judge.soft import weigh_not_found
from curator.judge.weighing import is_proven

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
URL = "https://a.example/guide/intro"
PAGE = Page(media_type="text/html", length=900, title="Harbour", text_length=300)


def beside(kind: Beside, **fields: Any) -> Comparison:
    """Another page, unless said otherwise."""
    usual: dict[str, Any] = {"status": 200, "final_url": "https://a.example/x", "size": 40}
    other: dict[str, Any] = {"likeness": 5, "own": 38}
    return Comparison(
        beside=kind, url="https://a.example/x", at=NOW, **{**usual, **other, **fields}
    )


def same(kind: Beside, **fields: Any) -> Comparison:
    alike: dict[str, Any] = {"same_title": True, "same_heading": True, "likeness": 100, "own": 0}
    return beside(kind, **{**alike, **fields})


DECOY, HIGHER, HOME, DOOR = Beside.DECOY, Beside.HIGHER_DECOY, Beside.HOME, Beside.DOOR
ROTATING: dict[str, Any] = {"likeness": 70, "own": 12}


def attempt(
    *comparisons: Comparison, signs: str = "", to: str = "", url: str = URL, permanent: bool = False
) -> Attempt:
    hops = (Hop(url=url, status=200),)
    if to:
        hops = (Hop(url=url, status=302, location=to, permanent=permanent), Hop(url=to, status=200))
    return Attempt(
        at=NOW,
        hops=hops,
        page=PAGE,
        signs=tuple(Sign(name=name, where="page") for name in signs.split()),
        comparisons=comparisons,
    )


FAREWELL = "https://a.example/blog/farewell"

GONE = {
    "the title says so": attempt(signs="not-found-title"),
    "it was led to an error page": attempt(signs="error-url", to="https://a.example/404"),
    "title, though the host is honest": attempt(beside(DECOY, status=404), signs="not-found-title"),
    "an error page with a day, and decoys": replace(
        attempt(same(DECOY), beside(HOME), signs="not-found-title"),
        page=replace(
            PAGE, dates=(PageDate(day=NOW.date(), source=DateSource.META, modified=False),)
        ),
    ),
    "decoys at both levels": attempt(same(DECOY), beside(HOME), same(HIGHER)),
    "two words that come and go": attempt(same(DECOY, own=2, lacks=1), beside(HOME), same(HIGHER)),
    "no level above": attempt(same(DECOY), beside(HOME), url="https://a.example/intro"),
    "one level and noindex": attempt(
        same(DECOY), beside(HOME), beside(HIGHER, status=404), signs="noindex"
    ),
    "half of it changes, and noindex": attempt(
        same(DECOY, **ROTATING), beside(HOME), signs="noindex"
    ),
    "every name leads to one post": attempt(
        beside(DOOR, same_end=True), beside(HOME, same_end=False), to=FAREWELL
    ),
    "every name leads to the front page": attempt(
        beside(DOOR, same_end=True), to="https://a.example/"
    ),
    "several do, of a host that is honest otherwise": attempt(
        beside(DOOR, status=404), to="https://a.example/", signs="common-target"
    ),
    "several links end at the front page": attempt(signs="common-target", to="https://a.example/"),
}

GONE |= {
    "a shell that says so itself": attempt(
        same(DECOY), beside(HOME), same(HIGHER), signs="app-shell status-heading"
    ),
    "one sentence under the site's name": attempt(
        beside(DECOY, status=404), beside(HOME, same_title=True), signs="not-found-text short-page"
    ),
    "taken down, where no decoy may be asked for": attempt(
        beside(DECOY, status=None), beside(HOME, same_name=True), signs="removed-heading short-page"
    ),
    "the name, in title and heading alike": attempt(signs="status-title status-heading"),
    "the number, and a sentence": attempt(signs="status-title error-words"),
    "posts that change, and the same sentence": attempt(
        beside(DECOY, same_title=True, same_words=True), beside(HOME), signs="error-words"
    ),
}

HERE = {
    "one sentence under a name of its own": attempt(
        beside(DECOY, status=404), beside(HOME), signs="not-found-text short-page"
    ),
    "one sentence, and the front page was not seen": attempt(signs="not-found-text short-page"),
    "may be there tomorrow, under the site's name": attempt(
        beside(HOME, same_title=True), signs="unavailable short-page"
    ),
    "every name leads to a notice": attempt(
        beside(DOOR, same_end=True), beside(HOME), to="https://a.example/maintenance.html"
    ),
    "the number alone": attempt(signs="status-title short-page"),
    "not to be had today": attempt(beside(DECOY, status=404), signs="unavailable short-page"),
    "a sentence that the front page has, too": attempt(
        beside(DECOY, same_title=True, same_words=True),
        beside(HOME, same_words=True),
        signs="error-words",
    ),
    "nothing is known": attempt(),
    "an honest host": attempt(beside(DECOY, status=404)),
    "a host that forbids the question": attempt(beside(DECOY, status=None)),
    "another page than the decoy": attempt(beside(DECOY)),
    "all alike": attempt(same(DECOY), same(HOME), same(HIGHER)),
    "the front page was not seen": attempt(same(DECOY), same(HIGHER)),
    "the front page can't be asked": attempt(same(DECOY), beside(HOME, status=None), same(HIGHER)),
    "nothing that the front page does not say": attempt(
        same(DECOY), beside(HOME, own=1, likeness=40), same(HIGHER)
    ),
    "a shell": attempt(same(DECOY), beside(HOME), same(HIGHER), signs="app-shell"),
    "the last part is not read": attempt(same(DECOY, same_end=True), beside(HOME), same(HIGHER)),
    "the last part is not read, one step up is honest": attempt(
        same(DECOY), beside(HOME), beside(HIGHER, status=404)
    ),
    "... and it is short, and other words stand in the list": attempt(
        same(DECOY),
        beside(HOME),
        beside(HIGHER, status=404),
        signs="short-page listed-words-absent",
    ),
    "another title": attempt(same(DECOY, same_title=False), beside(HOME), same(HIGHER)),
    "two words in the place of two others": attempt(
        same(DECOY, own=2, lacks=2), beside(HOME), same(HIGHER)
    ),
    "some words of its own": attempt(same(DECOY, own=9), beside(HOME), same(HIGHER)),
    "half of it changes": attempt(same(DECOY, **ROTATING), beside(HOME), same(HIGHER)),
    "what was published on a day": replace(
        attempt(beside(DECOY, status=404), signs="not-found-title not-found-heading"),
        page=replace(
            PAGE, dates=(PageDate(day=NOW.date(), source=DateSource.JSON_LD, modified=False),)
        ),
    ),
    "weak signs alone": attempt(signs="noindex short-page html-for-pdf listed-words-absent"),
    "leads to the front page, other names do not": attempt(
        beside(DOOR, status=404), to="https://a.example/"
    ),
    "leads to the front page, and nobody knows": attempt(to="https://a.example/"),
    "several pages became one": attempt(signs="common-target", to=FAREWELL),
    "several links end before a country's border": attempt(
        signs="common-target asks-first", to="https://a.example/"
    ),
    "several links end where work is going on": attempt(
        beside(DOOR, status=404), signs="common-target pause-url", to="https://a.example/"
    ),
    "everything leads there, the front page too": attempt(
        beside(DOOR, same_end=True), beside(HOME, same_end=True), to=FAREWELL
    ),
}


@pytest.mark.parametrize("seen", GONE.values(), ids=GONE)
def test_gone(seen: Attempt) -> None:
    assert is_proven(weigh_not_found(seen)), weigh_not_found(seen)


@pytest.mark.parametrize("seen", HERE.values(), ids=HERE)
def test_here_or_unknown(seen: Attempt) -> None:
    assert not is_proven(weigh_not_found(seen)), weigh_not_found(seen)


def test_what_was_outweighed_says_why() -> None:
    [told] = weigh_not_found(HERE["all alike"])
    assert told.points == 0
    assert "front page looks the same" in told.why
