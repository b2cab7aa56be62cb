"""What a reader would see of an answer's body: title, heading, visible text, dates.

Scripts, styles, templates and <noscript> are gone before anything is looked at: "404" stands in
the markup of half of all living pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from curator import urls
from curator.evidence import Page
from curator.probes import likeness
from curator.probes.charset import to_utf8
from curator.probes.contract import Answer, Cut
from curator.probes.dates import dates_of_page, json_ld, last_modified, may_have_json_ld
from curator.probes.fragments import anchors_of
from curator.probes.plain import line_of
from curator.probes.shells import is_shell
from curator.probes.taming import tamed

_HTML_CAP: Final = 256 * 1024
_LONGEST_NAME: Final = 300
_LONGEST_DATA: Final = 2_000
_LONGEST_TEXT: Final = 20_000
_MOST_WORDS: Final = 3_000
"""Enough to tell a long page from a short one; taking words apart costs as much as parsing."""
_HTML_TYPES: Final = frozenset(("text/html", "application/xhtml+xml"))
_VAGUE_TYPES: Final = frozenset(("", "text/plain", "application/octet-stream", "unknown/unknown"))
_LOOKS_HTML: Final = re.compile(
    rb"\s{0,99}(?:<!--.{0,400}?-->\s{0,99})?<(?:!doctype html|html|head)\b", re.I | re.S
)
_UNSEEN: Final = ["script", "style", "noscript", "template", "iframe", "svg"]

_MOST_LINKS: Final = 400
_MOST_DOMAINS: Final = 20
_LONGEST_URL: Final = 500
_MOST_MEDIA: Final = 100
_MOST_METAS: Final = 500
_PLAYED: Final = ("video", "audio", "source", "embed", "object", "frame")
_ASKED_FOR: Final = ",".join(
    ("meta", "base", 'input[type="password" i]', 'a[href*="//"]', "img", *_PLAYED)
)
_DOMAIN: Final = re.compile(
    r"\s{0,9}https?://(?:[^/?#@]{0,99}@)?([a-z0-9.-]{4,253})", re.IGNORECASE
)
_NOT_SHOWN: Final = (
    "[hidden], [style*='display:none'], [style*='display: none'], .hidden, .d-none, .hide,"
    " .is-hidden, .invisible, dialog:not([open])"
)
_MOST_HIDDEN: Final = 20
_FEW: Final = 400
"""Characters of text."""

_Attributes = Mapping[str, str | None]
"""Of one element; None: named, without a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A body, read once for everything that is asked of it."""

    page: Page
    markup: str = ""
    """The HTML as it came, scripts included; "" for other media."""
    text: str = ""
    """Visible text, blanks collapsed, cut to 3,000 words and 20,000 characters."""
    lines: str = ""
    """The same, an element a line."""
    hidden: str = ""
    """Of a short page: the text of its elements that are not shown at first."""
    base: str = ""
    """The href of <base>."""
    refresh: str = ""
    """The first meta refresh outside <noscript>."""
    robots: str = ""
    """What the robots meta and the X-Robots-Tag header say, lower case."""
    password: bool = False
    """There is a field for a password."""
    is_pdf: bool = False
    pairs: frozenset[int] = frozenset()
    """Of the words of its visible text, and `media`."""
    media: frozenset[int] = frozenset()
    """What it shows and plays, as `likeness.pictures` counts it."""
    is_shell: bool = False
    """Its script builds the page: what is in the HTML is not what a reader sees."""


def read(answer: Answer, *, fragments: tuple[str, ...] = ()) -> Reading:
    """Read the body of `answer`; of what is no HTML only its kind and its Last-Modified.

    `fragments`: the places in the page that are looked for.
    """
    media_type = answer.header("content-type").partition(";")[0].strip().lower()
    if _is_html(media_type, answer.body):
        return _read_html(answer, media_type, fragments)
    line = line_of(answer, media_type)
    page = Page(
        media_type=media_type,
        length=len(answer.body),
        cut=answer.cut is not None,
        undecodable=answer.cut is Cut.UNDECODABLE,
        heading=line,
        text_length=len(line),
        dates=last_modified(answer),
    )
    text = _data(answer.body) if media_type.endswith("json") else ""
    return Reading(page=page, text=text, is_pdf=b"%PDF-" in answer.body[:1024])


def _data(body: bytes) -> str:
    """Of JSON, what is short enough to be a refusal."""
    return body.decode("utf-8", "replace").strip() if len(body) <= _LONGEST_DATA else ""


def _is_html(media_type: str, body: bytes) -> bool:
    if media_type in _HTML_TYPES:
        return True
    return media_type in _VAGUE_TYPES and bool(_LOOKS_HTML.match(body[:1024]))


def _read_html(answer: Answer, media_type: str, fragments: tuple[str, ...]) -> Reading:
    whole = to_utf8(answer.body[:_HTML_CAP], answer.header("content-type"))
    html = tamed(whole)
    tree = LexborHTMLParser(html)
    scripts = json_ld(tree) if may_have_json_ld(html) else ()
    frames = tree.tags("iframe") if b"<iframe" in html or b"<IFRAME" in html else []
    framed = [_source(one) for one in frames[:_MOST_MEDIA]]
    tree.strip_tags(_UNSEEN)
    found = _by_tag(tree)
    media = _media(found, framed)
    metas = [meta.attributes for meta in found["meta"][:_MOST_METAS]]
    here = urls.host_key(answer.url)
    heading = tree.css_first("h1")
    lines = tree.body.text(separator="\n") if tree.body else ""
    text = _squeeze(lines)
    pairs = likeness.pairs(text, answer.url)
    is_whole = answer.cut is None and len(answer.body) <= _HTML_CAP and len(html) == len(whole)
    is_built = is_shell(html, text, lines, tree)
    page = Page(
        media_type=media_type,
        length=len(answer.body),
        cut=answer.cut is not None,
        undecodable=answer.cut is Cut.UNDECODABLE,
        title=_name(tree.css_first("title")),
        heading=_name(heading),
        language=_language(tree),
        text_length=len(text),
        dates=(
            *dates_of_page(scripts, metas, heading, today=answer.at.date()),
            *last_modified(answer),
        ),
        canonical=_canonical(tree, answer.url),
        outbound=_outbound(found["a"], urls.owner_of(here)),
        anchors=anchors_of(tree, fragments, answer.url, text_length=len(text))
        if fragments and is_whole and not is_built
        else (),
        sketch=likeness.sketch(pairs),
    )
    return Reading(
        page=page,
        pairs=pairs | media,
        media=media,
        is_shell=is_built,
        markup=html.decode("utf-8", "replace"),
        text=text[:_LONGEST_TEXT],
        lines=lines[:_LONGEST_TEXT],
        hidden=_hidden(tree) if len(text) < _FEW else "",
        base=_base(found["base"]),
        refresh=_meta(metas, "http-equiv", "refresh"),
        robots=f"{_meta(metas, 'name', 'robots')} {answer.header('x-robots-tag')}".strip().lower(),
        password=bool(found["input"]),
    )


def _hidden(tree: LexborHTMLParser) -> str:
    return "\n".join(node.text(separator="\n") for node in tree.css(_NOT_SHOWN)[:_MOST_HIDDEN])


def _canonical(tree: LexborHTMLParser, url: str) -> str:
    """RFC 6596; "" when there is none, or none that could be opened."""
    link = tree.css_first('link[rel="canonical"]')
    target = (link.attributes.get("href") or "").strip() if link else ""
    if not target or len(target) > _LONGEST_URL:
        return ""
    try:
        return urls.request_url(urls.join(url, target))
    except urls.UnusableUrlError:
        return ""


def _by_tag(tree: LexborHTMLParser) -> Mapping[str, list[LexborNode]]:
    """One walk through the tree for many questions: each costs a third of the parsing."""
    found: dict[str, list[LexborNode]] = defaultdict(list)
    for node in tree.css(_ASKED_FOR):
        found[node.tag or ""].append(node)
    return found


def _outbound(links: Sequence[LexborNode], own: str) -> tuple[str, ...]:
    """Of the first links that may lead elsewhere."""
    targets = (link.attributes.get("href") or "" for link in links[:_MOST_LINKS])
    hosts = {found[1] for target in targets if (found := _DOMAIN.match(target))}
    domains = {urls.owner_of(host) for host in hosts} - {own}
    return tuple(sorted(domains)[:_MOST_DOMAINS])


def _media(found: Mapping[str, list[LexborNode]], framed: list[str]) -> frozenset[int]:
    """`framed`: what frames in the page's line show, of which nothing is left in the tree."""
    shown = [_source(one) for one in found["img"][:_MOST_MEDIA]]
    played = [_source(one) for tag in _PLAYED for one in found[tag][:_MOST_MEDIA]]
    return likeness.pictures(shown) | likeness.films((*played, *framed))


def _source(node: LexborNode) -> str:
    """Without its query: that of a counter or an advertisement changes by itself."""
    named = node.attributes.get("src") or node.attributes.get("data") or ""
    return named[:_LONGEST_URL].partition("?")[0]


def _name(node: LexborNode | None) -> str:
    return _squeeze(node.text(separator=" "))[:_LONGEST_NAME] if node else ""


def _language(tree: LexborHTMLParser) -> str:
    return ((tree.root.attributes.get("lang") or "") if tree.root else "").strip()[:35]


def _base(bases: Iterable[LexborNode]) -> str:
    """Of the first <base> that has one; it may be empty."""
    found = (base.attributes for base in bases)
    return next(((base["href"] or "").strip() for base in found if "href" in base), "")


def _meta(metas: Iterable[_Attributes], attribute: str, value: str) -> str:
    """What the first meta says that is so called."""
    for meta in metas:
        if (meta.get(attribute) or "").lower() == value and "content" in meta:
            return (meta["content"] or "").strip()
    return ""


def _squeeze(text: str) -> str:
    return " ".join(text.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS])
