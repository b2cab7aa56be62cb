"""How much of a list became data, and the time reading takes."""

from __future__ import annotations

import time

import pytest

from curator.markdown import coverage, read, write


def test_coverage_counts_links_and_entries() -> None:
    text = (
        "# T\n\nSee [p](https://p.example).\n\n"
        "- [a](https://a.example) - see [b](https://b.example)\n"
        "- > [c](https://c.example)\n  - [d](https://d.example)\n"
        "- ./nowhere\n"
    )
    found = coverage(text, read(text, "list.md"))
    assert (found.links_seen, found.links_found, found.links_structured) == (5, 5, 2)
    assert (found.entries_structured, found.entries_verbatim) == (2, 2)
    assert [(str(place), why) for place, why in found.verbatim] == [
        ("list.md:6:1", "it does not begin with a line of text")
    ]
    assert found.share == 0.5


def test_nothing_to_structure_is_all_structured() -> None:
    assert coverage("", read("", "list.md")).share == 1


HOSTILE = {
    "brackets": "- " + "[" * 100_000,
    "title": "- [a](https://a.example) " + "[" * 50_000,
    "one long line": "- [a](https://a.example) - " + "x" * 1_000_000,
    "deep items": "- " * 10_000 + "[a](https://a.example)",
    "deep lists": "".join("  " * depth + "- [a](https://a.example)\n" for depth in range(200)),
    "deep quotes": "> " * 10_000 + "- [a](https://a.example)",
    "marks": "- [a](https://a.example) "
    + "【必看】" * 10_000
    + "\n- [b](https://b.example)【必看】",
    "colons": "- " + "a：" * 30_000 + "[a](https://a.example)",
    "blanks": "- [a](https://a.example)" + " " * 100_000 + "x",
    "headings": "# a\n- [a](https://a.example)\n" * 1_500,
    "dates": "# T\n\n" + "Updated: " * 20_000,
    "wide table": "|a" * 1_000 + "\n" + "|-" * 1_000 + "\n" + "|[a](https://a.example)" * 1_000,
    "definitions": "[a]: https://a.example\n" * 2_000 + "\n- [a]\n",
    "nul and separators": "- [a\x00](https://a.example)\u2028\x85\x0c- b\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_lists_are_read_in_linear_time(text: str) -> None:
    began = time.process_time()
    catalogue = read(text, "list.md")
    written = write(catalogue)
    assert time.process_time() - began < 20
    found = coverage(text, catalogue)
    assert found.links_found == found.links_seen
    assert coverage(written, read(written, "list.md")).links_seen == found.links_seen


def test_four_thousand_lines_take_seconds() -> None:
    line = "- [name](https://host.example/{0}) - A note about {0}, with [more](https://m.example/{0}).\n"
    text = "# T\n" + "".join(
        (f"\n## Section {n}\n\n" if n % 40 == 0 else "") + line.format(n) for n in range(3_750)
    )
    assert text.count("\n") > 3_990
    began = time.process_time()
    catalogue = read(text, "list.md")
    between = time.process_time()
    assert write(catalogue) == text
    assert between - began < 6  # 1 s on an idle machine
    assert time.process_time() - between < 3
