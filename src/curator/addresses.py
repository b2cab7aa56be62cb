"""Which addresses may be contacted: a table of our own, that looks into embedded IPv4.

`ipaddress.is_global` says yes (Python 3.11) to 6to4, NAT64 and IPv4-compatible spellings of
loopback, to fec0::/10, 3fff::/20, 192.88.99.1, to Azure's 168.63.129.16 and to multicast.
Sources: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890), and the
clouds' own pages on instance metadata.
"""

from __future__ import annotations

from enum import StrEnum
from ipaddress import (
    AddressValueError,
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_network,
)
from typing import Final

Address = IPv4Address | IPv6Address


class Standing(StrEnum):
    """What an address or a name is to a stranger, from harmless to forbidden."""

    PUBLIC = "public"  # anybody may ask there
    PRIVATE = "private"  # one's own machine or network, or reserved: only with leave
    NEVER = "never"  # cloud metadata, link-local, multicast: no leave helps


def standing(address: Address) -> Standing:
    """The worst of what the address is itself and of every IPv4 address that it carries."""
    found = [_own_standing(address)]
    if isinstance(address, IPv6Address):
        found += [_own_standing(inner) for inner in _embedded(address)]
    return max(found, key=_ORDER.index)


def may_contact(address: Address, *, allow_private: bool) -> bool:
    """Whether a request may go to `address`."""
    return _allowed(standing(address), allow_private=allow_private)


def name_standing(host: str) -> Standing:
    """What a name says of itself, for when a proxy looks up its addresses and we can't."""
    name = host.lower().rstrip(".")
    if name in _METADATA_NAMES:
        return Standing.NEVER
    labels = name.split(".")
    if len(labels) == 1 or any(".".join(labels[-n:]) in _LOCAL_DOMAINS for n in (1, 2)):
        return Standing.PRIVATE
    return Standing.PUBLIC


def may_name(host: str, *, allow_private: bool) -> bool:
    """Whether a proxy may be given `host`, a name or a literal address in any spelling."""
    address = literal(host)
    found = name_standing(host) if address is None else standing(address)
    return _allowed(found, allow_private=allow_private)


def literal(host: str) -> Address | None:
    """The address that `host` spells, as browsers read it; None for a name.

    URL Standard, IPv4 parser: one to four numbers, decimal, octal (0177) or hexadecimal (0x7f),
    the last of which fills what is left; and one final dot.
    """
    if ":" in host:
        return _literal_ipv6(host.strip("[]"))
    numbers = [_number(part) for part in host.removesuffix(".").split(".")]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or len(known) > 4:
        return None
    *high, low = known
    if any(number > 255 for number in high) or low >= 256 ** (4 - len(high)):
        return None
    return IPv4Address(sum(part << (24 - 8 * place) for place, part in enumerate(high)) + low)


def is_fake(address: Address) -> bool:
    """Is it in the ranges from which fake-IP resolvers make up addresses?"""
    return any(address in network for network in _FAKE)


def _allowed(found: Standing, *, allow_private: bool) -> bool:
    return found is Standing.PUBLIC or (found is Standing.PRIVATE and allow_private)


def _own_standing(address: Address) -> Standing:
    if any(address in network for network in _NEVER):
        return Standing.NEVER
    if any(address in network for network in _RESERVED):
        return Standing.PRIVATE
    if any(address in network for network in _PUBLIC):
        return Standing.PUBLIC
    return Standing.PRIVATE


def _embedded(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """Every IPv4 address that a gateway or the system could read out of `address`."""
    value = int(address)
    found = [(value >> shift) & _LOW for network, shift in _CARRIERS if address in network]
    if address in _TEREDO:
        found.append(~value & _LOW)  # the client's address is stored inverted (RFC 4380 4)
    if (value >> 32) & _ISATAP_MASK == _ISATAP:
        found.append(value & _LOW)
    return tuple(IPv4Address(inner) for inner in found)


def _literal_ipv6(text: str) -> IPv6Address | None:
    try:
        return IPv6Address(text)
    except AddressValueError:
        return None


def _number(text: str) -> int | None:
    if not (text.isascii() and text.isalnum()):
        return None
    try:
        if text[:2] in ("0x", "0X"):
            return int(text[2:] or "0", 16)
        return int(text, 8 if text[0] == "0" else 10)
    except ValueError:
        return None


def _networks(*texts: str) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(text) for text in texts)


_ORDER: Final = list(Standing)
_LOW: Final = 0xFFFF_FFFF
_TEREDO: Final = IPv6Network("2001::/32")
_ISATAP: Final = 0x5EFE
"""The upper half of an interface identifier that ends in an IPv4 address (RFC 5214 6.1)."""
_ISATAP_MASK: Final = 0xFDFF_FFFF
"""Without the bit that says whether the IPv4 address is unique."""

_CARRIERS: Final = (
    (IPv6Network("::/96"), 0),  # IPv4-compatible (RFC 4291 2.5.5.1)
    (IPv6Network("::ffff:0:0/96"), 0),  # IPv4-mapped (RFC 4291 2.5.5.2)
    (IPv6Network("::ffff:0:0:0/96"), 0),  # IPv4-translated (RFC 2765)
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64 (RFC 6052)
    (IPv6Network("64:ff9b:1::/48"), 0),  # local NAT64 (RFC 8215)
    (IPv6Network("2002::/16"), 80),  # 6to4 (RFC 3056)
    (_TEREDO, 64),  # the server's address (RFC 4380 4)
)
"""Networks whose addresses carry an IPv4 address, and by how many bits it is shifted."""

_NEVER: Final = _networks(
    "169.254.0.0/16",  # link-local: the metadata of nearly every cloud is at 169.254.169.254
    "fe80::/10",
    "224.0.0.0/4",
    "ff00::/8",
    "100.100.100.200/32",  # Alibaba Cloud
    "168.63.129.16/32",  # Azure
    "192.0.0.192/32",  # Oracle Cloud
    "fd00:ec2::/32",  # AWS
    "fd20:ce::254/128",  # Google Cloud
)

_RESERVED: Final = _networks(
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",  # carriers' NAT (RFC 6598)
    "127.0.0.0/8",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",  # documentation, as 198.51.100.0/24 and 203.0.113.0/24 (RFC 5737)
    "192.88.99.0/24",  # 6to4 relays, withdrawn (RFC 7526)
    "192.168.0.0/16",
    "198.18.0.0/15",  # benchmarks (RFC 2544), and fake-IP resolvers
    "198.51.100.0/24",
    "203.0.113.0/24",
    "240.0.0.0/4",
    "2001::/23",  # protocols, Teredo among them
    "2001:db8::/32",  # documentation
    "3fff::/20",  # documentation (RFC 9637)
)

_PUBLIC: Final = _networks(
    "0.0.0.0/0",
    "2000::/3",  # all that has been given to networks; the rest of IPv6 is reserved
    "::ffff:0:0/96",  # these two are what they carry
    "64:ff9b::/96",
)

_FAKE: Final = _networks("198.18.0.0/15", "fc00::/18", "fdfe:dcba:9876::/48")

_METADATA_NAMES: Final = frozenset(
    (
        "metadata",
        "metadata.google.internal",
        "metadata.goog",
        "instance-data",
        "instance-data.ec2.internal",
        "metadata.tencentyun.com",
        "metadata.platformequinix.com",
    )
)

_LOCAL_DOMAINS: Final = frozenset(("localhost", "local", "internal", "home.arpa", "localdomain"))
"""RFC 6761, RFC 6762, ICANN's resolution 2024.07.29.06, RFC 8375."""
