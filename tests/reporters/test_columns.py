"""Widths on a terminal."""

import pytest

from curator.reporters import columns


@pytest.mark.parametrize(
    ("text", "wide"), [("abc", 3), ("中文", 4), ("，", 2), ("e\u0301", 1), ("🙂", 2), ("", 0)]
)
def test_width(text, wide):
    assert columns.width(text) == wide


@pytest.mark.parametrize(
    ("text", "to", "shown"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("中文标题", 8, "中文标题"),
        ("中文标题", 7, "中文标…"),
        ("中文标题", 6, "中文…"),
        ("two words", 5, "two…"),
    ],
)
def test_cut(text, to, shown):
    assert columns.cut(text, to) == shown
    assert columns.width(shown) <= to


def test_pad():
    assert columns.pad("中文", 6) + "|" == "中文  |"
