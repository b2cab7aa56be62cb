"""Everything wrong with a catalogue is told at once, at its place, with what to do."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.catalogue_files import load
from curator.catalogue_files.compose import compose
from curator.catalogue_files.file_text import FileText
from curator.errors import CuratorError, InvalidCatalogueError

TODAY = date(2026, 11, 23)

Problems = Callable[..., list[str]]

ENTRY = "title: S\nentries:\n  - title: T\n    "


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("titel: x", "4:5: error: unknown key 'titel': did you mean 'title'?"),
        ("url: [a]", "4:10: error: 'url' must be text, not a list"),
        ("url:", "4:9: error: 'url' must be text, and is empty"),
        ('url: ""', "4:10: error: 'url' is empty: fill it in, or take the key out"),
        ("note: 0x10", "4:11: error: 'note' must be text or a list, and 0x10 is none:"
         " put quotes round it"),
        ("note: [a, 1.5]", "4:15: error: item 2 of 'note' must be text, and 1.5 is none:"
         " put quotes round it"),
        ("kind: viedo", "4:11: error: unknown kind 'viedo': did you mean 'video'?"),
        ("kind: zzz", "4:11: error: unknown kind 'zzz': use one of course, video, paper, book,"
         " article, docs, tool, repository, dataset, slides"),
        ("language: Chinese!", "4:15: error: 'language': a language is a BCP 47 tag such as en,"
         " zh or zh-Hant, not 'Chinese!'"),
        ("added: 2024-1-2", "4:12: error: 'added': a day is written YYYY-MM-DD, such as"
         " 2026-01-31, not '2024-1-2'"),
        ("added: 2023-02-29", "4:12: error: 'added' is no day of the calendar (day is out of"
         " range for month): correct it"),
        ("review_every: 0", "4:19: error: 'review_every' must be at least 1"),
        ("review_every: often", "4:19: error: 'review_every': 'often' is no length of time: write"
         " a number and a unit, such as 250ms, 30s, 12h, 7d, 26 weeks, 18 months"),
        ("marks: [must-raed]", "4:13: error: unknown mark 'must-raed': did you mean 'must-read'?"),
        ("marks: [zzz]", "4:13: error: unknown mark 'zzz': define it under 'marks' in"
         " catalogue.yaml (there are: 'must-read')"),
        ("waivers: [{rule: stale}]", "4:15: error: item 1 of 'waivers' has no 'because': add it"),
        ("waivers: [{rule: stail, because: x}]",
         "4:22: error: unknown rule 'stail': did you mean 'stale'?"),
        ("retired: {on: 2026-11-24, because: x}", "4:19: warning: 'on' is 2026-11-24, which is"
         " still to come: correct the day"),
        ("added: 2026-11-24", "4:12: warning: 'added' is 2026-11-24, which is still to come:"
         " correct the day"),
        ("resources: [{a: 'https://b.example', c: d}]", "4:17: error: a resource is one"
         " `label: url`, or a mapping with the keys label and url"),
        ("resources: [{label: x}]", "4:17: error: item 1 of 'resources' has no 'url': add it"),
        ("entries: [text]", "4:15: error: item 1 of 'entries' must be a mapping (key: value), not"
         " 'text'"),
        ("url: ftp://x.example/", "4:10: warning: not a usable URL (ftp: is not http or https): a"
         " check will call it invalid"),
        ("url: 'http://a b.example/'", "4:11: warning: not a usable URL (a host name can't have"
         " ' '): a check will call it invalid"),
        ("style: {spearator: x}", "4:13: error: unknown key 'spearator': did you mean"
         " 'separator'?"),
        ("style: {gap: x}", "4:18: error: unknown gap 'x': use one of ' ', '  ', '   ', '    '"),
        ("style: {level: 2}", "4:20: error: 'level' must be text, and 2 is none: put quotes round"
         " it"),
        ("title: U", "4:5: error: the key 'title' is already on line 3: keep one of them"),
        ("note: &a x", "4:11: error: anchors (&a) are not used here: take it out"),
        ("note: *a", "4:11: error: aliases (*a) are not used here: write the value out"),
        ("note: !!str x", "4:11: error: tags (tag:yaml.org,2002:str) are not used here: take it"
         " out"),
        ("note: a: b", "4:12: error: not valid YAML: mapping values are not allowed in this"
         ' context (text that holds ": " needs quotes round it)'),
        ("note: \x1b[31m", "4:11: error: the character U+001B can't stand in YAML: take it out"),
        ('kind: "\\e[31m"', "4:11: error: unknown kind '\\x1b[31m': use one of course, video,"
         " paper, book, article, docs, tool, repository, dataset, slides"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_one_line(problems: Problems, line: str, told: str) -> None:
    assert problems(ENTRY + line) == [f"a.yaml:{told}"]


def test_everything_at_once(problems: Problems) -> None:
    root = "title: T\ntitle: U\nauthor: 1\nsections: [a.yaml, b.yaml, c.yaml]\n"
    section = "title: S\nentries:\n  - {titel: x}\n  - {title: T, added: 2024-13-01, id: one}\n"
    other = "title: S\nentries: [{title: T, id: one, marks: [m]}]\n"
    assert problems(section, {"catalogue.yaml": root, "b.yaml": other}) == [
        "a.yaml:3:5: error: item 1 of 'entries' has no 'title': add it",
        "a.yaml:3:6: error: unknown key 'titel': did you mean 'title'?",
        "a.yaml:4:23: error: 'added' is no day of the calendar (month must be in 1..12):"
        " correct it",
        "b.yaml:2:26: error: the id 'one' is taken by a.yaml:4:39: choose another",
        "b.yaml:2:39: error: unknown mark 'm': define it under 'marks' in catalogue.yaml"
        " (there are: none yet)",
        "catalogue.yaml:2:1: error: the key 'title' is already on line 1: keep one of them",
        "catalogue.yaml:3:9: error: 'author' must be text, and 1 is none: put quotes round it",
        "catalogue.yaml:4:28: error: there is no file 'c.yaml' here: did you mean 'b.yaml'?",
    ]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"catalogue.yaml": ""}, "catalogue.yaml:1:1: error: the file is empty"),
        ({"catalogue.yaml": "# nothing\n"}, "catalogue.yaml:1:1: error: the file is empty"),
        ({"catalogue.yaml": "title: T\n"}, "catalogue.yaml:1:1: error: the catalogue is empty"),
        ({"catalogue.yaml": "- x\n"}, "catalogue.yaml:1:1: error: the file must be a mapping"),
        ({"a.yaml": ""}, "a.yaml:1:1: error: the file is empty: it needs at least a title"),
        ({"a.yaml": "just text"}, "a.yaml:1:1: error: the file must be a mapping"),
        ({"a.yaml": "title: 入\n".encode("gb2312")}, "a.yaml:1:8: error: not UTF-8 (byte 0xc8)"),
        ({"a.yaml": b"\xef\xbb\xbftitle: a\r\nx: \xff"}, "a.yaml:2:4: error: not UTF-8"),
        ({"a.yaml": "title: T\n---\ntitle: U\n"}, "a.yaml:2:1: error: a second document"),
        ({"a.yaml": "title: [" + "[" * 900}, "a.yaml:1:71: error: nested more than 64"),
        ({"a.yaml": "- " * 100_000}, "a.yaml:1:129: error: nested more than 64"),
        ({"a.yaml": "title: T\n#" + "x" * 10**7 * 2}, "a.yaml: error: larger than 10 MB"),
        ({"a.yaml": "{[]: x}"}, "a.yaml:1:2: error: a key is text"),
        ({"b.yaml": "title: B\n"}, "b.yaml: warning: not a part of the list: name it under"),
        ({"catalogue.yaml": "title: T\nsections: [../a.yaml]\n"},
         "catalogue.yaml:2:12: error: '../a.yaml' is no file of this folder"),
        ({"catalogue.yaml": "title: T\nsections: [a.yaml, a.yaml]\n"},
         "catalogue.yaml:2:20: error: 'a.yaml' is named twice: keep one of them"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file(
    problems: Problems, files: dict[str, str | bytes], told: str
) -> None:
    assert any(problem.startswith(told) for problem in problems("title: S\n", files))


def test_brackets_without_end_are_too_deep_whoever_notices_first(problems: Problems) -> None:
    [told] = problems("title: S\n", {"a.yaml": "title: [" + "[" * 100_000})[:1]
    assert told.startswith("a.yaml:1:")
    assert "nested more than 64 levels deep" in told


def test_no_catalogue_at_all(tmp_path: Path) -> None:
    with pytest.raises(InvalidCatalogueError, match="there is no such file") as caught:
        load(tmp_path / "nothing")
    assert caught.value.hint is not None
    assert caught.value.exit_code == 2


def test_a_section_file_that_leads_elsewhere(
    write: Callable[..., Path], problems: Problems, tmp_path: Path
) -> None:
    (tmp_path / "secret.yaml").write_text("password")
    folder = write("title: S\n")
    (folder / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    root = "title: T\nsections: [out.yaml]\n"
    assert problems("title: S\n", {"catalogue.yaml": root})[-1].endswith(
        "is no file of this folder"
    )


def test_a_section_file_that_leads_in_a_circle(
    write: Callable[..., Path], problems: Problems
) -> None:
    (write("title: S\n") / "round.yaml").symlink_to("round.yaml")
    root = "title: T\nsections: [round.yaml]\n"
    assert problems("title: S\n", {"catalogue.yaml": root})[-1].endswith(
        "is no file of this folder"
    )


def test_warnings_alone_do_not_stop_a_catalogue(write: Callable[..., Path]) -> None:
    entries = "[{title: T, url: 'http://www.x.example/'}, {title: U, url: 'https://x.example'}]"
    catalogue, (warning,) = load(write(f"title: S\nentries: {entries}\n"), TODAY)
    assert len(tuple(catalogue.entries())) == 2
    assert "also listed at" in warning.message
    assert warning.column == 70


@pytest.mark.parametrize("text", ["a: " + "x" * 10**7, "'" + "y" * 10**7, "[" * 10**6])
def test_a_line_of_ten_megabytes(text: str) -> None:
    compose(FileText.of("a.yaml", text))


def test_millions_of_values_are_refused() -> None:
    composed = compose(FileText.of("a.yaml", "[" + "a," * 600_000))
    assert [problem.message for problem in composed.problems] == [
        "more than 500,000 values in one file: split it"
    ]


SEED = """\
title: S
intro: |
  > See https://x.example/
style: {separator: ": "}
entries:
  - {title: T, url: 'https://x.example/', marks: [must-read]}
  - title: "U\\u0041"
    note: [a, "b"]
    added: 2024-01-02
    review_every: 90
    retired: {on: 2024-01-02, because: x}
    style: {gap: "  "}
  - table: {columns: [a], rows: [{title: x, fields: {a: b}}]}
"""
PIECES = st.sampled_from([*"\n\r\t :-?[]{}#&*!|>'\"%@`,x0\x85\u2028\ufeff\x00", "---", "...", "  "])


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(SEED)), st.integers(0, 9), PIECES), min_size=1, max_size=6
    )
)
def test_no_mutation_ends_in_a_traceback(
    write: Callable[..., Path], changes: list[tuple[int, int, str]]
) -> None:
    text = SEED
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    with suppress(CuratorError):
        load(write(text, {"b.yaml": "title: x"}), TODAY)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.one_of(PIECES.map(lambda piece: piece[0]), st.characters())))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    composed = compose(FileText.of("a.yaml", text))
    for problem in composed.problems:
        assert problem.line >= 1
        assert problem.column >= 1
