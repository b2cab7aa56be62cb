"""What is recorded comes back, and what is wrong with the file is told."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from curator.errors import CuratorError
from curator.evidence import Attempt, Evidence, Hop
from curator.history import History
from history.seen import DAY, NOW, URL, seen


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

    def test_a_hold_that_a_wrong_clock_made_is_none(self, path: Path) -> None:
        with History.open(path) as history:
            history.hold("a.example", NOW + 900 * DAY)
            assert history.holds(NOW) == {}

    def test_what_a_wrong_clock_dated_ahead_is_left_out_by_the_next_run(self, path: Path) -> None:
        ahead = seen(at=NOW + 900 * DAY)
        with History.open(path) as history:
            history.begin(ahead.at)
            history.record(ahead)
            assert history.of(URL) == history.load()[URL] == (ahead,)
            history.begin(NOW)
            assert history.of(URL) == ()
            assert dict(history.load()) == {}
            history.record(seen())
            history.accept(URL)
            assert history.of(URL) == (replace(seen(), accepted=True),)

    def test_a_run_under_a_clock_that_is_late_voids_nothing_but_its_own(self, path: Path) -> None:
        early = seen(at=NOW - 9000 * DAY)
        with History.open(path) as history:
            history.record(seen())
            history.begin(early.at)
            history.record(early)
            history.mark_void(early.at)
            history.begin(NOW + DAY)
            assert [one.void for one in history.of(URL)] == [True, False]

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
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        with pytest.raises(CuratorError, match="later curator") as caught:
            History.open(path)
        assert "upgrade" in str(caught.value.hint)

    def test_a_file_of_the_first_version_is_read_and_brought_up_to_date(self, path: Path) -> None:
        with History.open(path) as history:
            history.record(seen("https://a.example/"))
        with sqlite3.connect(path) as connection:
            connection.execute("ALTER TABLE evidence DROP COLUMN accepted")
            connection.execute("PRAGMA user_version = 1")
        connection.close()
        with History.open(path) as history:
            assert history.of("https://a.example/") == (seen("https://a.example/"),)
            history.accept("https://a.example/")
        with History.open(path) as history:
            assert history.of("https://a.example/")[0].accepted

    def test_the_last_evidence_is_accepted_and_no_other(self, path: Path) -> None:
        url, other = "https://a.example/", "https://b.example/"
        with History.open(path) as history:
            history.record(seen(url, NOW))
            history.record(seen(other, NOW))
            history.accept(url)
            history.record(seen(url, NOW + DAY))
            history.accept(url)
            history.record(replace(seen(url, NOW + 2 * DAY), void=True))
            assert [one.accepted for one in history.of(url)] == [False, True, False]
            assert not any(one.accepted for one in history.of(other))

    def test_the_latest_redirects_are_found(self, path: Path) -> None:
        url, other = "https://a.example/", "https://b.example/"
        led = Attempt(
            at=NOW, hops=(Hop(url=url, status=301, location=other), Hop(url=other, status=200))
        )
        with History.open(path) as history:
            history.record(seen(url))
            history.record(Evidence(url=url, at=NOW + DAY, attempts=(led,)))
            history.record(Evidence(url=other, at=NOW, attempts=(led,)))
            history.record(seen(other, NOW + DAY))
            history.record(replace(seen(url, NOW + 2 * DAY), void=True))
            assert [one.url for one in history.latest_redirects([url, other])] == [url]
            assert list(history.latest_redirects([other])) == []

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
