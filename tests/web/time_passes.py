"""Servers in trouble, for a moment, for days, or for good; slow ones; two that do not agree."""

from __future__ import annotations

from web.case import Truth, case, says
from web.handlers import after, alternating, days, page, reset, status, turns
from web.pages import NOT_FOUND, article

ALIVE, SUSPECT = Truth.ALIVE, Truth.SUSPECT

_GUIDE = page(article("A patient guide", seed="time"))
_LOST = status(404, NOT_FOUND)

ONCE = tuple(
    case(f"{code}-{name}", ALIVE, turns(*[status(code)] * times, _GUIDE), slow=True)
    for code, name, times in (
        (500, "once", 1),
        (502, "once", 1),
        (503, "once", 1),
        (504, "once", 1),
        (520, "once", 1),
    )
)

TWICE = tuple(
    case(
        f"{code}-twice",
        ALIVE,
        turns(status(code), status(code), _GUIDE),
        slow=True,
        says=says("alive", tolerated="failing"),
    )
    for code in (500, 503)
)

ALWAYS = tuple(
    case(f"{code}-always", SUSPECT, status(code), whole=True, slow=True)
    for code in (500, 502, 503, 504, 521, 523, 525, 530)  # 18, 19, 20
)

SLOW = (
    case("slow-3s", ALIVE, after(3, _GUIDE), slow=True),
    case("slow-12s", ALIVE, after(12, _GUIDE), slow=True),
    case("slow-25s", ALIVE, after(25, _GUIDE), slow=True),  # 79
)

DAYS = (
    case("flapping", SUSPECT, alternating(_GUIDE, _LOST), slow=True, says=says("alive")),  # 104
    case(
        "flapping-by-day",
        ALIVE,
        days({0: _GUIDE, 1: _LOST, 3: _GUIDE, 6: _LOST}),
        slow=True,
        says=says("alive", "failing alive"),
    ),  # 104
    case(
        "outage-503",
        ALIVE,
        days({0: status(503), 4: _GUIDE}),
        slow=True,
        says=says("failing", "alive"),
    ),
    case(
        "outage-404", ALIVE, days({0: _LOST, 4: _GUIDE}), slow=True, says=says("failing", "alive")
    ),
    case(
        "outage-late",
        ALIVE,
        days({0: _GUIDE, 8: status(500)}),
        slow=True,
        says=says("alive", "failing"),
    ),
    case(
        "down-from-day-2",
        SUSPECT,
        days({0: _GUIDE, 2: status(500)}),
        slow=True,
        says=says("alive", "dead failing"),
    ),
    case(
        "gone-on-day-5",
        Truth.GONE,
        days({0: _GUIDE, 5: status(410)}),
        slow=True,
        says=says("alive", "dead"),
    ),
    case(
        "revived",
        SUSPECT,
        days({0: status(410), 8: _GUIDE}),
        slow=True,
        says=says("failing", "alive"),
    ),
    case(
        "changing-trouble",
        SUSPECT,
        days({0: status(500), 2: reset, 5: _LOST, 9: status(503)}),
        slow=True,
        says=says("failing", "failing dead"),
    ),
    case(
        "blocked-then-missing",
        Truth.DEAD,
        days({0: status(403), 2: _LOST}),
        slow=True,
        says=says("blocked", "dead"),
    ),
    case(
        "missing-then-blocked",
        Truth.BLOCKED,
        days({0: _LOST, 2: status(403)}),
        slow=True,
        says=says("failing", "blocked", tolerated="failing"),
    ),
)

CASES = (*ONCE, *TWICE, *ALWAYS, *SLOW, *DAYS)
