"""The title in the list as a witness: does the page speak of what was recommended?

A title that is found speaks for the page, unless it is only the site's name. One that is not
found says little: lists translate titles and shorten them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from curator import urls
from curator.probes.likeness import words

_ADDRESSES: Final = re.compile(r"\]\([^()\s]{0,999}\)|https?://\S{1,999}")
_ENOUGH: Final = 3
"""Words that must be found: the names of most sites have fewer."""
_SHORTEST: Final = 3
# fmt: off
_COMMON: Final = frozenset((
    "the", "and", "for", "with", "from", "your", "you", "our", "are", "how", "what", "why", "this",
    "that", "into", "about", "all", "page", "home", "website", "site", "official", "blog", "docs",
    "documentation", "guide", "tutorial", "introduction", "course", "video", "paper", "code",
    "github", "book", "und", "der", "die", "das", "les", "des", "una", "los", "del",
))
"""Words that any page may have."""
# fmt: on


def speaks_of(titles: Iterable[str], shown: str, url: str) -> str:
    """The words of one of `titles` that `shown`, a page's title or heading, is made of.

    "" unless most of the listed title is there, and more of it than a site's name has. Words of
    the page's own host don't count.
    """
    host = urls.host_key(url)
    there = telling(shown)
    for title in titles:
        wanted = {word for word in telling(title) if word not in host}
        found = wanted & there
        if len(found) >= _ENOUGH and 3 * len(found) >= 2 * len(wanted):
            return " ".join(sorted(found))
    return ""


def is_silent_on(titles: Iterable[str], shown: str) -> bool:
    """Does a page's text have no telling word of any of `titles`, in a script that it is in?"""
    there = telling(shown)
    scripts = {_is_spaced(word) for word in there}
    wanted = {word for title in titles for word in telling(title) if _is_spaced(word) in scripts}
    return bool(wanted) and not wanted & there


def shares_a_word(titles: Iterable[str], shown: str) -> bool:
    """Does a page's text have a telling word of one of `titles`?"""
    there = telling(shown)
    return any(telling(title) & there for title in titles)


def has_words_of(titles: Iterable[str], shown: str, url: str) -> bool | None:
    """Has a page half of the telling words of one of `titles`? None where none is in its script.

    That it names its own address is nothing: who takes a name over does, too.
    """
    there = telling(shown.lower().replace(urls.owner_of(urls.host_key(url)), " "))
    is_spaced = 2 * sum(map(_is_spaced, there)) > len(there)
    wanted = [telling(title) for title in titles]
    if any(words and 2 * len(words & there) >= len(words) for words in wanted):
        return True
    can_tell = any(_is_spaced(word) is is_spaced for words in wanted for word in words)
    return False if can_tell else None


def telling(text: str) -> frozenset[str]:
    """The words that tell one thing from another; of Chinese and its like, pairs of characters."""
    found = words(_ADDRESSES.sub(" ", text[:20_000]))
    whole = {word for word in found if len(word) >= _SHORTEST and word not in _COMMON}
    spaceless = {a + b for a, b in pairwise(found) if a > "\u0e00" and len(a) == len(b) == 1}
    return frozenset(whole | spaceless)


def _is_spaced(word: str) -> bool:
    """Is it of a script that puts spaces between words?"""
    return word[0] < "\u0e00" or "\uac00" <= word[0] <= "\ud7af"
