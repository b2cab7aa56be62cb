"""The one living issue: found by its label and a hidden marker, never by its title.

https://docs.github.com/rest/issues/issues
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from curator.errors import CuratorError
from curator.github.client import GitHub, Json
from curator.github.outcome import Action, Outcome, fitted, outcome_of, same_text
from curator.reporters.markdown import MARKER

_LABEL = {"color": "d93f0b", "description": "What curator found in the list"}


def publish_issue(
    client: GitHub,
    body: str,
    *,
    title: str,
    label: str,
    open_needed: bool,
    dry_run: bool = False,
) -> Outcome:
    """Make the living issue say `body`, open exactly when a decision is needed.

    A title that a person changed stays. A dry run looks and says what would be done.
    """
    _check_label(label)
    body = fitted(body if MARKER in body else f"{MARKER}\n{body}")
    issue = _living_issue(client, label)
    if issue is None:
        return _create(client, body, title, label, dry_run=dry_run) if open_needed else _NOTHING
    action, change = _change(issue, body, open_needed=open_needed)
    if change and not dry_run:
        issue = client.edit(f"issues/{issue['number']}", change)
    return outcome_of(action, issue)


_NOTHING = Outcome(action=Action.UNCHANGED)


def _check_label(label: str) -> None:
    if not label.strip() or "," in label or len(label) > 50:
        raise CuratorError(
            f"{label[:60]!r} can't be the label of an issue",
            hint="use up to 50 characters without a comma",
        )


def _living_issue(client: GitHub, label: str) -> Json | None:
    """The oldest issue with the label and the marker, open or closed."""
    params = {"labels": label, "state": "all", "sort": "created", "direction": "asc"}
    ours = [issue for issue in client.all("issues", params) if _is_ours(issue)]
    return min(ours, key=lambda issue: int(issue["number"]), default=None)


def _is_ours(issue: Json) -> bool:
    """The issues' list holds pull requests too."""
    body = issue.get("body")
    return (
        "pull_request" not in issue
        and isinstance(issue.get("number"), int)
        and isinstance(body, str)
        and MARKER in body
    )


def _create(client: GitHub, body: str, title: str, label: str, *, dry_run: bool) -> Outcome:
    if dry_run:
        return Outcome(action=Action.CREATED)
    _ensure_label(client, label)
    new = {"title": title, "body": body, "labels": [label]}
    issue = client.create("issues", new, look=lambda: _living_issue(client, label))
    _check_labelled(issue, label)
    return outcome_of(Action.CREATED, issue)


def _ensure_label(client: GitHub, label: str) -> None:
    path = f"labels/{quote(label, safe='')}"
    if client.find(path) is None:
        client.create("labels", {"name": label, **_LABEL}, look=lambda: client.find(path))


def _check_labelled(issue: Json, label: str) -> None:
    """GitHub drops labels without a word when the token may open issues and no more.

    Without its label the issue would not be found again, and every run would open another.
    """
    given = issue.get("labels")
    if isinstance(given, list) and label.casefold() not in map(_label_name, given):
        raise CuratorError(
            f"issue #{issue.get('number')} was opened, and GitHub dropped its label {label!r}",
            hint="label it by hand, and give the token write access to the repository",
        )


def _label_name(given: object) -> str:
    name = given.get("name") if isinstance(given, dict) else given
    return name.casefold() if isinstance(name, str) else ""


def _change(issue: Json, body: str, *, open_needed: bool) -> tuple[Action, dict[str, Any]]:
    is_open = issue.get("state") == "open"
    if is_open and not open_needed:
        return Action.CLOSED, {"body": body, "state": "closed", "state_reason": "completed"}
    if open_needed and not is_open:
        return Action.REOPENED, {"body": body, "state": "open", "state_reason": "reopened"}
    if is_open and not same_text(body, issue.get("body")):
        return Action.EDITED, {"body": body}
    return Action.UNCHANGED, {}
