"""Which thing on GitHub a URL names, as far as its API can be asked for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import unquote

from curator import urls

_HOSTS: Final = frozenset(("github.com", "www.github.com"))
_RAW: Final = "raw.githubusercontent.com"
_NAME: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
_REPOSITORY: Final = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}")
_IDLE_QUERY: Final = re.compile(r"(?:\?(?:tab=[A-Za-z0-9._-]{0,60})?)?")
"""What changes nothing but the view."""
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")
_MOST_SPLITS: Final = 3
"""Where a branch's name may end: most have no slash."""
_LONGEST: Final = 400
_NO_REF: Final = re.compile(r"[\x00-\x20~^:?*\[\\\x7f]|\.\.|@\{|//|\.lock(?:/|$)|(?:^|/)\.|^@?$")
"""No branch, tag or commit is called so (git-check-ref-format(1)), and git reads more than a name
into some of it."""
_NO_PATH: Final = re.compile(r"(?:^|/)\.{1,2}(?:/|$)|[\x00-\x1f\x7f\ufffd]")
"""Git takes the first for a place beside, the page does not; the last is what is no UTF-8."""
# fmt: off
_NOBODY: Final = frozenset((
    "about", "accelerator", "account", "advisories", "apps", "assets", "blog", "business",
    "case-studies", "changelog", "cla", "codespaces", "collections", "contact", "contributing",
    "copilot", "customer-stories", "customers", "dashboard", "developer", "discussions",
    "downloads", "edu", "education", "enterprise", "enterprises", "events", "explore", "features",
    "gist", "gists", "git-guides", "github-copilot", "guides", "help", "home", "images",
    "integrations", "issues", "jobs", "join", "labs", "languages", "learn", "legal", "library",
    "login", "logos", "logout", "mac", "marketplace", "mcp", "mirrors", "mobile", "models", "new",
    "newsroom", "nonprofit", "nonprofits", "notifications", "oauth", "open-source", "organizations",
    "orgs", "pages", "partners", "plans", "premium-support", "press", "pricing", "projects",
    "pulls", "raw", "readme", "repos", "resources", "search", "security", "services", "sessions",
    "settings", "shop", "showcases", "signup", "site", "site-policy", "sitemap", "social-impact",
    "solutions", "spark", "sponsors", "stars", "static", "status", "stories", "styleguide",
    "support", "team", "teams", "terms", "topics", "tos", "tour", "training", "translations",
    "trending", "user-attachments", "users", "watching", "why-github", "wiki", "works-with",
    "workspaces",
))
"""First parts of paths that are GitHub's own pages, or kept free for them: the API knows none."""
_OF_THE_WHOLE: Final = frozenset((
    "", "commits", "releases", "tags", "branches", "stargazers", "forks", "watchers",
))
"""Pages that a repository has as long as it is there."""
# fmt: on


class Kind(StrEnum):
    """What is asked for."""

    REPOSITORY = "repository"
    PATH = "path"  # a file or folder at a branch, tag or commit
    ISSUE = "issue"  # or a pull request: they share their numbers
    DISCUSSION = "discussion"
    RELEASE = "release"
    COMMIT = "commit"
    OWNER = "owner"  # a user or an organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What one URL names."""

    url: str
    kind: Kind
    owner: str
    name: str = ""
    """Of the repository, "" for an owner."""
    prefix: str = ""
    """Of the URL, up to the owner, for writing it anew."""
    rest: str = ""
    """Of the URL, after the repository: stays when that is renamed."""
    what: str = ""
    """A number, a tag, or a commit."""
    view: str = ""
    """Of a path: how it is shown, such as "blob", "tree" or "raw"."""
    splits: tuple[tuple[str, str], ...] = ()
    """Of a path: branch and file, for each place where the branch's name may end."""

    @property
    def full_name(self) -> str:
        return f"{self.owner}/{self.name}"


