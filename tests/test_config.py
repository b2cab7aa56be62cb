"""curator.toml: every key, every mistake at its line, and a page that describes them all."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.catalogue import Kind
from curator.config import (
    Config,
    DurationError,
    FailOn,
    InvalidConfigError,
    Update,
    load_config,
    parse_duration,
)
from curator.errors import CuratorError
from curator.findings import HostWaiver
from curator.judge import Policy, Strikes
from curator.settings import Pace, Reach

PAGE = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text("utf-8")


def load(tmp_path: Path, text: str | bytes) -> Config:
    path = tmp_path / "curator.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_config(path)


def refused(tmp_path: Path, text: str | bytes) -> list[str]:
    with pytest.raises(InvalidConfigError) as caught:
        load(tmp_path, text)
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in caught.value.problems]


def test_without_a_file_all_is_at_its_default() -> None:
    assert load_config(None) == Config()


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Config()


def test_every_setting(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        """\
source = "列表.md"
output = "docs/LIST.md"
history = "h.sqlite3"
fail_on = "warning"
recheck = "3 days"
exclude = ["*.example.com"]
update = "commit"
issue_label = "links"
review.course = "1 year"
[stale]
video = "18 months"
[pace]
host_interval = "1s"
host_concurrency = 1
received_cap = 1024
[reach]
proxy = "http://proxy.example:3128"
proxy_from_environment = false
[policy]
strict = true
apart = "1h"
gone = {count = 1, over = "0s"}
[policy.missing]
over = "96h"
[[waivers]]
host = "*.Medium.com"
rule = "dead-link"
because = "opens"
until = 2027-12-31
[[waivers]]
host = "x.example"
rule = "stale"
because = "done"
until = "2027-01-01"
""",
    )
    assert config == Config(
        source="列表.md",
        output="docs/LIST.md",
        history=Path("h.sqlite3"),
        fail_on=FailOn.WARNING,
        recheck=timedelta(days=3),
        exclude=("*.example.com",),
        update=Update.COMMIT,
        issue_label="links",
        review={Kind.COURSE: 365},
        stale={Kind.VIDEO: 548},
        pace=Pace(host_interval=1.0, host_concurrency=1, received_cap=1024),
        reach=Reach(proxy="http://proxy.example:3128", proxy_from_environment=False),
        policy=Policy(
            strict=True,
            apart=timedelta(hours=1),
            gone=Strikes(count=1, over=timedelta(0)),
            missing=Strikes(count=3, over=timedelta(hours=96)),
        ),
        waivers=(
            HostWaiver(
                host="medium.com", rule="dead-link", because="opens", until=date(2027, 12, 31)
            ),
            HostWaiver(host="x.example", rule="stale", because="done", until=date(2027, 1, 1)),
        ),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\nsauce = 'x'", "2:1: error: unknown key 'sauce': did you mean 'source'?"),
        ("zzz = 1", "1:1: error: unknown key 'zzz': there are source, output, history"),
        ("[pace]\n  host-interval = '1s'", "2:3: error: unknown key 'host-interval': did you mean"
         " 'host_interval'?"),
        ("[paec]\nx = 1", "1:2: error: unknown key 'paec': did you mean 'pace'?"),
        ("pace.timeout = '0s'", "1:1: error: 'timeout' must be longer than 0"),
        ("[pace]\ntimeout = 20", "2:1: error: 'timeout' must be a length of time such as \"30s\" or"
         ' "7d", not 20'),
        ("[pace]\ntimeout = 'soon'", "2:1: error: 'timeout' must be a length of time, and 'soon' is"
         " no length of time: write a number and a unit, such as 250ms"),
        ("[pace]\ntimeout = '3 parsecs'", "2:1: error: 'timeout' must be a length of time, and"
         " 'parsecs' is no unit of time"),
        ("[pace]\nredirects = 0", "2:1: error: 'redirects' must be a whole number from 1 on,"
         " not 0"),
        ("[pace]\nredirects = true", "2:1: error: 'redirects' must be a whole number from 1 on,"
         " not true"),
        ("source = ''", "1:1: error: 'source' must be text in quotes, not ''"),
        ("source = 1", "1:1: error: 'source' must be text in quotes, not 1"),
        ("exclude = 'x'", "1:1: error: 'exclude' must be a list of texts, such as [\"a\"],"
         " not 'x'"),
        ("exclude = ['a',\n 1]", "1:1: error: 'exclude' must be text in quotes, not 1"),
        ("fail_on = 'eror'", "1:1: error: 'fail_on' can't be 'eror': did you mean 'error'?"),
        ("fail_on = 1", "1:1: error: 'fail_on' can't be 1: use one of never, info, warning, error"),
        ("update = 'push'", "1:1: error: 'update' can't be 'push': use one of pull-request"),
        ("pace = 1", "1:1: error: 'pace' must be a table, not 1"),
        ("[review]\nvidoe = '1y'", "2:1: error: unknown key 'vidoe': did you mean 'video'?"),
        ("[policy]\nstrict = 'yes'", "2:1: error: 'strict' must be true or false, not 'yes'"),
        ("[policy]\ngone = {cuont = 1}", "2:1: error: unknown key 'cuont': did you mean 'count'?"),
        ("[policy.gone]\ncount = 0", "2:1: error: 'count' must be a whole number from 1 on, not 0"),
        ("[reach]\nallow_private = true", "2:1: error: 'allow_private' is no setting: say"
         " --allow-private on the command line"),
        ("[[waivers]]\nhost = 'x.example'\nrule = 'stale'", "1:3: error: [[waivers]] has no"
         " 'because': add it"),
        ("[waivers]\nhost = 'x'", "1:2: error: write [[waivers]] above each of them"),
        ("[[waivers]]\nhost='x/y'\nrule='stale'\nbecause='x'", "2:1: error: 'host' must be a"
         " host such as medium.com, or a pattern"),
        ("[[waivers]]\nhost='x'\nrule='stale'\nbecause='x'\n[[waivers]]\nhost='y'\nrule='stail'\n"
         "because='y'", "7:1: error: 'rule' can't be 'stail': did you mean 'stale'?"),
        ("[[waivers]]\nhost='x'\nrule='stale'\nbecause='x'\nuntil=2027-01-01T00:00:00",
         "5:1: error: 'until' must be a day such as 2026-01-31"),
        ("[[waivers]]\nhost='x'\nrule='review-due'\nbecause='x'", "3:1: error: 'rule' can't be"
         " 'review-due' for a host: it is about entries and not about links; write it into"),
        ("[[waivers]]\nhost='x'\nrule='invalid-url'\nbecause='x'", "3:1: error: 'rule' can't be"
         " 'invalid-url' for a host: such a link has no host that can be read"),
        ("[[waivers]]\nhost='x'\nrule='waiver-expired'\nbecause='x'", "3:1: error: 'rule' can't"
         " be 'waiver-expired' for a host: it is about waivers"),
        ("a = ", "1:5: error: not valid TOML: Invalid value"),
        ("a = 1\na = 2", "2:6: error: not valid TOML: Cannot overwrite a value"),
        ("source = \"\\u001b[31m\"\nx = '\\e'", "2:1: error: unknown key 'x'"),
        ("a = " + "[" * 100_000, " error: not valid TOML: nested too deep"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place(tmp_path: Path, text: str, told: str) -> None:
    (problem,) = refused(tmp_path, text)
    assert problem.startswith(f"curator.toml:{told}")


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    text = "sauce = 1\r\nfail_on = 2\r\n[pace]\r\ntimeout = 3\r\n[[waivers]]\r\n"
    assert [problem.split(":")[1] for problem in refused(tmp_path, text)] == list("124555")


@pytest.mark.parametrize(
    ("text", "told"),
    [(b"a = '\xff'", "not UTF-8"), (b"#" * (2 << 20), "larger than 1 MB")],
)
def test_a_file_that_is_no_text(tmp_path: Path, text: bytes, told: str) -> None:
    with pytest.raises(CuratorError, match=told):
        load(tmp_path, text)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="can't be read"):
        load_config(tmp_path / "curator.toml")


@settings(max_examples=150, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            ["[pace]", "\n", "[[waivers]]", "timeout", " = ", '"1s"', "{", "}", "[", "]", "1", "'",
             '"""', "policy.gone", "count", ",", "é", "# x", "true", "host", "2027-01-01", ".",
             "\\"]
        ),
        max_size=12,
    ).map("".join)
)  # fmt: skip
def test_no_text_ends_in_a_traceback(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    try:
        config = load(tmp_path_factory.mktemp("toml"), text)
    except CuratorError:
        return
    assert isinstance(config, Config)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("250ms", timedelta(milliseconds=250)),
        ("30s", timedelta(seconds=30)),
        ("1.5 min", timedelta(seconds=90)),
        ("15m", timedelta(minutes=15)),
        ("12 hours", timedelta(hours=12)),
        ("7d", timedelta(days=7)),
        ("1 day", timedelta(days=1)),
        ("2w", timedelta(weeks=2)),
        ("26 weeks", timedelta(weeks=26)),
        ("18 months", timedelta(days=547.5)),
        ("1mo", timedelta(days=365 / 12)),
        (" 2 Years ", timedelta(days=730)),
        ("0s", timedelta(0)),
    ],
)
def test_lengths_of_time(text: str, length: timedelta) -> None:
    assert parse_duration(text) == length


