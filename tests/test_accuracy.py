"""End to end: `curator check` over a web that misbehaves, against a person's verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from web import behaviours
from web.case import SAYS, Case, Truth
from web.days import CURATOR, DAYS, QUICK, START, Visited, opened
from web.places import Way
from web.scoring import Mark, Scored, score
from web.visits import Visit, visit

OUTAGES = {"outage-503", "outage-404", "missing-then-blocked"}
"""Slow at a real pace, and worth it here."""
TOO_SHORT = {"dead-on-day-2"}
"""Needs more visits than these to be known."""


def fast(cases: Sequence[Case]) -> list[Case]:
    """Without waiting, and without the crowds, which the manners are measured with."""
    quick = [case for case in cases if not case.slow or case.name in OUTAGES]
    crowds = ("defended-", "crowd-", "funnel-")
    return [case for case in quick if not (case.name.startswith(crowds) or case.name in TOO_SHORT)]


def described(scored: Sequence[Scored]) -> list[str]:
    """What pytest shows of verdicts that should not be."""
    return [
        f"{each.case.name}: wanted {each.wanted}, got {each.seen.status} {each.seen.replacement} "
        f"at level {each.seen.level or 'none'}: {each.seen.reason}"
        for each in scored
    ]


@pytest.fixture(scope="module")
def days(visits: tuple[Visited, Visited | None]) -> Mapping[int, Sequence[Scored]]:
    """The fast cases, visited on three simulated days."""
    quick = {case.name for case in fast(behaviours.by_address())}
    scored = visits[0].scored
    return {day: [each for each in scored[day] if each.case.name in quick] for day in scored}


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Visit, Sequence[Scored]]:
    """What needs names, and a sample of the rest, through a proxy."""
    folder = tmp_path_factory.mktemp("web") / "by-proxy"
    cases = fast(behaviours.by_proxy())
    chosen = [
        case
        for number, case in enumerate(cases)
        if case.names or case.tls or case.metadata or number % 5 == 0
    ]
    chosen = [case for case in chosen if not case.home]
    with opened(chosen, folder, Way.PROXY) as web:
        run = visit(web, CURATOR, folder, start=START, options=QUICK)
        assert run.exit_code == 0, run.errors
        return run, score(web, run.seen, moment="first")


@pytest.mark.parametrize("day", DAYS)
def test_a_harmless_link_is_never_called_dead(
    days: Mapping[int, Sequence[Scored]], day: int
) -> None:
    scored = days[day]
    assert not described([each for each in scored if each.mark is Mark.FALSE_DEAD])


@pytest.mark.parametrize("day", DAYS)
def test_moved_never_points_where_the_list_must_not(
    days: Mapping[int, Sequence[Scored]], day: int
) -> None:
    scored = days[day]
    assert not described([each for each in scored if each.mark is Mark.HARMFUL_MOVE])


@pytest.mark.parametrize("day", DAYS)
def test_every_other_verdict_is_what_a_person_would_say(
    days: Mapping[int, Sequence[Scored]], day: int
) -> None:
    scored = days[day]
    fine = (Mark.RIGHT, Mark.TOLERATED)
    assert not described([each for each in scored if each.mark not in fine])


def test_permanent_moves_are_found_with_their_target(
    days: Mapping[int, Sequence[Scored]],
) -> None:
    scored = days[0]
    moved = [each for each in scored if each.case.says is SAYS[Truth.MOVED]]
    assert len(moved) > 20
    assert not described([each for each in moved if each.mark is not Mark.RIGHT])


def test_dead_links_are_called_dead_on_the_last_day_and_not_before(
    days: Mapping[int, Sequence[Scored]],
) -> None:
    first, last = (
        {each.case.name: each.seen.status for each in days[day]} for day in (min(DAYS), max(DAYS))
    )
    dead = [case.name for case in behaviours.CASES if case.name.startswith("dead-4")]
    assert {first[name] for name in dead} == {"failing"}
    assert {last[name] for name in dead} == {"dead"}


def test_through_a_proxy_names_work_and_nothing_is_harmed(
    proxied: tuple[Visit, Sequence[Scored]],
) -> None:
    _, scored = proxied
    fine = (Mark.RIGHT, Mark.TOLERATED)
    assert not described([each for each in scored if each.mark not in fine])


def test_no_metadata_service_is_asked_not_even_through_a_proxy(
    proxied: tuple[Visit, Sequence[Scored]],
) -> None:
    run, scored = proxied
    assert sum(each.case.metadata for each in scored) > 5
    assert run.metadata == 0


def test_private_addresses_are_not_contacted_unless_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "strict"
    cases = [case for case in behaviours.by_address() if case.name.startswith("alive-")]
    with opened(cases, folder) as web:
        run = visit(web, CURATOR, folder, start=START, private=False, options=QUICK)
    assert run.requests == 0
    assert {seen.status for seen in run.seen.values()} == {"unsafe"}


def test_manners_as_the_servers_count_them(tmp_path: Path) -> None:
    folder = tmp_path / "manners"
    cases = [
        case
        for case in behaviours.by_address()
        if case.name.startswith(("funnel-", "defended-", "same-"))
    ]
    with opened(cases, folder) as web:
        run = visit(web, CURATOR, folder, start=START)
        asked = web.hosts["same-0", "self"].count.paths
    assert run.peak <= 2
    assert run.burst <= 6  # four, and what waiting on the way can push together
    assert run.refused == 0
    assert run.methods == ("GET",)
    listed = [path for path in asked if path not in ("/robots.txt", "/")]
    assert max(asked.values()) == 1
    assert len(listed) <= 2  # what is listed, and a decoy
    assert all(agent.startswith("Mozilla/5.0 (compatible; curator/") for agent in run.agents)
