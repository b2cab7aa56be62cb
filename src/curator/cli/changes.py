"""Showing what files would become."""

from __future__ import annotations

from collections.abc import Sequence

import click

from curator.cli.surroundings import Surroundings
from curator.mending import Change
from curator.reporters.escape import for_terminal

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_diff(changes: Sequence[Change], surroundings: Surroundings) -> None:
    """Unified diffs, coloured on a terminal."""
    for change in changes:
        for line in change.diff().splitlines():
            safe = for_terminal(line)
            colour = _COLOURS.get(line[:1]) if surroundings.colour else None
            click.echo(click.style(safe, fg=colour) if colour else safe)
