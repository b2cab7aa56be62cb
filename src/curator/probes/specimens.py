"""Asking what a host shows at URLs that the list does not name: decoys, its front page, its rules.

A decoy is asked for only where robots.txt lets us (RFC 9309). A URL of the list is asked as a
reader would ask for it; a decoy no reader would.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

from protego import Protego

from curator import urls
from curator.evidence import Specimen
from curator.probes import likeness
from curator.probes.chain import Walked, WalkSettings, walk
from curator.probes.contract import Answer, Ask, Clock, Consult, Heard, Later, Role
from curator.probes.decoys import robots_of

Inquiry = Generator[Ask | Consult | Later, Heard, Specimen | None]
"""It never puts itself off."""

ROBOT: Final = "curator"
"""The name that robots.txt knows us by."""
_LONGEST_RULES: Final = 64 * 1024
_REDIRECTS_OF_RULES: Final = 5
_LEADS_ON: Final = frozenset((301, 302, 303, 307, 308))
_NO_ANSWER: Final = frozenset((408, 425, 429))


def inquire(consult: Consult, *, clock: Clock, redirects: int = 20) -> Inquiry:
    """Find out; None when the host is in no state to tell, so that it is asked another time."""
    began = clock()
    if consult.role is Role.ROBOTS:
        rules = yield from _rules(consult.url)
        return (
            rules
            if rules is None
            else Specimen(url=consult.url, at=began, attempt=None, text=rules)
        )
    if consult.role is Role.DECOY:
        allowed = yield from _is_allowed(consult.url)
        if not allowed:
            return None if allowed is None else Specimen(url=consult.url, at=began, attempt=None)
    walked = yield from walk(consult.url, WalkSettings(clock=clock, redirects=redirects))
    return _specimen(consult.url, walked)


def _specimen(url: str, walked: Walked) -> Specimen | None:
    attempt = walked.attempt
    status = attempt.status
    if status is None or status >= 500 or status in _NO_ANSWER:
        return None
    is_page = walked.reading is not None and 200 <= status < 300
    pairs = likeness.packed(walked.reading.pairs) if is_page and walked.reading else ""
    return Specimen(url=url, at=attempt.at, attempt=attempt, pairs=pairs)


def _is_allowed(url: str) -> Generator[Ask | Consult, Heard, bool | None]:
    """None: the host would not say, which means no for now (RFC 9309 2.3.1.4)."""
    rules = yield Consult(url=robots_of(url), role=Role.ROBOTS)
    if not isinstance(rules, Specimen):
        return None
    return bool(Protego.parse(rules.text).can_fetch(url, ROBOT))


def _rules(url: str) -> Generator[Ask | Consult, Heard, str | None]:
    """The text of robots.txt, "" where there is none; None when it can't be known.

    A page in its place (an application that answers everything) says nothing.
    """
    for _ in range(_REDIRECTS_OF_RULES + 1):
        answer = yield Ask(url=url)
        if not isinstance(answer, Answer) or answer.status >= 500 or answer.status in _NO_ANSWER:
            return None
        if answer.status not in _LEADS_ON:
            return _text(answer)
        try:
            url = urls.request_url(urls.join(url, answer.header("location")))
        except urls.UnusableUrlError:
            break
    return ""


def _text(answer: Answer) -> str:
    is_text = 200 <= answer.status < 300 and answer.body.lstrip()[:1] != b"<"
    return answer.body[:_LONGEST_RULES].decode("utf-8", "replace") if is_text else ""
