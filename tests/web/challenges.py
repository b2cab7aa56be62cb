"""Challenges and denials of many makes, as their vendors show them; written by hand, small."""

from __future__ import annotations

from web.case import Truth, case, says
from web.handlers import page

_PAGES: dict[str, tuple[int, str, dict[str, str]]] = {
    "anubis": (
        200,
        '<!doctype html><html lang="en"><head><title>Making sure you&#39;re not a bot!</title'
        '><meta name="robots" content="noindex,nofollow"><script id="anubis_version" type="ap'
        'plication/json">"1.21"</script><script id="anubis_challenge" type="application/json"'
        '>{"rules":{"difficulty":4}}</script></head><body><main><h1>Making sure you\'re not a '
        "bot!</h1><p>Loading...</p><details><summary>Why am I seeing this?</summary><p>You ar"
        "e seeing this because the administrator of this website has set up Anubis.</p></deta"
        "ils></main></body></html>",
        {},
    ),
    "cf-managed-403": (
        403,
        '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="r'
        'obots" content="noindex,nofollow"></head><body><div class="main-wrapper"><noscript>E'
        "nable JavaScript and cookies to continue</noscript></div><script>(function(){window."
        '_cf_chl_opt = {cvId: "3",cZone: "x"};})();</script></body></html>',
        {"Server": "cloudflare", "cf-mitigated": "challenge"},
    ),
    "cf-block-1020": (
        403,
        "<html><head><title>Access denied | kestrel.example used Cloudflare to restrict acces"
        's</title></head><body><div id="cf-wrapper"><h1>Error 1020</h1><p>Access denied</p><p'
        ">This website is using a security service to protect itself from online attacks.</p>"
        "<span>Cloudflare Ray ID: 8a</span></div></body></html>",
        {"Server": "cloudflare"},
    ),
    "cf-200": (
        200,
        "<html><head><title>Just a moment...</title></head><body><h1>Checking if the site con"
        'nection is secure</h1><div id="challenge-stage"></div><script src="/cdn-cgi/challeng'
        'e-platform/h/b/orchestrate/chl_page/v1"></script></body></html>',
        {},
    ),
    "akamai-403": (
        403,
        "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't"
        ' have permission to access "http&#58;&#47;&#47;x" on this server.<P>Reference&#32;&#'
        "35;18&#46;2d<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18</BODY></HTML>",
        {},
    ),
    "akamai-200": (
        200,
        '<!DOCTYPE html><html><head><title>Challenge Validation</title><link rel="stylesheet"'
        ' href="/_sec/cp_challenge/sec-4-4.css"></head><body><div id="sec-if-container"><div '
        'id="sec-container"><div id="sec-if-cpt-container" class="x"></div></div></div><scrip'
        't src="/_sec/cp_challenge/sec-cpt-4-4.js"></script></body></html>',
        {},
    ),
    "datadome-403": (
        403,
        '<html lang="en"><head><title>kestrel.example</title><style>#cmsg{animation: A 1.5s;}'
        '</style></head><body><p id="cmsg">Please enable JS and disable any ad blocker</p><sc'
        'ript data-cfasync="false">var dd={"rt":"c","cid":"A","host":"geo.captcha-delivery.co'
        'm"}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></htm'
        "l>",
        {"x-datadome": "protected"},
    ),
    "px-403": (
        403,
        "<!DOCTYPE html><html><head><title>Access to this page has been denied.</title></head"
        '><body><section class="container"><div class="customer-logo-wrapper"></div><div clas'
        's="px-captcha-container"><div id="px-captcha"></div></div><p>Please verify you are a'
        ' human</p><script>window._pxAppId = "PX1";</script></section></body></html>',
        {},
    ),
    "awswaf-202": (
        202,
        '<!DOCTYPE html><html lang="en"><head><title></title></head><body><script type="text/'
        'javascript">window.awsWafCookieDomainList = [];window.gokuProps = {"key":"A"};</scri'
        'pt><div id="challenge-container"></div><script>AwsWafIntegration.saveReferrer();</sc'
        "ript><noscript><h1>JavaScript is disabled</h1></noscript></body></html>",
        {"x-amzn-waf-action": "challenge"},
    ),
    "imperva-200": (
        200,
        '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><scr'
        'ipt src="/_Incapsula_Resource?SWJIYLWA=5074"></script></head><body style="margin:0px'
        ';height:100%"><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31" frameb'
        "order=0>Request unsuccessful. Incapsula incident ID: 10-22</iframe></body></html>",
        {},
    ),
    "kasada-429": (
        429,
        "<!DOCTYPE html><html><head></head><body><script>window.KPSDK={};KPSDK.now=1;</script"
        '><script src="/149e9513/ips.js"></script></body></html>',
        {"x-kpsdk-ct": "0abc"},
    ),
    "f5-200": (
        200,
        "<html><head><title>Request Rejected</title></head><body>The requested URL was reject"
        "ed. Please consult with your administrator.<br><br>Your support ID is: 1234<br><br><"
        'a href="javascript:history.back();">[Go Back]</a></body></html>',
        {},
    ),
    "sucuri-403": (
        403,
        "<html><head><title>Sucuri WebSite Firewall - Access Denied</title></head><body><h1>A"
        "ccess Denied - Sucuri Website Firewall</h1></body></html>",
        {"x-sucuri-id": "1"},
    ),
    "vercel-429": (
        429,
        '<!DOCTYPE html><html lang="en"><head><title>Vercel Security Checkpoint</title></head'
        '><body><div id="root">We\'re verifying your browser</div></body></html>',
        {"x-vercel-mitigated": "challenge"},
    ),
    "aliyun-acw": (
        200,
        "<html><script>var arg1='3000176000856006061501533003690027800375';var _0x=['setCooki"
        "e','acw_sc__v2'];</script></html>",
        {},
    ),
    "aliyun-405": (
        405,
        '<!doctypehtml><html lang="zh-cn"><head><title>405</title></head><body><div id="trace'
        'id">很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。您的请求ID是: 76</div><img src="https://errors.aliy'
        'un.com/images/x.png"></body></html>',
        {},
    ),
    "edgeone-567": (
        567,
        "<!DOCTYPE html><html><head><title>Restricted Access</title></head><body><p>您的请求已被该站点"
        "的安全策略拦截</p><p>EdgeOne</p></body></html>",
        {},
    ),
    "jsl-521": (
        521,
        '<script>document.cookie=("__jsl_clearance=16")+"|0|";location.href=location.pathname'
        "+location.search</script>",
        {"Set-Cookie": "__jsluid_h=2; path=/"},
    ),
    "safeline-468": (
        468,
        '<!DOCTYPE html><html lang="zh"><head><title>安全检测能力由雷池 WAF 驱动</title></head><body><di'
        'v id="slg-box"></div><script src="/.safeline/static/challenge.js"></script></body></'
        "html>",
        {},
    ),
    "zhihu-403": (
        403,
        '{"error":{"code":40362,"message":"您当前请求存在异常，暂时限制本次访问。","need_login":true}}',
        {},
    ),
    "zhihu-zse": (
        200,
        '<!doctype html><html><head><meta id="zh-zse-ck" content="004_x"><script src="https:/'
        '/static.zhihu.com/zse-ck/v4/1.js"></script></head><body></body></html>',
        {},
    ),
    "weixin": (
        200,
        '<!DOCTYPE html><html><head><title></title></head><body><div class="weui-msg"><p clas'
        's="weui-msg__title">环境异常</p><p>当前环境异常，完成验证后即可继续访问。</p><a href="javascript:;" id="js_'
        'verify">去验证</a></div></body></html>',
        {},
    ),
    "baidu": (
        200,
        '<!DOCTYPE html><html lang="zh-CN"><head><title>百度安全验证</title></head><body><div class'
        '="timeout-title">网络不给力，请稍后重试</div><script src="https://ppui-static-wap.cdn.bcebos.co'
        'm/static/touch/js/mkdjump.js"></script></body></html>',
        {},
    ),
    "bili-412": (
        412,
        "<!DOCTYPE html><html><head><title>出错啦! - bilibili.com</title></head><body><div>错误号: "
        "412 由于触发哔哩哔哩安全风控策略，该次访问请求被拒绝。</div></body></html>",
        {},
    ),
    "turnstile-200": (
        200,
        "<html><head><title>Verify you are human</title></head><body><form method=POST><div c"
        'lass="cf-turnstile" data-sitekey="0x4"></div><p>Complete the check to continue.</p><'
        "/form></body></html>",
        {},
    ),
    "ddg-403": (
        403,
        "<!DOCTYPE html><html><head><title>DDoS-Guard</title></head><body><div data-ddg-l10n-"
        'title="check">Checking your browser before accessing kestrel.example.</div><script s'
        'rc="/.well-known/ddos-guard/js-challenge/index.js"></script></body></html>',
        {"server": "ddos-guard"},
    ),
    "reddit-403": (
        403,
        "<body><div><h1>whoa there, pardner!</h1><p>Your request has been blocked due to a ne"
        "twork policy.</p></div></body>",
        {},
    ),
    "region-403": (
        403,
        "<html><head><title>Not available in your region</title></head><body><h1>This content"
        " is not available in your country</h1></body></html>",
        {},
    ),
    "generic-200-human": (
        200,
        "<html><head><title>Human Verification</title><meta name=robots content=noindex></hea"
        "d><body><h1>Please prove you are human</h1><form><img src=/captcha.png><input name=c"
        "ode></form></body></html>",
        {},
    ),
    "slider-200-zh": (
        200,
        '<html><head><title>安全验证</title></head><body><div class="slider">请拖动滑块完成拼图</div><scri'
        'pt src="https://captcha.example/tcaptcha.js"></script></body></html>',
        {},
    ),
}

CASES = tuple(
    case(
        f"challenge-{name}",
        Truth.GATED if name.startswith("region") else Truth.BLOCKED,
        page(html, status=status, headers=tuple(headers.items())),
        whole=True,
        says=says("blocked gated"),
    )
    for name, (status, html, headers) in _PAGES.items()
)
