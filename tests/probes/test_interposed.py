"""Pages that stand before another one are known by their words, and prose is left alone."""

from __future__ import annotations

import pytest

from curator.probes.interposed import stands_before


@pytest.mark.parametrize(
    "text",
    [
        "We use cookies. Accept all",
        "Are you 21+?",
        "Sind Sie über 18?",
        "Esta página es solo para suscriptores",
        "This video is not available in your country.",
        "Contenu indisponible dans votre pays",
        "排队中，请稍候",
        "Please update your browser",
        "Ваш браузер не поддерживается",
        "One moment please",
    ],
)
def test_short_pages_that_stand_before_another(text: str) -> None:
    assert stands_before(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "This ship has sailed. Try the lighthouse.",
        "Nothing here but gulls",
        "Rien ici, matelot. Revenez vite au port.",
        "这艘船已经开走了，去灯塔看看吧。",
        "Page not found",
        "Cookies and how browsers keep them. " * 40,
    ],
)
def test_others_do_not(text: str) -> None:
    assert not stands_before(text)
