"""`curator check` of links into a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from cli.kit import Curator, write_list

BODY = (
    "<title>Docs</title><h1 id=docs>Docs</h1><h2 id=install>Install</h2>"
    f"<a href='#install'>Install</a><p>{'Words about it. ' * 40}</p>"
).encode()


@pytest.fixture
def docs() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/docs" else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(BODY)))
            self.end_headers()
            self.wfile.write(BODY)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/docs"
        server.shutdown()


def test_a_missing_place_is_information_and_the_link_alive(
    curator: Curator, folder: Path, docs: str
) -> None:
    write_list(folder, f"{docs}#install", f"{docs}#removed", f"{docs}#L10", f"{docs}#/route")
    for day in (10, 12):
        now = ("--now", f"2026-11-{day}T10:00:00Z")
        result = curator("check", "--allow-private", "--all", "--format", "json", *now)
    report = json.loads(result.stdout)
    assert {link["status"] for link in report["links"]} == {"alive"}
    [found] = report["findings"]
    assert (found["rule"], found["level"]) == ("missing-fragment", "info")
    assert found["url"] == f"{docs}#removed"
    assert result.exit_code == 0
