"""Days that a page or its server claims, and where each was read.

A day is taken as written: converting time zones moves one in ten by a day.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from curator.evidence import DateSource, PageDate
from curator.probes.contract import Answer

_DAY: Final = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", re.ASCII)
_FIRST_YEAR: Final = 1990
_CLOCK: Final = timedelta(seconds=5)
"""A Last-Modified this close to the answer is the server's clock, not the page's age."""

_LONGEST_SCRIPT: Final = 64 * 1024
_MOST_SCRIPTS: Final = 8
_MOST_NODES: Final = 500
_NOT_THE_PAGE: Final = frozenset(("Comment", "Review", "UserReview", "Answer"))

_IN_JSON_LD: Final = {"dateModified": True, "datePublished": False}
_META: Final = {
    "article:modified_time": True,
    "og:updated_time": True,
    "og:article:modified_time": True,
    "datemodified": True,
    "dcterms.modified": True,
    "dc.date.modified": True,
    "last-modified": True,
    "article:published_time": False,
    "og:article:published_time": False,
    "datepublished": False,
    "dcterms.created": False,
    "dcterms.issued": False,
    "dc.date.issued": False,
    "citation_publication_date": False,
    "citation_online_date": False,
    "citation_date": False,
    "publishdate": False,
    "pubdate": False,
}
"""Names that hold a date; True: last changed, False: published."""


def dates_of_page(
    scripts: Iterable[str],
    metas: Iterable[Mapping[str, str | None]],
    heading: LexborNode | None,
    *,
    today: date,
) -> tuple[PageDate, ...]:
    """What the page says itself, most reliable first; one published and one modified of each.

    `scripts`: its JSON-LD. `metas`: the attributes of each <meta>. `heading`: the first <h1>.
    """
    found = (*_in_json_ld(scripts), *_in_metas(metas), *_beside(heading))
    return _first_of_each(one for one in found if one.day <= today + timedelta(days=1))


def may_have_json_ld(html: bytes) -> bool:
    """A quick look: does one of the words stand there that `json_ld` is read for?"""
    return b"ld+json" in html and any(word.encode() in html for word in _IN_JSON_LD)


def json_ld(tree: LexborHTMLParser) -> list[str]:
    """The first scripts of linked data."""
    found = tree.css('script[type="application/ld+json"]')[:_MOST_SCRIPTS]
    return [script.text() for script in found]


def last_modified(answer: Answer) -> tuple[PageDate, ...]:
    """The Last-Modified header, unless it is the server's clock."""
    moment = http_date(answer.header("last-modified"))
    if moment is None or moment.year < _FIRST_YEAR:
        return ()
    clocks = (http_date(answer.header("date")), answer.at)
    if any(clock and moment > clock - _CLOCK for clock in clocks):
        return ()
    return (PageDate(day=moment.date(), source=DateSource.LAST_MODIFIED, modified=True),)


def http_date(text: str) -> datetime | None:
    """RFC 9110 5.6.7; None when it is no date."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def retry_after(answer: Answer) -> datetime | None:
    """When the host wants to be asked again, from seconds or a date (RFC 9110 10.2.3)."""
    text = answer.header("retry-after").strip()
    if text.isascii() and text.isdigit():
        return answer.at + timedelta(seconds=min(int(text[:9]), 366 * 86_400))
    return http_date(text) if text else None


def parse_day(text: str) -> date | None:
    """The day at the start of `text`: 2025-01-31, 2025/1/31T10:00, or an HTTP date."""
    if found := _DAY.match(text[:40]):
        year, month, day = map(int, found.groups())
        try:
            return date(year, month, day) if year >= _FIRST_YEAR else None
        except ValueError:
            return None
    moment = http_date(text[:60])
    return moment.date() if moment and moment.year >= _FIRST_YEAR else None


def _first_of_each(found: Iterable[PageDate]) -> tuple[PageDate, ...]:
    first: dict[tuple[DateSource, bool], PageDate] = {}
    for one in found:
        first.setdefault((one.source, one.modified), one)
    return tuple(first.values())


def _in_json_ld(scripts: Iterable[str]) -> Iterator[PageDate]:
    """schema.org's dateModified and datePublished of the page, not of its comments."""
    for script in scripts:
        for thing in _things(script):
            for key, modified in _IN_JSON_LD.items():
                value = thing.get(key)
                day = parse_day(value) if isinstance(value, str) else None
                if day:
                    yield PageDate(day=day, source=DateSource.JSON_LD, modified=modified)


def _things(text: str) -> Iterator[Mapping[str, object]]:
    """The objects of one script; no deeper than lists, @graph and mainEntity go."""
    try:
        waiting = deque([json.loads(text)] if len(text) <= _LONGEST_SCRIPT else [])
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, list):
            waiting += node[:_MOST_NODES]
        elif isinstance(node, dict) and not _is_aside(node):
            yield node
            waiting += (node[key] for key in ("@graph", "mainEntity") if key in node)


def _is_aside(node: Mapping[str, object]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one in _NOT_THE_PAGE for one in kinds)


def _in_metas(metas: Iterable[Mapping[str, str | None]]) -> Iterator[PageDate]:
    for meta in metas:
        for key in ("property", "name", "itemprop"):
            modified = _META.get((meta.get(key) or "").lower())
            day = parse_day(meta.get("content") or "") if modified is not None else None
            if day and modified is not None:
                yield PageDate(day=day, source=DateSource.META, modified=modified)


def _beside(heading: LexborNode | None) -> Iterator[PageDate]:
    """The first <time datetime> in the part of the page that `heading` heads."""
    around = heading
    for _ in range(3):
        around = around.parent if around else None
        if around is None or around.tag in ("body", "html"):
            return
        if found := around.css_first("time[datetime]"):
            yield from _time(found)
            return


def _time(node: LexborNode) -> Iterator[PageDate]:
    day = parse_day(node.attributes.get("datetime") or "")
    if day:
        words = f"{node.attributes.get('class') or ''} {node.attributes.get('itemprop') or ''}"
        modified = any(word in words.lower() for word in ("updat", "modif"))
        yield PageDate(day=day, source=DateSource.TIME, modified=modified)
