"""The web on three simulated days, visited at a quick pace: one visit for all who look at it.

Visiting costs far more than looking: whoever needs another case of the web adds it there.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from curator.evidence import Evidence
from curator.history import History
from curator.urls import evidence_key
from web import behaviours
from web.case import Case
from web.places import Way
from web.scoring import Scored, Seen, score
from web.sealed import can_seal, seal
from web.server import Web
from web.visits import visit, write_list

CURATOR = [str(Path(sys.executable).with_name("curator"))]
START = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAYS = {0: "first", 5: "between", 9: "last"}
QUICK = ("--all", "--timeout", "1500ms", "--host-interval", "10ms")
_CONFIG = "[pace]\nsecond_try_after = '300ms'\nbody_timeout = '1s'\n"
_SCALE = 0.05
"""Of the servers' delays."""
_CROWDS = ("defended-", "crowd-", "funnel-")
"""Manners are measured with them, alone."""
_NEED_NAMES = (
    "servfail", "ipv6-only", "ipv6-only-mute", "ipv6-refused", "ipv6-mute", "no-address",
    "https-same-host", "www-added", "upper-case-host", "default-port", "trailing-dot", "idn",
    "video-gone", "video-there", "archive-limits",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """What came of it."""

    said: Mapping[int, Mapping[str, Seen]]
    """By day and case."""
    evidence: Mapping[str, Sequence[Evidence]]
    """By case: what the history holds, oldest first."""
    scored: Mapping[int, Sequence[Scored]]
    """By day."""


@contextmanager
def opened(
    cases: Sequence[Case],
    folder: Path,
    way: Way = Way.ADDRESS,
    ports: tuple[int, int] = (0, 0),
) -> Iterator[Web]:
    """A web, and in `folder` its list and the settings for a quick visit."""
    folder.mkdir()
    folder.joinpath("curator.toml").write_text(_CONFIG)
    with Web(cases, folder, scale=_SCALE, way=way, ports=ports) as web:
        write_list(web, folder / "README.md")
        yield web


def visit_addresses(folder: Path) -> Visited:
    """All cases that live on bare addresses, but for the crowds."""
    cases = [case for case in behaviours.by_address() if not case.name.startswith(_CROWDS)]
    with opened(cases, folder) as web:
        return _visit(web, folder)


def visit_names(folder: Path) -> Visited | None:
    """The cases that need a name server, in a namespace that has one; None where there is none.

    `scored` is empty: a case does not come out of there.
    """
    if not can_seal():
        return None
    folder.mkdir()
    tests = Path(__file__).parent.parent
    if seal(folder, ["-m", "web.days", str(folder)], PYTHONPATH=str(tests)):
        raise RuntimeError("the visit in a namespace of its own failed")
    said, evidence = pickle.loads((folder / "visited.pickle").read_bytes())
    return Visited(said=said, evidence=evidence, scored={})


def _visit(web: Web, folder: Path) -> Visited:
    scored = {}
    for day, moment in DAYS.items():
        run = visit(web, CURATOR, folder, day=day, start=START, options=QUICK)
        assert run.exit_code == 0, run.errors
        scored[day] = score(web, run.seen, moment=moment)
    said = {day: {each.case.name: each.seen for each in scored[day]} for day in scored}
    with History.open(folder / ".curator" / "history.sqlite3") as history:
        evidence = {case.name: history.of(evidence_key(url)) for case, url in web.links()}
    return Visited(said=said, evidence=evidence, scored=scored)


def _visit_sealed(folder: Path) -> None:
    """Inside the namespace."""
    cases = [case for case in behaviours.by_name() if case.name in _NEED_NAMES]
    with opened(cases, folder / "web", Way.NAMES, (80, 443)) as web:
        visited = _visit(web, folder / "web")
    (folder / "visited.pickle").write_bytes(pickle.dumps((visited.said, visited.evidence)))


if __name__ == "__main__":
    _visit_sealed(Path(sys.argv[1]))
