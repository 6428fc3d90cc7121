"""Finding the dates and times of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.differences.collation import Stretch
from tui_app.core.differences.facts.mentions import Mention
from tui_app.core.differences.facts.numerals import read_ordinal
from tui_app.core.differences.facts.passage import Atom, Passage
from tui_app.core.differences.facts.tables import word_set
from tui_app.core.differences.facts.tables.calendar import (
    BEFORE_YEAR,
    CAPITAL_MONTHS,
    DAYTIMES,
    DECADES,
    FREQUENCIES,
    HOLIDAYS,
    MOMENTS,
    MONTHS,
    PARTS,
    PERIODS,
    RELATIVE,
    RELATIVE_DAYS,
    SEASONS,
    SIDES_OF,
    WEEKDAYS,
)
from tui_app.core.differences.facts.tables.numerals import CARDINALS
from tui_app.core.differences.facts.tables.units import CURRENCY_SIGNS, UNITS
from tui_app.core.differences.facts.when import Field, When

WhenMention = Mention[When]


class Found(NamedTuple):
    """A field read at atoms ``start`` to ``end``."""

    field: Field
    value: object
    start: int
    end: int


_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_DECADE = re.compile(r"((?:1[0-9]|20)?\d0)s$")
_DAY = re.compile(r"(\d\d?)(?:st|nd|rd|th)?$")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)$")
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)$")
_NUMERIC = re.compile(r"(\d\d?)[./](\d\d?)[./](\d{4}|\d\d)$")
_MERIDIEM = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 720, "pm": 720, "p.m": 720}
_JOINERS = word_set(", of the in on at a ( - – about around")
_RANGE = word_set("to - – — and until through till")


def dates(passage: Passage) -> list[WhenMention]:
    """Return the dates and times of ``passage`` in order."""
    words = [atom.text for atom in passage.atoms]
    return list(_grouped(passage, words, list(_fields(passage, words))))


def _fields(passage: Passage, words: Sequence[str]) -> Iterator[Found]:
    at = 0
    while at < len(words):
        if not _may_start(words[at]):
            at += 1
            continue
        found = _fields_at(passage, words, at)
        yield from found
        at = max([at + 1, *(one.end for one in found)])


_STARTERS = (
    WEEKDAYS.keys()
    | MONTHS.keys()
    | SEASONS.keys()
    | DAYTIMES.keys()
    | MOMENTS.keys()
    | RELATIVE_DAYS.keys()
    | RELATIVE.keys()
    | PARTS.keys()
    | HOLIDAYS
    | FREQUENCIES.keys()
    | DECADES.keys()
    | CARDINALS.keys()
    | {"every", "each", "per", "half", "quarter", "q1", "q2", "q3", "q4"}
    | {"weekend", "weekends", "weekday", "weekdays", "first", "second", "third"}
    | {"fourth", "final"}
)


@lru_cache(maxsize=1 << 14)
def _may_start(word: str) -> bool:
    return word in _STARTERS or word[0].isdigit() or read_ordinal([word], 0) is not None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _fields_at(passage: Passage, words: Sequence[str], at: int) -> list[Found]:
    word = words[at]
    if word[0].isdigit():
        return (
            _numeric(words, at)
            or _clock(words, at)
            or _day_first(passage, words, at)
            or _year(words, at)
            or _century(words, at)
        )
    if word in MONTHS and _is_month(passage, words, at):
        return _month(words, at)
    return _word_fields(words, at)


def _word_fields(words: Sequence[str], at: int) -> list[Found]:
    word = words[at]
    for table, field in _SIMPLE:
        if word in table and _holds(words, at, field):
            return [Found(field, table[word], at, at + 1), *_half_day(word, at)]
    return (
        _relative(words, at)
        or _part(words, at)
        or _century(words, at)
        or _spelled_clock(words, at)
        or _frequency(words, at)
        or _named(words, at)
    )


_SIMPLE: tuple[tuple[dict[str, object], Field], ...] = (
    (dict(WEEKDAYS), Field.WEEKDAY),
    (dict(DAYTIMES), Field.DAYTIME),
    (dict(SEASONS), Field.SEASON),
    (dict(MOMENTS), Field.CLOCK),
    (dict(FREQUENCIES), Field.FREQUENCY),
)


def _half_day(word: str, at: int) -> list[Found]:
    """Tell noon from midnight, which a clock of twelve hours does not."""
    if word not in MOMENTS:
        return []
    return [Found(Field.MERIDIEM, bool(MOMENTS[word]), at, at + 1)]


def _holds(words: Sequence[str], at: int, field: Field) -> bool:
    """Tell whether a word of two meanings is a time here."""
    if words[at] == "fall":
        return _word(words, at - 1) in {"last", "this", "next", "in"} and (
            _word(words, at + 1) not in {"in", "to", "into"}
        )
    if words[at] == "spring":
        return _word(words, at - 1) != "to"
    return not (field is Field.CLOCK and _word(words, at + 1) == "sun")


def _is_month(passage: Passage, words: Sequence[str], at: int) -> bool:
    if words[at] not in CAPITAL_MONTHS:
        return True
    token = passage.atoms[at].token
    if passage.tokens[token].text.islower():
        return False
    beside = _word(words, at + 1), _word(words, at - 1)
    return token > 0 or any(part[:1].isdigit() for part in beside)


def _month(words: Sequence[str], at: int) -> list[Found]:
    found = [Found(Field.MONTH, MONTHS[words[at]], at, at + 1)]
    days = _days_after(words, at + 1)
    if days:
        found.append(days)
    return found


def _days_after(words: Sequence[str], at: int) -> Found | None:
    """Read the day or days after a month: *May 28*, *May 23 to 28*."""
    start = at + 1 if _word(words, at) == "the" else at
    day = _day(words, start)
    if day is None:
        return None
    end = start + 1
    days = {day}
    while _word(words, end) in _RANGE or _day(words, end):
        step = 0 if _day(words, end) else 1
        more = _day(words, end + step)
        if more is None or more <= day or _word(words, end + step + 1) in MONTHS:
            break
        if step == 0 and not _same_written(words, end):
            break
        days.add(more)
        end += step + 1
    return Found(Field.DAY, frozenset(days), start, end)


def _same_written(words: Sequence[str], at: int) -> bool:
    return _word(words, at - 1).isdigit() and _word(words, at).isdigit()


def _day(words: Sequence[str], at: int) -> int | None:
    word = _word(words, at)
    found = _DAY.match(word)
    if found:
        day = int(found[1])
        return day if 1 <= day <= 31 else None
    ordinal = read_ordinal(words, at) if word else None
    if ordinal and ordinal.end == at + 1 and ordinal.amount <= 31:
        return int(ordinal.amount)
    return None


def _day_first(passage: Passage, words: Sequence[str], at: int) -> list[Found]:
    """Read *28 May*, *the 28th of May*, *23 to 28 May*."""
    days: set[int] = set()
    end = at
    while (day := _day(words, end)) is not None:
        days.add(day)
        end += 1
        if _word(words, end) in _RANGE:
            end += 1
    month = end + 1 if _word(words, end) == "of" else end
    if not days or _word(words, month) not in MONTHS:
        return []
    if not passage.tokens[passage.atoms[month].token].text[0].isupper():
        return []
    if _day(words, end - 1) is None:
        return []
    return [
        Found(Field.DAY, frozenset(days), at, end),
        Found(Field.MONTH, MONTHS[words[month]], month, month + 1),
    ]


def _numeric(words: Sequence[str], at: int) -> list[Found]:
    """Read *2020-05-28*, *28.05.2020*, *5/28/2020*."""
    if iso := _ISO.match(words[at]):
        year, month, day = map(int, iso.groups())
    elif found := _NUMERIC.match(words[at]):
        day, month, year = map(int, found.groups())
        if month > 12:
            day, month = month, day
    else:
        return []
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    return [
        Found(Field.DAY, frozenset({day}), at, at + 1),
        Found(Field.MONTH, month, at, at + 1),
        Found(Field.YEAR, year, at, at + 1),
    ]


def _clock(words: Sequence[str], at: int) -> list[Found]:
    after = _word(words, at + 1)
    half = _MERIDIEM.get(after)
    if found := _CLOCK.match(words[at]):
        hour, minute = int(found[1]), int(found[2])
        if "." in words[at] and half is None and after not in {"o'clock", "hrs"}:
            return []
    elif (half is not None or after == "o'clock") and words[at].isdigit():
        hour, minute = int(words[at]), 0
    else:
        return []
    if hour > 24:
        return []
    minutes = (
        (hour % 12 * 60 + minute + half) if half is not None else hour * 60 + minute
    )
    end = at + 1 if half is None and after != "o'clock" else at + 2
    found_clock = [Found(Field.CLOCK, minutes, at, end)]
    if half is not None:
        found_clock.append(Found(Field.MERIDIEM, bool(half), end - 1, end))
    return found_clock


def _spelled_clock(words: Sequence[str], at: int) -> list[Found]:
    """Read *five o'clock*, *half past seven*, *quarter to nine*, *five p.m.*."""
    word = words[at]
    if word in {"half", "quarter"} and _word(words, at + 1) in {"past", "to"}:
        hour = _hour(words, at + 2)
        if hour is None:
            return []
        minute = 30 if word == "half" else 15
        past = _word(words, at + 1) == "past"
        return [
            Found(Field.CLOCK, hour * 60 + (minute if past else -minute), at, at + 3)
        ]
    hour = _hour(words, at)
    if hour is not None and (
        _word(words, at + 1) == "o'clock" or _word(words, at + 1) in _MERIDIEM
    ):
        return [Found(Field.CLOCK, hour * 60, at, at + 2)]
    return []


