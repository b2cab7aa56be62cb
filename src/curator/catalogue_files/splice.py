"""Changing one thing in a file's text and nothing else: every other byte stays.

Each change is proved: the changed text is read again, and must say what the old one said but for
what was to change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from curator.catalogue import Location
from curator.catalogue_files.compose import compose
from curator.catalogue_files.emit import flow
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.link_text import has_url, with_other_url
from curator.catalogue_files.nodes import Data, Mapping, Node, Path, Scalar, to_data, walk
from curator.catalogue_files.rewriting import insertions, restyled, rewritten
from curator.catalogue_files.scalar_places import position_at
from curator.errors import CuratorError

_BOM = "\ufeff"
_VALIDATE = "see what is wrong with it: curator validate"
_CHECK_AGAIN = "the file has changed since it was read: check again first"
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
    splice = _Splice.of(text, location.path)
    path, scalar, position = splice.scalar_at(location)
    if has_url(scalar.value, position, new):
        return text
    if not has_url(scalar.value, position, old):
        raise _moved(location, old)
    told = f"{old} can't be replaced by {new}"
    try:
        value = with_other_url(scalar.value, position, old, new)
    except CuratorError as error:
        raise _refusal(location, told) from error
    changed = splice.first_true(rewritten(splice.file, scalar, value), path, value)
    if changed is None:
        raise _refusal(location, told)
    return changed


def retire(text: str, entry_location: Location, on: date, because: str) -> str:
    """The file's text with `retired: {on, because}` in the entry that stands at `entry_location`.

    CuratorError when no entry stands there, or when it is retired already.
    """
    splice = _Splice.of(text, entry_location.path)
    path, entry = splice.mapping_at(entry_location)
    if "retired" in entry.values:
        raise CuratorError(f"{entry_location}: the entry is retired already")
    above = [name for name in entry.values if name not in _BELOW_RETIRED]
    retired: dict[str, Data] = {"on": str(on), "because": because}
    pair = f"retired: {flow({'on': str(on), 'because': because})}"
    candidates = insertions(splice.file, entry, above[-1:], pair)
    changed = splice.first_true(candidates, (*path, "retired"), retired)
    if changed is None:
        raise _refusal(entry_location, "the entry can't be retired")
    return changed


def set_updated(text: str, day: date) -> str:
    """The text of catalogue.yaml with `updated` on that day."""
    splice = _Splice.of(text, "catalogue.yaml")
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
        raise _refusal(splice.file.location(root.start), "'updated' can't be set")
    return changed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Splice:
    """A file's text on its way to be changed."""

    bom: str
    file: FileText
    root: Node

    @classmethod
    def of(cls, text: str, path: str) -> _Splice:
        bom = _BOM if text.startswith(_BOM) else ""
        file = FileText.of(path, text.removeprefix(_BOM))
        composed = compose(file)
        if composed.root is None or composed.problems:
            told = "".join(f"\n{problem}" for problem in composed.problems)
            raise CuratorError(f"{path} can't be changed: it is not valid{told}", hint=_VALIDATE)
        return cls(bom=bom, file=file, root=composed.root)

    def scalar_at(self, location: Location) -> tuple[Path, Scalar, int]:
        """The scalar that stands there, the way to it, and the position in its value."""
        offset = self.file.offset(location)
        for path, node in walk(self.root):
            if isinstance(node, Scalar) and offset is not None and node.start <= offset < node.end:
                position = position_at(self.file.text, node, offset)
                if position is not None:
                    return path, node, position
        raise _moved(location, "what was found")

    def mapping_at(self, location: Location) -> tuple[Path, Mapping]:
        offset = self.file.offset(location)
        for path, node in walk(self.root):
            if isinstance(node, Mapping) and node.start == offset:
                return path, node
        raise _moved(location, "the entry")

    def first_true(self, texts: Iterable[str], path: Path, value: Data) -> str | None:
        """The first text that says what the file says, but for `value` at `path`."""
        wanted = _with(to_data(self.root), path, value)
        for text in texts:
            composed = compose(FileText.of(self.file.path, text))
            root = None if composed.problems else composed.root
            if root is not None and to_data(root) == wanted:
                return self.bom + text
        return None


def _with(data: Data, path: Path, value: Data) -> Data:
    """The data with another value at `path`."""
    if not path:
        return value
    step, *rest = path
    if isinstance(data, dict) and isinstance(step, str):
        return data | {step: _with(data.get(step), tuple(rest), value)}
    assert isinstance(data, list)
    assert isinstance(step, int)
    return [*data[:step], _with(data[step], tuple(rest), value), *data[step + 1 :]]


def _moved(location: Location, what: str) -> CuratorError:
    return CuratorError(f"{location}: {what} does not stand here", hint=_CHECK_AGAIN)


def _refusal(location: Location, told: str) -> CuratorError:
    return CuratorError(f"{location}: {told} without changing more", hint="change it by hand")
