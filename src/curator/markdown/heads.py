"""Where an item's title stands, with its link: what is before its note, resources and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from curator.markdown.escaping import autolink, bare, is_www
from curator.markdown.inline import Form, Span
from curator.markdown.resources import is_word
from curator.markdown.style import PAIRS, pair

_EMPHASIS = re.compile(r"(?:\*{1,3}|_{1,2}|~~)\Z")
_EMPHATIC = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1(?!\w)")
_BOLD_TAG = re.compile(r"<(?:b|strong|i|em)>\Z")
_WHOLE = r":[a-z0-9_+-]{2,30}:|!\[[^\[\]\n]{0,80}\](?:\([^()\s]{1,300}\)|\[[^\[\]\n]{0,60}\])?"
_LEAD = re.compile(
    rf"(?P<said>(?>{_WHOLE}|[^。！？；：:\n]){{1,60}}?)"
    r"(?P<gap>(?<![.!?])[ \t]+|(?<=[】）)」》〕\]>\u200b-\u200f\u202a-\u202e\u2066-\u2069])|)\Z"
)
_LABEL_LEAD = re.compile(r"(?P<said>[^\n。！？；]{0,60}[^:：\n\s][:：])(?P<gap>[ \t]*)\Z")
_LABEL = re.compile(r"([^:：\n]*[^:：\s])([ \t]*[:：][ \t]*)\Z")
_NAME = re.compile(
    r"([^\n:：。！？；,，]{0,60}[^\s:：。！？；,，(（\[【<-])([ \t]+(?:(?:[-–—|])[ \t]+)?)\Z"
)
_TEXT_SEPARATOR = re.compile(r"[ \t]*：|:(?=[ \t])|[ \t]+(?:--?|[–—])(?=[ \t])|[ \t]*\n")
_DATED = re.compile(
    r"(?P<said>(?P<mark>\*\*|__|)"
    r"(?:\[[\d./\- ]{2,12}\]|\([\d./\- ]{2,12}\)|[\d./-]{4,12}|`[^`\n]{1,30}`)(?P=mark))"
    r"(?P<gap>[ \t]*)(?=[^\s\[(:：,，])"
)
_DASH = re.compile(r"[ \t]*：|[ \t]+(?:--?|[–—])(?=[ \t])|[ \t]*\n")
_BEFORE_BRACKET = re.compile(
    r"([^\s\[(（【][^\n。！？\[(（【]{0,200}?)[ \t]*[\[(（【]{1,2}[^\n。！？\])）】]{0,80}"
)
"""`title [[paper](url)]`, `title (see [code](url))`"""
_WORDY = re.compile(r"(?P<title>[^\n]{3,400}?)[ \t]*[,，:：;；|–—-]?[ \t]*[\[(（【]?\Z")
"""What stands before a link that says `paper` or the like."""
_SHORTCODE = re.compile(r":[a-z0-9_+-]{1,30}\Z")
_ENDS_IN_COLON = re.compile(r"[^:：\s][:：]\Z")
_INSIDE = re.compile(r"(\*\*|__|~~|\*|_|`|<(?:b|strong|i|em)>)(?=\S)")
_BLANKS = re.compile(r"[ \t]+")
_CLOSE_ANCHOR = re.compile(r"</[aA]\s*>")
_PAIRS = ("()", "[]", "（）", "《》", "“”", "【】")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A title, and where it ends in the text."""

    title: str
    url: str | None = None
    tooltip: str = ""
    lead: str = ""
    end: int
    style: dict[str, str | bool]


def find_head(text: str, spans: Sequence[Span], *, has_tail: bool) -> Head | None:
    """The title of the item `text`, whose links are `spans`.

    `has_tail`: resources were taken off its end, so a colon in what is left needs not end a title.
    """
    first = spans[0] if spans else None
    if first is None or not first.is_web:
        return _unlinked_head(text, spans, has_tail=has_tail)
    around = _around(text, first)
    before = text[: first.start - len(pair(around)[0])]
    if not before:
        return _link_head(text, first, around, "")
    if first.form in (Form.BARE, Form.AUTOLINK):
        label = _LABEL.fullmatch(before) or _NAME.fullmatch(before)
        if label and not label[1].lstrip().startswith(("[", "!")):
            return _label_head(text, first, label)
    elif (said := _LABEL_LEAD.fullmatch(before)) and _is_only(text, first, spans):
        return _link_head(text, first, around, said["said"], said["gap"])
    found = _text_head(text, first.start, has_links=True, has_tail=False)
    if found is None and is_word(text[slice(*first.text)]) and sum(map(str.isalpha, before)) > 2:
        said = _WORDY.fullmatch(before)
        return _dated_head(said["title"]) if said else None
    if found is None and _is_balanced(before) and (said := _LEAD.fullmatch(before)):
        return _link_head(text, first, around, said["said"], said["gap"])
    return found


def _is_only(text: str, link: Span, spans: Sequence[Span]) -> bool:
    """A label before one link: that of a title, unless the link says `paper` or the like."""
    return len(spans) == 1 and not is_word(text[slice(*link.text)])


def _unlinked_head(text: str, spans: Sequence[Span], *, has_tail: bool) -> Head | None:
    first = spans[0] if spans else None
    if first and first.form in (Form.INLINE, Form.REFERENCE):
        around = _around(text, first)
        if first.start == len(
            pair(around)[0]
        ):  # it leads to a file beside the list, or to a heading
            return Head(
                title=text[first.start : first.end],
                end=first.end + len(pair(around)[1]),
                style={"emphasis": around},
            )
    limit = first.start if first else len(text)
    return _text_head(text, limit, has_links=bool(spans), has_tail=has_tail)


