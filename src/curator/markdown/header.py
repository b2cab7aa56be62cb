"""What a list says about itself in its first lines: author, source, dates, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from curator.markdown.links import links_in

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = rf"(?P<B>{'|'.join(_MONTHS)})|(?P<b>{'|'.join(name[:3] for name in _MONTHS)})\b"
_DAY = re.compile(
    r"(?P<Y>\d{4})(?:(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|年(?P<zs> ?)(?P<zm>\d{1,2}) ?月 ?(?P<zd>\d{1,2}) ?日"
    r"|(?P<cm>\d\d)(?P<cd>\d\d))(?!\d)"
    rf"|(?:{_MONTH}) (?P<ed>\d{{1,2}}), (?P<eY>\d{{4}})"
)
_UPDATED = re.compile(
    r"(?:更新时间|更新日期|最后更新|最近更新|更新于|last\s+updated?(?:\s+(?:on|at))?|updated(?:\s+on)?)"
    r"(?:时间|日期)?[*_]{0,2}\s{0,3}[:：]?[\s*_`(（]{0,4}",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{updated:([^{}\n]*)\}")
_DIRECTIVE = re.compile(r"%(-?[mdYBb])")
_FIELD = r"(?:^|\n)[>\s*-]{{0,6}}[*_]{{0,2}}(?:{names})[*_]{{0,2}}\s?[:：]\s?(?P<value>[^\n]+)"
_AUTHOR = re.compile(_FIELD.format(names="author|作者|maintainer|维护者"), re.IGNORECASE)
_CREATED = re.compile(_FIELD.format(names="created|创建时间|创建日期|发布时间"), re.IGNORECASE)
_SOURCE = re.compile(
    _FIELD.format(names="link and comments|source|original|原文|来源|出处|链接"), re.IGNORECASE
)
_LONGEST_NAME = 80
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH = re.compile(r"\b(?:the|and|for|of|with|from|your|that)\b", re.IGNORECASE)
_SAMPLE = 50_000
"""Characters from which the language is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What was recognised. `intro` has the day of the last update as a placeholder."""

    intro: str
    author: str | None
    source: str | None
    created: date | None
    updated: date | None


def read_header(intro: str) -> Header:
    marked, updated = _with_placeholder(intro)
    author, created = _AUTHOR.search(intro), _CREATED.search(intro)
    source = _SOURCE.search(intro)
    day = _DAY.search(created["value"]) if created else None
    urls = links_in(source["value"]) if source else ()
    return Header(
        intro=marked,
        author=_name(author["value"]) if author else None,
        source=urls[0][1] if urls else None,
        created=_date(day) if day else None,
        updated=updated,
    )


def fill_in(intro: str, updated: date | None) -> str:
    """The intro with `{updated:FORMAT}` as that day; unchanged when there is none."""
    if updated is None:
        return intro
    day = updated
    return _PLACEHOLDER.sub(lambda found: _written(day, found[1]), intro)


def language_of(text: str) -> str | None:
    """zh, ja, ko or en as a BCP 47 tag, where letters and words make it plain."""
    sample = " ".join(word for word in text[:_SAMPLE].split() if "://" not in word)
    letters = len(_LETTER.findall(sample)) or 1
    if len(_HANGUL.findall(sample)) * 5 > letters:
        return "ko"
    if len(_KANA.findall(sample)) * 10 > letters:
        return "ja"
    if len(_HAN.findall(sample)) * 5 > letters:
        return "zh"
    words = len(_ENGLISH.findall(sample))
    return "en" if words >= 3 and words * 200 > letters else None


def _with_placeholder(intro: str) -> tuple[str, date | None]:
    """The first day that stands after a word for updating, proved to be written back."""
    if _PLACEHOLDER.search(intro):
        return intro, None
    for said in _UPDATED.finditer(intro):
        day = _DAY.match(intro, said.end())
        value = _date(day) if day else None
        if day and value:
            placed = f"{intro[: day.start()]}{{updated:{_format(day)}}}{intro[day.end() :]}"
            if fill_in(placed, value) == intro:
                return placed, value
    return intro, None


def _date(found: re.Match[str]) -> date | None:
    month = found["B"] or found["b"]
    number = found["m"] or found["zm"] or found["cm"]
    if month:
        number = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
    day = found["d"] or found["zd"] or found["cd"] or found["ed"]
    try:
        return date(int(found["Y"] or found["eY"]), int(number), int(day))
    except ValueError:
        return None


def _format(found: re.Match[str]) -> str:
    """The form a day is written in, as `strftime` names its parts (`%-m`: without zero)."""
    short = re.compile(r"(?<!\d)\d(?!\d)")
    if found["eY"]:
        month = "%B" if found["B"] else "%b"
        return f"{month} {'%-d' if short.fullmatch(found['ed']) else '%d'}, %Y"
    if found["cm"]:
        return "%Y%m%d"
    month, day = found["m"] or found["zm"], found["d"] or found["zd"]
    text = found[0][4:]
    between = text[: text.index(month)], text[text.index(month) + len(month) : text.rindex(day)]
    after = text[text.rindex(day) + len(day) :]
    padded = len(month) == 2 and len(day) == 2
    return (
        f"%Y{between[0]}{'%m' if padded else '%-m'}{between[1]}{'%d' if padded else '%-d'}{after}"
    )


def _written(day: date, form: str) -> str:
    month = _MONTHS[day.month - 1]
    parts = {"Y": f"{day.year:04}", "B": month, "b": month[:3]}
    parts |= {"m": f"{day.month:02}", "-m": str(day.month)}
    parts |= {"d": f"{day.day:02}", "-d": str(day.day)}
    return _DIRECTIVE.sub(lambda found: parts.get(found[1], found[0]), form)


def _name(value: str) -> str | None:
    """A name as plain text: emphasis, links and closing marks off."""
    text = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", value)
    text = re.sub(r"[*_`<>]", "", text).strip().rstrip("。.")
    return text if 0 < len(text) <= _LONGEST_NAME else None
