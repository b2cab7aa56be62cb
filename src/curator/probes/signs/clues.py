"""What a sign is made of: a row says what to look for, where, and how much it can prove."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """What a sign speaks for."""

    WALL = "wall"  # something that keeps robots out stands before the page
    LOGIN = "login"  # a login stands in the page's place
    CONSENT = "consent"  # a question about cookies or terms stands in the page's place
    NOT_FOUND = "not-found"  # the page says that there is no such page
    PARKED = "parked"  # the domain is for sale, or shows only advertisements
    SPAM = "spam"  # gambling and its like, which nobody recommended
    WITNESS = "witness"  # the page speaks of what the list recommends
    SUPPORT = "support"  # says nothing alone, and strengthens another sign
    OTHER = "other"  # worth recording, speaks for nothing yet


class Weight(StrEnum):
    """How much a sign can prove."""

    PROOF = "proof"  # alone enough
    STRONG = "strong"  # with a second, independent sign
    WEAK = "weak"  # only as that second sign; common on living pages


class Where(StrEnum):
    """Where a sign was seen."""

    HEADER = "header"
    URL = "url"
    TITLE = "title"
    HEADING = "heading"
    MARKUP = "markup"
    TEXT = "text"
    PAGE = "page"  # the page as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One row of a table: what to look for, and where."""

    name: str
    nature: Nature
    weight: Weight
    where: Where
    pattern: re.Pattern[str] | None = None
    """Searched in lower-case text; linear in its length. None: the sign is found by code."""
    needles: tuple[str, ...] = ()
    """Instead of a pattern, for markup: any of these, lower case."""
    header: str = ""
    """For `Where.HEADER`: which."""

    def find(self, text: str) -> str:
        """What is there of this clue in `text`, "" when nothing is."""
        if self.pattern is not None:
            found = self.pattern.search(text)
            return found[0] if found else ""
        return next((needle for needle in self.needles if needle in text), "")
