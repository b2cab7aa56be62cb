"""The tour: which commands are shown, on which simulated day, and what is said in between."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import Final, TypeVar
from zlib import crc32

from curator.addresses import Address
from curator.demo.web import Web

ProtocolT = TypeVar("ProtocolT", bound=asyncio.BaseProtocol)

WELCOME: Final = """\
This tour runs on a simulated web inside this program: nothing is contacted, and nothing
it says is about the real sites behind the links. The commands are the real ones."""

GOODBYE: Final = "All of this was simulated. On your own list: curator check README.md"

SETTINGS: Final = """\
# The demo's web is on this machine, so it needs no manners towards strangers.
[pace]
host_interval = "20ms"
second_try_after = "1s"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of the tour."""

    day: int
    """Days after the first check."""
    words: str
    argv: tuple[str, ...]
    into: str | None = None
    """A file that takes what it prints, as a shell's `>` would."""


STEPS: Final = (
    Step(
        day=0,
        words="Is the catalogue itself in order?",
        argv=("validate", "catalogue"),
    ),
    Step(
        day=0,
        words="The first look at every link. Nothing is called dead on one bad day.",
        argv=("check", "catalogue"),
    ),
    Step(
        day=2,
        words="Two days later: only what is in doubt is asked again.",
        argv=("check", "catalogue"),
    ),
    Step(
        day=4,
        words="Two more days later the evidence is enough for a verdict.",
        argv=("check", "catalogue"),
    ),
    Step(
        day=4,
        words="Why is this link fine, though a naive checker runs in circles on it?",
        argv=("explain", "https://yaofu.notion.site/6dafe3f8d11445ca9dcf8a2ca1c5b199", "catalogue"),
    ),
    Step(
        day=4,
        words="The same for machines, and as the text of the one issue that curator keeps.",
        argv=("report", "catalogue", "--output", "report.json", "--output", "issue.md"),
        into="report.txt",
    ),
    Step(
        day=4,
        words="What moved is put right in place, and what is gone is retired with a reason.",
        argv=("fix", "catalogue", "--apply"),
    ),
    Step(
        day=4,
        words="",
        argv=(
            "fix",
            "catalogue",
            "--apply",
            "--retire",
            "https://data.baai.ac.cn/details/BAAI-IndustryCorpus-v2",
            "--because",
            "数据集已下线（演示）",
        ),
    ),
    Step(
        day=4,
        words="The readers' list, written again from the catalogue.",
        argv=("render", "catalogue", "--output", "README.md"),
    ),
)

MADE: Final = (
    ("issue text", "issue.md"),
    ("report", "report.json"),
    ("list", "README.md"),
    ("diff", "changes.diff"),
)
"""What the tour leaves behind: what it is, and its file in the tour's folder."""


class EmbeddedNetwork:
    """A `fetch.Network` whose every name leads to the embedded web.

    Addresses are made up and public, so that vetting them is part of the tour.
    """

    def __init__(self, web: Web) -> None:
        self._web = web

    async def resolve(self, host: str, port: int) -> Sequence[Address]:
        return [IPv4Address("203.1.0.0") + crc32(host.encode()) % 2**16]

    async def connect(
        self,
        make: Callable[[], ProtocolT],
        address: Address,
        port: int,
        *,
        tls: ssl.SSLContext | None,
        server_hostname: str | None,
    ) -> tuple[asyncio.Transport, ProtocolT]:
        """Plain HTTP for https too: the port tells the server which of them was asked for."""
        here = self._web.ports["https" if tls else "http"]
        return await asyncio.get_running_loop().create_connection(make, "127.0.0.1", here)
