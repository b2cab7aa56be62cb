"""Which thing on GitHub a URL names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.probes.sites.github_urls import Kind, target_of

HUB = "https://github.com"


@pytest.mark.parametrize(
    ("path", "kind", "what"),
    [
        ("/ada/engine", Kind.REPOSITORY, ""),
        ("/ada/engine/", Kind.REPOSITORY, ""),
        ("/ada/engine.git", Kind.REPOSITORY, ""),
        ("/ada/engine.git/", Kind.REPOSITORY, ""),
        ("/ada/engine?tab=readme-ov-file", Kind.REPOSITORY, ""),
        ("/ada/engine?tab=MIT-1-ov-file", Kind.REPOSITORY, ""),
        ("/ada/engine?utm_source=news&utm_medium=mail", Kind.REPOSITORY, ""),
        ("/ada/engine#readme", Kind.REPOSITORY, ""),
        ("/ada/engine/issues/12#issuecomment-99", Kind.ISSUE, "12"),
        ("/ada/engine/issues/12/", Kind.ISSUE, "12"),
        ("/ada?tab=repositories", Kind.OWNER, ""),
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
        ("/blame/main/x.csv#L10", [("main", "x.csv")]),
        ("/tree/main/", [("main", "")]),
        ("/blob/HEAD/x.md", [("HEAD", "x.md")]),
        ("/blob/v1.0%2B2/%E4%B8%AD.md", [("v1.0+2", "中.md")]),
        ("/tree/feat%2Fx", [("feat/x", "")]),
        (
            "/blob/@scope/pkg@1.0.0/x.md",
            [("@scope", "pkg@1.0.0/x.md"), ("@scope/pkg@1.0.0", "x.md")],
        ),
        ("/raw/refs/heads/main/x.md", [("refs/heads/main", "x.md")]),
        ("/tree/refs/tags/v1", [("refs/tags/v1", "")]),
        ("/blob/main/a:b.md", [("main", "a:b.md")]),
    ],
)
def test_where_a_branch_may_end(path: str, splits: list[tuple[str, str]]) -> None:
    target = target_of(f"{HUB}/ada/engine{path}")
    assert target is not None
    assert list(target.splits) == splits


@pytest.mark.parametrize("ref", ["main", "refs/heads/main", "0123abc"])
def test_a_raw_file_is_a_path(ref: str) -> None:
    target = target_of(f"https://raw.githubusercontent.com/ada/engine/{ref}/x.md")
    assert target is not None
    assert (target.kind, target.view) == (Kind.PATH, "raw")
    assert target.splits[0] == (ref, "x.md")


@pytest.mark.parametrize(
    "url",
    [
        "http://github.com/ada/engine",
        "https://www.github.com/ada/engine",
        "HTTPS://GitHub.COM/ada/engine",
        "https://github.com:443/ada/engine",
        "https://github.com/Ada/Engine",
        "https://github.com/ada/./engine",
    ],
)
def test_spellings_of_a_repository(url: str) -> None:
    target = target_of(url)
    assert target is not None
    assert (target.kind, target.full_name.lower()) == (Kind.REPOSITORY, "ada/engine")


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
        f"{HUB}/ada/engine/releases/latest",
        f"{HUB}/ada/engine/releases/download/v1/engine.zip",
        f"{HUB}/ada/engine/archive/refs/heads/main.zip",
        f"{HUB}/ada/engine/compare/v1...v2",
        f"{HUB}/ada/engine/commits/main/README.md",
        f"{HUB}/ada/engine/pull/12/commits/0123abc",
        f"{HUB}/ada/engine/discussions",
        f"{HUB}/ada/engine/discussions/categories/ideas",
        f"{HUB}/ada/engine/milestone/3",
        f"{HUB}/ada/engine/labels/bug",
        f"{HUB}/ada/engine/projects/1",
        f"{HUB}/ada/engine/security/advisories/GHSA-0000-0000-0000",
        f"{HUB}/ada/engine.git/tree/main",
        f"{HUB}/ada/.git",
        f"{HUB}/ada/engine/commit/main",
        f"{HUB}/ada/engine/Issues/12",
        f"{HUB}/ada/engine/issues/0",
        f"{HUB}/ada/engine/issues/12345678901",
        f"{HUB}/ada/engine/blob/main/x.md?raw=true",
        f"{HUB}/ada/engine/blob/main~1/x.md",
        f"{HUB}/ada/engine/blob/HEAD@%7B1%7D/x.md",
        f"{HUB}/ada/engine/blob/main/%2e%2e%2Fx.md",
        f"{HUB}/ada/engine/blob/main/%FF.md",
        f"{HUB}/ada/engine/blob/@/x.md",
        f"{HUB}/ada/engine?ref=someone",
        f"{HUB}//ada/engine",
        f"{HUB}/ada%2Fengine",
        f"{HUB}/orgs/community/discussions/12",
        f"{HUB}/user-attachments/assets/0123",
        f"{HUB}/marketplace/actions/checkout",
        f"{HUB}/trending/python",
        f"{HUB}/apps/dependabot",
        f"{HUB}/collections/learn-to-code",
        "https://raw.githubusercontent.com/ada/engine/main/x.md?token=ABC",
        "https://raw.githubusercontent.com/ada/engine/main",
        "https://raw.githubusercontent.com/wiki/ada/engine/Home.md",
        "https://gist.githubusercontent.com/ada/0123/raw/x.md",
        "https://api.github.com/repos/ada/engine",
        "https://ada.github.io/engine",
        "https://github.io/ada/engine",
        "https://hub.example.com/ada/engine",
        "https://octocorp.ghe.com/ada/engine",
        "https://gitlab.com/ada/engine",
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
