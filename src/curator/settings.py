"""How a run asks: the numbers a person may set, with their units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Manners and limits of asking. One field for each number."""

    host_interval: float = 0.25
    """Seconds between two requests to one host."""
    host_concurrency: int = 2
    """Requests in flight to one host."""
    max_concurrency: int = 64
    """Requests in flight in all."""
    address_concurrency: int = 16
    """Requests in flight to one IP address, which many hosts may share."""
    address_rate: int = 32
    """Requests a second to one IP address, on average; as many may come at once."""
    timeout: float = 20.0
    """Seconds for one request until its head is whole; twice as long on a later try."""
    body_timeout: float = 8.0
    """Seconds for reading a body; what came by then is used."""
    probe_timeout: float = 60.0
    """Seconds of asking for one try of one URL, redirects included."""
    second_try_after: float = 5.0
    """Least seconds between two tries of one URL; they are made at the end of the queue."""
    longest_wait: float = 30.0
    """Seconds of Retry-After that are waited for; longer ones are left to the next run."""
    received_cap: int = 512 * 1024
    """Bytes read of one body."""
    inflated_cap: int = 1024 * 1024
    """Bytes of one body after inflating."""
    redirects: int = 20
    """Hops of one chain, as browsers allow."""
    decoys: bool = True
    """Whether a host is asked for something that is surely not there, to know its "not found"."""
    decoy_lasts: float = 28 * 86_400.0
    """Seconds for which its answer is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Which addresses may be contacted, and through what."""

    allow_private: bool = False
    """Private and loopback addresses too; metadata addresses never."""
    proxy: str | None = None
    """URL of a proxy for every ask; None: the environment's."""
    proxy_from_environment: bool = True
    github_api: bool = True
    """Whether GitHub's API is asked about what is there, when there is a token."""
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Where HTTPS_PROXY, GITHUB_TOKEN and their like are looked up: the process's own, given by
    `cli`."""
