"""The one living issue: found, made, edited, closed, opened again."""

from __future__ import annotations

import pytest

from curator.errors import CuratorError
from curator.github import Action, GitHub, publish_issue
from curator.reporters.markdown import MARKER
from github.hub import REPOSITORY, Hub, Json, publish


def test_the_first_issue_gets_its_label_and_its_marker(hub: Hub, client: GitHub) -> None:
    outcome = publish_issue(client, "Hello", title="The list", label="curator", open_needed=True)
    assert outcome.action is Action.CREATED
    assert outcome.number == 1
    assert outcome.url == f"https://github.example/{REPOSITORY}/issues/1"
    assert hub.issues[0]["body"] == f"{MARKER}\nHello"
    assert hub.issues[0]["labels"] == ["curator"]
    assert hub.labels == {"curator"}


def test_a_marker_that_the_body_has_is_not_doubled(hub: Hub, client: GitHub) -> None:
    publish(client, f"Hello\n{MARKER}\n")
    assert hub.issues[0]["body"].count(MARKER) == 1


def test_a_whole_life(hub: Hub, client: GitHub) -> None:
    """Each step with what is asked of GitHub."""
    assert publish(client, "none", open_needed=False) is Action.UNCHANGED
    assert publish(client, "one") is Action.CREATED
    assert publish(client, "one") is Action.UNCHANGED
    assert publish(client, "two") is Action.EDITED
    assert publish(client, "none", open_needed=False) is Action.CLOSED
    assert (hub.issues[0]["state"], hub.issues[0]["state_reason"]) == ("closed", "completed")
    assert publish(client, "still none", open_needed=False) is Action.UNCHANGED
    assert publish(client, "three") is Action.REOPENED
    assert hub.issues[0]["state"] == "open"
    assert hub.issues[0]["body"].endswith("three")
    assert len(hub.issues) == 1
    assert [method for method, _ in hub.written()] == ["POST", "POST", *["PATCH"] * 3]


def test_line_ends_of_a_persons_edit_are_no_difference(hub: Hub, client: GitHub) -> None:
    hub.issue(4, f"{MARKER}\r\none\r\ntwo\r\n")
    assert publish(client, "one\ntwo") is Action.UNCHANGED


def test_a_renamed_issue_is_found_and_keeps_its_title(hub: Hub, client: GitHub) -> None:
    hub.issue(4, f"{MARKER}\nold", title="A better name")
    assert publish(client) is Action.EDITED
    assert hub.issues[0]["title"] == "A better name"


@pytest.mark.parametrize(
    "other",
    [
        {"body": "no marker"},
        {"body": None},
        {"body": 5},
        {"body": MARKER, "pull_request": {}},
        {"body": MARKER, "number": "one"},
    ],
)
def test_what_is_not_the_living_issue(hub: Hub, client: GitHub, other: Json) -> None:
    hub.issue(1, None)
    hub.issues[0].update(other)
    kept = dict(hub.issues[0])
    hub.issue(2, f"{MARKER}\nold")
    assert publish(client) is Action.EDITED
    assert hub.issues[0] == kept


def test_the_oldest_of_several_wins_wherever_it_is_listed(hub: Hub, client: GitHub) -> None:
    hub.per_page = 2
    for number in (9, 8, 7, 3, 5):
        hub.issue(number, MARKER, state="closed")
    outcome = publish_issue(client, "new", title="t", label="curator", open_needed=True)
    assert (outcome.action, outcome.number) == (Action.REOPENED, 3)
    assert [method for method, _ in hub.asked].count("GET") == 3


def test_a_dry_run_only_looks(hub: Hub, client: GitHub) -> None:
    assert publish(client, dry_run=True) is Action.CREATED
    hub.issue(4, MARKER)
    assert publish(client, dry_run=True) is Action.EDITED
    assert publish(client, open_needed=False, dry_run=True) is Action.CLOSED
    assert not hub.written()


def test_a_dropped_label_is_told(hub: Hub, client: GitHub) -> None:
    """Else every run would open another issue."""
    hub.drops_labels = True
    with pytest.raises(CuratorError, match=r"#1 .* dropped its label") as caught:
        publish(client)
    assert caught.value.hint


@pytest.mark.parametrize("label", ["", " ", "a,b", "x" * 51])
def test_labels_that_github_can_not_list(client: GitHub, label: str) -> None:
    with pytest.raises(CuratorError, match="label"):
        publish(client, label=label)


def test_a_label_of_any_script_is_one_path_segment(hub: Hub, client: GitHub) -> None:
    hub.labels.add("清单/检查 1")
    publish(client, label="清单/检查 1")
    assert [path for method, path in hub.asked if "labels" in path and method == "POST"] == []
