"""What the commands do, each a straight line of calls."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from fnmatch import fnmatchcase

from curator import urls
from curator.asking import Asking
from curator.catalogue import Catalogue, Placed
from curator.config import Config
from curator.crawl import Progress, due, failed_before, witnesses
from curator.errors import CuratorError
from curator.evidence import Evidence
from curator.fetch import Network
from curator.findings import Place, Report, build
from curator.history import History
from curator.judge import Status, Verdict, is_readable, judge
from curator.probes import Listing
from curator.probes.common import with_common_targets
from curator.probes.contract import Clock
from curator.reporters.explain import explain as explanation
from curator.reporters.options import Options
from curator.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which of the links that could be asked are asked."""

    everything: bool = False
    """Also those whose last evidence is fresh."""
    section: str | None = None
    """Only links of sections whose title contains this."""
    only: frozenset[Status] = frozenset()
    """Only links last found so; empty: any."""


async def check(
    source: Source,
    config: Config,
    history: History,
    *,
    selection: Selection,
    clock: Clock,
    network: Network | None,
    stop: asyncio.Event,
    progress: Callable[[Progress], None],
) -> Report:
    """Ask what is due, remember it, judge everything, report."""
    began = clock()
    history.begin(began)
    holds = history.holds(began)
    askable = _askable(source.catalogue, config, selection)
    verdicts = _verdicts(askable, history, config)
    asking = Asking(config=config, history=history, clock=clock, network=network, holds=holds)
    outcome, notes = await asking.ask(
        _to_ask(askable, verdicts, config, holds, selection, began),
        said=listings(source.catalogue),
        progress=progress,
        stop=stop,
        failed_before=failed_before(verdicts),
    )
    if outcome.void:
        history.mark_void(began)
    _sign_common_targets(askable, history, since=began)
    history.trim()
    return report(
        source,
        config,
        history,
        now=clock(),
        section=selection.section,
        interrupted=outcome.interrupted,
        void=outcome.void,
        notes=notes,
    )


def _sign_common_targets(listed: Sequence[str], history: History, *, since: datetime) -> None:
    """In what this run saw; earlier evidence stays as it was."""
    for evidence in with_common_targets(history.latest_redirects(listed)):
        if evidence.at >= since:
            history.record(evidence)


async def accept(
    url: str,
    source: Source,
    config: Config,
    history: History,
    *,
    clock: Clock,
    network: Network | None,
) -> Verdict:
    """Ask `url` now, and remember that what it shows is what the list recommends.

    `CuratorError` when it is not in the list, or shows nothing that could be accepted.
    """
    key = urls.evidence_key(url)
    said = listings(source.catalogue)
    if key not in said:
        raise CuratorError(
            f"{url or 'nothing'} is not in {source.name}", hint=_nearest(url, source.catalogue)
        )
    asking = Asking(config=config, history=history, clock=clock, network=network, holds={})
    await asking.ask((key,), said=said)
    seen = history.of(key)[-1]
    if not is_readable(seen):
        verdict = judge(key, (seen,), config.policy)
        raise CuratorError(
            f"{url} shows nothing that could be accepted: {verdict.reason}",
            hint=f"curator explain {url} says what was seen, and the waiver to paste",
        )
    history.accept(key)
    return judge(key, history.of(key), config.policy)


def listed_urls(catalogue: Catalogue, section: str | None = None) -> tuple[str, ...]:
    """The history's key of every link, each once, in the order of the list."""
    keys = (
        urls.evidence_key(link.url)
        for placed in catalogue.shown()
        if _is_in(placed, section)
        for link in placed.links
    )
    return tuple(dict.fromkeys(keys))


def listings(catalogue: Catalogue) -> Mapping[str, Listing]:
    """By the history's key: what the list says about each link that it shows."""
    titles: dict[str, dict[str, None]] = {}
    fragments: dict[str, dict[str, None]] = {}
    sealed = _sealed_hosts(catalogue)
    for placed in catalogue.shown():
        names = placed.entry.titles if placed.entry else {}
        for link in placed.links:
            key = urls.evidence_key(link.url)
            titles.setdefault(key, {}).update(dict.fromkeys(names.get(link.url, ())))
            if fragment := urls.fragment(link.url):
                fragments.setdefault(key, {})[fragment] = None
    return {
        key: Listing(
            titles=tuple(names),
            fragments=tuple(fragments.get(key, ())),
            sealed_host=urls.scheme(key) == "http" and _host(key) in sealed,
        )
        for key, names in titles.items()
    }


