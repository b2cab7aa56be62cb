"""Titles that say "there is no such page", and titles that only look as if they did."""

from __future__ import annotations

import pytest

from curator.probes.words.notfound import (
    is_uncertain,
    mentions_absence,
    says_404,
    says_not_found,
    says_removed,
)

ABSENT = """
Page Not Found | Sorry, we can't find the page you were looking for | 404: this page doesn't exist
Hmm... this page doesn't exist. Try searching | Oops! That page can’t be found. | File not found
页面不存在 | 404 页面走丢了 | 您要查看的页面不存在或已删除 | 找不到网页 | 你访问的文章不存在 - 红隼 | 頁面不存在
ページが見つかりません | お探しのページは見つかりませんでした。 | 요청하신 페이지를 찾을 수 없습니다.
Seite nicht gefunden (404) | Die gesuchte Seite existiert leider nicht mehr | Pagina niet gevonden
Sorry, deze pagina bestaat niet (meer) | Sidan kunde inte hittas - Tornfalk | Siden ble ikke funnet
Cette page n'existe plus | Oups ! Cette page est introuvable | Página no encontrada
No se ha encontrado la página | Ops! Não encontramos essa página | Spiacenti, la pagina non esiste
Ups! Nie znaleźliśmy tej strony | Stránka nebyla nalezena – Sova | Ошибка: страница не найдена
На жаль, сторінку не знайдено | A keresett oldal nem található | Aradığınız sayfa bulunamadı
Không tìm thấy trang bạn yêu cầu | Halaman tidak ditemukan | ไม่พบหน้าที่คุณต้องการ
Hoppla! Diese Seite gibt es nicht. | Trang bạn đang tìm kiếm không tồn tại | 404 Not Found 页面不存在
Przepraszamy, taka strona nie istnieje | मुझे यह पेज नहीं मिला | “Page not found” | 抱歉找不到了
Esta página não pôde ser encontrada | 该问题不存在或已被删除 | 您所查詢的網頁不存在
Sorry, we looked everywhere but couldn't find that page | File or directory not found.
抱歉，指定的主题不存在或已被删除或正在被审核 | 你要找的页面不在这里 | 권한이 없거나 존재하지 않는 페이지입니다
Aradığınız sayfaya ulaşılamıyor | アクセスされたページは存在しません | Мы не нашли такую страницу
عذراً، الصفحة غير موجودة | הדף לא נמצא | पृष्ठ नहीं मिला | Η σελίδα δεν βρέθηκε
"""
REMOVED = """
This course is no longer available | Post removed | The resource has been removed
很抱歉，您访问的文章已被作者删除 | 该内容已被发布者删除 - 红隼 | 此内容因违规无法查看 | 文章已删除
The author has deleted this article. | The owner removed this video |
This content isn't available right now | This job posting has expired | 该账号已注销
啊哦，你来晚了，分享的文件已经被删除了 | この動画は再生できません | Inzerát byl smazán | Видео удалено автором
İlan yayından kaldırılmıştır | Ogłoszenie nieaktualne
Страница удалена | Dieser Artikel wurde gelöscht | この記事は削除されました
"""
STATUS = "404 | Error 404 | Not found | HTTP 404 - Sova | Nicht gefunden | No encontrado | 未找到"
LIVING = """
How to fix 404 errors | Page not found: a short story | Not Found (band) | Error 404 (album)
Nginx 404 Not Found 的解决办法 | Room 404 | 寻找不存在的页面 | The missing page | Lost and Found
Course catalogue | 文章不存在的意义 | What is not there | Missing data in Python | The page
Not available in stores | Deleted scenes | 如何找到已删除的文件 | 不存在的骑士 | Gone with the wind
Where is the file | Unavailable: a memoir | Products | 找不到工作怎么办 | 视频课程 | 文件删除恢复教程
Video removed from YouTube: why | Search results | Error handling in Go | 404 Media | 페이지 랭크
存在しない街 | La page blanche | Seite | File not found exception in Java | Nothing | Removed
The "page not found" error | The 'page not found' error | Page not found? Here is what to do
Page not found - how to fix it | Page not found · Issue #12 · heron/reeds | HTTP 404 - MDN
404 - Wikipedia | HTTP status code 404 explained | Erreur 404 : définition | Ошибка 404 — причины
《页面不存在》 | 「ページが見つかりません」と表示される | «Страница не найдена»: почему | 404错误怎么解决 | 404.zero
Il libro scomparso | Buku yang hilang | Kayıp | Yok artık | No existe | Bestaat niet | Nicht mehr da
不存在 | 迷路了 | 見つからない | 존재하지 않는 페이지 | Tidak ada | لا يوجد | Love not found | Command not found
问题不存在 | Livre introuvable | ไม่มีหน้า | Không có trang nào
This book does not exist | Este libro no existe | Dieses Buch gibt es nicht | Kitap yok | Yazı yok
Cannot find a job | No such file or directory | Error 404 - a single by Kestrel | Sivu 404
Seite nicht gefunden – was tun? | Page 404 | หน้าที่หายไป | HTTP 404 — Википедия
Страница не найдена. Роман | Page not found – a novel | 页面不存在 - 小说 | Page not found?
Page not found? - Sova Forum | ERROR: Repository not found - Stack Overflow | FILE NOT FOUND – exhibition
Seite nicht gefunden - Gedicht
There is no spoon | No such thing as a free lunch | Expired | 页面置换算法 | 内容安全策略 | Missing
"""


