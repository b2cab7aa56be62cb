"""How the embedded web behaves: mostly well, and here and there as servers really do.

None of this says anything about the real sites behind the catalogue's URLs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import Final

from curator import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a server sees of one ask, and what it remembers."""

    url: str
    cookie: str
    visit: int
    """Which time this URL is asked on this day, from 1."""
    day: int
    """Of the tour, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One response."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    body: bytes = b""
    delay: float = 0.0
    """Seconds before the head is sent."""


Behaviour = Callable[[Request], Reply]


def page(title: str, *, status: int = 200, text: str = "", delay: float = 0.0) -> Reply:
    """An ordinary page in Chinese."""
    html = (
        f'<!doctype html><html lang="zh"><head><title>{title}</title></head>'
        f"<body><h1>{title}</h1><p>{text or _PROSE}</p></body></html>"
    )
    return Reply(status=status, body=html.encode(), delay=delay)


_PROSE = "这是演示用的页面，内容由 curator 自带，与真实网站无关。" * 12


def living(request: Request) -> Reply:
    return page(f"演示页面 {request.url.rsplit('/', 1)[-1] or '首页'}")


def gone(_: Request) -> Reply:
    return page("410 Gone", status=410, text="此数据集已下线。")


def missing(_: Request) -> Reply:
    return page("404 Not Found", status=404, text="There isn't a site here.")


def moved_to(target: str) -> Behaviour:
    return lambda _: Reply(status=301, headers=(("Location", target),))


def challenge(_: Request) -> Reply:
    """A bot wall: https://developers.cloudflare.com/cloudflare-challenges/ marks its answers so."""
    wall = page("Just a moment...", status=403, text="Enable JavaScript and cookies to continue")
    return Reply(
        status=403,
        headers=(*wall.headers, ("Server", "cloudflare"), ("cf-mitigated", "challenge")),
        body=wall.body,
    )


def first_answer_is_503(request: Request) -> Reply:
    if request.visit == 1:
        return page("Service Unavailable", status=503, text="请稍后再试。")
    return living(request)


def broken_on_the_first_day(request: Request) -> Reply:
    if request.day == 0:
        return page("Internal Server Error", status=500, text="数据库连接失败。")
    return living(request)


def limits_its_rate(request: Request) -> Reply:
    if request.visit == 1:
        return Reply(status=429, headers=(("Retry-After", "1"),))
    return living(request)


def wants_its_cookie_back(request: Request) -> Reply:
    """Redirects to itself until the cookie comes: a loop for whoever keeps none."""
    if "seen=1" in request.cookie:
        return living(request)
    return Reply(status=302, headers=(("Location", request.url), ("Set-Cookie", "seen=1; Path=/")))


def slow_paper(_: Request) -> Reply:
    pdf = (("Content-Type", "application/pdf"),)
    return Reply(headers=pdf, body=b"%PDF-1.7\n" + b"\0" * 2000, delay=2.0)


def lost_with_a_smile(_: Request) -> Reply:
    """A "not found" that answers 200 and has no word for it; its host says so to everything."""
    return page("Drawings", text="Somebody has sharpened this pencil down to the very end.")


def embeds(_: Request) -> Reply:
    """YouTube's oEmbed, which knows every video of the list."""
    return _json({"title": "演示视频", "type": "video"})


def knows_the_video(request: Request) -> Reply:
    """Bilibili's API, which does, too."""
    return _json({"code": 0, "data": {"bvid": request.url.partition("bvid=")[2], "title": "演示"}})


def _json(value: object) -> Reply:
    kind = (("Content-Type", "application/json"),)
    return Reply(headers=kind, body=json.dumps(value).encode())


_PLANTED: Mapping[str, Behaviour] = {
    "https://python.langchain.com/": moved_to("https://docs.langchain.com/oss/python/"),
    "https://data.baai.ac.cn/details/BAAI-IndustryCorpus-v2": gone,
    "https://intro-llm.github.io/": missing,
    "https://platform.openai.com/docs/quickstart": challenge,
    "https://platform.openai.com/docs/api-reference": challenge,
    "https://platform.openai.com/docs/guides/gpt-best-practices/gpt-best-practices": challenge,
    "https://zh.d2l.ai/": first_answer_is_503,
    "https://eugeneyan.com/writing/synthetic/": broken_on_the_first_day,
    "https://github.com/openai/openai-cookbook": limits_its_rate,
    "https://yaofu.notion.site/6dafe3f8d11445ca9dcf8a2ca1c5b199": wants_its_cookie_back,
    "https://karpathy.ai/stateofgpt.pdf": slow_paper,
}
"""Everything else that is listed is `living`."""

_NEVER_404: Final = "https://newsletter.maartengrootendorst.com/"


def behaviour_of(url: str, listed: Container[str]) -> Behaviour:
    """What the server of `url` does; `listed` are the URLs of the tour's list."""
    if url in _PLANTED:
        return _PLANTED[url]
    if url.startswith("https://www.youtube.com/oembed?"):
        return embeds
    if url.startswith("https://api.bilibili.com/x/web-interface/view?"):
        return knows_the_video
    if urls.is_root(url):
        return living
    if url.startswith(_NEVER_404):
        return lost_with_a_smile
    is_there = url in listed or urls.host_key(url) == "docs.langchain.com"
    return living if is_there else missing
