"""Resources: which items below an entry are, and which links of its own text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from curator.catalogue import Resource
from curator.markdown.escaping import autolink, bare
from curator.markdown.inline import Definition, Form, Span, scan

_LABEL = re.compile(r"([^:：\n]{0,60}[^:：\s])([ \t]*[:：][ \t]*)\Z")
_BLANKS = re.compile(r"[ \t]+")
_TITLED = re.compile(r"(?:\*\*|__|\[[ xX]\][ \t])\S")
_EMPHASIS = re.compile(r"[*_~]{0,3}")
_FORMAT = "pdf|epub|mobi|azw3?|kindle|html|txt|djvu|ps|markdown"
_WORD = re.compile(
    r"(?:(?:api|course|project|lecture|source|official|full|companion|chinese|english) )?"
    r"(?:videos?|slides?|lectures?|notes|ppt|pdf|paper|arxiv|poster|talk|transcript|subtitles"
    r"|course|tutorial|book|blog|docs?|documentation|reference|website|homepage|site|page|demo"
    r"|project|code|source|repo|repository|github|notebook|colab|datasets?|data|models?"
    r"|translation|link|here|download|details|more)"
    r"|(?:官方|配套|课程|项目|在线|中文|英文|双语|中英|中英双语)?"
    r"(?:视频|字幕|课件|幻灯片|讲义|笔记|课程|教程|论文|原文|译文|翻译|中文版|英文版|电子书"
    r"|文档|官网|主页|项目|演示|代码|源码|仓库|博客|数据集?|模型|下载|链接|地址|网址|豆瓣"
    r"|详情|详细介绍|更多|更多介绍|官方网站|官方文档|在线阅读)"
    rf"|(?:{_FORMAT})(?:[ ]?[,/|、&][ ]?(?:{_FORMAT})){{0,5}}",
    re.IGNORECASE,
)
"""What a link alone must say to be a resource; any other text is a title."""
_AROUND_WORD = " \\[]()（）【】*_`~"
_PICTURE = (
    r"(?:!\[[^\[\]\n]{0,200}\]"
    r"(?:\([^()\s]{1,1000}(?:[ \t]+\"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,100}\])?"
    r"|<img\s[^<>\n]{1,1000}>)"
)
_BADGE = re.compile(rf"{_PICTURE}(?:[ \t]*{_PICTURE}){{0,9}}[ \t]*", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?P<gap>[ \t]*\n?)(?P<note>{_PICTURE}(?:[ \t]*{_PICTURE}){{0,9}}|[(（【][^\n]{{1,200}}|)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[*_]{0,3}[(（【]")


def is_badge(label: str) -> bool:
    """It is pictures and nothing else: `![build](https://img.example/x.svg)`, `<img ...>`."""
    return _BADGE.fullmatch(label) is not None


def is_word(label: str) -> bool:
    """It says what sort of thing a link leads to: `paper`, `[Code]`, 视频."""
    return len(label) < 60 and _WORD.fullmatch(label.strip(_AROUND_WORD)) is not None


def begins_with_bracket(note: str) -> bool:
    """It adds to the title: `(PDF)`, （第二版）, `*(in French)*`."""
    return _BRACKET.match(note) is not None


def read_resource(text: str, definitions: Mapping[str, Definition]) -> Resource | None:
    """`label: url`, `label: [title](url)` or `[label](url)`.

    After it nothing, a bracket, or pictures.
    """
    spans = scan(text, definitions)
    if len(spans) != 1 or "\n" in text[: spans[0].end]:
        return None
    span = spans[0]
    after = _AFTER.fullmatch(text, span.end)
    if not span.is_web or span.title or span.form is Form.HTML or after is None:
        return None
    label = _LABEL.match(text[: span.start])
    found = _word(text, span) if span.start == 0 else label and _labelled(text, span, label)
    if not found or not after["note"]:
        return found or None
    separator = "\n" if "\n" in after["gap"] else _BLANKS.sub(" ", after["gap"])
    return replace(
        found, note=after["note"], style={**found.style, "resource_separator": separator}
    )


def is_titled(text: str, definitions: Mapping[str, Definition]) -> bool:
    """The item begins with a link, in bold or with a box: it is a thing of its own, no note."""
    spans = scan(text, definitions)
    if spans and spans[0].is_web and _EMPHASIS.fullmatch(text, 0, spans[0].start):
        return True
    return _TITLED.match(text) is not None


def _word(text: str, span: Span) -> Resource | None:
    label = text[slice(*span.text)]
    if span.form is not Form.INLINE or not is_word(label):
        return None
    return Resource(label=label, url=span.url, style={"label_link": "inline"})


def _labelled(text: str, span: Span, label: re.Match[str]) -> Resource | None:
    style: dict[str, str | bool] = {"label_separator": _BLANKS.sub(" ", label[2])}
    if span.form in (Form.INLINE, Form.REFERENCE):
        title = text[slice(*span.text)]
        return Resource(label=label[1], url=span.url, title=title, style=style)
    form, write = ("bare", bare) if span.form is Form.BARE else ("angle", autolink)
    if write(span.url) != text[span.start : span.end]:
        return None
    return Resource(label=label[1], url=span.url, style=style | {"label_link": form})
