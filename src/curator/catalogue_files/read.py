"""From a file's tree to the parts of a catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from curator.catalogue import (
    Block,
    Catalogue,
    Entry,
    Holder,
    Item,
    Link,
    Location,
    Resource,
    Retired,
    Section,
    Table,
    Waiver,
)
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.nodes import Mapping, Node, Scalar, Sequence
from curator.catalogue_files.view import View
from curator.errors import Problem

_H = TypeVar("_H", Catalogue, Section, Table, Block, Entry)


@dataclass(frozen=True, slots=True)
class Reader:
    """Builds the parts of a catalogue, and remembers which node each was read from."""

    problems: list[Problem] = field(default_factory=list)
    _views: dict[int, tuple[Holder, View]] = field(default_factory=dict)

    def catalogue(
        self, path: str, file: FileText, root: Node | None, sections: tuple[Section, ...]
    ) -> Catalogue:
        view = self._view(file, root)
        catalogue = Catalogue(
            path=path,
            title=view.text("title") or "",
            language=view.text("language"),
            author=view.text("author"),
            source=view.text("source"),
            created=view.day("created"),
            updated=view.day("updated"),
            license=view.text("license"),
            marks=view.pairs("marks"),
            style=view.style(),
            preamble=view.text("preamble") or "",
            intro=view.text("intro") or "",
            items=self._items(view, "entries"),
            sections=sections,
            location=view.location,
            links=_in_order(
                *view.url(view.get("source")),
                *view.prose(_scalars(view, "preamble", "title", "intro")),
            ),
        )
        return self._remember(catalogue, view)

    def section(self, file: FileText, root: Node | None) -> Section:
        return self._section(self._view(file, root))

    def place(self, holder: Holder, name: str) -> Location | None:
        """Where a part of the catalogue has what `name` leads to, such as marks/1 or retired/on."""
        remembered = self._views.get(id(holder))
        if remembered is None:
            return holder.location
        view = remembered[1]
        node: Node | None = view.node
        for step in name.split("/"):
            node = _step(node, step) or node
        return view.file.location(node.start if node else view.node.start)

    def _section(self, view: View) -> Section:
        section = Section(
            title=view.text("title") or "",
            intro=view.text("intro") or "",
            items=self._items(view, "entries"),
            sections=tuple(self._section(child) for child in view.each("sections")),
            style=view.style(),
            location=view.location,
            links=_in_order(*view.prose(_scalars(view, "title", "intro"))),
        )
        return self._remember(section, view)

    def _items(self, view: View, key: str) -> tuple[Item, ...]:
        return tuple(self._item(child) for child in view.each(key))

    def _item(self, view: View) -> Item:
        if "markdown" in view.node.values:
            return self._block(view)
        if "table" in view.node.values:
            return self._table(view.inside(view.get("table")))
        return self._entry(view)

    def _block(self, view: View) -> Block:
        block = Block(
            markdown=view.text("markdown") or "",
            location=view.location,
            links=_in_order(*view.prose(view.scalars("markdown"))),
        )
        return self._remember(block, view)

    def _table(self, view: View) -> Table:
        table = Table(
            columns=view.texts("columns"),
            rows=tuple(
                self._block(row) if "markdown" in row.node.values else self._entry(row)
                for row in view.each("rows")
            ),
            style=view.style(),
            location=view.location,
            links=_in_order(*view.prose(view.scalars("columns"))),
        )
        return self._remember(table, view)

    def _entry(self, view: View) -> Entry:
        entry = Entry(
            title=view.text("title") or "",
            url=view.text("url"),
            tooltip=view.text("tooltip") or "",
            lead=view.text("lead") or "",
            id=view.text("id"),
            kind=view.kind(),
            language=view.text("language"),
            marks=view.texts("marks"),
            note=_note(view),
            fields=view.pairs("fields"),
            resources=tuple(_resource(resource) for resource in view.each("resources")),
            items=self._items(view, "entries"),
            added=view.day("added"),
            published=view.day("published"),
            reviewed=view.day("reviewed"),
            review_every=view.days("review_every"),
            waivers=waivers_of(view),
            retired=retired_of(view),
            style=view.style(),
            location=view.location,
            links=_entry_links(view),
        )
        return self._remember(entry, view)

    def _view(self, file: FileText, root: Node | None) -> View:
        node = root if isinstance(root, Mapping) else Mapping(0, 0, {}, {}, False)
        return View(file, node, self.problems)

    def _remember(self, holder: _H, view: View) -> _H:
        self._views[id(holder)] = (holder, view)
        return holder


def _entry_links(view: View) -> tuple[Link, ...]:
    fields = view.get("fields")
    cells = fields.values.values() if isinstance(fields, Mapping) else ()
    labelled = [child for child in view.each("resources") if child.get("label") is not None]
    beside = [scalar for child in labelled for scalar in child.scalars("note")]
    prose = [
        *_scalars(view, "lead", "note"),
        *beside,
        *(cell for cell in cells if isinstance(cell, Scalar)),
    ]
    if view.get("url") is None:  # inside a link there are no links
        prose.extend(view.scalars("title"))
    return _in_order(
        *view.url(view.get("url")),
        *view.prose(prose),
        *(link for child in view.each("resources") for link in view.url(_resource_url(child))),
    )


def _note(view: View) -> str | tuple[str, ...]:
    if isinstance(view.get("note"), Sequence):
        return view.texts("note")
    return view.text("note") or ""


def _resource(view: View) -> Resource:
    if "label" not in view.node.values:
        label = next(iter(view.node.values), "")
        return Resource(label=label, url=view.text(label) or "")
    return Resource(
        label=view.text("label") or "",
        url=view.text("url") or "",
        title=view.text("title"),
        note=view.text("note") or "",
        kind=view.kind(),
        language=view.text("language"),
        style=view.style(),
    )


def _resource_url(view: View) -> Node | None:
    """Of `label: url` the value, of the long form what stands under `url`."""
    if "label" in view.node.values:
        return view.get("url")
    return next(iter(view.node.values.values()), None)


def _scalars(view: View, *keys: str) -> tuple[Scalar, ...]:
    return tuple(scalar for key in keys for scalar in view.scalars(key))


def waivers_of(view: View) -> tuple[Waiver, ...]:
    """What stands under `waivers`."""
    return tuple(_waiver(waiver) for waiver in view.each("waivers"))


def _waiver(view: View) -> Waiver:
    return Waiver(
        rule=view.text("rule") or "",
        because=view.text("because") or "",
        until=view.day("until"),
    )


def retired_of(view: View) -> Retired | None:
    """What stands under `retired`."""
    if (node := view.get("retired")) is None:
        return None
    retired = view.inside(node)
    on = retired.day("on")
    return Retired(on=on, because=retired.text("because") or "") if on else None


def _in_order(*links: Link) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.location.line, link.location.column)))


def _step(node: Node | None, step: str) -> Node | None:
    if isinstance(node, Mapping):
        return node.values.get(step)
    if isinstance(node, Sequence) and int(step) < len(node.items):
        return node.items[int(step)]
    return None
