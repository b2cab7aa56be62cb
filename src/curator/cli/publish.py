"""`curator issue`, `pull-request` and `update-mode`: what the workflow says to GitHub."""

from __future__ import annotations

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
    settings,
    source_argument,
)
from curator.cli.surroundings import Surroundings
from curator.errors import CuratorError
from curator.github import GitHub, Outcome, publish_issue, publish_pull_request
from curator.history import History
from curator.reporters import REPORTERS, Options
from curator.reporters.escape import for_terminal

_ISSUE_TITLE = "Links that need a decision"
_PULL_REQUEST_TITLE = "Keep the list true"


@click.command()
@source_argument
@click.option("--dry-run", is_flag=True, help="Print the issue's text; change nothing.")
@history_option
@config_option
@now_option
@click.pass_obj
def issue(surroundings: Surroundings, /, source: Path | None, **given: Any) -> None:
    """Create, update, close or reopen the one living issue.

    Reads GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_API_URL.
    """
    config = settings(given)
    now = clock_from(surroundings, given["now"])()
    list_ = opened(source, config, now)
    with History.open(config.history, must_exist=True) as history:
        report = pipeline.report(list_, config, history, now=now)
        body = REPORTERS["markdown"](report, Options(blob_base=surroundings.blob_base))
        if given["dry_run"]:
            click.echo(body, nl=False)
            return
        with _github(surroundings) as client:
            outcome = publish_issue(
                client,
                body,
                title=_ISSUE_TITLE,
                label=config.issue_label,
                open_needed=report.needs_decision,
            )
        history.published_at = now
    _say("issue", outcome)


@click.command("pull-request")
@click.option("--head", default="curator/update", show_default=True, help="Branch to merge.")
@click.option("--base", default="main", show_default=True, help="Branch to merge into.")
@click.option(
    "--body-file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The text, as Markdown: what curator fix --summary wrote.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done; change nothing.")
@click.pass_obj
def pull_request(
    surroundings: Surroundings, /, head: str, base: str, body_file: Path, dry_run: bool
) -> None:
    """Open or edit the pull request of a branch that is pushed."""
    body = body_file.read_text(encoding="utf-8")
    with _github(surroundings) as client:
        outcome = publish_pull_request(
            client, branch=head, base=base, title=_PULL_REQUEST_TITLE, body=body, dry_run=dry_run
        )
    _say("pull request", outcome)


@click.command("update-mode", hidden=True)
@config_option
def update_mode(**given: Any) -> None:
    """How updates reach the list: pull-request, commit or off. For workflows."""
    click.echo(settings(given).update)


def _github(surroundings: Surroundings) -> GitHub:
    environ = surroundings.environ
    missing = [name for name in ("GITHUB_TOKEN", "GITHUB_REPOSITORY") if not environ.get(name)]
    if missing:
        raise CuratorError(
            f"{' and '.join(missing)} {'are' if len(missing) > 1 else 'is'} not set",
            hint="export them, or look at the text only: curator issue --dry-run",
        )
    return GitHub(
        token=environ["GITHUB_TOKEN"],
        repository=environ["GITHUB_REPOSITORY"],
        api_url=environ.get("GITHUB_API_URL") or "https://api.github.com",
    )


def _say(what: str, outcome: Outcome) -> None:
    number = f" #{outcome.number}" if outcome.number else ""
    where = f" {outcome.url}" if outcome.url else ""
    click.echo(for_terminal(f"{what}{number} {outcome.action}{where}"))
