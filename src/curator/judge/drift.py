"""Is the page still the thing that was recommended? Today's page against the last good one.

Pages are rewritten, moved and translated, and remain what they were. What is called drift has a
new title *and* a new text, and something that a new edition does not bring: another owner, all new
neighbours, another language. A page full of gambling on a link that was about something else needs
no comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from curator import urls
from curator.evidence import Attempt, Page, Record
from curator.judge.cases import Case, Sighting
from curator.judge.moves import only_stands_before
from curator.judge.weighing import POINTS, Weighed, is_proven
from curator.probes import likeness
from curator.probes.signs.clues import Nature, Weight
from curator.probes.signs.seeing import CLUES
from curator.probes.witness import telling

_FAR: Final = 0.15
"""The text of another page; two pages of one site share their frame."""
_NEAR: Final = 0.5
_ENOUGH_TEXT: Final = 20
_SOME_LINKS: Final = 2
_TITLE: Final = 30
_TEXT: Final = 30
_OWNER: Final = 40
_NEIGHBOURS: Final = 40
_LANGUAGE: Final = 20

_DOUBTED: Final = frozenset((Case.SOFT, Case.PARKED, Case.DRIFTED, Case.TAKEN_OVER))


def in_light_of_the_past(seen: Iterable[Sighting]) -> Iterator[Sighting]:
    """The same sightings, oldest first; a good page that is another one than before is drifted.

    What a person accepted is good, and so is what looks like it later. A page that was all new
    before and good is one that changes: the news, links of the day.
    """
    base: Sighting | None = None
    named: Record | None = None
    accepted: Sighting | None = None
    last: Sighting | None = None
    is_restless = False
    for one in seen:
        sighting = _judged(_renamed(one, named), base, accepted, is_restless=is_restless)
        if _is_new_again(last, sighting):
            is_restless, sighting = True, one
        last = sighting
        if is_base(sighting):
            is_restless = is_restless or is_all_new(base, sighting)
            base = sighting
            named = sighting.attempt.record or named
        if sighting.evidence.accepted:
            accepted = sighting
        yield sighting


def weigh_drift(then: Attempt, now: Attempt) -> tuple[Weighed, ...]:
    """What speaks for `now` being another thing; nothing when it can't be told."""
    before, after = then.page, now.page
    if before is None or after is None or _can_not_be_told(now):
        return ()
    found = [*_title(before, after, now), *_text(before, after)]
    if len(found) < 2:
        return ()
    return (*found, *_owner(then, now), *_neighbours(before, after), *_language(before, after))


def _can_not_be_told(now: Attempt) -> bool:
    """Does it speak of what is listed, or only stand before the page?"""
    speaks = now.page is not None and now.page.speaks
    is_away = any(sign.name in ("pause-title", "pause-url") for sign in now.signs)
    return bool(speaks) or is_away or _speaks_of_the_listed(now) or only_stands_before(now)


def weigh_take_over(then: Attempt | None, now: Attempt) -> tuple[Weighed, ...]:
    """Gambling and its like, where nothing of the kind was before."""
    if _speaks_of_the_listed(now) or (then and any(map(_is_spam, _natures(then)))):
        return ()
    spam = tuple(_spam(now))
    return (*spam, *_unlike(then, now)) if spam else ()


def _spam(now: Attempt) -> Iterator[Weighed]:
    """Title and heading mostly say the same: together they are one sign."""
    best: dict[str, Weighed] = {}
    for sign in now.signs:
        clue = CLUES.get(sign.name)
        if clue and _is_spam(clue.nature):
            place = "title" if clue.name in ("spam-title", "spam-heading") else clue.name
            one = Weighed(name=sign.name, points=POINTS[clue.weight], why=sign.detail)
            best.setdefault(place, one)
    yield from best.values()


def _unlike(then: Attempt | None, now: Attempt) -> Iterator[Weighed]:
    """Neither what it was, nor what the list says."""
    if then and then.page and now.page and next(_title(then.page, now.page, now), None):
        why = f"its title was “{then.page.title}”"
        yield Weighed(name="title-changed", points=POINTS[Weight.WEAK], why=why)
    for sign in now.signs:
        if sign.name == "listed-words-absent":
            yield Weighed(name=sign.name, points=POINTS[Weight.WEAK], why=sign.detail)


def is_base(one: Sighting) -> bool:
    """Are later pages held against it?"""
    return one.case is Case.GOOD and not only_stands_before(one.attempt)


def follows(base: Sighting, one: Sighting, *, is_restless: bool) -> bool:
    """Is `one`, which is good, no other thing than `base`?"""
    renamed = _renamed(one, base.attempt.record)
    return _doubted(renamed, base, is_restless=is_restless).case is Case.GOOD


def can_be_accepted(one: Sighting) -> bool:
    """Was a page shown, whatever it said?"""
    return one.case in _DOUBTED or one.case is Case.GOOD


