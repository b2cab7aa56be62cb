"""What is wrong with a certificate, by name. On threaded servers: asyncio's send no alerts."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
import threading
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from curator import urls
from curator.evidence import Cause
from curator.fetch import tls
from curator.settings import Reach
from fetch.wire import Exchange, MadeUp, answer, fault, ok, serving

DAY = timedelta(days=1)
NOW = datetime.now(UTC)

Key = ec.EllipticCurvePrivateKey


class Paper:
    """A certificate and its key."""

    def __init__(
        self,
        subject: str,
        issuer: Paper | None = None,
        *,
        names: tuple[str, ...] = (),
        authority: bool = False,
        days: tuple[int, int] = (-9, 9),
    ) -> None:
        self.key: Key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)])
        signer = issuer or self
        builder = (
            x509.CertificateBuilder()
            .subject_name(self.name)
            .issuer_name(signer.name)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW + days[0] * DAY)
            .not_valid_after(NOW + days[1] * DAY)
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), critical=False
            )
        )
        if names:
            builder = builder.add_extension(
                x509.SubjectAlternativeName([_general(name) for name in names]), critical=False
            )
        self.certificate = builder.sign(signer.key, hashes.SHA256())

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


ROOT = Paper("Test Root", authority=True)
BETWEEN = Paper("Test Intermediate", ROOT, authority=True)
STRANGER = Paper("Nobody's Root", authority=True)
NAMES = ("name.test", "127.0.0.1")


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The only root that is trusted, given as a person would."""
    bundle = tmp_path / "root.pem"
    bundle.write_bytes(ROOT.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


def context(folder: Path, *papers: Paper) -> ssl.SSLContext:
    """A server's context that shows the first paper, with the others as its chain."""
    file = folder / "server.pem"
    file.write_bytes(papers[0].key_pem + b"".join(paper.pem for paper in papers))
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(file)
    return made


@asynccontextmanager
async def secured(made: ssl.SSLContext, wire: bytes = ok()) -> AsyncIterator[str]:
    """A URL on a threaded server, which answers every connection with `wire`."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                raw, _ = listener.accept()
                with suppress(OSError), made.wrap_socket(raw, server_side=True) as wrapped:
                    wrapped.recv(65_536)
                    wrapped.sendall(wire)
                    wrapped.unwrap()
                raw.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"https://name.test:{listener.getsockname()[1]}/"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        await asyncio.to_thread(thread.join)


@asynccontextmanager
async def tunnelling(port: int) -> AsyncIterator[str]:
    """A proxy that leads every CONNECT to one port."""

    async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65_536):
                writer.write(data)
        finally:
            writer.close()

    async def tunnel(exchange: Exchange) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await exchange.send(b"HTTP/1.1 200 Established\r\n\r\n")
        ways = copy(exchange.reader, writer), copy(reader, exchange.writer)
        await asyncio.gather(*ways, return_exceptions=True)

    async with serving(tunnel) as server:
        yield server.url()


def network() -> MadeUp:
    return MadeUp({"name.test": ["93.184.216.34"]})


async def test_a_good_certificate_is_trusted(tmp_path: Path) -> None:
    made = context(tmp_path, Paper("a", ROOT, names=NAMES))
    seen: list[str] = []
    made.sni_callback = lambda _, name, __: seen.append(name)
    async with secured(made) as url:
        got = await answer(url, network=network())
    assert got.body == b"hello"
    assert seen == ["name.test"]


async def test_a_final_dot_is_no_part_of_the_certificate_s_name(tmp_path: Path) -> None:
    async with secured(context(tmp_path, Paper("a", ROOT, names=NAMES))) as url:
        await answer(url.replace("name.test", "name.test."), network=network())


async def test_an_address_may_stand_in_a_certificate(tmp_path: Path) -> None:
    async with secured(context(tmp_path, Paper("a", ROOT, names=NAMES))) as url:
        await answer(url.replace("name.test", "127.0.0.1"))


async def test_a_whole_chain_is_trusted(tmp_path: Path) -> None:
    async with secured(context(tmp_path, Paper("a", BETWEEN, names=NAMES), BETWEEN)) as url:
        await answer(url, network=network())


FAULTS: dict[str, tuple[Callable[[], tuple[Paper, ...]], Cause]] = {
    "expired": (lambda: (Paper("a", ROOT, names=NAMES, days=(-9, -1)),), Cause.TLS_EXPIRED),
    "early": (lambda: (Paper("a", ROOT, names=NAMES, days=(1, 9)),), Cause.TLS_NOT_YET_VALID),
    "other name": (lambda: (Paper("a", ROOT, names=("b.test",)),), Cause.TLS_WRONG_HOST),
    "self-signed": (lambda: (Paper("a", names=NAMES),), Cause.TLS_SELF_SIGNED),
    "stranger": (lambda: (Paper("a", STRANGER, names=NAMES),), Cause.TLS_UNKNOWN_ISSUER),
    "stranger with root": (
        lambda: (Paper("a", STRANGER, names=NAMES), STRANGER),
        Cause.TLS_UNKNOWN_ISSUER,
    ),
    "no intermediate": (lambda: (Paper("a", BETWEEN, names=NAMES),), Cause.TLS_UNKNOWN_ISSUER),
}


@pytest.mark.parametrize(("papers", "cause"), FAULTS.values(), ids=FAULTS.keys())
async def test_faults_of_certificates(
    tmp_path: Path, papers: Callable[[], tuple[Paper, ...]], cause: Cause
) -> None:
    async with secured(context(tmp_path, *papers())) as url:
        got = await fault(url, network=network())
    assert got.cause is cause
    assert got.detail


async def test_a_certificate_for_another_address(tmp_path: Path) -> None:
    async with secured(context(tmp_path, Paper("a", ROOT, names=("127.0.0.9",)))) as url:
        got = await fault(url.replace("name.test", "127.0.0.1"))
    assert got.cause is Cause.TLS_WRONG_HOST


async def test_too_old_is_told_from_broken(tmp_path: Path) -> None:
    made = context(tmp_path, Paper("a", ROOT, names=NAMES))
    made.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        made.minimum_version = made.maximum_version = ssl.TLSVersion.TLSv1
    async with secured(made) as url:
        got = await fault(url, network=network())
    assert got.cause is Cause.TLS_TOO_OLD
    assert got.detail == "speaks only what is too old: TLSV1_ALERT_PROTOCOL_VERSION"


async def test_plain_http_where_tls_is_due() -> None:
    async def shout(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await reader.read()
        writer.close()

    server = await asyncio.start_server(shout, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        got = await fault(f"https://127.0.0.1:{port}/")
    assert got.cause is Cause.TLS_OTHER


async def test_a_mute_port_is_a_timeout_and_not_a_port_that_nobody_took() -> None:
    async with serving(ok()) as server:
        got = await fault(server.url(scheme="https"), timeout=0.2)
    assert got.cause is Cause.TIMEOUT


async def test_a_certificate_s_fault_is_the_site_s_also_behind_a_proxy(tmp_path: Path) -> None:
    async with (
        secured(context(tmp_path, Paper("a", names=NAMES))) as url,
        tunnelling(urls.parse(url).port or 0) as proxy,
    ):
        got = await fault(url, reach=Reach(proxy=proxy))
    assert got.cause is Cause.TLS_SELF_SIGNED


async def test_where_the_system_trusts_nobody_certifi_s_list_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    (tmp_path / "root.pem").unlink()
    assert len(tls.Contexts().default.get_ca_certs()) > 50
