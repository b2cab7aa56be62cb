"""What sections begin or end with over and over is said once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.catalogue import Block, Entry
from curator.markdown import read, write

TOP = "[↑ 回到目录](#目录)"


def list_of(*sections: str) -> str:
    return "# 工具箱\n\n" + "\n".join(sections)


def section(name: str, *, begin: str = "", end: str = "", level: str = "##") -> str:
    lines = (f"{level} {name}", begin, f"- [{name}](https://{name}.example)", end)
    return "".join(f"{line}\n\n" for line in lines if line).rstrip("\n") + "\n"


def test_what_every_section_ends_with() -> None:
    text = list_of(*(section(name, end=TOP) for name in "abcd"), section("e"))
    catalogue = read(text, "list.md")
    assert catalogue.style == {"section_end": TOP}
    assert [one.style for one in catalogue.sections] == [{}, {}, {}, {}, {"section_end": ""}]
    assert all(isinstance(item, Entry) for one in catalogue.sections for item in one.items)
    assert write(catalogue) == text


def test_what_every_section_begins_with() -> None:
    text = list_of(*(section(name, begin=TOP) for name in "abc"))
    catalogue = read(text, "list.md")
    assert catalogue.style == {"section_begin": TOP}
    assert not any(one.intro for one in catalogue.sections)
    assert write(catalogue) == text


def test_prose_of_its_own_below_what_every_section_begins_with() -> None:
    text = list_of(
        *(section(name, begin=TOP) for name in "abc"), section("d", begin=f"{TOP}\n\nOwn.")
    )
    catalogue = read(text, "list.md")
    assert catalogue.sections[-1].intro == "Own."
    assert write(catalogue) == text


def test_what_outermost_sections_end_with_stands_below_those_inside() -> None:
    inner = section("y", level="###") + "\n" + section("z", end=TOP, level="###")
    text = list_of(*(section(name, end=TOP) for name in "abc"), section("d"), inner)
    catalogue = read(text, "list.md")
    assert catalogue.style == {"section_end": TOP, "section_end_of": "outermost"}
    assert not any(one.style for one in catalogue.sections)
    assert write(catalogue) == text


def test_a_new_section_has_it_too() -> None:
    catalogue = read(list_of(*(section(name, end=TOP) for name in "abc")), "list.md")
    new = replace(
        catalogue.sections[0], title="new", items=(Entry(title="n", url="https://n.example"),)
    )
    more = write(replace(catalogue, sections=(*catalogue.sections, new)))
    assert more.endswith(f"## new\n\n- [n](https://n.example)\n\n{TOP}\n")


@pytest.mark.parametrize(
    "ends", [(TOP, TOP, "", ""), (TOP, "Other.", "Else.", ""), ("[x](https://x.example)",) * 4]
)
def test_what_few_have_or_what_has_links_stays_where_it_is(ends: tuple[str, ...]) -> None:
    text = list_of(*(section(name, end=end) for name, end in zip("abcd", ends, strict=True)))
    catalogue = read(text, "list.md")
    assert not catalogue.style
    kept = [
        item.markdown
        for one in catalogue.sections
        for item in one.items[1:]
        if isinstance(item, Block)
    ]
    assert kept == [end for end in ends if end]
    assert write(catalogue) == text
