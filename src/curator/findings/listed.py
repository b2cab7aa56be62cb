"""What readers see of a catalogue: each URL once, with its verdict and its places."""

from __future__ import annotations

from collections.abc import Mapping

from curator import urls
from curator.catalogue import Catalogue, Entry, Kind
from curator.findings.model import Listed, Place
from curator.judge import Verdict


def keys_of(catalogue: Catalogue) -> Mapping[str, str]:
    """What each URL that is shown is called in the history."""
    listed_urls = {link.url: None for placed in catalogue.shown() for link in placed.links}
    return {url: urls.evidence_key(url) for url in listed_urls}


def listed(
    catalogue: Catalogue, keys: Mapping[str, str], verdicts: Mapping[str, Verdict]
) -> tuple[Listed, ...]:
    """Each URL that has a verdict once, as it is written, in the order of the list.

    URLs that differ only in their fragment are asked once, and listed each.
    """
    places: dict[str, list[Place]] = {}
    for placed in catalogue.shown():
        for link in placed.links:
            place = Place(entry=placed.name, location=link.location)
            places.setdefault(link.url, []).append(place)
    return tuple(
        Listed(
            url=url,
            verdict=verdict,
            replacement=replacement(url, verdict),
            places=tuple(where),
        )
        for url, where in places.items()
        if (verdict := verdicts.get(keys[url]))
    )


def replacement(url: str, verdict: Verdict) -> str | None:
    """What to write in place of `url`; its fragment stays, unless the new one brings its own.

    Where nothing led elsewhere, and only the scheme is to change, the rest stays as it is spelt.
    """
    new, fragment = verdict.replacement, urls.fragment(url)
    if new is None:
        return None
    stays = [hop.location for hop in verdict.hops] == [None]
    by_https = f"https{url.strip()[4:]}"
    if stays and urls.scheme(url) == "http" and urls.request_url(by_https) == new:
        return by_https
    return new if not fragment or urls.fragment(new) else f"{new}#{fragment}"


def kind_of(entry: Entry, url: str) -> Kind | None:
    """What sort of thing an entry recommends under this URL; None for a link in passing."""
    if url == entry.url:
        return entry.kind
    for resource in entry.resources:
        if resource.url == url:
            return resource.kind or (None if entry.url else entry.kind)
    return None
