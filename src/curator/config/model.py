"""All settings with their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from curator.catalogue import Kind
from curator.findings import HostWaiver
from curator.judge import Policy
from curator.settings import Pace, Reach


class FailOn(StrEnum):
    """The least level of a finding that makes a check exit with 1."""

    NEVER = "never"  # always exit with 0
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Update(StrEnum):
    """How the workflow brings changes to the list."""

    PULL_REQUEST = "pull-request"  # one pull request that is kept up to date
    COMMIT = "commit"  # straight to the branch
    OFF = "off"  # not at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """curator.toml, or its defaults. docs/configuration.md describes every key."""

    source: str | None = None
    """The list: a catalogue's folder or a Markdown file; None: `catalogue/`, else `README.md`."""
    output: str = "README.md"
    """Where `render` writes."""
    history: Path = Path(".curator/history.sqlite3")
    """Where evidence is kept."""
    fail_on: FailOn = FailOn.ERROR
    recheck: timedelta = timedelta(days=7)
    """A living link is asked again when its last evidence is older."""
    exclude: tuple[str, ...] = ()
    """URLs and hosts that are never asked, as shell patterns: *.example.com, https://*/login*."""
    update: Update = Update.PULL_REQUEST
    issue_label: str = "curator"
    """Label of the living issue."""
    review: Mapping[Kind, int] = field(default_factory=dict)
    """Days after which a person should look again; kinds without a number are not asked about."""
    stale: Mapping[Kind, int] = field(default_factory=dict)
    """Days after which a page's own date makes it stale; likewise."""
    pace: Pace = field(default_factory=Pace)
    reach: Reach = field(default_factory=Reach)
    policy: Policy = field(default_factory=Policy)
    waivers: tuple[HostWaiver, ...] = ()
