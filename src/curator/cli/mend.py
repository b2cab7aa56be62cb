"""`curator fix`: changes that need no judgement, and retiring what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Any

import click

from curator import mending, pipeline, retiring
from curator.catalogue_files import write_atomically
from curator.cli.changes import show_diff
from curator.cli.options import (
    clock_from,
    config_option,
    history_option,
    now_option,
    opened,
    settings,
    source_argument,
)
from curator.cli.surroundings import Surroundings
from curator.findings import Finding, RuleId
from curator.history import History
from curator.reporters.escape import for_terminal
from curator.reporters.markdown import settled_list
from curator.sources import Source


@click.command()
@source_argument
@click.option("--apply", is_flag=True, help="Change the files; without it, only show the diff.")
@click.option("--cosmetic", is_flag=True, help="Also what only adds https, www or a slash.")
@click.option(
    "--retire",
    multiple=True,
    metavar="ENTRY",
    help="Leave out this entry (id, URL or title). Repeatable.",
)
@click.option("--because", metavar="WHY", help="The reason, with --retire.")
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="What it settles, as Markdown, into this file.",
)
@history_option
@config_option
@now_option
@click.pass_obj
def fix(surroundings: Surroundings, /, source: Path | None, **given: Any) -> None:
    """Correct links that moved for good; every other byte stays.

    With --retire, leave out what is gone: a catalogue keeps it in the data, and from a Markdown
    list its lines go into the side file beside it (README.curator.yaml), with the reason.
    """
    if bool(given["retire"]) != bool(given["because"]):
        raise click.UsageError("--retire ENTRY and --because WHY go together")
    config = settings(given)
    now = clock_from(surroundings, given["now"])()
    list_ = opened(source, config, now)
    folded = 0
    if given["retire"]:
        changes = retiring.retire(list_, given["retire"], now.date(), given["because"])
    else:
        with History.open(config.history, must_exist=True) as history:
            report = pipeline.report(list_, config, history, now=now)
        changes = mending.fix(list_, report.findings, cosmetic=given["cosmetic"])
        folded = 0 if given["cosmetic"] else _cosmetic(report.findings)
    _finish(list_, changes, surroundings, given, folded)


def _cosmetic(findings: Sequence[Finding]) -> int:
    return sum(one.rule is RuleId.COSMETIC_REDIRECT and one.fix is not None for one in findings)


def _finish(
    list_: Source,
    changes: Sequence[mending.Change],
    surroundings: Surroundings,
    given: dict[str, Any],
    folded: int,
) -> None:
    """`folded`: how many links only lack https, www or a slash."""
    settled = [line for change in changes for line in change.settled]
    show_diff(changes, surroundings)
    for reason in (reason for change in changes for reason in change.left):
        click.echo(f"left to you: {for_terminal(reason)}", err=True)
    if given["summary"]:
        write_atomically(given["summary"], settled_list(settled))
    if not settled:
        more = f"; only https, www or a slash: {folded} more with --cosmetic" if folded else ""
        click.echo(f"nothing to fix{more}", err=True)
    elif given["apply"]:
        mending.write(changes)
        click.echo(f"{len(settled)} changed.{_next(list_, given)}", err=True)
    else:
        click.echo(f"{len(settled)} to change. To do it: the same with --apply", err=True)


def _next(list_: Source, given: dict[str, Any]) -> str:
    """What to do now, or where to find what has left the list."""
    if list_.is_folder:
        return f" Next: curator render {quote(list_.name)}"
    if given["retire"] and list_.side:
        whose = "Its" if len(given["retire"]) == 1 else "Their"
        return f" {whose} lines are kept in {for_terminal(list_.side.path.as_posix())}"
    return ""
