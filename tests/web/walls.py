"""Walls: challenges, limits and refusals, with the codes and marks they come with."""

from __future__ import annotations

from typing import Any

from web.case import Case, Truth, case, says
from web.exchange import Handler, Headers
from web.handlers import head, page, redirect, retry_at, status, turns
from web.pages import article, bare

BLOCKED, ALIVE, GATED, SUSPECT = Truth.BLOCKED, Truth.ALIVE, Truth.GATED, Truth.SUSPECT

_GUIDE = page(article("Behind the wall", seed="wall"))
_UNREAD = says("blocked", tolerated="alive gated failing")
"""Walls that answer 200 and the like: only reading the page tells."""


def _wall(name: str, code: int, html: str = "", headers: Headers = (), **rest: Any) -> Case:
    """The same on every path, as walls are."""
    return case(f"wall-{name}", BLOCKED, status(code, html, headers), whole=True, **rest)


def _asks_to_wait(code: int, seconds: str, *, times: int = 1) -> Handler:
    slow_down = status(code, "<title>Slow down</title>", [("Retry-After", seconds)])
    return turns(*[slow_down] * times, _GUIDE)


_MOMENT = bare(
    "Just a moment...",
    "<noscript>Enable JavaScript and cookies to continue</noscript><script>(function(){"
    'window._cf_chl_opt={cvId:"3",cZone:"x"};var a=document.createElement("script");'
    'a.src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1";document.head.appendChild(a)}())</script>',
    heading="",
    head='<meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="360">',
)
_ANUBIS = bare(
    "Making sure you're not a bot!",
    '<script id="anubis_challenge" type="application/json">{"rules":{"difficulty":4}}</script>'
    '<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script><p>Loading...</p>',
    head='<meta name="robots" content="noindex,nofollow">',
)
_INCAPSULA = (
    '<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body>'
    '<iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-2" frameborder=0>'
    "Request unsuccessful. "
    "Incapsula incident ID: 0-123</iframe></body></html>"
)
_ALIYUN = "<html><script>var arg1='3000176000856006061501533003690027800375';</script>" + (
    "<script>var posList=[15,35,29];function setCookie(n,v){document.cookie=n+'='+v;"
    "location.reload()};setCookie('acw_sc__v2',arg1)</script></html>"
)
_CF = [("Server", "cloudflare"), ("CF-RAY", "8a0b1c2d3e4f-FRA")]

REFUSALS = (
    _wall("403-bare", 403),  # 5
    _wall("403-empty", 403, " "),
    _wall("403-nginx", 403, "<html><title>403 Forbidden</title><center>nginx</center></html>"),
    _wall("cloudflare-403", 403, _MOMENT, [*_CF, ("cf-mitigated", "challenge")]),  # 6
    _wall("cloudflare-503", 503, _MOMENT, _CF),  # 7
    _wall("cloudflare-504", 504, _MOMENT, _CF),  # 7
    _wall("cloudflare-429", 429, _MOMENT, [*_CF, ("cf-mitigated", "challenge")]),
    _wall("cloudflare-1020", 403, bare("Access denied", "Error code 1020"), _CF),
    _wall("linkedin-999", 999, "<script>window.location.href='/authwall'</script>"),  # 9
    case("wall-999-head-404", BLOCKED, head(status(404), status(999))),  # 9
    _wall("418", 418),  # 54
    _wall("407", 407, says=says("blocked", tolerated="gated failing dead")),  # 54
    _wall(
        "412-bilibili",
        412,
        bare("出错啦", "<p>由于触发哔哩哔哩安全风控策略，该次访问请求被拒绝。</p>"),
    ),
    _wall(
        "aws-202",
        202,
        "<script src='https://x.token.awswaf.com/x/challenge.js'></script>",
        [("x-amzn-waf-action", "challenge")],
    ),  # 42
    _wall("aws-405", 405, bare("Human Verification"), [("x-amzn-waf-action", "captcha")]),
    _wall(
        "datadome",
        403,
        "<script>var dd={'rt':'c','cid':'x','host':'geo.captcha-delivery.com'}</script>",
        [("X-DataDome", "protected"), ("Server", "DataDome")],
    ),
    _wall(
        "perimeterx",
        403,
        bare("Access to this page has been denied", '<div id="px-captcha"></div>'),
    ),
    _wall(
        "akamai",
        403,
        "<HTML><TITLE>Access Denied</TITLE><H1>Access Denied</H1>Reference #18.2d3c</HTML>",
        [("Server", "AkamaiGHost")],
    ),
    _wall("reddit", 403, bare("Blocked", "<p>You've been blocked by network security.</p>")),
    _wall(
        "zhihu", 403, '{"error":{"code":40362,"message":"您当前请求存在异常，暂时限制本次访问"}}'
    ),
    _wall("douban", 418, " ", [("Server", "dae")]),
    _wall(
        "edgeone",
        567,
        bare("Restricted Access"),
        [("Server", "edgeone")],
        says=says("blocked", tolerated="failing"),
    ),
    _wall("vercel", 429, bare("Vercel Security Checkpoint"), [("x-vercel-mitigated", "challenge")]),
    _wall("ddos-guard", 403, bare("DDoS-Guard"), [("Server", "ddos-guard")]),
    _wall(
        "github-limit",
        403,
        '{"message":"API rate limit exceeded"}',
        [("x-ratelimit-remaining", "0")],
    ),
    case(
        "wall-302-to-403", BLOCKED, redirect(302, "{self}/denied"), pages={"/denied": status(403)}
    ),
)

