"""The quick yes says yes exactly where jsonschema does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.catalogue_files.schema import Schema, _quick, _validator

VALUES: dict[str, Any] = {
    "title": ["T", "", 1],
    "url": ["https://x.example/", "", None],
    "kind": ["video", "viedo", ["video"], {}],
    "language": ["en", "zh-Hant", "x!", "en\n"],
    "marks": [["a"], [1], "a", []],
    "note": ["x", ["x"], [1], {}, None],
    "resources": [[{"a": "b"}], [{}], [{"a": "b", "c": "d"}], [{"label": "l", "url": "u"}], [1]],
    "fields": [{"a": "b"}, {"a": 1}, []],
    "added": ["2024-01-02", "2024", 2024, "2024-01-02\n"],
    "review_every": [1, 0, 90, 1.0, 1.5, "90d", True],
    "waivers": [[{"rule": "stale", "because": "x"}], [{"rule": "x"}], [{}]],
    "retired": [{"on": "2024-01-02", "because": "x"}, {"on": 1}, "x"],
    "style": [{"bom": True}, {"a": "b"}, {"bom": 1}, {"separator": ":"}, {"gap": "x"}, {}],
    "markdown": ["x", 1],
    "table": [{"columns": ["a"], "rows": []}, {"columns": ["a"], "rows": [{"titel": "x"}]}, {}],
    "unknown": [1],
}


def _mapping(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    optional = {name: st.sampled_from(VALUES[name]) for name in names}
    return st.fixed_dictionaries({}, optional=optional)


ENTRIES = st.recursive(
    _mapping(tuple(VALUES)),
    lambda inner: st.builds(lambda entry, items: {**entry, "entries": items},
                            _mapping(("title", "url")), st.lists(inner, max_size=2)),
    max_leaves=4,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(ENTRIES, max_size=3))
def test_they_agree_on_sections(entries: list[Any]) -> None:
    data: Any = {"title": "S", "entries": entries}
    says = _validator(Schema.SECTION).is_valid(data)
    assert _quick().accepts(Schema.SECTION, data) is says


@pytest.mark.parametrize("name", [name for name in VALUES if name != "unknown"])
def test_each_key_alone(name: str) -> None:
    for value in VALUES[name]:
        entry = {"title": "T", name: value} if name not in ("markdown", "table") else {name: value}
        data: Any = {"title": "S", "entries": [entry]}
        says = _validator(Schema.SECTION).is_valid(data)
        assert _quick().accepts(Schema.SECTION, data) is says, value


@pytest.mark.parametrize(
    "data",
    [{"title": "T"}, {}, [], None, "x", {"title": "T", "sections": ["a.yaml"]},
     {"title": "T", "sections": ["../a.yaml"]}, {"title": "T", "entries": [{"titel": "x"}]},
     {"title": "T", "marks": {"a": 1}}, {"title": "T", "created": "2024-01-02"}],
)  # fmt: skip
def test_they_agree_on_catalogues(data: Any) -> None:
    says = _validator(Schema.CATALOGUE).is_valid(data)
    assert _quick().accepts(Schema.CATALOGUE, data) is says
