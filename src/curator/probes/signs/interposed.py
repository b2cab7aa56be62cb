"""Pages that stand before another one, whatever is asked for: your age, cookies, a subscription.

Such a page looks the same under every name of its host, as a "not found" does, and says nothing
about what is behind it. It is short, so only short texts are read.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 800
_GAP: Final = r"[^.。]{0,24}"

_CONSENT: Final = (
    r"\bcookies?\b",
    "before you continue|bevor sie fortfahren|avant de continuer|antes de continuar",
)
_AGE: Final = (
    r"\b(?:legal|drinking|minimum) age\b|\bage (?:verification|check|gate|restricted)\b",
    r"\b(?:verify|confirm|enter) your age\b|\bhow old are you\b|\bdate of birth\b",
    r"\b(?:over|at least|under|above) (?:the age of )?(?:18|19|20|21)\b",
    r"(?<![.\d])18\s?\+",
    "volljährig|altersprüfung|über 18|vous majeur|avez plus de 18|mayor(?:es)? de (?:edad|18)",
    "maggiorenne|maior(?:es)? de (?:idade|18)|совершеннолетн|старше 18|ukończył|18 yaş",
    "年齢確認|(?:18|20)歳以上|年满18|已满18|年滿18|已滿18|성인 ?인증|만 19세",
    r"\b(?:18|19|20|21)\b[^.!?。？]{0,24}(?:[?？]|\b(?:or old|or over|oder älter|of ouder"
    r"|eller äldre|eller eldre|eller ældre|ou plus|et plus|ou mais|o más|o più)|и старше|и более)",
    r"\b18[- ]vuotias|גיל 18|18[^.?؟]{0,16}؟",
)
_PAYMENT: Final = (
    r"\b(?:for|only) subscribers\b|\bsubscribers? only\b",
    r"\balready (?:a subscriber|subscribed)\b",
    r"\bsubscribe to (?:read|continue|keep|unlock)|\b(?:continue|keep) reading\b",
    r"\bbecome a (?:subscriber|member)\b|\bchoose (?:a|your) plan\b|\b(?:members?|premium) only\b",
    "nur für abonnent|abo abschließen|jetzt abonnieren|réservé aux abonné|déjà abonné",
    "para suscriptores|para assinantes|per gli abbonati|для подписчиков|по подписке",
    "会員限定|有料会員|会员专享|订阅后|구독자 ?전용",
)
_REGION: Final = (
    rf"\bin (?:your|this) {_GAP}\b(?:country|region|location|territory)\b",
    r"\bin (?:deinem|ihrem|diesem) land\b|\bdans (?:votre|ce) (?:pays|région)\b|\bnel tuo paese\b",
    r"\b(?:en|em|no) (?:tu|su|seu) (?:país|región|região)\b|в ваш(?:ей стране|ем регионе)",
    "お住まいの(?:国|地域)|ご利用の地域|所在的?(?:地区|国家)|所在的?地區|(?:국가|지역)에서",
)
_QUEUE: Final = (
    r"\b(?:in|join) (?:the )?(?:line|queue)\b|\bwaiting room\b|\bestimated wait\b|warteschlange",
    "file d['’]attente|fila virtual|(?:sala|fila) de espera|в очереди|排队|排隊|順番|대기열",
)
_BROWSER: Final = (
    r"\b(?:update|upgrade|change) your browser\b|\b(?:unsupported|outdated|old) browser\b",
    rf"\bbrowser\b{_GAP}(?:not|no longer|n['’]t) supported|browser{_GAP}(?:aktualisieren|veraltet)",
    rf"navigateur{_GAP}(?:obsolète|à jour|compatible)|navegador{_GAP}(?:compatible|obsolet|atual)",
    rf"браузер{_GAP}(?:не поддерж|устар)|обновите{_GAP}браузер",
    r"\bjavascript\b|\bturn off your ad ?blocker\b",
    "ブラウザ.{0,20}(?:対応|サポート|更新)|浏览器.{0,12}(?:过低|不支持|升级)|瀏覽器.{0,12}不支援",
)
_WAIT: Final = (
    r"\b(?:one moment|please (?:wait|stand by)|hang on|preparing your)\b|bitte warten",
    "patientez|un momento|espere|aguarde|подождите|お待ちください|请稍候|請稍候|잠시만",
    r"\byour download (?:will|should|is|starts)\b|\bdownload (?:startet|beginnt)|téléchargement va",
    "descarga (?:comenzará|empezará)|загрузка начн|ダウンロードが(?:開始|始ま)|下载(?:即将|将)",
)
_REPAIR: Final = (
    r"\b(?:scheduled|planned|under|site|for|down for) maintenance\b|\bmaintenance mode\b",
    r"^\W*back (?:soon|shortly)\b",
    r"\b(?:be|we['’]re|are) (?:right )?back (?:soon|shortly|in a)\b|\bserver is (?:busy|over)",
    "wartungs(?:arbeiten|modus)|en (?:cours de )?maintenance|(?:en|por|em) (?:mantenim|manuten)",
    r"технически\w{1,3} (?:работ|обслуж)|メンテナンス(?:中|作業)",
    r"(?:系统|网站|正在)(?:维护|升级)|점검 ?중",
)
_LEAVING: Final = (
    r"\byou are (?:now )?(?:leaving|about to leave)\b|sie verlassen|vous quittez",
    "(?:estás|está) (?:saliendo|saindo)|вы (?:покидаете|переходите)|即将离开|即將離開|外部サイト",
)
_ASKS_FIRST: Final = re.compile("|".join((*_AGE, *_PAYMENT, *_REGION)), re.IGNORECASE)
_STANDS_BEFORE: Final = re.compile(
    "|".join((*_CONSENT, *_QUEUE, *_BROWSER, *_WAIT, *_REPAIR, *_LEAVING)), re.IGNORECASE
)

_AWAY: Final = re.compile("|".join(_REPAIR), re.IGNORECASE)


def asks_first(text: str) -> str:
    """The words by which a short page asks for your age, your money or your country; "" for none.

    Who doesn't have what it asks for is not let in.
    """
    return _in_short(text, _ASKS_FIRST)


def stands_before(text: str) -> str:
    """Those by which one says that it shows the thing soon: after a click, a while, an update."""
    return _in_short(text, _STANDS_BEFORE)


def is_away(name: str) -> bool:
    """Does a title or heading say that the site is being worked on?"""
    return bool(_AWAY.search(name))


def _in_short(text: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(text) if len(text) <= _LONGEST else None
    return found[0] if found else ""
