"""The small words that tell which of some European languages a text is in.

Closed classes only: articles, pronouns, prepositions, conjunctions, auxiliaries,
words that ask, deny and count. A word may stand in several languages; what it tells
is the less, the more have it.
"""

from __future__ import annotations

from typing import Final

SMALL_WORDS: Final = {
    "en": """
        the of and to is was were that with for by from he she it his her hers its
        they their them this these those which are be been being am have has had
        having not no at as said will would there on in a an who whom whose i me my
        mine we us our you your do does did done doing don't didn't doesn't isn't
        wasn't won't can't can could may might must shall should never nothing nobody
        none ever only also but or nor if then than when where why how what all any
        some each every both few more most much many other another such own same so
        too very just about after again against before below between during into
        over under out up down off through until upon while because since though
        half here now""",
    "de": """
        der die und das in den von zu mit sich des auf für ist im dem nicht ein eine
        einen einem einer eines ich du er sie es wir ihr mich dich ihn ihm ihnen uns
        euch mein meine meinen dein deine sein seine seinen seiner ihre ihren ihrem
        unser unsere habe hast hat haben hatte hatten bin bist sind war waren wird
        werden wurde wurden kann können konnte muss müssen musste soll sollen sollte
        will wollen wollte darf dürfen mag möchte nie niemals niemand nichts kein
        keine keinen keinem keiner keines nur noch schon auch doch denn dann wenn
        weil dass ob aber oder als wie was wer wo wann warum hier dort heute gestern
        morgen jetzt immer wieder sehr mehr viel alle allem allen jeder jede jedes
        diese dieser dieses diesem jener an am um bis bei nach vor aus über unter
        durch gegen ohne seit zum zur vom beim ins etwa rund davon dabei uhr halb
        viertel gibt man zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
        zwanzig hundert tausend million millionen milliarde milliarden prozent""",
    "fr": """
        le la les de des et un une du en que à est pour dans qui sur au aux pas plus
        je tu il elle on nous vous ils elles me te se lui leur leurs eux moi toi mon
        ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces cela ça
        ai as a avons avez ont avait avaient suis es sommes êtes sont était étaient
        été sera seront soit peut peuvent doit doivent va vont fait faut ne ni jamais
        rien personne aucun aucune guère mais ou où donc car si quand comme comment
        pourquoi quel quelle quels quelles dont par avec sans sous entre vers chez
        depuis pendant avant après contre jusque très trop bien aussi encore déjà
        toujours ici là hier demain tout toute tous toutes même autre autres y heure
        heures deux trois quatre cinq sept huit neuf dix onze douze vingt trente cent
        mille million millions milliard milliards""",
    "it": """
        il lo la i gli le di del dello della dei degli delle che e ed è un uno una
        per in nel nello nella nei nelle non con si da dal dalla dai dalle a ad al
        allo alla ai alle sul sulla sui sulle io tu lui lei noi voi loro mi ti ci vi
        ne mio mia tuo tua suo sua suoi sue nostro questo questa questi queste quello
        quella quel ho hai ha abbiamo hanno aveva avevano sono sei siamo siete era
        erano stato stata stati fu può possono deve devono va vanno c'è mai nessuno
        nessuna nessun niente nulla neppure nemmeno né ma o oppure se quando come
        dove perché chi cosa quale senza sopra sotto tra fra fino verso contro molto
        più anche ancora già sempre ogni qui lì qua là ieri oggi domani tutto tutta
        tutti tutte stesso altro altra altri ore mezza mezzo due tre quattro cinque
        sette otto nove dieci undici dodici venti trenta cento mille mila milione
        milioni miliardo miliardi""",
    "es": """
        el la los las de del y que en un una unos unas se por con para es su sus al
        no lo le les yo tú él ella nosotros ustedes ellos ellas me te nos os mi mis
        tu nuestro nuestra este esta estos estas ese esa eso esto aquel he has ha
        hemos han había habían soy eres somos son era eran fue fueron está están
        estaba estaban ser sido será puede pueden debe deben va van hay nunca jamás
        nada nadie ningún ninguno ninguna tampoco pero sino o u ni si cuando como
        cómo qué quién quien dónde donde cuál porque aunque sin sobre entre desde
        hasta hacia contra según muy más también ya aún todavía siempre aquí allí
        ayer hoy mañana todo toda todos todas mismo misma otro otra otros otras algo
        alguien media hora horas dos tres cuatro cinco seis siete ocho nueve diez
        once doce veinte treinta cien ciento mil millón millones""",
    "pt": """
        o a os as de do da dos das e que em no na nos nas um uma uns umas para por
        com não se ao à aos às é su seu sua seus suas eu tu ele ela nós vós você
        vocês eles elas me te lhe lhes meu minha teu tua nosso nossa este esta estes
        estas esse essa isso isto aquele aquela aquilo tenho tem têm tinha tinham sou
        és somos são era eram foi foram está estão estava estavam ser sido será pode
        podem deve devem vai vão há nunca jamais nada ninguém nenhum nenhuma tampouco
        mas ou nem quando como onde quem qual porque embora sem sobre entre desde até
        contra segundo muito mais também já ainda sempre aqui ali lá ontem hoje
        amanhã tudo todo toda todos todas mesmo mesma outro outra algo alguém pelo
        pela pelos pelas num numa dele dela meia hora horas dois duas três quatro
        cinco seis sete oito nove dez onze doze vinte trinta cem cento mil milhão
        milhões bilhão bilhões""",
    "nl": """
        de het een van en in is dat op te zijn met voor niet aan er die ik jij je hij
        zij ze wij we jullie hen hun mij me jou ons onze mijn jouw haar heb hebt
        heeft hebben had hadden ben bent was waren wordt worden werd werden kan
        kunnen kon moet moeten moest zal zullen zou wil willen mag mogen geen nooit
        niemand niets nergens maar of als dan omdat toen want wie wat waar wanneer
        hoe waarom bij naar uit over onder door tegen zonder sinds tot om na tussen
        zeer veel meer ook nog al altijd hier daar nu gisteren vandaag morgen alle
        alles iedereen iets iemand deze dit andere ander zelf uur half kwart twee
        drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd
        duizend miljoen miljard procent""",
    "sv": """
        och att det som en på är inte av för med till den har ett om jag du han hon
        vi ni de inget ingen aldrig men eller när hur vad var från efter under vid
        ska kan måste sig sin hade blev""",
    "da": """
        og at det er en af til på som for de med den ikke der har jeg du han hun vi
        et ingen aldrig men eller når hvordan hvad var fra efter under ved skal kan
        må sig sin havde blev""",
    "no": """
        og i det er en på som for av til med at har de ikke et jeg du han hun vi
        ingen aldri men eller når hvordan hva var fra etter under ved skal kan må
        seg sin hadde ble""",
    "fi": """
        ja on oli ei se että hän mutta kun myös joka ovat tai jos minä sinä me te he
        en et emme eivät ole ollut tämä nyt""",
    "pl": """
        w i na z się nie do że to o jest po jak za przez od ja ty on ona my wy oni są
        był była było ale czy co gdzie kiedy nic nikt nigdy""",
    "cs": """
        a v se na je že s z do o k i jako za by pro já ty on ona my vy jsou byl byla
        bylo ale nebo co kde když nic nikdo nikdy není""",
    "hu": """
        a az és hogy nem is egy ez meg volt csak de azt mint én te ő mi ti ők vagy
        ha van vannak soha semmi senki""",
    "tr": """
        ve bir bu da de için ile olarak çok daha olan gibi ne ben sen biz siz onlar
        değil var yok hiç ama""",
    "ro": """
        și de în la a cu pe că nu este din care mai pentru eu tu el ea noi voi ei
        sunt era au fost un o dar sau când niciodată nimic nimeni""",
    "id": """
        yang dan di dengan untuk dari ini itu pada tidak dalam akan saya dia kami
        mereka adalah""",
    "vi": """
        và của là có các cho được không một những trong với tôi anh bạn này đã sẽ""",
    "ca": """
        el la de i que els les en un una per amb no del jo tu ell ella nosaltres vostè
        és són era ha han hi però o quan com mai res ningú cap aquest aquesta""",
}

