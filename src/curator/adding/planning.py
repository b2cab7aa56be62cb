"""What the list becomes with a new entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from curator import catalogue_files, markdown, urls
from curator.adding import rows
from curator.adding.fitting import fitted, separated
from curator.adding.looking import Seen, UnfitLinkError, tag_of
from curator.adding.spots import (
    Group,
    Spot,
    choose,
    groups,
    is_item,
    keeps_order,
    place_among,
    spot,
)
from curator.adding.titles import plain_words
from curator.catalogue import Entry, Item, Kind
from curator.catalogue_files import Value
from curator.catalogue_rules import nearest
from curator.errors import CuratorError
from curator.mending import Change, Texts
from curator.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the curator says of the new entry; the rest is read from its page."""

    section: str | None = None
    title: str | None = None
    """Inline Markdown."""
    note: str = ""
    """Inline Markdown."""
    kind: Kind | None = None
    language: str | None = None
    marks: tuple[str, ...] = ()
    """By id, or as readers see them."""


def refuse_repeated(source: Source, url: str) -> None:
    """Raises UnfitLinkError when the thing is in the list, or was retired from it."""
    wanted = urls.identity(url)
    for placed in source.catalogue.walk():
        for link in placed.entry.recommended if placed.entry else ():
            if placed.entry and urls.identity(link.url) == wanted:
                raise _repeated(placed.entry, str(link.location), link.url)
    gone = source.side.named(url) if source.side else None
    if gone and gone.retired:
        told = f"{gone.location}: retired on {gone.retired.on}, because {gone.retired.because}"
        raise UnfitLinkError(told, hint=f"take it out of {gone.location.path} first")


def _repeated(entry: Entry, place: str, url: str) -> UnfitLinkError:
    if entry.retired:
        told = f"{place}: retired on {entry.retired.on}, because {entry.retired.because}"
        return UnfitLinkError(told, hint="take `retired` off to bring it back")
    return UnfitLinkError(
        f"{place}: it is in the list already, as {entry.title!r} ({url})",
        hint="to have it twice all the same: --force, with a waiver of duplicate-link",
    )


def refuse_unknown(source: Source, wish: Wish) -> None:
    """Raises CuratorError for a section or a mark that the list does not have, or no language."""
    if wish.section is not None:
        choose(source.catalogue, wish.section, "")
    for mark in wish.marks:
        _mark(source.catalogue.marks, mark)
    if wish.language is not None and tag_of(wish.language) != wish.language:
        raise CuratorError(
            f"{wish.language!r} names no language", hint="a BCP 47 tag such as en, zh or zh-Hant"
        )


def add(source: Source, seen: Seen, wish: Wish, today: date) -> tuple[Change, ...]:
    """The files with the new entry in the list's own style and order.

    CuratorError when there is no title, no such section or mark, or no place without a change of
    more than the new lines.
    """
    entry = _entry(source, seen, wish)
    known = groups(source.catalogue)
    group = choose(source.catalogue, wish.section, f"{entry.title} {wish.note}")
    is_ordered = keeps_order(known)
    where = spot(group, entry.title, is_ordered=is_ordered)
    entry = fitted(entry, group, known)
    texts = Texts(source)
    if source.is_folder:
        dated = replace(entry, added=today, published=seen.published)
        path = _into_data(texts, where, _with_language(dated, source, seen, wish))
        _set_updated(texts, source, today)
    else:
        entry = separated(entry, group, known, source.catalogue.language)
        path = _into_text(texts, source, where, entry, is_ordered=is_ordered)
        _beside(texts, source, entry, seen, wish, today)
    return texts.changes(path, f"{entry.title}: added in {' / '.join(group.names)!r}")


def _entry(source: Source, seen: Seen, wish: Wish) -> Entry:
    title = wish.title or seen.title
    if not title.strip():
        raise CuratorError(f"{seen.url}: its page tells no title", hint="give one: --title TITLE")
    return Entry(
        title=" ".join(title.split()),
        url=seen.url,
        note=" ".join(wish.note.split()),
        kind=wish.kind,
        marks=tuple(_mark(source.catalogue.marks, mark) for mark in wish.marks),
    )


def _mark(known: Mapping[str, str], named: str) -> str:
    by_label = {label: mark for mark, label in known.items()}
    by_words = {words: mark for label, mark in by_label.items() if (words := plain_words(label))}
    mark = named if named in known else by_label.get(named) or by_words.get(plain_words(named))
    if mark is not None:
        return mark
    told = ", ".join(f"{mark} ({label})" for mark, label in known.items()) or "none"
    meant = nearest(named, [*known, *by_label])
    hint = f"did you mean {meant!r}?" if meant else f"the list has {told}"
    raise CuratorError(f"unknown mark {named!r}", hint=hint)


