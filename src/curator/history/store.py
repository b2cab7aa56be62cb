"""The SQLite file that remembers what was seen.

Every evidence is committed as it arrives (some 30 µs in WAL mode, no thread needed), so that a
kill loses nothing that was seen. Verdicts are never stored.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from curator.evidence import Evidence, Specimen
from curator.history import codec, faults
from curator.history.thin import redundant

_APPLICATION = 0x63757261
"""SQLite's `application_id`: "cura"."""
_VERSION = 2
"""SQLite's `user_version`: of the schema below."""
_SPECIMENS = """
CREATE TABLE IF NOT EXISTS specimen (
    url TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    seen TEXT NOT NULL  -- JSON, see codec
) WITHOUT ROWID;
"""
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS evidence (
    url TEXT NOT NULL,
    at INTEGER NOT NULL,  -- microseconds since 1970 in UTC
    void INTEGER NOT NULL,
    attempts TEXT NOT NULL,  -- JSON, see codec
    accepted INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (url, at)
) WITHOUT ROWID;
{_SPECIMENS}
CREATE TABLE IF NOT EXISTS hold (host TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS moment (name TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
COMMIT;
"""
_FROM_1 = f"""
BEGIN IMMEDIATE;
{_SPECIMENS}
ALTER TABLE evidence ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0;
PRAGMA user_version = {_VERSION};
COMMIT;
"""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OFTEN = 20
"""Evidences of one URL from which on it is worth looking for redundant ones."""
_SPECIMENS_LAST = timedelta(days=100)
_HOLDS_LAST = timedelta(days=8)
"""More than what a host's wish is heeded (`fetch`): a later one is of a clock that was wrong."""
_VIEWS = """
CREATE TEMP VIEW horizon AS SELECT ifnull(max(at), 1 << 62) AS at FROM moment WHERE name = 'now';
CREATE TEMP VIEW seen AS SELECT * FROM evidence WHERE at <= (SELECT at FROM horizon);
"""
"""Without what is dated later than the last run, by a clock that was wrong before it."""
_PATIENCE = 5.0
"""Seconds to wait for another process that writes."""


class History:
    """Every URL's evidence. Close it, or use it in a `with`; faults are `CuratorError`s."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._unreadable: set[tuple[str, int]] = set()

    @classmethod
    def open(cls, path: Path, *, must_exist: bool = False) -> Self:
        """The history in the file at `path`, which is made unless it `must_exist`.

        A missing folder is made too, with a `.gitignore` for everything in it.
        """
        if must_exist and not path.exists():
            raise faults.not_there(path)
        with faults.explained(path):
            _make_folder(path.parent)
            connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            try:
                _prepare(path, connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave one file that holds everything, safe on the disk, without a log beside it."""
        try:
            with faults.explained(self.path):
                if self._connection.total_changes:
                    self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._connection.close()

    def begin(self, now: datetime) -> None:
        """A run begins: what is dated later, by a clock that was wrong, is left out from now on."""
        self._write("INSERT OR REPLACE INTO moment VALUES ('now', ?)", _stamp(now))

    def record(self, evidence: Evidence) -> None:
        """Keep `evidence`, in the place of an earlier one of the same URL and moment."""
        row = (
            *(evidence.url, _stamp(evidence.at), evidence.void),
            *(codec.encode(evidence), evidence.accepted),
        )
        self._write("INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?, ?)", *row)
        self._write("UPDATE moment SET at = max(at, ?1) WHERE name = 'now'", _stamp(evidence.at))

    def mark_void(self, since: datetime) -> None:
        """Mark as void all that the run saw that began at `since`: `judge` leaves it out."""
        statement = "UPDATE evidence SET void = 1 WHERE at >= ? AND at <= (SELECT at FROM horizon)"
        self._write(statement, _stamp(since))

    def accept(self, url: str) -> None:
        """Remember that what `url` showed last is what the list recommends."""
        self._write("UPDATE evidence SET accepted = 0 WHERE url = ?", url)
        self._write(
            "UPDATE evidence SET accepted = 1 WHERE (url, at) ="
            " (SELECT url, max(at) FROM seen WHERE url = ? AND NOT void)",
            url,
        )

    def of(self, url: str) -> tuple[Evidence, ...]:
        """The evidence of one URL, oldest first; none when it was never asked."""
        return self._decoded(self._read("SELECT * FROM seen WHERE url = ? ORDER BY at", url))

    def load(self, urls: Iterable[str] | None = None) -> Mapping[str, tuple[Evidence, ...]]:
        """The evidence of `urls`, or of all, as it is now; decoded only when looked at."""
        wanted = None if urls is None else frozenset(urls)
        found: dict[str, list[_Row]] = {}
        for row in self._read("SELECT * FROM seen ORDER BY url, at"):
            if wanted is None or row[0] in wanted:
                found.setdefault(row[0], []).append(row)
        return _Loaded(found, self._decoded)

    def latest_redirects(self, urls: Iterable[str]) -> Iterator[Evidence]:
        """Of each of `urls` whose last evidence has a redirect, that evidence; void ones aside."""
        wanted = frozenset(urls)
        query = (
            "SELECT url, max(at), void, attempts, accepted FROM seen WHERE NOT void"
            " GROUP BY url HAVING attempts LIKE '%\"location\":%'"
        )
        for row in self._read(query):
            if row[0] in wanted and (evidence := self._decode(row)) is not None:
                yield evidence

    @property
    def unreadable(self) -> int:
        """How many evidences were met that could not be understood, and were left out."""
        return len(self._unreadable)

    def keep(self, specimen: Specimen) -> None:
        """Remember what a host showed at a URL that the list does not name."""
        row = (specimen.url, _stamp(specimen.at), codec.encode_specimen(specimen))
        self._write("INSERT OR REPLACE INTO specimen VALUES (?, ?, ?)", *row)

    def specimen(self, url: str, since: datetime) -> Specimen | None:
        """What was seen there at `since` or later."""
        query = "SELECT seen FROM specimen WHERE url = ? AND at >= ?"
        for (text,) in self._read(query, url, _stamp(since)):
            try:
                return codec.decode_specimen(text)
            except ValueError:
                return None
        return None

    def hold(self, host: str, until: datetime) -> None:
        """Remember that `host` wants to be left alone `until` then."""
        self._write("INSERT OR REPLACE INTO hold VALUES (?, ?)", host, _stamp(until))

    def holds(self, now: datetime) -> Mapping[str, datetime]:
        """The hosts that want to be left alone at `now`, and until when."""
        query = "SELECT host, until FROM hold WHERE until BETWEEN ? AND ?"
        rows = self._read(query, _stamp(now) + 1, _stamp(now + _HOLDS_LAST))
        return {host: _moment(until) for host, until in rows}

    @property
    def published_at(self) -> datetime | None:
        """When a report was last published; what is new is new since then."""
        rows = self._read("SELECT at FROM moment WHERE name = 'published'")
        return _moment(rows[0][0]) if rows else None

    @published_at.setter
    def published_at(self, at: datetime) -> None:
        self._write("INSERT OR REPLACE INTO moment VALUES ('published', ?)", _stamp(at))

    def trim(self) -> int:
        """Forget what says nothing new (see `thin`); how many evidences that were."""
        often = "SELECT url FROM evidence GROUP BY url HAVING count(*) > ?"
        goners = [
            (url, _stamp(evidence.at))
            for (url,) in self._read(often, _OFTEN)
            for evidence in redundant(self.of(url))
        ]
        with faults.explained(self.path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute(
                "DELETE FROM specimen WHERE at < (SELECT max(at) FROM specimen) - ?",
                (_SPECIMENS_LAST // timedelta(microseconds=1),),
            )
            self._connection.executemany("DELETE FROM evidence WHERE url = ? AND at = ?", goners)
        return len(goners)

    def _write(self, statement: str, *values: str | int) -> None:
        with faults.explained(self.path):
            self._connection.execute(statement, values)

    def _read(self, query: str, *values: str | int) -> list[Any]:
        with faults.explained(self.path):
            return self._connection.execute(query, values).fetchall()

    def _decoded(self, rows: Iterable[_Row]) -> tuple[Evidence, ...]:
        return tuple(evidence for row in rows if (evidence := self._decode(row)) is not None)

    def _decode(self, row: _Row) -> Evidence | None:
        url, at, void, attempts, accepted = row
        try:
            return codec.decode(
                attempts, url=url, at=_moment(at), void=bool(void), accepted=bool(accepted)
            )
        except ValueError:
            self._unreadable.add((url, at))
            return None


_Row = tuple[str, int, int, str, int]


class _Loaded(Mapping[str, tuple[Evidence, ...]]):
    """Rows by URL. JSON is what costs, so it is read when it is looked at."""

    def __init__(
        self,
        rows: Mapping[str, Sequence[_Row]],
        decoded: Callable[[Iterable[_Row]], tuple[Evidence, ...]],
    ) -> None:
        self._of = rows
        self._decoded = decoded

    def __getitem__(self, url: str) -> tuple[Evidence, ...]:
        return self._decoded(self._of[url])

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    """See that the file is a history that this version can read; make it one if it is empty."""
    version = _pragma(connection, "user_version")
    if version > _VERSION and _pragma(connection, "application_id") == _APPLICATION:
        raise faults.newer(path, version)
    if not _pragma(connection, "schema_version"):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_SCHEMA)
    if _pragma(connection, "application_id") != _APPLICATION:
        raise faults.foreign(path)
    if 0 < version < _VERSION:
        connection.executescript(_FROM_1)
    connection.executescript(_VIEWS)
    connection.execute("PRAGMA synchronous = NORMAL")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _stamp(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _moment(stamp: int) -> datetime:
    return _EPOCH + timedelta(microseconds=stamp)
