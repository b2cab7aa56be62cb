"""Redirects: temporary ones, ones that lead nowhere, and ones that no checker may follow."""

from __future__ import annotations

from web.case import Truth, case, says
from web.chains import HERE, NEW, THERE, chain, growing, pages
from web.handlers import cookies, page, redirect, site, status, unless_cookie
from web.pages import article, bare

ALIVE, DEAD, HOSTILE = Truth.ALIVE, Truth.DEAD, Truth.HOSTILE

_COSMETIC = says("moved alive")
_REFUSED = says("unsafe", tolerated="failing dead")

TEMPORARY = (
    case("found-302", ALIVE, redirect(302, "{other}/new"), hosts=THERE),
    case("found-303", ALIVE, redirect(303, "{self}/new"), pages=HERE),
    case("found-307", ALIVE, redirect(307, "{other}/new"), hosts=THERE),
    case(
        "found-302-301",
        ALIVE,
        redirect(302, "{self}/middle"),
        hosts=THERE,
        pages={"/middle": redirect(301, "{other}/new")},
    ),
    case(
        "docs-latest",
        ALIVE,
        redirect(302, "{self}/en/latest/"),
        path="/",
        pages=pages("/en/latest/"),
    ),  # 30
    case(
        "docs-latest-301",
        ALIVE,
        redirect(301, "{self}/en/latest/"),
        path="/",
        pages=pages("/en/latest/"),
        replacement="{self}/en/latest/",
        says=_COSMETIC,
    ),
    case(
        "locale", ALIVE, redirect(302, "/zh-CN/guide/intro"), pages=pages("/zh-CN/guide/intro")
    ),  # 30
    case("geo-host", ALIVE, redirect(302, "{other}/new"), hosts=THERE, path="/"),  # 30
    case("cookie-self-302", ALIVE, unless_cookie("ok=1", NEW, location="{self}/guide/intro")),  # 59
    case(
        "cookie-self-301",
        ALIVE,
        unless_cookie("ok=1", NEW, location="{self}/guide/intro", code=301),
    ),  # 59
    case(
        "cookie-bounce",
        ALIVE,
        unless_cookie("sso=9", NEW, location="{other}/bounce"),
        hosts={"other": site({"/bounce": redirect(302, "{self}/guide/intro", cookies("sso=9"))})},
        says=says("alive gated", tolerated="failing"),
    ),  # 60
    case(
        "cookie-bounce-path",
        ALIVE,
        unless_cookie("sso=9", NEW, location="{self}/set?back=/guide/intro"),
        pages={"/set": redirect(302, "{self}/guide/intro", cookies("sso=9"))},
    ),  # 60
    case(
        "cookie-not-ascii",
        ALIVE,
        redirect(302, "{self}/new", [("Set-Cookie", "name=Zoë; Path=/")]),
        pages=HERE,
    ),
    case(
        "cookies-many",
        ALIVE,
        redirect(302, "{self}/new", cookies(*(f"c{n}=1" for n in range(90)))),
        pages=HERE,
    ),
    case("found-12-hops", ALIVE, chain(12, 302), path="/hop/1", whole=True),  # 61
    case("found-19-hops", ALIVE, chain(20, 302), path="/hop/1", whole=True),
    case(
        "downgrade",
        ALIVE,
        None,
        url="{self_tls}/guide/intro",
        tls={"self": "good"},
        hosts={"self": redirect(302, "{other}/new"), **THERE},
    ),  # 68
    case(
        "refresh-slow",
        ALIVE,
        page(article("News", head='<meta http-equiv="refresh" content="300">')),
    ),
    case(
        "refresh-noscript",
        ALIVE,
        page(
            article(
                "Live",
                head='<noscript><meta http-equiv=refresh content="0;url=/no-script"></noscript>',
            )
        ),
    ),
    case(
        "refresh-in-text",
        ALIVE,
        page(
            article("HTML", extra='<pre>&lt;meta http-equiv=refresh content="0;url=/x"&gt;</pre>')
        ),
    ),
    case(
        "refresh-5-seconds",
        ALIVE,
        page(bare("We moved", head='<meta http-equiv="refresh" content="5; url={other}/new">')),
        hosts=THERE,
        replacement="{other}/new",
        says=says("alive moved"),
    ),
    case(
        "script-redirect",
        ALIVE,
        page("<script>location.href='/new'</script>"),
        pages=HERE,
        says=says("alive moved failing"),
        replacement="{self}/new",
    ),  # 39
)

