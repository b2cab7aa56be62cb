"""`curator init`: the settings and the workflow, beside the list that is there."""

from __future__ import annotations

from pathlib import Path

import click

from curator.catalogue_files import write_atomically
from curator.cli.surroundings import Surroundings
from curator.init import plan
from curator.markdown import BEGIN, END


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
    click.echo(f"Next: {_next(catalogue=catalogue)}")


def _next(*, catalogue: bool) -> str:
    """A README that is there already needs a place for the list before it can be rendered."""
    readme = Path("README.md")
    if catalogue and readme.is_file() and BEGIN not in readme.read_text("utf-8", "replace"):
        return f"put {BEGIN} and {END} into README.md where the list belongs, then: curator render"
    return "curator render" if catalogue else "curator check"
