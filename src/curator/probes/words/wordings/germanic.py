"""Of the Germanic languages but English."""

from __future__ import annotations

from typing import Final

from curator.probes.words.wordings.wording import Wording

GERMANIC: Final = (
    Wording(  # German
        things="""
        seite | webseite | internetseite | artikel | beitrag | post | eintrag | datei | dokument
        inhalt | inhalte | kurs | video | link | url | adresse | produkt | thema | frage | profil
        benutzer | nutzer | projekt | thread | ressource | objekt | veranstaltung
        stelle | stellenanzeige | anzeige | angebot | repository | lektion | unterseite
        """,
        gone="""
        nicht gefunden | nicht auffindbar | existiert nicht | gibt nicht | gibts nicht | fehlt
        nicht vorhanden | nicht existent | nicht finden | gibt es nicht
        """,
        removed="""
        nicht verfügbar | gelöscht | entfernt | abgelaufen | nicht länger verfügbar
        nicht online | offline genommen
        """,
        aside="""
        umgezogen | verschoben | umbenannt
        verlegt | verschoben worden
        """,
        whole="keine seite gefunden | hier gibt es keine seite | kein solcher artikel",
        filler="""
        die der das den dem des nein diese dieser dieses diesen von ihnen ihr ihre euch dir gesuchte
        gesuchten gesuchter gesuchtes angeforderte angeforderten angefragte aufgerufene gewünschte
        gewünschten gewählte eingegebene angegebene leider wir ich konnte konnten kann können
        werden wurde worden ist sind hat haben habe es sie nach suchen suchst du dass scheint zu
        mehr hier unter auf entschuldigung tut uns leid wurden diesem server angefordert ein eine
        """,
        joins="oder und",
    ),
    Wording(  # Dutch
        things="""
        pagina | webpagina | artikel | bestand | document | inhoud | video | cursus | link | url
        adres | product | bericht | onderwerp | vraag | profiel | gebruiker | project | vacature
        evenement | advertentie
        """,
        gone="""
        niet gevonden | bestaat niet | onvindbaar | niet vinden | ontbreekt | niet aanwezig
        bestaat niet langer | kwijt
        """,
        removed="niet beschikbaar | verwijderd | verlopen | niet langer beschikbaar",
        aside="""
        verhuisd | verplaatst
        """,
        filler="""
        de het deze dit die dat je u jij uw jouw zoekt zocht opgevraagde gevraagde gezochte wij we
        kan kon konden kunnen werd is zijn worden meer naar waar hebben hebt opgevraagd probeert
        te bezoeken bekijken op onze site helaas was bent
        is zijn
        """,
        joins="of en",
    ),
    Wording(  # Swedish
        things="""
        sidan | sida | webbsidan | artikeln | artikel | filen | fil | dokumentet | innehållet
        innehåll | videon | kursen | länken | adressen | produkten | inlägget | inlägg | frågan
        profilen | annonsen | url | tråden
        """,
        gone="""
        hittades inte | hittas inte | kunde inte hittas | kan inte hittas | finns inte | saknas
        existerar inte | inte hittad | ej hittad | inte hitta | försvunnen | har försvunnit
        verkar inte finnas | inte finnas | inte existera
        """,
        none="hittar inte | hittade inte | kan inte hitta | kunde inte hitta",
        removed="""
        inte tillgänglig | inte tillgängligt | borttagen | borttaget | tagits bort | raderad
        raderats | utgått | otillgänglig | tagits ned
        """,
        aside="""
        flyttats | flyttad | bytt namn
        """,
        filler="""
        den det denna detta du söker sökte begärda efterfrågade som vi tyvärr ursäkta längre din
        försöker nå besöka att letar letade efter är har kvar här
        verkar kan ha här nu den
        """,
        joins="eller och",
    ),
    Wording(  # Norwegian
        things="""
        siden | side | nettsiden | artikkelen | artikkel | filen | dokumentet | innholdet | videoen
        kurset | lenken | adressen | produktet | innlegget | spørsmålet | profilen | annonsen
        """,
        gone="""
        ikke funnet | finnes ikke | eksisterer ikke | kan ikke finnes | mangler | ikke finne
        ikke å finne | er borte
        """,
        none="fant ikke | finner ikke | kan ikke finne | kunne ikke finne | klarte ikke å finne",
        removed="ikke tilgjengelig | slettet | fjernet | utløpt | utilgjengelig",
        aside="""
        flyttet | flytta
        """,
        filler="""
        den det denne dette du leter lette etter ba om som vi dessverre ble lenger her har er å
        prøver besøke blitt
        """,
        joins="eller og",
    ),
    Wording(  # Danish
        things="""
        siden | side | artiklen | artikel | filen | dokumentet | indholdet | videoen | kurset
        linket | adressen | produktet | indlægget | spørgsmålet | profilen | annoncen
        """,
        gone="""
        ikke fundet | findes ikke | eksisterer ikke | kunne ikke findes | kan ikke findes
        mangler | ikke finde | er væk
        """,
        none="kan ikke finde | kunne ikke finde | fandt ikke | kan desværre ikke finde",
        removed="ikke tilgængelig | slettet | fjernet | udløbet | utilgængelig",
        aside="""
        flyttet
        """,
        filler="""
        den det denne dette du leder ledte efter søger søgte som vi desværre blev længere her har
        er prøver besøge blevet
        """,
        joins="eller og",
    ),
    Wording(  # Icelandic
        things="síðan | síða | síðuna | greinin | skjalið | skráin | efnið | myndbandið",
        gone="fannst ekki | er ekki til | finnst ekki | ekki til",
        none="fannst ekki | ekki fannst | fundum ekki",
        filler="þessi sem þú leitar ert að leita því miður við er",
        joins="eða",
    ),
    Wording(  # Afrikaans
        things="bladsy | artikel | lêer | dokument | inhoud",
        gone="nie gevind nie | nie gevind | bestaan nie | kon nie gevind word nie | bestaan nie meer nie",
        filler="die hierdie jy soek jammer",
    ),
)