def _around(text: str, link: Span) -> str:
    """The emphasis on both sides of a link."""
    if link.form is Form.HTML:
        found = _BOLD_TAG.search(text, max(0, link.start - 8), link.start)
        close = _CLOSE_ANCHOR.search(text, link.end) if found else None
        closed = found and close and text.startswith(f"</{found[0][1:]}", close.end())
        return found[0] if found and closed else ""
    found = _EMPHASIS.search(text, max(0, link.start - 3), link.start)
    if found:
        return found[0] if text.startswith(found[0], link.end) else ""
    both = text[link.start - 1 : link.start] + text[link.end : link.end + 1]
    return both if both in PAIRS and link.form is Form.INLINE else ""


def _link_head(text: str, link: Span, around: str, lead: str, gap: str = " ") -> Head | None:
    style: dict[str, str | bool] = {"emphasis": around}
    if lead:
        style["lead_gap"] = " " if gap else ""
    if link.form is Form.HTML:
        return _anchor_head(text, link, around, lead, style)
    if link.form in (Form.INLINE, Form.REFERENCE):
        inside, title = _unwrapped(text[slice(*link.text)].replace("\n", " "))
        style["emphasis_inside"] = inside
        form = "inline"
    else:
        raw = text[link.start : link.end]
        form = "bare" if link.form is Form.BARE else "angle"
        title = raw if is_www(raw) else link.url
        if title != raw and autolink(link.url) != raw:
            return None
    return Head(
        title=title,
        url=link.url,
        tooltip=link.title,
        lead=lead.strip(),
        end=link.end + len(pair(around)[1]),
        style=style | {"link": form},
    )


def _anchor_head(
    text: str, link: Span, around: str, lead: str, style: dict[str, str | bool]
) -> Head | None:
    """`<a href="url">title</a>`."""
    close = _CLOSE_ANCHOR.search(text, link.end)
    if close is None:
        return None
    end = close.end() + len(pair(around)[1])
    is_quoted = text[link.place[0] - 1] in "\"'"
    attributes = text[link.place[1] + is_quoted : link.end - 1]
    style["emphasis_inside"], title = _unwrapped(text[link.end : close.start()])
    return Head(
        title=title,
        url=link.url,
        lead=lead.strip(),
        end=end,
        style=style | {"link": "html", "link_attributes": attributes},
    )


def _unwrapped(title: str) -> tuple[str, str]:
    """The emphasis that is around the whole of a title, and the title without it."""
    found = _INSIDE.match(title)
    opening, closing = pair(found[0]) if found else ("", "")
    inner = title[len(opening) : -len(closing)] if found and title.endswith(closing) else ""
    if not inner or inner != inner.strip() or opening in inner or inner.startswith(opening[0]):
        return "", title
    return opening, inner


def _label_head(text: str, link: Span, label: re.Match[str]) -> Head | None:
    """`title: url`."""
    form, printed = "bare", bare(link.url)
    if link.form is Form.AUTOLINK:
        form, printed = "angle", autolink(link.url)
    if printed != text[link.start : link.end]:
        return None
    return Head(
        title=label[1],
        url=link.url,
        end=link.end,
        style={
            "link": "after",
            "label_link": form,
            "label_separator": _BLANKS.sub(" ", label[2]),
            "emphasis": "",
        },
    )


def _text_head(text: str, limit: int, *, has_links: bool, has_tail: bool) -> Head | None:
    """A title without a link, up to a separator or the end; it ends before `limit`."""
    dated = _DATED.match(text)
    if dated is None or dated.end() >= limit:
        return _plain_head(text, limit, has_links=has_links, has_tail=has_tail)
    rest = text[dated.end() :]
    found = _plain_head(rest, limit - dated.end(), has_links=has_links, has_tail=has_tail)
    return found and replace(
        found,
        lead=dated["said"],
        end=found.end + dated.end(),
        style=found.style | {"lead_gap": " " if dated["gap"] else ""},
    )


def _dated_head(text: str) -> Head:
    """A title that is all of the text but for its date."""
    dated = _DATED.match(text)
    start = dated.end() if dated else 0
    style: dict[str, str | bool] = {"emphasis": ""}
    if dated:
        style["lead_gap"] = " " if dated["gap"] else ""
    return Head(title=text[start:], lead=dated["said"] if dated else "", end=len(text), style=style)


def _plain_head(text: str, limit: int, *, has_links: bool, has_tail: bool) -> Head | None:
    if (bold := _EMPHATIC.match(text)) and bold.end() <= limit:
        return Head(title=bold[2], end=bold.end(), style={"emphasis": bold[1]})
    for found in (_DASH if has_tail else _TEXT_SEPARATOR).finditer(text, 1, limit):
        title = text[: found.start()].rstrip()
        if found[0] == ":" and _SHORTCODE.search(title, max(0, len(title) - 40)):
            continue
        if title and _is_balanced(title) and text[found.end() :].strip():
            return Head(title=title, end=found.start(), style={"emphasis": ""})
    if before := _BEFORE_BRACKET.fullmatch(text, 0, limit):
        return Head(title=before[1], end=before.end(1), style={"emphasis": ""})
    if has_links or not text or "\n" in text:
        return None
    ends = _ENDS_IN_COLON.search(text) and not has_tail
    title = text[:-1] if ends else text
    style: dict[str, str | bool] = {"emphasis": ""}
    if not has_tail:
        style["title_end"] = text[len(title) :]
    return Head(title=title, end=len(text), style=style)


def _is_balanced(text: str) -> bool:
    """What follows it stands in no brackets, quotation marks, emphasis or code."""
    pairs = all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)
    opened = any(text.startswith(mark) and text.count(mark) % 2 for mark in ("_", "~~"))
    return pairs and not opened and text.count("*") % 2 == 0 and text.count("`") % 2 == 0
