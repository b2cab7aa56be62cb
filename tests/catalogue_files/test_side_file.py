"""What stands beside a Markdown list, read and written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curator import markdown
from curator.catalogue import Kind, Waiver
from curator.catalogue_files import load_side_file, merge, side_file_of, with_side_entry
from curator.catalogue_files.side_merge import Merged
from curator.errors import CuratorError

LIST = """\
# List

See [prose](https://prose.example/x).

## Things

- [A](https://a.example/x) - Good, see [more](https://more.example/).
  - Paper: https://paper.example/p
- [B](https://b.example/#part)
"""


def merged(folder: Path, side: str) -> Merged:
    path = folder / "README.md"
    path.write_text(LIST, encoding="utf-8")
    side_file_of(path).write_text(side, encoding="utf-8")
    return merge(markdown.read(LIST, "README.md"), load_side_file(path))


def entry(found: Merged, title: str):
    return next(
        placed.entry
        for placed in found.catalogue.entries()
        if placed.entry and placed.entry.title == title
    )


def test_entries_say_what_the_side_file_says_of_them(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        """
entries:
  - url: http://www.a.example/x/
    kind: docs
    language: en
    added: 2024-01-02
    reviewed: 2024-10-18
    review_every: 1 year
    waivers:
      - {rule: stale, because: a lecture, until: 2027-12-31}
  - url: https://paper.example/p
    kind: paper
    waivers: [{rule: dead-link, because: opens for me}]
""",
    )
    a = entry(found, "A")
    assert found.problems == ()
    assert (a.kind, a.language, a.added) == (Kind.DOCS, "en", date(2024, 1, 2))
    assert (a.reviewed, a.review_every) == (date(2024, 10, 18), 365)
    assert a.waivers == (
        Waiver(rule="stale", because="a lecture", until=date(2027, 12, 31)),
        Waiver(rule="dead-link", because="opens for me"),
    )
    assert [resource.kind for resource in a.resources] == [Kind.PAPER]
    assert entry(found, "B").waivers == ()


def test_a_link_in_a_note_or_in_prose_can_be_waived(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        """
entries:
  - url: https://more.example/
    kind: docs
    waivers: [{rule: dead-link, because: opens for me}]
  - url: https://prose.example/x
    waivers: [{rule: moved-link, because: the old name is known}]
""",
    )
    a = entry(found, "A")
    assert [waiver.rule for waiver in a.waivers] == ["dead-link"]
    assert a.kind is None
    waived = found.catalogue.link_waivers
    assert {url: waivers[0].rule for url, waivers in waived.items()} == {
        "https://prose.example/x": "moved-link"
    }


A, B = "entries:\n  - url: https://a.example/x\n", "entries:\n  - url: https://b.example/\n"


@pytest.mark.parametrize(
    ("side", "says"),
    [
        (A.replace("example", "exmaple"), "2:10: warning: README.md has no such link: did you"),
        (A.replace("example", "exmaple"), "did you mean https://a.example/x?"),
        (B, "2:10: warning: README.md has no such link: did you mean https://b.example/#part?"),
        (A.replace("a.", "another-place."), "correct the URL, or take the entry out"),
        (A + "    retired: {on: 2026-01-01, because: x}\n", "and still listed at README.md:7:7"),
        (A + "  - url: http://a.example/x/\n", "3:10: error: the URL is already named on line 2"),
        ("entires: []\n", "1:1: error: unknown key 'entires': did you mean 'entries'?"),
        (A + "    reviewd: 2024-01-01\n", "3:5: error: unknown key 'reviewd': did you mean"),
        (A + "    waivers: [{rule: stael, because: x}]\n", "did you mean 'stale'?"),
        ("entries:\n  - kind: docs\n", "2:5: error: item 1 of 'entries' has no 'url': add it"),
        (A + "    added: 2024-02-31\n", "3:12: error: 'added' is no day of the calendar"),
        ("entries: [\n", "not valid YAML"),
        ("- a\n", "must be a mapping"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(tmp_path: Path, side: str, says: str) -> None:
    told = [
        str(problem).replace(f"{tmp_path.as_posix()}/", "")
        for problem in merged(tmp_path, side).problems
    ]
    assert any(says in one and one.startswith("README.curator.yaml:") for one in told), told


@pytest.mark.parametrize("side", ["", "# nothing yet\n", "entries: []\n"])
def test_nothing_said_is_nothing_wrong(tmp_path: Path, side: str) -> None:
    assert merged(tmp_path, side).problems == ()


ENTRY = {"url": "https://a.example/x", "kind": "docs", "markdown": "- [A](https://a.example/x)\n"}
WRITTEN = """\
  - url: https://a.example/x
    kind: docs
    markdown: |
      - [A](https://a.example/x)
"""
AT_THE_EDGE = WRITTEN.replace("\n  ", "\n")[2:]
OTHER = "  - url: https://c.example/\n"
OLD = "entries:\n  - url: http://a.example/x  # old\n    reviewed: 2024-01-01 # by me\n"
MORE = "    kind: docs\n    markdown: |\n      - [A](https://a.example/x)\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{B}    # mine\n", f"{B}{WRITTEN}    # mine\n"),
        (B.replace("/\n", "/  # mine\n"), B.replace("/\n", "/  # mine\n") + WRITTEN),
        (f"{B.replace('  -', '-')}# end\n", f"{B.replace('  -', '-')}{AT_THE_EDGE}# end\n"),
        ("entries: []  # none\n", f"entries:  # none\n{WRITTEN}"),
        ("# ours\nentries:\n", f"# ours\nentries:\n{WRITTEN}"),
        ("# ours\n", f"# ours\nentries:\n{WRITTEN}"),
        (f"{OLD}\n{OTHER}", f"{OLD}{MORE}\n{OTHER}"),
        (f"{B}\n{OTHER}", f"{B}\n{OTHER}\n{WRITTEN}"),
        ("entries: [{url: https://b.example/}]\n", ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_writing_adds_lines_and_keeps_the_others(
    before: str, after: str, end: str, bom: str
) -> None:
    text = bom + before.replace("\n", end)
    written = with_side_entry(text, "README.curator.yaml", "README.md", ENTRY)
    if after:
        assert written == bom + after.replace("\n", end)
    else:
        assert "}, {url: https://a.example/x, kind: docs" in written


def test_a_new_file_says_what_it_is() -> None:
    written = with_side_entry(None, "x.curator.yaml", "docs/x.md", ENTRY)
    assert written.startswith("# What is known of x.md")
    assert written.endswith(f"entries:\n{WRITTEN}")


def test_an_invalid_file_is_left_alone() -> None:
    with pytest.raises(CuratorError, match="can't be changed"):
        with_side_entry("entries: [", "x.curator.yaml", "x.md", ENTRY)


def test_the_example_of_the_documentation_is_valid(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "side-file.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    (tmp_path / "x.curator.yaml").write_text(example, encoding="utf-8")
    side = load_side_file(tmp_path / "x.md")
    assert side.problems == ()
    assert [one.retired is not None for one in side.entries] == [False, True]
