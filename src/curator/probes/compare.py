"""Holding a page against what its host shows elsewhere, cheapest question first.

An honest host answers 404 to a decoy, and that is the end of it: one request for each directory,
remembered for weeks. Only a page that looks like the decoy is held against the front page, and
against a decoy one step up.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from dataclasses import replace
from typing import Final

from curator import urls
from curator.evidence import Attempt, Beside, Comparison, DateSource, Page, Specimen
from curator.probes import likeness
from curator.probes.chain import Walked
from curator.probes.contract import Consult, Heard, Listing, Role
from curator.probes.decoys import decoy_above, decoy_below, decoy_beside, home_of
from curator.probes.places import is_search
from curator.probes.reading import Reading
from curator.probes.signs.clues import Nature
from curator.probes.signs.seeing import CLUES
from curator.probes.words.notfound import mentions_absence, says_sorry

Comparing = Generator[Consult, Heard, tuple[Comparison, ...]]

_SHORT: Final = 500
"""Characters of visible text."""
_NEARLY: Final = 50
_BY_ITS_AUTHOR: Final = frozenset((DateSource.JSON_LD, DateSource.META))
_NO_NAME: Final = re.compile(
    r"\b(?:error|information|message|notice|oops|sorry|hinweis|fehler|erreur|ошибка|404)\b"
    r"|(?<!\w)(?:提示信息|系统提示|错误提示)(?!\w)",
    re.IGNORECASE,
)
"""What a title may have beside the site's name and name nothing."""
SAYS_LITTLE: Final = frozenset(("not-found-text", "removed-heading", "status-heading"))
"""Signs of pages that may have a title of their own, and then are about something."""
_OWN: Final = 3
"""Pairs of words of its own that a page may have and still say nothing of its own."""


def compare(walked: Walked, *, listed: str, before: Walked | None = None) -> Comparing:
    """What was learnt; nothing for a front page, and for what was not read as a page.

    `listed`: the URL that the walk began with. `before`: the same page a moment ago; what it shows
    only now is nothing of its own.
    """
    attempt, reading = walked.attempt, walked.reading
    if reading is None or not reading.markup or not 200 <= (attempt.status or 0) < 300:
        return ()
    if before is not None:
        walked = replace(walked, shown=_ways_to_read(walked, before))
    final = attempt.hops[-1].url
    found: list[Comparison] = []
    fresh = wants_fresh(walked)
    if not urls.is_root(listed) and _is_elsewhere(listed, final):
        found += yield from _door(walked, listed, final, fresh=fresh)
    if not urls.is_home(final):
        found += yield from _beside(walked, final, fresh=fresh)
        if _needs_name(walked) and not any(one.beside is Beside.HOME for one in found):
            found += yield from _home(walked, final, fresh=fresh)
    elif _may_be_parked(attempt):
        found += yield from _below(walked, final)
    return tuple(found)


def is_published(page: Page | None) -> bool:
    """Does it name the day on which it was published, as articles, questions and songs do?

    An error page seldom has one, whatever its title says.
    """
    dates = page.dates if page else ()
    return any(one.source in _BY_ITS_AUTHOR and not one.modified for one in dates)


def sealed(
    walked: Walked, listed: str, listing: Listing
) -> Generator[Consult, Heard, Comparison | None]:
    """The page by http beside the same URL by https.

    Never asked without a reason to think that it is there: the page itself names it as its
    canonical URL, or the list has other links to the host by https.
    """
    attempt, reading = walked.attempt, walked.reading
    parts = urls.parse(listed)
    if parts.scheme != "http" or parts.port or len(attempt.hops) != 1 or attempt.status != 200:
        return None
    if reading is None or not reading.markup:
        return None
    twin = str(replace(parts, scheme="https", fragment=""))
    if not listing.sealed_host and reading.page.canonical.partition("#")[0] != twin:
        return None
    there = yield Consult(url=twin, role=Role.SEALED, fresh=bool(attempt.signs))
    return _comparison(walked, there, Beside.SEALED) if isinstance(there, Specimen) else None


def _needs_name(walked: Walked) -> bool:
    """Do a few words say that nothing is there, so that it matters whose names it bears?"""
    return any(sign.name in SAYS_LITTLE for sign in walked.attempt.signs)


def is_nameless(page: Page | None, home: Comparison | None) -> bool:
    """Does a page bear no title of its own: none, a word of regret, or the front page's?"""
    if page is None:
        return False
    if says_sorry(page.title):
        return True
    if home is None or home.status is None:
        return False
    return not page.title or home.same_title or home.same_name


