"""Rules on the whole list hold for a Markdown list too."""

from __future__ import annotations

from datetime import date

import pytest

from curator import markdown
from curator.catalogue import Catalogue, Entry, Link, Location, Retired, Section, Table, Waiver
from curator.catalogue_rules import check_catalogue, nearest

TODAY = date(2026, 11, 23)


def told(catalogue: Catalogue) -> list[str]:
    return [str(problem) for problem in check_catalogue(catalogue, TODAY)]


def test_a_markdown_list() -> None:
    text = (
        "# L\n\nSee <https://a.example/>.\n\n- [A](https://a.example/)\n"
        "- [B](http://www.a.example/#x)\n- [C](https://a.example)\n- [D](https://d..example/)\n"
    )
    assert told(markdown.read(text, "README.md")) == [
        "README.md:7:7: warning: also listed at README.md:5:7 as https://a.example/:"
        " keep one of them",
        "README.md:8:7: warning: not a usable URL (the host name has two dots in a row): a check"
        " will call it invalid",
    ]


TWICE = """# L

- [Elk](https://elk.example) - A mast. ([Demo](https://elk.example/), [Code](https://git.example/elk))
- [Yak](https://yak.example) [![Code][i]](https://yak.example) [web](http://www.yak.example)
- [Elk again](http://elk.example/) - Taller. ([Code](https://git.example/elk/), [Demo](https://elk.example))
- [Doe](https://doe.example) ([Code](https://git.example/elk))
- [Ewe](https://ewe.example) [Talk](https://yak.example) [Code](https://git.example/elk)

[i]: https://img.example/i.svg
"""


def test_what_an_entry_says_twice_is_no_duplicate_and_one_twin_is_told_once() -> None:
    """A badge or a demo often leads where the name does; a twin has the same badges."""
    assert told(markdown.read(TWICE, "l.md")) == [
        "l.md:5:15: warning: also listed at l.md:3:9 as https://elk.example: keep one of them",
        "l.md:6:38: warning: also listed at l.md:3:78: keep one of them",
        "l.md:7:37: warning: also listed at l.md:4:9: keep one of them",
        "l.md:7:65: warning: also listed at l.md:3:78: keep one of them",
    ]


def entry(line: int, url: str = "https://a.example/", **more: object) -> Entry:
    location = Location(path="a.yaml", line=line, column=5)
    links = (Link(url=url, location=location),)
    return Entry(title="T", url=url, location=location, links=links, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "excused",
    [
        entry(2, waivers=(Waiver(rule="duplicate-link", because="both"),)),
        entry(2, waivers=(Waiver(rule="duplicate-link", because="both", until=TODAY),)),
        entry(2, retired=Retired(on=TODAY, because="gone")),
        entry(2, url="https://b.example/", items=(), retired=Retired(on=TODAY, because="gone")),
    ],
)
def test_what_is_no_duplicate(excused: Entry) -> None:
    assert told(Catalogue(path="", title="T", items=(entry(1), excused))) == []


def test_a_waiver_that_has_ended() -> None:
    ended = Waiver(rule="duplicate-link", because="both", until=date(2026, 11, 22))
    assert (
        len(told(Catalogue(path="", title="T", items=(entry(1), entry(2, waivers=(ended,)))))) == 1
    )


def test_what_is_nested_in_something_retired_is_gone_too() -> None:
    nested = (entry(2), Table(columns=(), rows=(entry(3),)))
    retired = entry(
        1, "https://b.example/", items=nested, retired=Retired(on=TODAY, because="gone")
    )
    section = Section(title="S", items=(retired, entry(4)))
    assert told(Catalogue(path="", title="T", sections=(section,))) == []


def test_without_places_the_list_itself_is_named() -> None:
    odd = Entry(title="T", marks=("nope",), added=date(2027, 1, 1))
    assert told(Catalogue(path="list", title="T", items=(odd,))) == [
        "list: error: unknown mark 'nope': define it under 'marks' in catalogue.yaml"
        " (there are: none yet)",
        "list: warning: 'added' is 2027-01-01, which is still to come: correct the day",
    ]


def test_the_nearest_word() -> None:
    assert nearest("viedo", ["video", "paper"]) == "video"
    assert nearest("zzz", ["video"]) is None
    assert nearest("x" * 10**6, ["x" * 10**6]) is None
