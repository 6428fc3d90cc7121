"""Which numbers a passage may say in words that are no numbers: *both*, *a dozen*.

A number is told as missing only where nothing on the other side may say it, so this is
generous: words are known by their beginnings, in any language at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tui_app.core.english.word_lists import table_rows
from tui_app.core.facts.across.beside_numbers import is_year
from tui_app.core.facts.languages.spelled_numbers import spelled_numbers
from tui_app.core.facts.languages.words_of_language import calendar_words
from tui_app.core.text import cldr_names
from tui_app.core.text.calendar import MONTHS

_WORD: Final = re.compile(r"[^\W\d_]{2,}")

_ROMAN: Final = re.compile(r"(?<!\w)[IVXLC]+(?!\w)")

_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_CLOCK: Final = re.compile(
    r"\d\s?[:h点點時时]|\b(?:uhr|o['’]clock|[ap]\.?m\b|heures?|horas?|ore|uur|час)",
    re.IGNORECASE,
)

_HALF_DAY = 12

_BEGINNINGS: Final = """
0: zero null nul cero nulla nichts nothing none keine kein geen
0.5 30 50: half halb hälfte demi moitié medi mitad mezz metà meio meia metade helft пол
0.25 15 25 45: quarter viertel quart cuart kwart четверт
0.333333: drittel third tiers terci terz terço derde трет
2: two second twice both doubl pair coupl twin zwei zwo beid doppel paar deux dos
    segund ambos ambas dobl par due dois duas dobro coppi entramb twee tweede dubbel
    два две двух двум втор оба обе пар вдво
3: three third tripl drei dritt trois troisi tres terc tre terz três drie derde
    три трех трёх трет тро
4: four fourth quart vier viert quatr cuatro cuart quattr quarto четыр четвер четвёр
5: five fifth fünf fünft cinq cinco quint cinqu vijf вят пят
6: six sixth sechs sechst sixi seis sext sei sest zes шест
7: seven seventh sieb sept siete séptim sett sete zeven сем седьм
8: eight eighth acht huit ocho octav otto ottav oito oitav восем восьм
9: nine ninth neun neuf neuvi nueve noven nove nono negen девят
10: ten tenth zehn zehnt dix dizain diez décim decen dieci decin dez décad décenn tien
    decade jahrzehnt decad десят
11: eleven elf elft onze once undic undici одиннадц
12: dozen twelve twelfth dutzend zwölf douz doce docen dodic dozzin doze dúzia dozijn
    twaalf дюжин двенадц tucat
14: fortnight vierzehn quinzain quincen
15: quinzain quinz quindic quincen
30: thirties
40: forties
50: fifties
60: sixties
70: seventies
80: eighties
90: nineties
20: score twenties vingt zwanzig twenty veint vent vint twintig двадц
100: hundred hundert cent cien honder сто сот centur siècl sécul secol siglo
    jahrhundert eeuw
