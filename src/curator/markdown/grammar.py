"""One item's own text: lead, title, link, marks and note, and how they are joined.

Reading yields the ways a text can be taken apart, the most telling first. Which of them counts is
for the caller to prove: the first that prints back to `Line.canonical`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from curator.markdown.escaping import autolink, bare, inline_link
from curator.markdown.inline import Definition, Form, Span, scan
from curator.markdown.marks import Marks, Taken

_TASK = re.compile(r"(\[[ xX]\])[ \t]+(?=\S)")
_EMPHASIS = re.compile(r"(?:\*{1,3}|_{1,2}|~~)\Z")
_EMPHATIC = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1(?!\w)")
_LEAD = re.compile(r"[^。！？；：:\n]{1,40}(?<![:：.!?\s])[ \t]+\Z")
_LABEL = re.compile(r"([^:：\n]*[^:：\s])([ \t]*[:：][ \t]*)\Z")
_SEPARATOR = re.compile(
    r"(?: {2,}|\\)\n"  # a hard line break
    r"|[ \t]*\n"
    r"|[ \t]*(?:--?>?|[–—−·•→|]|[,，、;；：]|:(?!\w+:))[ \t]*"
    r"|[ \t]+|"
)
_TEXT_SEPARATOR = re.compile(r"[ \t]*：|:(?=[ \t])|[ \t]+(?:--?|[–—])(?=[ \t])|[ \t]*\n")
_BEFORE_BRACKET = re.compile(r"([^\s\[(（【][^\n。！？]{0,200}?)[ \t]*[\[(（【]{1,2}")
"""`title [[paper](url)]`, `title ([code](url))`"""
_ENDS_IN_COLON = re.compile(r"[^:：\s][:：]\Z")
_BLANKS = re.compile(r"[ \t]+")
_PAIRS = ("()", "[]", "（）", "《》", "“”", "【】")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An item's text, taken apart."""

    title: str
    url: str | None
    lead: str
    note: str
    marks: tuple[str, ...] = ()
    style: dict[str, str | bool] = field(default_factory=dict)
    """The settings that this text shows; others don't matter to it."""
    canonical: str
    """The text as it was read, but for its link and its blanks, which are in normal form."""


def readings(text: str, marks: Marks, definitions: Mapping[str, Definition]) -> Iterator[Line]:
    """The ways to read an item's text, best first."""
    task = _TASK.match(text)
    before = task[0] if task else ""
    for line in _marked(text[len(before) :], marks, definitions):
        style = line.style | {"task": task[1] if task else ""}
        yield replace(line, style=style, canonical=evened(before + line.canonical))


def evened(text: str) -> str:
    """With runs of blanks as one; those of a hard line break as two."""
    lines = text.strip().split("\n")
    folded = [_BLANKS.sub(" ", line.strip()) for line in lines]
    ends = ["  " if line.endswith("  ") else "" for line in lines[:-1]]
    return "\n".join(line + end for line, end in zip(folded, [*ends, ""], strict=True))


