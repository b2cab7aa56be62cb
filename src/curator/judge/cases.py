"""What one attempt, and all attempts of one run, say about a link.

Between evidence, which has hundreds of shapes, and a verdict, which looks at many runs, stands the
case: the one word for what a run saw.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from curator import urls
from curator.evidence import (
    Attempt,
    Beside,
    Cause,
    Evidence,
    Failure,
    Family,
    Sign,
    Standing,
)
from curator.judge.soft import weigh_not_found
from curator.judge.weighing import POINTS, Weighed, is_proven
from curator.probes.compare import is_alike, is_namesake
from curator.probes.lasting import is_lasting
from curator.probes.page import is_empty
from curator.probes.signs.clues import Clue, Nature, Weight, Where
from curator.probes.signs.seeing import CLUES


class Case(StrEnum):
    """What one run saw, as far as judging cares; the more telling first."""

    GOOD = "good"  # a page that can be read
    GATED = "gated"
    BLOCKED = "blocked"  # refuses us: says nothing of the link
    UNSAFE = "unsafe"
    INVALID = "invalid"
    PARKED = "parked"
    TAKEN_OVER = "taken-over"  # shows gambling or the like, on a link about something else
    DRIFTED = "drifted"  # a page that can be read, and is another thing than before
    SOFT = "soft"  # answers 200, says not found
    MISSING = "missing"  # 404, no such name, redirects that lead nowhere
    GONE = "gone"  # 410, or the site's own API says so
    TLS = "tls"
    TLS_DOUBT = "tls-doubt"  # browsers may manage where we did not: never death
    TROUBLE = "trouble"  # 5xx, timeouts, refused, reset
    ODD = "odd"  # about our way of asking, or nothing that can be read: never death
    LIMITED = "limited"  # 429, or told to stay away: says nothing of the link
    KEPT_OFF = "kept-off"  # a lasting host, out of reach or out of order: says nothing of the link
    OURS = "ours"  # our resolver, route or proxy: says nothing of the link


_BY_CAUSE: Final = {
    Cause.NO_SUCH_NAME: Case.MISSING,
    Cause.NAME_TRY_AGAIN: Case.OURS,
    Cause.NO_ROUTE: Case.OURS,
    Cause.CONNECT_TIMEOUT: Case.TROUBLE,
    Cause.REFUSED: Case.TROUBLE,
    Cause.RESET: Case.TROUBLE,
    Cause.CLOSED: Case.TROUBLE,
    Cause.TIMEOUT: Case.TROUBLE,
    Cause.PROTOCOL: Case.ODD,
    Cause.TLS_EXPIRED: Case.TLS,
    Cause.TLS_NOT_YET_VALID: Case.TLS,
    Cause.TLS_WRONG_HOST: Case.TLS,
    Cause.TLS_SELF_SIGNED: Case.TLS,
    Cause.TLS_UNKNOWN_ISSUER: Case.TLS_DOUBT,
    Cause.TLS_TOO_OLD: Case.TLS,
    Cause.TLS_OTHER: Case.TLS_DOUBT,
    Cause.UNSAFE_ADDRESS: Case.UNSAFE,
    Cause.UNSAFE_REDIRECT: Case.UNSAFE,
    Cause.UNUSABLE_URL: Case.INVALID,
    Cause.BAD_LOCATION: Case.MISSING,
    Cause.REDIRECT_LOOP: Case.MISSING,
    Cause.TOO_MANY_REDIRECTS: Case.MISSING,
    Cause.HELD_OFF: Case.LIMITED,
    Cause.PROXY: Case.OURS,
}

_BY_STATUS: Final = {
    **dict.fromkeys((401, 402, 451), Case.GATED),
    # 407 and 412: some sites' word for "you are a robot"; 418 Douban, 444 nginx, 999 LinkedIn,
    # 428 Akamai, 430 Shopify, 449 and 493 firewalls of hosts, 566 and 567 Tencent EdgeOne.
    **dict.fromkeys((403, 407, 412, 418, 428, 430, 444, 449, 493, 566, 567, 999), Case.BLOCKED),
    **dict.fromkeys((420, 429), Case.LIMITED),
    404: Case.MISSING,
    410: Case.GONE,
    511: Case.OURS,  # a portal of our own network (RFC 6585 6)
}

_BY_STANDING: Final = {
    Standing.THERE: Case.GOOD,
    Standing.GONE: Case.GONE,
    Standing.HIDDEN: Case.GATED,
    Standing.WITHHELD: Case.GATED,
}

_NOT_A_REFUSAL: Final = frozenset((401, 402, 404, 410, 451))
"""Statuses that mean what they say, even on the page of a vendor of walls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One run's evidence, and the attempt that tells most about the link."""

    evidence: Evidence
    attempt: Attempt
    case: Case

    @property
    def at(self) -> datetime:
        return self.evidence.at

    @property
    def asked(self) -> tuple[Attempt, ...]:
        """The attempts that went out: a host that holds us off was not asked again."""
        return tuple(one for one in self.evidence.attempts if not _is_held_off(one))


