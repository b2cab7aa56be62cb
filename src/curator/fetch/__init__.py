"""Asking one URL over the network: vetted addresses, manners, caps, faults with names.

`Fetcher` turns an `Ask` into an `Answer` or a `Failure`. Everything it may touch of the world is
a `Network`, which a caller may replace.
"""

from curator.fetch.fetcher import USER_AGENT, Fetcher
from curator.fetch.network import (
    NameFaultError,
    NameTryAgainError,
    Network,
    NoSuchNameError,
    SystemNetwork,
)

__all__ = [
    "USER_AGENT",
    "Fetcher",
    "NameFaultError",
    "NameTryAgainError",
    "Network",
    "NoSuchNameError",
    "SystemNetwork",
]
