"""Reading, resolving and writing a URL as the URL Standard has it, for http and https."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from ipaddress import AddressValueError, IPv6Address
from typing import Final
from urllib.parse import quote, unquote

DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_LONGEST: Final = 32_768
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_C0_AND_SPACE: Final = "".join(map(chr, range(33)))
_DROPPED: Final = str.maketrans("", "", "\t\n\r")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_PRINTABLE: Final = "".join(map(chr, range(33, 127)))
_PATH_SAFE: Final = "".join(sorted(set(_PRINTABLE) - set('"#<>?^`{}')))
_QUERY_SAFE: Final = "".join(sorted(set(_PRINTABLE) - set("\"#<>'")))
_FRAGMENT_SAFE: Final = "".join(sorted(set(_PRINTABLE) - set('"<>`')))
_NOT_IN_HOSTS: Final = re.compile(r'[\x00-\x20"#%/:<>?@\[\\\]^`{|}\x7f]')
_IGNORED_IN_HOSTS: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")


class UnusableUrlError(ValueError):
    """No http or https URL that a browser could open; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Url:
    """The parts of a usable URL, in the form they are asked in (ASCII throughout)."""

    scheme: str
    host: str
    """Lower case, internationalised names as punycode, IPv6 in brackets."""
    port: int | None
    """None when it is the scheme's own."""
    path: str
    """Starts with a slash; without dot segments."""
    query: str
    """With its question mark; "" when there is none."""
    fragment: str
    """With its hash sign; "" when there is none."""

    @property
    def asked_port(self) -> int:
        """The port that is connected to."""
        return self.port or DEFAULT_PORTS[self.scheme]

    def __str__(self) -> str:
        port = "" if self.port is None else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}{self.path}{self.query}{self.fragment}"


@lru_cache(maxsize=4096)
def parse(url: str, *, encoding: str = "utf-8") -> Url:
    """Read an absolute URL; `UnusableUrlError` when a browser could not open it.

    A user name and password are dropped: they are never sent. `encoding` is how characters
    beyond ASCII are written in the path and the query.
    """
    text = clean(url)
    name, rest = _split_scheme(text)
    rest, _, fragment = rest.partition("#")
    rest, mark, query = rest.partition("?")
    authority, slash, path = _split_authority(rest.replace("\\", "/"))
    host, port = _split_port(authority.rpartition("@")[2])
    return Url(
        scheme=name,
        host=_read_host(host),
        port=_read_port(port, name),
        path=_without_dots(quote(slash + path, safe=_PATH_SAFE, encoding=encoding)),
        query=quote(mark + query, safe=_QUERY_SAFE, encoding=encoding) if query else "",
        fragment=quote("#" + fragment, safe=_FRAGMENT_SAFE) if fragment else "",
    )


def problem(url: str) -> str | None:
    """Why `url` is no usable http or https URL; None when it is one."""
    try:
        parse(url)
    except UnusableUrlError as error:
        return str(error)
    return None


def request_url(url: str) -> str:
    """What is asked: absolute, ASCII, without fragment. `UnusableUrlError` as `parse`."""
    return str(replace(parse(url), fragment=""))


def fragment(url: str) -> str:
    """What stands after the first hash sign, "" when nothing does."""
    return url.strip(_C0_AND_SPACE).partition("#")[2]


def scheme(url: str) -> str:
    """The scheme in lower case, "" for a relative reference."""
    found = _SCHEME.match(clean(url))
    return found[1].lower() if found else ""


def join(base: str, location: str, *, encoding: str = "utf-8") -> str:
    """Where `location` leads from `base`, absolute; base's fragment is inherited (RFC 9110 10.2.2).

    `UnusableUrlError` when it leads to no http or https URL.
    """
    here = parse(base)
    there = clean(location)
    if scheme(there) or _looks_absolute(there):
        target = parse(there, encoding=encoding)
    else:
        target = parse(_resolve(here, there.replace("\\", "/")), encoding=encoding)
    return str(target if target.fragment else replace(target, fragment=here.fragment))


def host_key(url: str) -> str:
    """The name whose owner is asked: host in lower case, without port or final dot."""
    return parse(url).host.rstrip(".")


def evidence_key(url: str) -> str:
    """The key of the history: what is asked; of an unusable URL its text, trimmed."""
    try:
        return request_url(url)
    except UnusableUrlError:
        return url.strip(_C0_AND_SPACE)