def _hour(words: Sequence[str], at: int) -> int | None:
    word = _word(words, at)
    hour = CARDINALS.get(word, int(word) if word.isdigit() and len(word) < 3 else 99)
    return hour if hour <= 24 else None


def _year(words: Sequence[str], at: int) -> list[Found]:
    word = words[at]
    if found := _DECADE.match(word):
        return [Found(Field.DECADE, int(found[1]), at, at + 1)]
    if not _YEAR.match(word) or not _is_year(words, at):
        return []
    return [Found(Field.YEAR, int(word), at, at + 1)]


def _is_year(words: Sequence[str], at: int) -> bool:
    before, after = _word(words, at - 1), _word(words, at + 1)
    if before in CURRENCY_SIGNS or after in UNITS or after in {"people", "men"}:
        return False
    if before in {"-", "–"} and not _YEAR.match(_word(words, at - 2)):
        return False
    plural = after.endswith("s") and after not in {"'s", "was", "is", "has", "as"}
    if plural and after.isalpha() and int(words[at]) % 10 == 0:
        return False
    if words[at].startswith(("19", "20")):
        return True
    return before in BEFORE_YEAR or before in MONTHS or not after.isalpha()


def _century(words: Sequence[str], at: int) -> list[Found]:
    """Read *19th century*, *third quarter*, *the 28th* is left to the numbers."""
    ordinal = read_ordinal(words, at)
    if words[at] == "final":
        ordinal = None
        if _word(words, at + 1) == "quarter":
            return [Found(Field.QUARTER, 4, at, at + 1)]
    if ordinal is None:
        return []
    number, end = int(ordinal.amount), ordinal.end
    noun = _word(words, end)
    if noun in {"century", "centuries"}:
        return [Found(Field.CENTURY, number, at, end)]
    if noun == "quarter" and number <= 4:
        return [Found(Field.QUARTER, number, at, end)]
    return []


