"""Table: given names, their short forms and their forms in other languages."""

from __future__ import annotations

from typing import Final

from tui_app.core.english.word_lists import table_rows

_NAMES: Final = """
abigail abby gail |
abraham abe bram | ibrahim avraham
albert al bert bertie | alberto albrecht
alexander alex sandy alec alick sasha xander | alejandro alessandro aleksandr
    alexandre aleksander oleksandr alexandros iskander
alexandra alex sandra sasha | alessandra aleksandra oleksandra
alexis alex | alexei alexey aleksei aleksey oleksiy oleksii alessio
alfred alf alfie fred freddie | alfredo
alice ali allie | alicia
andrew andy drew | andreas andrei andrey andre andres andrea andrzej andriy ondrej
    anders antti
anne ann anna annie nancy nan hannah | ana hana hanna anya anja
anthony tony ant | antonio antoine anton antonin antoni antonius
arthur art artie | arturo artur
barbara barb babs barbie | varvara
bartholomew bart | bartolomeo bartholomaus bartolome
benedict ben | benedikt benedetto benito bento
benjamin ben benny benji | binyamin
bernard bernie | bernhard bernardo
caroline carol carrie lina | carolina karolina karoline
catherine katherine kathryn kate katie cathy kathy kitty kay kat | katharina ekaterina
    yekaterina katarina caterina catalina katerina katarzyna kateryna
charles charlie chuck chas | karl carl carlos carlo karel karol carolus
charlotte lottie lotte | carlotta
christian chris | cristian kristian christiaan
christina christine chris tina chrissie | kristina cristina kristin
christopher chris kit topher | cristobal christoph krzysztof kristof christophe
    cristoforo
clement clem | clemens klement
constantine | konstantin constantin costantino konstantinos
cornelius neil | cornelis kornel
daniel dan danny | daniil danilo
david dave davy | davide dawid daud
deborah deb debbie | debora
dennis denny | denis dionysius
dominic dom nick | dominik domenico domingo
donald don donny |
dorothy dot dolly dottie | dorothea dorota
edward ed eddie ned ted teddy | eduardo eduard edoardo
edmund ed ned | edmond edmundo
eleanor ellie nell nora | eleonora leonor eleonore
elizabeth liz lizzie beth betty bess bessie eliza libby lisa elsie | elisabeth isabel
    isabella elisabetta elzbieta yelizaveta elizaveta alzbeta
emily em | emilia emilie
emmanuel manny | manuel immanuel emanuele emanuel
eric rick | erik erich eirik
ernest ernie | ernst ernesto
eugene gene | evgeny yevgeny eugenio evgeni yevgeni eugen yevhen
eve evie | eva
ferdinand | fernando ferdinando hernando
frances fran fanny | francesca francisca franziska francoise
francis frank fran | francesco francisco francois franz frantisek franciszek ferenc
    franciscus
frederick fred freddie freddy rick | friedrich frederic federico fredrik bedrich
    fryderyk frederik
gabriel gabe | gabriele gavriil
geoffrey jeffrey geoff jeff | godfrey gottfried godefroy
george georgie | georg georges giorgio jorge jiri georgy georgi yuri juri jerzy gyorgy
    georgios goran yury
gerald gerry jerry | gerhard gerard geraldo gerardo
gregory greg | grigory grigori gregor gregorio gregoire grzegorz hryhoriy
gustav gus | gustave gustavo gustaf
harold harry hal | harald aroldo
helen nell ellie | helena elena yelena helene olena eleni ilona jelena
henry harry hank hal | heinrich henri enrique enrico hendrik henrik jindrich henryk
    henrique
herbert bert herb | heribert
hugh hughie | hugo hugues ugo
ignatius | ignacio ignatz ignazio ignace
isaac ike zac | izaak yitzhak isaak
jacob jake | jakob jakub giacobbe yakov jaakko yaakov
james jim jimmy jamie jem | jacques jaime giacomo diego santiago jago iago
jane janey jenny | johanna jana jeanne giovanna
jeremiah jerry jeremy | jeremias
jerome jerry | hieronymus geronimo girolamo
jesus joshua josh | yeshua jesu josue yehoshua
joan joanna jo | johanna juana jeanne giovanna yoanna
john johnny jack jon | johann johannes hans jean juan giovanni ivan jan jani ioannis
    joao janos jovan sean ian evan iwan ioan
jonathan jon jonny | yonatan jonatan
joseph joe joey jo | josef jose giuseppe josip yusuf yosef jozef iosif osip
josephine jo josie | josefina giuseppina
judith judy | judit yehudit
julian jules | juliano giuliano julien
julius jules | julio giulio yuliy
lawrence laurence larry laurie | lorenzo laurent lorenz laurentius lars
leonard len lenny leo | leonardo leonhard leonid
leo | leon lev leone
louis lou lewis louie | ludwig luis luigi ludovico ludvik lodewijk lajos ludwik
louise lou | luisa luise
lucy | lucia lucie luzia
luke | lucas lukas luca lukasz luc
margaret maggie meg peggy madge daisy greta rita | margarita margarete marguerite
    margherita margareta malgorzata
mark marc marcus | marco markus marcos marek
martha | marta marthe
martin marty | martino marten marcin
mary molly polly may | maria marie miriam maryam mariam mariya marya
matilda tilly | mathilde
matthew matt matty | matthias mattias matteo mateo matthaus mateusz matej matvei
    matthieu
michael mike mick mickey micky | michel miguel michele mikhail michal mikael mihai
    mykhailo mihail mikhael
moses | moshe musa mose
nathaniel nat nate nathan | natan
nicholas nick nicky klaus | nikolai nikolay nicolas nikolaus nicola niccolo mikolaj
    mykola nikola nicolaus niklas miklos
oliver ollie | olivier oliviero
patrick pat paddy rick | patricio patrice patrizio
patricia pat patty tricia trish | patrizia
paul | pablo paolo pavel paulo pawel pavlo pal
peter pete | pedro pietro pierre petr pyotr piotr petro petrus pieter petar
philip phil pip | felipe philippe filip filippo philipp
rachel rae | raquel rachele rahel
ralph rafe | raoul raul rolf
raymond ray | ramon raimund raimondo
rebecca becky becca | rebekah rebeca
richard dick rick rich richie ricky | ricardo riccardo ryszard
robert rob bob bobby robbie bert | roberto rupert ruprecht
roger rog | rogelio rudiger ruggero rogier
roland rollo | orlando rolando
rose rosie | rosa roza
samuel sam sammy | samuele shmuel
sarah sally sadie | sara
sebastian seb | sebastiano sebastien
simon si | simone simeon shimon semyon symeon
solomon sol | salomon suleiman shlomo suleyman
stephen steven steve stevie | stefan esteban stefano etienne istvan stepan stephan
    estevan stephanos
susan sue susie suzy | susanna suzanne susana zuzana
terence terry | terenzio
theodore ted teddy theo | theodor fyodor teodoro fedor feodor fedir
theresa terry tess tessa | teresa therese
thomas tom tommy | tomas tommaso tomasz toma foma
timothy tim timmy | timoteo timofei timotheus timothee
victoria vicky vic | vittoria viktoria viktoriya
victor vic | viktor vittorio
vincent vince vinny | vincenzo vicente vinzenz
vladimir | volodymyr wladimir vladimiro wlodzimierz uladzimir
walter wally walt | gualtiero valter
wenceslas | vaclav wenzel vyacheslav
william bill billy will willie willy liam | wilhelm guillaume guillermo guglielmo willem
    vilem vilhelm
zachary zach zack | zacharias zechariah zakhar
"""


def _rows(table: str) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Return the rows in which a name stands as an English one, and at all."""
    english: dict[str, frozenset[int]] = {}
    every: dict[str, frozenset[int]] = {}
    for number, line in enumerate(table_rows(table)):
        ours, theirs = line.split("|")
        for name in ours.split():
            english[name] = english.get(name, frozenset()) | {number}
        for name in (*ours.split(), *theirs.split()):
            every[name] = every.get(name, frozenset()) | {number}
    return english, every


_ENGLISH, _EVERY = _rows(_NAMES)

_NO_ROW: Final[frozenset[int]] = frozenset()


def is_short_for(one: str, other: str) -> bool:
    """Tell whether two given names are one in English: *Bill*, *William*."""
    return one != other and not _ENGLISH.get(one, _NO_ROW).isdisjoint(
        _ENGLISH.get(other, _NO_ROW)
    )


def same_given_name(one: str, other: str) -> bool:
    """Tell whether two given names are one in any language: *Karl*, *Charles*."""
    return not _EVERY.get(one, _NO_ROW).isdisjoint(_EVERY.get(other, _NO_ROW))
