"""What becomes of one item: every shape that real lists have, as data and back."""

from __future__ import annotations

import pytest

from curator.catalogue import Block, Catalogue, Entry, Resource
from curator.markdown import read, write
from markdown.github_parser import reader_sees

MUST_READ = "- [x](https://x.example)【必看】\n- [y](https://y.example)【必看】\n"
"""So that the label is met often enough to be a mark."""


def items_of(text: str) -> tuple[Entry | Block, ...]:
    found = read(text, "list.md").items
    assert all(isinstance(item, Entry | Block) for item in found)
    return found  # type: ignore[return-value]  # asserted


def entry_of(text: str) -> Entry:
    """The last entry of a list, which has come back as it went in."""
    catalogue = read(text, "list.md")
    assert reader_sees(write(catalogue)) == reader_sees(text)
    item = catalogue.items[-1]
    assert isinstance(item, Entry), item
    return item


@pytest.mark.parametrize(
    ("item", "title", "url", "note"),
    [
        ("- [a](https://a.example)", "a", "https://a.example", ""),
        ("- [a](https://a.example) - b", "a", "https://a.example", "b"),
        ("* [a](https://a.example)：b。", "a", "https://a.example", "b。"),
        ("+ [a](https://a.example): b", "a", "https://a.example", "b"),
        ("- [a](https://a.example) — b - c", "a", "https://a.example", "b - c"),
        ("- [a](https://a.example) b", "a", "https://a.example", "b"),
        ("- [a](https://a.example)b", "a", "https://a.example", "b"),
        ("- [a](https://a.example), b", "a", "https://a.example", "b"),
        ("- [a](https://a.example) (PDF)", "a", "https://a.example", "(PDF)"),
        ("- [a](https://a.example) -", "a", "https://a.example", "-"),
        ("- [a](https://a.example)\n  b\n  c", "a", "https://a.example", "b\nc"),
        ("- [a](https://a.example) - b\nlazy", "a", "https://a.example", "b\nlazy"),
        ("- [a]( https://a.example ) ：b", "a", "https://a.example", "b"),
        ("- [a](<https://a.example/x y>) - b", "a", "https://a.example/x y", "b"),
        ("- [a](https://a.example/\\(x) - b", "a", "https://a.example/(x", "b"),
        ("- [a](https://a.example/?x&amp;y) - b", "a", "https://a.example/?x&y", "b"),
        ("- [a \\] `]` b](https://a.example) - c", "a \\] `]` b", "https://a.example", "c"),
        ("- **[a](https://a.example)** - b", "a", "https://a.example", "b"),
        ("- ~~[a](https://a.example)~~ - b", "a", "https://a.example", "b"),
        ("- [**a**](https://a.example) - b", "**a**", "https://a.example", "b"),
        ("- [a][r] - b\n\n[r]: https://a.example", "a", "https://a.example", "b"),
        ("- <https://a.example/> - b", "https://a.example/", "https://a.example/", "b"),
        ("- https://a.example/x，b", "https://a.example/x", "https://a.example/x", "b"),
        ("- a：https://a.example", "a", "https://a.example", ""),
        ("- a: <https://a.example> - b", "a", "https://a.example", "b"),
        ("- a: see [b](https://b.example)", "a", None, "see [b](https://b.example)"),
        ("- **a** see [b](https://b.example)", "a", None, "see [b](https://b.example)"),
        ("- a (see [b](https://b.example))", "a", None, "(see [b](https://b.example))"),
        ("- [a](./a.md) - [b](https://b.example) b", "[a](./a.md)", None,
         "[b](https://b.example) b"),
        ("- <a href=\"https://a.example/?x&amp;y\">a</a> - b", "a", "https://a.example/?x&y", "b"),
        ("- <b><a href=\"https://a.example\" target=\"_blank\">a</a></b>: b", "a",
         "https://a.example", "b"),
        ("- ~~[a](https://a.example) - b~~", "a", "https://a.example", "b"),
        ("- #### [a](https://a.example) - b", "a", "https://a.example", "b"),
        ("- www.a.example/x - b", "www.a.example/x", "http://www.a.example/x", "b"),
        ("- a https://a.example - b", "a", "https://a.example", "b"),
        ("- a：b\n  - [c](https://c.example)", "a", None, "b"),
        ("- a：\n  - [c](https://c.example)", "a", None, ""),
        ("- [x] [a](https://a.example) - b", "a", "https://a.example", "b"),
        ("- [![i](https://i.example)](https://a.example)", "![i](https://i.example)",
         "https://a.example", ""),
    ],
)  # fmt: skip
def test_title_url_and_note(item: str, title: str, url: str | None, note: str) -> None:
    entry = next(one for one in items_of(item) if isinstance(one, Entry))
    assert (entry.title, entry.url, entry.note) == (title, url, note)
    assert reader_sees(write(read(item, "list.md"))) == reader_sees(item)


