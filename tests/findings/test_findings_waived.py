"""Waivers: what they hide, how long, and when they are only in the way."""

from datetime import date, timedelta

import pytest

from curator.catalogue import Location, Waiver
from curator.findings import HostWaiver
from curator.judge import Status

LONG_AGO = date(2026, 1, 1)


def rules(report):
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize(
    ("rule", "until", "found"),
    [
        ("dead-link", None, []),
        ("dead-link", timedelta(0), []),
        ("dead-link", timedelta(days=-1), ["dead-link", "waiver-expired"]),
        ("stale", None, ["dead-link"]),
    ],
)
def test_a_waiver_hides_its_rule_until_its_last_day(
    rule, until, found, entry, catalogue, verdict, report, today
):
    waiver = Waiver(rule=rule, because="known", until=None if until is None else today + until)
    assert rules(report(catalogue(entry(waivers=(waiver,))), verdict(Status.DEAD))) == found


@pytest.mark.parametrize(
    ("status", "since", "found"),
    [
        (Status.ALIVE, LONG_AGO, ["waiver-unneeded"]),
        (Status.ALIVE, date(2026, 11, 20), []),  # sites flap
        (Status.BLOCKED, LONG_AGO, []),  # nobody knows
        (Status.SKIPPED, None, []),
    ],
)
def test_a_waiver_is_unneeded_when_the_link_has_long_been_well(
    status, since, found, entry, catalogue, verdict, report
):
    lists = catalogue(entry(waivers=(Waiver(rule="dead-link", because="known"),)))
    assert rules(report(lists, verdict(status, since=since))) == found


def test_a_waiver_of_a_date_is_never_unneeded_before_its_end(entry, catalogue, verdict, report):
    lists = catalogue(entry(waivers=(Waiver(rule="stale", because="讲座，不会过时"),)))
    assert rules(report(lists, verdict(Status.ALIVE, since=LONG_AGO))) == []


def test_a_waiver_that_ended_without_need_can_go(entry, catalogue, verdict, report):
    ended = Waiver(rule="stale", because="old", until=LONG_AGO)
    lists = catalogue(entry(waivers=(ended,)))
    assert rules(report(lists, verdict(Status.ALIVE))) == ["waiver-unneeded"]


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("foo.example", []),
        ("FOO.example.", []),
        ("example", []),
        ("oo.example", ["dead-link"]),
        ("bar.example", ["dead-link"]),
        ("f*.example", []),
        ("*.bar.example", ["dead-link"]),
        ("https://foo.example/*", []),
        ("https://foo.example/old/*", ["dead-link"]),
    ],
)
def test_a_host_waiver_covers_a_host_and_its_subdomains(
    host, found, entry, catalogue, verdict, report
):
    waiver = HostWaiver(host=host, rule="dead-link", because="known")
    told = report(catalogue(entry()), verdict(Status.DEAD), host_waivers=[waiver])
    assert [one for one in rules(told) if one == "dead-link"] == found


def test_a_host_waiver_ends_too(entry, catalogue, verdict, report):
    waiver = HostWaiver(host="foo.example", rule="dead-link", because="known", until=LONG_AGO)
    told = report(catalogue(entry()), verdict(Status.DEAD), host_waivers=[waiver])
    assert rules(told) == ["dead-link", "waiver-expired"]


WELL_SINCE = date(2026, 10, 20)


@pytest.mark.parametrize(
    ("host", "status", "until", "said"),
    [
        ("foo.example", Status.DEAD, None, []),
        ("foo.example", Status.ALIVE, None, ["waiver-unneeded"]),
        ("foo.example", Status.ALIVE, LONG_AGO, ["waiver-unneeded"]),
        ("foo.example", Status.BLOCKED, None, []),
        ("nowhere.example", Status.ALIVE, None, ["waiver-unneeded"]),
    ],
)
def test_a_host_waiver_that_had_its_day_is_told_at_its_place(
    host, status, until, said, entry, catalogue, verdict, report
):
    place = Location(path="curator.toml", line=7, column=1)
    waiver = HostWaiver(host=host, rule="dead-link", because="known", until=until, location=place)
    told = report(catalogue(entry()), verdict(status, since=WELL_SINCE), host_waivers=[waiver])
    found = [one for one in told.findings if one.rule.startswith("waiver")]
    assert [one.rule for one in found] == said
    assert all(one.location == place for one in found)
