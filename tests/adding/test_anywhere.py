"""Whatever the list looks like, a new entry is new lines, and the list says the same but for it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator import adding, markdown
from curator.adding.spots import groups
from curator.errors import CuratorError
from curator.markdown import links_in
from curator.sources import open_source

TODAY: Final = date(2026, 11, 23)
NEW: Final = adding.Seen(url="https://new.example/x_(y)", title="New thing")
ITEM = st.builds(
    "{0}[{1}](https://{2}.example/{3}){4}".format,
    st.sampled_from(["- ", "* ", "+ ", "1. ", "  - ", "\t- ", "- [ ] ", "> - ", "-   "]),
    st.sampled_from(["Alpha", "beta", "**Gamma**", "数据", "`code`", "x [y]"]),
    st.sampled_from("abcdef"),
    st.sampled_from(["", "p", "(q)", "?r=1&s=2", "#t"]),
    st.sampled_from(["", " - Note.", "：说明", " – see https://more.example", "  \n  more"]),
)
PROSE = st.sampled_from(
    ["", "", "## One", "### Two", "Words.", "---", "<br>", "<!-- c -->", "# Top", "a|b\n-|-\n[r](https://r.example)|s"]
)  # fmt: skip
LISTS = st.lists(st.one_of(ITEM, ITEM, ITEM, PROSE), min_size=1, max_size=14)


ENDS = st.tuples(st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n", "\n\n"]))


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lines=LISTS, ends=ENDS, which=st.integers(0, 5))
def test_only_lines_are_added(
    tmp_path: Path, lines: list[str], ends: tuple[str, str], which: int
) -> None:
    text = ("\n".join(lines) + ends[1]).replace("\n", ends[0])
    path = tmp_path / "list.md"
    path.write_bytes(text.encode())
    source = open_source(path, TODAY)
    known = groups(source.catalogue)
    wish = adding.Wish(section=" / ".join(known[which % len(known)].names) or None, note="Good.")
    with suppress(CuratorError):
        (change,) = adding.add(source, NEW, wish, TODAY)
        assert _without_one_run(change.after.splitlines(), text.splitlines())
        added = [url for _, url in links_in(change.after)]
        added.remove(NEW.url)
        assert added == [url for _, url in links_in(text)]
        again = markdown.read(change.after, "list.md")
        assert NEW.url in {placed.entry.url for placed in again.entries() if placed.entry}


def _without_one_run(after: list[str], before: list[str]) -> bool:
    """All lines of `before` are there, and between two of them a few new ones."""
    more = len(after) - len(before)
    return any(after[:at] + after[at + more :] == before for at in range(len(before) + 1))


def test_the_second_time_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text("# L\n\n- [a](https://a.example)\n", encoding="utf-8")
    source = open_source(path, TODAY)
    (change,) = adding.add(source, NEW, adding.Wish(), TODAY)
    path.write_text(change.after, encoding="utf-8")
    with pytest.raises(adding.UnfitLinkError, match="in the list already"):
        adding.refuse_repeated(open_source(path, TODAY), NEW.url)
