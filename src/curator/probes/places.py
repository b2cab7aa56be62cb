"""Where a chain ended, by its URL alone: at a login, a consent question, an error page, a shop
for domains.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from curator import urls
from curator.probes.words.notfound import says_not_found

_LOGIN: Final = re.compile(
    r"/(?:log[-_]?in|sign[-_]?in|users?/sign_in|session/new|sso|oauth2?/authori[sz]e|authwall|wp-login\.php"
    r"|i/flow/login|account/login|accounts/login|login\.(?:php|aspx?|html?|jsp|do))(?:/|$)"
)
_LOGIN_HOSTS: Final = frozenset(("login", "signin", "accounts", "sso", "passport", "auth"))
_CONSENT: Final = re.compile(
    r"/(?:consent|cookie-?(?:consent|wall|hinweis)|collectconsent|gdpr|privacy[-/]?(?:gate|wall)"
    r"|age-?(?:gate|check|verification)|altersabfrage)(?:/|$)"
)
_CONSENT_HOSTS: Final = frozenset(("consent", "guce", "myprivacy"))
_CHALLENGE: Final = re.compile(
    r"^verify/|(?:^|[/._-])(?:captcha|recaptcha|sgcaptcha|unhuman|anti-?(?:spider|robot|bot|crawler)"
    r"|robot-?check|bot-?check|human-?(?:check|verification)|are-?you-?(?:a-?)?human"
    r"|verify-?(?:human|you|robot)|risk_handler|showcaptcha|validatecaptcha|cdn-cgi/challenge)"
    r"(?:[/._-]|$)"
)
_GATE: Final = re.compile(
    r"/(?:(?:not[-_]?available|unavailable|unsupported|restricted|blocked)[-_](?:in[-_])?"
    r"(?:your[-_]|this[-_])?(?:country|region|location|area)|geo[-_]?(?:block|restrict|fence)[a-z]{0,5}"
    r"|age[-_]?restricted|over[-_]?18|pay[-_]?wall|reg[-_]?wall|barrier)(?:[/.]|$)"
)
_PAUSE: Final = re.compile(
    r"/(?:(?:site[-_]?)?maintenance|under[-_]?(?:maintenance|construction)|waiting[-_]?room|queue|wartung"
    r"|(?:unsupported|outdated|upgrade|update|old)[-_]?(?:your[-_])?browser|browser[-_]?(?:not[-_]?"
    r"supported|unsupported|upgrade|check))(?:[/.]|$)"
)
_ERROR: Final = re.compile(
    r"/(?:404|not[-_]?found|page[-_]?not[-_]?found|error[-_/]?404|errors/404|404[-_]?(?:error|page)"
    r"|errors?/not[-_]?found)(?:\.(?:html?|php|aspx?|jsp))?/?(?:\?|$)"
    r"|/errors?(?:\.(?:html?|php|aspx?|jsp))?/?\?(?:[^&]{1,40}&){0,4}[a-z_]{0,20}=404\b"
)
_SUSPENDED: Final = re.compile(
    r"/cgi-sys/(?:suspendedpage|defaultwebpage)\.cgi|/suspended\.page(?:/|$)|/account[-_]?suspended\b"
)
_NUMBERED: Final = re.compile(r"ww[0-9]{1,3}")
_VISITOR: Final = re.compile(r"[?&](?:sub(?:id)?[0-9]?|usid|utid|tkn|js)=")
_FOR_NOW: Final = re.compile(r"=5\d\d\b")
_SEARCH: Final = re.compile(
    r"^(?:/[a-z]{2}(?:-[a-z]{2})?)?/(?:search|find|suche|recherche|buscar|sousuo)(?:\.[a-z]{3,4})?(?:[/?]|$)"
    r"|/(?:search|find|results?|suche|recherche|buscar|sousuo)(?:\.[a-z]{3,4})?/?\?|/\?s="
)
_ABOUT_ERRORS: Final = re.compile(r"404|not[-_]?found|error")

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_EXTENSION: Final = re.compile(r"\.[A-Za-z]{2,5}$")
_SIGNS: Final = re.compile(r"[-_+.]+")
# fmt: off
_GENERAL: Final = frozenset((
    "home", "homepage", "frontpage", "index", "main", "default", "welcome", "portal", "site",
    "start", "startpage", "root", "intl", "global", "lang", "language",  # front pages
    "403", "404", "410", "500", "503", "err", "error", "errors", "errorpage", "oops", "sorry",
    "not", "found", "notfound", "pagenotfound", "missing", "gone", "expired", "unavailable",
    "maintenance", "access", "denied", "accessdenied", "forbidden", "blocked", "unsupported",
    "browser", "redirected", "deleted", "suspended", "invalid",  # error pages
    "login", "logon", "signin", "signup", "auth", "captcha", "verify", "verification",
    "challenge", "consent", "cookie", "cookies", "cookiewall", "gate", "wall", "gdpr", "privacy",
    "age",  # doors
    "fehler", "fehlerseite", "erreur", "errore", "erro", "fout", "fel", "feil", "fejl", "virhe",
    "hiba", "hata", "chyba", "blad", "greska", "eroare", "oshibka", "exception",  # and elsewhere
))
"""Words that name no thing: a path of nothing else leads to a place that every site has."""
_MISHAPS: Final = frozenset((
    "404", "410", "err", "error", "errors", "errorpage", "oops", "sorry", "notfound",
    "pagenotfound", "missing", "gone", "expired", "deleted",
    "fehler", "fehlerseite", "erreur", "errore", "oshibka", "exception",
))
"""Of those, the ones that say that something is not there."""
_DOORS: Final = frozenset((
    "403", "503", "unavailable", "maintenance", "denied", "accessdenied", "forbidden", "blocked",
    "unsupported", "browser", "suspended", "captcha", "verify", "verification", "challenge",
    "consent", "cookie", "cookies", "cookiewall", "gate", "wall", "gdpr", "age",
))
"""The ones that say that it can't be seen now, from here, or by us."""
_ASIDE: Final = frozenset((
    "ref", "from", "src", "source", "redirect", "redirected", "old", "error", "status", "msg",
))
"""Query parameters that say where a visitor came from, or why, and not what there is."""
# fmt: on
_DEEPEST_GENERAL: Final = 3

