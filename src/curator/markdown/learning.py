"""From every item's own style to a sparse one: what holds for all is said once.

Reading notes down each item's settings in full. Here the most common become the catalogue's, what
most of a section does otherwise becomes the section's, and an item keeps only what is its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from curator.catalogue import Block, Catalogue, Entry, Item, Resource, Section, Table
from curator.markdown.resources import is_badge
from curator.markdown.style import Overrides, Style, pair

_Count = Counter[str | bool]
_Votes = defaultdict[str, _Count]

_EVENED = frozenset({"gap", "indent", "indent_top"})
"""No reader sees them: they are the same in the whole list."""
_OWN = frozenset({"number", "align", "title_column"})
"""Never learnt: they belong to one item or table."""
_HEADING = frozenset({"underline", "blank_above", "blank_below"})
_FIRST = frozenset({"bracket_separator"})
"""One item is enough to learn it: without, the default would be as odd."""
_GAIN = 2
"""So many settings of items a section's setting must save."""


def settle(catalogue: Catalogue) -> Catalogue:
    """The same list with styles as few as can be; it prints the same."""
    votes = _votes(catalogue.items, catalogue.sections)
    for section in catalogue.sections:
        votes["level"][section.style["level"]] += 1
    for section in _all_sections(catalogue.sections):
        for name in _HEADING & section.style.keys():
            votes[name][section.style[name]] += 1
    own = Style().over(catalogue.style)
    style = own.over(dict(_gains(votes, own)))
    if style.bullet_below == style.bullet:
        style = style.over({"bullet_below": ""})
    return replace(
        catalogue,
        style=style.beyond(Style()),
        items=_items(catalogue.items, style),
        sections=tuple(_section(section, style, style.level) for section in catalogue.sections),
    )


def _section(section: Section, around: Style, level: str) -> Section:
    """`level`: the heading level it has when nothing is said."""
    votes = _votes(section.items, section.sections)
    style = around.over({name: section.style[name] for name in _HEADING & section.style.keys()})
    seen = {name: count for name, count in votes.items() if name not in _EVENED}
    style = style.over(dict(_gains(seen, style)))
    said = style.beyond(around)
    if section.style["level"] != level:
        said["level"] = section.style["level"]
    deeper = str(min(int(section.style["level"]) + 1, 6))
    return replace(
        section,
        style=said,
        items=_items(section.items, style),
        sections=tuple(_section(inner, style, deeper) for inner in section.sections),
    )


def _gains(
    votes: Mapping[str, Counter[str | bool]], style: Style
) -> Iterator[tuple[str, str | bool]]:
    for name, count in votes.items():
        value, often = count.most_common(1)[0]
        if often - count[_resolved(style, name)] >= (1 if name in _EVENED | _FIRST else _GAIN):
            yield name, value


def _votes(items: Iterable[Item], sections: Iterable[Section]) -> _Votes:
    votes: _Votes = defaultdict(Counter)
    for style in _styles(items, sections):
        for name, value in style.items():
            if name not in _OWN:
                votes[name][value] += 1
    return votes


def _styles(items: Iterable[Item], sections: Iterable[Section]) -> Iterator[Overrides]:
    """The style of every entry, resource and table, however deep."""
    waiting: list[Iterable[Item]] = [items]
    waiting += [section.items for section in _all_sections(sections)]
    while waiting:
        for item in waiting.pop():
            if isinstance(item, Entry):
                yield item.style
                yield from _either(item)
                yield from (resource.style for resource in item.resources)
                waiting.append(item.items)
            elif isinstance(item, Table):
                yield item.style
                waiting.append(item.rows)


def _all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)


def _items(items: Iterable[Item], style: Style) -> tuple[Item, ...]:
    return tuple(_item(item, style) for item in items)


def _item(item: Item, style: Style) -> Item:
    match item:
        case Block():
            return item
        case Entry():
            return _entry(item, style)
        case Table():
            rows = tuple(row if isinstance(row, Block) else _entry(row, style) for row in item.rows)
            return replace(item, rows=rows, style=_sparse(item.style, style))


def _entry(entry: Entry, style: Style) -> Entry:
    own = dict(entry.style)
    for other in _either(entry):
        own |= {name: value for name, value in other.items() if value == getattr(style, name)}
    title = entry.title
    if not style.emphasis_inside and (mark := str(own.pop("emphasis_inside", ""))):
        opening, closing = pair(mark)
        title = f"{opening}{title}{closing}"
    return replace(
        entry,
        title=title,
        style=_sparse(own, style),
        resources=tuple(_resource(resource, style) for resource in entry.resources),
        items=_items(entry.items, style),
    )


def _either(entry: Entry) -> Iterator[Overrides]:
    """Settings that would do as well: without a note, a line's end is right after its title."""
    on_line = entry.style.get("resource_place") in ("end", "title")
    if entry.style.get("mark_place") == "end" and not _has_resources_on_line(entry):
        yield {"mark_place": "note"}
    if on_line and not entry.note and not entry.marks and "badge_place" not in entry.style:
        yield {"resource_place": "title" if entry.style["resource_place"] == "end" else "end"}


def _has_resources_on_line(entry: Entry) -> bool:
    is_below = entry.style.get("resource_place") == "below"
    return any(is_badge(one.label) or not is_below for one in entry.resources)


def _resource(resource: Resource, style: Style) -> Resource:
    return replace(resource, style=_sparse(resource.style, style))


def _sparse(own: Overrides, style: Style) -> Mapping[str, str | bool]:
    return {
        name: value
        for name, value in own.items()
        if name not in _EVENED and value != _resolved(style, name)
    }


def _resolved(style: Style, name: str) -> str | bool:
    """What a setting comes to, where an empty one means another."""
    value: str | bool = getattr(style, name)
    return style.bullet if name == "bullet_below" and not value else value
