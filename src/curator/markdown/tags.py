"""HTML tags inside Markdown, read once and in linear time."""

from __future__ import annotations

import re
from dataclasses import dataclass

_S = r"[ \t\n\x0b\x0c\r]"
_QUOTED = """"[^"]*+"|'[^']*+'"""
_CLOSE = re.compile(rf"</([A-Za-z][A-Za-z0-9-]*+){_S}*+>")
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


@dataclass(frozen=True, slots=True)
class Grammar:
    """What counts as an opening tag: its name, then all its attributes."""

    opening: re.Pattern[str]
    attribute: re.Pattern[str]
    """Its name and its value."""

    @classmethod
    def of(cls, name: str, attribute: str, end: str) -> Grammar:
        """From patterns; that of an attribute has the groups `name` and `value`."""
        nameless = attribute.replace("(?P<name>", "(?:").replace("(?P<value>", "(?:")
        opening = re.compile(rf"<({name})((?:{nameless})*+){end}")
        return cls(opening, re.compile(attribute))


_UNQUOTED = r"""[^ \t\n\x0b\x0c\r"'=<>`]++"""
_VALUE = rf"{_S}*+={_S}*+(?P<value>{_QUOTED}|{_UNQUOTED})"
COMMONMARK = Grammar.of(
    r"[A-Za-z][A-Za-z0-9-]*+",
    rf"{_S}++(?P<name>[A-Za-z_:][A-Za-z0-9_.:-]*+)(?:{_VALUE})?+",
    rf"{_S}*+/?>",
)
"""A tag within a paragraph (CommonMark 6.6)."""

_B = r"[ \t\n\x0c\r]"
_LOOSE = r"""[^ \t\n\x0c\r"'<>][^ \t\n\x0c\r<>]*+"""
_LOOSE_VALUE = rf"{_B}*+={_B}*+(?P<value>{_QUOTED}|{_LOOSE}|(?=>))"
BROWSER = Grammar.of(
    r"[A-Za-z][^ \t\n\x0c\r/<>]*+",
    rf"(?:{_B}|/)*+(?P<name>[^ \t\n\x0c\r/<>][^ \t\n\x0c\r/<=>]*+)(?:{_LOOSE_VALUE})?+",
    rf"(?:{_B}|/)*+>",
)
"""A tag in a block of HTML, as browsers read it (HTML 13.2.5.6 on): `href=https://a.example/?b=1`
needs no quotation marks. Unlike there, a `<` outside of quotation marks ends the attempt."""


class Tags:
    """Finds the tag at an offset. Remembers what is nowhere closed, so it never looks twice."""

    def __init__(self, text: str, grammar: Grammar = COMMONMARK) -> None:
        self._text = text
        self._grammar = grammar
        self._unclosed: set[str] = set()

    def at(self, start: int) -> Tag | None:
        """The tag whose `<` stands at `start`."""
        following = self._text[start + 1 : start + 2]
        if following == "/":
            closing = _CLOSE.match(self._text, start)
            name = f"/{closing[1].lower()}" if closing else ""
            return Tag(name=name, start=start, end=closing.end()) if closing else None
        if following in ("!", "?"):
            return self._other(start)
        opening = self._grammar.opening.match(self._text, start)
        return self._opening(opening) if opening else None

    def _opening(self, match: re.Match[str]) -> Tag:
        name = match[1].lower()
        href = self._href(match.span(2)) if name == "a" else None
        return Tag(name=name, start=match.start(), end=match.end(), href=href)

    def _href(self, attributes: tuple[int, int]) -> tuple[int, int] | None:
        """The place of the first href, the one that counts."""
        for one in self._grammar.attribute.finditer(self._text, *attributes):
            if one["name"].lower() == "href" and one["value"]:
                start, end = one.span("value")
                quoted = self._text[start] in "\"'"
                return (start + quoted, end - quoted)
        return None

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
    tags, found, at = Tags(html, BROWSER), [], 0
    while (at := html.find("<", at)) >= 0:
        tag = tags.at(at)
        if tag is None and html[at + 1 : at + 2].isalpha():
            break  # a tag that never ends: a browser reads no further, and so stays linear
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
