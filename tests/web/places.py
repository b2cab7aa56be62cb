"""Where each host of each case lives: its address, its name, and the URLs that templates mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from web.case import Case

_SUBDOMAINS = {"www", "login", "docs", "m", "blog"}
_FIRST_NETWORK = 16


class Way(StrEnum):
    """How a checker gets to the hosts."""

    ADDRESS = "address"  # bare loopback addresses, any port
    PROXY = "proxy"  # names and the usual ports, through a forward proxy
    NAMES = "names"  # names and the usual ports, with a name server: in a sealed namespace


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One host."""

    case: Case
    role: str
    address: str
    name: str


def places(cases: Sequence[Case]) -> tuple[Place, ...]:
    """An address of its own for each host of each case."""
    return tuple(
        Place(case=case, role=role, address=_address(index, number), name=host_name(case, role))
        for index, case in enumerate(cases)
        for number, role in enumerate(case.hosts)
    )


def host_name(case: Case, role: str) -> str:
    """In a top-level domain that does not exist, so that nothing real is ever meant."""
    if role in case.domains:
        return case.domains[role]
    if role == "self":
        return f"{case.name}.bench"
    return f"{role}.{case.name}.bench" if role in _SUBDOMAINS else f"{case.name}-{role}.bench"


def fill(template: str, urls: Mapping[str, str]) -> str:
    """`template` with each {key} of `urls` replaced; other braces stay."""
    if "{" not in template:
        return template
    for key, url in urls.items():
        template = template.replace("{" + key + "}", url)
    return template


def urls_by_name(mine: Sequence[Place]) -> Mapping[str, str]:
    """What the templates of one case mean where hosts have names and the usual ports."""
    return {
        key: url
        for place in mine
        for key, url in (
            (place.role, f"http://{place.name}"),
            (f"{place.role}_tls", f"https://{place.name}"),
            (f"{place.role}_host", place.name),
        )
    }


def urls_by_address(mine: Sequence[Place], port: int, tls_port: int) -> Mapping[str, str]:
    """The same on bare loopback addresses."""
    return {
        key: url
        for place in mine
        for key, url in (
            (place.role, f"http://{place.address}:{port}"),
            (f"{place.role}_tls", f"https://{place.address}:{tls_port}"),
            (f"{place.role}_host", f"{place.address}:{port}"),
        )
    }


def _address(index: int, number: int) -> str:
    return f"127.{_FIRST_NETWORK + index // 250}.{index % 250 + 1}.{number + 1}"
