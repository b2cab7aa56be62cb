"""Whatever a server says, a probe ends with evidence."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from curator.evidence import Cause
from curator.judge import Policy, judge
from curator.probes import Ask, Cut
from probes.answering import LISTED, Reply, drive

_PIECES = st.sampled_from(
    [
        b"<title>",
        b"</title>",
        b"<h1>",
        b"404",
        b"<meta http-equiv=refresh content='0;url=/x'>",
        b"<script type='application/ld+json'>",
        b'{"dateModified":"2025-01-01"}',
        b"</script>",
        b"<base href='//'>",
        b"charset=gbk",
        b"\xff\xfe",
        "页面不存在".encode("gbk"),
        b"<svg>",
        b"\x00",
        b"<time datetime=2024-01-01>",
        b"<input type=password>",
        b"Just a moment...",
        b"<frameset>",
    ]
)
_HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "location",
            "refresh",
            "retry-after",
            "last-modified",
            "date",
            "content-type",
            "cf-mitigated",
        ]
    ),
    st.text(max_size=20)
    | st.sampled_from(["/a", "0; url=/b", "text/html; charset=x", "é", "//[", "99"]),
)
_REPLIES = st.builds(
    Reply,
    status=st.integers(200, 999),
    headers=_HEADERS,
    body=st.binary(max_size=30) | st.lists(_PIECES, max_size=8).map(b"".join),
    cookies=st.lists(st.text(max_size=15), max_size=2).map(tuple),
    cut=st.none() | st.sampled_from(Cut),
    failure=st.none() | st.sampled_from(Cause),
)


@settings(max_examples=300, deadline=timedelta(seconds=2))
@given(st.lists(_REPLIES, min_size=1, max_size=6))
def test_a_probe_ends_and_its_evidence_can_be_judged(replies: list[Reply]) -> None:
    turn = iter(range(10_000))

    def web(ask: Ask) -> Reply:
        assert ask.url.isascii()
        assert "#" not in ask.url
        return replies[next(turn) % len(replies)]

    seen = drive(web)
    assert len(seen.asks) <= 3 * 2 * 21
    assert 1 <= len(seen.evidence.attempts) <= 3
    verdict = judge(LISTED, [seen.evidence], Policy())
    assert verdict.reason
    assert verdict.status not in ("dead", "soft-404", "parked", "drifted")