def _relative(words: Sequence[str], at: int) -> list[Found]:
    """Read *yesterday*, *last week*, *this summer*."""
    word, after = words[at], _word(words, at + 1)
    if word in RELATIVE_DAYS:
        found = [Found(Field.RELATIVE_DAY, RELATIVE_DAYS[word], at, at + 1)]
        if word == "tonight":
            found.append(Found(Field.DAYTIME, "night", at, at + 1))
        return found
    if word not in RELATIVE:
        return []
    if after in PERIODS and not PERIODS[after].endswith("s"):
        return [Found(Field.PERIOD, (RELATIVE[word], PERIODS[after]), at, at + 2)]
    if after in SEASONS or after in WEEKDAYS or after in MONTHS or after in DAYTIMES:
        return [Found(Field.PERIOD, (RELATIVE[word], ""), at, at + 1)]
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


def _part(words: Sequence[str], at: int) -> list[Found]:
    """Read *late* May, *the end of* the year, *mid*-1990s."""
    part = PARTS.get(words[at])
    if part is None:
        return []
    end = at + 1
    while _word(words, end) in {"of", "the", "in"}:
        end += 1
    noun = _word(words, end)
    if noun in RELATIVE and _word(words, end + 1) not in PERIODS | SEASONS | MONTHS:
        return []
    if noun in _AFTER_PART or _YEAR.match(noun) or _DECADE.match(noun):
        return [Found(Field.PART, part, at, at + 1)]
    ordinal = read_ordinal(words, end) if noun else None
    if ordinal and _word(words, ordinal.end) == "century":
        return [Found(Field.PART, part, at, at + 1)]
    return []


