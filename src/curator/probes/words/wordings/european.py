"""Of further languages of Europe and around it."""

from __future__ import annotations

from typing import Final

from curator.probes.words.wordings.wording import Wording

OTHER_EUROPEAN: Final = (
    Wording(  # Finnish
        things="""
        sivua | sivu | artikkelia | artikkeli | tiedostoa | tiedosto | dokumenttia | sisältöä | sisältö
        videota | video | kurssia | linkkiä | tuotetta | osoitetta | viestiä | kysymystä | profiilia
        julkaisua | ilmoitusta
        """,
        gone="""
        ei löydy | ei löytynyt | ei ole olemassa | puuttuu | ei voitu löytää | ei löydetty
        ei voi löytää
        """,
        none="ei löytynyt | ei löydy | emme löytäneet | emme löydä",
        removed="ei ole saatavilla | poistettu | on poistettu | ei saatavilla | vanhentunut",
        aside="""
        siirretty | on siirretty | on poistettu
        """,
        filler="""
        etsimääsi etsimäsi pyydettyä pyytämääsi hakemaasi haettua tätä tämä valitettavasti pahoittelut
        pahoittelemme enää jota etsit antamaasi
        """,
        joins="tai ja",
    ),
    Wording(  # Estonian
        things="lehte | leht | lehekülge | lehekülg | artiklit | faili | sisu",
        gone="ei leitud | ei leita | ei ole olemas | puudub | ei eksisteeri | pole olemas",
        none="ei leitud | ei leidnud",
        filler="see seda otsitud otsitavat soovitud kahjuks vabandust teie poolt mida otsite me",
    ),
    Wording(  # Latvian, Lithuanian
        things="lapa | lapu | raksts | fails | saturs | puslapis | puslapio | straipsnis | failas | turinys",
        gone="""
        nav atrasta | nav atrasts | neeksistē | netika atrasta | nerastas | neegzistuoja
        nebuvo rastas | rasti nepavyko | nav atrodama
        """,
        none="nevar atrast | nevaram atrast | neradome | nepavyko rasti",
        filler="šī meklētā pieprasītā jūsu diemžēl šis ieškomas jūsų ieškotas deja prašomas atsiprašome",
    ),
    Wording(  # Greek
        things="""
        σελίδα | σελίδας | άρθρο | αρχείο | έγγραφο | περιεχόμενο | βίντεο | μάθημα | σύνδεσμος
        προϊόν | ανάρτηση | ιστοσελίδα | διεύθυνση
        """,
        gone="""
        δεν βρέθηκε | δε βρέθηκε | δεν υπάρχει | δεν μπορεί να βρεθεί | δεν εντοπίστηκε
        δεν μπόρεσε να βρεθεί | δε υπάρχει | λείπει
        """,
        none="δεν βρέθηκε | δεν μπορούμε να βρούμε | δεν βρήκαμε | δεν μπορέσαμε να βρούμε",
        removed="""
        δεν είναι διαθέσιμη | δεν είναι διαθέσιμο | διαγράφηκε | έχει διαγραφεί | αφαιρέθηκε
        έχει αφαιρεθεί | μη διαθέσιμη | μη διαθέσιμο
        """,
        aside="""
        έχει μετακινηθεί | μετακινήθηκε | έχει μεταφερθεί
        """,
        filler="""
        η το ο την τη αυτή αυτό που ζητήσατε ψάχνετε αναζητάτε ζητήθηκε δυστυχώς πια πλέον σας
        αναζητήσατε ψάχνεις αλλά
        """,
        joins="ή και",
    ),
    Wording(  # Hungarian
        things="""
        oldal | oldalt | weboldal | aloldal | lap | cikk | fájl | dokumentum | tartalom | videó
        kurzus | hivatkozás | link | termék | bejegyzés | téma | kérdés | profil | hirdetés
        """,
        gone="nem található | nem létezik | nem találtuk | hiányzik | nem találjuk | nincs",
        none="nem találjuk | nem találtuk | nincs ilyen | nem található",
        removed="nem elérhető | törölték | törölve | eltávolították | lejárt | megszűnt",
        aside="""
        áthelyezték | átnevezték | áthelyezésre került
        """,
        filler="""
        az a ez ezt keresett kért által ön kívánt sajnos elnézést már meg keresed amit amelyet keresel
        keres többé
        """,
        joins="vagy és",
    ),
    Wording(  # Turkish, Azerbaijani
        things="""
        sayfa | sayfayı | sayfanız | sayfası | makale | makaleyi | dosya | içerik | içeriği | video
        videoyu | kurs | belge | bağlantı | ürün | ürünü | konu | soru | profil | proje | kullanıcı
        ilan | haber | yazı | yazıyı | adres | sayfaya | səhifə | səhifəni
        """,
        gone="""
        bulunamadı | bulunamıyor | bulunmuyor | mevcut değil | bulunmamaktadır | ulaşılamıyor
        bulamadık | mevcut değildir | bulunmamakta | tapılmadı | mövcud deyil | bulunamamıştır
        """,
        removed="""
        kaldırıldı | silindi | silinmiş | kaldırılmış | yayından kaldırıldı | süresi doldu
        yayından kaldırılmıştır | kaldırılmıştır | silinmiştir | yayında değil | kullanılamıyor
        """,
        whole="böyle bir sayfa yok",
        aside="""
        taşınmış | taşındı | değiştirilmiş
        """,
        filler="""
        bu bir böyle aradığınız aradığın istediğiniz istenen talep edilen ettiğiniz ulaşmak görmek
        maalesef ne yazık ki özür dileriz hay aksi artık biz olabilir axtardığınız erişmek gitmek
        çalıştığınız
        kaldırılmış
        """,
        joins="veya ya da ve",
    ),
    Wording(  # Basque, Albanian
        things="orria | orrialdea | faqja | faqe | artikulli",
        gone="ez da aurkitu | ez da existitzen | nuk u gjet | nuk ekziston | nuk gjendet | ez da aurkitzen",
        none="ez da aurkitu | nuk u gjet",
        filler="eskatutako bilatzen ari zaren kjo e kërkuar që kërkuat po kërkoni na vjen keq barkatu",
    ),
    Wording(  # Georgian, Armenian
        things="გვერდი | სტატია | ფაილი | էջը | էջ | հոդվածը | მასალა",
        gone="ვერ მოიძებნა | არ არსებობს | არ მოიძებნა | չի գտնվել | գոյություն չունի | չգտնվեց",
        filler="თქვენ მიერ მოთხოვნილი მითითებული ეს სამწუხაროდ ներեցեք այս ձեր փնտրած",
    ),
)
