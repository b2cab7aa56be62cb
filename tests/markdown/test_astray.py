"""Links of a list to headings of its own that are not there."""

from __future__ import annotations

import pytest

from curator.markdown import astray


def test_a_link_to_no_heading_is_told_with_its_place_and_what_was_meant() -> None:
    text = "# List\n\n- [Tols](#tols)\n- [Books](#Books)\n\n## Tools\n\n## Books\n"
    (one,) = astray(text, "README.md")
    assert str(one.location) == "README.md:3:10"
    assert (one.fragment, one.nearest) == ("tols", "tools")


@pytest.mark.parametrize(
    "link",
    [
        "[up](#)",
        "[up](#top)",
        "[up](#readme)",
        "[own](#mine)",
        "[older](#user-content-mine)",
        "[coded](#%E5%B7%A5%E5%85%B7)",
        "[badge](#badge)",
        "[second of a line](#b)",
        "`[code](#nothing)`",
        "[elsewhere](https://a.example/#nothing)",
        "[file](docs/x.md#nothing)",
    ],
)
def test_what_is_there_or_not_ours_is_not_told(link: str) -> None:
    text = (
        f'{link}\n\n<a id="mine"></a>\n\n## 工具\n\n## Badge ![x](https://b.example/b.svg)\n\n'
        "<h2>A</h2> <h2>B</h2>\n"
    )
    assert not astray(text)


def test_every_wrong_one_is_told_in_order() -> None:
    text = "[a](#a) [b](#b)\n\n> - [c](#c)\n"
    assert [one.fragment for one in astray(text)] == ["a", "b", "c"]
