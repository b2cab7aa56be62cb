"""Questions put to URLs, as generators without IO. `probe_for` names the right one."""

from __future__ import annotations

from curator.probes.contract import UNLISTED, Answer, Ask, Clock, Cut, Later, Listing, Probe
from curator.probes.page import page_probe

__all__ = [
    "UNLISTED",
    "Answer",
    "Ask",
    "Clock",
    "Cut",
    "Later",
    "Listing",
    "Probe",
    "page_probe",
    "probe_for",
]


def probe_for(url: str, *, clock: Clock, redirects: int = 20, listing: Listing = UNLISTED) -> Probe:
    """The best probe for `url`: its site's own question where there is one, else its page."""
    return page_probe(url, clock=clock, redirects=redirects, listing=listing)
