"""Which words spell a number, in German, French, Spanish, Italian, Portuguese, Dutch.

Their grammar is that of text2num; Russian has a table here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from tui_app.core.english.word_lists import table_rows

OF_TEXT2NUM: Final = frozenset({"de", "fr", "es", "it", "pt", "nl"})


class SpelledNumber(NamedTuple):
    """A number in words: the word after it, its value, whether it is an ordinal."""

    end: int
    amount: float
    ordinal: bool = False


class _Token:
    """A word as text2num asks for it."""

    __slots__ = ("_word",)

    def __init__(self, word: str) -> None:
        self._word = word

    def text(self) -> str:
        return self._word

    def nt_separated(self, previous: object) -> bool:
        del previous
        return False

    def not_a_number_part(self) -> bool:
        return False


def spelled_numbers(words: Sequence[str], language: str) -> Mapping[int, SpelledNumber]:
    """Return the numbers in words by the place of their first word."""
    if language == "ru":
        return dict(_russian(words))
    if language not in OF_TEXT2NUM:
        return {}
    from text_to_num import find_numbers

    tokens = [_Token(_UNKNOWN.get(word, word)) for word in words]
    found = find_numbers(tokens, language, threshold=0)
    return {
        one.start: SpelledNumber(one.end, float(one.value), one.is_ordinal)
        for one in found
    }


_UNKNOWN: Final = {"veintiún": "veintiuno"}

"""Forms text2num does not know, and what it knows them by."""

_RUSSIAN: Final = """
1: один одна одно одного одной одну одному одним
2: два две двух двум двумя двое
3: три трех трёх трем трём тремя трое
4: четыре четырех четырёх четырем четырём четверо
5: пять пяти пятью пятеро
6: шесть шести шестью
7: семь семи семью
8: восемь восьми
9: девять девяти
10: десять десяти
11: одиннадцать одиннадцати
12: двенадцать двенадцати
13: тринадцать тринадцати
14: четырнадцать четырнадцати
15: пятнадцать пятнадцати
16: шестнадцать шестнадцати
17: семнадцать семнадцати
18: восемнадцать восемнадцати
19: девятнадцать девятнадцати
20: двадцать двадцати
30: тридцать тридцати
40: сорок сорока
50: пятьдесят пятидесяти
60: шестьдесят шестидесяти
70: семьдесят семидесяти
80: восемьдесят восьмидесяти
90: девяносто девяноста
100: сто ста
200: двести двухсот
300: триста трехсот трёхсот
400: четыреста четырехсот четырёхсот
500: пятьсот пятисот
600: шестьсот шестисот
700: семьсот семисот
800: восемьсот восьмисот
900: девятьсот девятисот
1000: тысяча тысячи тысяч тысячу тысячам
1000000: миллион миллиона миллионов миллиону
1000000000: миллиард миллиарда миллиардов миллиарду
"""

_WORDS: Final = {
    word: int(line.split(":")[0])
    for line in table_rows(_RUSSIAN)
    for word in line.split(":")[1].split()
}

_THOUSAND = 1_000


def _russian(words: Sequence[str]) -> Iterator[tuple[int, SpelledNumber]]:
    at = 0
    while at < len(words):
        if words[at] in _WORDS:
            number = _read_russian(words, at)
            yield at, number
            at = number.end
        else:
            at += 1


def _read_russian(words: Sequence[str], at: int) -> SpelledNumber:
    """Read words that fall in size, thousands and millions apart."""
    total = current = 0
    room, limit = 10**12, _THOUSAND
    while at < len(words):
        value = _WORDS.get(words[at], 0)
        if _THOUSAND <= value < room:
            total += max(current, 1) * value
            current, room, limit = 0, value, _THOUSAND
        elif 0 < value < min(limit, _THOUSAND):
            current += value
            limit = next(size for size in (100, 10, 1) if value >= size)
            limit = 1 if 10 <= value < 20 else limit
        else:
            break
        at += 1
    return SpelledNumber(at, float(total + current))
