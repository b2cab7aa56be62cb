"""A web that is a list of answers: drives a probe without a server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from curator.evidence import Cause, Evidence, Failure
from curator.probes import Answer, Ask, Cut, Later, Probe, page_probe

START = datetime(2026, 11, 20, 12, tzinfo=UTC)
LISTED = "https://a.example/page"


@dataclass
class Reply:
    """What a test's web says to one ask."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"<title>A page</title><h1>A page</h1><p>words"
    cookies: tuple[str, ...] = ()
    cut: Cut | None = None
    failure: Cause | None = None


@dataclass
class Drive:
    """What came of a probe."""

    evidence: Evidence
    asks: list[Ask]
    laters: int

    @property
    def last(self) -> str | int | None:
        """The last attempt's status, or the name of its failure."""
        attempt = self.evidence.attempts[-1]
        return attempt.failure.cause if attempt.failure else attempt.status

    @property
    def urls(self) -> list[str]:
        return [ask.url for ask in self.asks]

    @property
    def signs(self) -> set[str]:
        return {sign.name for sign in self.evidence.attempts[-1].signs}


def html(
    title: str = "", *, heading: str = "", text: str = "", head: str = "", body: str = ""
) -> bytes:
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head>"
        f"<body><h1>{heading}</h1><p>{text}</p>{body}</body></html>"
    ).encode()


def redirect(location: str, status: int = 301, cookies: tuple[str, ...] = ()) -> Reply:
    return Reply(status=status, headers={"location": location}, body=b"", cookies=cookies)


def drive(web: Callable[[Ask], Reply], listed: str = LISTED, *, redirects: int = 20) -> Drive:
    """Run a page probe on `web`; its clock moves on by a second with each ask, a minute between
    tries."""
    now = [START]
    probe: Probe = page_probe(listed, clock=lambda: now[0], redirects=redirects)
    asks: list[Ask] = []
    laters = 0
    heard: Answer | Failure | None = None
    while True:
        try:
            wish = probe.send(heard)
        except StopIteration as end:
            return Drive(evidence=end.value, asks=asks, laters=laters)
        if isinstance(wish, Later):
            laters, heard = laters + 1, None
            now[0] += timedelta(seconds=60)
            continue
        asks.append(wish)
        heard = _answer(wish, web(wish), now[0])
        now[0] += timedelta(seconds=1)


def in_turn(*replies: Reply) -> Callable[[Ask], Reply]:
    """One reply after the other, the last one for ever."""
    left = list(replies)
    return lambda ask: left.pop(0) if len(left) > 1 else left[0]


def by_url(replies: dict[str, Reply]) -> Callable[[Ask], Reply]:
    """A reply for each URL; 404 for any other."""
    return lambda ask: replies.get(ask.url, Reply(status=404))


def cookie_of(ask: Ask) -> str:
    return dict(ask.headers).get("cookie", "")


def _answer(ask: Ask, reply: Reply, at: datetime) -> Answer | Failure:
    if reply.failure is not None:
        return Failure(url=ask.url, cause=reply.failure, detail="as the test wants")
    headers = {"content-type": "text/html; charset=utf-8", **reply.headers}
    return Answer(
        url=ask.url,
        status=reply.status,
        headers=(*headers.items(), *(("set-cookie", cookie) for cookie in reply.cookies)),
        body=reply.body,
        cut=reply.cut,
        at=at,
        elapsed_ms=5,
    )
