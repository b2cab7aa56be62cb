"""A Markdown list that stays Markdown: fixed, retired from and waived without migrating."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import Curator, Site, write_list
from curator.history import History

NOW = ("--now", "2026-11-23T00:00:00Z")


def retired(curator: Curator, named: str, *more: str) -> str:
    result = curator("fix", "README.md", "--retire", named, "--because", "gone", *NOW, *more)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_retiring_moves_the_lines_into_the_side_file(curator: Curator, folder: Path) -> None:
    path = write_list(folder, "https://a.example/", "https://b.example/", "https://c.example/")
    before = path.read_text()
    shown = retired(curator, "Thing 2")
    assert "-- [Thing 2](https://b.example/) - Good." in shown
    assert "+  - url: https://b.example/" in shown
    assert path.read_text() == before
    assert not (folder / "README.curator.yaml").exists()
    told = curator("fix", "--retire", "https://b.example", "--because", "gone", *NOW, "--apply")
    assert told.stderr == "1 changed. Its lines are kept in README.curator.yaml\n"
    assert path.read_text() == before.replace("- [Thing 2](https://b.example/) - Good.\n", "")
    side = (folder / "README.curator.yaml").read_text()
    assert side.endswith(
        "entries:\n"
        "  - url: https://b.example/\n"
        "    retired:\n"
        "      on: 2026-11-23\n"
        "      because: gone\n"
        "    section: Things\n"
        "    markdown: |\n"
        "      - [Thing 2](https://b.example/) - Good.\n"
    )
    assert curator("validate", "README.md").stdout == ""
    again = curator("fix", "README.md", "--retire", "Thing 2", "--because", "gone")
    assert again.exit_code == 2
    assert "retired on 2026-11-23, because gone" in again.stderr


def test_what_goes_with_a_retired_entry_is_told(curator: Curator, folder: Path) -> None:
    text = "# L\n\n- [A](https://a.example)\n  - [B](https://b.example)\n    - [C](https://c.example)\n"
    (folder / "README.md").write_text(text)
    told = curator("fix", "README.md", "--retire", "A", "--because", "gone", *NOW).stderr
    assert told.startswith("left to you: A: 2 entries below it would go with it\n")
    told = curator("fix", "README.md", "--retire", "B", "--because", "gone", *NOW).stderr
    assert told.startswith("left to you: B: an entry below it would go with it\n")
    assert "left" not in curator("fix", "--retire", "C", "--because", "gone", *NOW).stderr


def test_all_places_of_a_thing_that_is_gone_are_retired(curator: Curator, folder: Path) -> None:
    path = write_list(folder, "https://a.example/", "https://b.example/", "http://a.example")
    retired(curator, "http://www.a.example", "--apply")
    assert path.read_text().count("Thing") == 2  # the heading, and what stays
    side = (folder / "README.curator.yaml").read_text()
    assert "[Thing 1]" in side
    assert "[Thing 3]" in side


def test_a_waiver_in_the_side_file_holds(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/gone"] = (410, {})
    write_list(folder, site.url("/gone"), site.url("/b"))
    found = curator("check", "--strict", "--allow-private")
    assert found.exit_code == 1
    (folder / "curator.toml").write_text(
        (folder / "curator.toml").read_text() + "[policy]\nstrict = true\n"
    )
    told = curator("explain", site.url("/gone")).stdout
    waiver = told.split("in README.curator.yaml:\n")[1].split("To overrule")[0]
    other = f"entries:\n  - url: {site.url('/b')}\n"
    (folder / "README.curator.yaml").write_text(other)
    more = curator("explain", site.url("/gone")).stdout
    more = more.split("below the entries of README.curator.yaml:\n")[1].split("To overrule")[0]
    (folder / "README.curator.yaml").write_text(other + more)
    assert curator("report").exit_code == 0
    (folder / "README.curator.yaml").write_text(waiver)
    assert curator("report").exit_code == 0
    (folder / "README.curator.yaml").write_text(waiver.replace("/gone", "/goen"))
    report = curator("report")
    assert report.exit_code == 1
    odd = curator("validate", "README.md").stdout
    meant = site.url("/gone")
    assert "README.curator.yaml:2:10: warning: README.md has no such link" in odd
    assert f"did you mean {meant}?" in odd


def test_a_fix_takes_the_side_file_along(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/old"] = (301, {"Location": "/new"})
    write_list(folder, site.url("/old"))
    side = folder / "README.curator.yaml"
    side.write_text(
        f"# ours\r\nentries:\r\n  - url: '{site.url('/old')}'  # seen\r\n    kind: docs\r\n",
        newline="",
    )
    curator("check", "--allow-private")
    result = curator("fix", "README.md", "--apply")
    assert "1 changed" in result.stderr
    assert site.url("/new") in (folder / "README.md").read_text()
    assert side.read_bytes().decode() == (
        f"# ours\r\nentries:\r\n  - url: '{site.url('/new')}'  # seen\r\n    kind: docs\r\n"
    )
    assert curator("validate", "README.md").stdout == ""


def test_what_can_not_be_written_is_left_and_the_rest_is_fixed(
    curator: Curator, site: Site, folder: Path
) -> None:
    site.replies["/old"] = (301, {"Location": "/new"})
    site.replies["/odd"] = (301, {"Location": "/a`b"})
    url = site.url
    (folder / "README.md").write_text(f"# L\n\n- [a]({url('/old')})\n- {url('/odd')} and `code`\n")
    curator("check", "--allow-private")
    curator("fix", "README.md", "--apply")
    assert f"- [a]({url('/new')})" in (folder / "README.md").read_text()


@pytest.mark.parametrize("side", ["entries: [", "entrys: []\n"])
def test_a_broken_side_file_is_said_before_anything_is_done(
    curator: Curator, folder: Path, side: str
) -> None:
    write_list(folder, "https://a.example/")
    (folder / "README.curator.yaml").write_text(side)
    result = curator("fix", "README.md", "--retire", "Thing 1", "--because", "x", "--apply")
    assert result.exit_code == 2
    assert "README.curator.yaml:1:" in result.stderr
    assert "Thing 1" in (folder / "README.md").read_text()


def test_becoming_data_takes_the_side_file_along(curator: Curator, folder: Path) -> None:
    write_list(folder, "https://a.example/", "https://b.example/", "https://c.example/")
    retired(curator, "Thing 2", "--apply")
    side = folder / "README.curator.yaml"
    waiver = "    waivers: [{rule: stale, because: a talk, until: 2027-01-01}]\n"
    more = f"  - url: https://c.example/\n    kind: docs\n    reviewed: 2026-01-02\n{waiver}"
    side.write_text(side.read_text() + more)
    assert curator("import", "README.md").exit_code == 0
    (written,) = (folder / "catalogue").glob("0*.yaml")
    text = written.read_text()
    assert "title: Thing 2" in text
    assert "retired: {on: 2026-11-23, because: gone}" in text
    assert "kind: docs" in text
    assert "reviewed: 2026-01-02" in text
    assert "- rule: stale" in text
    listed = curator("render", "catalogue", "--output", "-").stdout
    assert listed == (folder / "README.md").read_text()


def test_what_is_said_beside_the_list_counts_as_in_an_entry(curator: Curator, folder: Path) -> None:
    write_list(folder, "https://a.example/", "http://a.example", "https://b.example/")
    assert "also listed at" in curator("validate", "README.md").stdout
    (folder / "README.curator.yaml").write_text(
        "entries:\n"
        "  - url: https://a.example/\n"
        "    waivers: [{rule: duplicate-link, because: it belongs in both}]\n"
        "  - url: https://b.example/\n"
        "    kind: tool\n"
        "    reviewed: 2024-01-02\n"
    )
    assert curator("validate", "README.md").stdout == ""
    (folder / "curator.toml").write_text('[review]\ntool = "6 months"\n')
    with History.open(folder / ".curator" / "history.sqlite3"):
        pass
    report = curator("report", "README.md", *NOW, "--format", "json").stdout
    assert '"rule": "review-due"' in report
    assert "last reviewed 2024-01-02" in report


def test_a_side_file_is_named_by_its_list(curator: Curator, folder: Path) -> None:
    (folder / "README.curator.yaml").write_text("entries: []\n")
    result = curator("validate", "README.curator.yaml")
    assert result.exit_code == 2
    assert "name the list: README.md" in result.stderr


def test_a_row_of_a_table_is_kept_as_it_stood(curator: Curator, folder: Path) -> None:
    table = "# L\n\n| Name | About |\n| --- | --- |\n| [A](https://a.example) | first |\n"
    (folder / "README.md").write_text(f"{table}| [B](https://b.example) | second |\n")
    retired(curator, "B", "--apply")
    assert (folder / "README.md").read_text() == table
    assert (
        "      | [B](https://b.example) | second |\n"
        in (folder / "README.curator.yaml").read_text()
    )
    assert curator("import", "README.md").exit_code == 0
    written = (folder / "catalogue" / "catalogue.yaml").read_text()
    assert "| [B](https://b.example) | second |" in written
    assert curator("render", "catalogue", "--output", "-").stdout == table


def test_several_can_be_retired_for_one_reason(curator: Curator, folder: Path) -> None:
    path = write_list(folder, "https://a.example/", "https://b.example/", "https://c.example/")
    path.write_text(path.read_text() + "  - [Below](https://d.example)\n")
    both = ("--retire", "https://a.example/", "--retire", "Below", "--retire", "Thing 3")
    both = (*both, "--retire", "Thing 1")  # once more, by another name
    result = curator("fix", *both, "--because", "gone", "--apply", *NOW)
    assert result.stderr == "3 changed. Their lines are kept in README.curator.yaml\n"
    assert path.read_text() == "# A list\n\n## Things\n\n- [Thing 2](https://b.example/) - Good.\n"
    side = (folder / "README.curator.yaml").read_text()
    assert [side.count(f"url: https://{name}.example") for name in "abcd"] == [1, 0, 1, 1]
    assert curator("validate", "README.md").stdout == ""
    one = curator("fix", "--retire", "Thing 2", "--retire", "Thing 9", "--because", "gone")
    assert one.exit_code == 2
    assert "no entry 'Thing 9'" in one.stderr


@pytest.mark.parametrize("below", ["- [b](https://b.example)\n", ""])
def test_an_item_that_has_a_link_twice_goes_alone(
    curator: Curator, folder: Path, below: str
) -> None:
    odd = "- ![i](i.png) **[x](https://a.example) or\n  [y](https://a.example)** ![j](j.png)\n"
    path = folder / "README.md"
    path.write_text(f"# L\n\n- [z](https://z.example)\n{odd}{below}")
    retired(curator, "https://a.example", "--apply")
    assert path.read_text() == f"# L\n\n- [z](https://z.example)\n{below}"
