"""The anchors that GitHub gives to headings: where `[Title](#title)` leads.

GitHub takes a heading's text in lower case, drops what is no letter, digit, mark, connector, dash
or blank, makes blanks dashes, and numbers what is taken (html-pipeline's TableOfContentsFilter,
whose results github-slugger lists). A shortcode such as `:rocket:` counts by its name, a picture
not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt

from curator.markdown.blocks import Blocks, parse
from curator.markdown.entities import unescape_entities
from curator.markdown.source import source_of

_HTML_HEADING = re.compile(
    r"<h([1-6])(?:\s[^<>]{0,1000})?>(.{0,1000}?)</h\1\s*>", re.IGNORECASE | re.DOTALL
)
_OWN = re.compile(r"#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_REFERENCE = re.compile(r"\](?!\()")
_MARKED = re.compile(r"[ \t>*+.)\d-]*#{1,6}(?:[ \t]|\Z)")
_UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+)[ \t]*")
_HTML = re.compile(r"<h[1-6]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LONGEST = 1000
"""Characters of a heading that count."""
_KEPT = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
_LETTERS_IN_SHAPES = re.compile("[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f189]")
"""Symbols that Unicode counts as alphabetic."""
_SAID = frozenset({"text", "code_inline"})


def anchors(blocks: Blocks) -> dict[int, str]:
    """Of each heading, by its 0-based line, the anchor.

    Those in quotes, items and HTML count too.
    """
    found: dict[int, str] = {}
    for line, name in _named(blocks):
        found.setdefault(line, name)
    return found


def anchors_in(lines: Sequence[str], headings: Sequence[int]) -> dict[int, str]:
    """The same of lines of which some are headings, by number; the rest is only read as Markdown
    where it may hold others."""
    own = [line for line in headings if line >= 0]
    texts = [text[1] or "" for line in own if (text := _OWN.fullmatch(lines[line]))]
    others = set(range(len(lines))).difference(own)
    is_plain = len(texts) == len(own) and not any(map(_REFERENCE.search, texts))
    if not is_plain or any(_may_be_one(lines, line) for line in others):
        return anchors(parse(source_of("\n".join(lines))))
    taken: dict[str, int] = {}
    names = (_untaken(anchor_of(plain(text)), taken) for text in texts)
    return dict(zip(own, names, strict=True))


def _may_be_one(lines: Sequence[str], at: int) -> bool:
    line = lines[at]
    is_under = at > 0 and bool(lines[at - 1].strip()) and _UNDERLINE.fullmatch(line) is not None
    return is_under or _MARKED.match(line) is not None or _HTML.search(line) is not None


def anchor_names(blocks: Blocks) -> list[str]:
    """Of every heading, those of several on a line included, in order."""
    return [name for _, name in _named(blocks)]


def anchor_of(text: str) -> str:
    """The anchor of a heading that reads `text`, where no other has it."""
    return "".join(filter(_is_kept, text.lower())).replace(" ", "-")


def plain(markdown: str, labels: frozenset[str] = frozenset()) -> str:
    """The text of inline Markdown; `labels` are defined, upper case."""
    references = {label: {"href": "#", "title": ""} for label in labels}
    (token,) = _inline().parseInline(markdown[:_LONGEST], {"references": references})
    return "".join(part.content for part in token.children or () if part.type in _SAID)


def _named(blocks: Blocks) -> Iterator[tuple[int, str]]:
    taken: dict[str, int] = {}
    return ((line, _untaken(anchor_of(text), taken)) for line, text in _headings(blocks))


def _headings(blocks: Blocks) -> Iterator[tuple[int, str]]:
    labels = frozenset(label.upper() for label in blocks.definitions)
    for node in blocks.walk():
        if node.kind == "heading":
            yield node.first, plain(node.text, labels)
        elif node.kind == "html_block":
            for heading in _HTML_HEADING.finditer(node.text):
                yield node.first, unescape_entities(_TAG.sub("", heading[2]))


def _untaken(anchor: str, taken: dict[str, int]) -> str:
    name = anchor
    while name in taken:
        taken[anchor] += 1
        name = f"{anchor}-{taken[anchor]}"
    taken[name] = 0
    return name


def _is_kept(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in "_- "
    return unicodedata.category(character) in _KEPT or bool(_LETTERS_IN_SHAPES.match(character))


@cache
def _inline() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("strikethrough")
