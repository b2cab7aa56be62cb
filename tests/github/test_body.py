"""What fits into a body, and when two are the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.github.outcome import BODY_LIMIT, fitted, same_text


@given(st.text(alphabet="ab\n\r 🧭", max_size=80), st.integers(0, 3))
@settings(max_examples=60)
def test_any_body_fits_and_is_cut_after_a_whole_line(text: str, times: int) -> None:
    body = text + ("line\n" * 13_200) * times
    kept = fitted(body)
    assert len(kept) <= BODY_LIMIT
    whole = body.replace("\r\n", "\n")
    if len(whole) <= BODY_LIMIT:
        assert kept == whole
    else:
        shown = kept.partition("\n\n… ")[0]
        assert whole.startswith(shown + "\n")


def test_a_body_of_one_endless_line_fits() -> None:
    assert len(fitted("x" * 100_000)) == BODY_LIMIT


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("a\nb\n", "a\r\nb", True),
        ("a", "a\n\n", True),
        ("a", "b", False),
        ("", None, False),
        ("a", 1, False),
    ],
)
def test_when_two_texts_are_the_same(ours: str, theirs: object, same: bool) -> None:
    assert same_text(ours, theirs) is same