ELISIONS: Final = {
    "fr": "n' l' d' qu' j' c' s' m' t' jusqu' lorsqu' puisqu' quelqu' aujourd'",
    "it": "l' d' c' un' dell' all' nell' dall' sull' quest' quell' dov' com' anch' s'",
    "ca": "n' l' d' s' m' t'",
}

"""Small words cut short before a vowel; alone they are no words of English."""

LETTERS: Final = {
    "de": "äöüß",
    "fr": "àâçèéêëîïôùûœ",
    "es": "áéíóúñ¿¡",
    "it": "àèéìòù",
    "pt": "áàâãçéêíóôõú",
    "nl": "ëïé",
    "sv": "åäö",
    "da": "æøå",
    "no": "æøå",
    "fi": "äö",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "hu": "áéíóöőúüű",
    "tr": "çğıöşü",
    "ro": "ăâîșț",
    "vi": "ăâđêôơư",
    "ca": "àçèéíïòóúü",
}

"""Letters and marks beside those of English."""

IN_ENGLISH_TEXTS: Final = """
    die den son sin dat elf april august september november mars jan feb sept sep
    oct okt nov dec set mar apr jul jun minute minutes second meter liter gram mile
    miles hectare hectares tag per mil main ore once van pour hat ou mag minuten
    tonne tonnes litre litres kilogram kilometer age dos nos sous week million due
    met con com op metro un os na si ma tot cent ora em seconds tra su sera mais
    centimeter millimeter december tu te ten man men hen plus par me des en se ad ago
    ale ben bent bin biz cap car care chi come comment doze door dove ell encore era
    gen gramme grammes hoe hoy jag jest lug mayo media meg mint para pendant pro
    seine sen soy sue till ton tout volt want war yang millions
"""

"""Words of other languages that stand in English texts, or are English ones."""
