"""Which URLs a site's own question can be asked about, and about what."""

from __future__ import annotations

import pytest

from curator.probes.sites import arxiv, bilibili, youtube

VIDEO = "bZQun8Y4L2A"
LIST = "PLqFaTIg4myu8abcdefghijklmnopqrstuv"
BV = "BV1gj411X72B"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (f"https://www.youtube.com/watch?v={VIDEO}", VIDEO),
        (f"http://youtube.com/watch?v={VIDEO}", VIDEO),
        (f"https://m.youtube.com/watch?v={VIDEO}&t=42s", VIDEO),
        (f"https://music.youtube.com/watch?v={VIDEO}&list={LIST}", VIDEO),
        (f"https://www.youtube.com/watch?list={LIST}&index=3&v={VIDEO}", VIDEO),
        (f"https://www.youtube.com/watch/?app=desktop&v={VIDEO}#t=30", VIDEO),
        (f"https://WWW.YouTube.COM/watch?v={VIDEO}", VIDEO),
        (f"https://www.youtube.com./watch?v={VIDEO}", VIDEO),
        (f"https://www.youtube.com:443/watch?v={VIDEO}", VIDEO),
        (f"https://someone:secret@www.youtube.com/watch?v={VIDEO}", VIDEO),
        ("https://www.youtube.com/watch?v=%62ZQun8Y4L2A", VIDEO),
        (f"https://youtu.be/{VIDEO}", VIDEO),
        (f"https://youtu.be/{VIDEO}?t=10&si=abc", VIDEO),
        (f"https://youtu.be/{VIDEO}/", VIDEO),
        (f"https://www.youtube.com/shorts/{VIDEO}", VIDEO),
        (f"https://youtube.com/shorts/{VIDEO}?feature=share", VIDEO),
        (f"https://www.youtube.com/live/{VIDEO}?si=abc", VIDEO),
        (f"https://www.youtube.com/embed/{VIDEO}?rel=0", VIDEO),
        (f"https://www.youtube-nocookie.com/embed/{VIDEO}", VIDEO),
        (f"https://www.youtube.com/v/{VIDEO}", VIDEO),
        ("https://youtu.be/-_-_-_-_-_-", "-_-_-_-_-_-"),
        (f"https://www.youtube.com/playlist?list={LIST}", LIST),
        (f"https://music.youtube.com/playlist?list=OLAK5uy_{'k' * 33}", f"OLAK5uy_{'k' * 33}"),
        (f"https://www.youtube.com/embed/videoseries?list={LIST}", LIST),
        (f"https://www.youtube.com/watch?list={LIST}", LIST),
        (f"https://www.youtube.com/watch?v=short&list={LIST}", LIST),
    ],
)
def test_youtube(url: str, found: str) -> None:
    thing = youtube.thing_of(url)
    assert thing is not None
    assert thing.id == found


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/",
        "https://www.youtube.com/@handle",
        "https://www.youtube.com/channel/UCsXVk37bltHxD1rDPwtNM8Q",
        "https://www.youtube.com/c/Kurzgesagt",
        "https://www.youtube.com/user/elevenchars",
        "https://www.youtube.com/@elevenchars/videos",
        f"https://www.youtube.com/results?search_query={VIDEO}",
        "https://www.youtube.com/watch?v=short",
        f"https://www.youtube.com/watch?v={VIDEO}x",
        f"https://www.youtube.com/watch?v={VIDEO})",
        "https://www.youtube.com/watch?v=bZQun8Y4L2%C3%A4",
        "https://www.youtube.com/watch?v=bZQun8Y4L2ä",
        "https://www.youtube.com/watch?v=bZQun8Y4L2A%0A",
        f"https://www.youtube.com/watch?V={VIDEO}",
        f"https://www.youtube.com/Watch?v={VIDEO}",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/embed/videoseries",
        "https://www.youtube.com/embed/live_stream?channel=UCsXVk37bltHxD1rDPwtNM8Q",
        "https://www.youtube.com/playlist?list=WL",
        "https://www.youtube.com/playlist?list=LL",
        f"https://www.youtube.com/watch?list=RD{VIDEO}",
        f"https://www.youtube.com/playlist?list=PL{'a' * 200}",
        f"https://www.youtube.com/shorts/{VIDEO}/more",
        f"https://www.youtube.com/clip/{VIDEO}",
        "https://youtu.be/",
        f"https://youtu.be/x?list={LIST}",
        f"https://youtube.com.evil.example/watch?v={VIDEO}",
        f"https://youtube.com@evil.example/watch?v={VIDEO}",
        f"https://www.youtube.com:443@evil.example/watch?v={VIDEO}",
        f"https://evil.example/https://www.youtube.com/watch?v={VIDEO}",
        f"https://evil.example/?u=youtube.com/watch?v={VIDEO}",
        f"https://notyoutube.com/watch?v={VIDEO}",
        f"https://www.youtube.com:8443/watch?v={VIDEO}",
        f"https://youtube.co/watch?v={VIDEO}",
        f"https://y\u043eutube.com/watch?v={VIDEO}",  # a Cyrillic o
        f"https://studio.youtube.com/watch?v={VIDEO}",
    ],
)
def test_no_video_of_youtube(url: str) -> None:
    assert youtube.thing_of(url) is None


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (f"https://www.bilibili.com/video/{BV}", BV),
        (f"https://www.bilibili.com/video/{BV}/", BV),
        (f"https://www.bilibili.com/video/{BV}/?p=3&vd_source=0123", BV),
        (f"http://bilibili.com/video/{BV}?t=30", BV),
        (f"https://m.bilibili.com/video/{BV}", BV),
        ("https://www.bilibili.com/video/bv1gj411X72B", BV),
        ("https://www.bilibili.com/video/av170001", "av170001"),
        ("https://www.bilibili.com/video/AV170001/?p=2", "av170001"),
        (f"https://www.bilibili.com/s/video/{BV}", BV),
        (f"https://player.bilibili.com/player.html?bvid={BV}&page=1", BV),
        ("https://player.bilibili.com/player.html?aid=170001&cid=279786", "av170001"),
        (f"//player.bilibili.com/player.html?bvid={BV}".replace("//", "https://", 1), BV),
        (f"https://b23.tv/{BV}", BV),
        ("https://b23.tv/av170001", "av170001"),
    ],
)
def test_bilibili(url: str, found: str) -> None:
    assert bilibili.video_of(url) == found


