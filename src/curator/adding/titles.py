"""What a page's own title says of the thing, without the name of the site it stands on.

Something is only taken off that is surely the site's name: as its host has it, as it is known, or
because the page's own heading says all the rest.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from curator import urls

_LONGEST: Final = 200
_SHORT: Final = 40
"""Characters of a site's name."""
_JOINT: Final = re.compile(r"\s+[|｜\-–—·•»«:]\s+|\s*[|｜]\s*|_(?=\S)")
_WORD: Final = re.compile(r"\w+")
_PAPER: Final = re.compile(r"^\[[\w.\-/]+\]\s+(?=\S)")
_REPOSITORY: Final = re.compile(r"/[\w.-]+/([\w.-]+?)(?:\.git)?/?")
_MARKDOWN: Final = re.compile(r"[\\`*<\[\]]|(?<![^\W_])_|_(?![^\W_])")
_KNOWN: Final = {
    "bilibili.com": ("哔哩哔哩", "bilibili"),
    "blog.csdn.net": ("csdn博客", "csdn"),
    "cnblogs.com": ("博客园",),
    "developer.mozilla.org": ("mdn", "mdnwebdocs"),
    "douban.com": ("豆瓣",),
    "jianshu.com": ("简书",),
    "juejin.cn": ("掘金",),
    "segmentfault.com": ("segmentfault思否", "思否"),
    "zhihu.com": ("知乎",),
}
"""Names of sites that their hosts don't show, letters alone."""


def title_for(url: str, *, title: str, heading: str) -> str:
    """The title of what stands at `url`, as inline Markdown; "" when nothing tells it."""
    if repository := _repository(url):
        return _escaped(repository)
    told = _tidy(title) or _tidy(heading)
    if urls.host_key(url).removeprefix("www.") == "arxiv.org":
        told = _PAPER.sub("", told)
    own = _own_name(told, _tidy(heading)) or _without_site(told, url)
    return _escaped(own[:_LONGEST].strip())


def plain_words(markdown: str) -> str:
    """Words to compare and to sort by: letters and digits in lower case, marks of Markdown gone."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", markdown).casefold()))


def _repository(url: str) -> str:
    """A repository is called by its own name: its page's title adds the owner and a sentence."""
    parts = urls.parse(url)
    found = _REPOSITORY.fullmatch(parts.path)
    return found[1] if found and parts.host.removeprefix("www.") == "github.com" else ""


def _tidy(text: str) -> str:
    """One line, without what no reader sees."""
    shown = (
        char
        for char in text
        if char.isspace() or unicodedata.category(char) not in ("Cf", "Cs", "Cc")
    )
    return " ".join("".join(shown).split())


def _own_name(title: str, heading: str) -> str:
    """The heading, where the title is no more than it and a few words behind or before it.

    A heading of one word (Introduction, Home) needs what the title adds.
    """
    says_enough = " " in heading or (not heading.isascii() and len(heading) > 3)
    for joint in _JOINT.finditer(title) if says_enough else ():
        parts = (title[: joint.start()].rstrip(), title[joint.end() :].lstrip())
        if heading in parts and all(len(part) <= _SHORT for part in parts if part != heading):
            return heading
    return ""


def _without_site(title: str, url: str) -> str:
    names = _site_names(url)
    while True:
        joints = list(_JOINT.finditer(title))
        if joints and _letters(title[joints[-1].end() :]) in names:
            title = title[: joints[-1].start()].rstrip()
        elif joints and _letters(title[: joints[0].start()]) in names:
            title = title[joints[0].end() :].lstrip()
        else:
            return title


def _site_names(url: str) -> frozenset[str]:
    """The host's labels, alone and together: docs.python.org is Python, dev.to is DEV.to."""
    host = urls.host_key(url).removeprefix("www.")
    labels = host.split(".")
    known = [names for name, names in _KNOWN.items() if host == name or host.endswith(f".{name}")]
    ends = (".".join(labels[start:]) for start in range(len(labels)))
    of_host = (_letters(name) for name in (*labels[:-1], *ends) if len(name) > 3)
    return frozenset((*of_host, *(name for names in known for name in names)))


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold())).replace("_", "")


def _escaped(text: str) -> str:
    """What Markdown would read as more than words."""
    return _MARKDOWN.sub(r"\\\g<0>", text)
