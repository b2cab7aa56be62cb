"""A YAML file on its way to be changed: finding what is to change, and proving that no more did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from curator.catalogue import Location
from curator.catalogue_files.compose import compose
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.nodes import Data, Mapping, Node, Path, Scalar, to_data, walk
from curator.catalogue_files.scalar_places import position_at
from curator.errors import CuratorError

_BOM = "\ufeff"
_VALIDATE = "see what is wrong with it: curator validate"
_CHECK_AGAIN = "the file has changed since it was read: check again first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """A file's text on its way to be changed."""

    bom: str
    file: FileText
    root: Node

    @classmethod
    def of(cls, text: str, path: str) -> Splice:
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
        raise moved(location, "what was found")

    def mapping_at(self, location: Location) -> tuple[Path, Mapping]:
        offset = self.file.offset(location)
        for path, node in walk(self.root):
            if isinstance(node, Mapping) and node.start == offset:
                return path, node
        raise moved(location, "the entry")

    def first_true(self, texts: Iterable[str], path: Path, value: Data) -> str | None:
        """The first text that says what the file says, but for `value` at `path`."""
        wanted = with_value(to_data(self.root), path, value)
        return next((true for text in texts if (true := self.proved(text, wanted))), None)

    def proved(self, text: str, wanted: Data) -> str | None:
        """The text as a whole file, if it says what is wanted."""
        composed = compose(FileText.of(self.file.path, text))
        root = None if composed.problems else composed.root
        return self.bom + text if root is not None and to_data(root) == wanted else None


def with_value(data: Data, path: Path, value: Data) -> Data:
    """The data with another value at `path`."""
    if not path:
        return value
    step, *rest = path
    if isinstance(data, dict) and isinstance(step, str):
        return data | {step: with_value(data.get(step), tuple(rest), value)}
    assert isinstance(data, list)
    assert isinstance(step, int)
    return [*data[:step], with_value(data[step], tuple(rest), value), *data[step + 1 :]]


def moved(location: Location, what: str) -> CuratorError:
    """Something else stands there now."""
    return CuratorError(f"{location}: {what} does not stand here", hint=_CHECK_AGAIN)


def refusal(location: Location, told: str) -> CuratorError:
    """It can't be done without touching what should stay."""
    return CuratorError(f"{location}: {told} without changing more", hint="change it by hand")
