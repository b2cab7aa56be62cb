"""Which proxy is used when, and what is asked through it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from curator import urls
from curator.errors import CuratorError
from curator.evidence import Cause
from curator.fetch import Fetcher
from curator.fetch.proxies import Proxies
from curator.settings import Reach
from fetch.wire import NOON, QUICK, Exchange, MadeUp, answer, fault, ok, serving

NOWHERE = "http://127.0.0.1:9"


def chosen(url: str, environment: Mapping[str, str], proxy: str | None = None) -> str | None:
    found = Proxies(Reach(environment=environment, proxy=proxy)).proxy_for(urls.parse(url))
    return found.url if found else None


CHOICES = [
    ("http://a.test/", {}, None),
    ("http://a.test/", {"http_proxy": "http://p:1"}, "http://p:1"),
    ("https://a.test/", {"http_proxy": "http://p:1"}, None),
    ("https://a.test/", {"HTTPS_PROXY": "http://p:1"}, "http://p:1"),
    ("https://a.test/", {"https_proxy": "http://l:1", "HTTPS_PROXY": "http://u:1"}, "http://l:1"),
    ("https://a.test/", {"ALL_PROXY": "p:1"}, "http://p:1"),
    ("http://a.test/", {"ALL_PROXY": "http://p:1", "http_proxy": ""}, None),
    ("http://a.test/", {"HTTP_PROXY": "http://p:1", "REQUEST_METHOD": "GET"}, None),
]


@pytest.mark.parametrize(("url", "environment", "proxy"), CHOICES)
def test_the_environment_is_read_as_others_do(
    url: str, environment: Mapping[str, str], proxy: str | None
) -> None:
    assert chosen(url, environment) == proxy


def test_the_option_comes_before_the_environment() -> None:
    environment = {"http_proxy": "http://p:1"}
    assert chosen("http://a.test/", environment, "http://o:1") == "http://o:1"
    assert chosen("https://a.test/", environment, "http://o:1") == "http://o:1"


def test_a_proxy_that_is_named_twice_is_one() -> None:
    found = Proxies(Reach(environment={"http_proxy": "p:1", "HTTPS_PROXY": "http://p:1"})).all
    assert [str(proxy) for proxy in found] == ["http://p:1 (http_proxy)"]


def test_the_environment_may_be_left_out() -> None:
    reach = Reach(environment={"http_proxy": NOWHERE}, proxy_from_environment=False)
    assert Proxies(reach).all == ()


EXEMPT = [
    ("*", "a.test", True),
    ("a.test", "a.test", True),
    ("a.test", "b.a.test", True),
    (".a.test", "b.a.test", True),
    ("*.a.test", "b.a.test", True),
    ("a.test", "ba.test", False),
    ("b.test, a.test", "a.test", True),
    ("A.TEST", "a.test.", True),
    ("a.test:80", "a.test", True),
    ("a.test:81", "a.test", False),
    ("a.test:81", "a.test:81", True),
    ("127.0.0.1", "127.0.0.1", True),
    ("127.0.0.1", "127.0.0.2", False),
    ("127.0.0.0/8", "127.9.9.9", True),
    ("127.0.0.0/8", "a.test", False),
    ("127.0.0.0/99", "127.0.0.1", False),
    ("::1", "[::1]", True),
    ("fd00::/8", "[fd12::1]", True),
    (",. ,", "a.test", False),
    ("", "a.test", False),
]


@pytest.mark.parametrize(("words", "host", "exempt"), EXEMPT)
def test_no_proxy(words: str, host: str, exempt: bool) -> None:
    environment = {"http_proxy": NOWHERE, "NO_PROXY": words}
    assert (chosen(f"http://{host}/", environment) is None) is exempt


async def test_a_plain_ask_goes_through_and_its_name_is_not_looked_up() -> None:
    network = MadeUp()
    async with serving(ok()) as proxy:
        reach = Reach(environment={"http_proxy": proxy.url()})
        got = await answer("http://name.test/~a%7E?q=[1]", reach=reach, network=network)
    assert got.body == b"hello"
    assert proxy.heads[0].startswith(b"GET http://name.test/~a%7E?q=[1] HTTP/1.1\r\n")
    assert network.asked == []


async def test_a_secured_ask_is_tunnelled() -> None:
    async with serving(b"HTTP/1.1 502 Bad Gateway\r\n\r\n") as proxy:
        got = await fault("https://name.test/", reach=Reach(proxy=proxy.url()))
    assert proxy.heads[0].startswith(b"CONNECT name.test:443 HTTP/1.1\r\n")
    assert got.cause is Cause.PROXY


async def test_a_plain_error_behind_a_proxy_is_the_site_s() -> None:
    async with serving(b"HTTP/1.1 404 Not Found\r\n\r\n") as proxy:
        got = await answer("http://name.test/", reach=Reach(proxy=proxy.url()))
    assert got.status == 404


async def test_a_proxy_that_wants_a_password_fails() -> None:
    wire = b"HTTP/1.1 407 Authenticate\r\nProxy-Authenticate: Basic\r\n\r\n"
    async with serving(wire) as proxy:
        got = await fault("http://name.test/", reach=Reach(proxy=proxy.url()))
    assert got.cause is Cause.PROXY


async def test_a_407_that_asks_for_nothing_is_the_site_s() -> None:
    async with serving(b"HTTP/1.1 407 No\r\n\r\n") as proxy:
        got = await answer("http://name.test/", reach=Reach(proxy=proxy.url()))
    assert got.status == 407


@pytest.mark.parametrize(
    ("wire", "cause"), [(b"", Cause.CLOSED), (b"SSH-2.0\r\n\r\n", Cause.PROTOCOL)]
)
async def test_what_is_no_answer_behind_a_proxy(wire: bytes, cause: Cause) -> None:
    async with serving(wire) as proxy:
        got = await fault("http://name.test/", reach=Reach(proxy=proxy.url()))
    assert got.cause is cause


async def test_a_proxy_that_is_not_there_fails() -> None:
    async with serving(ok()) as proxy:
        pass
    for url in ("http://name.test/", "https://name.test/"):
        assert (await fault(url, reach=Reach(proxy=proxy.url()))).cause is Cause.PROXY


async def test_a_mute_site_behind_a_proxy_times_out() -> None:
    async with serving(Exchange.until_closed) as proxy:
        got = await fault("http://name.test/", reach=Reach(proxy=proxy.url()), timeout=0.1)
    assert got.cause is Cause.TIMEOUT


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "0x7f.1", "[::1]", "10.0.0.1", "localhost", "router", "x.internal"]
)
async def test_private_places_are_not_asked_for_through_a_proxy(host: str) -> None:
    async with serving(ok()) as proxy:
        got = await fault(f"http://{host}/", reach=Reach(proxy=proxy.url()))
        assert got.cause is Cause.UNSAFE_ADDRESS
        assert not proxy.heads
        await answer(f"http://{host}/", reach=Reach(proxy=proxy.url(), allow_private=True))


@pytest.mark.parametrize("host", ["169.254.169.254", "metadata.google.internal"])
async def test_metadata_is_never_asked_for_through_a_proxy(host: str) -> None:
    async with serving(ok()) as proxy:
        reach = Reach(proxy=proxy.url(), allow_private=True)
        got = await fault(f"http://{host}/", reach=reach)
    assert got.cause is Cause.UNSAFE_ADDRESS
    assert not proxy.heads


async def test_caps_and_clocks_hold_behind_a_proxy() -> None:
    async def drip(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 200 OK\r\n\r\nhello")
        await exchange.until_closed()

    async with serving(drip) as proxy:
        got = await answer("http://a.test/", reach=Reach(proxy=proxy.url()), body_timeout=0.05)
    assert (got.body, got.cut) == (b"hello", "clock")
    async with serving(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 300_000) as proxy:
        got = await answer("http://a.test/", reach=Reach(proxy=proxy.url()))
    assert (len(got.body), got.cut) == (QUICK.received_cap, "cap")


async def test_the_proxy_is_named_without_its_password() -> None:
    reach = Reach(environment={"HTTPS_PROXY": "http://user:secret@proxy.test:8080"})
    async with Fetcher(pace=QUICK, reach=reach, clock=lambda: NOON) as fetcher:
        assert fetcher.notes == ("Asked through the proxy http://proxy.test:8080 (HTTPS_PROXY).",)
    assert "secret" not in repr(reach)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "ftp://127.0.0.1:9", "http://[::"])
def test_a_proxy_that_can_not_be_used_is_said_before_anything_is_asked(proxy: str) -> None:
    with pytest.raises(CuratorError) as caught:
        Fetcher(pace=QUICK, reach=Reach(proxy=proxy), clock=lambda: NOON)
    assert caught.value.hint
