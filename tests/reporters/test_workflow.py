"""Annotations of GitHub Actions."""

from dataclasses import replace

from curator.reporters import REPORTERS, Options

workflow = REPORTERS["workflow"]


def test_looks_as_it_should(busy, golden):
    golden("busy.workflow.txt", workflow(busy, Options()))


def test_no_more_than_github_shows(busy):
    lines = workflow(replace(busy, findings=busy.findings[:1] * 14), Options()).splitlines()
    assert len(lines) == 11
    assert lines[-1] == "4 more at level error are not annotated"


def test_nothing_breaks_out_of_its_command(report_of):
    hostile = "a,file=/etc/passwd::b%0A\n::stop-commands::x"
    lines = workflow(report_of(hostile, "https://foo.example/", hostile), Options()).splitlines()
    assert [line[:8] for line in lines] == ["::error ", "::warnin"]
    title = "dead-link%3A a%2Cfile=/etc/passwd%3A%3Ab%250A %3A%3Astop-commands%3A%3Ax"
    assert lines[0].startswith(f"::error title={title},file=")
