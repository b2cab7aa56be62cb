"""The whole list as data, wherever it was read from.

A `Catalogue` comes from a folder of YAML (`catalogue_files`) or from a Markdown list
(`markdown.read`), and goes back to either. It is what import and render hand to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing an entry or a resource is."""

    COURSE = "course"
    VIDEO = "video"
    PAPER = "paper"
    BOOK = "book"
    ARTICLE = "article"
    DOCS = "docs"
    TOOL = "tool"
    REPOSITORY = "repository"
    DATASET = "dataset"
    SLIDES = "slides"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """Where something stands in the curator's files."""

    path: str
    line: int
    """1-based."""
    column: int
    """1-based, in characters."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One URL at one place of the catalogue."""

    url: str
    """As a browser would follow it: entities and escapes undone, surrounding space gone."""
    location: Location
    """Of the URL's first character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A curator's reasoned exception to a rule on an entry."""

    rule: str
    because: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """Why an entry is kept in the data and left out of the list."""

    on: date
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A labelled sub-link of an entry: subtitles, video, slides, code, paper, translation."""

    label: str
    url: str
    title: str | None = None
    """What its link says, where that is more than the URL: `Paper: [title](url)`."""
    note: str = ""
    """Inline Markdown after its link."""
    kind: Kind | None = None
    language: str | None = None
    style: Mapping[str, str | bool] = field(default_factory=dict)
    """Where its Markdown differs from the section's style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One recommended thing."""

    title: str
    """Inline Markdown, as it stands between the brackets."""
    url: str | None = None
    """None: the entry is its resources, or its nested entries."""
    tooltip: str = ""
    """What the link shows under the mouse: `[title](url "tooltip")`."""
    lead: str = ""
    """Inline Markdown before the title: a date, an icon."""
    id: str | None = None
    kind: Kind | None = None
    language: str | None = None
    """BCP 47."""
    marks: tuple[str, ...] = ()
    """Ids of the catalogue's marks."""
    note: str | tuple[str, ...] = ""
    """Inline Markdown: a string stands after the title, a tuple as a list below it."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """A table row's other cells, by column."""
    resources: tuple[Resource, ...] = ()
    items: tuple[Item, ...] = ()
    """Nested entries and blocks."""
    added: date | None = None
    published: date | None = None
    reviewed: date | None = None
    """The last day a person looked at it."""
    review_every: int | None = None
    """Days."""
    waivers: tuple[Waiver, ...] = ()
    retired: Retired | None = None
    style: Mapping[str, str | bool] = field(default_factory=dict)
    """Where this one item's Markdown differs from its section's style."""
    location: Location | None = None
    """Of the entry; None when it was not read from a file."""
    links: tuple[Link, ...] = ()
    """Its URL, its resources' and its notes', in order of place; nested items keep their own."""

    @property
    def key(self) -> str:
        """What a person can name it by: its id, else its URL, else its title."""
        return self.id or self.url or self.title

    @property
    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """By URL: what a reader is told to find there, as inline Markdown."""
        told: dict[str, tuple[str, ...]] = {}
        for resource in self.resources:
            named = resource.title or f"{self.title} {resource.label}"
            told[resource.url.strip()] = (*told.get(resource.url.strip(), ()), named)
        if self.url:
            told[self.url.strip()] = (self.title, *told.get(self.url.strip(), ()))
        return told

    @property
    def recommended(self) -> Iterator[Link]:
        """The links that it stands for: its own and its resources', not its note's."""
        own = [url.strip() for url in (self.url, *(each.url for each in self.resources)) if url]
        for link in self.links:
            if link.url in own:
                own.remove(link.url)
                yield link


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Markdown kept as read and printed as it is: prose, or an item that resists structure."""

    markdown: str
    """Lines end in LF here, whatever the file uses."""
    location: Location | None = None
    links: tuple[Link, ...] = ()
    entries: int = 0
    """How many items with a link of their own it holds: what import's coverage calls verbatim."""
    because: str = field(default="", compare=False)
    """Why they resisted structure; import says so, nothing else does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose rows are entries."""

    columns: tuple[str, ...]
    """The header's cells."""
    rows: tuple[Entry | Block, ...]
    """A block is a row as it stands, without line end."""
    style: Mapping[str, str | bool] = field(default_factory=dict)
    location: Location | None = None
    links: tuple[Link, ...] = ()
    """The header's own."""


