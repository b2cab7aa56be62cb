"""How much curator asks in a second, and what that costs, beside lychee where it is installed.

    python benchmarks/crawl_load.py [LINKS] [HOSTS] [--latency SECONDS] [--interval 250ms] [--real]

Nothing leaves the machine: every host is a loopback address of its own (127.1.0.1 and on), served
by a second process. Of the links 3 % are not found and 5 % have moved; pages have 2 to 50 KB of one
sentence, or with `--real` the markup and 50 to 130 KB of those that lists link to, gzipped.
Latency is lognormal: with a median of 150 ms, one answer in a hundred takes 2 s.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import math
import os
import random
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pages import page

LIMIT = 300.0
"""Seconds after which a run is ended."""
DISTINCT = 120
"""Pages in all."""
SPREAD = 1.1
"""Of the logarithm of the latency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One run of one checker."""

    wall: float
    cpu: float
    """Seconds."""
    peak: float
    """MiB."""
    exit_code: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("links", nargs="?", type=int, default=2000)
    parser.add_argument("hosts", nargs="?", type=int, default=400)
    parser.add_argument("--latency", type=float, default=0.0, help="median, in seconds")
    parser.add_argument("--interval", default="250ms", help="between two requests to a host")
    parser.add_argument("--at-once", default="64", help="requests in flight in all")
    parser.add_argument("--real", action="store_true", help="pages as lists link to them")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve(given.hosts, given.latency, real=given.real))
        return
    print(f"{given.links:,} links, {given.hosts:,} hosts, latency {given.latency:g} s")
    for name, command in checkers(given.interval, given.at_once):
        compare(name, command, given.links, given.hosts, given.latency, real=given.real)


def checkers(interval: str, at_once: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Who is there to be measured, with the same manners."""
    manners = ("--max-concurrency", at_once, "--host-concurrency", "2")
    curator = str(Path(sys.executable).with_name("curator"))
    asked = ("--allow-private", "--history", "history.sqlite3", "--host-interval", interval)
    yield "curator", (curator, "check", "README.md", "--fail-on", "never", *asked, *manners)
    if lychee := shutil.which("lychee"):
        asked = ("--no-progress", "--max-retries", "2", "--host-request-interval", interval)
        yield "lychee", (lychee, *asked, *manners, "README.md")


def compare(
    name: str, command: Sequence[str], links: int, hosts: int, latency: float, *, real: bool
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        served(hosts, latency, real=real) as (port, noticed),
    ):
        write_list(Path(folder) / "README.md", links, hosts, port)
        cost = run(command, Path(folder))
        seen = noticed()
    print(
        f"{name:8} exit {cost.exit_code}: {cost.wall:.1f} s, {links / cost.wall:.0f} links/s, "
        f"{1000 * cost.cpu / links:.2f} ms CPU a link, peak {cost.peak:.0f} MiB; "
        f"{seen['requests']:,} requests, at most {seen['at once']} at once to one host"
    )


def write_list(path: Path, links: int, hosts: int, port: int) -> None:
    lines = [
        f"- [Page {n}](http://{address(n % hosts)}:{port}/{n}) - A page." for n in range(links)
    ]
    path.write_text("# A long list\n\n## Pages\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


def address(host: int) -> str:
    return f"127.{1 + host // 62_500}.{host // 250 % 250}.{1 + host % 250}"


def run(command: Sequence[str], folder: Path) -> Cost:
    began = time.monotonic()
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        end = threading.Timer(LIMIT, process.kill)
        end.start()
        _, status, usage = os.wait4(process.pid, 0)
        end.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        wall=time.monotonic() - began,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss / 1024,
        exit_code=process.returncode,
    )


@contextmanager
def served(
    hosts: int, latency: float, *, real: bool
) -> Iterator[tuple[int, Callable[[], dict[str, int]]]]:
    """The port of all hosts, and a way to end them and hear what they noticed."""
    command = [sys.executable, __file__, "1", str(hosts), "--latency", str(latency), "--serve"]
    command += ["--real"] if real else []
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        yield int(server.stdout.readline()), lambda: json.loads(server.communicate()[0])


async def serve(hosts: int, latency: float, *, real: bool) -> None:
    """Answer on `hosts` addresses until standard input is closed."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    loop = asyncio.get_running_loop()
    noticed = Noticed()
    bodies = [gzip.compress(page(number)) for number in range(DISTINCT)] if real else []
    port = 0
    for host in range(hosts):
        listener = socket.create_server((address(host), port), backlog=64)
        port = listener.getsockname()[1]
        await loop.create_server(lambda: Server(noticed, latency, bodies), sock=listener)
    print(port, flush=True)
    await asyncio.to_thread(sys.stdin.read)
    print(json.dumps({"requests": noticed.requests, "at once": noticed.most_at_once}))


class Noticed:
    """What the servers know together."""

    def __init__(self) -> None:
        self.requests = 0
        self.most_at_once = 0
        self._open: Counter[str] = Counter()

    def begin(self, host: str) -> None:
        self.requests += 1
        self._open[host] += 1
        self.most_at_once = max(self.most_at_once, self._open[host])

    def end(self, host: str) -> None:
        self._open[host] -= 1


class Server(asyncio.Protocol):
    """One connection: a request, its answer, and the next."""

    def __init__(self, noticed: Noticed, latency: float, bodies: Sequence[bytes]) -> None:
        self._noticed = noticed
        self._bodies = bodies
        self._latency = latency
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._host = transport.get_extra_info("sockname")[0]

    def data_received(self, data: bytes) -> None:
        self._received += data
        if self._received.endswith(b"\r\n\r\n"):
            path = self._received.split(b" ", 2)[1].decode()
            self._received = b""
            self._noticed.begin(self._host)
            loop = asyncio.get_running_loop()
            loop.call_later(self._seconds(), self._answer, path)

    def _seconds(self) -> float:
        return random.lognormvariate(math.log(self._latency), SPREAD) if self._latency else 0.0

    def _answer(self, path: str) -> None:
        self._noticed.end(self._host)
        if not self._transport.is_closing():
            self._transport.write(answer(path, self._bodies))


def answer(path: str, bodies: Sequence[bytes]) -> bytes:
    name = path.rpartition("/")[2] or "0"
    if not name.isdigit() or len(name) > 7:
        return head("404 Not Found", b"<title>404</title>")  # no such thing is listed: a decoy
    number = int(name)
    is_listed = not path.startswith("/moved/")
    if is_listed and number % 100 < 3:
        return head("404 Not Found", b"<title>404</title>")
    if is_listed and number % 100 < 8:
        return head("301 Moved Permanently", b"", f"Location: /moved/{number}\r\n")
    if bodies:
        return head("200 OK", bodies[number % len(bodies)], "Content-Encoding: gzip\r\n")
    size = 2000 + number * 7919 % 48_000
    text = b"<p>One sentence of a page that is alive.</p>" * (size // 44)
    return head("200 OK", b"<title>Page %d</title><h1>Page %d</h1>%s" % (number, number, text))


def head(status: str, body: bytes, more: str = "") -> bytes:
    lines = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n{more}"
    return f"{lines}\r\n".encode() + body


if __name__ == "__main__":
    main()
