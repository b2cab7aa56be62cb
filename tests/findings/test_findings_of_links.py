"""What a verdict means at each place where its URL stands."""

from datetime import date

import pytest

from curator.catalogue import Block, Kind, Link, Location, Resource, Retired
from curator.evidence import DateSource, Hop, PageDate
from curator.findings import RULES, Fix, Level, RuleId
from curator.judge import Status

BY_STATUS = {
    Status.ALIVE: None,
    Status.MOVED: ("moved-link", Level.WARNING),
    Status.FAILING: ("failing-link", Level.WARNING),
    Status.DEAD: ("dead-link", Level.ERROR),
    Status.SOFT_404: ("soft-404", Level.ERROR),
    Status.PARKED: ("parked", Level.ERROR),
    Status.DRIFTED: ("drifted", Level.ERROR),
    Status.GATED: None,
    Status.BLOCKED: None,
    Status.TLS_ERROR: ("tls-error", Level.WARNING),
    Status.UNSAFE: ("unsafe-link", Level.ERROR),
    Status.SKIPPED: None,
    Status.INVALID: ("invalid-url", Level.ERROR),
}


@pytest.mark.parametrize("status", Status)
def test_each_status_has_one_rule_or_none(status, entry, catalogue, verdict, report):
    found = report(catalogue(entry()), verdict(status)).findings
    assert [(one.rule, one.level) for one in found] == [
        expected for expected in (BY_STATUS[status],) if expected
    ]


def test_every_rule_has_the_level_that_its_findings_have():
    assert {name: RULES[name].level for name, _ in filter(None, BY_STATUS.values())} == dict(
        filter(None, BY_STATUS.values())
    )


def test_a_cosmetic_move_is_only_worth_knowing(entry, catalogue, verdict, report):
    moved = verdict(Status.MOVED, replacement="https://www.foo.example/", cosmetic=True)
    (found,) = report(catalogue(entry()), moved).findings
    assert (found.rule, found.level) == ("cosmetic-redirect", Level.INFO)


@pytest.mark.parametrize(
    ("listed", "replacement", "new"),
    [
        ("https://a.example/x", "https://b.example/y", "https://b.example/y"),
        ("https://a.example/x#usage", "https://b.example/y", "https://b.example/y#usage"),
        ("https://a.example/x#usage", "https://b.example/y#api", "https://b.example/y#api"),
        ("http://A.example/潮#表", "https://a.example/%E6%BD%AE", "https://A.example/潮#表"),
        ("http://a.example/潮#表", "https://www.a.example/%E6%BD%AE", "https://www.a.example/%E6%BD%AE#表"),
    ],
)  # fmt: skip
def test_a_fix_keeps_the_listed_fragment_and_spelling(
    listed, replacement, new, entry, catalogue, verdict, report
):
    hop = Hop(url=listed, status=200)
    moved = verdict(Status.MOVED, listed, replacement=replacement, hops=(hop,))
    (found,) = report(catalogue(entry(url=listed)), moved).findings
    assert found.fix == Fix(old=listed, new=new)
    assert new in found.message


def test_a_failing_link_says_when_it_is_decided(entry, catalogue, verdict, report, today):
    failing = verdict(Status.FAILING, reason="404, asked twice.", decides_on=today)
    (found,) = report(catalogue(entry()), failing).findings
    assert found.message == "404, asked twice; dead if still so on 2026-11-23"


def test_a_url_at_two_places_is_listed_once_and_found_twice(entry, catalogue, verdict, report):
    url = "https://foo.example/doc"
    told = report(
        catalogue(entry("One", url), entry("Two", url, line=9)),
        verdict(Status.DEAD, url, http_status=404),
    )
    (link,) = told.links
    assert [place.entry for place in link.places] == ["One", "Two"]
    dead = [one for one in told.findings if one.rule == RuleId.DEAD_LINK]
    assert [one.entry for one in dead] == ["One", "Two"]


