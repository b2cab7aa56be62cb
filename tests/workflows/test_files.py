"""What linters and eyes see in a workflow."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from curator.init import workflow
from workflows.files import ALL, ROOT, TEMPLATE, jobs, load, steps


def tool(*command: str) -> subprocess.CompletedProcess[str]:
    name, *arguments = command
    program = Path(sys.executable).with_name(name)
    return subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True)


def test_zizmor_finds_nothing() -> None:
    done = tool("zizmor", "--offline", "--no-progress", ".github", str(TEMPLATE))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_fit_the_schema() -> None:
    files = map(str, ALL)
    done = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)
    assert done.returncode == 0, done.stdout


def test_dependabot_fits_the_schema() -> None:
    file = ".github/dependabot.yml"
    done = tool("check-jsonschema", "--builtin-schema", "vendor.dependabot", file)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.relative_to(ROOT).as_posix())
class TestEveryWorkflow:
    def test_actions_are_pinned_by_commit_with_their_version(self, file: Path) -> None:
        lines = re.findall(r"uses: *(.*)", file.read_text(encoding="utf-8"))
        assert lines
        for line in lines:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)

    def test_no_expression_reaches_the_shell(self, file: Path) -> None:
        assert not [step["run"] for step in steps(file) if "${{" in step.get("run", "")]

    def test_rights_are_given_to_jobs_alone(self, file: Path) -> None:
        assert load(file)["permissions"] == {}
        assert all(job["permissions"] for job in jobs(file).values())

    def test_every_job_ends(self, file: Path) -> None:
        assert all(int(job["timeout-minutes"]) <= 120 for job in jobs(file).values())

    def test_no_checkout_leaves_the_token_behind(self, file: Path) -> None:
        checkouts = [step for step in steps(file) if "actions/checkout@" in step.get("uses", "")]
        assert len(checkouts) == len(jobs(file))
        assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)

    def test_shell_of_several_lines_stops_at_the_first_fault(self, file: Path) -> None:
        for step in steps(file):
            shell = step.get("run", "").strip()
            assert "\n" not in shell or shell.startswith("set -euo pipefail\n")


def test_ours_is_what_init_writes_but_for_what_it_installs() -> None:
    ours = (ROOT / ".github" / "workflows" / "curator.yml").read_text(encoding="utf-8")
    assert ours == workflow(requirement=".", spread="curator")


def test_all_workflows_pin_the_same_commits() -> None:
    """Dependabot moves ours; the template is moved with them, by hand."""
    pins = {file: set(re.findall(r"uses: (.*)", file.read_text("utf-8"))) for file in ALL}
    assert set.union(*pins.values()) == pins[TEMPLATE]


def test_forks_run_nothing() -> None:
    for job in jobs(TEMPLATE).values():
        guarded = "!github.event.repository.fork" in job["if"]
        assert guarded or job.get("needs") == "check"


@pytest.mark.parametrize("spread", ["", "a/b", "someone/awesome-list", "curator", "清单"])
def test_the_daily_run_has_an_odd_minute(spread: str) -> None:
    found = re.search(r'cron: "(\d+) (\d+) \* \* \*"', workflow(requirement=".", spread=spread))
    assert found
    minute, hour = map(int, found.groups())
    assert minute % 2 == 1
    assert minute < 60
    assert hour < 5
