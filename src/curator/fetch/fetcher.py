"""Ask to Answer: the one place where vetting, manners, transport and caps come together."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType, TracebackType
from typing import Final, Self

import httpx

from curator import __version__, urls
from curator.addresses import Address, literal, may_name
from curator.evidence import Failure
from curator.fetch import tls
from curator.fetch.body import read_body
from curator.fetch.dial import Trail, preferring
from curator.fetch.faults import failure
from curator.fetch.manners import Manners
from curator.fetch.names import Names, UnsafeAddressError
from curator.fetch.network import NameTryAgainError, Network, SystemNetwork
from curator.fetch.proxies import Proxies, ProxyTransport
from curator.fetch.transport import DirectTransport
from curator.probes.contract import Answer, Ask, Clock
from curator.settings import Pace, Reach

USER_AGENT: Final = (
    f"Mozilla/5.0 (compatible; curator/{__version__}; +https://github.com/curator-list/curator)"
)
"""Who asks and where to complain, in the form that servers let pass."""


class Fetcher:
    """Asks, for one run. An async context manager; inside it, call it with each `Ask`."""

    def __init__(
        self,
        *,
        pace: Pace,
        reach: Reach,
        clock: Clock,
        network: Network | None = None,
        user_agent: str = USER_AGENT,
        holds: Mapping[str, datetime] = MappingProxyType({}),
    ) -> None:
        """`holds`: hosts that asked in an earlier run to be left alone, and until when.

        `CuratorError` when a proxy is wanted that can't be used.
        """
        network = network or SystemNetwork()
        self._pace = pace
        self._clock = clock
        self._allow_private = reach.allow_private
        self._headers = _usual_headers(user_agent)
        self._names = Names(network, allow_private=reach.allow_private)
        self._manners = Manners(pace, clock, holds)
        self._proxies = Proxies(reach)
        contexts = tls.Contexts()
        self._direct = DirectTransport(network, contexts)
        self._through = {
            proxy: ProxyTransport(proxy, contexts.default) for proxy in self._proxies.all
        }

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._names.close()
        for transport in (self._direct, *self._through.values()):
            await transport.aclose()

    @property
    def holds(self) -> Mapping[str, datetime]:
        """Hosts that want to be left alone, and until when: for the next run."""
        return self._manners.holds

    def proxy_for(self, url: str) -> str | None:
        """The URL of the proxy that an ask for `url` goes through; None: directly."""
        proxy = self._proxies.proxy_for(urls.parse(url))
        return proxy.url if proxy else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the results should know about how they came about, in sentences."""
        proxies = tuple(f"Asked through the proxy {proxy}." for proxy in self._proxies.all)
        return (*proxies, _FAKE_NOTE) if self._names.resolver_is_fake else proxies

    async def __call__(self, ask: Ask) -> Answer | Failure:
        """Ask once.

        Never raises for a fault of the link or of the network. An exception is a fault of ours,
        with a note that names the URL.
        """
        trail = Trail()
        try:
            return await self._exchange(ask, await self._route(ask), trail)
        except Exception as error:
            if known := failure(ask.url, error):
                return replace(known, families=trail.families)
            error.add_note(f"while asking {ask.url}")
            raise

    async def _route(self, ask: Ask) -> _Route:
        """Where the request goes, vetted. `UnsafeAddressError`, `UnusableUrlError`, name faults."""
        url = _canonical(replace(urls.parse(ask.url), fragment=""))
        proxy = self._proxies.proxy_for(url)
        if proxy is None:
            addresses = await self._look_up(url, self._seconds(ask))
            addresses = preferring(ask.prefer, addresses)
            return _Route(url=url, transport=self._direct, addresses=addresses)
        if not may_name(url.host, allow_private=self._allow_private):
            raise UnsafeAddressError(f"{url.host} is private, reserved or a metadata service")
        return _Route(url=url, transport=self._through[proxy])

    async def _look_up(self, url: urls.Url, seconds: float) -> tuple[Address, ...]:
        try:
            async with asyncio.timeout(seconds):
                return await self._names.vetted(url.host, url.asked_port)
        except TimeoutError as error:
            raise NameTryAgainError(f"{url.host}: the resolver gave no answer in time") from error

    async def _exchange(self, ask: Ask, route: _Route, trail: Trail) -> Answer:
        loop = asyncio.get_running_loop()
        async with self._manners.turn(route.host, route.place):
            at, began = self._clock(), loop.time()
            request = self._request(ask, route, trail, deadline=began + self._seconds(ask))
            response = await route.transport.handle_async_request(request)
            elapsed = loop.time() - began
            try:
                headers = _decoded(response.headers.raw)
                self._manners.heard(route.host, response.status_code, headers)
                body = await read_body(response, self._pace)
            finally:
                await response.aclose()
        return Answer(
            url=ask.url,
            status=response.status_code,
            headers=headers,
            body=body.content,
            cut=body.cut,
            at=at,
            elapsed_ms=round(elapsed * 1000),
            family=next(iter(trail.families), None),
        )

    def _seconds(self, ask: Ask) -> float:
        return self._pace.timeout * (2 if ask.patient else 1)

    def _request(self, ask: Ask, route: _Route, trail: Trail, *, deadline: float) -> httpx.Request:
        own = {name.lower(): (name.encode("ascii"), _value(value)) for name, value in ask.headers}
        ends = {"connection": (b"Connection", b"close")} if ask.fresh else {}
        return httpx.Request(
            "GET",
            str(route.url),
            headers=[*(self._headers | own | ends).values()],
            extensions={
                "deadline": deadline,
                "addresses": route.addresses,
                "fresh": ask.fresh,
                "trail": trail,
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Route:
    """Where one request goes."""

    url: urls.Url
    transport: httpx.AsyncBaseTransport
    addresses: Sequence[Address] = ()
    """Empty behind a proxy, which looks names up itself."""

    @property
    def host(self) -> str:
        """Whose budget is taken."""
        return self.url.host.rstrip(".")

    @property
    def place(self) -> str:
        """Whose slots many hosts may share: the first address; unknown behind a proxy."""
        return str(self.addresses[0]) if self.addresses else self.host


_FAKE_NOTE: Final = (
    "The resolver here gives made-up addresses (198.18.0.0/15) for every name, as VPN clients do; "
    "they were taken for public, so what a name really leads to could not be vetted."
)


def _canonical(url: urls.Url) -> urls.Url:
    """127.1, 0x7f.1 and 127.0.0.1 are one host: one budget, and one Host header, as in browsers."""
    address = literal(url.host)
    if address is None:
        return url
    return replace(url, host=f"[{address}]" if address.version == 6 else str(address))


def _usual_headers(user_agent: str) -> dict[str, tuple[bytes, bytes]]:
    usual = (
        ("User-Agent", user_agent),
        ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        ("Accept-Language", "en,zh-CN;q=0.9,*;q=0.5"),
        ("Accept-Encoding", "gzip, deflate"),
    )
    return {name.lower(): (name.encode("ascii"), _value(value)) for name, value in usual}


def _value(text: str) -> bytes:
    """Values may come from a server (a cookie): what can't stand in a header is left out."""
    return "".join(char for char in text if char >= " " and char != "\x7f").strip().encode()


def _decoded(raw: Sequence[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("ascii").lower(), _text(value)) for name, value in raw)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
