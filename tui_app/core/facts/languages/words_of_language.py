"""What a language calls units, scales, days and months: the tables of CLDR, read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from tui_app.core.english.word_lists import table_rows, word_set
from tui_app.core.facts.numbers.number_words import UNITS
from tui_app.core.text import cldr_names

SCALES: Final = {
    "mio": 1e6,
    "mln": 1e6,
    "mrd": 1e9,
    "mld": 1e9,
    "млн": 1e6,
    "млрд": 1e9,
    "тыс": 1e3,
}

"""Scales cut short, in any language."""

PERCENT: Final = frozenset(
    {("pour", "cent"), ("por", "ciento"), ("per", "cento"), ("por", "cento")}
)

OF: Final = word_set("de d' di du des del von van")

"""What may stand between a scale and a unit: *dos millones de euros*."""

_CASES = {
    "de": ("n", "en", "s"),
    "ru": ("а", "я", "е", "у", "ю", "ом", "ы", "и", "ов", "ам", "ами", "ах"),
}

"""Endings a word may have beside the forms of the tables."""


class CalendarWords(NamedTuple):
    """The numbers of months and weekdays by their names.

    ``short`` are months cut short, for beside a day only.
    """

    months: Mapping[str, int]
    short: Mapping[str, int]
    weekdays: Mapping[str, int]


@cache
def unit_words(language: str) -> Mapping[str, tuple[str, float]]:
    """Return dimension and size by the words for units, signs among them."""
    found = dict(UNITS)
    for line in table_rows(cldr_names.UNITS.get(language, "")):
        name, words = line.split(":")
        for word in words.split():
            found[word] = UNITS[name]
            for ending in _CASES.get(language, ()):
                found.setdefault(word + ending, UNITS[name])
    for percent in _PERCENT.get(language, ()):
        found[percent] = UNITS["percent"]
    return found


_PERCENT = {"nl": ("procent",), "ru": ("процент", "процента", "процентов", "проц")}

_MORE_DAYS = {
    "de": {"sonnabend": 5},
    "pt": {"segunda-feira": 0},
    "es": {"miercoles": 2, "sabado": 5},
}


@cache
def calendar_words(language: str) -> CalendarWords:
    """Return what ``language`` calls months and weekdays, none where it is unknown."""
    months: dict[str, int] = {}
    short: dict[str, int] = {}
    for line in table_rows(cldr_names.MONTHS.get(language, "")):
        number, words = line.split(":")
        full, *others = words.split()
        for word in (full, *others):
            whole = len(word) >= len(full) - 1
            for form in _forms(word, language) if whole else (word,):
                (months if whole else short).setdefault(form, int(number))
    weekdays = dict(_MORE_DAYS.get(language, {}))
    for line in table_rows(cldr_names.WEEKDAYS.get(language, "")):
        number, words = line.split(":")
        for word in words.split():
            for form in _forms(word, language):
                weekdays.setdefault(form, int(number))
    return CalendarWords(months, short, weekdays)


def _forms(word: str, language: str) -> list[str]:
    """Return the cases of a name in Russian, its plural in *s* elsewhere."""
    if language != "ru":
        return [word, word + "s"]
    stem = word[:-1] if word[-1] in "аяйьео" else word
    if word[-1] in "йь":
        return [word, *(stem + ending for ending in ("я", "е", "ю", "ём", "ем"))]
    endings = ("а", "е", "у", "ы", "ой", "ом", "я", "и", "ю")
    return [word, *(stem + ending for ending in endings)]
