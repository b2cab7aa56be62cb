"""Annotations for GitHub Actions: findings beside the lines they are about.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from curator.findings import Finding, Level, Report
from curator.reporters.escape import for_workflow, for_workflow_property
from curator.reporters.hosts import places_of
from curator.reporters.options import Options

_MOST: Final = 10
"""Annotations of one level that GitHub shows for a step; more are dropped without a word."""

_COMMANDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def workflow(report: Report, options: Options) -> str:
    """One command a line, the most urgent of each level; `options` change nothing."""
    del options
    return "".join(f"{line}\n" for level in Level for line in _of_level(report, level))


def _of_level(report: Report, level: Level) -> Iterator[str]:
    found = [finding for finding in report.findings if finding.level is level]
    yield from map(_command, islice(found, _MOST))
    if len(found) > _MOST:
        yield f"{len(found) - _MOST} more at level {level} are not annotated"


def _command(finding: Finding) -> str:
    properties = {"title": f"{finding.rule}: {finding.entry}"}
    if place := finding.location:
        properties |= {"file": place.path, "line": str(place.line), "col": str(place.column)}
    told = ",".join(f"{name}={for_workflow_property(text)}" for name, text in properties.items())
    message = f"{finding.url} {finding.message}" if finding.url else finding.message
    if places := places_of(finding.also):
        message += f"; also {places}"
    return f"::{_COMMANDS[finding.level]} {told}::{for_workflow(message)}"
