"""The schemas are valid, say what each key is for, and know what the code knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from curator.catalogue import Catalogue, Entry, Kind, Resource, Retired, Section, Table, Waiver
from curator.catalogue_files.schema import Schema, schema_text
from curator.findings.rules import RuleId

SCHEMAS = {name: json.loads(schema_text(name)) for name in Schema}
DEFS = SCHEMAS[Schema.SECTION]["$defs"]


@pytest.mark.parametrize("name", Schema)
def test_each_is_a_valid_schema(name: Schema) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", Schema)
def test_every_property_says_what_it_is_for(name: Schema) -> None:
    described = list(_properties(SCHEMAS[name]))
    assert described
    for key, schema in described:
        assert schema.get("title"), key
        assert schema.get("description"), key


@pytest.mark.parametrize(
    ("part", "known", "elsewhere"),
    [
        (
            Catalogue,
            SCHEMAS[Schema.CATALOGUE],
            {"items": "entries", "path": None, "link_waivers": None},
        ),
        (Section, DEFS["section"], {"items": "entries"}),
        (Entry, DEFS["entry"], {"items": "entries"}),
        (Resource, DEFS["labelled"], {}),
        (Table, DEFS["table"], {}),
        (Waiver, DEFS["waiver"], {}),
        (Retired, DEFS["retired"], {}),
    ],
)
def test_files_can_say_all_that_a_catalogue_knows(
    part: Any, known: dict[str, Any], elsewhere: dict[str, str | None]
) -> None:
    names = {elsewhere.get(field.name, field.name) for field in fields(part)}
    assert names - {None, "location", "links"} == set(known["properties"])


def test_kinds_and_rules_are_those_of_the_code() -> None:
    assert DEFS["kind"]["enum"] == list(Kind)
    waivable = [rule for rule in RuleId if not rule.startswith("waiver-")]
    assert sorted(DEFS["waiver"]["properties"]["rule"]["enum"]) == sorted(waivable)


def _properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        if isinstance(properties := schema.get("properties"), dict):
            yield from properties.items()
        for value in schema.values():
            yield from _properties(value)
