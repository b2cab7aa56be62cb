"""`curator check`, `report` and `explain`: what is true of the links."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from curator.cli.progress import progress
from curator.cli.results import check_outputs, exit_code, result_options, show
from curator.cli.surroundings import Surroundings
from curator.config import Config
from curator.findings import Report
from curator.history import History
from curator.judge import Status
from curator.probes.contract import Clock
from curator.reporters import Options
from curator.reporters.escape import for_terminal
from curator.sources import Source


@click.command()
@source_argument
@click.option("--all", "everything", is_flag=True, help="Ask every link, not only those due.")
@click.option("--strict", is_flag=True, help="Ask every link, judge by today alone.")
@click.option("--section", metavar="NAME", help="Only sections whose title contains NAME.")
@click.option(
    "--only",
    type=click.Choice([status.value for status in Status]),
    multiple=True,
    help="Ask again only links last found so. Repeatable.",
)
@result_options
@history_option
@config_option
@pace_options
@now_option
@click.pass_context
def check(ctx: click.Context, /, source: Path | None, **given: Any) -> None:
    """Ask every link that is due, say what needs a decision.

    What was seen is kept in the history: verdicts rest on all of it.
    """
    surroundings: Surroundings = ctx.obj
    check_outputs(given["outputs"])
    config = settings(given, surroundings.environ)
    clock = clock_from(surroundings, given["now"])
    list_ = opened(source, config, clock())
    with History.open(config.history) as history:
        if not given["quiet"]:
            _announce(list_, history)
        report = asyncio.run(_check(list_, config, history, surroundings, clock, given))
    show(
        report,
        surroundings,
        format_=given["format_"],
        outputs=given["outputs"],
        verbose=given["verbose"],
    )
    ctx.exit(exit_code(report, given["fail_on"] or config.fail_on))


async def _check(
    source: Source,
    config: Config,
    history: History,
    surroundings: Surroundings,
    clock: Clock,
    given: dict[str, Any],
) -> Report:
    selection = pipeline.Selection(
        everything=given["everything"] or given["strict"],
        section=given["section"],
        only=frozenset(map(Status, given["only"])),
    )
    telling = progress(
        is_terminal=surroundings.talks_to_terminal(), quiet=given["quiet"], idle=_idle(given)
    )
    with _stop_on_signal() as stop, telling as say:
        return await pipeline.check(
            source,
            config,
            history,
            selection=selection,
            clock=clock,
            network=surroundings.network,
            stop=stop,
            progress=say,
        )


def _idle(given: dict[str, Any]) -> str:
    if given["only"]:
        return f"Nothing to ask: no link was last found {' or '.join(given['only'])}."
    return "Nothing is due: what was seen lately still holds. To ask all the same: --all"


@contextmanager
def _stop_on_signal() -> Iterator[asyncio.Event]:
    """Set by the first Ctrl-C or SIGTERM; a second one is not caught."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def once(number: signal.Signals) -> None:
        loop.remove_signal_handler(number)
        stop.set()

    numbers = (signal.SIGINT, signal.SIGTERM)
    caught = [number for number in numbers if _catch(loop, number, once)]
    try:
        yield stop
    finally:
        for number in caught:
            loop.remove_signal_handler(number)


def _catch(
    loop: asyncio.AbstractEventLoop,
    number: signal.Signals,
    then: Callable[[signal.Signals], None],
) -> bool:
    """False where a loop can't catch signals: on Windows, and off the main thread.

    There the first Ctrl-C ends the run at once, as that of any program.
    """
    try:
        loop.add_signal_handler(number, then, number)
    except (NotImplementedError, RuntimeError):
        return False
    return True


def _announce(source: Source, history: History) -> None:
    links = sum(len(placed.links) for placed in source.catalogue.walk())
    listed = pipeline.listed_urls(source.catalogue)
    hosts = pipeline.count_hosts(listed)
    counts = ((links, "link"), (len(listed), "URL"), (hosts, "host"))
    told = [f"{count} {thing}{'' if count == 1 else 's'}" for count, thing in counts]
    line = f"{for_terminal(source.name)}: {told[0]}, {told[1]} on {told[2]}."
    if not history.load(listed):
        line += " No history yet: this is the first look."
    click.echo(line, err=True)


@click.command()
@source_argument
@click.option("--strict", is_flag=True, help="Judge by the last evidence alone.")
@click.option("--section", metavar="NAME", help="Only sections whose title contains NAME.")
@result_options
@history_option
@config_option
@now_option
@click.pass_context
def report(ctx: click.Context, /, source: Path | None, **given: Any) -> None:
    """Say again what needs a decision, from history alone."""
    surroundings: Surroundings = ctx.obj
    check_outputs(given["outputs"])
    config = settings(given)
    now = clock_from(surroundings, given["now"])()
    list_ = opened(source, config, now)
    with History.open(config.history, must_exist=True) as history:
        found = pipeline.report(list_, config, history, now=now, section=given["section"])
    show(
        found,
        surroundings,
        format_=given["format_"],
        outputs=given["outputs"],
        verbose=given["verbose"],
    )
    ctx.exit(exit_code(found, given["fail_on"] or config.fail_on))


@click.command()
@click.argument("url")
@source_argument
@history_option
@config_option
@now_option
@click.pass_obj
def explain(surroundings: Surroundings, /, url: str, source: Path | None, **given: Any) -> None:
    """Say all that is known of URL, and how to overrule it."""
    config = settings(given)
    now = clock_from(surroundings, given["now"])()
    list_ = opened(source, config, now)
    with History.open(config.history, must_exist=True) as history:
        options = Options(colour=surroundings.colour, width=surroundings.width)
        text = pipeline.explain(url, list_, config, history, now=now, options=options)
    click.echo(text, nl=False)
