"""What one probe saw of one URL in one run: facts, never opinions.

Everything here is stored as it was seen (`history`), and weighed only by `judge`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Cause(StrEnum):
    """Why an ask had no answer."""

    NO_SUCH_NAME = "no-such-name"  # the resolver says the name does not exist (EAI_NONAME)
    NAME_TRY_AGAIN = "name-try-again"  # the resolver could not say (EAI_AGAIN): our side, for now
    NO_ROUTE = "no-route"  # network or host unreachable
    CONNECT_TIMEOUT = "connect-timeout"  # nobody took the connection in time
    REFUSED = "refused"  # the port is closed
    RESET = "reset"  # the connection was reset before the answer's head was whole
    CLOSED = "closed"  # the connection ended before the answer's head was whole
    TIMEOUT = "timeout"  # connected, but no whole head in time
    PROTOCOL = "protocol"  # what came is not HTTP
    TLS_EXPIRED = "tls-expired"
    TLS_NOT_YET_VALID = "tls-not-yet-valid"
    TLS_WRONG_HOST = "tls-wrong-host"
    TLS_SELF_SIGNED = "tls-self-signed"
    TLS_UNKNOWN_ISSUER = "tls-unknown-issuer"  # or a missing intermediate certificate
    TLS_TOO_OLD = "tls-too-old"  # speaks only versions or ciphers that are refused by default
    TLS_OTHER = "tls-other"
    UNSAFE_ADDRESS = "unsafe-address"  # private, reserved or metadata: never contacted
    UNSAFE_REDIRECT = "unsafe-redirect"  # to a scheme that is not http or https
    UNUSABLE_URL = "unusable-url"  # no URL a browser could open
    BAD_LOCATION = "bad-location"  # a redirect whose target is no URL, or has no target
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    HELD_OFF = "held-off"  # not asked: the host told us to stay away until later (Retry-After)
    PROXY = "proxy"  # the proxy failed, not the site


class Family(StrEnum):
    """Which of the two internets was used."""

    IPV4 = "ipv4"
    IPV6 = "ipv6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An ask that had no answer."""

    url: str
    cause: Cause
    detail: str
    """One line for people: what the system said. From the network, so never trusted."""
    families: tuple[Family, ...] = ()
    """Of the addresses that were tried, or of the one that took the connection; none when it did
    not come to that, or when a proxy asked."""


class Via(StrEnum):
    """How a hop led on."""

    STATUS = "status"  # 3xx with Location
    REFRESH_HEADER = "refresh-header"
    META_REFRESH = "meta-refresh"


class Again(StrEnum):
    """Why one hop was asked twice, one right after the other."""

    PAST_CACHES = "past-caches"  # a 304 to a question without conditions
    UNCODED = "uncoded"  # a body that is not in the content coding it claims


class Way(StrEnum):
    """How a later try asks otherwise than the first: what a browser would have managed."""

    PATIENT = "patient"  # twice the time
    FRESH = "fresh"  # on a connection of its own, which ends with the answer
    NAVIGATION = "navigation"  # with the headers that only browsers send
    OTHER_FAMILY = "other-family"  # over IPv4 first where it was IPv6, and the other way round
    LATIN_1 = "latin-1"  # a redirect's target in the old spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One answer in a redirect chain."""

    url: str
    """What was asked, without fragment."""
    status: int
    location: str | None = None
    """Where it led, absolute; None for the last hop."""
    via: Via = Via.STATUS
    permanent: bool = False
    """301, 308, or a refresh without delay."""
    set_cookie: bool = False
    elapsed_ms: int = 0
    family: Family | None = None
    """None when a proxy asked."""
    again: Again | None = None
    """Why this is the second answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A mark of something a status code does not say: a wall, a login, an error page."""

    name: str
    """One of `probes.signs.CLUES`; old evidence may have one that is there no longer."""
    where: str
    """"header NAME", else one of `probes.clues.Where`."""
    detail: str = ""
    """What was seen, cut to 200 characters."""


class DateSource(StrEnum):
    """Where a thing's own date was read, most reliable first."""

    API = "api"  # the site's own API

    JSON_LD = "json-ld"
    META = "meta"
    TIME = "time"  # <time datetime> beside the title
    LAST_MODIFIED = "last-modified"  # only when it is not the server's clock


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """A day a page claims for itself."""

    day: date
    """As written: no time-zone conversion."""
    source: DateSource
    modified: bool
    """True: last changed. False: published."""


