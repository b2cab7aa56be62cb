"""A new entry said as its neighbours are: final stop, separator, what stands around a title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from curator.adding import rows
from curator.adding.spots import Group
from curator.catalogue import Block, Entry, Item
from curator.markdown import begins_with_bracket

_FEW: Final = 5
"""Notes of a section that show whether it ends them with a stop; of the whole list, twice that."""
_STOPS: Final = ".。．!?！？…"
_CLOSING: Final = ")]）】”»」』\"'`"
_INNER_STOP: Final = re.compile(r"[.!?](?=\s)|[。！？]")
_SHORT: Final = re.compile(r"(?:\.\w+|\b(?:etc|al|inc|ltd|co|jr|sr|vs|no|st))\.$", re.IGNORECASE)
"""The stop of an abbreviation belongs to it."""
_AROUND: Final = re.compile(r"(\*\*|__|\*|_|`)(?=[^\s*_`]).*[^\s*_`]\1")
_PLAIN: Final = re.compile(r"[^*_`\\\[\]<>]+")
_BLANKS: Final = frozenset(("spread", "spread_below"))
"""Settings of where blank lines stand."""
_FULL_WIDTH: Final = ("zh", "ja")


def fitted(entry: Entry, group: Group, known: Sequence[Group]) -> Entry:
    """The entry as the group writes its own, or where that shows nothing, as the list does.

    The words stay: only a final stop comes or goes, and emphasis around the title.
    """
    style = dict(entry.style)
    if group.style.emphasis_inside and not _PLAIN.fullmatch(entry.title):
        style["emphasis_inside"] = ""
    title = _title(entry.title, group)
    fit = replace(entry, title=title, note=_note(entry, group, known), style=style)
    return _noted_below(fit, group) if fit.note and not group.table else fit


def separated(entry: Entry, group: Group, known: Sequence[Group], language: str | None) -> Entry:
    """With a separator of its own where the group's suits notes such as `(PDF)`, or none."""
    note = entry.note if isinstance(entry.note, str) else ""
    if (
        group.table
        or not note[:1].isalnum()
        or _suits_words(group.style.separator, (group, *known))
    ):
        return entry
    for holders, enough in (([group], 1), (known, 2)):
        met = Counter(sep for said, sep in _notes(holders) if sep and said[0].isalnum())
        usual, often = met.most_common(1)[0] if met else ("", 0)
        if often >= enough:
            return replace(entry, style={**entry.style, "separator": usual})
    is_wide = not note[0].isascii() or (language or "").startswith(_FULL_WIDTH)
    return replace(entry, style={**entry.style, "separator": "：" if is_wide else " - "})


def _suits_words(separator: str, known: Iterable[Group]) -> bool:
    """It is one that some note has which is no bracket, or there are no notes."""
    said = list(_notes(one for one in known if not one.table))
    is_met = any(note[0].isalnum() and sep == separator for note, sep in said)
    return bool(separator.strip(" ")) and (is_met or not said)


def _title(title: str, group: Group) -> str:
    """In the emphasis or the code marks that the titles around it have between their brackets."""
    around = [found[1] if found else "" for found in map(_AROUND.fullmatch, _titles(group))]
    mark, often = Counter(around).most_common(1)[0] if around else ("", 0)
    is_usual = len(around) > 2 and often * 5 >= len(around) * 4
    return f"{mark}{title}{mark}" if is_usual and _PLAIN.fullmatch(title) else title


def _noted_below(entry: Entry, group: Group) -> Entry:
    """With the note as a paragraph or as an item below it, where most say theirs so."""
    said = [item for item in group.siblings if isinstance(item, Entry) and item.url]
    below = [item for item in said if not item.note and item.items and _is_prose(item.items[0])]
    listed = [item for item in said if isinstance(item.note, tuple)]
    if len(below) * 2 > len(said) > 1:
        style = {name: below[-1].style[name] for name in _BLANKS & below[-1].style.keys()}
        style |= entry.style
        return replace(entry, note="", items=(Block(markdown=str(entry.note)),), style=style)
    if len(listed) * 2 > len(said) > 1:
        return replace(entry, note=(str(entry.note),))
    return entry


def _is_prose(item: Item) -> bool:
    return isinstance(item, Block) and not item.entries and item.markdown[:1].isalnum()


def _note(entry: Entry, group: Group, known: Sequence[Group]) -> str | tuple[str, ...]:
    note = entry.note
    if not isinstance(note, str) or not note:
        return note
    stops = _stops([group], _FEW)
    stops = _stops(known, _FEW * 2) if stops is None else stops
    if stops is None:
        return note
    return _with_stop(note) if stops else _without_stop(note)


def _stops(holders: Iterable[Group], enough: int) -> bool | None:
    """Whether notes end with a stop there; None when it can't be told."""
    ends = [note[-1] in _STOPS for note, _ in _notes(holders) if _is_sentence_end(note[-1])]
    share = sum(ends) / len(ends) if len(ends) >= enough else 0.5
    return True if share >= 0.8 else False if share <= 0.2 else None


def _is_sentence_end(char: str) -> bool:
    return char.isalnum() or char in _STOPS or char in _CLOSING


def _with_stop(note: str) -> str:
    if not (note[-1].isalnum() or note[-1] in _CLOSING):
        return note
    told = [char for char in note if char.isalnum()]
    return note + ("。" if told and _is_ideograph(told[-1]) else ".")


def _without_stop(note: str) -> str:
    """The stop of one sentence; several sentences, or an abbreviation, keep theirs."""
    is_plain = note[-1] in ".。" and note[-2:-1] not in ("", *_STOPS)
    if not is_plain or _INNER_STOP.search(note[:-1]) or _SHORT.search(note):
        return note
    return note[:-1]


def _is_ideograph(char: str) -> bool:
    """Of Chinese or Japanese; Korean has the stop of Latin script."""
    return "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff"


def _notes(holders: Iterable[Group]) -> Iterator[tuple[str, str]]:
    """Notes that stand after a title or in a table, each with the separator before it."""
    for group in holders:
        if group.table:
            yield from ((note, "") for note in rows.notes(group.table))
        for item in group.siblings:
            if isinstance(item, Entry) and isinstance(item.note, str) and item.note:
                style = group.style.over(item.style)
                is_aside = begins_with_bracket(item.note)
                yield item.note, style.bracket_separator if is_aside else style.separator


def _titles(group: Group) -> list[str]:
    return [item.title for item in group.siblings if isinstance(item, Entry) and item.url]
