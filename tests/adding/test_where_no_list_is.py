"""Entries that are no items of a Markdown list: HTML, quotations, paragraphs, lines with breaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator import adding
from curator.errors import CuratorError
from curator.markdown import links_in
from curator.sources import open_source
from markdown.github_parser import github_links

TODAY: Final = date(2026, 11, 23)
URL: Final = "https://new.example/x?a=1&b=2"


def added(folder: Path, section: str, title: str = "Kestrel", note: str = "Rings a bell.") -> str:
    """The list with the section and one more entry."""
    path = folder / "list.md"
    text = f"# L\n\n[Top](https://top.example)\n\n## S\n\n{section}\n\n## After\n\n- [Z](https://z.example)\n"
    path.write_bytes(text.encode())
    wish = adding.Wish(section="S", title=title, note=note)
    (change,) = adding.add(open_source(path, TODAY), adding.Seen(url=URL), wish, TODAY)
    assert github_links(change.after).count(URL) == 1
    before, _, after = change.after.partition("\n## After")
    return before.partition("## S\n\n")[2].rstrip("\n") if after else ""


@pytest.mark.parametrize(
    ("section", "line"),
    [
        (
            '<ul>\n  <li><a href="https://a.example">A</a> - One.</li>\n</ul>',
            f'  <li><a href="{URL.replace("&", "&amp;")}">Kestrel</a> - Rings a bell.</li>\n</ul>',
        ),
        (
            '<ol>\n<li><b><a href="https://a.example" target="_blank">A</a></b>: One</li>\n</ol>',
            f'<li><b><a href="{URL.replace("&", "&amp;")}" target="_blank">Kestrel</a></b>:'
            " Rings a bell.</li>\n</ol>",
        ),
        (
            "> - [A](https://a.example) - One\n> - [B](https://b.example) - Two",
            f"> - [Kestrel]({URL}) - Rings a bell.",
        ),
        (
            "**[A](https://a.example)** — One.<br>\n**[B](https://b.example)** — Two.<br>",
            f"**[Kestrel]({URL})** — Rings a bell.<br>",
        ),
        (
            "[A](https://a.example): One.  \n[B](https://b.example): Two.  ",
            f"[Kestrel]({URL}): Rings a bell.  ",
        ),
        (
            "[A](https://a.example)：一。\n\n[B](https://b.example)：二。",
            f"\n[Kestrel]({URL})：Rings a bell.",
        ),
    ],
)  # fmt: skip
def test_the_new_line_is_as_the_others(tmp_path: Path, section: str, line: str) -> None:
    seen = added(tmp_path, section)
    closing = section.rpartition("\n")[2] if section.startswith("<") else ""
    assert seen == section.removesuffix(closing) + ("" if closing else "\n") + line


def test_it_keeps_the_order_of_titles(tmp_path: Path) -> None:
    names = ("Adder", "Boar", "Crane", "Dove", "Lark", "Mole", "Newt")
    lines = [f'<li><a href="https://{name}.example">{name}</a></li>' for name in names]
    seen = added(tmp_path, "\n".join(["<ul>", *lines, "</ul>"]), note="").splitlines()
    assert "Kestrel" in seen[1 + names.index("Lark")]
    seen = added(tmp_path, "\n".join(["<ul>", *lines, "</ul>"]), title="Aal").splitlines()
    assert "Aal" in seen[1]


def test_html_shows_what_is_said(tmp_path: Path) -> None:
    section = '<ul>\n<li><a href="https://a.example">A</a> - One.</li>\n</ul>'
    seen = added(tmp_path, section, title="a\\_b <c> & d", note="5 < 6")
    assert ">a_b &lt;c&gt; &amp; d</a> - 5 &lt; 6</li>" in seen
    with pytest.raises(CuratorError, match="in which Markdown is not read"):
        added(tmp_path, section, note="See [this](https://x.example)")


@pytest.mark.parametrize(
    "section",
    [
        '<table>\n<tr><td><a href="https://a.example">A</a></td><td>One</td></tr>\n</table>',
        '<ul>\n<li>\n<a href="https://a.example">A</a>\n</li>\n</ul>',
        '<dl><dt><a href="https://a.example">A</a></dt><dd>One</dd></dl>',
    ],
)
def test_html_of_another_form_is_left_to_a_person(tmp_path: Path, section: str) -> None:
    with pytest.raises(CuratorError, match="the section is HTML"):
        added(tmp_path, section)


@pytest.mark.parametrize(
    "prose",
    [
        "Some words.",
        "[A](https://a.example) is a tool, and this is a sentence about it.",
        "Some words.\n\nMore of them.\n\n[A](https://a.example) is a tool.\n\nAnd so on.",
        "See [A](https://a.example).\n\nSee [B](https://b.example).",
        '<p align="center"><a href="https://a.example"><img src="a.svg"></a></p>',
    ],
)
def test_prose_gets_a_list_of_its_own(tmp_path: Path, prose: str) -> None:
    assert added(tmp_path, prose) == f"{prose}\n\n- [Kestrel]({URL}) - Rings a bell."


BELOW: Final = "- [A](https://a.example)\n{0}\n- [B](https://b.example)\n{1}"


def test_a_note_stands_below_where_the_others_do(tmp_path: Path) -> None:
    items = BELOW.format("  - One.", "  - Two.")
    assert added(tmp_path, items) == f"{items}\n- [Kestrel]({URL})\n  - Rings a bell."
    paragraphs = BELOW.format("\n  One.\n", "\n  Two.\n").rstrip()
    assert added(tmp_path, paragraphs) == f"{paragraphs}\n\n- [Kestrel]({URL})\n\n  Rings a bell."


PIECES = st.sampled_from(
    [
        "<ul>", "</ul>", '<li><a href="https://a.example">A</a> - One.</li>', "<table>", "",
        "> - [Q](https://q.example) - One.", "> - [R](https://r.example)", "> words",
        "[P](https://p.example): One.", "[O](https://o.example): Two.<br>", "words", "***",
        "**[N](https://n.example)** — One.", "```", "<!--", "-->", "| a |\n|---|\n", "    code",
    ]
)  # fmt: skip


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(PIECES, max_size=9), st.sampled_from(["\n", "\r\n"]))
def test_only_lines_are_added(tmp_path: Path, pieces: list[str], newline: str) -> None:
    text = "\n".join(["# L", "", "## S", "", *pieces, "", "## T", ""]).replace("\n", newline)
    path = tmp_path / "list.md"
    path.write_bytes(text.encode())
    wish = adding.Wish(section="S", title="Kestrel", note="Rings.")
    try:
        (change,) = adding.add(open_source(path, TODAY), adding.Seen(url=URL), wish, TODAY)
    except CuratorError:
        return
    old, new = text.split(newline), change.after.split(newline)
    more = len(new) - len(old)
    assert any(new[:at] + new[at + more :] == old for at in range(len(old) + 1))
    left = [url for _, url in links_in(change.after)]
    left.remove(URL)
    assert left == [url for _, url in links_in(text)]
    assert [url for url in github_links(change.after) if url != URL] == github_links(text)
