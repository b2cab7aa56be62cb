"""A list goes in and comes out the same; GitHub's parser is the judge."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.catalogue import Entry
from curator.markdown import coverage, links_in, read, write
from markdown.github_parser import github_links, reader_sees

LISTS = sorted((Path(__file__).parent / "lists").glob("*.md"))


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_list_comes_out_as_it_went_in(path: Path, newline: str, bom: str) -> None:
    text = bom + text_of(path).replace("\n", newline)
    written = write(read(text, path.name))
    assert reader_sees(written) == reader_sees(text)
    assert github_links(written) == github_links(text)
    assert written.startswith("\ufeff") == bool(bom)
    assert ("\r\n" in written) == (newline == "\r\n")
    assert written.count("\n") == written.count(newline)
    assert written.endswith(newline) == text.endswith(newline)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_written_once_a_list_never_changes_again(path: Path) -> None:
    written = write(read(text_of(path), path.name))
    assert write(read(written, path.name)) == written


VERBATIM = {"messy": 4, "apis": 2, "bookmarks": 1, "details": 1}
"""How many places of a list resist structure; none in the others."""


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_how_much_becomes_data(path: Path) -> None:
    text = text_of(path)
    found = coverage(text, read(text, path.name))
    assert found.links_found == found.links_seen
    assert len(found.verbatim) == VERBATIM.get(path.stem, 0), found.verbatim


def test_line_ends_of_both_kinds_become_those_that_most_lines_have() -> None:
    text = (
        "# T\r\n\r\n## A\n\n- [a](https://a.example) - a\r\n- [b](https://b.example)\n"
        "\t- [c](https://c.example)\r\n\r\n* [d](https://d.example): d   \r\n\r\n\r\nText\r\n"
        "### C ###\r\n-   [f](https://f.example)"
    )
    written = write(read(text, "list.md"))
    assert reader_sees(written) == reader_sees(text)
    assert written.count("\n") == written.count("\r\n") > 5
    assert not written.endswith("\n")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_link_is_held_once_and_points_at_its_url(path: Path) -> None:
    text = text_of(path)
    catalogue = read(text, path.name)
    held = [link for placed in catalogue.walk() for link in placed.links]
    assert sorted(link.url for link in held) == sorted(url for _, url in links_in(text))
    lines = text.split("\n")
    for link in held:
        assert link.location.path == path.name
        rest = lines[link.location.line - 1][link.location.column - 1 :]
        assert rest.removeprefix("http://").startswith(
            link.url.split("(")[0][:18].removeprefix("http://")
        ), link


TITLES = [
    "[a](https://a.example)",
    "**[b](https://b.example)**",
    "<https://c.example>",
    "标题",
    "`code`",
    "https://d.example/x",
    "[e][r]",
    "[f](./f.md)",
    "**bold**",
    "[g \\] h](https://g.example)",
]
JOINS = [" - ", "：", ": ", " — ", "", " ", "\n", ", ", " -- ", "  \n", "  "]
NOTES = [
    "note",
    "说明。",
    "see [x](https://x.example)",
    "a - b: c",
    "多行\n第二行",
    "(paren)",
    "`a  b`",
    "end。[![s][r]](https://s.example)",
    "end - [下一个](https://n.example)",
    "end [![s](https://s.example/s.svg) ![t](t.svg)](https://s.example)",
]
MARKS = ["", "", "", "【必看】", " 【必看】", " ⭐", " :star:"]
BELOW = [
    "视频： https://v.example",
    "PPT：https://p.example",
    "Code: [repo](https://r.example)",
    "plain",
    "地址：https://a.example\n![](https://i.example/i.svg)",
    "Video: https://a.example (old)",
    "[Slides](https://s.example)",
    "with [link](https://l.example) inside",
    "**Bold**: x",
]
BREAKS = [
    "## A",
    "### B",
    "# C",
    "text [x](https://t.example)",
    "<details>\n<summary>x</summary>",
    "</details>",
    "> quote",
    "---",
    "更新时间：2024-10-18",
    "Sub\n---",
    "[r]: https://ref.example",
]
BREAKS += [
    "- [A](#a)\n- [B](#b)\n- [A](#a-1)\n  - [C](#c)",
    "{contents}",
    "[top](#t)",
    "\n\n".join(f"> **[q](https://q.example/{n})** - quoted\n> twice" for n in range(5)),
    "[p](https://p.example) begins it.",
    "[**p**](https://p.example/x) (PDF)",
    '<p>\n&nbsp; <a href="https://h.example"><b>h</b></a> - one<br>\n' * 3
    + "&nbsp; <a href='https://i.example'>i</a> - two<br>\n" * 3
    + "</p>",
    '<details><summary><a href="https://s.example">s</a></summary>',
]
BREAKS += ["| A | B |\n|---|:-:|\n| [x](https://x.example) | y |"]


@st.composite
def items(draw: st.DrawFn, depth: int = 0, prefix: str = "") -> str:
    bullet = draw(st.sampled_from(["- ", "* ", "+ ", "1. ", "1) ", "-   ", "- [ ] "]))
    lines = []
    for _ in range(draw(st.integers(1, 3))):
        text = draw(st.sampled_from(TITLES)) + draw(st.sampled_from(MARKS))
        if draw(st.booleans()):
            text += draw(st.sampled_from(JOINS)) + draw(st.sampled_from(NOTES))
            text += draw(st.sampled_from(MARKS))
        if depth and draw(st.booleans()):
            text = draw(st.sampled_from(BELOW))
        inner = prefix + " " * (4 if "  " in bullet else 3 if bullet[0] == "1" else 2)
        lines.append(prefix + bullet + text.replace("\n", f"\n{inner}"))
        if depth < 2 and draw(st.integers(0, 2)) == 0:
            lines.append(draw(items(depth + 1, inner)))
    return "\n".join(lines)


@st.composite
def lists(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.one_of(items(), st.sampled_from(BREAKS)), max_size=6))
    gaps = st.sampled_from(["\n\n", "\n\n", "\n\n\n"])
    return "# T\n\n" + "".join(part + draw(gaps) for part in parts)


@settings(max_examples=120, deadline=None)
@given(lists())
def test_made_up_lists_come_out_as_they_went_in(text: str) -> None:
    catalogue = read(text, "list.md")
    written = write(catalogue)
    assert reader_sees(written) == reader_sees(text)
    assert write(read(written, "list.md")) == written
    found = coverage(text, catalogue)
    assert found.links_found == found.links_seen


def test_a_mark_after_a_reference_is_one_as_after_any_link() -> None:
    text = "- [a][r]【必看】 - note\n- [b](https://b.example)【必看】 - note\n\n[r]: https://a.example\n"
    first, second = (placed.holder for placed in read(text, "list.md").walk())
    assert isinstance(first, Entry)
    assert isinstance(second, Entry)
    assert first.marks == second.marks == ("must-read",)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_and_written(text: str) -> None:
    written = write(read(text, "list.md"))
    assert write(read(written, "list.md")) == written


@pytest.mark.parametrize("numbers", ["1211", "1123", "1111", "3333", "1234", "2112"])
def test_numbers_that_go_up_and_stay_by_turns_are_settled_once(numbers: str) -> None:
    text = "# T\n\n" + "".join(f"{n}. [{i}](https://{i}.example)\n" for i, n in enumerate(numbers))
    written = write(read(text, "list.md"))
    assert write(read(written, "list.md")) == written
    assert reader_sees(written) == reader_sees(text)
