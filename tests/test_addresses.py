"""Which addresses may be contacted, in every spelling that hides one."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.addresses import (
    Standing,
    is_fake,
    literal,
    may_contact,
    may_name,
    name_standing,
    standing,
)

PUBLIC = """
1.1.1.1 8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 172.15.0.1
172.32.0.1 198.17.255.255 198.20.0.0 223.255.255.255 2606:4700:4700::1111 2400:cb00::1
2a00:1450:4001:80b::200e 2001:4860:4860::8888 ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::1
"""

PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 127.0.0.1 127.255.255.254 172.16.0.1
172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1
203.0.113.9 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1
64:ff9b::127.0.0.1 64:ff9b::10.1.2.3 64:ff9b:1::1 2002:7f00:1:: 2002:a00:1::1 2001::1
2001:0:a00:1::1 2001:db8::1 3fff::1 5f00::1 fec0::1 fc00::1 fd12:3456::1 100::1 4000::1
2606:4700::5efe:a00:1 2606:4700::200:5efe:c0a8:101
"""

NEVER = """
169.254.169.254 169.254.170.2 169.254.0.1 168.63.129.16 100.100.100.200 192.0.0.192 224.0.0.1
239.255.255.250 fe80::1 fe80::a9fe:a9fe ff02::1 fd00:ec2::254 fd20:ce::254
::169.254.169.254 ::ffff:169.254.169.254 ::ffff:0:169.254.169.254 64:ff9b::169.254.169.254
64:ff9b:1::169.254.169.254 2002:a9fe:a9fe::1 2001:0:a9fe:a9fe::1 2001::5601:5601
::ffff:168.63.129.16 ::ffff:100.100.100.200 2606:4700::5efe:a9fe:a9fe
"""


@pytest.mark.parametrize("text", PUBLIC.split())
def test_public(text: str) -> None:
    assert standing(ipaddress.ip_address(text)) is Standing.PUBLIC


@pytest.mark.parametrize("text", PRIVATE.split())
def test_private(text: str) -> None:
    address = ipaddress.ip_address(text)
    assert standing(address) is Standing.PRIVATE
    assert not may_contact(address, allow_private=False)
    assert may_contact(address, allow_private=True)


@pytest.mark.parametrize("text", NEVER.split())
def test_never(text: str) -> None:
    address = ipaddress.ip_address(text)
    assert standing(address) is Standing.NEVER
    assert not may_contact(address, allow_private=True)


def test_a_zone_does_not_help() -> None:
    assert standing(ipaddress.ip_address("fe80::1%eth0")) is Standing.NEVER


@given(st.ip_addresses(v=4))
@settings(max_examples=300)
def test_no_more_is_public_than_the_standard_library_says(address: ipaddress.IPv4Address) -> None:
    if standing(address) is Standing.PUBLIC:
        assert address.is_global


@given(st.ip_addresses(v=4), st.sampled_from(["::ffff:{}", "64:ff9b::{}", "::{}", "::ffff:0:{}"]))
@settings(max_examples=300)
def test_what_carries_an_address_is_no_better(address: ipaddress.IPv4Address, form: str) -> None:
    outer = standing(ipaddress.ip_address(form.format(address)))
    assert list(Standing).index(outer) >= list(Standing).index(standing(address))


LITERALS = {
    "127.0.0.1": "127.0.0.1",
    "127.0.0.1.": "127.0.0.1",
    "127.1": "127.0.0.1",
    "127.0.1": "127.0.0.1",
    "10.65536": "10.1.0.0",
    "0": "0.0.0.0",
    "2130706433": "127.0.0.1",
    "017700000001": "127.0.0.1",
    "0x7f000001": "127.0.0.1",
    "0X7F.1": "127.0.0.1",
    "0177.0.0.01": "127.0.0.1",
    "0xa9fea9fe": "169.254.169.254",
    "0x": "0.0.0.0",
    "[::1]": "::1",
    "::ffff:7f00:1": "::ffff:7f00:1",
    "4294967295": "255.255.255.255",
}


@pytest.mark.parametrize(("host", "address"), LITERALS.items())
def test_spellings_of_an_address(host: str, address: str) -> None:
    assert literal(host) == ipaddress.ip_address(address)


@pytest.mark.parametrize(
    "host",
    ["example.com", "1.example", "1.2.3.4.5", "256.1.1.1", "4294967296", "1.2.3.256", "08.1.1.1",
     "1_0.0.0.1", "1..1", "", ".", "0x7g", "+1", "[::1", "a:b", "dead.beef", "１２７.1"],
)  # fmt: skip
def test_names_are_no_addresses(host: str) -> None:
    assert literal(host) is None or host == "[::1"


@given(st.ip_addresses(v=4))
@settings(max_examples=100)
def test_every_number_base_spells_the_same(address: ipaddress.IPv4Address) -> None:
    value = int(address)
    octal = ".".join(f"0{byte:o}" for byte in address.packed)
    for spelling in (str(address), str(value), hex(value), f"0{value:o}", octal):
        assert literal(spelling) == address


@pytest.mark.parametrize("host", ["metadata.google.internal", "METADATA.google.internal.",
                                  "instance-data", "metadata"])  # fmt: skip
def test_metadata_by_name(host: str) -> None:
    assert name_standing(host) is Standing.NEVER
    assert not may_name(host, allow_private=True)


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "router", "nas.local",
                                  "x.y.internal", "pi.home.arpa", "0x7f.1", "[::1]"])  # fmt: skip
def test_private_by_name(host: str) -> None:
    assert not may_name(host, allow_private=False)
    assert may_name(host, allow_private=True)


@pytest.mark.parametrize("host", ["example.com", "local.example.com", "8.8.8.8", "xn--fiq.cn."])
def test_public_by_name(host: str) -> None:
    assert may_name(host, allow_private=False)


def test_fake_ranges() -> None:
    assert is_fake(ipaddress.ip_address("198.18.0.7"))
    assert is_fake(ipaddress.ip_address("fc00::7"))
    assert not is_fake(ipaddress.ip_address("198.20.0.7"))
    assert not is_fake(ipaddress.ip_address("fd00::7"))
