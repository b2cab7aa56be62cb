"""`curator`: the group of commands, and the one place where errors become words and exit codes."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from curator import __version__
from curator.cli import accept, add, check, demo, init, lists, mend, publish
from curator.cli.results import INTERRUPTED
from curator.cli.surroundings import Surroundings
from curator.errors import CuratorError, InvalidFileError
from curator.reporters.escape import for_terminal


class _Commands(click.Group):
    """Lists its commands in the order of a maintainer's day, and answers every CuratorError."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CuratorError as error:
            _say(error)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except OSError as error:
            if error.errno not in _CANT_PRINT:
                raise
            ctx.exit(_give_up_printing(error))


_CANT_PRINT = (errno.EPIPE, errno.ENOSPC)
_NO_READER = 141
"""What a shell says of a program that its reader left: 128 + SIGPIPE."""


def _give_up_printing(error: OSError) -> int:
    """The reader went away (`curator report | head`), or standard output is a file on a full disk.

    What is still buffered goes nowhere, or the interpreter would try again and complain:
    https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        os.dup2(nowhere, sys.stderr.fileno())
        return _NO_READER
    _say(CuratorError(f"the output can't be written: {error.strerror}"))
    return CuratorError.exit_code


def _say(error: CuratorError) -> None:
    if isinstance(error, InvalidFileError):
        for problem in error.problems:
            click.echo(for_terminal(str(problem)), err=True)
        count = len(error.problems)
        click.echo(f"{count} problem{'s' if count > 1 else ''}: nothing was done", err=True)
    else:
        click.echo(f"error: {for_terminal(error.message)}", err=True)
    if error.hint:
        click.echo(f"  try: {for_terminal(error.hint)}", err=True)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="curator %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Keep a curated list true.

    SOURCE is a catalogue folder or a Markdown list; without one, catalogue/ or README.md.
    Try it without a list and without a network: curator demo
    """
    ctx.obj = ctx.obj or Surroundings()


for _command in (
    demo.demo,
    init.init,
    lists.import_,
    lists.validate,
    check.check,
    check.report,
    check.explain,
    accept.accept,
    mend.fix,
    add.add,
    lists.render,
    publish.issue,
    publish.pull_request,
    publish.update_mode,
):
    cli.add_command(_command)


_RARELY = 50_000
"""Values that are made between two looks for garbage: a list is made of as many that all stay, and
looking through them again and again takes an eighth of the time."""


def main(args: Sequence[str] | None = None) -> None:
    """The console script. What the output's encoding lacks is written as an escape."""
    gc.freeze()
    gc.set_threshold(_RARELY)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    cli.main(args=args, prog_name="curator")
