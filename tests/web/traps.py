"""Living pages that look dead, and dead pages that look guarded."""

from __future__ import annotations

from web.case import Case, Truth, case
from web.handlers import page, status
from web.pages import article, bare

ALIVE, DEAD, MOVED, SOFT = Truth.ALIVE, Truth.DEAD, Truth.MOVED, Truth.SOFT_404


def _living(name: str, html: str, path: str = "/guide/intro", title: str = "") -> Case:
    """A page that is what the list says, on a site that is honest about others."""
    return case(f"alive-{name}", ALIVE, page(html), path=path, title=title)


TITLES = tuple(
    _living(name, html, title=title)
    for name, title, html in (
        ("mdn-404", "404 Not Found", article("404 Not Found - HTTP | Handbook")),
        ("mdn-403", "403 Forbidden", article("403 Forbidden - HTTP | Handbook")),
        ("mdn-503", "503", article("503 Service Unavailable - HTTP | Handbook")),
        ("band", "", article("Page Not Found (band)", sentences=16)),
        ("job-chinese", "", article("找不到工作怎么办", language="zh")),
        ("novel-chinese", "", article("不存在的骑士", language="zh", sentences=12)),
        ("podcast", "", article("Error 404: a podcast about lost things", sentences=16)),
        ("oops", "", article("Oops! What our incidents taught us")),
        ("gone-girl", "", article("Gone: where dead languages go", language="es")),
        ("denied-novel", "", article("Access Denied: a novel", sentences=16)),
        ("robot-essay", "", article("Are you a robot? Turing's question today")),
        ("attention", "", article("Attention required: a survey of transformers")),
        ("suspended", "", article("Account suspended: moderation at scale")),
        ("unavailable-shop", "", article("No longer available in stores: cult games")),
        ("buy-domain", "", article("How to buy this domain you always wanted", sentences=16)),
        ("forum", "", article("Forum", extra="<form><input type=password></form>")),
        ("maintenance", "", article("Scheduled maintenance: planning it well")),
        ("verify", "", article("Verify you are human: captchas compared")),
    )
)

SHORT = (
    _living(
        "status-cat",
        bare("404 Not Found | HTTP Cats", "<img src=/404.jpg>"),
        "/status/404",
        "404 Not Found",
    ),
    _living("demo-404", bare("404 demo", "<p>An animated page to copy.</p>"), "/demos/404-page"),
    _living("one-image", bare("Poster", "<img src=/poster.png>")),
    _living("frameset", "<html><title>Notes</title><frameset><frame src=/a></frameset></html>"),
    _living("untitled", "<html><body><p>Lecture notes are below.</p></body></html>"),
    _living("no-html", "just words"),
    _living("js-only", "<!doctype html><div id=app></div><script src=/app.js></script>"),
)

_CLOUDFLARE = [("Server", "cloudflare"), ("CF-RAY", "8a0b1c2d3e4f-FRA")]
_JSD = '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'

GUARDED = (
    case(
        "guarded-datadome",
        ALIVE,
        page(
            article("Trips"),
            headers=[("X-DataDome", "protected"), ("Set-Cookie", "datadome=x; Path=/; Secure")],
        ),
    ),
    case(
        "guarded-akamai",
        ALIVE,
        page(
            article("Shoes"),
            headers=[("Server", "AkamaiGHost"), ("Set-Cookie", "_abck=1~0~-1; Path=/")],
        ),
    ),
    case("guarded-cloudflare", ALIVE, page(article("Hats", extra=_JSD), headers=_CLOUDFLARE)),
    case("guarded-waf-name", ALIVE, page(article("Gloves"), headers=[("Server", "edgeone")])),
    case("dead-cloudflare", DEAD, status(404, article("404", extra=_JSD), _CLOUDFLARE)),
    case("dead-cloudflare-short", DEAD, status(404, bare("Not found", _JSD), _CLOUDFLARE)),
    case("dead-akamai", DEAD, status(404, "", [("Server", "AkamaiGHost")])),
    case("dead-datadome", DEAD, status(404, "", [("X-DataDome", "protected")])),
    case(
        "dead-captcha-form",
        DEAD,
        status(
            404,
            article("Not found, ask us", extra='<div class="g-recaptcha" data-sitekey="x"></div>'),
        ),
    ),
    case("dead-login-form", DEAD, status(404, bare("404", "<form><input type=password></form>"))),
    case(
        "dead-refresh-home",
        DEAD,
        status(404, bare("404", head='<meta http-equiv="refresh" content="5;url=/">')),
    ),
    case(
        "502-cloudflare",
        Truth.SUSPECT,
        status(502, bare("bench | 502: Bad gateway"), _CLOUDFLARE),
        whole=True,
        slow=True,
    ),
    case(
        "503-plain",
        Truth.SUSPECT,
        status(503, bare("Service Unavailable"), _CLOUDFLARE),
        whole=True,
        slow=True,
    ),
)

KNOWN_NAMES = tuple(
    case(
        f"listed-{name}", ALIVE, page(article(title)), path=path, names=True, domains={"self": host}
    )
    for name, host, path, title in (
        ("dealer", "sedo.com", "/us/", "Domain names: buy and sell"),
        ("login-host", "login.lantern.bench", "/docs/", "How our login works"),
        ("consent-docs", "consent.lantern.bench", "/guide", "Consent, explained"),
    )
)

CASES = (*TITLES, *SHORT, *GUARDED, *KNOWN_NAMES)
