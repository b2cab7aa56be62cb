"""Hosts that many links lead to: they count how they are treated, and one defends itself."""

from __future__ import annotations

from web.case import Case, Truth, case
from web.exchange import Exchange
from web.handlers import after, page, redirect, site
from web.pages import article

ALIVE = Truth.ALIVE
CROWD = 24
"""Links to one host."""

_PAGES = {
    f"/guide/{number}": after(0.1, page(article(f"Part {number}"))) for number in range(CROWD)
}


async def _strict(exchange: Exchange) -> None:
    """Takes two requests at once and five a second."""
    if exchange.in_flight > 2 or exchange.last_second > 5:
        await exchange.send(429, b"<title>Too many requests</title>", [("Retry-After", "2")])
        return
    await after(0.1, page(article(f"Lesson {exchange.path}")))(exchange)


def _crowd() -> tuple[Case, ...]:
    """Many links, one host."""
    first = case("crowd-0", ALIVE, site(_PAGES), whole=True, path="/guide/0")
    return first, *(
        case(f"crowd-{number}", ALIVE, None, home="crowd-0", url=f"{{self}}/guide/{number}")
        for number in range(1, CROWD)
    )


def _funnel() -> tuple[Case, ...]:
    """Many hosts that all lead to one."""
    hub = {"hub": site(_PAGES)}
    first = case("funnel-0", ALIVE, redirect(302, "{hub}/guide/0"), hosts=hub)
    return first, *(
        case(f"funnel-{number}", ALIVE, redirect(302, f"{{hub}}/guide/{number}"), home="funnel-0")
        for number in range(1, 12)
    )


def _defended() -> tuple[Case, ...]:
    """Many links to a host that limits its visitors."""
    first = case("defended-0", ALIVE, _strict, whole=True, path="/lesson/0")
    return first, *(
        case(f"defended-{number}", ALIVE, None, home="defended-0", url=f"{{self}}/lesson/{number}")
        for number in range(1, 10)
    )


def _same() -> tuple[Case, ...]:
    """One page, listed with three fragments: asked once."""
    html = "".join(f'<h2 id="part-{number}">Part</h2>' for number in range(3))
    first = case(
        "same-0", ALIVE, page(article("One page", extra=html)), url="{self}/guide/intro#part-0"
    )
    return first, *(  # 103
        case(
            f"same-{number}", ALIVE, None, home="same-0", url=f"{{self}}/guide/intro#part-{number}"
        )
        for number in (1, 2)
    )


CASES = (*_crowd(), *_funnel(), *_defended(), *_same())
