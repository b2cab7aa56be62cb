"""Links counted by their site: one line instead of forty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from curator import urls
from curator.findings import Finding, Listed

_FOLDED_FROM = 2
"""Findings of one dead host that are told in one row."""


def host_of(url: str) -> str:
    """The site a person would name; "" of an unusable URL."""
    return "" if urls.problem(url) else urls.host_key(url).removeprefix("www.")


def counted(links: Iterable[Listed]) -> tuple[tuple[str, int], ...]:
    """Sites with their number of links, most first."""
    counts = Counter(host_of(link.url) for link in links)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def grouped(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """In order; together what one host's silence explains."""
    groups = []
    by_host = sorted(range(len(findings)), key=lambda n: (_silence(findings[n]), n))
    for silence, numbers in groupby(by_host, key=lambda n: _silence(findings[n])):
        together = tuple(numbers)
        if any(silence) and len(together) >= _FOLDED_FROM:
            groups.append(together)
        else:
            groups += [(number,) for number in together]
    return tuple(tuple(findings[number] for number in group) for group in sorted(groups))


def _silence(finding: Finding) -> tuple[str, str, str]:
    """Equal for links of a host that never answered and is decided on one day; else empty."""
    verdict = finding.verdict
    if not verdict or not finding.url or verdict.final_url or verdict.http_status:
        return ("", "", "")
    return (finding.rule, host_of(finding.url), str(verdict.decides_on))
