"""The signs that an answer shows: recorded by name and place, weighed only by `judge`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from curator import urls
from curator.evidence import Sign
from curator.probes import places
from curator.probes.contract import UNLISTED, Answer, Listing
from curator.probes.reading import Reading
from curator.probes.signs import spam
from curator.probes.signs.absence import HARDLY_ANY, error_names, error_words, words_of_absence
from curator.probes.signs.clues import Clue, Nature, Weight, Where
from curator.probes.signs.doors import leads_to_login, says_login
from curator.probes.signs.interposed import asks_first, is_away, stands_before
from curator.probes.signs.parking import PARKING, explains, sale_form
from curator.probes.signs.removals import REMOVALS
from curator.probes.signs.wall_words import wall_words
from curator.probes.signs.walls import WALLS, is_only_a_cookie
from curator.probes.witness import is_silent_on, speaks_of
from curator.probes.words.notfound import mentions_status

_LITTLE_TEXT: Final = 1500
"""Characters of visible text. A challenge has less; a vendor's script on a longer page is just
a script."""
_HARDLY_ANY: Final = 500
_LONGEST_DETAIL: Final = 200


def _clue(
    name: str,
    nature: Nature,
    weight: Weight,
    where: Where,
    *,
    pattern: str = "",
    needles: tuple[str, ...] = (),
) -> Clue:
    return Clue(
        name=name,
        nature=nature,
        weight=weight,
        where=where,
        pattern=re.compile(pattern) if pattern else None,
        needles=needles,
    )


_BY_CODE: Final = (
    _clue("rate-limit", Nature.WALL, Weight.PROOF, Where.HEADER),
    _clue("short-page", Nature.SUPPORT, Weight.WEAK, Where.PAGE),
    _clue("spam-title", Nature.SPAM, Weight.STRONG, Where.TITLE),
    _clue("spam-heading", Nature.SPAM, Weight.STRONG, Where.HEADING),
    _clue("spam-text", Nature.SPAM, Weight.STRONG, Where.TEXT),
    _clue("spam-links", Nature.SPAM, Weight.STRONG, Where.MARKUP),
    _clue("common-target", Nature.NOT_FOUND, Weight.STRONG, Where.URL),
    _clue("noindex", Nature.SUPPORT, Weight.WEAK, Where.PAGE),
    _clue("listed-words-absent", Nature.SUPPORT, Weight.WEAK, Where.TEXT),
    _clue("listed-title", Nature.WITNESS, Weight.WEAK, Where.TITLE),
    _clue("listed-heading", Nature.WITNESS, Weight.WEAK, Where.HEADING),
    _clue("listed-login", Nature.WITNESS, Weight.WEAK, Where.URL),
    _clue("app-shell", Nature.OTHER, Weight.WEAK, Where.PAGE),
    _clue("stands-before", Nature.OTHER, Weight.WEAK, Where.TEXT),
    _clue("asks-first", Nature.CONSENT, Weight.WEAK, Where.TEXT),
    _clue("hollow-page", Nature.WALL, Weight.PROOF, Where.PAGE),
    _clue("wall-url", Nature.WALL, Weight.STRONG, Where.URL),
    _clue("wall-words", Nature.WALL, Weight.STRONG, Where.TEXT),
    _clue("cookie-challenge", Nature.WALL, Weight.STRONG, Where.MARKUP),
    _clue("gate-url", Nature.CONSENT, Weight.STRONG, Where.URL),
    _clue("pause-title", Nature.OTHER, Weight.WEAK, Where.TITLE),
    _clue("pause-url", Nature.OTHER, Weight.WEAK, Where.URL),
    _clue("comes-back", Nature.CONSENT, Weight.STRONG, Where.URL),
    _clue("login-url", Nature.LOGIN, Weight.PROOF, Where.URL),
    _clue("password-form", Nature.LOGIN, Weight.PROOF, Where.MARKUP),
    _clue("login-script", Nature.LOGIN, Weight.PROOF, Where.MARKUP),
    _clue("login-title", Nature.LOGIN, Weight.WEAK, Where.TITLE),
    _clue("login-heading", Nature.LOGIN, Weight.WEAK, Where.HEADING),
    _clue("consent-url", Nature.CONSENT, Weight.PROOF, Where.URL),
    _clue("error-url", Nature.NOT_FOUND, Weight.PROOF, Where.URL),
    _clue("not-found-title", Nature.NOT_FOUND, Weight.PROOF, Where.TITLE),
    _clue("not-found-heading", Nature.NOT_FOUND, Weight.PROOF, Where.HEADING),
    _clue("not-found-text", Nature.NOT_FOUND, Weight.STRONG, Where.TEXT),
    _clue("status-title", Nature.NOT_FOUND, Weight.STRONG, Where.TITLE),
    _clue("status-heading", Nature.NOT_FOUND, Weight.STRONG, Where.HEADING),
    _clue("unavailable", Nature.NOT_FOUND, Weight.STRONG, Where.TITLE),
    _clue("removed-title", Nature.NOT_FOUND, Weight.STRONG, Where.TITLE),
    _clue("removed-heading", Nature.NOT_FOUND, Weight.STRONG, Where.HEADING),
    _clue("prose", Nature.OTHER, Weight.WEAK, Where.TEXT),
    _clue("error-words", Nature.NOT_FOUND, Weight.WEAK, Where.TEXT),
    _clue("parked-www", Nature.PARKED, Weight.STRONG, Where.URL),
    _clue("suspended-url", Nature.PARKED, Weight.STRONG, Where.URL),
    _clue("sold-url", Nature.PARKED, Weight.PROOF, Where.URL),
    _clue("parked-url", Nature.PARKED, Weight.STRONG, Where.URL),
    _clue("html-for-pdf", Nature.OTHER, Weight.WEAK, Where.PAGE),
)

CLUES: Final = {clue.name: clue for clue in (*WALLS, *PARKING, *REMOVALS, *_BY_CODE)}
"""Every sign that can be recorded, by name."""


def signs_of(
    answer: Answer, reading: Reading, *, listed: str, listing: Listing = UNLISTED
) -> tuple[Sign, ...]:
    """What the last answer of a chain shows. `listed` is the URL that the chain began with, and
    `listing` what the list says about it.

    Weak signs are common on living pages and are recorded only beside a stronger one.
    """
    witnesses = list(_witnesses(answer.url, reading, listing))
    found = [
        *_by_table(answer, reading),
        *_rate_limit(answer),
        *_by_url(answer.url, listed),
        *_wall(reading),
        *_comes_back(answer, reading, listed),
        *_password_form(reading, listed),
        *_login_script(reading, listed),
        *_sale_form(answer, reading),
        *_absence(answer, reading, listed, listing),
        *_wrong_media(reading, listed),
        *_spam(reading, listing),
    ]
    strong = {CLUES[one.name].nature for one in found if CLUES[one.name].weight is not Weight.WEAK}
    if strong:
        found += _beside(reading)
        if Nature.NOT_FOUND in strong and not any(one.name == "not-found-text" for one in found):
            found += _error_words(reading)
    else:
        found = [sign for sign in found if CLUES[sign.name].nature is Nature.OTHER]
    return (*found, *_interposed(reading), *witnesses)


def support(reading: Reading, listing: Listing, *, listed: str) -> tuple[Sign, ...]:
    """The weak signs of a page that looks like a decoy: what speaks for and against its being one.

    Every living page may show some of them.
    """
    found = list(_beside(reading))
    found += _error_words(reading) or _error_names(reading)
    shown = f"{reading.page.title} {reading.page.heading} {reading.text}"
    if is_silent_on(listing.titles, shown):
        found.append(_sign("listed-words-absent", f"no word of {' / '.join(listing.titles)}"))
    found += _login_names(reading)
    if places.is_login(listed) or any(map(says_login, listing.titles)):
        found.append(_sign("listed-login", listed))
    if reading.is_shell:
        found.append(_sign("app-shell", f"{reading.page.text_length} characters of text"))
    return tuple(found)


def _by_table(answer: Answer, reading: Reading) -> Iterator[Sign]:
    """The rows whose pattern is there; markup and text only where little text is to be seen."""
    page = reading.page
    seen = {
        Where.URL: answer.url.lower(),
        Where.TITLE: page.title.lower(),
        Where.HEADING: page.heading.lower(),
    }
    if page.text_length < _LITTLE_TEXT:
        seen[Where.MARKUP] = reading.markup.lower()
        seen[Where.TEXT] = reading.text.lower()
    is_told = explains(page.title) or explains(page.heading)
    for clue in (*WALLS, *PARKING, *REMOVALS):
        if is_told and clue.nature is Nature.PARKED and clue.where in _WORDS:
            continue
        text = answer.header(clue.header).lower() if clue.header else seen.get(clue.where, "")
        if text and (found := clue.find(text)):
            yield _sign(clue.name, found)


_WORDS: Final = frozenset((Where.TITLE, Where.HEADING, Where.TEXT))


def shows_wall(answer: Answer, reading: Reading) -> bool:
    """Does its markup bear a vendor's mark, so that where it leads on is a test?"""
    clues = [CLUES[sign.name] for sign in _by_table(answer, reading)]
    return any(one.nature is Nature.WALL and _tells(one) for one in clues)


