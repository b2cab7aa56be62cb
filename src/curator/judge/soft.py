"""Does a page that answers 200 say "not found"? The cheapest evidence first.

By where the chain ended, by the words of title and heading, and by what the host shows under
names that are surely not there. A host that shows one page for everything, its front page
included, tells nothing: an application may build the thing that is listed from its address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from curator.evidence import Attempt, Beside, Comparison, Sign
from curator.judge.moves import BEFORE, detour
from curator.judge.weighing import POINTS, PROVEN, Weighed
from curator.probes.compare import (
    SAYS_LITTLE,
    is_alike,
    is_echo,
    is_nameless,
    is_namesake,
    is_published,
)
from curator.probes.decoys import decoy_above
from curator.probes.places import is_door
from curator.probes.signs.clues import Nature, Weight, Where
from curator.probes.signs.seeing import CLUES
from curator.urls import parse

_STRONG: Final = POINTS[Weight.STRONG]
_WEAK: Final = POINTS[Weight.WEAK]
_HINT: Final = 10
"""Points of what many living pages show, too."""
_HINTS: Final = {"short-page": _HINT, "listed-words-absent": _HINT, "noindex": _WEAK}
_FRAME: Final = 1
"""Pairs of words: where the menus end and the footer begins."""
_SHAPES: Final = frozenset(("common-target",))
"""Signs of where a chain ended. One link that is led to the front page alone may be a product that
became it; several on a host that is honest otherwise are things that were taken down."""

_STANDS_BEFORE: Final = "it stands before the page, whatever is asked for"


def weigh_not_found(attempt: Attempt) -> tuple[Weighed, ...]:
    """All that speaks for and against a page's being a "not found" that answers 200."""
    said = tuple(_by_words(attempt))
    shape = tuple(_by_shape(attempt))
    shown = tuple(_by_decoys(attempt))
    strong = any(one.points >= _STRONG for one in (*said, *shape, *shown))
    beside = (*_hints(attempt.signs), *_by_name(attempt)) if strong else ()
    return (*said, *shape, *shown, *beside)


def why_unknown(attempt: Attempt) -> str:
    """Why nobody can tell from here whether the thing is there; "" where that is not so."""
    decoy = _of(attempt, Beside.DECOY)
    if decoy is None or decoy.same_end or not (is_alike(decoy) or is_namesake(decoy)):
        return ""
    return _why_not(attempt, decoy)


def _by_words(attempt: Attempt) -> Iterator[Weighed]:
    """Title and heading mostly say the same: a second one confirms the first and no more.

    No words prove it of what was published on a day, a question, a song, a shop for books, nor of
    what goes on for paragraphs.
    """
    said = 0
    doubted = is_published(attempt.page) or _has(attempt, "prose")
    for sign in attempt.signs:
        clue = CLUES.get(sign.name)
        if clue is None or clue.nature is not Nature.NOT_FOUND or sign.name in _SHAPES:
            continue
        if clue.weight is not Weight.WEAK:
            most = _STRONG if doubted and clue.where is not Where.URL else PROVEN
            points = max(0, min(POINTS[clue.weight], most - said))
            yield Weighed(name=sign.name, points=points, why=sign.detail)
            said += points
    if said and doubted:
        why = "names the day on which it was published, or goes on for paragraphs"
        yield Weighed(name="published", points=0, why=why)


def _by_shape(attempt: Attempt) -> Iterator[Weighed]:
    door = _of(attempt, Beside.DOOR)
    home = _of(attempt, Beside.HOME)
    led_to = detour(attempt.hops[0].url, attempt)
    if door and door.same_end:
        if home and home.same_end:
            yield Weighed(name="all-alike", points=0, why="the front page leads there too")
        elif _has(attempt, *BEFORE) or is_door(attempt.hops[-1].url):
            yield Weighed(name="decoy-outweighed", points=0, why=_STANDS_BEFORE)
        else:
            why = f"a name that is surely not there leads there too: {door.url}"
            yield Weighed(name="decoy-leads-there", points=PROVEN, why=why)
        return
    common = next((sign for sign in attempt.signs if sign.name in _SHAPES), None)
    if door and door.status is not None and not (led_to and common):
        if led_to or common:
            why = f"led there on purpose: a name that is surely not there is not: {door.url}"
            yield Weighed(name="decoy-refutes", points=0, why=why)
        return
    if (led_to or common) and _has(attempt, *BEFORE):
        yield Weighed(name="shape-outweighed", points=0, why=_STANDS_BEFORE)
        return
    if common:
        yield Weighed(name=common.name, points=_STRONG, why=common.detail)
    if led_to:
        yield Weighed(name="leads-elsewhere", points=_WEAK, why=f"leads to {led_to}")


