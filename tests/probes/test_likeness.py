"""How alike two texts are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.probes import likeness

HERE, THERE = "https://a.example/guide/intro", "https://a.example/guide/quiet-ribbon"
WORDS = st.lists(
    st.sampled_from(["tide", "moon", "harbour", "heron", "knot", "sail", "wind"]), max_size=60
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No page intro here", "No page quiet ribbon here"),
        ("Ticket 4711 at 12:30, all hands", "Ticket 815 at 09:01, all hands"),
        ("THE TIDE TURNS", "the tide   turns!"),
        ("入门教程：注意力", "入门教程，注意力。"),
        ("Request 7f3a9c1e-aa01 failed", "Request c0ffee12-9b44 failed"),
        ("第3课：航海 v2", "第9课：航海 v7b"),
    ],
)
def test_what_changes_by_itself_does_not_count(one: str, other: str) -> None:
    assert likeness.pairs(one, HERE) == likeness.pairs(other, THERE)


@pytest.mark.parametrize(
    ("one", "other"),
    [("the tide turns", "the moon turns"), ("注意力机制", "位置编码表"), ("tide", "moon")],
)
def test_other_words_do(one: str, other: str) -> None:
    assert not likeness.pairs(one, HERE) & likeness.pairs(other, HERE)


def test_a_name_of_several_words_is_left_out_as_a_whole() -> None:
    text, url = "The tide turns. There is no The Knot here.", "https://a.example/the-knot"
    there = likeness.pairs_beside_name("The tide turns. There is no here.", "https://a.example/")
    assert likeness.pairs_beside_name(text, url) == there
    assert likeness.pairs(text, url) != there


def test_order_counts() -> None:
    assert likeness.pairs("tide turns", HERE) != likeness.pairs("turns tide", HERE)


@given(WORDS, WORDS)
def test_a_sketch_tells_what_the_whole_tells(one: list[str], other: list[str]) -> None:
    """Exactly, for so few pairs."""
    first, second = (likeness.pairs(" ".join(text), "https://b.example/") for text in (one, other))
    told = likeness.likeness(likeness.sketch(first), likeness.sketch(second))
    if first and second:
        assert told == pytest.approx(likeness.shared(first, second), abs=0.1)
    else:
        assert told is None


@given(st.frozensets(st.integers(0, 2**32 - 1), max_size=50))
def test_what_is_packed_can_be_unpacked(hashes: frozenset[int]) -> None:
    assert likeness.unpacked(likeness.packed(hashes)) == hashes


@given(st.text(max_size=30))
def test_what_was_never_packed_is_nothing_or_numbers(text: str) -> None:
    assert all(0 <= number < 2**32 for number in likeness.unpacked(text))


@given(st.text(max_size=200), st.text("aZß0_- .,é中ก\u0301\u00a0\u3000'İ", max_size=60))
def test_words_are_those_of_the_pattern_however_they_are_found(text: str, mixed: str) -> None:
    text = (text + mixed).lower()
    found = [word.encode("utf-8", "surrogatepass") for word in likeness._LETTERS.findall(text)]
    assert likeness._runs(text) == found[:700]


@given(st.sets(st.integers(0, 0xFFFFFFFF), max_size=300))
def test_a_sketch_is_of_the_least(hashes: set[int]) -> None:
    least = sorted(one * 0x9E3779B1 & 0xFFFFFFFF for one in hashes)[:64]
    assert likeness.unpacked(likeness.sketch(hashes)) == frozenset(least)
