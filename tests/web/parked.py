"""Names without a site: parked, for sale, expired, suspended, a server's default."""

from __future__ import annotations

from web.case import Truth, case, says
from web.handlers import days, page
from web.pages import article

_PAGES = {
    "sedo": (
        '<html data-adblockkey="MFwwDQYJKoZI_abc"><head><title>kestrel.example&nbsp;-&nbsp;In'
        'formationen zum Thema kestrel.</title></head><body><div id="rs">Related links</div><'
        'p>The domain may be for sale by its owner!</p><script src="//img.sedoparking.com/js/'
        'jquery.js"></script></body></html>'
    ),
    "bodis": (
        '<!doctype html><html data-adblockkey="MFww" lang="en"><head><meta charset="utf-8"></'
        'head><body style="background-color:#fff"><div id="target"></div><script>window.park '
        '= "eyJ1dWlk"</script><script src="/bXdpa.js"></script></body></html>'
    ),
    "godaddy": (
        '<!doctype html><html><head><title>kestrel.example</title></head><body><div id="root"'
        '></div><script>window.LANDER_SYSTEM="PW"</script><script src="https://img1.wsimg.com'
        '/parking-lander/static/js/main.js"></script></body></html>'
    ),
    "dan": (
        "<html><head><title>kestrel.example - Domain name for sale | Dan.com</title></head><b"
        'ody><h1>kestrel.example</h1><p>This domain name is for sale</p><form action="/orders'
        '"><input name="price"><button>Buy now</button><button>Make offer</button></form></bo'
        "dy></html>"
    ),
    "hugedomains": (
        "<html><head><title>Kestrel.com is for sale | HugeDomains</title></head><body><h1>Kes"
        'trel.com</h1><p>This domain is for sale: $4,995</p><a href="https://www.hugedomains.'
        'com/payment.cfm">Buy now</a></body></html>'
    ),
    "namecheap-expired": (
        "<html><head><title>kestrel.example expired</title></head><body><h1>This domain has r"
        "ecently expired.</h1><p>If this is your domain, please renew it at Namecheap.</p><sc"
        'ript src="https://parkingcrew.net/assets/x.js"></script></body></html>'
    ),
    "zh-sale": (
        "<html><head><title>kestrel.com 域名出售</title></head><body><h1>您正在访问的域名 kestrel.com 可以转"
        '让！</h1><p>This domain is for sale</p><p>联系QQ：12345 <a href="https://www.ename.net/">'
        "易名中国</a> 担保交易</p></body></html>"
    ),
    "ru": (
        "<html><head><title>Домен kestrel.ru продается</title></head><body><h1>Домен kestrel."
        'ru продаётся</h1><p>Купить домен в магазине доменов Reg.ru</p><a href="https://www.r'
        'eg.ru/domain/shop/">Купить</a></body></html>'
    ),
    "ja-onamae": (
        "<html><head><title>kestrel.jp</title></head><body><h1>このドメインは、お名前.comで取得されています。</h1>"
        "<p>お名前.com は GMOインターネットグループ が運営する国内シェアNo.1のドメイン登録サービスです。</p></body></html>"
    ),
    "strato": (
        "<html><head><title>STRATO - Domain reserved</title></head><body><h1>Diese Domain ist"
        " bereits registriert.</h1><p>Dies ist eine Platzhalterseite von STRATO.</p></body></"
        "html>"
    ),
    "suspended": (
        "<html><head><title>Account Suspended</title></head><body><h1>This Account has been s"
        "uspended.</h1><p>Contact your hosting provider for more information.</p></body></htm"
        "l>"
    ),
    "lander-script": (
        '<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href="/lander"}'
        "</script></head></html>"
    ),
    "bt-panel": (
        "<html><head><title>没有找到站点</title></head><body><h3>没有找到站点</h3><p>您的请求在Web服务器中没有找到对应的站"
        "点！</p><p>可能原因：1. 您没有将此域名或IP绑定到对应站点!</p></body></html>"
    ),
    "nginx-default": (
        "<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><"
        "p>If you see this page, the nginx web server is successfully installed and working. "
        "Further configuration is required.</p></body></html>"
    ),
}

CASES = tuple(
    made
    for name, html in _PAGES.items()
    for made in (
        case(
            f"no-site-{name}", Truth.PARKED, page(html), whole=True, says=says("failing", "parked")
        ),
        case(
            f"no-site-later-{name}",
            Truth.PARKED,
            days({0: page(article("Attention, step by step", seed=name)), 2: page(html)}),
            whole=True,
            says=says("alive", "parked failing"),
        ),
    )
)
