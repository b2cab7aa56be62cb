"""Of the Slavic languages."""

from __future__ import annotations

from typing import Final

from curator.probes.words.wordings.wording import Wording

SLAVIC: Final = (
    Wording(  # Russian
        things="""
        страница | страницу | страницы | статья | статью | статьи | файл | файла | документ | материал
        контент | видео | курс | ссылка | ссылки | ресурс | товар | тема | темы | вопрос | профиль
        пользователь | проект | запись | записи | публикация | публикации | пост | новость | адрес
        объявление | вакансия | раздел | репозиторий | видеозапись | урок | объект
        веб страница
        """,
        gone="""
        не найдена | не найден | не найдено | не существует | не обнаружена | не обнаружено
        отсутствует | потерялась | потеряна | не удалось найти | пропала | не может найдена
        не может найден | не нашлась | не нашлось | не смогли найти | исчезла
        """,
        none="""
        не удалось найти | не найдена | не найдено | не можем найти | не смогли найти | не нашли
        не можем отыскать
        """,
        removed="""
        удалена | удален | удалено | недоступна | недоступен | недоступно | снято с публикации
        снята с публикации | не доступна | устарела | удалена автором | удалено автором
        удален автором
        """,
        aside="""
        не создана | перемещена | переименована
        перемещен | перенесена | в архив | перемещена в архив | url адрес неверный
        """,
        whole="нет страницы | страницы нет | страница 404 не найдена",
        filler="""
        эта этой эту этот это такая такой такого такую еще либо запрошенная запрашиваемая запрашиваемый запрошенный
        запрашиваемой запрошенной искомая которую который которые вы ищете искали запросили
        запрашиваете к сожалению мы была был было быть больше ваша на нашем сайте указанная указанный
        данная данный нам у нас уже здесь но прощения просим нужная
        нужная возможно могла
        """,
        joins="или и либо",
    ),
    Wording(  # Ukrainian
        things="""
        сторінка | сторінку | сторінки | стаття | статтю | файл | документ | матеріал | відео | курс
        посилання | товар | тема | питання | профіль | запис | публікація | пост | новина | ресурс
        оголошення | адреса
        """,
        gone="""
        не знайдена | не знайдено | не знайдений | не існує | відсутня | відсутній | загубилась
        загубилася | не вдалося знайти | не може знайдена | зникла
        """,
        none="не вдалося знайти | не знайдено | не можемо знайти | не знайшли | не змогли знайти",
        removed="видалена | видалено | видалений | недоступна | недоступний | недоступне",
        aside="""
        переміщена | переміщено | видалена
        """,
        filler="""
        ця цієї цю цей така такої запитана запитувана запитану яку який ви шукаєте шукали на жаль
        перепрошуємо ми була бути більше потрібна вже тут нам але
        намагаєтесь намагаєтеся відкрити знайти запитали
        """,
        joins="або чи та і",
    ),
    Wording(  # Belarusian
        things="старонка | старонку | старонкі | артыкул | файл | дакумент",
        gone="не знойдзена | не знойдзены | не існуе | не знойдзеная | адсутнічае",
        none="не знойдзена",
        filler="гэта гэтая такая такой якую вы шукаеце на жаль прабачце запытаная",
    ),
    Wording(  # Bulgarian, Macedonian
        things="""
        страница | страницата | статията | статия | файлът | файл | документът | съдържанието
        видеото | курсът | продуктът | публикацията | обявата | статијата | содржината
        """,
        gone="""
        не е намерена | не е намерен | не съществува | не беше намерена | липсва | не е открита
        не може да бъде намерена | не бе намерена | не е пронајдена | не постои | не е най дена
        не е намерено | не може да бъде открита
        """,
        none="не намерихме | не можем да намерим | не можахме да намерим",
        removed="не е налична | не е наличен | изтрита | изтрит | премахната | премахнат | избришана",
        aside="""
        преместена | е преместена | била преместена
        """,
        filler="тази този това която търсите търсената исканата търсена съжаляваме за жалост вече опа оваа",
        joins="или и",
    ),
    Wording(  # Serbian, Croatian, Bosnian, Slovene
        things="""
        stranica | stranicu | stranice | strana | stranu | članak | datoteka | sadržaj | video
        proizvod | dokument | oglas | страница | страну | страна | страницу | чланак | stran | strani
        spletna | vsebina | članka
        """,
        gone="""
        nije pronađena | nije pronađen | nije pronadjena | ne postoji | nije nađena | nije nadjena
        nije moguće pronaći | није пронађена | није пронађен | не постоји | ni najdena | ni najden
        ni bila najdena | ni mogoče najti | ne obstaja | nije dostupna ili ne postoji | више не постоји
        """,
        none="nije moguće pronaći | ne možemo pronaći | nismo pronašli | ni mogoče najti | ne najdemo",
        removed="""
        nije dostupna | nije dostupan | uklonjena | uklonjen | obrisana | obrisan | izbrisana
        ni na voljo | odstranjena
        """,
        aside="""
        premještena | premeštena | je premještena | je premeštena | premaknjena
        је премештена
        """,
        filler="""
        tražena traženi traženu ova ovaj koju tražite zao nam je nažalost više тражена ова коју тражите
        ta ki jo iščete iskana zahtevana žal zahtevane
        """,
        joins="ili i ali",
    ),
    Wording(  # Polish
        things="""
        strona | strony | stronę | artykuł | artykułu | plik | pliku | dokument | dokumentu | treść
        treści | film | filmu | kurs | kursu | zasób | link | wideo | produkt | produktu | post | wpis
        wpisu | temat | pytanie | pytania | profil | użytkownik | projekt | ogłoszenie | ogłoszenia
        oferta | oferty | adres | podstrona
        """,
        gone="""
        nie znaleziona | nie znaleziono | nie istnieje | nie została znaleziona | nie znaleziony
        nie został znaleziony | nie odnaleziona | nie odnaleziono | nie może zostać znaleziona
        zaginęła | nieznaleziona | nie zostało znalezione | zniknęła
        """,
        none="""
        nie znaleziono | nie odnaleziono | nie można znaleźć | nie mogliśmy znaleźć | nie ma
        nie udało się znaleźć | nie możemy znaleźć | nie znaleźliśmy
        """,
        removed="""
        niedostępna | niedostępny | niedostępne | nie jest dostępna | nie jest dostępny | usunięta
        usunięty | usunięto | wygasła | wygasł | wygasło | nieaktualne | nieaktualna | została usunięta | został usunięty
        """,
        whole="brak strony | strony nie ma",
        aside="""
        przeniesiona | przeniesiony | została przeniesiona | został przeniesiony
        """,
        filler="""
        ta ten to tej tego taka taki takie jest takiej takiego której którego której szukasz szukana szukany szukanej żądana
        żądanej żądany podana podanej podany niestety już została został zostało wyszukiwana która który
        poszukujesz ale wygląda na że tutaj
        lub być może
        """,
        joins="lub albo i",
    ),
    Wording(  # Czech
        things="""
        stránka | stránku | stránky | článek | soubor | dokument | obsah | video | kurz | odkaz
        produkt | příspěvek | téma | otázka | profil | projekt | inzerát | adresa
        """,
        gone="""
        nenalezena | nenalezen | nenalezeno | nebyla nalezena | nebyl nalezen | neexistuje
        nelze nalézt | nenašla | nebylo nalezeno | chybí | nenašli jsme | nepodařilo najít
        nelze najít
        """,
        none="nelze nalézt | nenašli jsme | nepodařilo najít | nemůžeme najít | nelze najít",
        removed="""
        není dostupná | není dostupný | není k dispozici | byla odstraněna | byl odstraněn
        odstraněna | odstraněn | smazána | smazán | byla smazána | byl smazán | vypršela | vypršel
        """,
        aside="""
        přesunuta | přesunut | byla přesunuta | byl přesunut
        """,
        filler="""
        tato tento toto tuto požadovaná požadovaný požadovanou hledaná hledaný hledanou která kterou
        hledáte je nám líto bohužel omlouváme se vámi již už ale zadaná
        """,
        joins="nebo či a",
    ),
    Wording(  # Slovak
        things="""
        stránka | stránku | stránky | článok | súbor | dokument | obsah | video | kurz | odkaz
        produkt | príspevok | otázka | profil
        """,
        gone="""
        nenájdená | nenájdený | nenájdené | nebola nájdená | nebol nájdený | neexistuje | nenašla
        nenašiel | nie je možné nájsť | nemožno nájsť | chýba | nenašli sme
        """,
        none="nenašli sme | nemožno nájsť | nepodarilo nájsť",
        removed="""
        nie je dostupná | nedostupná | bola odstránená | odstránená | vymazaná | bola vymazaná
        """,
        aside="""
        presunutá | presunutý | bola presunutá | bol presunutý
        """,
        filler="táto tento požadovaná požadovaný hľadaná ktorú hľadáte ľutujeme bohužiaľ ospravedlňujeme sa už vami je",
        joins="alebo a",
    ),
)
