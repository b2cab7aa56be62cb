"""What every error that a person may see has in common."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.errors import InvalidCatalogueError, Problem, Severity

PACKAGE = Path(__file__).parent.parent / "src" / "curator"
NAMES = ("GitHub", "GITHUB_", "HTTPS_", "SOURCE", "YAML", "Markdown")
"""What may begin a message in upper case."""


def words_of_errors(tree: ast.AST) -> Iterator[str]:
    """Messages and hints of every `CuratorError(...)`, with a blank in each gap of an f-string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "CuratorError":
            hints = (each.value for each in node.keywords if each.arg == "hint")
            yield from (text for each in (*node.args, *hints) if (text := words(each)))


def words(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(words(part) or " " for part in node.values)
    return ""


def is_in_style(text: str) -> bool:
    starts_well = not text[0].isupper() or text.startswith(NAMES)
    return starts_well and not text.rstrip().endswith(".")


def test_messages_and_hints_start_in_lower_case_and_end_without_a_stop() -> None:
    found = [
        text
        for path in PACKAGE.rglob("*.py")
        for text in words_of_errors(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert len(found) > 40
    assert [text for text in found if not is_in_style(text)] == []


@pytest.mark.parametrize("text", ["There is no list", "there is no list.", "Run curator check."])
def test_what_is_out_of_style_is_seen(text: str) -> None:
    assert not is_in_style(text)


def test_a_problem_says_no_more_of_its_place_than_is_known() -> None:
    def told(line: int, column: int) -> str:
        return str(
            Problem(
                path="a.yaml", line=line, column=column, severity=Severity.ERROR, message="wrong"
            )
        )

    assert told(3, 5) == "a.yaml:3:5: error: wrong"
    assert told(3, 0) == "a.yaml:3: error: wrong"
    assert told(0, 0) == "a.yaml: error: wrong"


def test_an_invalid_catalogue_tells_every_problem() -> None:
    problems = [
        Problem(path="a.yaml", line=n, column=1, severity=Severity.ERROR, message="wrong")
        for n in (1, 2)
    ]
    error = InvalidCatalogueError(problems, hint="look")
    assert error.problems == tuple(problems)
    assert error.message == "a.yaml:1:1: error: wrong\na.yaml:2:1: error: wrong"
    assert (error.exit_code, error.hint) == (2, "look")
