"""arXiv: an honest site, whose API tells what its pages don't: dates, and what was withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from xml.etree import ElementTree

from curator import urls
from curator.evidence import Attempt, DateSource, Evidence, PageDate, Record, Standing
from curator.probes.batch import Batch, Found, Pause, Question
from curator.probes.contract import Clock
from curator.probes.dates import parse_day

_HOSTS: Final = frozenset(("arxiv.org", "export.arxiv.org"))
_PATH: Final = re.compile(r"/(abs|pdf|html)/(.+)")
_PAPER: Final = re.compile(
    r"([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/[0-9]{7})"
    r"(?:v([1-9][0-9]?))?"
)
"""https://info.arxiv.org/help/arxiv_identifier.html"""
_SUBJECT: Final = re.compile(r"(?<=[a-z])\.[A-Z]{2}(?=/)")
"""The class of an old number, which is no part of its canonical form: math.GT/0309136."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper, in one version or whatever is the newest."""

    id: str
    version: int | None


def paper_of(url: str) -> Paper | None:
    """The paper that `url` leads to; None for listings, authors, mirrors and other pages."""
    if urls.problem(url) is not None:
        return None
    parts = urls.parse(url)
    host = parts.host.rstrip(".").removeprefix("www.")
    path = _PATH.fullmatch(parts.path)
    if parts.port is not None or host not in _HOSTS or path is None:
        return None
    found = _PAPER.fullmatch(path[2].removesuffix("/").removesuffix(".pdf"))
    if found is None:
        return None
    number = _SUBJECT.sub("", found[1])
    return Paper(id=number, version=int(found[2]) if found[2] else None)


def is_asked(url: str) -> bool:
    """Does the API's word on a paper settle this link? Not every paper has been made into HTML."""
    return paper_of(url) is not None and not urls.parse(url).path.startswith("/html/")


def ask_arxiv(listed: Iterable[str], *, clock: Clock) -> Batch:
    """Ask about all papers among `listed`, a hundred at once, three seconds apart.

    https://info.arxiv.org/help/api/user-manual.html. A paper that the answer leaves out is asked by
    its page: the API learns of new ones a day late, and arXiv's 404 is honest.
    """
    began = clock()
    papers = {url: paper for url in listed if is_asked(url) and (paper := paper_of(url))}
    ids = list(dict.fromkeys(paper.id for paper in papers.values()))
    for start in range(0, len(ids), _AT_ONCE):
        if start:
            yield Pause(seconds=_APART)
        asked = ids[start : start + _AT_ONCE]
        reply = yield Question(text=f"{_API}?id_list={','.join(asked)}&max_results={_AT_ONCE}")
        assert reply is not None
        told = read_feed(reply.body, today=began.date()) if reply.status == 200 else {}
        found = {
            url: told[paper.id].record
            for url, paper in papers.items()
            if paper.id in told and told[paper.id].has(paper.version)
        }
        yield Found(
            evidence=tuple(
                Evidence(url=url, at=began, attempts=(_attempt(began, record),))
                for url, record in found.items()
            )
        )
        if not told:
            return ""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the API says of one paper."""

    newest: int | None
    """The version that it told of; there are none beyond."""
    record: Record

    def has(self, version: int | None) -> bool:
        return version is None or self.newest is None or version <= self.newest


def read_feed(body: bytes, *, today: date) -> Mapping[str, Known]:
    """By id without version: what an Atom feed says; nothing when it is none, or was cut off."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        return {}
    try:
        feed = ElementTree.fromstring(body)  # noqa: S314 - no entities: see above
    except (ElementTree.ParseError, ValueError, LookupError):
        return {}  # ... or in an encoding that nobody knows
    entries = feed.iter(f"{_ATOM}entry") if feed.tag == f"{_ATOM}feed" else ()
    read = (_entry(entry, today) for entry in entries)
    return {one.record.id: one for one in read if one}


_API: Final = "https://export.arxiv.org/api/query"
_AT_ONCE: Final = 100
_APART: Final = 3.0
_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_ARXIV: Final = "{http://arxiv.org/schemas/atom}"
_IS_WITHDRAWN: Final = (
    r"(?:this|the) (?:paper|article|submission|manuscript|work|version) (?:has been|is|was) "
    r"(?:being )?(?:temporarily )?withdrawn\b"
)
_WITHDRAWN: Final = re.compile(
    rf"{_IS_WITHDRAWN}|withdrawn(?:\W*$|\W+(?:by|due|because|as|since|pending|until)\b)",
    re.IGNORECASE,
)
"""At the start of an abstract or a comment: papers are written about withdrawal, too."""
_WITHDRAWN_COMMENT: Final = re.compile(
    rf"\b{_IS_WITHDRAWN}|\bwithdrawn by (?:the )?(?:author|arxiv)", re.IGNORECASE
)
_LONGEST: Final = 300


def _entry(entry: ElementTree.Element, today: date) -> Known | None:
    place = _text(entry, f"{_ATOM}id")
    if "/api/errors" in place or not (paper := paper_of(place)):
        return None
    withdrawn = _is_withdrawn(_text(entry, f"{_ARXIV}comment"), _text(entry, f"{_ATOM}summary"))
    version = f"version {paper.version}" if paper.version else ""
    record = Record(
        api="arxiv",
        standing=Standing.THERE,
        id=paper.id,
        name=_text(entry, f"{_ATOM}title")[:_LONGEST],
        archived=withdrawn,
        dates=tuple(_dates(entry, today)),
        detail="withdrawn" if withdrawn else version,
    )
    return Known(newest=paper.version, record=record)


def _is_withdrawn(comment: str, summary: str) -> bool:
    starts = any(_WITHDRAWN.match(text) for text in (comment, summary))
    return starts or _WITHDRAWN_COMMENT.search(comment) is not None


def _dates(entry: ElementTree.Element, today: date) -> Iterable[PageDate]:
    for name, modified in (("updated", True), ("published", False)):
        day = parse_day(_text(entry, f"{_ATOM}{name}"))
        if day and day <= today:
            yield PageDate(day=day, source=DateSource.API, modified=modified)


def _text(entry: ElementTree.Element, name: str) -> str:
    """In one line."""
    return " ".join((entry.findtext(name) or "").split())


def _attempt(at: datetime, record: Record) -> Attempt:
    return Attempt(at=at, hops=(), record=record)
