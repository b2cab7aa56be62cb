"""What characters mean in Markdown: backslash escapes, entities, and the labels of references."""

from __future__ import annotations

import re
from html.entities import html5

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
"""What a backslash escapes (CommonMark 2.4)."""
_NAMED = (
    r"&(?:#[xX](?P<hex>[0-9a-fA-F]{1,6})|#(?P<code>[0-9]{1,7})|(?P<name>[A-Za-z][A-Za-z0-9]*));"
)
_ENTITY = re.compile(_NAMED)
_ESCAPE = re.compile(rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|{_NAMED}")
_WHITE = re.compile(r"\s+")


def unescape(raw: str) -> str:
    """Backslash escapes and entities undone (CommonMark 2.4, 2.5)."""
    if "\\" not in raw and "&" not in raw:
        return raw
    return _ESCAPE.sub(lambda match: match["escaped"] or _entity(match), raw)


def label_key(label: str) -> str:
    """What makes two reference labels the same (CommonMark 4.7)."""
    return _WHITE.sub(" ", label.strip()).casefold()


def unescape_entities(raw: str) -> str:
    """Entities undone, backslashes kept: autolinks and HTML attributes."""
    if "&" not in raw:
        return raw
    return _ENTITY.sub(_entity, raw)


def _entity(match: re.Match[str]) -> str:
    if match["name"]:
        return html5.get(f"{match['name']};", match[0])
    code = int(match["hex"], 16) if match["hex"] else int(match["code"])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
