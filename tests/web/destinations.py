"""Where a deep link is sent for good when the thing is gone or guarded: never a replacement."""

from __future__ import annotations

from web.case import Case, Truth, case, says
from web.chains import NEW
from web.handlers import page, redirect, site
from web.pages import article, bare

_PATH = "/2019/03/how-to-train-a-tokenizer"
_NOT_THERE = says("failing soft-404", "soft-404 dead", tolerated="alive")
_GUARDED = says("gated", tolerated="alive blocked")

_HOMES = (
    "/main",
    "/index.aspx",
    "/index.html",
    "/home.html",
    "/Home/Index",
    "/en-us",
    "/en_US/",
    "/de",
    "/intl/en/",
    "/cn/",
    "/start",
    "/portal",
    "/site/",
    "/#",
    "/?",
    "/?ref=old",
    "/index.php?lang=zh",
)
_ERRORS = (
    "/error404",
    "/page-not-found.html",
    "/errors/404.aspx",
    "/oops",
    "/notfound",
    "/404?from=old",
    "/404/",
    "/sorry/index",
    "/error",
    "/not_found",
    "/errorpage",
    "/pagenotfound",
    "/error.html",
    "/fehlerseite",
    "/erreur404",
    "/pagina-non-trovata.html",
    "/page-introuvable/",
)
_LOGINS = (
    "/users/sign_in",
    "/session/new",
    "/account/logon",
    "/wp-login.php?redirect_to=x",
    "/cas/login",
    "/i/flow/login",
    "/sso",
    "/signin",
    "/auth",
    "/oauth/authorize?x=1",
    "/accounts/login/?next=/x",
    "/Account/Login?ReturnUrl=%2Fx",
    "/passport",
    "/register",
    "/subscribe",
    "/age-verification",
    "/cookie-consent",
    "/privacy-consent?to=x",
    "/cookiewall",
    "/privacy/wall?to=x",
)
_SEARCHES = ("/?s=tokenizer", "/search/tokenizer", "/results?q=tokenizer", "/find?q=tokenizer")

_QUESTIONS = ("/einwilligung", "/weiter?zu=x", "/g/18", "/mur")
"""Known by what stands there alone."""

_FORM = page(
    bare("Welcome back", "<form method=post><input name=user><input type=password></form>")
)
_SORRY = page(bare("Lantern Notes", "<p>Something is amiss. Go back to the start.</p>"))


def _home(number: int, to: str) -> Case:
    """Every unknown path goes home, as a relaunched site does."""
    path = to.partition("?")[0].partition("#")[0]
    everything = site({path: page(article("Lantern notes"))}, missing=redirect(301, to))
    return case(
        f"to-home-{number}", Truth.SOFT_404, everything, whole=True, path=_PATH, says=_NOT_THERE
    )


def _error(number: int, to: str) -> Case:
    pages = {to.partition("?")[0]: _SORRY}
    return case(f"to-error-{number}", Truth.SOFT_404, redirect(301, to), path=_PATH, pages=pages)


def _login(number: int, to: str) -> Case:
    pages = {to.partition("?")[0]: _FORM}
    return case(
        f"to-login-{number}", Truth.GATED, redirect(301, to), path=_PATH, pages=pages, says=_GUARDED
    )


def _question(number: int, to: str) -> Case:
    asks = ("Cookies? Ja, gerne.", "Wir verwenden Cookies.", "Are you over 21?", "Déjà abonné ?")
    pages = {to.partition("?")[0]: page(bare("Kite", f"<p>{asks[number]}</p><button>OK</button>"))}
    return case(
        f"to-question-{number}",
        Truth.GATED,
        redirect(301, to),
        path=_PATH,
        pages=pages,
        says=_GUARDED,
    )


def _search(number: int, to: str) -> Case:
    pages = {to.partition("?")[0]: page(bare("Results", "<p>Nothing for your words.</p>"))}
    return case(
        f"to-search-{number}",
        Truth.SOFT_404,
        redirect(301, to),
        path=_PATH,
        pages=pages,
        says=_NOT_THERE,
    )


MISLEADING = (
    *(_home(number, to) for number, to in enumerate(_HOMES)),
    *(_error(number, to) for number, to in enumerate(_ERRORS)),
    *(_login(number, to) for number, to in enumerate(_LOGINS)),
    *(_question(number, to) for number, to in enumerate(_QUESTIONS)),
    *(_search(number, to) for number, to in enumerate(_SEARCHES)),
)

_RENAMED = (
    "/2019/03/tokenizer-training",
    "/errors-in-tokenizers",
    "/docs/404-handling",
    "/docs/login",
    "/docs/auth/overview",
    "/research/search",
    "/home-automation",
    "/maintenance-of-models",
    "/signing-in-flows",
    "/start-here/tokenizers",
    "/en/2019/03/how-to-train-a-tokenizer",
    "/blog/consent",
    "/portal/2019/how-to-train",
    "/p/9f8a7b",
    "/register-machines",
)
"""Destinations whose paths only look like those above."""

_LOOK_GUARDED = {"/docs/login", "/blog/consent"}

RENAMED = tuple(
    case(
        f"renamed-{number}",
        Truth.MOVED,
        redirect(301, to),
        path=_PATH,
        pages={to: NEW},
        replacement="{self}" + to,
        says=says("moved", tolerated="alive gated") if to in _LOOK_GUARDED else None,
    )
    for number, to in enumerate(_RENAMED)
)

CASES = (*MISLEADING, *RENAMED)