Item = Entry | Block | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with entries."""

    title: str
    """Inline Markdown, as it stands in the heading, numbers included."""
    intro: str = ""
    """Markdown prose before the first item."""
    items: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    style: Mapping[str, str | bool] = field(default_factory=dict)
    """Where this section differs from the catalogue's style; its own sections inherit it."""
    location: Location | None = None
    links: tuple[Link, ...] = ()
    """The heading's and the intro's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The whole list."""

    path: str
    """The folder or the Markdown file it came from."""
    title: str
    """Inline Markdown, as it stands in the first heading."""
    language: str | None = None
    author: str | None = None
    source: str | None = None
    """URL of the page the list was first published on."""
    created: date | None = None
    updated: date | None = None
    license: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    """Mark id to the label a reader sees: must-read to 【必看】."""
    style: Mapping[str, str | bool] = field(default_factory=dict)
    preamble: str = ""
    """Markdown above the title: front matter, comments, badges."""
    intro: str = ""
    """Markdown between the title and the first section. `{updated:%Y-%m-%d}` in it stands for
    the day in `updated`, in that form; a line `{contents}`, here or in any prose, for the table
    of contents."""
    items: tuple[Item, ...] = ()
    """Items that stand before the first section."""
    sections: tuple[Section, ...] = ()
    location: Location | None = None
    links: tuple[Link, ...] = ()
    """The title's, the intro's and the source's."""
    link_waivers: Mapping[str, tuple[Waiver, ...]] = field(default_factory=dict)
    """Of links that stand in no entry, by the URL as listed: a Markdown list's side file can
    name any link."""

    def walk(self) -> Iterator[Placed]:
        """Everything that holds links, in the order of the list, with where it stands."""
        if self.links:
            yield Placed(holder=self, sections=())
        yield from _walk_items(self.items, ())
        for section in self.sections:
            yield from _walk_section(section, ())

    def shown(self) -> Iterator[Placed]:
        """What readers see of `walk`: no retired entries, and nothing that nests in them."""
        return (placed for placed in self.walk() if not placed.is_retired)

    def entries(self) -> Iterator[Placed]:
        """Every entry, nested ones and table rows included."""
        return (placed for placed in self.walk() if isinstance(placed.holder, Entry))


Holder = Catalogue | Section | Table | Block | Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A part of the list that holds links of its own, with where it stands."""

    holder: Holder
    sections: tuple[str, ...]
    """Titles of the sections around it, outermost first."""
    is_retired: bool = False
    """It is a retired entry, or nests in one."""

    @property
    def links(self) -> tuple[Link, ...]:
        return self.holder.links

    @property
    def entry(self) -> Entry | None:
        return self.holder if isinstance(self.holder, Entry) else None

    @property
    def name(self) -> str:
        """What a report calls it: the entry's title, else the innermost section's."""
        if isinstance(self.holder, Entry):
            return self.holder.title
        return self.sections[-1] if self.sections else ""


def _walk_section(section: Section, around: tuple[str, ...]) -> Iterator[Placed]:
    inside = (*around, section.title)
    if section.links:
        yield Placed(holder=section, sections=inside)
    yield from _walk_items(section.items, inside)
    for child in section.sections:
        yield from _walk_section(child, inside)


def _walk_items(
    items: tuple[Item, ...], sections: tuple[str, ...], *, retired: bool = False
) -> Iterator[Placed]:
    for item in items:
        gone = retired or (isinstance(item, Entry) and item.retired is not None)
        if item.links or not isinstance(item, Block):
            yield Placed(holder=item, sections=sections, is_retired=gone)
        if isinstance(item, Entry):
            yield from _walk_items(item.items, sections, retired=gone)
        elif isinstance(item, Table):
            yield from _walk_items(item.rows, sections, retired=gone)
