"""The living issue and the pull request, against a small GitHub of our own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from curator.errors import CuratorError
from curator.github import Action, GitHub, publish_issue, publish_pull_request
from curator.github.outcome import BODY_LIMIT, fitted, same_text
from curator.reporters.markdown import MARKER

API = "https://api.github.example"
REPOSITORY = "someone/list"
Json = dict[str, Any]


class Hub:
    """Issues, pull requests and labels in memory, as GitHub would hold them."""

    def __init__(self, *, per_page: int = 100) -> None:
        self.issues: list[Json] = []
        self.pulls: list[Json] = []
        self.labels: set[str] = set()
        self.asked: list[tuple[str, str]] = []
        self.faults: list[httpx.Response | Exception] = []
        """Answers given before any work is done, first come first served."""
        self.lost: list[httpx.Response | Exception] = []
        """Answers given to a POST of an issue or a pull request *after* it was carried out."""
        self.per_page = per_page
        self.drops_labels = False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append((request.method, request.url.path))
        assert request.headers["Authorization"] == "Bearer secret"
        if self.faults:
            return _answer(self.faults.pop(0))
        kind, _, rest = request.url.path.removeprefix(f"/repos/{REPOSITORY}/").partition("/")
        if kind == "labels":
            return self._label(request, rest)
        things = self.issues if kind == "issues" else self.pulls
        if request.method == "GET":
            return self._page(request, things)
        payload = json.loads(request.content)
        if request.method == "PATCH":
            thing = next(each for each in things if each["number"] == int(rest))
            thing.update(payload)
            return httpx.Response(200, json=thing)
        return self._create(kind, things, payload)

    def issue(self, number: int, body: str | None, **more: object) -> Json:
        self.labels.add("curator")
        thing = {"number": number, "body": body, "state": "open", **more}
        thing["html_url"] = f"https://github.example/{REPOSITORY}/issues/{number}"
        thing["labels"] = [{"name": "curator"}]
        self.issues.append(thing)
        return thing

    def pull(self, number: int, *, head: str, base: str = "main", repo: int = 1) -> Json:
        thing = {"number": number, "state": "open", "body": "old", "html_url": f"/pull/{number}"}
        thing |= {"head": {"ref": head, "repo": {"id": repo}}}
        thing |= {"base": {"ref": base, "repo": {"id": 1}}}
        self.pulls.append(thing)
        return thing

    def written(self) -> list[tuple[str, str]]:
        return [each for each in self.asked if each[0] != "GET"]

    def _label(self, request: httpx.Request, name: str) -> httpx.Response:
        if request.method == "POST":
            self.labels.add(json.loads(request.content)["name"])
            return httpx.Response(201, json={})
        return httpx.Response(200 if name in self.labels else 404, json={"message": "Not Found"})

    def _page(self, request: httpx.Request, things: list[Json]) -> httpx.Response:
        page = int(request.url.params.get("page", "1"))
        shown = things[(page - 1) * self.per_page : page * self.per_page]
        headers = {}
        if page * self.per_page < len(things):
            following = request.url.copy_set_param("page", page + 1)
            headers["Link"] = f'<{following}>; rel="next", <{following}>; rel="last"'
        return httpx.Response(200, json=shown, headers=headers)

    def _create(self, kind: str, things: list[Json], payload: Json) -> httpx.Response:
        number = 1 + max((each["number"] for each in self.issues + self.pulls), default=0)
        if kind == "pulls":
            thing = self.pull(number, head=payload["head"], base=payload["base"])
        else:
            thing = self.issue(number, payload["body"], title=payload["title"])
            thing["labels"] = [] if self.drops_labels else payload["labels"]
        thing["body"] = payload["body"]
        if self.lost:
            return _answer(self.lost.pop(0))
        return httpx.Response(201, json=thing)


def _answer(prepared: httpx.Response | Exception) -> httpx.Response:
    if isinstance(prepared, Exception):
        raise prepared
    return prepared


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def client(hub: Hub, slept: list[float]) -> Iterator[GitHub]:
    transport = httpx.MockTransport(lambda request: hub(request))
    with GitHub(
        token="secret\n",
        repository=REPOSITORY,
        api_url=API,
        transport=transport,
        sleep=slept.append,
    ) as github:
        yield github


def publish(client: GitHub, body: str = "3 links need you", **more: Any) -> Action:
    wanted: Json = {"title": "The list", "label": "curator", "open_needed": True} | more
    return publish_issue(client, body, **wanted).action


# The living issue


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


# Bad days


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


# The token


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(307, headers={"Location": "https://evil.example/"}),
        httpx.Response(301, headers={"Location": "http://api.github.example/"}),
        httpx.Response(302, headers={"Location": "//api.github.example:444/"}),
        httpx.Response(
            200, json=[], headers={"Link": '<https://evil.example/?page=2>; rel="next"'}
        ),
    ],
    ids=["host", "scheme", "port", "link"],
)
def test_the_token_stays_with_the_api(hub: Hub, client: GitHub, answer: httpx.Response) -> None:
    hub.faults = [answer]
    with pytest.raises(CuratorError, match="not sent there"):
        publish(client)
    assert len(hub.asked) == 1


def test_a_renamed_repository_is_followed(hub: Hub, client: GitHub) -> None:
    """GitHub answers for the old name with a redirect to /repositories/ID."""
    hub.issue(1, MARKER)
    location = f"{API}/repos/{REPOSITORY}/issues?labels=curator"
    hub.faults = [httpx.Response(301, headers={"Location": location})]
    assert publish(client) is Action.EDITED


def test_redirects_in_a_circle_end(hub: Hub, client: GitHub) -> None:
    hub.faults = [httpx.Response(302, headers={"Location": "/x"})] * 9
    with pytest.raises(CuratorError, match="circles"):
        publish(client)


@pytest.mark.parametrize(
    "api_url",
    [
        "http://api.github.com",
        "http://127.evil.example",
        "http://10.0.0.1",
        "https://user:password@api.github.com",
        "https://api.github.com?x=1",
        "https://",
        "api.github.com",
        "ftp://localhost",
        "https://x:port",
        "",
    ],
)
def test_addresses_that_no_token_is_sent_to(api_url: str) -> None:
    with pytest.raises(CuratorError, match="GITHUB_API_URL"):
        GitHub(token="secret", repository=REPOSITORY, api_url=api_url)


@pytest.mark.parametrize("token", ["", " \n", "two words", "line\nbreak", "töken"])
def test_tokens_that_are_none(token: str) -> None:
    with pytest.raises(CuratorError, match="token"):
        GitHub(token=token, repository=REPOSITORY)


@pytest.mark.parametrize("repository", ["", "list", "a/b/c", "a/..", "a/.", "a b/c", "a/b\n", "/b"])
def test_names_that_no_repository_has(repository: str) -> None:
    with pytest.raises(CuratorError, match="repository"):
        GitHub(token="secret", repository=repository)


@pytest.mark.parametrize(
    ("api_url", "asked"),
    [
        ("https://api.github.com", "https://api.github.com/repos/someone/list/"),
        ("https://ghe.example/api/v3/", "https://ghe.example/api/v3/repos/someone/list/"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/repos/someone/list/"),
        ("http://localhost:8080", "http://localhost:8080/repos/someone/list/"),
    ],
)
def test_what_goes_over_the_wire(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch, api_url: str, asked: str
) -> None:
    monkeypatch.delenv("HTTPS_PROXY", raising=False)
    httpx_mock.add_response(json=[])
    with GitHub(token="secret", repository=REPOSITORY, api_url=api_url) as github:
        publish(github, open_needed=False)
    request = httpx_mock.get_requests()[0]
    assert str(request.url).startswith(asked + "issues?labels=curator&state=all&")
    assert request.headers["Authorization"] == "Bearer secret"
    assert request.headers["X-GitHub-Api-Version"] == "2022-11-28"


def test_plain_http_never_goes_through_a_proxy(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with GitHub(token="secret", repository=REPOSITORY, api_url="http://127.0.0.1:1") as github:
        assert not github._client._mounts


# Bodies


@given(st.text(alphabet="ab\n\r 🧭", max_size=80), st.integers(0, 3))
@settings(max_examples=60)
def test_any_body_fits_and_is_cut_after_a_whole_line(text: str, times: int) -> None:
    body = text + ("line\n" * 13_200) * times
    kept = fitted(body)
    assert len(kept) <= BODY_LIMIT
    whole = body.replace("\r\n", "\n")
    if len(whole) <= BODY_LIMIT:
        assert kept == whole
    else:
        shown = kept.partition("\n\n… ")[0]
        assert whole.startswith(shown + "\n")


def test_a_body_of_one_endless_line_fits() -> None:
    assert len(fitted("x" * 100_000)) == BODY_LIMIT


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("a\nb\n", "a\r\nb", True),
        ("a", "a\n\n", True),
        ("a", "b", False),
        ("", None, False),
        ("a", 1, False),
    ],
)
def test_when_two_texts_are_the_same(ours: str, theirs: object, same: bool) -> None:
    assert same_text(ours, theirs) is same


# The pull request


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
