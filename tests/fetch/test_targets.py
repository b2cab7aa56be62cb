"""What stands in the first line of a request is what a browser would send for the URL."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator import urls
from curator.fetch import Fetcher
from curator.probes.contract import Ask
from fetch.wire import NOON, PRIVATE, QUICK, MadeUp, answer, keep_answering, ok, serving

SENT = {
    # written : sent. URL Standard, "path percent-encode set" and "special-query percent-encode set"
    "/%7Ekarin/notes": "/%7Ekarin/notes",
    "/~karin/notes": "/~karin/notes",
    "/a%2Fb%2fc": "/a%2Fb%2fc",
    "/a%20b": "/a%20b",
    "/a b": "/a%20b",
    "/[slug]/x|y": "/[slug]/x|y",
    "/{id}/^x/`y`": "/%7Bid%7D/%5Ex/%60y%60",
    '/"quoted"/<b>': "/%22quoted%22/%3Cb%3E",
    "/a\\b": "/a/b",
    "/指南/café": "/%E6%8C%87%E5%8D%97/caf%C3%A9",
    "/e\u0301 is not \u00e9": "/e%CC%81%20is%20not%20%C3%A9",
    "/100%/50%zz": "/100%/50%zz",
    "/a+b/c'd/(e)/f!g*h": "/a+b/c'd/(e)/f!g*h",
    "/a;b=c,d:e@f&g$h": "/a;b=c,d:e@f&g$h",
    "//twice//slashed/": "//twice//slashed/",
    "/a/./b/../c": "/a/c",
    "/a/%2e%2E/b": "/b",
    "/?q=[x]|{y}^z`": "/?q=[x]|{y}^z`",
    "/?q=a b&r=%7E%20+": "/?q=a%20b&r=%7E%20+",
    "/?q='x'&r=\"y\"<z>": "/?q=%27x%27&r=%22y%22%3Cz%3E",
    "/?q=你好&r=é": "/?q=%E4%BD%A0%E5%A5%BD&r=%C3%A9",
    "/?u=https://b.example/?v=w#x": "/?u=https://b.example/?v=w",
    "/?X-Sig=a%2Fb%3D&X-Date=1": "/?X-Sig=a%2Fb%3D&X-Date=1",
    "/?a\\b": "/?a\\b",
    "?q=1": "/?q=1",
    "/x?": "/x",  # a browser keeps the mark; no server is known to tell the two apart
    "/x#y": "/x",
}
HOSTS = {
    "灯笼.example": "xn--znx83u.example",
    "BÜCHER.Example": "xn--bcher-kva.example",
    "bücher.example.": "xn--bcher-kva.example.",
    "ｆｕｌｌ.example": "full.example",
    "a。b.example": "a.b.example",
    "xn--bcher-kva.example": "xn--bcher-kva.example",
    "under_score.example": "under_score.example",
    "b%C3%BCcher.example": "xn--bcher-kva.example",
}


def first_line(head: bytes) -> str:
    return head.split(b"\r\n")[0].decode("ascii")


async def test_targets() -> None:
    async with (
        serving(keep_answering) as server,
        Fetcher(pace=QUICK, reach=PRIVATE, clock=lambda: NOON) as fetcher,
    ):
        for written in SENT:
            url = f"http://127.0.0.1:{server.port}{written}"
            await fetcher(Ask(url=urls.evidence_key(url)))
    sent = {
        written: first_line(head).removeprefix("GET ").removesuffix(" HTTP/1.1")
        for written, head in zip(SENT, server.heads, strict=True)
    }
    assert sent == SENT


@pytest.mark.parametrize(("written", "sent"), HOSTS.items())
async def test_hosts(written: str, sent: str) -> None:
    async with serving(ok()) as server:
        network = MadeUp(every=["93.184.216.34"])
        await answer(urls.evidence_key(f"http://{written}:{server.port}/"), network=network)
    assert f"Host: {sent}:{server.port}".encode() in server.heads[0].split(b"\r\n")
    assert network.asked == [sent.rstrip(".")]


@given(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.text("ab%?#[]|{}^`'\"<>\\ é~/.", max_size=12),
)
@settings(max_examples=100)
def test_what_was_spelt_once_stays_so(path: str, mark: str) -> None:
    try:
        asked = urls.request_url(f"https://a.example/{mark}{path}")
    except urls.UnusableUrlError:
        return
    assert urls.request_url(asked) == asked
    assert asked.isascii()
