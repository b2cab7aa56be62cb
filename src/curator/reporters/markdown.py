"""The report as the body of the living issue: GitHub's Markdown, as long as an issue may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Final

from curator.findings import NOT_FOR_HOSTS, Finding, Level, Listed, Report, RuleId, host_of
from curator.judge import Status
from curator.reporters import overrule
from curator.reporters.escape import (
    code_for_markdown,
    for_markdown,
    link_for_markdown,
    place_for_markdown,
    plain,
)
from curator.reporters.fitting import Row, Section, fitted
from curator.reporters.hosts import counted
from curator.reporters.options import Options

MARKER: Final = "<!-- curator:report v1 -->"
"""By which `github.issue` finds the issue again; in the body people don't see it."""

_MOST_NOTES: Final = 5
_MOST_PLACES: Final = 20
"""Of links that share one row."""

_DECIDE_LATER: Final = (RuleId.FAILING_LINK, RuleId.TLS_ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Findings that are told together."""

    title: str
    rules: tuple[RuleId, ...]
    row: Callable[[Finding, Options], str]
    header: str = ""
    foot: str = ""
    """What to do; {source} is the list's path."""
    is_folded: bool = False


def markdown(report: Report, options: Options) -> str:
    """Most urgent first; what does not fit is dropped from the end, and counted."""
    top = "\n\n".join([MARKER, _state(report), *_notes(report)])
    sections = (
        *(section for part in _PARTS if (section := _section(part, report, options))),
        *_recovered(report, options),
        *(section for part in _FOLDED if (section := _section(part, report, options))),
        *_unknown(report, options),
    )
    return fitted(top, sections, _how_to_overrule(report), options.limit)


def settled_list(settled: Sequence[str]) -> str:
    """What a change settles, as the list in the body of a pull request."""
    rows = tuple(Row(text=f"- {for_markdown(line, 2_000)}") for line in settled)
    return fitted("", (Section(rows=rows),), "", Options().limit)


def _state(report: Report) -> str:
    told = [f"**{_need(report)}**"]
    if new := sum(one.new and one.level is not Level.INFO for one in report.findings):
        told.append(f"{new} new")
    if report.recovered:
        told.append(f"{len(report.recovered)} recovered")
    links = "1 link" if len(report.links) == 1 else f"{len(report.links)} links"
    told.append(f"{links} checked {report.generated_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC")
    return " · ".join(told)


def _need(report: Report) -> str:
    urls = {
        part.url
        for one in report.findings
        for part in one.all
        if one.level is not Level.INFO and one.rule not in _DECIDE_LATER
    }
    if not urls:
        return "Nothing needs you"
    return "1 link needs you" if len(urls) == 1 else f"{len(urls)} links need you"


def _notes(report: Report) -> Iterator[str]:
    if report.void:
        yield "> Nothing was learnt this time: the network of the run was down."
    if report.interrupted:
        yield "> The run was interrupted: some links were not asked."
    if report.strict:
        yield "> Judged by this run alone (`--strict`)."
    for note in report.notes[:_MOST_NOTES]:
        yield f"> Note: {for_markdown(note)}"


def _section(part: _Part, report: Report, options: Options) -> Section | None:
    found = [finding for finding in report.findings if finding.rule in part.rules]
    if not found:
        return None
    return Section(
        title=part.title,
        header=part.header,
        rows=tuple(Row(text=part.row(one, options), tells=len(one.all)) for one in found),
        foot=_foot(part, report),
        is_folded=part.is_folded,
    )


def _foot(part: _Part, report: Report) -> str:
    return part.foot.format(source=plain(report.source).replace("`", ""))


def _recovered(report: Report, options: Options) -> Iterator[Section]:
    if report.recovered:
        yield Section(title="Recovered", rows=_link_rows(report.recovered, options))


def _unknown(report: Report, options: Options) -> Iterator[Section]:
    for status, title in _UNKNOWN.items():
        links = [link for link in report.links if link.verdict.status is status]
        if links:
            sites = " · ".join(f"{for_markdown(site)} {n}" for site, n in counted(links)[:20])
            rows = _link_rows(links, options)
            yield Section(title=title, intro=sites, rows=rows, is_folded=True)


_UNKNOWN: Final = {
    Status.BLOCKED: "Can't be known from here: sites that refuse robots",
    Status.GATED: "Behind a login or a paywall",
}


def _line(one: Finding, options: Options) -> str:
    """A row of a list: place, title, link, sentence."""
    told = [_where(one, options), _named(one), f"— {for_markdown(one.message)}"]
    return f"- {' '.join(filter(None, told))}{_others(one, options)}{_new(one)}"


def _move(one: Finding, options: Options) -> str:
    """A row of the table of moves."""
    new = link_for_markdown(one.fix.new) if one.fix else for_markdown(one.message)
    cells = [_where(one, options), code_for_markdown(one.url or ""), new]
    return f"| {' | '.join(cells)} | {one.since or ''}{_new(one)} |"


def _wait(one: Finding, options: Options) -> str:
    """A row of the table of links that later checks decide; the day has its own column."""
    day = one.verdict.decides_on if one.verdict else None
    sentence = one.message.removesuffix(f"; dead if still so on {day}")
    what = f"{for_markdown(sentence)}{_others(one, options)}"
    return f"| {_where(one, options)} | {_named(one)} | {what} | {day or ''}{_new(one)} |"


def _named(finding: Finding) -> str:
    title = f"**{for_markdown(finding.entry)}**"
    return f"{title} {link_for_markdown(finding.url)}" if finding.url else title


def _others(finding: Finding, options: Options) -> str:
    """Where the other links of a silent host are."""
    if not finding.also:
        return ""
    places = ", ".join(_where(one, options) for one in finding.also[:_MOST_PLACES])
    more = ", …" if len(finding.also) > _MOST_PLACES else ""
    return f"; also {places}{more}"


def _link_rows(links: Sequence[Listed], options: Options) -> tuple[Row, ...]:
    return tuple(Row(text=_link_row(link, options), tells=1 + len(link.also)) for link in links)


def _link_row(link: Listed, options: Options) -> str:
    place = link.places[0]
    where = place_for_markdown(place.location.path, place.location.line, options.blob_base)
    also = f" and {len(link.also)} more of its host" if link.also else ""
    return f"- {where} **{for_markdown(place.entry)}** {link_for_markdown(link.url)}{also}"


def _where(finding: Finding, options: Options) -> str:
    location = finding.location
    return place_for_markdown(location.path, location.line, options.blob_base) if location else ""


def _new(finding: Finding) -> str:
    return " · **new**" if finding.new else ""


_PARTS: Final = (
    _Part(
        title="Dead",
        rules=(RuleId.DEAD_LINK, RuleId.SOFT_404, RuleId.PARKED, RuleId.DRIFTED),
        row=_line,
        foot="Replace the URL, or leave the entry out: `curator fix {source} --retire ENTRY`",
    ),
    _Part(
        title="Unusable",
        rules=(RuleId.INVALID_URL, RuleId.UNSAFE_LINK),
        row=_line,
        foot="Correct the URL in the list.",
    ),
    _Part(
        title="Moved",
        rules=(RuleId.MOVED_LINK,),
        row=_move,
        header="| Where | From | To | Since |\n| --- | --- | --- | --- |",
        foot="To change them all: `curator fix {source} --apply`",
    ),
    _Part(
        title="Listed twice",
        rules=(RuleId.DUPLICATE_LINK,),
        row=_line,
        foot="Keep the better of the two.",
    ),
    _Part(
        title="Failing: nothing to do yet",
        rules=_DECIDE_LATER,
        row=_wait,
        header="| Where | Link | What | Decides on |\n| --- | --- | --- | --- |",
    ),
)

_FOLDED: Final = (
    _Part(
        title="Old by its own date, or due for a review",
        rules=(RuleId.STALE, RuleId.REVIEW_DUE),
        row=_line,
        is_folded=True,
    ),
    _Part(
        title="About the list itself",
        rules=(RuleId.UPDATED_DATE, RuleId.WAIVER_EXPIRED, RuleId.WAIVER_UNNEEDED),
        row=_line,
        is_folded=True,
    ),
    _Part(
        title="Moved only by https, www or a slash",
        rules=(RuleId.COSMETIC_REDIRECT,),
        row=_move,
        header="| Where | From | To | Since |\n| --- | --- | --- | --- |",
        foot="To change them too: `curator fix {source} --cosmetic --apply`",
        is_folded=True,
    ),
)


def _how_to_overrule(report: Report) -> str:
    """Nothing when there is nothing to overrule; else a waiver of the most urgent finding."""
    first = next((one for one in report.findings if one.url), None)
    if first is None or first.url is None:
        return ""
    today = report.generated_at.date()
    host = host_of(first.url) or "example.org"
    told = ["Is it wrong, or right and known? Set it aside, until a day you choose."]
    if beside := overrule.side_file(report.source):
        entry = overrule.for_url(first.rule, first.url, today)
        told.append(f"For one entry, in {code_for_markdown(beside)}:\n\n```yaml\n{entry}```")
    else:
        entry = overrule.for_entry(first.rule, today)
        told.append(f"For one entry, in the catalogue:\n\n```yaml\n{entry}```")
    if first.rule not in NOT_FOR_HOSTS:
        of_host = overrule.for_host(first.rule, host, today)
        told.append(f"For every link of a site, in `curator.toml`:\n\n```toml\n{of_host}```")
    told.append("What was seen of a link, and why it counts: `curator explain URL`")
    body = "\n\n".join(told)
    return f"<details><summary>How to overrule a finding</summary>\n\n{body}\n\n</details>"