@pytest.mark.parametrize(
    "url",
    [
        "https://www.bilibili.com/",
        "https://www.bilibili.com/bangumi/play/ep779775",
        "https://www.bilibili.com/bangumi/play/ss12548",
        "https://space.bilibili.com/1567748478",
        "https://space.bilibili.com/1567748478/channel/series",
        "https://www.bilibili.com/read/cv12345678",
        "https://www.bilibili.com/opus/123456789012345678",
        "https://live.bilibili.com/21452505",
        "https://www.bilibili.com/medialist/play/ml1234",
        "https://www.bilibili.com/list/ml1234?bvid=" + BV,
        "https://www.bilibili.com/video/",
        "https://www.bilibili.com/video/BV1",
        "https://www.bilibili.com/video/BV1gj411X72",
        "https://www.bilibili.com/video/BV1gj411X72Bx",
        "https://www.bilibili.com/video/BV1gj411X720",  # no 0, I, O or l in a BV
        "https://www.bilibili.com/video/av0",
        "https://www.bilibili.com/video/av" + "9" * 30,
        "https://www.bilibili.com/video/av17\u0660001",  # an Arabic zero
        "https://www.bilibili.com/video/" + BV + "/comments",
        "https://b23.tv/abc1234",
        "https://b23.tv/ep779775",
        "https://player.bilibili.com/player.html?cid=279786",
        f"https://www.bilibili.com.evil.example/video/{BV}",
        f"https://bilibili.com@evil.example/video/{BV}",
        f"https://www.bilibili.com:8080/video/{BV}",
        f"https://www.bilibili.tv/video/{BV}",
        f"https://api.bilibili.com/x/web-interface/view?bvid={BV}",
    ],
)
def test_no_video_of_bilibili(url: str) -> None:
    assert bilibili.video_of(url) is None


@pytest.mark.parametrize(
    ("url", "paper", "version"),
    [
        ("https://arxiv.org/abs/1706.03762", "1706.03762", None),
        ("https://arxiv.org/abs/1706.03762v5", "1706.03762", 5),
        ("http://www.arxiv.org/abs/0704.0001/", "0704.0001", None),
        ("https://arxiv.org/pdf/2407.21059", "2407.21059", None),
        ("https://arxiv.org/pdf/2407.21059v1.pdf", "2407.21059", 1),
        ("https://arxiv.org/html/2407.21059v2", "2407.21059", 2),
        ("https://export.arxiv.org/abs/2407.21059", "2407.21059", None),
        ("https://arxiv.org/abs/cs/0112017", "cs/0112017", None),
        ("https://arxiv.org/pdf/cs/0112017v2.pdf", "cs/0112017", 2),
        ("https://arxiv.org/abs/math.GT/0309136", "math/0309136", None),
        ("https://arxiv.org/abs/cond-mat/9609089", "cond-mat/9609089", None),
        ("https://arxiv.org/abs/2407.21059?context=cs.CL#refs", "2407.21059", None),
    ],
)
def test_arxiv(url: str, paper: str, version: int | None) -> None:
    found = arxiv.paper_of(url)
    assert found is not None
    assert (found.id, found.version) == (paper, version)


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/",
        "https://arxiv.org/list/cs.CL/recent",
        "https://arxiv.org/a/vaswani_a_1",
        "https://arxiv.org/abs/",
        "https://arxiv.org/abs/1706",
        "https://arxiv.org/abs/1713.03762",  # there is no month 13
        "https://arxiv.org/abs/1706.03762v0",
        "https://arxiv.org/abs/1706.037620",
        "https://arxiv.org/abs/1706.03762,1706.03763",
        "https://arxiv.org/abs/1706.03762&max_results=9",
        "https://arxiv.org/abs/1706.03762%26start=3",
        "https://arxiv.org/abs/CS/0112017",
        "https://arxiv.org/abs/\u0661706.03762",
        "https://arxiv.org/src/1706.03762",
        "https://info.arxiv.org/help/api/index.html",
        "https://ar5iv.org/abs/1706.03762",
        "https://ar5iv.labs.arxiv.org/html/1706.03762",
        "https://www.alphaxiv.org/abs/1706.03762",
        "https://arxiv.org.evil.example/abs/1706.03762",
        "https://arxiv.org@evil.example/abs/1706.03762",
        "https://arxiv.org:8443/abs/1706.03762",
    ],
)
def test_no_paper_of_arxiv(url: str) -> None:
    assert arxiv.paper_of(url) is None
