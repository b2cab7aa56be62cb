"""One item's own text: lead, title, link, note, resources and marks, and how they are joined.

Reading yields the ways a text can be taken apart, the most telling first. Which of them counts is
for the caller to prove: the first that prints back to what was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from curator.catalogue import Resource
from curator.markdown.heads import Head, find_head
from curator.markdown.inline import Form, Span, scan
from curator.markdown.marks import Marks
from curator.markdown.resources import begins_with_bracket
from curator.markdown.tails import Tail, badges_after, badges_before, links_after, links_before

_TASK = re.compile(r"(\[[ xX]\])[ \t]+(?=\S)")
_AROUND = re.compile(r"(~~|\*\*|__|\*|_)(?=[^\s*_~])")
_SEPARATOR = re.compile(
    r"(?: {2,}|\\)\n"  # a hard line break
    r"|[ \t]*\n"
    r"|[ \t]*<br[ \t]*/?>[ \t]*"
    r"|</t[dh]>[ \t]*<t[dh](?:[ \t][^<>\n]{0,200})?>[ \t]*"
    r"|[ \t]*(?:-{1,3}>?|=>|——|&[mn]dash;|[–—−·•→|]|[,，、;；：]|:(?!\w+:))[ \t]*"
    r"|[ \t]+|"
)
_BLANKS = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An item's text, taken apart."""

    title: str
    url: str | None
    tooltip: str
    lead: str
    note: str
    marks: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    style: dict[str, str | bool] = field(default_factory=dict)
    """The settings that this text shows; others don't matter to it."""


def readings(text: str, spans: list[Span], marks: Marks) -> Iterator[Line]:
    """The ways to read an item's text, with its links, best first."""
    task = _TASK.match(text)
    body = _Body(text, spans)
    for line in _with_marks(body.cut(task.end(), len(text)) if task else body, marks):
        own = replace(line, style=line.style | {"task": task[1] if task else ""})
        if not own.marks and (taken := marks.take_start(own.note)):
            style = own.style | {"mark_place": "before_note", "mark_gap": taken.gap}
            yield replace(own, note=taken.kept, marks=taken.marks, style=style)
        yield own


def html_reading(text: str) -> Line | None:
    """A line of HTML that begins with its link; None for any other."""
    spans = [span for span in scan(text) if span.form is Form.HTML]
    head = find_head(text, spans, has_tail=False)
    if head is None or head.lead or head.url is None:
        return None
    return _line(_Body(text, spans), head, head.end, _Found(), at_end=0)


