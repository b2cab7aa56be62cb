"""Habits that whole lists have: settings where they hold, and fields, not text, in the entries."""

from __future__ import annotations

import pytest

from curator.catalogue import Catalogue, Entry, Resource
from curator.markdown import coverage, read, write
from markdown.github_parser import reader_sees


def entries_of(text: str) -> list[Entry]:
    """The entries of a list, which has come back byte for byte, nested ones included."""
    catalogue = read(text, "list.md")
    assert write(catalogue) == text
    return [placed.entry for placed in catalogue.entries() if placed.entry]


def list_of(*items: str) -> str:
    return "# T\n\n" + "".join(f"{item}\n" for item in items)


@pytest.mark.parametrize("mark", ["**", "_", "`", "~~", "__", "*"])
def test_emphasis_within_every_link_is_a_setting(mark: str) -> None:
    items = [f"- [{mark}{name}{mark}](https://{name}.example) - x" for name in "abc"]
    text = list_of(*items, "- [d](https://d.example) - x")
    assert [entry.title for entry in entries_of(text)] == ["a", "b", "c", "d"]
    assert read(text, "l.md").style == {"emphasis_inside": mark}


def test_emphasis_within_a_few_links_is_part_of_their_titles() -> None:
    items = [f"- [{name}](https://{name}.example)" for name in "abc"]
    entries = entries_of(list_of(*items, "- [**d**](https://d.example)"))
    assert [entry.title for entry in entries] == ["a", "b", "c", "**d**"]
    assert not any(entry.style for entry in entries)


@pytest.mark.parametrize("title", ["**a** and **b**", "*a **b***", "**a", "`a` `b`", "** a **"])
def test_emphasis_that_is_not_around_the_whole_title_stays_in_it(title: str) -> None:
    (entry,) = entries_of(list_of(f"- [{title}](https://a.example)"))
    assert entry.title == title


def test_brackets_after_titles_have_a_separator_of_their_own() -> None:
    text = list_of(
        "- [a](https://a.example) (PDF)",
        "- [b](https://b.example) - Who wrote it (HTML)",
        "- [c](https://c.example) *( :card_file_box: archived)*",
        "- [d](https://d.example) - Who wrote it",
    )
    assert not any(entry.style for entry in entries_of(text))


def test_brackets_after_a_dash() -> None:
    text = list_of("- [a](https://a.example) - (PDF)", "- [b](https://b.example) - B")
    assert not any(entry.style for entry in entries_of(text))
    assert read(text, "l.md").style == {"bracket_separator": " - "}


def test_pictures_that_share_a_link_are_one_badge_and_may_touch_the_note() -> None:
    badge = "[![源码][src] ![免费][free]](https://c.example)"
    text = list_of(f"- [a](https://a.example) - 好用。{badge}", "", "[src]: s.svg", "[free]: f.svg")
    (entry,) = entries_of(text)
    assert entry.note == "好用。"
    assert entry.resources == (
        Resource(label="![源码][src] ![免费][free]", url="https://c.example"),
    )


@pytest.mark.parametrize("label", ["源代码仓库", "Read the announcement", "r/lists"])
@pytest.mark.parametrize("dash", [" - ", " | ", " — ", " → "])
def test_a_link_after_a_dash_is_a_resource(label: str, dash: str) -> None:
    (entry,) = entries_of(
        list_of(f"- [a](https://a.example)：说明。{dash}[{label}](https://c.example)")
    )
    assert entry.resources == (Resource(label=label, url="https://c.example"),)


@pytest.mark.parametrize(
    "note",
    [
        "much like the well-known [b](https://b.example)",
        "built on [b](https://b.example) - and fast",
        "see [b](https://b.example).",
    ],
)
def test_a_link_of_the_sentence_stays_in_it(note: str) -> None:
    (entry,) = entries_of(list_of(f"- [a](https://a.example) - {note}"))
    assert (entry.note, entry.resources) == (note, ())


def test_formats_are_resources() -> None:
    (entry,) = entries_of(
        list_of("- [a](https://a.example) - Who (HTML) [(PDF, EPUB)](https://b.example)")
    )
    assert [one.label for one in entry.resources] == ["(PDF, EPUB)"]


def test_marks_before_badges_are_no_oddity_where_others_have_no_badges() -> None:
    text = list_of(
        "- [a](https://a.example) - A. ![free][f] [![app][s]](https://s.example/a)",
        "- [b](https://b.example) - B. ![free][f]",
        "- [c](https://c.example) - C. ![free][f]",
        "- [d](https://d.example) - D. ![free][f] [![app][s]](https://s.example/d)",
        "",
        "[f]: f.svg",
        "[s]: s.svg",
    )
    assert not any(entry.style for entry in entries_of(text))


