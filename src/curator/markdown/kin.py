"""One more entry where entries are no items of a Markdown list, but lines that begin with a link:
items of an HTML list, of a list in a quotation, paragraphs, lines with a break at their end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from curator.catalogue import Location
from curator.errors import CuratorError
from curator.markdown.blocks import Blocks, parse
from curator.markdown.entities import unescape, unescape_entities
from curator.markdown.escaping import attribute, inline_link
from curator.markdown.inline import Form, Span, scan
from curator.markdown.links import spans_of
from curator.markdown.source import newline_of, source_of

_BEFORE = re.compile(
    r"[ \t]*+(?:>[ \t]?)*+(?:[-*+][ \t]++)?(?P<item><li[^<>]*+>[ \t]*+)?"
    r"(?P<mark>\*\*|__|\*|_|<(?:b|strong)>)?"
)
_AFTER = re.compile(
    r"(?P<close>\*\*|__|\*|_|</(?:b|strong)>)?"
    r"(?P<separator>[ \t]*(?:-{1,3}|[–—−|：,，]|:)[ \t]*|[ \t]+|)"
    r"(?P<note>.*?)(?P<tail>[ \t]*(?:<br[ \t]*/?>|</li>|\\)?[ \t]*)"
)
_CELL = re.compile(r"<(?:li|td|dd|dt)\b", re.IGNORECASE)
_CLOSE_ANCHOR = re.compile(r"</a[ \t]*>", re.IGNORECASE)
_LONGEST = 5_000
"""Characters of a line that is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A line that is an entry: what stands around its title and its note."""

    line: int
    """0-based."""
    title: str
    form: Form
    before: str
    attributes: str
    """Of an HTML link, what follows its URL."""
    close: str
    separator: str
    """"" where it has no note."""
    tail: str


def kin_below(text: str, heading: Location) -> tuple[Kin, ...]:
    """The entries of the section whose heading stands there, where each is one such line.

    None where other lines of the section are as many, or where it is one paragraph that happens
    to begin with a link. Raises CuratorError where entries are in HTML of another form.
    """
    source = source_of(text, heading.path)
    blocks = parse(source)
    heads = (node.first for node in blocks.nodes if node.kind == "heading")
    end = next((first for first in heads if first > heading.line - 1), len(source.lines))
    lines = range(heading.line, end)
    firsts: dict[int, Span] = {}
    for span in spans_of(blocks):
        firsts.setdefault(source.line_of(span.start), span)
    kin = [one for at in lines if at in firsts and (one := _kin(blocks, at, firsts[at]))]
    said = [line for line in source.lines[heading.line : end] if _says(line)]
    is_list = kin and (kin[0].before.strip() or len(kin) > 1)
    if is_list and len(kin) * 2 > len(said):
        return tuple(kin)
    has_cells = any(_CELL.search(source.lines[at][:_LONGEST]) for at in lines)
    if has_cells and any(at in firsts and firsts[at].form is Form.HTML for at in lines):
        raise CuratorError(
            f"{heading}: the section is HTML, and not one line for each entry",
            hint="write the entry into it by hand",
        )
    return ()


def _says(line: str) -> bool:
    return bool(line.strip()) and re.fullmatch(r"[ \t>]*</?[ou]l\b[^<>]*>[ \t]*", line) is None


def _kin(blocks: Blocks, at: int, span: Span) -> Kin | None:
    source = blocks.source
    line, start = source.lines[at], source.starts[at]
    before = _BEFORE.fullmatch(line[: span.start - start])
    end = span.end
    if before is None or len(line) > _LONGEST or span.form not in (Form.INLINE, Form.HTML):
        return None
    if span.form is Form.HTML:
        closing = _CLOSE_ANCHOR.search(source.text, span.end, start + len(line))
        if closing is None:
            return None
        end = closing.end()
        title = source.text[span.end : closing.start()]
    else:
        title = source.text[slice(*span.text)]
    after = _AFTER.fullmatch(line, end - start)
    if after is None or bool(before["item"]) != after["tail"].strip().startswith("</li"):
        return None
    return Kin(
        line=at,
        title=title,
        form=span.form,
        before=before[0],
        attributes=source.text[span.place[1] + 1 : span.end - 1] if span.form is Form.HTML else "",
        close=after["close"] or "",
        separator=after["separator"] if after["note"] else "",
        tail=after["tail"],
    )


def insert_kin(
    text: str, kin: Sequence[Kin], at: int, *, title: str, url: str, note: str, path: str
) -> str:
    """`text` with one more such line, before the entry with the number `at` or behind the last.

    Raises CuratorError where the rest would not be read as before.
    """
    model = kin[at - 1] if at else kin[0]
    separators = [one.separator for one in kin if one.separator]
    usual = max(separators, key=separators.count) if separators else " - "
    line = _written(replace(model, separator=usual), title, url, note)
    source = source_of(text)
    is_spread = len(kin) > 1 and all(not source.lines[two.line - 1].strip() for two in kin[1:])
    first = model.line + 1 if at else model.line
    gap = [""] if is_spread else []
    new = [*gap, line] if at else [line, *gap]
    changed = _joined(text, first, new)
    where = first + (len(gap) if at else 0)
    if not _is_alone(text, changed, url, where):
        place = Location(path=path, line=first + 1, column=1)
        raise CuratorError(
            f"{place}: an entry can't be added here alone",
            hint=f"write it into the list by hand: {line.strip()}",
        )
    return changed


def _written(model: Kin, title: str, url: str, note: str) -> str:
    if model.form is Form.HTML:
        shown, said = _as_html(title), _as_html(note)
        link = f'<a href="{attribute(url)}"{model.attributes}>{shown}</a>'
    else:
        link, said = inline_link(title, url), note
    after = f"{model.separator}{said}" if said else ""
    return f"{model.before}{link}{model.close}{after}{model.tail}"


def _as_html(markdown: str) -> str:
    """Markdown is not read in HTML. Raises CuratorError where more than words would be lost."""
    if scan(markdown) or re.search(r"(?<!\\)[*`~]", markdown):
        raise CuratorError(
            "the section is HTML, in which Markdown is not read", hint="plain words alone"
        )
    return escape(unescape_entities(unescape(markdown)), quote=False)


def _joined(text: str, at: int, new: Sequence[str]) -> str:
    source, newline = source_of(text), newline_of(text)
    if at < len(source.starts):
        start = source.starts[at]
        return text[:start] + "".join(f"{line}{newline}" for line in new) + text[start:]
    return text + "".join(f"{newline}{line}" for line in new)


def _is_alone(text: str, changed: str, url: str, at: int) -> bool:
    """The link is new, on its line, and all other links and blocks are as they were."""
    before, after = parse(source_of(text)), parse(source_of(changed))
    spans = spans_of(after)
    there = [after.source.line_of(span.start) == at for span in spans]
    if [span.url for span, is_new in zip(spans, there, strict=True) if is_new] != [url]:
        return False
    rest = [span.url for span, is_new in zip(spans, there, strict=True) if not is_new]
    return rest == [span.url for span in spans_of(before)] and _heads(before) == _heads(after)


def _heads(blocks: Blocks) -> list[tuple[str, str, str]]:
    kinds = ("heading", "table", "fence", "code_block", "html_block", "blockquote")
    return [
        (node.kind, node.tag, node.text if node.kind != "html_block" else "")
        for node in blocks.walk()
        if node.kind in kinds
    ]