# fmt: off
_SELLERS: Final = frozenset((
    "sedo.com", "sedoparking.com", "dan.com", "afternic.com", "hugedomains.com", "bodis.com",
    "parkingcrew.net", "above.com", "domainmarket.com", "buydomains.com", "undeveloped.com",
    "uniregistry.com", "namebright.com", "forsale.godaddy.com", "parklogic.com", "parking.reg.ru",
    "atom.com", "brandbucket.com", "sav.com", "epik.com", "domain.4.cn", "mi.aliyun.com",
    "dnspod.cloud.tencent.com",
))
"""Hosts that sell domains, or show advertisements on unused ones."""
# fmt: on


def is_login(url: str) -> bool:
    """Does the URL itself name a login?"""
    return bool(_LOGIN.search(_path(url))) or _first_label(url) in _LOGIN_HOSTS


def is_consent(url: str) -> bool:
    """Does the URL itself name a question about cookies or terms?"""
    return bool(_CONSENT.search(_path(url))) or _first_label(url) in _CONSENT_HOSTS


def is_challenge(url: str) -> bool:
    """Does the URL itself name a place where visitors prove that they are human?"""
    return bool(_CHALLENGE.search(f"{_first_label(url)}{_path(url)}"))


def is_gate(url: str) -> bool:
    """Does the URL itself name a place that asks for your country or money?"""
    return bool(_GATE.search(_path(url)))


def is_pause(url: str) -> bool:
    """Does it name a place where a site says that it comes back, or for another browser?"""
    return bool(_PAUSE.search(_path(url)))


