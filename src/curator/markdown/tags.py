"""HTML tags inside Markdown, read once and in linear time."""

from __future__ import annotations

import re
from dataclasses import dataclass

_S = r"[ \t\n\x0b\x0c\r]"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\x0b\x0c\r"'=<>`]++)"""
_ATTRIBUTE = rf"{_S}++[A-Za-z_:][A-Za-z0-9_.:-]*+(?:{_S}*+={_S}*+{_VALUE})?+"
_OPEN = re.compile(rf"<([A-Za-z][A-Za-z0-9-]*+)((?:{_ATTRIBUTE})*+){_S}*+/?>")
_CLOSE = re.compile(rf"</([A-Za-z][A-Za-z0-9-]*+){_S}*+>")
_HREF = re.compile(rf"{_S}(?i:href){_S}*+={_S}*+({_VALUE})")
_DECLARATION = re.compile(r"<![A-Za-z]")
_UNTIL = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noscript", "noframes"})
"""Elements whose content is text to a browser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag, comment or declaration, by offsets in the text."""

    name: str
    """Lower case, with a slash before it for a closing tag; "" for anything else."""
    start: int
    end: int
    href: tuple[int, int] | None = None
    """The place of an `<a>`'s href, without its quotation marks."""


class Tags:
    """Finds the tag at an offset. Remembers what is nowhere closed, so it never looks twice."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._unclosed: set[str] = set()

    def at(self, start: int) -> Tag | None:
        """The tag whose `<` stands at `start` (CommonMark 6.6)."""
        following = self._text[start + 1 : start + 2]
        if following == "/":
            closing = _CLOSE.match(self._text, start)
            name = f"/{closing[1].lower()}" if closing else ""
            return Tag(name=name, start=start, end=closing.end()) if closing else None
        if following in ("!", "?"):
            return self._other(start)
        opening = _OPEN.match(self._text, start)
        return self._opening(opening) if opening else None

    def _opening(self, match: re.Match[str]) -> Tag:
        name = match[1].lower()
        href = _HREF.search(self._text, *match.span(2)) if name == "a" else None
        place = href.span(1) if href else None
        if place and self._text[place[0]] in "\"'":
            place = (place[0] + 1, place[1] - 1)
        return Tag(name=name, start=match.start(), end=match.end(), href=place)

    def _other(self, start: int) -> Tag | None:
        """A comment, processing instruction, CDATA section or declaration."""
        opening = next((key for key in _UNTIL if self._text.startswith(key, start)), None)
        if opening is None and not _DECLARATION.match(self._text, start):
            return None
        closing = _UNTIL[opening] if opening else ">"
        end = self._find(closing, start + 2)
        return None if end < 0 else Tag(name="", start=start, end=end + len(closing))

    def _find(self, what: str, start: int) -> int:
        if what in self._unclosed:
            return -1
        end = self._text.find(what, start)
        if end < 0:
            self._unclosed.add(what)
        return end


def anchors(html: str) -> list[Tag]:
    """Every `<a href>` in a stretch of HTML; not those in comments, scripts and styles."""
    tags, found, at = Tags(html), [], 0
    while (at := html.find("<", at)) >= 0:
        tag = tags.at(at)
        if tag is not None and tag.href is not None:
            found.append(tag)
        at = at + 1 if tag is None else _after(html, tag)
    return found


def _after(html: str, tag: Tag) -> int:
    """Where markup goes on: after the closing tag, for elements that hold only text."""
    if tag.name not in _RAW:
        return tag.end
    closing = re.compile(rf"</{tag.name}\b", re.IGNORECASE).search(html, tag.end)
    return closing.start() if closing else len(html)
