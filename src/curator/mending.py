"""Changing the curator's files: fixes as splices, and the list written again.

Nothing is written here: every function says what a file would become, so that a diff can be shown
before `write` is called.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from curator import catalogue_files, markdown
from curator.catalogue import Catalogue
from curator.catalogue_files import names
from curator.catalogue_rules import newest_change
from curator.errors import CuratorError
from curator.findings import Finding, RuleId
from curator.markdown import Edit
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
    left: tuple[str, ...] = ()
    """What is left to a person: one sentence each."""
    made: tuple[tuple[str, str], ...] = ()
    """The URLs it replaces, old and new."""

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
    """Put all changed files in place, or none: what fails, or Ctrl-C, takes the others back.

    Raises CuratorError when a file is read-only, or no longer what it was when it was read.
    """
    needed = [change for change in changes if change.is_needed]
    for change in needed:
        catalogue_files.check_writable(change.path)
        if change.before is not None and _existing(change.path) != change.before:
            raise CuratorError(
                f"{change.path}: changed while curator was at work, and is left alone",
                hint="the same command again",
            )
    done: list[Change] = []
    try:
        for change in needed:
            done.append(change)
            catalogue_files.write_atomically(change.path, change.after)
    except BaseException:
        for change in done:
            _take_back(change)
        raise


def _take_back(change: Change) -> None:
    if change.before is not None and _existing(change.path) != change.before:
        catalogue_files.write_atomically(change.path, change.before)
    elif change.before is None and change.path.is_file():
        change.path.unlink()


def fix(source: Source, findings: Sequence[Finding], *, cosmetic: bool) -> tuple[Change, ...]:
    """The source's files with the findings' fixes in place and every other byte as it was.

    `cosmetic`: also redirects that only add https, www or a slash. A fix that can't be made
    without changing more is left to a person, and the others are made. What a side file says of
    a URL goes along with it.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        wanted = cosmetic or finding.rule != RuleId.COSMETIC_REDIRECT
        if wanted and finding.fix is not None and finding.location is not None:
            by_file.setdefault(finding.location.path, []).append(finding)
    changes = tuple(_fix_file(source, path, of_file) for path, of_file in sorted(by_file.items()))
    return (*changes, *_fix_beside(source, changes))


def _fix_file(source: Source, path: str, findings: Sequence[Finding]) -> Change:
    replace_all = catalogue_files.replace_scalars if source.is_folder else markdown.replace_urls
    before = source.read(path)
    entries = {_edit(finding): finding.entry for finding in findings}
    after, refused = replace_all(before, list(entries))
    left = dict(refused)
    made = sorted(entries.keys() - left.keys(), key=lambda edit: edit.location)
    return Change(
        path=Path(path),
        before=before,
        after=after,
        made=tuple((edit.old, edit.new) for edit in made),
        settled=tuple(f"{entries[edit]}: {edit.old} → {edit.new}" for edit in made),
        left=tuple(left.values()),
    )


def _edit(finding: Finding) -> Edit:
    assert finding.fix is not None
    assert finding.location is not None
    return Edit(location=finding.location, old=finding.fix.old, new=finding.fix.new)


def _fix_beside(source: Source, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The side file's entries for URLs that were changed in the list."""
    side = source.side
    if side is None:
        return ()
    edits = {
        named.url: Edit(location=named.location, old=named.url, new=new)
        for change in changes
        for old, new in change.made
        if (named := side.named(old)) and not names(named, new)
    }
    if not edits:
        return ()
    path = side.path.as_posix()
    before = source.read(path)
    after, refused = catalogue_files.replace_scalars(before, list(edits.values()))
    left = tuple(reason for _, reason in refused)
    return (Change(path=side.path, before=before, after=after, left=left),)


class Texts:
    """Files on their way from what they are to what they become."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.after: dict[str, str] = {}

    def of(self, path: str) -> str:
        return self.after[path] if path in self.after else self._source.read(path)

    def changes(self, where: str, *settled: str) -> tuple[Change, ...]:
        """What is settled is said with the file `where`, which comes last: what leaves one file
        for another is never in neither."""
        ordered = sorted(self.after.items(), key=lambda pair: pair[0] == where)
        return tuple(
            Change(
                path=Path(path),
                before=self._source.read(path) if Path(path).exists() else None,
                after=after,
                settled=settled if path == where else (),
            )
            for path, after in ordered
        )


def rendered(catalogue: Catalogue) -> str:
    """The reader's list as a whole file."""
    return markdown.write(_with_true_updated(catalogue))


def render(catalogue: Catalogue, output: Path, *, chosen: bool) -> Change:
    """The reader's list in `output`: between its markers where it has them, else the whole file.

    `chosen`: a person named the file; without that, a file with no markers is not ours to replace,
    and a new one gets them, so that the next time there is a place for the list.
    """
    text = rendered(catalogue)
    before = _existing(output)
    if before is None:
        return Change(path=output, before=None, after=text if chosen else markdown.marked(text))
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
