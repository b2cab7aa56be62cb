"""What is asked again, what is waited for, and what a refusal says."""

from __future__ import annotations

import httpx
import pytest

from curator.errors import CuratorError
from curator.github import Action, GitHub
from curator.reporters.markdown import MARKER
from github.hub import Hub, publish


@pytest.mark.parametrize(
    "trouble", [httpx.Response(502, text="<html>"), httpx.ReadTimeout("slow")], ids=repr
)
def test_a_create_whose_answer_was_lost_is_not_repeated(
    hub: Hub, client: GitHub, slept: list[float], trouble: httpx.Response | Exception
) -> None:
    hub.lost = [trouble]
    assert publish(client) is Action.CREATED
    assert len(hub.issues) == 1
    assert slept == [2.0]


def test_a_create_that_failed_is_repeated(hub: Hub, client: GitHub) -> None:
    hub.labels.add("curator")
    hub.faults = [_listing(), _found(), httpx.Response(500)]
    assert publish(client) is Action.CREATED
    assert len(hub.issues) == 1


def _listing() -> httpx.Response:
    return httpx.Response(200, json=[])


def _found() -> httpx.Response:
    return httpx.Response(200, json={})


DATE = {"Date": "Mon, 23 Nov 2026 12:00:00 GMT"}
RESET = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1795435230"}


@pytest.mark.parametrize(
    ("fault", "pause"),
    [
        (httpx.Response(503), 2.0),
        (httpx.Response(502, json={"data": "null"}), 2.0),
        (httpx.Response(503, headers={"Retry-After": "7"}), 7.0),
        (httpx.Response(429, headers={"Retry-After": "9"}), 9.0),
        (httpx.Response(403, headers={"Retry-After": "30"}), 30.0),
        (
            httpx.Response(429, headers={"Retry-After": "Mon, 23 Nov 2026 12:00:20 GMT"} | DATE),
            20.0,
        ),
        (httpx.Response(403, headers=RESET | DATE), 30.0),
        (httpx.Response(429), 60.0),
        (httpx.Response(429, headers={"Retry-After": "soon"} | RESET), 60.0),
        (httpx.Response(403, json={"message": "You exceeded a secondary rate limit"}), 60.0),
        (httpx.ConnectError("no route"), 2.0),
        (httpx.RemoteProtocolError("gone"), 2.0),
    ],
    ids=repr,
)
def test_trouble_that_passes_is_waited_for(
    hub: Hub, client: GitHub, slept: list[float], fault: httpx.Response | Exception, pause: float
) -> None:
    hub.issue(1, MARKER)
    hub.faults = [fault]
    assert publish(client) is Action.EDITED
    assert slept == [pause]


def test_no_more_than_three_tries(hub: Hub, client: GitHub, slept: list[float]) -> None:
    hub.faults = [httpx.Response(500)] * 3
    with pytest.raises(CuratorError, match="answers 500") as caught:
        publish(client)
    assert slept == [2.0, 4.0]
    assert "next run" in str(caught.value.hint)


def test_a_long_wait_is_left_to_the_next_run(hub: Hub, client: GitHub, slept: list[float]) -> None:
    hub.faults = [httpx.Response(403, headers={"Retry-After": "3600"})]
    with pytest.raises(CuratorError, match="403") as caught:
        publish(client)
    assert slept == []
    assert "next run" in str(caught.value.hint)


def test_no_network_names_its_cause(hub: Hub, client: GitHub) -> None:
    hub.faults = [httpx.ConnectError("x") for _ in range(3)]
    with pytest.raises(CuratorError, match="can't be reached: ConnectError") as caught:
        publish(client)
    assert isinstance(caught.value.__cause__, httpx.ConnectError)


@pytest.mark.parametrize(
    ("status", "message", "hint"),
    [
        (401, "Bad credentials", "GITHUB_TOKEN"),
        (403, "Resource not accessible by integration", "issues: write"),
        (404, "Not Found", "GITHUB_REPOSITORY"),
        (410, "Issues has been disabled in this repository.", "Features → Issues"),
        (403, "GitHub Actions is not permitted to create pull requests.", 'update = "commit"'),
    ],
)
def test_a_refusal_says_what_to_do_next(
    hub: Hub, client: GitHub, slept: list[float], status: int, message: str, hint: str
) -> None:
    hub.faults = [httpx.Response(status, json={"message": message})]
    with pytest.raises(CuratorError) as caught:
        publish(client)
    assert message in caught.value.message
    assert hint in str(caught.value.hint)
    assert "secret" not in str(caught.value)
    assert slept == []


def test_details_of_a_refusal_are_told_on_one_line(hub: Hub, client: GitHub) -> None:
    errors = [{"message": "body is too long\n\x1b[31m"}, {"code": "missing"}, "odd", 7]
    hub.faults = [httpx.Response(422, json={"message": "Validation Failed", "errors": errors})]
    with pytest.raises(CuratorError) as caught:
        publish(client)
    assert caught.value.message.endswith("Validation Failed; body is too long  [31m; missing; odd")


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, text="<html>Welcome</html>"),
        httpx.Response(200, json={"message": "a list was asked for"}),
        httpx.Response(200, json=["not an issue"]),
        httpx.Response(200, content=b'{"a"'),
        httpx.Response(200, json=[], headers={"Link": '<https://x:port/>; rel="next"'}),
    ],
    ids=repr,
)
def test_something_else_than_github(hub: Hub, client: GitHub, answer: httpx.Response) -> None:
    hub.faults = [answer]
    with pytest.raises(CuratorError, match="does not answer like GitHub") as caught:
        publish(client)
    assert "GITHUB_API_URL" in str(caught.value.hint)
