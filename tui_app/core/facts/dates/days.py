"""How days, months, years and centuries are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.dates.hours import BESIDE_HOUR, is_counted
from tui_app.core.facts.dates.when import (
    BEFORE_YEAR,
    CAPITAL_MONTHS,
    Field,
    FieldReading,
    decade_of,
    is_year,
)
from tui_app.core.facts.numbers.number_words import CURRENCY_SIGNS, UNITS
from tui_app.core.facts.numbers.numerals import read_ordinal
from tui_app.core.facts.passage import Passage, atom_at
from tui_app.core.text.calendar import DATE_IN_FIGURES, ISO_DATE, MONTHS

_ERAS = {"ad": "after", "ce": "after", "bc": "before", "bce": "before"} | {
    "a.d.": "after",
    "c.e.": "after",
    "b.c.": "before",
    "b.c.e.": "before",
}

_YEARS = r"(1[0-9]\d\d|20\d\d)/(\d\d|\d{4})$"

_OF_MONTH = {("of", every, "month") for every in ("the", "each", "every", "this")}

_DAY = r"(\d\d?)(?:st|nd|rd|th)?$"


_MOST_DAYS = 16
"""Words of a list of days; a longer one is a table of numbers."""

_RANGE = word_set("to - – — and until through till")


_BESIDE_DATE = _ERAS.keys() | BESIDE_HOUR


def is_bare(words: Sequence[str], at: int) -> bool:
    """Tell figures that no word beside makes a year or an hour, nor a month a day.

    That no month stands in the passage is for the caller to know.
    """
    return (
        words[at].isdecimal()
        and len(words[at]) != len("476")
        and not is_year(words[at])
        and atom_at(words, at + 1) not in _BESIDE_DATE
        and atom_at(words, at - 1) not in _ERAS
    )


def is_month(passage: Passage, words: Sequence[str], at: int) -> bool:
    """Tell the month from the word (*may*, *march*)."""
    if words[at] not in CAPITAL_MONTHS:
        return True
    token = passage.places[at]
    if passage.written[token].text.islower():
        return False
    beside = atom_at(words, at + 1), atom_at(words, at - 1)
    return token > 0 or any(part[:1].isdigit() for part in beside)


def read_month(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *May*, *May 28*, *May 23 to 28*."""
    found = [FieldReading(Field.MONTH, MONTHS[words[at]], at, at + 1)]
    days = _days_after(words, at + 1)
    if days:
        found.append(days)
    return found


def _days_after(words: Sequence[str], at: int) -> FieldReading | None:
    """Read the day or days after a month: *May 28*, *May 23 to 28*."""
    start = at + 1 if atom_at(words, at) == "the" else at
    day = _day(words, start)
    if day is None:
        return None
    end = start + 1
    days = {day}
    last = start + _MOST_DAYS
    while end < last and (atom_at(words, end) in _RANGE or _day(words, end)):
        step = 0 if _day(words, end) else 1
        step += step and atom_at(words, end + step) == "the"
        more = _day(words, end + step)
        if more is None or more <= day or atom_at(words, end + step + 1) in MONTHS:
            break
        if step == 0 and not _same_written(words, end):
            break
        days.add(more)
        end += step + 1
    return FieldReading(Field.DAY, frozenset(days), start, end)


def _same_written(words: Sequence[str], at: int) -> bool:
    return atom_at(words, at - 1).isdigit() and atom_at(words, at).isdigit()


def _day(words: Sequence[str], at: int) -> int | None:
    word = atom_at(words, at)
    if word.isdecimal():
        return int(word) if len(word) <= len("31") and 1 <= int(word) <= 31 else None
    found = re.match(_DAY, word) if word[:1].isdecimal() else None
    if found:
        day = int(found[1])
        return day if 1 <= day <= 31 else None
    ordinal = read_ordinal(words, at) if word else None
    if ordinal and ordinal.end == at + 1 and ordinal.amount <= 31:
        return int(ordinal.amount)
    return None


def read_day_first(
    passage: Passage, words: Sequence[str], at: int
) -> list[FieldReading]:
    """Read *28 May*, *the 28th of May*, *23 to 28 May*."""
    if _day(words, at) is None:
        return []
    if MONTHS.keys().isdisjoint(words[at + 1 : at + _MOST_DAYS + 3]):
        return []
    days: set[int] = set()
    end = at
    while end < at + _MOST_DAYS and (day := _day(words, end)) is not None:
        days.add(day)
        end += 1
        if atom_at(words, end) in _RANGE:
            end += 1
            end += atom_at(words, end) == "the"
    month = end + 1 if atom_at(words, end) == "of" else end
    if not days or atom_at(words, month) not in MONTHS:
        return []
    if not passage.written[passage.places[month]].text[0].isupper():
        return []
    if _day(words, end - 1) is None:
        return []
    return [
        FieldReading(Field.DAY, frozenset(days), at, end),
        FieldReading(Field.MONTH, MONTHS[words[month]], month, month + 1),
    ]


