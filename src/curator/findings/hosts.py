"""A host that is silent is told once, with all its links: it is one thing, and one decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from curator import urls
from curator.findings.model import Finding, Listed
from curator.findings.rules import RULES
from curator.judge import Status, Verdict


def host_of(url: str) -> str:
    """The site a person would name; "" of an unusable URL."""
    return "" if urls.problem(url) else urls.host_key(url).removeprefix("www.")


def _server_of(url: str) -> str:
    """With its port, where that is not one of the web's own: another port is another server."""
    host = host_of(url)
    port = urls.parse(url).asked_port if host else None
    return f"{host}:{port}" if port not in (None, 80, 443) else host


def silent_hosts(verdicts: Iterable[Verdict]) -> frozenset[str]:
    """Those of whose links none that was ever asked had an answer: no such name, refused, a
    certificate at fault, ...
    """
    asked = [(_server_of(one.url), one) for one in verdicts if one.status is not Status.SKIPPED]
    heard = {host for host, verdict in asked if not _is_silent(verdict)}
    return frozenset(host for host, _ in asked if host and host not in heard)


_FAILED: Final = (Status.FAILING, Status.DEAD, Status.TLS_ERROR)


def _is_silent(verdict: Verdict) -> bool:
    """It failed before anything was said, by the host or by an API in its place."""
    spoke = verdict.hops or verdict.http_status or verdict.record
    return verdict.status in _FAILED and not spoke


def told_once(found: Iterable[Finding], silent: Set[str]) -> list[Finding]:
    """`found` in its order, with one finding for all links of a silent host."""
    groups: dict[str | int, list[Finding]] = {}
    for number, one in enumerate(found):
        host = _server_of(one.url) if one.url and one.verdict and _is_silent(one.verdict) else ""
        groups.setdefault(host if host in silent else number, []).append(one)
    return [_together(str(host), group) for host, group in groups.items()]


def _together(host: str, group: Sequence[Finding]) -> Finding:
    """The most urgent speaks for all. It is new when its rule was told of none of them."""
    first, *rest = sorted(group, key=lambda one: tuple(RULES).index(one.rule))
    if not rest:
        return first
    return replace(
        first,
        host=host,
        message=f"{len(group)} links of {host} fail: {first.message}",
        since=min((one.since for one in group if one.since), default=None),
        new=all(one.new for one in group if one.rule is first.rule),
        also=tuple(rest),
    )


def returned_once(links: Iterable[Listed], before: Mapping[str, Verdict]) -> list[Listed]:
    """`links` in their order, with one for all of a host that was silent `before`."""
    silent = silent_hosts(before.values())
    groups: dict[str | int, list[Listed]] = {}
    for number, link in enumerate(links):
        host = _server_of(link.url)
        groups.setdefault(host if host in silent else number, []).append(link)
    return [replace(first, also=tuple(rest)) for first, *rest in groups.values()]
