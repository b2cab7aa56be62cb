"""What the list says about a URL, as the probes hear it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curator.catalogue import Entry, Resource
from curator.pipeline import listings
from curator.probes import Listing
from curator.sources import open_source

LIST = """# L

## S

- [The **bold** title](https://a.example/x#part) - See also [this](https://b.example/).
- [Twin](https://a.example/x)
"""


@pytest.fixture
def said(tmp_path: Path) -> dict[str, Listing]:
    path = tmp_path / "list.md"
    path.write_text(LIST, encoding="utf-8")
    return dict(listings(open_source(path, date(2026, 11, 25)).catalogue))


def test_titles_of_all_entries_and_fragments_of_all_links(said: dict[str, Listing]) -> None:
    listing = said["https://a.example/x"]
    assert listing.titles == ("The **bold** title", "Twin")
    assert listing.fragments == ("part",)


def test_a_link_by_http_hears_of_links_to_its_host_by_https(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    text = (
        "- [A](http://a.example/x) [B](https://A.example/y)\n- [C](http://c.example) [D](https://.)"
    )
    path.write_text(text, encoding="utf-8")
    said = listings(open_source(path, date(2026, 11, 25)).catalogue)
    sealed = {url for url, listing in said.items() if listing.sealed_host}
    assert sealed == {"http://a.example/x"}


def test_a_link_in_passing_promises_nothing(said: dict[str, Listing]) -> None:
    assert said["https://b.example/"] == Listing()


def test_a_resource_is_of_its_entry_unless_it_has_a_title_of_its_own() -> None:
    video = Resource(label="Video", url="https://v.example/1")
    paper = Resource(label="Paper", url="https://p.example/", title="Attention")
    talk = Entry(title="A talk", resources=(video, paper))
    assert talk.titles == {
        "https://v.example/1": ("A talk Video",),
        "https://p.example/": ("Attention",),
    }