def _frequency(words: Sequence[str], at: int) -> list[Found]:
    after = _word(words, at + 1)
    if words[at] not in {"every", "each", "per"} or after not in PERIODS | DAYTIMES:
        return []
    return [Found(Field.FREQUENCY, after, at, at + 2)]


def _named(words: Sequence[str], at: int) -> list[Found]:
    word = words[at]
    if word in HOLIDAYS:
        return [Found(Field.HOLIDAY, word, at, at + 1)]
    if word in DECADES and _word(words, at - 1) in {"the", "early", "late", "mid"}:
        return [Found(Field.DECADE, DECADES[word], at, at + 1)]
    if word in {"weekend", "weekends", "weekday", "weekdays"}:
        return [Found(Field.PERIOD, (0, word.rstrip("s")), at, at + 1)]
    if len(word) == 2 and word[0] == "q":
        return [Found(Field.QUARTER, int(word[1]), at, at + 1)]
    return []


def _grouped(
    passage: Passage, words: Sequence[str], found: Sequence[Found]
) -> Iterator[WhenMention]:
    """Join fields that stand together: *Saturday, May 28, 2022 at 3 p.m.*."""
    group: list[Found] = []
    for one in found:
        if group and not _joins(words, group, one):
            yield _mention(passage, words, group)
            group = []
        group.append(one)
    if group:
        yield _mention(passage, words, group)


def _joins(words: Sequence[str], group: Sequence[Found], one: Found) -> bool:
    if any(one.field is other.field for other in group):
        return False
    between = words[group[-1].end : one.start]
    return len(between) <= 3 and all(word in _JOINERS for word in between)


def _mention(
    passage: Passage, words: Sequence[str], group: Sequence[Found]
) -> WhenMention:
    atoms: Sequence[Atom] = passage.atoms
    fields = list(group)
    side = SIDES_OF.get(_word(words, group[0].start - 1))
    if side and all(one.field is not Field.SIDE for one in group):
        fields.append(Found(Field.SIDE, side, group[0].start - 1, group[0].start))
    places = {
        one.field: Stretch(atoms[one.start].token, atoms[one.end - 1].token + 1)
        for one in fields
    }
    return Mention(
        atoms[group[0].start].token,
        max(atoms[one.end - 1].token + 1 for one in group),
        When({one.field: one.value for one in fields}, places),
    )