def _tells(clue: Clue) -> bool:
    return clue.where is Where.MARKUP and clue.weight is not Weight.WEAK


def _rate_limit(answer: Answer) -> Iterator[Sign]:
    """A refusal that is a limit in disguise (GitHub answers 403 so)."""
    left = answer.header("x-ratelimit-remaining").strip()
    if answer.status in (403, 429) and left and not left.strip("0"):
        yield _sign("rate-limit", left)


def _by_url(final: str, listed: str) -> Iterator[Sign]:
    """A place that the chain came to; one that the list itself names is what was recommended."""
    for name, is_such in (
        ("wall-url", places.is_challenge),
        ("login-url", places.is_login),
        ("consent-url", places.is_consent),
        ("gate-url", places.is_gate),
        ("pause-url", places.is_pause),
        ("error-url", places.is_error_page),
        ("parked-url", places.is_seller),
        ("parked-www", places.is_numbered_www),
        ("suspended-url", places.is_suspended),
    ):
        if is_such(final) and not is_such(listed):
            yield _sign(name, final)
    if places.sells(final, listed):
        yield _sign("sold-url", final)


def _wall(reading: Reading) -> Iterator[Sign]:
    """What walls of every make say, or do, where there is nothing else to read."""
    page = reading.page
    if page.text_length >= _LITTLE_TEXT:
        return
    words = wall_words(page.title, reading.text, reading.markup)
    if not words and page.text_length < _HARDLY_ANY and page.heading != page.title:
        words = CLUES["wall-title"].find(page.heading.lower())
    if words:
        yield _sign("wall-words", words)
    if is_only_a_cookie(reading.markup.lower()):
        yield _sign("cookie-challenge", "sets a cookie and asks again")


