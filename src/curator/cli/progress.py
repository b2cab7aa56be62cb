"""Saying how far a check has come: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

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
def progress(*, is_terminal: bool, quiet: bool, idle: str) -> Iterator[Show]:
    """How the crawl says how far it is; on standard error, so that results can be piped.

    `idle` is said when there is nothing to ask.
    """
    if quiet:
        yield lambda _: None
    elif is_terminal:
        bar = _bar()
        try:
            yield _OnTerminal(bar, _Idle(idle))
        finally:
            if bar.tasks:
                bar.stop()
    else:
        yield _Lines(_Idle(idle))


def _bar() -> Bar:
    """It stays when it is full, and then shows how long it took."""
    left = TimeRemainingColumn(elapsed_when_finished=True)
    return Bar(MofNCompleteColumn(), BarColumn(), _Rate(), left, console=Console(stderr=True))


@dataclass(slots=True)
class _Idle:
    """The sentence for nothing to ask, which is told more than once and said once."""

    text: str
    is_said: bool = field(default=False, init=False)

    def say(self) -> None:
        if not self.is_said:
            click.echo(self.text, err=True)
        self.is_said = True


@dataclass(slots=True)
class _OnTerminal:
    """A bar, as soon as there is something to ask."""

    bar: Bar
    idle: _Idle

    def __call__(self, now: Progress) -> None:
        if not now.total:
            self.idle.say()
            return
        if not self.bar.tasks:
            self.bar.add_task("", total=now.total, rate=0.0)
            self.bar.start()
        self.bar.update(self.bar.task_ids[0], completed=now.done, rate=now.rate)


class _Rate(ProgressColumn):
    """Links a second, on the whole: rich's own speed is that of the last moments."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.fields['rate']:.1f}/s")


_EVERY = 5.0
"""Seconds between two plain lines."""


@dataclass(slots=True)
class _Lines:
    """A plain line every few seconds, for logs."""

    idle: _Idle
    said_at: float = field(default=0.0, init=False)

    def __call__(self, now: Progress) -> None:
        if not now.total:
            self.idle.say()
        elif now.elapsed >= self.said_at + _EVERY:
            self.said_at = now.elapsed
            click.echo(f"asked {now.done} of {now.total} ({now.rate:.1f}/s)", err=True)
