"""What the shell of the workflow does to histories, branches and reports."""

from __future__ import annotations

import subprocess

import pytest

from workflows.files import TEMPLATE, jobs
from workflows.runner import LONG_AGO, Runner

HISTORY = "refs/heads/curator-history"
UPDATE = "refs/heads/curator/update"

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
