"""Titles and headings that say "there is no such page", in the languages that lists link to.

Only a whole title, or a whole part of one, counts: "Not found" is a title, "How to fix Not found
errors" is an article. In running text the same words are ordinary prose, in Chinese most of all.
"""

from __future__ import annotations

import re
from typing import Final

_SEPARATORS: Final = re.compile(r"\s[-–—·•»«/]\s|[|｜_—–]|[.。!！?？]+")
_LONGEST: Final = 200
_APOSTROPHES: Final = re.compile(r"['’`]")
_NO_LETTER: Final = re.compile(r"[^\w\s]|_")
_CODE: Final = re.compile(r"\b404\b|404(?=[^\W\d])|(?<=[^\W\d])404")
# fmt: off
_BESIDE: Final = frozenset((
    "error", "errors", "http", "status", "code", "err", "sorry", "oops", "ooops", "whoops", "uh",
    "oh", "ohoh", "ups", "erreur", "fehler", "fout", "errore", "erro", "fejl", "fel", "ошибка",
    "błąd", "hata", "错误", "錯誤", "抱歉", "对不起", "很抱歉", "エラー", "오류",
))
"""Words that say nothing beside the phrase."""
# fmt: on

_PHRASES: Final = """
page not found | file not found | content not found | document not found
page cannot be found | page cant be found | page could not be found | page was not found
this page could not be found | this page cannot be found | this page cant be found
the page you requested was not found | the page you requested could not be found
the page you are looking for does not exist | the page youre looking for doesnt exist
the page you were looking for doesnt exist | the page you are looking for cant be found
the page you are looking for could not be found | the page cannot be found
page does not exist | page doesnt exist | this page does not exist | this page doesnt exist
the requested page could not be found | the requested url was not found on this server
page no longer exists | this page no longer exists | page missing | 404 page
we cant find that page | we couldnt find that page | we cant find the page youre looking for
页面不存在 | 页面未找到 | 未找到页面 | 找不到页面 | 找不到该页面 | 页面没有找到 | 没有找到页面
网页不存在 | 找不到网页
无法找到页面 | 无法找到该页 | 无法找到网页 | 页面找不到了 | 页面丢失了 | 页面走丢了
该页面不存在 | 此页面不存在
您访问的页面不存在 | 你访问的页面不存在 | 您要访问的页面不存在 | 你要访问的页面不存在
您查看的页面不存在
您访问的页面找不到了 | 你访问的页面找不到了 | 您所访问的页面不存在 | 文章不存在 | 内容不存在
未找到 | 404页面
頁面不存在 | 找不到頁面 | 找不到網頁 | 網頁不存在 | 您要找的頁面不存在 | 找不到此頁面
找不到您要的頁面
ページが見つかりません | ページが見つかりませんでした | お探しのページは見つかりません
お探しのページは見つかりませんでした | お探しのページが見つかりません | ページは存在しません
指定されたページが見つかりません | 指定されたページは存在しません | ページが存在しません
페이지를 찾을 수 없습니다 | 페이지를 찾을 수 없음 | 존재하지 않는 페이지입니다
페이지가 존재하지 않습니다
seite nicht gefunden | seite wurde nicht gefunden | die seite wurde nicht gefunden
nicht gefunden
diese seite existiert nicht | die angeforderte seite wurde nicht gefunden
page non trouvée | page introuvable | page inexistante | cette page nexiste pas | non trouvé
página no encontrada | no encontrado | no se encontró la página | la página no existe
no se ha encontrado la página | pàgina no trobada
página não encontrada | não encontrado | página inexistente | pagina nao encontrada
pagina non trovata | pagina inesistente | non trovato | pagina niet gevonden | niet gevonden
страница не найдена | не найдено | страница не существует | такой страницы не существует
сторінку не знайдено | сторінка не знайдена | nie znaleziono strony | strona nie istnieje
strona nie została znaleziona | nie znaleziono | stránka nenalezena | stránka nebyla nalezena
stránka sa nenašla | sayfa bulunamadı | sidan hittades inte | sidan kunde inte hittas
sidan finns inte | siden ble ikke funnet | siden blev ikke fundet | fant ikke siden
siden findes ikke | sivua ei löydy | sivua ei löytynyt | az oldal nem található
oldal nem található | pagina nu a fost găsită | η σελίδα δεν βρέθηκε | halaman tidak ditemukan
không tìm thấy trang | trang không tồn tại | ไม่พบหน้า | ไม่พบหน้านี้ | ไม่พบหน้าเว็บ
الصفحة غير موجودة | הדף לא נמצא | העמוד לא נמצא | पृष्ठ नहीं मिला | صفحه یافت نشد
"""

_KNOWN: Final = frozenset(
    "".join(phrase.split()) for phrase in re.split(r"[|\n]", _PHRASES.casefold()) if phrase.strip()
)


def says_not_found(name: str) -> bool:
    """Does a title or heading say, as a whole or in one of its parts, that nothing is here?"""
    return _is_phrase(name.casefold()[:_LONGEST]) or any(map(_is_phrase, _parts(name)))


def says_404(name: str) -> bool:
    """Is one of its parts only the status, as number or name?

    Less telling: cars and rooms bear the number, encyclopedias explain the name.
    """
    return any(map(_is_status, _parts(name)))


def _parts(name: str) -> list[str]:
    return [part for part in _SEPARATORS.split(name.casefold()[:_LONGEST]) if part.strip()]


def _is_phrase(part: str) -> bool:
    plain = _plain(part)
    return "".join(_telling(plain)) in _KNOWN or "".join(plain.split()) in _KNOWN


def _is_status(part: str) -> bool:
    plain = _plain(part)
    words = " ".join(_telling(plain))
    return words == "not found" or (not words and bool(_CODE.search(plain)))


def _telling(plain: str) -> list[str]:
    return [word for word in _CODE.sub(" ", plain).split() if word not in _BESIDE]


def _plain(part: str) -> str:
    return _NO_LETTER.sub(" ", _APOSTROPHES.sub("", part))
