"""GitHub's parser is the referee: a mended list shows its readers one thing more, other or less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from curator import adding, markdown
from curator.adding.spots import groups
from curator.catalogue import Placed
from curator.errors import CuratorError
from curator.markdown import Edit, cut_item, links_in, replace_urls
from curator.markdown.source import source_of
from curator.sources import open_source
from markdown.github_parser import github_html, github_links

TODAY: Final = date(2026, 11, 23)
NEW: Final = "https://new.example/x_(y)?a=1&copy=2|z"
LISTS: Final = [
    path.read_bytes().decode()
    for path in sorted((Path(__file__).parents[1] / "markdown" / "lists").glob("*.md"))
]
ODD: Final = ["", "[", "]", "`", "<", "*", "\n\n", "|", "\\", "&amp;", "<br>\n", "\t", "> "]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A piece of a list, with something in it that nobody meant."""
    lines = draw(st.sampled_from(LISTS)).splitlines(keepends=True)
    first = draw(st.integers(0, len(lines) - 1))
    text = "".join(lines[first : first + draw(st.integers(3, 40))])
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(ODD)) + text[at:]


@settings(max_examples=80, deadline=None)
@given(texts(), st.data())
def test_a_fix_changes_one_link(text: str, data: st.DataObject) -> None:
    found = [(offset, url) for offset, url in links_in(text) if url in github_links(text)]
    assume(found)
    offset, url = data.draw(st.sampled_from(found))
    edit = Edit(location=source_of(text, "l.md").location(offset), old=url, new=NEW)
    after, refused = replace_urls(text, [edit])
    pairs = list(zip(github_links(text), github_links(after), strict=True))
    changed = [(old, new) for old, new in pairs if old != new]
    assert bool(refused) or changed
    assert all(old.startswith(url) and new.startswith(NEW) for old, new in changed)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts(), data=st.data())
def test_an_addition_is_one_link_more(tmp_path: Path, text: str, data: st.DataObject) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(text.encode())
    source = open_source(path, TODAY)
    group = data.draw(st.sampled_from(groups(source.catalogue)))
    wish = adding.Wish(section=" / ".join(group.names), note="Good.")
    try:
        (change,) = adding.add(
            source, adding.Seen(url="https://n.example/", title="N"), wish, TODAY
        )
    except CuratorError:
        return
    after = github_links(change.after)
    after.remove("https://n.example/")
    assert after == github_links(text)


@settings(max_examples=80, deadline=None)
@given(texts(), st.data())
def test_what_is_cut_is_missing_and_nothing_else(text: str, data: st.DataObject) -> None:
    entries = [placed.entry for placed in _entries(text) if placed.entry]
    places = [entry.location for entry in entries if entry.location]
    assume(places)
    try:
        cut = cut_item(text, data.draw(st.sampled_from(places)))
    except CuratorError:
        return
    before, after = _parts(text), _parts(cut.text)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    new = {
        part
        for step in steps
        if step[0] in ("insert", "replace")
        for part in after[slice(*step[3:])]
    }
    assert new <= {"<p>", "</p>"}  # a list may become tight or loose


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"(<[^>]*>)|\s+", github_html(text)) if part]


def _entries(text: str) -> Iterator[Placed]:
    return markdown.read(text, "list.md").entries()


@pytest.mark.parametrize("text", LISTS, ids=range(len(LISTS)))
def test_every_link_of_a_list_can_be_corrected_at_once(text: str) -> None:
    where = source_of(text, "l.md").location
    edits = {where(at): Edit(location=where(at), old=url, new=NEW) for at, url in links_in(text)}
    after, refused = replace_urls(text, list(edits.values()))
    assert refused == ()
    assert {url for _, url in links_in(after)} <= {NEW}
