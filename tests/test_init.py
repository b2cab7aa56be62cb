"""What `curator init` writes: for a README as it is, for a catalogue, and for nothing at all."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import curator
from curator import catalogue_files
from curator.catalogue import Kind
from curator.config import Config, load_config
from curator.errors import CuratorError
from curator.init import NewFile, plan, settings, workflow

SETTINGS = "curator.toml"
WORKFLOW = ".github/workflows/curator.yml"


def by_name(files: tuple[NewFile, ...], folder: Path) -> dict[str, NewFile]:
    return {file.path.relative_to(folder).as_posix(): file for file in files}


def source_in(file: NewFile) -> object:
    return tomllib.loads(file.text)["source"]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    (tmp_path / "README.md").write_text("# Awesome\n\n- [A](https://a.example/)\n")
    return tmp_path


def test_a_readme_is_taken_as_it_is(listed: Path) -> None:
    files = by_name(plan(listed, source=None), listed)
    assert set(files) == {SETTINGS, WORKFLOW}
    assert source_in(files[SETTINGS]) == "README.md"
    assert not any(file.kept for file in files.values())


def test_a_catalogue_goes_before_a_readme(listed: Path) -> None:
    (listed / "catalogue").mkdir()
    (listed / "catalogue" / "catalogue.yaml").write_text("title: A\n")
    assert source_in(plan(listed, source=None)[0]) == "catalogue"


def test_a_named_list_is_written_from_the_folder(listed: Path) -> None:
    (listed / "docs").mkdir()
    named = listed / "docs" / 'a "quoted" 列表.md'
    named.write_text("# A\n")
    assert source_in(plan(listed, source=named)[0]) == 'docs/a "quoted" 列表.md'


def test_a_folder_inside_a_repository_is_refused(listed: Path) -> None:
    (listed / "lists").mkdir()
    (listed / "lists" / "README.md").write_text("# L\n")
    (listed / ".git").mkdir()
    assert plan(listed, source=None)
    with pytest.raises(CuratorError, match="not the top of its repository") as caught:
        plan(listed / "lists", source=None)
    assert caught.value.hint is not None
    assert str(listed) in caught.value.hint


def test_a_list_outside_is_refused(listed: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(CuratorError, match="not below") as caught:
        plan(listed, source=tmp_path_factory.mktemp("else") / "README.md")
    assert caught.value.hint


def test_without_a_list_it_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(CuratorError) as caught:
        plan(tmp_path, source=None)
    assert "init --catalogue" in str(caught.value.hint)


def test_what_exists_is_kept(listed: Path) -> None:
    (listed / SETTINGS).write_text("mine")
    (listed / ".github").mkdir()
    (listed / ".github" / "workflows").symlink_to(listed)
    (listed / "curator.yml").symlink_to("nowhere")
    assert all(file.kept for file in plan(listed, source=None))
    assert (listed / SETTINGS).read_text() == "mine"


def test_nothing_is_written(listed: Path) -> None:
    plan(listed, source=None, catalogue=True)
    assert [file.name for file in listed.iterdir()] == ["README.md"]


@pytest.mark.parametrize(("source", "folder"), [(None, "catalogue"), ("lists/zh", "lists/zh")])
def test_a_starter_catalogue_is_valid(tmp_path: Path, source: str | None, folder: str) -> None:
    named = tmp_path / source if source else None
    files = plan(tmp_path, source=named, catalogue=True)
    assert source_in(files[0]) == folder
    for file in files:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_text(file.text, encoding="utf-8")
    catalogue, problems = catalogue_files.load(tmp_path / folder)
    assert problems == ()
    assert [placed.entry.title for placed in catalogue.entries() if placed.entry] == [
        "An example to replace"
    ]
    assert all(file.kept for file in plan(tmp_path, source=named, catalogue=True))


def test_the_workflow_installs_this_version(listed: Path) -> None:
    text = by_name(plan(listed, source=None), listed)[WORKFLOW].text
    assert f'CURATOR: "curator-list=={curator.__version__}"' in text
    assert "@MINUTE@" not in text + workflow(requirement=".", spread="x")


def test_many_lists_run_at_many_moments(listed: Path) -> None:
    texts = {plan(listed, source=None, repository=f"someone/list-{n}")[1].text for n in range(40)}
    assert len(texts) > 20
    same = {plan(listed, source=None, repository="someone/list")[1].text for _ in range(2)}
    assert len(same) == 1


def test_settings_say_only_where_the_list_is(tmp_path: Path) -> None:
    assert loaded(tmp_path, settings(source="README.md")) == Config(source="README.md")


def test_settings_show_the_defaults(tmp_path: Path) -> None:
    shown, _ = settings(source="README.md").split("# Examples")
    assert loaded(tmp_path, uncommented(shown)) == Config(source="README.md")
    assert len(re.findall(r"(?m)^# \w+ = ", shown)) >= 10


def test_the_examples_of_the_settings_are_valid(tmp_path: Path) -> None:
    config = loaded(tmp_path, uncommented(settings(source="README.md")))
    assert config.review == {Kind.COURSE: 365, Kind.TOOL: 182}
    assert config.stale == {Kind.DOCS: 730}
    assert [waiver.host for waiver in config.waivers] == ["example.com"]


def uncommented(text: str) -> str:
    """Every setting in force."""
    return re.sub(r"(?m)^# (?=\w+ = |\[)", "", text)


def loaded(folder: Path, text: str) -> Config:
    file = folder / SETTINGS
    file.write_text(text, encoding="utf-8")
    return load_config(file)
