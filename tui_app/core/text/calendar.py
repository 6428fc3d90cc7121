"""What days and months are called, and how a date is written in words and in figures.

What a date means, and whether two agree, is asked by ``core/facts/dates``.
"""

from __future__ import annotations

import re
from typing import Final

_WEEKDAYS: Final = (
    "monday mondays mon.",
    "tuesday tuesdays tue. tues.",
    "wednesday wednesdays wed.",
    "thursday thursdays thu. thurs.",
    "friday fridays fri.",
    "saturday saturdays sat.",
    "sunday sundays sun.",
)

_MONTHS: Final = (
    "january jan jan.",
    "february feb feb.",
    "march mar.",
    "april apr apr.",
    "may",
    "june jun jun.",
    "july jul jul.",
    "august aug aug.",
    "september sept sept. sep sep.",
    "october oct oct.",
    "november nov nov.",
    "december dec dec.",
)


def _numbered(rows: tuple[str, ...], first: int) -> dict[str, int]:
    """Return every word of the rows with the number of its row."""
    return {
        word: number for number, row in enumerate(rows, first) for word in row.split()
    }


def _names(rows: tuple[str, ...]) -> str:
    """Return a pattern of the full names, with their capitals."""
    return "(?:" + "|".join(row.split()[0].capitalize() for row in rows) + ")"


WEEKDAYS: Final = _numbered(_WEEKDAYS, 0)

MONTHS: Final = _numbered(_MONTHS, 1)

WEEKDAY_NAME: Final = _names(_WEEKDAYS)

MONTH_NAME: Final = _names(_MONTHS)

ISO_DATE: Final = r"(\d{4})-(\d\d?)-(\d\d?)$"

"""A word that is a year, a month and a day."""

DATE_IN_FIGURES: Final = r"(\d\d?)[./](\d\d?)[./](\d{4}|\d\d)$"

"""A word that is a day, a month (or the other way round) and a year."""

_IN_MANY_LANGUAGES: Final = (
    *(r"jan(?:uary|uar|vier|eiro)?", r"feb(?:ruary|ruar)?", r"févr?(?:ier)?"),
    *(r"mar(?:ch|s|zo|ço)?", r"märz", r"apr(?:il)?", r"avr(?:il)?", r"abril", r"may"),
    *(r"mai", r"mayo", r"maio", r"june?", r"juni", r"juin", r"junio", r"july?"),
    *(r"juli", r"juillet", r"julio", r"aug(?:ust)?", r"août", r"agosto"),
    *(r"sept?(?:ember|embre)?", r"septiembre", r"oct(?:ober|obre|ubre)?"),
    *(r"okt(?:ober|obre|ubre)?", r"nov(?:ember|embre|iembre)?"),
    *(r"dec(?:ember|embre|iembre)?", r"dez(?:ember|embre|iembre)?", r"décembre"),
    *(r"январ[ья]", r"феврал[ья]", r"марта?", r"апрел[ья]", r"май", r"мая"),
    *(r"июн[ья]", r"июл[ья]", r"августа?", r"сентябр[ья]", r"октябр[ья]"),
    *(r"ноябр[ья]", r"декабр[ья]"),
)

"""Each begins with three letters that are in a passage that speaks of the month."""

_NUMERIC_DATE: Final = (
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}:\d\d"
)

_IN_NUMERIC_DATES: Final = frozenset("-/.:月")


def without_dates(passage: str) -> tuple[str, int]:
    """Return ``passage``, in small letters, without its dates, and their number.

    Months are known in several languages; a time in figures counts as a date.
    """
    pattern = _date_pattern(passage)
    return re.subn(pattern, " ", passage) if pattern else (passage, 0)


def _date_pattern(passage: str) -> str:
    """Return a pattern of the dates there may be, the smaller the sooner compiled."""
    if not any(map(str.isdecimal, passage)):
        return ""
    forms = []
    months = [month for month in _IN_MANY_LANGUAGES if month[:3] in passage]
    if len({month[:3] for month in months}) > 1:
        # One pattern for all: those of every combination would be compiled over and
        # over, for no more than some hundred are kept.
        months = [*_IN_MANY_LANGUAGES]
    if month := "|".join(months):
        forms += [
            rf"\b\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?(?:{month})\b\.?",
            rf"\b(?:{month})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b",
        ]
    if not _IN_NUMERIC_DATES.isdisjoint(passage):
        forms.append(_NUMERIC_DATE)
    return "|".join(forms)
