"""What a probe may say and hear: the whole conversation between questions and the wire.

A probe is a generator, as `httpx.Auth.auth_flow` is: it yields what it wants to know and gets
what was seen. It does no IO, so redirect chains, second tries and sites' own questions are plain
code that is tested with a list of answers. `crawl` drives it with `fetch`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from curator.evidence import Evidence, Failure, Family, Specimen


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One GET."""

    url: str
    """Absolute http or https URL without fragment."""
    headers: tuple[tuple[str, str], ...] = ()
    """Beyond what every ask carries (User-Agent, Accept, Accept-Language, Accept-Encoding); one of
    the same name stands in its place. Characters beyond ASCII (a cookie's) go out as UTF-8."""
    patient: bool = False
    """A later try: the wall clock of one ask is twice as long."""
    fresh: bool = False
    """Not on a connection that has answered before, and the last on its own."""
    prefer: Family | None = None
    """Which addresses are tried first where a host has both kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the list says about a URL: the thing that a reader expects behind it."""

    titles: tuple[str, ...] = ()
    """Of the entries and resources that recommend it, as inline Markdown."""
    fragments: tuple[str, ...] = ()
    """Without the hash sign: the places in the page that the list points to."""
    sealed_host: bool = False
    """Another link of the list goes to the same host by https."""


UNLISTED: Final = Listing()
"""Nothing is known of what the list says."""


class Cut(StrEnum):
    """Why a body ended before it was whole."""

    CAP = "cap"  # the cap on received or inflated bytes
    CLOCK = "clock"  # the wall clock
    BROKEN = "broken"  # reset, or fewer bytes than promised
    UNDECODABLE = "undecodable"  # not in the content coding it claims
    FOREIGN = "foreign"  # in a content coding that browsers read and we don't


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One response, its body capped."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in order; values as UTF-8 where they are, else Latin-1."""
    body: bytes
    """Inflated."""
    cut: Cut | None
    at: datetime
    """When the ask went out."""
    elapsed_ms: int
    """Until the head was whole."""
    family: Family | None = None
    """Of the address that answered; None when a proxy asked."""

    def header(self, name: str) -> str:
        """The first value of a header, "" when there is none. `name` in lower case."""
        return next((value for key, value in self.headers if key == name), "")

    def headers_named(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.headers if key == name)


class Role(StrEnum):
    """Why a URL is asked that the list does not name."""

    DECOY = "decoy"  # surely not there: what does "not found" look like?
    HOME = "home"  # the front page: does everything look like this?
    SEALED = "sealed"  # the same URL by https: is the same page there?
    ROBOTS = "robots"  # the host's rules for robots, which are kept when a decoy is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult:
    """The probe wants to know what a host shows at a URL that the list does not name.

    Asked once for all probes that want it, and remembered for weeks. Resumed with a `Specimen`;
    with None when nothing answered.
    """

    url: str
    role: Role
    fresh: bool = False
    """What was seen in an earlier run won't do: the site may have changed hands since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The probe wants to go on later in the run; resumed with None."""

    so_far: Evidence
    """Recorded at once, so that a kill loses nothing; the final evidence replaces it."""


Heard = Answer | Failure | Specimen | None
"""What a probe is sent."""

Probe = Generator[Ask | Consult | Later, Heard, Evidence]

Clock = Callable[[], datetime]
"""Now, with time zone. Passed in, so that days can be simulated."""
