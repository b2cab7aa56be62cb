"""A fresh clone for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflows.runner import LONG_AGO, Runner


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
