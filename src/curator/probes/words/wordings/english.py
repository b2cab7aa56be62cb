"""Of English; and what languages share."""

from __future__ import annotations

from typing import Final

from curator.probes.words.wordings.wording import Wording

APOLOGIES: Final = """
sorry | oops | ooops | ooooops | whoops | ohoh | uhoh | uh | oh | hmm | hm | yikes | ouch
ups | hoppla | oups | desole | desolee | ops | vaya | siento | ojej | jejda | hups | oho
hoppsan | oeps | упс | ой | извините | простите | вибачте | maaf | üzgünüz | sajnáljuk | oj
lamentamos | desculpe | désolé | scusa | helaas | beklager | beklagar | عذرا | عفوا | סליחה
אופס | متاسفیم | متاسفانه | przepraszamy | ωχ | ουπς | συγγνώμη | λυπούμαστε | ojoj | ojojoj
"""
"""Single words, fillers in every language."""

AROUND: Final = """
error | err | erreur | fehler | fout | errore | erro | fejl | feil | fel | virhe | viga | kļūda
klaida | ошибка | помилка | грешка | błąd | hata | xəta | chyba | napaka | greška | hiba | eroare
σφάλμα | lỗi | ralat | kesalahan | خطأ | خطا | خطای | שגיאה | त्रुटि | ত্রুটি | gabim
"""
"""Single words that say nothing beside the phrase, in every language."""

CODED: Final = """
404 page | 404 error page | error 404 page | 404 页面 | 404 错误页面 | 404 错误页 | 404 頁面
404 錯誤頁面 | 404 ページ | 404 エラーページ | 404 페이지 | 410 gone
"""
"""The number belongs to these, and says as little as the number alone."""

BARE: Final = """
not found | nicht gefunden | niet gevonden | non trouvé | non trouvée | pas trouvé | no encontrado
cannot get
no encontrada | não encontrado | não encontrada | non trovato | non trovata | nie znaleziono
не найдено | не найдена | не знайдено | hittades inte | ikke funnet | ikke fundet | ei löydy
ei löytynyt | nenalezeno | bulunamadı | nem található | δεν βρέθηκε | tidak ditemukan
không tìm thấy | nu a fost găsit | no trobat | lỗi không tìm thấy | لم يتم العثور | غير موجود
یافت نشد | לא נמצא | नहीं मिला | 未找到 | 找不到 | 没有找到 | 找不到了 | 見つかりません | 見つかりませんでした
찾을 수 없음 | 찾을 수 없습니다 | ไม่พบ
"""
"""Enough beside the number, or on a page with hardly anything else."""

ENGLISH: Final = Wording(
    things="""
    page | webpage | web | url | route | file | document | content | article | post | blog | entry
    course | lesson | tutorial | video | episode | playlist | channel | resource | repository | repo
    project | thread | topic | discussion | question | profile | user | account | member
    product | item | listing | event | photo | image | link | position | offer | shop | store
    collection | category | gist | notebook | dataset | paste | presentation | download
    tweet | review | ad | workspace | pages | slides | this job | the job | posting
    job posting | job listing
    """,
    gone="""
    not found | cannot be found | cant be found | can not be found | could not be found
    couldnt be found | wasnt found | isnt found | not found here | cannot be located
    not be located | could not be located | couldnt be located | cant be located | not located
    does not exist | doesnt exist | do not exist | dont exist | did not exist | didnt exist | no longer
    exists | no longer exist | not exist | never existed | non existent | nonexistent
    is not here | isnt here | isnt there | is not there | no longer here | no longer there
    not exists | does not exists | not seem to exist | doesnt seem to exist | might not exist
    may not exist | was never here
    not found on this server | not found on this site | not found on this website | cant find
    not found on our website | couldnt find | could not find | cannot find
    """,
    none="""
    cannot find | cant find | can not find | could not find | couldnt find | unable to find
    unable to locate | did not find | didnt find | no such | couldnt locate | could not locate
    not able to find | not able to locate | cant locate | cannot locate | cant seem to find | failed to find | not found
    """,
    removed="""
    no longer available | not available | unavailable | isnt available | arent available
    not available anymore | removed | deleted | taken down | expired | taken offline
    no longer online | no longer accessible | not online | doesnt exist or was removed
    removed by its author | removed by the author | deleted by the author | deleted by its owner
    removed for violating our terms of service | removed for violating youtubes terms of service
    removed for violating our community guidelines | removed for reasons of moderation
    removed from stack overflow for reasons of moderation | no longer valid | filled
    cannot be displayed | cant be displayed
    removed by the owner | removed by the user | removed by the uploader | deleted by the user
    deleted by its author | deleted by author | removed by author | removed by moderators
    missing | gone | gone missing | went missing | vanished | disappeared
    """,
    aside="""
    moved | renamed | changed | moved permanently | had its name changed | temporarily unavailable
    moved elsewhere | relocated | temporarily moved | not public | private | broken
    """,
    took="""
    author deleted | author removed | owner deleted | owner removed | uploader deleted
    uploader removed | user deleted | user removed | publisher deleted | publisher removed
    moderators removed | poster deleted | author unpublished
    """,
    whole="""
    no page found | no such page exists | no page exists | no page here | site not found
    not the page you were looking for | not the web page you are looking for
    site does not exist | website not found | nothing to see here page not found
    page missing | page gone | page gone missing | page went missing | page disappeared
    page vanished | story not found | book not found | recipe not found | job not found
    paper not found | space not found | room not found | comment not found | object not found
    file or directory not found
    not the page youre looking for | not a functioning page on our site | whitelabel error page
    the web address you entered is not a functioning page on our site
    thats a four oh four | looks like weve got some broken links
    no thread specified | invalid thread specified | no topic specified
    sorry we couldnt find what you were looking for | sorry we cant find what you were looking for
    sorry we couldnt find what youre looking for | sorry we cant find what youre looking for
    the deployment could not be found on vercel | there isnt a github pages site here
    havent been able to serve the page you asked for
    """,
    filler="""
    a an the this that it its we i you your youre youve our us were weve is are was be been has have
    had may might seems seem appears to looking looked for requested requesting trying tried
    reach access view visit see open wanted want entered typed followed clicked unfortunately
    apparently any anymore more here there looks like but so im afraid at by message requested
    youd which whatever just now im really all right currently voluntarily looked everywhere possibly perhaps another error
    """,
    joins="or and",
)
