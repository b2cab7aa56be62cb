"""One URL changes, and not another character."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.catalogue import Location
from curator.errors import CuratorError
from curator.markdown import links_in, replace_url
from curator.markdown.source import source_of

OLD = "https://old.example/x"
NEW = "https://new.example/y?a=1&b=(2)"


def place(text: str, url: str = OLD, nth: int = 0) -> Location:
    offsets = [offset for offset, found in links_in(text) if found == url]
    return source_of(text, "list.md").location(offsets[nth])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](https://old.example/x)", "[a](https://new.example/y?a=1&b=(2))"),
        ("[a]( https://old.example/x 't')", "[a]( https://new.example/y?a=1&b=(2) 't')"),
        ("[a](<https://old.example/x>)", "[a](<https://new.example/y?a=1&b=(2)>)"),
        ("[a](https://old.example/&#x78;)", "[a](https://new.example/y?a=1&b=(2))"),
        ("<https://old.example/x>", "<https://new.example/y?a=1&b=(2)>"),
        ("见https://old.example/x。", "见https://new.example/y?a=1&b=(2)。"),
        ("[r]\n\n[r]: https://old.example/x", "[r]\n\n[r]: https://new.example/y?a=1&b=(2)"),
        ("<a href='https://old.example/x'>x</a>", "<a href='https://new.example/y?a=1&amp;b=(2)'>x</a>"),
        ("- a\r\n\t- https://old.example/x\r\n", "- a\r\n\t- https://new.example/y?a=1&b=(2)\r\n"),
        ("a|b\n-|-\n\\||<https://old.example/x>", "a|b\n-|-\n\\||<https://new.example/y?a=1&b=(2)>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["", "\ufeff"])
def test_each_form_of_link(before: str, after: str, around: str) -> None:
    text = f"{around}intro https://old.example/x too\n\n{before}"
    nth = len([url for _, url in links_in(text) if url == OLD]) - 1
    changed = replace_url(text, place(text, nth=nth), OLD, NEW)
    assert changed == f"{around}intro https://old.example/x too\n\n{after}"


@pytest.mark.parametrize(
    "new", ["a b", ")(", "<x>", "&copy;", "x，y", "x.", "\\*x", "|", "'\"", "[x]", "`x`", "_x_"]
)
@pytest.mark.parametrize(
    "form",
    ["[a](OLD)", "[a](<OLD>)", "<OLD>", "see OLD now", '<a href="OLD">', "a|b\n-|-\nc|[d](OLD)"],
)
def test_odd_urls_are_read_back_or_refused(form: str, new: str) -> None:
    text, url = form.replace("OLD", OLD), f"https://n.example/{new}"
    with suppress(CuratorError):
        changed = replace_url(text, place(text), OLD, url)
        assert [found for _, found in links_in(changed)] == [url]


def test_what_stands_elsewhere_or_is_another_url_is_refused() -> None:
    text = "[a](https://old.example/x)"
    with pytest.raises(CuratorError, match="no link begins there"):
        replace_url(text, Location(path="list.md", line=1, column=2), OLD, NEW)
    with pytest.raises(CuratorError, match=r"list.md:1:5: expected https://other.example"):
        replace_url(text, place(text), "https://other.example", NEW)
    with pytest.raises(CuratorError):
        replace_url(text, Location(path="list.md", line=9, column=1), OLD, NEW)


def test_a_change_that_is_there_already_changes_nothing() -> None:
    text = "[a][r] [b][r]\n\n[r]: https://old.example/x\n"
    once = replace_url(text, place(text), OLD, NEW)
    assert [url for _, url in links_in(once)] == [NEW, NEW]
    assert replace_url(once, place(once, NEW), OLD, NEW) == once


PIECES = ["[a](https://old.example/x)", "<https://b.example>", "https://c.example, ", "`code` "]
PIECES += ["- ", "> ", "[d][r] ", "<a href='https://e.example'>", "[", "]", "(", ")", "**", "文字"]
TEXTS = st.lists(st.sampled_from([*PIECES, "\n\n"]), max_size=10)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS)
def test_only_this_link_changes(before: list[str], after: list[str]) -> None:
    text = "".join([*before, PIECES[0], *after]) + "\n\n[r]: https://r.example\n"
    found = links_in(text)
    for index, (offset, url) in enumerate(found):
        if url == OLD:
            location = source_of(text, "list.md").location(offset)
            changed = links_in(replace_url(text, location, OLD, NEW))
            assert [u for _, u in changed] == [
                NEW if i == index else u for i, (_, u) in enumerate(found)
            ]
