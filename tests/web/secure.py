"""https: certificates good and bad, servers that speak something else."""

from __future__ import annotations

from typing import Any

from web.case import Case, Truth, case, says
from web.handlers import page, redirect, site
from web.pages import article

_GUIDE = site({"/guide/intro": page(article("Over TLS", seed="tls"))})


def _https(name: str, kind: str, truth: Truth = Truth.TLS, **rest: Any) -> Case:
    return case(
        f"tls-{name}",
        truth,
        None,
        hosts={"self": _GUIDE},
        tls={"self": kind},
        url="{self_tls}/guide/intro",
        **rest,
    )


CASES = (
    _https("good", "good", Truth.ALIVE),
    _https("chain", "chain", Truth.ALIVE),
    _https("expired", "expired"),  # 86
    _https("not-yet", "early"),
    _https("wrong-host", "wrong-host"),  # 86
    _https("self-signed", "self-signed"),  # 86
    _https("unknown-issuer", "unknown-issuer"),
    _https("no-intermediate", "no-intermediate", says=says("tls-error alive")),  # 87
    _https("too-old", "tls10", slow=True),  # 88
    _https(
        "no-cipher", "alert", says=says("tls-error failing", "tls-error failing dead"), slow=True
    ),
    _https(
        "plain-http", "plain", says=says("tls-error failing", "tls-error failing dead"), slow=True
    ),  # 88
    case(
        "tls-moved",
        Truth.MOVED,
        redirect(301, "{other_tls}/guide/intro"),
        hosts={"other": _GUIDE},
        tls={"other": "good"},
        replacement="{other_tls}/guide/intro",
    ),
    case(
        "tls-moved-expired",
        Truth.TLS,
        redirect(301, "{other_tls}/guide/intro"),
        hosts={"other": _GUIDE},
        tls={"other": "expired"},
    ),
)