def _comes_back(answer: Answer, reading: Reading, listed: str) -> Iterator[Sign]:
    """Led to a place that is told where to lead on, and that has little to say."""
    little = reading.page.text_length < _LITTLE_TEXT and not reading.is_shell
    if little and reading.markup and places.comes_back(answer.url, listed):
        yield _sign("comes-back", answer.url)


def _password_form(reading: Reading, listed: str) -> Iterator[Sign]:
    """Nothing but a form for a password, where the list does not name a login or a front page."""
    little = reading.page.text_length < HARDLY_ANY
    if reading.password and little and not places.is_login(listed) and not urls.is_home(listed):
        yield _sign("password-form", reading.page.title)


def _login_script(reading: Reading, listed: str) -> Iterator[Sign]:
    is_silent = reading.page.text_length == 0 and not places.is_login(listed)
    if is_silent and (words := leads_to_login(reading.markup.lower())):
        yield _sign("login-script", words)


def _sale_form(answer: Answer, reading: Reading) -> Iterator[Sign]:
    if reading.page.text_length < _LITTLE_TEXT:
        domain = urls.owner_of(urls.host_key(answer.url))
        if form := sale_form(reading.markup.lower(), domain):
            yield _sign("for-sale-form", form)


def _absence(answer: Answer, reading: Reading, listed: str, listing: Listing) -> Iterator[Sign]:
    if answer.status < 300:
        for name, words in words_of_absence(reading, listed=listed, listing=listing):
            yield _sign(name, words)


