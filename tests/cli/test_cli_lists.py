"""Import, validate, render and fix through the command line, on files as people have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import Curator, Site, write_list

LIST = """\
# 书单

更新时间：20240102

## 入门

- [甲](https://a.example/)：第一本。【必看】
- [乙](https://b.example/)：第二本。【必看】
"""


def imported(curator: Curator, folder: Path, text: str = LIST) -> Path:
    (folder / "LIST.md").write_text(text, encoding="utf-8")
    result = curator("import", "LIST.md", "--into", "catalogue")
    assert result.exit_code == 0, result.stderr
    return folder / "catalogue"


def test_import_says_how_much_became_data(curator: Curator, folder: Path) -> None:
    (folder / "LIST.md").write_text(LIST, encoding="utf-8")
    result = curator("import", "LIST.md")
    assert "links: 2 of 2" in result.stdout
    assert "entries: 2 of 2 structured (100 %)" in result.stdout
    assert curator("validate").exit_code == 0


def test_import_and_render_give_the_same_bytes(curator: Curator, folder: Path) -> None:
    imported(curator, folder)
    curator("render", "--output", "AGAIN.md")
    assert (folder / "AGAIN.md").read_text(encoding="utf-8") == LIST


def test_import_check_writes_nothing(curator: Curator, folder: Path) -> None:
    (folder / "LIST.md").write_text(LIST, encoding="utf-8")
    result = curator("import", "LIST.md", "--check")
    assert result.exit_code == 0
    assert "the same list, line for line" in result.stdout
    assert not (folder / "catalogue").exists()


def test_import_refuses_to_overwrite(curator: Curator, folder: Path) -> None:
    before = sorted(imported(curator, folder).iterdir())
    result = curator("import", "LIST.md", "--into", "catalogue")
    assert result.exit_code == 2
    assert sorted((folder / "catalogue").iterdir()) == before


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (("title: 书单", "titel: 书单"), "did you mean 'title'"),
        (("  must-read:", "  must-raed:"), "must-read"),
        (("updated: 2024-01-02", "updated: 2024-13-02"), "catalogue.yaml:4:10: error: 'updated'"),
        (("title: 书单", "title: ["), "catalogue.yaml:"),
    ],
)
def test_a_broken_catalogue_is_said_with_its_place(
    curator: Curator, folder: Path, spoil: tuple[str, str], says: str
) -> None:
    path = imported(curator, folder) / "catalogue.yaml"
    text = path.read_text(encoding="utf-8")
    assert spoil[0] in text
    path.write_text(text.replace(*spoil), encoding="utf-8")
    result = curator("validate")
    assert result.exit_code == 2
    assert says in result.stdout


def test_validate_warns_of_the_same_link_twice(curator: Curator, folder: Path) -> None:
    write_list(folder, "https://a.example/x", "http://www.a.example/x/")
    result = curator("validate", "README.md")
    assert result.exit_code == 0
    assert result.stdout.startswith("README.md:6:13: warning: ")
    assert "README.md:5:13" in result.stdout


def test_render_writes_between_markers_and_nowhere_else(curator: Curator, folder: Path) -> None:
    imported(curator, folder)
    readme = folder / "README.md"
    readme.write_text("# Ours\n\n<!-- curator:begin -->\n<!-- curator:end -->\n\nBye.\n")
    assert curator("render", "--check").exit_code == 1
    assert curator("render").exit_code == 0
    text = readme.read_text(encoding="utf-8")
    assert text.startswith("# Ours\n\n<!-- curator:begin -->\n\n# 书单\n")
    assert text.endswith("<!-- curator:end -->\n\nBye.\n")
    assert curator("render", "--check").exit_code == 0


def test_render_does_not_replace_a_file_that_nobody_named(curator: Curator, folder: Path) -> None:
    imported(curator, folder)
    (folder / "README.md").write_text("# Mine\n")
    result = curator("render")
    assert result.exit_code == 2
    assert "curator:begin" in result.stderr
    assert (folder / "README.md").read_text() == "# Mine\n"


def test_render_to_standard_output(curator: Curator, folder: Path) -> None:
    imported(curator, folder)
    assert curator("render", "--output", "-").stdout == LIST


def test_fix_shows_and_then_applies_what_moved(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/old"] = (301, {"Location": "/new"})
    path = write_list(folder, site.url("/old#part"), site.url("/b"))
    before = path.read_text()
    curator("check", "--allow-private")
    shown = curator("fix", "README.md")
    assert f"+- [Thing 1]({site.url('/new#part')}) - Good." in shown.stdout
    assert path.read_text() == before
    applied = curator("fix", "README.md", "--apply", "--summary", "settled.md")
    assert applied.stderr == "1 changed.\n"
    assert path.read_text() == before.replace("/old#part", "/new#part")
    settled = f"- Thing 1: `{site.url('/old#part')}` → `{site.url('/new#part')}`\n"
    assert (folder / "settled.md").read_text(encoding="utf-8") == settled


def test_fix_in_yaml_changes_one_scalar(curator: Curator, site: Site, folder: Path) -> None:
    site.replies["/old"] = (308, {"Location": "/new"})
    text = f"# 书单\n\n## 入门\n\n- [甲]({site.url('/old')}) - 第一本。\n"
    catalogue = imported(curator, folder, text)
    before = {path.name: path.read_bytes() for path in catalogue.glob("*.yaml")}
    curator("check", "--allow-private")
    assert "1 changed. Next: curator render catalogue" in curator("fix", "--apply").stderr
    after = {path.name: path.read_bytes() for path in catalogue.glob("*.yaml")}
    changed = [name for name in before if before[name] != after[name]]
    assert len(changed) == 1
    assert after[changed[0]] == before[changed[0]].replace(b"/old", b"/new")


def test_retire_leaves_the_entry_in_the_data_and_out_of_the_list(
    curator: Curator, folder: Path
) -> None:
    imported(curator, folder)
    result = curator(
        "fix", "--retire", "甲", "--because", "绝版", "--apply", "--now", "2026-11-23T00:00:00Z"
    )
    assert result.exit_code == 0, result.stderr
    listed = curator("render", "--output", "-").stdout
    assert "甲" not in listed
    assert "乙" in listed
    assert "更新时间：20261123" in listed


def test_retire_names_the_nearest_title(curator: Curator, folder: Path) -> None:
    imported(curator, folder, LIST.replace("甲", "Deep Learning"))
    result = curator("fix", "--retire", "Deep Lerning", "--because", "gone")
    assert result.exit_code == 2
    assert "'Deep Learning'" in result.stderr


def test_a_list_read_in_place_needs_no_rendering(curator: Curator, folder: Path) -> None:
    path = write_list(folder, "https://a.example/")
    before = path.read_bytes()
    result = curator("render", "README.md")
    assert (result.exit_code, path.read_bytes()) == (0, before)
    assert "the list itself" in result.stdout


def test_a_new_readme_has_a_place_for_the_next_list(curator: Curator, folder: Path) -> None:
    imported(curator, folder)
    assert curator("render").exit_code == 0
    readme = folder / "README.md"
    assert readme.read_text(encoding="utf-8").startswith("<!-- curator:begin -->\n\n# 书单\n")
    curator("add", "https://c.example", "--title", "丙", "--offline", "--apply")
    assert curator("render", "--check").exit_code == 1
    assert curator("render").exit_code == 0
    assert "[丙](https://c.example)" in readme.read_text(encoding="utf-8")
    assert curator("render", "--check").exit_code == 0


def test_validate_tells_links_to_headings_that_are_not_there(
    curator: Curator, folder: Path
) -> None:
    (folder / "README.md").write_text(
        "# L\n\n- [Book](#book)\n\n## Books\n\n- [a](https://a.example)\n"
    )
    told = "README.md:3:10: warning: #book leads to no heading of this list: did you mean #books?\n"
    result = curator("validate", "README.md")
    assert (result.exit_code, result.stdout) == (0, told)


def test_validate_tells_them_of_a_catalogue_at_the_section(curator: Curator, folder: Path) -> None:
    text = "# L\n\n## Books\n\nSee [papers](#paper).\n\n- [a](https://a.example)\n"
    result = curator("validate", str(imported(curator, folder, text)))
    assert "01-books.yaml:2:1: warning: #paper leads to no heading of this list" in result.stdout
