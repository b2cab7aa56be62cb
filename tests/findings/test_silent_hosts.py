"""A host that is silent is told once, with all its links, and stays the same finding."""

from __future__ import annotations

from datetime import date

import pytest

from curator.catalogue import Waiver
from curator.evidence import Hop, Record, Standing
from curator.findings import RuleId
from curator.judge import Status

OLD = [f"https://old.example/{n}" for n in range(4)]
NO_NAME = "no such host, asked twice 61 s apart"


@pytest.fixture
def listing(entry, catalogue):
    def make(*urls, **more):
        return catalogue(*(entry(f"E{n}", url, line=9 * n) for n, url in enumerate(urls)), **more)

    return make


@pytest.fixture
def silent(verdict):
    """A verdict on a link whose host said nothing."""

    def make(url, status=Status.DEAD, **more):
        more.setdefault("reason", NO_NAME)
        return verdict(status, url, **more)

    return make


@pytest.fixture
def answered(verdict):
    def make(url, status=Status.DEAD, http_status=404, **more):
        hops = (Hop(url=url, status=http_status),)
        return verdict(status, url, hops=hops, http_status=http_status, **more)

    return make


def test_one_finding_has_all_the_links(listing, silent, report):
    (found,) = report(listing(*OLD), *map(silent, OLD)).findings
    assert (found.rule, found.host, found.url) == ("dead-link", "old.example", OLD[0])
    assert found.message == f"4 links of old.example fail: {NO_NAME}"
    assert [one.url for one in found.also] == OLD[1:]
    assert [one.location.line for one in found.all] == [0, 9, 18, 27]
    assert all(one.message == NO_NAME for one in found.also)


def test_one_link_is_told_as_ever(listing, silent, report):
    (found,) = report(listing(OLD[0]), silent(OLD[0])).findings
    assert (found.host, found.also, found.message) == ("", (), NO_NAME)


@pytest.mark.parametrize(
    "other",
    [
        (Status.ALIVE, 200),
        (Status.DEAD, 404),
        (Status.BLOCKED, 403),
        (Status.FAILING, 503),
        (Status.MOVED, 200),
    ],
)
def test_a_host_of_which_any_link_had_an_answer_is_not_silent(
    listing, silent, answered, report, other
):
    verdicts = [silent(OLD[0]), silent(OLD[1]), answered(OLD[2], *other)]
    told = report(listing(*OLD[:3]), *verdicts)
    assert [one.url for one in told.findings if one.message == NO_NAME] == OLD[:2]
    assert not any(one.host or one.also for one in told.findings)


def test_what_was_never_asked_says_nothing_of_it(listing, silent, verdict, report):
    skipped = verdict(Status.SKIPPED, OLD[2])
    (found,) = report(listing(*OLD[:3]), silent(OLD[0]), silent(OLD[1]), skipped).findings
    assert len(found.all) == 2


@pytest.mark.parametrize(
    "urls",
    [
        ("https://a.old.example/", "https://b.old.example/"),
        ("https://old.example:8001/", "https://old.example:8002/"),
    ],
)
def test_other_hosts_and_ports_are_others(listing, silent, report, urls):
    assert len(report(listing(*urls), *map(silent, urls)).findings) == 2


def test_the_web_s_own_ports_and_www_are_one(listing, silent, report):
    urls = ("http://old.example/a", "https://www.old.example/b")
    (found,) = report(listing(*urls), *map(silent, urls)).findings
    assert found.host == "old.example"


def test_what_an_api_says_is_gone_is_no_silence(listing, silent, report):
    gone = Record(api="github", standing=Standing.GONE)
    urls = ("https://github.com/o/a", "https://github.com/o/b")
    told = report(listing(*urls), *(silent(url, record=gone) for url in urls))
    assert [one.host for one in told.findings] == ["", ""]


def test_the_most_urgent_speaks_for_links_that_were_asked_less_often(listing, silent, report):
    verdicts = [
        silent(OLD[0], Status.FAILING, decides_on=date(2026, 11, 26)),
        silent(OLD[1], reason="no such host, in 4 checks from 2026-11-19 to 2026-11-23"),
        silent(OLD[2], Status.TLS_ERROR),
    ]
    (found,) = report(listing(*OLD[:3]), *verdicts).findings
    assert (found.rule, found.url) == ("dead-link", OLD[1])
    assert found.message.startswith("3 links of old.example fail: no such host, in 4 checks")
    assert [one.rule for one in found.also] == ["failing-link", "tls-error"]


def test_a_waived_link_is_left_out_of_it(entry, catalogue, silent, report):
    waiver = Waiver(rule="dead-link", because="moves soon", until=date(2027, 1, 1))
    entries = [entry(f"E{n}", url, line=9 * n) for n, url in enumerate(OLD[:2])]
    known = entry("Known", OLD[2], line=30, waivers=(waiver,))
    (found,) = report(catalogue(*entries, known), *map(silent, OLD[:3])).findings
    assert [one.url for one in found.all] == OLD[:2]


class TestOverTime:
    def test_its_id_outlives_links_that_join_and_leave(self, listing, silent, report):
        ids = {
            report(listing(*urls), *map(silent, urls)).findings[0].id
            for urls in (OLD, OLD[1:], OLD[2:], OLD[:2])
        }
        assert len(ids) == 1

    def test_a_link_that_joins_is_no_news_of_a_host_that_was_told(self, listing, silent, report):
        before = [silent(url) for url in OLD[:2]]
        now = [*before, silent(OLD[2], Status.FAILING), silent(OLD[3])]
        (found,) = report(listing(*OLD), *now, before=before).findings
        assert not found.new

    def test_nor_is_the_one_that_is_left(self, listing, silent, report):
        before = [silent(url) for url in OLD]
        (found,) = report(listing(OLD[3]), silent(OLD[3]), before=before).findings
        assert not found.new

    def test_nor_are_those_that_are_still_dead_when_one_lives(
        self, listing, silent, answered, report
    ):
        before = [silent(url) for url in OLD]
        now = [*before[:3], answered(OLD[3], Status.ALIVE, 200)]
        told = report(listing(*OLD), *now, before=before)
        assert [one.new for one in told.findings] == [False] * 3
        assert [link.url for link in told.recovered] == OLD[3:]

    def test_its_death_is_news(self, listing, silent, report):
        before = [silent(url, Status.FAILING) for url in OLD]
        (found,) = report(listing(*OLD), *map(silent, OLD), before=before).findings
        assert found.new

    def test_its_return_is_told_once(self, listing, silent, answered, report):
        other = "https://other.example/"
        before = [*map(silent, OLD), answered(other)]
        now = [answered(url, Status.ALIVE, 200) for url in (*OLD, other)]
        told = report(listing(*OLD, other), *now, before=before)
        assert [(link.url, len(link.also)) for link in told.recovered] == [(OLD[0], 3), (other, 0)]


def test_other_findings_about_its_links_stay(listing, silent, report):
    told = report(listing(OLD[0], OLD[1], OLD[1]), *map(silent, OLD[:2]))
    assert [one.rule for one in told.findings] == [RuleId.DEAD_LINK, RuleId.DUPLICATE_LINK]
    assert len(told.findings[0].also) == 2
