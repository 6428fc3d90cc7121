"""Which months, weekdays and near days a passage names in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from tui_app.core.facts.dates.when import RELATIVE_DAYS, Field
from tui_app.core.facts.languages.dates_by_language import NEAR_DAYS
from tui_app.core.facts.languages.words_of_language import calendar_words
from tui_app.core.text.calendar import MONTHS, WEEKDAYS

DAYS_NAMED_IN: Final = NEAR_DAYS.keys() | {"en"}
"""The languages whose days and months are known by name."""

_HAN: Final = frozenset({"zh", "ja"})

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_ALSO_WORDS: Final = frozenset({"may", "march", "mars", "sun", "sat"})
"""Names that are other words too: only beside a figure."""

_NEAR_FIGURE: Final = 6


class SaidDay(NamedTuple):
    """A month, a weekday or a near day, with its offsets."""

    field: Field
    value: int
    start: int
    end: int


def said_days(text: str, language: str) -> list[SaidDay]:
    """Return them in order, none of a language whose names are not known."""
    if language in _HAN:
        return list(_han(text))
    return list(_named(text, language))


@cache
def _names(language: str) -> Mapping[str, tuple[Field, int]]:
    if language == "en":
        tables = MONTHS, WEEKDAYS, RELATIVE_DAYS
    else:
        words = calendar_words(language)
        tables = {**words.months}, {**words.weekdays}, NEAR_DAYS.get(language, {})
    fields = Field.MONTH, Field.WEEKDAY, Field.RELATIVE_DAY
    return {
        word: (field, number)
        for field, table in zip(fields, tables, strict=True)
        for word, number in table.items()
    }


def _named(text: str, language: str) -> Iterator[SaidDay]:
    names = _names(language)
    if not names:
        return
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word in names and (word not in _ALSO_WORDS or _beside_figure(text, match)):
            yield SaidDay(*names[word], *match.span())


def _beside_figure(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - _NEAR_FIGURE) : match.end() + _NEAR_FIGURE]
    return match[0][0].isupper() and any(map(str.isdecimal, around))


def _han(text: str) -> Iterator[SaidDay]:
    from tui_app.core.facts.languages.han_dates import han_date, han_pattern

    for match in han_pattern().finditer(text):
        for field, (value, span) in han_date(match).items():
            if field in {Field.MONTH, Field.WEEKDAY} and isinstance(value, int):
                yield SaidDay(field, value, *span)
    for word, value in NEAR_DAYS["zh"].items():
        for match in re.finditer(word, text):
            yield SaidDay(Field.RELATIVE_DAY, value, *match.span())
