"""Pages that were taken over, and pages that speak of what such pages sell."""

from __future__ import annotations

from web.case import Truth, case, says
from web.handlers import days, page
from web.pages import article, bare

_PAGES = {
    "id": (
        '<html lang="id"><head><title>SLOT88: Daftar Situs Slot Gacor Maxwin Terbaru 2026</ti'
        "tle></head><body><h1>Situs Slot Online Resmi</h1><p>Slot gacor hari ini dengan RTP l"
        "ive tertinggi. Judi online, togel, bandar bola terpercaya, deposit pulsa tanpa poton"
        "gan.</p><p>Slot gacor hari ini dengan RTP live tertinggi. Judi online, togel, bandar"
        " bola terpercaya, deposit pulsa tanpa potongan.</p><p>Slot gacor hari ini dengan RTP"
        " live tertinggi. Judi online, togel, bandar bola terpercaya, deposit pulsa tanpa pot"
        "ongan.</p><p>Slot gacor hari ini dengan RTP live tertinggi. Judi online, togel, band"
        "ar bola terpercaya, deposit pulsa tanpa potongan.</p><p>Slot gacor hari ini dengan R"
        "TP live tertinggi. Judi online, togel, bandar bola terpercaya, deposit pulsa tanpa p"
        "otongan.</p><p>Slot gacor hari ini dengan RTP live tertinggi. Judi online, togel, ba"
        "ndar bola terpercaya, deposit pulsa tanpa potongan.</p><p>Slot gacor hari ini dengan"
        " RTP live tertinggi. Judi online, togel, bandar bola terpercaya, deposit pulsa tanpa"
        " potongan.</p><p>Slot gacor hari ini dengan RTP live tertinggi. Judi online, togel, "
        'bandar bola terpercaya, deposit pulsa tanpa potongan.</p><a href="https://daftar-slo'
        't88.example/">DAFTAR</a><a href="https://login-slot.example/">LOGIN</a></body></html'
        ">"
    ),
    "zh": (
        '<html lang="zh"><head><title>澳门新葡京官网_葡京娱乐场注册_真人百家乐平台</title></head><body><h1>澳门新葡京娱乐'
        "城</h1><p>真人百家乐、体育投注、电子游艺、彩票游戏，首存送彩金，提款快速到账。</p><p>真人百家乐、体育投注、电子游艺、彩票游戏，首存送彩金，提款快速到账。"
        "</p><p>真人百家乐、体育投注、电子游艺、彩票游戏，首存送彩金，提款快速到账。</p><p>真人百家乐、体育投注、电子游艺、彩票游戏，首存送彩金，提款快速到账。</"
        "p><p>真人百家乐、体育投注、电子游艺、彩票游戏，首存送彩金，提款快速到账。</p><p>真人百家乐、体育投注、电子游艺、彩票游戏，首存送彩金，提款快速到账。</p>"
        "<p>真人百家乐、体育投注、电子游艺、彩票游戏，首存送彩金，提款快速到账。</p><p>真人百家乐、体育投注、电子游艺、彩票游戏，首存送彩金，提款快速到账。</p><a"
        ' href="https://bet365zh.example/">立即注册</a></body></html>'
    ),
    "th": (
        '<html lang="th"><head><title>สล็อตเว็บตรง แตกง่าย บาคาร่าออนไลน์ 2026</title></head>'
        "<body><h1>สล็อตออนไลน์</h1><p>สล็อต บาคาร่า คาสิโนออนไลน์ ฝากถอนไม่มีขั้นต่ำ เครดิตฟ"
        "รี แทงบอล</p><p>สล็อต บาคาร่า คาสิโนออนไลน์ ฝากถอนไม่มีขั้นต่ำ เครดิตฟรี แทงบอล</p><"
        "p>สล็อต บาคาร่า คาสิโนออนไลน์ ฝากถอนไม่มีขั้นต่ำ เครดิตฟรี แทงบอล</p><p>สล็อต บาคาร่"
        "า คาสิโนออนไลน์ ฝากถอนไม่มีขั้นต่ำ เครดิตฟรี แทงบอล</p><p>สล็อต บาคาร่า คาสิโนออนไลน"
        "์ ฝากถอนไม่มีขั้นต่ำ เครดิตฟรี แทงบอล</p><p>สล็อต บาคาร่า คาสิโนออนไลน์ ฝากถอนไม่มีข"
        "ั้นต่ำ เครดิตฟรี แทงบอล</p><p>สล็อต บาคาร่า คาสิโนออนไลน์ ฝากถอนไม่มีขั้นต่ำ เครดิตฟ"
        "รี แทงบอล</p><p>สล็อต บาคาร่า คาสิโนออนไลน์ ฝากถอนไม่มีขั้นต่ำ เครดิตฟรี แทงบอล</p><"
        "/body></html>"
    ),
    "tr": (
        '<html lang="tr"><head><title>Deneme Bonusu Veren Siteler 2026 - Bahis ve Casino</tit'
        "le></head><body><h1>Güvenilir bahis siteleri</h1><p>Canlı casino, slot, rulet ve bah"
        "is siteleri. Deneme bonusu, çevrimsiz bonus, yüksek oranlar.</p><p>Canlı casino, slo"
        "t, rulet ve bahis siteleri. Deneme bonusu, çevrimsiz bonus, yüksek oranlar.</p><p>Ca"
        "nlı casino, slot, rulet ve bahis siteleri. Deneme bonusu, çevrimsiz bonus, yüksek or"
        "anlar.</p><p>Canlı casino, slot, rulet ve bahis siteleri. Deneme bonusu, çevrimsiz b"
        "onus, yüksek oranlar.</p><p>Canlı casino, slot, rulet ve bahis siteleri. Deneme bonu"
        "su, çevrimsiz bonus, yüksek oranlar.</p><p>Canlı casino, slot, rulet ve bahis sitele"
        "ri. Deneme bonusu, çevrimsiz bonus, yüksek oranlar.</p><p>Canlı casino, slot, rulet "
        "ve bahis siteleri. Deneme bonusu, çevrimsiz bonus, yüksek oranlar.</p><p>Canlı casin"
        "o, slot, rulet ve bahis siteleri. Deneme bonusu, çevrimsiz bonus, yüksek oranlar.</p"
        "></body></html>"
    ),
    "en": (
        '<html lang="en"><head><title>Best Online Casinos USA - Real Money Slots &amp; Bonus '
        "Codes</title></head><body><h1>Top online casinos</h1><p>Play slots, blackjack and ro"
        "ulette for real money. Claim your casino bonus, free spins, no deposit.</p><p>Play s"
        "lots, blackjack and roulette for real money. Claim your casino bonus, free spins, no"
        " deposit.</p><p>Play slots, blackjack and roulette for real money. Claim your casino"
        " bonus, free spins, no deposit.</p><p>Play slots, blackjack and roulette for real mo"
        "ney. Claim your casino bonus, free spins, no deposit.</p><p>Play slots, blackjack an"
        "d roulette for real money. Claim your casino bonus, free spins, no deposit.</p><p>Pl"
        "ay slots, blackjack and roulette for real money. Claim your casino bonus, free spins"
        ", no deposit.</p><p>Play slots, blackjack and roulette for real money. Claim your ca"
        "sino bonus, free spins, no deposit.</p><p>Play slots, blackjack and roulette for rea"
        "l money. Claim your casino bonus, free spins, no deposit.</p></body></html>"
    ),
}

