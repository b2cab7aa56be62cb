"""What readers see of a catalogue: every link at its place, retired entries left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from curator import urls
from curator.catalogue import Catalogue, Entry, Item, Kind, Placed, Table
from curator.findings.model import Listed, Place
from curator.judge import Verdict


def shown(catalogue: Catalogue) -> Iterator[Placed]:
    """Everything that holds links, in order, without retired entries and what nests in them."""
    hidden: set[int] = set()
    for placed in catalogue.walk():
        entry = placed.entry
        if entry and entry.retired:
            hidden.update(map(id, _nested(entry.items)))
        elif id(placed.holder) not in hidden:
            yield placed


def keys_of(catalogue: Catalogue) -> Mapping[str, str]:
    """What each URL that is shown is called in the history."""
    listed_urls = {link.url: None for placed in shown(catalogue) for link in placed.links}
    return {url: urls.evidence_key(url) for url in listed_urls}


def listed(
    catalogue: Catalogue, keys: Mapping[str, str], verdicts: Mapping[str, Verdict]
) -> tuple[Listed, ...]:
    """Each URL that has a verdict once, as it is written, in the order of the list.

    URLs that differ only in their fragment are asked once, and listed each.
    """
    places: dict[str, list[Place]] = {}
    for placed in shown(catalogue):
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
    """What to write in place of `url`; its fragment stays, unless the new one brings its own."""
    fragment = urls.fragment(url)
    if verdict.replacement is None or not fragment or urls.fragment(verdict.replacement):
        return verdict.replacement
    return f"{verdict.replacement}#{fragment}"


def kind_of(entry: Entry, url: str) -> Kind | None:
    """What sort of thing an entry recommends under this URL; None for a link in passing."""
    if url == entry.url:
        return entry.kind
    for resource in entry.resources:
        if resource.url == url:
            return resource.kind or (None if entry.url else entry.kind)
    return None


def _nested(items: Iterable[Item]) -> Iterator[Item]:
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        yield item
        if isinstance(item, Entry):
            waiting.extend(item.items)
        elif isinstance(item, Table):
            waiting.extend(item.rows)
