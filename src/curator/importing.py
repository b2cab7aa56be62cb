"""A Markdown list becomes a catalogue, with a proof that nothing was lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from curator import markdown
from curator.catalogue import Catalogue
from curator.catalogue_files import carried_over, load_side_file
from curator.errors import InvalidCatalogueError, Severity
from curator.markdown import Coverage
from curator.mending import Change
from curator.sources import read_list

_SHOWN = 5
"""Places kept verbatim that are named without `--verbose`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of a Markdown list, and the list that would be rendered from it."""

    catalogue: Catalogue
    coverage: Coverage
    round_trip: Change
    """From the list as it was read to the list as it would be written."""

    def summary(self, *, verbose: bool = False) -> str:
        """Coverage, in sentences, with the places that were kept verbatim."""
        found = self.coverage
        entries = found.entries_structured + found.entries_verbatim
        lines = [
            f"links: {found.links_found} of {found.links_seen}"
            f" ({found.links_structured} in entries, the rest in prose)",
            f"entries: {found.entries_structured} of {entries} structured ({_percent(found.share)})"
            + (f", {found.entries_verbatim} kept verbatim at" if found.verbatim else ""),
        ]
        shown = found.verbatim if verbose else found.verbatim[:_SHOWN]
        lines += [f"  {place.path}:{place.line}: {because}" for place, because in shown]
        if hidden := len(found.verbatim) - len(shown):
            lines.append(f"  … {hidden} more (--verbose)")
        if lost := list(self.catalogue.link_waivers):
            lines.append(
                f"waivers of links in prose, which go into curator.toml: {', '.join(lost)}"
            )
        return "\n".join(lines)

    @property
    def is_lossless(self) -> bool:
        """The list as written is the list as read, but for how lines end."""
        before = self.round_trip.before or ""
        return before.splitlines() == self.round_trip.after.splitlines()


def import_list(path: Path) -> Imported:
    """Read, and write again, without touching a file."""
    text = read_list(path)
    catalogue = _with_side_file(markdown.read(text, path.as_posix()), path)
    return Imported(
        catalogue=catalogue,
        coverage=markdown.coverage(text, catalogue),
        round_trip=Change(path=path, before=text, after=markdown.write(catalogue)),
    )


def _with_side_file(catalogue: Catalogue, path: Path) -> Catalogue:
    side = load_side_file(path)
    if errors := [problem for problem in side.problems if problem.severity is Severity.ERROR]:
        raise InvalidCatalogueError(errors)
    return carried_over(catalogue, side)


def _percent(share: float) -> str:
    """Rounded down, so that 100 % means all."""
    return f"{int(share * 1000) / 10:g} %"
