"""The workflows, ours and the one that `curator init` writes: linted, and their shell run as plain
shell in a clone of a bare repository, with a stub in curator's place."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from curator.init import workflow

ROOT = Path(__file__).parents[1]
OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEMPLATE = ROOT / "src" / "curator" / "templates" / "curator.yml"
ALL = [*OURS, TEMPLATE]
HISTORY = "refs/heads/curator-history"
LONG_AGO = "2020-01-02T03:04:05+00:00"
UPDATE = "refs/heads/curator/update"

Job = Mapping[str, Any]


def jobs(file: Path) -> Mapping[str, Job]:
    found: Mapping[str, Job] = load(file)["jobs"]
    return found


def load(file: Path) -> Mapping[str, Any]:
    """All scalars as strings: YAML 1.1 would read `on` as true."""
    read: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    return read


def steps(file: Path) -> Iterator[Mapping[str, Any]]:
    for job in jobs(file).values():
        yield from job["steps"]


# What linters and eyes see


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


# What the shell does


@dataclass(kw_only=True)
class Runner:
    """A clone in which single steps are run, as GitHub's runner would."""

    folder: Path
    remote: Path
    stub: dict[str, str] = field(default_factory=dict)
    """What `curator COMMAND` does, as shell."""
    outputs: dict[str, str] = field(default_factory=dict)

    environ: dict[str, str] = field(default_factory=dict)
    """Put over the environment of everything that is run."""

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    def run(self, job: str, name: str) -> subprocess.CompletedProcess[str]:
        (step,) = (each for each in jobs(TEMPLATE)[job]["steps"] if each.get("name") == name)
        self._write_stub()
        output = self.folder / "output"
        output.write_text("")
        done = self._shell(step["run"], GITHUB_OUTPUT=str(output))
        self.outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return done

    def good(self, job: str, *names: str) -> str:
        """Standard output of the last of several steps that must go well."""
        for name in names:
            done = self.run(job, name)
            assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
        return done.stdout

    def git(self, *command: str, cwd: Path | None = None) -> str:
        done = subprocess.run(
            ["git", *command],
            cwd=cwd or self.clone,
            env=self._env(),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def at_remote(self, *command: str) -> str:
        return self.git(*command, cwd=self.remote)

    def heads(self) -> dict[str, str]:
        lines = self.at_remote("for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return dict(line.split() for line in lines)

    def write(self, path: str, text: str) -> None:
        file = self.clone / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def said(self) -> list[str]:
        """The command lines curator was called with."""
        log = self.folder / "calls"
        return log.read_text().splitlines() if log.exists() else []

    def summary(self) -> str:
        file = self.folder / "summary"
        return file.read_text() if file.exists() else ""

    def fresh(self) -> None:
        """Another job: a new machine and a new clone."""
        subprocess.run(["rm", "-rf", self.clone], check=True)
        self.git("clone", "--quiet", "--depth=1", f"file://{self.remote}", "clone", cwd=self.folder)
        self.good("check", "Prepare git")

    def _write_stub(self) -> None:
        cases = "".join(f"{name})\n{body}\n;;\n" for name, body in self.stub.items())
        stub = self.folder / "bin" / "curator"
        stub.parent.mkdir(exist_ok=True)
        calls = self.folder / "calls"
        stub.write_text(f'#!/bin/bash\necho "$*" >> "{calls}"\ncase "$1" in\n{cases}esac\n')
        stub.chmod(0o755)

    def _shell(self, script: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-c", script],
            cwd=self.clone,
            env=self._env() | more,
            capture_output=True,
            text=True,
        )

    def _env(self) -> dict[str, str]:
        return {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GITHUB_REF_NAME": "main",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "GITHUB_TOKEN": "secret",
            **self.environ,
        }


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(folder=tmp_path, remote=tmp_path / "remote.git")
    made.git("init", "--quiet", "--bare", "--initial-branch=main", "remote.git", cwd=tmp_path)
    made.git("init", "--quiet", "--initial-branch=main", "seed", cwd=tmp_path)
    seed = tmp_path / "seed"
    (seed / "README.md").write_text("# A list\n")
    made.git("add", "README.md", cwd=seed)
    made.environ = {"GIT_COMMITTER_DATE": LONG_AGO}
    made.git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "A list", cwd=seed)
    made.environ = {}
    made.git("push", "--quiet", str(made.remote), "main", cwd=seed)
    made.fresh()
    return made


CHECK = (
    "mkdir -p .curator; echo seen >> .curator/history.sqlite3; echo '# Report' > .curator/report.md"
)


class TestHistory:
    def test_the_first_run_starts_one_and_the_next_goes_on(self, runner: Runner) -> None:
        runner.stub = {"check": CHECK}
        for _ in range(3):
            runner.good("check", "Fetch the history", "Check", "Keep the history")
            runner.fresh()
        kept = runner.at_remote("show", f"{HISTORY}:history.sqlite3")
        assert kept.splitlines() == ["seen"] * 3

    def test_it_is_one_commit_with_one_file(self, runner: Runner) -> None:
        runner.stub = {"check": CHECK}
        for _ in range(2):
            runner.good("check", "Fetch the history", "Check", "Keep the history")
        assert runner.at_remote("rev-list", "--count", HISTORY) == "1"
        assert runner.at_remote("ls-tree", "-r", "--name-only", HISTORY) == "history.sqlite3"

    def test_it_leaves_the_list_alone(self, runner: Runner) -> None:
        runner.stub = {"check": CHECK}
        main = runner.heads()["refs/heads/main"]
        runner.good("check", "Fetch the history", "Check", "Keep the history")
        assert runner.heads()["refs/heads/main"] == main
        assert runner.git("rev-parse", "HEAD") == main

    def test_the_job_that_settles_gets_it_too(self, runner: Runner) -> None:
        runner.stub = {"check": CHECK}
        runner.good("check", "Fetch the history", "Check", "Keep the history")
        runner.fresh()
        runner.good("update", "Prepare git", "Fetch the history")
        assert (runner.clone / ".curator" / "history.sqlite3").read_text() == "seen\n"

    def test_what_another_run_has_pushed_meanwhile_is_not_overwritten(self, runner: Runner) -> None:
        runner.stub = {"check": CHECK}
        runner.good("check", "Fetch the history", "Check", "Keep the history")
        theirs = runner.heads()[HISTORY]
        runner.fresh()
        runner.write(".curator/history.sqlite3", "of a run that began before it was there")
        assert runner.run("check", "Keep the history").returncode != 0
        assert runner.heads()[HISTORY] == theirs

    def test_no_answer_is_not_taken_for_no_history(self, runner: Runner) -> None:
        runner.git("remote", "set-url", "origin", str(runner.folder / "nowhere"))
        assert runner.run("check", "Fetch the history").returncode != 0

    def test_a_run_that_saw_nothing_keeps_nothing(self, runner: Runner) -> None:
        runner.good("check", "Keep the history")
        runner.write(".curator/history.sqlite3", "")
        runner.good("check", "Keep the history")
        assert HISTORY not in runner.heads()

    def test_git_asks_the_environment_for_the_token(self, runner: Runner) -> None:
        asked = f"cd {runner.clone}; printf 'protocol=https\\nhost=x\\n\\n' | git credential fill"
        done = subprocess.run(
            ["bash", "-c", asked], env=runner._env(), capture_output=True, text=True
        )
        assert "username=x-access-token\npassword=secret\n" in done.stdout
        assert "secret" not in (runner.clone / ".git" / "config").read_text()


class TestCheck:
    @pytest.mark.parametrize("code", [0, 1])
    def test_findings_are_green(self, runner: Runner, code: int) -> None:
        runner.stub = {"check": f"{CHECK}; exit {code}"}
        runner.good("check", "Check")
        assert runner.outputs == {"checked": "true"}
        assert runner.summary() == "# Report\n"
        assert runner.said() == ["check --fail-on never --output .curator/report.md"]

    def test_a_void_run_is_green_and_says_so(self, runner: Runner) -> None:
        runner.stub = {"check": "exit 3"}
        assert runner.good("check", "Check").startswith("::notice::Nothing could be checked")
        assert runner.outputs == {}
        assert runner.summary() == ""

    @pytest.mark.parametrize("code", [2, 130])
    def test_what_needs_repair_is_red(self, runner: Runner, code: int) -> None:
        runner.stub = {"check": f"exit {code}"}
        assert runner.run("check", "Check").returncode == code
        assert runner.outputs == {}


def settling(mode: str, line: str = "fixed") -> dict[str, str]:
    fix = f"mkdir -p .curator; echo '- {line}' > .curator/settled.md; echo '{line}' >> README.md"
    return {"update-mode": f"echo {mode}", "fix": fix, "render": "echo rendered >> README.md"}


class TestUpdate:
    def settle(self, runner: Runner, stub: dict[str, str]) -> dict[str, str]:
        runner.stub = stub
        runner.good("update", "Settle")
        return runner.outputs

    def test_a_proposal_is_one_commit_on_a_branch(self, runner: Runner) -> None:
        outputs = self.settle(runner, settling("pull-request"))
        assert outputs == {"mode": "pull-request", "changed": "true"}
        runner.good("update", "Commit", "Propose")
        assert runner.at_remote("rev-list", "--count", f"main..{UPDATE}") == "1"
        assert runner.at_remote("diff", "--name-only", "main", UPDATE) == "README.md"
        assert runner.at_remote("show", f"{UPDATE}:README.md") == "# A list\nfixed\nrendered"
        assert runner.said()[-1] == (
            "pull-request --head curator/update --base main --body-file .curator/settled.md"
        )

    def test_a_day_without_news_pushes_nothing(self, runner: Runner) -> None:
        """The commit's id does not depend on the moment: its dates are its parent's."""
        pushed = set()
        for _ in range(2):
            self.settle(runner, settling("pull-request"))
            runner.good("update", "Commit", "Propose")
            pushed.add(runner.heads()[UPDATE])
            runner.fresh()
        assert len(pushed) == 1
        dates = runner.at_remote("log", "-1", "--format=%aI %cI", UPDATE)
        assert dates == f"{LONG_AGO} {LONG_AGO}"

    def test_a_new_proposal_takes_the_place_of_the_old_one(self, runner: Runner) -> None:
        for line in ("one", "two"):
            self.settle(runner, settling("pull-request", line))
            runner.good("update", "Commit", "Propose")
            runner.fresh()
        assert runner.at_remote("show", f"{UPDATE}:README.md") == "# A list\ntwo\nrendered"
        assert runner.at_remote("rev-list", "--count", f"main..{UPDATE}") == "1"

    def test_a_proposal_that_is_settled_is_taken_back(self, runner: Runner) -> None:
        self.settle(runner, settling("pull-request"))
        runner.good("update", "Commit", "Propose")
        runner.fresh()
        assert self.settle(runner, {"update-mode": "echo pull-request"}) == {"mode": "pull-request"}
        for _ in range(2):
            runner.good("update", "Take back a proposal that is settled")
            assert set(runner.heads()) == {"refs/heads/main"}

    def test_update_commit_goes_to_the_list_itself(self, runner: Runner) -> None:
        assert self.settle(runner, settling("commit"))["mode"] == "commit"
        runner.good("update", "Commit", "Push to the list itself")
        assert runner.at_remote("show", "main:README.md") == "# A list\nfixed\nrendered"
        assert set(runner.heads()) == {"refs/heads/main"}

    def test_update_off_changes_nothing(self, runner: Runner) -> None:
        assert self.settle(runner, settling("off")) == {"mode": "off"}
        assert runner.said() == ["update-mode"]

    def test_what_curator_keeps_for_itself_is_never_proposed(self, runner: Runner) -> None:
        runner.write(".curator/history.sqlite3", "seen")
        assert self.settle(runner, {"update-mode": "echo pull-request"}) == {"mode": "pull-request"}

    def test_a_fix_that_fails_stops_the_job(self, runner: Runner) -> None:
        runner.stub = settling("pull-request") | {"fix": "exit 2"}
        assert runner.run("update", "Settle").returncode == 2
        assert "changed" not in runner.outputs

    def test_steps_are_chosen_by_mode(self) -> None:
        """The conditions, which no shell runs."""
        chosen = {
            step["name"]: step["if"] for step in jobs(TEMPLATE)["update"]["steps"] if "if" in step
        }
        changed, mode = "steps.settle.outputs.changed", "steps.settle.outputs.mode"
        assert chosen == {
            "Commit": f"${{{{ {changed} == 'true' }}}}",
            "Push to the list itself": f"${{{{ {changed} == 'true' && {mode} == 'commit' }}}}",
            "Propose": f"${{{{ {changed} == 'true' && {mode} == 'pull-request' }}}}",
            "Take back a proposal that is settled": (
                f"${{{{ {changed} != 'true' && {mode} == 'pull-request' }}}}"
            ),
        }


class TestRender:
    def test_a_list_that_changed_is_pushed(self, runner: Runner) -> None:
        runner.stub = {"render": "echo rendered > README.md; echo new > LIST.md"}
        runner.good("render", "Prepare git", "Render")
        assert runner.at_remote("show", "main:README.md") == "rendered"
        assert runner.at_remote("show", "main:LIST.md") == "new"

    def test_a_list_that_is_true_is_left(self, runner: Runner) -> None:
        before = runner.heads()
        runner.good("render", "Prepare git", "Render")
        assert runner.heads() == before

    def test_an_invalid_catalogue_stops_the_job(self, runner: Runner) -> None:
        runner.stub = {"render": "exit 2"}
        assert runner.run("render", "Render").returncode == 2
