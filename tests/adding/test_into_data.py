"""A new entry in a file of the catalogue, however it is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from curator import adding, mending
from curator.sources import open_source

TODAY: Final = date(2026, 11, 23)
MAIN: Final = "title: L\nsections:\n  - a.yaml\n"
OLD: Final = "title: Old\n  url: https://old.example/"
AT_THE_EDGE: Final = "- title: New\n  url: https://new.example/\n  added: 2026-11-23\n"
INDENTED: Final = "  - title: New\n    url: https://new.example/\n    added: 2026-11-23\n"
INTRO: Final = "title: S\nintro: |\n  Words.\n"
EDGE: Final = f"title: S\nentries:\n- {OLD}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: S\n", f"title: S\nentries:\n{INDENTED}"),
        ("title: S\nentries: []\n", f"title: S\nentries:\n{INDENTED}"),
        ("title: S\nentries: []  # none yet\n", f"title: S\nentries:  # none yet\n{INDENTED}"),
        ("title: S\nsections: []\n", f"title: S\nentries:\n{INDENTED}sections: []\n"),
        (f"{INTRO}\n", f"{INTRO}entries:\n{INDENTED}\n"),
        (f"{EDGE}# end\n", f"{EDGE}{AT_THE_EDGE}# end\n"),
        (
            "title: S\nentries:\n  - title: Old # why\n    url: https://old.example/ # here\n",
            "title: S\nentries:\n  - title: Old # why\n    url: https://old.example/ # here\n"
            + INDENTED,
        ),
        (
            "title: S\nentries:\n  - title: Old\n    note: |\n      Words.\nsections: []\n",
            "title: S\nentries:\n  - title: Old\n    note: |\n      Words.\n"
            f"{INDENTED}sections: []\n",
        ),
        (
            "title: S\nentries:\n  - title: A\n\n  - title: B\n",
            f"title: S\nentries:\n  - title: A\n\n  - title: B\n\n{INDENTED}",
        ),
        ("title: S\nentries: [{title: Old}]\n", ""),
        ("{title: S, entries: [{title: Old}, ], sections: []}\n", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_added_and_the_others_stay(
    tmp_path: Path, before: str, after: str, end: str
) -> None:
    (tmp_path / "catalogue.yaml").write_text(MAIN, encoding="utf-8")
    (tmp_path / "a.yaml").write_bytes(before.replace("\n", end).encode())
    source = open_source(tmp_path, TODAY)
    seen = adding.Seen(url="https://new.example/", title="New")
    mending.write(adding.add(source, seen, adding.Wish(section="S"), TODAY))
    written = (tmp_path / "a.yaml").read_bytes().decode()
    if after:
        assert written == after.replace("\n", end)
    again = open_source(tmp_path, TODAY)
    titles = [placed.entry.title for placed in again.catalogue.entries() if placed.entry]
    assert titles[-1] == "New"
    assert len(titles) == 1 + before.count("- title:") + before.count("{title: Old")
