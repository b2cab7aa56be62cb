"""Sites that give one thing several URLs: which of them name the same thing.

Each rule turns the parts of a URL into those of the thing's one form. Two different things under
one form are worse than one thing under two, so a rule knows the paths it changes and leaves all
others alone. The forms are for comparing: nothing is ever asked by them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Final

from curator.urls.bilibili import code_of
from curator.urls.parse import Url
from curator.urls.query import query_with, query_without

_ARXIV: Final = re.compile(
    r"/(?:abs|pdf|html)/((?:[a-z.-]+/)?[0-9][0-9.]+[0-9])(?:v[0-9]+)?(?:\.pdf)?/?", re.IGNORECASE
)
_ARXIV_DOI: Final = re.compile(r"/10\.48550/arxiv\.(.+)", re.IGNORECASE)
_MAIN_TREE: Final = re.compile(
    r"tree/(?:main|master|HEAD)/?|blob/(?:main|master|HEAD)/(?i:readme\.md)"
)
_GIST: Final = re.compile(r"(?:/[\w-]+)?(/[0-9a-f]{20,32})/?")
_WATCHED: Final = re.compile(r"/(?:shorts|embed|live|v|e)/([\w-]+)/?")
_SECONDS: Final = re.compile(r"(?<=[?&]t=)([0-9]+)s(?=&|$)")
_PROJECT: Final = re.compile(r"/(?:project|p|pypi)/([\w.-]+)(/.*)?", re.IGNORECASE)
_NAME_PARTS: Final = re.compile(r"[-_.]+")
_CHINESE: Final = re.compile(r"/zh(?:-[a-z]+)?/(?=.)")
_MODEL: Final = re.compile(r"(/(?:(?:datasets|spaces)/)?[\w.-]+/[\w.-]+)/tree/main/?")
_DOCUMENT: Final = re.compile(
    r"(/(?:document|spreadsheets|presentation|forms|file))(?:/u/[0-9]+)?(/d/(?:e/)?[\w-]+)"
    r"(?:/(?:edit|view|preview|mobilebasic|htmlview))?/?"
)
_QUESTION: Final = re.compile(r"/(?:questions|q)/([0-9]+)(?:/[^/]*)?/?")
_PRODUCT: Final = re.compile(r"/(?:[^/]+/)?(?:dp|gp/product)/([0-9A-Za-z]{10})(?:/.*)?")
_POST: Final = re.compile(r"/[^/]+/status/([0-9]+).*")


def known_site(parts: Url) -> Url:
    """The one form of a thing on a site that has several; the parts as they are elsewhere."""
    host = parts.host.rstrip(".").removeprefix("www.")
    if parts.port is not None:
        return parts
    rule = _SITES.get(host) or _rule_below(host)
    if rule is None:
        return parts
    return rule(parts if parts.host == host else replace(parts, host=host))


def _rule_below(host: str) -> Callable[[Url], Url] | None:
    if host.endswith(".wikipedia.org"):
        return _wikipedia
    if host.endswith(".medium.com"):
        return _medium
    return _amazon if host.startswith("amazon.") else None


def _arxiv(parts: Url) -> Url:
    """An abstract, its PDF, its HTML and their versions are one paper."""
    found = _ARXIV.fullmatch(parts.path)
    return _paper(parts, found[1]) if found else replace(parts, host="arxiv.org")


def _paper(parts: Url, number: str) -> Url:
    return replace(parts, host="arxiv.org", path=f"/abs/{number.lower()}", query="")


def _doi(parts: Url) -> Url:
    """DOIs have no case (https://www.doi.org/doi-handbook); arXiv's name a paper there."""
    paper = _ARXIV_DOI.fullmatch(parts.path)
    if paper:
        return _arxiv(replace(parts, path=f"/abs/{paper[1]}"))
    return replace(parts, host="doi.org", path=parts.path.lower())


def _github(parts: Url) -> Url:
    """Owner and repository have no case; `.git`, the main branch's tree, the page's own tab and
    its README below are the same repository."""
    owner, repository, rest = (*parts.path[1:].split("/", 2), "", "")[:3]
    repository = repository.removesuffix(".git")
    rest = "" if _MAIN_TREE.fullmatch(rest) else rest
    path = f"/{owner}/{repository}".lower()
    if not repository or rest:
        return replace(parts, path=f"{path}/{rest}")
    fragment = "" if parts.fragment.lower() == "#readme" else parts.fragment
    query = "" if parts.query == "?tab=readme-ov-file" else parts.query
    return replace(parts, path=path, query=query, fragment=fragment)


def _gist(parts: Url) -> Url:
    """A gist by its id, with its owner's name or without."""
    found = _GIST.fullmatch(parts.path)
    return replace(parts, path=found[1]) if found else parts


def _git_host(parts: Url) -> Url:
    """`owner/repository.git` is the repository."""
    return replace(parts, path=re.sub(r"(?<=[^/])\.git/?$", "", parts.path))


def _youtube(parts: Url) -> Url:
    """A video by its `v`, however it is shown."""
    parts = replace(parts, host="youtube.com")
    found = _WATCHED.fullmatch(parts.path)
    if found and found[1] == "videoseries":
        parts = replace(parts, path="/playlist")
    elif found and found[1] != "live_stream":
        parts = _watch(parts, found[1])
    query = query_without(parts, without=lambda name: name in _YOUTUBE_DRESS)
    return replace(parts, query=_SECONDS.sub(r"\1", query.replace("?start=", "?t=")))


def _youtube_music(parts: Url) -> Url:
    """A video is there, too; everything else is of its own."""
    return _youtube(parts) if parts.path == "/watch" else parts


def _youtu_be(parts: Url) -> Url:
    """https://youtu.be/ID is https://www.youtube.com/watch?v=ID."""
    name = parts.path.strip("/")
    return _youtube(_watch(parts, name)) if name and "/" not in name else parts


def _watch(parts: Url, name: str) -> Url:
    query = parts.query.replace("?start=", "?t=").replace("&start=", "&t=")
    return replace(parts, path="/watch", query=f"?v={name}" + query.replace("?", "&", 1))


def _bilibili(parts: Url) -> Url:
    """A video by its BV code; its first part is what opens without a number."""
    parts = replace(parts, host="bilibili.com")
    found = re.fullmatch(r"/(?:video/)?((?:av|bv)[0-9a-z]+)/?", parts.path, re.IGNORECASE)
    code = code_of(found[1]) if found else None
    if code is None:
        return replace(parts, query=query_without(parts, without=_is_bilibili_dress))
    query = query_with(parts, only=("p", "t"))
    query = re.sub(r"(?<=[?&])p=1(?:&|$)", "", query).rstrip("?&")
    return replace(parts, path=f"/video/{code}", query=query)


def _b23(parts: Url) -> Url:
    """A short URL that says the code or the number; any other says nothing."""
    return _bilibili(parts) if code_of(parts.path.strip("/")) else parts


def _is_bilibili_dress(name: str) -> bool:
    return name.startswith("share_") or name in _BILIBILI_DRESS


def _open_review(parts: Url) -> Url:
    """A paper's page and its PDF."""
    is_paper = parts.path in ("/forum", "/pdf") and not parts.fragment
    query = query_with(parts, only=("id",))
    return replace(parts, path="/forum", query=query) if is_paper and query else parts


def _acl(parts: Url) -> Url:
    """A paper's page and its PDF."""
    return replace(parts, path=re.sub(r"(?<=[0-9])\.pdf$", "", parts.path))


def _google(parts: Url) -> Url:
    """A document by its id, whether it is shown or edited, and for whom."""
    found = _DOCUMENT.fullmatch(parts.path)
    query = query_without(parts, without=lambda name: name in ("usp", "ouid", "rtpof", "sd"))
    return replace(parts, path=found[1] + found[2], query=query) if found else parts


def _stack_overflow(parts: Url) -> Url:
    """A question by its number; an answer within it is a place of its own."""
    found = _QUESTION.fullmatch(parts.path)
    return replace(parts, path=f"/questions/{found[1]}") if found else parts


def _reddit(parts: Url) -> Url:
    return replace(parts, host="reddit.com")


def _amazon(parts: Url) -> Url:
    """A product by its number; the rest is the way to it."""
    found = _PRODUCT.fullmatch(parts.path)
    return replace(parts, path=f"/dp/{found[1].upper()}", query="") if found else parts


def _hugging_face(parts: Url) -> Url:
    found = _MODEL.fullmatch(parts.path)
    return replace(parts, host="huggingface.co", path=found[1] if found else parts.path)


def _pypi(parts: Url) -> Url:
    """Names are compared as the index does
    (https://packaging.python.org/specifications/name-normalization)."""
    found = _PROJECT.fullmatch(parts.path)
    if not found:
        return parts
    name = _NAME_PARTS.sub("-", found[1]).lower()
    return replace(parts, host="pypi.org", path=f"/project/{name}{found[2] or ''}")


def _npm(parts: Url) -> Url:
    return replace(parts, host="npmjs.com")


def _twitter(parts: Url) -> Url:
    """A post by its number; names have no case."""
    found = _POST.fullmatch(parts.path)
    path = f"/i/status/{found[1]}" if found else parts.path.lower()
    query = query_without(parts, without=lambda name: name in ("s", "t"))
    return replace(parts, host="x.com", path=path, query=query)


def _weixin(parts: Url) -> Url:
    """An article by the account, the message and the place in it; the rest is how it was shared."""
    names = {pair.partition("=")[0] for pair in parts.query[1:].split("&")}
    fragment = "" if parts.fragment in ("#rd", "#wechat_redirect") else parts.fragment
    if not {"__biz", "mid", "idx"} <= names:
        return replace(parts, fragment=fragment)
    query = query_with(parts, only=("__biz", "mid", "idx"))
    return replace(parts, query=query, fragment=fragment)


def _medium(parts: Url) -> Url:
    """The way to an article, and a friend's key to it."""
    query = query_without(parts, without=lambda name: name in ("source", "sk"))
    return replace(parts, query=query)


def _wikipedia(parts: Url) -> Url:
    """The mobile site, and the scripts that Chinese articles can be shown in."""
    language, *rest = parts.host.removesuffix(".wikipedia.org").split(".")
    path = _CHINESE.sub("/wiki/", parts.path) if language == "zh" else parts.path
    if rest not in ([], ["m"]):
        return parts
    return replace(parts, host=f"{language}.wikipedia.org", path=path)


_YOUTUBE_DRESS: Final[Collection[str]] = frozenset(
    ("si", "feature", "ab_channel", "app", "pp", "index", "themerefresh", "autoplay", "rel")
)
_BILIBILI_DRESS: Final[Collection[str]] = frozenset(
    ("spm_id_from", "from_spmid", "vd_source", "seid", "unique_k", "is_story_h5", "plat_id")
)
"""Parameters that say how the thing came to be shown, never which."""

_SITES: Final[dict[str, Callable[[Url], Url]]] = {
    "arxiv.org": _arxiv,
    "export.arxiv.org": _arxiv,
    "doi.org": _doi,
    "dx.doi.org": _doi,
    "github.com": _github,
    "gist.github.com": _gist,
    **dict.fromkeys(("gitlab.com", "gitee.com", "bitbucket.org", "codeberg.org"), _git_host),
    "youtube.com": _youtube,
    "m.youtube.com": _youtube,
    "youtube-nocookie.com": _youtube,
    "music.youtube.com": _youtube_music,
    "youtu.be": _youtu_be,
    "bilibili.com": _bilibili,
    "m.bilibili.com": _bilibili,
    "b23.tv": _b23,
    "huggingface.co": _hugging_face,
    "hf.co": _hugging_face,
    "pypi.org": _pypi,
    "pypi.python.org": _pypi,
    "npmjs.com": _npm,
    "npmjs.org": _npm,
    **dict.fromkeys(("x.com", "twitter.com", "mobile.twitter.com", "mobile.x.com"), _twitter),
    "mp.weixin.qq.com": _weixin,
    "openreview.net": _open_review,
    "aclanthology.org": _acl,
    **dict.fromkeys(("docs.google.com", "drive.google.com"), _google),
    "stackoverflow.com": _stack_overflow,
    **dict.fromkeys(("reddit.com", "old.reddit.com", "new.reddit.com", "np.reddit.com"), _reddit),
    "medium.com": _medium,
}
