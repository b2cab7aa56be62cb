"""A runner in small: single steps run as plain shell in a clone of a bare repository, with a
stub in curator's place."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from workflows.files import TEMPLATE, jobs

LONG_AGO = "2020-01-02T03:04:05+00:00"
"""When the list of the clone was committed."""


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
