"""Writing into a side file: what stands in it stays, comments too."""

from __future__ import annotations

from pathlib import PurePath

from curator import urls
from curator.catalogue_files.emit import Value, item_lines
from curator.catalogue_files.insert import with_item, with_key
from curator.catalogue_files.nodes import Mapping, Path, Sequence
from curator.catalogue_files.splicing import Splice
from curator.errors import CuratorError

_HEADER = """\
# What is known of {name} and has no place in its text: one entry for each URL.
# Waivers, days of review, what was retired. Written by curator, and yours to edit.
"""


def with_side_entry(text: str | None, path: str, list_: str, entry: dict[str, Value]) -> str:
    """The side file's text with what `entry` says of its URL; None: there is no such file yet.

    An entry for the same thing gets the keys that it lacks; those that it has stay.
    """
    if text is None or not text.strip("\ufeff \t\r\n"):
        return _begun(_HEADER.format(name=PurePath(list_).name), entry)
    if _is_comments(text):
        return _begun(text, entry)
    splice = Splice.of(text, path)
    root = splice.root
    if not isinstance(root, Mapping):
        raise CuratorError(f"{path} is no mapping", hint="see: curator validate")
    found = _entry_at(root, str(entry["url"]))
    if found is None:
        listed = root.values.get("entries")
        count = len(listed.items) if isinstance(listed, Sequence) else 0
        return with_item(splice, (), root, "entries", count, entry)
    for key, value in entry.items():
        where, node = _there(splice, found)
        if key not in node.values:
            text = with_key(splice, where, node, key, value)
            splice = Splice.of(text, path)
    return text


def _begun(text: str, entry: dict[str, Value]) -> str:
    """Comments, and the first entry below them."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = "\n".join(["entries:", *item_lines(entry, "  "), ""]).replace("\n", end)
    return text.rstrip("\r\n") + end + lines


def _is_comments(text: str) -> bool:
    lines = text.removeprefix("\ufeff").splitlines()
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)


def _entry_at(root: Mapping, url: str) -> Path | None:
    listed = root.values.get("entries")
    if not isinstance(listed, Sequence):
        return None
    for position, node in enumerate(listed.items):
        named = node.values.get("url") if isinstance(node, Mapping) else None
        value = getattr(named, "value", None)
        if isinstance(value, str) and urls.identity(value) == urls.identity(url):
            return ("entries", position)
    return None


def _there(splice: Splice, path: Path) -> tuple[Path, Mapping]:
    assert isinstance(splice.root, Mapping)
    listed = splice.root.values["entries"]
    assert isinstance(listed, Sequence)
    node = listed.items[int(path[1])]
    assert isinstance(node, Mapping)
    return path, node
