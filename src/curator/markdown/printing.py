"""Entries, blocks and resources as lines of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from curator.catalogue import Block, Entry, Item, Resource, Table
from curator.markdown.escaping import attribute, autolink, bare, inline_link, is_www
from curator.markdown.resources import begins_with_bracket, is_badge
from curator.markdown.style import Style, pair
from curator.markdown.tables import print_table

_BULLET = re.compile(r" {0,3}(?:[-*+]|(\d{1,9})([.)]))(?=[ \t]|$)")
_STARTS_BLOCK = re.compile(
    r"[-+*](?=\s|$)|#{1,6}(?=\s|$)|>|(\d{1,9})(?=[.)](?:\s|$))|`{3,}[^`\n]*$|~{3}"
    r"|(?:[-*_][ \t]*){3,}$",
    re.MULTILINE,
)
_OPENS_QUIETLY = re.compile(r"`{3}|~{3}|>|<")
_TAB = 4


@dataclass(slots=True)
class _Run:
    """What has been printed of one sequence of items."""

    lines: list[str]
    was_item: bool | None = None
    """None: nothing yet."""
    delimiter: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """Prints items; the style handed to each method is that of the section around."""

    marks: Mapping[str, str]
    """Mark id to label."""

    def items(
        self, items: Iterable[Item], style: Style, prose: str = "", listed: str = ""
    ) -> list[str]:
        """A sequence of items, retired ones left out.

        `prose` is the prefix of prose, which keeps to the text's column of the item around it;
        `listed` that of items, which are indented as the list's style says.
        """
        run = _Run([])
        for item in items:
            if isinstance(item, Entry):
                self._entry(run, item, style, listed)
            elif isinstance(item, Table):
                rows = [row for row in item.rows if isinstance(row, Block) or row.retired is None]
                _prose(run, print_table(item, rows, style, self.head), prose)
            elif found := _BULLET.match(item.markdown):
                _space(run, is_item=True, spread=style.spread)
                run.delimiter, run.number = found[2] or "", int(found[1] or 0)
                run.lines += _indented(item.markdown.split("\n"), listed)
            else:
                _prose(run, item.markdown.split("\n"), prose)
        return run.lines

    def head(self, entry: Entry, style: Style) -> str:
        """An entry's own paragraph, without bullet; `style` with the entry's own settings."""
        note = _first_note(entry, style)
        text = self._title(entry, style) + _on_line(entry, style, "title")
        early = style.title_marks.split()
        later = [mark for mark in entry.marks if mark not in early]
        marks = style.mark_gap.join(self._labels(later))
        if marks and style.mark_place == "before_note":
            note = f"{marks}{style.mark_gap if note else ''}{note}"
        text = f"{style.around}{text}{_separator(note, style)}{note}{style.around}"
        if marks and style.mark_place == "note":
            text = f"{text}{style.mark_gap}{marks}"
        text += _on_line(entry, style, "end")
        if marks and style.mark_place == "end":
            text = f"{text}{style.mark_gap}{marks}"
        if marks and style.mark_place == "start":
            text = f"{marks}{style.mark_gap}{text}"
        return " ".join(part for part in (style.heading, style.task, text) if part)

    def _title(self, entry: Entry, style: Style) -> str:
        text = _linked(entry, style)
        if entry.lead:
            text = f"{entry.lead}{style.lead_gap}{text}"
        early = style.title_marks.split()
        at_title = [mark for mark in entry.marks if mark in early or style.mark_place == "title"]
        return style.mark_gap.join([text, *self._labels(at_title)])

    def _labels(self, marks: Iterable[str]) -> list[str]:
        return [self.marks.get(mark, mark) for mark in marks]

    def _entry(self, run: _Run, entry: Entry, section: Style, prefix: str) -> None:
        if entry.retired is not None:
            return
        style = section.over(entry.style)
        if style.form == "html":
            self._html(run, entry, style, prefix)
            return
        if style.form in ("quote", "paragraph"):
            self._alone(run, entry, section, style)
            return
        marker = _bullet(run, style) + style.gap
        _space(run, is_item=True, spread=style.spread)
        text = self.head(entry, style)
        is_safe = entry.url is not None or bool(style.heading)
        run.lines += _item(text if is_safe else _inert(text), marker, prefix)
        inner = _inner(prefix, marker, style.indent)
        below = _below(entry, section, style)
        run.lines += _indented(below, inner)
        beside = _inner(prefix, marker, style.indent_below)
        nested = self.items(entry.items, section, beside, inner)
        if nested and _is_parted(entry, section, style, below=bool(below)):
            run.lines.append("")
        run.lines += nested

    def _html(self, run: _Run, entry: Entry, style: Style, prefix: str) -> None:
        """One line, which touches what stands above and below unless a blank line is asked for."""
        note = entry.note if isinstance(entry.note, str) else "<br>".join(entry.note)
        own = replace(entry, note=note, resources=())
        text = self.head(own, style).replace("\n", " ") + _anchors(entry.resources)
        if run.lines and style.spread:
            run.lines.append("")
        run.lines.append(f"{prefix}{style.line_begin}{text}{style.line_end}")
        run.was_item = False if style.spread_below else None

    def _alone(self, run: _Run, entry: Entry, section: Style, style: Style) -> None:
        below = _below(entry, section, style)
        lines = [*self.head(entry, style).split("\n"), *([""] if below else []), *below]
        if style.form == "quote":
            lines = [f"> {line}".rstrip() for line in lines]
        _prose(run, lines, "")


def _anchors(resources: Iterable[Resource]) -> str:
    """Resources at the end of a line of HTML."""
    links = (f'<a href="{attribute(one.url)}">{one.label}</a>' for one in resources)
    joined = ", ".join(links)
    return f" ({joined})" if joined else ""


def _separator(note: str, style: Style) -> str:
    if not note:
        return ""
    return style.bracket_separator if begins_with_bracket(note) else style.separator


def _on_line(entry: Entry, style: Style, place: str) -> str:
    """The resources that stand at this place of the entry's own line."""
    badges, links = _badges(entry), _links(entry)
    text = ""
    if links and style.resource_place == place:
        joined = style.resource_between.join(map(_shown, links))
        text = f"{style.resource_open}{joined}{style.resource_close}"
    if style.badge_place == place:
        joined = " ".join(inline_link(badge.label, badge.url) for badge in badges)
        text += f"{style.badge_gap}{joined}" if joined else ""
    return text


