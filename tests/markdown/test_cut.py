"""One item leaves a list, with its lines and nothing else."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.catalogue import Location
from curator.errors import CuratorError
from curator.markdown import cut_item, links_in


def at(line: int) -> Location:
    return Location(path="list.md", line=line, column=1)


A, B, C = (f"[{name}](https://{name}.example)" for name in "abc")


@pytest.mark.parametrize(
    ("text", "line", "rest", "kept"),
    [
        (f"- {A}\n- {B}\n  - note\n- {C}\n", 2, f"- {A}\n- {C}\n", f"- {B}\n  - note\n"),
        (f"* {A}\n* {B}", 2, f"* {A}", f"* {B}\n"),
        (f"- {A}\r\n\r\n- {B}\r\n\r\n- {C}", 3, f"- {A}\r\n\r\n- {C}", f"- {B}\n"),
        (f"- {A}\r\n\r\n- {B}\r\n\r\n- {C}", 5, f"- {A}\r\n\r\n- {B}", f"- {C}\n"),
        (f"# L\n\n- {A}\n\n## M\n\n- x\n", 3, "# L\n\n## M\n\n- x\n", f"- {A}\n"),
        (f"1. {A}\n2. {B}\n3. {C}\n", 1, f"1. {B}\n3. {C}\n", f"1. {A}\n"),
        (f"1. {A}\n2. {B}\n3. {C}\n", 2, f"1. {A}\n3. {C}\n", f"2. {B}\n"),
        (f"a|b\n-|-\n{A}|y\n{B}|z\n", 3, f"a|b\n-|-\n{B}|z\n", f"{A}|y\n"),
        (f"- x\n\t- {A}\n\t\tmore\n\t- {B}\n", 2, f"- x\n\t- {B}\n", f"- {A}\n    more\n"),
        (f"- x\n- {A}\nlazy\n\nText\n", 2, "- x\n\nText\n", f"- {A}\nlazy\n"),
        (f"\ufeff- {A}\n- {B}\n", 1, f"\ufeff- {B}\n", f"- {A}\n"),
        (f"> - {A}\n> - {B}\n", 1, f"> - {B}\n", f"> - {A}\n"),
    ],
)  # fmt: skip
def test_the_item_goes_and_the_rest_stays(text: str, line: int, rest: str, kept: str) -> None:
    cut = cut_item(text, at(line))
    assert (cut.text, cut.markdown) == (rest, kept)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("see https://a.example\n", 1),
        (f"# {A}\n", 1),
        (f"{A}|y\n-|-\n{B}|z\n", 1),
        (f"- - {A}\n  - {B}\n", 1),
        ("- x\n", 9),
    ],
)
def test_what_can_not_go_alone_is_refused(text: str, line: int) -> None:
    with pytest.raises(CuratorError) as refused:
        cut_item(text, at(line))
    assert "by hand" in (refused.value.hint or "")


PIECES = ["- ", "* ", "1. ", "  - ", "\t- ", "> ", "## h", "text", A, B, "a|b\n-|-\n", "|x|", "`c`"]
LINES = st.lists(st.sampled_from(PIECES), max_size=3).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=8), st.sampled_from(["\n", "\r\n"]), st.integers(1, 9))
def test_no_other_line_is_touched(lines: list[str], end: str, line: int) -> None:
    text = end.join(lines)
    with suppress(CuratorError):
        cut = cut_item(text, at(line))
        before, after = text.splitlines(), cut.text.splitlines()
        assert len(after) <= len(before)
        left = list(before)
        for one in after:
            assert one in left or one.lstrip(">\t ").startswith("1.")
            if one in left:
                left.remove(one)
        urls = [url for _, url in links_in(text)]
        assert len(urls) == len(links_in(cut.text)) + len(cut.urls)
