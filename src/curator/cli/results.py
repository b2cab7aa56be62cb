"""Where a report goes: standard output in one format, and files in theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from curator.catalogue_files import write_atomically
from curator.cli.options import Command
from curator.cli.surroundings import Surroundings
from curator.errors import CuratorError
from curator.findings import Level, Report
from curator.reporters import REPORTERS, Options

SUFFIXES = {".json": "json", ".md": "markdown", ".txt": "terminal"}
VOID = 3
INTERRUPTED = 130
"""Exit codes: the network here is down; Ctrl-C (128 and the number of the signal)."""
_LEVELS = tuple(Level)  # most urgent first


def result_options(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--format",
        "format_",
        type=click.Choice(sorted(REPORTERS)),
        default="terminal",
        show_default=True,
        help="Of standard output.",
    ),
    click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help="Also into this file, in the format its suffix names (.json, .md, .txt). Repeatable.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(["never", *(level.value for level in reversed(_LEVELS))]),
        help="Exit 1 when there is a finding at or above this level.  [default: error]",
    ),
    click.option("-v", "--verbose", is_flag=True, help="Show what is folded otherwise."),
    click.option("-q", "--quiet", is_flag=True, help="No progress, no talk; results only."),
)


def check_outputs(outputs: Sequence[Path]) -> None:
    """Say that a file can't be written before an hour of asking, not after it."""
    for output in outputs:
        if output.suffix not in SUFFIXES:
            known = ", ".join(SUFFIXES)
            raise CuratorError(f"{output}: which format?", hint=f"end its name in one of {known}")
        if not output.parent.is_dir():
            raise CuratorError(f"{output.parent}: there is no such folder", hint="make it first")


def show(
    report: Report,
    surroundings: Surroundings,
    *,
    format_: str,
    outputs: Sequence[Path],
    verbose: bool,
) -> None:
    """Write the report to files, and print it: who reads it may stop at the first line."""
    options = Options(
        verbose=verbose,
        colour=surroundings.colour and format_ == "terminal",
        width=surroundings.width,
        blob_base=surroundings.blob_base,
    )
    plain = Options(verbose=True, blob_base=surroundings.blob_base)
    for output in outputs:
        write_atomically(output, REPORTERS[SUFFIXES[output.suffix]](report, plain))
    click.echo(REPORTERS[format_](report, options), nl=False)


def exit_code(report: Report, fail_on: str) -> int:
    """As the contract says: 130 interrupted, 3 void, 1 findings at or above the level, else 0."""
    if report.interrupted:
        return INTERRUPTED
    if report.void:
        return VOID
    if fail_on == "never":
        return 0
    counted = _LEVELS[: _LEVELS.index(Level(fail_on)) + 1]
    return int(any(finding.level in counted for finding in report.findings))
