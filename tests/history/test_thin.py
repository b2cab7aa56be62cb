"""What a history may forget without changing a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import accumulate, cycle, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.evidence import (
    Anchor,
    Attempt,
    Cause,
    Evidence,
    Failure,
    Hop,
    Page,
    Record,
    Sign,
    Standing,
)
from curator.history import History, codec
from curator.history.thin import redundant
from curator.judge import Policy, Strikes, Verdict, judge
from curator.probes import likeness
from history.seen import DAY, NOW, URL, seen

SECOND = timedelta(seconds=60)


def after(days: float, evidence: Evidence) -> Evidence:
    """The same, so many days later."""
    at = NOW + days * DAY
    attempts = tuple(
        replace(attempt, at=at + n * SECOND) for n, attempt in enumerate(evidence.attempts)
    )
    return replace(evidence, at=at, attempts=attempts)


def tries(*statuses: int) -> Evidence:
    """One run that asked more than once."""
    attempts = tuple(seen(status=status).attempts[0] for status in statuses)
    return Evidence(url=URL, at=NOW, attempts=attempts)


def failed(cause: Cause) -> Evidence:
    failure = Failure(url=URL, cause=cause, detail="a detail")
    return Evidence(url=URL, at=NOW, attempts=(Attempt(at=NOW, hops=(), failure=failure),))


def moved(to: str) -> Evidence:
    hops = (Hop(url=URL, status=301, location=to, permanent=True), Hop(url=to, status=200))
    page = Page(media_type="text/html", length=1000, title="A page")
    return Evidence(url=URL, at=NOW, attempts=(Attempt(at=NOW, hops=hops, page=page),))


def page(title: str, text: str, site: str, *lost: str) -> Evidence:
    """A page of thirty words and two links; `lost` are the places that it has not."""
    long = " ".join(f"{a}{b}" for a in text.split() for b in "qwxzyv")
    return seen(
        page=Page(
            media_type="text/html",
            length=5000,
            title=title,
            outbound=(f"a.{site}", f"b.{site}"),
            anchors=tuple(Anchor(name=name, found=False) for name in lost),
            sketch=likeness.sketch(likeness.pairs(long, URL)),
        )
    )


def record(node: str) -> Evidence:
    said = Record(api="github", standing=Standing.THERE, id=node, name="o/r")
    return Evidence(url=URL, at=NOW, attempts=(Attempt(at=NOW, hops=(), record=said),))


GUIDE = page("Attention step by step", "heads look at every token", "arxiv.example")
NEW_TITLE = page("Transformers for everyone", "heads look at every token", "arxiv.example")
SHOP = page("Transformers for everyone", "wooden chair table parasol grill", "shop.example")

KINDS = {
    "g": GUIDE,
    "h": NEW_TITLE,
    "s": SHOP,
    "k": page("Attention step by step", "wooden chair table parasol grill", "shop.example"),
    "j": page("Garden almanac", "winter spring summer autumn moon", "almanac.example"),
    "u": page("Recipes that work", "flour butter sugar yeast salt", "kitchen.example"),
    "f": page("Attention step by step", "heads look at every token", "arxiv.example", "usage"),
    "y": seen(
        page=Page(media_type="text/html", length=90, title="Are you over 18?"),
        signs=(Sign(name="asks-first", where="title"),),
    ),
    "b": tries(404, 404),
    "x": seen(status=410),
    "t": tries(503, 503),
    "m": tries(404, 200),
    "r": failed(Cause.REFUSED),
    "n": failed(Cause.NO_SUCH_NAME),
    "c": failed(Cause.TLS_EXPIRED),
    "w": seen(status=403),
    "l": seen(status=429),
    "o": failed(Cause.NO_ROUTE),
    "p": moved("https://a.example/new"),
    "q": moved("https://a.example/newer"),
    "1": record("1"),
    "2": record("2"),
    "v": replace(seen(status=404), void=True),
    "a": replace(SHOP, accepted=True),
}
"""A letter for each thing that a run may see."""


def told(letters: str, *, every: float = 1, start: float = 0) -> list[Evidence]:
    return [after(start + n * every, KINDS[letter]) for n, letter in enumerate(letters)]


def accepted_once(past: Sequence[Evidence]) -> list[Evidence]:
    """To accept takes back what was accepted before."""
    last = max((one.at for one in past if one.accepted), default=None)
    return [replace(one, accepted=one.at == last) for one in past]


def kept(past: Sequence[Evidence]) -> list[Evidence]:
    goners = {one.at for one in redundant(past)}
    return [one for one in past if one.at not in goners]


def trimmed_in_every_run(past: Iterable[Evidence]) -> list[Evidence]:
    history: list[Evidence] = []
    for evidence in past:
        history = kept([*history, evidence])
    return history


def size(past: Iterable[Evidence]) -> int:
    return sum(len(codec.encode(one)) for one in past)


class TestWhatStays:
    def test_of_a_link_that_is_well_the_first_and_the_last_ten(self) -> None:
        past = told("g" * 400)
        assert kept(past) == [past[0], *past[-10:]]

    def test_of_one_that_died_the_first_the_last_good_one_and_all_since(self) -> None:
        past = told("g" * 100 + "b" * 60)
        assert kept(past) == [past[0], *past[99:]]

    def test_of_one_dead_for_years_how_it_began_and_how_it_goes(self) -> None:
        past = told("g" * 100 + "b" * 1000)
        assert kept(past) == [past[0], *past[99:160], *past[-61:]]

    def test_what_a_person_accepted(self) -> None:
        past = told("s" * 50 + "a" + "s" * 50)
        assert kept(past) == [past[0], past[50], *past[-10:]]

    def test_the_time_after_trouble_is_whole(self) -> None:
        past = told("g" * 100 + "bb" + "g" * 50)
        assert kept(past)[1:] == past[-61:]

    def test_trouble_of_long_ago_by_its_beginning_and_end(self) -> None:
        past = told("g" * 100 + "bbbb" + "g" * 100)
        assert kept(past) == [
            *(past[place] for place in (0, 99, 100, 103, 104)),
            *past[-10:],
        ]

    def test_old_void_evidence_goes(self) -> None:
        past = told("g" + "v" * 200 + "g")
        assert kept(past) == [past[0], *past[-61:]]

    def test_a_history_of_void_evidence_alone(self) -> None:
        assert kept(told("v" * 100)) == told("v" * 100)[-61:]

    def test_nothing(self) -> None:
        assert redundant(()) == ()


class TestSize:
    @pytest.mark.parametrize("years", [1, 3])
    @pytest.mark.parametrize(
        ("letters", "most"),
        [
            ("g", 11),
            ("gh", 40),
            ("b", 125),
            ("gb", 100),
            ("bt", 160),
            ("gbw", 130),
            ("wl", 160),
            ("pq", 100),
            ("gbbbbbbt", 130),
            ("gggggggb", 100),
            ("gv", 100),
        ],
    )
    def test_it_does_not_grow_for_ever(self, letters: str, most: int, years: int) -> None:
        past = told((letters * 365)[: 365 * years])
        left = kept(past)
        assert len(left) <= most
        assert size(left) < 64 * 1024

    def test_nor_with_a_check_every_hour(self) -> None:
        past = told("gbbb" * 24 * 100, every=1 / 24)
        assert len(kept(past)) < 350

    def test_nor_when_every_run_trims(self) -> None:
        assert len(trimmed_in_every_run(told("gb" * 200))) < 110


class TestPagesThatChangeBySteps:
    def test_the_steps_stay(self) -> None:
        """Title first, then text and owner: at no time another thing."""
        past = told("g" * 100 + "h" * 100 + "s" * 100)
        left = kept(past)
        assert verdict(past).status == verdict(left).status == "alive"
        assert len(left) < 20

    def test_also_where_no_step_is_a_turn(self) -> None:
        steps = [
            page(f"word{n} word{n + 1}", "heads look at every token", "arxiv.example")
            if n % 2
            else page(f"word{n} word{n + 1}", f"wooden{n} chair{n} grill{n} sofa{n} bed{n}", "a.ex")
            for n in range(200)
        ]
        past = [after(n, one) for n, one in enumerate(steps)]
        assert verdict(past) == verdict(kept(past))
        assert verdict(past) == verdict(trimmed_in_every_run(past))

    def test_a_jump_is_still_one(self) -> None:
        past = told("g" * 100 + "s" * 100)
        assert verdict(past) == verdict(kept(past))
        assert verdict(past).status == "drifted"

    @pytest.mark.parametrize(
        ("between", "status"),
        [
            (("wooden chair table parasol grill", "b.example"), "alive"),
            (("wooden chair table parasol grill", "a.example"), "drifted"),
        ],
        ids=["all new at once, so it always changes", "new by steps, so it does not"],
    )
    def test_a_page_that_always_changes(self, between: tuple[str, str], status: str) -> None:
        title = "Attention step by step"
        steps = (
            page(title, "heads look at every token", "a.example"),
            page(title, *between),
            page(title, "wooden chair table parasol grill", "b.example"),
            page("Another thing altogether", "one two three four five", "c.example"),
        )
        past = [after(n, steps[n // 30]) for n in range(120)]
        assert verdict(past).status == status
        assert verdict(kept(past)) == verdict(trimmed_in_every_run(past)) == verdict(past)

    def test_what_only_stands_before_the_page_is_not_compared_with(self) -> None:
        past = told("g" * 20 + "y" * 100 + "s" * 3)
        assert verdict(past).status == "drifted"
        assert verdict(kept(past)) == verdict(trimmed_in_every_run(past)) == verdict(past)

    def test_a_name_that_was_taken_over_while_no_record_could_be_had(self) -> None:
        past = told("1" * 50 + "gf" * 50 + "22")
        assert verdict(past) == verdict(kept(past))
        assert verdict(past) == verdict(trimmed_in_every_run(past))
        assert verdict(past).status == "drifted"

    def test_a_place_that_went_missing_lately(self) -> None:
        past = told("g" * 20 + "f" * 20)
        assert verdict(past) == verdict(kept(past))
        assert verdict(past).missing_fragments == {"usage"}


def verdict(past: Sequence[Evidence], policy: Policy | None = None) -> Verdict:
    return judge(URL, past, policy or Policy())


DAYS = st.integers(0, 45).map(lambda days: timedelta(days=days))
STRIKES = st.builds(Strikes, count=st.integers(1, 12), over=DAYS)
POLICIES = st.one_of(
    st.just(Policy()),
    st.just(Policy(strict=True)),
    st.builds(
        Policy,
        gone=STRIKES,
        missing=STRIKES,
        trouble=STRIKES,
        alternating=STRIKES,
        apart=st.integers(1, 72).map(lambda hours: timedelta(hours=hours)),
        slack=st.integers(0, 12).map(lambda hours: timedelta(hours=hours)),
    ),
)
BLOCKS = st.lists(
    st.tuples(st.text("".join(KINDS), min_size=1, max_size=3), st.integers(1, 40)),
    min_size=1,
    max_size=6,
).map(lambda blocks: "".join(letters * times for letters, times in blocks))
GAPS = st.lists(st.sampled_from([0.25, 1, 1, 1, 2, 7, 45]), min_size=1, max_size=5)


def at_a_pace(letters: str, gaps: Sequence[float]) -> list[Evidence]:
    """Irregular: the gaps between checks come again and again."""
    days = accumulate(islice(cycle(gaps), len(letters)))
    return [after(day, KINDS[letter]) for day, letter in zip(days, letters, strict=True)]


class TestTheVerdictStays:
    @settings(max_examples=400, deadline=None)
    @given(BLOCKS, GAPS, POLICIES)
    def test_under_every_policy(self, letters: str, gaps: list[float], policy: Policy) -> None:
        past = accepted_once(at_a_pace(letters, gaps))
        assert verdict(kept(past), policy) == verdict(past, policy)

    @settings(max_examples=10, deadline=None)
    @given(BLOCKS, GAPS, POLICIES)
    def test_when_every_run_trims(self, letters: str, gaps: list[float], policy: Policy) -> None:
        past = at_a_pace(letters.replace("a", "s"), gaps)
        left: list[Evidence] = []
        for number, evidence in enumerate(past, start=1):
            left = kept([*left, evidence])
            if number % 7 == 0:
                assert verdict(left, policy) == verdict(past[:number], policy)

    @settings(max_examples=50, deadline=None)
    @given(BLOCKS, st.integers(1, 30))
    def test_of_a_report_published_lately_too(self, letters: str, days: int) -> None:
        past = told(letters)
        then = past[-1].at - timedelta(days=days)
        left = kept(past)
        before, after_ = ([one for one in some if one.at <= then] for some in (past, left))
        assert verdict(after_).status == verdict(before).status

    def test_nine_bad_two_good_three_bad_at_every_other_day(self) -> None:
        past = told("b" * 9 + "gg" + "bbb", every=2)
        assert verdict(kept(past)) == verdict(past)


def test_the_file_forgets_them(path: Path) -> None:
    past = told("g" * 30)
    with History.open(path) as history:
        for evidence in past:
            history.record(evidence)
        assert history.trim() == 19
        assert history.of(URL) == (past[0], *past[-10:])