def _by_decoys(attempt: Attempt) -> Iterator[Weighed]:
    decoy = _of(attempt, Beside.DECOY)
    if decoy is None or not (is_alike(decoy) or is_namesake(decoy) or is_echo(decoy)):
        return
    if why := _why_not(attempt, decoy):
        yield Weighed(name="decoy-outweighed", points=0, why=why)
        return
    same = f"{decoy.likeness} % of its words stand at a name that is surely not there: {decoy.url}"
    if is_alike(decoy):
        yield Weighed(name="decoy-alike", points=_STRONG, why=same)
    elif is_echo(decoy):
        said = f"a name that is surely not there says so in the same words: {decoy.url}"
        yield Weighed(name="decoy-echo", points=_STRONG, why=said)
    else:
        yield Weighed(name="decoy-namesake", points=_STRONG, why=same)
    if is_alike(decoy) and _is_so_higher_up(attempt):
        yield Weighed(name="higher-decoy", points=_WEAK, why="and the same one step up")


def _why_not(attempt: Attempt, decoy: Comparison) -> str:
    """What explains that a decoy looks like the page, though the page is what it should be."""
    home = _of(attempt, Beside.HOME)
    if decoy.same_end:
        return "the site reads only another part of the address: the decoy leads to this page"
    if _has(attempt, *BEFORE):
        return _STANDS_BEFORE
    if _has(attempt, "app-shell") and not any(one.points for one in _by_words(attempt)):
        return "its script builds the page: what a reader sees can't be known from here"
    if any(_is_login(sign) for sign in attempt.signs):
        return "it asks who you are, whatever is asked for"
    if home is None or home.status is None:
        return "the front page could not be seen: the site may show one page for everything"
    if is_alike(home) or is_namesake(home) or home.same_words:
        return "the front page looks the same: the site shows one page for everything"
    if home.own <= _FRAME and home.size > _FRAME:
        return "it says nothing that the front page doesn't say, not even that something is amiss"
    return ""


def _has(attempt: Attempt, *names: str) -> bool:
    return any(sign.name in names for sign in attempt.signs)


def _is_login(sign: Sign) -> bool:
    return sign.name in CLUES and CLUES[sign.name].nature is Nature.LOGIN


def _is_so_higher_up(attempt: Attempt) -> bool:
    """Or there is nothing higher up."""
    higher = _of(attempt, Beside.HIGHER_DECOY)
    if higher is not None and higher.status is not None:
        return is_alike(higher)
    url = attempt.hops[-1].url
    return decoy_above(url, 1 if parse(url).query.strip("?") else 2) is None


def _hints(signs: Sequence[Sign]) -> Iterator[Weighed]:
    for sign in signs:
        clue = CLUES.get(sign.name)
        if clue and clue.weight is Weight.WEAK and clue.nature is Nature.NOT_FOUND:
            yield Weighed(name=sign.name, points=_WEAK, why=sign.detail)
        elif sign.name in _HINTS:
            yield Weighed(name=sign.name, points=_HINTS[sign.name], why=sign.detail)


def _by_name(attempt: Attempt) -> Iterator[Weighed]:
    """A page of few words that bears the site's name and no other is about nothing."""
    names = {sign.name for sign in attempt.signs}
    says_little = bool(names & SAYS_LITTLE) and "short-page" in names
    if says_little and is_nameless(attempt.page, _of(attempt, Beside.HOME)):
        why = "its title is the front page's, one of regret, or none"
        yield Weighed(name="nameless", points=_WEAK, why=why)


def _of(attempt: Attempt, beside: Beside) -> Comparison | None:
    return next((one for one in attempt.comparisons if one.beside is beside), None)
