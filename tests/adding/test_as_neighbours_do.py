"""A new entry reads as its neighbours do: order, final stop, separator, emphasis, cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from curator import adding
from curator.errors import CuratorError
from curator.sources import open_source

TODAY: Final = date(2026, 11, 23)
URL: Final = "https://new.example/"


@pytest.fixture
def added(tmp_path: Path):
    """The line that is new, and the one above it."""

    def add(text: str, title: str = "Kestrel", note: str = "", section: str | None = None):
        path = tmp_path / "list.md"
        path.write_text(text, encoding="utf-8")
        wish = adding.Wish(section=section, title=title, note=note)
        source = open_source(path, TODAY)
        (change,) = adding.add(source, adding.Seen(url=URL), wish, TODAY)
        lines = change.after.splitlines()
        (at,) = (number for number, line in enumerate(lines) if URL in line)
        return lines[at], lines[at - 1]

    return add


def items(*notes: str) -> str:
    return "# L\n\n" + "".join(
        f"- [T{9 - n}](https://t.example/{n}){note}\n" for n, note in enumerate(notes)
    )


STOPPED: Final = ["A loom.", "A pump!", "A kiln (old).", "A mill.", "A forge."]
OPEN: Final = ["A loom", "A pump", "A kiln", "A mill", "A forge"]


@pytest.mark.parametrize(
    ("told", "note", "said"),
    [
        (STOPPED, "A lathe", "A lathe."),
        (STOPPED, "A lathe (new)", "A lathe (new)."),
        (STOPPED, "A lathe: ", "A lathe:"),
        (["织机。", "水泵。", "窑炉。", "磨坊。", "锻炉。"], "车床", "车床。"),
        (["織機です。", "窯。", "炉。", "水車。", "臼。"], "旋盤（新）", "旋盤（新）。"),
        (["A loom.", "A pump.", "A kiln.", "A mill.", "A forge."], "선반", "선반."),
        (OPEN, "A lathe.", "A lathe"),
        (["织机", "水泵", "窑炉", "磨坊", "锻炉"], "车床。", "车床"),
        (OPEN, "A lathe. And a vice.", "A lathe. And a vice."),
        (OPEN, "Made by Lathe Inc.", "Made by Lathe Inc."),
        (OPEN, "For the U.S.", "For the U.S."),
        (OPEN, "Turns...", "Turns..."),
        (["A loom.", "A pump", "A kiln.", "A mill", "A forge."], "A lathe", "A lathe"),
        (["A loom.", "A pump."], "A lathe", "A lathe"),
    ],
)  # fmt: skip
def test_the_final_stop(added, told: list[str], note: str, said: str) -> None:
    line, _ = added(items(*(f" - {one}" for one in told)), note=note)
    assert line == f"- [Kestrel]({URL}) - {said}"


def test_where_the_section_says_too_little_the_list_tells(added) -> None:
    text = items(*[f" - A thing numbered {n}." for n in range(10)])
    text = text.replace("# L\n", "# L\n\n## One\n") + "\n## Two\n\n- [U](https://u.example)\n"
    assert added(text, note="A lathe", section="Two")[0] == f"- [Kestrel]({URL}) - A lathe."


@pytest.mark.parametrize(
    ("told", "note", "said"),
    [
        (["（官方）", "（PDF）", "（第二版）"], "讲车床", "：讲车床"),
        (["（官方）", "（PDF）", "（第二版）"], "（旧）", "（旧）"),
        ([" (HTML)", " (PDF)", " (2nd edition)"], "All about lathes", " - All about lathes"),
        ([" (HTML)", " (PDF)", " (2nd edition)"], "(EPUB)", " (EPUB)"),
        (["（官方）", "（PDF）", "，讲水泵"], "讲车床", "，讲车床"),
        ([" by Ann", " by Bea", " (PDF)"], "by Cleo", " by Cleo"),
    ],
)
def test_words_are_not_glued_to_a_title(added, told: list[str], note: str, said: str) -> None:
    assert added(items(*told), note=note)[0] == f"- [Kestrel]({URL}){said}"


def test_another_section_shows_how_words_are_joined(added) -> None:
    text = "# L\n\n## One\n\n- [A](https://a.example): Weaves.\n- [B](https://b.example): Pumps.\n"
    text += "\n## Two\n\n- [C](https://c.example) (PDF)\n- [D](https://d.example) (PDF)\n"
    text += "- [E](https://e.example) (PDF)\n"
    assert added(text, note="Turns", section="Two")[0] == f"- [Kestrel]({URL}): Turns"


@pytest.mark.parametrize(
    ("shown", "title", "said"),
    [
        ("`{}`", "lathe", "`lathe`"),
        ("**{}**", "Lathe", "**Lathe**"),
        ("_{}_", "Lathe & Co", "_Lathe & Co_"),
        ("`{}`", "lathe\\_kit", "lathe\\_kit"),
        ("**{}**", "The *Lathe*", "The *Lathe*"),
        ("{}", "Lathe", "Lathe"),
    ],
)
def test_what_stands_around_every_title(added, shown: str, title: str, said: str) -> None:
    names = ("loom", "pump", "kiln", "mill")
    text = "# L\n\n" + "".join(f"- [{shown.format(n)}](https://{n}.example)\n" for n in names)
    assert added(text, title)[0] == f"- [{said}]({URL})"


ALPHABET: Final = "Adder Boar Crane Dove Elk Finch Gull Hare Ibis Jay Lark Mole Newt Owl Pike Quail"


def listed(names: str) -> str:
    return "# L\n\n" + "".join(f"- [{n}](https://{n}.example)\n" for n in names.split())


@pytest.mark.parametrize(
    ("names", "above"),
    [
        (ALPHABET, "Jay"),
        (ALPHABET + " Cod", "Jay"),
        (ALPHABET.replace("Dove", "Wren"), "Jay"),
        ("Yak " + ALPHABET, "Jay"),
        (ALPHABET.replace("Lark", "Asp").replace("Mole", "Bee").replace("Elk", "Zorse"), "Quail"),
        ("Dove Crane Lark Adder Pike Mole Boar Elk", "Elk"),
        ("Lark Mole Newt Adder", "Adder"),
    ],
)
def test_one_that_strays_does_not_end_the_order(added, names: str, above: str) -> None:
    assert added(listed(names))[1] == f"- [{above}](https://{above}.example)"


ROWS: Final = "# L\n\n| Name | {0} | Key |\n|-|-|-|\n" + "".join(
    f"| [**{name}**](https://{name}.example) | {{1}} | **N/A** |\n"
    for name in ("Adder", "Crane", "Dove", "Lark", "Mole", "Newt")
)


def test_cells_that_say_nothing_say_it_here_too(added) -> None:
    text = ROWS.format("Description", "Gives the depth of every river.")
    row, above = added(text, note="Gives the height of hills")
    assert above.startswith("| [**Dove**]")
    assert row == f"| [**Kestrel**]({URL}) | Gives the height of hills. | **N/A** |"


def test_a_note_goes_into_no_column_that_means_something_else(added) -> None:
    with pytest.raises(CuratorError, match="no column for a note: there are 'Weeks', 'Key'"):
        added(ROWS.format("Weeks", "3"), note="Gives the height of hills")
    assert added(ROWS.format("Weeks", "3"))[0] == f"| [**Kestrel**]({URL}) |  | **N/A** |"
    two = "# L\n\n| IP | Name |\n|-|-|\n| 192.0.2.1 | [A](https://a.example) |\n"
    with pytest.raises(CuratorError, match="there are 'IP'"):
        added(two, note="A resolver of names")
