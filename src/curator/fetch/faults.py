"""What an exception says about a link: one table. What is not in it is a fault of our own."""

from __future__ import annotations

import errno
import os
import ssl
from typing import Final

import h11
import httpx

from curator.evidence import Cause, Failure
from curator.fetch import tls
from curator.fetch.connection import ClosedError
from curator.fetch.dial import UNREACHABLE
from curator.fetch.manners import HeldOffError
from curator.fetch.names import UnsafeAddressError
from curator.fetch.network import NameTryAgainError, NoSuchNameError
from curator.fetch.proxies import ProxyFaultError
from curator.urls import UnusableUrlError

WIRE_FAULTS: Final = (OSError, ClosedError, h11.RemoteProtocolError, httpx.TransportError)
"""What can happen to a connection while a body is read."""

_CAUSES: Final[tuple[tuple[type[Exception], Cause], ...]] = (
    (UnusableUrlError, Cause.UNUSABLE_URL),
    (httpx.InvalidURL, Cause.UNUSABLE_URL),
    (UnsafeAddressError, Cause.UNSAFE_ADDRESS),
    (HeldOffError, Cause.HELD_OFF),
    (NoSuchNameError, Cause.NO_SUCH_NAME),
    (NameTryAgainError, Cause.NAME_TRY_AGAIN),
    (ProxyFaultError, Cause.PROXY),
    (httpx.ConnectTimeout, Cause.CONNECT_TIMEOUT),
    (httpx.ReadTimeout, Cause.TIMEOUT),
    (ClosedError, Cause.CLOSED),
    (h11.RemoteProtocolError, Cause.PROTOCOL),
    (httpx.RemoteProtocolError, Cause.PROTOCOL),
    (httpx.NetworkError, Cause.RESET),
    (ConnectionRefusedError, Cause.REFUSED),
    (ConnectionError, Cause.RESET),
)
"""First match counts. httpx's own come only from behind a proxy, where httpx asks."""

_NUMBERS: Final = {
    **dict.fromkeys(UNREACHABLE, Cause.NO_ROUTE),
    errno.ETIMEDOUT: Cause.CONNECT_TIMEOUT,
}
"""Of an `OSError` that has no class of its own."""


def failure(url: str, error: Exception) -> Failure | None:
    """What `error` says about `url`; None when it is no fault of the link or of the network."""
    cause = _cause(error)
    return None if cause is None else Failure(url=url, cause=cause, detail=_detail(error))


def _cause(error: Exception) -> Cause | None:
    if fault := tls.fault_of(error):
        return tls.cause_of(fault)
    for kind, cause in _CAUSES:
        if isinstance(error, kind):
            return cause
    return _NUMBERS.get(error.errno or 0) if isinstance(error, OSError) else None


def _detail(error: Exception) -> str:
    told = tls.fault_of(error) or error
    text = getattr(told, "verify_message", "") or _system_message(told) or str(told)
    return " ".join((text or type(told).__name__).split())[:_LONGEST_DETAIL]


def _system_message(error: Exception) -> str:
    """asyncio says "Connect call failed" and the address; the system's own words say why."""
    if isinstance(error, ssl.SSLError) or not isinstance(error, OSError):
        return getattr(error, "strerror", "")
    return os.strerror(error.errno) if error.errno else ""


_LONGEST_DETAIL: Final = 200
