"""Several links of one host that end at one place: what the list itself knows, without a request.

Pages that are gone are often led to one page; so are the parts of a book that became one. The sign
says only that it is so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from curator import urls
from curator.evidence import Attempt, Evidence, Sign

NAME: Final = "common-target"
_SEVERAL: Final = 3
"""Two pages that became one are a common thing."""


def with_common_targets(latest: Iterable[Evidence]) -> Iterator[Evidence]:
    """Those of the `latest` evidence of a list's links that end where several others do, signed."""
    ends: dict[tuple[str, str], dict[str, Evidence]] = {}
    for evidence in latest:
        if end := _end(evidence):
            path = urls.parse(evidence.url).path
            ends.setdefault((urls.host_key(evidence.url), end), {})[path] = evidence
    for (host, _), found in ends.items():
        if len(found) >= _SEVERAL:
            yield from (
                _signed(one, f"{len(found)} links to {host} end here") for one in found.values()
            )


def _end(evidence: Evidence) -> str:
    """Where a chain led that began elsewhere; "" when it did not lead on, or not to a page."""
    last = evidence.attempts[-1] if evidence.attempts and not evidence.void else None
    if last is None or last.status is None or not 200 <= last.status < 300 or len(last.hops) < 2:
        return ""
    final = last.hops[-1].url
    if urls.is_home(evidence.url) or urls.same_but_cosmetic(evidence.url, final):
        return ""
    return urls.identity(final)


def _signed(evidence: Evidence, detail: str) -> Evidence:
    *before, last = evidence.attempts
    if any(sign.name == NAME for sign in last.signs):
        return evidence
    return replace(evidence, attempts=(*before, _with_sign(last, detail)))


def _with_sign(attempt: Attempt, detail: str) -> Attempt:
    return replace(attempt, signs=(*attempt.signs, Sign(name=NAME, where="url", detail=detail)))
