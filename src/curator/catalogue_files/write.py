"""Writing a catalogue as a new folder of YAML files, proved by reading it back."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from datetime import date
from pathlib import Path

from curator.catalogue import Catalogue, Section
from curator.catalogue_files.emit import emit
from curator.catalogue_files.load import MAIN_FILE, load
from curator.catalogue_files.schema import Schema, schema_text
from curator.catalogue_files.to_yaml import catalogue_data, section_data
from curator.errors import CuratorError, InvalidCatalogueError
from curator.markdown.anchors import plain
from curator.markdown.contents import listed_text

SCHEMA_FOLDER = ".schema"
"""Where a new catalogue keeps the schemas that its files name, for editors."""

_SHORT = 40
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_SHORTCODE = re.compile(r":[a-z0-9_+-]{1,40}:")


def save(catalogue: Catalogue, folder: Path) -> tuple[Path, ...]:
    """Write the catalogue into a new or empty folder; the paths of what was written.

    catalogue.yaml, a file for each top-level section, and the schemas for editors, unless they
    stand beside the folder already. The folder appears whole or not at all. CuratorError when it
    holds something, can't be written, or when the catalogue is one that `load` would refuse.
    """
    _refuse_to_overwrite(folder)
    bodies = _bodies(catalogue)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        names = _write_whole(bodies, folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CuratorError(
            f"{folder}: can't be written: {reason}", hint="choose another folder with --into"
        ) from error
    return tuple(folder / name for name in names)


def file_names(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """A name for each section's file: its number, and the letters of its title.

    `0x10 入门篇` as the second section becomes `02-0x10-入门篇.yaml`.
    """
    width = max(2, len(str(len(sections))))
    short = (_slug(section.title)[:_SHORT].strip("-") for section in sections)
    numbered = (f"{number:0{width}}-{slug}" for number, slug in enumerate(short, start=1))
    return tuple(f"{name.rstrip('-')}.yaml" for name in numbered)


def _slug(title: str) -> str:
    said = plain(_SHORTCODE.sub(" ", listed_text(title)))
    return _NOT_IN_NAMES.sub("-", unicodedata.normalize("NFKC", said).lower()).strip("-")


def _bodies(catalogue: Catalogue) -> dict[str, str]:
    """Each file's text below its header."""
    names = file_names(catalogue.sections)
    sections = zip(names, map(section_data, catalogue.sections), strict=True)
    root = {MAIN_FILE: emit(catalogue_data(catalogue, names))}
    return root | {name: emit(data) for name, data in sections}


def _refuse_to_overwrite(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        what = "there is a catalogue already" if (folder / MAIN_FILE).exists() else "not empty"
        raise CuratorError(
            f"{folder}: {what}, and nothing is overwritten",
            hint="choose another folder with --into, or move this one away",
        )


def _write_whole(bodies: dict[str, str], folder: Path) -> list[str]:
    """All files in a folder beside the target, read back, then one rename."""
    files = _with_schemas(bodies, folder)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as waiting:
        made = Path(waiting) / folder.name
        for name, text in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        _prove(made, folder, bodies)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    return list(files)


def _with_schemas(bodies: dict[str, str], folder: Path) -> dict[str, str]:
    """The files with headers that name their schemas, and the schemas unless they are at hand."""
    at_hand = (folder.parent / "schema" / Schema.SECTION.value).is_file()
    where = "../schema" if at_hand else SCHEMA_FOLDER
    files = {name: f"{_header(where, name)}{body}" for name, body in bodies.items()}
    return files if at_hand else files | _schemas()


def _schemas() -> dict[str, str]:
    named = (Schema.CATALOGUE, Schema.SECTION, Schema.STYLE)
    return {f"{SCHEMA_FOLDER}/{name.value}": schema_text(name) for name in named}


def _header(where: str, name: str) -> str:
    schema = Schema.CATALOGUE if name == MAIN_FILE else Schema.SECTION
    return f"# yaml-language-server: $schema={where}/{schema.value}\n"


def _prove(made: Path, folder: Path, bodies: dict[str, str]) -> None:
    """What was written can be read, and says what was meant: it would be written the same again."""
    try:
        catalogue, _ = load(made, date.max)  # on which no day is still to come
    except InvalidCatalogueError as error:
        told = str(error).replace(made.as_posix(), folder.as_posix())
        raise CuratorError(
            f"the list can't be kept as a catalogue:\n{told}",
            hint="change the list at these places, or keep it as Markdown: curator check LIST.md",
        ) from error
    assert _bodies(catalogue) == bodies
