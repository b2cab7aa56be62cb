"""Where results go: a reader that leaves, a full disk, an encoding without Chinese."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from cli.kit import Curator, Site, write_list
from curator import __main__ as script

FULL = """
import errno, io, os, stat, sys
from curator.__main__ import main

class Full(io.FileIO):
    def write(self, data):
        if stat.S_ISCHR(os.fstat(self.fileno()).st_mode):
            return super().write(data)  # it leads nowhere by now
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

sys.stdout = io.TextIOWrapper(io.BufferedWriter(Full(1, "w", closefd=False)))
main()
"""
"""The program, with standard output in a file on a disk that is full."""
EMPTY: Mapping[str, str] = {}


def run(*args: str, to: int | IO[str], environ: Mapping[str, str] = EMPTY) -> tuple[int, str]:
    """Exit code and standard error of a process with standard output of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "curator", *args],
        stdout=to,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environ},
    )
    return done.returncode, done.stderr


@pytest.fixture
def checked(curator: Curator, site: Site, folder: Path) -> Path:
    """A list that was looked at once, with a link that fails."""
    site.replies["/gone"] = (404, {})
    path = write_list(folder, site.url("/gone"))
    path.write_text(path.read_text().replace("Thing 1", "大语言模型"), encoding="utf-8")
    curator("check", "--allow-private")
    return folder


def test_a_reader_that_went_away_is_no_fault(checked: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    code, said = run("report", "-o", "r.json", to=writer)
    os.close(writer)
    assert (code, said) == (141, "")
    assert json.loads((checked / "r.json").read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.usefixtures("checked")
def test_a_full_disk_is_said() -> None:
    command = [sys.executable, "-c", FULL, "report"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2
    reason = os.strerror(errno.ENOSPC)
    assert done.stderr == f"error: the output can't be written: {reason}\n"


def test_an_encoding_without_chinese_is_no_fault(checked: Path) -> None:
    with (checked / "out").open("w") as out:
        code, said = run("report", to=out, environ={"PYTHONIOENCODING": "latin-1"})
    assert (code, said) == (0, "")
    assert "\\u5927\\u8bed\\u8a00" in (checked / "out").read_text(encoding="latin-1")


def test_ctrl_c_during_the_imports_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("curator.cli.main", interrupt)
    with pytest.raises(SystemExit) as caught:
        script.main()
    assert caught.value.code == 130
