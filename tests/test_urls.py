"""URLs as browsers read them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator import urls


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("https://example.com", "https://example.com/"),
        (" https://example.com/a \n", "https://example.com/a"),
        ("HTTPS://EXAMPLE.com:443/A", "https://example.com/A"),
        ("http://example.com:8080/#x", "http://example.com:8080/"),
        ("https://example.com/a\n b\tc", "https://example.com/a%20bc"),
        ("https://example.com\\a\\b?c\\d", "https://example.com/a/b?c\\d"),
        ("https:example.com/a", "https://example.com/a"),
        ("https:///example.com/a", "https://example.com/a"),
        ("https://example.com/a/./b/../c/%2e%2E/d/..", "https://example.com/a/"),
        ("https://example.com/../..", "https://example.com/"),
        (
            "https://例子.测试/路?问=答#段",
            "https://xn--fsqu00a.xn--0zwm56d/%E8%B7%AF?%E9%97%AE=%E7%AD%94",
        ),
        ("https://straße.de/", "https://xn--strae-oqa.de/"),
        ("https://ｅｘａｍｐｌｅ。com/", "https://example.com/"),
        ("https://u:p@example.com/", "https://example.com/"),
        ("https://example.com@evil.example/", "https://evil.example/"),
        ("https://example.com/%7Ea%2Fb?x=%zz%", "https://example.com/%7Ea%2Fb?x=%zz%"),
        ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/"),
        ("https://example.com/a?", "https://example.com/a"),
        ("https://example.com?q", "https://example.com/?q"),
        ("https://example.com/\ud800", "https://example.com/%EF%BF%BD"),
        ("https://example.com/a|b[c]", "https://example.com/a|b[c]"),
    ],
)
def test_what_is_asked(listed: str, asked: str) -> None:
    assert urls.request_url(listed) == asked
    assert urls.request_url(asked) == asked
    assert urls.evidence_key(listed) == asked


@pytest.mark.parametrize(
    "listed",
    [
        "",
        "example.com",
        "/a",
        "#a",
        "mailto:a@example.com",
        "javascript:alert(1)",
        "http://",
        "https:///",
        "http:///guide/intro",
        "http://exa mple.com/",
        "http://a..b/",
        f"http://{'a' * 64}.com/",
        "http://example.com:99999/",
        "http://example.com:x/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "https://<host>/",
        "https://example.com/" + "a" * 40_000,
    ],
)
def test_what_no_browser_opens(listed: str) -> None:
    assert urls.problem(listed)
    assert urls.evidence_key(listed) == listed.strip()
    with pytest.raises(urls.UnusableUrlError):
        urls.request_url(listed)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://b.example/x", "https://b.example/x#old"),
        ("/x", "https://a.example/x#old"),
        ("x/../y", "https://a.example/dir/y#old"),
        ("//b.example", "https://b.example/#old"),
        ("?r=1", "https://a.example/dir/page?r=1#old"),
        ("#new", "https://a.example/dir/page?q=1#new"),
        ("", "https://a.example/dir/page?q=1#old"),
        ("/a b", "https://a.example/a%20b#old"),
        ("/é", "https://a.example/%C3%A9#old"),
        ("\\x", "https://a.example/x#old"),
        ("/时间:12", "https://a.example/%E6%97%B6%E9%97%B4:12#old"),
    ],
)
def test_where_a_redirect_leads(location: str, target: str) -> None:
    assert urls.join("https://a.example/dir/page?q=1#old", location) == target


def test_a_latin_1_location_can_be_read_as_bytes() -> None:
    assert urls.join("https://a.example/", "/é", encoding="latin-1") == "https://a.example/%E9"


@pytest.mark.parametrize("location", ["http://", "ht!tp://x/", "file:///etc/passwd", "x:y"])
def test_a_redirect_that_leads_nowhere(location: str) -> None:
    with pytest.raises(urls.UnusableUrlError):
        urls.join("https://a.example/", location)


@pytest.mark.parametrize(
    ("old", "new", "cosmetic"),
    [
        ("http://example.com/a", "https://www.example.com/a/", True),
        ("https://example.com/a/index.html", "https://example.com/a/", True),
        ("https://EXAMPLE.com", "https://example.com/", True),
        ("https://example.com/a", "https://example.com/b", False),
        ("https://example.com/a", "https://example.com/A", False),
        ("https://example.com/a?x=1", "https://example.com/a", False),
        ("https://example.com/", "https://docs.example.com/", False),
        ("https://arxiv.org/abs/1", "https://arxiv.org/pdf/1", False),
    ],
)
def test_cosmetic(old: str, new: str, cosmetic: bool) -> None:
    assert urls.same_but_cosmetic(old, new) is cosmetic


def test_the_front_page() -> None:
    assert urls.is_root("https://e.example")
    assert urls.is_root("https://e.example/index.html")
    assert urls.is_root("https://e.example/?utm_source=x")
    assert not urls.is_root("https://e.example/?p=1")
    assert urls.is_home("https://e.example/zh-CN/")
    assert not urls.is_home("https://e.example/docs")
    assert not urls.is_home("https://e.example/ai")
    assert urls.path_depth("https://e.example/a//b/") == 2


def test_what_a_redirect_adds() -> None:
    old = "https://e.example/a?utm_source=mine"
    new = "https://e.example/b?x=1&utm_source=mine&utm_medium=r&fbclid=2#f"
    assert urls.without_tracking_added(old, new) == "https://e.example/b?x=1&utm_source=mine#f"
    assert urls.adds_session(old, "https://e.example/b;jsessionid=1")
    assert urls.adds_session(old, "https://e.example/b?PHPSESSID=1")
    assert not urls.adds_session(old, new)


def test_hosts() -> None:
    assert urls.host_key("https://WWW.Example.com.:8443/x") == "www.example.com"
    assert urls.fragment("https://e.example/#a#b") == "a#b"
    assert urls.scheme("JavaScript:x") == "javascript"
    assert urls.scheme("/a:b") == ""


@settings(max_examples=200)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_it(listed: str, location: str) -> None:
    urls.identity(listed)
    urls.problem(f"http://{listed}")
    try:
        target = urls.join("https://a.example/b", location)
    except urls.UnusableUrlError:
        return
    assert target.isascii()
    assert str(urls.parse(target)) == target
