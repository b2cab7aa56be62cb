"""`curator accept`: today's page is the thing recommended."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import click

from curator import pipeline
from curator.cli.options import (
    clock_from,
    config_option,
    history_option,
    now_option,
    opened,
    pace_options,
    settings,
    source_argument,
)
from curator.cli.surroundings import Surroundings
from curator.history import History
from curator.reporters.escape import for_terminal


@click.command()
@click.argument("url")
@source_argument
@history_option
@config_option
@pace_options
@now_option
@click.pass_obj
def accept(surroundings: Surroundings, /, url: str, source: Path | None, **given: Any) -> None:
    """Take what URL shows today as the thing recommended.

    For a page that was called drifted, soft-404 or parked and is right as it is: it counts as
    good from now on, and so does what looks like it later.
    """
    config = settings(given, surroundings.environ)
    clock = clock_from(surroundings, given["now"])
    list_ = opened(source, config, clock())
    with History.open(config.history) as history:
        verdict = asyncio.run(
            pipeline.accept(url, list_, config, history, clock=clock, network=surroundings.network)
        )
    click.echo(f"accepted: {for_terminal(verdict.final_url or url)} is {verdict.status}")