def target_of(url: str) -> Target | None:
    """None for what the API can't be asked for: the page is asked instead."""
    try:
        parts = urls.parse(url)
    except urls.UnusableUrlError:
        return None
    if parts.port is not None or len(parts.path) > _LONGEST:
        return None
    segments = parts.path.split("/")[1:]
    if parts.host == _RAW:
        return None if parts.query else _raw(url, segments)  # "?token=" opens what is private
    query = urls.parse(urls.without_tracking(url)).query
    if parts.host not in _HOSTS or not _IDLE_QUERY.fullmatch(query) or not segments[0]:
        return None
    if [one for one in segments if one] == segments[:1]:
        return _owner(url, segments[0])
    return _of_repository(url, parts, segments)


def _owner(url: str, login: str) -> Target | None:
    if not _NAME.fullmatch(login) or login.lower() in _NOBODY:
        return None
    return Target(url=url, kind=Kind.OWNER, owner=login)


def _of_repository(url: str, parts: urls.Url, segments: list[str]) -> Target | None:
    owner, name, *rest = segments
    inside = [one for one in rest if one]
    name = name if inside else name.removesuffix(".git")
    if not _is_repository(owner, name):
        return None
    kind, what, splits = _inside(inside)
    if kind is None:
        return None
    return Target(
        url=url,
        kind=kind,
        owner=owner,
        name=name,
        prefix="https://github.com",
        rest="".join(f"/{one}" for one in rest) + parts.query,
        what=what,
        view=inside[0] if splits else "",
        splits=splits,
    )


_Inside = tuple[Kind | None, str, tuple[tuple[str, str], ...]]


def _inside(rest: list[str]) -> _Inside:
    match rest:
        case [] | [_] if (rest or [""])[0] in _OF_THE_WHOLE:
            return Kind.REPOSITORY, "", ()
        case ["blob" | "tree" | "raw" | "blame" as view, _, *_]:
            splits = _splits([unquote(one) for one in rest[1:]], whole=view == "tree")
            return (Kind.PATH, "", splits) if splits else (None, "", ())
        case ["issues" | "pull", number] if _NUMBER.fullmatch(number):
            return Kind.ISSUE, number, ()
        case ["pull", number, "files" | "commits" | "checks"] if _NUMBER.fullmatch(number):
            return Kind.ISSUE, number, ()
        case ["discussions", number] if _NUMBER.fullmatch(number):
            return Kind.DISCUSSION, number, ()
        case ["releases", "tag", *tag] if tag:
            return Kind.RELEASE, unquote("/".join(tag)), ()
        case ["commit", oid] if re.fullmatch(r"[0-9a-f]{7,40}", oid):
            return Kind.COMMIT, oid, ()
    return None, "", ()


def _raw(url: str, segments: list[str]) -> Target | None:
    """https://raw.githubusercontent.com/OWNER/NAME/REF/PATH"""
    owner, name, *rest = (*segments, "", "")[: max(len(segments), 2)]
    if not _is_repository(owner, name):
        return None
    splits = _splits([unquote(one) for one in rest if one], whole=False)
    if not splits:
        return None
    return Target(
        url=url,
        kind=Kind.PATH,
        owner=owner,
        name=name,
        prefix=f"https://{_RAW}",
        rest="".join(f"/{one}" for one in rest),
        view="raw",
        splits=splits,
    )


def _is_repository(owner: str, name: str) -> bool:
    named = _NAME.fullmatch(owner) and _REPOSITORY.fullmatch(name) and not name.endswith(".git")
    return bool(named) and owner.lower() not in _NOBODY


def _splits(parts: list[str], *, whole: bool) -> tuple[tuple[str, str], ...]:
    """Branch and path; `whole`: the path may be missing, for the root of a tree.

    None at all where a part is no branch's name and no file's.
    """
    first = 3 if parts[:2] in (["refs", "heads"], ["refs", "tags"]) else 1
    last = min(len(parts) if whole else len(parts) - 1, first + _MOST_SPLITS - 1)
    found = [("/".join(parts[:end]), "/".join(parts[end:])) for end in range(first, last + 1)]
    if _NO_PATH.search("/".join(parts)):
        return ()
    return tuple((ref, path) for ref, path in found if not _NO_REF.search(ref))
