"""The tour: complete, honest about itself, and made of the real commands."""

from __future__ import annotations

import json
from pathlib import Path

from cli.kit import Curator


def test_the_tour(curator: Curator, folder: Path) -> None:
    result = curator("demo")
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.strip().splitlines()
    assert "simulated" in lines[0]
    assert "simulated" in lines[-1]
    made = folder / "curator-demo"
    report = json.loads((made / "report.json").read_text(encoding="utf-8"))
    assert report["summary"]["by_status"] == {
        "alive": 33,
        "moved": 1,
        "dead": 2,
        "soft-404": 1,
        "blocked": 3,
    }
    assert (made / "issue.md").read_text(encoding="utf-8").startswith("<!-- curator:report")
    assert "docs.langchain.com" in (made / "README.md").read_text(encoding="utf-8")
    assert "+    url: https://docs.langchain.com" in (made / "changes.diff").read_text("utf-8")
    for name in ("issue.md", "report.json", "README.md", "changes.diff"):
        assert str(Path("curator-demo") / name) in result.stdout


def test_a_second_tour_takes_another_folder(curator: Curator, folder: Path) -> None:
    (folder / "curator-demo").mkdir()
    assert curator("demo").exit_code == 0
    assert (folder / "curator-demo-2" / "issue.md").is_file()


def test_a_folder_that_exists_is_refused(curator: Curator, folder: Path) -> None:
    (folder / "mine").mkdir()
    result = curator("demo", "--into", "mine")
    assert result.exit_code == 2
    assert not list((folder / "mine").iterdir())
