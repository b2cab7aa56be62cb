"""Prose that sections begin or end with, over and over: said once, as a setting.

`[back to top](#contents)` below the items of every section is such prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from curator.catalogue import Block, Catalogue, Section
from curator.markdown.contents import PLACEHOLDER

_FEWEST = 3
"""So many more sections must have it than not."""
_LONGEST = 300
"""Characters."""


def framed(catalogue: Catalogue) -> Catalogue:
    """The same list, with `section_begin` and `section_end` in its style where they save words."""
    return _with_end(_with_begin(catalogue))


def _with_begin(catalogue: Catalogue) -> Catalogue:
    begin, _ = _most_common(_beginning(section) for section in _all(catalogue.sections))
    if not begin:
        return catalogue
    sections = tuple(_begun(section, begin) for section in catalogue.sections)
    return replace(catalogue, sections=sections, style={**catalogue.style, "section_begin": begin})


def _begun(section: Section, begin: str) -> Section:
    inner = tuple(_begun(one, begin) for one in section.sections)
    if _beginning(section) == begin:
        return replace(section, intro=section.intro[len(begin) :].lstrip("\n"), sections=inner)
    return replace(section, style={**section.style, "section_begin": ""}, sections=inner)


def _beginning(section: Section) -> str:
    """The first line of its prose, where that is a paragraph of its own."""
    return section.intro.partition("\n\n")[0]


def _with_end(catalogue: Catalogue) -> Catalogue:
    """At the end of every section's own entries, or of the outermost sections with all in them."""
    each, gain = _most_common(_end(one) for one in _all(catalogue.sections) if one.items)
    outmost, other = _most_common(_end(_last(one)) for one in catalogue.sections)
    if not each and not outmost:
        return catalogue
    style = {**catalogue.style, "section_end": each or outmost}
    if outmost and (not each or other > gain):
        style["section_end_of"] = "outermost"
        ended = tuple(_all_ended(section, outmost) for section in catalogue.sections)
    else:
        ended = tuple(_each_ended(section, each) for section in catalogue.sections)
    return replace(catalogue, sections=ended, style=style)


def _each_ended(section: Section, end: str) -> Section:
    inner = tuple(_each_ended(one, end) for one in section.sections)
    ended = _ended(section, end) if section.items else section
    return replace(ended, sections=inner)


def _all_ended(section: Section, end: str) -> Section:
    if _end(_last(section)) != end:
        return replace(section, style={**section.style, "section_end": ""})
    return _with_last(section, end)


def _with_last(section: Section, end: str) -> Section:
    if not section.sections:
        return _ended(section, end)
    *others, last = section.sections
    return replace(section, sections=(*others, _with_last(last, end)))


def _ended(section: Section, end: str) -> Section:
    if _end(section) == end:
        return replace(section, items=section.items[:-1])
    return replace(section, style={**section.style, "section_end": ""})


def _last(section: Section) -> Section:
    """The section whose end is that of this one with all in it."""
    while section.sections:
        section = section.sections[-1]
    return section


def _end(section: Section) -> str:
    """What its items end with; not what ends a run of HTML, for which a blank line is too much."""
    last = section.items[-1] if section.items else None
    is_prose = isinstance(last, Block) and not last.links and not last.markdown.startswith("</")
    return last.markdown if isinstance(last, Block) and is_prose else ""


def _most_common(texts: Iterable[str]) -> tuple[str, int]:
    """A line that most sections have, and how many more than others; "" where there is none."""
    counts = Counter(texts)
    for text, often in counts.most_common(2):
        if text and "\n" not in text and text != PLACEHOLDER and len(text) <= _LONGEST:
            gain = 2 * often - counts.total()
            return (text, gain) if gain >= _FEWEST else ("", 0)
    return "", 0


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)
