"""What a site's own API says of the thing itself."""

from __future__ import annotations

from datetime import date

import pytest

from curator.evidence import Record, Standing
from curator.findings import Level, RuleId
from curator.judge import Status

URL = "https://github.com/ada/engine"


def record(**fields):
    usual = {"api": "github", "standing": Standing.THERE, "name": "ada/engine"}
    return Record(**{**usual, **fields})


def found(entry, catalogue, verdict, report, of, **more):
    made = verdict(Status.ALIVE, URL, record=of)
    one = report(catalogue(entry(url=URL, **more)), made)
    return [finding for finding in one.findings if finding.rule is RuleId.ARCHIVED]


def test_archived_is_worth_knowing(entry, catalogue, verdict, report):
    of = record(archived=True, archived_on=date(2025, 2, 3))
    [told] = found(entry, catalogue, verdict, report, of)
    assert told.level is Level.INFO
    assert told.message == "ada/engine is archived since 2025-02-03"


@pytest.mark.parametrize("of", [record(), None, record(archived=True, standing=Standing.WITHHELD)])
def test_what_is_not_is_not_told(entry, catalogue, verdict, report, of):
    assert found(entry, catalogue, verdict, report, of) == []


def test_a_mention_is_no_recommendation(entry, catalogue, verdict, report):
    of = record(archived=True)
    made = verdict(Status.ALIVE, URL, record=of)
    listed = catalogue(entry(url="https://foo.example/", in_note=(URL,)))
    one = report(listed, made)
    assert [f for f in one.findings if f.rule is RuleId.ARCHIVED] == []
