"""Catalogues written into a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from curator.catalogue_files import load
from curator.errors import InvalidCatalogueError, Problem

TODAY = date(2026, 11, 23)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """A catalogue of one section file; pass other files' text by name to add or replace them."""

    def write(section: str | bytes, files: dict[str, str | bytes] | None = None) -> Path:
        folder = tmp_path / "list"
        folder.mkdir(exist_ok=True)
        whole: dict[str, str | bytes] = {
            "catalogue.yaml": "title: A list\nmarks: {must-read: Must read}\nsections: [a.yaml]\n",
            "a.yaml": section,
        } | (files or {})
        for name, text in whole.items():
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder

    return write


@pytest.fixture
def problems(write: Callable[..., Path]) -> Callable[..., list[str]]:
    """What loading says of a section file, errors and warnings, with paths in the folder."""

    def problems(section: str | bytes, files: dict[str, str | bytes] | None = None) -> list[str]:
        folder = write(section, files)
        found: tuple[Problem, ...]
        try:
            found = load(folder, TODAY)[1]
        except InvalidCatalogueError as error:
            found = error.problems
        return [str(problem).replace(f"{folder.as_posix()}/", "") for problem in found]

    return problems
