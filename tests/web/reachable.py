"""Hosts that can't be reached, names that don't exist, URLs that are none."""

from __future__ import annotations

from dataclasses import replace

from web.case import Truth, case, says
from web.handlers import page, redirect, refused, site, unreachable
from web.names import SERVFAIL, SILENT
from web.pages import article
from web.sealed import METADATA_ADDRESS, MUTE_ADDRESS

DEAD, SUSPECT, INVALID = Truth.DEAD, Truth.SUSPECT, Truth.INVALID

_GUIDE = page(article("Reached", seed="names"))
_NO_NAME = says("failing", "dead")

RECORDS = {
    "servfail.bench": SERVFAIL,
    "silent.bench": SILENT,
    "metadata-by-name.bench": (METADATA_ADDRESS,),
    "metadata-mapped-name.bench": (f"::ffff:{METADATA_ADDRESS}",),
    "no-address.bench": (),
    "ipv6-only.bench": ("fd00:bad::99",),
    "ipv6-only-mute.bench": (MUTE_ADDRESS,),
}
"""What the name server says of hosts that nobody serves."""

_TRY_AGAIN = says("failing skipped blocked")
"""Our resolver's trouble is never held against the link."""

SEALED = (
    case("servfail", SUSPECT, None, url="http://servfail.bench/x", says=_TRY_AGAIN),  # 90
    case("dns-timeout", SUSPECT, None, url="http://silent.bench/x", says=_TRY_AGAIN),  # 90
    case("metadata-by-name", Truth.HOSTILE, None, url="http://metadata-by-name.bench/"),
    case("metadata-mapped-name", Truth.HOSTILE, None, url="http://metadata-mapped-name.bench/"),
    case(
        "redirect-to-metadata-name", Truth.HOSTILE, redirect(301, "http://metadata-by-name.bench/")
    ),
    case("ipv6-only", SUSPECT, None, url="http://ipv6-only.bench/x", says=_TRY_AGAIN),  # 91
    case("ipv6-only-mute", SUSPECT, None, url="http://ipv6-only-mute.bench/", says=_TRY_AGAIN),
    case("ipv6-refused", Truth.ALIVE, _GUIDE, extra_addresses=("::1",)),  # 92
    case("ipv6-mute", Truth.ALIVE, _GUIDE, extra_addresses=(MUTE_ADDRESS,)),  # 92
    case("no-address", DEAD, None, url="http://no-address.bench/", says=_NO_NAME),
)

CASES = (
    *(replace(each, sealed=True, slow=True) for each in SEALED),
    case("refused", SUSPECT, refused, whole=True, addresses=True),  # 93
    case(
        "refused-after-301",
        SUSPECT,
        redirect(301, "{other}/x"),
        hosts={"other": refused},
        addresses=True,
    ),
    case("unreachable", SUSPECT, unreachable, whole=True, addresses=True, slow=True),
    case(
        "no-such-name",
        DEAD,
        None,
        url="http://lantern-notes.invalid/x",
        says=_NO_NAME,
        addresses=True,
    ),  # 89
    case(
        "no-such-name-tls",
        DEAD,
        None,
        url="https://docs.lantern-notes.invalid/",
        says=_NO_NAME,
        addresses=True,
    ),  # 89
    case(
        "moved-to-no-name",
        DEAD,
        redirect(301, "http://gone-away.invalid/"),
        says=_NO_NAME,
        addresses=True,
    ),
    case(
        "port-zero",
        INVALID,
        None,
        url="http://127.16.200.1:0/x",
        says=says("invalid failing", "invalid failing dead"),
        addresses=True,
    ),
    case("port-too-high", INVALID, None, url="http://127.16.200.1:99999/x"),
    case(
        "no-host",
        INVALID,
        None,
        url="http:///guide",
        says=says("invalid failing", "invalid failing dead"),
    ),
    case("bad-brackets", INVALID, None, url="http://[::1/guide"),
    case(
        "label-too-long",
        INVALID,
        None,
        url=f"http://{'a' * 70}.invalid/",
        says=says("invalid failing", "invalid failing dead"),
    ),
    case(
        "empty-label",
        INVALID,
        None,
        url="http://lantern..invalid/",
        says=says("invalid failing", "invalid failing dead"),
    ),
    case(
        "upper-case-host",
        Truth.ALIVE,
        site({"/guide": _GUIDE}),
        whole=True,
        names=True,
        url="http://UPPER-case-HOST.bench/guide",
    ),  # 101
    case(
        "default-port",
        Truth.ALIVE,
        site({"/guide": _GUIDE}),
        whole=True,
        names=True,
        url="http://default-port.bench:80/guide",
    ),  # 101
    case(
        "trailing-dot",
        Truth.ALIVE,
        site({"/guide": _GUIDE}),
        whole=True,
        names=True,
        url="http://trailing-dot.bench./guide",
    ),
    case(
        "idn",
        Truth.ALIVE,
        site({"/guide": _GUIDE}),
        whole=True,
        names=True,
        url="http://灯笼.bench/guide",
        domains={"self": "xn--znx83u.bench"},
    ),  # 101
)
