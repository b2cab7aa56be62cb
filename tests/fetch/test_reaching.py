"""Names, addresses and connecting: what is contacted, and what a failure is called."""

from __future__ import annotations

import asyncio
import errno
import socket

import pytest

from curator.evidence import Cause
from curator.fetch import Fetcher, NameTryAgainError, NoSuchNameError, SystemNetwork
from curator.fetch.network import NameFaultError
from curator.probes.contract import Ask
from curator.settings import Reach
from fetch.wire import NOON, PRIVATE, QUICK, MadeUp, answer, fault, fetch, ok, serving

PUBLIC = Reach()


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (NoSuchNameError("no such name"), Cause.NO_SUCH_NAME),
        (NameTryAgainError("try again"), Cause.NAME_TRY_AGAIN),
    ],
)
async def test_a_name_that_is_not_is_told_from_a_resolver_that_fails(
    error: NameFaultError, cause: Cause
) -> None:
    got = await fault("http://name.test/", network=MadeUp({"name.test": error}))
    assert (got.cause, got.detail) == (cause, str(error))


async def test_a_resolver_that_is_mute_is_our_side() -> None:
    class Mute(MadeUp):
        async def resolve(self, host: str, port: int) -> list[object]:  # type: ignore[override]
            await asyncio.Event().wait()
            return []

    got = await fault("http://name.test/", network=Mute(), timeout=0.02)
    assert got.cause is Cause.NAME_TRY_AGAIN


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (socket.EAI_NONAME, NoSuchNameError),
        (socket.EAI_NODATA, NoSuchNameError),
        (socket.EAI_AGAIN, NameTryAgainError),
        (socket.EAI_FAIL, NameTryAgainError),
    ],
)
async def test_what_the_system_says_of_a_name(
    monkeypatch: pytest.MonkeyPatch, code: int, kind: type[NameFaultError]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "said so")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(kind, match=r"name\.test: said so"):
        await SystemNetwork().resolve("name.test", 80)


async def test_the_system_knows_localhost() -> None:
    assert "127.0.0.1" in map(str, await SystemNetwork().resolve("localhost", 80))


UNSAFE = """
http://127.0.0.1/ http://127.1/ http://0x7f.1/ http://2130706433/ http://0177.0.0.1/
http://１２７.０.０.１/ http://127.0.0.1./ http://[::1]/ http://[::ffff:127.0.0.1]/ http://0/
http://0.0.0.0/ http://10.0.0.1/ http://192.168.0.1:8080/ http://[fd00::1]/ http://[64:ff9b::a00:1]/
http://169.254.169.254/latest/meta-data/ http://[fe80::1]/ http://127.0.0.1%2e/ http://198.18.0.1/
"""


@pytest.mark.parametrize("url", UNSAFE.split())
async def test_private_addresses_are_refused_in_every_spelling(url: str) -> None:
    network = MadeUp(every=["127.0.0.1"])
    got = await fault(url, reach=PUBLIC, network=network)
    assert got.cause is Cause.UNSAFE_ADDRESS
    assert network.dialled == []


METADATA = """
http://169.254.169.254/ http://0xa9fea9fe/ http://[::ffff:169.254.169.254]/
http://[64:ff9b::a9fe:a9fe]/ http://[fd00:ec2::254]/ http://168.63.129.16/ http://100.100.100.200/
http://metadata.google.internal/ http://METADATA.google.internal./ http://sneaky.test/
"""


@pytest.mark.parametrize("url", METADATA.split())
async def test_metadata_is_refused_even_where_private_is_allowed(url: str) -> None:
    network = MadeUp({"sneaky.test": ["169.254.169.254"]}, every=["93.184.216.34"])
    got = await fault(url, reach=PRIVATE, network=network)
    assert got.cause is Cause.UNSAFE_ADDRESS
    assert network.dialled == []


async def test_of_several_addresses_only_the_public_one_is_contacted() -> None:
    network = MadeUp({"name.test": ["10.0.0.1", "93.184.216.34", "169.254.169.254"]})
    async with serving(ok()) as server:
        await answer(server.url(host="name.test"), reach=PUBLIC, network=network)
    assert network.dialled == ["93.184.216.34"]


async def test_a_name_is_looked_up_once_and_pinned() -> None:
    network = MadeUp({"name.test": ["93.184.216.34"]})
    async with (
        serving(ok()) as server,
        Fetcher(pace=QUICK, reach=PUBLIC, clock=lambda: NOON, network=network) as fetcher,
    ):
        asks = [fetcher(Ask(url=server.url(f"/{n}", host="name.test"))) for n in range(5)]
        await asyncio.gather(*asks)
        network._names = {"name.test": ["10.0.0.1"]}  # type: ignore[assignment]
        got = await fetcher(Ask(url=server.url(host="name.test.")))
    assert getattr(got, "status", got) == 200
    assert network.asked == ["name.test"]


async def test_a_failed_lookup_is_made_again() -> None:
    network = MadeUp({"name.test": NameTryAgainError("not now")})
    async with (
        serving(ok()) as server,
        Fetcher(pace=QUICK, reach=PUBLIC, clock=lambda: NOON, network=network) as fetcher,
    ):
        ask = Ask(url=server.url(host="name.test"))
        first = await fetcher(ask)
        network._names = {"name.test": ["93.184.216.34"]}
        second = await fetcher(ask)
    assert getattr(first, "cause", first) is Cause.NAME_TRY_AGAIN
    assert getattr(second, "status", second) == 200


