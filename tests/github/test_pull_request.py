"""The one pull request: made, edited, never closed."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from curator.github import Action, GitHub, publish_pull_request
from github.hub import Hub, Json


def propose(client: GitHub, body: str = "Two moved links", **more: Any) -> Action:
    wanted = {"branch": "curator/update", "base": "main", "title": "Update the list"} | more
    return publish_pull_request(client, body=body, **wanted).action


def test_one_pull_request_is_made_and_then_edited(hub: Hub, client: GitHub) -> None:
    assert propose(client, "one") is Action.CREATED
    assert propose(client, "one") is Action.UNCHANGED
    assert propose(client, "two") is Action.EDITED
    assert [(each["number"], each["body"]) for each in hub.pulls] == [(1, "two")]


@pytest.mark.parametrize(
    "other",
    [
        {"head": "curator/update", "repo": 2},
        {"head": "curator/other"},
        {"head": "curator/update", "base": "release"},
    ],
)
def test_pull_requests_of_others_stay(hub: Hub, client: GitHub, other: Json) -> None:
    hub.pull(5, **other)
    assert propose(client) is Action.CREATED
    assert hub.pulls[0]["body"] == "old"


def test_a_pull_request_of_a_deleted_fork_is_not_ours(hub: Hub, client: GitHub) -> None:
    hub.pull(5, head="curator/update")["head"]["repo"] = None
    assert propose(client) is Action.CREATED


def test_a_lost_pull_request_is_looked_for(hub: Hub, client: GitHub) -> None:
    hub.lost = [httpx.Response(504)]
    assert propose(client) is Action.CREATED
    assert len(hub.pulls) == 1


def test_a_dry_proposal_only_looks(hub: Hub, client: GitHub) -> None:
    assert propose(client, dry_run=True) is Action.CREATED
    hub.pull(5, head="curator/update")
    assert propose(client, dry_run=True) is Action.EDITED
    assert not hub.written()
