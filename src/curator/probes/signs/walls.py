"""The marks of what keeps robots out: vendors by their own documents, sites by what they answer.

A vendor's script on a living page proves nothing (a fifth of all pages embed some captcha), so
only what a challenge itself shows is more than weak here.
"""

from __future__ import annotations

import re
from typing import Final

from curator.probes.signs.clues import Clue, Nature, Weight, Where


def _header(name: str, header: str, pattern: str, *, weight: Weight = Weight.PROOF) -> Clue:
    return Clue(
        name=name,
        nature=Nature.WALL,
        weight=weight,
        where=Where.HEADER,
        pattern=re.compile(pattern),
        header=header,
    )


def _markup(name: str, *needles: str, weight: Weight = Weight.STRONG) -> Clue:
    return Clue(name=name, nature=Nature.WALL, weight=weight, where=Where.MARKUP, needles=needles)


def _pattern(name: str, weight: Weight, where: Where, pattern: str) -> Clue:
    return Clue(
        name=name, nature=Nature.WALL, weight=weight, where=where, pattern=re.compile(pattern)
    )


def _title(name: str, *titles: str) -> Clue:
    return _pattern(name, Weight.STRONG, Where.TITLE, rf"^\W*(?:{'|'.join(titles)})\W*$")


def _text(name: str, pattern: str) -> Clue:
    return _pattern(name, Weight.STRONG, Where.TEXT, pattern)


def _leads_to(name: str, path: str) -> Clue:
    """A meta refresh or a script that sends the reader there."""
    sent = (
        r"(?:content=[\"']?[0-9]{1,3}; ?(?:url=)?|location(?:\.href)? ?= ?"
        r"|location\.(?:replace|assign)\( ?)[\"']{0,2}"
    )
    return _pattern(name, Weight.STRONG, Where.MARKUP, rf"{sent}[^\s\"'<>]{{0,500}}?{path}")


def _url(name: str, pattern: str) -> Clue:
    return _pattern(name, Weight.PROOF, Where.URL, rf"^https?://{pattern}")


_PART: Final = (
    "(?:安全验证|人机验证|访问验证|access denied|robot or human|verify you are human"
    "|(?:human|bot|security) verification)"
)

