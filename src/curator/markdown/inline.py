"""Links in one run of inline Markdown, with the place of every part, in linear time.

Follows CommonMark 0.31 (sections 6.1 to 6.6: code spans, links, images, autolinks, raw HTML) and
GitHub's extended autolinks (GFM 6.9, `extensions/autolink.c` of cmark-gfm), on which cmark-gfm is
the judge. Emphasis does not matter to links and is not read.

One deviation is meant: GitHub lets a bare URL run on over full-width punctuation and special
spaces (`https://a.example，见下`), which no person means; here the URL ends before them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from curator.markdown.bare import bare_end, may_begin
from curator.markdown.entities import PUNCTUATION, label_key, unescape, unescape_entities
from curator.markdown.tags import Tag, Tags

_SPACE = r" \t\n\x0b\x0c\r"
_SPECIAL = re.compile(r"[\\`<\[\]]|!\[|(?i:https?|ftp)://|www\.")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20\x7f<>]*+)>")
_GAP = rf"[{_SPACE}]*+"
_ANGLE = r"<((?:[^<>\\\n]|\\.)*+)>"
_TITLE = r"""(?:"(?:[^"\\]|\\[\s\S])*+"|'(?:[^'\\]|\\[\s\S])*+'|\((?:[^()\\]|\\[\s\S])*+\))"""
_OPEN_PAREN = re.compile(rf"\({_GAP}")
_ANGLE_DESTINATION = re.compile(_ANGLE)
_CLOSE_PAREN = re.compile(rf"(?:[{_SPACE}]++({_TITLE}))?+{_GAP}\)")
_PLAIN = re.compile(r"(?:[^\x00-\x20\x7f()\\]|\\[!-/:-@\[-`{-~]|\\)++")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\[\s\S]){0,999}+)\]")
_MAX_PARENS = 32
"""How deep cmark lets parentheses nest in a destination."""

_WEB = re.compile(r"(?i:https?):")


class Form(StrEnum):
    """How a link is written."""

    INLINE = "inline"  # [text](url)
    REFERENCE = "reference"  # [text][label], [label][] or [label], defined elsewhere
    AUTOLINK = "autolink"  # <url>
    BARE = "bare"  # the URL itself
    HTML = "html"  # <a href="url">


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a reference label stands for."""

    url: str
    start: int
    """Of the URL as written, in the whole file."""
    end: int
    title: str = ""
    """Of a definition such as `[label]: url "title"`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One link, by offsets in the text that was scanned."""

    form: Form
    start: int
    end: int
    """After the closing bracket, parenthesis, angle or tag."""
    text: tuple[int, int]
    """What stands between the brackets; the URL's own place where there are none."""
    url: str
    """As a browser follows it: escapes and entities undone."""
    place: tuple[int, int]
    """The URL as written; in the whole file for REFERENCE."""
    title: str = ""
    """What `[text](url "title")` shows under the mouse, escapes and entities undone."""

    @property
    def is_web(self) -> bool:
        return _WEB.match(self.url) is not None

    def moved(self, by: int) -> Span:
        """The same link with so many more characters before it."""
        return Span(  # `replace` takes twice the time, and a long list has many links
            form=self.form,
            start=self.start + by,
            end=self.end + by,
            text=(self.text[0] + by, self.text[1] + by),
            url=self.url,
            place=(self.place[0] + by, self.place[1] + by),
            title=self.title,
        )


def scan(text: str, definitions: Mapping[str, Definition] | None = None) -> list[Span]:
    """Every link in `text`, relative ones included, in order of their ends."""
    return _Scanner(text, definitions or {}).run()


@dataclass(slots=True)
class _Opener:
    """A `[` or `![` that still waits for its `]`."""

    at: int
    inner: int
    image: bool
    number: int
    """How many openers came before: to see whether one came after."""


