"""Whatever happens to its answers, GitHub's API takes nothing away that is there."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from curator.evidence import Standing
from github.graphql_hub import HUB, Hub
from github.running import Day, Run

THERE = [f"own-{number % 7}/thing-{number}" for number in range(40)]
LOST = [f"own-{number}/lost-{number}" for number in range(4)]
FILE = f"{HUB}/{THERE[0]}/blob/main/README.md"
KINDS = ("FORBIDDEN", "SOMETHING", "RATE_LIMITED", "RESOURCE_LIMITS_EXCEEDED", None, 3)


def dropped(answer: Any, place: int) -> None:
    answer["data"].pop(_alias(answer, place), None)


def nulled(answer: Any, place: int) -> None:
    """Without a word, or with a word that is no "not found"."""
    answer["data"][_alias(answer, place)] = None
    told = {"type": KINDS[place % len(KINDS)], "path": [_alias(answer, place)], "message": "no"}
    errors = answer.get("errors")
    if place % 2:
        answer["errors"] = [*(errors if isinstance(errors, list) else []), told]


def hollowed(answer: Any, place: int) -> None:
    thing = answer["data"].get(_alias(answer, place))
    facts = [name for name in thing if name[0] != "t"] if isinstance(thing, dict) else []
    if isinstance(thing, dict) and facts:  # a file that is null is plainly said not to be there
        thing[facts[place % len(facts)]] = (None, [], {}, "", 7, "\ud800")[place % 6]


def muddled(answer: Any, place: int) -> None:
    answer["errors"] = ([], {}, "x", None, [None], [{}], [{"path": [[]]}])[place % 7]


def _alias(answer: Any, place: int) -> str:
    aliases = [name for name in answer["data"] if name != "rateLimit"] or ["n0"]
    return aliases[place % len(aliases)]


CHANGES = st.lists(
    st.tuples(st.sampled_from((dropped, nulled, hollowed, muddled)), st.integers(0, 10**4)),
    max_size=6,
)
WHOLES = st.tuples(
    st.sampled_from((200, 200, 200, 0, 202, 301, 400, 401, 403, 404, 429, 451, 500, 502, 503)),
    st.dictionaries(
        st.sampled_from(("Retry-After", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Date")),
        st.sampled_from(("0", "1", "-5", "soon", "99999999999999999999", "", "½")),
        max_size=3,
    ),
    st.one_of(st.none(), st.binary(max_size=20), st.just(b'{"data": {}}'), st.just(b"null")),
)


def day_of(changes: Any, whole: Any) -> Day:
    def day(answer: Any) -> Any:
        changed = json.loads(json.dumps(answer))
        for change, place in changes:
            change(changed, place)
        status, headers, body = whole
        return status, headers, json.dumps(changed).encode() if body is None else body

    return day


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(CHANGES, WHOLES).map(lambda told: day_of(*told)), max_size=12))
def test_what_is_there_is_never_called_gone_or_moved(days: list[Day]) -> None:
    hub = Hub()
    for name in THERE:
        hub.add(name)
    hub.days = [*days]
    living = [FILE, *(f"{HUB}/{name}" for name in THERE)]
    run = Run(hub, [*living, *(f"{HUB}/{name}" for name in LOST)])
    for url in living:
        record = run.record(url)
        assert record is None or (record.standing, record.url) == (Standing.THERE, "")
    assert len(hub.calls) <= 30
