"""`curator demo`: the tour, through the very same commands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from shlex import join

import click

from curator.catalogue_files import write_atomically
from curator.cli.results import INTERRUPTED
from curator.cli.surroundings import Surroundings
from curator.demo.tour import GOODBYE, MADE, SETTINGS, STEPS, WELCOME, EmbeddedNetwork, Step
from curator.demo.web import Web, embedded_web
from curator.errors import CuratorError
from curator.mending import Change
from curator.pipeline import listed_urls
from curator.resources import shipped
from curator.sources import open_source


@click.command()
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="New folder for what the tour makes.  [default: curator-demo]",
)
@click.pass_context
def demo(ctx: click.Context, /, into: Path | None) -> None:
    """Take a tour on a simulated web; needs no network."""
    folder = _new_folder(into)
    _furnish(folder)
    click.echo(WELCOME)
    listed = listed_urls(open_source(folder / "catalogue", ctx.obj.clock().date()).catalogue)
    with (
        chdir(folder),
        embedded_web(listed) as web,
        _diff_of(Path("catalogue"), Path("changes.diff")),
    ):
        for step in STEPS:
            _take(step, web, ctx)
    click.echo("\nWhat the tour made:")
    for what, name in MADE:
        click.echo(f"  {what:<11} {folder / name}")
    click.echo(f"\n{GOODBYE}")


def _new_folder(named: Path | None) -> Path:
    if named is None:
        names = (f"curator-demo-{number}" if number > 1 else "curator-demo" for number in count(1))
        named = next(path for path in map(Path, names) if not path.exists())
    try:
        named.mkdir(parents=True)
    except OSError as error:
        raise CuratorError(
            f"{named}: {error.strerror}", hint="make the tour elsewhere: curator demo --into FOLDER"
        ) from error
    return named


def _furnish(folder: Path) -> None:
    """What the tour begins with: the catalogue that travels with curator, and settings."""
    catalogue = folder / "catalogue"
    catalogue.mkdir()
    for file in shipped("catalogue").iterdir():
        write_atomically(catalogue / file.name, file.read_text(encoding="utf-8"))
    write_atomically(folder / "curator.toml", SETTINGS)


@contextmanager
def _diff_of(folder: Path, output: Path) -> Iterator[None]:
    """Write what the block changes in the folder's files, as `diff -u` shows it."""
    before = {path: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}
    yield
    changes = (
        Change(path=path, before=text, after=path.read_text(encoding="utf-8"))
        for path, text in before.items()
    )
    write_atomically(output, "".join(change.diff() for change in changes))


def _take(step: Step, web: Web, ctx: click.Context) -> None:
    """Show the command, run it on its day, say how it ended."""
    here: Surroundings = ctx.obj
    redirect = f" > {step.into}" if step.into else ""
    heading = f"\nDay {step.day}. {step.words}\n" if step.words else ""
    click.echo(f"{heading}$ curator {join(step.argv)}{redirect}")
    web.day = step.day
    there = replace(
        here,
        clock=lambda: here.clock() + timedelta(days=step.day),
        network=EmbeddedNetwork(web),
    )
    code = _run(step, ctx, there)
    if code >= INTERRUPTED:
        ctx.exit(code)
    if code:
        click.echo(f"(exit {code})")


def _run(step: Step, ctx: click.Context, there: Surroundings) -> int:
    assert ctx.parent is not None
    cli = ctx.parent.command
    if step.into is None:
        return int(cli.main(step.argv, "curator", standalone_mode=False, obj=there) or 0)
    with Path(step.into).open("w", encoding="utf-8") as file, redirect_stdout(file):
        return int(cli.main(step.argv, "curator", standalone_mode=False, obj=there) or 0)
