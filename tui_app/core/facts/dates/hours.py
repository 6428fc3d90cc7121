"""How times of day are read, and words like *last week* and *daily*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.dates.when import (
    DAYTIMES,
    DECADES,
    HOLIDAYS,
    MOMENTS,
    PARTS,
    PERIODS,
    RELATIVE,
    RELATIVE_DAYS,
    SEASONS,
    Field,
    FieldReading,
    decade_of,
    is_year,
)
from tui_app.core.facts.numbers.number_words import CARDINALS
from tui_app.core.facts.numbers.numerals import read_ordinal
from tui_app.core.facts.passage import atom_at
from tui_app.core.text.abbreviations import HALF_DAYS
from tui_app.core.text.calendar import MONTHS, WEEKDAYS

_HOUR = r"\d{1,2}"

_CLOCK = r"([01]?\d|2[0-4])[:.]([0-5]\d)$"


_MARKS_HOUR = HALF_DAYS.keys() | {"o'clock"}

_BETWEEN_HOURS = word_set("and to - – until")

BESIDE_HOUR = _MARKS_HOUR | _BETWEEN_HOURS | {"in"}
"""What stands right behind an hour that no mark of its own tells."""

_BEFORE_HOUR = word_set("at by around about until from before after")


def read_half_day(word: str, at: int) -> list[FieldReading]:
    """Tell noon from midnight, which a clock of twelve hours does not."""
    if word not in MOMENTS:
        return []
    return [FieldReading(Field.MERIDIEM, bool(MOMENTS[word]), at, at + 1)]


def read_clock(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *15:30*, *5 p.m.*, *9.30am*."""
    after = atom_at(words, at + 1)
    half = HALF_DAYS.get(after)
    word = words[at]
    if not word.isdecimal() and (found := re.match(_CLOCK, word)):
        hour, minute = int(found[1]), int(found[2])
        if "." in word and half is None and after not in {"o'clock", "hrs"}:
            return []
    elif (half is not None or after == "o'clock") and re.fullmatch(_HOUR, word):
        hour, minute = int(word), 0
    else:
        return []
    if hour > 24:
        return []
    minutes = (
        (hour % 12 * 60 + minute + half) if half is not None else hour * 60 + minute
    )
    end = at + 1 if half is None and after != "o'clock" else at + 2
    found_clock = [FieldReading(Field.CLOCK, minutes, at, end)]
    if half is not None:
        found_clock.append(FieldReading(Field.MERIDIEM, bool(half), end - 1, end))
    return found_clock