def _renamed(one: Sighting, named: Record | None) -> Sighting:
    """The same name with another id: somebody else has taken it."""
    record = one.attempt.record
    if one.case is not Case.GOOD or record is None or named is None or record.api != named.api:
        return one
    is_another = record.id and named.id and record.id != named.id
    return replace(one, case=Case.DRIFTED) if is_another else one


def _is_new_again(last: Sighting | None, one: Sighting) -> bool:
    """Another thing than before twice, and not the same one: who takes over a page stays."""
    if last is None or last.case is not Case.DRIFTED or one.case is not Case.DRIFTED:
        return False
    return is_another(last, one)


def is_another(before: Sighting, one: Sighting) -> bool:
    """Is it another thing, of the same owner?"""
    weighed = weigh_drift(before.attempt, one.attempt)
    return is_proven_drift(weighed) and not any(each.name == "owner-changed" for each in weighed)


def is_all_new(base: Sighting | None, one: Sighting) -> bool:
    """Were text and neighbours others, while the page was still good?"""
    before, after = (seen.attempt.page if seen else None for seen in (base, one))
    if before is None or after is None:
        return False
    return all(any(found(before, after)) for found in (_neighbours, _text))


def _judged(
    one: Sighting, base: Sighting | None, accepted: Sighting | None, *, is_restless: bool
) -> Sighting:
    if one.evidence.accepted and can_be_accepted(one):
        return replace(one, case=Case.GOOD)
    doubted = _doubted(one, base, is_restless=is_restless)
    if doubted.case in _DOUBTED and accepted and _is_same_page(accepted.attempt, one.attempt):
        return replace(one, case=Case.GOOD)
    return doubted


def _doubted(one: Sighting, base: Sighting | None, *, is_restless: bool) -> Sighting:
    if one.case is not Case.GOOD:
        return one
    then = base.attempt if base else None
    if is_proven(weigh_take_over(then, one.attempt)):
        return replace(one, case=Case.TAKEN_OVER)
    weighed = weigh_drift(then, one.attempt) if then else ()
    if is_restless and not any(each.name == "owner-changed" for each in weighed):
        return one
    if is_proven_drift(weighed):
        return replace(one, case=Case.DRIFTED)
    return one


def is_proven_drift(weighed: Iterable[Weighed]) -> bool:
    """Here every part is weak, and many together are strong."""
    return sum(one.points for one in weighed) >= POINTS[Weight.PROOF]


def _is_same_page(one: Attempt, other: Attempt) -> bool:
    if one.page is None or other.page is None:
        return False
    alike = likeness.likeness(one.page.sketch, other.page.sketch)
    return one.page.title == other.page.title or (alike is not None and alike >= _NEAR)


def _title(before: Page, after: Page, now: Attempt) -> Iterator[Weighed]:
    host = urls.host_key(now.hops[-1].url)
    then = {word for word in _names(before) if word not in host}
    today = {word for word in _names(after) if word not in host}
    if then and today and not then & today:
        why = f"no word of its title is left: “{before.title}”, now “{after.title}”"
        yield Weighed(name="title-changed", points=_TITLE, why=why)


def _names(page: Page) -> frozenset[str]:
    return telling(f"{page.title} {page.heading}")


def _text(before: Page, after: Page) -> Iterator[Weighed]:
    alike = likeness.likeness(before.sketch, after.sketch)
    sizes = likeness.size(before.sketch), likeness.size(after.sketch)
    if alike is not None and alike <= _FAR and min(sizes) >= _ENOUGH_TEXT:
        why = f"{round(100 * alike)} % of its words are left"
        yield Weighed(name="text-changed", points=_TEXT, why=why)


def _owner(then: Attempt, now: Attempt) -> Iterator[Weighed]:
    before, after = (urls.owner_of(urls.host_key(one.hops[-1].url)) for one in (then, now))
    if before != after:
        yield Weighed(name="owner-changed", points=_OWNER, why=f"{before}, now {after}")


def _neighbours(before: Page, after: Page) -> Iterator[Weighed]:
    then, today = set(before.outbound), set(after.outbound)
    if then and today and not then & today:
        enough = min(len(then), len(today)) >= _SOME_LINKS
        why = f"all the sites that it links to are others: {', '.join(sorted(today)[:3])}"
        points = _NEIGHBOURS if enough else _NEIGHBOURS // 2
        yield Weighed(name="neighbours-changed", points=points, why=why)


def _language(before: Page, after: Page) -> Iterator[Weighed]:
    then, today = (
        page.language.lower().replace("_", "-").split("-")[0] for page in (before, after)
    )
    if then and today and then != today:
        yield Weighed(name="language-changed", points=_LANGUAGE, why=f"{then}, now {today}")


def _speaks_of_the_listed(attempt: Attempt) -> bool:
    return any(nature is Nature.WITNESS for nature in _natures(attempt))


def _natures(attempt: Attempt) -> list[Nature]:
    return [CLUES[sign.name].nature for sign in attempt.signs if sign.name in CLUES]


def _is_spam(nature: Nature) -> bool:
    return nature is Nature.SPAM
