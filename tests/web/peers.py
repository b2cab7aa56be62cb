"""Other link checkers over the same web, as they come."""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from web.places import Way
from web.scoring import Seen
from web.server import Web
from web.visits import PATIENCE, Visit, environment, noticed, write_list

_LYCHEE = {
    "success_map": "fine",
    "excluded_map": "skipped",
    "timeout_map": "broken",
    "error_map": "broken",
}
_PERMANENT = {301, 308}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One checker: how it is started, how its report is read."""

    name: str
    command: Callable[[str, Web, Path], Sequence[str]]
    read: Callable[[Path], Mapping[str, Seen]]


def lychee(program: str, web: Web, folder: Path) -> Sequence[str]:
    report = str(folder / "lychee.json")
    return [program, "--no-progress", "-vv", "--format", "json", "--output", report, "README.md"]


def read_lychee(folder: Path) -> Mapping[str, Seen]:
    report = json.loads((folder / "lychee.json").read_text())
    return {
        (each.get("redirects") or {}).get("origin") or each["url"]: _lychee_seen(each, status)
        for key, status in _LYCHEE.items()
        for group in (report.get(key) or {}).values()
        for each in group
    }


def _lychee_seen(each: Mapping[str, Any], status: str) -> Seen:
    """A chain of nothing but permanent redirects reads as a recommendation."""
    hops = (each.get("redirects") or {}).get("redirects") or []
    permanent = hops and all(hop["code"] in _PERMANENT for hop in hops)
    return Seen(
        status=status,
        replacement=hops[-1]["url"] if permanent else "",
        reason=str(each.get("status", ""))[:200],
    )


def linkchecker(program: str, web: Web, folder: Path) -> Sequence[str]:
    items = "".join(
        f'<li><a href="{html.escape(url)}">x</a></li>'
        for case, url in web.links()
        if web.way is Way.NAMES or not case.metadata
    )
    (folder / "list.html").write_text(f"<meta charset=utf-8><ul>{items}</ul>")
    return [
        *(program, "--no-status", "--check-extern", "--recursion-level", "1", "--verbose"),
        *("--no-robots", "--file-output", f"csv/utf_8/{folder / 'linkchecker.csv'}", "list.html"),
    ]


def read_linkchecker(folder: Path) -> Mapping[str, Seen]:
    lines = (folder / "linkchecker.csv").read_text(errors="replace").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=";")
    return {row["urlname"]: _linkchecker_seen(row) for row in rows}


def _linkchecker_seen(row: Mapping[str, str]) -> Seen:
    codes = {int(code) for code in re.findall(r"status: (\d{3})", row["warningstring"] or "")}
    return Seen(
        status="fine" if row["valid"] == "True" else "broken",
        replacement=row["url"] if codes and codes <= _PERMANENT else "",
        reason=row["result"][:200],
    )


PEERS = (
    Peer(name="lychee", command=lychee, read=read_lychee),
    Peer(name="linkchecker", command=linkchecker, read=read_linkchecker),
)


def find(peer: Peer, programs: Sequence[str]) -> str | None:
    """Among the programs named on the command line, else on PATH."""
    named = (program for program in programs if Path(program).name == peer.name)
    return next(named, None) or shutil.which(peer.name)


def run_peer(peer: Peer, program: str, web: Web, folder: Path) -> Visit:
    """One run of a peer; a failing exit is what broken links look like."""
    web.set_day(0)
    web.forget()
    surroundings = dict(environment(web))
    if web.way is Way.PROXY:
        surroundings |= {"http_proxy": web.proxy_url, "https_proxy": web.proxy_url}
    write_list(web, folder / "README.md", metadata=web.way is Way.NAMES)
    began = time.monotonic()
    done = subprocess.run(
        peer.command(program, web, folder),
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    seconds = time.monotonic() - began
    return noticed(web, peer.read(folder), seconds, done.returncode, done.stderr)
