"""`curator init`: the settings and the workflow, beside the list that is there."""

from __future__ import annotations

from pathlib import Path

import click

from curator.catalogue_files import write_atomically
from curator.cli.surroundings import Surroundings
from curator.init import plan


@click.command()
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("--catalogue", is_flag=True, help="Also a small catalogue to start from.")
@click.pass_obj
def init(surroundings: Surroundings, /, source: Path | None, catalogue: bool) -> None:
    """Write curator.toml and a workflow that checks daily. Nothing that exists is touched."""
    repository = surroundings.environ.get("GITHUB_REPOSITORY")
    files = plan(Path(), source=source, repository=repository, catalogue=catalogue)
    for file in files:
        if not file.kept:
            file.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file.path, file.text)
        click.echo(f"{'kept' if file.kept else 'written':<8} {file.path}")
    click.echo("Next: curator check")
