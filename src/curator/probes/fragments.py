"""The places in a page that a list points to: which can be looked for, and whether they are there.

Most of what stands after a hash sign is no anchor of the HTML: a line number, a text to highlight,
an application's route, a page of a PDF, something that a script makes. None of that can be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from curator import urls
from curator.evidence import Anchor

_TEXT_DIRECTIVE: Final = ":~:"
"""https://wicg.github.io/scroll-to-text-fragment/"""
_NO_ANCHOR: Final = re.compile(
    r"top|[!/?].*|.*[=&].*|L\d{1,7}(?:C\d{1,5})?(?:-L?\d{1,7}(?:C\d{1,5})?)?|cell-id.*|\d{1,6}"
    r"|(?:issuecomment|discussioncomment|discussion_r|pullrequestreview|user-content)-?.*",
    re.IGNORECASE | re.DOTALL,
)
_SCRIPTED_HOSTS: Final = frozenset(
    ("github.com", "gist.github.com", "gitlab.com", "bitbucket.org", "docs.rs", "colab.google")
)
"""Their scripts make, or rename, the anchors that readers copy."""
_PREFIX: Final = "user-content-"
_ENOUGH_TEXT: Final = 300
_MOST: Final = 50
_ENOUGH_ANCHORS: Final = 2


def anchors_of(
    tree: LexborHTMLParser, fragments: Iterable[str], url: str, *, text_length: int
) -> tuple[Anchor, ...]:
    """Whether each of `fragments` is there; nothing where the page can't tell.

    A page can tell when it has text of its own and anchors of its own: one that points to itself,
    or headings with ids. `url`: of the page.
    """
    wanted = [one for one in dict.fromkeys(fragments) if can_be_looked_for(one, url)][:_MOST]
    if not wanted or text_length < _ENOUGH_TEXT:
        return ()
    ids = {node.attributes.get("id") or "" for node in tree.css("[id]")}
    names = {node.attributes.get("name") or "" for node in tree.css("a[name]")}
    there = ids | names
    if not _has_anchors(tree, there):
        return ()
    return tuple(Anchor(name=one, found=_is_there(one, there)) for one in wanted)


def can_be_looked_for(fragment: str, url: str) -> bool:
    """May it be an anchor that stands in the HTML of the page at `url`?"""
    name = fragment.partition(_TEXT_DIRECTIVE)[0]
    if not name or _NO_ANCHOR.fullmatch(name):
        return False
    return urls.host_key(url).removeprefix("www.") not in _SCRIPTED_HOSTS


def _has_anchors(tree: LexborHTMLParser, there: set[str]) -> bool:
    own = (node.attributes.get("href") or "" for node in tree.css('a[href^="#"]'))
    if any(len(target) > 1 and _is_there(target[1:], there) for target in own):
        return True
    return len(tree.css("h1[id],h2[id],h3[id],h4[id]")) >= _ENOUGH_ANCHORS


def _is_there(fragment: str, there: set[str]) -> bool:
    """As browsers look for it, raw and then unescaped (HTML Standard, "indicated part")."""
    name = fragment.partition(_TEXT_DIRECTIVE)[0]
    spelt = {name, unquote(name)}
    return bool(spelt & there) or any(_PREFIX + one in there for one in spelt)
