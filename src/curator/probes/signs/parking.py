"""The marks of a name without a site: parked, for sale, expired, suspended, or a server's default.

A shop sells many things, so words of selling must name the domain; a lander often has no words at
all. Two signs are needed that don't rest on the same words, but for the whole title of a server's own
first page.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from curator.probes.places import is_sellers_host
from curator.probes.signs.clues import Clue, Nature, Weight, Where
from curator.probes.words.titles import is_about_errors


def _clue(
    name: str, where: Where, *needles: str, pattern: str = "", weight: Weight = Weight.STRONG
) -> Clue:
    return Clue(
        name=name,
        nature=Nature.PARKED,
        weight=weight,
        where=where,
        pattern=re.compile(pattern) if pattern else None,
        needles=needles,
    )


def _lander(name: str, *needles: str) -> Clue:
    return _clue(name, Where.MARKUP, *needles)


def _hosts(name: str, *hosts: str) -> Clue:
    """Whole names only: 4.cn is the end of many another."""
    either = "|".join(map(re.escape, hosts))
    return _clue(name, Where.MARKUP, pattern=rf"(?<![a-z0-9-])(?:{either})")


def _words(name: str, where: Where, *phrases: str) -> Clue:
    return _clue(name, where, pattern="|".join(phrases))


_DOMAIN: Final = r"[a-z0-9]\.[a-z]{2,12}"

_SOLD: Final = (
    "(?:is |may be )?(?:for sale|te koop|(?:est )?à vendre|zu verkaufen|(?:está |é )?(?:en|à) venda?"
    "|(?:è )?in vendita|satılık|(?:jest )?na sprzedaż|til salgs?|till salu|na prodej|продается|продаётся)"
)
_FOR_SALE: Final = (
    rf"{_DOMAIN}\W{{1,3}}{_SOLD}",
    r"\bdom(?:ein(?:naam)?|ena|ény|æne|än|ene)(?:n|t|naam)?\b.{0,40}(?:te koop|na sprzeda|na prodej|till salu"
    r"|til salg|eladó)|alan ad[ıi].{0,40}satılık|tên miền.{0,40}(?:đang (?:được )?bán|cần bán)",
    r"\bdomain(?! names\b)(?: name)?\b.{0,60}\b(?:for sale|available for purchase)\b",
    rf"{_DOMAIN} (?:is|may be|could be) (?:for sale|available)\b",
    r"\b(?:buy|acquire|purchase) (?:this|the) domain\b",
    r"\bmake an offer (?:on|for) (?:this|the) domain\b",
    r"domain.{0,40}(?:steht zum verkauf|zu verkaufen|kaufen sie diese domain)",
    r"(?:domaine|domain).{0,40}\bà vendre\b",
    r"dominio.{0,40}\b(?:en venta|in vendita|à venda)\b|domínio.{0,40}\bà venda\b",
    r"домен.{0,60}(?:прода[её]тся|выставлен на продажу|на продаже)|купить домен",
    r"域名.{0,30}(?:出售|转让|求购|可以购买|待售|正在交易)|出售.{0,10}域名|此域名可(?:转让|出售|购买)",
    r"ドメイン.{0,30}(?:販売中|売り出し中|譲渡)",
    r"도메인.{0,30}(?:판매|매각)",
)
_PLACEHOLDER: Final = (
    r"\b(?:parked|parking) (?:domain|page)\b|\bdomain(?: name)? (?:is |has been )?parked\b",
    r"parked (?:for )?free, courtesy of|\bdomain\b.{0,60}\bparked\b|^parked (?:at|by|on|with)\b",
    r"\bdomain(?: name)? (?:has been|is|was)(?: currently)? (?:suspended|deactivated|on hold)",
    r"\b(?:icann|registrant) (?:e-?mail |contact )?verification\b",
    r"\bdomain (?:isn['’]t|is not) (?:connected|linked|configured|pointed)\b",
    r"\bthis (?:account|website|site) has expired\b|^(?:website|site|account|domain) expired$",
    r"\bdomain(?: name)? (?:has |is |was )?(?:recently |already )?(?:been )?(?:expired|reserved)\b",
    r"\bdomain(?: name)? (?:has (?:just |been )*|is (?:already |currently )?)registered\b",
    r"this (?:site|website) is (?:not (?:yet )?(?:published|connected)|under construction by its owner)",
    r"domain.{0,30}(?:bereits registriert|reserviert|registriert und|geparkt)",
    r"platzhalterseite|domain wurde.{0,20}registriert|noch keine inhalte hinterlegt",
    r"domein(?:naam)?.{0,30}(?:gereserveerd|geregistreerd|geparkeerd)|gereserveerd domein",
    r"domen[ay]\b.{0,60}(?:zaparkowan|zarejestrowan|utrzymywan|wygas)|dom[ée]na.{0,30}(?:zaregistr|parkov)",
    r"domän(?:en|namnet)?\b.{0,40}(?:parkera|registrera|reservera)|domæne.{0,30}(?:parkeret|registreret)",
    r"domaine a bien été créé|alan ad[ıi].{0,40}(?:kayıtlı|park|süresi dol)",
    r"tên miền.{0,40}(?:đã được đăng ký|hết hạn)|domain.{0,20}(?:telah terdaftar|kedaluwarsa)",
    r"(?:domaine|domain).{0,40}(?:est (?:déjà )?(?:enregistré|réservé|parké)|a expiré)",
    r"dominio.{0,30}(?:registrado|registrato|reservado|aparcado|expirado|scaduto)",
    r"домен.{0,40}(?:припаркован|зарегистрирован|истек|просрочен|не прилинкован)",
    r"域名.{0,20}(?:已过期|已到期|停放|已被注册|已注册|未备案|未绑定|解析成功)",
    r"ドメイン.{0,40}(?:取得されています|有効期限|パーキング|登録されています)",
    r"도메인.{0,30}(?:만료|주차|등록)",
)
_NO_SITE: Final = (
    r"\b(?:account|website|site|hosting)(?: has been| is|) suspended\b",
    r"\bhosting (?:account )?(?:has )?expired\b",
    r"welcome to (?:nginx|openresty|caddy|tengine|litespeed)\b|apache2? .{0,20}default page",
    r"^it works!?$|test page for the (?:apache|nginx|http)|\biis windows(?: server)?\b",
    r"default (?:web ?site|server) page|this is the default .{0,30}\b(?:page|vhost|server)\b",
    r"web server is successfully installed|web server software is running",
    r"used to test the (?:proper|correct) operation|^testing 123\b|test page\b.{0,20}\bpowered by",
    r"\bdomain default page\b|web server['’]s default page|no web ?site at this address",
    r"you have not (?:put|uploaded) any content|default index page of your",
    r"successfully installed (?:tomcat|xampp|nginx|apache|caddy|litespeed)|^welcome to xampp",
    r"^caddy works|your (?:new )?web ?server is (?:working|ready)|^iis ?[0-9]{1,2}$",
    r"site is not (?:configured|set up) (?:yet|on this server)|there is no site (?:configured|here)",
    r"没有找到站点|网站创建成功|站点创建成功|恭喜.{0,6}站点|(?:网站|站点)已(?:暂停|关闭|停止|到期)"
    r"|站点已经被管理员停止|主机已(?:到期|过期)",
    r"(?:аккаунт|сайт|хостинг).{0,20}(?:заблокирован|приостановлен|отключ[её]н|не оплачен)",
    r"(?:konto|website|webseite|hosting).{0,20}gesperrt|compte suspendu|cuenta suspendida",
)

PARKING: Final = (
    # A lander's own markup: often the page has no text at all
    _lander("parked-adblock-key", "data-adblockkey="),
    _lander("parked-godaddy", "parking-lander", 'lander_system="pw"'),
    _lander("parked-godaddy-script", 'window.location.href="/lander"'),
    # Advertisements that only names without a site may show, and IIS's first page
    _lander("parked-advertisements", "google.com/adsense/domains/caf.js"),
    _lander("iis-start", "fwlink/?linkid=66138"),
    _lander("parked-bodis", "window.park=", "window.park ="),
    _hosts(
        "parked-service",
        *("sedoparking.com", "parkingcrew.net", "afternic.com/forsale", "domainmarket.com"),
        *("hugedomains.com/payment", "hugedomains.com/domain_profile", "dan.com/buy-domain"),
        *("reg.ru/domain/shop", "above.com/marketplace", "parklogic.com", "uniregistry.com/buy"),
        *("namebright.com/", "skenzo.com", "cashparking", "voodoo.com/ads", "ename.net", "22.cn"),
        *("4.cn/", "juming.com", "jucha.com", "porkbun.com/checkout", "dynadot.com/market"),
        *("sav.com/", "efty.com", "undeveloped.com", "brandbucket.com/names", "squadhelp.com/name"),
    ),
    _clue("for-sale-form", Where.MARKUP),
    # What a server shows until there is a site: long pages, too
    _clue(
        "default-page",
        Where.TITLE,
        pattern=r"^(?:welcome to (?:nginx|openresty|centos|tengine)!?|domain default page"
        r"|iis windows(?: server)?|iis ?[0-9]{1,2}|没有找到站点|恭喜[，,] ?站点创建成功[！!])$",
        weight=Weight.PROOF,
    ),
    _clue(
        "default-page-with-manual",
        Where.TITLE,
        pattern=r"^(?:apache2 (?:ubuntu|debian) default page(?:: it works)?"
        r"|(?:apache )?(?:http server )?test page (?:for|powered by) .{3,80})$",
        weight=Weight.PROOF,
    ),
    _words("for-sale-title", Where.TITLE, *_FOR_SALE),
    _words("for-sale-heading", Where.HEADING, *_FOR_SALE),
    _words("for-sale-text", Where.TEXT, *_FOR_SALE),
    _words("placeholder-title", Where.TITLE, *_PLACEHOLDER),
    _words("placeholder-heading", Where.HEADING, *_PLACEHOLDER),
    _words("placeholder-text", Where.TEXT, *_PLACEHOLDER),
    _words("no-site-title", Where.TITLE, *_NO_SITE),
    _words("no-site-heading", Where.HEADING, *_NO_SITE),
    _words("no-site-text", Where.TEXT, *_NO_SITE),
)
"""Looked for like walls: markup and text only where little text is to be seen."""

_EXPLAINS: Final = re.compile(
    r"\b(?:help|docs?|documentation|manual|guide|install(?:ing|ation)?|hilfe|anleitung|aide"
    r"|ayuda|ajuda|guida|is your|are your|was your)\b|справк|инструкц|帮助|幫助|文档|手册|指南|ヘルプ|도움말"
)


def explains(name: str) -> bool:
    """Is it the title of a page about such things?"""
    return is_about_errors(name) or bool(_EXPLAINS.search(name.lower()))


_FORM: Final = re.compile(
    r"<form\b(?=[^<>]{0,300}(?:offer|domain[_-]?(?:name|inquiry)|buy-?now|inquir[ey]))[^<>]{0,400}>"
)
_ACTION: Final = re.compile(r"\baction\s{0,3}=\s{0,3}[\"']?(?:https?:)?//([a-z0-9.-]{4,253})")
_MOST_FORMS: Final = 8
_INSIDE: Final = 2_000


def sale_form(markup: str, domain: str) -> str:
    """A form for offers that names `domain` inside it, or is sent to who sells domains; or "".

    Shops, job boards and contact pages have forms for offers and inquiries too.
    """
    for form in islice(_FORM.finditer(markup), _MOST_FORMS):
        inside = markup[form.end() : form.end() + _INSIDE].partition("</form")[0]
        named = re.search(rf"(?<![a-z0-9.@-]){re.escape(domain)}(?![a-z0-9-])", inside)
        action = _ACTION.search(form[0])
        if named or (action and is_sellers_host(action[1])):
            return form[0]
    return ""
