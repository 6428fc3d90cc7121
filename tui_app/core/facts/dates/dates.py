"""Which dates stand in a passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_app.core.collation.collation import Stretch
from tui_app.core.collation.word import Remembered
from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.dates.days import (
    is_bare,
    is_month,
    read_century,
    read_day_first,
    read_month,
    read_numeric,
    read_year,
)
from tui_app.core.facts.dates.hours import (
    BESIDE_HOUR,
    read_clock,
    read_frequency,
    read_half_day,
    read_named,
    read_part,
    read_relative,
    read_spelled_clock,
)
from tui_app.core.facts.dates.when import (
    DAYTIMES,
    DECADES,
    FREQUENCIES,
    HOLIDAYS,
    MOMENTS,
    PARTS,
    RELATIVE,
    RELATIVE_DAYS,
    SEASONS,
    SIDES_OF,
    Field,
    FieldReading,
    When,
    WhenMention,
)
from tui_app.core.facts.numbers.number_words import CARDINALS
from tui_app.core.facts.numbers.numerals import read_ordinal
from tui_app.core.facts.passage import Mention, Passage, atom_at
from tui_app.core.text.calendar import MONTHS, WEEKDAYS

_JOINERS = word_set(", of the in on at a ( - – about around")


def dates(passage: Passage) -> list[WhenMention]:
    """Return the dates and times of ``passage`` in order."""
    words = passage.atoms
    found = _fields(passage, words)
    return list(_grouped(passage, words, found)) if found else []


def _fields(passage: Passage, words: Sequence[str]) -> list[FieldReading]:
    fields: list[FieldReading] = []
    has_months = not MONTHS.keys().isdisjoint(words)
    end = 0
    for at in _STARTS.where(words):
        if at >= end and (has_months or not is_bare(words, at)):
            found = _fields_at(passage, words, at)
            fields += found
            end = max([at + 1, *(one.end for one in found)])
    return fields


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
    | {"fourth", "final", "new"}
)


_STARTS = Remembered(
    lambda word: (
        word in _STARTERS or word[0].isdigit() or read_ordinal([word], 0) is not None
    )
)

"""Whether a word may begin a date."""


def _fields_at(passage: Passage, words: Sequence[str], at: int) -> list[FieldReading]:
    word = words[at]
    if word.isdecimal():
        return _of_bare_figures(passage, words, at)
    if word[0].isdigit():
        return (
            read_numeric(words, at)
            or read_clock(words, at)
            or read_spelled_clock(words, at)
            or read_day_first(passage, words, at)
            or read_year(passage, words, at)
            or read_century(words, at)
        )
    if word in MONTHS and is_month(passage, words, at):
        return read_month(words, at)
    return _word_fields(words, at)


def _of_bare_figures(
    passage: Passage, words: Sequence[str], at: int
) -> list[FieldReading]:
    found = atom_at(words, at + 1) in BESIDE_HOUR and (
        read_clock(words, at) or read_spelled_clock(words, at)
    )
    return found or read_day_first(passage, words, at) or read_year(passage, words, at)


def _word_fields(words: Sequence[str], at: int) -> list[FieldReading]:
    word = words[at]
    for table, field in _SIMPLE:
        if word in table and _holds(words, at, field):
            return [
                FieldReading(field, table[word], at, at + 1),
                *read_half_day(word, at),
            ]
    return (
        read_relative(words, at)
        or read_part(words, at)
        or read_century(words, at)
        or read_spelled_clock(words, at)
        or read_frequency(words, at)
        or read_named(words, at)
    )


_SIMPLE: tuple[tuple[dict[str, object], Field], ...] = (
    (dict(WEEKDAYS), Field.WEEKDAY),
    (dict(DAYTIMES), Field.DAYTIME),
    (dict(SEASONS), Field.SEASON),
    (dict(MOMENTS), Field.CLOCK),
    (dict(FREQUENCIES), Field.FREQUENCY),
)


def _holds(words: Sequence[str], at: int, field: Field) -> bool:
    """Tell whether a word of two meanings is a time here."""
    if words[at] == "fall":
        return atom_at(words, at - 1) in {"last", "this", "next", "in"} and (
            atom_at(words, at + 1) not in {"in", "to", "into"}
        )
    if words[at] == "spring":
        return atom_at(words, at - 1) != "to"
    return not (field is Field.CLOCK and atom_at(words, at + 1) == "sun")


def _grouped(
    passage: Passage, words: Sequence[str], found: Sequence[FieldReading]
) -> Iterator[WhenMention]:
    """Join fields that stand together: *Saturday, May 28, 2022 at 3 p.m.*."""
    group: list[FieldReading] = []
    for one in found:
        if group and not _joins(words, group, one):
            yield _mention(passage, words, group)
            group = []
        group.append(one)
    if group:
        yield _mention(passage, words, group)


def _joins(
    words: Sequence[str], group: Sequence[FieldReading], one: FieldReading
) -> bool:
    between = words[group[-1].end : one.start]
    if len(between) > 3 or not _JOINERS.issuperset(between):
        return False
    return not any(one.field is other.field or _apart(one, other) for other in group)


def _apart(one: FieldReading, other: FieldReading) -> bool:
    """Tell *this year* from the day beside it: the other side may give it elsewhere."""
    period, day = (one, other) if one.field is _PERIOD else (other, one)
    if period.field is not _PERIOD or day.field not in _DAYS:
        return False
    return isinstance(period.value, tuple) and bool(period.value[1])


_PERIOD = Field.PERIOD

_DAYS = frozenset({Field.DAY, Field.MONTH})


def _mention(
    passage: Passage, words: Sequence[str], group: Sequence[FieldReading]
) -> WhenMention:
    places = passage.places
    fields = group
    side = SIDES_OF.get(atom_at(words, group[0].start - 1))
    if side and all(one.field is not Field.SIDE for one in group):
        before = FieldReading(Field.SIDE, side, group[0].start - 1, group[0].start)
        fields = [*group, before]
    stretches = {
        one.field: Stretch(places[one.start], places[one.end - 1] + 1) for one in fields
    }
    return Mention(
        min([places[one.start] for one in group]),
        max([places[one.end - 1] + 1 for one in group]),
        When({one.field: one.value for one in fields}, stretches),
    )
