"""A small catalogue to find things in, and what was concluded about its links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from curator import urls
from curator.catalogue import Catalogue, Entry, Item, Kind, Link, Location, Section
from curator.findings import Report, build
from curator.judge import Status, Verdict

TODAY = date(2026, 11, 23)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """Make an entry whose links stand on the lines from `line` on, its URL first."""

    def make(title: str = "Foo", url: str | None = "https://foo.example/", **more: Any) -> Entry:
        line = more.pop("line", 1)
        listed = [url, *(resource.url for resource in more.get("resources", ()))]
        listed += more.pop("in_note", ())
        found = [text for text in listed if text]
        links = tuple(
            Link(url=text, location=Location(path="list.md", line=line + n, column=5))
            for n, text in enumerate(found)
        )
        more.setdefault("kind", Kind.DOCS)
        location = Location(path="list.md", line=line, column=3)
        return Entry(title=title, url=url, links=links, location=location, **more)

    return make


@pytest.fixture
def catalogue() -> Callable[..., Catalogue]:
    """Make a catalogue of one section."""

    def make(*items: Item, **more: Any) -> Catalogue:
        sections = (Section(title="Basics", items=items),)
        return Catalogue(path="list.md", title="A list", sections=sections, **more)

    return make


@pytest.fixture
def verdict() -> Callable[..., Verdict]:
    """Make a verdict; the reason names the status unless one is given."""

    def make(status: Status, url: str = "https://foo.example/", **more: Any) -> Verdict:
        more.setdefault("reason", f"it is {status}")
        more.setdefault("since", date(2026, 11, 20))
        return Verdict(url=urls.evidence_key(url), status=status, **more)

    return make


@pytest.fixture
def report() -> Callable[..., Report]:
    """Build a report of today from verdicts, each found under its own URL."""

    def make(catalogue: Catalogue, *verdicts: Verdict, **more: Any) -> Report:
        before = more.pop("before", ())
        return build(
            catalogue,
            _by_url(verdicts),
            today=TODAY,
            generated_at=datetime(2026, 11, 23, 12, tzinfo=UTC),
            before=_by_url(before),
            **more,
        )

    return make


def _by_url(verdicts: tuple[Verdict, ...]) -> Mapping[str, Verdict]:
    return {verdict.url: verdict for verdict in verdicts}
