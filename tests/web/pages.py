"""Pages: living ones in several languages, and the ways in which a page says that it is not one."""

from __future__ import annotations

import random
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "en": (
        "model token layer weight training data chapter example result method reader paper course "
        "lesson function library server notebook figure table answer question graph memory prompt"
    ),
    "zh": (
        "模型 训练 数据 课程 教程 论文 方法 结果 章节 读者 函数 图表 "
        "记忆 提示 推理 注意力 示例 实验 作者 笔记"
    ),
    "de": (
        "Modell Kapitel Beispiel Aufgabe Daten Verfahren Ergebnis Leser Kurs Werkzeug Tabelle "
        "Abbildung Frage Antwort Gewicht Schicht Speicher Lehrbuch"
    ),
    "ja": "学習 論文 章 例題 結果 方法 読者 講義 関数 図表 記憶 推論 実験 著者 資料 入門 設計 検証",
    "ru": "модель данные глава пример задача метод результат читатель курс таблица вопрос слой",
    "es": "modelo datos capítulo ejemplo tarea método resultado lector curso tabla pregunta",
}
_VERBS: Mapping[str, str] = {
    "en": "explains shows measures trains compares introduces describes extends",
    "zh": "说明了 展示了 比较了 介绍了 推导了 改进了",
    "de": "erklärt zeigt misst vergleicht beschreibt erweitert",
    "ja": "を説明する を比較する を紹介する を検証する",
    "ru": "объясняет показывает сравнивает описывает",
    "es": "explica muestra compara describe amplía",
}


def text(seed: str, *, language: str = "en", sentences: int = 40) -> str:
    """Plausible prose, the same for the same seed."""
    chance = random.Random(seed)
    nouns, verbs = _WORDS[language].split(), _VERBS[language].split()
    wide = language in ("zh", "ja")
    return ("" if wide else " ").join(
        _sentence(chance, nouns, verbs, wide=wide) for _ in range(sentences)
    )


def _sentence(chance: random.Random, nouns: list[str], verbs: list[str], *, wide: bool) -> str:
    glue = "" if wide else " "
    words = [*chance.sample(nouns, 3), chance.choice(verbs), *chance.sample(nouns, 3)]
    return glue.join(words).capitalize() + ("。" if wide else ".")


def article(
    title: str,
    *,
    language: str = "en",
    seed: str = "",
    sentences: int = 40,
    head: str = "",
    extra: str = "",
) -> str:
    """A living page with navigation, scripts and a footer."""
    each = max(sentences // 4, 1)
    paragraphs = "".join(
        f"<p>{text(f'{seed or title}/{number}', language=language, sentences=each)}</p>"
        for number in range(4)
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'{head}<script>window.messages={{"404":"Page not found","suspended":"Account suspended"}}'
        f'</script></head><body><nav><a href="/">Home</a> <a href="/about">About</a></nav>'
        f"<main><h1>{title}</h1>{paragraphs}{extra}</main>"
        f"<footer>2019-2026</footer></body></html>"
    )


def bare(title: str, body: str = "", *, head: str = "", heading: str | None = None) -> str:
    """A short page."""
    first = title if heading is None else heading
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{f'<h1>{first}</h1>' if first else ''}{body}</body></html>"
    )


NOT_FOUND = bare("404 Not Found", "<p>The page you asked for does not exist.</p>")

SHELL = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Workbench</title>'
    '<script type="module" src="/assets/index-4f2a.js"></script></head>'
    '<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.'
    "</noscript></body></html>"
)
"""A single-page application before its script has run."""

PARKED = bare(
    "lantern-notes.bench is for sale",
    "<p>The domain <b>lantern-notes.bench</b> may be for sale. Make an offer or buy now.</p>"
    '<form action="https://www.sedo.com/search/details/" method="post">'
    '<input name="domain" value="lantern-notes.bench"><button>Buy this domain</button></form>'
    '<p>Related searches: <a href="/s?q=loans">Loans</a> <a href="/s?q=insurance">Insurance</a> '
    '<a href="/s?q=hosting">Hosting</a></p>',
)

LANDER = (
    '<!doctype html><html data-adblockkey="MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKX74ixpzVyXbJprcLfbH4'
    'psP4+L2entqri0lzh6pkAaXLPIcclv6DQBeJJjGFWrBIF6QMyFwXT5CCRyjS2penECAwEAAQ" lang="en"><head>'
    '<meta charset="utf-8"><title></title></head><body><div id="target" style="opacity:0"></div>'
    '<script>window.park = "eyJ1dWlkIjoiYTQyIiwicGFnZV90aW1lIjoxfQ=="</script>'
    '<script src="/parking-lander.js"></script></body></html>'
)
"""A parking company's page that is all script."""
