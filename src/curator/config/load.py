"""Reading curator.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

from curator.catalogue import Kind, Location
from curator.config import values
from curator.config.model import Config, FailOn, Update
from curator.config.places import nearest_place, places
from curator.config.table import Table, TomlFile
from curator.errors import CuratorError, InvalidFileError, Problem, Severity
from curator.findings import HostWaiver, RuleId
from curator.judge import Policy, Strikes
from curator.settings import Pace, Reach

LARGEST_FILE = 1024 * 1024
"""Bytes."""

_HINT = "see docs/configuration.md, which describes every key"
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_NOT_ZERO = ("timeout", "body_timeout", "probe_timeout")


class InvalidConfigError(InvalidFileError):
    """curator.toml can't be used."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems, hint=_HINT)


def load_config(path: Path | None) -> Config:
    """The settings in the file; without one, the defaults. InvalidConfigError for what is wrong."""
    if path is None:
        return Config()
    text = _text(path)
    file = TomlFile(name=path.as_posix(), places=places(text), problems=[])
    config = _config(Table(file=file, path=(), data=_data(path, text)))
    if file.problems:
        raise InvalidConfigError(sorted(file.problems))
    return config


def _config(table: Table) -> Config:
    table.refuse_unknown([field.name for field in fields(Config)])
    default = Config()
    return Config(
        source=table.read("source", values.text, default.source),
        output=table.read("output", values.text, default.output),
        history=Path(table.read("history", values.text, default.history.as_posix())),
        fail_on=table.read("fail_on", values.member(FailOn), default.fail_on),
        recheck=table.read("recheck", values.duration, default.recheck),
        exclude=table.read("exclude", values.texts, default.exclude),
        update=table.read("update", values.member(Update), default.update),
        issue_label=table.read("issue_label", values.text, default.issue_label),
        review=_days_of_kinds(table.inner("review")),
        stale=_days_of_kinds(table.inner("stale")),
        pace=_pace(table.inner("pace")),
        reach=_reach(table.inner("reach")),
        policy=_policy(table.inner("policy")),
        waivers=tuple(_waiver(waiver) for waiver in table.each("waivers")),
    )


def _days_of_kinds(table: Table) -> dict[Kind, int]:
    table.refuse_unknown([str(kind) for kind in Kind])
    found = {kind: table.read(kind, values.days, 0) for kind in Kind}
    return {kind: days for kind, days in found.items() if days}


def _pace(table: Table) -> Pace:
    """Every field of Pace is a key: a float is a length of time, an int a number, or yes or no."""
    table.refuse_unknown([field.name for field in fields(Pace)])
    pace = Pace()
    given: dict[str, Any] = {}
    for field in fields(Pace):
        default = getattr(pace, field.name)
        reader = _READERS[type(default)]
        given[field.name] = table.read(field.name, reader, default)
        if field.name in _NOT_ZERO and given[field.name] <= 0:
            table.file.tell((*table.path, field.name), f"{field.name!r} must be longer than 0")
    return replace(pace, **given)


_READERS: dict[type, values.Read[Any]] = {
    float: values.seconds,
    int: values.count,
    bool: values.flag,
}


def _reach(table: Table) -> Reach:
    """Private addresses are opened on the command line alone: a file comes with a pull request."""
    if "allow_private" in table.data:
        message = "'allow_private' is no setting: say --allow-private on the command line"
        table.file.tell((*table.path, "allow_private"), message)
    table.refuse_unknown(["proxy", "proxy_from_environment", "github_api", "allow_private"])
    return Reach(
        proxy=table.read("proxy", values.text, None),
        proxy_from_environment=table.read("proxy_from_environment", values.flag, True),
        github_api=table.read("github_api", values.flag, True),
    )


def _policy(table: Table) -> Policy:
    table.refuse_unknown([field.name for field in fields(Policy)])
    policy = Policy()
    given: dict[str, Any] = {}
    for field in fields(Policy):
        default = getattr(policy, field.name)
        if isinstance(default, Strikes):
            given[field.name] = _strikes(table.inner(field.name), default)
        else:
            reader: values.Read[Any] = values.flag if default is False else values.duration
            given[field.name] = table.read(field.name, reader, default)
    return replace(policy, **given)


def _strikes(table: Table, default: Strikes) -> Strikes:
    table.refuse_unknown([field.name for field in fields(Strikes)])
    return Strikes(
        count=table.read("count", values.count, default.count),
        over=table.read("over", values.duration, default.over),
    )


WAIVER_KEYS: Final = ("host", "rule", "because", "until")


def _waiver(table: Table) -> HostWaiver:
    table.refuse_unknown(WAIVER_KEYS)
    for name in ("host", "rule", "because"):
        table.has(name)
    place = nearest_place(table.file.places, table.path)
    return HostWaiver(
        location=Location(path=table.file.name, line=place.line, column=place.column),
        host=table.read("host", values.host, ""),
        rule=table.read("rule", values.rule_for_hosts, RuleId.DEAD_LINK),
        because=table.read("because", values.text, ""),
        until=table.read("until", values.day, None),
    )


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise CuratorError(f"{path}: can't be read: {error.strerror or error}") from error
    if len(raw) > LARGEST_FILE:
        raise CuratorError(f"{path}: larger than {LARGEST_FILE // 2**20} MB", hint=_HINT)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise CuratorError(f"{path}: not UTF-8", hint="save the file as UTF-8") from error


def _data(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidConfigError([_syntax(path, text, str(error))]) from error
    except RecursionError as error:
        raise InvalidConfigError([_syntax(path, text, "nested too deep")]) from error


def _syntax(path: Path, text: str, told: str) -> Problem:
    line, column = 0, 0
    if place := _TOML_PLACE.search(told):
        lines = text.split("\n")
        line, column = int(place[1] or len(lines)), int(place[2] or len(lines[-1]) + 1)
    return Problem(
        path=path.as_posix(),
        line=line,
        column=column,
        severity=Severity.ERROR,
        message=f"not valid TOML: {_TOML_PLACE.sub('', told)}",
    )
