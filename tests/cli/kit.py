"""What the tests of the commands share: a small web on loopback, and a list of links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

from click.testing import Result

Reply = tuple[int, Mapping[str, str]]
Curator = Callable[..., Result]

FAST = """\
[pace]
host_interval = "1ms"
second_try_after = "10ms"
timeout = "2s"
"""
_BODY = b"<title>A page</title><h1>A page</h1><p>" + b"It is here. " * 50


@dataclass
class Site:
    """Answers by path; anything else is a living page."""

    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    mute: set[str] = field(default_factory=set)
    let_go: Event = field(default_factory=Event)
    port: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            if self.path in site.mute:
                site.let_go.wait(20)
            status, headers = site.replies.get(self.path, (200, {}))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(_BODY)))
            self.end_headers()
            self.wfile.write(_BODY)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        site.port = server.server_port
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield site
        site.let_go.set()
        server.shutdown()


def write_list(folder: Path, *links: str, name: str = "README.md") -> Path:
    path = folder / name
    items = "\n".join(f"- [Thing {number}]({url}) - Good." for number, url in enumerate(links, 1))
    path.write_text(f"# A list\n\n## Things\n\n{items}\n", encoding="utf-8")
    return path