@pytest.mark.parametrize(
    "label", ['<a id="go">**Go**</a> | [Top](#top)', "See also [that](#that), or _this_?"]
)
def test_any_text_above_a_list_of_links_is_its_label(label: str) -> None:
    text = list_of(f"- {label}", "  - [a](https://a.example)")
    assert [entry.title for entry in entries_of(text)] == [label, "a"]
    assert coverage(text, read(text, "l.md")).share == 1


@pytest.mark.parametrize(
    ("child", "url", "note", "style"),
    [
        (
            "地址：https://a.example\n    ![](https://i.example/a.svg)",
            "https://a.example",
            "![](https://i.example/a.svg)",
            {"resource_separator": "\n", "label_separator": "："},
        ),
        (
            "Video: https://a.example (with subtitles)",
            "https://a.example",
            "(with subtitles)",
            {},
        ),
        (
            "Paper: [A title](https://a.example) （需登录）",
            "https://a.example",
            "（需登录）",
            {},
        ),
    ],
)
def test_what_stands_after_a_resource_is_its_note(
    child: str, url: str, note: str, style: dict[str, str]
) -> None:
    (entry,) = entries_of(list_of("- Thing", f"  - {child}"))
    (resource,) = entry.resources
    assert (resource.url, resource.note, resource.style) == (url, note, style)


def test_a_sentence_about_a_link_is_a_note() -> None:
    (entry,) = entries_of(
        list_of("- [a](https://a.example)", "  - See: https://b.example for more")
    )
    assert entry.note == ("See: https://b.example for more",)


HTML = """\
# T

## Shells

Use one.

<p>
&nbsp;&nbsp; <a href="https://a.example/"><b>Ash</b></a> - a <i>small</i> shell.<br>
&nbsp;&nbsp; <a href="https://b.example/?x&amp;y" target="_top"><b>Bsh</b></a> - an old one.<br>
&nbsp;&nbsp; <a href="https://c.example/"><b>Csh</b></a> - an <a href="https://d.example">old</a>.<br>
</p>

## Editors

<p>
&nbsp;&nbsp; <a href="https://e.example/"><b>Edit</b></a> - edits.<br>
&nbsp;&nbsp; <a href="https://f.example/"><b>Fix</b></a> - 修改文字。<br>
</p>

More to come.
"""


def test_lines_of_html_are_entries() -> None:
    entries = entries_of(HTML)
    assert [entry.title for entry in entries] == ["Ash", "Bsh", "Csh", "Edit", "Fix"]
    assert entries[1].url == "https://b.example/?x&y"
    assert entries[2].note == 'an <a href="https://d.example">old</a>.'
    assert [dict(entry.style) for entry in entries] == [
        *({}, {"link_attributes": ' target="_top"'}, {}, {}, {})
    ]
    assert read(HTML, "l.md").style == {
        "form": "html",
        "line_begin": "&nbsp;&nbsp; ",
        "line_end": "<br>",
        "emphasis_inside": "<b>",
    }


def test_every_link_of_lines_of_html_is_at_its_place() -> None:
    links = [link for placed in read(HTML, "l.md").walk() for link in placed.links]
    lines = HTML.split("\n")
    assert len(links) == 6
    for link in links:
        found = lines[link.location.line - 1][link.location.column - 1 :]
        assert found.replace("&amp;", "&").startswith(link.url)


def test_summaries_with_lists_below_them() -> None:
    item = (
        '<details><summary><b><a href="https://{0}.example">{0}</a></b> (9 · ⭐ 1K) - It is {0}.'
        " <code>MIT</code></summary>\n\n- [GitHub](https://{0}.example/code):\n\n  ```\n  get {0}"
        "\n  ```\n\n</details>\n"
    )
    text = "# T\n\n" + "".join(item.format(name) for name in "abcdef")
    catalogue = read(text, "l.md")
    assert reader_sees(write(catalogue)) == reader_sees(text)
    titles = [placed.name for placed in catalogue.entries()]
    assert titles == [title for name in "abcdef" for title in (name, "GitHub")]


@pytest.mark.parametrize(
    "html",
    [
        '<p align="center">\n<a href="https://a.example">Website</a> •\n'
        '<a href="https://b.example">Docs</a>\n</p>',
        '<a href="https://a.example"><img src="x.svg"></a> the logo',
        '<!--\n<a href="https://a.example">a</a> - note\n-->',
        '<pre>\n<a href="https://a.example">a</a> - note\n</pre>',
        '<div>Read <a href="https://a.example">a</a> - note</div>',
    ],
)
def test_other_html_stays_as_it_is(html: str) -> None:
    text = "# T\n\n" + "\n\n".join([html] * 6) + "\n"
    assert entries_of(text) == []


def test_a_table_among_lines_of_html_has_its_own_links() -> None:
    text = HTML + "\n| Name | What |\n| --- | --- |\n| [t](https://t.example) | x |\n"
    assert entries_of(text)[-1].title == "t"


