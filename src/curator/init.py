"""What `curator init` writes: the settings, the workflow and, if wanted, a starter catalogue."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from curator import __version__
from curator.errors import CuratorError

_STARTER = ("catalogue.yaml", "first-section.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """One file that `curator init` has to say something about."""

    path: Path
    text: str
    kept: bool
    """Something stands there already, and stays as it is."""


def plan(
    folder: Path, *, source: Path | None, repository: str | None = None, catalogue: bool = False
) -> tuple[NewFile, ...]:
    """The files for the list `source`, a path below `folder`; None: the one that stands there.

    With `catalogue`, a starter is planned where `source` says, else in `catalogue/`. A README.md
    or a catalogue that exists is taken as it is. `repository` (OWNER/NAME) spreads the daily runs
    of many lists over the night. Raises CuratorError when there is no list.
    """
    _check_top(folder)
    listed = _relative(folder, source or _standing(folder, catalogue=catalogue))
    if not catalogue and not (folder / listed).exists():
        raise CuratorError(
            f"{source}: there is no such file or folder",
            hint="name the list that is there, or start one: curator init --catalogue",
        )
    texts = {"curator.toml": settings(source=listed)}
    texts[".github/workflows/curator.yml"] = workflow(
        requirement=f"curator-list=={__version__}", spread=repository or folder.resolve().name
    )
    if catalogue:
        texts |= {f"{listed}/{name}": _template(f"catalogue/{name}") for name in _STARTER}
    return tuple(_new_file(folder / path, text) for path, text in texts.items())


def settings(*, source: str) -> str:
    """The text of a `curator.toml` for one list: every setting, commented out at its default."""
    return _template("curator.toml").replace('"@SOURCE@"', json.dumps(source, ensure_ascii=False))


def workflow(*, requirement: str, spread: str) -> str:
    """The text of the workflow; it installs `requirement`, at a moment that `spread` decides.

    Odd minutes: GitHub drops scheduled runs when too many fall on the same minute.
    https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
    """
    hour, minute = divmod(zlib.crc32(spread.encode()) % (5 * 29), 29)
    text = _template("curator.yml").replace("@REQUIREMENT@", requirement)
    return text.replace("@MINUTE@", str(2 * minute + 1)).replace("@HOUR@", str(hour))


def _check_top(folder: Path) -> None:
    """GitHub reads workflows at the top of a repository and nowhere else."""
    here, *above = folder.resolve(), *folder.resolve().parents
    top = next((each for each in above if (each / ".git").exists()), None)
    if top is not None and not (here / ".git").exists():
        raise CuratorError(
            f"{here} is not the top of its repository, where GitHub looks for workflows",
            hint=f"run it there, and name the list: cd {top}",
        )


def _standing(folder: Path, *, catalogue: bool) -> Path:
    if catalogue or (folder / "catalogue" / "catalogue.yaml").is_file():
        return folder / "catalogue"
    if (folder / "README.md").is_file():
        return folder / "README.md"
    raise CuratorError(
        "there is no catalogue/ and no README.md here",
        hint="name the list (curator init LIST.md), or start one: curator init --catalogue",
    )


def _relative(folder: Path, source: Path) -> str:
    """`source` as curator.toml names it: from its own folder, with slashes."""
    try:
        return source.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        raise CuratorError(
            f"{source} is not below {folder.resolve()}",
            hint="run curator init in the folder of the repository that holds the list",
        ) from None


def _new_file(path: Path, text: str) -> NewFile:
    return NewFile(path=path, text=text, kept=path.exists() or path.is_symlink())


def _template(name: str) -> str:
    return (resources.files("curator") / "templates" / name).read_text(encoding="utf-8")
