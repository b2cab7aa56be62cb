"""Titles that only ask who you are."""

from __future__ import annotations

import pytest

from curator.probes.signs.doors import says_login


@pytest.mark.parametrize(
    "name",
    [
        *["Log in", "Login", "Sign in to Deck", "Please log in to continue", "Deck - Sign In"],
        *["Login required", "You need to log in", "登录", "登录 - 工作台", "请先登录", "用户登录"],
        *[
            "統一 | 登入",
            "ログイン",
            "로그인",
            "Anmelden · Werkbank",
            "Connexion",
            "Iniciar sesión",
        ],
        *["Вход", "Войти | Сайт", "Zaloguj się", "Giriş yap", "Đăng nhập", "تسجيل الدخول"],
    ],
)
def test_they_do(name: str) -> None:
    assert says_login(name)


@pytest.mark.parametrize(
    "name",
    [
        *["", "Login flows explained", "How to sign in with Google", "Logging in Python", "Signs"],
        *["The log in the forest", "登录系统的设计与实现", "Entrar en la mente de una máquina"],
        *["Passwords and logins: a survey", "Ein Tag in Anmelden-Stadt"],
    ],
)
def test_they_do_not(name: str) -> None:
    assert not says_login(name)
