"""Pages as lists link to them, in markup and size, with words that nobody wrote.

Six shapes, 50 to 130 KB each: documentation, articles, applications that come rendered, Chinese
essays, shops, repositories. And pages that were made to be slow.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from typing import Final

SHAPES: Final = ("documentation", "article", "application", "chinese", "shop", "repository")

_SYLLABLES: Final = ("ka", "lo", "mi", "ren", "to", "sa", "vel", "dor", "ni", "pra", "gen", "shi")
_HANZI: Final = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
_ICON: Final = (
    '<svg aria-hidden="true" height="16" viewBox="0 0 16 16" width="16" class="icon icon-file">'
    '<path d="M2 1.75C2 .784 2.784 0 3.75 0h6.586c.464 0 .909.184 1.237.513l2.914 2.914"/></svg>'
)


def page(number: int) -> bytes:
    """One page, always the same for the same number."""
    return _Maker(number).page(SHAPES[number % len(SHAPES)])


class _Maker:
    """Words, sentences, and what stands around them."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.random = random.Random(number)
        self.vocabulary = [
            "".join(self.random.choices(_SYLLABLES, k=self.random.randint(1, 4)))
            for _ in range(900)
        ]

    def page(self, shape: str) -> bytes:
        title = self.title()
        body = getattr(self, shape)(f"<h1>{title}</h1>")
        return (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            f"<title>{title} | {self.word()}</title>\n"
            + self.many(14, lambda n: f'<meta property="og:{n}" content="{self.sentence()}">\n')
            + self.many(16, lambda n: f'<link rel="preload" href="/static/{n}.js" as="script">\n')
            + f'<link rel="canonical" href="https://host.example/{self.number}"></head>\n'
            f'<body class="page">{body}<footer><ul>{self.menu(30)}</ul>'
            f"<p>© 2026 {self.word()}</p></footer></body></html>"
        ).encode()

    def documentation(self, heading: str) -> str:
        parts = self.many(self.random.randint(12, 36), self.chapter)
        menu = self.menu(self.random.randint(120, 320))
        return f"<nav><ul>{menu}</ul></nav><main>{heading}{parts}</main>{self.script(2000)}"

    def article(self, heading: str) -> str:
        day = f"2025-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        data = json.dumps({"@type": "Article", "headline": self.title(), "datePublished": day})
        text = self.many(self.random.randint(30, 90), lambda n: self.paragraph())
        more = self.many(12, lambda n: f'<h3><a href="/{n}">{self.title()}</a></h3>')
        return (
            f'<script type="application/ld+json">{data}</script>{self.style(18_000)}'
            f'<header>{heading}<time datetime="{day}">{day}</time></header>'
            f'<div class="post">{text}</div><aside>{more}</aside>{self.script(12_000)}'
        )

    def application(self, heading: str) -> str:
        soup = self.many(
            self.random.randint(60, 160),
            lambda n: (
                f'<div class="css-{n:x} flex flex-col gap-4 px-6 py-3 md:grid-cols-3">'
                '<div class="relative w-full"><div class="text-sm leading-6 text-gray-600">'
                f"{self.sentence()}</div></div></div>"
            ),
        )
        state = self.script(self.random.randint(15_000, 70_000))
        return f'<div id="__next">{heading}{soup}</div>{state}'

    def chinese(self, heading: str) -> str:
        text = self.many(
            self.random.randint(60, 160),
            lambda n: (
                '<p style="text-indent:2em"><span style="font-size:17px">'
                f"{self.hanzi()}{self.hanzi()}<strong>{self.hanzi()}</strong></span></p>\n"
            ),
        )
        return f'<h1>{self.hanzi()[:14]}</h1><div id="content">{text}</div>{self.script(9000)}'

    def shop(self, heading: str) -> str:
        cards = self.many(
            self.random.randint(60, 150),
            lambda n: (
                f'<div class="product" data-id="{n}"><a href="/item/{n}"><img src="/i/{n}.jpg"'
                f' srcset="/i/{n}-2.jpg 2x, /i/{n}-3.jpg 3x" alt="{self.title()}" loading="lazy">'
                f'</a><h3>{self.title()}</h3><span class="price">€ {n}.99</span>'
                f'<p>{self.sentence()}</p><button type="button">{self.word()}</button></div>'
            ),
        )
        beside = f"{self.style(15_000)}<ul>{self.menu(90)}</ul>"
        return f'{beside}{heading}<div class="grid">{cards}</div>{self.script(14_000)}'

    def repository(self, heading: str) -> str:
        rows = self.many(
            self.random.randint(30, 120),
            lambda n: (
                f'<tr class="row"><td>{_ICON}</td><td><a href="/a/b/blob/main/{n}.py">'
                f"{self.word()}.py</a></td><td>{self.sentence()}</td><td>"
                '<relative-time datetime="2025-03-04T10:00:00Z">Mar 4</relative-time></td></tr>'
            ),
        )
        text = self.many(30, lambda n: self.paragraph())
        head = f"<header>{_ICON * 20}<ul>{self.menu(60)}</ul></header>{heading}"
        return f"{self.script(8000)}{head}<table>{rows}</table><article>{text}</article>"

    def chapter(self, number: int) -> str:
        code = self.many(12, lambda n: f"<span class=n>{self.word()}</span> = <i>{n}</i>\n")
        return (
            f'<section id="part-{number}"><h2>{self.title()}<a href="#part-{number}">#</a></h2>'
            + self.many(3, lambda n: self.paragraph())
            + f'<div class="highlight"><pre><code>{code}</code></pre></div></section>'
        )

    def menu(self, count: int) -> str:
        return self.many(
            count,
            lambda n: (
                f'<li class="toc level-{n % 4}"><a class="reference internal"'
                f' href="/guides/{n}/{self.word()}.html#{n}">{self.word()} {self.word()}</a></li>\n'
            ),
        )

    def paragraph(self) -> str:
        link = f'<a href="https://{self.word()}.example/{self.number}">{self.word()}</a>'
        start, middle, end = self.sentence(), self.sentence(), self.sentence()
        return f"<p>{start}{middle}<em>{self.sentence()}</em>{link} {end}</p>\n"

    def script(self, size: int) -> str:
        state = {f"k{n}": [self.word(), n, {"v": n / 7}] for n in range(size // 40)}
        code = "(function(){var a=404,b='not found';})();"
        return f"<script>window.__STATE__={json.dumps(state)};{code}</script>"

    def style(self, size: int) -> str:
        rule = "{margin:1px 0 0;color:#334455;display:flex}"
        return f"<style>{self.many(size // 60, lambda n: f'.c{n}-{self.word()}{rule}')}</style>"

    def title(self) -> str:
        return " ".join(self.random.choices(self.vocabulary, k=5)).capitalize()

    def sentence(self) -> str:
        words = self.random.choices(self.vocabulary, k=self.random.randint(6, 22))
        return " ".join(words).capitalize() + ". "

    def hanzi(self) -> str:
        return "".join(self.random.choices(_HANZI, k=self.random.randint(20, 90))) + "。"

    def word(self) -> str:
        return self.random.choice(self.vocabulary)

    def many(self, count: int, one: Callable[[int], str]) -> str:
        return "".join(map(one, range(count)))


def slow_pages() -> Mapping[str, bytes]:
    """Of half a megabyte to five, each made to take long."""
    title = b"<title>x</title>"
    date = b'<meta property="article:modified_time" content="2025-01-01">'
    data = b'<script type="application/ld+json">{"dateModified":"2025-01-01","@graph":['
    return {
        "nested <div>": title + b"<div>" * 1_000_000,
        "nested <b>": title + b"<b>" * 1_700_000,
        "nested tables": b"<table><tr><td>" * 90_000,
        "nested tags of no name": b"<x-y>" * 500_000,
        "tags of no name, and rules": b"<x>" * 7900 + b"<hr>" * 7900,
        "formatting out of place": b"".join(b"<i%d><b><i><u></p>" % n for n in range(40_000)),
        "options without an end": b"<select>" + b"<option>" * 90_000,
        "a title of a megabyte": b"<title>" + b"not found error " * 66_000 + b"</title>",
        "a title of separators": b"<title>" + b" - | : \xc2\xb7 " * 100_000,
        "a heading of a megabyte": title + b"<h1>" + b"page not found " * 70_000,
        "20,000 meta tags": title + date * 20_000,
        "one line": title + b"<p>" + b"word " * 200_000,
        "one word": title + b"<p>" + b"w" * 1_000_000,
        "Chinese without an end": title + b"<p>" + "页面不存在找不到".encode() * 40_000,
        "30,000 attributes": b"<p " + b" ".join(b"a%d" % n for n in range(30_000)) + b">",
        "attributes of the body": b"".join(b"<body a%d=1>" % n for n in range(30_000)),
        "comments without an end": title + b"<!--" * 250_000,
        "entities": title + b"<p>" + b"&amp;&#x41;&nope;" * 60_000,
        "linked data": (data + b"{}," * 20_000 + b"{}]}</script>") * 8,
        "links": title + b"<a href=//b.example/>x</a>" * 40_000,
    }
