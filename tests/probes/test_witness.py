"""Does the page speak of what the list recommends?"""

from __future__ import annotations

import pytest

from curator.probes.witness import has_words_of, is_silent_on, speaks_of

URL = "https://lantern-notes.example/guide/intro"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Attention explained, step by step", "Attention Explained: Step by Step - Lantern"),
        ("**Attention** explained [step by step](https://x.example/a)", "attention explained step"),
        ("深入理解注意力机制", "深入理解注意力机制 | 灯笼笔记"),
        ("大模型入门：提示工程指南", "提示工程指南-大模型入门"),
    ],
)
def test_it_does(title: str, shown: str) -> None:
    assert speaks_of((title,), shown, URL)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Lantern Notes", "Lantern Notes"),  # the site's own name
        ("Lantern notes about attention", "Lantern Notes - home"),
        ("Attention", "Attention"),  # too little: a site can be called so
        ("Attention explained, step by step", "Welcome to the harbour library"),
        ("The guide to the course", "The guide to the course"),  # words of any page
        ("深入理解注意力机制", "灯笼笔记"),
        ("", "anything"),
        ("https://lantern.example/attention/explained/step", "attention explained step"),
    ],
)
def test_it_does_not(title: str, shown: str) -> None:
    assert not speaks_of((title,), shown, URL)


def test_one_of_several_titles_is_enough() -> None:
    shown = "Attention explained step by step"
    assert speaks_of(("Something else entirely new", shown), shown, URL)


@pytest.mark.parametrize(
    ("titles", "shown", "silent"),
    [
        (("Tides of the harbour",), "Garden chairs and parasols", True),
        (("Tides of the harbour",), "The tides turn twice a day", False),
        (("注意力机制",), "Garden chairs and parasols", False),  # may be a translation
        (("注意力机制",), "花园椅子和阳伞", True),
        ((), "Garden chairs", False),
        (("The docs",), "Garden chairs", False),
    ],
)
def test_silence(titles: tuple[str, ...], shown: str, silent: bool) -> None:
    assert is_silent_on(titles, shown) is silent


@pytest.mark.parametrize(
    ("titles", "shown", "has"),
    [
        (("Tides of the harbour",), "A new book of tides", True),
        (("Tides of the harbour",), "Garden chairs and parasols", False),
        (("Tides of the harbour wall",), "The wall behind the garden", False),  # one of three
        (("Garden", "Tides of the harbour"), "All tides, every harbour", True),
        (("Lantern",), "lantern-notes.example is a fine name", False),  # its own address
        (("Lantern",), "Lantern, rewritten", True),
        (("注意力机制",), "Garden chairs and parasols", None),
        (("Tides of the harbour",), "花园椅子和阳伞，木制的", None),
        (("Tides in PyTorch",), "用 PyTorch 预测潮汐，一步一步来", True),
        (("The docs",), "Garden chairs", None),
        ((), "Garden chairs", None),
    ],
)
def test_half_of_the_words(titles: tuple[str, ...], shown: str, has: bool | None) -> None:
    assert has_words_of(titles, shown, URL) is has