@pytest.mark.parametrize(
    "text", ["", "7", "d", "-1d", "1 d d", "7 parsecs", "1e9s", "９d", "999999999y", "1d" * 999]
)
def test_what_is_no_length_of_time(text: str) -> None:
    with pytest.raises(DurationError) as caught:
        parse_duration(text)
    assert len(str(caught.value)) < 200


def test_the_page_has_every_key_and_no_other() -> None:
    sections = {
        "The list": set(keys(Config)) - {"review", "stale", "pace", "reach", "policy", "waivers"},
        "`[review]`": set(Kind),
        "`[stale]`": set(Kind),
        "`[pace]`": set(keys(Pace)),
        "`[policy]`": set(keys(Policy)),
        "`[reach]`": set(keys(Reach)) - {"allow_private", "environment"},
        "`[[waivers]]`": set(keys(HostWaiver)) - {"location"},
    }
    parts = re.split(r"^## (.+)$", PAGE, flags=re.MULTILINE)[1:]
    told = {
        heading.partition(":")[0]: set(re.findall(r"`(\w+)`", first_cells(body)))
        for heading, body in zip(parts[::2], parts[1::2], strict=True)
    }
    assert told.pop("All of it") == set()
    assert told == sections


def test_the_page_tells_the_defaults(tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    assert found
    config = load(tmp_path, found[1])
    assert len(config.waivers) == len(config.stale) == 1
    assert config.reach.proxy == "http://proxy.example:3128"
    plain = replace(config, source=None, review={}, stale={}, waivers=(), reach=Reach())
    assert plain == Config()


def test_the_tables_tell_the_same_defaults(tmp_path: Path) -> None:
    text = ""
    for heading in ("pace", "policy"):
        text += f"[{heading}]\n"
        body = PAGE.split(f"## `[{heading}]`")[1].split("\n## ")[0]
        rows = re.findall(r"^\| `(\w+)` \| `(.+?)` \|", body, re.MULTILINE)
        text += "".join(f"{key} = {default}\n" for key, default in rows)
    assert text.count("\n") == len(keys(Pace)) + len(keys(Policy)) + 2
    assert load(tmp_path, text) == Config()


def keys(part: type) -> list[str]:
    return [field.name for field in fields(part)]


def first_cells(body: str) -> str:
    return "\n".join(line.split("|")[1] for line in body.splitlines() if line.startswith("| `"))