def clean(url: str) -> str:
    """URL Standard 4.4: trim controls and spaces, drop tabs and line ends."""
    return _SURROGATES.sub("\ufffd", url.strip(_C0_AND_SPACE).translate(_DROPPED))


def _split_scheme(text: str) -> tuple[str, str]:
    if not text:
        raise UnusableUrlError("empty")
    if len(text) > _LONGEST:
        raise UnusableUrlError(f"longer than {_LONGEST:,} characters")
    found = _SCHEME.match(text)
    if not found:
        raise UnusableUrlError("does not start with http:// or https://")
    name = found[1].lower()
    if name not in DEFAULT_PORTS:
        raise UnusableUrlError(f"{name[:20]}: is not http or https")
    return name, text[found.end() :]


def _split_authority(rest: str) -> tuple[str, str, str]:
    """Browsers pass over any number of slashes, and take `http:///path` for a host named path."""
    plain = rest.lstrip("/")
    authority, slash, path = plain.partition("/")
    if len(rest) - len(plain) > 2 and not re.search(r"[.:]", authority):
        raise UnusableUrlError("has no host")
    return authority, slash, path


def _split_port(authority: str) -> tuple[str, str]:
    if authority.startswith("["):
        host, bracket, port = authority.partition("]")
        return host + bracket, port.removeprefix(":")
    host, _, port = authority.partition(":")
    return host, port


def _read_host(text: str) -> str:
    if text.startswith("["):
        return _read_ipv6(text)
    host = _IGNORED_IN_HOSTS.sub("", unicodedata.normalize("NFKC", unquote(text).lower()))
    host = host.replace("。", ".")
    if not host.strip("."):
        raise UnusableUrlError("has no host")
    if bad := _NOT_IN_HOSTS.search(host):
        raise UnusableUrlError(f"a host name can't have {bad[0]!r}")
    return _encode_name(host)


def _encode_name(host: str) -> str:
    if len(host) > 254:
        raise UnusableUrlError("the host name is longer than a name can be")
    labels = [_encode_label(label) for label in host.removesuffix(".").split(".")]
    return ".".join(labels) + ("." if host.endswith(".") else "")


def _encode_label(label: str) -> str:
    if not label:
        raise UnusableUrlError("the host name has two dots in a row")
    if not label.isascii() and len(label) < 64:
        label = "xn--" + label.encode("punycode").decode("ascii")
    if len(label) > 63:
        raise UnusableUrlError("a part of the host name is longer than 63 characters")
    return label


def _read_ipv6(text: str) -> str:
    try:
        if not text.endswith("]") or "%" in text:
            raise AddressValueError
        return f"[{IPv6Address(text[1:-1])}]"
    except AddressValueError:
        raise UnusableUrlError("what stands in brackets is no IPv6 address") from None


def _read_port(text: str, scheme_name: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 9 and 0 < int(text) < 65_536):
        raise UnusableUrlError(f"{text[:20]!r} is no port")
    return None if int(text) == DEFAULT_PORTS[scheme_name] else int(text)


def _without_dots(path: str) -> str:
    """RFC 3986 5.2.4, with %2e read as a dot (URL Standard)."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for place, segment in enumerate(segments):
        plain = segment.replace("%2e", ".").replace("%2E", ".")
        if plain == ".." and kept:
            kept.pop()
        if plain not in (".", ".."):
            kept.append(segment)
        elif place == len(segments) - 1:
            kept.append("")
    return "/" + "/".join(kept)


def _looks_absolute(location: str) -> bool:
    """A colon in the first segment that ends no scheme: `ht!tp://x` (RFC 3986 4.2)."""
    first = re.split(r"[/?#\\]", location, maxsplit=1)[0]
    return ":" in first and first.isascii()


def _resolve(here: Url, there: str) -> str:
    """RFC 3986 5.2.2 for a reference without scheme."""
    if there.startswith("//"):
        return f"{here.scheme}:{there}"
    site = str(replace(here, path="", query="", fragment=""))
    if there.startswith("/"):
        return site + there
    if there.startswith("?"):
        return site + here.path + there
    if there.startswith("#") or not there:
        return site + here.path + here.query + there
    return site + here.path.rpartition("/")[0] + "/" + there
