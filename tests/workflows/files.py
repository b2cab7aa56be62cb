"""The workflows as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEMPLATE = ROOT / "src" / "curator" / "templates" / "curator.yml"
ALL = [*OURS, TEMPLATE]

Job = Mapping[str, Any]


def jobs(file: Path) -> Mapping[str, Job]:
    found: Mapping[str, Job] = load(file)["jobs"]
    return found


def load(file: Path) -> Mapping[str, Any]:
    """All scalars as strings: YAML 1.1 would read `on` as true."""
    read: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    return read


def steps(file: Path) -> Iterator[Mapping[str, Any]]:
    for job in jobs(file).values():
        yield from job["steps"]
