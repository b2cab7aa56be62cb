"""What a language says it with when a thing is not there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language's words."""

    things: str
    """Single words for what can be missing, inflected as these sentences need them."""
    gone: str
    """After the thing: it is not there."""
    none: str = ""
    """Before the thing: it is not there."""
    removed: str = ""
    """After the thing: it was there, and is not any more or not for us."""
    aside: str = ""
    """After the thing and beside one of those: "... or has been moved"."""
    took: str = ""
    """Before the thing: the same."""
    whole: str = ""
    """Says it without such an order of words."""
    filler: str = ""
    """Single words that change nothing: articles, "you are looking for", "unfortunately"."""
    joins: str = ""
    """Single words for "and" and "or"."""
    apology: str = ""
    """Fillers of languages without spaces that make a thing needless: "Sorry, not found"."""
