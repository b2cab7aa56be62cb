"""TLS: what is trusted, and what exactly is wrong when a server is not."""

from __future__ import annotations

import ssl
import warnings
from functools import cached_property
from pathlib import Path
from typing import Final

from curator.evidence import Cause


class TooOldError(ssl.SSLError):
    """The server speaks, but only versions or ciphers that are refused by default."""


class Contexts:
    """Both contexts of a run. Each takes some 20 ms to make, so they are made once and late."""

    @cached_property
    def default(self) -> ssl.SSLContext:
        """Trusts what the system trusts; SSL_CERT_FILE and SSL_CERT_DIR are honoured by OpenSSL."""
        context = ssl.create_default_context()
        if not _has_authorities(context):
            _load_certifi(context)
        context.options |= _LEGACY_SERVER_CONNECT
        context.set_alpn_protocols(["http/1.1"])
        return context

    @cached_property
    def lax(self) -> ssl.SSLContext:
        """Trusts anybody and speaks anything: to tell too old from broken, never to ask."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.options |= _LEGACY_SERVER_CONNECT
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = ssl.TLSVersion.TLSv1
        return context


def fault_of(error: BaseException) -> ssl.SSLError | None:
    """The fault of TLS behind an error: that of a certificate first, then any."""
    faults = [link for link in _chain(error) if isinstance(link, ssl.SSLError)]
    return next(filter(is_about_certificate, faults), faults[0] if faults else None)


def is_about_certificate(error: BaseException) -> bool:
    """Whether the server's certificate was refused, rather than the way it speaks."""
    return isinstance(error, ssl.SSLCertVerificationError) and hasattr(error, "verify_code")


def cause_of(error: ssl.SSLError) -> Cause:
    """Certificates by OpenSSL's verify code, all else is about the way the server speaks."""
    if isinstance(error, TooOldError):
        return Cause.TLS_TOO_OLD
    return _CODES.get(getattr(error, "verify_code", 0), Cause.TLS_OTHER)


_CODES: Final = {
    9: Cause.TLS_NOT_YET_VALID,
    10: Cause.TLS_EXPIRED,
    18: Cause.TLS_SELF_SIGNED,
    19: Cause.TLS_UNKNOWN_ISSUER,  # a self-signed root that came along in the chain
    20: Cause.TLS_UNKNOWN_ISSUER,
    21: Cause.TLS_UNKNOWN_ISSUER,
    62: Cause.TLS_WRONG_HOST,
    64: Cause.TLS_WRONG_HOST,  # an IP address that the certificate does not name
}
"""X509_V_ERR_* of OpenSSL's `x509_vfy.h`."""

_LEGACY_SERVER_CONNECT: Final = 0x4
"""OP_LEGACY_SERVER_CONNECT: servers without RFC 5746, to which browsers connect as well.

`ssl` has the name from Python 3.12 on.
"""


def _chain(error: BaseException | None) -> list[BaseException]:
    """The error, its cause, the cause's cause; causes are few, and each is listed once."""
    links: list[BaseException] = []
    while error and error not in links:
        links.append(error)
        error = error.__cause__ or error.__context__
    return links


def _has_authorities(context: ssl.SSLContext) -> bool:
    """A folder of certificates is read only when needed, so the context does not know of it."""
    paths = ssl.get_default_verify_paths()
    folder = Path(paths.capath) if paths.capath else None
    return bool(context.get_ca_certs()) or bool(folder and any(folder.iterdir()))


def _load_certifi(context: ssl.SSLContext) -> None:
    import certifi  # comes with httpx, and is needed only where the system has no store

    context.load_verify_locations(certifi.where())