def test_urls_that_differ_in_their_fragment_are_listed_each(entry, catalogue, verdict, report):
    url = "https://foo.example/doc"
    moved = verdict(Status.MOVED, url, replacement="https://foo.example/new")
    told = report(catalogue(entry("One", f"{url}#a"), entry("Two", f"{url}#b", line=9)), moved)
    assert [(link.url, link.replacement) for link in told.links] == [
        (f"{url}#a", "https://foo.example/new#a"),
        (f"{url}#b", "https://foo.example/new#b"),
    ]


def test_prose_is_named_by_its_section(catalogue, verdict, report):
    link = Link(url="https://foo.example/", location=Location(path="list.md", line=2, column=1))
    (found,) = report(catalogue(Block(markdown="…", links=(link,))), verdict(Status.DEAD)).findings
    assert (found.entry, found.key) == ("Basics", "")


def test_what_is_retired_is_neither_listed_nor_found(entry, catalogue, verdict, report, today):
    nested = entry("Nested", "https://nested.example/", line=4)
    retired = entry(retired=Retired(on=today, because="gone"), items=(nested,))
    told = report(
        catalogue(retired),
        verdict(Status.DEAD),
        verdict(Status.DEAD, "https://nested.example/"),
    )
    assert told.links == told.findings == ()


def test_a_link_without_a_verdict_is_no_part_of_the_report(entry, catalogue, verdict, report):
    lists = catalogue(entry(), entry("Bar", "https://bar.example/", line=3))
    told = report(lists, verdict(Status.DEAD))
    assert [link.url for link in told.links] == ["https://foo.example/"]


def test_only_the_later_of_two_recommendations_is_a_duplicate(entry, catalogue, report):
    lists = catalogue(entry(), entry("Again", "http://www.foo.example", line=7))
    (found,) = report(lists).findings
    assert (found.rule, found.entry, found.location.line) == ("duplicate-link", "Again", 7)
    assert found.message == "also listed at list.md:1:5"


def test_a_mention_in_a_note_is_no_duplicate(entry, catalogue, report):
    lists = catalogue(
        entry(), entry("Bar", "https://bar.example/", line=5, in_note=["https://foo.example/"])
    )
    assert report(lists).findings == ()


OLD = PageDate(day=date(2021, 3, 2), source=DateSource.META, modified=True)


@pytest.mark.parametrize(
    ("kind", "limits", "fires"),
    [
        (Kind.DOCS, {Kind.DOCS: 540}, True),
        (Kind.DOCS, {Kind.VIDEO: 540}, False),
        (Kind.DOCS, {Kind.DOCS: 5400}, False),
        (None, {Kind.DOCS: 540}, False),
    ],
)
def test_a_page_is_stale_by_the_policy_of_its_kind(
    kind, limits, fires, entry, catalogue, verdict, report
):
    alive = verdict(Status.ALIVE, activity=OLD)
    found = report(catalogue(entry(kind=kind)), alive, stale=limits).findings
    assert [one.rule for one in found] == (["stale"] if fires else [])


def test_moved_and_stale_are_two_findings(entry, catalogue, verdict, report):
    moved = verdict(Status.MOVED, replacement="https://b.example/", activity=OLD)
    found = report(catalogue(entry()), moved, stale={Kind.DOCS: 540}).findings
    assert [one.rule for one in found] == ["moved-link", "stale"]


def test_a_weak_date_says_so(entry, catalogue, verdict, report):
    weak = PageDate(day=OLD.day, source=DateSource.LAST_MODIFIED, modified=True)
    (found,) = report(
        catalogue(entry()), verdict(Status.ALIVE, activity=weak), stale={Kind.DOCS: 540}
    ).findings
    assert "weak" in found.message


def test_a_resource_ages_by_its_own_kind(entry, catalogue, verdict, report):
    slides = Resource(label="PPT", url="https://foo.example/s", kind=Kind.SLIDES)
    alive = verdict(Status.ALIVE, slides.url, activity=OLD)
    lists = catalogue(entry(resources=(slides,)))
    assert report(lists, alive, stale={Kind.DOCS: 540}).findings == ()
    assert len(report(lists, alive, stale={Kind.SLIDES: 540}).findings) == 1