@pytest.mark.parametrize(
    ("item", "lead", "title"),
    [
        ("- 2017 [a](https://a.example)", "2017", "a"),
        ("- (2017-06) **[a](https://a.example)** - b", "(2017-06)", "a"),
        ("- _See also_ [a](https://a.example)", "_See also_", "a"),
        ("- 【视频】[a](https://a.example)", "【视频】", "a"),
        ("- \u200f[a](https://a.example) - b", "\u200f", "a"),
        ("- :gear: <kbd>new</kbd> [a](https://a.example)", ":gear: <kbd>new</kbd>", "a"),
        ("- ![icon](i.png) [a](https://a.example) - b", "![icon](i.png)", "a"),
        ("- **C++**: [a](https://a.example)", "**C++**:", "a"),
        ("- 官网：[某站](https://a.example)", "官网：", "某站"),
        ("- [2024/01] **A: b** see [c](https://c.example)", "[2024/01]", "A: b"),
    ],
)
def test_what_stands_before_the_title(item: str, lead: str, title: str) -> None:
    entry = entry_of(item)
    assert (entry.lead, entry.title) == (lead, title)


@pytest.mark.parametrize(
    "item",
    [
        "- A sentence that ends. [a](https://a.example)",
        "- Look here。And [c](https://c.example)",
        "- > [a](https://a.example)",
        "- - [a](https://a.example)",
        "- [a](https://a.example)\n  =",
    ],
)
def test_what_resists_stays_as_it_is(item: str) -> None:
    text = f"{item}\n\nend\n"
    catalogue = read(text, "list.md")
    assert any(isinstance(one, Block) and one.entries for one in catalogue.items)
    assert write(catalogue) == text


@pytest.mark.parametrize(
    ("item", "note", "style"),
    [
        ("[a](https://a.example)【必看】", "", {}),
        ("[a](https://a.example) 【必看】", "", {"mark_gap": " "}),
        ("[a](https://a.example) - b【必看】", "b", {}),
        ("[a](https://a.example) - b 【必看】", "b", {"mark_gap": " "}),
        ("[a](https://a.example)【必看】 - b", "b", {"mark_place": "title"}),
        ("【必看】[a](https://a.example) - b", "b", {"mark_place": "start"}),
        ("a - b【必看】", "b", {}),
    ],
)
def test_marks_stand_at_many_places(item: str, note: str, style: dict[str, str]) -> None:
    entry = entry_of(f"{MUST_READ}{MUST_READ}- {item}\n")
    assert entry.marks == ("must-read",)
    assert entry.note == note
    assert {name: entry.style[name] for name in style} == style


@pytest.mark.parametrize(
    ("label", "mark"),
    [("⭐", "star"), (":star:", "star"), ("🔥", "hot"), ("【推荐】", "recommended"),
     ("🌵", "cactus"), (":heavy_check_mark:", "heavy-check-mark"), ("【自研】", "自研")],
)  # fmt: skip
def test_labels_get_readable_ids(label: str, mark: str) -> None:
    text = f"- [a](https://a.example) {label}\n- [b](https://b.example) - c {label}\n"
    catalogue = read(text, "list.md")
    assert dict(catalogue.marks) == {mark: label}
    assert write(catalogue) == text


def test_several_marks_and_marks_met_once() -> None:
    marked = {"a": "⭐ 🔥", "b": "🔥", "c": "⭐", "d": "🌵"}
    text = "".join(f"- [{n}](https://{n}.example) {mark}\n" for n, mark in marked.items())
    last = entry_of(text)
    assert (last.marks, last.note) == ((), "🌵")
    assert read(text, "list.md").items[0].marks == ("star", "hot")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("child", "label", "url", "title"),
    [
        ("视频： https://v.example", "视频", "https://v.example", None),
        ("PPT：https://v.example/x.pdf", "PPT", "https://v.example/x.pdf", None),
        ("Paper: <https://v.example>", "Paper", "https://v.example", None),
        ("Code: [repo](https://v.example)", "Code", "https://v.example", "repo"),
        ("**Code**: https://v.example", "**Code**", "https://v.example", None),
        ("[Slides](https://v.example)", "Slides", "https://v.example", None),
        ("[中英双语字幕](https://v.example)", "中英双语字幕", "https://v.example", None),
    ],
)
def test_sub_links_are_resources(child: str, label: str, url: str, title: str | None) -> None:
    entry = entry_of(f"- [a](https://a.example)\n  - {child}\n")
    (resource,) = entry.resources
    assert (resource.label, resource.url, resource.title) == (label, url, title)


