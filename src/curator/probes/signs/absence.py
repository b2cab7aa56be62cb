"""The words by which a page says that nothing is there, and where on the page they stand.

What a title or a heading says counts, on a page with little else on it; in running text the same
words are ordinary prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from curator import urls
from curator.evidence import Page
from curator.probes import places
from curator.probes.contract import Listing
from curator.probes.reading import Reading
from curator.probes.signs.interposed import asks_first, stands_before
from curator.probes.witness import shares_a_word
from curator.probes.words.notfound import (
    completes_status,
    is_uncertain,
    mentions_absence,
    names_the_status,
    says_404,
    says_404_by_name,
    says_not_found,
    says_only_404,
    says_removed,
    speaks_of_absence,
)
from curator.probes.words.titles import explains_a_status

HARDLY_ANY: Final = 500
"""Characters of visible text."""
_LITTLE: Final = 1_500
_LITTLE_FOR_TITLE: Final = 3_000
_LITTLE_FOR_BOTH: Final = 10_000
"""Where title and heading agree."""
_ONE_SENTENCE: Final = 200
_PARAGRAPH: Final = 100
_LABEL: Final = 30
"""Bytes of a menu's word or a button."""
_WORDS_OF_LABEL: Final = 3
_FURNITURE: Final = re.compile(
    r"©|\(c\) ?\d|copyright|all rights|powered by|\b(?:back|go|return|take me) (?:\w+ ){0,3}home|"
    r"\bhome ?page|zur startseite|retour (?:à|au)|volver|torna|на главную|返回|首页|ホーム|トップ"
    r"|홈으로"
)
"""Lines of any page that are longer than a label."""
_ARTICLE: Final = 1_500
"""Bytes; error pages have no more than a footer's."""
_TEMPLATES: Final = ("v-if", "v-show", "v-else", "ng-if", "ng-show", "x-show", "{{", 'id="root"')

Found = Iterator[tuple[str, str]]
"""Names of signs, and the words."""


def words_of_absence(reading: Reading, *, listed: str, listing: Listing) -> Found:
    """Nothing where the list itself says so; where it only names the status, no bare status; of a
    front page only what title and heading agree on."""
    if places.is_about_errors(listed) or any(map(speaks_of_absence, listing.titles)):
        return
    page = reading.page
    if not reading.markup:
        yield from _in_a_line(page, listed)
        return
    explained = explains_a_status(reading.text)
    is_noindex = "noindex" in reading.robots
    found = dict(_in_names(reading, is_noindex=is_noindex, explained=explained))
    if urls.is_root(listed):
        found = found if {"not-found-title", "not-found-heading"} <= found.keys() else {}
    elif not found.keys() & {"not-found-title", "not-found-heading"}:
        found |= dict(_removed(reading)) | dict(_in_a_sentence(reading, listing))
    if any(map(names_the_status, listing.titles)):
        found = {name: words for name, words in found.items() if _is_sentence(words)}
    yield from found.items()
    if found and (length := _prose(reading.lines)) >= _ARTICLE:
        yield "prose", f"{length} bytes of prose"


def _is_sentence(name: str) -> bool:
    return says_not_found(name) or says_removed(name)


def _prose(lines: str) -> int:
    """Bytes, as scripts differ in how much a letter says; menus and teasers are of short lines."""
    lengths = (len(line.encode("utf-8", "replace")) for line in lines.split("\n"))
    return sum(length for length in lengths if length >= _PARAGRAPH)


def _in_a_line(page: Page, listed: str) -> Found:
    """Of what is no page, one line is all that there is."""
    line = page.heading
    is_gone = says_removed(line) and not is_uncertain(line)
    is_status = says_404(line) and not line.strip().isdigit()
    if not urls.is_root(listed) and (says_not_found(line) or is_gone or is_status):
        yield "not-found-heading", line


