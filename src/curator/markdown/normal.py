"""The normal form of a run of inline Markdown: what differs only here looks the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from curator.markdown.escaping import inline_link
from curator.markdown.inline import Definition, Form, Span, scan

_BLANKS = re.compile(r"[ \t]+")


def normal(text: str, definitions: Mapping[str, Definition]) -> str:
    """With every link in the one form `[text](url "title")`, or with double quotation marks in
    HTML, and blanks evened."""
    if "]" not in text and "<" not in text:
        return evened(text)
    return with_plain_links(text, scan(text, definitions))


def with_plain_links(text: str, spans: Iterable[Span]) -> str:
    """The normal form of a text whose links are known."""
    parts, at = [], 0
    for span in spans:
        if span.form in (Form.INLINE, Form.REFERENCE) and span.start >= at:
            said = text[slice(*span.text)].replace("\n", " ")
            parts += [text[at : span.start], inline_link(said, span.url, span.title)]
            at = span.end
        elif span.form is Form.HTML and span.start >= at:
            start, end = span.place
            quoted = text[start - 1] in "\"'"
            url = text[start:end].replace('"', "&quot;")
            parts += [text[at : start - quoted], f'"{url}"']
            at = end + quoted
    return evened("".join([*parts, text[at:]]))


def evened(text: str) -> str:
    """With runs of blanks as one; those of a hard line break as two."""
    lines = text.strip().split("\n")
    folded = [_BLANKS.sub(" ", line.strip()) for line in lines]
    ends = ["  " if line.endswith("  ") else "" for line in lines[:-1]]
    return "\n".join(line + end for line, end in zip(folded, [*ends, ""], strict=True))
