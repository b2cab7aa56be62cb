"""The list's place inside a larger file."""

from __future__ import annotations

import pytest

from curator.errors import CuratorError
from curator.markdown import BEGIN, END, between_markers, has_markers


def test_only_what_stands_between_is_replaced() -> None:
    text = f"# Mine\n\n{BEGIN}\nold\n{END}\n\nrest"
    once = between_markers(text, "# T\n\n- x\n")
    assert once == f"# Mine\n\n{BEGIN}\n\n# T\n\n- x\n\n{END}\n\nrest"
    assert between_markers(once, "# T\n\n- x\n") == once


def test_line_ends_are_those_of_the_file() -> None:
    text = f"a\r\n{BEGIN}\r\n{END}\r\n"
    assert between_markers(text, "x\ny\n") == f"a\r\n{BEGIN}\r\n\r\nx\r\ny\r\n\r\n{END}\r\n"


def test_an_empty_list_leaves_the_markers() -> None:
    assert between_markers(f"{BEGIN}\nold\n{END}\n", "") == f"{BEGIN}\n{END}\n"


def test_a_list_that_ends_in_html_does_not_hide_the_marker() -> None:
    text = between_markers(f"{BEGIN}\n{END}\n", "<details>\n\n- x\n\n</details>\n")
    assert has_markers(text)
    assert has_markers(f"<div>\n{BEGIN}\n{END}\n</div>\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "text",
        f"```\n{BEGIN}\n{END}\n```\n",
        f"    {BEGIN}\n",
        f"a `{BEGIN}`",
        f"a {BEGIN}",
    ],
)
def test_texts_without_a_place(text: str) -> None:
    assert not has_markers(text)
    with pytest.raises(CuratorError, match="no place"):
        between_markers(text, "x")


@pytest.mark.parametrize(
    "markers", [[BEGIN], [END], [END, BEGIN], [BEGIN, BEGIN, END], [BEGIN, END, BEGIN, END]]
)
def test_half_a_place_is_an_error_that_says_where(markers: list[str]) -> None:
    with pytest.raises(CuratorError, match="line 1: <!-- curator"):
        has_markers("\n\n".join(markers))


def test_a_list_with_a_marker_of_its_own_is_refused() -> None:
    with pytest.raises(CuratorError, match="itself"):
        between_markers(f"{BEGIN}\n{END}\n", f"x\n\n{END}\n")
