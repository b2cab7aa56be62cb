"""Cookies within one chain."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from curator.probes.cookies import Cookies

NOW = datetime(2026, 11, 20, tzinfo=UTC)
SOURCE = "https://www.a.example/dir/page"


def shown(target: str, *lines: str, source: str = SOURCE) -> str:
    jar = Cookies()
    jar.store(source, lines, now=NOW)
    return jar.header(target)


@pytest.mark.parametrize(
    ("line", "target", "header"),
    [
        ("a=1", "https://www.a.example/dir/x", "a=1"),
        ("a=1", "https://www.a.example/dir", "a=1"),
        ("a=1", "https://www.a.example/other", ""),
        ("a=1", "https://www.a.example/directory", ""),
        ("a=1; Path=/", "https://www.a.example/other", "a=1"),
        ("a=1; path=nonsense", "https://www.a.example/dir/x", "a=1"),
        ("a=1; Path=/", "https://a.example/", ""),
        ("a=1; Path=/; Domain=a.example", "https://b.a.example/", "a=1"),
        ("a=1; Path=/; Domain=.A.Example", "https://a.example/", "a=1"),
        ("a=1; Path=/; Domain=b.example", "https://b.example/", ""),
        ("a=1; Path=/; Domain=example", "https://b.example/", ""),
        ("a=1; Path=/; Secure", "http://www.a.example/", ""),
        ("a=1; Path=/; Secure; HttpOnly; SameSite=Lax", "https://www.a.example/", "a=1"),
        ("a=1; Path=/; Max-Age=0", "https://www.a.example/", ""),
        ("a=1; Path=/; Max-Age=9; Expires=Thu, 01 Jan 1970 00:00:00 GMT", SOURCE, "a=1"),
        ("a=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", SOURCE, ""),
        ("a=1; Path=/; Expires=some day", SOURCE, "a=1"),
        ("name=Zoë; Path=/", SOURCE, "name=Zoë"),
        ("a=b=c; Path=/", SOURCE, "a=b=c"),
        ("a=; Path=/", SOURCE, "a="),
        ("nothing", SOURCE, ""),
        ("=1", SOURCE, ""),
        ("a=\x01", SOURCE, ""),
        ("a=" + "x" * 5000, SOURCE, ""),
    ],
)
def test_where_a_cookie_goes(line: str, target: str, header: str) -> None:
    assert shown(target, line) == header


def test_addresses_have_no_domains() -> None:
    line = "a=1; Path=/; Domain=0.0.1"
    assert shown("http://127.0.0.1/", line, source="http://127.0.0.1/") == ""
    line = "a=1; Path=/; Domain=127.0.0.1"
    assert shown("http://127.0.0.1/", line, source="http://127.0.0.1/") == "a=1"


def test_longer_paths_come_first_and_a_name_is_set_once_a_path() -> None:
    lines = ("a=1; Path=/", "a=2; Path=/dir", "a=3; Path=/")
    assert shown(SOURCE, *lines) == "a=2; a=3"


def test_a_flood_is_capped() -> None:
    header = shown(SOURCE, *(f"c{number}=1" for number in range(500)))
    assert header.count("=") == 50


def test_a_cookie_can_be_taken_back() -> None:
    assert shown(SOURCE, "a=1", "a=; Max-Age=-1") == ""
