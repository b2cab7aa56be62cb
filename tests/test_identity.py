"""Which URLs name one thing: what has two places in a list, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator import urls
from curator.urls.bilibili import code_of, number_of

SAME = [
    # One address, spelled in several ways.
    ("http://example.com", "https://www.EXAMPLE.com:443/", "https://example.com./#"),
    ("https://example.com/a/", "https://example.com/a?utm_source=x&utm_medium=y"),
    ("https://example.com/~a%2fb", "https://example.com/%7Ea%2Fb"),
    ("https://例子.测试/路", "https://xn--fsqu00a.xn--0zwm56d/%e8%b7%af"),
    ("https://bücher.example/", "http://www.xn--bcher-kva.example"),
    ("https://example.com/docs/index.html", "https://example.com/docs/", "example.com/docs"),
    ("https://example.com/x?b=2&a=1", "https://example.com/x?a=1&b=2&fbclid=z"),
    ("https://example.com/x#part", "https://example.com/x#part:~:text=some%20words"),
    ("https://example.com/x", "https://example.com/x#:~:text=words"),
    # One thing with several addresses.
    (
        "https://arxiv.org/abs/1706.03762",
        "http://www.arxiv.org/pdf/1706.03762.pdf",
        "https://arxiv.org/pdf/1706.03762v5",
        "https://export.arxiv.org/abs/1706.03762v1",
        "https://arxiv.org/html/1706.03762v7",
        "https://arxiv.org/abs/1706.03762?context=cs.LG",
        "https://doi.org/10.48550/arXiv.1706.03762",
    ),
    ("https://arxiv.org/abs/hep-th/9901001", "https://arxiv.org/pdf/hep-th/9901001v3.pdf"),
    ("https://doi.org/10.1000/ABC.1", "http://dx.doi.org/10.1000/abc.1"),
    (
        "https://youtu.be/bZQun8Y4L2A?si=x",
        "https://m.youtube.com/watch?v=bZQun8Y4L2A",
        "https://www.youtube.com/shorts/bZQun8Y4L2A",
        "https://www.youtube.com/embed/bZQun8Y4L2A?rel=0",
        "https://www.youtube-nocookie.com/embed/bZQun8Y4L2A",
        "https://www.youtube.com/watch?feature=shared&v=bZQun8Y4L2A",
        "https://www.youtube.com/live/bZQun8Y4L2A",
        "https://music.youtube.com/watch?v=bZQun8Y4L2A",
    ),
    (
        "https://youtu.be/bZQun8Y4L2A?t=90",
        "https://www.youtube.com/watch?v=bZQun8Y4L2A&t=90s",
        "https://www.youtube.com/embed/bZQun8Y4L2A?start=90",
    ),
    (
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/embed/videoseries?list=PL1",
    ),
    (
        "https://www.bilibili.com/video/BV17x411w7KC/",
        "https://www.bilibili.com/video/av170001",
        "https://m.bilibili.com/video/AV170001?p=1",
        "https://www.bilibili.com/BV17x411w7KC?spm_id_from=333.337&vd_source=abc",
        "https://www.bilibili.com/video/BV17x411w7KC?share_source=copy_web&p=1",
        "https://b23.tv/BV17x411w7KC",
        "https://b23.tv/av170001",
    ),
    (
        "https://github.com/Owner/Repo.git",
        "https://www.github.com/owner/repo/",
        "http://github.com/OWNER/repo#readme",
        "https://github.com/owner/repo/tree/main",
        "https://github.com/owner/repo/tree/master/",
        "https://github.com/owner/repo?tab=readme-ov-file",
        "https://github.com/owner/repo/blob/master/README.md",
    ),
    ("https://gitlab.com/group/project.git", "https://gitlab.com/group/project"),
    ("https://hf.co/org/model", "https://huggingface.co/org/model/tree/main"),
    (
        "https://pypi.org/project/scikit-learn/",
        "https://pypi.python.org/pypi/Scikit_Learn",
        "https://pypi.org/p/scikit.learn",
    ),
    ("https://www.npmjs.com/package/x", "https://npmjs.org/package/x"),
    (
        "https://twitter.com/Someone/status/123?s=20",
        "https://x.com/someone/status/123",
        "https://mobile.twitter.com/someone/status/123/photo/1",
    ),
    (
        "https://mp.weixin.qq.com/s?__biz=Mz==&mid=1&idx=2&sn=a&chksm=b&scene=21#wechat_redirect",
        "https://mp.weixin.qq.com/s?mid=1&__biz=Mz==&idx=2&sn=a",
    ),
    ("https://en.m.wikipedia.org/wiki/Foo", "https://en.wikipedia.org/wiki/Foo"),
    ("https://en.wikipedia.org/wiki/Bar_(unit)", "https://en.wikipedia.org/wiki/Bar_%28unit%29"),
    (
        "https://gist.github.com/o/0123456789abcdef0123",
        "https://gist.github.com/0123456789abcdef0123",
    ),
    ("https://zh.wikipedia.org/zh-cn/%E6%96%87", "https://zh.wikipedia.org/wiki/文"),
    ("https://medium.com/@me/text-1?source=rss", "https://medium.com/@me/text-1"),
    ("https://openreview.net/forum?id=aB1", "https://openreview.net/pdf?id=aB1"),
    ("https://aclanthology.org/P19-1001/", "https://www.aclanthology.org/P19-1001.pdf"),
    (
        "https://docs.google.com/document/d/1aB-c_D/edit?usp=sharing",
        "https://docs.google.com/document/d/1aB-c_D",
        "https://docs.google.com/document/u/0/d/1aB-c_D/view",
    ),
    (
        "https://stackoverflow.com/questions/11/why-does-it",
        "https://stackoverflow.com/q/11",
        "https://stackoverflow.com/q/11/4711",
    ),
    ("https://old.reddit.com/r/a/comments/b/", "https://www.reddit.com/r/a/comments/b"),
    (
        "https://www.amazon.com/A-Fine-Book/dp/1492032646/ref=sr_1_1?keywords=book",
        "https://amazon.com/dp/1492032646",
        "https://www.amazon.com/gp/product/1492032646",
    ),
]

APART = [
    ("https://example.com/a#x", "https://example.com/a#y"),
    ("https://example.com/#/a", "https://example.com/#/b"),
    ("https://example.com/A", "https://example.com/a"),
    ("https://example.com/?id=1", "https://example.com/?id=2"),
    ("https://example.com/?a=1&a=2", "https://example.com/?a=2&a=1"),
    ("https://example.com/?a+b&c", "https://example.com/?c&a+b"),
    ("https://example.com/index.html?p=1", "https://example.com/"),
    ("https://example.com/index.php", "https://example.com/"),
    ("http://example.com:8080/", "https://example.com:8080/"),
    ("https://a.example.com/", "https://example.com/"),
    ("https://m.example.com/", "https://example.com/"),
    ("https://example.com/%2F", "https://example.com//x"),
    ("https://arxiv.org/abs/1706.03762", "https://arxiv.org/abs/1706.03763"),
    ("https://arxiv.org/list/cs.CL/recent", "https://arxiv.org/list/cs.LG/recent"),
    ("https://arxiv.org/pdf/1706.03762#page=3", "https://arxiv.org/pdf/1706.03762"),
    ("https://youtu.be/bZQun8Y4L2A?t=10", "https://youtu.be/bZQun8Y4L2A?t=20"),
    ("https://youtu.be/bZQun8Y4L2A", "https://youtu.be/bzqun8y4l2a"),
    ("https://www.youtube.com/@a", "https://www.youtube.com/@b"),
    ("https://www.youtube.com/watch?v=a&list=b", "https://www.youtube.com/playlist?list=b"),
    ("https://www.bilibili.com/video/BV17x411w7KC?p=2", "https://www.bilibili.com/video/av170001"),
    ("https://www.bilibili.com/video/BV17x411w7KC", "https://www.bilibili.com/video/BV17x411w7kC"),
    ("https://b23.tv/abc", "https://b23.tv/ABC"),
    ("https://github.com/o/r", "https://github.com/o"),
    ("https://github.com/o/r/blob/main/A", "https://github.com/o/r/blob/main/a"),
    ("https://github.com/o/r/tree/dev", "https://github.com/o/r"),
    ("https://github.com/o/r/tree/main/sub", "https://github.com/o/r"),
    ("https://github.com/o/r/wiki", "https://github.com/o/r"),
    ("https://github.com/o/r#install", "https://github.com/o/r"),
    ("https://github.com/o?tab=repositories", "https://github.com/o"),
    ("https://github.com/o/index.html", "https://github.com/o"),
    ("https://gist.github.com/o/a", "https://github.com/o/a"),
    (
        "https://gist.github.com/o/0123456789abcdef0123",
        "https://gist.github.com/o/0123456789abcdef0124",
    ),
    ("https://github.com/o/r/blob/main/docs/README.md", "https://github.com/o/r"),
    ("https://github.com/o/r/blob/main/README.md#use", "https://github.com/o/r"),
    ("https://github.com/o/r/blob/main/README_zh.md", "https://github.com/o/r"),
    ("https://github.com/o/r/blob/v2/README.md", "https://github.com/o/r"),
    ("https://music.youtube.com/playlist?list=b", "https://www.youtube.com/playlist?list=b"),
    ("https://example.com/a%2Cb", "https://example.com/a%3Bb"),
    ("https://example.com/a%2Fb", "https://example.com/a/b"),
    ("https://example.com/?a=1%26b=2", "https://example.com/?a=1&b=2"),
    ("https://o.github.io/r", "https://github.com/o/r"),
    ("https://huggingface.co/org/model", "https://huggingface.co/datasets/org/model"),
    ("https://huggingface.co/org/model/tree/v2", "https://huggingface.co/org/model"),
    ("https://pypi.org/project/a/1.0/", "https://pypi.org/project/a/2.0/"),
    ("https://x.com/a/status/1", "https://x.com/a/status/2"),
    ("https://mp.weixin.qq.com/s/abc", "https://mp.weixin.qq.com/s/abd"),
    (
        "https://mp.weixin.qq.com/s?__biz=Mz==&mid=1&idx=1",
        "https://mp.weixin.qq.com/s?__biz=Mz==&mid=1&idx=2",
    ),
    ("https://en.wikipedia.org/wiki/Foo", "https://de.wikipedia.org/wiki/Foo"),
    ("https://doi.org/10.1000/1", "https://doi.org/10.1000/2"),
    ("https://openreview.net/forum?id=a", "https://openreview.net/forum?id=b"),
    ("https://openreview.net/group?id=a", "https://openreview.net/forum?id=a"),
    ("https://docs.google.com/document/d/a", "https://docs.google.com/spreadsheets/d/a"),
    ("https://docs.google.com/spreadsheets/d/a#gid=1", "https://docs.google.com/spreadsheets/d/a"),
    ("https://stackoverflow.com/a/11", "https://stackoverflow.com/q/11"),
    ("https://stackoverflow.com/questions/11/x#12", "https://stackoverflow.com/questions/11/x"),
    (
        "https://stackoverflow.com/questions/tagged/a",
        "https://stackoverflow.com/questions/tagged/b",
    ),
    ("https://www.amazon.com/dp/1492032646", "https://www.amazon.de/dp/1492032646"),
    ("https://www.amazon.com/dp/1492032646", "https://www.amazon.com/dp/1492032647"),
    ("https://www.amazon.com/s?k=a", "https://www.amazon.com/s?k=b"),
    ("https://aclanthology.org/volumes/P19-1/", "https://aclanthology.org/P19-1"),
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_one_thing_has_one_identity(spellings: tuple[str, ...]) -> None:
    absolute = [url if "//" in url else f"https://{url}" for url in spellings]
    assert len({urls.identity(url) for url in absolute}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_things_stay_different(one: str, other: str) -> None:
    assert urls.identity(one) != urls.identity(other)


def test_no_two_of_the_things_above_are_one() -> None:
    identities = [urls.identity(spellings[0]) for spellings in SAME]
    times = [url for url in identities if "v=bZQun8Y4L2A" in url]
    assert len(set(identities)) == len(identities)
    assert len(times) == 2


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (2, "BV1xx411c7mD"),
        (170001, "BV17x411w7KC"),
        (455017605, "BV1Q541167Qg"),
        (882584971, "BV1mK4y1C7Bz"),
        (111298867365120, "BV1L9Uoa9EUx"),
    ],
)
def test_known_videos_of_bilibili(number: int, code: str) -> None:
    assert code_of(f"av{number}") == code
    assert number_of(code) == number


@given(st.integers(1, 2**51 - 1))
def test_every_number_has_its_code(number: int) -> None:
    code = code_of(f"AV{number}")
    assert code is not None
    assert number_of(code) == number
    assert code_of(code) == code


@pytest.mark.parametrize(
    "name", ["", "av", "av0", f"av{2**51}", "BV1", "BV1000000000", "BV2xx411c7mD", "av1x", "１"]
)
def test_what_is_no_video(name: str) -> None:
    assert code_of(name) is None
