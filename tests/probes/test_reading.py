"""What a reader would see of a page."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from curator.evidence import DateSource, PageDate
from curator.probes import Answer
from curator.probes.reading import Reading, read
from probes.answering import Reply, drive, html, in_turn

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def reading(body: bytes, content_type: str = "text/html", **headers: str) -> Reading:
    return read(
        Answer(
            url="https://a.example/",
            status=200,
            headers=(
                ("content-type", content_type),
                *((name.replace("_", "-"), value) for name, value in headers.items()),
            ),
            body=body,
            cut=None,
            at=NOW,
            elapsed_ms=1,
        )
    )


def test_what_is_seen_is_what_a_reader_sees() -> None:
    body = html(
        " A \n title ",
        heading="The <i>first</i> heading",
        text="Words &amp; more.",
        body="<script>var not = 'seen'</script><noscript>nor this</noscript>"
        "<style>p{}</style><template>or this</template><svg><title>drawing</title></svg>",
    )
    page = reading(body).page
    assert (page.title, page.heading, page.language) == ("A title", "The first heading", "en")
    assert page.text_length == len("The first heading Words & more.")
    assert page.media_type == "text/html"


TITLE = "深度学习：第一讲"
CHINESE = f"<title>{TITLE}</title>"
LEGACY = (
    ("big5", "機器學習的數學基礎，從入門到實作"),
    ("cp932", "はじめての機械学習、すぐにわかる"),
    ("euc_jp", "はじめての機械学習、すぐにわかる"),
    ("cp949", "처음 시작하는 기계 학습 이야기"),
    ("cp1251", "Основы машинного обучения для начинающих"),
    ("koi8_r", "Основы машинного обучения для начинающих"),
    ("iso8859_7", "Εισαγωγή στη μηχανική μάθηση για όλους"),
    ("cp1256", "مقدمة في تعلم الآلة للمبتدئين"),
    ("cp1252", "Où l'été mène à l'île: dès l'âge d'être déçu, naïf et fâché"),
    ("cp1252", "Größere Möglichkeiten für Äpfel, Öfen, Übungen und Süßes"),
)


@pytest.mark.parametrize(
    ("body", "content_type", "title"),
    [
        (CHINESE.encode(), "text/html; charset=utf-8", TITLE),
        (CHINESE.encode(), "text/html; charset=iso-8859-1", TITLE),
        (CHINESE.encode(), "text/html; charset=gbk", TITLE),
        (CHINESE.encode(), "text/html", TITLE),
        (CHINESE.encode("utf-8-sig"), "text/html", TITLE),
        (CHINESE.encode("utf-16"), "text/html", TITLE),
        (CHINESE.encode("gbk"), "text/html; charset=gb2312", TITLE),
        (CHINESE.encode("gbk"), "text/html; charset=utf-8", TITLE),
        (CHINESE.encode("gbk"), "text/html", TITLE),
        (b'<meta charset="gb2312">' + CHINESE.encode("gb18030"), "text/html", TITLE),
        (b"<meta charset=utf-8>" + CHINESE.encode("gbk"), "text/html; charset=utf-8", TITLE),
        ("<meta charset='big5'><title>機器學習</title>".encode("big5"), "text/html", "機器學習"),
        ("<title>日本語の本</title>".encode("cp932"), "text/html; charset=Shift_JIS", "日本語の本"),
        ("<title>Привет</title>".encode("cp1251"), "text/html; charset=windows-1251", "Привет"),
        ("<title>Café – crème</title>".encode("cp1252"), "text/html", "Café – crème"),
        ("<title>模</title>".encode("gbk"), "text/html; charset=gbk", "模"),
        # Nothing is declared but the language
        ("<html lang=ru><title>Приливы и мели".encode("cp1251"), "text/html", "Приливы и мели"),
        ("<html lang='ru'><title>Приливы и мели".encode("koi8_r"), "text/html", "Приливы и мели"),
        ('<html lang="pl"><title>Łódź w żegludze'.encode("cp1250"), "text/html", "Łódź w żegludze"),
        ('<html lang="ja"><title>日本の潮流'.encode("euc_jp"), "text/html", "日本の潮流"),
        (
            '<html lang="ja"><title>日本の潮流について'.encode("cp932"),
            "text/html",
            "日本の潮流について",
        ),
        ('<html lang="ko"><title>밀물과 썰물'.encode("cp949"), "text/html", "밀물과 썰물"),
        ('<html lang="zh-TW"><title>潮汐與港口'.encode("big5"), "text/html", "潮汐與港口"),
        ('<html lang="zh-CN"><title>潮汐与港口'.encode("gbk"), "text/html", "潮汐与港口"),
        ('<html lang="fr"><title>Marées d\'été'.encode("cp1252"), "text/html", "Marées d'été"),
        ('<html lang="ru"><title>Приливы'.encode(), "text/html", "Приливы"),
        (CHINESE.encode() + b"<p>\xff\xfe", "text/html", TITLE),
        *((f"<title>{title}</title>".encode(codec), "text/html", title) for codec, title in LEGACY),
        ("<html lang=tr><title>Kayıp şarkı</title>".encode("cp1254"), "text/html", "Kayıp şarkı"),
        ("<html lang='pl'><title>Źródła</title>".encode("cp1250"), "text/html", "Źródła"),
        (b"<title>x</title>", "text/html; charset=hex", "x"),
    ],
)
def test_titles_come_out_right_whatever_is_declared(
    body: bytes, content_type: str, title: str
) -> None:
    assert reading(body, content_type).page.title == title


def test_a_character_that_was_cut_spoils_nothing() -> None:
    assert reading(CHINESE.encode() + "字".encode()[:2]).page.title == TITLE


def test_what_is_no_html_is_not_read() -> None:
    pdf = reading(b"\n%PDF-1.7 ...", "application/octet-stream")
    assert pdf.is_pdf
    assert pdf.page.title == ""
    assert reading(html("x"), "").page.title == "x"
    assert reading(html("x"), "application/json").page.title == ""
    assert reading(b"plain <html> text", "text/plain").page.title == ""


def dates(body: bytes, **headers: str) -> list[tuple[date, DateSource, bool]]:
    found: tuple[PageDate, ...] = reading(body, **headers).page.dates
    return [(one.day, one.source, one.modified) for one in found]


LD = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("head", "day", "source", "modified"),
    [
        (
            LD % '{"@type":"Article","dateModified":"2025-01-31T23:30:00-08:00"}',
            date(2025, 1, 31),
            DateSource.JSON_LD,
            True,
        ),
        (
            LD % '{"@graph":[{"@type":"WebPage","datePublished":"2024-02-03"}]}',
            date(2024, 2, 3),
            DateSource.JSON_LD,
            False,
        ),
        (
            '<meta property="article:modified_time" content="2024-05-06T00:00:00Z">',
            date(2024, 5, 6),
            DateSource.META,
            True,
        ),
        (
            '<meta name="citation_date" content="2017/06/12">',
            date(2017, 6, 12),
            DateSource.META,
            False,
        ),
        (
            '<meta itemprop="datePublished" content="2020-1-2">',
            date(2020, 1, 2),
            DateSource.META,
            False,
        ),
    ],
)
def test_a_page_says_its_day(head: str, day: date, source: DateSource, modified: bool) -> None:
    assert dates(html(head=head)) == [(day, source, modified)]


@pytest.mark.parametrize(
    "head",
    [
        LD % '{"@type":"Comment","datePublished":"2024-02-03"}',
        LD % "{not json",
        LD % ("[" * 50_000),
        LD % ('{"@graph":[' * 3000 + "]}" * 3000),
        LD % '{"dateModified":{"@value":"2024-01-01"}}',
        LD % '{"dateModified":"2024-13-01"}',
        LD % '{"dateModified":"2031-01-01"}',
        LD % '{"dateModified":"0001-01-01"}',
        '<meta property="article:modified_time" content="yesterday">',
        '<meta name="copyright" content="2019-01-01">',
    ],
)
def test_what_is_no_day(head: str) -> None:
    assert dates(html(head=head)) == []


def test_the_time_beside_the_heading() -> None:
    body = b"<article><header><h1>T</h1></header><time datetime=2023-04-05>x</time></article>"
    assert dates(body) == [(date(2023, 4, 5), DateSource.TIME, False)]
    far = b"<main><div><div><div><h1>T</h1></div></div></div><time datetime=2023-04-05>x</main>"
    assert dates(far) == []


@pytest.mark.parametrize(
    ("value", "now", "day"),
    [
        ("Sat, 01 Feb 2025 10:00:00 GMT", "Fri, 20 Nov 2026 12:00:00 GMT", date(2025, 2, 1)),
        ("Fri, 20 Nov 2026 11:59:57 GMT", "Fri, 20 Nov 2026 12:00:00 GMT", None),
        ("Fri, 20 Nov 2026 12:00:00 GMT", "", None),
        ("Sat, 01 Feb 2025 10:00:00 GMT", "Sat, 01 Feb 2025 10:00:01 GMT", None),
        ("not a date", "", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "", None),
    ],
)
def test_last_modified_unless_it_is_the_clock(value: str, now: str, day: date | None) -> None:
    found = dates(html(), last_modified=value, date=now)
    assert [one[0] for one in found] == ([day] if day else [])


@pytest.mark.parametrize(
    "part",
    [b"<div>", b"<ul><li>", b"<section>", b"<div><p>", b"<table><tr><td>", b"<b><i>", b"<a "],
)
def test_a_page_made_to_be_slow_is_not(part: bytes) -> None:
    began = time.perf_counter()
    reading(part * 200_000)
    assert time.perf_counter() - began < 1.5


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        (b"404 page not found\n", "404 page not found"),
        (b"line one\nline two", ""),
        (b"x" * 400, ""),
        (b"", ""),
    ],
)
def test_a_text_of_one_line_is_its_own_heading(body: bytes, heading: str) -> None:
    reply = Reply(headers={"content-type": "text/plain"}, body=body)
    page = drive(in_turn(reply)).evidence.attempts[-1].page
    assert page is not None
    assert page.heading == heading


@pytest.mark.parametrize(
    ("kind", "body", "line"),
    [
        ("text/plain", "404 page not found\n", "404 page not found"),
        ("text/plain; charset=gbk", "页面不存在", "页面不存在"),
        ("text/plain", "Not found:\nheron\n", ""),
        ("application/json", '{"error": "Not found"}', "Not found"),
        (
            "application/json",
            '{"code": 404, "msg": "资源不存在", "data": null}',
            "资源不存在 | 404",
        ),
        ("application/json", '{"error": {"code": 404, "message": "No"}}', "No | 404"),
        ("application/problem+json", '{"title": "Not Found", "status": 404}', "Not Found | 404"),
        ("application/json", '{"title": "Not Found", "status": "ok"}', ""),
        ("application/json", '{"id": 404, "title": "Not found", "body": "a poem"}', ""),
        ("application/json", '{"message": "Not found", "data": [1]}', ""),
        ("application/json", '{"ok": false, "msg": "资源不存在", "level": "user"}', "资源不存在"),
        ("application/json", '{"msg": "资源不存在", "level": "user"}', ""),
        ("application/json", "[404]", ""),
        ("application/json", "{" * 2000, ""),
        ("text/csv", "404 page not found", ""),
    ],
)
def test_the_one_line_of_what_is_no_page(kind: str, body: str, line: str) -> None:
    encoded = body.encode("gbk" if "gbk" in kind else "utf-8")
    assert reading(encoded, kind).page.heading == line
