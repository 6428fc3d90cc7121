"""The day that a document or a stretch of it names: in ISO form, figures or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from tui_app.core.text import cldr_names
from tui_app.core.text.calendar import MONTHS

_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # of anything on the web

_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|()(\d\d)(\d\d))(?=\D|$)"
    r"|(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
)
_YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d./-])(\d\d)\.(\d\d)\.(\d\d)(?![\d.])")

_DAY = r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º|°|ª)?"
_WORDY = re.compile(
    _DAY + r"(?:\s+|-)(?:de\s+|of\s+|del\s+)?([^\W\d_]{3,12})\.?,?(?:\s+|-)"
    r"(?:de\s+|del\s+)?(\d{4})(?!\d)"
    r"|(?<!\w)([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)",
    re.IGNORECASE,
)
_DAY_OF_A_YEAR = (  # compiled when first needed
    _DAY + r"(?:\s+|-)(?:de\s+|of\s+)?([^\W\d_]{3,12})(?!\w)"
    r"|(?<!\w)([^\W\d_]{3,12})\.?\s+(\d{1,2})(?!\d)"
    r"|(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日"
)
_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
_IN_ONE_PIECE = re.compile(r"/(\d{4})(\d\d)(\d\d)(?=[/_.-]|$)")

_STATED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=[T\sZ]|$)")
_LONGEST_STATED = 60  # characters of a date that a document states of itself

_LAST_MONTH = 12
_LEAP_YEAR = 2000

_Parts = tuple[int, int, int]  # year, month, day


def first_day(text: str) -> str:
    """Return the first day that the text names, ``YYYY-MM-DD``; ``""`` for none.

    A day of two figures that might be the month is none: 03/04/2020 is read two ways.
    """
    days = sorted(_days(text))
    return days[0][1] if days else ""


def day_of_a_year(text: str) -> str:
    """Return the first day that the text names without a year, ``--MM-DD``, or ``""``.

    Months are in words, or before 月: 3/4 and 3.4. are read two ways.
    """
    found = re.search(_DAY_OF_A_YEAR, text)
    while found:
        name = (found[2] or found[3] or "").casefold()
        month = int(found[5]) if found[5] else _months().get(name, 0)
        day = _valid(_LEAP_YEAR, month, int(found[1] or found[4] or found[6]))
        if day:
            return f"-{day[4:]}"
        found = re.compile(_DAY_OF_A_YEAR).search(text, found.start() + 1)
    return ""


def stated_date(told: str) -> str:
    """Return the date a document states of itself: ``YYYY-MM-DD`` if that can be told.

    Less where it states less (``1851``), else its own words; any time is left out.
    """
    words = " ".join(told.split())[:_LONGEST_STATED]
    stated = _STATED.match(words)
    if stated:
        return "-".join(filter(None, stated.groups()))
    return first_day(words) or words


def day_in_address(address: str) -> str:
    """Return the day that the path of an address names, as blogs and papers do."""
    for pattern in (_IN_ADDRESS, _IN_ONE_PIECE):
        for found in pattern.finditer(address):
            day = _valid(*map(int, found.groups()))
            if day:
                return day
    return ""


def _days(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a day begins in the text, and the day."""
    for pattern, parts in (
        (_YEAR_FIRST, _year_first),
        (_YEAR_LAST, _year_last),
        (_SHORT_YEAR, _short_year),
        (_WORDY, _wordy),
    ):
        for found in pattern.finditer(text):
            day = _valid(*parts(found))
            if day:
                yield found.start(), day


def _year_first(found: re.Match[str]) -> _Parts:
    year, month, day = (int(one) for one in found.groups() if one and one.isdecimal())
    return year, month, day


def _year_last(found: re.Match[str]) -> _Parts:
    """Return the parts; a month of 0 where it is not certain which of two it is."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first > _LAST_MONTH or found[2] == "." or first == second:
        return year, second, first
    return (year, first, second) if second > _LAST_MONTH else (year, 0, 0)


def _short_year(found: re.Match[str]) -> _Parts:
    return 2000 + int(found[3]), int(found[2]), int(found[1])


def _wordy(found: re.Match[str]) -> _Parts:
    name = (found[2] or found[4]).casefold()
    day, year = found[1] or found[5], found[3] or found[6]
    return int(year), _months().get(name, 0), int(day)


def _valid(year: int, month: int, day: int) -> str:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names, in small letters without a stop."""
    months = {name.rstrip("."): number for name, number in MONTHS.items()}
    for lines in cldr_names.MONTHS.values():
        for line in lines.strip().splitlines():
            number, _, names = line.partition(":")
            months |= dict.fromkeys(names.split(), int(number))
    return months
