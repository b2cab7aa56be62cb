"""The sites that have a better question than their page: which URLs are theirs, and how to ask.

The hosts of all questions are fixed in code: nothing of a list's URL but an id goes into one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from curator import urls
from curator.probes.sites import bilibili, youtube
from curator.probes.sites.bilibili import bilibili_question, video_of
from curator.probes.sites.own_word import Question, nothing_to_ask
from curator.probes.sites.youtube import thing_of, youtube_question


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One site: a row of `SITES`."""

    name: str
    ask: Callable[[str], Question | None]
    """None for a URL that is not the site's, or of which it has no word."""


def _youtube(url: str) -> Question | None:
    if thing := thing_of(url):
        return youtube_question(thing)
    return nothing_to_ask() if youtube.is_hollow(url) else None


def _bilibili(url: str) -> Question | None:
    if video := video_of(url):
        return bilibili_question(video)
    return nothing_to_ask() if bilibili.is_hollow(url) else None


SITES: Final = (Site(name="youtube", ask=_youtube), Site(name="bilibili", ask=_bilibili))


def question_about(url: str) -> Question | None:
    """The first site's that has one."""
    if urls.problem(url) is not None:
        return None
    asked = (site.ask(url) for site in SITES)
    return next((question for question in asked if question is not None), None)
