"""The embedded web: a server on loopback that answers for every host of the catalogue."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Final

from curator.demo.behaviours import Reply, Request, behaviour_of

_SCHEMES: Final = ("http", "https")


@dataclass(slots=True)
class Web:
    """What the servers share: the day of the tour, and who asked how often."""

    listed: frozenset[str] = frozenset()
    """URLs of the tour's list: what is there. Others are not."""
    day: int = 0
    """From 0; set by the tour, and read by behaviours."""
    visits: Counter[tuple[int, str]] = field(default_factory=Counter)
    ports: dict[str, int] = field(default_factory=dict)
    """Of 127.0.0.1, by scheme. Both speak plain HTTP; the port tells the scheme."""
    lock: Lock = field(default_factory=Lock)

    def reply(self, url: str, cookie: str) -> Reply:
        with self.lock:
            self.visits[self.day, url] += 1
            visit = self.visits[self.day, url]
        return behaviour_of(url, self.listed)(
            Request(url=url, cookie=cookie, visit=visit, day=self.day)
        )


@contextmanager
def embedded_web(listed: Iterable[str]) -> Iterator[Web]:
    """Serve until the block ends."""
    web = Web(listed=frozenset(listed))
    with ExitStack() as running:
        for scheme in _SCHEMES:
            server = running.enter_context(_Server(web, scheme))
            web.ports[scheme] = server.server_port
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
            running.callback(server.shutdown)
        yield web


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, web: Web, scheme: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.web = web
        self.scheme = scheme


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = f"{self.server.scheme}://{self.headers['Host']}{self.path}"
        reply = self.server.web.reply(url, self.headers.get("Cookie", ""))
        time.sleep(reply.delay)
        self._send(reply.status, dict(reply.headers), reply.body)

    def _send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """The tour speaks, not its server."""
