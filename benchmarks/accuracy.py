"""How right curator is on a web that misbehaves, beside the other checkers that are installed.

    python benchmarks/accuracy.py [--way address|proxy|names] [--peer PATH]... [--wrong]

Nothing leaves the machine: all hosts listen on loopback addresses. `--way names` starts the
program again in a network namespace of its own, with names and the usual ports (Linux).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from web import behaviours
from web.case import Case, Truth
from web.peers import PEERS, find, run_peer
from web.places import Way
from web.scoring import SILENT, Mark, Scored, score, tally
from web.sealed import is_sealed, seal
from web.server import Web
from web.visits import Visit, visit, write_list

DAYS = (0, 2, 5, 9)
_MOMENTS = {DAYS[0]: "first", DAYS[-1]: "last"}
_COLUMNS = ("seconds", "requests", "peak", "burst", "429s", "metadata")
_HARD = {Truth.DEAD, Truth.GONE, Truth.SUSPECT}
_SOFT = {Truth.SOFT_404, Truth.PARKED}


def main() -> int:
    """Prints the scoreboard; exit 1 when a harmless link was harmed."""
    arguments = _arguments()
    if arguments.way == Way.NAMES and not is_sealed():
        with tempfile.TemporaryDirectory() as folder:
            return seal(Path(folder), sys.argv)
    with _opened(Way(arguments.way), arguments.scale) as (web, folder):
        print(f"{len(web.cases)} links on {len(web.hosts)} hosts, by {web.way}")
        harm = _curator(web, folder, arguments)
        for peer in PEERS:
            if program := find(peer, arguments.peer):
                _print_peer(peer.name, web, run_peer(peer, program, web, folder))
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
    parser.add_argument("--wrong", action="store_true", help="list every verdict that is not right")
    return parser.parse_args()


@contextmanager
def _opened(way: Way, scale: float) -> Iterator[tuple[Web, Path]]:
    """The web, and a folder with its list."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o777)
        ports = (80, 443) if way is Way.NAMES else (0, 0)
        with Web(_cases(way), folder, scale=scale, way=way, ports=ports) as web:
            write_list(web, folder / "README.md")
            yield web, folder


def _cases(way: Way) -> Sequence[Case]:
    match way:
        case Way.ADDRESS:
            return behaviours.by_address()
        case Way.PROXY:
            return behaviours.by_proxy()
        case Way.NAMES:
            return behaviours.by_name()


def _curator(web: Web, folder: Path, arguments: argparse.Namespace) -> int:
    """All simulated days; how many verdicts did harm."""
    program = arguments.curator or str(Path(sys.executable).with_name("curator"))
    start, harm = datetime.now(UTC), 0
    for day in map(int, arguments.days.split(",")):
        options = ["--all", *arguments.option]
        seen = visit(web, [program], folder, day=day, start=start, options=options)
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
    if seen.exit_code not in (0, 1):
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


def _print_peer(name: str, web: Web, seen: Visit) -> None:
    """What a list of failures tells: no peer knows more than fine and broken."""
    status = {case.name: seen.seen.get(url, SILENT).status for case, url in web.links()}

    def share(wanted: str, belongs: Callable[[Case], bool]) -> str:
        mine = [case for case in web.cases if belongs(case)]
        return f"{sum(status[case.name] == wanted for case in mine)}/{len(mine)}"

    print(
        f"{name}: false broken {share('broken', lambda case: case.harmless)}, "
        f"missed dead {share('fine', lambda case: case.truth in _HARD)} hard, "
        f"{share('fine', lambda case: case.truth in _SOFT)} soft, "
        f"moved, right {_moved(web, seen)}, silent {share('silent', lambda case: True)}; "
        f"{_manners(seen)}"
    )


def _moved(web: Web, seen: Visit) -> str:
    """Permanent moves with the URL that a person would write, and recommendations that harm."""
    marks = []
    for case, url in web.links():
        said = seen.seen.get(url, SILENT).replacement
        if case.truth is Truth.MOVED or said:
            marks.append((case, said in web.fill(case, case.replacement or "").split()))
    wanted = [right for case, right in marks if case.replacement]
    harmful = sum(not case.replacement for case, _ in marks)
    return f"{sum(wanted)}/{len(wanted)}, wrong {harmful}"


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
