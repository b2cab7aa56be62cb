"""A small GitHub behind GraphQL: it runs the documents that it gets, and has bad days."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from graphql import GraphQLError, GraphQLResolveInfo, GraphQLSchema, build_schema, graphql_sync

HUB = "https://github.com"
EVERYTHING = (
    f"{HUB}/ada/engine",
    f"{HUB}/ada/engine/blob/main/README.md",
    f"{HUB}/ada/engine/tree/feat/x",
    f"{HUB}/ada/engine/issues/1",
    f"{HUB}/ada/engine/discussions/2",
    f"{HUB}/ada/engine/releases/tag/v1",
    f"{HUB}/ada/engine/commit/0123abc",
    f"{HUB}/ada",
)
"""A URL of each kind that is asked for."""

Json = dict[str, Any]


class NotThereError(GraphQLError):
    """What GitHub says of what is not there, and of what the token must not see."""

    def __init__(self, message: str, kind: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass
class Repository:
    """What the hub knows of one."""

    name: str
    id: str = ""
    archived: str | None = None
    disabled: bool = False
    private: bool = False
    locked: str | None = None
    """Why, in the schema's words."""
    parent: str | None = None
    """What it is a fork of."""
    committed: str = "2026-10-01T10:00:00Z"
    released: str | None = None
    branches: Mapping[str, Sequence[str]] = field(default_factory=lambda: {"main": ["README.md"]})
    """Name to files."""
    issues: Mapping[int, str] = field(default_factory=dict)
    """Number to URL."""
    discussions: Sequence[int] = ()
    tags: Sequence[str] = ()
    commits: Sequence[str] = ()


@dataclass
class Hub:
    """The whole site."""

    repositories: dict[str, Repository] = field(default_factory=dict)
    """By the name that is asked for, in lower case: an old name leads to the same thing."""
    owners: Sequence[str] = ()
    refuse: Mapping[str, str] = field(default_factory=dict)
    """Name to an error's type, for what this token may not see."""
    url: str = ""
    """Where it is served."""
    calls: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    days: list[Callable[[Json], tuple[int, Mapping[str, str], bytes]] | None] = field(
        default_factory=list
    )
    """What happens to the next answers, one after the other; None: nothing."""

    def add(self, name: str, *, asked: str = "", **rest: Any) -> Repository:
        made = Repository(name=name, id=rest.pop("id", f"R_{name}"), **rest)
        self.repositories[(asked or name).lower()] = made
        return made

    def answer(self, document: str) -> Json:
        """As GitHub would say it: errors have their type beside their path."""
        done = graphql_sync(schema(), document, root_value=self, field_resolver=_resolve)
        answer: Json = {"data": done.data}
        if done.errors:
            answer["errors"] = [_told(error) for error in done.errors]
        return answer


def _told(error: GraphQLError) -> Json:
    kind = getattr(error.original_error, "kind", "") or "undefinedField"
    return {"type": kind, "path": error.path, "message": error.message}


@cache
def schema() -> GraphQLSchema:
    return build_schema((Path(__file__).parent / "schema" / "github.graphql").read_text())


def _not_there(what: str, kind: str = "NOT_FOUND") -> NotThereError:
    return NotThereError(f"Could not resolve to {what}", kind)


def _resolve(source: Any, info: GraphQLResolveInfo, **given: Any) -> Any:
    if isinstance(source, Hub):
        return _ROOT[info.field_name](source, **given)
    if isinstance(source, Repository):
        return _OF_REPOSITORY[info.field_name](source, **given)
    return source.get(info.field_name)


def _repository(hub: Hub, owner: str, name: str, **_: Any) -> Repository:
    key = f"{owner}/{name}".lower()
    if kind := hub.refuse.get(key):
        raise _not_there("a repository that you may see", kind)
    if key not in hub.repositories:
        raise _not_there(f"a Repository with the name '{owner}/{name}'.")
    return hub.repositories[key]


def _owner(hub: Hub, login: str) -> Json | None:
    known = {one.lower(): one for one in hub.owners}
    if login.lower() not in known:
        return None
    name = known[login.lower()]
    return {"__typename": "User", "id": f"U_{name}", "login": name, "url": f"{HUB}/{name}"}


_ROOT: dict[str, Callable[..., Any]] = {
    "repository": _repository,
    "repositoryOwner": _owner,
    "rateLimit": lambda hub, **_: {
        "cost": 1,
        "remaining": 4999,
        "resetAt": "2026-11-23T13:00:00Z",
    },
}


def _object(one: Repository, expression: str = "", **_: Any) -> Json | None:
    ref, colon, path = expression.partition(":")
    if ref in one.commits:
        return {"__typename": "Commit"}
    if ref not in one.branches:
        return None
    if not colon:
        return {"__typename": "Commit"}
    files = one.branches[ref]
    if not path or any(file.startswith(f"{path}/") for file in files):
        return {"__typename": "Tree"}
    return {"__typename": "Blob"} if path in files else None


def _issue(one: Repository, number: int) -> Json:
    if number not in one.issues:
        raise _not_there(f"an issue or pull request with the number of {number}.")
    return {"__typename": "Issue", "url": one.issues[number]}


def _discussion(one: Repository, number: int) -> Json:
    if number not in one.discussions:
        raise _not_there(f"a Discussion with the number of {number}.")
    return {"url": f"{HUB}/{one.name}/discussions/{number}"}


def _branch(one: Repository) -> Json | None:
    if not one.branches:
        return None
    commit = {"__typename": "Commit", "committedDate": one.committed}
    return {"name": next(iter(one.branches)), "target": commit}


def _release(one: Repository, **given: str) -> Json | None:
    known = given["tagName"] in one.tags
    return {"url": f"{HUB}/{one.name}", "publishedAt": one.committed} if known else None


def _ref(one: Repository, **given: str) -> Json | None:
    name = given["qualifiedName"].removeprefix("refs/tags/")
    return {"name": name} if name in one.tags else None


_OF_REPOSITORY: dict[str, Callable[..., Any]] = {
    "id": lambda one: one.id,
    "nameWithOwner": lambda one: one.name,
    "url": lambda one: f"{HUB}/{one.name}",
    "isArchived": lambda one: one.archived is not None,
    "archivedAt": lambda one: one.archived,
    "isPrivate": lambda one: one.private,
    "isDisabled": lambda one: one.disabled,
    "isEmpty": lambda one: not one.branches,
    "isLocked": lambda one: one.locked is not None,
    "lockReason": lambda one: one.locked,
    "isFork": lambda one: one.parent is not None,
    "parent": lambda one: {"nameWithOwner": one.parent} if one.parent else None,
    "latestRelease": lambda one: {"publishedAt": one.released} if one.released else None,
    "defaultBranchRef": _branch,
    "object": _object,
    "issueOrPullRequest": _issue,
    "discussion": _discussion,
    "release": _release,
    "ref": _ref,
}


@contextmanager
def serving(hub: Hub) -> Iterator[str]:
    """The hub's API on loopback: its URL."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            document = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["query"]
            hub.calls.append(document)
            hub.tokens.append(self.headers.get("Authorization", ""))
            answer = hub.answer(document)
            day = hub.days.pop(0) if hub.days else None
            status, headers, body = day(answer) if day else (200, {}, json.dumps(answer).encode())
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        serve = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        serve.start()
        yield f"http://127.0.0.1:{server.server_port}/graphql"
        server.shutdown()
