"""Nothing is half-written: what can not be written, what changed, who changes their mind."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.kit import Curator, Site, write_list
from curator import catalogue_files, mending
from curator.errors import CuratorError
from curator.mending import Change

RETIRE = ("fix", "README.md", "--retire", "Thing 1", "--because", "gone", "--apply")


def test_a_read_only_file_is_said_and_nothing_is_written(curator: Curator, folder: Path) -> None:
    path = write_list(folder, "https://a.example/", "https://b.example/")
    path.chmod(0o444)
    result = curator(*RETIRE)
    assert result.exit_code == 2
    assert "README.md: is read-only" in result.stderr
    assert "chmod u+w README.md" in result.stderr
    assert not (folder / "README.curator.yaml").exists()
    path.chmod(0o644)
    assert curator(*RETIRE).exit_code == 0


def changes(folder: Path) -> tuple[Change, Change]:
    for name in ("one", "two"):
        (folder / name).write_text("before")
    return (
        Change(path=folder / "one", before="before", after="after"),
        Change(path=folder / "two", before="before", after="after"),
    )


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    planned = changes(tmp_path)
    (tmp_path / "two").write_text("by somebody else")
    with pytest.raises(CuratorError, match="two: changed while curator was at work"):
        mending.write(planned)
    assert (tmp_path / "one").read_text() == "before"
    assert (tmp_path / "two").read_text() == "by somebody else"


@pytest.mark.parametrize("fault", [CuratorError("the disk is full"), KeyboardInterrupt()])
def test_what_was_written_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    planned = (*changes(tmp_path), Change(path=tmp_path / "new", before=None, after="x"))
    write, calls = catalogue_files.write_atomically, list[Path]()

    def failing(path: Path, text: str) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise fault
        write(path, text)

    monkeypatch.setattr(catalogue_files, "write_atomically", failing)
    with pytest.raises(type(fault)):
        mending.write((planned[2], *planned[:2]))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]
    assert (tmp_path / "one").read_text() == "before"


def test_ctrl_c_while_a_link_is_asked_adds_nothing(
    process: Callable[..., subprocess.Popen[str]], site: Site, folder: Path
) -> None:
    path = write_list(folder, "https://a.example/")
    before = path.read_bytes()
    site.mute.add("/slow")
    child = process("add", site.url("/slow"), "--allow-private", "--timeout", "20", "--apply")
    for _ in range(2_000):
        if "/slow" in site.asked:
            break
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=20)
    assert (child.returncode, "interrupted" in told, "Traceback" in told) == (130, True, False)
    assert path.read_bytes() == before


def test_the_second_run_has_nothing_to_do(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/old"] = (301, {"Location": "/new"})
    site.replies["/dir"] = (301, {"Location": "/dir/"})
    write_list(folder, site.url("/old"), site.url("/dir"))
    curator("check", "--allow-private")
    assert "1 changed" in curator("fix", "README.md", "--apply").stderr
    curator("check", "--allow-private")
    again = curator("fix", "README.md", "--apply")
    assert again.stderr == "nothing to fix; only https, www or a slash: 1 more with --cosmetic\n"


def test_lines_that_moved_since_the_check_are_found_again(
    curator: Curator, site: Site, folder: Path
) -> None:
    site.replies["/old"] = (301, {"Location": "/new"})
    path = write_list(folder, site.url("/b"), site.url("/old"))
    curator("check", "--allow-private")
    path.write_text("Words above.\n\n" + path.read_text().replace("Thing 2", "The second thing"))
    before = path.read_text()
    assert "1 changed" in curator("fix", "README.md", "--apply").stderr
    assert path.read_text() == before.replace("/old", "/new")