def error_words(reading: Reading) -> str:
    """A sentence of its own on the page that says so, beside its names; "" when there is none.

    Many a living page has one: a weak sign.
    """
    page = reading.page
    names = (page.title, page.heading)
    if words := mentions_absence(reading.lines, but=names):
        return words
    is_status = any(map(says_404, names)) and (says_404(page.heading) or not page.heading)
    return completes_status(reading.lines, names) if is_status else ""


def error_names(page: Page) -> str:
    """The same of its names, however long it is."""
    names = (page.title, page.heading)
    return next((name for name in names if says_not_found(name) or says_removed(name)), "")


def _in_names(reading: Reading, *, is_noindex: bool, explained: bool) -> Found:
    page = reading.page
    length = page.text_length
    little = _LITTLE if is_noindex else HARDLY_ANY
    by_title, by_heading = says_not_found(page.title), says_not_found(page.heading)
    by_title |= by_heading and says_404(page.title)
    by_heading |= by_title and says_404(page.heading)
    most = _LITTLE_FOR_BOTH if by_title and by_heading else 0
    title = by_title and length < max(most, _LITTLE_FOR_TITLE)
    heading = by_heading and length < max(most, little)
    if title:
        yield "not-found-title", page.title
    if heading:
        yield "not-found-heading", page.heading
    if not (title or heading):
        yield from _status(reading, may_prove=length < little and not explained)


def _status(reading: Reading, *, may_prove: bool) -> Found:
    """Number and name together are as good as a sentence, unless the heading is about something.

    So is either where it is all of the title, the heading says it too, and nothing else on the page
    says anything.
    """
    page = reading.page
    title, heading = says_404(page.title), says_404(page.heading)
    is_named = says_404_by_name(f"{page.title} | {page.heading}")
    if may_prove and is_named and (heading or not page.heading or not title):
        if title:
            yield "not-found-title", page.title
        if heading:
            yield "not-found-heading", page.heading
    elif may_prove and heading and says_only_404(page.title) and _is_all(reading):
        yield "status-title", page.title
        yield "status-heading", page.heading
    elif title and page.text_length < _LITTLE:
        yield "status-title", page.title
    elif heading and page.text_length < _LITTLE:
        yield "status-heading", page.heading


def _is_all(reading: Reading) -> bool:
    """Beside its names, a page has only the words of menus and buttons, and a line on who owns it.

    A poem has lines of its own.
    """
    lines = (" ".join(line.split()) for line in reading.lines.casefold().split("\n"))
    names = (reading.page.title.casefold(), reading.page.heading.casefold())
    return all(
        line in names or _is_label(line) or _FURNITURE.search(line) is not None
        for line in lines
        if line
    )


def _is_label(line: str) -> bool:
    return len(line.encode("utf-8", "replace")) <= _LABEL and line.count(" ") < _WORDS_OF_LABEL


def _removed(reading: Reading) -> Found:
    """Not for you is another thing: who pays, or is old enough, may see it."""
    page = reading.page
    if page.text_length >= _LITTLE or asks_first(reading.text):
        return
    for place, name in (("title", page.title), ("heading", page.heading)):
        if says_removed(name):
            if is_uncertain(name):
                yield "unavailable", name
            else:
                yield f"removed-{place}", name


def _in_a_sentence(reading: Reading, listing: Listing) -> Found:
    """A page of hardly more than the sentence, which has no word of what is listed."""
    page = reading.page
    if not reading.markup or page.text_length > _ONE_SENTENCE:
        return
    words = mentions_absence(reading.lines)
    if words in reading.hidden.casefold():
        return
    shown = f"{page.title} {reading.text}"
    if asks_first(shown) or stands_before(shown):
        return
    if shares_a_word(listing.titles, shown.casefold().replace(words, " ")):
        return
    if not reading.is_shell or _is_final(words, reading.markup):
        yield "not-found-text", words


def _is_final(words: str, markup: str) -> bool:
    """Was it taken down, so that the server and no script says so?

    A template of the page that its script builds holds what it says when something is amiss, too.
    """
    return says_removed(words) and not any(mark in markup for mark in _TEMPLATES)