def read_spelled_clock(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *five o'clock*, *half past seven*, *quarter to nine*, *five p.m.*."""
    word = words[at]
    if word in {"half", "quarter"} and atom_at(words, at + 1) in {"past", "to"}:
        hour = _hour(words, at + 2)
        if hour is None:
            return []
        minute = 30 if word == "half" else 15
        past = atom_at(words, at + 1) == "past"
        return [
            FieldReading(
                Field.CLOCK, hour * 60 + (minute if past else -minute), at, at + 3
            )
        ]
    hour = _hour(words, at)
    if hour is not None and (
        atom_at(words, at + 1) == "o'clock" or atom_at(words, at + 1) in HALF_DAYS
    ):
        return [FieldReading(Field.CLOCK, hour * 60, at, at + 2)]
    if hour is not None and _in_range(words, at):
        return [FieldReading(Field.CLOCK, hour * 60, at, at + 1)]
    if hour is not None and atom_at(words, at - 1) in _BEFORE_HOUR:
        behind = tuple(words[at + 1 : at + 4])
        if behind[:2] == ("in", "the") and behind[-1] in DAYTIMES:
            return [FieldReading(Field.CLOCK, hour * 60, at, at + 1)]
    return []


def _in_range(words: Sequence[str], at: int) -> bool:
    """Tell the first hour of *2 and 3 a.m.*, *two to five o'clock*."""
    if atom_at(words, at + 1) not in _BETWEEN_HOURS:
        return False
    marked = atom_at(words, at + 3) in _MARKS_HOUR
    return marked and _hour(words, at + 2) is not None


def _hour(words: Sequence[str], at: int) -> int | None:
    word = atom_at(words, at)
    hour = CARDINALS.get(word, int(word) if word.isdecimal() and len(word) < 3 else 99)
    return hour if hour <= 24 else None


def read_relative(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *yesterday*, *last week*, *this summer*."""
    word, after = words[at], atom_at(words, at + 1)
    if word in RELATIVE_DAYS:
        found = [FieldReading(Field.RELATIVE_DAY, RELATIVE_DAYS[word], at, at + 1)]
        if word == "tonight":
            found.append(FieldReading(Field.DAYTIME, "night", at, at + 1))
        return found
    if word not in RELATIVE:
        return []
    if word == "last" and is_counted(words, at + 1):
        return [FieldReading(Field.COUNTED, (-1, after), at, at + 1)]
    if word == "last" and after == "quarter" and atom_at(words, at + 2) == "of":
        return [FieldReading(Field.QUARTER, 4, at, at + 1)]
    if after in PERIODS and not PERIODS[after].endswith("s"):
        return [
            FieldReading(Field.PERIOD, (RELATIVE[word], PERIODS[after]), at, at + 2)
        ]
    return _before_named(words, at)


def _before_named(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *this* morning, *last* summer, *next* Monday."""
    word, after = words[at], atom_at(words, at + 1)
    if after in DAYTIMES and word in {"this", "last"}:
        return [FieldReading(Field.RELATIVE_DAY, RELATIVE[word], at, at + 1)]
    if after in SEASONS or after in WEEKDAYS or after in MONTHS or after in DAYTIMES:
        return [FieldReading(Field.PERIOD, (RELATIVE[word], ""), at, at + 1)]
    return []


_AFTER_PART = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | SEASONS.keys()
    | DAYTIMES.keys()
    | DECADES.keys()
    | RELATIVE_DAYS.keys()
    | RELATIVE.keys()
    | {"week", "month", "year", "decade", "century", "weekend"}
)


def read_part(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *late* May, *the end of* the year, *mid*-1990s."""
    part = PARTS.get(words[at])
    if part is None:
        return []
    if atom_at(words, at - 1) == "the" and atom_at(words, at + 1) == "of":
        return [FieldReading(Field.PART, part, at, at + 1)]
    end = at + 1
    while atom_at(words, end) in {"of", "the", "in"}:
        end += 1
    noun = atom_at(words, end)
    if noun in RELATIVE and atom_at(words, end + 1) not in PERIODS | SEASONS | MONTHS:
        return []
    if noun in _AFTER_PART or is_year(noun) or decade_of(noun) is not None:
        return [FieldReading(Field.PART, part, at, at + 1)]
    ordinal = read_ordinal(words, end) if noun else None
    if ordinal and atom_at(words, ordinal.end) == "century":
        return [FieldReading(Field.PART, part, at, at + 1)]
    return []


def is_counted(words: Sequence[str], at: int) -> bool:
    """Tell *week of September*, whose weeks are counted."""
    if atom_at(words, at) not in {"week", "weekend", "day", "half", "days", "weeks"}:
        return False
    start = at + 3 if tuple(words[at + 1 : at + 3]) == ("of", "the") else at + 2
    noun = atom_at(words, start)
    return atom_at(words, at + 1) == "of" and (
        noun in MONTHS
        or noun in SEASONS
        or noun in {"year", "month"}
        or noun.isdecimal()
    )


def read_frequency(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *every day*, *per week*."""
    after = atom_at(words, at + 1)
    if words[at] not in {"every", "each", "per"} or after not in PERIODS | DAYTIMES:
        return []
    return [FieldReading(Field.FREQUENCY, after, at, at + 2)]


def _holiday(words: Sequence[str], at: int) -> FieldReading | None:
    """Read *Christmas*, *Christmas Eve*, *New Year's Day*."""
    word, end = words[at], at + 1
    if word == "new" and atom_at(words, end) in {"year", "year's"}:
        word, end = "new year", at + 2
    elif word not in HOLIDAYS:
        return None
    if atom_at(words, end) == "'s":
        end += 1
    if atom_at(words, end) in {"eve", "day"}:
        word += " eve" if words[end] == "eve" else ""
        end += 1
    return FieldReading(Field.HOLIDAY, word, at, end)


def read_named(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *Easter*, *the nineties*, *weekend*, *Q3*."""
    word = words[at]
    holiday = _holiday(words, at)
    if holiday is not None:
        return [holiday]
    if word in DECADES and atom_at(words, at - 1) in {"the", "early", "late", "mid"}:
        return [FieldReading(Field.DECADE, DECADES[word], at, at + 1)]
    if word in {"weekend", "weekends", "weekday", "weekdays"}:
        return [FieldReading(Field.PERIOD, (0, word.rstrip("s")), at, at + 1)]
    if len(word) == 2 and word[0] == "q":
        return [FieldReading(Field.QUARTER, int(word[1]), at, at + 1)]
    return []
