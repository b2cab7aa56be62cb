"""`curator check` and `report` as a person uses them: exit codes, files, memory, interruption."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from cli.kit import Curator, Site, write_list

Start = Callable[..., "subprocess.Popen[str]"]
HISTORY = ".curator/history.sqlite3"


def test_a_living_list_is_alive_and_exits_0(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, site.url("/a"), site.url("/b"))
    result = curator("check", "README.md", "--allow-private")
    assert result.exit_code == 0, result.stderr
    assert "2 alive" in result.stdout
    assert "README.md: 2 links, 2 URLs on 1 host" in result.stderr


def test_one_is_one(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, site.url("/a"))
    assert "README.md: 1 link, 1 URL on 1 host. No" in curator("check", "--allow-private").stderr


def test_without_a_source_the_readme_is_checked(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, site.url("/a"))
    assert "1 alive" in curator("check", "--allow-private").stdout


def test_one_bad_day_is_not_death(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/gone"] = (404, {})
    write_list(folder, site.url("/gone"))
    result = curator("check", "--allow-private")
    assert result.exit_code == 0
    assert "FAILING" in result.stdout
    assert site.asked == ["/gone", "/gone"]


def test_strict_judges_by_today(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/gone"] = (404, {})
    write_list(folder, site.url("/gone"))
    assert curator("check", "--allow-private", "--strict").exit_code == 1


def test_three_days_of_404_are_death(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/gone"] = (404, {})
    write_list(folder, site.url("/gone"), site.url("/here"))
    codes = [
        curator("check", "--allow-private", "--now", f"2026-11-{day}T10:00:00Z").exit_code
        for day in (20, 22, 24)
    ]
    assert codes == [0, 0, 1]
    assert site.asked.count("/here") == 3  # fresh enough; asked again only as a witness


@pytest.mark.parametrize(
    ("fail_on", "code"), [("never", 0), ("error", 0), ("warning", 1), ("info", 1)]
)
def test_fail_on(curator: Curator, site: Site, folder: Path, fail_on: str, code: int) -> None:
    site.replies["/old"] = (301, {"Location": "/new"})
    write_list(folder, site.url("/old"))
    assert curator("check", "--allow-private", "--fail-on", fail_on).exit_code == code


def test_json_on_standard_output_is_json_and_nothing_else(
    curator: Curator, site: Site, folder: Path
) -> None:
    write_list(folder, site.url("/a#part"))
    report = json.loads(curator("check", "--allow-private", "--format", "json").stdout)
    assert report["links"][0]["url"] == site.url("/a#part")
    assert report["links"][0]["places"] == [
        {"entry": "Thing 1", "path": "README.md", "line": 5, "column": 13}
    ]


def test_each_output_file_has_the_format_of_its_suffix(
    curator: Curator, site: Site, folder: Path
) -> None:
    write_list(folder, site.url("/a"))
    outputs = [part for name in ("r.json", "r.md", "r.txt") for part in ("-o", name)]
    assert curator("check", "--allow-private", *outputs).exit_code == 0
    assert json.loads((folder / "r.json").read_text())["version"] == 1
    assert (folder / "r.md").read_text().startswith("<!-- curator:report")
    assert "1 alive" in (folder / "r.txt").read_text()


@pytest.mark.parametrize(
    ("output", "says"),
    [("report.pdf", "which format"), ("nowhere/report.json", "no such folder")],
)
def test_an_output_that_cannot_be_written_is_said_before_anything_is_asked(
    curator: Curator, site: Site, folder: Path, output: str, says: str
) -> None:
    write_list(folder, site.url("/a"))
    result = curator("check", "--allow-private", "-o", output)
    assert (result.exit_code, site.asked) == (2, [])
    assert says in result.stderr


def test_a_second_run_asks_only_what_is_due(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, site.url("/a"), site.url("/b"))
    curator("check", "--allow-private")
    site.asked.clear()
    result = curator("check", "--allow-private")
    assert (result.exit_code, site.asked) == (0, [])
    assert "2 alive" in result.stdout
    assert result.stderr.count("Nothing is due") == 1
    curator("check", "--allow-private", "--all")
    assert sorted(site.asked) == ["/a", "/b"]


def test_only_asks_again_what_was_last_found_so(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/wall"] = (403, {})
    write_list(folder, site.url("/a"), site.url("/wall"))
    curator("check", "--allow-private")
    site.asked.clear()
    curator("check", "--allow-private", "--only", "blocked")
    assert set(site.asked) == {"/wall"}
    none = curator("check", "--allow-private", "--only", "dead", "--only", "parked")
    assert "Nothing to ask: no link was last found dead or parked." in none.stderr


def test_report_needs_no_network(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/old"] = (301, {"Location": "/new"})
    write_list(folder, site.url("/old"))
    curator("check", "--allow-private")
    site.asked.clear()
    result = curator("report")
    assert "MOVED" in result.stdout
    assert site.url("/new") in result.stdout
    assert site.asked == []


def test_report_before_the_first_check_says_what_to_do(curator: Curator, folder: Path) -> None:
    write_list(folder, "https://a.example/")
    result = curator("report")
    assert result.exit_code == 2
    assert "curator check" in result.stderr
    assert not (folder / ".curator").exists()


def test_explain_shows_the_hops(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/old"] = (301, {"Location": "/new"})
    write_list(folder, site.url("/old"))
    curator("check", "--allow-private")
    text = curator("explain", site.url("/old")).stdout
    assert "moved" in text
    assert "301" in text
    assert "README.md:5:13" in text


def test_explain_names_the_nearest_link(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, site.url("/thing"))
    curator("check", "--allow-private")
    result = curator("explain", site.url("/thin").removeprefix("http://"))
    assert result.exit_code == 2
    assert f"try: curator explain {site.url('/thing')}" in result.stderr
    assert "as it stands in the list" in curator("explain", "").stderr


def test_private_addresses_are_not_contacted_unless_allowed(
    curator: Curator, site: Site, folder: Path
) -> None:
    write_list(folder, site.url("/a"), site.url("/b", host="localhost"))
    result = curator("check")
    assert result.exit_code == 1
    assert "2 unsafe" in result.stdout
    assert site.asked == []


def test_a_url_that_no_browser_opens_is_invalid_and_no_traceback(
    curator: Curator, site: Site, folder: Path
) -> None:
    write_list(folder, "http://a.example:99999/", "http://[::1/", site.url("/a"))
    (folder / "curator.toml").write_text('exclude = ["*.test"]\n')
    result = curator("check", "--allow-private")
    assert result.exit_code == 1
    assert "1 alive · 2 invalid" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--tmieout", "3s"], "--timeout"),
        (["check", "--timeout", "soon"], "--timeout"),
        (["check", "nowhere"], "no such file or folder"),
        (["check", "--format", "pdf"], "--format"),
        (["check", "--only", "daed"], "dead"),
        (["chekc"], "check"),
    ],
)
def test_wrong_usage_exits_2_and_names_the_right_thing(
    curator: Curator, folder: Path, arguments: list[str], says: str
) -> None:
    write_list(folder, "https://a.example/")
    result = curator(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_folder_without_a_list_says_what_to_do(curator: Curator) -> None:
    result = curator("check")
    assert result.exit_code == 2
    assert "curator init" in result.stderr


def test_a_list_that_is_not_utf8_is_said_with_its_place(curator: Curator, folder: Path) -> None:
    (folder / "README.md").write_bytes("# A\n\nB\xfcro\n".encode("latin-1"))
    result = curator("check")
    assert result.exit_code == 2
    assert "README.md:3:2: error: not UTF-8" in result.stderr


def test_ctrl_c_prints_what_is_known_and_the_next_run_goes_on(
    process: Start, site: Site, folder: Path
) -> None:
    site.mute.add("/mute")
    write_list(folder, site.url("/a"), site.url("/mute"))
    (folder / "curator.toml").write_text('[pace]\ntimeout = "30s"\n')
    child = process("check", "--allow-private")
    wait_until(lambda: "/a" in site.asked and recorded(folder) == 1)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=20)
    assert child.returncode == 130, err
    assert "1 alive" in out
    assert "Traceback" not in err


def test_a_kill_loses_nothing_that_was_seen(process: Start, site: Site, folder: Path) -> None:
    site.mute.add("/mute")
    write_list(folder, site.url("/a"), site.url("/mute"))
    child = process("check", "--allow-private")
    wait_until(lambda: "/a" in site.asked and recorded(folder) == 1)
    child.kill()
    child.wait(timeout=10)
    assert recorded(folder) == 1


def test_a_reader_that_goes_away_is_no_traceback(process: Start, folder: Path) -> None:
    write_list(folder, "https://a.example/")
    child = process("check", "--help")
    assert child.stdout is not None
    child.stdout.close()
    assert child.stderr is not None
    assert "Traceback" not in child.stderr.read()


def recorded(folder: Path) -> int:
    if not (folder / HISTORY).exists():
        return 0
    with sqlite3.connect(f"file:{folder / HISTORY}?mode=ro", uri=True) as history:
        try:
            return int(history.execute("SELECT count(*) FROM evidence").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> None:
    until = monotonic() + seconds
    while not condition():
        assert monotonic() < until, "it never happened"
        sleep(0.02)
