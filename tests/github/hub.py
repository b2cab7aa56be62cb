"""A small GitHub in memory, and the living issue as most tests publish it."""

from __future__ import annotations

import json
from typing import Any

import httpx

from curator.github import Action, GitHub, publish_issue

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


def publish(client: GitHub, body: str = "3 links need you", **more: Any) -> Action:
    wanted: Json = {"title": "The list", "label": "curator", "open_needed": True} | more
    return publish_issue(client, body, **wanted).action
