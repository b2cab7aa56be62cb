"""Changing URLs in a Markdown file, and nothing else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from curator.catalogue import Location
from curator.errors import CuratorError
from curator.markdown.blocks import parse
from curator.markdown.escaping import angled, attribute, autolink, bare, destination
from curator.markdown.inline import Form, Span
from curator.markdown.links import spans_of
from curator.markdown.source import source_of

_HINT = "change it by hand, then check again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One URL for another, at one place."""

    location: Location
    """Of the URL's first character."""
    old: str
    new: str


def replace_url(text: str, location: Location, old: str, new: str) -> str:
    """`text` with the URL `old`, which begins at `location`, replaced by `new`.

    Every other character stays. Where `new` already stands, nothing changes. Raises CuratorError
    when something else stands there, or when `new` can't be written there so that the file's
    links, read again, are the same but for this one.
    """
    return _spliced(text, [Edit(location=location, old=old, new=new)])


def replace_urls(text: str, edits: Sequence[Edit]) -> tuple[str, tuple[tuple[Edit, str], ...]]:
    """`text` with all edits made that can be, each as `replace_url` makes it.

    With it, the edits that can't be made, each with the reason.
    """
    try:
        return _spliced(text, edits), ()
    except CuratorError as error:
        if len(edits) == 1:
            return text, ((edits[0], error.message),)
    below_first = sorted(edits, key=lambda edit: (edit.location.line, edit.location.column))
    middle = len(edits) // 2
    text, refused_below = replace_urls(text, below_first[middle:])  # places above stay true
    text, refused_above = replace_urls(text, below_first[:middle])
    return text, (*refused_above, *refused_below)


def _spliced(text: str, edits: Sequence[Edit]) -> str:
    """With every edit made: as plainly as each can be written, else one of them less so."""
    source = source_of(text, edits[0].location.path)
    spans = spans_of(parse(source))
    by_start = {span.place[0]: span for span in reversed(spans)}
    wanted: dict[tuple[int, int], tuple[Span, str]] = {}
    for edit in edits:
        span = _found(by_start, source.offset(edit.location), edit)
        if span.url != edit.new:
            wanted[span.place] = (span, edit.new)
    if not wanted:
        return text
    ways = [_ways(text, span, new) for span, new in wanted.values()]
    for choice in range(max(map(len, ways))):
        written = {
            place: found[min(choice, len(found) - 1)]
            for place, found in zip(wanted, ways, strict=True)
            if found
        }
        changed = _put(text, written)
        new = {place: new for place, (_, new) in wanted.items()}
        if len(written) == len(wanted) and _only_these_changed(spans, changed, new, written):
            return changed
    raise CuratorError(f"{edits[0].location}: {edits[0].new} can't be written there", hint=_HINT)


def _found(by_start: Mapping[int, Span], offset: int | None, edit: Edit) -> Span:
    span = by_start.get(-1 if offset is None else offset)
    if span is None or span.url not in (edit.old, edit.new):
        stands = f"{span.url} stands there" if span else "no link begins there"
        raise CuratorError(f"{edit.location}: expected {edit.old}, but {stands}", hint=_HINT)
    return span


def _put(text: str, written: Mapping[tuple[int, int], str]) -> str:
    parts, at = [], 0
    for (start, end), raw in sorted(written.items()):
        parts += [text[at:start], raw]
        at = end
    return "".join([*parts, text[at:]])


def _ways(text: str, span: Span, new: str) -> list[str]:
    """What could be written in the URL's place, plainest first."""
    start, end = span.place
    match span.form:
        case Form.HTML:
            return [attribute(new)]
        case Form.AUTOLINK:
            return [raw[1:-1] for raw in (autolink(new),) if raw]
        case Form.BARE:
            return [raw for raw in (bare(new), autolink(new)) if raw]
        case Form.INLINE | Form.REFERENCE:
            is_angled = text[start - 1 : start] == "<" and text[end : end + 1] == ">"
            raw = angled(new) if is_angled else destination(new)
            return [raw, raw.replace("|", "\\|")] if "|" in raw else [raw]  # a bar ends a cell


def _only_these_changed(
    before: Sequence[Span],
    changed: str,
    new: Mapping[tuple[int, int], str],
    written: Mapping[tuple[int, int], str],
) -> bool:
    """The links of the changed text are those before, but for the URLs at some places."""
    after = spans_of(parse(source_of(changed)))
    places = sorted(written)
    starts = [place[0] for place in places]
    shifts = [0, *accumulate(len(written[place]) - (place[1] - place[0]) for place in places)]
    return len(before) == len(after) and all(
        now.url == new.get(was.place, was.url)
        and now.place[0] - was.place[0] - shifts[bisect_left(starts, was.place[0])]
        in ((0, 1) if was.place in new else (0,))  # one on, where angles had to be put around it
        for was, now in zip(before, after, strict=True)
    )
