"""Titles and headings of a page that only asks who you are: "Log in to continue".

A sign and no proof: a page about logging in has such a title too. It counts where every other
name of the host shows the same.
"""

from __future__ import annotations

import re
from typing import Final

_SEPARATORS: Final = re.compile(r"\s[-–—·•»«/:]\s|[|｜_—–]|[.。!！?？…]+")
_LONGEST: Final = 200
_LOGIN: Final = re.compile(
    r"(?:please )?(?:log ?in|log ?on|sign ?in|signin)(?: (?:to|with|into|required|page|here|now"
    r"|first|or|and|is|for)\b.{0,60})?"
    r"|(?:login|authentication|authorization|sign in) (?:required|page|form|needed)|members? only"
    r"|you (?:need|have|must)(?: to)?(?: be)? (?:log|sign)(?:ged)? ?in\b.{0,60}"
    r"|(?:请|請|欢迎|歡迎|用户|用戶|账号|帳號|扫码|掃碼|统一|会员|请先|請先)?(?:登录|登陆|登入|登錄)"
    r"(?:页面|頁面|注册|註冊|后.{0,20}|後.{0,20})?|统一身份认证(?:平台|系统)?"
    r"|ログイン(?:ページ|してください|画面)?|サインイン|로그인(?:이 필요합니다|하세요)?"
    r"|(?:bitte )?(?:anmelden|einloggen)|anmeldung|login erforderlich"
    r"|connexion|se connecter|connectez-vous|identifiez-vous|identification"
    r"|iniciar sesi[oó]n|inicia sesi[oó]n|acceder|acceso|ingresar"
    r"|entrar|fazer login|iniciar sess[aã]o|accedi|accesso|inloggen|aanmelden|logga in"
    r"|logg inn|log ind|kirjaudu(?: sisään)?|вход|войти|авторизация|вхід|увійти"
    r"|zaloguj(?: się)?|logowanie|přihlášení|prihlásenie"
    r"|giriş(?: yap)?|oturum aç|đăng nhập|masuk|เข้าสู่ระบบ|تسجيل الدخول|ورود"
    r"|כניסה|התחברות|bejelentkezés|autentificare|σύνδεση|लॉग ?इन"
)


_SCRIPT: Final = re.compile(
    r"location(?:\.href)? ?(?:= ?|\.(?:replace|assign)\( ?)[\"'][^\"']{0,300}"
    r"/(?:log[-_]?in|sign[-_]?in|authwall|passport)\b"
)
_LONGEST_SCRIPT: Final = 4_000
_CONTENT: Final = ("<div", "<main", "<link", "<img", "<iframe", "<form", " src=")


def leads_to_login(markup: str) -> str:
    """Where a page of nothing but a script sends its reader; "" when it doesn't ask for a login."""
    if len(markup) > _LONGEST_SCRIPT or any(tag in markup for tag in _CONTENT):
        return ""
    found = _SCRIPT.search(markup)
    return found[0] if found else ""


def says_login(name: str) -> bool:
    """Is a title or heading, or one part of it, only an invitation to log in?"""
    parts = _SEPARATORS.split(name.casefold()[:_LONGEST])
    return any(_LOGIN.fullmatch(part.strip()) for part in parts)
