"""Resources on an entry's own line: `([Demo](url), [Source](url))`, `[[pdf](url)]`, badges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from curator.catalogue import Resource
from curator.markdown.inline import Form, Span
from curator.markdown.resources import is_badge, is_word

_OPEN = r"[(\[（【]"
_CLOSE = r"[)\]）】]"
_BETWEEN = re.compile(rf"({_CLOSE}?)[ \t]*(?:[,，、;；|/·•&]|\\\||)[ \t]*({_OPEN}?)")
_GAP = re.compile(r"[ \t]*\Z")
_DASHED = re.compile(r"[ \t](?:[|→–—]|--?>?)[ \t]")
_BEFORE = re.compile(rf"[ \t]*(?:[,，、;；:：|·•→–—]|--?>?|)[ \t]*({_OPEN}?)\Z")
_AFTER_TITLE = re.compile(rf"[ \t]*(?:[,，、;；|/·•]|)[ \t]*({_OPEN}?)")
_BLANKS = re.compile(r"[ \t]+")
_PAIRS = {"(": ")", "[": "]", "（": "）", "【": "】", "": ""}
_LINKED = (Form.INLINE, Form.REFERENCE)
_LONGEST_JOINT = 8
"""Characters between two links of one run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """A run of resources, and where it stands in the text."""

    resources: tuple[Resource, ...]
    start: int
    end: int
    style: dict[str, str | bool]
    are_badges: bool = False


def badges_before(text: str, spans: Sequence[Span], end: int) -> Tail | None:
    """The pictures with links that end at `end`, each after a blank; the first may touch text."""
    start, found = end, list[Span]()
    for span in reversed(spans):
        gap = _GAP.search(text, max(0, span.start - _LONGEST_JOINT), span.start)
        if span.end != start or gap is None or not _is_badge(text, span):
            break
        start = gap.start()
        found.append(span)
        if not gap[0]:
            break
    return _badges(text, found[::-1], start, end) if found else None


def badges_after(text: str, spans: Sequence[Span], start: int) -> Tail | None:
    """The pictures with links that begin at `start`, each after a blank."""
    end, found = start, list[Span]()
    for span in spans:
        if span.start < start:
            continue
        gap = text[end : span.start]
        if not gap or gap.strip(" \t") or not _is_badge(text, span):
            break
        end = span.end
        found.append(span)
    return _badges(text, found, start, end) if found else None


def _badges(text: str, run: Sequence[Span], start: int, end: int) -> Tail:
    gap = " " if run[0].start > start else ""
    return replace(_tail(text, run, start, end, {"badge_gap": gap}), are_badges=True)


def links_before(text: str, spans: Sequence[Span], least: int, end: int) -> Tail | None:
    """The labelled links that end at `end`; not those that begin before `least`.

    What stands between brackets or after a dash counts, whatever it says, and so does what
    follows the title at once; other links must say `paper` or the like.
    """
    run = _run(text, [span for span in spans if span.start >= least], end)
    if not run:
        return None
    before = _BEFORE.search(text, max(least, run[0].start - _LONGEST_JOINT), run[0].start)
    after = text[run[-1].end : end]
    if before is None or _PAIRS[before[1]] != after:
        return None
    said = [text[slice(*span.text)] for span in run]
    bare_words = all(is_word(one) or is_badge(one) for one in said)
    is_apart = before[1] or _DASHED.match(before[0]) or before.start() == least
    if not (is_apart or bare_words):
        return None
    return _joined(text, run, before.start(), end)


def links_after(text: str, spans: Sequence[Span], start: int) -> Tail | None:
    """The labelled links that begin at `start`, right after the title."""
    later = [span for span in spans if span.start >= start]
    if not later:
        return None
    before = _AFTER_TITLE.fullmatch(text, start, later[0].start)
    if before is None or not _is_link(text, later[0]):
        return None
    run = [later[0]]
    for span in later[1:]:
        between = text[run[-1].end : span.start]
        if not _is_link(text, span) or not _joins(text, run, between, before[1]):
            break
        run.append(span)
    end = run[-1].end + len(_PAIRS[before[1]])
    if text[run[-1].end : end] != _PAIRS[before[1]]:
        return None
    return _joined(text, run, start, end)


def _run(text: str, spans: Sequence[Span], end: int) -> list[Span]:
    """The last links, as long as what joins them stays the same, in order."""
    if not spans or spans[-1].end not in (end, end - 1) or not _is_link(text, spans[-1]):
        return []
    run, joint = [spans[-1]], None
    for span in reversed(spans[:-1]):
        between = text[span.end : run[-1].start]
        if len(between) > _LONGEST_JOINT or not _is_link(text, span):
            break
        even = _BLANKS.sub(" ", between)
        if not _is_joint(between) or joint not in (None, even):
            break
        joint = even
        run.append(span)
    return run[::-1]


def _joins(text: str, run: Sequence[Span], between: str, opening: str) -> bool:
    if len(between) > _LONGEST_JOINT:
        return False
    found = _BETWEEN.fullmatch(between)
    if found is None or (found[1], found[2]) not in (("", ""), (_PAIRS[opening], opening)):
        return False
    if len(run) == 1:
        return True
    first = text[run[0].end : run[1].start]
    return _BLANKS.sub(" ", first) == _BLANKS.sub(" ", between)


def _is_joint(between: str) -> bool:
    found = _BETWEEN.fullmatch(between)
    return found is not None and _PAIRS[found[2]] == found[1]


def _joined(text: str, run: Sequence[Span], start: int, end: int) -> Tail:
    style: dict[str, str | bool] = {
        "resource_open": _BLANKS.sub(" ", text[start : run[0].start]),
        "resource_close": text[run[-1].end : end],
    }
    if len(run) > 1:
        style["resource_between"] = _BLANKS.sub(" ", text[run[0].end : run[1].start])
    return _tail(text, run, start, end, style)


def _tail(
    text: str, run: Sequence[Span], start: int, end: int, style: dict[str, str | bool]
) -> Tail:
    resources = tuple(
        Resource(label=text[slice(*span.text)].replace("\n", " "), url=span.url) for span in run
    )
    return Tail(resources=resources, start=start, end=end, style=style)


def _is_link(text: str, span: Span) -> bool:
    plain = span.is_web and span.form in _LINKED and not span.title
    return plain and bool(label := text[slice(*span.text)].strip()) and not is_badge(label)


def _is_badge(text: str, span: Span) -> bool:
    plain = span.is_web and span.form in _LINKED and not span.title
    return plain and is_badge(text[slice(*span.text)])
