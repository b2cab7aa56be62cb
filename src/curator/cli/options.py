"""Options that several commands share, and how they become settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import click

from curator.cli.surroundings import Surroundings
from curator.config import Config, load_config, parse_duration
from curator.errors import CuratorError
from curator.probes.contract import Clock
from curator.settings import Pace
from curator.sources import Source, find_source, open_source

Command = TypeVar("Command", bound=Callable[..., Any])


def duration(text: str) -> timedelta:
    """`250ms`, `30s`, `5m`, `7d`; a bare number means seconds."""
    try:
        return parse_duration(f"{text}s" if text.replace(".", "", 1).isdecimal() else text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def timeout(text: str) -> timedelta:
    """A length of time in which something can happen."""
    if not (length := duration(text)):
        raise click.BadParameter("must be longer than 0")
    return length


def moment(text: str) -> datetime:
    """A moment as ISO 8601; without an offset, UTC."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no timestamp such as 2026-11-23T12:00:00Z") from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def source_argument(command: Command) -> Command:
    return click.argument("source", required=False, type=click.Path(path_type=Path))(command)


def config_option(command: Command) -> Command:
    return click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Settings file.  [default: curator.toml, if there is one]",
    )(command)


def history_option(command: Command) -> Command:
    return click.option(
        "--history",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Evidence of all runs.  [default: .curator/history.sqlite3]",
    )(command)


def now_option(command: Command) -> Command:
    """Hidden: the moment to record and judge by, for tests and replays."""
    return click.option("--now", type=moment, hidden=True)(command)


def pace_options(command: Command) -> Command:
    for option in reversed(_PACE):
        command = option(command)
    return command


_PACE = (
    click.option(
        "--timeout", type=timeout, metavar="DURATION", help="For one request.  [default: 20s]"
    ),
    click.option(
        "--host-interval",
        type=duration,
        metavar="DURATION",
        help="Between two requests to a host.  [default: 250ms]",
    ),
    click.option(
        "--host-concurrency",
        type=click.IntRange(1),
        metavar="NUMBER",
        help="In flight to one host.  [default: 2]",
    ),
    click.option(
        "--max-concurrency",
        type=click.IntRange(1),
        metavar="NUMBER",
        help="In flight in all.  [default: 64]",
    ),
    click.option("--proxy", metavar="URL", help="Ask through this proxy; names resolve there."),
    click.option(
        "--allow-private",
        is_flag=True,
        help="Contact private and loopback addresses too; metadata addresses never.",
    ),
)


def settings(
    given: Mapping[str, Any], environment: Mapping[str, str] = MappingProxyType({})
) -> Config:
    """curator.toml, with what the command line says put over it."""
    _check_certificates(environment)
    config_file: Path | None = given["config_file"]
    if config_file is not None and not config_file.is_file():
        raise CuratorError(f"{config_file}: there is no such file", hint="curator init writes one")
    found = config_file or (Path("curator.toml") if Path("curator.toml").is_file() else None)
    config = load_config(found)
    return replace(
        config,
        pace=_pace(config.pace, given),
        reach=replace(
            config.reach,
            allow_private=given.get("allow_private") or config.reach.allow_private,
            proxy=given.get("proxy") or config.reach.proxy,
            environment=environment,
        ),
        policy=replace(config.policy, strict=given.get("strict") or config.policy.strict),
        history=given.get("history") or config.history,
    )


def _check_certificates(environment: Mapping[str, str]) -> None:
    """OpenSSL passes over a file that is not there, and then trusts no site at all."""
    named = environment.get("SSL_CERT_FILE")
    if named and not Path(named).is_file():
        raise CuratorError(
            f"{named}: there is no such file, and SSL_CERT_FILE names it",
            hint="correct it or unset it",
        )


def _pace(pace: Pace, given: Mapping[str, Any]) -> Pace:
    numbers: dict[str, Any] = {
        name: value.total_seconds() if isinstance(value, timedelta) else value
        for name in ("timeout", "host_interval", "host_concurrency", "max_concurrency")
        if (value := given.get(name)) is not None
    }
    pace = replace(pace, **numbers)
    return replace(pace, probe_timeout=max(pace.probe_timeout, 2.5 * pace.timeout))


def opened(source: Path | None, config: Config, now: datetime) -> Source:
    return open_source(find_source(source, config.source), now.date())


def clock_from(surroundings: Surroundings, now: datetime | None) -> Clock:
    """The real clock, or one that started at `now` and runs on from there."""
    if now is None:
        return surroundings.clock
    began = surroundings.clock()
    return lambda: now + (surroundings.clock() - began)
