"""The numbers a passage says, in figures and in words, each with all it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import chain
from math import prod
from typing import Final, NamedTuple

from tui_app.core.facts.across.written_figures import Figures, written_figures
from tui_app.core.facts.languages.spelled_numbers import (
    OF_TEXT2NUM,
    SpelledNumber,
    spelled_numbers,
)
from tui_app.core.facts.languages.words_of_language import SCALES as SHORT_SCALES
from tui_app.core.facts.numbers.number_words import (
    ABBREVIATED_SCALES,
    CARDINALS,
    PLURAL_SCALES,
)
from tui_app.core.facts.numbers.number_words import SCALES as ENGLISH_SCALES
from tui_app.core.facts.numbers.numerals import read_amount, read_ordinal
from tui_app.core.text.characters import is_unspaced

READ_IN_WORDS: Final = OF_TEXT2NUM | {"en", "ru", "zh", "ja"}
"""The languages whose numbers in words are read."""

_HAN: Final = frozenset({"zh", "ja"})

_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s'’-]")

_LEAST_SCALE = 1_000

_DOZEN = 12
"""Up to here a number in words is often said otherwise: *both*, *a week*."""

_ROUND: Final = frozenset({100.0, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12})
"""In words these are also said of many: *a thousand thanks*."""

_SIGNS: Final = {"万": 1e4, "萬": 1e4, "만": 1e4, "亿": 1e8, "億": 1e8, "억": 1e8}

_SIGN_SCALE: Final = re.compile(rf"\s?([十百千]?[{''.join(_SIGNS)}]|[百千])")

_FACTORS: Final = _SIGNS | {"十": 10.0, "百": 100.0, "千": 1000.0}

_NUMBERING: Final = re.compile(r"\s*[(\[（]?\d{1,3}(?:[.)\]）、．]|\s?[-–—])(?!\d)")

_IN_BRACKETS: Final = re.compile(r"[\[(（]\s*(\d{1,3})\s*[\])）]")

# 四千三百二十一, 两百, 十二, 三千零五; what is told so is no guess, as 七八 is.
_UNIT: Final = "[一二两兩三四五六七八九]"

_SECTION: Final = (
    rf"(?=.)(?:{_UNIT}千)?[零〇]?(?:{_UNIT}百)?[零〇]?(?:{_UNIT}?十)?[零〇]?{_UNIT}?"
)

_DRAWN: Final = re.compile(
    rf"(?:{_SECTION}[亿億])?[零〇]?(?:{_SECTION}[万萬])?[零〇]?(?:{_SECTION})?"
    r"|[一二三四五六七八九〇零]{4}"
)


class Sureness(IntEnum):
    """How surely the words count: what is weak answers a number, and is none."""

    WEAK = 0
    LIKELY = 1  # told opposite another number
    SURE = 2


class SaidNumber(NamedTuple):
    """A number and its offsets; it may mean any of ``readings``.

    ``bare`` are the readings without *thousand* or *million* behind; ``parts`` the
    figures between separators.
    """

    start: int
    end: int
    readings: frozenset[float]
    bare: frozenset[float]
    parts: tuple[int, ...]
    sureness: Sureness
    figures: bool

    @property
    def scaled(self) -> bool:
        """Tell whether *thousand* or *million* surely stands behind."""
        return self.readings.isdisjoint(self.bare)

    def with_sureness(self, sureness: Sureness) -> SaidNumber:
        """Return the number, as sure as that at most."""
        return self._replace(sureness=min(self.sureness, sureness))


class _Words(NamedTuple):
    """The words of a passage in small letters, and the offsets of each."""

    words: Sequence[str]
    spans: Sequence[tuple[int, int]]


def said_numbers(text: str, language: str) -> tuple[SaidNumber, ...]:
    """Return the numbers of ``text`` in order, in words where its language is read."""
    in_figures = list(written_figures(text)) if _has_figures(text) else []
    if language in _HAN:
        found = chain(_with_signs(text, in_figures), _drawn(text))
        return tuple(sorted(found, key=_start))
    words = _words_of(text)
    spelled = _spelled(words.words, language)
    if not (in_figures or spelled):
        return ()
    taken = [(one.start, one.end) for one in in_figures]
    found = chain(
        _with_scales(text, in_figures, words, spelled),
        _in_words(words, spelled, taken),
    )
    return tuple(sorted(found, key=_start))


def _start(number: SaidNumber) -> int:
    return number.start


def _has_figures(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _words_of(text: str) -> _Words:
    matches = list(_TOKEN.finditer(text))
    return _Words(
        [match[0].lower() for match in matches], [match.span() for match in matches]
    )


# Numbers in words --------------------------------------------------------------


def _spelled(words: Sequence[str], language: str) -> Mapping[int, SpelledNumber]:
    if language == "en":
        return dict(_english(words))
    return spelled_numbers(words, language)


_ENGLISH: Final = CARDINALS.keys() | ENGLISH_SCALES.keys()


def _english(words: Sequence[str]) -> Iterator[tuple[int, SpelledNumber]]:
    at = 0
    while at < len(words):
        number = _read_english(words, at)
        if number is not None:
            yield at, number
        at = number.end if number else at + 1


def _read_english(words: Sequence[str], at: int) -> SpelledNumber | None:
    word = words[at]
    if word in PLURAL_SCALES:
        return SpelledNumber(at + 1, float(PLURAL_SCALES[word]))
    if (ordinal := read_ordinal(words, at)) is not None:
        return SpelledNumber(ordinal.end, ordinal.amount, ordinal=True)
    if word not in _ENGLISH and word not in {"a", "an"}:
        return None
    found = read_amount(words, at)
    return found and SpelledNumber(found.end, found.amount)


def _in_words(
    words: _Words,
    spelled: Mapping[int, SpelledNumber],
    taken: Sequence[tuple[int, int]],
) -> Iterator[SaidNumber]:
    for at, number in spelled.items():
        start, end = words.spans[at][0], words.spans[number.end - 1][1]
        if any(start < its_end and its_start < end for its_start, its_end in taken):
            continue
        value = frozenset({number.amount})
        sureness = _of_words(number.amount, ordinal=number.ordinal)
        yield SaidNumber(start, end, value, value, (), sureness, figures=False)


def _of_words(amount: float, *, ordinal: bool) -> Sureness:
    if ordinal or amount <= 1 or amount in _ROUND:
        return Sureness.WEAK
    return Sureness.LIKELY if amount <= _DOZEN else Sureness.SURE


# Numbers in figures ------------------------------------------------------------


def _with_scales(
    text: str,
    in_figures: Sequence[Figures],
    words: _Words,
    spelled: Mapping[int, SpelledNumber],
) -> Iterator[SaidNumber]:
    """Yield the numbers in figures, with *million* and the like behind."""
    numbering = _numbering(text)
    starts = {span[0]: at for at, span in enumerate(words.spans)}
    for one in in_figures:
        at = starts.get(one.end + (text[one.end : one.end + 1].isspace()))
        scale, end = _scale(words, spelled, at)
        yield _of_figures(one, scale, end, text, numbering)


def _scale(
    words: _Words, spelled: Mapping[int, SpelledNumber], at: int | None
) -> tuple[tuple[float, ...], int | None]:
    """Return what the word at ``at`` may multiply by, and where it ends."""
    if at is None:
        return (), None
    word, end = words.words[at], words.spans[at][1]
    number = spelled.get(at)
    if number and number.amount >= _LEAST_SCALE and number.amount in _ROUND:
        return (number.amount,), words.spans[number.end - 1][1]
    if word in ENGLISH_SCALES:
        return (float(ENGLISH_SCALES[word]),), end
    if word in SHORT_SCALES:
        return (SHORT_SCALES[word],), end
    if word in ABBREVIATED_SCALES:
        return (1.0, float(ABBREVIATED_SCALES[word])), None
    return (), None


def _of_figures(
    one: Figures,
    scales: Sequence[float],
    end: int | None,
    text: str,
    numbering: frozenset[int],
) -> SaidNumber:
    readings = one.readings
    if scales:
        readings = frozenset(value * scale for value in readings for scale in scales)
    return SaidNumber(
        one.start,
        end or one.end,
        readings,
        one.readings,
        one.parts,
        _of_figure(one, text, numbering),
        figures=True,
    )


def _of_figure(one: Figures, text: str, numbering: frozenset[int]) -> Sureness:
    """Return how sure figures are: those that number a list or a note are not.

    Nor those within a name (*F16*), which is a matter of names.
    """
    before = text[one.start - 1 : one.start]
    in_name = before == "_" or (before.isalpha() and not is_unspaced(before))
    if one.start in numbering or in_name:
        return Sureness.WEAK
    return Sureness.SURE


def _numbering(text: str) -> frozenset[int]:
    """Return where figures begin that number a list, a note."""
    found = {match.start(1) for match in _IN_BRACKETS.finditer(text)}
    if match := _NUMBERING.match(text):
        found.update(at for at in range(match.end()) if text[at].isdecimal())
    return frozenset(found)


# Chinese and Japanese ----------------------------------------------------------


def _with_signs(text: str, in_figures: Sequence[Figures]) -> Iterator[SaidNumber]:
    numbering = _numbering(text)
    for one in in_figures:
        match = _SIGN_SCALE.match(text, one.end)
        scale = (prod(map(_FACTORS.__getitem__, match[1])),) if match else ()
        yield _of_figures(one, scale, match and match.end(), text, numbering)


def _drawn(text: str) -> Iterator[SaidNumber]:
    """Yield the numbers drawn in characters; *七八* (seven or eight) is none."""
    from tui_app.core.facts.languages.han_numerals import han_amounts

    for start, end, amount, drawn in han_amounts(text):
        if not drawn:
            continue
        value = frozenset({amount})
        sureness = _of_words(amount, ordinal=text[start - 1 : start] == "第")
        if not _DRAWN.fullmatch(text, start, end):
            sureness = Sureness.WEAK
        yield SaidNumber(start, end, value, value, (), sureness, figures=False)
