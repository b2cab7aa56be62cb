"""The stable machine format: its schema, its keys, what it does with odd characters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from curator.evidence import DateSource
from curator.findings import RULES, Level
from curator.judge import Status
from curator.reporters import REPORTERS, Options

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "schema/report.schema.json").read_text("utf-8"))


def told(report) -> dict[str, Any]:
    return json.loads(REPORTERS["json"](report, Options()))


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", ["busy", "first_look", "quiet"])
def test_reports_follow_the_schema(name, request):
    report = told(request.getfixturevalue(name))
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(report)


def test_keys_stand_in_the_order_of_the_schema(busy):
    report = told(busy)
    assert list(report) == SCHEMA["required"]
    assert list(report["links"][0]) == SCHEMA["$defs"]["link"]["required"]
    assert list(report["findings"][0]) == SCHEMA["$defs"]["finding"]["required"]


@pytest.mark.parametrize(
    ("definition", "members"),
    [("status", Status), ("rule", RULES)],
)
def test_the_schema_knows_every_word(definition, members):
    assert SCHEMA["$defs"][definition]["enum"] == [str(member) for member in members]


def test_the_schema_knows_every_level_and_source():
    finding, activity = SCHEMA["$defs"]["finding"], SCHEMA["$defs"]["activity"]
    assert finding["properties"]["level"]["enum"] == list(Level)
    assert activity["properties"]["source"]["enum"] == list(DateSource)


def test_every_property_has_a_description():
    nodes: list[Any] = [SCHEMA]
    while nodes:
        node = nodes.pop()
        for name, child in node.get("properties", {}).items():
            described = {
                **SCHEMA["$defs"].get(child.get("$ref", "").rpartition("/")[2], {}),
                **child,
            }
            assert described.get("title"), name
            assert described.get("description"), name
        nodes += [child for child in node.values() if isinstance(child, dict)]


def test_looks_as_it_should(busy, golden):
    golden("busy.json", REPORTERS["json"](busy, Options()))


@pytest.mark.parametrize(
    "odd", ["\x1b[31m", "\x9b31m", "\u202e", "\u2028", "\ud800", "\x00", '"\\', "\U0001f600"]
)
def test_odd_characters_come_back_and_harm_no_terminal(odd, report_of):
    text = REPORTERS["json"](report_of(odd, "https://foo.example/", odd), Options())
    assert not set(text) & set("\x1b\x9b\u202e\u2028\ud800\x00")
    text.encode("utf-8")
    assert json.loads(text)["findings"][0]["entry"] == odd
