"""How a report is printed: what the place it goes to can show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices of the person and facts of the place; no reporter looks them up itself."""

    verbose: bool = False
    """Every row, however many there are."""
    colour: bool = False
    width: int = 100
    """Columns of the terminal."""
    blob_base: str | None = None
    """Start of a link to a file at its commit: https://github.com/o/r/blob/SHA/"""
    limit: int = 60_000
    """Characters of an issue's body, as GitHub counts them; it refuses 65,536."""
    workflow: bool = False
    """Add the annotations of GitHub Actions to what the terminal shows."""
