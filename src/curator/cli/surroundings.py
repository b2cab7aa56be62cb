"""What a command may touch of the world: its clock, its environment, its network.

The demo passes its own network; everything else is the real thing, so that what is shown is what
the commands do.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from curator.fetch import Network
from curator.probes.contract import Clock


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Passed through click's context as `obj`."""

    clock: Clock = _now
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    network: Network | None = None
    """None: the system's resolver and sockets."""
    is_terminal: Callable[[], bool] = sys.stdout.isatty
    talks_to_terminal: Callable[[], bool] = sys.stderr.isatty

    @property
    def colour(self) -> bool:
        """Colour only on a terminal, and never against NO_COLOR (no-color.org)."""
        return self.is_terminal() and not self.environ.get("NO_COLOR")

    @property
    def width(self) -> int:
        """Columns of the terminal; a usual width where there is none."""
        return shutil.get_terminal_size((100, 24)).columns if self.is_terminal() else 100

    @property
    def blob_base(self) -> str | None:
        """Where a file of this commit can be read on GitHub, inside an Actions run."""
        server = self.environ.get("GITHUB_SERVER_URL")
        repository = self.environ.get("GITHUB_REPOSITORY")
        commit = self.environ.get("GITHUB_SHA")
        if not (server and repository and commit):
            return None
        return f"{server}/{repository}/blob/{commit}/"