class Standing(StrEnum):
    """What a site's own API says of a thing. An API that does not say is no evidence."""

    THERE = "there"
    GONE = "gone"  # there is no such thing
    HIDDEN = "hidden"  # there, and only for some: private, members only, a login
    WITHHELD = "withheld"  # taken down, by the law or by the site


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A site's own word on the thing that a URL names, got by its API and not from its page."""

    api: str
    """Whose: "github", "youtube", ..."""
    standing: Standing
    id: str = ""
    """What stays when the name changes, such as a node id: another id is another thing."""
    name: str = ""
    """What the site calls it today."""
    url: str = ""
    """Where it is today, when that is elsewhere; absolute."""
    archived: bool = False
    archived_on: date | None = None
    dates: tuple[PageDate, ...] = ()
    detail: str = ""
    """One line for people: what the API said. From the network, so never trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place in a page that the list points to by its fragment."""

    name: str
    """As in the URL, without the hash sign."""
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was read of the last hop's body."""

    media_type: str
    """As declared, lower case, without parameters; "" when not declared."""
    length: int
    """Bytes read after inflating, at most the cap."""
    cut: bool = False
    """The body did not arrive whole, or reached the cap."""
    undecodable: bool = False
    """The body is not in the content coding that it claims, nor when asked for without one."""
    title: str = ""
    heading: str = ""
    """The first <h1>."""
    language: str = ""
    text_length: int = 0
    """Characters of visible text."""
    dates: tuple[PageDate, ...] = ()
    canonical: str = ""
    """What the page says its own URL is, absolute."""
    outbound: tuple[str, ...] = ()
    """Domains that it links to, beyond its own; the first twenty, sorted."""
    anchors: tuple[Anchor, ...] = ()
    """Those that the list points to, where the HTML can tell."""
    sketch: str = ""
    """Of its visible text, to tell how alike two pages are (`probes.likeness`)."""
    speaks: bool | None = None
    """Has it half of the telling words of a title in the list? None: that can't be told."""


class Beside(StrEnum):
    """What a page was held against."""

    DECOY = "decoy"  # a name that is surely not there, in the place of the URL's last part
    HIGHER_DECOY = "higher-decoy"  # the same one step up, for sites that don't read the last part
    DOOR = "door"  # a decoy beside the listed URL, which led elsewhere
    HOME = "home"  # the front page
    SEALED = "sealed"  # the same URL by https


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a page compares with what its host shows elsewhere. Everything but `own` is of there."""

    beside: Beside
    url: str
    """What was asked there."""
    at: datetime
    """When: it is asked once for all links beside it, and remembered for weeks."""
    status: int | None
    """None when nothing answered, or when robots.txt forbids to ask."""
    final_url: str = ""
    """Where asking there ended."""
    same_end: bool = False
    """It ended at the very URL where the page is."""
    same_title: bool = False
    same_heading: bool = False
    """Both have a first <h1>, and it says the same."""
    likeness: int = 0
    """Percent of all pairs of words that both have."""
    own: int = 0
    """Pairs of words that the page has and that place has not."""
    lacks: int = 0
    """Pairs of words that the page has not and that place has."""
    size: int = 0
    """Pairs of words that the page has."""
    same_words: bool = False
    """The sentence by which the page says that nothing is there stands there, too; but for the
    front page under the same heading, or under none as here."""
    same_name: bool = False
    """Of the front page: its names have every word that the page's title names it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One walk along the redirect chain: from the listed URL to an answer or a failure."""

    at: datetime
    hops: tuple[Hop, ...]
    failure: Failure | None = None
    """Why the chain ended without an answer that could be taken."""
    retry_after: datetime | None = None
    """When the last hop's host wants to be asked again."""
    signs: tuple[Sign, ...] = ()
    page: Page | None = None
    """None when nothing was read of the last answer's body."""
    comparisons: tuple[Comparison, ...] = ()
    record: Record | None = None
    """Instead of a page: what the site's own API said."""
    ways: tuple[Way, ...] = ()
    """How this try asked otherwise than the first one of its run."""
    sealed: Comparison | None = None
    """Of a page by http: how it compares with the same URL by https, where that was asked."""

    @property
    def status(self) -> int | None:
        """Of the last hop; None when the chain ended in a failure."""
        return self.hops[-1].status if self.hops and self.failure is None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """What a host shows at a URL that the list does not name: a decoy, its front page, its rules.

    Shared by all links of the host, and remembered for weeks.
    """

    url: str
    at: datetime
    attempt: Attempt | None
    """None: robots.txt forbids to ask."""
    pairs: str = ""
    """Of the words of its visible text (`probes.likeness`), packed; "" for what is no page."""
    text: str = ""
    """Of robots.txt alone, cut to 64 KB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that one probe saw of one URL in one run."""

    url: str
    """The key of the history: the listed URL without its fragment."""
    at: datetime
    """When the run asked first, with time zone."""
    attempts: tuple[Attempt, ...]
    """In order; a second one was made later in the run because the first had trouble."""
    void: bool = False
    """Seen while our own network was down: kept, never judged."""
    accepted: bool = False
    """A person said that what was seen here is what the list recommends."""
