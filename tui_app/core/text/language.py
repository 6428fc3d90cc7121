"""The language of a text, guessed; whether it is English; its use of capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tui_app.core.text.characters import is_plain_small

_SAMPLE = 8000  # characters from the beginning and as many from the middle

_DEFAULT = "en"

_FEWEST_WORDS = 2

# First code point of a run of letters, last one, script.
_SCRIPTS = (
    (0x41, 0x24F, "latin"),
    (0x370, 0x3FF, "el"),
    (0x400, 0x52F, "cyrillic"),
    (0x530, 0x58F, "hy"),
    (0x590, 0x5FF, "he"),
    (0x600, 0x77F, "arabic"),
    (0x900, 0x97F, "hi"),
    (0x980, 0x9FF, "bn"),
    (0xA00, 0xA7F, "pa"),
    (0xA80, 0xAFF, "gu"),
    (0xB80, 0xBFF, "ta"),
    (0xC00, 0xC7F, "te"),
    (0xC80, 0xCFF, "kn"),
    (0xD00, 0xD7F, "ml"),
    (0xE00, 0xE7F, "th"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "ko"),
)

_STOP_WORDS = {
    "en": "the of and to in that is was for with on as by it he at from i no she"
    " his her they not be are have this we you said but had an were which or",
    "de": "der die und das in den von zu mit sich des auf für ist im dem nicht ein",
    "fr": "le la les de des et un une du en que est pour dans qui sur au pas",
    "es": "el la los de y que en un una del se por con las para es su al no",
    "it": "il di che la e un per una in del non della sono le con si da i",
    "pt": "o de que e do da em um para os com não uma no na se as dos por",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er die",
    "sv": "och att det som en på är av för med till den har inte ett om",
    "da": "og at det er en af til på som for de med den ikke der har",
    "no": "og i det er en på som for av til med at har de ikke et",
    "fi": "ja on oli ei se että hän mutta kun myös joka ovat tai jos",
    "pl": "w i na z się nie do że to o jest po jak za przez od",
    "cs": "a v se na je že s z do o k i jako za by pro",
    "hu": "a az és hogy nem is egy ez meg volt csak de azt mint",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi ne",
    "ro": "și de în la a cu pe că nu este din care mai pentru",
    "id": "yang dan di dengan untuk dari ini itu pada tidak dalam akan",
    "vi": "và của là có các cho được không một những trong với",
    "ca": "el la de i que els les en un una per amb no del",
}

_LETTERS = re.compile(r"[^\W\d_]+")

_PERSIAN = frozenset("پچژگی")

_URDU = frozenset("ٹڈڑںے")

_UKRAINIAN = "іїєґІЇЄҐ"


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language ``text`` is probably in."""
    middle = len(text) // 2
    sample = text[:_SAMPLE]
    if middle > _SAMPLE:
        sample += " " + text[middle : middle + _SAMPLE]
    if sample.isascii():
        return _by_words(sample)
    scripts = _count_scripts(sample)
    if scripts["ja"] * 10 > scripts["han"] and scripts["ja"] > scripts["latin"] / 4:
        return "ja"
    # A letter of Han says about as much as two or three of an alphabet.
    scripts["han"] *= 2
    script = scripts.most_common(1)[0][0] if scripts else "latin"
    return _of_script(script, sample)


