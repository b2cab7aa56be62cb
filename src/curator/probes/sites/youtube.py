"""YouTube: its pages answer 200 for any id, so its oEmbed and its thumbnails are asked.

oEmbed says more than a page, and less than it seems: 401 means that embedding is switched off, 400,
403 and 404 that the video is private, removed or was never there, and now and then any of them
comes for a video that plays. So nothing is gone until the thumbnail, on another host, is gone too.
A playlist has no thumbnail; its feed stands in.

https://oembed.com/ and https://developers.google.com/youtube/player_parameters
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from curator import urls
from curator.evidence import Record, Standing
from curator.probes.contract import Answer, Ask
from curator.probes.sites.own_word import Question, json_of, status_of

_HOSTS: Final = frozenset(
    ("youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com")
)
_SHORT_HOST: Final = "youtu.be"
_VIDEO: Final = re.compile(r"[A-Za-z0-9_-]{11}")
_PLAYLIST: Final = re.compile(r"(?:PL|FL|UU|OLAK5uy_)[A-Za-z0-9_-]{10,64}")
"""Those that somebody made. Mixes (RD) are made up for each visitor, WL and LL are a reader's."""
_IN_PATH: Final = re.compile(r"/(?:shorts|live|embed|v|e)/([^/]+)/?")
_PLAYER: Final = re.compile(r"/(?:watch|playlist|(?:shorts|live|embed|v|e)/[^/]+)/?")
_NO_VIDEOS: Final = frozenset(("videoseries", "live_stream"))
"""What stands in the place of an id of 11 characters, and is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A video or a playlist, by its id."""

    id: str
    page: str
    """Its page: what oEmbed is asked about."""
    witness: str
    """Another host's or another system's word on whether it is there."""
    witness_type: str
    """The media type that the witness answers with, when it is there."""


def thing_of(url: str) -> Thing | None:
    """The video or playlist that `url` leads to; None for channels, searches and other pages."""
    parts = urls.parse(url)
    host = parts.host.rstrip(".").removeprefix("www.")
    if parts.port is not None or (host not in _HOSTS and host != _SHORT_HOST):
        return None
    if video := _video_id(url, parts, host):
        return _video(video)
    playlist = _playlist_id(url, parts, host)
    return _playlist(playlist) if playlist else None


def is_hollow(url: str) -> bool:
    """Is it a page that answers 200 whatever is asked for, one with no id in its place too?"""
    parts = urls.parse(url)
    host = parts.host.rstrip(".").removeprefix("www.")
    is_player = _PLAYER.fullmatch(parts.path) is not None
    return parts.port is None and host in _HOSTS and is_player


def _video_id(url: str, parts: urls.Url, host: str) -> str:
    """ "" when the URL leads to no single video."""
    if host == _SHORT_HOST:
        found = parts.path.strip("/")
    elif parts.path.rstrip("/") == "/watch":
        found = urls.parameter(url, "v")
    else:
        in_path = _IN_PATH.fullmatch(parts.path)
        found = in_path[1] if in_path else ""
    return found if _VIDEO.fullmatch(found) and found not in _NO_VIDEOS else ""


def _playlist_id(url: str, parts: urls.Url, host: str) -> str:
    """Also of a player or a page that has a playlist and names no video."""
    is_one = parts.path.rstrip("/") in ("/playlist", "/watch", "/embed/videoseries", "/embed")
    found = urls.parameter(url, "list") if host != _SHORT_HOST and is_one else ""
    return found if _PLAYLIST.fullmatch(found) else ""


def _video(video: str) -> Thing:
    return Thing(
        id=video,
        page=f"https://www.youtube.com/watch?v={video}",
        witness=f"https://i.ytimg.com/vi/{video}/0.jpg",
        witness_type="image/",
    )


def _playlist(playlist: str) -> Thing:
    return Thing(
        id=playlist,
        page=f"https://www.youtube.com/playlist?list={playlist}",
        witness=f"https://www.youtube.com/feeds/videos.xml?playlist_id={playlist}",
        witness_type="text/xml",
    )


def youtube_question(thing: Thing) -> Question:
    """Ask oEmbed, and its witness where oEmbed does not say yes."""
    about = quote(thing.page, safe="")
    heard = yield Ask(url=f"https://www.youtube.com/oembed?format=json&url={about}")
    said = json_of(heard)
    if said and isinstance(said.get("title"), str) and said["title"]:
        return _there(thing, name=said["title"][:_LONGEST])
    if status_of(heard) == _NOT_EMBEDDABLE:
        return _there(thing, detail="it may not be embedded")
    seen = yield Ask(url=thing.witness)
    if isinstance(seen, Answer) and seen.status == 200:
        is_such = seen.header("content-type").lower().startswith(thing.witness_type)
        return _there(thing, detail="its preview is there") if is_such else None
    if status_of(heard) in _NO and status_of(seen) in _NOT_THERE:
        return Record(
            api="youtube",
            standing=Standing.GONE,
            id=thing.id,
            detail="neither oEmbed nor its preview knows it: removed, or private",
        )
    return None


_LONGEST: Final = 300
_NOT_EMBEDDABLE: Final = 401
_NO: Final = frozenset((400, 403, 404))
_NOT_THERE: Final = frozenset((404, 410))


def _there(thing: Thing, *, name: str = "", detail: str = "") -> Record:
    return Record(api="youtube", standing=Standing.THERE, id=thing.id, name=name, detail=detail)