def _shown(resource: Resource) -> str:
    """A resource on an entry's own line."""
    link = inline_link(resource.label, resource.url)
    return f"{link} {resource.note}" if resource.note else link


def _badges(entry: Entry) -> list[Resource]:
    return [one for one in entry.resources if one.title is None and is_badge(one.label)]


def _links(entry: Entry) -> list[Resource]:
    return [one for one in entry.resources if one.title is not None or not is_badge(one.label)]


def _below(entry: Entry, section: Style, style: Style) -> list[str]:
    """Notes and resources, without indent."""
    notes = entry.note if isinstance(entry.note, tuple) else ()
    texts = [_inert(note) for note in (notes[1:] if style.note_first else notes)]
    listed = _links(entry) if style.resource_place == "below" else []
    links = [resource_text(resource, section) for resource in listed]
    run, lines = _Run([]), list[str]()
    bullets = style.over({"bullet": style.bullet_below or section.bullet, "number": ""})
    for text in [*links, *texts] if style.resources_first else [*texts, *links]:
        lines += ["", *_item(text, _bullet(run, bullets) + style.gap, "")]
    return lines if style.spread_below else [line for line in lines if line]


def _is_parted(entry: Entry, section: Style, style: Style, *, below: bool) -> bool:
    """A blank line stands above the entry's nested items."""
    kept = (item for item in entry.items if not (isinstance(item, Entry) and item.retired))
    first = next(kept)
    if isinstance(first, Table) or (isinstance(first, Block) and not _is_item(first)):
        return style.spread_below or below or not _opens_quietly(first)
    if not below:
        return style.spread_below
    return (section.over(first.style) if isinstance(first, Entry) else section).spread


def resource_text(resource: Resource, section: Style) -> str:
    style = section.over(resource.style)
    note = f"{style.resource_separator}{resource.note}" if resource.note else ""
    return f"{_labelled(resource, style)}{note}"


def _labelled(resource: Resource, style: Style) -> str:
    label, url = resource.label, resource.url
    if resource.title is not None:
        return f"{label}{style.label_separator}{inline_link(resource.title, url)}"
    if style.label_link == "inline":
        return inline_link(label, url)
    return f"{label}{style.label_separator}{_plain_link(url, style.label_link)}"