TAKEN = tuple(
    made
    for name, html in _PAGES.items()
    for made in (
        case(
            f"taken-later-{name}",
            Truth.DRIFTED,
            days({0: page(article("Attention, step by step", seed=name)), 2: page(html)}),
        ),
        case(
            f"taken-{name}",
            Truth.DRIFTED,
            page(html),
            title="Attention, step by step",
            says=says("drifted"),
        ),
    )
)

_SPEAK_OF_IT = {
    "bandits": article(
        "Multi-armed bandits: slot machines and regret",
        extra=f"<p>{'A gambler faces several slot machines. ' * 20}</p>",
    ),
    "lottery-tickets": article(
        "彩票假设：稀疏可训练网络",
        language="zh",
        extra=f"<p>{'彩票假设认为网络中存在中奖彩票子网络。' * 5}</p>",
    ),
    "slot-filling": article("Slot filling and intent detection"),
    "captchas": article("Breaking CAPTCHAs with deep learning: are you a robot?"),
    "not-found": article("404 Not Found: how servers say no"),
    "domain-guide": article("How to buy this domain: a guide to domain for sale pages"),
    "parking": article("Domain parking explained: sedo, bodis and parkingcrew"),
    "nginx": article("Welcome to nginx! explained"),
    "song": bare("Gone", "<p>A song by Kestrel, 2019. Listen below.</p><audio src=a.mp3></audio>"),
    "coming": bare("Coming soon", "<p>The second volume is coming soon. Subscribe.</p>"),
    "maintenance": article("Under maintenance: keeping old software alive"),
    "version": bare("Kestrel", "<p>v2.1</p>"),
    "series": bare("Lost", "<p>Episode list of the TV show. Season 1.</p>"),
    "login": article("Log in with OAuth: a tutorial", extra="<form><input type=password></form>"),
    "cookies": article(
        "Transformers in practice",
        extra='<div id="onetrust-consent-sdk"></div>'
        '<script src="https://cdn.cookielaw.org/consent.js"></script>',
    ),
    "contact": bare(
        "Contact the authors",
        "<p>Write to us about the handbook; we answer within a week.</p>"
        "<form><textarea></textarea><div class=g-recaptcha></div></form>",
    ),
    "teaser": article(
        "Attention is a resource",
        head='<script type="application/ld+json">{"@type":"NewsArticle",'
        '"isAccessibleForFree":false}</script>',
        extra="<p>Subscribe to read more</p>",
        sentences=8,
    ),
    "meaning": article("文章不存在的意义", language="zh"),
    "reading-notes": bare(
        "读书笔记", "<p>书中写道：你要找的人不存在，找不到的路也是路。页面泛黄。</p>"
    ),
}

LIVING = tuple(
    case(f"speaks-of-{name}", Truth.ALIVE, page(html)) for name, html in _SPEAK_OF_IT.items()
)

CASES = (*TAKEN, *LIVING)
