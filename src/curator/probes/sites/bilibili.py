"""Bilibili: the page of a video that is gone answers like any other, so the player's API is asked.

The API is what the site's own pages call. It is not documented; where it says anything but what is
written here, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from curator import urls
from curator.evidence import DateSource, PageDate, Record, Standing
from curator.probes.contract import Ask
from curator.probes.sites.own_word import Question, json_of

_HOSTS: Final = frozenset(("bilibili.com", "m.bilibili.com"))
_PLAYER_HOST: Final = "player.bilibili.com"
_SHORT_HOST: Final = "b23.tv"
_PATH: Final = re.compile(r"(?:/s)?/video/([^/]+)/?")
_BV: Final = re.compile(r"[Bb][Vv]1[1-9A-HJ-NP-Za-km-z]{9}")
_AV: Final = re.compile(r"[Aa][Vv]([1-9][0-9]{0,15})")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,15}")


def video_of(url: str) -> str | None:
    """The video that `url` leads to, as "BV..." or "av..."; None for series, articles and more."""
    parts = urls.parse(url)
    host = parts.host.rstrip(".").removeprefix("www.")
    if parts.port is not None:
        return None
    if host in _HOSTS:
        found = _PATH.fullmatch(parts.path)
        return _video_id(found[1]) if found else None
    if host == _SHORT_HOST:
        return _video_id(parts.path.strip("/"))
    if host == _PLAYER_HOST:
        return _in_player(url)
    return None


def is_hollow(url: str) -> bool:
    """Is it a video's page, with whatever in the place of its id?"""
    parts = urls.parse(url)
    host = parts.host.rstrip(".").removeprefix("www.")
    return parts.port is None and host in _HOSTS and _PATH.fullmatch(parts.path) is not None


def _video_id(text: str) -> str | None:
    """A BV's letters have case, its prefix has none."""
    if _BV.fullmatch(text):
        return "BV" + text[2:]
    found = _AV.fullmatch(text)
    return f"av{found[1]}" if found else None


def _in_player(url: str) -> str | None:
    if video := _video_id(urls.parameter(url, "bvid")):
        return video
    number = urls.parameter(url, "aid")
    return f"av{number}" if _NUMBER.fullmatch(number) else None


def bilibili_question(video: str) -> Question:
    """Ask what the player asks; a refusal, and anything unknown, is no word."""
    name, value = ("bvid", video) if video.startswith("BV") else ("aid", video[2:])
    heard = yield Ask(url=f"https://api.bilibili.com/x/web-interface/view?{name}={value}")
    said = json_of(heard)
    code = said.get("code") if said else None
    if said is None or not isinstance(code, int) or isinstance(code, bool):
        return None
    if code == 0:
        return _there(said.get("data"))
    if code in _OTHERWISE:
        standing, detail = _OTHERWISE[code]
        return Record(api="bilibili", standing=standing, id=video, detail=f"{code}: {detail}")
    return None


_OTHERWISE: Final = {
    -404: (Standing.GONE, "no such video"),
    -403: (Standing.HIDDEN, "for members only"),
    62002: (Standing.HIDDEN, "invisible"),
    62004: (Standing.HIDDEN, "under review"),
    62012: (Standing.HIDDEN, "for its uploader only"),
}
"""-412 and -352 are risk control: they say something of us, and nothing of the video. -400 is a bad
request: of one id today, and of every id on the day the API wants another parameter."""
_LONGEST: Final = 300
_LAST: Final = 253_402_300_799
"""The end of the year 9999, in seconds since 1970."""


def _there(data: object) -> Record | None:
    if not isinstance(data, Mapping) or not isinstance(data.get("bvid"), str):
        return None
    title = data.get("title")
    return Record(
        api="bilibili",
        standing=Standing.THERE,
        id=data["bvid"],
        name=title[:_LONGEST] if isinstance(title, str) else "",
        dates=_dates(data),
    )


def _dates(data: Mapping[str, Any]) -> tuple[PageDate, ...]:
    moment = data.get("pubdate")
    if not isinstance(moment, int) or not 0 < moment < _LAST:
        return ()
    day = datetime.fromtimestamp(moment, UTC).date()
    return (PageDate(day=day, source=DateSource.API, modified=False),)
