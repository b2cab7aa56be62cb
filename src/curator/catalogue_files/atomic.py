"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from curator.errors import CuratorError


def write_atomically(path: Path, text: str) -> None:
    """Put `text` into the file as UTF-8, line ends and byte order mark as they are in it.

    The file has either its old or its new text, whatever happens; a link to it stays a link, and
    its mode stays. CuratorError when the folder can't be written.
    """
    try:
        _put(path, text.encode())
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        reason = getattr(error, "strerror", None) or str(error)
        raise CuratorError(
            f"{path}: can't be written: {reason}", hint="look at the folder's rights and free space"
        ) from error


def check_writable(path: Path) -> None:
    """Raises CuratorError for a file that is there to be read only: its folder would allow it."""
    if path.is_file() and not path.stat().st_mode & 0o222:
        raise CuratorError(f"{path}: is read-only", hint=f"make it writable: chmod u+w {path}")


def _put(path: Path, raw: bytes) -> None:
    """A terminal, a pipe or a device is written to; only a file is replaced."""
    if path.exists() and not path.is_file():
        path.write_bytes(raw)
    else:
        _replace(path.resolve(), raw)


def _replace(target: Path, raw: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