def read_numeric(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *2020-05-28*, *28.05.2020*, *5/28/2020*."""
    word = words[at]
    if word.isdecimal():
        return []
    if iso := re.match(ISO_DATE, word):
        year, month, day = map(int, iso.groups())
    elif found := re.match(DATE_IN_FIGURES, word):
        day, month, year = map(int, found.groups())
        if month > 12:
            day, month = month, day
    else:
        return []
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    return [
        FieldReading(Field.DAY, frozenset({day}), at, at + 1),
        FieldReading(Field.MONTH, month, at, at + 1),
        FieldReading(Field.YEAR, year, at, at + 1),
    ]


def read_year(passage: Passage, words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *1987*, *1990s*, *44 BC*, *1914-18* and *2017/18*."""
    word = words[at]
    decade = decade_of(word)
    if decade is not None:
        return [FieldReading(Field.DECADE, decade, at, at + 1)]
    if "/" in word and (span := re.match(_YEARS, word)):
        last = _last_year(int(span[1]), span[2])
        return _both_years(int(span[1]), last, at, at + 1) if last else []
    era = _era(passage, at) if word.isdecimal() and len(word) <= _LONGEST_YEAR else []
    if era:
        return [FieldReading(Field.YEAR, int(word), at, at + 1), *era]
    is_named = (is_year(word) and _is_year(words, at)) or _is_early(words, at)
    if not is_named or _is_of_a_key(passage, at):
        return []
    if _spans(passage, at) and (last := _last_year(int(word), words[at + 1])):
        return _both_years(int(word), last, at, at + 2)
    return [FieldReading(Field.YEAR, int(word), at, at + 1)]


_LONGEST_YEAR = len("1987")


_LONGEST_KEY = 4
"""Figures of a key on either side of one that would be a year by itself."""


def _is_of_a_key(passage: Passage, at: int) -> bool:
    """Tell figures in one word with others that are no years: *1234-5678*."""
    places = passage.places
    near = range(max(0, at - _LONGEST_KEY), min(at + _LONGEST_KEY + 1, len(places)))
    beside = [passage.atoms[n] for n in near if places[n] == places[at] and n != at]
    return any(
        one.isdecimal() and len(one) > len("18") and not is_year(one) for one in beside
    )


def _spans(passage: Passage, at: int) -> bool:
    """Tell whether two figures follow on a year in one word: *1914-18*."""
    places = passage.places
    return places[at : at + 2] == [places[at]] * 2 and len(passage.atoms[at + 1]) == 2


def _last_year(first: int, ending: str) -> int | None:
    """Return the year that ends a span: 1918 of *1914-18*, 2000 of *1999/00*."""
    if not ending.isdecimal():
        return None
    century = first - first % 100
    last = int(ending) if len(ending) == _LONGEST_YEAR else century + int(ending)
    if int(ending) == 0 and first % 100 == 99:
        last = century + 100
    return last if last > first else None


def _both_years(first: int, last: int, at: int, end: int) -> list[FieldReading]:
    """Read the ends of a span, two dates in one word."""
    return [
        FieldReading(Field.YEAR, first, at, end),
        FieldReading(Field.YEAR, last, at, end),
    ]


def _era(passage: Passage, at: int) -> list[FieldReading]:
    """Read *BC*, *CE* behind a year, *AD* before it."""
    for beside in (at + 1, at - 1):
        era = _ERAS.get(atom_at(passage.atoms, beside))
        if era and passage.written[passage.places[beside]].text.isupper():
            return [FieldReading(Field.ERA, era, beside, beside + 1)]
    return []


def _is_early(words: Sequence[str], at: int) -> bool:
    """Tell a year of three figures: *in 476*, not *in 476 villages*."""
    if not (len(words[at]) == len("476") and words[at].isdecimal()):
        return False
    before, after = atom_at(words, at - 1), atom_at(words, at + 1)
    return before == "in" and not after[:1].isalnum()


def _is_year(words: Sequence[str], at: int) -> bool:
    before, after = atom_at(words, at - 1), atom_at(words, at + 1)
    if before in CURRENCY_SIGNS or after in UNITS or after in {"people", "men"}:
        return False
    if before in {"-", "–"} and not is_year(atom_at(words, at - 2)):
        return False
    plural = after.endswith("s") and after not in {"'s", "was", "is", "has", "as"}
    if plural and after.isalpha() and int(words[at]) % 10 == 0:
        return False
    if words[at].startswith(("19", "20")):
        return True
    return before in BEFORE_YEAR or before in MONTHS or not after.isalpha()


def read_century(words: Sequence[str], at: int) -> list[FieldReading]:
    """Read *19th century*, *third quarter*, *the 9th of the month*."""
    if words[at] == "final" and atom_at(words, at + 1) == "quarter":
        return [FieldReading(Field.QUARTER, 4, at, at + 1)]
    ordinal = read_ordinal(words, at)
    if ordinal is None:
        return []
    found = _counted(words, int(ordinal.amount), ordinal.end)
    return [FieldReading(*found, at, ordinal.end)] if found else []


def _counted(
    words: Sequence[str], number: int, behind: int
) -> tuple[Field, object] | None:
    """Return what an ordinal counts, by the words behind it."""
    noun = atom_at(words, behind)
    if noun in {"century", "centuries"}:
        return Field.CENTURY, number
    if tuple(words[behind : behind + 3]) in _OF_MONTH:
        return Field.DAY, frozenset({number})
    if is_counted(words, behind):
        return Field.COUNTED, (number, noun)
    return (Field.QUARTER, number) if noun == "quarter" and number <= 4 else None
