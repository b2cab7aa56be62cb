"""`curator import`, `validate` and `render`: the list as data and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from curator import mending
from curator.catalogue_files import save
from curator.cli.changes import show_diff
from curator.cli.options import (
    clock_from,
    config_option,
    now_option,
    opened,
    settings,
    source_argument,
)
from curator.cli.surroundings import Surroundings
from curator.errors import InvalidCatalogueError, Problem
from curator.importing import Imported, import_list
from curator.pointers import astray
from curator.reporters.escape import for_terminal


@click.command("import")
@click.argument("list_", metavar="LIST.md", type=click.Path(path_type=Path))
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("catalogue"),
    show_default=True,
    help="Folder of the new catalogue.",
)
@click.option("--check", "check_only", is_flag=True, help="Write nothing; prove the round trip.")
@click.option("-v", "--verbose", is_flag=True, help="Every place that was kept verbatim.")
@click.pass_context
def import_(
    ctx: click.Context, /, list_: Path, into: Path, check_only: bool, verbose: bool
) -> None:
    """Turn a Markdown list into a catalogue; nothing is lost."""
    imported = import_list(list_)
    for line in imported.summary(verbose=verbose).splitlines():
        click.echo(for_terminal(line))
    if check_only:
        _say_round_trip(imported, ctx.obj)
        ctx.exit(0 if imported.is_lossless else 1)
    files = save(imported.catalogue, into)
    click.echo(f"{len(files)} files in {into}. Next: curator validate {into}")


def _say_round_trip(imported: Imported, surroundings: Surroundings) -> None:
    if imported.is_lossless:
        click.echo("round trip: rendered again, it is the same list, line for line")
        return
    click.echo("round trip: rendered again, these lines differ")
    show_diff([imported.round_trip], surroundings)


@click.command()
@source_argument
@config_option
@now_option
@click.pass_context
def validate(ctx: click.Context, /, source: Path | None, **given: Any) -> None:
    """Say everything that is wrong with the catalogue.

    Each on a line of its own, as path:line:column: level: message.
    """
    config = settings(given)
    try:
        list_ = opened(source, config, clock_from(ctx.obj, given["now"])())
    except InvalidCatalogueError as error:
        _print(error.problems)
        click.echo(f"{_counted(len(error.problems))}: the catalogue can't be used", err=True)
        if error.hint:
            click.echo(f"  try: {for_terminal(error.hint)}", err=True)
        ctx.exit(error.exit_code)
    warnings = sorted((*list_.warnings, *astray(list_)))
    _print(warnings)
    entries = sum(1 for _ in list_.catalogue.entries())
    found = _counted(len(warnings)) if warnings else "nothing to complain of"
    click.echo(f"{list_.name}: {entries} entries, {found}", err=True)


def _print(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(for_terminal(str(problem)))


def _counted(count: int) -> str:
    return f"{count} problem{'s' if count != 1 else ''}"


@click.command()
@source_argument
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File to write; - prints the list."
)
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit 1 if it would.")
@config_option
@now_option
@click.pass_context
def render(ctx: click.Context, /, source: Path | None, output: Path | None, **given: Any) -> None:
    """Write the reader's list from the catalogue.

    A whole file, or the part of one between its markers.
    """
    config = settings(given)
    list_ = opened(source, config, clock_from(ctx.obj, given["now"])())
    if output is None and not list_.is_folder:
        click.echo(f"{list_.name} is the list itself: nothing to render")
        return
    target = output or Path(config.output)
    if target == Path("-"):
        click.echo(mending.rendered(list_.catalogue), nl=False)
        return
    change = mending.render(list_.catalogue, target, chosen=output is not None)
    if given["check_only"]:
        show_diff([change], ctx.obj)
        ctx.exit(1 if change.is_needed else 0)
    mending.write([change])
    click.echo(f"{target}: {'written' if change.is_needed else 'already as the catalogue says'}")
