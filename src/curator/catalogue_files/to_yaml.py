"""From the parts of a catalogue to the data of its files, keys in the order people read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never, cast

from curator.catalogue import (
    Block,
    Catalogue,
    Entry,
    Item,
    Resource,
    Retired,
    Section,
    Table,
    Waiver,
)
from curator.catalogue_files.emit import Flow, Value

Written = dict[str, Value]

_LONGEST_LABEL = 60
"""Characters of a label that stands as a key."""


def catalogue_data(catalogue: Catalogue, section_files: Sequence[str]) -> Written:
    """What catalogue.yaml holds."""
    return _filled(
        title=catalogue.title,
        language=catalogue.language,
        author=catalogue.author,
        source=catalogue.source,
        created=catalogue.created,
        updated=catalogue.updated,
        license=catalogue.license,
        marks=catalogue.marks,
        style=catalogue.style,
        preamble=catalogue.preamble,
        intro=catalogue.intro,
        entries=_items(catalogue.items),
        sections=section_files,
    )


def section_data(section: Section) -> Written:
    """What a section's file holds."""
    return _filled(
        title=section.title,
        intro=section.intro,
        style=section.style,
        entries=_items(section.items),
        sections=[section_data(child) for child in section.sections],
    )


def _items(items: Sequence[Item]) -> list[Value]:
    return [_item(item) for item in items]


def _item(item: Item) -> Written:
    if isinstance(item, Entry):
        return entry_data(item)
    if isinstance(item, Block):
        return {"markdown": item.markdown}
    if isinstance(item, Table):
        return {"table": _table(item)}
    assert_never(item)


def _table(table: Table) -> Written:
    rows = [_item(row) for row in table.rows]
    written: Written = {"columns": Flow(table.columns), "rows": rows}
    return written | _filled(style=_on_one_line(table.style))


def entry_data(entry: Entry) -> Written:
    """What an entry's mapping holds."""
    return _filled(
        title=entry.title,
        url=entry.url,
        tooltip=entry.tooltip,
        lead=entry.lead,
        id=entry.id,
        kind=entry.kind,
        language=entry.language,
        marks=_on_one_line(entry.marks),
        note=entry.note if entry.note != () else Flow(()),
        fields=entry.fields,
        resources=[_resource(resource) for resource in entry.resources],
        added=entry.added,
        published=entry.published,
        reviewed=entry.reviewed,
        review_every=entry.review_every,
        waivers=[_waiver(waiver) for waiver in entry.waivers],
        retired=_retired(entry.retired),
        style=_on_one_line(entry.style),
        entries=_items(entry.items),
    )


def _resource(resource: Resource) -> Value:
    """`label: url` where that says it all."""
    is_bare = resource == Resource(label=resource.label, url=resource.url)
    if is_bare and resource.label != "label" and len(resource.label) <= _LONGEST_LABEL:
        return {resource.label: resource.url}
    return {"label": resource.label} | _filled(
        url=resource.url,
        title=resource.title,
        note=resource.note,
        kind=resource.kind,
        language=resource.language,
        style=_on_one_line(resource.style),
    )


def _waiver(waiver: Waiver) -> Value:
    return _filled(rule=waiver.rule, because=waiver.because, until=waiver.until)


def _retired(retired: Retired | None) -> Flow | None:
    return Flow({"on": str(retired.on), "because": retired.because}) if retired else None


def _on_one_line(value: Sequence[str] | Mapping[str, str | bool]) -> Flow | None:
    return Flow(value) if value else None


def _filled(**parts: object) -> Written:
    """The parts that say something, days as text. A title says something even when it is empty."""
    return {
        key: str(part) if isinstance(part, date) else cast(Value, part)
        for key, part in parts.items()
        if part or (key == "title" and part is not None)
    }
