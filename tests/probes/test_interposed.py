"""Pages that stand before another one are known by their words, and prose is left alone."""

from __future__ import annotations

import pytest

from curator.probes.signs.interposed import asks_first, stands_before


@pytest.mark.parametrize(
    "text",
    [
        "Are you 21+?",
        "Are you 18 or older? Yes. No.",
        "Sind Sie über 18?",
        "Bist du 18 oder älter?",
        "Ben je 18 jaar of ouder?",
        "Avez-vous 18 ans ?",
        "Hai più di 18 anni?",
        "Är du 18 år eller äldre?",
        "Czy masz 18 lat?",
        "Вам есть 18 лет?",
        "هل عمرك فوق 18؟",
        "您是否年满18周岁",
        "Esta página es solo para suscriptores",
        "This video is not available in your country.",
        "Contenu indisponible dans votre pays",
        "此内容在您所在的地区不可用",
    ],
)
def test_short_pages_that_ask_first(text: str) -> None:
    assert asks_first(text)


@pytest.mark.parametrize(
    "text",
    [
        "We use cookies. Accept all",
        "排队中，请稍候",
        "Please update your browser",
        "Ваш браузер не поддерживается",
        "One moment please",
    ],
)
def test_short_pages_that_stand_before_another(text: str) -> None:
    assert stands_before(text)
    assert not asks_first(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "This ship has sailed. Try the lighthouse.",
        "Nothing here but gulls",
        "Rien ici, matelot. Revenez vite au port.",
        "这艘船已经开走了，去灯塔看看吧。",
        "Page not found",
        "18 years of experience with 21 boats. Nous avons 18 ans d'expérience.",
        "Cookies and how browsers keep them. Are you 18 or older? " * 40,
    ],
)
def test_others_do_not(text: str) -> None:
    assert not stands_before(text)
    assert not asks_first(text)
