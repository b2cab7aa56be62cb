"""The history keeps every evidence through kills, other processes and damaged files."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.errors import CuratorError
from curator.evidence import (
    Attempt,
    Cause,
    DateSource,
    Evidence,
    Failure,
    Hop,
    Page,
    PageDate,
    Sign,
    Via,
)
from curator.history import History, codec
from curator.history.thin import redundant

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
URL = "https://a.example/x"


def seen(url: str = URL, at: datetime = NOW, status: int = 200, **fields: Any) -> Evidence:
    attempt = Attempt(at=at, hops=(Hop(url=url, status=status),), **fields)
    return Evidence(url=url, at=at, attempts=(attempt,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "history.sqlite3"


class TestMemory:
    def test_evidence_comes_back_oldest_first(self, path: Path) -> None:
        old, new, other = seen(at=NOW - DAY), seen(status=404), seen("https://b.example/")
        with History.open(path) as history:
            for evidence in (new, other, old):
                history.record(evidence)
            assert history.of(URL) == (old, new)
        with History.open(path, must_exist=True) as history:
            assert dict(history.load()) == {URL: (old, new), "https://b.example/": (other,)}

    def test_a_later_word_of_the_same_run_takes_the_place_of_the_first(self, path: Path) -> None:
        first = seen(status=503)
        whole = replace(first, attempts=(*first.attempts, *seen(status=200).attempts))
        with History.open(path) as history:
            history.record(first)
            history.record(whole)
            assert history.of(URL) == (whole,)

    def test_load_gives_only_what_was_wanted_and_what_is_known(self, path: Path) -> None:
        with History.open(path) as history:
            history.record(seen())
            history.record(seen("https://b.example/"))
            loaded = history.load(iter([URL, "https://never.example/"]))
        assert list(loaded) == [URL]
        assert loaded.get("https://never.example/", ()) == ()

    def test_only_the_void_run_becomes_void(self, path: Path) -> None:
        with History.open(path) as history:
            history.record(seen(at=NOW - DAY))
            history.record(seen(at=NOW))
            history.record(seen(at=NOW + timedelta(microseconds=1)))
            history.mark_void(NOW)
            assert [evidence.void for evidence in history.of(URL)] == [False, True, True]

    def test_moments_keep_their_microseconds_in_any_zone(self, path: Path) -> None:
        at = datetime.fromisoformat("2026-11-23T20:00:00.000001+08:00")
        with History.open(path) as history:
            history.record(seen(at=at))
            assert history.of(URL)[0].at == at

    def test_holds_end_by_themselves(self, path: Path) -> None:
        with History.open(path) as history:
            history.hold("a.example", NOW + timedelta(minutes=1))
            history.hold("a.example", NOW + DAY)
            history.hold("b.example", NOW)
            assert history.holds(NOW) == {"a.example": NOW + DAY}
            assert history.holds(NOW + DAY) == {}

    def test_the_last_publication_is_remembered(self, path: Path) -> None:
        with History.open(path) as history:
            assert history.published_at is None
            history.published_at = NOW - DAY
            history.published_at = NOW
        with History.open(path) as history:
            assert history.published_at == NOW


class TestFile:
    def test_a_new_folder_hides_itself_from_git(self, path: Path) -> None:
        History.open(path).close()
        assert (path.parent / ".gitignore").read_text() == "*\n"

    def test_a_folder_that_is_there_is_left_as_it_is(self, tmp_path: Path) -> None:
        History.open(tmp_path / "history.sqlite3").close()
        assert not (tmp_path / ".gitignore").exists()

    def test_closing_leaves_one_file(self, path: Path) -> None:
        with History.open(path) as history:
            history.record(seen())
        assert {file.name for file in path.parent.iterdir()} == {".gitignore", path.name}

    def test_closing_moves_the_log_into_the_file_though_another_reads(self, path: Path) -> None:
        history, reader = History.open(path), History.open(path)
        history.record(seen())
        history.close()
        assert Path(f"{path}-wal").stat().st_size == 0
        reader.close()

    def test_reading_what_does_not_exist_names_the_next_step(self, path: Path) -> None:
        with pytest.raises(CuratorError, match="no history yet") as caught:
            History.open(path, must_exist=True)
        assert caught.value.hint == "run curator check first"
        assert not path.parent.exists()

    @pytest.mark.parametrize(
        ("content", "message"),
        [(b"# my list\n" * 100, "not a history of curator"), (None, "SQLite file of another")],
        ids=["text", "another program's"],
    )
    def test_a_foreign_file_is_refused_and_not_touched(
        self, tmp_path: Path, content: bytes | None, message: str
    ) -> None:
        path = tmp_path / "other.sqlite3"
        if content is None:
            with sqlite3.connect(path) as connection:
                connection.execute("CREATE TABLE places (url)")
            connection.close()
        else:
            path.write_bytes(content)
        before = path.read_bytes()
        with pytest.raises(CuratorError, match=message) as caught:
            History.open(path)
        assert caught.value.hint
        assert path.read_bytes() == before

    def test_a_later_version_is_not_touched(self, path: Path) -> None:
        History.open(path).close()
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 2")
        connection.close()
        with pytest.raises(CuratorError, match="later curator") as caught:
            History.open(path)
        assert "upgrade" in str(caught.value.hint)

    def test_a_damaged_file_is_named(self, path: Path) -> None:
        with History.open(path) as history:
            for number in range(300):
                history.record(seen(f"https://a.example/{number}"))
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        with pytest.raises(CuratorError, match="damaged"), History.open(path) as history:
            len(history.load())

    @pytest.mark.parametrize("place", ["a file/history.sqlite3", "a folder"])
    def test_an_impossible_place_is_named(self, tmp_path: Path, place: str) -> None:
        (tmp_path / "a file").write_text("")
        (tmp_path / "a folder").mkdir()
        with pytest.raises(CuratorError, match="can't be opened") as caught:
            History.open(tmp_path / place)
        assert "--history" in str(caught.value.hint)

    def test_a_full_disk_is_named_and_what_was_seen_stays(self, path: Path) -> None:
        with History.open(path) as history:
            history.record(seen())
            history._connection.execute("PRAGMA max_page_count = 5")
            with pytest.raises(CuratorError, match="disk is full"):
                history.record(seen("https://b.example/" + 100_000 * "x"))
        with History.open(path) as history:
            assert history.of(URL) == (seen(),)

    def test_a_row_that_is_not_understood_is_skipped_and_counted(self, path: Path) -> None:
        with History.open(path) as history:
            history.record(seen(at=NOW - DAY))
            history.record(seen())
        with sqlite3.connect(path) as connection:
            connection.execute(
                "UPDATE evidence SET attempts = '[{}]' WHERE at = (SELECT min(at) FROM evidence)"
            )
        connection.close()
        with History.open(path) as history:
            assert history.of(URL) == history.load()[URL] == (seen(),)
            assert history.unreadable == 1


class TestTwoAtOnce:
    def test_a_kill_loses_nothing_that_was_seen(self, path: Path) -> None:
        child = subprocess.Popen([sys.executable, "-c", _CHILD, path], stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"recorded\n"
        child.send_signal(signal.SIGKILL)
        child.communicate()
        with History.open(path) as history:
            assert len(history.load()) == 7

    def test_another_writer_is_waited_for(self, path: Path) -> None:
        other = _writing(path)
        timer = threading.Timer(0.05, other.commit)
        with History.open(path) as history:
            timer.start()
            history.record(seen())
            assert history.of(URL) == (seen(),)
        timer.join()
        other.close()

    def test_another_writer_that_stays_is_named(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("curator.history.store._PATIENCE", 0.01)
        other = _writing(path)
        with History.open(path) as history:
            with pytest.raises(CuratorError, match="another process") as caught:
                history.record(seen())
            assert "--history" in str(caught.value.hint)
            other.close()


_CHILD = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from curator.evidence import Evidence
from curator.history import History

history = History.open(Path(sys.argv[1]))
for number in range(7):
    url = f"https://a.example/{number}"
    history.record(Evidence(url=url, at=datetime(2026, 11, 23, tzinfo=UTC), attempts=()))
print("recorded", flush=True)
time.sleep(60)
"""


