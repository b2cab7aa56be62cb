"""Changing one thing in a file's text and nothing else: every other byte stays.

Each change is proved: the changed text is read again, and must say what the old one said but for
what was to change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from curator import markdown
from curator.catalogue import Location
from curator.catalogue_files.emit import flow
from curator.catalogue_files.link_text import has_url, with_other_url
from curator.catalogue_files.nodes import Data, Mapping, Path, Scalar, to_data
from curator.catalogue_files.rewriting import insertions, restyled, rewritten
from curator.catalogue_files.splicing import Splice, moved, refusal, with_value
from curator.errors import CuratorError

_BELOW_RETIRED = ("style", "entries")
"""Keys of an entry that `retired` stands before."""
_ABOVE_UPDATED = ("created", "source", "author", "language", "title")
"""Keys of catalogue.yaml; `updated` stands behind the first of these that is there."""


def replace_scalar(text: str, location: Location, old: str, new: str) -> str:
    """The file's text with the URL `old` at `location` replaced by `new`.

    The URL is a whole scalar or stands in a Markdown one. The scalar keeps its style when it can,
    else gets single quotes, else double ones. Where `new` stands already, nothing changes.
    CuratorError when something else stands there, or when more would have to change.
    """
    splice = Splice.of(text, location.path)
    path, scalar, position = splice.scalar_at(location)
    if has_url(scalar.value, position, new):
        return text
    if not has_url(scalar.value, position, old):
        raise moved(location, old)
    told = f"{old} can't be replaced by {new}"
    try:
        value = with_other_url(scalar.value, position, old, new)
    except CuratorError as error:
        raise refusal(location, told) from error
    changed = splice.first_true(rewritten(splice.file, scalar, value), path, value)
    if changed is None:
        raise refusal(location, told)
    return changed


def replace_scalars(
    text: str, edits: Sequence[markdown.Edit]
) -> tuple[str, tuple[tuple[markdown.Edit, str], ...]]:
    """The file's text with all edits made that can be, each as `replace_scalar` makes it.

    With it, the edits that can't be made, each with the reason.
    """
    from_below = sorted(edits, key=lambda one: (one.location.line, one.location.column))[::-1]
    if (whole := _all_at_once(text, from_below)) is not None:
        return whole, ()
    refused = []
    for edit in from_below:
        try:
            text = replace_scalar(text, edit.location, edit.old, edit.new)
        except CuratorError as error:
            refused.append((edit, error.message))
    return text, tuple(reversed(refused))


def _all_at_once(text: str, from_below: Sequence[markdown.Edit]) -> str | None:
    """The file read twice, and not twice for each edit; None when it has to be done singly."""
    splice = Splice.of(text, from_below[0].location.path)
    file, values = splice.file, dict[Path, str]()
    for edit in from_below:
        try:
            path, scalar, position = splice.scalar_at(edit.location)
            value = with_other_url(scalar.value, position, edit.old, edit.new)
            so_far = values.get(path, scalar.value)
            values[path] = with_other_url(so_far, position, edit.old, edit.new)
        except CuratorError:
            return None
        if not has_url(scalar.value, position, edit.old):
            return None
        changed = next(rewritten(file, scalar, value), None)
        if changed is None:
            return None
        file = replace(file, text=changed)  # what stands above keeps its place
    wanted = to_data(splice.root)
    for path, value in values.items():
        wanted = with_value(wanted, path, value)
    return splice.proved(file.text, wanted)


def retire(text: str, entry_location: Location, on: date, because: str) -> str:
    """The file's text with `retired: {on, because}` in the entry that stands at `entry_location`.

    CuratorError when no entry stands there, or when it is retired already.
    """
    splice = Splice.of(text, entry_location.path)
    path, entry = splice.mapping_at(entry_location)
    if "retired" in entry.values:
        raise CuratorError(f"{entry_location}: the entry is retired already")
    above = [name for name in entry.values if name not in _BELOW_RETIRED]
    retired: dict[str, Data] = {"on": str(on), "because": because}
    pair = f"retired: {flow({'on': str(on), 'because': because})}"
    candidates = insertions(splice.file, entry, above[-1:], pair)
    changed = splice.first_true(candidates, (*path, "retired"), retired)
    if changed is None:
        raise refusal(entry_location, "the entry can't be retired")
    return changed


def set_updated(text: str, day: date) -> str:
    """The text of catalogue.yaml with `updated` on that day."""
    splice = Splice.of(text, "catalogue.yaml")
    root = splice.root
    if not isinstance(root, Mapping):
        raise CuratorError("catalogue.yaml is no mapping", hint="see: curator validate")
    current = root.values.get("updated")
    if isinstance(current, Scalar):
        candidates = restyled(splice.file, current, str(day))
    else:
        candidates = insertions(splice.file, root, _ABOVE_UPDATED, f"updated: {day}")
    changed = splice.first_true(candidates, ("updated",), str(day))
    if changed is None:
        raise refusal(splice.file.location(root.start), "'updated' can't be set")
    return changed
