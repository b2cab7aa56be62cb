"""A catalogue's folder becomes a Catalogue with every link at its exact place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from curator.catalogue import Block, Entry, Kind, Resource, Retired, Table, Waiver
from curator.catalogue_files import load
from curator.errors import InvalidCatalogueError

TODAY = date(2026, 11, 23)

Write = Callable[..., Path]

EVERYTHING = """\
# yaml-language-server: $schema=../schema/section.schema.json
title: 0x10 入门
intro: |
  > 先看 https://intro.example/a，再看 https://intro.example/b。
style: {separator: "：", bom: true}
entries:
  - title: Quickstart
    url: https://docs.example/quickstart
    lead: "2024"
    id: quick
    kind: docs
    language: en
    marks: [must-read]
    note:
      - 照着做一遍。
      - 另见 [API](https://docs.example/api)。
    resources:
      - 视频: https://video.example/1
      - {label: Slides, url: https://slides.example/1, kind: slides, language: zh, title: PDF}
    added: 2024-01-02
    published: 2023-12-31
    reviewed: 2024-10-18
    review_every: 6 months
    waivers: [{rule: stale, because: "讲座，不会过时", until: 2027-12-31}]
    entries:
      - title: Nested
        url: https://nested.example/
        retired: {on: 2026-01-01, because: gone}
  - markdown: |
      - [odd](https://odd.example) <br>
  - table:
      columns: [API, Auth]
      rows:
        - title: Cats
          url: https://cats.example/
          fields: {Auth: "[key](https://auth.example/)"}
sections:
  - title: Inner
"""


def test_everything_that_a_section_may_hold(write: Write) -> None:
    catalogue, warnings = load(write(EVERYTHING), TODAY)
    section = catalogue.sections[0]
    entry, block, table = section.items
    assert warnings == ()
    assert section.title == "0x10 入门"
    assert section.style == {"separator": "：", "bom": True}
    assert section.sections[0].title == "Inner"
    assert isinstance(entry, Entry)
    assert (entry.title, entry.lead, entry.id, entry.kind) == (
        "Quickstart",
        "2024",
        "quick",
        Kind.DOCS,
    )
    assert entry.marks == ("must-read",)
    assert entry.note == ("照着做一遍。", "另见 [API](https://docs.example/api)。")
    assert entry.resources == (
        Resource(label="视频", url="https://video.example/1"),
        Resource(
            label="Slides",
            url="https://slides.example/1",
            title="PDF",
            kind=Kind.SLIDES,
            language="zh",
        ),
    )
    assert (entry.added, entry.published) == (date(2024, 1, 2), date(2023, 12, 31))
    assert (entry.reviewed, entry.review_every) == (date(2024, 10, 18), 182)
    assert entry.waivers == (
        Waiver(rule="stale", because="讲座，不会过时", until=date(2027, 12, 31)),
    )
    assert isinstance(entry.items[0], Entry)
    assert entry.items[0].retired == Retired(on=date(2026, 1, 1), because="gone")
    assert isinstance(block, Block)
    assert block.markdown == "- [odd](https://odd.example) <br>\n"
    assert isinstance(table, Table)
    assert table.columns == ("API", "Auth")
    assert table.rows[0].fields == {"Auth": "[key](https://auth.example/)"}


def test_the_catalogue_itself(write: Write) -> None:
    root = (
        "title: T\nlanguage: zh\nauthor: A\nsource: https://source.example/\ncreated: 2023-06-27\n"
        "updated: 2024-10-18\nlicense: MIT\nmarks: {star: ⭐}\nstyle: {bullet: '*'}\n"
        "preamble: <!-- x -->\nintro: See <https://intro.example/>.\n"
        "entries: [{title: First, url: 'https://first.example/'}]\nsections: [a.yaml]\n"
    )
    folder = write("title: S\n", {"catalogue.yaml": root})
    catalogue, _ = load(folder, TODAY)
    assert (catalogue.title, catalogue.language, catalogue.author) == ("T", "zh", "A")
    assert (catalogue.created, catalogue.updated) == (date(2023, 6, 27), date(2024, 10, 18))
    assert (catalogue.license, catalogue.marks) == ("MIT", {"star": "⭐"})
    assert (catalogue.style, catalogue.preamble) == ({"bullet": "*"}, "<!-- x -->")
    assert [link.url for link in catalogue.links] == [
        "https://source.example/",
        "https://intro.example/",
    ]
    assert [section.title for section in catalogue.sections] == ["S"]
    assert catalogue.path == folder.as_posix()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_every_link_is_found_where_it_stands(write: Write, line_end: str, bom: str) -> None:
    folder = write(bom + EVERYTHING.replace("\n", line_end))
    catalogue, _ = load(folder, TODAY)
    links = [link for placed in catalogue.walk() for link in placed.links]
    text = (folder / "a.yaml").read_bytes().decode("utf-8-sig")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for link in links:
        line = lines[link.location.line - 1]
        assert line.startswith(link.url, link.location.column - 1), link
    assert len(links) == 10


@pytest.mark.parametrize(
    ("note", "line", "column"),
    [
        ("note: see https://x.example/ now", 4, 15),
        ("note: 'it''s https://x.example/'", 4, 18),
        ('note: "\\u4e2d\\t\\x41 https://x.example/"', 4, 25),
        ('note: "a \\\n      \\ \\"b https://x.example/"', 5, 13),
        ("note: several\n      lines\n\n      of https://x.example/ text", 7, 10),
        ("note: |\n      - a\n\n        https://x.example/\n", 7, 9),
        ("note: |2+ # https://comment.example/\n       https://x.example/\n\n", 5, 8),
        ("note: >-\n      folded\n      text https://x.example/\n", 6, 12),
        ("note: a\u2028b https://x.example/", 4, 15),
        ("note: 😀 https://x.example/", 4, 13),
        ('"note" : [ b, "https://x.example/" ]', 4, 20),
        ("? note\n    : https://x.example/", 5, 7),
    ],
)
def test_a_link_inside_any_kind_of_scalar(write: Write, note: str, line: int, column: int) -> None:
    folder = write(f"title: S\nentries:\n  - title: T\n    {note}")
    catalogue, _ = load(folder, TODAY)
    (link,) = (link for placed in catalogue.walk() for link in placed.links)
    assert link.url == "https://x.example/"
    assert (link.location.line, link.location.column) == (line, column)


def test_places_of_parts(write: Write) -> None:
    folder = write("title: S\nentries:\n  - title: T\n  - {title: U}\n  - markdown: x\n")
    section = load(folder, TODAY)[0].sections[0]
    path = (folder / "a.yaml").as_posix()
    assert str(section.location) == f"{path}:1:1"
    assert [str(item.location) for item in section.items] == [
        f"{path}:{place}" for place in ("3:5", "4:5", "5:5")
    ]


def test_plain_scalars_follow_yaml_1_2(write: Write) -> None:
    words = ["yes", "No", "on", "off", "y", "0b1", "1_000", "2024-01-31", "12:30:45", "=", "<<"]
    notes = "".join(f"      - {word}\n" for word in words)
    folder = write(f"title: S\nentries:\n  - title: T\n    note:\n{notes}")
    entry = load(folder, TODAY)[0].sections[0].items[0]
    assert isinstance(entry, Entry)
    assert entry.note == tuple(words)


def test_without_a_day_only_the_files_are_checked(write: Write) -> None:
    folder = write("title: S\nentries: [{title: T, marks: [nope]}]\n")
    assert load(folder)[1] == ()


def test_a_url_is_followed_without_the_blanks_around_it(write: Write) -> None:
    folder = write('title: S\nentries:\n  - {title: T, url: " https://x.example/ "}\n')
    placed = next(load(folder)[0].entries())
    assert placed.links[0].url == "https://x.example/"
    assert placed.links[0].location.column == 23
    assert placed.entry is not None
    assert placed.entry.url == " https://x.example/ "


def test_links_of_one_definition_are_one(write: Write) -> None:
    note = "[a][x] [b][x]\n\n      [x]: https://x.example/\n"
    folder = write(f"title: S\nentries:\n  - markdown: |\n      {note}")
    links = [link for placed in load(folder)[0].walk() for link in placed.links]
    assert [(link.location.line, link.location.column) for link in links] == [(6, 12)]


def test_the_shipped_catalogue_is_whole() -> None:
    catalogue, warnings = load(Path(__file__).parents[2] / "catalogue", TODAY)
    assert warnings == ()
    assert sum(len(placed.links) for placed in catalogue.walk()) >= 39


def test_without_libyaml_it_reads_the_same(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(EVERYTHING)
    fast = load(folder, TODAY)
    monkeypatch.setattr("curator.catalogue_files.compose._Loader", yaml.SafeLoader)
    assert load(folder, TODAY) == fast
    (folder / "a.yaml").write_text('title: "\\UFFFFFFFF"')
    with pytest.raises(InvalidCatalogueError):
        load(folder, TODAY)
