"""The rules: what each is called, how much it matters, and what a person can do about it.

An id is the waiver's key, the heading in `docs/rules.md` and the value in the JSON report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from curator.judge import Status, Verdict


class Level(StrEnum):
    """How much a finding asks for."""

    ERROR = "error"  # a reader who follows the link is let down
    WARNING = "warning"  # will be an error, or costs readers a detour
    INFO = "info"  # worth knowing when the entry is touched anyway


class RuleId(StrEnum):
    """Every rule, most urgent first."""

    DEAD_LINK = "dead-link"  # failed often enough, over long enough
    SOFT_404 = "soft-404"  # answers 200 and says not found
    PARKED = "parked"  # the domain is for sale or shows only advertisements
    DRIFTED = "drifted"  # alive, and no longer the thing that was recommended
    INVALID_URL = "invalid-url"  # nothing a browser could open
    UNSAFE_LINK = "unsafe-link"  # leads to an address or a scheme that is never contacted
    FAILING_LINK = "failing-link"  # does not answer as it should, not yet called dead
    TLS_ERROR = "tls-error"  # the certificate is at fault
    MOVED_LINK = "moved-link"  # permanently elsewhere
    DUPLICATE_LINK = "duplicate-link"  # the same thing recommended twice
    MISSING_FRAGMENT = "missing-fragment"  # the page is there, the place in it is not
    ARCHIVED = "archived"  # its owner has made it read-only
    STALE = "stale"  # the page's own date is older than its kind allows
    REVIEW_DUE = "review-due"  # nobody has looked at the entry for too long
    UPDATED_DATE = "updated-date"  # the list changed after the day it says it was updated
    COSMETIC_REDIRECT = "cosmetic-redirect"  # moved, but only by a slash, www or https
    WAIVER_EXPIRED = "waiver-expired"  # an exception ended and its reason is still there
    WAIVER_UNNEEDED = "waiver-unneeded"  # an exception to something that is no longer so


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of finding."""

    id: RuleId
    level: Level
    summary: str
    """What it means, in one sentence."""
    help: str
    """What to do about it, in one or two sentences."""


_RULES = (
    Rule(
        id=RuleId.DEAD_LINK,
        level=Level.ERROR,
        summary="The link failed often enough, over long enough, to be called dead.",
        help="Replace the URL, or retire the entry with the reason.",
    ),
    Rule(
        id=RuleId.SOFT_404,
        level=Level.ERROR,
        summary="The server answers 200, and the page says that there is nothing here.",
        help="Open it to be sure; then replace the URL or retire the entry.",
    ),
    Rule(
        id=RuleId.PARKED,
        level=Level.ERROR,
        summary="The domain is for sale or shows only advertisements.",
        help="Replace the URL or retire the entry: what was recommended is gone.",
    ),
    Rule(
        id=RuleId.DRIFTED,
        level=Level.ERROR,
        summary="The page is alive, and no longer the thing that was recommended.",
        help="Open it; find where the thing went, or retire the entry.",
    ),
    Rule(
        id=RuleId.INVALID_URL,
        level=Level.ERROR,
        summary="No browser could open this URL.",
        help="Correct the spelling at the place that is named.",
    ),
    Rule(
        id=RuleId.UNSAFE_LINK,
        level=Level.ERROR,
        summary="The link leads to a private address or to a scheme other than http and https.",
        help="Replace it by a public URL. A list that means to hold private addresses is checked"
        " with --allow-private.",
    ),
    Rule(
        id=RuleId.FAILING_LINK,
        level=Level.WARNING,
        summary="The link does not answer as it should, not yet often enough to be called dead.",
        help="Nothing yet: further checks decide it on the day that is named.",
    ),
    Rule(
        id=RuleId.TLS_ERROR,
        level=Level.WARNING,
        summary="The certificate of the site is at fault.",
        help="Certificates are mostly renewed within days: wait for the day that is named.",
    ),
    Rule(
        id=RuleId.MOVED_LINK,
        level=Level.WARNING,
        summary="The page is permanently elsewhere and answers there.",
        help="Apply the replacement: curator fix --apply.",
    ),
    Rule(
        id=RuleId.DUPLICATE_LINK,
        level=Level.WARNING,
        summary="The same URL is recommended at an earlier place of the list.",
        help="Keep the better of the two entries.",
    ),
    Rule(
        id=RuleId.MISSING_FRAGMENT,
        level=Level.INFO,
        summary="The page is there, and the place in it that the link points to is not.",
        help="Look for the place's new name on the page, or link to the page as a whole.",
    ),
    Rule(
        id=RuleId.ARCHIVED,
        level=Level.INFO,
        summary="The repository is archived and read-only, or the paper was withdrawn.",
        help="Look whether it still serves; a thing that is complete gets a waiver.",
    ),
    Rule(
        id=RuleId.STALE,
        level=Level.INFO,
        summary="The page's own date is older than the list allows for this kind of thing.",
        help="Look whether it still holds; a thing that does not age gets a waiver.",
    ),
    Rule(
        id=RuleId.REVIEW_DUE,
        level=Level.INFO,
        summary="Nobody has looked at the entry for longer than the list allows.",
        help="Look at it, and write the day into `reviewed`.",
    ),
    Rule(
        id=RuleId.UPDATED_DATE,
        level=Level.INFO,
        summary="The list says it was updated before its newest entry was added or changed.",
        help="Correct `updated` in the catalogue; render keeps it true.",
    ),
    Rule(
        id=RuleId.COSMETIC_REDIRECT,
        level=Level.INFO,
        summary="The page redirects for good, only to add or drop a slash, www or https; or it is"
        " there by https as well.",
        help="Apply the replacement when convenient: curator fix --cosmetic --apply.",
    ),
    Rule(
        id=RuleId.WAIVER_EXPIRED,
        level=Level.INFO,
        summary="A waiver has ended and what it excused is still so.",
        help="Decide again: act on the finding, or give the waiver a later end.",
    ),
    Rule(
        id=RuleId.WAIVER_UNNEEDED,
        level=Level.INFO,
        summary="A waiver excuses something that is no longer so.",
        help="Delete the waiver.",
    ),
)

RULES: Mapping[RuleId, Rule] = MappingProxyType({rule.id: rule for rule in _RULES})
"""By id, most urgent first."""


def rule_for(verdict: Verdict) -> RuleId | None:
    """The rule that a conclusion breaks; None when there is nothing to decide."""
    status = verdict.status
    match status:
        case Status.DEAD:
            return RuleId.DEAD_LINK
        case Status.SOFT_404:
            return RuleId.SOFT_404
        case Status.PARKED:
            return RuleId.PARKED
        case Status.DRIFTED:
            return RuleId.DRIFTED
        case Status.INVALID:
            return RuleId.INVALID_URL
        case Status.UNSAFE:
            return RuleId.UNSAFE_LINK
        case Status.FAILING:
            return RuleId.FAILING_LINK
        case Status.TLS_ERROR:
            return RuleId.TLS_ERROR
        case Status.MOVED:
            return RuleId.COSMETIC_REDIRECT if verdict.cosmetic else RuleId.MOVED_LINK
        case Status.ALIVE | Status.GATED | Status.BLOCKED | Status.SKIPPED:
            return None
        case _:
            assert_never(status)
