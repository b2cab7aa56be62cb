"""Of the Romance languages."""

from __future__ import annotations

from typing import Final

from curator.probes.words.wordings.wording import Wording

ROMANCE: Final = (
    Wording(  # French
        things="""
        page | article | larticle | fichier | document | contenu | contenus | vidéo | cours | lien
        ressource | url | lurl | adresse | ladresse | produit | annonce | lannonce | sujet | question
        profil | utilisateur | lutilisateur | projet | billet | post | publication | événement
        lévénement | offre | loffre | discussion | site | fiche
        """,
        gone="""
        introuvable | non trouvée | non trouvé | pas trouvée | pas trouvé
        inexistante | inexistant | nexiste pas | nexiste plus | na pas trouvée | na pas trouvé
        na pas pu trouvée | na pas pu trouvé | a disparu | nexiste pas ou plus | nest pas trouvée
        na pu trouvée | na pu trouvé
        """,
        none="""
        impossible de trouver | ne trouvons pas | navons pas trouvé | ne pouvons pas trouver
        navons pas pu trouver | ne parvenons pas à trouver | navons pas réussi à trouver
        """,
        removed="""
        plus disponible | indisponible | non disponible | pas disponible | nest plus disponible
        nest pas disponible | supprimée | supprimé | a supprimée | a supprimé | retirée | retiré
        a retiré | a retirée | expirée | expiré | a expiré | nest plus en ligne | plus en ligne
        nest plus accessible
        suprimée | suprimé | a suprimée | a suprimé
        """,
        whole="aucune page trouvée | aucune page ne correspond | il ny a pas de page ici",
        aside="""
        déplacée | déplacé | a déplacée | a déplacé | renommée | renommé
        """,
        filler="""
        la le les cette ce cet que vous tu nous avez demandée demandé demandez recherchez recherchée
        recherché cherchez cherchée cherches cherché souhaitez consulter visiter voir atteindre est
        été être votre notre il semble malheureusement elle sommes désolés mais nos à quoi essayez
        auquel à laquelle accéder web
        encore semblerait que
        """,
        joins="ou et",
    ),
    Wording(  # Spanish
        things="""
        página | artículo | archivo | fichero | documento | contenido | vídeo | curso | recurso
        enlace | url | dirección | producto | publicación | entrada | tema | pregunta | perfil
        usuario | proyecto | anuncio | evento | oferta | noticia | post | web
        """,
        gone="""
        no encontrada | no encontrado | no existe | no se encuentra | no se encontró
        no se ha encontrado | no ha sido encontrada | no ha sido encontrado | no fue encontrada
        no fue encontrado | no se pudo encontrar | no se puede encontrar | inexistente
        ya no existe | no localizada | no localizado | no hallada | no ha podido encontrar
        no se ha podido encontrar | no se encuentra disponible
        """,
        none="""
        no se encontró | no se ha encontrado | no se encuentra | no encontramos | no existe
        no hemos encontrado | no se pudo encontrar | no podemos encontrar | no pudimos encontrar
        no se puede encontrar | no se ha podido encontrar | no hay ninguna | no existe ninguna
        no hemos podido encontrar
        """,
        removed="""
        ya no disponible | no disponible | eliminada | eliminado | sido eliminada | sido eliminado
        fue eliminada | fue eliminado | borrada | borrado | retirado | retirada | caducado
        expirado | caducó | expiró | sido retirado | sido borrado
        """,
        aside="""
        sido movida | sido movido | se ha movido | movida | movido | cambiado | trasladada
        trasladado
        """,
        filler="""
        la el los las esta este esa ese que usted tú buscas buscaba busca buscabas buscando estás
        estabas solicitada solicitado ha has intentas intentando acceder visitar ver quieres lo
        sentimos siento disculpa disculpe perdón pero su tu aquí parece a solicitaste solicitó
        pides requerida más lamentablemente
        """,
        joins="o y",
    ),
    Wording(  # Portuguese
        things="""
        página | artigo | ficheiro | arquivo | documento | conteúdo | vídeo | curso | recurso | link
        ligação | url | endereço | produto | publicação | postagem | post | tópico | pergunta
        perfil | usuário | utilizador | projeto | anúncio | evento | notícia | vaga
        """,
        gone="""
        não encontrada | não encontrado | não existe | inexistente | não localizada | sumiu
        não foi encontrada | não foi encontrado | não localizado | não pôde encontrada
        não pôde encontrado | não pode encontrada | não pode encontrado | não foi possível encontrar | já não existe | não está aqui
        """,
        none="""
        não encontramos | não foi possível encontrar | não conseguimos encontrar | não existe
        não foi encontrada | não foi encontrado | não localizamos
        """,
        removed="""
        não disponível | indisponível | já não disponível | removida | removido | excluída
        excluído | apagada | apagado | eliminada | eliminado | expirou | expirado
        """,
        aside="""
        movida | movido | foi movida | foi movido | renomeada | renomeado
        """,
        filler="""
        a o as os esta este essa esse que você tu procura procurava procurou está procurando
        buscando solicitada solicitado requisitada requisitado pediu tentou acessar aceder visitar
        desculpa pedimos desculpas foi ser sua mais parece nós infelizmente quer ver tentando
        requerida sendo mas
        ter pode já essa
        """,
        joins="ou e",
    ),
    Wording(  # Italian
        things="""
        pagina | articolo | larticolo | file | documento | contenuto | video | corso | risorsa | link
        collegamento | url | indirizzo | lindirizzo | prodotto | post | discussione | domanda
        profilo | utente | lutente | progetto | annuncio | lannuncio | evento | levento | notizia
        offerta | lofferta
        """,
        gone="""
        non trovata | non trovato | inesistente | non esiste | introvabile | non presente
        non può trovata | non può trovato
        """,
        none="""
        impossibile trovare | non riusciamo a trovare | non abbiamo trovato | non esiste
        non possibile trovare | non stato possibile trovare | non troviamo
        """,
        removed="""
        non disponibile | rimossa | rimosso | eliminata | eliminato | cancellata | cancellato
        scaduta | scaduto
        """,
        aside="""
        spostata | spostato | stata spostata | stato spostato | rinominata
        """,
        filler="""
        la il lo i le questa questo che stai cercando cerchi cercavi state hai richiesta richiesto
        cercata cercato siamo spiacenti ci dispiace spiacente scusate è stata stato essere tua più
        purtroppo ma visualizzare vuoi visitare sembra avete web
        """,
        joins="o e",
    ),
    Wording(  # Catalan, Galician
        things="""
        pàgina | páxina | article | larticle | fitxer | arxiu | document | contingut | vídeo | curs
        enllaç | producte | artigo | arquivo | contido
        """,
        gone="""
        no trobada | no trobat | no sha trobat | no existeix | no sha pogut trobar | non atopada
        no ha estat trobada | non existe | non se atopou | non atopado | non encontrada
        """,
        none="no sha trobat | no hem trobat | no trobem | non se atopou | no sha pogut trobar",
        removed="no està disponible | no disponible | eliminada | eliminat | non dispoñible",
        filler="la el a o aquesta aquest esta este que cerques busques busca buscas ho sentim sentímolo",
    ),
    Wording(  # Romanian
        things="""
        pagina | articolul | fișierul | documentul | conținutul | videoclipul | cursul | linkul
        produsul | postarea | subiectul | întrebarea | profilul | anunțul | adresa | oferta
        """,
        gone="""
        nu a fost găsită | nu a fost găsit | nu există | negăsită | inexistentă | lipsește
        nu poate fi găsită | nu poate fi găsit | nu s a găsit | nu se găsește | nu a putut fi găsită
        """,
        none="nu am găsit | nu s a găsit | nu există | nu putem găsi | nu am putut găsi",
        removed="""
        nu este disponibilă | nu este disponibil | indisponibilă | indisponibil | a fost ștearsă
        a fost șters | a fost eliminată | a fost eliminat | a expirat
        """,
        aside="""
        mutată | mutat | a fost mutată | a fost mutat
        """,
        filler="""
        această acest pe care o îl căutați cauți căutată ai căutat solicitată solicitat cerută ne
        pare rău scuze din păcate mai ați solicitat
        """,
        joins="sau și",
    ),
)