def each(text: str) -> list[str]:
    return [one.strip() for one in text.replace("\n", "|").split("|") if one.strip()]


@pytest.mark.parametrize("name", each(ABSENT))
def test_it_is_not_there(name: str) -> None:
    assert says_not_found(name)


@pytest.mark.parametrize("name", each(REMOVED))
def test_it_was_there(name: str) -> None:
    assert says_removed(name)


@pytest.mark.parametrize("name", each(STATUS))
def test_it_is_only_the_status(name: str) -> None:
    assert says_404(name)


@pytest.mark.parametrize("name", each(LIVING))
def test_it_is_about_something(name: str) -> None:
    assert not any(says(name) for says in (says_not_found, says_removed, says_404))


@pytest.mark.parametrize("name", each(ABSENT))
@pytest.mark.parametrize("site", ["{} | Harbour", "Harbour - {}", "【Harbour】{}", "{} :: Harbour"])
def test_the_site_s_own_name_is_a_part_of_its_own(name: str, site: str) -> None:
    assert says_not_found(site.format(name))


@pytest.mark.parametrize(
    ("name", "uncertain"),
    [
        ("This video is no longer available", False),
        ("该文章已被删除", False),
        ("This post has been deleted", False),
        ("Page removed", False),
        ("Ce contenu n'est plus disponible", False),
        ("Video unavailable", True),
        ("This page isn’t available", True),
        ("Link expired", True),
        ("User removed – Events", True),
        ("此内容暂时无法查看", True),
        ("Dieses Video ist nicht verfügbar", True),
        ("此内容因违规无法查看", False),
    ],
)
def test_some_removals_may_be_for_now_or_only_a_note(name: str, uncertain: bool) -> None:
    assert is_uncertain(name) is uncertain


def test_a_text_mentions_it_in_a_sentence_of_its_own() -> None:
    assert mentions_absence("Guides\nSorry, this page could not be found.\nHome")
    assert not mentions_absence("Guides\nIn this lesson a page could not be found by the crawler.")
    assert mentions_absence("word " * 300 + "\nPage not found.") == "page not found"
    assert not mentions_absence("Page not found\nNotes", but=("Page  not found",))


def test_endless_titles_take_no_endless_time() -> None:
    for part in ("a ", "页", "page ", "not found ", "的", "404 ", "ไม่พบ"):
        assert not says_removed(part * 50_000)
