"""A network namespace that holds nothing but the web: its name server, ports 80 and 443."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

METADATA_ADDRESS = "169.254.169.254"
MUTE_ADDRESS = "fd00:bad::1"
"""Connecting to it neither succeeds nor fails; nothing leads to the rest of its network."""
NAME_SERVER = "127.0.0.53"

_MARK = "CURATOR_BENCH_SEALED"
_SET_UP = f"""
ip link set lo up
ip addr add {METADATA_ADDRESS}/32 dev lo
ip addr add {MUTE_ADDRESS}/128 dev lo nodad
mount --bind "$RESOLV" /etc/resolv.conf
exec "$@"
"""


def is_sealed() -> bool:
    return _MARK in os.environ


def can_seal() -> bool:
    """Linux, with `unshare` and `ip`, and the right to use them."""
    if not (shutil.which("unshare") and shutil.which("ip")):
        return False
    tried = subprocess.run([*_unshare(), "ip", "link", "set", "lo", "up"], capture_output=True)
    return tried.returncode == 0


def seal(folder: Path, arguments: Sequence[str], **surroundings: str) -> int:
    """Runs Python with `arguments` inside a namespace of its own; its exit code.

    Nothing can leave it, so even the metadata address is safe to listen on, and names of the web
    resolve as names of the real one do.
    """
    resolv = folder / "resolv.conf"
    resolv.write_text(f"nameserver {NAME_SERVER}\noptions timeout:2 attempts:1\n")
    command = [*_unshare(), "sh", "-ec", _SET_UP, "sh", sys.executable, *arguments]
    every = {**os.environ, **surroundings, _MARK: "1", "RESOLV": str(resolv)}
    return subprocess.run(command, env=every, check=False).returncode


def _unshare() -> list[str]:
    command = ["unshare", "--net", "--mount"]
    return [*command, "--map-root-user"] if os.getuid() else command
