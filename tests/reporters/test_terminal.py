"""What a person reads at a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from curator.judge import Status
from curator.reporters import REPORTERS, Options, columns

terminal = REPORTERS["terminal"]


@pytest.mark.parametrize(
    ("report", "options", "name"),
    [
        ("busy", Options(), "busy.txt"),
        ("busy", Options(width=180), "busy-wide.txt"),
        ("busy", Options(verbose=True), "busy-verbose.txt"),
        ("first_look", Options(), "first-look.txt"),
        ("quiet", Options(), "quiet.txt"),
    ],
)
def test_looks_as_it_should(report, options, name, request, golden):
    golden(name, terminal(request.getfixturevalue(report), options))


def test_colour_changes_no_word(busy):
    coloured = terminal(busy, Options(colour=True))
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == terminal(busy, Options())


def test_wide_rows_are_aligned_whatever_the_script(busy):
    lines = terminal(busy, Options(width=180)).splitlines()
    starts = {
        columns.width(line[: line.index("https://old")])
        for line in lines
        if line.startswith("  catalogue/0x10-basics.yaml:4") and "https://old" in line
    }
    assert len(starts) <= 1


@pytest.mark.parametrize("width", [60, 80, 100])
def test_what_to_do_stands_beside_what_it_is_or_below_it(busy, width):
    """Rows may be longer than a narrow terminal: URLs are not cut. Headings never are."""
    lines = terminal(busy, Options(width=width)).splitlines()
    headings = [line for line in lines if re.match(r"[A-Z].*\(\d+\)", line)]
    assert headings
    assert all(columns.width(line) <= width for line in headings)
    assert terminal(busy, Options(width=width)).count("nothing to do yet: later checks decide") == 1


def test_what_is_gone_is_retired_from_a_markdown_list_too(busy):
    in_place = terminal(replace(busy, source="README.md"), Options())
    assert "curator fix README.md --retire ENTRY" in in_place


def test_a_list_that_was_never_asked_is_not_called_well(quiet):
    never = tuple(
        replace(link, verdict=replace(link.verdict, status=Status.SKIPPED, checked_at=None))
        for link in quiet.links
    )
    last = terminal(replace(quiet, links=never), Options()).splitlines()[-1]
    assert last == "Nothing was asked yet. Next: curator check README.md"


def test_long_lists_are_cut_unless_all_is_wanted(busy):
    many = replace(busy, findings=busy.findings[:1] * 60)
    assert "… 50 more (--verbose)" in terminal(many, Options())
    assert "more (--verbose)" not in terminal(many, Options(verbose=True)).split("CAN'T")[0]


def test_a_host_that_answers_again_is_told_once(busy):
    first, *rest = busy.recovered
    text = terminal(replace(busy, recovered=(replace(first, also=tuple(rest)),)), Options())
    assert "ANSWER AGAIN (2)" in text
    assert f"{first.url}  and 1 more of its host" in text


def test_of_a_silent_host_not_every_place_is_named(busy):
    (silent,) = (one for one in busy.findings if one.also)
    many = replace(silent, also=silent.also * 10)
    text = terminal(replace(busy, findings=(many,)), Options())
    assert "FAILING, not yet called dead (41)" in text
    assert "also catalogue/0x10-basics.yaml:47, 50, 53, 56, 47, 50, 53, 56, 47, 50, 30 more" in text


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"void": True}, "Nothing was learnt"),
        ({"interrupted": True}, "To go on: curator check"),
        ({}, "To see why, and how to overrule it: curator explain URL"),
    ],
)
def test_the_last_word(change, says, busy):
    assert says in terminal(replace(busy, **change), Options()).splitlines()[-1]


def test_a_source_with_a_space_can_be_pasted(first_look):
    assert "curator check 'my list.md' --strict" in terminal(
        replace(first_look, source="my list.md"), Options()
    )


@pytest.mark.parametrize("status", [Status.ALIVE, Status.DEAD])
def test_nothing_from_outside_reaches_the_terminal(status, report_of):
    hostile = "\x1b]0;owned\x07\u202e\r\n::set-output name=x::y"
    text = terminal(report_of(hostile, f"https://foo.example/{hostile}", hostile), Options())
    assert not set(text) & set("\x1b\x07\u202e\r")
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_annotations_follow_when_they_are_wanted(busy):
    text = terminal(busy, Options(workflow=True))
    assert text.startswith(terminal(busy, Options()))
    assert "\n::error title=" in text
