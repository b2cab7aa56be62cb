"""A curator's emphasis in a Markdown list: 【必看】, ⭐, :star: at the ends of items."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_EMOJI = (
    r"(?:[\U0001F1E6-\U0001F1FF]{2}|[\u2600-\u27BF\u2B00-\u2BFF\U0001F300-\U0001FAFF]"
    r"[\uFE0F\U0001F3FB-\U0001F3FF]?(?:\u200D[\u2600-\u27BF\U0001F300-\U0001FAFF]\uFE0F?)*)"
)
_WORDS = rf"(?:【[^【】\s]{{1,12}}】|:[a-z][a-z0-9_+-]{{1,30}}:|★{{1,10}}☆{{0,9}}|{_EMOJI})"
_PICTURE = r"!\[[^\[\]\n]{0,60}\](?:\([^()\s]{1,200}\)|\[[^\[\]\n]{0,60}\])?"
_TAG = r"(?:`[^`\n]{1,40}`|\*\*[^*\n]{1,24}\*\*)"
_LABEL = rf"(?:{_WORDS}|{_PICTURE}|{_TAG})"
_AT_START = re.compile(rf"(?:{_WORDS}|{_PICTURE})(?=[ \t]*\S)")
_AT_END = re.compile(rf"{_LABEL}\Z")
_IS_TAG = re.compile(_TAG)
_AFTER_LINK = re.compile(rf"[)>\]][*_~]{{0,3}}[ \t]*({_LABEL})")
_BEFORE_NOTE = re.compile(rf"\)[*_~]{{0,3}}[ \t]*(?:-{{1,3}}|[–—:：])[ \t]*({_WORDS})")
_SENTENCE_END = re.compile(r"(?:[.!?。！？…)）】>\]\"”*_~]|\A)\Z")
"""What stands before a tag in code or bold that belongs to no sentence."""
_OFTEN = 2
"""How many items carry a label before it counts as a mark."""
_HABIT = 5
"""How many items end in code before any code at an end counts as a mark; how many notes begin with
a label."""
_TAIL = 400
"""Characters of an item's end that are looked at."""
_MOST = 40
"""Labels at an item's end; where there are more, they are what the item is about."""

_IDS = {
    "必看": "must-read", "必读": "must-read", "必学": "must-learn", "推荐": "recommended",
    "强烈推荐": "highly-recommended", "精选": "featured", "经典": "classic", "免费": "free",
    "付费": "paid", "入门": "beginner", "进阶": "advanced", "新": "new", "英文": "english",
    "中文": "chinese", "视频": "video", "开源": "open-source", "停更": "discontinued",
    "⭐": "star", "🌟": "glowing-star", "🔥": "hot", "👍": "thumbs-up", "❤": "favourite",
    "💰": "paid", "🆓": "free", "🆕": "new", "🚧": "in-progress", "⚠": "warning", "✅": "done",
}  # fmt: skip


def find_labels(texts: Iterable[str]) -> tuple[str, ...]:
    """The labels that stand at the start, after the link, or at the end of several items, and
    those before the notes of many."""
    counts: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    items = tagged = 0
    for text in texts:
        found = set(_candidates(text))
        counts.update(found)
        noted.update(_BEFORE_NOTE.findall(text)[:1])
        items += 1
        tagged += any(label.startswith("`") for label in found)
    is_habit = tagged >= _HABIT and tagged * 10 > items
    often = (label for label, count in noted.items() if count >= _HABIT and label not in counts)
    return (
        *(
            label
            for label, count in counts.items()
            if count >= _OFTEN or noted[label] >= _HABIT or (is_habit and label.startswith("`"))
        ),
        *often,
    )


def name_labels(labels: Sequence[str]) -> dict[str, str]:
    """A readable id for each label."""
    ids: dict[str, str] = {}
    for label in labels:
        name = wanted = _id_of(label)
        number = 2
        while name in ids:
            name, number = f"{wanted}-{number}", number + 1
        ids[name] = label
    return ids


