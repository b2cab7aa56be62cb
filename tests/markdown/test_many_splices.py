"""Many URLs change at once, in lists of any shape, and not another character."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.catalogue import Location
from curator.markdown import Edit, links_in, replace_url, replace_urls
from curator.markdown.source import source_of

OLD = "https://old.example/"
FORMS = [
    "- [t](OLD)", "- [t](<OLD>)", "- [t]( OLD 'title' )", "* **[t](OLD)** - see OLD for more",
    "<OLD>", "OLD", "见OLD，还有OLD。", "(OLD)", '<a href="OLD">t</a>', "<a href='OLD'>t</a>",
    "a | b\n--|--\n[t](OLD) | OLD\n\\| | <OLD>", "[t][r] and [r]", "[![i](OLD)](OLD)", "![i](OLD)",
    "> - [t](OLD)\n>   more", "1. `OLD` [t](OLD)", "```\nOLD\n```", "<!-- OLD -->", "# [t](OLD)",
    "<details><summary><a href=\"OLD\">t</a></summary>\n\n- [t](OLD)\n\n</details>", "\\[t](OLD)",
    "- [t\\]](OLD) [u](OLD) [v](OLD)", "", "Words.",
]  # fmt: skip
TAILS = ["x", "y?a=1&amp;b=2", "z_(1)", "w%20x", "v#f", "文", "u\\_v"]
NEWS = ["https://new.example/a", "https://new.example/?a=1&b=2", "https://n.example/(p)#f"]
NEWS += ["https://new.example/%E6%96%87", "https://new.example/a_b_c*d*", "https://n.example/~x;y"]


@st.composite
def texts(draw: st.DrawFn) -> str:
    forms = draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=8))
    filled = [re.sub("OLD", lambda _: OLD + draw(st.sampled_from(TAILS)), form) for form in forms]
    text = "\n\n".join(filled) + draw(st.sampled_from(["", "\n"]))
    text += (
        "\n\n[r]: <https://old.example/r> 'R'" if draw(st.booleans()) else "\n\n[r]: " + OLD + "r"
    )
    bom = draw(st.sampled_from(["", "\ufeff"]))
    return bom + text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def edits_in(text: str, draw: st.DataObject) -> list[Edit]:
    source, edits = source_of(text, "list.md"), {}
    for offset, url in links_in(text):
        if offset not in edits and draw.draw(st.booleans()):
            new = draw.draw(st.sampled_from(NEWS))
            edits[offset] = Edit(location=source.location(offset), old=url, new=new)
    return list(edits.values())


@settings(max_examples=150, deadline=None)
@given(texts(), st.data())
def test_what_is_asked_for_changes_and_nothing_else(text: str, draw: st.DataObject) -> None:
    edits = edits_in(text, draw)
    if not edits:
        return
    after, refused = replace_urls(text, edits)
    made = {edit.location: edit.new for edit in edits} | {
        edit.location: edit.old for edit, _ in refused
    }
    where = source_of(text, "list.md").location
    wanted = [made.get(where(offset), url) for offset, url in links_in(text)]
    assert [url for _, url in links_in(after)] == wanted
    places = sorted(source_of(text, "list.md").offset(edit.location) or 0 for edit in edits)
    assert _kept(text, after, places)


def _kept(text: str, after: str, places: list[int]) -> bool:
    """All that stands between the replaced URLs is in the new text, in order."""
    at = 0
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        between = text[start:end]
        if start in places:
            old_url = re.match(r"[^\s<>\"'，。|]*", between)
            between = between[old_url.end() if old_url else 0 :].lstrip(")].(")
        at = after.find(between, at)
        if at < 0:
            return False
        at += len(between)
    return True


@settings(max_examples=60, deadline=None)
@given(texts(), st.data())
def test_all_at_once_is_one_after_the_other(text: str, draw: st.DataObject) -> None:
    edits = edits_in(text, draw)
    if not edits:
        return
    after, refused = replace_urls(text, edits)
    singly = text
    for edit in sorted(edits, key=lambda one: one.location, reverse=True):
        if edit not in [one for one, _ in refused]:
            singly = replace_url(singly, edit.location, edit.old, edit.new)
    assert after == singly


def test_one_that_can_not_be_made_is_told_and_the_others_are_made() -> None:
    text = "- [a](https://a.example)\n- https://b.example\n- [c](https://c.example)\n"
    places = [source_of(text, "l.md").location(offset) for offset, _ in links_in(text)]
    olds = [url for _, url in links_in(text)]
    news = ["https://a.new/", "https://b.new/ `x` <y>", "https://c.new/"]
    edits = [Edit(location=p, old=o, new=n) for p, o, n in zip(places, olds, news, strict=True)]
    after, ((edit, reason),) = replace_urls(text, edits)
    assert after == "- [a](https://a.new/)\n- https://b.example\n- [c](https://c.new/)\n"
    assert (edit, "can't be written there" in reason) == (edits[1], True)


@pytest.mark.parametrize(
    "changed", ["- [a](https://z.example)\n", "- x\n- [a](https://a.example)\n", ""]
)
def test_a_file_that_changed_is_never_spliced_in_the_wrong_place(changed: str) -> None:
    place = Location(path="l.md", line=1, column=7)
    edit = Edit(location=place, old="https://a.example", new="https://n.example")
    after, refused = replace_urls(changed, [edit])
    assert after == changed
    assert refused