def _writing(path: Path) -> sqlite3.Connection:
    """Another process in the middle of a transaction."""
    History.open(path).close()
    other = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


class TestTrim:
    def test_an_unbroken_run_keeps_its_first_week_and_its_last(self) -> None:
        past = [seen(at=NOW + day * DAY) for day in range(20)]
        kept = [evidence for evidence in past if evidence not in redundant(past)]
        assert kept == [*past[:7], past[-1]]

    def test_checks_of_one_day_are_not_taken_for_days(self) -> None:
        past = [seen(at=NOW + minute * timedelta(minutes=1)) for minute in range(20)]
        assert redundant(past) == ()

    @pytest.mark.parametrize(
        "other",
        [
            seen(status=404),
            seen(signs=(Sign(name="login", where="title"),)),
            seen(failure=Failure(url=URL, cause=Cause.RESET, detail="")),
            seen(page=Page(media_type="text/html", length=1, title="Another")),
        ],
        ids=["status", "sign", "failure", "title"],
    )
    def test_what_differs_breaks_the_run(self, other: Evidence) -> None:
        run = [seen(at=NOW + day * DAY) for day in range(10)]
        past = [*run[:5], replace(other, at=run[5].at), *run[6:]]
        assert redundant(past) == ()

    def test_a_void_run_says_nothing(self) -> None:
        past = [replace(seen(at=NOW + day * DAY), void=day == 5) for day in range(20)]
        kept = [evidence for evidence in past if evidence not in redundant(past)]
        assert kept == [*past[:8], past[-1]]

    def test_lengths_durations_and_moments_do_not_make_a_difference(self) -> None:
        past = [_lively(day) for day in range(10)]
        assert redundant(past) == tuple(past[7:9])

    def test_the_file_forgets_them(self, path: Path) -> None:
        past = [seen(at=NOW + day * DAY) for day in range(20)]
        with History.open(path) as history:
            for evidence in past:
                history.record(evidence)
            assert history.trim() == 12
            assert history.of(URL) == (*past[:7], past[-1])


