"""Writing URLs and titles so that they are read back as they were meant."""

from __future__ import annotations

import re
from html import escape

from curator.markdown.entities import unescape, unescape_entities
from curator.markdown.inline import Form, scan

_NEEDS_ANGLES = re.compile(r"[\x00-\x20\x7f]|\A<|\A\Z")
_PARENS = re.compile(r"[()]")
_BRACKETS = re.compile(r"(\\.)|([\[\]])", re.DOTALL)
_WHITE = re.compile(r"\s+")


def inline_link(title: str, url: str, tooltip: str = "") -> str:
    """`[title](url)`, or `[title](url "tooltip")`."""
    shown = f" {_quoted(tooltip)}" if tooltip else ""
    return f"[{link_text(title)}]({destination(url)}{shown})"


def link_text(title: str) -> str:
    """A title fit to stand between brackets: brackets that would end or nest a link escaped."""
    title = _WHITE.sub(" ", title) if "\n" in title else title
    probe = f"[{title}](x)"
    spans = scan(probe) if "[" in title or "]" in title or "`" in title or "<" in title else None
    if spans is None or (len(spans) == 1 and spans[0].text == (1, len(title) + 1)):
        return title
    return _BRACKETS.sub(lambda match: match[1] or f"\\{match[2]}", title)


def destination(url: str) -> str:
    """A URL as it stands in the parentheses of a link (CommonMark 6.3)."""
    if _NEEDS_ANGLES.search(url):
        return f"<{angled(url)}>"
    raw = _guarded(url)
    return raw if _balanced(url) else _PARENS.sub(r"\\\g<0>", raw)


def angled(url: str) -> str:
    """A URL as it stands in a link's `<...>`."""
    raw = re.sub(r"[\r\n]+", "", _guarded(url))
    return re.sub(r"(?<!\\)[<>]", r"\\\g<0>", raw)


def autolink(url: str) -> str | None:
    """`<url>`, or None when it would not be read back."""
    raw = url.replace("&", "&amp;") if unescape_entities(url) != url else url
    return _proved(f"<{raw}>", url, Form.AUTOLINK)


def bare(url: str) -> str | None:
    """The URL alone, or None when it would not be read back."""
    return _proved(url, url, Form.BARE)


def is_www(text: str) -> bool:
    """GitHub takes it for a link to the http URL of that name: `www.site.example`."""
    return text.startswith("www.") and _proved(text, f"http://{text}", Form.BARE) is not None


def attribute(url: str) -> str:
    """A URL as it stands in an HTML attribute, whatever the quotation marks."""
    return escape(url, quote=True)


def _quoted(tooltip: str) -> str:
    """A link's title in quotation marks (CommonMark 6.3); a blank line would end the link."""
    raw = re.sub(r"\n[ \t]*(?=\n)", "", tooltip).replace("\\", "\\\\")
    if unescape_entities(raw) != raw:
        raw = raw.replace("&", "&amp;")
    return '"' + raw.replace('"', '\\"') + '"'


def _guarded(url: str) -> str:
    if unescape(url) == url:
        return url
    return url.replace("\\", "\\\\").replace("&", "&amp;")


def _balanced(url: str) -> bool:
    depth = deepest = 0
    for paren in _PARENS.findall(url):
        depth += 1 if paren == "(" else -1
        deepest = max(deepest, depth)
        if depth < 0:
            return False
    return depth == 0 and deepest < 32


def _proved(raw: str, url: str, form: Form) -> str | None:
    spans = scan(raw)
    whole = len(spans) == 1 and (spans[0].start, spans[0].end) == (0, len(raw))
    return raw if whole and spans[0].form is form and spans[0].url == url else None
