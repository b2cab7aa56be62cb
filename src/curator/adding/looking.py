"""Asking the one URL that is to be added, and what is known of it then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, assert_never

from curator import urls
from curator.adding.titles import title_for
from curator.asking import Asking
from curator.config import Config
from curator.errors import CuratorError
from curator.evidence import DateSource, Evidence, Page
from curator.fetch import Network
from curator.history import History
from curator.judge import Status, Verdict, judge
from curator.probes import places
from curator.probes.contract import Clock

_FRESH: Final = timedelta(hours=1)
"""So long a good answer is taken for today's: who looks first and then adds asks once."""
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_FORCE: Final = "add it all the same with --force"


class UnfitLinkError(CuratorError):
    """The link is not one to recommend today."""

    exit_code = 1


class _NoNetworkError(CuratorError):
    """Nothing can be said of the link from here."""

    exit_code = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is known of the thing at a URL."""

    url: str
    """To be written into the list."""
    title: str = ""
    """Inline Markdown; "" when its page does not tell."""
    language: str | None = None
    published: date | None = None
    told: tuple[str, ...] = ()
    """What a person should know of it: one sentence each."""


def unasked(url: str) -> Seen:
    """What the URL alone tells."""
    clean = usable(url)
    return Seen(url=clean, title=title_for(clean, title="", heading=""), told=("not asked",))


def usable(url: str) -> str:
    """The URL without what tracks its readers. UnfitLinkError when no browser could open it."""
    if why := urls.problem(url):
        meant = f"https://{url}"
        is_short = urls.scheme(url) == "" and urls.problem(meant) is None and "." in url
        hint = f"curator add {meant}" if is_short else "copy it from the browser's address bar"
        raise UnfitLinkError(f"{url or 'nothing'} is no usable URL: {why}", hint=hint)
    return urls.without_tracking(url.strip())


async def look(
    url: str,
    config: Config,
    history: History,
    *,
    clock: Clock,
    network: Network | None,
    force: bool = False,
) -> Seen:
    """Ask for it, remember what was seen, and say what is known.

    UnfitLinkError when it is gone, at fault or not to be contacted, unless by `force`.
    """
    clean = usable(url)
    key = urls.evidence_key(clean)
    strict = replace(config.policy, strict=True)
    past = history.of(key)
    if not _is_fresh(past, clock, judge(key, past, strict)):
        await _ask(key, config, history, clock, network)
        past = history.of(key)
    verdict = judge(key, past, strict)
    told = _weighed(verdict, force=force)
    return _seen(clean, past[-1], verdict, told)


def _is_fresh(past: Sequence[Evidence], clock: Clock, verdict: Verdict) -> bool:
    well = verdict.status in (Status.ALIVE, Status.MOVED)
    return well and bool(past) and not past[-1].void and clock() - past[-1].at < _FRESH


async def _ask(
    key: str, config: Config, history: History, clock: Clock, network: Network | None
) -> None:
    began = clock()
    asking = Asking(
        config=config, history=history, clock=clock, network=network, holds=history.holds(began)
    )
    outcome, _ = await asking.ask((key,), said={}, pages_only=True)
    if outcome.void:
        history.mark_void(began)
        raise _NoNetworkError(
            f"{key}: nothing could be reached from here",
            hint="look at the network, or add it unasked: --offline --title TITLE",
        )


def _weighed(verdict: Verdict, *, force: bool) -> tuple[str, ...]:
    """What is to be said of the link; raises when it is not one to add."""
    reason = verdict.reason.removesuffix(".")
    match verdict.status:
        case Status.ALIVE:
            return (reason,)
        case Status.MOVED:
            return (f"{reason}: its new address is added",)
        case Status.BLOCKED | Status.GATED:
            return (f"{verdict.status}: {reason}. Open it yourself to be sure",)
        case Status.UNSAFE:
            hint = f"{_PRIVATE}, or {_FORCE}"
        case Status.FAILING | Status.DEAD | Status.SOFT_404 | Status.TLS_ERROR:
            hint = f"look whether it has moved; {_FORCE}"
        case Status.PARKED | Status.DRIFTED | Status.SKIPPED | Status.INVALID:
            hint = f"open it in a browser; {_FORCE}"
        case _:
            assert_never(verdict.status)
    if not force:
        what = "is unsafe" if verdict.status is Status.UNSAFE else "is not one to recommend today"
        raise UnfitLinkError(f"{verdict.url} {what}: {reason}", hint=hint)
    return (f"{verdict.status}: {reason}. Added by --force",)


_PRIVATE: Final = "for a list of your own network: --allow-private"


def _seen(url: str, evidence: Evidence, verdict: Verdict, told: tuple[str, ...]) -> Seen:
    page = evidence.attempts[-1].page if evidence.attempts else None
    well = verdict.status in (Status.ALIVE, Status.MOVED)
    new = _address(url, verdict)
    if end := _elsewhere(new, verdict):
        told = (*told, f"leads for now to {end}")
        well = well and not (places.is_login(end) or places.is_consent(end))
    if page is None or not well:  # a wall's title is not the thing's
        return Seen(url=new, title=title_for(new, title="", heading=""), told=told)
    return Seen(
        url=new,
        title=title_for(new, title=page.title, heading=page.heading),
        language=tag_of(page.language),
        published=_published(page),
        told=told,
    )


def _elsewhere(url: str, verdict: Verdict) -> str:
    """Where its readers end, where that is another address; "" where it is not."""
    end = verdict.final_url or url
    here = urls.identity(urls.request_url(url))
    return "" if urls.identity(urls.request_url(end)) == here else end


def _address(url: str, verdict: Verdict) -> str:
    """Where it is for good, with the fragment that was asked for."""
    new = verdict.replacement if verdict.status is Status.MOVED else None
    fragment = urls.fragment(url)
    if new is None:
        return url
    return f"{new}#{fragment}" if fragment and not urls.fragment(new) else new


def _published(page: Page) -> date | None:
    """As the page itself says; a header's date is that of a file."""
    days = (
        found.day
        for found in page.dates
        if not found.modified and found.source is not DateSource.LAST_MODIFIED
    )
    return next(days, None)


def tag_of(language: str) -> str | None:
    """As BCP 47 has it: pages also write zh_CN."""
    tag = language.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None
