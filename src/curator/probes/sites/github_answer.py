"""What GitHub's API answers: its own word on repositories and what is in them.

Everything that is not plainly said is left to the page: a token may lack rights, a part may be cut
off, a branch may have been renamed. Nothing is concluded from silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from curator.evidence import DateSource, PageDate, Record, Standing
from curator.probes.dates import parse_day
from curator.probes.sites.github import INSIDE, Block
from curator.probes.sites.github_errors import Errors, errors_of
from curator.probes.sites.github_urls import Kind, Target

API: Final = "github"

_ID: Final = re.compile(r"[!-~]{1,200}")
_LOGIN: Final = re.compile(r"[A-Za-z0-9_-]{1,100}")
_FULL_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,100}/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}")
_NUMBERED: Final = re.compile(
    r"https://github\.com/([A-Za-z0-9_-]{1,100}/[A-Za-z0-9._-]{1,100})"
    r"/(?:issues|pull|discussions)/([1-9][0-9]{0,9})"
)
_NO_FOLDER: Final = frozenset(("raw", "blame"))
"""Views that no folder has."""
_FILES: Final = frozenset(("blob", "raw", "blame"))
"""Views of a file. What is not there as a folder may be a submodule."""
_LOCKED: Final = re.compile(r"[A-Z_]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one answer says, by URL; URLs that it does not plainly speak of are left out."""

    there: Mapping[str, Record]
    """Also what is withheld, and files that are not in a repository that is there."""
    lost: Mapping[str, Record]
    """Of what no repository or owner of the name is there for: which one that the token may not see
    looks like, too."""


NOTHING: Final = Told(there={}, lost={})


def read(asked: Sequence[Block], answer: object, *, today: date) -> Told:
    """What `answer` says of what was `asked`; nothing when it contradicts itself."""
    data = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or not isinstance(data, dict):
        return NOTHING
    errors = errors_of(answer)
    if _contradicts_itself(asked, data, errors):
        return NOTHING
    there: dict[str, Record] = {}
    lost: dict[str, Record] = {}
    for block in asked:
        if errors.say_missing(block.alias, data):
            gone = Record(api=API, standing=Standing.GONE, detail="no such repository or owner")
            lost |= dict.fromkeys((target.url for target in block.targets), gone)
        else:
            there |= _read_block(block, data.get(block.alias), errors, today)
    return Told(there=there, lost=lost)


def _contradicts_itself(asked: Iterable[Block], data: Mapping[str, Any], errors: Errors) -> bool:
    """Was something renamed to what is another thing's name, or nobody's? Aliases are mixed up."""
    names = {
        block.key: _IS_GONE
        if errors.say_missing(block.alias, data)
        else _name_of(data, block.alias)
        for block in asked
    }
    today = {name for name in names.values() if "/" in name}
    return any(names.get(name, name) not in (name, "") for name in today)


_IS_GONE: Final = "nobody"
"""Stands for what is not there; names of repositories have a slash."""


def _name_of(data: Mapping[str, Any], alias: str) -> str:
    """What a repository is called today, in lower case; "" for all else."""
    thing = data.get(alias)
    name = thing.get("nameWithOwner") if isinstance(thing, dict) else None
    return name.lower() if isinstance(name, str) else ""


def _read_block(block: Block, thing: object, errors: Errors, today: date) -> Mapping[str, Record]:
    if not isinstance(thing, dict):
        return {}
    node = thing.get("id")
    if not isinstance(node, str) or not _ID.fullmatch(node):
        return {}
    doubted = errors.doubt(block.alias)
    told = {}
    for number, target in enumerate(block.targets):
        record = _record(target, f"t{number}", thing, today)
        if record and not (doubted and record.standing is Standing.GONE):
            told[target.url] = record
    return told


def _record(target: Target, alias: str, thing: Mapping[str, Any], today: date) -> Record | None:
    if target.kind is Kind.OWNER:
        return _owner(target, thing)
    whole = _repository(target, thing, today)
    if whole is None or whole.standing is not Standing.THERE or target.kind not in INSIDE:
        return whole
    return _inside(target, alias, thing, whole)


def _owner(target: Target, thing: Mapping[str, Any]) -> Record | None:
    login = thing.get("login")
    if not isinstance(login, str) or not _LOGIN.fullmatch(login):
        return None
    if login.lower() != target.owner.lower():
        return None
    return Record(api=API, standing=Standing.THERE, id=thing["id"], name=login)


def _repository(target: Target, thing: Mapping[str, Any], today: date) -> Record | None:
    name = thing.get("nameWithOwner")
    if not isinstance(name, str) or not _FULL_NAME.fullmatch(name):
        return None
    for fact, standing in _NOT_FOR_READERS.items():
        if thing.get(f"is{fact.title()}") is True:
            return Record(api=API, standing=standing, id=thing["id"], detail=fact)
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
        detail=", ".join(_worth_knowing(thing)),
    )


_NOT_FOR_READERS: Final = {"disabled": Standing.WITHHELD, "private": Standing.HIDDEN}
"""What the token's owner may see, and readers may not: not even what it is called today."""


def _worth_knowing(thing: Mapping[str, Any]) -> Iterable[str]:
    """What a page of the repository would show beside its content."""
    if thing.get("isEmpty") is True:
        yield "empty"
    if thing.get("isLocked") is True:
        yield _locked(thing.get("lockReason"))
    if thing.get("isFork") is True:
        parent = thing.get("parent")
        name = parent.get("nameWithOwner") if isinstance(parent, dict) else None
        known = isinstance(name, str) and _FULL_NAME.fullmatch(name)
        yield f"a fork of {name}" if known else "a fork"


def _locked(why: object) -> str:
    if not isinstance(why, str) or not _LOCKED.fullmatch(why):
        return "locked"
    return f"locked: {why.lower().replace('_', ' ')}"


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
            return whole if found.get("__typename", "Commit") == "Commit" else None
    return None


def _path(target: Target, alias: str, thing: Mapping[str, Any], whole: Record) -> Record | None:
    """Not there only when its branch is: GitHub leads from a renamed branch to the new one."""
    places = range(len(target.splits))
    paths = [thing.get(f"{alias}p{place}", _UNSAID) for place in places]
    if found := next((one for one in paths if isinstance(one, dict)), None):
        is_folder = found.get("__typename") in ("Tree", "Commit")
        return None if is_folder and target.view in _NO_FOLDER else whole
    refs = [thing.get(f"{alias}r{place}", _UNSAID) for place in places]
    is_plain = all(one is None for one in paths) and any(isinstance(one, dict) for one in refs)
    if target.view not in _FILES or not is_plain:
        return None
    return replace(
        whole,
        standing=Standing.GONE,
        url="",
        dates=(),
        detail="the repository is there, and the file is not",
    )


_UNSAID: Final = object()


def _numbered(target: Target, found: Mapping[str, Any], whole: Record) -> Record | None:
    """An issue that was transferred is elsewhere; an issue that is a pull request is not."""
    url = found.get("url")
    place = _NUMBERED.fullmatch(url) if isinstance(url, str) else None
    if place is None:
        return None
    if place[1].lower() == whole.name.lower() and place[2] == target.what:
        return whole
    return Record(
        api=API,
        standing=Standing.THERE,
        name=place[0].removeprefix("https://github.com/"),
        url=place[0],
    )