1000: thousand tausend mill mil duizend тысяч millen
"""

_DRAWN: Final = {
    "半": (0.5, 30.0, 50.0),
    "刻": (15.0, 45.0),
    "双": (2.0,),
    "雙": (2.0,),
    "俩": (2.0,),
    "倆": (2.0,),
    "对": (2.0,),
    "對": (2.0,),
    "仨": (3.0,),
    "打": (12.0,),
    "旬": (10.0,),
    "廿": (20.0,),
    "卅": (30.0,),
    "初": tuple(map(float, range(1, 11))),
}

_NUMERALS: Final = re.compile(r"[〇零一二两兩三四五六七八九十百千万萬亿億]+")

_SOME_MORE: Final = re.compile("[多余餘几幾来來](?=[十百千万萬亿億])")
"""*一百多亿*: ten billion and more."""

_ABOUT: Final = re.compile(
    "([一二两兩三四五六七八九])([一二两兩三四五六七八九])([十百千万萬])"
)
"""*三二十*: twenty or thirty."""

_GERMAN: Final = re.compile(r"(?<=\w{3})er[ns]?$")

_SPANS: Final = {7.0: (1.0,), 8.0: (1.0, 7.0), 14.0: (2.0,), 15.0: (2.0, 14.0)}
"""Days that are a week or two, as people count: *huit jours*, *vierzehn Tage*."""

_SPANS_OF_TIME: Final = {1.0: (7.0, 8.0), 2.0: (14.0, 15.0)}

_FIRST_CENTURY, _LAST_CENTURY = 11, 21

_MULTIPLES: Final = {
    10: re.compile("decad|jahrzehnt|décenn|decen|década|десятилет", re.IGNORECASE),
    12: re.compile("dozen|dutzend|douzain|docen|dozzin|dúzi|дюжин", re.IGNORECASE),
    20: re.compile(r"\bscore", re.IGNORECASE),
    100: re.compile(
        "centur|jahrhund|siècl|siglo|secol|sécul|eeuw|век|世纪|世紀", re.IGNORECASE
    ),
}
"""Words that count by so many: *four decades* are forty years."""


def hinted_values(text: str, language: str) -> frozenset[float]:
    """Return the numbers that words, signs and numerals of ``text`` may stand for."""
    return frozenset(_hinted(text, language))


def _hinted(text: str, language: str) -> Iterator[float]:
    words = set(_WORD.findall(text.lower()))
    for word in words:
        yield from _hints(word)
    if language == "de":
        yield from _german(words)
    for numeral in _ROMAN.findall(text):
        yield _roman(numeral)
    for sign in _DRAWN.keys() & set(text):
        yield from _DRAWN[sign]
    for run in _NUMERALS.findall(_SOME_MORE.sub("", text)):
        yield from _drawn(run)
        for low, high, size in _ABOUT.findall(run):
            yield from (*_drawn(low + size), *_drawn(high + size))


def _german(words: Iterable[str]) -> Iterator[float]:
    """Yield the numbers in *Achttausender*, *zwanziger*."""
    stems = {word[: match.start()] for word in words if (match := _GERMAN.search(word))}
    for stem in stems:
        for number in spelled_numbers([stem], "de").values():
            yield number.amount


def _drawn(run: str) -> Iterator[float]:
    from tui_app.core.facts.languages.han_numerals import han_number

    for start in range(min(len(run), 8)):
        for end in range(start + 1, min(len(run), start + 8) + 1):
            value = han_number(run[start:end])
            if value is not None:
                yield value


@cache
def _table() -> dict[str, tuple[float, ...]]:
    found: dict[str, tuple[float, ...]] = {}
    for line in table_rows(_BEGINNINGS):
        values, words = line.split(":")
        for word in words.split():
            found[word] = (*found.get(word, ()), *map(float, values.split()))
    return found


@cache
def _months() -> dict[str, frozenset[float]]:
    """Return the numbers of the months by their full names in all languages."""
    found: dict[str, set[float]] = {}
    tables = [MONTHS, *(calendar_words(code).months for code in cldr_names.MONTHS)]
    for table in tables:
        for word, number in table.items():
            found.setdefault(word, set()).add(float(number))
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _hints(word: str) -> Iterator[float]:
    table = _table()
    for length in range(2, min(len(word), 12) + 1):
        yield from table.get(word[:length], ())
    yield from _months().get(word, ())


def _roman(numeral: str) -> float:
    total = 0
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return float(total)


def other_ways(value: float, text: str) -> Iterator[float]:
    """Yield what ``text`` may say for ``value``: other counts of hours, years, weeks.

    The year for its last two figures, the century for its first year, hours of half a
    day where clocks are spoken of.
    """
    yield from _SPANS.get(value, ())
    yield from _SPANS_OF_TIME.get(value, ())
    for size, words in _MULTIPLES.items():
        if value % size == 0 and words.search(text):
            yield value / size
    if _FIRST_CENTURY <= value <= _LAST_CENTURY:
        yield (value - 1) * 100
    if is_year(value):
        yield value % 100
        yield value - value % 10
        if value % 100 == 0:
            yield value / 100 + 1
    if 0 <= value <= 2 * _HALF_DAY and _CLOCK.search(text):
        yield value - _HALF_DAY
        yield value + _HALF_DAY
