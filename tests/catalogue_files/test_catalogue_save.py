"""A catalogue goes to YAML and comes back as it was."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from curator.catalogue import (
    Block,
    Catalogue,
    Entry,
    Item,
    Kind,
    Resource,
    Retired,
    Section,
    Table,
    Waiver,
)
from curator.catalogue_files import load, save, write_atomically
from curator.catalogue_files.compose import compose
from curator.catalogue_files.emit import Flow, emit
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.nodes import to_data
from curator.catalogue_files.write import file_names
from curator.errors import CuratorError

NASTY = st.sampled_from(
    [": ", "#", " #", " a", "a ", "yes", "0x10", "1e3", "null", "~", "\t", "\u2028", "\x85", "😀",
     "\r", "\r\n", "\n", "\n\n", "- ", "? ", "'", '"', "\\", "[", "{", "%", "@", "|", ">", "---",
     "...", "\ufeff", "\x00", "\x1b", ",", "入门", "\n ", "\n\t", "2024-01-02", "<<", "\xa0", "!"]
)  # fmt: skip
TEXT = st.lists(st.one_of(NASTY, st.text(max_size=3)), max_size=5).map("".join)
FILLED = TEXT.filter(bool)
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))
LANGUAGES = st.sampled_from(["en", "zh", "zh-Hant"])
STYLES = st.fixed_dictionaries(
    {}, optional={"separator": TEXT, "bom": st.booleans(), "indent": st.sampled_from(["", "\t"])}
)
KINDS = st.sampled_from(Kind)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


RESOURCES = st.builds(
    Resource, label=TEXT, url=FILLED, title=maybe(TEXT), kind=maybe(KINDS),
    language=maybe(LANGUAGES), style=STYLES,
)  # fmt: skip
WAIVERS = st.builds(Waiver, rule=st.just("stale"), because=FILLED, until=maybe(DAYS))


def entries(items: st.SearchStrategy[Any]) -> st.SearchStrategy[Entry]:
    return st.builds(
        Entry, title=TEXT, url=maybe(FILLED), lead=TEXT, id=st.none(), kind=maybe(KINDS),
        language=maybe(LANGUAGES), marks=st.sampled_from([(), ("must-read",)]),
        note=st.one_of(TEXT, st.lists(TEXT, max_size=2).map(tuple)),
        fields=st.dictionaries(TEXT, TEXT, max_size=2),
        resources=st.lists(RESOURCES, max_size=2).map(tuple), items=items, added=maybe(DAYS),
        published=maybe(DAYS), reviewed=maybe(DAYS),
        review_every=maybe(st.integers(1, 5000)), waivers=st.lists(WAIVERS, max_size=1).map(tuple),
        retired=maybe(st.builds(Retired, on=DAYS, because=TEXT)), style=STYLES,
    )  # fmt: skip


BLOCKS = st.builds(Block, markdown=TEXT)
FLAT = entries(st.just(()))
TABLES = st.builds(
    Table,
    columns=st.lists(TEXT, max_size=2).map(tuple),
    rows=st.lists(FLAT, max_size=2).map(tuple),
    style=STYLES,
)
ITEMS: st.SearchStrategy[tuple[Item, ...]] = st.recursive(
    st.lists(st.one_of(FLAT, BLOCKS, TABLES), max_size=2).map(tuple),
    lambda inner: st.lists(entries(inner), max_size=2).map(tuple),
    max_leaves=3,
)
SECTIONS = st.recursive(
    st.builds(Section, title=TEXT, intro=TEXT, items=ITEMS, style=STYLES),
    lambda inner: st.builds(
        Section, title=TEXT, intro=TEXT, sections=st.lists(inner, max_size=2).map(tuple)
    ),
    max_leaves=2,
)
CATALOGUES = st.builds(
    Catalogue, path=st.just(""), title=TEXT, language=maybe(LANGUAGES), author=maybe(FILLED),
    source=maybe(FILLED), created=maybe(DAYS), updated=maybe(DAYS), license=maybe(FILLED),
    marks=st.dictionaries(TEXT, TEXT, max_size=1).map(lambda marks: {"must-read": "x"} | marks),
    style=STYLES, preamble=TEXT, intro=TEXT, items=ITEMS,
    sections=st.lists(SECTIONS, min_size=1, max_size=2).map(tuple),
)  # fmt: skip

Part = TypeVar("Part", Catalogue, Section, Entry, Block, Table)


@settings(max_examples=150, deadline=None)
@given(CATALOGUES)
def test_what_is_saved_is_what_is_loaded(catalogue: Catalogue) -> None:
    with TemporaryDirectory() as folder:
        save(catalogue, Path(folder) / "list")
        loaded, _ = load(Path(folder) / "list")
    assert replace(without_places(loaded), path="") == catalogue


def without_places(part: Part) -> Part:
    """Nothing about where it was read from."""
    changes: dict[str, Any] = {"location": None, "links": ()}
    for name in ("items", "sections", "rows"):
        if hasattr(part, name):
            changes[name] = tuple(map(without_places, getattr(part, name)))
    return replace(part, **changes)


@settings(max_examples=400, deadline=None)
@given(text=TEXT)
@example(text="\n a")
@example(text=" \n")
@example(text="\ta\nb")
@example(text="a\n  ")
@example(text="a" * 2000)
def test_any_text_comes_back_from_any_place(text: str) -> None:
    data: dict[str, Any] = {
        "value": text,
        text + "x": "key",
        "nested": {"list": [text, {"in": text, "last": text}], "flow": Flow([text, {text: text}])},
        "end": text,
    }
    composed = compose(FileText.of("x.yaml", emit(data)))
    assert composed.problems == ()
    assert composed.root is not None
    data["nested"]["flow"] = [text, {text: text}]
    assert to_data(composed.root) == data


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("0x10 入门篇", "0x10 入门篇"),
        ("C# 入门", "C# 入门"),
        ("it's", "it's"),
        ("https://x.example/?a=1&b=2#c", "https://x.example/?a=1&b=2#c"),
        ("2024-10-18", "2024-10-18"),
        ("a，b：c【d】", "a，b：c【d】"),
        ("-x", '"-x"'),
        ("0x10", '"0x10"'),
        ("yes", '"yes"'),
        ("a: b", '"a: b"'),
        ('say "a: b"', "'say \"a: b\"'"),
        ('"a" b', "'\"a\" b'"),
        ("a #b", '"a #b"'),
        ("", '""'),
        ("a\tb", '"a\\tb"'),
        ("\x85", '"\\x85"'),
        ("two\nlines", "|-\n  two\n  lines"),
        ("> a\n> b\n", "|\n  > a\n  > b"),
        (" a\nb\n", "|2\n   a\n  b"),
        ("a\n\n", "|+\n  a\n"),
        ("a\r\nb", '"a\\r\\nb"'),
    ],
)
def test_how_text_is_written(text: str, written: str) -> None:
    assert emit({"k": text}) == f"k: {written}\n"


def test_what_a_file_looks_like(tmp_path: Path) -> None:
    entry = Entry(
        title="State of GPT",
        url="https://x.example/",
        kind=Kind.VIDEO,
        marks=("must-read",),
        note=("讲 GPT 如何训练。", "另见 [API](https://a.example)。"),
        resources=(
            Resource(label="视频", url="https://v.example/"),
            Resource(label="PPT", url="https://s.example/", kind=Kind.SLIDES),
        ),
        reviewed=date(2024, 10, 18),
        review_every=90,
        waivers=(Waiver(rule="stale", because="不会过时", until=date(2027, 12, 31)),),
        retired=Retired(on=date(2025, 1, 1), because="gone, for good"),
        style={"separator": ": "},
        items=(Entry(title="Nested"),),
    )
    table = Table(columns=("API", "Auth"), rows=(Entry(title="Cats", fields={"Auth": "no"}),))
    section = Section(
        title="0x10 入门篇",
        intro="> 先看\n> 这里\n",
        items=(entry, Block(markdown="- odd <br>\n"), table),
    )
    catalogue = Catalogue(
        path="", title="大语言模型", marks={"must-read": "【必看】"}, updated=date(2024, 10, 18),
        sections=(section, Section(title="应用篇")),
    )  # fmt: skip
    paths = save(catalogue, tmp_path / "new" / "list")
    assert [path.relative_to(tmp_path / "new" / "list").as_posix() for path in paths] == [
        "catalogue.yaml",
        "01-0x10-入门篇.yaml",
        "02-应用篇.yaml",
        ".schema/catalogue.schema.json",
        ".schema/section.schema.json",
        ".schema/style.schema.json",
    ]
    assert paths[0].read_text("utf-8") == (
        "# yaml-language-server: $schema=.schema/catalogue.schema.json\n"
        "title: 大语言模型\n"
        "updated: 2024-10-18\n"
        "marks:\n"
        "  must-read: 【必看】\n"
        "sections:\n"
        "  - 01-0x10-入门篇.yaml\n"
        "  - 02-应用篇.yaml\n"
    )
    assert (
        paths[1].read_text("utf-8")
        == """\
