"""Changing one URL in a Markdown file, and nothing else."""

from __future__ import annotations

from curator.catalogue import Location
from curator.errors import CuratorError
from curator.markdown.blocks import parse
from curator.markdown.escaping import angled, attribute, autolink, bare, destination
from curator.markdown.inline import Form, Span
from curator.markdown.links import spans_of
from curator.markdown.source import source_of

_HINT = "change it by hand, then check again"


def replace_url(text: str, location: Location, old: str, new: str) -> str:
    """`text` with the URL `old`, which begins at `location`, replaced by `new`.

    Every other character stays. Where `new` already stands, nothing changes. Raises CuratorError
    when something else stands there, or when `new` can't be written there so that the file's
    links, read again, are the same but for this one.
    """
    source = source_of(text, location.path)
    offset = source.offset(location)
    spans = spans_of(parse(source))
    found = [span for span in spans if span.place[0] == offset]
    if not found or found[0].url not in (old, new):
        stands = f"{found[0].url} stands there" if found else "no link begins there"
        raise CuratorError(f"{location}: expected {old}, but {stands}", hint=_HINT)
    if found[0].url == new:
        return text
    start, end = found[0].place
    for raw in _ways(text, found[0], new):
        changed = text[:start] + raw + text[end:]
        if _only_this_changed(spans, changed, found[0].place, len(raw), new):
            return changed
    raise CuratorError(f"{location}: {new} can't be written there safely", hint=_HINT)


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
            return [angled(new) if is_angled else destination(new)]


def _only_this_changed(
    before: list[Span], changed: str, place: tuple[int, int], length: int, new: str
) -> bool:
    """The links of the changed text are those before, but for the URL at one place."""
    after = spans_of(parse(source_of(changed)))
    shift = length - (place[1] - place[0])
    return len(before) == len(after) and all(
        now.url == (new if was.place == place else was.url)
        and now.place[0] - (shift if was.place[0] > place[0] else 0) in _starts(was, place)
        for was, now in zip(before, after, strict=True)
    )


def _starts(was: Span, place: tuple[int, int]) -> tuple[int, ...]:
    """Where the URL may begin now: one character on, where angles had to be put around it."""
    return (was.place[0], was.place[0] + 1) if was.place == place else (was.place[0],)
