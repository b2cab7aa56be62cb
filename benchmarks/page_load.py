"""What reading pages costs, beside asking for them.

    python benchmarks/page_load.py [PAGES] [--slowest]

Nothing leaves the machine: one loopback address, served by a second process, gzipped as most are.
Everything is CPU time of this process. `--slowest` reads pages that were made to be slow.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from pages import SHAPES, page, slow_pages

from curator.fetch import Fetcher
from curator.probes import Answer, Ask, Listing
from curator.probes.reading import read
from curator.probes.signs.seeing import signs_of, support
from curator.settings import Pace, Reach

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LISTING = Listing(titles=("A guide to lanterns",))
DISTINCT = 120
"""Pages that the server has."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="?", type=int, default=1200)
    parser.add_argument("--slowest", action="store_true", help="pages made to be slow")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve())
    elif given.slowest:
        for name, body in slow_pages().items():
            print(
                f"{name:28} {len(body):>10,} bytes {1000 * sum(reading([answered(body)])):8.1f} ms"
            )
    else:
        compare(given.pages)


def compare(count: int) -> None:
    command = [sys.executable, __file__, "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        began = time.process_time()
        answers = asyncio.run(ask(port, count))
        asking = time.process_time() - began
        server.terminate()
    size = sum(len(one.body) for one in answers) / count / 1024
    print(f"{count:,} pages of {size:.0f} KB: asking {1000 * asking / count:.2f} ms a page")
    described("reading", answers)
    for number, shape in enumerate(SHAPES):
        described(f"  {shape}", answers[number :: len(SHAPES)])


def described(name: str, answers: Sequence[Answer]) -> None:
    read_it, signs, doubt = (1000 * each / len(answers) for each in reading(answers))
    size = sum(len(one.body) for one in answers) / len(answers) / 1024
    print(
        f"{name:16} {read_it + signs:5.2f} ms a page of {size:.0f} KB "
        f"(parsed {read_it:.2f}, signs {signs:.2f}); {doubt:.2f} more where in doubt"
    )


def reading(answers: Sequence[Answer]) -> tuple[float, float, float]:
    """Seconds for all: the page, its signs, and what a page in doubt costs on top."""
    page_, signs, doubt = 0.0, 0.0, 0.0
    for answer in answers:
        began = time.process_time()
        seen = read(answer)
        then = time.process_time()
        signs_of(answer, seen, listed=answer.url, listing=LISTING)
        after = time.process_time()
        support(seen, LISTING, listed=answer.url)
        page_, signs = page_ + then - began, signs + after - then
        doubt += time.process_time() - after
    return page_, signs, doubt


def answered(body: bytes) -> Answer:
    return Answer(
        url="https://host.example/guides/lanterns-and-lamps",
        status=200,
        headers=(("content-type", "text/html"),),
        body=body[: Pace().inflated_cap],
        cut=None,
        at=NOW,
        elapsed_ms=80,
    )


async def ask(port: int, count: int) -> Sequence[Answer]:
    """As a crawl does, without manners: a host's pace is waiting, and waiting costs nothing."""
    pace = Pace(host_interval=0, host_concurrency=8, address_rate=100_000)
    reach = Reach(allow_private=True)
    async with Fetcher(pace=pace, reach=reach, clock=lambda: NOW) as fetcher:
        found = []
        for start in range(0, count, 60):
            urls = [f"http://127.0.0.1:{port}/{n}" for n in range(start, min(start + 60, count))]
            found += await asyncio.gather(*(fetcher(Ask(url=url)) for url in urls))
    return [one for one in found if isinstance(one, Answer)]


async def serve() -> None:
    """Answer until ended."""
    bodies = [gzip.compress(page(number), 6) for number in range(DISTINCT)]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            await reader.readuntil(b"\r\n\r\n")
            body = bodies[int(line.split(b" ")[1][1:]) % DISTINCT]
            writer.write(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    main()
