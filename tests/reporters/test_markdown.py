"""The body of the living issue."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace

import cmarkgfm
import pytest
import yaml
from cmarkgfm.cmark import Options as Cmark
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.findings import Finding
from curator.reporters import REPORTERS, Options
from curator.reporters.markdown import MARKER, settled_list

markdown = REPORTERS["markdown"]
BLOB = "https://github.com/o/r/blob/0123abc/"


@pytest.mark.parametrize(
    ("report", "options", "name"),
    [
        ("busy", Options(blob_base=BLOB), "busy.md"),
        ("first_look", Options(), "first-look.md"),
        ("quiet", Options(), "quiet.md"),
    ],
)
def test_looks_as_it_should(report, options, name, request, golden):
    golden(name, markdown(request.getfixturevalue(report), options))


def test_what_is_gone_is_retired_from_a_markdown_list_too(busy):
    in_place = markdown(replace(busy, source="README.md"), Options())
    assert "`curator fix README.md --retire ENTRY`" in in_place


def test_the_marker_stands_first_and_the_state_second(busy):
    lines = markdown(busy, Options()).splitlines()
    assert lines[0] == MARKER == "<!-- curator:report v1 -->"
    assert lines[2].startswith("**7 links need you** · 1 new · 2 recovered · 25 links checked")


def test_a_host_that_answers_again_is_told_once(busy):
    first, *rest = busy.recovered
    text = markdown(replace(busy, recovered=(replace(first, also=tuple(rest)),)), Options())
    assert "### Recovered (2)" in text
    assert ">) and 1 more of its host\n" in text


@pytest.mark.parametrize("limit", [60_000, 20_000, 6_000])
def test_what_does_not_fit_is_dropped_from_the_end_and_counted(limit, busy):
    report = replace(busy, findings=tuple(_copies(busy.findings, 200)))
    text = markdown(report, Options(blob_base=BLOB, limit=limit))
    assert len(text) <= limit
    kept = [int(number) for number in re.findall(r"… (\d+) more, left out for length", text)]
    rows = len(re.findall(r"^(?:- |\| \[)", text, re.MULTILINE))
    told = sum(map(int, re.findall(r"(?:<summary>|### ).* \((\d+)\)", text)))
    assert rows + sum(kept) == told
    assert text.index("### Dead") < text.index("left out for length")


def _copies(findings: tuple[Finding, ...], count: int) -> Iterator[Finding]:
    """Without what one row would tell of many."""
    for finding in findings:
        if finding.rule != "failing-link":
            yield from [finding] * count


def test_emoji_count_twice(report_of):
    report = report_of("🙂" * 200, "https://foo.example/", "🙂" * 200)
    report = replace(report, findings=report.findings[:1] * 200)
    text = markdown(report, Options(limit=20_000))
    assert len(text.encode("utf-16-le")) // 2 <= 20_000


def test_the_waivers_to_paste_are_valid(busy):
    text = markdown(busy, Options())
    in_yaml = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    in_toml = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert in_yaml
    assert in_toml
    (waiver,) = yaml.safe_load(in_yaml[1])["waivers"]
    assert waiver["rule"] == "dead-link"
    assert str(waiver["until"]) == "2027-02-21"
    (of_host,) = tomllib.loads(in_toml[1])["waivers"]
    assert of_host["host"] == "platform.example"


def test_a_markdown_list_is_told_of_its_side_file(first_look):
    told = markdown(first_look, Options())
    assert "in `README.curator.yaml`:\n\n```yaml\nentries:\n  - url: https://foo.example" in told


TEXT = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="@#<>[]()`|\\/:!*_~&;$.-+=1aw ghGH\n", max_size=40),
    st.sampled_from(["<script>", "@o/t #1 GH-1", "https://github.com/o/r/issues/1", "</details>"]),
)
OURS = re.compile(
    r"</?(?:p|code|table|thead|tbody|tr|th|td|ul|li|strong|h3|pre|blockquote|details|summary)>"
    r'|<pre lang="(?:yaml|toml)">|<a href="https://(?:foo|new)\.example/[^"<>]*">|</a>'
    r"|<!-- curator:report v1 -->"
)


@given(title=TEXT, rest=TEXT, reason=TEXT)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_from_outside_acts_on_the_issue(title, rest, reason, report_of):
    report = report_of(title, f"https://foo.example/{rest}", reason)
    page = cmarkgfm.github_flavored_markdown_to_html(
        markdown(report, Options()), Cmark.CMARK_OPT_UNSAFE
    )
    assert "<" not in OURS.sub("", page)
    assert page.count("<li>") == 1
    assert page.count("<td>") == 4
    outside = re.sub(r"<(code|pre)\b.*?</\1>|<[^>]*>", "", page, flags=re.DOTALL)
    assert not re.search(r"@[a-z0-9]|#\d|\bgh-\d|[a-z0-9]://|\bwww\.", outside, re.IGNORECASE)


def test_what_was_settled_is_a_list():
    text = settled_list(["Foo: 301 Moved Permanently; now at https://b.example/x", "@x: <b>"])
    assert text == (
        "- Foo: 301 Moved Permanently; now at `https://b.example/x`\n- @&#8203;x: &lt;b&gt;\n"
    )
    assert settled_list([]) == "\n"