def _linked(entry: Entry, style: Style) -> str:
    """The title with its link, and the emphasis around them."""
    url = entry.url
    mark, closing = pair(style.emphasis)
    if url is None:
        is_alone = not (_first_note(entry, style) or _has_line(entry, style))
        return f"{mark}{entry.title}{closing}{style.title_end if is_alone else ''}"
    if style.link == "after":
        link = _plain_link(url, style.label_link)
        return f"{mark}{entry.title}{closing}{style.label_separator}{link}"
    if style.link == "html" or style.form == "html":
        tag = f'<a href="{attribute(url)}"{style.link_attributes}>'
        return f"{mark}{tag}{_emphasised(entry.title, style)}</a>{closing}"
    if style.link == "bare" and url == f"http://{entry.title}" and is_www(entry.title):
        return f"{mark}{entry.title}{closing}"
    if style.link != "inline" and entry.title == url:
        return f"{mark}{_plain_link(url, style.link)}{closing}"
    title = _emphasised(entry.title, style)
    return f"{mark}{inline_link(title, url, entry.tooltip)}{closing}"


def _emphasised(title: str, style: Style) -> str:
    opening, closing = pair(style.emphasis_inside)
    return f"{opening}{title}{closing}"


def _has_line(entry: Entry, style: Style) -> bool:
    """Resources stand on the entry's own line."""
    return bool(_badges(entry)) or (style.resource_place != "below" and bool(entry.resources))


def _plain_link(url: str, form: str) -> str:
    """The URL alone: bare, else in angles, else as a link that says its URL."""
    found = bare(url) if form == "bare" else None
    return found or autolink(url) or inline_link(url, url)


def _first_note(entry: Entry, style: Style) -> str:
    if isinstance(entry.note, str):
        return entry.note
    return entry.note[0] if style.note_first and entry.note else ""


def _bullet(run: _Run, style: Style) -> str:
    """The item's bullet; numbers go on from the item before."""
    if not style.bullet[0].isdigit():
        run.delimiter = ""
        return style.bullet
    delimiter = style.bullet[-1]
    if style.number.isdigit():
        run.number = int(style.number)
    else:
        step = style.numbers == "up"
        run.number = run.number + step if run.delimiter == delimiter else int(style.bullet[:-1])
    run.delimiter = delimiter
    return f"{run.number}{delimiter}"


def _space(run: _Run, *, is_item: bool, spread: bool) -> None:
    """A blank line where one belongs before what comes next."""
    if run.was_item is not None and (spread or not (is_item and run.was_item)):
        run.lines.append("")
    run.was_item = is_item


def _prose(run: _Run, lines: Sequence[str], prefix: str) -> None:
    _space(run, is_item=False, spread=True)
    run.delimiter = ""
    run.lines += _indented(lines, prefix)


def _item(text: str, marker: str, prefix: str) -> list[str]:
    first, *others = text.split("\n")
    hang = prefix + " " * len(marker)
    return [f"{prefix}{marker}{first}", *(f"{hang}{line}" if line else "" for line in others)]


def _indented(lines: Sequence[str], prefix: str) -> list[str]:
    return [f"{prefix}{line}" if line else "" for line in lines]


def _inner(prefix: str, marker: str, indent: str) -> str:
    """The prefix of items nested below: by the list's indent where that is still inside."""
    width = _columns(prefix + indent) - _columns(prefix)
    fits = len(marker) <= width < len(marker) + _TAB
    return prefix + (indent if fits else " " * len(marker))


def _columns(blank: str) -> int:
    return len(blank.expandtabs(_TAB))


def _inert(text: str) -> str:
    """Text that would begin a block of its own, kept from doing so."""
    found = _STARTS_BLOCK.match(text)
    if found is None:
        return text
    at = found.end(1) if found[1] else 0
    return f"{text[:at]}\\{text[at:]}"


def _is_item(block: Block) -> bool:
    return _BULLET.match(block.markdown) is not None


def _opens_quietly(item: Item) -> bool:
    """It can follow a paragraph without a blank line and still be a block of its own."""
    return isinstance(item, Block) and _OPENS_QUIETLY.match(item.markdown) is not None


def item_lines(entry: Entry, style: Style, marks: Mapping[str, str]) -> list[str]:
    """One entry as an item of a section that has this style."""
    return Printer(marks=marks).items([entry], style)


def row_line(table: Table, row: Entry, style: Style, marks: Mapping[str, str]) -> str:
    """One entry as a row of a table."""
    return print_table(table, [row], style, Printer(marks=marks).head)[-1]
