"""Questions put to URLs, as generators without IO. `probe_for` names the right one."""

from __future__ import annotations

from curator import urls
from curator.probes.contract import UNLISTED, Answer, Ask, Clock, Cut, Later, Listing, Probe
from curator.probes.page import page_probe
from curator.probes.sites import question_about
from curator.probes.sites.own_word import led_probe, site_probe

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
    if question := question_about(url):
        key = urls.evidence_key(url)
        return site_probe(key, question, clock=clock, redirects=redirects)
    page = page_probe(url, clock=clock, redirects=redirects, listing=listing)
    return led_probe(page, question_about)
