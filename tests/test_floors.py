"""The house: who may import whom, and what nobody but the command line may do."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "curator"

FLOORS = {
    "TOP": ["__main__", "cli"],
    "SERVICES": [
        "adding",
        "pipeline",
        "asking",
        "apis",
        "importing",
        "retiring",
        "mending",
        "init",
        "pointers",
        "sources",
        "demo",
        "crawl",
    ],
    "ADAPTERS": ["catalogue_files", "config", "history", "fetch", "github"],
    "GROUND": [
        *["reporters", "findings", "judge", "probes", "markdown"],
        *["catalogue_rules", "catalogue", "evidence", "settings"],
        *["addresses", "urls", "resources", "durations", "errors"],
    ],
}
"""Highest first. A module imports what stands after it; adapters don't import each other."""

HEIGHT = {
    module: -place for place, module in enumerate(module for f in FLOORS.values() for module in f)
}
LONGEST = 400
GROUND_MAY_USE = {"markdown_it", "protego", "selectolax"}
OUTSIDE_GROUND = {
    *["asyncio", "concurrent", "http.client", "http.server", "multiprocessing", "selectors"],
    *["shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading"],
    *["time", "urllib.request"],
}
"""IO, clocks and loops of the standard library."""

FILES = sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    """The name on the list: of a package's files, the package's."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """Everything imported anywhere in a file, as dotted names, `from a import b` as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_modules(tree: ast.AST) -> set[str]:
    found = {name.split(".")[1] for name in imports(tree) if name.startswith("curator.")}
    return found - {"__version__"}


def is_allowed(importer: str, imported: str) -> bool:
    if importer == imported:
        return True
    if {importer, imported} <= set(FLOORS["ADAPTERS"]):
        return False
    return HEIGHT[imported] < HEIGHT[importer]


def forbidden_calls(tree: ast.AST) -> set[str]:
    """What only `cli` may do: print, exit, read the environment or the clock."""
    used = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return {name for name in used if _ONLY_CLI.fullmatch(name)} | (
        (called & {"print", "input", "exit", "quit"}) | (named & {"SystemExit"})
    )


_ONLY_CLI = re.compile(
    r"sys\.(exit|argv|stdin|stdout|stderr)|os\.(_exit|environb?|getenvb?|putenv)|click\.\w*echo"
    r"|(datetime\.)?datetime\.(now|utcnow|today)|(datetime\.)?date\.today"
    r"|time\.(time|time_ns|localtime|gmtime)"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
class TestEveryFile:
    def test_imports_point_down(self, path: Path) -> None:
        if path.parent == PACKAGE and path.name == "__init__.py":
            assert own_modules(ast.parse(path.read_text())) == set()
            return
        importer = module_of(path)
        assert importer in HEIGHT, f"{importer} stands on no floor: add it to FLOORS"
        imported = own_modules(ast.parse(path.read_text(encoding="utf-8")))
        assert {name for name in imported if not is_allowed(importer, name)} == set()

    def test_ground_does_no_io(self, path: Path) -> None:
        if module_of(path) not in FLOORS["GROUND"]:
            return
        names = set(imports(ast.parse(path.read_text(encoding="utf-8"))))
        foreign = {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"curator"}
        assert foreign <= GROUND_MAY_USE
        outside = tuple(f"{name}." for name in OUTSIDE_GROUND)
        assert not [name for name in names if f"{name}.".startswith(outside)]

    def test_it_says_what_it_is(self, path: Path) -> None:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    def test_it_can_be_read_in_one_sitting(self, path: Path) -> None:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST

    def test_nobody_but_cli_prints_exits_or_reads_environment_and_clock(self, path: Path) -> None:
        if module_of(path) not in FLOORS["TOP"]:
            assert forbidden_calls(ast.parse(path.read_text(encoding="utf-8"))) == set()


def test_every_module_of_the_list_exists_and_is_explained() -> None:
    explained = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for module in set(HEIGHT) - {"__main__"}:
        assert (PACKAGE / module).is_dir() or (PACKAGE / f"{module}.py").is_file(), module
        assert re.search(rf"`{module}/?`", explained), f"docs/architecture.md: no {module}"


@pytest.mark.parametrize(
    "code",
    [
        "print(1)",
        "import sys\nsys.exit(1)",
        "raise SystemExit(1)",
        "import os\nos.environ['HOME']",
        "import os\nos.getenv('HOME')",
        "from datetime import datetime, UTC\nnow = datetime.now(UTC)",
        "import datetime\nclock = datetime.datetime.now",
        "from datetime import date\ndate.today()",
        "import time\ntime.time()",
        "import click\nclick.secho('hello')",
    ],
)
def test_what_only_cli_may_do_is_seen(code: str) -> None:
    assert forbidden_calls(ast.parse(code))


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("cli", "pipeline", True),
        ("pipeline", "cli", False),
        ("history", "evidence", True),
        ("history", "fetch", False),
        ("fetch", "history", False),
        ("evidence", "judge", False),
        ("judge", "judge", True),
    ],
)
def test_the_list_is_read_from_the_top(importer: str, imported: str, allowed: bool) -> None:
    assert is_allowed(importer, imported) is allowed