def _error_words(reading: Reading) -> list[Sign]:
    words = error_words(reading)
    return [_sign("error-words", words)] if words else []


def _error_names(reading: Reading) -> list[Sign]:
    words = error_names(reading.page) or mentions_status(reading.lines)
    return [_sign("error-words", words)] if words else []


def _spam(reading: Reading, listing: Listing) -> Iterator[Sign]:
    """Gambling and its like, unless the list itself speaks of it."""
    if not reading.markup or any(map(spam.speaks_of, listing.titles)):
        return
    page = reading.page
    title, heading = spam.in_name(page.title), spam.in_name(page.heading)
    is_studied = spam.is_studied(f"{page.title} {page.heading}")
    text = "" if is_studied else spam.in_text(reading.text, named=bool(title or heading))
    for name, seen in (
        ("spam-title", title),
        ("spam-heading", heading),
        ("spam-text", text),
        ("spam-links", spam.in_links(page.outbound)),
    ):
        if seen:
            yield _sign(name, seen)


def _wrong_media(reading: Reading, listed: str) -> Iterator[Sign]:
    """A .pdf that is a web page: a landing page, or a soft 404."""
    if urls.parse(listed).path.lower().endswith(".pdf") and reading.markup and not reading.is_pdf:
        yield _sign("html-for-pdf", reading.page.title)


def _interposed(reading: Reading) -> Iterator[Sign]:
    shown = f"{reading.page.title} {reading.text}"
    for name, says in (("asks-first", asks_first), ("stands-before", stands_before)):
        if reading.markup and (words := says(shown)):
            yield _sign(name, words)
    for name in (reading.page.title, reading.page.heading):
        if is_away(name) and reading.page.text_length < _LITTLE_TEXT:
            yield _sign("pause-title", name)
            return


def _login_names(reading: Reading) -> Iterator[Sign]:
    for name, shown in (
        ("login-title", reading.page.title),
        ("login-heading", reading.page.heading),
    ):
        if says_login(shown):
            yield _sign(name, shown)


def _witnesses(url: str, reading: Reading, listing: Listing) -> Iterator[Sign]:
    for name, shown in (
        ("listed-title", reading.page.title),
        ("listed-heading", reading.page.heading),
    ):
        if listing.titles and (found := speaks_of(listing.titles, shown, url)):
            yield _sign(name, found)


def _beside(reading: Reading) -> Iterator[Sign]:
    if _is_noindex(reading):
        yield _sign("noindex", reading.robots)
    if reading.markup and reading.page.text_length < HARDLY_ANY:
        yield _sign("short-page", f"{reading.page.text_length} characters of text")


def _is_noindex(reading: Reading) -> bool:
    return "noindex" in reading.robots


def _sign(name: str, detail: str) -> Sign:
    clue = CLUES[name]
    where = f"header {clue.header}" if clue.header else str(clue.where)
    return Sign(name=name, where=where, detail=" ".join(detail.split())[:_LONGEST_DETAIL])
