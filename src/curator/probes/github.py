"""GitHub's own word on repositories and what is in them: a hundred things in one question.

https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api

Everything that is not plainly said is left to the page: a token may lack rights, a part may be cut
off, a branch may have been renamed. Nothing is concluded from silence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from curator.evidence import DateSource, PageDate, Record, Standing
from curator.probes.dates import parse_day
from curator.probes.github_urls import Kind, Target

API: Final = "github"
MOST_PARTS: Final = 90
"""Of one query: repositories, and things in them. 100 still cost one point, and a query that takes
longer than ten seconds is ended."""
_MANY: Final = 10
"""From so many on, not one of which is there, the token is to be doubted."""

_FRAGMENT: Final = """
fragment R on Repository {
  id nameWithOwner url isArchived archivedAt isDisabled isEmpty
  latestRelease { publishedAt }
  defaultBranchRef { name target { __typename ... on Commit { committedDate } } }
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One repository, or one owner, with everything that is asked of it."""

    alias: str
    targets: tuple[Target, ...]

    @property
    def size(self) -> int:
        return 1 + sum(max(1, 2 * len(one.splits)) for one in self.targets if one.kind in _INSIDE)


_INSIDE: Final = frozenset(Kind) - {Kind.REPOSITORY, Kind.OWNER}


def blocks(targets: Iterable[Target]) -> list[Block]:
    """Each repository once, however it is spelt."""
    found: dict[str, list[Target]] = {}
    for target in targets:
        key = target.owner if target.kind is Kind.OWNER else target.full_name
        found.setdefault(key.lower(), []).append(target)
    return [
        Block(alias=f"n{number}", targets=tuple(of_one))
        for number, of_one in enumerate(found.values())
    ]


def query(asked: Iterable[Block]) -> str:
    """One GraphQL document for all of them; values are written as its string literals."""
    parts = [_ask(block) for block in asked]
    needs_fragment = any("...R" in part for part in parts)
    body = "\n".join(("rateLimit { cost remaining resetAt }", *parts))
    return f"query {{\n{body}\n}}" + (_FRAGMENT if needs_fragment else "")


def read(asked: Iterable[Block], answer: object, *, today: date) -> Mapping[str, Record]:
    """By URL: what the answer says; URLs that it does not plainly speak of are left out."""
    data = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or not isinstance(data, dict):
        return {}
    missing = _missing(answer.get("errors"))
    told: dict[str, Record] = {}
    every = list(asked)
    for block in every:
        for target in block.targets:
            if record := _record(target, block, data, missing, today):
                told[target.url] = record
    if len(every) >= _MANY and all(record.standing is Standing.GONE for record in told.values()):
        return {}
    return told


def is_partial(answer: object) -> bool:
    """Was it cut off for its cost, so that smaller questions may be answered?"""
    errors = answer.get("errors") if isinstance(answer, dict) else None
    kinds = (
        [one.get("type") for one in errors if isinstance(one, dict)]
        if isinstance(errors, list)
        else []
    )
    return "RESOURCE_LIMITS_EXCEEDED" in kinds or "MAX_NODE_LIMIT_EXCEEDED" in kinds


def is_limited(answer: object) -> bool:
    """Have we asked enough for this hour?"""
    errors = answer.get("errors") if isinstance(answer, dict) else None
    return isinstance(errors, list) and any(
        isinstance(one, dict) and one.get("type") in ("RATE_LIMITED", "RATE_LIMIT")
        for one in errors
    )


def _ask(block: Block) -> str:
    first = block.targets[0]
    if first.kind is Kind.OWNER:
        return f"{block.alias}: repositoryOwner(login: {_text(first.owner)}) {{ id login url }}"
    inside = [
        part
        for number, target in enumerate(block.targets)
        for part in _ask_inside(f"t{number}", target)
    ]
    head = f"repository(owner: {_text(first.owner)}, name: {_text(first.name)})"
    return f"{block.alias}: {head} {{ ...R {' '.join(inside)} }}"


def _ask_inside(alias: str, target: Target) -> Iterable[str]:
    match target.kind:
        case Kind.PATH:
            for place, (ref, path) in enumerate(target.splits):
                yield f"{alias}r{place}: object(expression: {_text(ref)}) {{ __typename }}"
                there = _text(f"{ref}:{path}")
                yield f"{alias}p{place}: object(expression: {there}) {{ __typename }}"
        case Kind.ISSUE:
            both = "... on Issue { url } ... on PullRequest { url }"
            yield f"{alias}: issueOrPullRequest(number: {target.what}) {{ __typename {both} }}"
        case Kind.DISCUSSION:
            yield f"{alias}: discussion(number: {target.what}) {{ url }}"
        case Kind.RELEASE:
            tag = _text(f"refs/tags/{target.what}")
            yield f"{alias}: release(tagName: {_text(target.what)}) {{ url publishedAt }}"
            yield f"{alias}r: ref(qualifiedName: {tag}) {{ name }}"
        case Kind.COMMIT:
            yield f"{alias}: object(expression: {_text(target.what)}) {{ __typename }}"
        case Kind.REPOSITORY | Kind.OWNER:
            return


def _text(value: str) -> str:
    """A string literal (GraphQL October 2021, 2.9.4): JSON's escapes are a part of its own."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


_Missing = frozenset[tuple[str, ...]]


def _missing(errors: object) -> _Missing:
    """Paths that the API says name nothing."""
    found = errors if isinstance(errors, list) else []
    return frozenset(
        tuple(map(str, one["path"]))
        for one in found
        if isinstance(one, dict)
        and one.get("type") == "NOT_FOUND"
        and isinstance(one.get("path"), list)
    )


def _record(
    target: Target, block: Block, data: Mapping[str, Any], missing: _Missing, today: date
) -> Record | None:
    if block.alias not in data:
        return None
    thing = data[block.alias]
    if thing is None:
        gone = Record(api=API, standing=Standing.GONE, detail="no such repository or owner")
        return gone if (block.alias,) in missing else None
    if not isinstance(thing, dict) or not isinstance(thing.get("id"), str):
        return None
    if target.kind is Kind.OWNER:
        return _owner(target, thing)
    whole = _repository(target, thing, today)
    if whole is None or whole.standing is not Standing.THERE or target.kind not in _INSIDE:
        return whole
    return _inside(target, f"t{block.targets.index(target)}", thing, whole)


def _owner(target: Target, thing: Mapping[str, Any]) -> Record | None:
    login = thing.get("login")
    if not isinstance(login, str) or login.lower() != target.owner.lower():
        return None
    return Record(api=API, standing=Standing.THERE, id=thing["id"], name=login)


def _repository(target: Target, thing: Mapping[str, Any], today: date) -> Record | None:
    name = thing.get("nameWithOwner")
    if not isinstance(name, str) or name.count("/") != 1:
        return None
    if thing.get("isDisabled") is True:
        return Record(
            api=API, standing=Standing.WITHHELD, id=thing["id"], name=name, detail="disabled"
        )
    renamed = name.lower() != target.full_name.lower()
    return Record(
        api=API,
        standing=Standing.THERE,
        id=thing["id"],
        name=name,
        url=f"{target.prefix}/{name}{target.rest}" if renamed else "",
        archived=thing.get("isArchived") is True,
        archived_on=_day(thing.get("archivedAt"), today),
        dates=tuple(_dates(thing, today)),
        detail="empty" if thing.get("isEmpty") is True else "",
    )


def _dates(thing: Mapping[str, Any], today: date) -> Iterable[PageDate]:
    """The later of the default branch's last commit and the last release."""
    branch, release = thing.get("defaultBranchRef"), thing.get("latestRelease")
    target = branch.get("target") if isinstance(branch, dict) else None
    days = [
        _day(target.get("committedDate"), today) if isinstance(target, dict) else None,
        _day(release.get("publishedAt"), today) if isinstance(release, dict) else None,
    ]
    if known := [day for day in days if day]:
        yield PageDate(day=max(known), source=DateSource.API, modified=True)


def _day(value: object, today: date) -> date | None:
    day = parse_day(value) if isinstance(value, str) else None
    return day if day and day <= today else None


def _inside(target: Target, alias: str, thing: Mapping[str, Any], whole: Record) -> Record | None:
    """A thing in a repository that is there. None where only the page can tell."""
    found = thing.get(alias)
    match target.kind:
        case Kind.PATH:
            return _path(target, alias, thing, whole)
        case Kind.ISSUE | Kind.DISCUSSION if isinstance(found, dict):
            return _numbered(target, found, whole)
        case Kind.RELEASE if isinstance(found, dict) or isinstance(thing.get(f"{alias}r"), dict):
            return whole  # a tag without a release has a page too
        case Kind.COMMIT if isinstance(found, dict):
            return whole
    return None


def _path(target: Target, alias: str, thing: Mapping[str, Any], whole: Record) -> Record | None:
    """Not there only when its branch is: GitHub leads from a renamed branch to the new one."""
    for place, _ in enumerate(target.splits):
        if isinstance(thing.get(f"{alias}p{place}"), dict):
            return whole
    asked = [f"{alias}{part}{place}" for place in range(len(target.splits)) for part in "rp"]
    if not all(one in thing for one in asked):
        return None
    if any(isinstance(thing.get(one), dict) for one in asked):
        return Record(
            api=API,
            standing=Standing.GONE,
            name=whole.name,
            detail="the repository is there, and the file is not",
        )
    return None


def _numbered(target: Target, found: Mapping[str, Any], whole: Record) -> Record | None:
    """An issue that was transferred is elsewhere; an issue that is a pull request is not."""
    url = found.get("url")
    if not isinstance(url, str) or not url.startswith("https://github.com/"):
        return None
    here = url.lower().split("/")[3:5] == whole.name.lower().split("/")
    if here and url.rpartition("/")[2] == target.what:
        return whole
    return Record(
        api=API, standing=Standing.THERE, name=url.removeprefix("https://github.com/"), url=url
    )