@pytest.mark.parametrize(
    ("line", "note", "labels", "place"),
    [
        ("[a](https://a.example) - b ([Demo](https://d.example), [Code](https://c.example))",
         "b", ["Demo", "Code"], "end"),
        ("[a](https://a.example) - b. [[pdf](https://d.example)] [[code](https://c.example)]",
         "b.", ["pdf", "code"], "end"),
        ("[a](https://a.example) [[crate](https://c.example)] - b", "b", ["crate"], "title"),
        ("[a](https://a.example), [x](https://x.example) - b", "b", ["x"], "title"),
        ("[a](https://a.example)：b。（[官网](https://o.example)、[文档](https://d.example)）",
         "b。", ["官网", "文档"], "end"),
        ("[a](https://a.example) | b | [paper](https://p.example) | [code](https://c.example)",
         "b", ["paper", "code"], "end"),
        ("A Study: Of Things, 2020. [[Paper]](https://p.example)", "", ["[Paper]"], "end"),
        ("《甲》：[PDF](https://p.example)，[豆瓣](https://d.example)", "", ["PDF", "豆瓣"], "end"),
        ("[a](https://a.example) - b [![ci](https://i.example/x.svg)](https://ci.example)",
         "b", ["![ci](https://i.example/x.svg)"], None),
    ],
)  # fmt: skip
def test_resources_on_the_entrys_own_line(
    line: str, note: str, labels: list[str], place: str | None
) -> None:
    entry = entry_of(f"- {line}\n- [y](https://y.example) - z\n- {line}\n")
    assert entry.note == note
    assert [resource.label for resource in entry.resources] == labels
    text = f"- {line}\n"
    assert write(read(text, "list.md")) == text
    if place:
        alone = read(text, "list.md").items[0]
        assert isinstance(alone, Entry)
        assert (
            alone.style.get("resource_place", read(text, "").style.get("resource_place")) == place
        )


@pytest.mark.parametrize(
    "note",
    [
        "See [b](https://b.example)",
        "A port of [b](https://b.example).",
        "For [b](https://b.example) and [c](https://c.example)",
        "Talks (a list of [b](https://b.example))",
    ],
)
def test_links_of_a_sentence_stay_in_the_note(note: str) -> None:
    entry = entry_of(f"- [a](https://a.example) - {note}\n")
    assert (entry.note, entry.resources) == (note, ())


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("[a](https://a.example) - b. `MIT` `Go`", ("mit", "go")),
        ("[a](https://a.example) - b ([Code](https://c.example)) `MIT`", ("mit",)),
        ("[a](https://a.example) - Uses `Go`", ()),
        ("[a](https://a.example) - b. ![Free][f]", ("free",)),
        ("[a](https://a.example) ![Free][f] - b.", ("free",)),
        ("[a](https://a.example) - b. ![Free][f] [![App](i.png)](https://app.example)", ("free",)),
        ("[a](https://a.example) - b. **Old**", ("old",)),
        ("[a](https://a.example) - b ★★★", ("stars-3",)),
    ],
)
def test_tags_and_pictures_are_marks_where_no_sentence_runs_into_them(
    line: str, marks: tuple[str, ...]
) -> None:
    more = "- [x](https://x.example). `MIT` `Go` ![Free][f] **Old** ★★★\n"
    text = f"{more}{more}- {line}\n\n[f]: https://f.example/f.png\n"
    assert reader_sees(write(read(text, "list.md"))) == reader_sees(text)
    entry = [one for one in items_of(text) if isinstance(one, Entry)][-1]
    assert entry.marks == marks


@pytest.mark.parametrize(
    "child",
    [
        "[A title of its own](https://v.example)",
        "[a](https://v.example) - with a note",
        "**Bold title**: text",
        "[ ] a task",
        "label: https://v.example (with more)",
    ],
)
def test_things_of_their_own_are_nested_entries(child: str) -> None:
    entry = entry_of(f"- [a](https://a.example)\n  - [b](https://b.example) - b\n  - {child}\n")
    assert len(entry.items) == 2
    assert isinstance(entry.items[1], Entry)


