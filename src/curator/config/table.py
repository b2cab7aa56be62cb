"""A TOML table that is read key by key; what is wrong or unknown is gathered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from curator.catalogue_rules import nearest
from curator.config.places import Path, Place, nearest_place
from curator.config.values import Read, ValueRefusedError, shown
from curator.errors import Problem, Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class TomlFile:
    """The file, and what is wrong with it so far."""

    name: str
    places: Mapping[Path, Place]
    problems: list[Problem]

    def tell(self, path: Path, message: str) -> None:
        place = nearest_place(self.places, path)
        problem = Problem(
            path=self.name,
            line=place.line,
            column=place.column,
            severity=Severity.ERROR,
            message=message,
        )
        self.problems.append(problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. Reading never raises: a key that is missing or wrong has its default."""

    file: TomlFile
    path: Path
    data: Mapping[str, Any]

    def read(self, name: str, read: Read[T], default: T) -> T:
        if name not in self.data:
            return default
        try:
            return read(self.data[name])
        except ValueRefusedError as error:
            self.file.tell((*self.path, name), f"{name!r} {error}")
            return default

    def has(self, name: str) -> bool:
        """Whether the key is there; one that must be is told of."""
        if name not in self.data:
            self.file.tell(self.path, f"{self._title()} has no {name!r}: add it")
        return name in self.data

    def inner(self, name: str) -> Table:
        """The table under `name`; an empty one when there is none."""
        data = self.data.get(name, {})
        if not isinstance(data, dict):
            self.file.tell((*self.path, name), f"{name!r} must be a table, not {shown(data)}")
            data = {}
        return Table(file=self.file, path=(*self.path, name), data=data)

    def each(self, name: str) -> Iterator[Table]:
        """The tables under [[name]]."""
        items = self.data.get(name, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            self.file.tell((*self.path, name), f"write [[{name}]] above each of them")
            items = []
        for position, item in enumerate(items):
            yield Table(file=self.file, path=(*self.path, name, position), data=item)

    def refuse_unknown(self, known: Sequence[str]) -> None:
        for name in self.data:
            if name not in known:
                meant = nearest(name, known)
                advice = f"did you mean {meant!r}?" if meant else f"there are {', '.join(known)}"
                self.file.tell((*self.path, name), f"unknown key {shown(name)}: {advice}")

    def _title(self) -> str:
        names = [step for step in self.path if isinstance(step, str)]
        return f"[[{names[-1]}]]" if names else "the file"
