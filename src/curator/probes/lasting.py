"""Hosts whose end the whole world would hear of.

Where one of them can't be reached, it is from here: some networks and some countries keep readers
from them, by silence, by a reset, by no name or by a wrong one. That says nothing of a link.
"""

from __future__ import annotations

from typing import Final

from curator import urls

# fmt: off
_HOSTS: Final = frozenset((
    "arxiv.org", "b23.tv", "bilibili.com", "colab.research.google.com", "docs.google.com",
    "drive.google.com", "export.arxiv.org", "facebook.com", "gist.github.com", "github.com",
    "google.com", "huggingface.co", "instagram.com", "linkedin.com", "m.bilibili.com",
    "m.youtube.com", "medium.com", "music.youtube.com", "old.reddit.com", "player.bilibili.com",
    "raw.githubusercontent.com", "reddit.com", "scholar.google.com", "stackoverflow.com", "t.me",
    "twitter.com", "x.com", "youtu.be", "youtube-nocookie.com", "youtube.com",
))
# fmt: on
_BELOW: Final = ".wikipedia.org"


def is_lasting(url: str) -> bool:
    """Is it on one of them? Names below theirs come and go: only these very hosts are meant."""
    try:
        parts = urls.parse(url)
    except urls.UnusableUrlError:
        return False
    host = parts.host.rstrip(".").removeprefix("www.")
    return parts.port is None and (host in _HOSTS or host.endswith(_BELOW))
