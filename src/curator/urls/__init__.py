"""URLs as browsers read them: what is asked, and which two of them mean the same thing.

The rules are the URL Standard's for http and https (https://url.spec.whatwg.org), in the small:
a list is read by people who click, so what a browser opens is usable here.
"""

from curator.urls.domain import owner_of
from curator.urls.parse import (
    DEFAULT_PORTS,
    UnusableUrlError,
    Url,
    evidence_key,
    fragment,
    host_key,
    join,
    parse,
    problem,
    request_url,
    scheme,
)
from curator.urls.query import adds_session, parameter, without_tracking, without_tracking_added
from curator.urls.same import (
    identity,
    is_above,
    is_home,
    is_locale,
    is_root,
    path_depth,
    same_but_cosmetic,
)

__all__ = [
    "DEFAULT_PORTS",
    "UnusableUrlError",
    "Url",
    "adds_session",
    "evidence_key",
    "fragment",
    "host_key",
    "identity",
    "is_above",
    "is_home",
    "is_locale",
    "is_root",
    "join",
    "owner_of",
    "parameter",
    "parse",
    "path_depth",
    "problem",
    "request_url",
    "same_but_cosmetic",
    "scheme",
    "without_tracking",
    "without_tracking_added",
]
