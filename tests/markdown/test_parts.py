"""Two texts are told apart by parsing only what differs as they are by parsing all of both."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from curator.markdown import proof
from curator.markdown.blocks import Blocks, parse
from curator.markdown.parts import unlike_parts
from curator.markdown.source import source_of

LINES = [
    "# One", "## Two", "### ", "#", "#no", "    # code", "- [a](https://a.example) - Note.",
    "  - [b][r]", "```", "~~~", "```sh", "# in code?", "<!--", "-->", "<pre>", "</pre>", "<div>",
    "", "", "words", "===", "---", "> # quoted", "| a | b |", "|---|---|",
    "| [c](https://c.example) | d |",
    "[r]: https://r.example", "[r]: https://other.example", "[R]:", "  https://s.example",
    "    text",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=16)
LISTS = [
    path.read_bytes().decode().splitlines()
    for path in sorted((Path(__file__).parent / "lists").glob("*.md"))
]


def whole(read: Blocks, printed: str) -> bool:
    """Whether both show the same, by parsing both as a whole."""
    second = parse(source_of(printed))
    if proof._meanings(read) != proof._meanings(second):
        return False
    everything = proof.Unlike(ours=read.nodes, theirs=second.nodes)
    return not proof._wrong(everything, read.definitions)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.data())
@example(["# A", "```", "# B", "```", "# C"], None)
@example(["# A", "words", "# B"], None)
def test_what_shows_the_same(lines: list[str], data: st.DataObject | None) -> None:
    read = parse(source_of("\n".join(lines)))
    for printed in changed(lines, data):
        assert (proof.differing(read, printed) is None) == whole(read, printed)


def changed(lines: list[str], data: st.DataObject | None) -> list[str]:
    if data is None:
        return ["\n".join(lines).replace("```", "~~~"), "\n".join(lines).replace("words", "other")]
    other = list(lines)
    at = data.draw(st.integers(0, len(other) - 1))
    other[at : at + data.draw(st.integers(0, 2))] = data.draw(
        st.lists(st.sampled_from(LINES), max_size=2)
    )
    blanks = [f"{line} " if data.draw(st.booleans()) else line for line in lines]
    return ["\n".join(other), "\n".join(blanks)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LISTS), st.data())
def test_lists_with_something_else_in_them(lines: list[str], data: st.DataObject) -> None:
    read = parse(source_of("\n".join(lines)))
    for printed in changed(lines, data):
        assert (proof.differing(read, printed) is None) == whole(read, printed)


def test_only_parts_that_differ_are_parsed() -> None:
    lines = [f"# {n}\n\n- [a](https://a.example/{n}) - Note {n}.\n" for n in range(9)]
    read = parse(source_of("\n".join(lines)))
    printed = source_of("\n".join(lines).replace("Note 4", "Other"))
    parts = unlike_parts(read, printed)
    assert parts is not None
    (part,) = parts
    assert [node.first for node in part.ours] == [16, 18]


@pytest.mark.parametrize("printed", ["# A\n\n```\n# B\n", "# A\n\nB\n"])
def test_what_can_t_be_cut_alike(printed: str) -> None:
    read = parse(source_of("# A\n\nwords\n# B\n"))
    assert unlike_parts(read, source_of(printed)) is None
