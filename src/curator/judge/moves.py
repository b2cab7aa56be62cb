"""Which URL is right: what to write in the place of one that redirects for good."""

from __future__ import annotations

from typing import Final

from curator import urls
from curator.evidence import Attempt, Beside
from curator.probes.places import is_general, is_search

_ACCEPTED: Final = 202
"""Not an arrival: "intentionally noncommittal" (RFC 9110 15.3.3), as challenges are."""
_LITTLE: Final = 300
"""Characters; a living page with a question about cookies has more."""
BEFORE: Final = (
    "stands-before",
    "asks-first",
    "pause-title",
    "pause-url",
    "gate-url",
    "comes-back",
)
"""Signs of a page that only stands before another one."""
_SAME: Final = 80
"""Percent of the pairs of words that one page has in common with itself, asked twice."""


def replacement(listed: str, attempt: Attempt) -> str | None:
    """The end of the leading run of permanent hops; None when writing it could do harm.

    What the site's own API says it is called today is believed. Else: 301 then 302 gives the 301's
    target, 302 then 301 gives none. What every other name leads to, too, is no replacement. A page
    by http that is also there by https is better written so. The chain's end must be good; that is
    the caller's to know.
    """
    if attempt.record is not None:
        return attempt.record.url or None
    target = _leading_run(attempt) or _by_https(attempt)
    if target is None or attempt.status == _ACCEPTED or detour(listed, attempt):
        return None
    if any(one.beside is Beside.DOOR and one.same_end for one in attempt.comparisons):
        return None
    if only_stands_before(attempt) and not urls.same_but_cosmetic(listed, target):
        return None
    target = urls.without_tracking_added(listed, target)
    if target == listed or _is_harmful(listed, target):
        return None
    return target


def only_stands_before(attempt: Attempt) -> bool:
    """Is there hardly more to read than a question that comes before the page?"""
    length = attempt.page.text_length if attempt.page else _LITTLE
    return length < _LITTLE and any(sign.name in BEFORE for sign in attempt.signs)


def detour(listed: str, attempt: Attempt) -> str:
    """What a link to something deeper now leads to, or passes, instead: in words; "" for nothing.

    A living page, and no place to write into a list: the thing itself may be gone.
    """
    led_to = [hop.location for hop in attempt.hops if hop.location]
    for url in (_leading_run(attempt), *led_to[-1:]):
        if url and (instead := _instead(listed, url)):
            return instead
    return ""


def _instead(listed: str, url: str) -> str:
    if urls.is_root(listed):
        return ""
    is_front = urls.is_root if urls.is_home(listed) else urls.is_home
    if is_front(url):
        return "the home page"
    if is_search(url) and not is_search(listed):
        return "a search"
    if is_general(url) and not is_general(listed):
        return "a page that every site has"
    return "a page above it" if urls.is_above(url, listed) else ""


def _leading_run(attempt: Attempt) -> str | None:
    target = None
    for hop in attempt.hops:
        if not hop.permanent or hop.location is None:
            break
        target = hop.location
    return target


def _by_https(attempt: Attempt) -> str | None:
    """The same URL by https, where the very page was seen there and nowhere else."""
    there, page = attempt.sealed, attempt.page
    if there is None or page is None or there.status != 200 or there.final_url != there.url:
        return None
    has_name = bool(page.title or page.heading)
    is_same = there.same_title and (there.same_heading or not page.heading)
    return there.url if has_name and is_same and there.likeness >= _SAME else None


def _is_harmful(listed: str, target: str) -> bool:
    """Less safe than what is listed, or only one visitor's."""
    downgrade = urls.scheme(listed) == "https" and urls.scheme(target) == "http"
    return downgrade or urls.adds_session(listed, target)