def _sealed_hosts(catalogue: Catalogue) -> frozenset[str]:
    """Those that the list links to by https."""
    listed = (link.url for placed in catalogue.shown() for link in placed.links)
    return frozenset(_host(url) for url in set(listed) if urls.scheme(url) == "https")


def _host(url: str) -> str:
    """Of an unusable URL ""."""
    return "" if urls.problem(url) else urls.host_key(url)


def count_hosts(listed: Sequence[str]) -> int:
    return len({urls.host_key(url) for url in listed if urls.problem(url) is None})


def _is_in(placed: Placed, section: str | None) -> bool:
    part = (section or "").casefold()
    return section is None or any(part in title.casefold() for title in placed.sections)


def _askable(catalogue: Catalogue, config: Config, selection: Selection) -> tuple[str, ...]:
    listed = listed_urls(catalogue, selection.section)
    if selection.section is not None and not listed:
        raise CuratorError(
            f"no section with {selection.section!r} in its title has a link",
            hint="give a part of the heading, in upper or lower case",
        )
    return tuple(url for url in listed if urls.problem(url) is None and not _excluded(url, config))


def _verdicts(listed: Sequence[str], history: History, config: Config) -> dict[str, Verdict]:
    """Of those that were ever asked."""
    past = history.load(listed)
    return {url: judge(url, evidence, config.policy) for url, evidence in past.items()}


def _to_ask(
    askable: Sequence[str],
    verdicts: Mapping[str, Verdict],
    config: Config,
    holds: Mapping[str, datetime],
    selection: Selection,
    now: datetime,
) -> Sequence[str]:
    if selection.only:
        only = [u for u in askable if u in verdicts and verdicts[u].status in selection.only]
        return (*witnesses(askable, only, verdicts), *only)
    if selection.everything:
        return askable
    return due(askable, verdicts, now=now, recheck=config.recheck, holds=holds)


def _excluded(url: str, config: Config) -> bool:
    if not config.exclude or urls.problem(url) is not None:
        return False
    host = urls.host_key(url)
    return any(fnmatchcase(url, it) or fnmatchcase(host, it.lower()) for it in config.exclude)


def report(
    source: Source,
    config: Config,
    history: History,
    *,
    now: datetime,
    section: str | None = None,
    interrupted: bool = False,
    void: bool = False,
    notes: tuple[str, ...] = (),
) -> Report:
    """Judge everything that the history knows of the source's links. No network."""
    listed = listed_urls(source.catalogue, section)
    past = history.load(listed)
    verdicts = {url: _verdict(url, past.get(url, ()), config) for url in listed}
    return build(
        source.catalogue,
        verdicts,
        today=now.date(),
        generated_at=now,
        problems=source.warnings,
        before=_published_verdicts(past, history.published_at, config),
        review=config.review,
        stale=config.stale,
        host_waivers=config.waivers,
        interrupted=interrupted,
        void=void,
        strict=config.policy.strict,
        notes=notes,
    )


def _verdict(url: str, evidence: Sequence[Evidence], config: Config) -> Verdict:
    if _excluded(url, config):
        return Verdict(url=url, status=Status.SKIPPED, reason="Excluded in curator.toml.")
    return judge(url, evidence, config.policy)


def _published_verdicts(
    past: Mapping[str, Sequence[Evidence]], published_at: datetime | None, config: Config
) -> Mapping[str, Verdict]:
    """What the last published report said; nothing when there was none."""
    if published_at is None:
        return {}
    return {
        url: judge(url, [seen for seen in evidence if seen.at <= published_at], config.policy)
        for url, evidence in past.items()
    }


def explain(
    url: str, source: Source, config: Config, history: History, *, now: datetime, options: Options
) -> str:
    """Everything that is known of one URL. No network."""
    key = urls.evidence_key(url)
    evidence = history.of(key)
    found = [
        (link.url, Place(entry=placed.name, location=link.location))
        for placed in source.catalogue.walk()
        for link in placed.links
        if urls.evidence_key(link.url) == key
    ]
    places = tuple(place for _, place in found)
    if not evidence and not places:
        raise CuratorError(
            f"{url or 'nothing'} is not in {source.name}, and was never asked",
            hint=_nearest(url, source.catalogue),
        )
    verdict = _verdict(key, evidence, config)
    return explanation(
        verdict,
        evidence,
        places,
        config.policy,
        options,
        listed=next((listed for listed, _ in found), ""),
        begun=source.side is not None and bool(source.side.entries),
        today=now.date(),
    )


def _nearest(url: str, catalogue: Catalogue) -> str:
    listed = [link.url for placed in catalogue.walk() for link in placed.links]
    near = get_close_matches(url, listed, n=1)
    return f"curator explain {near[0]}" if near else "write it as it stands in the list"
