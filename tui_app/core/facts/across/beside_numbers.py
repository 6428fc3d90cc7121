"""What stands beside a number: a unit, or the rest of a date."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tui_app.core.facts.across.said_numbers import SaidNumber
from tui_app.core.facts.languages.words_of_language import calendar_words, unit_words
from tui_app.core.text.calendar import MONTHS

_NEXT_WORD: Final = re.compile(r"[\s-]{0,2}([^\W\d_]+|[%‰°€$£¥])")

_LAST_WORD: Final = re.compile(
    r"([^\W\d_]+)\.?\s*(?:the\s|den\s|le\s)?$", re.IGNORECASE
)

_DAY_MARK: Final = re.compile(r"(?:\.|º|°|er|ª|-го|st|nd|rd|th)?\s+(?:of |de |di )?")

_OF_A_MONTH: Final = frozenset("月日号號")

_NUMERIC: Final = re.compile(r"\d{1,2}([./])\d{1,2}\1\d{2,4}|\d{4}-\d\d-\d\d")


class UnitBehind(NamedTuple):
    """The unit a number is of: ``size`` is one of it in the unit of its dimension."""

    dimension: str
    size: float

    def size_beside(self, other: UnitBehind) -> float | None:
        """Return its size where ``other`` measures the same, pounds by weight too."""
        if self.dimension == other.dimension:
            return self.size
        by_weight = (self.dimension, other.dimension) == ("pound", "mass")
        return _POUND if by_weight else None


def unit_behind(text: str, end: int, language: str) -> UnitBehind | None:
    """Return the unit of the number that ends at ``end``."""
    if language == "zh":
        unit = _CHINESE_UNIT.match(text, end)
        return UnitBehind(*_CHINESE_UNITS[unit[1]]) if unit else None
    match = _NEXT_WORD.match(text, end)
    if match is None:
        return None
    word = match[1].lower()
    known = unit_words(language).get(word) or _LETTERS.get(word)
    return UnitBehind(*known) if known else None


_CHINESE_UNITS: Final = {
    "公斤": ("mass", 1.0),
    "千克": ("mass", 1.0),
    "斤": ("mass", 0.5),
    "磅": ("mass", 0.453592),
    "吨": ("mass", 1000.0),
    "噸": ("mass", 1000.0),
    "米": ("length", 1.0),
    "公里": ("length", 1000.0),
    "里": ("length", 500.0),
    "英尺": ("length", 0.3048),
    "英里": ("length", 1609.344),
    "英寸": ("length", 0.0254),
    "厘米": ("length", 0.01),
    "尺": ("length", 1 / 3),
}

_CHINESE_UNIT: Final = re.compile(
    rf"\s?({'|'.join(sorted(_CHINESE_UNITS, key=len, reverse=True))})"
)

_POUND: Final = 0.453592

_LETTERS: Final = {"m": ("length", 1.0), "g": ("mass", 0.001), "l": ("volume", 1.0)}


def is_year(value: float) -> bool:
    """Tell what may be a year: 1000 to 2099."""
    return 1000 <= value < 2100


def in_a_date(text: str, number: SaidNumber, language: str) -> bool:
    """Tell whether the number is a year, or the day beside a month."""
    behind = text[number.end : number.end + 1]
    if behind == "年" or _has_four_figures(text, number):
        return is_year(min(number.readings)) and (
            behind == "年" or unit_behind(text, number.end, language) is None
        )
    if behind and behind in _OF_A_MONTH:
        return True
    if len(number.parts) > 1 or not number.figures:
        return False
    numeric = _NUMERIC.search(text, max(0, number.start - 8), number.end + 8)
    if numeric and numeric.start() <= number.start < numeric.end():
        return True
    return _beside_month(text, number, language)


def _has_four_figures(text: str, number: SaidNumber) -> bool:
    written = text[number.start : number.end]
    return len(written) == len("1956") and written.isdecimal()


def _beside_month(text: str, number: SaidNumber, language: str) -> bool:
    months = MONTHS if language == "en" else calendar_words(language).months
    mark = _DAY_MARK.match(text, number.end)
    following = _NEXT_WORD.match(text, mark.end() if mark else number.end)
    last = _LAST_WORD.search(text, max(0, number.start - 24), number.start)
    beside = [match[1].lower() for match in (following, last) if match]
    return not months.keys().isdisjoint(beside)
