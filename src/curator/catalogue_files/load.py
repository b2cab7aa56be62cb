"""Reading a catalogue's folder: every problem of every file, told at once."""

from __future__ import annotations

from collections.abc import Sequence as Listing
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from curator.catalogue import Catalogue, Section
from curator.catalogue_files.compose import compose
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.files import UnreadableFileError, read_file
from curator.catalogue_files.nodes import Mapping, Node, Scalar, Sequence
from curator.catalogue_files.read import Reader
from curator.catalogue_files.schema import Schema, violations
from curator.catalogue_rules import check_catalogue, nearest
from curator.errors import InvalidCatalogueError, Problem, Severity

MAIN_FILE = "catalogue.yaml"
"""What makes a folder a catalogue."""
MOST_PROBLEMS = 1000
"""Told of one file: a person reads no more, and a hostile file could have millions."""


def load(folder: Path, today: date | None = None) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Read the catalogue in `folder`; what is odd about it comes back as warnings.

    With `today`, the rules on the list as a whole (`check_catalogue`) are part of it. Raises
    InvalidCatalogueError with every error, and the warnings too.
    """
    reading = _Reading(folder=folder)
    catalogue = reading.read()
    problems = list(reading.reader.problems)
    if today is not None and reading.root is not None:
        problems.extend(check_catalogue(catalogue, today, reading.reader.place))
    problems.sort()
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InvalidCatalogueError(problems, hint=_hint(folder))
    return catalogue, tuple(problems)


def _hint(folder: Path) -> str | None:
    if (folder / MAIN_FILE).exists():
        return None
    return (
        f"start a catalogue from a list (curator import LIST.md --into {folder}),"
        " or from nothing: curator init --catalogue"
    )


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The files of one folder on their way to a catalogue."""

    folder: Path
    reader: Reader = field(default_factory=Reader)
    root: Node | None = None
    """Of catalogue.yaml; None when it could not be read, so nothing it defines is known."""

    def read(self) -> Catalogue:
        file, self.root = self._file(self.folder / MAIN_FILE, Schema.CATALOGUE)
        sections = self._sections(file)
        path = self.folder.as_posix()
        catalogue = self.reader.catalogue(path, file, self.root, sections)
        says_something = catalogue.items or catalogue.intro or catalogue.preamble
        if isinstance(self.root, Mapping) and not (says_something or _names(self.root)):
            message = "the catalogue is empty: name its section files under 'sections'"
            self.reader.problems.append(file.error(0, message))
        return catalogue

    def _sections(self, file: FileText) -> tuple[Section, ...]:
        """The files that catalogue.yaml names, each once."""
        known: dict[str, Scalar] = {}
        for name in _names(self.root):
            if name.value in known:
                self._tell(file, name, f"{name.value!r} is named twice: keep one of them")
            else:
                known[name.value] = name
        if self.root is not None:
            self._tell_unlisted(known)
        sections = (self._section(file, name) for name in known.values())
        return tuple(section for section in sections if section is not None)

    def _section(self, named_in: FileText, name: Scalar) -> Section | None:
        path = self.folder / name.value
        if not _is_name(name.value) or not _is_below(path, self.folder):
            self._tell(named_in, name, f"{name.value[:60]!r} is no file of this folder")
            return None
        if not path.exists():
            self._tell(named_in, name, self._missing(name.value))
            return None
        file, root = self._file(path, Schema.SECTION)
        return self.reader.section(file, root) if root is not None else None

    def _file(self, path: Path, schema: Schema) -> tuple[FileText, Node | None]:
        try:
            file = read_file(path)
        except UnreadableFileError as error:
            self.reader.problems.append(error.problem)
            return FileText.of(path.as_posix(), ""), None
        composed = compose(file)
        problems = list(composed.problems)
        if composed.root is None and not problems:
            problems.append(file.error(0, "the file is empty: it needs at least a title"))
        if composed.root is not None:
            problems.extend(islice(violations(file, composed.root, schema), MOST_PROBLEMS))
        self.reader.problems.extend(problems[:MOST_PROBLEMS])
        return file, composed.root

    def _missing(self, name: str) -> str:
        meant = nearest(name, self._yaml_files())
        advice = f"did you mean {meant!r}?" if meant else "write it, or take the name out"
        return f"there is no file {name[:60]!r} here: {advice}"

    def _tell_unlisted(self, known: dict[str, Scalar]) -> None:
        for name in self._yaml_files():
            if name not in known and name != MAIN_FILE:
                problem = Problem(
                    path=(self.folder / name).as_posix(),
                    line=0,
                    column=0,
                    severity=Severity.WARNING,
                    message=f"not a part of the list: name it under 'sections' in {MAIN_FILE}",
                )
                self.reader.problems.append(problem)

    def _yaml_files(self) -> Listing[str]:
        files = (path for path in self.folder.iterdir() if path.suffix in (".yaml", ".yml"))
        return sorted(path.name for path in files if path.is_file())

    def _tell(self, file: FileText, name: Scalar, message: str) -> None:
        self.reader.problems.append(file.error(name.start, message))


def _names(root: Node | None) -> tuple[Scalar, ...]:
    """The section files that catalogue.yaml names, as far as they are text."""
    listed = root.values.get("sections") if isinstance(root, Mapping) else None
    items = listed.items if isinstance(listed, Sequence) else ()
    return tuple(item for item in items if isinstance(item, Scalar) and isinstance(item.data, str))


def _is_below(path: Path, folder: Path) -> bool:
    """Links followed; one that leads in a circle is nowhere."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _is_name(name: str) -> bool:
    """No path, and nothing that the file system would refuse."""
    return name == Path(name).name and "\0" not in name and len(name.encode()) < 256