def _is_held_off(attempt: Attempt) -> bool:
    return attempt.failure is not None and attempt.failure.cause is Cause.HELD_OFF


def sight(evidence: Evidence) -> Sighting:
    """The most telling attempt, success before all; of equal ones the last."""
    cases = tuple(Case)
    found = [(case_of(attempt), attempt) for attempt in reversed(evidence.attempts)]
    case, attempt = min(found, key=lambda pair: cases.index(pair[0]))
    return Sighting(evidence=evidence, attempt=attempt, case=case)


def case_of(attempt: Attempt) -> Case:
    """What one attempt says."""
    if attempt.record is not None:
        return _BY_STANDING[attempt.record.standing]
    if attempt.failure is not None:
        return _by_failure(attempt.failure)
    status = attempt.status or 0
    if _is_walled(status, attempt.signs) or _is_accepted_only(attempt):
        return Case.BLOCKED
    if status >= 500 and is_lasting(attempt.hops[-1].url):
        return Case.KEPT_OFF
    if 200 <= status <= 300:
        return _by_page(attempt)
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return Case.TROUBLE if status >= 500 else Case.ODD


def _by_failure(failure: Failure) -> Case:
    """Many networks have no IPv6 and do not say so: silence over it alone may be ours."""
    if failure.cause is Cause.CONNECT_TIMEOUT and failure.families == (Family.IPV6,):
        return Case.OURS
    if failure.cause in _OF_THE_WAY and is_lasting(failure.url):
        return Case.KEPT_OFF
    return _BY_CAUSE[failure.cause]


_OF_THE_WAY: Final = frozenset(
    cause
    for cause, case in _BY_CAUSE.items()
    if case in (Case.TROUBLE, Case.TLS, Case.TLS_DOUBT) or cause is Cause.NO_SUCH_NAME
)
"""What a network in between can do to any host."""


def _is_accepted_only(attempt: Attempt) -> bool:
    """202 without a word: the challenge of a firewall."""
    page = attempt.page
    is_mute = page is not None and page.media_type == "text/html" and not page.text_length
    return attempt.status == 202 and is_mute and not is_empty(attempt)


def _by_page(attempt: Attempt) -> Case:
    """An answer with success: what it shows decides."""
    clues = _clues(attempt.signs)
    natures = {clue.nature for clue in clues if clue.weight is Weight.PROOF}
    if natures & {Nature.LOGIN, Nature.CONSENT}:
        return Case.GATED
    if _is_parked(clues, attempt):
        return Case.PARKED
    if Nature.NOT_FOUND not in natures and _asks_first(clues, attempt):
        return Case.GATED
    if is_proven(weigh_not_found(attempt)):
        return Case.SOFT
    return Case.ODD if is_empty(attempt) else Case.GOOD


def _asks_first(clues: Iterable[Clue], attempt: Attempt) -> bool:
    """A page that asks who you are, or to lead on, whatever name is asked for, or has nothing else
    to say; unless it is what is listed."""
    found = {(clue.nature, clue.weight) for clue in clues}
    natures = {nature for nature, _ in found}
    if Nature.WITNESS in natures or not natures & {Nature.LOGIN, Nature.CONSENT}:
        return False
    if any(map(is_alike, attempt.comparisons)):
        return True
    return (Nature.CONSENT, Weight.STRONG) in found and Nature.SUPPORT in natures