def comes_back(url: str, listed: str) -> bool:
    """Does the query of `url` carry the address `listed`, to lead there later?

    A front page that is told where its reader came from does not.
    """
    if urls.is_home(url.partition("?")[0]) or is_search(url) or is_error_page(url):
        return False
    path = urls.parse(listed).path.rstrip("/")
    pairs = (pair.partition("=") for pair in urls.parse(url).query.lstrip("?").split("&"))
    wanted = (unquote(value).partition("?")[0].rstrip("/") for _, _, value in pairs)
    return bool(path) and any(value.endswith(path) for value in wanted)


def is_error_page(url: str) -> bool:
    """Does the URL itself name a not-found page, or nothing but an error?"""
    parts = urls.parse(url)
    if _ERROR.search((parts.path + parts.query).lower()) or _is_named_so(parts.path):
        return True
    words = {word.lower() for word in _WORD.findall(_EXTENSION.sub("", parts.path))}
    return bool(words & _MISHAPS) and is_general(url) and not _FOR_NOW.search(parts.query)


def _is_named_so(path: str) -> bool:
    """Is its last part such a sentence in any language, as in /pagina-no-encontrada.html?"""
    last = _EXTENSION.sub("", unquote(path).rstrip("/").rpartition("/")[2])
    return says_not_found(_SIGNS.sub(" ", last).strip())


def is_search(url: str) -> bool:
    """Does the URL itself name a search on the site?"""
    parts = urls.parse(url)
    return bool(_SEARCH.search((parts.path + parts.query).lower()))


def is_general(url: str) -> bool:
    """Does no word of the URL name a thing: /Home/Index, /cn/, /oops, /error.html, /?ref=old?"""
    parts = urls.parse(url)
    names = {pair.partition("=")[0].lower() for pair in parts.query.lstrip("?").split("&") if pair}
    segments = [_EXTENSION.sub("", one) for one in parts.path.split("/") if one]
    if not segments:
        return names <= _ASIDE
    return len(segments) <= _DEEPEST_GENERAL and all(map(_says_nothing, segments))


def is_door(url: str) -> bool:
    """Does the URL name nothing but what stands before a page: /maintenance, /access-denied?"""
    words = {word.lower() for word in _WORD.findall(_EXTENSION.sub("", urls.parse(url).path))}
    return bool(words & _DOORS) and is_general(url)


def _says_nothing(segment: str) -> bool:
    words = {word.lower() for word in _WORD.findall(segment)}
    return urls.is_locale(segment) or (bool(words) and words <= _GENERAL)


def is_about_errors(url: str) -> bool:
    """May the listed thing itself be about errors, so that its words prove nothing?"""
    return bool(_ABOUT_ERRORS.search(_path(url)))


def is_seller(url: str) -> bool:
    """Does the host sell domains?"""
    return is_sellers_host(urls.host_key(url))


def is_suspended(url: str) -> bool:
    """Does it name what a host shows in place of a site that is suspended, or not there yet?"""
    return bool(_SUSPENDED.search(_path(url)))


def sells(url: str, listed: str) -> bool:
    """Does its host sell domains, and its path name that of `listed`?"""
    domain = urls.owner_of(urls.host_key(listed))
    return is_seller(url) and domain in f"{_path(url)}{urls.parse(url).query.lower()}"


def is_numbered_www(url: str) -> bool:
    """Is it at ww1, ww25 and the like, with a visitor's number, as a dealer's names are?"""
    query = urls.parse(url).query.lower()
    return bool(_NUMBERED.fullmatch(_first_label(url)) and _VISITOR.search(query))


def is_sellers_host(host: str) -> bool:
    """Is the name, or one above it, a seller's?"""
    labels = host.split(".")
    return any(".".join(labels[place:]) in _SELLERS for place in range(len(labels)))


def _path(url: str) -> str:
    return urls.parse(url).path.lower()


def _first_label(url: str) -> str:
    return urls.host_key(url).partition(".")[0]
