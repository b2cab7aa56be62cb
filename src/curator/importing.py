"""A Markdown list becomes a catalogue, with a proof that nothing was lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from curator import markdown
from curator.catalogue import Catalogue
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
        lines += [f"  {place.path}:{place.line}" for place in shown]
        if hidden := len(found.verbatim) - len(shown):
            lines.append(f"  … {hidden} more (--verbose)")
        return "\n".join(lines)

    @property
    def is_lossless(self) -> bool:
        """The list as written is the list as read, but for how lines end."""
        before = self.round_trip.before or ""
        return before.splitlines() == self.round_trip.after.splitlines()


def import_list(path: Path) -> Imported:
    """Read, and write again, without touching a file."""
    text = read_list(path)
    catalogue = markdown.read(text, path.as_posix())
    return Imported(
        catalogue=catalogue,
        coverage=markdown.coverage(text, catalogue),
        round_trip=Change(path=path, before=text, after=markdown.write(catalogue)),
    )


def _percent(share: float) -> str:
    """Rounded down, so that 100 % means all."""
    return f"{int(share * 1000) / 10:g} %"
