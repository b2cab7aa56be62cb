"""Opening what a person points at: a catalogue folder, or a Markdown list read in place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curator import catalogue_files, markdown
from curator.catalogue import Catalogue
from curator.catalogue_files import SideFile
from curator.catalogue_rules import check_catalogue
from curator.errors import CuratorError, InvalidCatalogueError, Problem, Severity

_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_LARGEST_LIST = 64 * 1024 * 1024
"""Bytes of a Markdown list; the largest on GitHub have half a megabyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A catalogue, where it came from, and what is odd about it."""

    path: Path
    """As the person named it."""
    is_folder: bool
    catalogue: Catalogue
    warnings: tuple[Problem, ...]
    side: SideFile | None = None
    """What stands beside a Markdown list; None for a folder."""

    @property
    def name(self) -> str:
        return self.path.as_posix()

    def read(self, file: str) -> str:
        """The text of one of its files, line ends as they are."""
        return _read_text(Path(file))


def find_source(named: Path | None, configured: str | None) -> Path:
    """SOURCE as named, else as `curator.toml` says, else `catalogue/`, else `README.md`."""
    if named is not None:
        return named
    if configured is not None:
        return Path(configured)
    for candidate in (Path("catalogue"), Path("README.md")):
        if (candidate / "catalogue.yaml").is_file() or candidate.is_file():
            return candidate
    raise CuratorError(
        "there is no catalogue/ and no README.md here",
        hint="name one (curator check path/to/README.md), or start one: curator init --catalogue",
    )


def open_source(path: Path, today: date) -> Source:
    """Read and check a catalogue; raises InvalidCatalogueError with everything wrong with it."""
    if path.is_dir():
        catalogue, problems = catalogue_files.load(path, today)
        side = None
    elif path.is_file():
        side = catalogue_files.load_side_file(path)
        catalogue, problems = _read_in_place(path, side, today)
    else:
        raise CuratorError(
            f"{path}: there is no such file or folder",
            hint="give a catalogue folder or a Markdown list: curator check README.md",
        )
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InvalidCatalogueError(sorted(problems))
    return Source(
        path=path,
        is_folder=path.is_dir(),
        catalogue=catalogue,
        warnings=tuple(sorted(problems)),
        side=side,
    )


def _read_in_place(
    path: Path, side: SideFile, today: date
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """A Markdown list with its side file."""
    listed = markdown.read(read_list(path), path.as_posix())
    merged = catalogue_files.merge(listed, side)
    odd = check_catalogue(merged.catalogue, today, merged.place)
    return merged.catalogue, (*odd, *merged.problems)


def read_list(path: Path) -> str:
    """The text of a Markdown list. Line ends and a byte order mark stay as they are."""
    if path.name.endswith((".curator.yaml", ".curator.yml")):
        list_ = path.with_name(path.name.rpartition(".curator.")[0] + ".md")
        raise CuratorError(
            f"{path}: the side file of a list, which is read with it",
            hint=f"name the list: {list_}",
        )
    if path.suffix.lower() not in _MARKDOWN_SUFFIXES:
        raise CuratorError(
            f"{path}: not a Markdown file (its name ends in {path.suffix or 'nothing'})",
            hint="name a list that ends in .md, or a catalogue by its folder, not by a YAML file",
        )
    return _read_text(path)


def _read_text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_LIST:
            raise CuratorError(f"{path}: larger than {_LARGEST_LIST // 2**20} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise CuratorError(f"{path}: {error.strerror}") from error
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problem = Problem(
            path=path.as_posix(),
            line=line,
            column=column,
            severity=Severity.ERROR,
            message=f"not UTF-8: byte 0x{raw[error.start]:02x}",
        )
        raise InvalidCatalogueError([problem], hint="save the file as UTF-8") from error
