"""A catalogue as the Markdown list its readers see."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from curator.catalogue import Catalogue, Item, Section
from curator.markdown.anchors import anchors_in
from curator.markdown.contents import PLACEHOLDER, print_contents, rows_of
from curator.markdown.header import fill_in
from curator.markdown.printing import Printer
from curator.markdown.source import BOM
from curator.markdown.style import Style

_DEEPEST = 6
_NEAR = 50
"""Lines above a heading that are looked at."""
_BEGINS = re.compile(r"#{1,6} |[-*+] |\d+[.)] ")
"""Of a heading or an item: HTML above it has ended."""


def write(catalogue: Catalogue) -> str:
    """The whole list, in its own style; retired entries are left out. The inverse of `read`."""
    style = Style().over(catalogue.style)
    page = _Page(Printer(marks=catalogue.marks), style)
    page.prose(catalogue.preamble)
    level = int(style.level) - 1
    if style.title_heading == "none" or not catalogue.title:
        page.headings.append(-1)
    else:
        page.heading(catalogue.title, 1, style, underlined=style.title_heading == "=")
    page.prose(fill_in(catalogue.intro, catalogue.updated))
    page.items(catalogue.items, style)
    page.sections(catalogue.sections, style, level, are_outermost=True)
    if style.contents != "none" and PLACEHOLDER in page.lines:
        page.fill_in_contents(catalogue)
    newline = "\r\n" if style.newline == "crlf" else "\n"
    end = newline if style.final_newline and page.lines else ""
    return (BOM if style.bom else "") + newline.join(page.lines) + end


@dataclass(slots=True)
class _Page:
    """Lines that grow downwards."""

    printer: Printer
    style: Style
    """Of the whole list."""
    lines: list[str] = field(default_factory=list)
    parted: bool = True
    """A blank line stands above what comes next."""
    headings: list[int] = field(default_factory=list)
    """The line of the title, -1 where none stands, and of every section's heading."""

    def sections(
        self,
        sections: Sequence[Section],
        around: Style,
        above: int,
        *,
        are_outermost: bool = False,
    ) -> None:
        """`above`: the level of the heading they stand under."""
        for section in sections:
            style = around.over(section.style)
            level = int(section.style.get("level") or min(above + 1, _DEEPEST))
            self.heading(section.title, level, style, underlined=style.underline and level <= 2)
            self.prose(self._own(section, "section_begin"))
            self.prose(section.intro)
            self.items(section.items, style)
            self.end(section, "each" if section.items else "")
            self.sections(section.sections, style, level)
            self.end(section, "outermost" if are_outermost else "")

    def end(self, section: Section, of: str) -> None:
        """What ends a section, where sections of this sort have it."""
        if of == self.style.section_end_of:
            self.prose(self._own(section, "section_end"))

    def _own(self, section: Section, name: str) -> str:
        """A setting that a section does not inherit from those around it."""
        return str(section.style.get(name, getattr(self.style, name)))

    def heading(self, title: str, level: int, style: Style, *, underlined: bool) -> None:
        text = " ".join(title.split())
        self.parted = style.blank_above or underlined or not is_over(self.lines)
        self.headings.append(len(self.lines) + bool(self.lines and self.parted))
        if underlined:
            self._add([text, "-="[level == 1] * max(3, _width(text))])
        else:
            self._add([f"{'#' * level} {text}".rstrip()])
        self.parted = style.blank_below

    def prose(self, markdown: str) -> None:
        if markdown.strip():
            self._add(markdown.rstrip().split("\n"))

    def items(self, items: Sequence[Item], style: Style) -> None:
        self._add(self.printer.items(items, style, listed=style.indent_top))

    def fill_in_contents(self, catalogue: Catalogue) -> None:
        known = anchors_in(self.lines, self.headings)
        rows = rows_of(catalogue, [known.get(line, "") for line in self.headings])
        at = self.lines.index(PLACEHOLDER)
        self.lines[at : at + 1] = print_contents(rows, self.style)

    def _add(self, lines: Sequence[str]) -> None:
        if lines and self.lines and self.parted:
            self.lines.append("")
        if lines:
            self.lines += lines
            self.parted = True


def is_over(lines: Sequence[str]) -> bool:
    """A heading may follow at once: the last block is no HTML, which ends at a blank line."""
    for line in lines[: -_NEAR - 1 : -1]:
        if not line.strip() or line.rstrip().endswith("-->") or _BEGINS.match(line):
            return True
        if line.lstrip().startswith("<"):
            return False
    return len(lines) <= _NEAR


def _width(text: str) -> int:
    """In columns of a terminal, as an underline is judged by eye."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
