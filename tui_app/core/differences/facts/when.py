"""What a date says, field by field."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from enum import IntEnum, auto
from typing import NamedTuple

from tui_app.core.differences.collation import Stretch
from tui_app.core.differences.facts.tables.calendar import (
    ALIKE_PERIODS,
    NEIGHBOURING_DAYTIMES,
)


class Field(IntEnum):
    """The parts of a date that can be compared on their own, in reading order."""

    DAY = auto()  # frozenset of days of the month
    MONTH = auto()
    YEAR = auto()
    WEEKDAY = auto()
    DECADE = auto()
    CENTURY = auto()
    QUARTER = auto()
    SEASON = auto()
    PART = auto()  # early, mid, late
    DAYTIME = auto()
    CLOCK = auto()  # minutes of the day
    MERIDIEM = auto()
    RELATIVE_DAY = auto()  # yesterday -1, today 0
    PERIOD = auto()  # (last -1 | this 0 | next 1, week)
    HOLIDAY = auto()
    FREQUENCY = auto()
    COUNTED = auto()  # (2, week) of the month
    SIDE = auto()  # before or after


class When(NamedTuple):
    """A date or time: the values of its fields and the tokens that say them."""

    values: Mapping[Field, object]
    places: Mapping[Field, Stretch]


def meaning(when: When) -> Hashable:
    """Return what a date says, apart from where."""
    return frozenset(when.values.items())


def conflicts(one: When, other: When) -> list[Field]:
    """Return the fields that both give and give otherwise, in reading order.

    A year is compared with a decade or a century too.
    """
    found = [
        field
        for field in one.values.keys() & other.values.keys()
        if not _agree(field, one.values[field], other.values[field])
    ]
    found += _conflicting_spans(one, other)
    return sorted(found)


def _conflicting_spans(one: When, other: When) -> list[Field]:
    spans = _span(one), _span(other)
    if spans[0] is None or spans[1] is None or spans[0][0] is spans[1][0]:
        return []
    field, low, high = spans[0]
    another, floor, ceiling = spans[1]
    inside = (floor <= low and high <= ceiling) or (low <= floor and ceiling <= high)
    return [] if inside else [field, another]


def _span(when: When) -> tuple[Field, int, int] | None:
    """Return the years meant and the field that tells them."""
    for field, length in ((Field.YEAR, 1), (Field.DECADE, 10), (Field.CENTURY, 100)):
        value = when.values.get(field)
        if isinstance(value, int):
            if field is Field.CENTURY:
                return field, (value - 1) * 100, value * 100
            century = field is Field.DECADE and value % 100 == 0
            last = value + (100 if century else length) - 1
            return None if value < 100 else (field, value, last)
    return None


def _agree(field: Field, one: object, other: object) -> bool:
    if one == other:
        return True
    if isinstance(one, int) and isinstance(other, int):
        if field is Field.CLOCK:
            return one % 720 == other % 720
        if field in {Field.YEAR, Field.DECADE}:
            return min(one, other) < 100 and one % 100 == other % 100
    if field is Field.PERIOD and isinstance(one, tuple) and isinstance(other, tuple):
        return one[0] == other[0] and ("" in {one[1], other[1]} or _alike(one, other))
    both = frozenset({one, other})
    return both in NEIGHBOURING_DAYTIMES


def _alike(one: object, other: object) -> bool:
    return frozenset({one, other}) in ALIKE_PERIODS


_EXACT = (Field.DAY, Field.PART)


def precision_lost(one: When, other: When) -> bool:
    """Tell *May 23 to 28* from *late May*: a day on one side, a part on the other."""
    fields = one.values.keys(), other.values.keys()
    return Field.MONTH in fields[0] & fields[1] and any(
        _EXACT[0] in here and _EXACT[1] in there and not {*_EXACT} & (here & there)
        for here, there in (fields, fields[::-1])
    )


def same_when(one: When, other: When) -> bool:
    """Tell whether the two agree in every field that both give, one at least."""
    shared = (one.values.keys() & other.values.keys()) - {Field.SIDE, Field.MERIDIEM}
    spans = _span(one) and _span(other)
    return (
        bool(shared or spans)
        and not conflicts(one, other)
        and not precision_lost(one, other)
    )
