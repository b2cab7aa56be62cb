"""A splice changes one thing, and every other byte stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.catalogue import Catalogue, Entry, Location, Resource, Section
from curator.catalogue_files import load, replace_scalar, retire, save, set_updated
from curator.errors import CuratorError

OLD = "https://old.example/a"
NEW = "https://new.example/b"


def place(text: str, what: str) -> Location:
    """Where `what` stands first, as an editor counts."""
    before = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    before = before[: before.index(what)]
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Location(path="a.yaml", line=before.count("\n") + 1, column=column)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"url: {OLD} # why\n", f"url: {NEW} # why\n"),
        (f"url: '{OLD}'\n", f"url: '{NEW}'\n"),
        (f'url: "{OLD}"', f'url: "{NEW}"'),
        (f"\ufeff# é\r\nurl:   {OLD}\r\nx: 1\r\n", f"\ufeff# é\r\nurl:   {NEW}\r\nx: 1\r\n"),
        (f"- {{a: b, 视频: {OLD}}}\n", f"- {{a: b, 视频: {NEW}}}\n"),
        (f"- [a, {OLD}] \n\n", f"- [a, {NEW}] \n\n"),
        (f"note: see {OLD}, 见 <{OLD}x>\n", f"note: see {NEW}, 见 <{OLD}x>\n"),
        (f"note: 'it''s {OLD}'\n", f"note: 'it''s {NEW}'\n"),
        (f'note: "\\u4e2d\\\n  \\"[a]({OLD})"\n', f'note: "\\u4e2d\\\n  \\"[a]({NEW})"\n'),
        (f"note: |\n  - a\n\n    {OLD}\n\nx: y\n", f"note: |\n  - a\n\n    {NEW}\n\nx: y\n"),
        (f"note: >-\n  a\n  [b]({OLD})\n  c\n", f"note: >-\n  a\n  [b]({NEW})\n  c\n"),
        (f"note: a\n  b {OLD}\n  c\n", f"note: a\n  b {NEW}\n  c\n"),
        (f"? url\n: {OLD}\n", f"? url\n: {NEW}\n"),
        (f"note: |\n  [a][x]\n\n  [x]: {OLD}\n", f"note: |\n  [a][x]\n\n  [x]: {NEW}\n"),
        (f"a: x\u2028y\nurl: {OLD}\u2028z\nb: {OLD}", f"a: x\u2028y\nurl: {NEW}\u2028z\nb: {OLD}"),
    ],
)
def test_one_url_changes_and_nothing_else(before: str, after: str) -> None:
    assert replace_scalar(before, place(before, OLD), OLD, NEW) == after


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        (f"url: {OLD}\n", "https://x.example/ #a", "url: 'https://x.example/ #a'\n"),
        (f"url: {OLD}\n", "https://x.example/#a", "url: https://x.example/#a\n"),
        (f"a: {{url: {OLD}}}\n", "https://x.example/a,b", "a: {url: 'https://x.example/a,b'}\n"),
        (f"a: [{OLD}]\n", "https://x.example/it's,", "a: ['https://x.example/it''s,']\n"),
        (f"url: '{OLD}'\n", "https://x.example/it's", "url: 'https://x.example/it''s'\n"),
        (f'url: "{OLD}"\n', 'https://x.example/"\\', 'url: "https://x.example/\\"\\\\"\n'),
        (f"url: {OLD}\n", "https://x.example/\x85: b", 'url: "https://x.example/\\x85: b"\n'),
        (f"note: '[a]({OLD})'\n", "https://x.example/b)c(", "note: '[a](https://x.example/b\\)c\\()'\n"),
        (f"note: '[a]({OLD})'\n", "https://x.example/b(c)", "note: '[a](https://x.example/b(c))'\n"),
        (f"note: '{OLD}，见'\n", "https://x.example/入", "note: 'https://x.example/入，见'\n"),
    ],
)  # fmt: skip
def test_a_url_that_needs_quotes_gets_them(before: str, new: str, after: str) -> None:
    assert replace_scalar(before, place(before, OLD), OLD, new) == after


def test_what_is_written_with_entities_or_escapes_is_found() -> None:
    text = "note: '[a](https://old.example/?a=1&amp;b\\_c) d'\n"
    location = place(text, "https")
    after = replace_scalar(text, location, "https://old.example/?a=1&b_c", NEW)
    assert after == f"note: '[a]({NEW}) d'\n"


@pytest.mark.parametrize(
    ("text", "location", "old"),
    [
        (f"url: {OLD}b\n", Location(path="a.yaml", line=1, column=6), OLD),
        (f"url: {OLD}\n", Location(path="a.yaml", line=1, column=7), OLD),
        (f"url: {OLD}\n", Location(path="a.yaml", line=1, column=1), OLD),
        (f"url: {OLD}\n", Location(path="a.yaml", line=9, column=1), OLD),
        (f"url: {OLD}\n", Location(path="a.yaml", line=0, column=0), OLD),
        (f"note: see {OLD}b\n", Location(path="a.yaml", line=1, column=11), OLD),
        (f"# {OLD}\nurl: x\n", Location(path="a.yaml", line=1, column=3), OLD),
        (f"{OLD}: x\n", Location(path="a.yaml", line=1, column=1), OLD),
        ("url: [\n", Location(path="a.yaml", line=1, column=6), OLD),
        ("", Location(path="a.yaml", line=1, column=1), OLD),
    ],
)
def test_what_is_not_there_is_not_changed(text: str, location: Location, old: str) -> None:
    with pytest.raises(CuratorError) as caught:
        replace_scalar(text, location, old, NEW)
    assert caught.value.hint


def test_a_change_that_would_change_more_is_refused() -> None:
    text = f"note: |\n  see {OLD} and\n"
    with pytest.raises(CuratorError, match="without changing more"):
        replace_scalar(text, place(text, OLD), OLD, "https://x.example/ <b>")


def test_what_is_done_already_stays() -> None:
    for text in (f"url: {NEW}\n", f"note: see {NEW}\n"):
        assert replace_scalar(text, place(text, NEW), OLD, NEW) == text


@pytest.mark.parametrize("new", [f"{OLD}/b", OLD[:-2], f"{OLD}/b/a", "https://old.example/aa", "x"])
def test_urls_that_are_much_alike(new: str) -> None:
    for text in (f"url: {OLD}", f"note: >\n  see [x]({OLD}) and\n  {OLD}\n", f"url: '{OLD}'\n"):
        if new != "x" or "note" not in text:
            assert replace_scalar(text, place(text, OLD), OLD, new) == text.replace(OLD, new, 1)


ON = date(2026, 11, 23)
GONE = "retired: {on: 2026-11-23, because: 404 since May}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("entries:\n  - title: T\n", f"entries:\n  - title: T\n    {GONE}\n"),
        ("entries:\n  - title: T", f"entries:\n  - title: T\n    {GONE}"),
        ("entries:\r\n- title: T # c\r\n- title: U\r\n",
         f"entries:\r\n- title: T # c\r\n  {GONE}\r\n- title: U\r\n"),
        ("e:\n  - title: T\n    note:\n      - a\n      - b\n\n  # next\n  - title: U\n",
         f"e:\n  - title: T\n    note:\n      - a\n      - b\n    {GONE}\n\n"
         "  # next\n  - title: U\n"),
        ("e:\n  - title: T\n    note: |\n      a\n\n  - title: U\n",
         f"e:\n  - title: T\n    note: |\n      a\n    {GONE}\n\n  - title: U\n"),
        ("e:\n  - title: T\n    note: |+\n      a\n\n  - title: U\n",
         f"e:\n  - title: T\n    note: |+\n      a\n\n    {GONE}\n  - title: U\n"),
        ("e:\n  - title: T\n    url: u\n    entries:\n      - title: U\n",
         f"e:\n  - title: T\n    url: u\n    {GONE}\n    entries:\n      - title: U\n"),
        ("e:\n  - title: T\n    marks: [a,\n      b]  # c\n    style: {a: b}\n",
         f"e:\n  - title: T\n    marks: [a,\n      b]  # c\n    {GONE}\n    style: {{a: b}}\n"),
        ("e:\n  - {title: T, url: u}\n", f"e:\n  - {{title: T, url: u, {GONE}}}\n"),
        ("e: [{title: T,\n  url: u, # c\n}]\n", f"e: [{{title: T,\n  url: u, {GONE}, # c\n}}]\n"),
    ],
)  # fmt: skip
def test_an_entry_is_retired_in_place(before: str, after: str) -> None:
    location = place(before, "{title" if "{title" in before else "title")
    assert retire(before, location, ON, "404 since May") == after


def test_any_reason_can_be_given() -> None:
    text = "entries:\n  - title: T\n"
    for because in ("a: b, c", "two\nlines", "yes", "", "'\"", "{", "\x85"):
        after = retire(text, place(text, "title"), ON, because)
        assert after.count("\n") == 3


def test_what_can_not_be_retired() -> None:
    text = "entries:\n  - title: T\n    retired: {on: 2020-01-01, because: x}\n"
    with pytest.raises(CuratorError, match="retired already"):
        retire(text, place(text, "title"), ON, "x")
    with pytest.raises(CuratorError, match="does not stand here"):
        retire(text, place(text, "T\n"), ON, "x")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: T\nupdated: 2024-10-18 # c\n", "title: T\nupdated: 2026-11-23 # c\n"),
        ("title: T\nupdated: '2024-10-18'\n", "title: T\nupdated: '2026-11-23'\n"),
        ("title: T\nupdated: 2026-11-23\n", "title: T\nupdated: 2026-11-23\n"),
        ("title: T\ncreated: 2023-01-01\r\n\r\nx: y\r\n",
         "title: T\ncreated: 2023-01-01\nupdated: 2026-11-23\r\n\r\nx: y\r\n"),
        ("\ufefftitle: T\nmarks: {}\n", "\ufefftitle: T\nupdated: 2026-11-23\nmarks: {}\n"),
        ("{title: T, x: y}", "{title: T, updated: 2026-11-23, x: y}"),
    ],
)  # fmt: skip
def test_updated_is_set(before: str, after: str) -> None:
    assert set_updated(before, ON) == after


URLS = st.text(
    st.sampled_from("abz0/?#&=%:;,.[](){}'\"\\!~*|@入é <>`"), max_size=12
).map(lambda tail: f"https://new.example/{tail}")  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(new=URLS.filter(lambda url: url == url.strip()))
def test_what_was_spliced_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, new: str
) -> None:
    folder = tmp_path_factory.mktemp("splice") / "list"
    (path,) = (path for path in save(LIST, folder) if path.name.startswith("01"))
    for number in range(3):
        links = [link for placed in load(folder)[0].walk() for link in placed.links]
        text = path.read_text("utf-8")
        changed = replace_scalar(text, links[number].location, OLD, new)
        path.write_text(changed, "utf-8")
    entry = load(folder)[0].sections[0].items[0]
    assert entry == Entry(
        title="T",
        url=new,
        note="",
        resources=(Resource(label="a", url=new), Resource(label="b", url=new, title="c")),
        location=entry.location,
        links=entry.links,
    )


LIST = Catalogue(
    path="",
    title="T",
    sections=(
        Section(
            title="S",
            items=(
                Entry(
                    title="T",
                    url=OLD,
                    resources=(
                        Resource(label="a", url=OLD),
                        Resource(label="b", url=OLD, title="c"),
                    ),
                ),
            ),
        ),
    ),
)


def test_the_shipped_catalogue_can_be_changed_anywhere() -> None:
    folder = Path(__file__).parents[2] / "catalogue"
    for placed in load(folder)[0].walk():
        for link in placed.links:
            text = Path(link.location.path).read_text("utf-8")
            after = replace_scalar(text, link.location, link.url, NEW)
            assert len(after) == len(text) - len(link.url) + len(NEW)
    for placed in load(folder)[0].entries():
        assert placed.entry is not None
        assert placed.entry.location is not None
        text = Path(placed.entry.location.path).read_text("utf-8")
        after = retire(text, placed.entry.location, ON, "404 since May")
        lines = after.splitlines()
        assert [line for line in lines if GONE not in line] == text.splitlines()
