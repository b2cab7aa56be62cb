"""What a person gets wrong: said at once, with its place, before anything is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import Curator, Site, write_list


def test_every_mistake_in_the_settings_has_a_line_of_its_own(
    curator: Curator, folder: Path
) -> None:
    write_list(folder, "https://a.example/")
    (folder / "curator.toml").write_text('recheck = "soon"\nfail-on = "error"\n')
    result = curator("check")
    assert result.exit_code == 2
    said = result.stderr.splitlines()
    assert said[0].startswith("curator.toml:1:1: error: 'recheck'")
    assert said[1] == "curator.toml:2:1: error: unknown key 'fail-on': did you mean 'fail_on'?"
    assert said[2] == "2 problems: nothing was done"


@pytest.mark.parametrize("given", [["--retire", "Thing 1"], ["--because", "gone"]])
def test_who_retires_says_why(curator: Curator, folder: Path, given: list[str]) -> None:
    write_list(folder, "https://a.example/")
    result = curator("fix", *given)
    assert result.exit_code == 2
    assert "--retire ENTRY and --because WHY go together" in result.stderr


def test_a_timeout_of_nothing_is_refused(curator: Curator, site: Site, folder: Path) -> None:
    write_list(folder, site.url("/a"))
    result = curator("check", "--allow-private", "--timeout", "0")
    assert (result.exit_code, site.asked) == (2, [])
    assert "must be longer than 0" in result.stderr


def test_init_refuses_a_list_that_is_not_there(curator: Curator, folder: Path) -> None:
    (folder / "curator.toml").unlink()
    result = curator("init", "LIST.md")
    assert result.exit_code == 2
    assert "LIST.md: there is no such file or folder" in result.stderr
    assert not list(folder.iterdir())


def test_validate_says_what_to_do_about_an_empty_folder(curator: Curator, folder: Path) -> None:
    (folder / "list").mkdir()
    result = curator("validate", "list")
    assert result.exit_code == 2
    assert "list/catalogue.yaml: error: there is no such file" in result.stdout
    assert "try: start a catalogue from a list" in result.stderr


def test_a_certificate_file_that_is_not_there_does_not_make_every_site_untrusted(
    curator: Curator, site: Site, folder: Path
) -> None:
    write_list(folder, site.url("/a"))
    result = curator("check", "--allow-private", environ={"SSL_CERT_FILE": "nowhere.pem"})
    assert (result.exit_code, site.asked) == (2, [])
    assert "nowhere.pem: there is no such file, and SSL_CERT_FILE names it" in result.stderr
