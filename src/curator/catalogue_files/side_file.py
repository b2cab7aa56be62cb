"""The side file of a Markdown list: what is known of its entries and has no place in its text.

`README.curator.yaml` stands beside `README.md`. Each of its entries names one of the list's by its
URL, and says what an entry of a catalogue can say of itself: waivers, reviews, its retirement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from curator import urls
from curator.catalogue import Kind, Link, Location, Retired, Waiver
from curator.catalogue_files.compose import compose
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.files import UnreadableFileError, read_file
from curator.catalogue_files.load import MOST_PROBLEMS
from curator.catalogue_files.nodes import Mapping, Scalar, Sequence
from curator.catalogue_files.read import retired_of, waivers_of
from curator.catalogue_files.schema import Schema, violations
from curator.catalogue_files.view import View
from curator.errors import Problem, Severity

_SUFFIXES = (".curator.yaml", ".curator.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEntry:
    """What is known of the thing at one URL."""

    url: str
    kind: Kind | None = None
    language: str | None = None
    added: date | None = None
    published: date | None = None
    reviewed: date | None = None
    review_every: int | None = None
    """Days."""
    waivers: tuple[Waiver, ...] = ()
    retired: Retired | None = None
    location: Location
    """Of its URL."""
    view: View

    def place(self, name: str) -> Location | None:
        """Where it says what `name` leads to, such as reviewed or retired/on."""
        node: object = self.view.node
        for step in name.split("/"):
            node = node.values.get(step) if isinstance(node, Mapping) else None
        found = node if isinstance(node, Mapping | Sequence | Scalar) else None
        return self.view.file.location(found.start) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFile:
    """A side file as it was read; without entries when there is none."""

    path: Path
    entries: tuple[SideEntry, ...] = ()
    problems: tuple[Problem, ...] = ()

    def retired(self, named: str) -> SideEntry | None:
        """The retired entry of this URL or title."""
        of_url = [one for one in self.entries if one.retired and names(one, named)]
        of_title = [
            one
            for one in self.entries
            if one.retired and f"[{named}]" in (one.view.text("markdown") or "")
        ]
        return next(iter([*of_url, *of_title]), None)

    def named(self, url: str) -> SideEntry | None:
        """The entry for this URL or for another spelling of it."""
        return next((one for one in self.entries if names(one, url)), None)


def names(entry: SideEntry, url: str) -> bool:
    return entry.url == url or urls.identity(entry.url) == urls.identity(url)


def side_file_of(list_: Path) -> Path:
    """Where the side file of a list stands, or would stand."""
    candidates = [list_.with_suffix(suffix) for suffix in _SUFFIXES]
    return next((path for path in candidates if path.exists()), candidates[0])


def load_side_file(list_: Path) -> SideFile:
    """Read the side file of a list; everything wrong with it comes back as problems."""
    path = side_file_of(list_)
    if not path.exists():
        return SideFile(path=path)
    try:
        file = read_file(path)
    except UnreadableFileError as error:
        return SideFile(path=path, problems=(error.problem,))
    composed = compose(file)
    problems = list(composed.problems)
    if composed.root is None:
        return SideFile(path=path, problems=tuple(problems))
    problems += islice(violations(file, composed.root, Schema.SIDE_FILE), MOST_PROBLEMS)
    root = composed.root if isinstance(composed.root, Mapping) else Mapping(0, 0, {}, {}, False)
    views = View(file, root, problems).each("entries")
    entries = tuple(_entry(view, link) for view in views for link in view.url(view.get("url")))
    problems += _named_twice(file, entries)
    return SideFile(path=path, entries=entries, problems=tuple(problems))


def _entry(view: View, link: Link) -> SideEntry:
    return SideEntry(
        url=link.url,
        kind=view.kind(),
        language=view.text("language"),
        added=view.day("added"),
        published=view.day("published"),
        reviewed=view.day("reviewed"),
        review_every=view.days("review_every"),
        waivers=waivers_of(view),
        retired=retired_of(view),
        location=link.location,
        view=view,
    )


def _named_twice(file: FileText, entries: tuple[SideEntry, ...]) -> Iterator[Problem]:
    first: dict[str, SideEntry] = {}
    for entry in entries:
        earlier = first.setdefault(urls.identity(entry.url), entry)
        if earlier is not entry:
            yield Problem(
                path=file.path,
                line=entry.location.line,
                column=entry.location.column,
                severity=Severity.ERROR,
                message=f"the URL is already named on line {earlier.location.line}: put both"
                " into one entry",
            )