def _candidates(text: str) -> Iterable[str]:
    if found := _AT_START.match(text):
        yield found[0]
    yield from _run_at_end(_AT_END, text)[1]
    yield from _AFTER_LINK.findall(text)


def _run_at_end(one: re.Pattern[str], text: str) -> tuple[str, list[str]]:
    """What stands before the labels at the end of a text, and these; `one` matches one of them.

    Tags in code or bold count only where no sentence runs into them.
    """
    kept, labels = text, list[str]()
    while found := one.search(kept, max(0, len(kept) - _TAIL)):
        kept = kept[: found.start()].rstrip(" \t")
        labels.append(found[0])
        if len(labels) > _MOST:
            return text, []
    is_tagged = any(_IS_TAG.match(label) for label in labels)
    if is_tagged and not _SENTENCE_END.search(kept, max(0, len(kept) - 1)):
        return text, []
    return kept, labels


def _id_of(label: str) -> str:
    if stars := re.fullmatch("(★+)☆*", label):
        return f"stars-{len(stars[1])}"
    said = label.strip("【】:\ufe0f`*[]()") if not label.startswith("!") else _alt(label)
    word = unicodedata.normalize("NFKC", said).replace("+", " plus").replace("#", " sharp")
    if word in _IDS:
        return _IDS[word]
    if not label.startswith(("【", ":", "`", "*", "!")):
        word = "-".join(unicodedata.name(char, "") for char in word if char not in "\u200d\ufe0f")
    return re.sub(r"[\W_]+", "-", word.lower()).strip("-") or "mark"


def _alt(picture: str) -> str:
    """What a picture says, else what its definition is called."""
    return picture[2:].partition("]")[0] or picture.rpartition("[")[2].strip("])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A text with the marks at one of its ends taken off."""

    marks: tuple[str, ...]
    """Their ids."""
    gap: str
    kept: str
    off: str
    """What was taken, blanks included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of one list, and how to take them off a text."""

    ids: dict[str, str]
    """Label to id."""
    one: re.Pattern[str]
    at_start: re.Pattern[str]
    after: re.Pattern[str]
    at_end: re.Pattern[str]

    def take_start(self, text: str) -> Taken | None:
        """Marks before something else."""
        found = self.at_start.match(text)
        if found is None or found.end() == len(text):
            return None
        return self._taken(found[2], found[3], text[found.end() :], found[0])

    def take_after_title(self, text: str) -> Taken | None:
        """Marks between what stands before `text` and something else; blanks after them stay."""
        found = self.after.match(text)
        if found is None or found.end() == len(text):
            return None
        return self._taken(found[2], found[1], text[found.end(2) :], text[: found.end(2)])

    def take_end(self, text: str) -> Taken | None:
        """Marks after something else."""
        kept, _ = _run_at_end(self.at_end, text)
        if kept == text or not kept:
            return None
        off = text[len(kept) :]
        return self._taken(off, off[: len(off) - len(off.lstrip())], kept, off)

    def _taken(self, run: str, gap: str, kept: str, off: str) -> Taken:
        marks = tuple(self.ids[label] for label in self.one.findall(run))
        return Taken(marks=marks, gap=" " if gap else "", kept=kept, off=off)


def marks_of(named: dict[str, str]) -> Marks:
    """From id to label."""
    labels = sorted(named.values(), key=len, reverse=True)
    one = _any_of(labels)
    first = _any_of([label for label in labels if not _IS_TAG.match(label)])
    return Marks(
        ids={label: name for name, label in named.items()},
        one=re.compile(one),
        at_start=re.compile(rf"([ \t]*)((?:{first})(?:[ \t]*(?:{first}))*)([ \t]*)"),
        after=re.compile(rf"([ \t]*)((?:{one})(?:[ \t]*(?:{one}))*)([ \t]*)"),
        at_end=re.compile(rf"(?:{one})\Z"),
    )


def _any_of(labels: Sequence[str]) -> str:
    return "|".join(re.escape(label) for label in labels) or r"(?!)"
