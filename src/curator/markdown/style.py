"""How a list's Markdown is written: a closed set of settings that people can read and change.

What a setting says holds for the whole list; a section, an entry, a resource or a table may
differ. `schema/style.schema.json` says the same to editors, and a test keeps the two in step.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from typing import Literal, get_args, get_type_hints

from curator.errors import CuratorError

Overrides = Mapping[str, str | bool]
"""Some settings by name, as they stand in YAML."""

_Emphasis = Literal[
    "", "*", "**", "***", "_", "__", "~~", "<b>", "<strong>", "<i>", "<em>",
    "[]", "()", "（）", "《》", "「」", "【】", "“”", '""',
]  # fmt: skip


_Inside = Literal["", "**", "__", "*", "_", "~~", "`", "<b>", "<strong>", "<i>", "<em>"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Every setting, with the value it has where nothing is said."""

    newline: Literal["lf", "crlf"] = "lf"
    """Line ends of the whole file."""
    bom: bool = False
    """The file begins with a byte order mark."""
    final_newline: bool = True
    """The last line of the file has a line end."""
    title_heading: Literal["#", "=", "none"] = "#"
    """The list's own heading: a line with #, an underlined line, or none (the title is for
    curator only)."""
    level: Literal["1", "2", "3", "4", "5", "6"] = "2"
    """Heading level of the list's own sections; sections inside them add one. In a section: the
    level of that one heading."""
    underline: bool = False
    """Headings of level 1 and 2 are underlined, not preceded by #."""
    blank_above: bool = True
    """A blank line stands above headings."""
    blank_below: bool = True
    """A blank line stands below headings."""
    form: Literal["item", "html", "quote", "paragraph"] = "item"
    """What an entry is: an item of a list, one line of HTML, whose link and note are HTML too, a
    quote of its own, or a paragraph."""
    line_begin: str = ""
    """What an entry that is HTML begins with: `&nbsp; `, `<details><summary>`."""
    line_end: str = ""
    """What it ends with: `<br>`."""
    section_begin: str = ""
    """Markdown below every section's heading. In a section: of this one."""
    section_end: str = ""
    """Markdown at the end of sections, such as `[back to top](#contents)`. In a section: of this
    one."""
    section_end_of: Literal["each", "outermost"] = "each"
    """Where that stands: below the own entries of each section that has some, or at the end of
    the outermost sections, below all in them."""
    contents: Literal["all", "own", "below", "none"] = "all"
    """Whether the table of contents, which stands where a line of prose says `{contents}`, lists
    sections: a section and those inside it, the section alone, only those inside it, or neither.
    In a section: of this one. `none` for the whole list: `{contents}` is text."""
    contents_depth: Literal["1", "2", "3", "4", "5", "6"] = "6"
    """How deep the table of contents goes: 1 for the list's own sections alone."""
    contents_top: Literal["", "above", "beside"] = ""
    """The table of contents lists the list's title: above the sections, or beside them."""
    contents_title: str = ""
    """In a section: its name in the table of contents, where that is not its title."""
    contents_bullet: Literal["", "-", "*", "+"] = ""
    """Of the table of contents; empty: the list's bullet."""
    contents_indent: Literal["", "   ", "    ", "\t"] = ""
    """Of the table of contents, for each level; empty: as far as the text."""
    anchor: str = ""
    """In a section: where the table of contents leads, where that is not the anchor that GitHub
    gives to the heading: `<a name="web"></a>`."""
    bullet: Literal["-", "*", "+", "1.", "1)"] = "-"
    """What stands before an item; a number counts up from 1."""
    numbers: Literal["up", "same"] = "up"
    """Numbers count up, or an item has that of the one before it: readers see the same."""
    bullet_below: Literal["", "-", "*", "+", "1.", "1)"] = ""
    """What stands before the notes and resources below an entry; empty: the list's bullet."""
    number: str = ""
    """In an entry: the number it has in an ordered list, where it does not follow from the one
    before."""
    gap: Literal[" ", "  ", "   ", "    "] = " "
    """Between the bullet and the item, in the whole list."""
    indent: Literal["", "\t", "    "] = ""
    """Before a nested item, for each level of the whole list; empty, or where it would not do: as
    far as the text of the item around."""
    indent_top: Literal["", " ", "  ", "   "] = ""
    """Before the items of the outermost lists, in the whole list."""
    indent_below: Literal["", "\t", "    "] = ""
    """Before prose and code below an item; empty, or where it would not do: as far as the item's
    text."""
    spread: bool = False
    """A blank line stands above each item of a list but the first."""
    spread_below: bool = False
    """A blank line stands above the first thing below an item, and above each of its notes and
    resources."""
    task: Literal["", "[ ]", "[x]", "[X]"] = ""
    """A check box before the item."""
    heading: Literal["", "#", "##", "###", "####", "#####", "######"] = ""
    """An item's own text is a heading: `- ### [title](url)`."""
    link: Literal["inline", "bare", "angle", "after", "html"] = "inline"
    """An entry's link: `[title](url)`; the bare URL or `<url>`, when the title is the URL;
    after the title and the label separator, `title: url`; or `<a href="url">title</a>`."""
    link_attributes: str = ""
    """What else an HTML link says: ` target="_blank"`."""
    lead_gap: Literal["", " "] = " "
    """Between a lead and the title; empty when they touch."""
    emphasis: _Emphasis = ""
    """What stands on both sides of an entry's title and link: the same, or a pair."""
    emphasis_inside: Literal[
        "", "**", "__", "*", "_", "~~", "`", "<b>", "<strong>", "<i>", "<em>"
    ] = ""
    """What stands on both sides of an entry's title within its link: `[**title**](url)`."""
    around: Literal["", "*", "**", "_", "__", "~~"] = ""
    """What stands on both sides of an entry's title and note: `~~[title](url) - note~~`."""
    title_end: Literal["", ":", "："] = ""
    """After the title of an entry that has neither link nor note: `Tools:`."""
    separator: str = " - "
    """Between an entry's title and its note; a line break puts the note on the next line."""
    bracket_separator: str = " "
    """Between an entry's title and a note that begins with a bracket: `[title](url) (PDF)`."""
    mark_place: Literal["end", "note", "before_note", "title", "start"] = "end"
    """Where marks stand: at the end, after the note and before resources, before the note, right
    after the title, or before it."""
    title_marks: str = ""
    """Ids of marks that stand right after the title, wherever the others stand: `warning new`."""
    mark_gap: str = " "
    """Between a mark and the text beside it; empty when they touch."""
    note_first: bool = False
    """A note that is a list: the first stands after the title, the others below."""
    resources_first: bool = False
    """Resources stand above a note that is a list."""
    resource_place: Literal["below", "end", "title"] = "below"
    """Where resources stand: in a list below the entry, at the end of its line, or right after
    its title."""
    resource_open: str = " ("
    """Before the first resource on an entry's line."""
    resource_between: str = ", "
    """Between two resources on an entry's line."""
    resource_close: str = ")"
    """After the last resource on an entry's line."""
    resource_separator: str = " "
    """Between the link of a resource and its note; a line break puts the note on a line of its
    own."""
    badge_place: Literal["end", "title"] = "end"
    """Where resources whose label is a picture stand, always on the entry's line: at its end, or
    after the title."""
    badge_gap: Literal[" ", ""] = " "
    """Between the text and the first badge beside it; empty when they touch."""
    label_separator: str = ": "
    """Between the label of a resource and its link."""
    label_link: Literal["bare", "angle", "inline"] = "bare"
    """The link of a resource without a title: the bare URL, `<url>`, or `[label](url)`."""
    pipes: bool = True
    """Table rows begin and end with a pipe."""
    align: str = ""
    """A table's columns, as its second line has them: `:--|:-:|--:`."""
    title_column: str = ""
    """The table column that holds the entry's title and link; empty for the first."""

    def over(self, overrides: Overrides) -> Style:
        """This style with some settings changed. Raises CuratorError for one that is none."""
        return _changed(self, tuple(overrides.items())) if overrides else self

    def beyond(self, other: Style) -> dict[str, str | bool]:
        """The settings that differ from `other`."""
        pairs = ((name, getattr(self, name)) for name in NAMES)
        return {name: value for name, value in pairs if value != getattr(other, name)}


