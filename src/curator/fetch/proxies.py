"""Which proxy an ask goes through, and asking through it.

Behind a proxy names are looked up by the proxy and httpx speaks to it, as it comes; only the clock
and the names of faults are ours.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from typing import Final

import httpx

from curator.addresses import literal
from curator.errors import CuratorError
from curator.fetch.connection import ClosedError
from curator.settings import Reach
from curator.urls import Url


class ProxyFaultError(Exception):
    """The proxy failed, not the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """One proxy and who named it."""

    url: str
    named_by: str = field(compare=False)

    def __str__(self) -> str:
        """Without user name and password."""
        scheme, _, rest = self.url.partition("://")
        return f"{scheme}://{rest.rpartition('@')[2]} ({self.named_by})"


class Proxies:
    """The proxies that a person asked for: `--proxy`, else the environment's."""

    def __init__(self, reach: Reach) -> None:
        environment = reach.environment if reach.proxy_from_environment else {}
        self._fixed = _proxy(reach.proxy, "--proxy") if reach.proxy else None
        self._by_scheme = {scheme: _named(environment, scheme) for scheme in ("http", "https")}
        self._exempt = _words(_variable(environment, "no_proxy")[0])

    @property
    def all(self) -> tuple[Proxy, ...]:
        """Each once."""
        found = (self._fixed,) if self._fixed else self._by_scheme.values()
        return tuple(dict.fromkeys(proxy for proxy in found if proxy))

    def proxy_for(self, url: Url) -> Proxy | None:
        """None: directly. `--proxy` is for every URL, NO_PROXY exempts from either."""
        proxy = self._fixed or self._by_scheme[url.scheme]
        return None if proxy is None or _is_exempt(url, self._exempt) else proxy


class ProxyTransport(httpx.AsyncBaseTransport):
    """httpx's own transport, with the `deadline` of `DirectTransport`."""

    def __init__(self, proxy: Proxy, context: ssl.SSLContext) -> None:
        self._inner = _transport(proxy, context)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            async with asyncio.timeout_at(request.extensions["deadline"]):
                response = await self._inner.handle_async_request(request)
        except TimeoutError as error:
            raise httpx.ReadTimeout("no answer through the proxy in time") from error
        except (httpx.ProxyError, httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise ProxyFaultError(str(error) or type(error).__name__) from error
        except httpx.RemoteProtocolError as error:
            if _DISCONNECTED in str(error):
                raise ClosedError(str(error)) from error
            raise
        if response.status_code == 407 and "proxy-authenticate" in response.headers:
            await response.aclose()
            raise ProxyFaultError("the proxy wants a user name and a password")
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


_DISCONNECTED: Final = "disconnected without sending a response"
"""httpcore's words for a connection that was closed before an answer."""


def _transport(proxy: Proxy, context: ssl.SSLContext) -> httpx.AsyncHTTPTransport:
    try:
        return httpx.AsyncHTTPTransport(
            verify=context,
            trust_env=False,
            proxy=proxy.url,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=20),
        )
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        raise CuratorError(
            f"can't ask through the proxy {proxy}: {error}",
            hint="give an http:// proxy with --proxy, or: pip install 'httpx[socks]'",
        ) from error


def _named(environment: Mapping[str, str], scheme: str) -> Proxy | None:
    """A scheme's own variable before ALL_PROXY, an empty one means none; as curl(1) reads them."""
    for name in (f"{scheme}_proxy", "all_proxy"):
        value, variable = _variable(environment, name)
        if variable:
            return _proxy(value, variable) if value else None
    return None


def _variable(environment: Mapping[str, str], name: str) -> tuple[str, str]:
    """Value and spelling: lower case first. A CGI server sets HTTP_PROXY itself (httpoxy.org)."""
    for spelling in (name, name.upper()):
        if spelling in environment and not (
            spelling == "HTTP_PROXY" and "REQUEST_METHOD" in environment
        ):
            return environment[spelling].strip(), spelling
    return "", ""


def _proxy(url: str, named_by: str) -> Proxy:
    return Proxy(url=url if "://" in url else f"http://{url}", named_by=named_by)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in text.replace(",", " ").split())


def _is_exempt(url: Url, exempt: tuple[str, ...]) -> bool:
    return any(_covers(word, url) for word in exempt)


def _covers(word: str, url: Url) -> bool:
    """A word of NO_PROXY: *, a domain with all below it, an address, a network; maybe a port."""
    if word == "*":
        return True
    host, address = url.host.strip("[]").rstrip("."), literal(url.host)
    if address is not None and "/" in word:
        return _is_in(word, str(address))
    name, _, port = word.partition(":") if word.count(":") == 1 else (word, "", "")
    if port and port != str(url.asked_port):
        return False
    if address is not None:
        return literal(name) == address
    domain = name.removeprefix("*").lstrip(".").rstrip(".")
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))


def _is_in(network: str, address: str) -> bool:
    try:
        return ip_address(address) in ip_network(network, strict=False)
    except ValueError:
        return False
