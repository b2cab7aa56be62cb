"""When a living page is no longer the thing that was recommended, and when it only changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from curator.evidence import Attempt, Evidence, Hop, Page, Sign
from curator.judge import Policy, Status, judge
from curator.probes import likeness
from judge.sightings import DAY_0, LISTED


@dataclass(frozen=True)
class Seen:
    """A page on one day."""

    title: str = "Attention, step by step"
    text: str = "heads look at every token and weigh what they see " * 2
    language: str = "en"
    outbound: tuple[str, ...] = ("arxiv.org", "pytorch.org")
    final: str = LISTED
    signs: tuple[str, ...] = ()
    status: int = 200
    speaks: bool | None = None
    length: int = 0

    def at(self, day: float, *, accepted: bool = False) -> Evidence:
        at = DAY_0 + timedelta(days=day)
        page = Page(
            media_type="text/html",
            length=5000,
            title=self.title,
            language=self.language,
            outbound=self.outbound,
            text_length=self.length,
            speaks=self.speaks,
            sketch=likeness.sketch(likeness.pairs(self._long(), self.final)),
        )
        hops: tuple[Hop, ...] = (Hop(url=self.final, status=self.status),)
        if self.final != LISTED:
            hops = (Hop(url=LISTED, status=302, location=self.final), *hops)
        attempt = Attempt(
            at=at,
            hops=hops,
            page=page,
            signs=tuple(Sign(name=name, where="title") for name in self.signs),
        )
        return Evidence(url=LISTED, at=at, attempts=(attempt,), accepted=accepted)

    def _long(self) -> str:
        """Thirty words that depend on the text."""
        return " ".join(f"{a}{b}" for a in self.text.split()[:6] for b in "qwxzy")


GUIDE = Seen()
SHOP = Seen(
    title="Garden chairs on sale",
    text="wooden chair table parasol cushion grill",
    outbound=("shop.example", "pay.example"),
)
SLOTS = replace(SHOP, title="Situs slot gacor", signs=("spam-title", "spam-text"))

DRIFTED = {
    "all is new": SHOP,
    "all is new, the words of the list gone": replace(SHOP, speaks=False),
    "another owner": replace(SHOP, outbound=(), final="https://shop.example/chairs"),
    "another language, and one other neighbour": replace(
        SHOP, outbound=("shop.example",), language="id"
    ),
}
REMAINS = {
    "the same": GUIDE,
    "a new text": replace(GUIDE, text="all new words about the very same matter"),
    "a new title": replace(GUIDE, title="Transformers for everyone"),
    "a new title and text at home": replace(SHOP, outbound=GUIDE.outbound),
    "translated": replace(SHOP, outbound=GUIDE.outbound, language="de"),
    "moved to another host": replace(GUIDE, final="https://b.example/attention"),
    "no title today": replace(SHOP, title=""),
    "no text today": replace(SHOP, text=""),
    "new, and it speaks of what is listed": replace(SHOP, signs=("listed-title",)),
    "new, and with the words of the list": replace(SHOP, speaks=True),
    "renamed, and with the words of the list": replace(
        SHOP, final="https://b.example/", speaks=True
    ),
    "a longer page about work on the site": replace(SHOP, length=900, signs=("pause-title",)),
    "a door": replace(SHOP, signs=("stands-before",)),
    "a maintenance page": Seen(title="Back soon", text="we are working", outbound=()),
}


def status(*seen: Evidence) -> Status:
    return judge(LISTED, seen, Policy()).status


@pytest.mark.parametrize("now", DRIFTED.values(), ids=DRIFTED)
def test_drifted_when_seen_on_two_days(now: Seen) -> None:
    assert status(GUIDE.at(0), now.at(2)) is Status.FAILING
    assert status(GUIDE.at(0), now.at(2), now.at(4)) is Status.DRIFTED


@pytest.mark.parametrize("now", REMAINS.values(), ids=REMAINS)
def test_what_only_changed_is_alive(now: Seen) -> None:
    assert status(GUIDE.at(0), now.at(2), now.at(4)) is Status.ALIVE


def test_gambling_is_drifted_at_first_sight() -> None:
    assert status(GUIDE.at(0), SLOTS.at(1)) is Status.DRIFTED
    assert status(SLOTS.at(0)) is Status.DRIFTED


def test_one_sign_of_gambling_needs_another_title_than_before() -> None:
    one = replace(SLOTS, signs=("spam-title",))
    assert status(GUIDE.at(0), one.at(1)) is Status.DRIFTED
    assert status(replace(GUIDE, title="Slot machines, a history").at(0), one.at(1)) is Status.ALIVE
    assert status(one.at(0)) is Status.ALIVE


def test_a_list_about_gambling_is_not_told_of_it_every_day() -> None:
    about = replace(GUIDE, signs=("spam-title",))
    today = replace(about, signs=("spam-title", "spam-text"))
    assert status(about.at(0), today.at(1)) is Status.ALIVE


def test_the_last_good_page_is_what_counts_not_the_first() -> None:
    pages = [GUIDE.at(0), replace(SHOP, outbound=GUIDE.outbound).at(1), SHOP.at(2), SHOP.at(4)]
    assert status(*pages) is Status.ALIVE


def test_what_stood_before_the_page_is_not_what_it_is_held_against() -> None:
    door = replace(SHOP, signs=("stands-before",))
    assert status(door.at(0), GUIDE.at(2), GUIDE.at(4)) is Status.ALIVE
    assert status(GUIDE.at(0), door.at(2), SHOP.at(4), SHOP.at(6)) is Status.DRIFTED


def test_what_is_another_thing_each_time_is_the_news() -> None:
    words = ("frog pond reed lily newt moss", "train rail bridge tunnel ticket clock")
    news = [
        replace(
            SHOP, title=text.title(), text=text, outbound=(f"{text[:4]}.org", f"{text[:3]}.net")
        )
        for text in words
    ]
    assert status(GUIDE.at(0), news[0].at(2), news[1].at(4)) is Status.ALIVE
    assert status(GUIDE.at(0), news[0].at(2), news[1].at(4), SHOP.at(6)) is Status.ALIVE
    assert status(GUIDE.at(0), news[0].at(2), news[0].at(4)) is Status.DRIFTED


def test_it_comes_back() -> None:
    assert status(GUIDE.at(0), SHOP.at(2), SHOP.at(4), GUIDE.at(5)) is Status.ALIVE


@pytest.mark.parametrize("page", [SHOP, SLOTS, replace(GUIDE, signs=("not-found-title",))])
def test_what_a_person_accepted_is_good_then_and_later(page: Seen) -> None:
    assert status(GUIDE.at(0), page.at(2, accepted=True)) is Status.ALIVE
    assert status(GUIDE.at(0), page.at(2, accepted=True), page.at(9)) is Status.ALIVE


def test_another_page_than_the_accepted_one_is_doubted_again() -> None:
    slots = replace(SLOTS, text="spin win bonus jackpot deposit reel")
    seen = (GUIDE.at(0), SHOP.at(2, accepted=True), slots.at(3))
    assert status(*seen) is Status.DRIFTED


def test_an_error_that_was_accepted_by_mistake_is_an_error_all_the_same() -> None:
    assert status(replace(GUIDE, status=404).at(0, accepted=True)) is Status.FAILING