async def test_the_host_header_keeps_the_name() -> None:
    network = MadeUp(every=["93.184.216.34"])
    async with serving(ok()) as server:
        await answer(server.url(host="BÜCHER.example"), reach=PUBLIC, network=network)
    assert b"Host: xn--bcher-kva.example:%d\r\n" % server.port in server.heads[0]


async def test_a_black_hole_does_not_hide_the_other_family() -> None:
    network = MadeUp({"name.test": ["2606:4700::1", "2606:4700::2", "93.184.216.34"]})
    network.mute = {"2606:4700::1", "2606:4700::2"}
    async with serving(ok()) as server:
        await answer(server.url(host="name.test"), network=network)
    assert network.dialled == ["2606:4700::1", "93.184.216.34"]


async def test_an_address_that_fails_is_followed_by_the_next_at_once() -> None:
    network = MadeUp({"name.test": [f"93.184.216.{n}" for n in range(1, 6)]})
    network.errors = {f"93.184.216.{n}": ConnectionRefusedError() for n in range(1, 5)}
    async with serving(ok()) as server:
        await answer(server.url(host="name.test"), network=network, timeout=0.2)
    assert len(network.dialled) == 5


ERRORS = [
    (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), Cause.REFUSED),
    (ConnectionResetError(errno.ECONNRESET, "reset"), Cause.RESET),
    (OSError(errno.ENETUNREACH, "unreachable"), Cause.NO_ROUTE),
    (OSError(errno.EHOSTUNREACH, "unreachable"), Cause.NO_ROUTE),
    (PermissionError(errno.EPERM, "a firewall here"), Cause.NO_ROUTE),
    (TimeoutError(errno.ETIMEDOUT, "timed out"), Cause.CONNECT_TIMEOUT),
]


@pytest.mark.parametrize(("error", "cause"), ERRORS)
async def test_why_a_connection_failed(error: OSError, cause: Cause) -> None:
    network = MadeUp(every=["93.184.216.34"])
    network.errors = {"93.184.216.34": error}
    got = await fault("http://name.test/", network=network)
    assert got.cause is cause
    assert got.detail


async def test_the_most_telling_error_is_named() -> None:
    network = MadeUp(every=["2606:4700::1", "93.184.216.34"])
    network.errors = {
        "2606:4700::1": OSError(errno.ENETUNREACH, "no IPv6 here"),
        "93.184.216.34": ConnectionRefusedError(errno.ECONNREFUSED, "refused"),
    }
    assert (await fault("http://name.test/", network=network)).cause is Cause.REFUSED


async def test_an_error_of_this_machine_is_ours() -> None:
    network = MadeUp(every=["93.184.216.34"])
    network.errors = {"93.184.216.34": OSError(errno.EMFILE, "too many open files")}
    with pytest.raises(OSError, match="too many") as caught:
        await fetch("http://name.test/", network=network)
    assert caught.value.__notes__ == ["while asking http://name.test/"]


async def test_nobody_takes_the_connection() -> None:
    network = MadeUp(every=["93.184.216.34"])
    network.mute = {"93.184.216.34"}
    got = await fault("http://name.test/", network=network, timeout=0.05)
    assert got.cause is Cause.CONNECT_TIMEOUT


async def test_a_closed_port_refuses() -> None:
    async with serving(ok()) as server:
        pass
    got = await fault(server.url())
    assert (got.cause, got.detail) == (Cause.REFUSED, "Connection refused")


class FakeResolver(MadeUp):
    """Gives a made-up address for every name, but for `real`."""

    def __init__(self, *real: str) -> None:
        names = {name: ["93.184.216.34"] for name in real}
        super().__init__(names, every=["198.18.0.5"])


async def test_behind_a_fake_ip_resolver_names_may_lead_there_and_it_is_said() -> None:
    network = FakeResolver()
    async with (
        serving(ok()) as server,
        Fetcher(pace=QUICK, reach=PUBLIC, clock=lambda: NOON, network=network) as fetcher,
    ):
        assert fetcher.notes == ()
        named = await fetcher(Ask(url=server.url(host="name.test")))
        literal = await fetcher(Ask(url=server.url(host="198.18.0.5")))
        await fetcher(Ask(url=server.url(host="other.test")))
        notes = fetcher.notes
    assert getattr(named, "status", named) == 200
    assert getattr(literal, "cause", literal) is Cause.UNSAFE_ADDRESS
    assert len(notes) == 1
    assert "198.18.0.0/15" in notes[0]
    assert network.asked.count("example.com") == 1


@pytest.mark.parametrize("real", ["example.com", "www.wikipedia.org"])
async def test_a_single_real_name_is_enough_to_keep_the_range_forbidden(real: str) -> None:
    network = FakeResolver(real)
    got = await fault("http://name.test/", reach=PUBLIC, network=network)
    assert got.cause is Cause.UNSAFE_ADDRESS


async def test_a_resolver_that_knows_what_does_not_exist_is_no_fake() -> None:
    names = {name: ["198.18.0.9"] for name in ("name.test", "example.com", "www.wikipedia.org")}
    got = await fault("http://name.test/", reach=PUBLIC, network=MadeUp(names))
    assert got.cause is Cause.UNSAFE_ADDRESS
