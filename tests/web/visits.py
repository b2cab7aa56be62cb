"""Runs of `curator check` over the web, as a person would start them."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from web.counts import Count
from web.places import Way
from web.scoring import Seen, read_report
from web.server import Web

_TRUST = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
PATIENCE = 600.0
"""Seconds after which a run is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One run, and what the servers noticed of it."""

    seen: Mapping[str, Seen]
    seconds: float
    exit_code: int
    errors: str
    """Standard error."""
    requests: int
    peak: int
    """Most requests at once to one host."""
    burst: int
    """Most requests within a second to one host."""
    refused: int
    """Times the host that defends itself had to say 429."""
    metadata: int
    """Requests for a cloud's metadata service."""
    methods: tuple[str, ...]
    agents: tuple[str, ...]


def write_list(web: Web, path: Path, *, metadata: bool = True) -> None:
    """The Markdown list of all links.

    `metadata`: those that lead a careless checker to a metadata service, too.
    """
    lines = [
        f"- [{case.title or case.name.replace('-', ' ')}]({url}) - {case.name}."
        for case, url in web.links()
        if metadata or not case.metadata
    ]
    path.write_text("# Bench\n\n## Links\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


def visit(
    web: Web,
    curator: Sequence[str],
    folder: Path,
    *,
    day: int = 0,
    start: datetime | None = None,
    private: bool = True,
    options: Sequence[str] = (),
) -> Visit:
    """`curator check` of the list in `folder`, on a simulated day.

    `private`: loopback addresses may be contacted, where no proxy does it.
    """
    web.set_day(day)
    web.forget()
    now = (start or datetime.now(UTC)) + timedelta(days=day)
    command = [
        *curator,
        *("check", "README.md", "--format", "json", "--fail-on", "never"),
        *(["--proxy", web.proxy_url] if web.way is Way.PROXY else []),
        *(["--allow-private"] if private and web.way is not Way.PROXY else []),
        *(["--now", now.isoformat(timespec="seconds")] if start else []),
        *options,
    ]
    return run(web, command, folder)


def run(web: Web, command: Sequence[str], folder: Path) -> Visit:
    """Any command that prints curator's JSON report."""
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(web),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    seconds = time.monotonic() - began
    report = (
        json.loads(done.stdout) if done.stdout.startswith("{") else {"links": [], "findings": []}
    )
    return noticed(web, read_report(report), seconds, done.returncode, done.stderr)


def noticed(
    web: Web, seen: Mapping[str, Seen], seconds: float, exit_code: int, errors: str
) -> Visit:
    """What the servers say about the run that has just ended."""
    counts = [host.count for host in web.hosts.values()]
    return Visit(
        seen=seen,
        seconds=seconds,
        exit_code=exit_code,
        errors=errors,
        requests=web.requests(),
        peak=max(count.peak for count in counts),
        burst=max(count.burst for count in counts),
        refused=sum(count.statuses[429] for count in _defended(web)),
        metadata=web.metadata.requests,
        methods=tuple(sorted({method for count in counts for method in count.methods})),
        agents=tuple(sorted({agent for count in counts for agent in count.agents})),
    )


def _defended(web: Web) -> Iterable[Count]:
    """The host that limits its visitors, when it is part of this web."""
    return (host.count for key, host in web.hosts.items() if key == ("defended-0", "self"))


def environment(web: Web) -> Mapping[str, str]:
    """The surroundings, without anybody's proxy, and with the web's authority trusted."""
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    return {**kept, "NO_COLOR": "1"} | dict.fromkeys(_TRUST, str(web.authority.bundle))
