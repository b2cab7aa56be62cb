"""Changing the curator's files: fixes as splices, and the list written again.

Nothing is written here: every function says what a file would become, so that a diff can be shown
before `write` is called.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from curator import catalogue_files, markdown
from curator.catalogue import Catalogue, Entry
from curator.catalogue_rules import newest_change
from curator.errors import CuratorError
from curator.findings import Finding, RuleId
from curator.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one file would become."""

    path: Path
    before: str | None
    """None: the file does not exist yet."""
    after: str
    settled: tuple[str, ...] = ()
    """What the change settles: one sentence for people each."""

    @property
    def is_needed(self) -> bool:
        return self.before != self.after

    def diff(self) -> str:
        """As `diff -u` shows it."""
        name = self.path.as_posix()
        before = (self.before or "").splitlines(keepends=True)
        after = self.after.splitlines(keepends=True)
        lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def write(changes: Iterable[Change]) -> None:
    """Put every changed file in place, each whole or not at all."""
    for change in changes:
        if change.is_needed:
            catalogue_files.write_atomically(change.path, change.after)


def fix(source: Source, findings: Sequence[Finding], *, cosmetic: bool) -> tuple[Change, ...]:
    """The source's files with the findings' fixes in place and every other byte as it was.

    `cosmetic`: also redirects that only add https, www or a slash.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        wanted = cosmetic or finding.rule != RuleId.COSMETIC_REDIRECT
        if wanted and finding.fix is not None and finding.location is not None:
            by_file.setdefault(finding.location.path, []).append(finding)
    return tuple(_fix_file(source, path, of_file) for path, of_file in sorted(by_file.items()))


def _fix_file(source: Source, path: str, findings: Sequence[Finding]) -> Change:
    splice = catalogue_files.replace_scalar if source.is_folder else markdown.replace_url
    before = after = source.read(path)
    settled = []
    for finding in sorted(findings, key=_place, reverse=True):  # so that places above stay true
        assert finding.fix is not None
        assert finding.location is not None
        after = splice(after, finding.location, finding.fix.old, finding.fix.new)
        settled.append(f"{finding.entry}: {finding.fix.old} → {finding.fix.new}")
    return Change(path=Path(path), before=before, after=after, settled=tuple(reversed(settled)))


def _place(finding: Finding) -> tuple[int, int]:
    assert finding.location is not None
    return finding.location.line, finding.location.column


def retire(source: Source, named: str, on: date, because: str) -> tuple[Change, ...]:
    """`retired` written into the entry, and the day into the catalogue's `updated`."""
    if not source.is_folder:
        raise CuratorError(
            f"{source.name} is a Markdown list, which has no place for a retired entry",
            hint="delete the line, or move the list to data first: curator import "
            f"{source.name} --into catalogue",
        )
    entry = _find_entry(source.catalogue, named)
    assert entry.location is not None
    texts = _Texts(source)
    where = entry.location.path
    texts.after[where] = catalogue_files.retire(texts.of(where), entry.location, on, because)
    if source.catalogue.updated is not None and source.catalogue.updated < on:
        main = (source.path / catalogue_files.MAIN_FILE).as_posix()
        texts.after[main] = catalogue_files.set_updated(texts.of(main), on)
    return texts.changes(where, f"{entry.title}: retired, because {because}")


class _Texts:
    """Files on their way from what they are to what they become."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.after: dict[str, str] = {}

    def of(self, path: str) -> str:
        return self.after[path] if path in self.after else self._source.read(path)

    def changes(self, where: str, settled: str) -> tuple[Change, ...]:
        return tuple(
            Change(
                path=Path(path),
                before=self._source.read(path),
                after=after,
                settled=(settled,) if path == where else (),
            )
            for path, after in self.after.items()
        )


def _find_entry(catalogue: Catalogue, named: str) -> Entry:
    """The one entry with this id, URL or title."""
    entries = [placed.entry for placed in catalogue.entries() if placed.entry]
    found = [entry for entry in entries if named in (entry.id, entry.url, entry.title)]
    if not found:
        titles = [entry.title for entry in entries]
        near = difflib.get_close_matches(named, titles, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "name it by its id, URL or title"
        raise CuratorError(f"no entry {named!r} in {catalogue.path}", hint=hint)
    if len(found) > 1:
        places = ", ".join(str(entry.location) for entry in found)
        raise CuratorError(f"several entries {named!r}: {places}", hint="name it by its URL")
    return found[0]


def rendered(catalogue: Catalogue) -> str:
    """The reader's list as a whole file."""
    return markdown.write(_with_true_updated(catalogue))


def render(catalogue: Catalogue, output: Path, *, chosen: bool) -> Change:
    """The reader's list in `output`: between its markers where it has them, else the whole file.

    `chosen`: a person named the file; without that, a file with no markers is not ours to replace.
    """
    text = rendered(catalogue)
    before = _existing(output)
    if before is None:
        return Change(path=output, before=None, after=text)
    if markdown.has_markers(before):
        return Change(path=output, before=before, after=markdown.between_markers(before, text))
    if not chosen and before != text:
        raise CuratorError(
            f"{output} exists and has no place for the list",
            hint=f"put {markdown.BEGIN} and {markdown.END} on lines of their own where the list "
            f"belongs, or replace the whole file: curator render --output {output}",
        )
    return Change(path=output, before=before, after=text)


def _existing(path: Path) -> str | None:
    if not path.is_file():  # none yet, or a pipe, which is not read
        return None
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CuratorError(f"{path}: can't be read as text: {error}") from error


def _with_true_updated(catalogue: Catalogue) -> Catalogue:
    """`updated` is never older than the newest day that an entry speaks of."""
    newest = newest_change(catalogue)
    if newest is None or catalogue.updated is None:
        return catalogue
    return replace(catalogue, updated=max(catalogue.updated, newest[0]))
