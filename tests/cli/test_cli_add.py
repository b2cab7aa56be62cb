"""One more entry: looked at first, written as the list writes its own, or refused with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.kit import Curator, Site, write_list
from curator import adding

OFFLINE = ("--offline", "--now", "2026-11-23T00:00:00Z")
SECTIONS = """\
# A list

## Editors

- [Atom](https://atom.example/) - Was good.
- [Emacs](https://emacs.example/) - Is good.
- [Vim](https://vim.example/) - Is there.

## Shells

- [Bash](https://bash.example/) - A shell.
- [Fish](https://fish.example/) - A friendly shell.
- [Zsh](https://zsh.example/) - Another shell.
"""


def list_of(folder: Path, text: str = SECTIONS) -> Path:
    path = folder / "README.md"
    path.write_bytes(text.encode())
    return path


def test_an_entry_is_asked_shown_and_added(curator: Curator, site: Site, folder: Path) -> None:
    path = write_list(folder, site.url("/a"))
    before = path.read_text()
    url = site.url("/new?utm_source=me")
    shown = curator("add", url, "--allow-private", "--note", "Fresh.")
    assert shown.exit_code == 0, shown.stderr
    assert f"+- [A page]({site.url('/new')}) - Fresh." in shown.stdout
    assert "To add it: the same with --apply" in shown.stderr
    assert path.read_text() == before
    applied = curator("add", url, "--allow-private", "--note", "Fresh.", "--apply")
    assert path.read_text() == before + f"- [A page]({site.url('/new')}) - Fresh.\n"
    assert "A page: added in 'Things'" in applied.stderr
    assert site.asked.count("/new") == 1  # a good answer an hour old is good enough


@pytest.mark.parametrize(
    ("title", "section", "behind"),
    [("Dash", "shells", "Bash"), ("kakoune", "EDITORS", "Emacs"), ("Ash", "Shells", "## Shells\n")],
)
def test_it_stands_in_the_order_that_the_section_keeps(
    curator: Curator, folder: Path, title: str, section: str, behind: str
) -> None:
    path = list_of(folder)
    more = ("--title", title, "--section", section, *OFFLINE, "--apply")
    assert curator("add", "https://new.example/", *more).exit_code == 0
    above = path.read_text().split(f"- [{title}](https://new.example/)\n")[0]
    assert behind in "\n".join(above.splitlines()[-2:]) + "\n"


def test_a_list_without_an_order_grows_at_its_end(curator: Curator, folder: Path) -> None:
    path = list_of(folder, SECTIONS.replace("Atom", "Xatom").replace("Bash", "Zbash"))
    curator(
        "add", "https://new.example/", "--title", "A", "--section", "Shells", *OFFLINE, "--apply"
    )
    assert path.read_text().endswith("Another shell.\n- [A](https://new.example/)\n")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_ends_a_mark_of_order_and_no_final_newline_stay(
    curator: Curator, folder: Path, end: str, last: str
) -> None:
    text = f"\ufeff# L\n\n* [a](https://a.example)\n\n* [b](https://b.example){last}".replace(
        "\n", end
    )
    path = list_of(folder, text)
    curator("add", "https://new.example/", "--title", "New", *OFFLINE, "--apply")
    added = f"{end}{end}* [New](https://new.example/)"
    kept = text.removesuffix(end) if last else text
    assert path.read_bytes().decode() == kept + added + (end if last else "")


def test_sections_are_named_with_the_nearest(curator: Curator, folder: Path) -> None:
    list_of(folder)
    which = curator("add", "https://new.example/", "--title", "The nu shell", *OFFLINE)
    assert which.exit_code == 2
    assert "'Editors', 'Shells'; the nearest by its words: 'Shells'" in which.stderr
    assert "try: --section 'Shells'" in which.stderr
    wrong = curator("add", "https://new.example/", "--title", "x", "--section", "Shels", *OFFLINE)
    assert "no section 'Shels'" in wrong.stderr
    assert "try: --section 'Shells'" in wrong.stderr


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://www.atom.example", "README.md:5:10: it is in the list already, as 'Atom'"),
        ("new.example/x", "try: curator add https://new.example/x"),
        ("mailto:a@b.example", "no usable URL"),
        ("https://atom.example/?utm_source=x", "it is in the list already"),
    ],
)
def test_what_is_there_or_no_url_is_refused_unasked(
    curator: Curator, folder: Path, url: str, says: str
) -> None:
    before = list_of(folder).read_bytes()
    result = curator("add", url, "--section", "Shells", "--apply")
    assert result.exit_code == 1
    assert says in result.stderr
    assert list_of(folder).read_bytes() == before


def test_what_was_retired_is_told(curator: Curator, folder: Path) -> None:
    list_of(folder)
    curator("fix", "--retire", "Atom", "--because", "given up", "--apply", *OFFLINE[1:])
    again = curator("add", "https://atom.example", "--section", "Editors", *OFFLINE)
    assert again.exit_code == 1
    assert "retired on 2026-11-23, because given up" in again.stderr


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        ((404, {}), "is not one to recommend today: 404"),
        ((302, {"Location": "/other"}), "leads for now to"),
        ((403, {}), "blocked"),
        ((301, {"Location": "/there"}), "its new address is added"),
    ],
)
def test_what_the_link_says_of_itself(
    curator: Curator, site: Site, folder: Path, reply: tuple[int, dict[str, str]], says: str
) -> None:
    write_list(folder, site.url("/a"))
    site.replies["/x"] = reply
    result = curator("add", site.url("/x"), "--allow-private", "--title", "X")
    assert says in result.stderr
    assert result.exit_code == (1 if reply[0] == 404 else 0)
    assert f"({site.url('/there')})" in result.stdout or reply[0] != 301
    if reply[0] == 404:
        assert "--force" in result.stderr
        forced = curator("add", site.url("/x"), "--allow-private", "--title", "X", "--force")
        assert f"+- [X]({site.url('/x')})" in forced.stdout


def test_a_private_address_is_not_contacted(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, "https://a.example/")
    result = curator("add", site.url("/x"))
    assert result.exit_code == 1
    assert "is unsafe" in result.stderr
    assert "--allow-private" in result.stderr
    assert site.asked == []


def test_a_wall_tells_no_title(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, site.url("/a"))
    site.replies["/x"] = (403, {})
    result = curator("add", site.url("/x"), "--allow-private")
    assert result.exit_code == 2
    assert "tells no title" in result.stderr
    assert "--title" in result.stderr


def test_into_data_with_marks_and_days(curator: Curator, folder: Path) -> None:
    text = SECTIONS.replace("# A list\n", "# A list\n\nUpdated: 2024-01-02\n").replace(
        "Zsh", "⭐ Zsh"
    )
    (folder / "LIST.md").write_text(text, encoding="utf-8")
    curator("import", "LIST.md", "--into", "catalogue")
    more = ("--title", "Dash", "--kind", "tool", "--note", "Small: fast.", "--section", "Shells")
    result = curator("add", "https://dash.example/", *more, *OFFLINE, "--apply")
    assert result.exit_code == 0, result.stderr
    assert "Next: curator render catalogue" in result.stderr
    assert curator("validate").stdout == ""
    written = (folder / "catalogue" / "02-shells.yaml").read_text(encoding="utf-8")
    assert (
        "  - title: Dash\n    url: https://dash.example/\n    kind: tool\n"
        '    note: "Small: fast."\n    added: 2026-11-23\n'
    ) in written
    assert (
        "- [Dash](https://dash.example/) - Small: fast.\n- [Fish]"
        in curator("render", "--output", "-").stdout
    )


def test_a_kind_goes_into_the_side_file(curator: Curator, folder: Path) -> None:
    list_of(folder)
    more = ("--title", "Dash", "--kind", "tool", "--section", "Shells")
    curator("add", "https://dash.example/", *more, *OFFLINE, "--apply")
    side = (folder / "README.curator.yaml").read_text()
    assert "  - url: https://dash.example/\n    kind: tool\n    added: 2026-11-23\n" in side
    assert curator("validate", "README.md").stdout == ""


def test_an_unknown_mark_is_said_before_anything_is_asked(
    curator: Curator, site: Site, folder: Path
) -> None:
    list_of(folder, "# L\n\n- [a](https://a.example) 【必看】\n- [b](https://b.example) 【必看】\n")
    result = curator("add", site.url("/x"), "--allow-private", "--mark", "必着")
    assert result.exit_code == 2
    assert "unknown mark '必着'" in result.stderr
    assert site.asked == []
    done = curator("add", "https://c.example", "--title", "c", "--mark", "必看", *OFFLINE)
    assert "+- [c](https://c.example) 【必看】" in done.stdout


def test_no_network_is_no_fault_of_the_link(curator: Curator, folder: Path) -> None:
    list_of(folder)
    result = curator(
        "add", "http://new.example/", "--section", "Shells", "--proxy", "http://127.0.0.1:1"
    )
    assert result.exit_code in (1, 3)
    assert "Traceback" not in result.stderr


def test_a_list_that_changed_while_the_link_was_asked(
    curator: Curator, site: Site, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, look = list_of(folder), adding.look

    async def looking(*args: Any, **options: Any) -> adding.Seen:
        list_of(folder, "# New top\n\n" + SECTIONS)
        return await look(*args, **options)

    monkeypatch.setattr(adding, "look", looking)
    more = ("--title", "Dash", "--section", "Shells", "--allow-private", "--apply")
    assert curator("add", site.url("/x"), *more).exit_code == 0
    assert (
        f"- [Bash](https://bash.example/) - A shell.\n- [Dash]({site.url('/x')})"
        in path.read_text()
    )


def test_a_login_tells_no_title(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, site.url("/a"))
    site.replies["/x"] = (302, {"Location": "/accounts/login?next=/x"})
    result = curator("add", site.url("/x"), "--allow-private")
    assert result.exit_code in (1, 2)
    assert "A page" not in result.stdout


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (("--mark", "🔥"), "unknown mark '🔥'"),
        (("--mark", ""), "unknown mark ''"),
        (("--language", "in English"), "'in English' names no language"),
        (("--language", "zh_CN"), "try: a BCP 47 tag such as en"),
    ],
)
def test_what_no_list_can_say(
    curator: Curator, folder: Path, option: tuple[str, str], says: str
) -> None:
    list_of(folder, "# L\n\n- [a](https://a.example) ⭐\n- [b](https://b.example) ⭐\n")
    result = curator("add", "https://c.example", "--title", "c", *option, *OFFLINE)
    assert result.exit_code == 2
    assert says in result.stderr
