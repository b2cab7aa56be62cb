"""Every rule has its place in the code, the page and the schemas, under one name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from curator.findings import RULES, Level, RuleId

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/rules.md").read_text("utf-8")
HEADINGS = re.findall(r"^## ([a-z0-9-]+)$", PAGE, re.MULTILINE)


def test_every_id_has_a_rule_in_its_order():
    assert list(RULES) == list(RuleId)
    assert all(rule.id == name for name, rule in RULES.items())


def test_the_page_has_one_heading_for_each_rule_in_order():
    assert list(RULES) == HEADINGS


@pytest.mark.parametrize("name", RULES)
def test_the_page_says_what_when_what_to_do_and_how_to_waive(name):
    text = PAGE.split(f"## {name}\n")[1].split("\n## ")[0]
    for word in ("Means", "Fires", "Do", "Waive"):
        assert f"**{word}**" in text


@pytest.mark.parametrize("level", Level)
def test_the_page_has_every_rule_in_its_level(level):
    row = re.search(rf"^\| {level} \| (.*?) \|", PAGE, re.MULTILINE)
    assert row
    of_level = [f"`{name}`" for name, rule in RULES.items() if rule.level is level]
    assert row[1] == ", ".join(of_level)


def test_the_report_knows_every_rule():
    schema = json.loads((ROOT / "schema/report.schema.json").read_text("utf-8"))
    assert schema["$defs"]["rule"]["enum"] == list(RULES)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_it_in_sentences(name):
    rule = RULES[name]
    assert rule.summary.endswith(".")
    assert rule.help.endswith(".")
