"""A network namespace that holds nothing but the web: its name server, ports 80 and 443."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

METADATA_ADDRESS = "169.254.169.254"
NAME_SERVER = "127.0.0.53"

_MARK = "CURATOR_BENCH_SEALED"
_SET_UP = f"""
ip link set lo up
ip addr add {METADATA_ADDRESS}/32 dev lo
mount --bind "$RESOLV" /etc/resolv.conf
exec "$@"
"""


def is_sealed() -> bool:
    return _MARK in os.environ


def seal(folder: Path, arguments: Sequence[str]) -> int:
    """Runs this program again inside a namespace of its own. Linux, `unshare` and `ip` needed.

    Nothing can leave it, so even the metadata address is safe to listen on, and names of the web
    resolve as names of the real one do.
    """
    resolv = folder / "resolv.conf"
    resolv.write_text(f"nameserver {NAME_SERVER}\noptions timeout:2 attempts:1\n")
    unshare = ["unshare", "--net", "--mount"]
    if os.getuid():
        unshare.append("--map-root-user")
    command = [*unshare, "sh", "-ec", _SET_UP, "sh", sys.executable, *arguments]
    surroundings = {**os.environ, _MARK: "1", "RESOLV": str(resolv)}
    return subprocess.run(command, env=surroundings, check=False).returncode
