"""Sites' own words: there, gone, hidden, refused, and nonsense in their place."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from curator.evidence import Cause, Evidence, Record, Standing
from curator.judge import Policy, judge
from curator.probes import Ask, probe_for
from curator.probes.batch import Found, Pause, Question
from curator.probes.batch import Reply as Got
from curator.probes.sites import arxiv
from probes.answering import Driver, Reply, html, redirect

VIDEO = "https://www.youtube.com/watch?v=bZQun8Y4L2A"
BV = "https://www.bilibili.com/video/BV1gj411X72B/"
JSON = {"content-type": "application/json"}
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def says(value: object, status: int = 200) -> Reply:
    return Reply(status=status, headers=JSON, body=json.dumps(value).encode())


def ask(url: str, web: Callable[[Ask], Reply]) -> tuple[Evidence, list[str]]:
    driver = Driver(web=web, consulted=False)
    evidence = driver.run(probe_for(url, clock=driver.clock))
    return evidence, [one.url for one in driver.asks]


def record(evidence: Evidence) -> Record | None:
    return evidence.attempts[-1].record


def status(url: str, evidence: Evidence) -> str:
    return judge(url, [evidence], Policy()).status


IMAGE = Reply(headers={"content-type": "image/jpeg"}, body=b"\xff\xd8")
SHELL = Reply(body=html("YouTube", text="Loading"))
CONSENT = Reply(
    status=302, headers={"location": "https://consent.youtube.com/m?continue=x"}, body=b""
)


def youtube(oembed: Reply, thumbnail: Reply, page: Reply = SHELL) -> Callable[[Ask], Reply]:
    def web(ask: Ask) -> Reply:
        if "/oembed?" in ask.url:
            return oembed
        return thumbnail if "ytimg" in ask.url else page

    return web


LOST = Reply(status=404)
BUSY = Reply(status=429)
TITLE = says({"title": "State of GPT", "type": "video"})


@pytest.mark.parametrize(
    ("oembed", "thumbnail", "standing"),
    [
        (TITLE, LOST, Standing.THERE),
        (Reply(status=401, body=b"Unauthorized"), LOST, Standing.THERE),
        (Reply(status=404), IMAGE, Standing.THERE),
        (Reply(status=403), IMAGE, Standing.THERE),
        (Reply(failure=Cause.TIMEOUT), IMAGE, Standing.THERE),
        (Reply(body=html("Before you continue")), IMAGE, Standing.THERE),
        (Reply(status=404), LOST, Standing.GONE),
        (Reply(status=403), LOST, Standing.GONE),
        (Reply(status=400, body=b"Bad Request"), LOST, Standing.GONE),
    ],
)
def test_youtube_says(oembed: Reply, thumbnail: Reply, standing: Standing) -> None:
    evidence, _ = ask(VIDEO, youtube(oembed, thumbnail))
    found = record(evidence)
    assert found is not None
    assert (found.standing, found.id) == (standing, "bZQun8Y4L2A")


@pytest.mark.parametrize("thumbnail", [BUSY, Reply(status=503), Reply(failure=Cause.RESET),
                                       Reply(body=html("Sorry"))])  # fmt: skip
@pytest.mark.parametrize("oembed", [LOST, BUSY, Reply(status=500), CONSENT, says("Forbidden"),
                                    says({"title": 3}), Reply(headers=JSON, body=b'{"title": "St'),
                                    Reply(failure=Cause.REFUSED)])  # fmt: skip
def test_what_youtube_does_not_say_is_not_known(oembed: Reply, thumbnail: Reply) -> None:
    evidence, _ = ask(VIDEO, youtube(oembed, thumbnail))
    assert record(evidence) is None
    assert status(VIDEO, evidence) == "blocked"


def test_but_a_page_that_says_no_is_heard() -> None:
    evidence, _ = ask(VIDEO, youtube(BUSY, BUSY, LOST))
    assert status(VIDEO, evidence) == "failing"


SHORT = "https://b23.tv/abc1234"
LED_TO = f"{BV}?share_source=copy"


@pytest.mark.parametrize(
    ("said", "shown", "told"),
    [
        ({"code": 0, "data": {"bvid": "BV1gj411X72B"}}, 200, "alive"),
        ({"code": 0, "data": {"bvid": "BV1gj411X72B"}}, 412, "alive"),
        ({"code": -404}, 200, "failing"),
        ({"code": -404}, 412, "failing"),
        ({"code": 62002}, 200, "gated"),
        ({"code": -352}, 200, "blocked"),
        ({"code": -352}, 412, "blocked"),
        ({"code": -352}, 404, "failing"),
    ],
)
def test_a_short_link_is_what_it_leads_to(said: object, shown: int, told: str) -> None:
    def web(ask: Ask) -> Reply:
        if "api." in ask.url:
            return says(said)
        return redirect(LED_TO, 302) if ask.url == SHORT else Reply(status=shown)

    evidence, asked = ask(SHORT, web)
    assert status(SHORT, evidence) == told
    assert "https://api.bilibili.com/x/web-interface/view?bvid=BV1gj411X72B" in asked


def test_a_shortener_s_move_to_a_video_is_a_move() -> None:
    short = "https://short.example/x"

    def web(one: Ask) -> Reply:
        return redirect(VIDEO) if one.url == short else youtube(TITLE, IMAGE)(one)

    evidence, _ = ask(short, web)
    found = judge(short, [evidence], Policy())
    assert (found.status, found.replacement) == ("moved", VIDEO)


def test_a_short_link_to_something_else_is_a_page_as_any_other() -> None:
    there = "https://www.bilibili.com/read/cv12345"
    evidence, asked = ask(SHORT, lambda one: redirect(there) if one.url == SHORT else Reply())
    assert asked == [SHORT, there]
    assert status(SHORT, evidence) == "moved"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?list=RDbZQun8Y4L2A",
        "https://www.youtube.com/playlist?list=WL",
        "https://www.youtube.com/shorts/none",
        "https://m.youtube.com/embed/live_stream?channel=UCsXVk37bltHxD1rDPwtNM8Q",
        "https://www.bilibili.com/video/none",
    ],
)
def test_a_page_that_shows_itself_for_any_id_proves_nothing(url: str) -> None:
    evidence, asked = ask(url, lambda _: SHELL)
    assert asked == [url]
    assert status(url, evidence) == "blocked"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/@someone",
        "https://www.youtube.com/channel/UCsXVk37bltHxD1rDPwtNM8Q",
        "https://www.youtube.com/results?search_query=x",
        "https://www.bilibili.com/bangumi/play/ep12345",
        "https://www.bilibili.com/read/cv12345",
        "https://www.bilibili.com/opus/12345",
        "https://space.bilibili.com/12345",
    ],
)
def test_other_pages_of_these_sites_are_pages(url: str) -> None:
    evidence, asked = ask(url, lambda _: Reply(body=html("Someone", text="Some words. " * 30)))
    assert asked == [url]
    assert status(url, evidence) == "alive"


@pytest.mark.parametrize("url", [VIDEO, BV])
@pytest.mark.parametrize(
    "failure",
    [Cause.NO_SUCH_NAME, Cause.TIMEOUT, Cause.RESET, Cause.TLS_WRONG_HOST, Cause.PROTOCOL],
)
def test_a_country_without_the_site_is_no_word_on_its_videos(url: str, failure: Cause) -> None:
    seen = []
    for day in (1, 5, 9, 20):
        driver = Driver(web=lambda _: Reply(failure=failure), consulted=False)
        driver.now = datetime(2026, 10, day, tzinfo=UTC)
        seen.append(driver.run(probe_for(url, clock=driver.clock)))
    assert judge(url, seen, Policy()).status in ("blocked", "failing")


def test_only_the_id_goes_into_a_question() -> None:
    url = "https://youtu.be/bZQun8Y4L2A?t=10&si=http://evil.example/"
    _, asked = ask(url, youtube(LOST, LOST))
    assert all("evil" not in one for one in asked)
    assert {one.split("/")[2] for one in asked} == {"www.youtube.com", "i.ytimg.com"}


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ({"code": 0, "data": {"bvid": "BV1gj411X72B", "title": "一", "pubdate": 1}}, "there"),
        ({"code": -404}, "gone"),
        ({"code": 62002}, "hidden"),
        ({"code": 62004}, "hidden"),
        ({"code": 62012}, "hidden"),
        ({"code": -403}, "hidden"),
    ],
)
def test_bilibili_says(said: object, standing: str) -> None:
    evidence, asked = ask(BV, lambda _: says(said))
    found = record(evidence)
    assert found is not None
    assert found.standing == standing
    assert asked == ["https://api.bilibili.com/x/web-interface/view?bvid=BV1gj411X72B"]


@pytest.mark.parametrize(
    "said",
    [
        says({"code": -400}),
        says({"code": -412}),
        says({"code": -352}),
        says({"code": -799}),
        says({"code": 1234567}),
        says({"code": True}),
        says({"code": "0"}),
        says({"code": 0, "data": None}),
        says({"code": 0, "data": {"bvid": 3}}),
        says([]),
        says({"code": 0}, status=412),
        Reply(body=html("出错啦")),
        Reply(headers=JSON, body=b'{"code": 0, "da'),
        Reply(status=502),
        Reply(failure=Cause.TIMEOUT),
    ],
)
def test_what_bilibili_does_not_say_is_not_known(said: Reply) -> None:
    page = Reply(body=html("哔哩哔哩", text="视频"))
    evidence, _ = ask(BV, lambda one: said if "api." in one.url else page)
    assert record(evidence) is None
    assert status(BV, evidence) == "blocked"


def test_bilibili_s_date_and_title() -> None:
    said = {
        "code": 0,
        "data": {"bvid": "BV1gj411X72B", "title": "大模型", "pubdate": 1_700_000_000},
    }
    found = record(ask(BV, lambda _: says(said))[0])
    assert found is not None
    assert (found.name, found.dates[0].day) == ("大模型", date(2023, 11, 14))


ENTRY = """<entry><id>http://arxiv.org/abs/{id}</id><title>{title}</title>
<published>2024-05-01T10:00:00Z</published><updated>2024-07-02T10:00:00Z</updated>
<summary>{summary}</summary><arxiv:comment>{comment}</arxiv:comment></entry>"""


def feed(*entries: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        f'xmlns:arxiv="http://arxiv.org/schemas/atom">{"".join(entries)}</feed>'
    ).encode()


def entry(paper: str = "2405.08944v2", **told: str) -> str:
    usual = {"title": "A  paper\n", "summary": "We show.", "comment": "10 pages"}
    return ENTRY.format(id=paper, **{**usual, **told})


class Batch:
    """Everything that came of one run of arXiv's batch."""

    def __init__(self, urls: list[str], *bodies: bytes, status: int = 200) -> None:
        self.asked: list[str] = []
        self.pauses: list[float] = []
        self.found: dict[str, Record | None] = {}
        left = list(bodies)
        batch = arxiv.ask_arxiv(urls, clock=lambda: NOW)
        reply: Got | None = None
        while True:
            try:
                wish = batch.send(reply)
            except StopIteration:
                return
            reply = None
            if isinstance(wish, Question):
                self.asked.append(wish.text)
                reply = Got(status=status, body=left.pop(0) if left else b"")
            elif isinstance(wish, Pause):
                self.pauses.append(wish.seconds)
            elif isinstance(wish, Found):
                self.found |= {one.url: record(one) for one in wish.evidence}