def _is_parked(clues: Iterable[Clue], attempt: Attempt) -> bool:
    """Two signs that don't rest on the same words; a heading is in the text, and a title is in that
    of a longer page too.

    That any other name shows the same is a sign, too, unless there is an article to read, or an
    application's empty page.
    """
    parked = [clue for clue in clues if clue.nature is Nature.PARKED]
    if not parked or any(clue.nature is Nature.WITNESS for clue in clues):
        return False
    places = {clue.where for clue in parked}
    words = [bool(places & {Where.TITLE}), bool(places & {Where.HEADING, Where.TEXT})]
    others = {clue.name for clue in parked if clue.where not in _WORDS}
    if _is_only_here(attempt) and not _is_first_page(parked, attempt):
        return False
    is_long = attempt.page is not None and attempt.page.text_length > _LONG
    proofs = [clue for clue in parked if clue.weight is Weight.PROOF]
    if any(not (is_long and clue.name == "default-page") for clue in proofs):
        return True
    is_short = any(clue.name == "short-page" for clue in clues)
    is_built = any(clue.name == "app-shell" for clue in clues)
    is_telling = not is_long and not (is_built and not others)
    is_everywhere = is_telling and any(map(is_alike, attempt.comparisons))
    return len(others) + (sum(words) if is_short else any(words)) + is_everywhere > 1


def _is_first_page(parked: Iterable[Clue], attempt: Attempt) -> bool:
    """May it be only here: where the name was led to, or what a server has until there is more?"""
    is_root = urls.is_root(attempt.hops[0].url)
    return any(
        clue.where is Where.URL
        or clue.name == "for-sale-form"
        or (is_root and clue.name.startswith(_UNTIL_THERE_IS_MORE))
        for clue in parked
    )


_UNTIL_THERE_IS_MORE: Final = ("default-", "no-site-", "placeholder-")


def _is_only_here(attempt: Attempt) -> bool:
    """Does the host know other names not, or show something else there, as no dealer does?"""
    decoy = next((one for one in attempt.comparisons if one.beside is Beside.DECOY), None)
    if decoy is None or decoy.status is None or decoy.same_end:
        return False
    if 200 <= decoy.status < 300:
        return not (is_alike(decoy) or is_namesake(decoy))
    return decoy.status in (404, 410)


_WORDS: Final = frozenset((Where.TITLE, Where.HEADING, Where.TEXT))
_LONG: Final = 1500
"""Characters of text: more than a name that is for sale has to say."""


def _is_walled(status: int, signs: Iterable[Sign]) -> bool:
    """One sign is enough beside a refusal or a server error; else a proof, or two that differ."""
    clues = _clues(signs)
    strong = [c for c in clues if c.nature is Nature.WALL and c.weight is not Weight.WEAK]
    if not strong:
        return False
    if status >= 400 and status not in _NOT_A_REFUSAL:
        return True
    if any(clue.weight is Weight.PROOF for clue in strong):
        return True
    return len({c.where for c in clues if c.nature in (Nature.WALL, Nature.SUPPORT)}) > 1


def weigh_nature(attempt: Attempt, nature: Nature) -> tuple[Weighed, ...]:
    """The signs that speak for one thing, and those that support whatever is said."""
    known = [(sign, CLUES[sign.name]) for sign in attempt.signs if sign.name in CLUES]
    own = [(sign, clue) for sign, clue in known if clue.nature is nature]
    beside = [(sign, clue) for sign, clue in known if clue.nature is Nature.SUPPORT] if own else []
    return tuple(
        Weighed(name=sign.name, points=POINTS[clue.weight], why=sign.detail)
        for sign, clue in (*own, *beside)
    )


def _clues(signs: Iterable[Sign]) -> list[Clue]:
    """Signs that are known today; old evidence may name others."""
    return [CLUES[sign.name] for sign in signs if sign.name in CLUES]
