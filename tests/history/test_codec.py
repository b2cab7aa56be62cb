"""Evidence as JSON and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from curator.history import codec
from history.seen import NOW, URL, seen


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
