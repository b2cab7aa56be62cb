"""Paragraphs that are entries, and those that are only long."""

from __future__ import annotations

import pytest

from curator.markdown import read, write

MANY = "\n\n".join(f"[thing {n}](https://t{n}.example) is good" for n in range(6))


@pytest.mark.parametrize(("words", "entries"), [(3, 7), (5_000, 6)])
def test_a_paragraph_longer_than_any_entry_is_prose(words: int, entries: int) -> None:
    text = f"# L\n\n{MANY}\n\n[long](https://long.example) {'and on ' * words}\n"
    catalogue = read(text, "l.md")
    assert sum(1 for _ in catalogue.entries()) == entries
    assert "https://long.example" in write(catalogue)
