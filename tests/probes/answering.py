"""A web that is a list of answers: drives a probe without a server."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from curator.evidence import Cause, Evidence, Failure, Specimen
from curator.probes import UNLISTED, Answer, Ask, Cut, Later, Listing, page_probe
from curator.probes.contract import Consult, Heard
from curator.probes.specimens import inquire

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


def drive(
    web: Callable[[Ask], Reply],
    listed: str = LISTED,
    *,
    redirects: int = 20,
    listing: Listing = UNLISTED,
    consulted: bool = False,
) -> Drive:
    """Run a page probe on `web`; its clock moves on by a second with each ask, a minute between
    tries. Where it wants to look beside what is listed, `web` is asked if `consulted`."""
    driver = Driver(web=web, consulted=consulted)
    probe = page_probe(listed, clock=driver.clock, redirects=redirects, listing=listing)
    return Drive(evidence=driver.run(probe), asks=driver.asks, laters=driver.laters)


@dataclass
class Driver:
    web: Callable[[Ask], Reply]
    consulted: bool
    now: datetime = START
    asks: list[Ask] = field(default_factory=list)
    laters: int = 0
    known: dict[Consult, Specimen | None] = field(default_factory=dict)

    def clock(self) -> datetime:
        return self.now

    def run(self, conversation: Generator[Any, Any, Any]) -> Any:
        heard: Any = None
        while True:
            try:
                wish = conversation.send(heard)
            except StopIteration as end:
                return end.value
            heard = self._reply(wish)

    def _reply(self, wish: Ask | Consult | Later) -> Heard:
        if isinstance(wish, Later):
            self.laters += 1
            self.now += timedelta(seconds=60)
            return None
        if isinstance(wish, Consult):
            if self.consulted and wish not in self.known:
                self.known[wish] = self.run(inquire(wish, clock=self.clock))
            return self.known.get(wish)
        self.asks.append(wish)
        answer = _answer(wish, self.web(wish), self.now)
        self.now += timedelta(seconds=1)
        return answer


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
