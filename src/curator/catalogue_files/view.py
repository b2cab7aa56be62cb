"""A tolerant look at one mapping of a file: what has the wrong type is not there.

The schema has told of it already; reading on finds everything else that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from curator import markdown
from curator.catalogue import Kind, Link, Location
from curator.catalogue_files import scalar_places
from curator.catalogue_files.file_text import FileText
from curator.catalogue_files.nodes import Mapping, Node, Scalar, Sequence
from curator.durations import DurationError, parse_duration
from curator.errors import Problem

_KINDS = frozenset(Kind)
_MAY_LINK = re.compile(r"https?:|www\.|[&\\]", re.IGNORECASE)
"""Without any of these, Markdown has no web link; most notes have none, and reading is slow."""


@dataclass(frozen=True, slots=True)
class View:
    """One mapping, its file, and the list that problems found on the way go to."""

    file: FileText
    node: Mapping
    problems: list[Problem]

    @property
    def location(self) -> Location:
        return self.file.location(self.node.start)

    def inside(self, node: Node | None) -> View:
        """The same look at a mapping within; an empty one when there is none."""
        if not isinstance(node, Mapping):
            node = Mapping(self.node.start, self.node.start, {}, {}, False)
        return View(self.file, node, self.problems)

    def get(self, key: str) -> Node | None:
        return self.node.values.get(key)

    def each(self, key: str) -> Iterator[View]:
        """The mappings in the list under `key`."""
        return (self.inside(node) for node in self.nodes(key) if isinstance(node, Mapping))

    def nodes(self, key: str) -> tuple[Node, ...]:
        node = self.get(key)
        return node.items if isinstance(node, Sequence) else ()

    def text(self, key: str) -> str | None:
        return _text(self.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in the list under `key`, in order."""
        return tuple(scalar.value for scalar in self.scalars(key))

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """The text under `key`, or the texts in the list there."""
        nodes = self.nodes(key) or (self.get(key),)
        return tuple(
            node for node in nodes if isinstance(node, Scalar) and isinstance(node.data, str)
        )

    def pairs(self, key: str) -> dict[str, str]:
        node = self.get(key)
        pairs = node.values.items() if isinstance(node, Mapping) else ()
        return {name: text for name, value in pairs if (text := _text(value)) is not None}

    def style(self) -> dict[str, str | bool]:
        node = self.get("style")
        pairs = node.values.items() if isinstance(node, Mapping) else ()
        data = {name: value.data for name, value in pairs if isinstance(value, Scalar)}
        return {name: value for name, value in data.items() if isinstance(value, str | bool)}

    def kind(self) -> Kind | None:
        text = self.text("kind")
        return Kind(text) if text in _KINDS else None

    def day(self, key: str) -> date | None:
        """The date under `key`; one that no calendar has is told of."""
        text = self.text(key)
        if text is None or len(text) != 10 or text[4::3] != "--":
            return None
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            self._tell(key, f"'{key}' is no day of the calendar ({error}): correct it")
            return None

    def days(self, key: str) -> int | None:
        """A length of time under `key`, in whole days: a number of them, or text."""
        node = self.get(key)
        data = node.data if isinstance(node, Scalar) else None
        if isinstance(data, int | float) and not isinstance(data, bool) and data >= 1:
            return int(min(data, 10**6))
        if not isinstance(data, str):
            return None
        try:
            return max(1, round(parse_duration(data).total_seconds() / 86_400))
        except DurationError as error:
            self._tell(key, f"'{key}': {error}")
            return None

    def url(self, scalar: Node | None) -> Iterator[Link]:
        """The link that a whole scalar is."""
        url = _text(scalar)
        if isinstance(scalar, Scalar) and url and (trimmed := url.strip()):
            yield from self._links(scalar, [(url.index(trimmed[0]), trimmed)])

    def prose(self, scalars: Iterable[Scalar]) -> Iterator[Link]:
        """The links that stand in Markdown."""
        for scalar in scalars:
            if _MAY_LINK.search(scalar.value):
                yield from self._links(scalar, markdown.links_in(scalar.value))

    def _links(self, scalar: Scalar, found: Iterable[tuple[int, str]]) -> Iterator[Link]:
        ordered = sorted(set(found))
        places = scalar_places.offsets(self.file.text, scalar, [offset for offset, _ in ordered])
        for place, (_, url) in zip(places, ordered, strict=True):
            yield Link(url=url, location=self.file.location(place))

    def _tell(self, key: str, message: str) -> None:
        node = self.get(key)
        assert node is not None
        self.problems.append(self.file.error(node.start, message))


def _text(node: Node | None) -> str | None:
    data = node.data if isinstance(node, Scalar) else None
    return data if isinstance(data, str) else None
