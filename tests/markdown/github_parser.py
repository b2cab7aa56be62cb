"""GitHub's own parser as the judge: what it makes of a Markdown text."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HREF = re.compile(r"""<a\s[^>]*?href=(?:"([^"]*)"|'([^']*)'|([^\s>]*))""", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def github_html(markdown: str) -> str:
    """The page, with line ends as LF and no byte order mark."""
    text = markdown.removeprefix("\ufeff").replace("\r\n", "\n")
    return cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)


def github_links(markdown: str) -> list[str]:
    """The web links on that page, percent-decoded, in order."""
    page = _COMMENT.sub("", github_html(markdown))
    urls = [unescape("".join(groups)).strip() for groups in _HREF.findall(page)]
    return [unquote(url) for url in urls if re.match("https?:", url, re.IGNORECASE)]


def reader_sees(markdown: str) -> str:
    """The page with white space folded, blanks beside tags dropped and loose lists made tight."""
    page = github_html(markdown)
    page = re.sub(r"<li>(\s*<input[^>]*>)?\s*<p>(.*?)</p>", r"<li>\1\2", page, flags=re.DOTALL)
    page = re.sub(r"</?p>(?=\s*</?(?:li|ul|ol)\b)", "", page)
    return re.sub(r"\s*(<[^>]*>)\s*", r" \1 ", re.sub(r"\s+", " ", page)).strip()
