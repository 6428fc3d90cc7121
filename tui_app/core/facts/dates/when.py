"""What a date says, field by field, and when two agree.

The words for seasons, times of day, periods and the like are below.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from enum import IntEnum, auto
from typing import Final, NamedTuple

from tui_app.core.collation.collation import Stretch
from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.passage import Mention


class Field(IntEnum):
    """The parts of a date that can be compared on their own, in reading order."""

    DAY = auto()  # frozenset of days of the month
    MONTH = auto()
    YEAR = auto()
    ERA = auto()  # before or after our era
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


WhenMention = Mention[When]


def what_it_says(when: When) -> Hashable:
    """Return what a date says, apart from where."""
    return frozenset(when.values.items())


def same_when(one: When, other: When) -> bool:
    """Tell whether the two agree in every field that both give, one at least."""
    theirs = other.values
    for field, value in one.values.items():
        if field in theirs and not _agree(field, value, theirs[field]):
            return False
    shared = (one.values.keys() & theirs.keys()) - {Field.SIDE, Field.MERIDIEM}
    spans = _span(one) and _span(other)
    return (
        bool(shared or spans)
        and not _conflicting_spans(one, other)
        and not precision_lost(one, other)
    )


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


# Found once: every two dates of a row may be compared.
_DAY, _MONTH = Field.DAY, Field.MONTH


def _agree(field: Field, one: object, other: object) -> bool:
    if one == other:
        return True
    if field is _DAY or field is _MONTH:
        return False
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


class FieldReading(NamedTuple):
    """A field read at atoms ``start`` to ``end``."""

    field: Field
    value: object
    start: int
    end: int


_CENTURIES = frozenset(map(str, range(10, 21)))


def is_year(word: str) -> bool:
    """Tell four figures that may be a year: 1000 to 2099."""
    return len(word) == len("1987") and word[:2] in _CENTURIES and word.isdecimal()


def decade_of(word: str) -> int | None:
    """Return the first year of *1990s* or *90s*."""
    figure = word[:-1]
    if not (word.endswith("0s") and figure.isdecimal()):
        return None
    short = len(figure) == len("90")
    return int(figure) if short or is_year(figure) else None


BEFORE_YEAR: Final = word_set("""
    in since until till by from of during before after early late mid between to
    through spring summer autumn fall winter quarter year years than and for""")


CAPITAL_MONTHS: Final = frozenset({"may", "march", "jan", "jun", "mar.", "aug"})
"""Also other words: months only with a capital and not at the head of a sentence,
unless a day or a year stands beside them."""


SEASONS: Final = {
    "spring": "spring",
    "springtime": "spring",
    "summer": "summer",
    "summertime": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
    "wintertime": "winter",
}


DAYTIMES: Final = {
    "morning": "morning",
    "mornings": "morning",
    "dawn": "dawn",
    "daybreak": "dawn",
    "sunrise": "dawn",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "dusk": "dusk",
    "sunset": "dusk",
    "nightfall": "dusk",
    "night": "night",
    "nights": "night",
    "overnight": "night",
}


NEIGHBOURING_DAYTIMES: Final = frozenset(
    {
        frozenset({"evening", "night"}),
        frozenset({"morning", "dawn"}),
        frozenset({"evening", "dusk"}),
        frozenset({"night", "dusk"}),
    }
)

"""Times of day that one moment may be called by."""


MOMENTS: Final = {"noon": 720, "midday": 720, "noontime": 720, "midnight": 0}


RELATIVE_DAYS: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


RELATIVE: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}


PERIODS: Final = {
    "day": "day",
    "week": "week",
    "weeks": "weeks",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "months": "months",
    "quarter": "quarter",
    "season": "season",
    "year": "year",
    "years": "years",
    "decade": "decade",
    "decades": "decades",
    "century": "century",
    "hour": "hour",
    "term": "term",
    "semester": "semester",
}


ALIKE_PERIODS: Final = frozenset(
    {
        frozenset({(sense, one), (sense, other)})
        for sense in (-1, 0, 1)
        for one, other in (("season", "year"), ("week", "weekend"))
    }
)


PARTS: Final = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "outset": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
}


HOLIDAYS: Final = word_set("""
    christmas easter ramadan thanksgiving halloween hanukkah passover pentecost
    diwali eid lent""")


FREQUENCIES: Final = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}


DECADES: Final = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


SIDES_OF: Final = {
    "before": "before",
    "until": "before",
    "till": "before",
    "after": "after",
    "since": "after",
    "following": "after",
}
