"""How wide text is on a terminal, where a Chinese character takes two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Columns that `text` takes."""
    return sum(map(_columns, text))


def cut(text: str, columns: int) -> str:
    """`text` in at most `columns`, an ellipsis in place of what is left out."""
    if width(text) <= columns:
        return text
    kept, left = [], columns - 1
    for character in text:
        left -= _columns(character)
        if left < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def pad(text: str, columns: int) -> str:
    """`text` with the spaces that make it `columns` wide."""
    return text + " " * (columns - width(text))


def widest(texts: Sequence[str]) -> int:
    return max(map(width, texts), default=0)


def _columns(character: str) -> int:
    """Unicode Annex 11: wide and full-width take two; marks that combine take none."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
