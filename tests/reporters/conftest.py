"""Reports of a made-up list, as a first look, a busy day and a quiet day would have them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from curator import urls
from curator.catalogue import (
    Block,
    Catalogue,
    Entry,
    Item,
    Kind,
    Link,
    Location,
    Resource,
    Section,
    Waiver,
)
from curator.errors import Problem, Severity
from curator.evidence import DateSource, Hop, PageDate, Sign
from curator.findings import Report, build
from curator.judge import Status, Verdict

GOLDEN = Path(__file__).parent / "golden"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare with a file that was looked at.

    CURATOR_WRITE_GOLDEN=1 pytest tests/reporters writes the files anew.
    """

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("CURATOR_WRITE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def busy() -> Report:
    """A YAML catalogue on a day with something of everything."""
    return _report(
        _catalogue(),
        _verdicts(),
        before=_before(),
        review={Kind.COURSE: 365},
        stale={Kind.ARTICLE: 540},
        problems=[
            Problem(
                path="catalogue/0x20-applications.yaml",
                line=3,
                column=5,
                severity=Severity.WARNING,
                message="'added' is in the future",
            )
        ],
        notes=["names resolve into 198.18.0.0/15 here (a fake-IP resolver): allowed for names"],
    )


@pytest.fixture
def first_look() -> Report:
    """A Markdown list that was never checked before."""
    entries = [
        _entry("Foo Toolkit", "https://foo.example/docs", 412),
        _entry("Bar", "https://bar.example/", 630),
        _entry("A", "http://a.example/x#usage", 88),
        *(_entry(f"Post {n}", f"https://medium.example/p{n}", 700 + n) for n in range(4)),
        _entry("X", "https://x.example/status/1", 710),
        _entry("Fine", "https://fine.example/", 711),
    ]
    verdicts = [
        _verdict(
            "https://foo.example/docs",
            Status.FAILING,
            "404 Not Found, asked twice 96 s apart",
            http_status=404,
            decides_on=date(2026, 11, 26),
        ),
        _verdict(
            "https://bar.example/",
            Status.FAILING,
            "no such host, asked twice 61 s apart",
            decides_on=date(2026, 11, 26),
        ),
        _moved("http://a.example/x", "https://b.example/x"),
        *(
            _verdict(f"https://medium.example/p{n}", Status.BLOCKED, "403 Forbidden refuses robots")
            for n in range(4)
        ),
        _verdict(
            "https://x.example/status/1",
            Status.GATED,
            "401 Unauthorized behind a login, a payment or the law",
        ),
        _verdict("https://fine.example/", Status.ALIVE, "200 OK", http_status=200),
    ]
    section = Section(title="Tools", items=tuple(entries))
    return _report(Catalogue(path="README.md", title="A list", sections=(section,)), verdicts)


@pytest.fixture
def quiet() -> Report:
    section = Section(title="Tools", items=(_entry("Fine", "https://fine.example/", 3),))
    return _report(
        Catalogue(path="README.md", title="A list", sections=(section,)),
        [_verdict("https://fine.example/", Status.ALIVE, "200 OK")],
    )


@pytest.fixture
def report_of() -> Callable[[str, str, str], Report]:
    """A report of one dead and one moved link that say what they are told to say."""

    def make(title: str, url: str, reason: str) -> Report:
        other = "https://moved.example/"
        entries = (_entry(title, url, 1), _entry(title, other, 2))
        section = Section(title=title, items=entries)
        verdicts = [_verdict(url, Status.DEAD, reason), _moved(other, "https://new.example/")]
        return _report(Catalogue(path="list.md", title=title, sections=(section,)), verdicts)

    return make


def _report(catalogue: Catalogue, verdicts: list[Verdict], **more: Any) -> Report:
    before = more.pop("before", ())
    return build(
        catalogue,
        {verdict.url: verdict for verdict in verdicts},
        today=NOW.date(),
        generated_at=NOW,
        before={verdict.url: verdict for verdict in before},
        **more,
    )


def _entry(title: str, url: str | None, line: int, path: str = "README.md", **more: Any) -> Entry:
    listed = [url, *(resource.url for resource in more.get("resources", ()))]
    links = tuple(
        Link(url=text, location=Location(path=path, line=line + 1 + n, column=10))
        for n, text in enumerate(filter(None, listed))
    )
    location = Location(path=path, line=line, column=5)
    return Entry(title=title, url=url, links=links, location=location, **more)


def _verdict(url: str, status: Status, reason: str, **more: Any) -> Verdict:
    more.setdefault("since", date(2026, 11, 20))
    more.setdefault("checked_at", datetime(2026, 11, 23, 11, 58, 12, tzinfo=UTC))
    return Verdict(url=urls.evidence_key(url), status=status, reason=reason, **more)


def _moved(old: str, new: str, **more: Any) -> Verdict:
    hops = (
        Hop(url=old, status=301, location=new, permanent=True),
        Hop(url=new, status=200),
    )
    reason = "301 Moved Permanently"
    return _verdict(
        old,
        Status.MOVED,
        reason,
        replacement=new,
        final_url=new,
        hops=hops,
        http_status=200,
        **more,
    )


def _catalogue() -> Catalogue:
    return Catalogue(
        path="catalogue",
        title="大语言模型学习路径",
        updated=date(2024, 10, 18),
        location=Location(path="catalogue/catalogue.yaml", line=2, column=1),
        sections=(
            Section(title="0x10 入门篇", items=_basics()),
            Section(title="0x20 应用篇", items=_applications()),
        ),
    )


def _basics() -> tuple[Item, ...]:
    path = "catalogue/0x10-basics.yaml"
    prose = Link(url="https://router.example/", location=Location(path=path, line=5, column=12))
    waivers = (Waiver(rule="stale", because="讲座，不会过时", until=date(2026, 6, 30)),)
    return (
        Block(markdown="…", links=(prose,)),
        _entry("OpenAI Quickstart", "https://platform.example/docs/quickstart", 8, path),
        _entry("提示词工程：写给开发者的一门短课", "https://learn.example/prompt", 20, path),
        _entry(
            "State of GPT",
            None,
            31,
            path,
            kind=Kind.ARTICLE,
            resources=(Resource(label="视频", url="https://talks.example/state-of-gpt"),),
            waivers=waivers,
        ),
        *(_entry(f"第 {n} 课", f"https://old.example/{n}", 40 + 3 * n, path) for n in range(1, 6)),
        *(
            _entry(
                f"Course {n}",
                f"https://courses.example/{n}",
                60 + 3 * n,
                path,
                kind=Kind.COURSE,
                reviewed=date(2025, 1, n),
            )
            for n in range(1, 6)
        ),
    )


def _applications() -> tuple[Item, ...]:
    path = "catalogue/0x20-applications.yaml"
    return (
        _entry("Langchain", "https://python.langchain.example/", 4, path),
        _entry("dify：开源的应用编排工具", "http://dify.example", 12, path),
        _entry("向量数据库怎么选", "https://blog.example/2023/vector?utm=1#chroma", 20, path),
        _entry("Shop of vectors", "https://vectors.example/", 26, path),
        _entry("大模型推理优化", "https://zhuanlan.example/p/1", 30, path),
        _entry("Another look", "https://zhuanlan.example/p/2", 34, path),
        _entry("A talk", "https://video.example/watch?v=1", 38, path),
        _entry("Local notes", "http://192.168.1.7/notes", 42, path),
        _entry("Certificates 101", "https://tls.example/", 46, path),
        _entry("Langchain, again", "http://python.langchain.example", 50, path),
        _entry("Back again", "https://back.example/", 54, path, added=date(2026, 10, 1)),
    )


def _verdicts() -> list[Verdict]:
    old = PageDate(day=date(2023, 5, 30), source=DateSource.JSON_LD, modified=False)
    wall = (Sign(name="cloudflare-challenge", where="title", detail="Just a moment..."),)
    return [
        _verdict("https://router.example/", Status.ALIVE, "200 OK", http_status=200),
        _verdict(
            "https://platform.example/docs/quickstart",
            Status.DEAD,
            "404 Not Found, in 3 checks from 2026-11-19 to 2026-11-23",
            http_status=404,
            since=date(2026, 11, 19),
        ),
        _verdict(
            "https://learn.example/prompt",
            Status.SOFT_404,
            "200 OK but the page says not found (title-not-found), asked twice 64 s apart",
            http_status=200,
        ),
        _verdict(
            "https://talks.example/state-of-gpt",
            Status.ALIVE,
            "200 OK",
            http_status=200,
            activity=old,
        ),
        *(
            _verdict(
                f"https://old.example/{n}",
                Status.FAILING,
                f"no such host, asked twice {60 + n} s apart",
                decides_on=date(2026, 11, 26),
            )
            for n in range(1, 6)
        ),
        *(
            _verdict(f"https://courses.example/{n}", Status.ALIVE, "200 OK", http_status=200)
            for n in range(1, 6)
        ),
        _moved("https://python.langchain.example/", "https://docs.langchain.example/oss/python/"),
        _moved("http://dify.example/", "https://dify.example/", cosmetic=True),
        _moved("https://blog.example/2023/vector?utm=1", "https://blog.example/vector-databases"),
        _verdict(
            "https://vectors.example/",
            Status.PARKED,
            "200 OK but the domain is parked or for sale (for-sale-form)",
        ),
        _verdict(
            "https://zhuanlan.example/p/1",
            Status.BLOCKED,
            "403 Forbidden refuses robots",
            http_status=403,
            signs=wall,
        ),
        _verdict(
            "https://zhuanlan.example/p/2",
            Status.BLOCKED,
            "403 Forbidden refuses robots",
            http_status=403,
        ),
        _verdict(
            "https://video.example/watch?v=1",
            Status.GATED,
            "200 OK behind a login, a payment or the law (login-form)",
        ),
        _verdict(
            "http://192.168.1.7/notes",
            Status.UNSAFE,
            "leads to an address that is not public, which was not contacted",
        ),
        _verdict(
            "https://tls.example/",
            Status.TLS_ERROR,
            "the certificate has expired, asked twice 61 s apart",
            decides_on=date(2026, 11, 27),
        ),
        _moved("http://python.langchain.example/", "https://docs.langchain.example/oss/python/"),
        _verdict("https://back.example/", Status.ALIVE, "200 OK", http_status=200),
    ]


def _before() -> list[Verdict]:
    changed = {
        "https://platform.example/docs/quickstart": Status.FAILING,
        "https://back.example/": Status.DEAD,
        "https://talks.example/state-of-gpt": Status.FAILING,
    }
    return [
        _verdict(verdict.url, changed[verdict.url], "404") if verdict.url in changed else verdict
        for verdict in _verdicts()
    ]
