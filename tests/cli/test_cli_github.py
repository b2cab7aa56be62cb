"""`curator check` with a token: GitHub is asked by its API, everything else by its page."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from cli.kit import Curator, Site, write_list
from github.graphql_hub import HUB, Hub, serving
from github.running import CUT_OFF, Day, body, changed


@pytest.fixture
def hub() -> Iterator[Hub]:
    made = Hub()
    made.add("ada/engine", branches={"main": ["README.md"]})
    made.add("ada/motor", asked="ada/old")
    made.add("ada/rest", archived="2025-02-03T00:00:00Z")
    with serving(made) as url:
        made.url = url
        yield made


def check(curator: Curator, hub: Hub, *options: str) -> Result:
    environ = {"GITHUB_TOKEN": "secret", "GITHUB_GRAPHQL_URL": hub.url}
    return curator("check", "--allow-private", "--fail-on", "never", *options, environ=environ)


def links(curator: Curator, hub: Hub, *options: str) -> dict[str, Any]:
    result = check(curator, hub, "--format", "json", *options)
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    return {link["url"]: link for link in report["links"]} | {"findings": report["findings"]}


def test_what_the_api_tells_needs_no_page(
    curator: Curator, site: Site, folder: Path, hub: Hub
) -> None:
    names = ("ada/engine", "ada/old/issues", "ada/old", "ada/rest", "ada/lost")
    write_list(folder, *(f"{HUB}/{name}" for name in names if "issues" not in name), site.url("/a"))
    seen = links(curator, hub)
    assert {url.removeprefix(HUB): seen[url]["status"] for url in seen if url.startswith(HUB)} == {
        "/ada/engine": "alive",
        "/ada/old": "moved",
        "/ada/rest": "alive",
        "/ada/lost": "failing",
    }
    assert seen[f"{HUB}/ada/old"]["replacement"] == f"{HUB}/ada/motor"
    assert seen[site.url("/a")]["status"] == "alive"
    assert [one["url"] for one in seen["findings"] if one["rule"] == "archived"] == [
        f"{HUB}/ada/rest"
    ]
    assert len(hub.calls) == 1
    assert hub.tokens == ["Bearer secret"]


def test_pages_are_asked_while_the_api_thinks(
    curator: Curator, site: Site, folder: Path, hub: Hub
) -> None:
    def thinks(answer: Any) -> tuple[int, dict[str, str], bytes]:
        for _ in range(500):
            if site.asked:
                return 200, {}, json.dumps(answer).encode()
            time.sleep(0.01)
        return 401, {}, b""

    hub.days = [thinks]
    write_list(folder, f"{HUB}/ada/engine", site.url("/a"))
    seen = links(curator, hub)
    assert {link["status"] for url, link in seen.items() if url != "findings"} == {"alive"}
    assert site.asked


def test_gone_for_a_day_is_dead(curator: Curator, site: Site, folder: Path, hub: Hub) -> None:
    write_list(folder, f"{HUB}/ada/engine", f"{HUB}/ada/lost")
    lost = f"{HUB}/ada/lost"
    said = [
        links(curator, hub, "--now", f"2026-11-{day}T10:00:00Z")[lost]["status"] for day in (10, 11)
    ]
    assert said == ["failing", "dead"]


@pytest.mark.parametrize("token", ["two words", "\u00fcml\u00e4ut"])
def test_a_token_that_is_none_is_told_and_pages_are_asked(
    curator: Curator, site: Site, folder: Path, hub: Hub, token: str
) -> None:
    write_list(folder, f"{HUB}/ada/engine", site.url("/a"))
    environ = {"GITHUB_TOKEN": token, "GITHUB_GRAPHQL_URL": hub.url, "NO_PROXY": "127.0.0.1"}
    options = ("--allow-private", "--fail-on", "never")
    result = curator("check", *options, environ=environ | {"HTTPS_PROXY": "http://127.0.0.1:9"})
    assert "GitHub's API was not asked" in result.output
    assert token not in result.output
    assert "/a" in site.asked


BAD = {
    "502": body(502, b"<h1>502</h1>"),
    "bad token": body(401, b'{"message": "Bad credentials"}'),
    "HTML": body(200, b"<!doctype html><title>Sign in</title>"),
    "elsewhere": body(302, b"", Location="https://evil.example/"),
    "no limit left": body(403, b"{}", x_ratelimit_remaining="0", x_ratelimit_reset="9999999999"),
    "cut off": CUT_OFF,
    "nothing there": changed(
        lambda one: {
            "data": dict.fromkeys(one["data"]),
            "errors": [{"type": "NOT_FOUND", "path": [name]} for name in one["data"]],
        }
    ),
    "forbidden": changed(
        lambda one: {
            "data": dict.fromkeys(one["data"]),
            "errors": [{"type": "FORBIDDEN", "path": [name]} for name in one["data"]],
        }
    ),
}


@pytest.mark.parametrize("day", BAD.values(), ids=BAD)
def test_no_number_of_bad_days_is_held_against_a_link(
    curator: Curator, site: Site, folder: Path, hub: Hub, day: Day
) -> None:
    urls = [f"{HUB}/ada/engine", f"{HUB}/ada/rest", f"{HUB}/ada/engine/blob/main/README.md"]
    write_list(folder, *urls, site.url("/a"))
    for date in ("01", "05", "09", "20"):
        hub.days = [day] * 20
        now = ("--now", f"2026-11-{date}T10:00:00Z", "--proxy", "http://127.0.0.1:9")
        result = check(curator, hub, "--format", "json", "--all", *now)
        report = json.loads(result.stdout)
        assert {one["status"] for one in report["links"]} <= {"failing", "blocked", "skipped"}
        assert not [one for one in report["findings"] if one["level"] == "error"]


def test_another_repository_under_the_name_is_drifted(
    curator: Curator, site: Site, folder: Path, hub: Hub
) -> None:
    url = f"{HUB}/ada/engine"
    write_list(folder, url)
    assert links(curator, hub, "--now", "2026-11-01T10:00:00Z")[url]["status"] == "alive"
    hub.add("ada/engine", id="R_another")
    for day in ("10", "12"):
        status = links(curator, hub, "--all", "--now", f"2026-11-{day}T10:00:00Z")[url]["status"]
    assert status == "drifted"


def test_the_token_is_in_no_file_and_no_output(
    curator: Curator, site: Site, folder: Path, hub: Hub
) -> None:
    hub.days = [lambda _: (401, {}, b'{"message": "Bad credentials: secret"}')]
    write_list(folder, f"{HUB}/ada/engine", site.url("/a"))
    result = check(curator, hub, "--timeout", "1s", "--proxy", "http://127.0.0.1:9")
    assert "secret" not in result.output
    for path in folder.rglob("*"):
        assert not path.is_file() or b"secret" not in path.read_bytes()
