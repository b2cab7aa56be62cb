"""How right curator is on a web that misbehaves, beside the other checkers that are installed.

    python benchmarks/accuracy.py [--way address|proxy|names] [--peer PATH]... [--wrong]

Nothing leaves the machine: all hosts listen on loopback addresses. `--way names` starts the
program again in a network namespace of its own, with names and the usual ports (Linux).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from web import behaviours
from web.case import Case, Truth
from web.peers import PEERS, find, run_peer
from web.places import Way
from web.scoring import Mark, Scored, Seen, by_case, score, tally
from web.sealed import is_sealed, seal
from web.server import Web
from web.visits import Visit, visit, write_list

DAYS = (0, 2, 5, 9)
_OF_WAY = {
    Way.ADDRESS: behaviours.by_address,
    Way.PROXY: behaviours.by_proxy,
    Way.NAMES: behaviours.by_name,
}
_MOMENTS = {DAYS[0]: "first", DAYS[-1]: "last"}
_COLUMNS = ("seconds", "requests", "peak", "burst", "429s", "metadata")
_SOFT = {Truth.SOFT_404, Truth.PARKED}
_FINE = {"fine", "alive", "moved"}
_BROKEN = {"broken", "failing", "dead", "soft-404", "parked", "drifted", "tls-error", "invalid"}


def main() -> int:
    """Prints the scoreboard; exit 1 when a harmless link was harmed."""
    arguments = _arguments()
    if arguments.way == Way.NAMES and not is_sealed():
        with tempfile.TemporaryDirectory() as folder:
            return seal(Path(folder), sys.argv)
    with _opened(Way(arguments.way), arguments.only, arguments.scale) as (web, folder):
        print(f"{len(web.cases)} links on {len(web.hosts)} hosts, by {web.way}")
        harm = _curator(web, folder, arguments)
        for peer in PEERS:
            if program := find(peer, arguments.peer):
                _print_failures(peer.name, web, run_peer(peer, program, web, folder))
            else:
                print(f"{peer.name}: not installed, left out")
    return 1 if harm else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--way", choices=[*Way], default="address")
    parser.add_argument("--peer", action="append", default=[], help="a checker's program")
    parser.add_argument("--curator", default="", help="the program; else this Python's")
    parser.add_argument("--option", action="append", default=[], help="passed on to curator")
    parser.add_argument("--days", default=",".join(map(str, DAYS)))
    parser.add_argument("--scale", type=float, default=1.0, help="of the servers' delays")
    parser.add_argument("--only", default="", help="cases whose name contains this")
    parser.add_argument("--due", action="store_true", help="ask only what is due, not everything")
    parser.add_argument("--wrong", action="store_true", help="list every verdict that is not right")
    return parser.parse_args()


@contextmanager
def _opened(way: Way, only: str, scale: float) -> Iterator[tuple[Web, Path]]:
    """The web, and a folder with its list."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o777)
        ports = (80, 443) if way is Way.NAMES else (0, 0)
        with Web(_cases(way, only), folder, scale=scale, way=way, ports=ports) as web:
            write_list(web, folder / "README.md")
            yield web, folder


def _cases(way: Way, only: str) -> Sequence[Case]:
    """Those whose name contains `only`, and those whose hosts they use."""
    every = _OF_WAY[way]()
    homes = {case.home for case in every if only in case.name}
    return [case for case in every if only in case.name or case.name in homes]


def _curator(web: Web, folder: Path, arguments: argparse.Namespace) -> int:
    """All simulated days; how many verdicts did harm."""
    program = arguments.curator or str(Path(sys.executable).with_name("curator"))
    start, harm = datetime.now(UTC), 0
    for day in map(int, arguments.days.split(",")):
        options = [*([] if arguments.due else ["--all"]), *arguments.option]
        seen = visit(web, [program], folder, day=day, start=start, options=options)
        if day == 0:
            _print_failures("curator", web, seen)
        scored = score(web, seen.seen, moment=_MOMENTS.get(day, "between"))
        _print_day(day, seen, scored)
        harm += _harm(scored)
        if arguments.wrong:
            _print_wrong(scored)
    return harm


def _harm(scored: Iterable[Scored]) -> int:
    return sum(each.mark in (Mark.FALSE_DEAD, Mark.HARMFUL_MOVE) for each in scored)


def _print_day(day: int, seen: Visit, scored: Sequence[Scored]) -> None:
    marks = tally(scored)
    told = ", ".join(f"{mark} {marks[mark]}" for mark in Mark)
    print(f"curator, day {day}: {told}; {_manners(seen)}")
    if seen.exit_code or not seen.seen:
        print(f"  exit {seen.exit_code}: {seen.errors[-2000:]}")


def _print_wrong(scored: Sequence[Scored]) -> None:
    order = list(Mark)
    for each in sorted(scored, key=lambda one: -order.index(one.mark)):
        if each.mark not in (Mark.RIGHT, Mark.TOLERATED):
            print(f"  {each.mark}: {each.case.name}: wanted {each.wanted}, got {_got(each)}")


def _got(each: Scored) -> str:
    seen = each.seen
    target = f" → {seen.replacement}" if seen.replacement else ""
    return f"{seen.status}{target} ({seen.level or 'no finding'}): {seen.reason}"


def _print_failures(name: str, web: Web, seen: Visit) -> None:
    """What a list of failures tells, which is all that most checkers have."""
    said = list(by_case(web, seen.seen))

    def share(statuses: Set[str], cases: Callable[[Case], bool]) -> str:
        mine = [each.status in statuses for case, each in said if cases(case)]
        return f"{sum(mine)}/{len(mine)}"

    print(
        f"{name}: false broken {share(_BROKEN, lambda case: case.harmless)}, "
        f"missed hard {share(_FINE, _is_hard)}, "
        f"soft {share(_FINE, lambda case: case.truth in _SOFT)}, "
        f"{_moved(web, said)}, silent {share({'silent'}, lambda case: True)}; {_manners(seen)}"
    )


def _is_hard(case: Case) -> bool:
    """Broken without any doubt today."""
    return not case.harmless and case.truth not in _SOFT and case.says.first == {"failing"}


def _moved(web: Web, said: Sequence[tuple[Case, Seen]]) -> str:
    """Permanent moves with the URL that a person would write, and recommendations that harm."""
    moved = [
        each.replacement in web.fill(case, case.replacement or "").split()
        for case, each in said
        if case.truth is Truth.MOVED
    ]
    harmful = sum(bool(each.replacement) and not case.replacement for case, each in said)
    return f"moved, right {sum(moved)}/{len(moved)}, harmful {harmful}"


def _manners(seen: Visit) -> str:
    values = (
        f"{seen.seconds:.1f}",
        seen.requests,
        seen.peak,
        seen.burst,
        seen.refused,
        seen.metadata,
    )
    return ", ".join(f"{name} {value}" for name, value in zip(_COLUMNS, values, strict=True))


if __name__ == "__main__":
    sys.exit(main())