ABS, PDF = "https://arxiv.org/abs/2405.08944", "https://arxiv.org/pdf/2405.08944v1.pdf"


def test_arxiv_tells_dates_and_titles_of_all_its_links_at_once() -> None:
    run = Batch([ABS, PDF, "https://arxiv.org/list/cs.CL/new"], feed(entry()))
    assert len(run.asked) == 1
    assert set(run.found) == {ABS, PDF}
    told = run.found[ABS]
    assert told is not None
    assert (told.name, told.archived, told.detail) == ("A paper", False, "version 2")
    assert [one.day for one in told.dates] == [date(2024, 7, 2), date(2024, 5, 1)]


@pytest.mark.parametrize(
    "told",
    [
        {"comment": "This paper has been withdrawn by the author due to an error in Section 2"},
        {"summary": "This submission was withdrawn."},
        {"comment": "Withdrawn"},
        {"comment": "Withdrawn due to a gap in the proof"},
        {"comment": "12 pages; withdrawn by the authors"},
        {"summary": "  This paper has been\n withdrawn by the author."},
    ],
)
def test_a_withdrawn_paper_is_told(told: dict[str, str]) -> None:
    found = Batch([ABS], feed(entry(**told))).found[ABS]
    assert found is not None
    assert (found.archived, found.detail) == (True, "withdrawn")


