"""The report for a person at a terminal: what needs a decision first, the next command last."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curator.findings import Finding, Level, Listed, Report, RuleId
from curator.judge import Status
from curator.reporters import columns
from curator.reporters.escape import for_terminal
from curator.reporters.hosts import counted, places_of
from curator.reporters.options import Options
from curator.reporters.workflow import workflow

_MOST_ROWS = 10
"""Of one part, unless the person wants all."""
_MOST_SITES = 8
_TITLE = 32
_HINT_AT = 47
_BOLD, _DIM, _RED, _YELLOW, _CYAN = "1", "2", "1;31", "1;33", "1;36"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Findings that are told together."""

    title: str
    rules: tuple[RuleId, ...]
    hint: str
    """What to do, or not to do; {source} is the list's path."""
    colour: str
    is_folded: bool = False
    """Only its number, unless the person wants all."""


_PARTS = (
    _Part(
        title="DEAD",
        rules=(RuleId.DEAD_LINK,),
        hint="replace them, or: curator fix {source} --retire ENTRY",
        colour=_RED,
    ),
    _Part(
        title="NOT FOUND, though they answer 200",
        rules=(RuleId.SOFT_404,),
        hint="open them to be sure",
        colour=_RED,
    ),
    _Part(
        title="FOR SALE, or only advertisements",
        rules=(RuleId.PARKED,),
        hint="what was recommended is gone",
        colour=_RED,
    ),
    _Part(
        title="NO LONGER what was recommended",
        rules=(RuleId.DRIFTED,),
        hint="open them to be sure",
        colour=_RED,
    ),
    _Part(
        title="UNUSABLE",
        rules=(RuleId.INVALID_URL, RuleId.UNSAFE_LINK),
        hint="correct them in the list",
        colour=_RED,
    ),
    _Part(
        title="FAILING, not yet called dead",
        rules=(RuleId.FAILING_LINK,),
        hint="nothing to do yet: later checks decide",
        colour=_YELLOW,
    ),
    _Part(
        title="CERTIFICATE at fault",
        rules=(RuleId.TLS_ERROR,),
        hint="nothing to do yet: most are renewed in days",
        colour=_YELLOW,
    ),
    _Part(
        title="MOVED for good",
        rules=(RuleId.MOVED_LINK,),
        hint="to apply: curator fix {source}",
        colour=_YELLOW,
    ),
    _Part(
        title="LISTED TWICE",
        rules=(RuleId.DUPLICATE_LINK,),
        hint="keep the better of the two",
        colour=_YELLOW,
    ),
    _Part(
        title="OLD by the page's own date",
        rules=(RuleId.STALE,),
        hint="does it still hold?",
        colour=_CYAN,
    ),
    _Part(
        title="DUE FOR REVIEW",
        rules=(RuleId.REVIEW_DUE,),
        hint="look at them, and write the day into reviewed",
        colour=_CYAN,
    ),
    _Part(
        title="THE LIST ITSELF",
        rules=(RuleId.UPDATED_DATE, RuleId.WAIVER_EXPIRED, RuleId.WAIVER_UNNEEDED),
        hint="",
        colour=_CYAN,
    ),
    _Part(
        title="MOVED only by https, www or a slash",
        rules=(RuleId.COSMETIC_REDIRECT,),
        hint="harmless; to apply: curator fix {source} --cosmetic",
        colour=_CYAN,
        is_folded=True,
    ),
)


def terminal(report: Report, options: Options) -> str:
    """Plain text; colour, width and length as `options` say."""
    lines = [
        *_parts(report, options),
        *_recovered(report, options),
        *_unknown(report, options),
        *_summary(report, options),
    ]
    text = "\n".join(lines) + "\n"
    return text + workflow(report, options) if options.workflow else text


def _parts(report: Report, options: Options) -> Iterator[str]:
    for part in _PARTS:
        found = [finding for finding in report.findings if finding.rule in part.rules]
        if found:
            count = sum(len(finding.all) for finding in found)
            yield from _heading(part.title, count, _hint(part, report), part.colour, options)
            yield from _rows(part, found, options)


def _rows(part: _Part, found: Sequence[Finding], options: Options) -> Iterator[str]:
    if part.is_folded and not options.verbose:
        return
    shown = found if options.verbose else found[:_MOST_ROWS]
    rows = [row for finding in shown for row in _rows_of(finding, options)]
    yield from _table(rows, options.width)
    if hidden := sum(len(finding.all) for finding in found[len(shown) :]):
        yield _paint(f"  … {hidden} more (--verbose)", _DIM, options)


def _rows_of(finding: Finding, options: Options) -> Iterator[tuple[str, ...]]:
    """One row, and for a silent host where its other links are; in full for who wants all."""
    if options.verbose:
        yield from map(_cells, finding.all)
    else:
        places = places_of(finding.also)
        yield (*_cells(finding), *((f"also {for_terminal(places)}",) if places else ()))


def _cells(finding: Finding) -> tuple[str, ...]:
    place = for_terminal(str(finding.location or ""))
    if finding.fix:
        return (place, for_terminal(finding.fix.old), f"→ {for_terminal(finding.fix.new)}")
    title = columns.cut(for_terminal(finding.entry), _TITLE)
    url = (for_terminal(finding.url),) if finding.url else ()
    return (place, title, *url, for_terminal(finding.message))