def _count_scripts(sample: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for character, number in Counter(sample).items():
        code = ord(character)
        for first, last, script in _SCRIPTS:
            if first <= code <= last and character.isalpha():
                counts[script] += number
                break
    return counts


def _of_script(script: str, sample: str) -> str:
    match script:
        case "latin":
            return _by_words(sample)
        case "han":
            return "zh"
        case "cyrillic":
            return "uk" if sum(map(sample.count, _UKRAINIAN)) > 2 else "ru"
        case "arabic" if not _URDU.isdisjoint(sample):
            return "ur"
        case "arabic":
            return "ar" if _PERSIAN.isdisjoint(sample) else "fa"
        case _:
            return script


def _by_words(sample: str) -> str:
    words = Counter(_LETTERS.findall(sample.lower()))
    scores = {
        code: sum(words[word] for word in stop_words.split() if word in words)
        for code, stop_words in _STOP_WORDS.items()
    }
    best = max(scores, key=scores.__getitem__)
    # A word or two of a short text prove nothing: many languages share them.
    sure = scores[best] >= _FEWEST_WORDS and scores[best] > scores[_DEFAULT]
    return best if sure else _DEFAULT


_ENGLISH = """
    the of and to is was were that with for by from he she it his her they their this
    which are be been have has had not at as said will would there on in a an who
    """

_OTHERS = """
    der die das und ist nicht ein eine einer einem einen den dem des mit auf für von zu
    zum zur im sich auch wird wurde sind hat haben bei nach aus
    le la les une est et du dans pour que qui sur pas au aux ne se ce il elle sont avec
    el los las del y en por con es un una lo su al como más
    di che è per non della dei gli nel alla sono
    het een van niet voor te dat op zijn
    och att det som på är inte av till den
    do da em não para com uma os dos das na no um mais
    w nie na się że z jest i o
    """

_ENGLISH_WORDS = frozenset(_ENGLISH.split())

_SHARED = """
    a an as at for had he her his in is it no not on was who will
    """

_ONLY_ENGLISH = _ENGLISH_WORDS.difference(_SHARED.split())

"""Those that other languages do not have too."""

_OTHER_WORDS = frozenset(_OTHERS.split()) - {
    "die",
    "do",
    "no",
    "as",
    "in",
    "a",
    "i",
    "o",
}

_SMALLEST_SHARE = 0.6


def is_english(text: str) -> bool:
    """Tell whether ``text`` is English; a text too short to tell is taken for it."""
    return _is_english(text, _small_words(text))


def _small_words(text: str) -> list[str]:
    """Return the words in small letters; of a text without one an empty string."""
    return " ".join(_LETTERS.findall(text)).lower().split(" ")


def _is_english(text: str, words: Sequence[str]) -> bool:
    if not text.isascii() and _latin(text) < _SMALLEST_SHARE * sum(map(len, words)):
        return False
    return sum(map(_ENGLISH_WORDS.__contains__, words)) >= sum(
        map(_OTHER_WORDS.__contains__, words)
    )


def spoken_language(text: str) -> str:
    """Return the language in which what ``text`` says is read, nothing at a loss.

    A sentence is enough, where ``guess_language`` wants some: words that English does
    not have tell as well, such as numbers, days and units.
    """
    small = _small_words(text)
    english = _is_english(text, small)
    if english and not _ONLY_ENGLISH.isdisjoint(small):
        return _DEFAULT
    guess = guess_language(text)
    if not english and guess != _DEFAULT and guess not in _TELLING:
        return guess
    words = _LETTERS.findall(text)
    return _by_telling_words(words) or _of_other_words(words)


def _of_other_words(words: Sequence[str]) -> str:
    """Tell a language nothing more is known of from one that a word does not tell."""
    others = sum(word.lower() in _OTHER_WORDS for word in words)
    return _UNKNOWN if others >= _FEWEST_WORDS else ""


_UNKNOWN = "und"  # undetermined, as ISO 639-2 says


def _by_telling_words(words: Sequence[str]) -> str:
    """Return the language most of whose words are here, and no English ones.

    A single word tells if it has no capital, one that stands in names if a word with
    an accent does not; with none the result is empty.
    """
    telling = dict(_telling_words())
    counts = {
        code: sum(word.lower() in known for word in words)
        for code, known in telling.items()
    }
    best = max(counts, key=counts.__getitem__)
    if counts[best] > 1:
        words = [word.lower() for word in words]
    if not (telling[best] - _OF_NAMES).isdisjoint(words):
        return best
    accented = any(word.islower() and not word.isascii() for word in words)
    return best if accented and counts[best] else ""


_OF_NAMES = {"de", "la", "le", "del", "da", "dos", "du", "des", "von", "van", "der"} | {
    *("den", "di", "el", "al", "y", "do"),
}

"""Words that stand in names in English texts as well, and tell with others only."""


@cache
def _telling_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return what tells the languages whose numbers and dates are read."""
    from tui_app.core.text.cldr_names import MONTHS, UNITS, WEEKDAYS

    tables = MONTHS, UNITS, WEEKDAYS
    found: list[tuple[str, frozenset[str]]] = []
    for code, more in _TELLING.items():
        names = re.sub(r"\w+:", " ", " ".join(table[code] for table in tables))
        words = {*_STOP_WORDS[code].split(), *more.split(), *_LETTERS.findall(names)}
        found.append((code, frozenset(words).difference(_ALSO_ENGLISH.split())))
    return tuple(found)


_TELLING = {
    "de": """
        es gibt auch soll sollen diese dieser dieses doch dann nur noch davon etwa
        rund vor allem wie wenn dass mehr uhr million millionen milliarde milliarden
        prozent tausend zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
        zwanzig hundert kein keine keinen niemand nichts wir ihr sie er hat haben
        hatte wird werden wurde wurden sind war waren bei nach aus am als um bis über
        unter seit oder aber""",
    "fr": """
        milliard milliards mille deux trois quatre cinq sept huit neuf dix onze
        douze vingt trente cent aux ne ce il elle nous vous ils elles sont avec ont
        été sera mais ou où sans sous entre depuis personne jamais rien aucun cette
        son ses leur""",
    "es": """
        millón millones dos tres cuatro cinco seis siete ocho nueve diez once doce
        veinte treinta cien ciento mil nunca nadie nada ningún fue son está han pero
        sin sobre entre desde hasta este esta hay como más muy al ser""",
    "it": """
        milione milioni miliardo miliardi mille due tre quattro cinque sei sette
        otto nove dieci dodici venti cento mila mai nessuno niente è sono ha hanno
        gli dei delle nel nella al alla ma senza tra fra dal dalla questo questa
        stato più anche ogni lo""",
    "pt": """
        milhão milhões bilhão bilhões dois duas três quatro cinco seis sete oito
        nove dez onze doze vinte cem mil nunca ninguém nada foi são está têm ao à
        mas sem sobre entre desde até este esta há mais muito ser pelo pela dos das
        nos nas os""",
    "nl": """
        uur miljoen miljard procent twee drie vier vijf zes zeven acht negen tien
        elf twaalf twintig honderd geen niemand nooit niets wij zij hij heeft hebben
        had wordt werd worden werden zijn was waren bij naar uit als over onder
        sinds tot om of maar deze nog ook""",
}

_ALSO_ENGLISH = """
    die in den an as am of was had war over no a i me son sin he is dat on at elf
    april august september november mars may jan feb sept sep oct okt nov dec set
    mar apr jul jun minute minutes second meter liter gram mile miles hectare
    hectares tag or ten to do per so mil main ore once van pour hat all ou mag
    minuten tonne tonnes litre litres kilogram kilometer age ago dos nos sous week
    million half out due e met con en com op metro un o os na si ma tot cent ora em
    seconds fra tra su sera mais centimeter millimeter december
    """

"""Of these words those English has too, or that stand in English texts."""


def _latin(text: str) -> int:
    """Return how many letters are Latin, those with accents too."""
    plain = len("".join(re.findall("[A-Za-z]+", text)))
    return plain + len(re.findall("[À-ɏ]", text))


_UNSPACED = frozenset({"zh", "ja"})

_SAMPLE_OF_CAPITALS = 20_000  # characters in which the use of capitals is counted

_START = re.compile(r"[.!?]\s+([^\W\d_])")


class Writing(NamedTuple):
    """How a text is written: its language, guessed, and its use of capitals."""

    language: str
    capitals: bool

    @property
    def unspaced(self) -> bool:
        """Tell whether words are written without spaces between."""
        return self.language in _UNSPACED


def find_writing(text: str) -> Writing:
    """Return how ``text`` is written."""
    starts = _START.findall(text, 0, _SAMPLE_OF_CAPITALS)
    small = sum(map(is_plain_small, starts))
    large = sum(map(_is_plain_large, starts))
    return Writing(guess_language(text), small <= large)


def _is_plain_large(letter: str) -> bool:
    return "A" <= letter <= "Z" or "А" <= letter <= "Я"
