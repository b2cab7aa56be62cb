"""Files that travel with curator: its JSON Schemas and the first catalogue."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder `name`: inside an installed package, else in the repository it runs from."""
    inside = _PACKAGE / "shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name