@pytest.mark.parametrize(
    "told",
    [
        {"summary": "We study patients who were withdrawn from treatment."},
        {"summary": "Withdrawn drugs are a source of data."},
        {"summary": "In 2010 the article was withdrawn by its journal. We ask why."},
        {"title": "Withdrawn"},
        {"comment": "Replaces an earlier version with an error"},
    ],
)
def test_a_paper_about_withdrawal_is_not(told: dict[str, str]) -> None:
    found = Batch([ABS], feed(entry(**told))).found[ABS]
    assert found is not None
    assert not found.archived


def test_a_version_that_was_never_written_is_asked_by_its_page() -> None:
    versions = [f"https://arxiv.org/abs/2405.08944v{number}" for number in (1, 2, 3)]
    assert set(Batch(versions, feed(entry())).found) == set(versions[:2])


def test_a_page_made_from_the_source_may_be_missing() -> None:
    html = "https://arxiv.org/html/2405.08944"
    run = Batch([html, ABS], feed(entry()))
    assert set(run.found) == {ABS}


def test_an_old_number_is_asked_without_its_class() -> None:
    old = "https://arxiv.org/abs/math.GT/0309136"
    run = Batch([old], feed(entry("math/0309136v1")))
    assert "math/0309136&" in run.asked[0]
    assert set(run.found) == {old}


ERROR = "<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title></entry>"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><title>Rate exceeded</title></html>",
        feed(),
        feed(ERROR),
        feed(entry("2301.00001v1")),
        feed(entry())[:-60],
        b'<?xml version="1.0" encoding="no-such"?>' + feed(entry()).split(b"?>", 1)[1],
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + feed(entry()),
        b"<a>" * 10_000,
    ],
)
def test_what_arxiv_does_not_tell_is_left_to_the_page(body: bytes) -> None:
    assert ABS not in Batch([ABS], body).found


def test_arxiv_is_asked_for_a_hundred_at_once_three_seconds_apart() -> None:
    urls = [f"https://arxiv.org/abs/2405.{number:05}" for number in range(250)]
    bodies = [feed(entry(f"2405.{start:05}v1")) for start in (0, 100, 200)]
    run = Batch(urls, *bodies)
    assert len(run.asked) == 3
    assert run.pauses == [3.0, 3.0]
    assert len(run.found) == 3


def test_an_api_that_is_down_is_asked_once() -> None:
    urls = [f"https://arxiv.org/abs/2405.{number:05}" for number in range(250)]
    assert len(Batch(urls, status=503).asked) == 1