def test_items_and_cells_of_html_are_entries() -> None:
    names = "abcdef"
    items = "".join(f'  <li><a href="https://{n}.example">{n}</a></li>\n' for n in names)
    rows = "".join(
        f'<tr><td><a href="https://{n}.example/t">{n}t</a></td><td>说明 {n}</td></tr>\n'
        for n in names
    )
    text = f"# T\n\n<ul>\n{items}</ul>\n\n<table>\n{rows}</table>\n"
    entries = entries_of(text)
    assert [entry.title for entry in entries] == [*names, *(f"{n}t" for n in names)]
    assert entries[-1].note == "说明 f"


@pytest.mark.parametrize("quoted", ["'https://a.example/x'", "https://a.example/x"])
def test_html_links_get_double_quotation_marks(quoted: str) -> None:
    text = list_of(f"- <a href={quoted} rel=me>`Shot 1`</a> and more")
    catalogue = read(text, "l.md")
    (entry,) = [placed.entry for placed in catalogue.entries() if placed.entry]
    assert (entry.title, entry.url) == ("`Shot 1`", "https://a.example/x")
    assert write(catalogue) == text.replace(quoted, '"https://a.example/x"')


QUOTES = """\
# T

<details>
<summary>Looms</summary>

> **[Ash](https://a.example)** <kbd>★ 9</kbd><br>Weaves.

> **[Bsh](https://b.example)** <kbd>★ 8</kbd><br>Weaves more.

> **[Csh](https://c.example)**<br>Weaves 更多。

</details>

> **[Dsh](https://d.example)**

> **[Esh](https://e.example)** <kbd>★ 7</kbd>
> on two lines

> A quote that says something else, such as [this](https://f.example).
"""


def test_quotes_that_begin_with_a_link_are_entries() -> None:
    entries = entries_of(QUOTES)
    assert [entry.title for entry in entries] == ["Ash", "Bsh", "Csh", "Dsh", "Esh"]
    assert entries[0].note == "<kbd>★ 9</kbd><br>Weaves."
    assert (entries[2].note, entries[2].style) == ("Weaves 更多。", {"separator": "<br>"})
    assert read(QUOTES, "l.md").style["form"] == "quote"


def test_a_few_quotes_are_prose() -> None:
    text = list_of("> [a](https://a.example) is meant.", "", "- [b](https://b.example)")
    assert [entry.title for entry in entries_of(text)] == ["b"]


PARAGRAPHS = "".join(
    f"[`{name}`](https://{name}.example) by [who](https://who.example/{name})  \nIt is {name}.\n\n"
    for name in "abcdef"
)


def test_paragraphs_that_begin_with_a_link_are_entries_where_most_entries_are_such() -> None:
    text = f"# T\n\nWhat follows is good.\n\n{PARAGRAPHS}- [x](https://x.example)\n"
    entries = entries_of(text)
    assert [entry.title for entry in entries] == [*"abcdef", "x"]
    assert entries[0].note == "by [who](https://who.example/a)  \nIt is a."


def test_paragraphs_that_begin_with_a_link_are_prose_above_lists() -> None:
    text = "# T\n\n" + "\n".join(
        f"## {name}\n\n[{name}](https://{name}.example) is a thing.\n\n"
        f"- [x](https://x.example/{name})\n"
        for name in "abcdefg"
    )
    assert {entry.title for entry in entries_of(text)} == {"x"}
    assert read(text, "l.md").sections[0].intro == "[a](https://a.example) is a thing."


def test_what_people_add_to_entries_of_other_forms() -> None:
    entry = Entry(
        title="x",
        url="https://x.example",
        note=("One.", "Two."),
        resources=(Resource(label="Code", url="https://c.example/?a&b"),),
    )
    for form, lines in (
        (
            "html",
            '<a href="https://x.example">x</a> - One.<br>Two.'
            ' (<a href="https://c.example/?a&amp;b">Code</a>)\n',
        ),
        (
            "quote",
            "> [x](https://x.example)\n>\n> - One.\n> - Two.\n> - Code: https://c.example/?a&b\n",
        ),
    ):
        page = Catalogue(path="c", title="T", items=(entry,), style={"form": form})
        assert write(page) == f"# T\n\n{lines}"


def test_marks_that_many_notes_begin_with() -> None:
    items = [f"- [{name}](https://{name}.example) - :yen: It is {name}." for name in "abcdef"]
    text = list_of(
        *items, "- [x](https://x.example) - :tada: Once.", "- [y](https://y.example) - Y."
    )
    entries = entries_of(text)
    assert [entry.marks for entry in entries] == [("yen",)] * 6 + [(), ()]
    assert (entries[0].note, entries[6].note) == ("It is a.", ":tada: Once.")
    assert not any(entry.style for entry in entries)
