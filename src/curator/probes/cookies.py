"""Cookies within one redirect chain, as RFC 6265 has them: set by one hop, shown to the next.

Small on purpose: a chain lives for seconds. Many sites answer only after a redirect to themselves
has planted a cookie, so without this a living page looks like a loop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from curator import urls

_MOST: Final = 50
_LONGEST: Final = 4096
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_NUMERIC_HOST: Final = re.compile(r"[\d.]+|\[.*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cookie:
    name: str
    value: str
    domain: str
    host_only: bool
    path: str
    secure: bool

    def goes_to(self, url: urls.Url) -> bool:
        host = url.host.rstrip(".")
        at_home = host == self.domain if self.host_only else _within(host, self.domain)
        return at_home and _path_matches(url.path, self.path) and self._may_travel(url)

    def _may_travel(self, url: urls.Url) -> bool:
        return url.scheme == "https" or not self.secure


class Cookies:
    """What the hops of one chain have set so far."""

    def __init__(self) -> None:
        self._jar: dict[tuple[str, str, str], _Cookie] = {}

    def header(self, url: str) -> str:
        """The value of the Cookie header for `url`; "" when none is due (RFC 6265 5.4)."""
        target = urls.parse(url)
        due = [cookie for cookie in self._jar.values() if cookie.goes_to(target)]
        due.sort(key=lambda cookie: -len(cookie.path))
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in due)

    def store(self, url: str, lines: Iterable[str], *, now: datetime) -> None:
        """Take in the Set-Cookie headers of the answer from `url` (RFC 6265 5.3)."""
        source = urls.parse(url)
        for line in lines:
            if len(line) <= _LONGEST and not _CONTROLS.search(line):
                self._store_one(source, line, now)

    def _store_one(self, source: urls.Url, line: str, now: datetime) -> None:
        pair, _, rest = line.partition(";")
        attributes = _attributes(rest)
        cookie = _read(source, pair, attributes)
        if cookie is None:
            return
        key = (cookie.domain, cookie.path, cookie.name)
        if _expired(attributes, now):
            self._jar.pop(key, None)
        elif key in self._jar or len(self._jar) < _MOST:
            self._jar[key] = cookie


def _read(source: urls.Url, pair: str, attributes: dict[str, str]) -> _Cookie | None:
    """None for a cookie that a browser would refuse."""
    name, equals, value = pair.partition("=")
    host = source.host.rstrip(".")
    domain = attributes.get("domain", "").removeprefix(".").rstrip(".").lower() or host
    if not equals or not name.strip() or not _may_set(host, domain):
        return None
    path = attributes.get("path", "")
    return _Cookie(
        name=name.strip(),
        value=value.strip(),
        domain=domain,
        host_only=not attributes.get("domain"),
        path=path if path.startswith("/") else _default_path(source.path),
        secure="secure" in attributes,
    )


def _attributes(text: str) -> dict[str, str]:
    parts = (part.partition("=") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in parts}


def _may_set(host: str, domain: str) -> bool:
    """A cookie for a whole single-label domain (`com`) is everybody's: refused."""
    return host == domain or ("." in domain and _within(host, domain))


def _within(host: str, domain: str) -> bool:
    """RFC 6265 5.1.3: the same name, or a name below it; addresses have no names below."""
    if host == domain:
        return True
    return host.endswith("." + domain) and not _NUMERIC_HOST.fullmatch(host)


def _default_path(path: str) -> str:
    """RFC 6265 5.1.4: the folder of the page that set it."""
    return path.rpartition("/")[0] or "/"


def _path_matches(path: str, cookie_path: str) -> bool:
    """RFC 6265 5.1.4."""
    return path == cookie_path or path.startswith(cookie_path.rstrip("/") + "/")


def _expired(attributes: dict[str, str], now: datetime) -> bool:
    """Max-Age wins over Expires; what can't be read means "until the end" (RFC 6265 5.2)."""
    age = attributes.get("max-age", "")
    if age.removeprefix("-").isdigit():
        return age.startswith("-") or not age.strip("0")
    try:
        expires = parsedate_to_datetime(attributes.get("expires", ""))
        return expires.timestamp() <= now.timestamp()
    except (ValueError, TypeError, OverflowError):
        return False