def _with_language(entry: Entry, source: Source, seen: Seen, wish: Wish) -> Entry:
    """Said where it is not the list's own."""
    found = wish.language or seen.language
    own = (source.catalogue.language or "").lower().partition("-")[0]
    is_own = found is not None and found.lower().partition("-")[0] == own
    return replace(entry, language=wish.language or (None if is_own else found))


def _into_data(texts: Texts, where: Spot, entry: Entry) -> str:
    table = where.group.table
    location = table.location if table else where.group.location
    assert location is not None
    text = texts.of(location.path)
    if table:
        entry = replace(entry, fields=rows.cells(table, entry), note="")
        changed = catalogue_files.with_row(text, location, where.position, entry)
    else:
        changed = catalogue_files.with_entry(text, location, where.position, entry)
    texts.after[location.path] = changed
    return location.path


def _set_updated(texts: Texts, source: Source, today: date) -> None:
    if source.catalogue.updated is not None and source.catalogue.updated < today:
        main = (source.path / catalogue_files.MAIN_FILE).as_posix()
        texts.after[main] = catalogue_files.set_updated(texts.of(main), today)


def _into_text(texts: Texts, source: Source, where: Spot, entry: Entry, *, is_ordered: bool) -> str:
    path, group = source.path.as_posix(), where.group
    text, table = texts.of(path), where.group.table
    if table:
        row = replace(entry, fields=rows.cells(table, entry), note="")
        lines = [markdown.row_line(table, row, group.style, source.catalogue.marks)]
    else:
        lines = markdown.item_lines(entry, group.style, source.catalogue.marks)
    siblings = group.siblings
    if group.holds_odd_table:
        raise CuratorError(
            f"{group.title!r} holds a table with rows that are not alike",
            hint=f"write the row into it by hand, with {lines[0].strip()}",
        )
    beside, after = _neighbour(siblings, where.position)
    at = beside.location if beside is not None else None
    if at is not None and markdown.first_lines(text, [at])[at] is not None:
        changed = markdown.insert_item(text, at, lines, after=after, spread=group.style.spread)
    elif table and table.location:
        changed = markdown.append_row(text, table.location, lines[0])
    else:
        changed = _where_no_item_is(text, group, entry, lines, is_ordered=is_ordered)
    texts.after[path] = changed
    return path


def _where_no_item_is(
    text: str, group: Group, entry: Entry, lines: Sequence[str], *, is_ordered: bool
) -> str:
    """As the lines that are entries there, else as a list of its own at the end."""
    assert group.location is not None
    kin = markdown.kin_below(text, group.location)
    if not kin and any(isinstance(item, Entry) for item in group.siblings):
        raise CuratorError(
            f"the entries of {group.title!r} are no items of a list",
            hint=f"write it in by hand: {lines[0].strip()}",
        )
    if not kin or entry.marks:
        return markdown.append_item(text, group.location, lines)
    words = [plain_words(one.title) for one in kin]
    at = place_among(words, entry.title, is_ordered=is_ordered)
    return markdown.insert_kin(
        text,
        kin,
        at,
        title=entry.title,
        url=entry.url or "",
        note=str(entry.note),
        path=group.location.path,
    )


def _neighbour(siblings: tuple[Item, ...], position: int) -> tuple[Item | None, bool]:
    """The item before the new one, else the one behind it; prose is none."""
    before = siblings[position - 1] if position else None
    behind = siblings[position] if position < len(siblings) else None
    if behind is not None and is_item(behind):
        return (before, True) if before is not None and is_item(before) else (behind, False)
    return (before, True) if before is not None and is_item(before) else (None, True)


def _beside(
    texts: Texts, source: Source, entry: Entry, seen: Seen, wish: Wish, today: date
) -> None:
    """Into the side file, where there is one or something that only it can say."""
    side = catalogue_files.side_file_of(source.path)
    if not (side.exists() or wish.kind or wish.language):
        return
    told: dict[str, Value] = {"url": entry.url or ""}
    told |= {"kind": wish.kind.value} if wish.kind else {}
    told |= {"language": wish.language} if wish.language else {}
    told |= {"added": str(today)}
    told |= {"published": str(seen.published)} if seen.published else {}
    path = side.as_posix()
    before = texts.of(path) if Path(path).exists() else None
    texts.after[path] = catalogue_files.with_side_entry(before, path, source.name, told)
