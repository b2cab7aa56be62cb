"""Reviews that are due, and the list's own date."""

from datetime import date, timedelta

import pytest

from curator.catalogue import Kind, Retired, Waiver


@pytest.mark.parametrize(
    ("said", "policy", "due"),
    [
        ({"reviewed": date(2026, 1, 1)}, {Kind.DOCS: 180}, "2026-06-30"),
        ({"added": date(2026, 1, 1)}, {Kind.DOCS: 180}, "2026-06-30"),
        ({"added": date(2020, 1, 1), "reviewed": date(2026, 11, 1)}, {Kind.DOCS: 180}, None),
        ({"reviewed": date(2026, 11, 1), "review_every": 7}, {Kind.DOCS: 180}, "2026-11-08"),
        ({"reviewed": date(2026, 1, 1), "review_every": 9999}, {Kind.DOCS: 180}, None),
        ({"reviewed": date(2026, 1, 1), "review_every": 10**9}, {}, None),
        ({"reviewed": date(2026, 1, 1)}, {Kind.VIDEO: 180}, None),
        ({}, {Kind.DOCS: 180}, None),
        ({"reviewed": date(2026, 5, 27)}, {Kind.DOCS: 180}, "2026-11-23"),
        ({"reviewed": date(2026, 5, 28)}, {Kind.DOCS: 180}, None),
    ],
)
def test_a_review_is_due_by_entry_then_by_kind(said, policy, due, entry, catalogue, report):
    found = report(catalogue(entry(**said)), review=policy).findings
    assert [str(one.message)[-10:] for one in found] == ([due] if due else [])


def test_more_than_three_reviews_of_a_section_are_one_finding(entry, catalogue, report):
    old = date(2024, 1, 1)
    entries = [entry(f"E{n}", f"https://e{n}.example/", line=n, reviewed=old) for n in range(1, 6)]
    three = report(catalogue(*entries[:3]), review={Kind.DOCS: 30}).findings
    (folded,) = report(catalogue(*entries), review={Kind.DOCS: 30}).findings
    assert len(three) == 3
    assert folded.message == "5 entries are due for review: E1, E2, E3 and 2 more"
    assert (folded.entry, folded.location.line) == ("Basics", 1)


def test_a_waived_review_is_not_counted(entry, catalogue, report):
    waiver = Waiver(rule="review-due", because="a classic")
    lists = catalogue(entry(reviewed=date(2020, 1, 1), waivers=(waiver,)))
    assert report(lists, review={Kind.DOCS: 30}).findings == ()


def test_a_waived_review_comes_back_when_the_waiver_ends(entry, catalogue, report, today):
    ended = Waiver(rule="review-due", because="a classic", until=today - timedelta(days=1))
    lists = catalogue(entry(reviewed=date(2020, 1, 1), waivers=(ended,)))
    found = report(lists, review={Kind.DOCS: 30}).findings
    assert [one.rule for one in found] == ["review-due", "waiver-expired"]


@pytest.mark.parametrize("field", ["added", "reviewed", "retired"])
def test_updated_must_not_be_older_than_the_newest_change(field, entry, catalogue, report, today):
    day = today - timedelta(days=1)
    said = {field: Retired(on=day, because="gone") if field == "retired" else day}
    (found,) = report(catalogue(entry(**said), updated=date(2024, 10, 18))).findings
    assert found.rule == "updated-date"
    assert found.message == "updated says 2024-10-18, but “Foo” changed on 2026-11-22"
    assert report(catalogue(entry(**said), updated=day)).findings == ()
    assert report(catalogue(entry(**said))).findings == ()