# yaml-language-server: $schema=.schema/section.schema.json
title: 0x10 入门篇
intro: |
  > 先看
  > 这里
entries:
  - title: State of GPT
    url: https://x.example/
    kind: video
    marks: [must-read]
    note:
      - 讲 GPT 如何训练。
      - 另见 [API](https://a.example)。
    resources:
      - 视频: https://v.example/
      - label: PPT
        url: https://s.example/
        kind: slides
    reviewed: 2024-10-18
    review_every: 90
    waivers:
      - rule: stale
        because: 不会过时
        until: 2027-12-31
    retired: {on: 2025-01-01, because: "gone, for good"}
    style: {separator: ": "}
    entries:
      - title: Nested
  - markdown: |
      - odd <br>
  - table:
      columns: [API, Auth]
      rows:
        - title: Cats
          fields:
            Auth: "no"
"""
    )


def test_schemas_beside_the_folder_are_named_instead_of_copied(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "section.schema.json").write_text("{}")
    paths = save(SMALL, tmp_path / "list")
    assert [path.name for path in paths] == ["catalogue.yaml", "01-s.yaml"]
    assert paths[1].read_text().startswith("# yaml-language-server: $schema=../schema/section.sch")


SMALL = Catalogue(path="", title="T", sections=(Section(title="S"),))


def test_names_are_stable_and_safe() -> None:
    titles = ["0x10 入门篇", "🚀 应用（上）", "Web Frameworks & APIs", "../../etc/passwd", "x" * 99]
    titles += ["CON", ":rocket: [Köche](#x) ![b](b.svg)", "…", "学" * 99]
    assert file_names(tuple(Section(title=title) for title in titles)) == (
        "01-0x10-入门篇.yaml",
        "02-应用-上.yaml",
        "03-web-frameworks-apis.yaml",
        "04-etc-passwd.yaml",
        f"05-{'x' * 40}.yaml",
        "06-con.yaml",
        "07-köche.yaml",
        "08.yaml",
        f"09-{'学' * 40}.yaml",
    )
    assert file_names((Section(title="a"),) * 100)[0] == "001-a.yaml"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    save(SMALL, tmp_path / "list")
    before = (tmp_path / "list" / "catalogue.yaml").read_bytes()
    with pytest.raises(CuratorError, match="there is a catalogue already") as caught:
        save(SMALL, tmp_path / "list")
    assert caught.value.hint
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x").write_text("mine")
    with pytest.raises(CuratorError, match="not empty"):
        save(SMALL, tmp_path / "other")
    assert (tmp_path / "list" / "catalogue.yaml").read_bytes() == before


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "list").mkdir()
    save(SMALL, tmp_path / "list")
    assert load(tmp_path / "list")[0].title == "T"


@pytest.mark.parametrize(
    "section",
    [
        Section(title="S", items=(Entry(title="T", language="!"),)),
        Section(title="S", items=(Entry(title="T", marks=("unknown",)),)),
        Section(title="S", items=(Entry(title="T", id="a"), Entry(title="U", id="a"))),
    ],
)
def test_what_could_not_be_read_is_not_written(tmp_path: Path, section: Section) -> None:
    with pytest.raises(CuratorError, match="can't be kept as a catalogue") as caught:
        save(replace(SMALL, sections=(section,)), tmp_path / "list")
    assert f"{tmp_path.as_posix()}/list/01-s.yaml:" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_list_nested_too_deep_is_refused(tmp_path: Path) -> None:
    entry = Entry(title="innermost")
    for _ in range(40):
        entry = Entry(title="around", items=(entry,))
    section = Section(title="S", items=(entry,))
    with pytest.raises(CuratorError, match="nested more than 64 levels"):
        save(replace(SMALL, sections=(section,)), tmp_path / "list")


def test_saved_files_have_the_usual_rights(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        paths = save(SMALL, tmp_path / "list")
    finally:
        os.umask(mask)
    assert (tmp_path / "list").stat().st_mode & 0o777 == 0o755
    assert paths[0].stat().st_mode & 0o777 == 0o644


def test_other_programs_read_the_same(tmp_path: Path) -> None:
    paths = save(replace(SMALL, title="no", author="2024"), tmp_path / "list")
    assert yaml.safe_load(paths[0].read_text()) == {
        "title": "no",
        "author": "2024",
        "sections": ["01-s.yaml"],
    }


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_atomically(path, "\ufeffa: 入\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbfa: \xe5\x85\xa5\r\n"
    path.chmod(0o600)
    (tmp_path / "link.yaml").symlink_to(path)
    write_atomically(tmp_path / "link.yaml", "b")
    assert path.read_text() == "b"
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.yaml", "link.yaml"]


def test_a_file_that_can_not_be_written_stays(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CuratorError, match="can't be written"):
        write_atomically(tmp_path / "folder", "text")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_a_link_in_a_circle_is_said(tmp_path: Path) -> None:
    (tmp_path / "round.md").symlink_to("round.md")
    with pytest.raises(CuratorError, match="can't be written"):
        write_atomically(tmp_path / "round.md", "text")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, "text")
    assert os.read(reader, 100) == b"text"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_page_without_sections_is_kept(tmp_path: Path) -> None:
    page = Catalogue(path="", title="T", intro="Nothing but prose.")
    save(page, tmp_path / "list")
    catalogue, problems = load(tmp_path / "list")
    assert (catalogue.intro, problems) == (page.intro, ())