@lru_cache(maxsize=4096)
def _changed(style: Style, overrides: tuple[tuple[str, str | bool], ...]) -> Style:
    """A long list has few styles, each thousands of times."""
    for name, value in overrides:
        _check(name, value)
    return replace(style, **dict(overrides))  # type: ignore[arg-type]  # checked above


def pair(mark: str) -> tuple[str, str]:
    """What stands before and after the thing that a mark is around."""
    if mark.startswith("<"):
        return mark, f"</{mark[1:]}"
    return (mark[0], mark[1]) if mark in PAIRS else (mark, mark)


PAIRS = ("[]", "()", "（）", "《》", "「」", "【】", "“”", '""')
NAMES = tuple(field.name for field in fields(Style))


@cache
def choices(name: str) -> tuple[str, ...] | type:
    """What a setting may be: one of some words, or any `str` or `bool`."""
    hint = get_type_hints(Style)[name]
    return get_args(hint) or hint


def _check(name: str, value: str | bool) -> None:
    if name not in NAMES:
        raise CuratorError(f"style has no setting {name!r}", hint=f"it has {', '.join(NAMES)}")
    allowed = choices(name)
    if isinstance(allowed, type):
        fits, wanted = isinstance(value, allowed), "true or false" if allowed is bool else "text"
    else:
        fits, wanted = value in allowed, ", ".join(repr(word) for word in allowed)
    if not fits:
        raise CuratorError(f"style: {name} can't be {value!r}", hint=f"it is {wanted}")
