"""Sites by their well-known names: one that must be asked otherwise, and one that limits us."""

from __future__ import annotations

from web.case import Truth, case
from web.exchange import Exchange
from web.handlers import content, page, site, status
from web.pages import bare

_THERE = "lantern-002"
_SHELL = page(bare("Video", "<p>This video isn't available anymore.</p>"))
_KNOWN = content(b'{"title": "How lanterns are made"}', kind="application/json")
_NOT_KNOWN = status(404, "Not Found")


async def _embedding(exchange: Exchange) -> None:
    await (_KNOWN if _THERE in exchange.target else _NOT_KNOWN)(exchange)


CASES = (
    case(
        "video-gone",
        Truth.GONE,
        None,
        url="https://www.youtube.com/watch?v=lantern-001",
        hosts={
            "self": site({"/watch": _SHELL, "/oembed": _embedding}),
            "preview": site({}, missing=_NOT_KNOWN),
        },
        tls={"self": "good", "preview": "good"},
        domains={"self": "www.youtube.com", "preview": "i.ytimg.com"},
        names=True,
    ),  # 106: pages answer 200 for any id
    case(
        "video-there",
        Truth.ALIVE,
        None,
        url=f"https://www.youtube.com/watch?v={_THERE}",
        home="video-gone",
        names=True,
    ),
    case(
        "archive-limits",
        Truth.BLOCKED,
        status(429),
        url="http://web.archive.org/web/2020/http://lantern-notes.example/",
        whole=True,
        domains={"self": "web.archive.org"},
        names=True,
        slow=True,
    ),  # 107
)
