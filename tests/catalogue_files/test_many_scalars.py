"""Many URLs of a YAML file change at once, whatever its scalars look like."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.catalogue import Link
from curator.catalogue_files import load, replace_scalar, replace_scalars
from curator.markdown import Edit

MAIN = "title: L\nsections: [a.yaml]\n"
ENTRIES = [
    "- {title: t, url: U}", "- {title: t, url: 'U', note: \"see U\"}",
    "- title: t\n  url: U  # why",
    "- title: t\n  url: \"U\"\n  note: see U and <U>, and\n    [more](U)", "# U\n- title: U",
    "- title: t\n  note: >-\n    Folded [a](U)\n    and [b](U) more\n    words.",
    "- title: t\n  note: |\n    Literal U\n\n    and U",
    "- title: t\n  resources:\n    - Paper: U\n    - {label: x, url: 'U'}",
    "- title: t\n  note:\n    - 'it''s [a](U)'\n    - \"say \\\"U \\u6587\\\"\"",
    "- markdown: |\n    - [a](U) <br> U", "- ? title\n  : t\n  url: >-\n    U",
]  # fmt: skip
NEWS = ["https://new.example/a", "https://new.example/?a=1&b=2#c", "https://new.example/(x)"]


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    entries=st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=5),
    end=st.sampled_from(["\n", "\r\n"]),
    bom=st.sampled_from(["", "\ufeff"]),
    data=st.data(),
)
def test_all_at_once_is_one_after_the_other(
    tmp_path: Path, entries: list[str], end: str, bom: str, data: st.DataObject
) -> None:
    text = bom + "title: A\nentries:\n" + "\n".join(entries) + "\n"
    for number in range(text.count("U")):
        text = text.replace("U", f"https://old.example/{number}", 1)
    text = text.replace("\n", end)
    links = _links(tmp_path, text)
    edits = [
        Edit(location=link.location, old=link.url, new=data.draw(st.sampled_from(NEWS)))
        for link in links
        if data.draw(st.booleans())
    ]
    if not edits:
        return
    after, refused = replace_scalars(text, edits)
    assert refused == ()
    new = {edit.location: edit.new for edit in edits}
    wanted = [new.get(link.location, link.url) for link in links]
    assert [link.url for link in _links(tmp_path, after)] == wanted
    assert len(after.splitlines()) == len(text.splitlines())
    singly = text
    for edit in sorted(edits, key=lambda one: one.location, reverse=True):
        singly = replace_scalar(singly, edit.location, edit.old, edit.new)
    assert after == singly


def _links(folder: Path, text: str) -> list[Link]:
    (folder / "catalogue.yaml").write_text(MAIN, encoding="utf-8")
    (folder / "a.yaml").write_bytes(text.encode())
    catalogue, _ = load(folder)
    return [link for placed in catalogue.walk() for link in placed.links]