def test_a_title_without_link_has_notes_resources_and_entries() -> None:
    text = (
        "- Talks: All of them.\n"
        "\t- First note.\n"
        "\t- Second, with [a link](https://n.example).\n"
        "\t- Video: https://v.example\n"
        "\t- Slides: https://s.example\n"
        "\t- [Nested](https://e.example)\n"
        "\t\t- Deep note.\n"
    )
    entry = entry_of(text)
    assert entry.note == (
        "All of them.",
        "First note.",
        "Second, with [a link](https://n.example).",
    )
    assert [resource.label for resource in entry.resources] == ["Video", "Slides"]
    (nested,) = entry.items
    assert isinstance(nested, Entry)
    assert nested.note == ("Deep note.",)
    assert [link.url for link in entry.links] == [
        "https://n.example", "https://v.example", "https://s.example"
    ]  # fmt: skip
    assert write(read(text, "list.md")) == text


def test_resources_above_notes() -> None:
    text = "- [a](https://a.example)\n  - Video: https://v.example\n  - A note.\n"
    entry = entry_of(text)
    assert entry.note == ("A note.",)
    assert entry.resources == (Resource(label="Video", url="https://v.example"),)
    assert entry.style == {"resources_first": True}


def test_paragraphs_and_code_of_an_item_are_kept() -> None:
    text = (
        "- [a](https://a.example) - b\n\n"
        "  More [c](https://c.example).\n\n"
        "  ```\n  code\n  ```\n\n"
        "- [d](https://d.example)\n"
    )
    catalogue = read(text, "list.md")
    first = catalogue.items[0]
    assert isinstance(first, Entry)
    blocks = [item for item in first.items if isinstance(item, Block)]
    assert [block.markdown for block in blocks] == [
        "More [c](https://c.example).", "```\ncode\n```"
    ]  # fmt: skip
    assert blocks[0].links[0].location.line == 3
    assert write(catalogue) == text


def test_code_below_an_item_keeps_its_tabs_and_so_what_github_makes_of_them() -> None:
    text = "- [a](https://a.example):\n\n\t```\n\tcode\n\t```\n- [b](https://b.example) - c\n"
    entry = read(text, "list.md").items[0]
    assert isinstance(entry, Entry)
    assert [item.markdown for item in entry.items if isinstance(item, Block)] == ["```\ncode\n```"]
    assert write(read(text, "list.md")) == text


def test_lists_that_lead_nowhere_are_prose() -> None:
    text = "# T\n\n- [one](#one)\n- two\n\n## one\n\n- [a](https://a.example)\n"
    catalogue = read(text, "list.md")
    assert catalogue.intro == "- [one](#one)\n- two"
    assert len(catalogue.sections) == 1


def titles(catalogue: Catalogue) -> list[str]:
    return [placed.name for placed in catalogue.entries()]


def test_style_is_said_once_where_it_holds() -> None:
    chinese = "".join(f"- [{n}](https://{n}.example)：注\n" for n in "abcd")
    dashes = "".join(f"- [{n}](https://{n}.example) - n\n" for n in "ef")
    text = f"# T\n\n## A\n\n{chinese}\n## B\n\n{dashes}\n## C\n\n- [g](https://g.example): h\n"
    catalogue = read(text, "list.md")
    assert catalogue.style == {"separator": "："}
    assert [section.style for section in catalogue.sections] == [{}, {"separator": " - "}, {}]
    styles = [placed.entry.style for placed in catalogue.entries() if placed.entry]
    assert styles == [{}] * 6 + [{"separator": ": "}]
    assert titles(catalogue) == list("abcdefg")
    assert write(catalogue) == text


@pytest.mark.parametrize("label", ["🚀", "【新】", "`a` ", "**a** ", "![p](q) "])
def test_what_never_ends_is_no_row_of_marks(label: str) -> None:
    items = "".join(f"- [{n}](https://{n}.example) - Words. {label * 60}\n" for n in "abc")
    catalogue = read(f"# L\n\n{items}", "l.md")
    assert catalogue.marks == {}
    assert write(catalogue).count(label.strip()) == 180


def test_an_item_longer_than_any_entry_stays_as_it_is() -> None:
    long = "- [a](https://a.example) - " + "words " * 4_000
    catalogue = read(f"# L\n\n{long}\n- [b](https://b.example) - Words.\n", "l.md")
    first, second = catalogue.items
    assert isinstance(first, Block)
    assert [link.url for link in first.links] == ["https://a.example"]
    assert isinstance(second, Entry)