QUIET = (
    _wall("anubis-200", 200, _ANUBIS, says=_UNREAD),  # 8
    _wall("cloudflare-200", 200, _MOMENT, says=_UNREAD),
    _wall("incapsula-200", 200, _INCAPSULA, says=_UNREAD),
    _wall("aliyun-200", 200, _ALIYUN, [("Set-Cookie", "acw_tc=x")], says=_UNREAD),
    _wall(
        "weixin-200",
        200,
        bare("", "<p>环境异常</p><p>当前环境异常，完成验证后即可继续访问。</p>"),
        says=_UNREAD,
    ),
    _wall(
        "captcha-200",
        200,
        bare("Are you a robot?", '<div class="g-recaptcha" data-sitekey="x"></div>'),
        says=_UNREAD,
    ),  # 41
    _wall(
        "denied-200",
        200,
        bare("Access denied", "<p>Request blocked.</p>"),
        [("X-Robots-Tag", "noindex")],
        says=_UNREAD,
    ),  # 41
    _wall(
        "words-200",
        200,
        bare("Un instant", "<p>Confirmez que vous êtes bien un être humain.</p>"),
        says=_UNREAD,
    ),
    case(
        "wall-leads-to-a-test",
        BLOCKED,
        page(
            _ANUBIS.replace(
                "</head>", '<meta http-equiv="refresh" content="1; url=/pass?id=7"></head>'
            )
        ),
        says=_UNREAD,
    ),
    case(
        "alive-with-captcha",
        ALIVE,
        page(
            article(
                "Contact us",
                extra='<div class="g-recaptcha" '
                'data-sitekey="x"></div>'
                '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">'
                "</script>",
            )
        ),
    ),  # 41
    case("alive-behind-cloudflare", ALIVE, page(article("Tokens"), headers=_CF)),
    case("alive-about-walls", ALIVE, page(article("Just a moment: challenges explained"))),
)

LIMITS = (
    _wall("429", 429, slow=True),  # 10
    _wall("429-forever-2s", 429, "", [("Retry-After", "2")], slow=True),
    _wall("429-a-day", 429, "", [("Retry-After", "86400")]),  # 13
    case("wall-429-tomorrow", BLOCKED, retry_at(429, 86400)),  # 13
    _wall("429-junk", 429, "", [("Retry-After", "soon")], slow=True),
    _wall("429-negative", 429, "", [("Retry-After", "-5")], slow=True),
    _wall("429-huge", 429, "", [("Retry-After", "9" * 40)]),
    case("limit-429-once", ALIVE, _asks_to_wait(429, "2"), slow=True),  # 11
    case("limit-429-bare-once", ALIVE, turns(status(429), _GUIDE), slow=True),
    case("limit-429-date", ALIVE, turns(retry_at(429, 2), _GUIDE), slow=True),  # 12
    case("limit-503-once", ALIVE, _asks_to_wait(503, "2"), slow=True),  # 16
    case(
        "limit-503-a-day",
        SUSPECT,
        _asks_to_wait(503, "86400", times=9),
        says=says("failing blocked", "failing blocked dead"),
    ),
)

_LOGIN = page(bare("Sign in", "<form method=post><input name=user><input type=password></form>"))
_BY_READING = says("gated", tolerated="alive blocked failing")

GATES = (
    case(
        "gate-302-login",
        GATED,
        redirect(302, "{self}/login?next=/guide/intro"),
        pages={"/login": _LOGIN},
    ),  # 28
    case(
        "gate-301-login",
        GATED,
        redirect(301, "{self}/login?next=/guide/intro"),
        pages={"/login": _LOGIN},
    ),  # 28
    case(
        "gate-301-signin-host",
        GATED,
        redirect(301, "{login}/signin?continue=x"),
        names=True,
        hosts={"login": _LOGIN},
    ),
    case(
        "gate-302-accounts",
        GATED,
        redirect(302, "{other}/accounts/login/"),
        hosts={"other": _LOGIN},
    ),
    case(
        "gate-302-sso",
        GATED,
        redirect(302, "{other}/oauth2/authorize?client_id=x"),
        hosts={"other": _LOGIN},
        says=_BY_READING,
    ),
    case(
        "gate-301-consent",
        GATED,
        redirect(301, "{other}/consent?continue=x"),
        hosts={
            "other": page(bare("Before you continue", "<form><button>Accept all</button></form>"))
        },
        says=_BY_READING,
    ),
    case(
        "gate-knows-the-way-back",
        GATED,
        redirect(302, "{self}/zustimmung?url=%2Fguide%2Fintro"),
        pages={"/zustimmung": page(bare("Heron", "<p>Mit Werbung weiterlesen?</p>"))},
        says=_BY_READING,
    ),
    case("gate-302-401", GATED, redirect(302, "{self}/private"), pages={"/private": status(401)}),
    case("gate-form-200", GATED, _LOGIN, says=_BY_READING, title="The tokens handbook"),  # 56
    case(
        "gate-chinese-login",
        GATED,
        redirect(302, "{self}/passport/login"),
        pages={"/passport/login": page(bare("登录", "<input type=password>"))},
        says=_BY_READING,
    ),
)

CASES = (*REFUSALS, *QUIET, *LIMITS, *GATES)
