"""Saying how far a check has come: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from curator.crawl import Progress

Show = Callable[[Progress], None]


@contextmanager
def progress(*, is_terminal: bool, quiet: bool) -> Iterator[Show]:
    """How the crawl says how far it is; on standard error, so that results can be piped."""
    if quiet:
        yield lambda _: None
    elif is_terminal:
        with _bar() as bar:
            task = bar.add_task("", total=None)
            yield lambda now: bar.update(task, completed=now.done, total=now.total)
    else:
        yield _Lines()


def _bar() -> Bar:
    columns = (MofNCompleteColumn(), BarColumn(), _Rate(), TimeRemainingColumn())
    return Bar(*columns, console=Console(stderr=True), transient=True)


class _Rate(ProgressColumn):
    """Links a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


class _Lines:
    """A plain line every few seconds, for logs."""

    EVERY = 5.0

    def __init__(self) -> None:
        self._said_at = 0.0

    def __call__(self, now: Progress) -> None:
        if now.elapsed >= self._said_at + self.EVERY:
            self._said_at = now.elapsed
            click.echo(f"asked {now.done} of {now.total} ({now.rate:.1f}/s)", err=True)
