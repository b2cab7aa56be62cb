"""A new entry in a file of the catalogue."""

from __future__ import annotations

from dataclasses import replace

from curator.catalogue import Entry, Location
from curator.catalogue_files.insert import with_item
from curator.catalogue_files.splicing import Splice
from curator.catalogue_files.to_yaml import entry_data


def with_entry(text: str, holder: Location, position: int, entry: Entry) -> str:
    """The file's text with `entry` among those of the section, list or entry at `holder`,
    before the one at `position`."""
    splice = Splice.of(text, holder.path)
    path, mapping = splice.mapping_at(holder)
    return with_item(splice, path, mapping, "entries", position, entry_data(entry))


def with_row(text: str, table: Location, position: int, entry: Entry) -> str:
    """The same for a table: its other cells are the entry's fields, its note none of them."""
    splice = Splice.of(text, table.path)
    path, mapping = splice.mapping_at(table)
    row = entry_data(replace(entry, note=""))
    return with_item(splice, path, mapping, "rows", position, row)
