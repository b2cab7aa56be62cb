"""What was done about an issue or a pull request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

BODY_LIMIT = 65_536
"""Characters that GitHub takes in the body of an issue or a pull request."""

_CUT = "\n\n… the rest is left out: GitHub takes no longer text.\n"


class Action(StrEnum):
    """What was done, or in a dry run would be."""

    CREATED = "created"  # there was none yet
    EDITED = "edited"  # the body says something new
    REOPENED = "reopened"  # something needs a decision again
    CLOSED = "closed"  # nothing needs a decision any more
    UNCHANGED = "unchanged"  # it already says so, or there is nothing to say


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One issue or pull request after publishing."""

    action: Action
    number: int | None = None
    """None when there is none: nothing to say, or a dry run that would create it."""
    url: str | None = None
    """Its page, for people."""


def fitted(body: str) -> str:
    """`body` with LF line ends, cut after a whole line to what GitHub takes."""
    body = body.replace("\r\n", "\n")
    if len(body) <= BODY_LIMIT:
        return body
    head = body[: BODY_LIMIT - len(_CUT)]
    return (head[: head.rfind("\n")] if "\n" in head else head) + _CUT


def same_text(ours: str, theirs: object) -> bool:
    """Whether GitHub already holds `ours`; a person's edit there turns line ends into CRLF."""
    if not isinstance(theirs, str):
        return False
    return ours.strip() == theirs.replace("\r\n", "\n").strip()


def outcome_of(action: Action, published: Mapping[str, object]) -> Outcome:
    """The outcome for an issue or a pull request as GitHub describes it."""
    number, url = published.get("number"), published.get("html_url")
    return Outcome(
        action=action,
        number=number if isinstance(number, int) else None,
        url=url if isinstance(url, str) else None,
    )
