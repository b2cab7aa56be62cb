"""The one pull request with what needs no judgement: its branch is pushed before, by git.

https://docs.github.com/rest/pulls/pulls
"""

from __future__ import annotations

from curator.github.client import GitHub, Json
from curator.github.outcome import Action, Outcome, fitted, outcome_of, same_text


def publish_pull_request(
    client: GitHub, *, branch: str, base: str, title: str, body: str, dry_run: bool = False
) -> Outcome:
    """Make the open pull request from `branch` into `base` say `body`; closes none.

    A title that a person changed stays.
    """
    body = fitted(body)
    pull = _open_pull(client, branch, base)
    if pull is None:
        return _create(client, branch, base, title, body, dry_run=dry_run)
    if same_text(body, pull.get("body")):
        return outcome_of(Action.UNCHANGED, pull)
    if not dry_run:
        pull = client.edit(f"pulls/{pull['number']}", {"body": body})
    return outcome_of(Action.EDITED, pull)


def _open_pull(client: GitHub, branch: str, base: str) -> Json | None:
    """A fork's branch of the same name is not ours."""
    params = {"state": "open", "head": f"{client.owner}:{branch}", "base": base}
    ours = [pull for pull in client.all("pulls", params) if _is_ours(pull, branch, base)]
    return min(ours, key=lambda pull: int(pull["number"]), default=None)


def _is_ours(pull: Json, branch: str, base: str) -> bool:
    (head, head_repository), (into, repository) = _end(pull.get("head")), _end(pull.get("base"))
    return (
        isinstance(pull.get("number"), int)
        and (head, into) == (branch, base)
        and head_repository == repository
    )


def _end(end: object) -> tuple[object, object]:
    """Branch and repository of one end of a pull request; a deleted fork has none."""
    if not isinstance(end, dict):
        return end, None
    repository = end.get("repo")
    return end.get("ref"), repository.get("id") if isinstance(repository, dict) else None


def _create(
    client: GitHub, branch: str, base: str, title: str, body: str, *, dry_run: bool
) -> Outcome:
    if dry_run:
        return Outcome(action=Action.CREATED)
    new = {"title": title, "head": branch, "base": base, "body": body}
    pull = client.create("pulls", new, look=lambda: _open_pull(client, branch, base))
    return outcome_of(Action.CREATED, pull)
