"""Which thing on GitHub a URL names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.probes.github_urls import Kind, target_of

HUB = "https://github.com"


@pytest.mark.parametrize(
    ("path", "kind", "what"),
    [
        ("/ada/engine", Kind.REPOSITORY, ""),
        ("/ada/engine/", Kind.REPOSITORY, ""),
        ("/ada/engine.git", Kind.REPOSITORY, ""),
        ("/ada/engine?tab=readme-ov-file", Kind.REPOSITORY, ""),
        ("/ada/engine/releases", Kind.REPOSITORY, ""),
        ("/ada/engine/tags", Kind.REPOSITORY, ""),
        ("/ada/engine/issues/12", Kind.ISSUE, "12"),
        ("/ada/engine/pull/12", Kind.ISSUE, "12"),
        ("/ada/engine/pull/12/files", Kind.ISSUE, "12"),
        ("/ada/engine/discussions/7", Kind.DISCUSSION, "7"),
        ("/ada/engine/releases/tag/v1.0", Kind.RELEASE, "v1.0"),
        ("/ada/engine/releases/tag/pkg%2Fv1", Kind.RELEASE, "pkg/v1"),
        ("/ada/engine/commit/0123abc", Kind.COMMIT, "0123abc"),
        ("/ada", Kind.OWNER, ""),
        ("/ada/", Kind.OWNER, ""),
    ],
)
def test_what_can_be_asked_for(path: str, kind: Kind, what: str) -> None:
    target = target_of(HUB + path)
    assert target is not None
    assert (target.kind, target.owner, target.what) == (kind, "ada", what)


@pytest.mark.parametrize(
    ("path", "splits"),
    [
        ("/blob/main/README.md", [("main", "README.md")]),
        ("/blob/main/docs/a%20b.md", [("main", "docs/a b.md"), ("main/docs", "a b.md")]),
        ("/tree/main", [("main", "")]),
        ("/tree/feat/x", [("feat", "x"), ("feat/x", "")]),
        ("/blob/a/b/c/d/e", [("a", "b/c/d/e"), ("a/b", "c/d/e"), ("a/b/c", "d/e")]),
        ("/raw/main/x.csv", [("main", "x.csv")]),
    ],
)
def test_where_a_branch_may_end(path: str, splits: list[tuple[str, str]]) -> None:
    target = target_of(f"{HUB}/ada/engine{path}")
    assert target is not None
    assert list(target.splits) == splits


def test_a_raw_file_is_a_path() -> None:
    target = target_of("https://raw.githubusercontent.com/ada/engine/main/x.md")
    assert target is not None
    assert (target.kind, target.splits) == (Kind.PATH, (("main", "x.md"),))


@pytest.mark.parametrize(
    "url",
    [
        f"{HUB}/",
        f"{HUB}/topics/llm",
        f"{HUB}/features/actions",
        f"{HUB}/orgs/ada/people",
        f"{HUB}/sponsors/ada",
        f"{HUB}/ada/engine/wiki",
        f"{HUB}/ada/engine/wiki/Home",
        f"{HUB}/ada/engine/actions",
        f"{HUB}/ada/engine/issues",
        f"{HUB}/ada/engine/issues?q=is%3Aopen",
        f"{HUB}/ada/engine/issues/new",
        f"{HUB}/ada/engine/blob/main",
        f"{HUB}/ada/engine/network/dependents",
        f"{HUB}/-ada/engine",
        f"{HUB}/ada/..",
        f"{HUB}/a da/engine",
        f"{HUB}:8443/ada/engine",
        "https://github.com.evil.example/ada/engine",
        "https://gist.github.com/ada/0123456789abcdef",
        "https://docs.github.com/en/rest",
        "https://evil.example/github.com/ada/engine",
        "not a url",
    ],
)
def test_what_is_left_to_its_page(url: str) -> None:
    assert target_of(url) is None


@given(st.text(alphabet='abZ09-._/%?#"\\{}:@é\n', max_size=60))
def test_names_that_go_into_a_query_are_plain(path: str) -> None:
    target = target_of(f"{HUB}/{path}")
    if target is not None:
        assert set(target.owner + target.name) <= set("abZ09-._")
        assert not target.what or target.kind is Kind.RELEASE or target.what.isalnum()
