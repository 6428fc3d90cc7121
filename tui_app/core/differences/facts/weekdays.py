"""Which day of the week a date is.

By hand: to import the library of dates takes as long as a row of the first screen.
"""

from __future__ import annotations

from typing import Final

_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_LAST_YEAR: Final = 9999
# Sakamoto's method: the year begins in March, so a leap day comes at its end.
_SHIFTS: Final = (6, 2, 1, 4, 6, 2, 4, 0, 3, 5, 1, 3)


def weekday(year: int, month: int, day: int) -> int | None:
    """Return the weekday, 0 for Monday, in the Gregorian calendar; ``None`` if none."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not (1 <= year <= _LAST_YEAR and 1 <= month <= len(_DAYS)):
        return None
    if not 1 <= day <= _DAYS[month - 1] + (month == _FEBRUARY and leap):
        return None
    counted = year - (month <= _FEBRUARY)
    leaps = counted // 4 - counted // 100 + counted // 400
    return (counted + leaps + _SHIFTS[month - 1] + day) % 7
