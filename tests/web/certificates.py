"""Certificates good and bad, from an authority that lives for one run."""

from __future__ import annotations

import ipaddress
import ssl
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signer:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


class Authority:
    """A root that the checker is told to trust, and the certificates of the web's hosts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._root = _authority("Bench Root")
        self._between = _authority("Bench Intermediate", signer=self._root)
        self._stranger = _authority("Nobody's Root")
        self.bundle = folder / "root.pem"
        """For SSL_CERT_FILE."""
        self.bundle.write_bytes(_pem(self._root.certificate))

    def context(self, kind: str, name: str, address: str) -> ssl.SSLContext:
        """A server's context; `kind` says what is wrong with its certificate."""
        key = ec.generate_private_key(ec.SECP256R1())
        chain = self._chain(kind, name, address, key)
        file = self._folder / f"{name}-{kind}.pem"
        file.write_bytes(_key_pem(key) + b"".join(_pem(link) for link in chain))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if kind == "tls10":
            _allow_old(context)
        context.load_cert_chain(file)
        return context

    def _chain(
        self, kind: str, name: str, address: str, key: ec.EllipticCurvePrivateKey
    ) -> tuple[x509.Certificate, ...]:
        now = datetime.now(UTC)
        fresh = (now - 30 * _DAY, now + 60 * _DAY)
        leaf = partial(_leaf, name=name, address=address, key=key)
        match kind:
            case "expired":
                return (leaf(self._root, valid=(now - 90 * _DAY, now - _DAY)),)
            case "early":
                return (leaf(self._root, valid=(now + 30 * _DAY, now + 60 * _DAY)),)
            case "wrong-host":
                return (leaf(self._root, valid=fresh, name="else.bench", address="127.9.9.9"),)
            case "self-signed":
                return (leaf(None, valid=fresh),)
            case "unknown-issuer":
                return (leaf(self._stranger, valid=fresh),)
            case "no-intermediate":
                return (leaf(self._between, valid=fresh),)
            case "chain":
                return leaf(self._between, valid=fresh), self._between.certificate
            case _:
                return (leaf(self._root, valid=fresh),)


def _allow_old(context: ssl.SSLContext) -> None:
    """TLS 1.0 and nothing newer."""
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1


def _authority(title: str, *, signer: _Signer | None = None) -> _Signer:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _builder(title, signer, key, _span(3650)).add_extension(
        x509.BasicConstraints(ca=True, path_length=None), critical=True
    )
    builder = builder.add_extension(_USAGE, critical=True)
    return _Signer(certificate=_signed(builder, signer, key), key=key)


def _leaf(
    signer: _Signer | None,
    *,
    name: str,
    address: str,
    key: ec.EllipticCurvePrivateKey,
    valid: tuple[datetime, datetime],
) -> x509.Certificate:
    hosts = [x509.DNSName(name), x509.IPAddress(ipaddress.ip_address(address))]
    builder = _builder("host", signer, key, valid).add_extension(
        x509.SubjectAlternativeName(hosts), critical=False
    )
    return _signed(builder, signer, key)


def _builder(
    title: str,
    signer: _Signer | None,
    key: ec.EllipticCurvePrivateKey,
    valid: tuple[datetime, datetime],
) -> x509.CertificateBuilder:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, title)])
    issuer_key = signer.key if signer else key
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(signer.certificate.subject if signer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid[0])
        .not_valid_after(valid[1])
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
    )


def _signed(
    builder: x509.CertificateBuilder, signer: _Signer | None, key: ec.EllipticCurvePrivateKey
) -> x509.Certificate:
    return builder.sign(signer.key if signer else key, hashes.SHA256())


def _span(days: int) -> tuple[datetime, datetime]:
    now = datetime.now(UTC)
    return now - days * _DAY, now + days * _DAY


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


_USAGE = x509.KeyUsage(
    digital_signature=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)
