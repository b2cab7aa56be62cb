"""`curator add`: one more entry, looked at before it is written."""

from __future__ import annotations

import asyncio
from pathlib import Path
from shlex import quote
from typing import Any

import click

from curator import adding, mending
from curator.catalogue import Kind
from curator.cli.changes import show_diff
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
from curator.config import Config
from curator.history import History
from curator.probes.contract import Clock
from curator.reporters.escape import for_terminal
from curator.sources import Source


@click.command()
@click.argument("url")
@source_argument
@click.option("--section", metavar="NAME", help="Where it belongs: a heading, or a part of it.")
@click.option("--title", help="Instead of what its page says; Markdown.")
@click.option("--note", default="", help="What you say about it; Markdown.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="What it is.")
@click.option("--language", metavar="TAG", help="Of the thing: en, zh, zh-Hant.")
@click.option("--mark", "marks", multiple=True, help="A mark of the list. Repeatable.")
@click.option("--apply", is_flag=True, help="Change the files; without it, only show the diff.")
@click.option("--offline", is_flag=True, help="Don't ask; needs --title.")
@click.option("--force", is_flag=True, help="Even when it is dead, or in the list already.")
@history_option
@config_option
@pace_options
@now_option
@click.pass_obj
def add(surroundings: Surroundings, /, url: str, source: Path | None, **given: Any) -> None:
    """Add URL to the list, in its own style and order.

    It is asked first: its title, date and language come from its page. What is dead, or in the
    list already, is refused.
    """
    config = settings(given, surroundings.environ)
    clock = clock_from(surroundings, given["now"])
    now = clock()
    list_ = opened(source, config, now)
    wish = _wish(given)
    adding.refuse_unknown(list_, wish)
    seen = _seen(url, list_, config, clock, surroundings, given)
    if not given["offline"]:
        list_ = opened(source, config, now)  # asking takes time, in which the list may change
    for sentence in seen.told:
        click.echo(for_terminal(f"{seen.url}: {sentence}"), err=True)
    changes = adding.add(list_, seen, wish, now.date())
    show_diff(changes, surroundings)
    _finish(list_, changes, apply=given["apply"])


def _seen(
    url: str,
    list_: Source,
    config: Config,
    clock: Clock,
    surroundings: Surroundings,
    given: dict[str, Any],
) -> adding.Seen:
    """What is known of it; it is asked only when it is not in the list yet."""
    seen = adding.unasked(url)
    if not given["force"]:
        adding.refuse_repeated(list_, seen.url)
    if not given["offline"]:
        with History.open(config.history) as history:
            looking = adding.look(
                url,
                config,
                history,
                clock=clock,
                network=surroundings.network,
                force=given["force"],
            )
            seen = asyncio.run(looking)
    if not given["force"]:
        adding.refuse_repeated(list_, seen.url)
    return seen


def _wish(given: dict[str, Any]) -> adding.Wish:
    return adding.Wish(
        section=given["section"],
        title=given["title"],
        note=given["note"],
        kind=Kind(given["kind"]) if given["kind"] else None,
        language=given["language"],
        marks=given["marks"],
    )


def _finish(list_: Source, changes: tuple[mending.Change, ...], *, apply: bool) -> None:
    (settled,) = (line for change in changes for line in change.settled)
    if not apply:
        click.echo("To add it: the same with --apply", err=True)
        return
    mending.write(changes)
    render = f" Next: curator render {quote(list_.name)}" if list_.is_folder else ""
    click.echo(f"{for_terminal(settled)}.{render}", err=True)
