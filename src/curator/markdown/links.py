"""Every link of a Markdown text, at its place."""

from __future__ import annotations

from collections.abc import Iterator

from curator.markdown.blocks import Blocks, Node, parse, placer
from curator.markdown.entities import unescape_entities
from curator.markdown.inline import Form, Span, scan
from curator.markdown.source import source_of
from curator.markdown.tags import anchors

_INLINE = frozenset({"paragraph", "heading", "th", "td"})
_OPAQUE = frozenset({"html_block", "fence", "code_block", "hr"})


def links_in(markdown: str) -> tuple[tuple[int, str], ...]:
    """(offset, url) of every web link a reader of `markdown` can follow, in order.

    The offset is that of the URL's first character; for a reference link it points into its
    definition. Inline and reference links, `<url>`, bare URLs and `<a href>` count; images,
    relative links, #anchors and mail addresses do not, nor does anything in code or comments.
    A bare URL ends before full-width punctuation, where GitHub would run on.
    """
    spans = spans_of(parse(source_of(markdown)))
    return tuple((span.place[0], span.url) for span in spans)


def spans_of(blocks: Blocks) -> list[Span]:
    """The web links of a parsed text by offsets in the file, in order of where they are used."""
    found = [span for span in _all(blocks) if span.is_web]
    return sorted(found, key=lambda span: (span.start, span.place))


def _all(blocks: Blocks) -> Iterator[Span]:
    covered = set(blocks.defined)
    for node in blocks.walk():
        if node.kind in _INLINE:
            yield from _inline(blocks, node)
        elif node.kind == "html_block":
            yield from _html(blocks, node)
        if node.kind in _INLINE or node.kind in _OPAQUE or node.kind == "table":
            covered.update(range(node.first, node.last))
    yield from _uncovered(blocks, covered)


def _inline(blocks: Blocks, node: Node) -> Iterator[Span]:
    spans = scan(node.text, blocks.definitions)
    if not spans:
        return
    at = placer(blocks.source, node)
    for span in spans:
        elsewhere = span.form is Form.REFERENCE
        yield Span(
            form=span.form,
            start=at(span.start),
            end=at(span.end - 1) + 1,
            text=(at(span.text[0]), at(span.text[1])),
            url=span.url,
            place=span.place if elsewhere else (at(span.place[0]), at(span.place[1])),
            title=span.title,
        )


def _html(blocks: Blocks, node: Node) -> Iterator[Span]:
    source = blocks.source
    start = source.starts[node.first]
    end = source.starts[node.last - 1] + len(source.lines[node.last - 1])
    html = source.text[start:end]
    for tag in anchors(html):
        assert tag.href is not None
        place = (start + tag.href[0], start + tag.href[1])
        url = unescape_entities(html[slice(*tag.href)]).strip()
        yield Span(
            form=Form.HTML,
            start=start + tag.start,
            end=start + tag.end,
            text=place,
            url=url,
            place=place,
        )


def _uncovered(blocks: Blocks, covered: set[int]) -> Iterator[Span]:
    """Links on lines nested deeper than the parser looks."""
    source = blocks.source
    for number in range(source.front, len(source.lines)):
        line = source.lines[number]
        if number not in covered and line.strip():
            yield from _inline(blocks, Node("paragraph", number, number + 1, text=line.rstrip()))
