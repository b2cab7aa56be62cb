"""Ids that last, what is new, what has recovered, and the order of it all."""

import pytest

from curator.findings import RULES
from curator.judge import Status


def test_an_id_outlives_a_changed_line(entry, catalogue, verdict, report):
    before, after = (
        report(catalogue(entry(line=line)), verdict(Status.DEAD)).findings[0].id
        for line in (3, 300)
    )
    assert before == after


def test_ids_differ_by_rule_entry_and_order(entry, catalogue, verdict, report):
    url = "https://foo.example/"
    lists = catalogue(entry("A", url, id="a", in_note=[url]), entry("B", url, id="b", line=9))
    found = report(lists, verdict(Status.DEAD, http_status=404)).findings
    assert len(found) == 4  # three places, and B repeats A
    assert len({one.id for one in found}) == 4


@pytest.mark.parametrize(
    ("before", "new"),
    [
        ((), False),  # nothing was ever published
        ((Status.ALIVE,), True),
        ((Status.FAILING,), True),  # dead is news after failing
        ((Status.DEAD,), False),
    ],
)
def test_new_is_what_the_last_published_report_did_not_say(
    before, new, entry, catalogue, verdict, report
):
    told = report(
        catalogue(entry()), verdict(Status.DEAD), before=tuple(verdict(s) for s in before)
    )
    assert [one.new for one in told.findings] == [new]


@pytest.mark.parametrize(
    ("before", "now", "recovered"),
    [
        (Status.DEAD, Status.ALIVE, True),
        (Status.FAILING, Status.ALIVE, True),
        (Status.TLS_ERROR, Status.ALIVE, True),
        (Status.ALIVE, Status.ALIVE, False),
        (Status.MOVED, Status.ALIVE, False),
        (Status.DEAD, Status.BLOCKED, False),
    ],
)
def test_recovered(before, now, recovered, entry, catalogue, verdict, report):
    told = report(catalogue(entry()), verdict(now), before=(verdict(before),))
    assert bool(told.recovered) == recovered


def test_the_most_urgent_come_first_and_else_the_list_decides(entry, catalogue, verdict, report):
    states = [Status.MOVED, Status.DEAD, Status.FAILING, Status.DEAD]
    entries = [entry(f"E{n}", f"https://e{n}.example/", line=9 - n) for n in range(len(states))]
    verdicts = [verdict(s, f"https://e{n}.example/") for n, s in enumerate(states)]
    found = report(catalogue(*entries), *verdicts).findings
    assert [one.entry for one in found] == ["E1", "E3", "E2", "E0"]


def test_rules_stand_in_the_order_of_their_levels():
    levels = [rule.level for rule in RULES.values()]
    assert levels == sorted(levels, key=["error", "warning", "info"].index)


def test_statuses_are_counted_in_their_own_order(entry, catalogue, verdict, report):
    lists = catalogue(entry(), entry("B", "https://b.example/", line=3))
    told = report(lists, verdict(Status.DEAD), verdict(Status.ALIVE, "https://b.example/"))
    assert list(told.by_status().items()) == [(Status.ALIVE, 1), (Status.DEAD, 1)]
