"""The style settings: their schema, their checks, and what they come to."""

from __future__ import annotations

import ast
import inspect
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from curator.errors import CuratorError
from curator.markdown import read, write
from curator.markdown import style as module
from curator.markdown.style import NAMES, Style, choices

SCHEMA = Path(__file__).parents[2] / "schema" / "style.schema.json"


def expected_schema() -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Style",
        "description": "How a list's Markdown is written. What is not said has its default.",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: property_of(name, text) for name, text in docstrings().items()},
    }


def property_of(name: str, description: str) -> dict[str, Any]:
    allowed = choices(name)
    kind = {"type": "boolean" if allowed is bool else "string"}
    words = {} if isinstance(allowed, type) else {"enum": list(allowed)}
    title = name.replace("_", " ").capitalize()
    default = {"default": getattr(Style(), name)}
    return {"title": title, "description": description, **kind, **words, **default}


def docstrings() -> dict[str, str]:
    tree = ast.parse(inspect.getsource(module))
    (body,) = [n.body for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Style"]
    found = {}
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            assert isinstance(field.target, ast.Name)
            assert isinstance(text.value, ast.Constant)
            found[field.target.id] = " ".join(str(text.value.value).split())
    return found


def test_every_setting_is_documented() -> None:
    assert list(docstrings()) == list(NAMES)


def test_the_schema_says_what_the_code_says() -> None:
    expected = json.dumps(expected_schema(), ensure_ascii=False, indent=2) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [("bullet", "–"), ("bullet", True), ("spread", "yes"), ("separator", True), ("colour", "red")],
)
def test_what_is_no_setting_is_refused(name: str, value: str | bool) -> None:
    with pytest.raises(CuratorError) as caught:
        Style().over({name: value})
    assert name in caught.value.message
    assert caught.value.hint


def test_over_and_beyond_are_inverse() -> None:
    said: dict[str, str | bool] = {"separator": "：", "spread": True, "level": "3"}
    assert Style().over(said).beyond(Style()) == said
    assert Style().over({}).beyond(Style()) == {}


def test_numbers_that_do_not_count_up_and_lists_that_stand_in_are_kept_so() -> None:
    text = (
        "# L\n\n## A\n\n  1. [a](https://a.example) - x\n  1. [b](https://b.example) - y\n"
        "  1. [c](https://c.example)\n\n## B\n\n  1. [d](https://d.example)\n"
    )
    catalogue = read(text, "l.md")
    assert {"numbers": "same", "indent_top": "  "}.items() <= catalogue.style.items()
    assert write(catalogue) == text


def test_numbers_count_up_where_they_do() -> None:
    text = (
        "# L\n\n1. [a](https://a.example)\n2. [b](https://b.example)\n3. [c](https://c.example)\n"
    )
    catalogue = read(text, "l.md")
    assert "numbers" not in catalogue.style
    assert write(catalogue) == text
