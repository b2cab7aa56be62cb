"""How many calls of GitHub's API a list of repositories takes, and how many seconds.

    python benchmarks/github_calls.py [REPOSITORIES] [--latency SECONDS]

Nothing leaves the machine: a second program's worth of GitHub stands in on loopback, which runs the
documents that it gets against GitHub's published schema. One repository in thirty has another name
today, one in twenty is archived, one in a hundred is gone; one link in ten is a file's. The exit
status is 1 when a good day takes more than sixty calls for each 2,800 repositories.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from github.graphql_hub import HUB, Hub, serving

LIMIT = 60 / 2800
NOWHERE = "http://127.0.0.1:9"
"""A proxy that is not there: no page is asked."""

Reply = tuple[int, Mapping[str, str], bytes]
Day = Callable[[int, Any], Reply]
"""What becomes of the answer to the nth call."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("repositories", nargs="?", type=int, default=2800)
    parser.add_argument("--latency", type=float, default=1.0, help="of each answer, in seconds")
    given = parser.parse_args()
    print(f"{given.repositories:,} repositories, each answer after {given.latency:g} s")
    print("| day | calls | s | settled | left to pages | |\n|---|---|---|---|---|---|")
    calls = [run(name, day, given.repositories, given.latency) for name, day in DAYS.items()]
    return 1 if calls[0] > math.ceil(LIMIT * given.repositories) else 0


def run(name: str, day: Day, count: int, latency: float) -> int:
    """Check one list on one such day; prints a line and returns the calls."""
    hub, links = made(count)
    hub.days = [_after(latency, day, number) for number in range(10 * count)]
    with tempfile.TemporaryDirectory() as folder, serving(hub) as url:
        items = "\n".join(f"- [Thing {n}]({link}) - Good." for n, link in enumerate(links))
        Path(folder, "README.md").write_text(f"# A list\n\n## Things\n\n{items}\n")
        began = time.perf_counter()
        statuses = check(folder, url)
        seconds = time.perf_counter() - began
    left = statuses.pop("", 0)
    told = ", ".join(f"{number:,} {status}" for status, number in statuses.most_common())
    settled = sum(statuses.values())
    print(f"| {name} | {len(hub.calls)} | {seconds:.0f} | {settled:,} | {left:,} | {told} |")
    return len(hub.calls)


def made(count: int) -> tuple[Hub, list[str]]:
    """A site, and a list of links to it."""
    hub, links = Hub(), []
    for number in range(count):
        name = f"owner-{number % 997}/thing-{number}"
        links.append(f"{HUB}/{name}" + ("/blob/main/README.md" if number % 10 == 5 else ""))
        if number % 100 == 7:
            continue
        today = f"{name}-today" if number % 30 == 11 else name
        hub.add(today, asked=name, archived="2025-02-03T00:00:00Z" if number % 20 == 3 else None)
    return hub, links


def check(folder: str, url: str) -> Counter[str]:
    """How many links have which status; "" for those that the API did not settle."""
    curator = str(Path(sys.executable).with_name("curator"))
    manners = ("--host-interval", "0ms", "--proxy", NOWHERE)
    command = (curator, "check", "README.md", "--format", "json", "--fail-on", "never", *manners)
    surroundings = os.environ | {"GITHUB_TOKEN": "stand-in", "GITHUB_GRAPHQL_URL": url}
    done = subprocess.run(
        command, cwd=folder, env=surroundings, check=False, capture_output=True, text=True
    )
    report = json.loads(done.stdout)
    settled = (link for link in report["links"])
    return Counter(link["status"] if _is_settled(link) else "" for link in settled)


def _is_settled(link: Mapping[str, Any]) -> bool:
    return "GitHub's API" in link["reason"] or link["status"] in ("alive", "moved")


def _after(seconds: float, day: Day, number: int) -> Callable[[Any], Reply]:
    def reply(answer: Any) -> Reply:
        time.sleep(seconds)
        return day(number, answer)

    return reply


def _good(_: int, answer: Any) -> Reply:
    return 200, {}, json.dumps(answer).encode()


def _times_out(number: int, answer: Any) -> Reply:
    return (502, {}, b"<h1>502 Bad Gateway</h1>") if number % 8 == 3 else _good(number, answer)


def _limits(number: int, answer: Any) -> Reply:
    return (429, {"Retry-After": "2"}, b"{}") if number % 10 == 3 else _good(number, answer)


def _cuts_off(number: int, answer: Any) -> Reply:
    if number % 8 == 3:
        things = list(answer["data"].items())
        answer["data"] = dict(things[:40]) | {name: None for name, _ in things[40:]}
        answer["errors"] = [{"type": "RESOURCE_LIMITS_EXCEEDED", "message": "Partial results"}]
    return _good(number, answer)


DAYS: Mapping[str, Day] = {
    "good": _good,
    "one call in eight times out": _times_out,
    "one call in ten is limited for 2 s": _limits,
    "one call in eight is cut off for its cost": _cuts_off,
}

if __name__ == "__main__":
    raise SystemExit(main())