NOWHERE = (
    case("loop-self", DEAD, redirect(302, "{self}/guide/intro")),  # 58
    case("loop-self-301", DEAD, redirect(301, "{self}/guide/intro")),  # 58
    case(
        "loop-two",
        DEAD,
        redirect(302, "{other}/x"),
        hosts={"other": redirect(302, "{self}/guide/intro")},
    ),
    case("loop-growing", DEAD, growing, path="/a", whole=True),
    case(
        "loop-meta",
        DEAD,
        page(bare("Wait", head='<meta http-equiv=refresh content="0;url={other}/x">')),
        hosts={"other": redirect(302, "{self}/guide/intro")},
    ),
    case("hops-25", DEAD, chain(26, 302), path="/hop/1", whole=True),  # 62
    case("location-no-host", DEAD, redirect(302, "http://")),  # 67
    case(
        "location-junk-scheme", DEAD, redirect(302, "ht!tp:x"), says=says("failing", "failing dead")
    ),  # 67
    case("location-bad-port", DEAD, redirect(301, "http://{self_host}:99999/x")),
    case(
        "meta-404",
        DEAD,
        page(bare("One moment", head='<meta http-equiv="refresh" content="0; url={self}/lost">')),
    ),  # 37
    case("refresh-404", DEAD, page(bare("Wait"), headers=[("Refresh", "0;url=/lost")])),  # 37
    case(
        "moved-then-blocked",
        Truth.BLOCKED,
        redirect(301, "{other}/x"),
        hosts={"other": status(403)},
    ),
    case("moved-then-500", Truth.SUSPECT, redirect(301, "{other}/x"), hosts={"other": status(500)}),
    case(
        "moved-then-loop", DEAD, redirect(301, "{self}/b"), pages={"/b": redirect(302, "{self}/b")}
    ),
)

_REDIRECTED = tuple(
    case(f"hostile-{name}", HOSTILE, redirect(302, target), metadata=metadata, says=verdict)
    for name, target, metadata, verdict in (
        ("file", "file:///etc/passwd", False, _REFUSED),  # 69
        ("script", "javascript:alert(1)", False, _REFUSED),
        ("data", "data:text/html,hi", False, _REFUSED),
        ("ftp", "ftp://{self_host}/x", False, _REFUSED),
        ("metadata", "http://169.254.169.254/latest/meta-data/", True, says("unsafe")),
        ("metadata-number", "http://2852039166/latest/", True, says("unsafe")),
        ("metadata-mapped", "http://[::ffff:169.254.169.254]/", True, says("unsafe")),
        ("metadata-hex", "http://0xa9.0xfe.0xa9.0xfe/", True, says("unsafe")),
        ("metadata-name", "http://metadata.google.internal/", True, says("unsafe")),
    )
)
HOSTILE_ONES = (
    *_REDIRECTED,
    case("hostile-301-metadata", HOSTILE, redirect(301, "http://169.254.169.254/"), metadata=True),
    case(
        "hostile-meta-refresh",
        HOSTILE,
        page(bare("", head='<meta http-equiv=refresh content="0;url=http://169.254.169.254/">')),
        metadata=True,
    ),
    case("hostile-listed", HOSTILE, None, url="http://169.254.169.254/latest/", metadata=True),
)

CASES = (*TEMPORARY, *NOWHERE, *HOSTILE_ONES)