@dataclass(frozen=True, slots=True)
class _Body:
    """A text with its links, or a stretch of it."""

    text: str
    spans: list[Span]

    def cut(self, start: int, end: int) -> _Body:
        inside = [span.moved(-start) for span in self.spans if start <= span.start < end]
        return _Body(self.text[start:end], [span for span in inside if span.end <= end - start])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What was taken off both ends of a text so far."""

    marks: tuple[str, ...] = ()
    place: str = ""
    tails: tuple[Tail, ...] = ()
    style: dict[str, str | bool] = field(default_factory=dict)

    def marked(self, marks: tuple[str, ...], gap: str, place: str) -> _Found:
        return replace(self, marks=marks, place=place, style=self.style | {"mark_gap": gap})

    def marked_after_title(self, marks: tuple[str, ...], gap: str) -> _Found:
        """With these marks there, and those that were found before where they were."""
        if not self.marks:
            return self.marked(marks, gap, "title")
        style = self.style | {"title_marks": " ".join(marks)}
        return replace(self, marks=marks + self.marks, style=style)

    def tailed(self, tail: Tail | None) -> _Found:
        if tail is None:
            return self
        return replace(self, tails=(*self.tails, tail), style=self.style | tail.style)

    @property
    def resources(self) -> tuple[Resource, ...]:
        in_order = sorted(self.tails, key=lambda tail: tail.start)
        return tuple(one for tail in in_order for one in tail.resources)


def _with_marks(body: _Body, marks: Marks) -> Iterator[Line]:
    """With marks at the start, at the end, after the title; then without."""
    if taken := marks.take_start(body.text):
        start = len(body.text) - len(taken.kept)
        found = _Found().marked(taken.marks, taken.gap, "start")
        yield from _with_tails(body.cut(start, len(body.text)), found)
    if taken := marks.take_end(body.text):
        found = _Found().marked(taken.marks, taken.gap, "end")
        yield from _with_tails(body.cut(0, len(taken.kept)), found, marks)
    yield from _with_tails(body, _Found(), marks)


def _with_tails(body: _Body, found: _Found, marks: Marks | None = None) -> Iterator[Line]:
    """With resources at the end, then without; `marks`: those that may stand before them."""
    rest, taken = _untailed(body, found)
    if taken.tails and marks and not found.marks and (before := marks.take_end(rest.text)):
        noted = taken.marked(before.marks, before.gap, "note")
        yield from _with_around(rest.cut(0, len(before.kept)), noted)
    if taken.tails:
        yield from _with_around(rest, taken, marks)
    yield from _with_around(body, found, marks)


def _untailed(body: _Body, found: _Found) -> tuple[_Body, _Found]:
    end = len(body.text)
    pictures = badges_before(body.text, body.spans, end)
    end = pictures.start if pictures else end
    head = find_head(body.text[:end], _within(body.spans, end), has_tail=True)
    links = links_before(body.text, _within(body.spans, end), head.end if head else 0, end)
    end = links.start if links else end
    return body.cut(0, end), found.tailed(pictures).tailed(links)


def _within(spans: list[Span], end: int) -> list[Span]:
    return [span for span in spans if span.end <= end]


def _with_around(body: _Body, found: _Found, marks: Marks | None = None) -> Iterator[Line]:
    """Without emphasis around it all where it is not that of the title, then as it is."""
    around = _AROUND.match(body.text)
    mark = around[1] if around else ""
    inner = body.text[len(mark) : -len(mark)] if mark and body.text.endswith(mark) else ""
    head = find_head(body.text, body.spans, has_tail=bool(found.tails)) if inner else None
    if inner and mark not in inner and (head is None or head.style["emphasis"] != mark):
        whole = replace(found, style=found.style | {"around": mark})
        yield from _lines(body.cut(len(mark), len(mark) + len(inner)), whole, marks)
    yield from _lines(body, replace(found, style=found.style | {"around": ""}), marks)


def _lines(body: _Body, found: _Found, marks: Marks | None) -> Iterator[Line]:
    head = find_head(body.text, body.spans, has_tail=bool(found.tails))
    if head is None:
        return
    rest = body.text[head.end :]
    if marks and (middle := marks.take_after_title(rest)):
        marked = found.marked_after_title(middle.marks, middle.gap)
        yield from _noted(body, head, head.end + len(middle.off), marked)
    yield from _noted(body, head, head.end, found)


def _noted(body: _Body, head: Head, at: int, found: _Found) -> Iterator[Line]:
    """With resources right after the title, then without."""
    after, taken = at, found
    if all(tail.are_badges for tail in found.tails):
        tail = links_after(body.text, body.spans, after)
        after, taken = (tail.end, taken.tailed(tail)) if tail else (after, taken)
    pictures = badges_after(body.text, body.spans, after)
    if pictures and not any(tail.are_badges for tail in found.tails):
        after, taken = pictures.end, taken.tailed(pictures)
    if taken is not found:
        yield _line(body, head, after, taken, at_end=len(found.tails))
    yield _line(body, head, at, found, at_end=len(found.tails))


def _line(body: _Body, head: Head, at: int, found: _Found, *, at_end: int) -> Line:
    """`at_end`: how many of the tails stand at the end; the others follow the title."""
    separator, note = _note(body.text[at:])
    style = head.style | found.style
    if note:
        style["bracket_separator" if begins_with_bracket(note) else "separator"] = separator
    if found.marks and (note or found.resources or found.place == "start"):
        style["mark_place"] = found.place
    style |= _places(found.tails[:at_end], "end", always=bool(note))
    style |= _places(found.tails[at_end:], "title", always=bool(note))
    return Line(
        title=head.title,
        url=head.url,
        tooltip=head.tooltip,
        lead=head.lead,
        note=note,
        marks=found.marks,
        resources=found.resources,
        style=style,
    )


def _places(tails: tuple[Tail, ...], place: str, *, always: bool) -> dict[str, str | bool]:
    """Where badges stand does not matter when nothing stands beside them."""
    matters = always or len(tails) > 1
    return {
        "badge_place" if tail.are_badges else "resource_place": place
        for tail in tails
        if matters or not tail.are_badges
    }


def _note(rest: str) -> tuple[str, str]:
    """The separator, blanks in it folded, and the note; both "" when there is no note."""
    found = _SEPARATOR.match(rest)
    assert found is not None
    separator, note = found[0], rest[found.end() :].strip()
    if not note:
        note = rest.strip()
        separator = rest[: len(rest) - len(rest.lstrip())]
    if not note:
        return "", ""
    if "\n" in separator:
        return separator if separator == "\\\n" or separator.startswith("  ") else "\n", note
    return _BLANKS.sub(" ", separator), note