class _Scanner:
    """One pass from left to right; every step moves on or drops an opener."""

    def __init__(self, text: str, definitions: Mapping[str, Definition]) -> None:
        self.text = text
        self.definitions = definitions
        self.tags = Tags(text)
        self.spans: list[Span] = []
        self.openers: list[_Opener] = []
        self.opened = 0
        self.inactive = 0
        """Link openers below this index may not open a link: links don't nest."""
        self.anchor: str | None = None
        self.ticks: dict[int, list[int]] | None = None
        self.last_paren = text.rfind(")")

    def run(self) -> list[Span]:
        at = 0
        while found := _SPECIAL.search(self.text, at):
            at = self.step(found[0], found.start(), found.end())
        return self.spans

    def step(self, what: str, at: int, after: int) -> int:
        """Read what begins at `at`; where to go on."""
        match what:
            case "\\":
                return after + (self.text[after : after + 1] in PUNCTUATION)
            case "`":
                return self.code(at)
            case "<":
                return self.angle(at)
            case "[" | "![":
                self.openers.append(_Opener(at, after, what == "![", self.opened))
                self.opened += 1
                return after
            case "]":
                return self.close(at)
            case _:
                return self.bare(what, at, after)

    def code(self, at: int) -> int:
        """Over a code span; over the backticks alone when nothing closes them."""
        if self.ticks is None:
            self.ticks = _tick_runs(self.text)
        ticks = _TICKS.match(self.text, at)
        assert ticks is not None
        later = self.ticks.get(len(ticks[0]), [])
        while later and later[-1] < ticks.end():
            later.pop()
        return later[-1] + len(ticks[0]) if later else ticks.end()

    def angle(self, at: int) -> int:
        if auto := _AUTOLINK.match(self.text, at):
            self.add(Form.AUTOLINK, at, auto.end(), auto.span(1), unescape_entities(auto[1]))
            return auto.end()
        tag = self.tags.at(at)
        if tag is None:
            return at + 1
        self.html(tag)
        return tag.end

    def html(self, tag: Tag) -> None:
        if tag.name == "a":
            self.anchor = None
            if tag.href is not None:
                self.anchor = unescape_entities(self.text[slice(*tag.href)]).strip()
                self.add(Form.HTML, tag.start, tag.end, tag.href, self.anchor)

    def bare(self, what: str, at: int, after: int) -> int:
        """A URL that stands for itself; never inside brackets, as on GitHub."""
        www = what == "www."
        if self.openers or not may_begin(self.text, at, www=www):
            return after
        end = bare_end(self.text, at, at if www else after, www=www)
        if end is None:
            return after
        url = ("http://" if www else "") + self.text[at:end]
        if url != self.anchor:
            self.add(Form.BARE, at, end, (at, end), url)
        return end

    def close(self, at: int) -> int:
        """A `]`: the end of a link or an image, or just a bracket."""
        if not self.openers:
            return at + 1
        opener = self.openers.pop()
        allowed = opener.image or len(self.openers) >= self.inactive
        self.inactive = min(self.inactive, len(self.openers))
        span = self.link(opener, at) if allowed else None
        if span is None:
            return at + 1
        if opener.image:
            while self.spans and self.spans[-1].start > opener.at:
                self.spans.pop()
        else:
            self.inactive = len(self.openers)
            self.spans.append(span)
        return span.end

    def link(self, opener: _Opener, at: int) -> Span | None:
        return self.inline(opener, at) or (self.reference(opener, at) if self.definitions else None)

    def inline(self, opener: _Opener, at: int) -> Span | None:
        """`](url "title")`."""
        if at > self.last_paren:
            return None
        before = _OPEN_PAREN.match(self.text, at + 1)
        place = _destination(self.text, before.end()) if before else None
        if place is None:
            return None
        angled = self.text.startswith("<", place[0] - 1) and self.text.startswith(">", place[1])
        after = _CLOSE_PAREN.match(self.text, place[1] + angled)
        if after is None:
            return None
        return _span(
            Form.INLINE,
            (opener.at, after.end()),
            (opener.inner, at),
            unescape(self.text[slice(*place)]),
            place,
            title=unescape(after[1][1:-1]) if after[1] else "",
        )

    def reference(self, opener: _Opener, at: int) -> Span | None:
        """`][label]`, `][]`, or nothing more than the `]`."""
        label = _LABEL.match(self.text, at + 1)
        end = label.end() if label else at + 1
        key = label_key(label[1]) if label else ""
        if not key:
            inner = self.opened - 1 != opener.number or at - opener.inner > 999
            key = "" if inner else label_key(self.text[opener.inner : at])
        found = self.definitions.get(key) if key else None
        if found is None:
            return None
        return _span(
            Form.REFERENCE,
            (opener.at, end),
            (opener.inner, at),
            found.url,
            (found.start, found.end),
            title=found.title,
        )

    def add(self, form: Form, start: int, end: int, place: tuple[int, int], url: str) -> None:
        self.spans.append(_span(form, (start, end), place, url, place))


def _span(
    form: Form,
    whole: tuple[int, int],
    text: tuple[int, int],
    url: str,
    place: tuple[int, int],
    *,
    title: str = "",
) -> Span:
    return Span(
        form=form,
        start=whole[0],
        end=whole[1],
        text=text,
        url=url.strip(),
        place=place,
        title=title,
    )


def _tick_runs(text: str) -> dict[int, list[int]]:
    """Where runs of backticks of each length start, last first."""
    runs: dict[int, list[int]] = {}
    for run in reversed(list(_TICKS.finditer(text))):
        runs.setdefault(len(run[0]), []).append(run.start())
    return runs


def _destination(text: str, at: int) -> tuple[int, int] | None:
    """The place of a link's URL that begins at `at`, without angles; None when there is none."""
    if text.startswith("<", at):
        angle = _ANGLE_DESTINATION.match(text, at)
        return angle.span(1) if angle else None
    depth, end = 0, at
    while True:
        plain = _PLAIN.match(text, end)
        end = plain.end() if plain else end
        here = text[end : end + 1]
        if here == "(" and depth < _MAX_PARENS:
            depth += 1
        elif here == ")" and depth:
            depth -= 1
        else:
            return (at, end) if not depth and here != "(" else None
        end += 1
