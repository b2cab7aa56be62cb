"""Asking GitHub's API about repositories and what is in them: a hundred things in one question.

https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from curator.probes.sites.github_urls import Kind, Target

MOST_PARTS: Final = 90
"""Of one query: repositories, and things in them. 100 still cost one point, and a query that takes
longer than ten seconds is ended."""
INSIDE: Final = frozenset(Kind) - {Kind.REPOSITORY, Kind.OWNER}
"""What is in a repository, and asked for there."""

_FRAGMENT: Final = """
fragment R on Repository {
  id nameWithOwner isPrivate isArchived archivedAt isDisabled isEmpty isLocked lockReason
  isFork parent { nameWithOwner }
  latestRelease { publishedAt }
  defaultBranchRef { target { __typename ... on Commit { committedDate } } }
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One repository, or one owner, with what is asked of it."""

    alias: str
    targets: tuple[Target, ...]

    @property
    def key(self) -> str:
        """What is asked for, however it is spelt: "owner" or "owner/name"."""
        return _key(self.targets[0])

    @property
    def size(self) -> int:
        return 1 + sum(map(_parts, self.targets))


def blocks(targets: Iterable[Target]) -> list[Block]:
    """Each repository once, however it is spelt; again where more is asked of it than fits."""
    found: dict[str, list[list[Target]]] = {}
    for target in targets:
        groups = found.setdefault(_key(target), [[]])
        if groups[-1] and 1 + sum(map(_parts, (*groups[-1], target))) > MOST_PARTS:
            groups.append([])
        groups[-1].append(target)
    each = (group for groups in found.values() for group in groups)
    return [Block(alias=f"n{number}", targets=tuple(of_one)) for number, of_one in enumerate(each)]


def query(asked: Iterable[Block]) -> str:
    """One GraphQL document for all of them; values are written as its string literals."""
    parts = [_ask(block) for block in asked]
    needs_fragment = any("...R" in part for part in parts)
    body = "\n".join(("rateLimit { cost remaining resetAt }", *parts))
    return f"query {{\n{body}\n}}" + (_FRAGMENT if needs_fragment else "")


def _key(target: Target) -> str:
    return (target.owner if target.kind is Kind.OWNER else target.full_name).lower()


def _parts(target: Target) -> int:
    return max(1, 2 * len(target.splits)) if target.kind in INSIDE else 0


def _ask(block: Block) -> str:
    first = block.targets[0]
    if first.kind is Kind.OWNER:
        return f"{block.alias}: repositoryOwner(login: {_text(first.owner)}) {{ id login }}"
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