WALLS: Final = (
    # https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
    _header("cloudflare-mitigated", "cf-mitigated", r"^challenge"),
    _markup("cloudflare-challenge", "_cf_chl_opt"),
    # Not "cf-error-details": the page of a 5xx bears it too, and that one refuses nobody
    _markup("cloudflare-blocked", 'data-translate="block_headline"'),
    _title(
        "cloudflare-title",
        "just a moment",
        r"attention required! \| cloudflare",
        r"please wait\W{1,5}cloudflare",
        "请稍候",
        r"access denied \| .{1,100} used cloudflare to restrict access",
    ),
    _pattern(
        "cloudflare-legacy",
        Weight.STRONG,
        Where.MARKUP,
        r"<input\b[^<>]{0,200}\bname=[\"']?jschl[_-](?:vc|answer)",
    ),
    _text(
        "cloudflare-error",
        r"^.{0,20}error\W{1,3}10(?:0[5-9]|1[0259]|20)\b.{0,40}ray id:? ?[0-9a-f]{12}",
    ),
    # https://anubis.techaro.lol/docs/ (a challenge and a denial answer 200 on purpose)
    _markup("anubis-challenge", '<script id="anubis_challenge"', weight=Weight.PROOF),
    _markup("anubis", "/.within.website/x/cmd/anubis/"),
    _title("anubis-title", "making sure you(?:'|’)re not a bot"),
    # https://git.gammaspectra.live/git/go-away
    _markup("go-away", "/.well-known/.git.gammaspectra.live/git/go-away"),
    # https://techdocs.akamai.com/bot-manager/docs
    _markup("akamai-challenge", "sec-if-cpt-container", "/_sec/verify?provider="),
    _markup("akamai-denied", "errors.edgesuite.net"),
    _text(
        "akamai-reference",
        r"^(?:access denied )?you don(?:'|’)t have permission to access .{1,500}"
        r"reference ?# ?[0-9]{1,3}\.[0-9a-f]",
    ),
    # https://docs.datadome.co/docs/how-bot-protection-works
    _markup("datadome-captcha", "geo.captcha-delivery.com", "ct.captcha-delivery.com"),
    # https://docs.humansecurity.com (what the block page itself holds)
    _markup("perimeterx-captcha", 'id="px-captcha', "_pxblockedurl"),
    _title("perimeterx-title", "access to this page has been denied"),
    # https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
    _header("aws-waf-action", "x-amzn-waf-action", r"^(?:challenge|captcha)"),
    _markup("aws-waf-challenge", "awswafintegration", "window.gokuprops"),
    # https://docs-cybersec.thalesgroup.com (the incident page)
    _markup("imperva-incident", "incapsula incident id"),
    _pattern(
        "imperva-frame",
        Weight.STRONG,
        Where.MARKUP,
        r"<iframe\b[^<>]{0,200}/_incapsula_resource\?",
    ),
    _title("imperva-title", "pardon our interruption"),
    # https://vercel.com/docs/vercel-firewall
    _header("vercel-mitigated", "x-vercel-mitigated", r"^(?:challenge|deny)"),
    _title("vercel-title", "vercel security checkpoint"),
    # https://docs.sucuri.net/website-firewall/troubleshooting/
    _markup("sucuri-challenge", "sucuri_cloudproxy_js"),
    _title("sucuri-title", "sucuri website firewall - access denied"),
    # https://my.f5.com (the default blocking page of BIG-IP ASM)
    _title("f5-title", "request rejected"),
    _text("f5-text", r"the requested url was rejected\. please consult"),
    _pattern(
        "f5-challenge",
        Weight.STRONG,
        Where.MARKUP,
        r"enable javascript to view the page content\.(?:<br ?/?>|\s){0,4}your support id is",
    ),
    # https://ddos-guard.net
    _markup("ddos-guard", "/.well-known/ddos-guard/"),
    _title("ddos-guard-title", "ddos-guard"),
    # https://docs.kasada.io
    _header("kasada", "x-kpsdk-ct", r"."),
    _markup("kasada-challenge", "/ips.js?"),
    # https://docs.qrator.net, https://gitgud.io/fatchan/haproxy-protection
    _markup("qrator-challenge", "/__qrator/"),
    _markup("basedflare", "/.basedflare/"),
    # https://ifastnet.com (the cookie challenge of free hosting)
    _markup("ifastnet-challenge", "slowaes.decrypt"),
    # https://www.wordfence.com/help/blocking/
    _text("wordfence", r"generated by wordfence|has been limited by the site owner"),
    # https://help.aliyun.com/zh/waf/ (slider and cookie challenges, the page of a 405)
    _markup("aliyun-challenge", "acw_sc__v2", "aliyun_waf_", "aliyuncaptcha"),
    _markup("aliyun-denied", "errors.aliyun.com"),
    _url("aliyun-punish", r"[^/]{1,255}/_____tmd_____/punish"),
    _leads_to("aliyun-redirect", "/_____tmd_____/punish"),
    _title("aliyun-title", "滑动验证页面"),
    # https://www.yunaq.com (the cookie challenge, which answers 521)
    _markup("yunaq-challenge", "__jsl_clearance"),
    _header("yunaq-cookie", "set-cookie", r"__jsluid", weight=Weight.WEAK),
    # https://docs.waf-ce.chaitin.cn (challenge and denial)
    _markup("safeline-challenge", "/.safeline/", "slg-box", "slg-caption"),
    _title("safeline-title", ".{0,40}雷池.{0,20}"),
    # https://wangzhan.qianxin.com and others of this trade
    _markup("wangzhan-challenge", "wzws-waf-cgi", "wzwschallenge", "wangzhan.360.com"),
    _markup("yunsuo-challenge", "yunsuo_session_verify", "security_session_verify"),
    _markup("safedog-denied", "safedog.cn", "safedogsite"),
    # https://www.riversecurity.com (the challenge of many Chinese offices)
    _markup("ruishu-challenge", '$_ts=window["$_ts"]', "$_ts=window['$_ts']"),
    # https://cloud.tencent.com/document/product/1110 (captcha)
    _markup("tencent-captcha", "turing.captcha.qcloud.com", "captcha.gtimg.com/tcaptcha"),
    # https://www.radware.com (bot manager), https://docs.reblaze.com, https://docs.bunkerweb.io
    _markup("radware-challenge", "validate.perfdrive.com", "captcha.perfdrive.com"),
    _markup("reblaze-challenge", "rbzns.", "window.rbzid"),
    _markup("bunkerweb-challenge", "bunkerweb antibot", "/bw-challenge"),
    # https://learn.microsoft.com/azure/web-application-firewall/
    _text("azure-denied", r"the request is blocked\.?\s{0,40}\w{0,60}(?:azure|x-azure-ref|$)"),
    # https://edgeone.ai/document (managed challenge)
    _markup("edgeone-challenge", "eo_bot_ssid", "__tst_status", "teo_captcha"),
    _title("edgeone-title", "restricted access", "edgeone security"),
    # https://www.siteground.com/kb/ (the captcha of its hosting)
    _header("siteground-captcha", "sg-captcha", r"^challenge"),
    _url("siteground-url", r"[^/]{1,255}/\.well-known/sgcaptcha/"),
    _leads_to("siteground-redirect", r"/\.well-known/sgcaptcha/"),
    # https://docs.imunify360.com/webshield/ (the splash screen)
    _text("imunify-text", r"please wait while your request is being verified"),
    # https://docs.fastly.com/products/bot-management
    _markup("fastly-challenge", "/_fs-ch-"),
    _title("fastly-title", "client challenge"),
    # Sites that show robots a page of their own
    _pattern(
        "bilibili-risk",
        Weight.PROOF,
        Where.TEXT,
        r"^\{\W{0,9}code\W{1,9}-(?:352|412|401)\b.{0,40}message",
    ),
    _pattern("zhihu-limit", Weight.PROOF, Where.TEXT, r"^\{.{0,400}\bcode\W{1,9}40362\b"),
    _url("zhihu-unhuman", r"www\.zhihu\.com/account/unhuman"),
    _markup("zhihu-challenge", "zse-ck"),
    _url("weixin-captcha", r"mp\.weixin\.qq\.com/mp/wappoc_appmsgcaptcha"),
    _text("weixin-text", r"环境异常.{0,40}完成验证"),
    _url("douban-sec", r"sec\.douban\.com/"),
    _url("baidu-captcha", r"wappass\.baidu\.com/"),
    _title("baidu-title", "百度安全验证"),
    # https://cloud.baidu.com/product/yunjiasu.html
    _title("yunjiasu-title", r"(?:attention required!|just a moment\W*|.{0,8}) ?\|? ?百度云加速"),
    _header("yunjiasu-server", "server", r"^yunjiasu", weight=Weight.WEAK),
    # https://cloud.google.com/armor/docs/bot-management (challenge), and its refusal
    _markup("cloud-armor-challenge", "google.com/recaptcha/challengepage"),
    _title("google-denied", r"error 403 \(forbidden\)!!1"),
    _text(
        "google-denied-text",
        r"^(?:google )?403\. that(?:'|’)s an error\. your client does not have permission to get",
    ),
    _url("google-sorry", r"(?:www|ipv4)\.google\.[a-z.]{2,6}/sorry/"),
    _url("yandex-captcha", r"(?:[a-z]{1,20}\.)?(?:yandex|ya)\.[a-z.]{2,6}/showcaptcha"),
    _markup("amazon-captcha", "/errors/validatecaptcha"),
    _text("reddit-text", r"you've been blocked by network security"),
    # What walls of every make bear; a title never alone, a widget only beside one
    _title(
        "wall-title",
        "access denied",
        "(?:403 )?forbidden",
        "(?:are you|you are) (?:a )?(?:robot|human)",
        "(?:you're|you are) not a (?:robot|bot)",
        "robot (?:or human|check)",
        "security (?:check|verification|checkpoint)",
        "(?:bot|human|browser) (?:verification|check)",
        "verify(?:ing)? (?:that )?you(?:'re| are) (?:not a robot|(?:a )?human)",
        "one more step",
        "checking your browser.{0,40}",
        "unusual traffic.{0,40}",
        "(?:web page|request) blocked!?",
        "challenge validation",
        "安全验证|人机验证|访问验证|请完成验证|访问被拒绝|拒绝访问|禁止访问|访问拦截|网站防火墙",
        "sicherheits(?:über)?prüfung|zugriff verweigert|accès (?:refusé|interdit)|acceso denegado",
        "(?:vérification|verificación) (?:de )?(?:sécurité|seguridad)|acesso negado|accesso negato",
        "доступ (?:запрещ[её]н|ограничен)|вы не робот|odmowa dostępu|toegang geweigerd",
        "アクセスが拒否されました|アクセス拒否|접근 거부|보안 확인|erişim engellendi",
    ),
    _pattern(
        "wall-title-of-site",
        Weight.STRONG,
        Where.TITLE,
        rf"^.{{1,40}} [-|–—_·] {_PART}$|^{_PART} ?[-|–—_·] ?.{{1,40}}$",
    ),
    _markup(
        "captcha-widget",
        "g-recaptcha",
        "recaptcha/api",
        "h-captcha",
        "hcaptcha.com",
        "cf-turnstile",
        "geetest",
        "funcaptcha",
        weight=Weight.WEAK,
    ),
)
"""Looked for on every page; those in markup and text only where little text is to be seen."""


_REPEATS: Final = re.compile(
    r"document\.cookie ?=[^<]{1,4000}location(?:\.href)? ?(?:\.reload\(|= ?(?:window\.)?location\b"
    r"|\.replace\((?:window\.)?location\b)"
)
_CONTENT: Final = ("<div", "<main", "<link", "<img", "<iframe", "<p>", "<a ", "<h1")
_LONGEST_CHALLENGE: Final = 20_000


def is_only_a_cookie(markup: str) -> bool:
    """Is there nothing on the page but a script that sets a cookie and asks for it again?"""
    if len(markup) > _LONGEST_CHALLENGE or any(tag in markup for tag in _CONTENT):
        return False
    return bool(_REPEATS.search(markup))