def _lively(day: int) -> Evidence:
    at = NOW + day * DAY
    page = Page(
        media_type="text/html",
        length=day,
        text_length=day,
        dates=(PageDate(day=at.date(), source=DateSource.TIME, modified=True),),
    )
    hop = Hop(url=URL, status=200, elapsed_ms=day)
    return Evidence(url=URL, at=at, attempts=(Attempt(at=at, hops=(hop,), page=page),))


class TestCodec:
    def test_defaults_are_left_out(self) -> None:
        assert codec.encode(seen()) == (
            '[{"at":"2026-11-23T12:00:00+00:00","hops":[{"url":"https://a.example/x","status":200}]}]'
        )

    def test_chinese_stays_readable_and_half_a_character_is_kept(self) -> None:
        page = Page(media_type="text/html", length=1, title="入门", heading="\ud83d")
        whole, half = seen(page=replace(page, heading="")), seen(page=page)
        assert "入门" in codec.encode(whole)
        assert _again(half) == half
        codec.encode(half).encode()

    def test_what_a_later_version_added_is_ignored(self) -> None:
        text = codec.encode(seen()).replace('"status":200', '"status":200,"colour":[{"a":1}]')
        assert codec.decode(text, url=URL, at=NOW, void=False) == seen()

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{}",
            "[1]",
            "[{}]",
            '[{"at":"2026-11-23T12:00:00","hops":[]}]',
            '[{"at":1,"hops":[]}]',
            '[{"at":"2026-11-23T12:00:00+00:00","hops":{}}]',
            '[{"at":"2026-11-23T12:00:00+00:00","hops":[{"url":"x","status":"200"}]}]',
            '[{"at":"2026-11-23T12:00:00+00:00","hops":[{"url":"x","status":true}]}]',
            '[{"at":"2026-11-23T12:00:00+00:00","hops":[],"failure":'
            '{"url":"x","cause":"of a later version","detail":""}}]',
            "[" * 100_000,
        ],
    )
    def test_what_can_not_be_understood_is_a_value_error(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"."):
            codec.decode(text, url=URL, at=NOW, void=False)


def _again(evidence: Evidence) -> Evidence:
    text = codec.encode(evidence)
    return codec.decode(text, url=evidence.url, at=evidence.at, void=evidence.void)


moments = st.datetimes(
    min_value=datetime(1990, 1, 1),
    max_value=datetime(2090, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))]),
)
days = st.dates(min_value=date(1, 1, 1))
texts = st.text(st.characters(), max_size=5)
hops = st.builds(
    Hop,
    url=texts,
    status=st.integers(0, 999),
    location=st.none() | texts,
    via=st.sampled_from(Via),
    permanent=st.booleans(),
    elapsed_ms=st.integers(0, 99),
)
dates = st.builds(PageDate, day=days, source=st.sampled_from(DateSource), modified=st.booleans())
pages = st.builds(
    Page,
    media_type=texts,
    length=st.integers(0),
    cut=st.booleans(),
    title=texts,
    dates=st.lists(dates, max_size=2).map(tuple),
)
attempts = st.builds(
    Attempt,
    at=moments,
    hops=st.lists(hops, max_size=3).map(tuple),
    failure=st.none() | st.builds(Failure, url=texts, cause=st.sampled_from(Cause), detail=texts),
    retry_after=st.none() | moments,
    signs=st.lists(st.builds(Sign, name=texts, where=texts, detail=texts), max_size=2).map(tuple),
    page=st.none() | pages,
)


@settings(max_examples=80)
@given(st.builds(Evidence, url=texts, at=moments, attempts=st.lists(attempts).map(tuple)))
def test_evidence_survives_being_written_and_read(evidence: Evidence) -> None:
    assert _again(evidence) == evidence
