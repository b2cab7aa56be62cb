"""`curator accept`: a person's word that today's page is the right one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from cli.kit import Curator, Site, write_list

PAGE = "<title>{0}</title><h1>{0}</h1><p>This is a page about it.</p>"


@contextmanager
def lost_and_found() -> Iterator[str]:
    """The URL of a song that is called so; everything else is a 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = PAGE.format("Page not found").encode()
            self.send_response(200 if self.path == "/songs/7" else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/songs/7"
        server.shutdown()


@pytest.fixture
def song() -> Iterator[str]:
    with lost_and_found() as url:
        yield url


def status(curator: Curator, day: int) -> str:
    now = ("--now", f"2026-11-{day}T10:00:00Z")
    printed = curator("check", "--allow-private", "--all", "--format", "json", *now).stdout
    return str(json.loads(printed)["links"][0]["status"])


def test_what_is_accepted_is_alive_from_then_on(curator: Curator, folder: Path, song: str) -> None:
    write_list(folder, song)
    assert [status(curator, day) for day in (10, 12, 14)] == ["failing", "failing", "soft-404"]
    result = curator("accept", song, "--allow-private", "--now", "2026-11-14T11:00:00Z")
    assert (result.exit_code, result.stdout) == (0, f"accepted: {song} is alive\n")
    assert [status(curator, day) for day in (15, 20)] == ["alive", "alive"]


def test_what_is_not_listed_is_not_accepted(curator: Curator, folder: Path, song: str) -> None:
    write_list(folder, song)
    result = curator("accept", song[:-1] + "8", "--allow-private")
    assert result.exit_code == 2
    assert "is not in README.md" in result.stderr
    assert f"curator explain {song}" in result.stderr


def test_what_shows_no_page_is_not_accepted(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/gone"] = (404, {})
    write_list(folder, site.url("/gone"))
    result = curator("accept", site.url("/gone"), "--allow-private")
    assert result.exit_code == 2
    assert "404 Not Found" in result.stderr
    assert "waiver" in result.stderr