def wants_fresh(walked: Walked) -> bool:
    """Is the page short, or in doubt, so that the host may have changed since it was asked?"""
    page = walked.attempt.page
    return page is not None and (page.text_length < _SHORT or bool(walked.attempt.signs))


def is_alike(one: Comparison) -> bool:
    """Does the page say nothing that the other place does not say too?

    Where it says a little, the other must not say something else in its place.
    """
    is_page = one.status is not None and 200 <= one.status < 300
    differs = one.own + one.lacks if one.own else 0
    return is_page and one.same_title and differs <= min(_OWN, one.size // 10)


def is_namesake(one: Comparison) -> bool:
    """Do title, heading and half of the words agree, though some words change each time?"""
    is_page = one.status is not None and 200 <= one.status < 300
    return is_page and one.same_title and one.same_heading and one.likeness >= _NEARLY


def is_echo(one: Comparison) -> bool:
    """Does it say under the same names, and in the same words, that nothing is there?"""
    is_page = one.status is not None and 200 <= one.status < 300
    return is_page and one.same_title and one.same_words


def has_namesake(comparisons: Iterable[Comparison]) -> bool:
    """Is it named like a decoy, so that what it has of its own may be what changes each time?"""
    return any(one.beside is Beside.DECOY and is_namesake(one) for one in comparisons)


def is_doubtful(comparisons: Iterable[Comparison]) -> bool:
    """May it be that nothing is there: what is listed looks, or leads, as a decoy does?

    Not when the front page does too, or the decoy leads to the page itself.
    """
    found = {one.beside: one for one in comparisons}
    door, decoy, home = (found.get(one) for one in (Beside.DOOR, Beside.DECOY, Beside.HOME))
    if door and door.same_end and not (home and home.same_end):
        return True
    if decoy is None or decoy.same_end:
        return False
    if is_alike(decoy) or is_namesake(decoy):
        return home is None or not (is_alike(home) or is_namesake(home))
    return is_echo(decoy) and not (home and home.same_words)


def _is_elsewhere(listed: str, final: str) -> bool:
    """Did the chain lead to something that the listed URL's last part does not name?"""
    if urls.same_but_cosmetic(listed, final):
        return False
    if is_search(final) and not is_search(listed):
        return True
    parts = urls.parse(listed)
    last = parts.path.rstrip("/").rpartition("/")[2] + parts.query
    return not last or last not in final


def _door(walked: Walked, listed: str, final: str, *, fresh: bool) -> Comparing:
    """Does any other name lead to the same place? And the front page?

    Another path, for a site may not read the query that it drops; and another query, for a site
    may read nothing else. Where a front page or a search stands for what was asked for, the query
    alone tells.
    """
    found = yield from _led_as(walked, decoy_above(listed, 1) or decoy_beside(listed), fresh=fresh)
    if urls.parse(listed).query and (_is_led(found) or _is_no_answer(listed, final)):
        found = (yield from _led_as(walked, decoy_beside(listed), fresh=fresh)) or found
    if not _is_led(found) or urls.is_home(final):
        return found
    home = yield from _home(walked, listed, fresh=fresh)
    return (*found, *home)


def _is_led(found: Iterable[Comparison]) -> bool:
    return any(one.same_end for one in found)


def _is_no_answer(listed: str, final: str) -> bool:
    return (urls.is_home(final) and not urls.is_home(listed)) or is_search(final)


def _led_as(walked: Walked, decoy: str | None, *, fresh: bool) -> Comparing:
    if decoy is None:
        return ()
    there = yield Consult(url=decoy, role=Role.DECOY, fresh=fresh)
    return (_comparison(walked, there, Beside.DOOR),) if isinstance(there, Specimen) else ()


def _beside(walked: Walked, final: str, *, fresh: bool) -> Comparing:
    decoy = decoy_beside(final)
    if decoy is None:
        return ()
    there = yield Consult(url=decoy, role=Role.DECOY, fresh=fresh)
    if not isinstance(there, Specimen):
        return ()
    first = _comparison(walked, there, Beside.DECOY)
    if not is_doubtful((first,)):
        return (first,)
    home = yield from _home(walked, final, fresh=fresh)
    higher = yield from _higher(walked, final, fresh=fresh)
    return (first, *home, *higher)


def _may_be_parked(attempt: Attempt) -> bool:
    return any(CLUES[sign.name].nature is Nature.PARKED for sign in attempt.signs)


def _below(walked: Walked, final: str) -> Comparing:
    """A dealer shows the same page under every name, its front page among them."""
    there = yield Consult(url=decoy_below(final), role=Role.DECOY, fresh=True)
    return (_comparison(walked, there, Beside.DECOY),) if isinstance(there, Specimen) else ()


def _home(walked: Walked, url: str, *, fresh: bool) -> Comparing:
    there = yield Consult(url=home_of(url), role=Role.HOME, fresh=fresh)
    return (_comparison(walked, there, Beside.HOME),) if isinstance(there, Specimen) else ()


def _higher(walked: Walked, final: str, *, fresh: bool) -> Comparing:
    decoy = decoy_above(final, 1 if urls.parse(final).query.strip("?") else 2)
    if decoy is None:
        return ()
    there = yield Consult(url=decoy, role=Role.DECOY, fresh=fresh)
    if not isinstance(there, Specimen):
        return ()
    return (_comparison(walked, there, Beside.HIGHER_DECOY),)


def _comparison(walked: Walked, there: Specimen, beside: Beside) -> Comparison:
    assert walked.reading is not None
    other = there.attempt
    if other is None:
        return Comparison(beside=beside, url=there.url, at=there.at, status=None)
    theirs = likeness.unpacked(there.pairs)
    ways = walked.shown or (_ways_to_read(walked) if theirs else (walked.reading.pairs,))
    mine = min(ways, key=lambda pairs: len(pairs - theirs))
    here, page = walked.attempt, walked.reading.page
    own = len(mine if _is_unseen(walked.reading) else mine - theirs)
    says_the_same = own <= min(_OWN, len(mine) // 10)
    return Comparison(
        beside=beside,
        url=there.url,
        at=there.at,
        status=other.status,
        final_url=other.hops[-1].url,
        same_end=_ends_alike(here, other)
        or (beside is Beside.DOOR and says_the_same and _are_searches(here, other)),
        same_title=_name(page.title) == _name(_page(other).title),
        same_heading=bool(page.heading) and _name(page.heading) == _name(_page(other).heading),
        likeness=round(100 * likeness.shared(mine, theirs)),
        own=own,
        lacks=len(theirs - mine),
        same_words=(beside is Beside.HOME or _name(page.heading) == _name(_page(other).heading))
        and _says_so_there(walked, theirs),
        same_name=beside is Beside.HOME and _names_no_more(page, _page(other)),
        size=len(mine),
    )


def _ways_to_read(walked: Walked, before: Walked | None = None) -> tuple[frozenset[int], ...]:
    """Without the words of its own name, for a page may speak of it, and with them, for they may
    be anybody's: what the decoy's page says in one of these ways is nothing of its own.
    """
    if walked.reading is None:
        return ()
    reading, url = walked.reading, walked.attempt.hops[-1].url
    ways = (reading.pairs, likeness.pairs_beside_name(reading.text, url) | reading.media)
    if before is None:
        return ways
    earlier = _ways_to_read(before)
    return tuple(now & then for now, then in zip(ways, earlier, strict=True)) if earlier else ways


def _names_no_more(page: Page, other: Page) -> bool:
    there = set(likeness.words(f"{other.title} {other.heading}"))
    return bool(there) and there.issuperset(likeness.words(_NO_NAME.sub(" ", page.title)))


def _says_so_there(walked: Walked, theirs: frozenset[int]) -> bool:
    """Do the words stand there with which the page says, if it does, that nothing is there?"""
    assert walked.reading is not None
    sentence = mentions_absence(walked.reading.lines) if theirs else ""
    said = likeness.pairs(sentence, walked.attempt.hops[-1].url)
    return len(said) > 1 and said <= theirs


def _is_unseen(reading: Reading) -> bool:
    """Does the page go on where we did not look?"""
    return reading.page.cut or likeness.is_beyond(reading.text)


def _ends_alike(here: Attempt, other: Attempt) -> bool:
    """At one URL, or at a page that says it is the other's."""
    mine, theirs = here.hops[-1].url, other.hops[-1].url
    return urls.same_but_cosmetic(mine, theirs) or _page(other).canonical == mine


def _are_searches(here: Attempt, other: Attempt) -> bool:
    """At one search, each for its own name."""
    mine, theirs = here.hops[-1].url, other.hops[-1].url
    places = [(urls.host_key(one), urls.parse(one).path) for one in (mine, theirs)]
    return is_search(mine) and is_search(theirs) and places[0] == places[1]


def _name(text: str) -> tuple[str, ...]:
    """A title but for punctuation and case. Its numbers count: Lesson 3 is not Lesson 4."""
    return tuple(likeness.words(text))


def _page(attempt: Attempt) -> Page:
    return attempt.page or _UNREAD


_UNREAD: Final = Page(media_type="", length=0)