def _marked(text: str, marks: Marks, definitions: Mapping[str, Definition]) -> Iterator[Line]:
    """With marks at the start, after the title, at the end; then without."""
    if taken := marks.take_start(text):
        head = _head(taken.kept, definitions)
        yield from _lines(head, taken.kept, taken, "start")
    head = _head(text, definitions)
    if head and (middle := marks.take_after_title(text[head.end :])):
        yield from _lines(head, text, middle, "title")
    if taken := marks.take_end(text):
        yield from _lines(_head(taken.kept, definitions), taken.kept, taken, "end")
    yield from _lines(head, text, None, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The title with its link, and where it stands in the text."""

    title: str
    url: str | None = None
    start: int
    """After the lead."""
    end: int
    printed: str = ""
    """In normal form; "" when it is so already."""
    style: dict[str, str | bool]


def _lines(head: _Head | None, text: str, taken: Taken | None, place: str) -> Iterator[Line]:
    """The line whose head was found in `text`; `taken` are marks at that place."""
    if head is None:
        return
    separator, note = _note(taken.kept if taken and place == "title" else text[head.end :])
    style = dict(head.style)
    if note:
        style["separator"] = separator
    if taken:
        style["mark_gap"] = taken.gap
    if taken and (note or place == "start"):
        style["mark_place"] = place
    yield Line(
        title=head.title,
        url=head.url,
        lead=text[: head.start].strip(),
        note=note,
        marks=taken.marks if taken else (),
        style=style,
        canonical=_canonical(head, text, taken, place),
    )


def _canonical(head: _Head, text: str, taken: Taken | None, place: str) -> str:
    printed = head.printed or text[head.start : head.end]
    whole = text[: head.start] + printed + text[head.end :]
    if taken is None or place == "title":
        return whole
    return taken.off + whole if place == "start" else whole + taken.off


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


def _head(text: str, definitions: Mapping[str, Definition]) -> _Head | None:
    spans = scan(text, definitions)
    link = next((span for span in spans if span.is_web), None)
    limit = spans[0].start if spans else len(text)
    if link is None or link.start > limit:
        return _text_head(text, limit, has_links=bool(spans))
    around = _around(text, link)
    lead = text[: link.start - len(around)]
    if not lead:
        return _link_head(text, link, 0, around)
    if link.form in (Form.BARE, Form.AUTOLINK) and (label := _LABEL.fullmatch(lead)):
        return _label_head(text, link, label)
    found = _text_head(text, limit, has_links=True)
    if found is None and _LEAD.fullmatch(lead):
        return _link_head(text, link, len(lead), around)
    return found


def _around(text: str, link: Span) -> str:
    """The emphasis on both sides of a link."""
    found = _EMPHASIS.search(text, max(0, link.start - 3), link.start)
    return found[0] if found and text.startswith(found[0], link.end) else ""


def _link_head(text: str, link: Span, start: int, around: str) -> _Head | None:
    raw = text[link.start : link.end]
    if link.form in (Form.INLINE, Form.REFERENCE):
        title = text[slice(*link.text)].replace("\n", " ")
        form, printed = "inline", inline_link(title, link.url)
    else:
        title, form = link.url, "bare" if link.form is Form.BARE else "angle"
        printed = (bare if form == "bare" else autolink)(link.url) or ""
    if link.titled or link.form is Form.HTML or (form != "inline" and printed != raw):
        return None
    return _Head(
        title=title,
        url=link.url,
        start=start,
        end=link.end + len(around),
        printed=around + printed + around,
        style={"link": form, "emphasis": around},
    )


def _label_head(text: str, link: Span, label: re.Match[str]) -> _Head | None:
    """`title: url`."""
    form, printed = "bare", bare(link.url)
    if link.form is Form.AUTOLINK:
        form, printed = "angle", autolink(link.url)
    if printed != text[link.start : link.end]:
        return None
    return _Head(
        title=label[1],
        url=link.url,
        start=0,
        end=link.end,
        style={
            "link": "after",
            "label_link": form,
            "label_separator": _BLANKS.sub(" ", label[2]),
            "emphasis": "",
        },
    )


def _text_head(text: str, limit: int, *, has_links: bool) -> _Head | None:
    """A title without a link, up to a separator or the end; it ends before `limit`."""
    if (bold := _EMPHATIC.match(text)) and bold.end() <= limit:
        return _Head(title=bold[2], start=0, end=bold.end(), style={"emphasis": bold[1]})
    for found in _TEXT_SEPARATOR.finditer(text, 1, limit):
        title = text[: found.start()].rstrip()
        if title and _is_balanced(title) and text[found.end() :].strip():
            return _Head(title=title, start=0, end=found.start(), style={"emphasis": ""})
    if before := _BEFORE_BRACKET.fullmatch(text, 0, limit):
        return _Head(title=before[1], start=0, end=before.end(1), style={"emphasis": ""})
    if has_links or not text or "\n" in text:
        return None
    title = text[:-1] if _ENDS_IN_COLON.search(text) else text
    style: dict[str, str | bool] = {"emphasis": "", "title_end": text[len(title) :]}
    return _Head(title=title, start=0, end=len(text), style=style)


def _is_balanced(title: str) -> bool:
    """The separator after it stands in no brackets, quotation marks, emphasis or code."""
    pairs = all(title.count(pair[0]) == title.count(pair[1]) for pair in _PAIRS)
    return pairs and title.count("**") % 2 == 0 and title.count("`") % 2 == 0