def _table(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    """Aligned columns; where a line would be too long, every row takes several lines."""
    size = max(map(len, rows))
    widths = [columns.widest([row[n] for row in rows if n < len(row)]) for n in range(size)]
    is_wide = sum(widths) + 2 * len(widths) > width
    for row in rows:
        if is_wide:
            yield from _stacked(row, widths[0], width)
        else:
            yield "  " + _joined(row, widths)


def _stacked(row: tuple[str, ...], place_width: int, width: int) -> Iterator[str]:
    """Place and title; below them the URL and the sentence, on one line if it holds both."""
    yield "  " + _joined(row[:2], [place_width, 0])
    rest = "  ".join(row[2:])
    if columns.width(rest) + 6 <= width:
        yield "      " + rest
    else:
        yield from ("      " + cell for cell in row[2:])


def _joined(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [columns.pad(cell, wide) for cell, wide in zip(row[:-1], widths, strict=False)]
    return "  ".join([*padded, row[-1]])


def _hint(part: _Part, report: Report) -> str:
    return part.hint.format(source=_source(report))


def _heading(title: str, count: int, hint: str, colour: str, options: Options) -> Iterator[str]:
    """What it is, and beside it what to do; below it where the terminal is too narrow."""
    heading = f"{title} ({count})"
    room = options.width - columns.width(heading + hint)
    gap = " " * max(min(_HINT_AT - columns.width(heading), room), 3)
    painted = _paint(heading, colour, options)
    if not hint:
        yield painted
    elif len(gap) <= room:
        yield f"{painted}{gap}{_paint(hint, _DIM, options)}"
    else:
        yield from (painted, _paint(f"  {hint}", _DIM, options))


def _recovered(report: Report, options: Options) -> Iterator[str]:
    if report.recovered:
        hint = "reported last time, alive now"
        count = sum(1 + len(link.also) for link in report.recovered)
        yield from _heading("ANSWER AGAIN", count, hint, _BOLD, options)
        yield from _table([_link_cells(link) for link in report.recovered], options.width)


def _link_cells(link: Listed) -> tuple[str, ...]:
    place = link.places[0]
    title = columns.cut(for_terminal(place.entry), _TITLE)
    also = (f"and {len(link.also)} more of its host",) if link.also else ()
    return (for_terminal(str(place.location)), title, for_terminal(link.url), *also)


_UNKNOWN = (
    (
        Status.BLOCKED,
        "CAN'T BE KNOWN FROM HERE",
        "sites that refuse robots; not held against you",
    ),
    (Status.GATED, "BEHIND A LOGIN OR A PAYWALL", "not held against you"),
    (Status.SKIPPED, "NOT ASKED", "excluded, or not their turn yet"),
)


def _unknown(report: Report, options: Options) -> Iterator[str]:
    for status, title, hint in _UNKNOWN:
        links = [link for link in report.links if link.verdict.status is status]
        if not links:
            continue
        yield from _heading(title, len(links), hint, _BOLD, options)
        if options.verbose:
            cells = [(*_link_cells(link), for_terminal(link.verdict.reason)) for link in links]
            yield from _table(cells, options.width)
        else:
            yield "  " + _sites(links)


def _sites(links: Sequence[Listed]) -> str:
    sites = counted(links)
    named = [f"{for_terminal(site)} {count}" for site, count in sites[:_MOST_SITES]]
    rest = len(sites) - len(named)
    more = [f"{rest} more sites (--verbose)"] if rest else []
    return " · ".join(named + more)


def _summary(report: Report, options: Options) -> Iterator[str]:
    counts = " · ".join(f"{count} {status}" for status, count in report.by_status().items())
    yield _paint(counts or "no links", _BOLD, options)
    if report.problems:
        number = len(report.problems)
        yield f"{number} about the list's own files: curator validate {_source(report)}"
    yield from (f"note: {for_terminal(note)}" for note in report.notes)
    yield _last_word(report)


def _last_word(report: Report) -> str:
    """What it comes to, and the next command."""
    source, rules = _source(report), {finding.rule for finding in report.findings}
    if report.void:
        return "Nothing was learnt: the network here is down. No link was judged by this run."
    if report.interrupted:
        return f"Interrupted; what was seen is kept. To go on: curator check {source}"
    if any(finding.level is Level.ERROR for finding in report.findings):
        return "To see why, and how to overrule it: curator explain URL"
    if RuleId.FAILING_LINK in rules or RuleId.TLS_ERROR in rules:
        return f"Nothing is proven dead yet. For a verdict today: curator check {source} --strict"
    if RuleId.MOVED_LINK in rules:
        return f"Nothing is dead. Next: curator fix {source}"
    if rules:
        return "Nothing is urgent."
    if report.links and not any(link.verdict.checked_at for link in report.links):
        return f"Nothing was asked yet. Next: curator check {source}"
    return "Nothing needs a decision."


def _source(report: Report) -> str:
    return shlex.quote(for_terminal(report.source))


def _paint(text: str, code: str, options: Options) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if options.colour and text else text
