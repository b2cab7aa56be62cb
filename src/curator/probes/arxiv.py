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
_PATH: Final = re.compile(r"/(?:abs|pdf|html)/(.+)")
_PAPER: Final = re.compile(
    r"([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/[0-9]{7})"
    r"(?:v([1-9][0-9]?))?"
)
"""https://info.arxiv.org/help/arxiv_identifier.html"""


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
    found = _PAPER.fullmatch(path[1].removesuffix("/").removesuffix(".pdf"))
    return Paper(id=found[1], version=int(found[2]) if found[2] else None) if found else None


def ask_arxiv(listed: Iterable[str], *, clock: Clock) -> Batch:
    """Ask about all papers among `listed`, a hundred at once, three seconds apart.

    https://info.arxiv.org/help/api/user-manual.html. A paper that the answer leaves out is asked by
    its page: the API learns of new ones a day late, and arXiv's 404 is honest.
    """
    began = clock()
    papers = {url: paper for url in listed if (paper := paper_of(url))}
    ids = list(dict.fromkeys(paper.id for paper in papers.values()))
    for start in range(0, len(ids), _AT_ONCE):
        if start:
            yield Pause(seconds=_APART)
        asked = ids[start : start + _AT_ONCE]
        reply = yield Question(text=f"{_API}?id_list={','.join(asked)}&max_results={_AT_ONCE}")
        assert reply is not None
        told = read_feed(reply.body, today=began.date()) if reply.status == 200 else {}
        found = {url: told[paper.id] for url, paper in papers.items() if paper.id in told}
        yield Found(
            evidence=tuple(
                Evidence(url=url, at=began, attempts=(_attempt(began, record),))
                for url, record in found.items()
            )
        )
        if not told:
            return ""
    return ""


def read_feed(body: bytes, *, today: date) -> Mapping[str, Record]:
    """By id without version: what an Atom feed says; nothing when it is none, or was cut off."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        return {}
    try:
        feed = ElementTree.fromstring(body)  # noqa: S314 - no entities: see above
    except ElementTree.ParseError:
        return {}
    entries = feed.iter(f"{_ATOM}entry") if feed.tag == f"{_ATOM}feed" else ()
    read = (_entry(entry, today) for entry in entries)
    return {paper.id: record for one in read if one for paper, record in (one,)}


_API: Final = "https://export.arxiv.org/api/query"
_AT_ONCE: Final = 100
_APART: Final = 3.0
_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_ARXIV: Final = "{http://arxiv.org/schemas/atom}"
_WITHDRAWN: Final = re.compile(
    r"\b(?:this|the) (?:paper|article|submission|manuscript|work|version) (?:has been|is|was) "
    r"(?:being )?(?:temporarily )?withdrawn\b|^withdrawn\b"
    r"|\bwithdrawn by (?:the )?(?:author|arxiv)",
    re.IGNORECASE,
)
_LONGEST: Final = 300


def _entry(entry: ElementTree.Element, today: date) -> tuple[Paper, Record] | None:
    place = (entry.findtext(f"{_ATOM}id") or "").strip()
    paper = (
        paper_of(place.replace("http://", "https://", 1)) if "/api/errors" not in place else None
    )
    if paper is None:
        return None
    words = (entry.findtext(f"{_ARXIV}comment") or "", entry.findtext(f"{_ATOM}summary") or "")
    withdrawn = any(_WITHDRAWN.search(one.strip()) for one in words)
    title = " ".join((entry.findtext(f"{_ATOM}title") or "").split())
    dates = (
        (parse_day(entry.findtext(f"{_ATOM}updated") or ""), True),
        (parse_day(entry.findtext(f"{_ATOM}published") or ""), False),
    )
    record = Record(
        api="arxiv",
        standing=Standing.THERE,
        id=paper.id,
        name=title[:_LONGEST],
        archived=withdrawn,
        dates=tuple(
            PageDate(day=day, source=DateSource.API, modified=modified)
            for day, modified in dates
            if day and day <= today
        ),
        detail="withdrawn" if withdrawn else f"version {paper.version}" if paper.version else "",
    )
    return paper, record


def _attempt(at: datetime, record: Record) -> Attempt:
    return Attempt(at=at, hops=(), record=record)
