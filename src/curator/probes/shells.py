"""Pages that a script builds: what is in their HTML is not what a reader sees.

Such a page looks the same under every name of its host, as a "not found" does. Some are all but
empty; others have the menus and the footer of their site around an empty place.
"""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NO_TEXT: Final = 20
_WAITING: Final = re.compile(
    r"\bloading\b|java ?script|加载中|正在加载|載入中|読み込み中|로딩|загрузка|chargement|cargando"
    r"|carregando|wird geladen|caricamento|yükleniyor|đang tải|memuat",
    re.IGNORECASE,
)
_ONLY_WAITING: Final = re.compile(
    rf"\W*(?:{_WAITING.pattern}|please wait|bitte warten|請稍候|请稍候|お待ちください)"
    r"(?:\W*|(?:\s\w{1,20}){1,3}\s?(?:…|\.\.\.))",
    re.IGNORECASE,
)
_SPLASH: Final = 60
"""Characters of what an application says while it starts: "Warming up…"."""
_TEXT_OF_A_SHELL: Final = 400
"""Characters: a notice, a spinner, a footer."""
_MOUNTS: Final = (
    b'id="root"', b'id="app"', b'id="__next"', b'id="__nuxt"', b'id="___gatsby"', b'id="svelte"',
    b'id="q-app"', b'id="main-app"', b"<app-root", b"id=root", b"id=app", b"ng-app",
    b"data-reactroot",
)  # fmt: skip
"""Where frameworks put the page that their script builds."""
_MOUNTED: Final = "#root,#app,#__next,#__nuxt,#___gatsby,#svelte,#q-app,#main-app,app-root,[ng-app]"
_MAIN: Final = 'main,[role="main"],#main,#content,#main-content'
_EMPTY: Final = re.compile(
    rb"<(?:div|main|section)\b[^<>]{0,200}\bid\s?=[^<>]{1,200}>\s{0,40}"
    rb"(?:<(?:img|svg|i|span)\b[^<>]{0,300}>\s{0,40}(?:</(?:svg|i|span)>\s{0,40})?)?</(?:div|main|sec)"
)
"""An element with a name and nothing in it, or only a sign that turns: whatever framework it is."""
_OWN_SCRIPT: Final = re.compile(rb"<script\b[^<>]{0,300}\bsrc\s?=\s?[\"']?(?!https?:|//)")
_SHOWS: Final = "img,picture,video,audio,object,embed,input,table"
_ASIDE: Final = re.compile(
    r"modal|dialog|popup|overlay|portal|toast|tooltip|cookie|consent|banner|\bads?\b|adslot|fb-root"
    r"|menu|nav|header|footer|search|top|mask|loader|progress|lightbox|captcha|chat|widget|gtm|notif",
    re.IGNORECASE,
)
"""Empty places that are there for something else."""
_MOST_CHILDREN: Final = 100


def is_shell(html: bytes, text: str, lines: str, tree: LexborHTMLParser) -> bool:
    """Is there a script, and a place that only it can fill?

    `text`: what is visible, `lines`: the same, an element a line; `tree`: without its scripts.
    """
    if b"<script" not in html:
        return False
    if len(text) > _TEXT_OF_A_SHELL:
        return b"src=" in html and _has_empty_place(lines, tree)
    if len(text) < _NO_TEXT or any(mount in html for mount in _MOUNTS):
        return True
    if _WAITING.search(text) and b"src=" in html:
        return True
    is_waiting = len(text) < _SPLASH and text.endswith(("…", "..."))
    return bool(_OWN_SCRIPT.search(html) and (is_waiting or _EMPTY.search(html)))


def _has_empty_place(lines: str, tree: LexborHTMLParser) -> bool:
    """Where the matter of a page is; or anywhere, where no element says that it is the place."""
    mount = tree.css_first(_MOUNTED)
    if mount is not None and _is_empty(mount):
        return True
    main = tree.css_first(_MAIN)
    if main is not None:
        return _is_empty(main) or any(map(_is_place, _children(main)))
    if any(_is_only_waiting(line) for line in lines.split("\n")):
        return True
    return tree.body is not None and any(map(_is_place, _children(tree.body)))


def _children(node: LexborNode) -> list[LexborNode]:
    found = []
    for child in node.iter():
        found.append(child)
        if len(found) >= _MOST_CHILDREN:
            break
    return found


def _is_place(node: LexborNode) -> bool:
    """A named block, or an element of the site's own making, that has nothing in it."""
    name = f"{node.attributes.get('id') or ''} {node.attributes.get('class') or ''}"
    is_own = "-" in (node.tag or "")
    is_named = node.tag in ("div", "section") and bool(node.attributes.get("id"))
    return (is_own or is_named) and not _ASIDE.search(name) and _is_empty(node)


def _is_empty(node: LexborNode) -> bool:
    text = node.text().strip()
    return (not text or _is_only_waiting(text)) and node.css_first(_SHOWS) is None


def _is_only_waiting(line: str) -> bool:
    return len(line) <= _SPLASH and bool(_ONLY_WAITING.fullmatch(line))
