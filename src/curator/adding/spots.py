"""Where a new entry belongs: which section, and where in it."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from curator.adding.titles import plain_words
from curator.catalogue import Block, Catalogue, Entry, Item, Location, Section, Table
from curator.errors import CuratorError
from curator.markdown import Style

_SHOWN: Final = 12
_FEW: Final = 3
"""Entries whose order can be told at all."""
_BULLET: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_TABLE: Final = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|", re.MULTILINE)
_MANY: Final = 6
"""Entries that are not in order by chance."""
_STRAYING: Final = 8
"""Of so many entries in order, one may stand elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries that stand together: a section's, a table's, or those below a label."""

    names: tuple[str, ...]
    """Of the headings and labels around it, outermost first; of the list's own, its title."""
    items: tuple[Item, ...]
    location: Location | None
    """Of the section, the entry or the list that holds them."""
    style: Style

    @property
    def title(self) -> str:
        return self.names[-1]

    @property
    def table(self) -> Table | None:
        """The one table that is all there is."""
        tables = [item for item in self.items if isinstance(item, Table)]
        entries = any(isinstance(item, Entry) for item in self.items)
        return tables[0] if len(tables) == 1 and not entries else None

    @property
    def holds_odd_table(self) -> bool:
        """A table that is kept as it was read, and nothing that an entry could stand among."""
        if self.table or any(is_item(item) for item in self.items):
            return False
        return any(isinstance(item, Block) and _TABLE.search(item.markdown) for item in self.items)

    @property
    def siblings(self) -> tuple[Item, ...]:
        """What a new entry would stand among."""
        return self.table.rows if self.table else self.items


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place among the siblings of a group."""

    group: Group
    position: int
    """Before the sibling with this number, or behind the last."""


def groups(catalogue: Catalogue) -> tuple[Group, ...]:
    """Everything an entry can be added to, in the order of the list."""
    style = Style().over(catalogue.style)
    own = Group(
        names=(catalogue.title,), items=catalogue.items, location=catalogue.location, style=style
    )
    has_own = any(isinstance(item, Entry | Table) for item in catalogue.items)
    sections = [
        found for section in catalogue.sections for found in _of_section(section, (), style)
    ]
    return (own, *sections) if has_own or not sections else tuple(sections)


def choose(catalogue: Catalogue, named: str | None, title: str) -> Group:
    """The group of this name, or the only one. CuratorError that names those there are."""
    known = groups(catalogue)
    if named is None:
        return known[0] if len(known) == 1 else _ask_which(known, title)
    wanted = named.strip().casefold()
    exact = [group for group in known if group.title.casefold() == wanted]
    alike = exact or [group for group in known if plain_words(group.title) == plain_words(named)]
    found = alike or [group for group in known if wanted in group.title.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        told = "; ".join(" / ".join(group.names) for group in found[:_SHOWN])
        paths = [group for group in found if " / ".join(group.names).casefold() == wanted]
        if len(paths) == 1:
            return paths[0]
        raise CuratorError(f"several sections are called {named!r}: {told}", hint=_PATH_HINT)
    by_path = [group for group in known if " / ".join(group.names).casefold() == wanted]
    if by_path:
        return by_path[0]
    near = difflib.get_close_matches(named, [group.title for group in known], n=1)
    hint = f"--section {near[0]!r}" if near else f"one of: {_listed(known)}"
    raise CuratorError(f"no section {named!r} in {catalogue.path}", hint=hint)


_PATH_HINT: Final = "name it with those around it: --section 'Outer / Inner'"


def spot(group: Group, title: str, *, is_ordered: bool) -> Spot:
    """In the order of the titles where the group keeps it, else at the end."""
    siblings = group.siblings
    items = (number for number, item in enumerate(siblings) if is_item(item))
    last = max(items, default=len(siblings) - 1)
    titled = [
        (number, plain_words(item.title))
        for number, item in enumerate(siblings)
        if isinstance(item, Entry) and item.retired is None
    ]
    at = place_among([words for _, words in titled], title, is_ordered=is_ordered)
    return Spot(group=group, position=titled[at][0] if at < len(titled) else last + 1)


def place_among(words: Sequence[str], title: str, *, is_ordered: bool) -> int:
    """Its number among titles of which these are the words."""
    if is_alphabetical(words, like_others=is_ordered):
        return _best_place(words, plain_words(title))
    return len(words)


def _best_place(ordered: Sequence[str], wanted: str) -> int:
    """Where fewest of the others stand on the wrong side of it; the last of such places."""
    wrong = best = sum(words < wanted for words in ordered)
    place = 0
    for position, words in enumerate(ordered, 1):
        wrong += 1 if words > wanted else -1 if words < wanted else 0
        if wrong <= best:
            best, place = wrong, position
    return place


def keeps_order(known: Sequence[Group]) -> bool:
    """Most groups of the list are in the order of their titles."""
    telling = [words for group in known if len(words := _words(group)) >= _FEW]
    ordered = [words for words in telling if _is_ordered(words)]
    return len(telling) > 1 and len(ordered) * 3 > len(telling) * 2


def is_alphabetical(words: Sequence[str], *, like_others: bool) -> bool:
    """Few titles may be in order by chance, unless those of the other sections are too."""
    return _is_ordered(words) and len(words) >= (1 if like_others else _MANY)


def _is_ordered(words: Sequence[str]) -> bool:
    """But for one in eight: hands set them, and they slip."""
    ends: list[str] = []
    """The least word that a run of each length in order can end with."""
    for word in words:
        at = bisect_right(ends, word)
        ends[at : at + 1] = [word]
    return len(words) - len(ends) <= len(words) // _STRAYING


def _words(group: Group) -> list[str]:
    items = group.siblings
    return [plain_words(item.title) for item in items if isinstance(item, Entry)]


def is_item(item: Item) -> bool:
    """An entry, or an item of a list that is kept as Markdown."""
    if isinstance(item, Block):
        return _BULLET.match(item.markdown) is not None
    return isinstance(item, Entry)


def _of_section(section: Section, around: tuple[str, ...], outer: Style) -> Iterator[Group]:
    names, style = (*around, section.title), outer.over(section.style)
    yield Group(names=names, items=section.items, location=section.location, style=style)
    for item in section.items:
        if isinstance(item, Entry) and item.url is None and item.items:
            yield Group(
                names=(*names, item.title), items=item.items, location=item.location, style=style
            )
    for child in section.sections:
        yield from _of_section(child, names, style)


def _ask_which(known: Sequence[Group], title: str) -> Group:
    holding = [group for group in known if _words(group)] or list(known)
    guess = _nearest(holding, title)
    near = f"; the nearest by its words: {guess.title!r}" if guess else ""
    raise CuratorError(
        f"which section? There are {_listed(holding)}{near}",
        hint=f"--section {guess.title!r}" if guess else "--section NAME, or a part of its name",
    )


def _listed(known: Sequence[Group]) -> str:
    shown = ", ".join(repr(group.title) for group in known[:_SHOWN])
    return shown + (f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else "")


def _nearest(known: Sequence[Group], title: str) -> Group | None:
    """The group that shares most words with the title, rare ones counting more."""
    wanted = _bag(title)
    bags = [_bag(" ".join((group.title, *_texts(group)))) for group in known]
    often = {word: sum(word in bag for bag in bags) for word in wanted}
    scores = [
        sum(1 / often[word] for word in wanted & bag) + 2 * len(wanted & _bag(group.title))
        for group, bag in zip(known, bags, strict=True)
    ]
    best = max(scores, default=0.0)
    return known[scores.index(best)] if best > 0 else None


def _texts(group: Group) -> Iterator[str]:
    for item in group.siblings:
        if isinstance(item, Entry):
            yield item.title
            yield item.note if isinstance(item.note, str) else " ".join(item.note)


def _bag(text: str) -> frozenset[str]:
    """Words, and of Chinese text its pairs of characters."""
    words = plain_words(text).split()
    pairs = (
        word[at : at + 2] for word in words if not word.isascii() for at in range(len(word) - 1)
    )
    return frozenset(word for word in (*words, *pairs) if len(word) > 2 or not word.isascii())
