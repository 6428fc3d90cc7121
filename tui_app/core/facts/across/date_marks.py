"""Which months, weekdays and near days the sides give otherwise.

Days and years in figures are numbers (``number_marks``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui_app.core.facts.across.said_days import DAYS_NAMED_IN, SaidDay, said_days
from tui_app.core.facts.across.said_numbers import said_numbers
from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.facts.dates.when import Field
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Side, Span, opposite

Languages = tuple[str, str]

_FIELDS: Final = (Field.MONTH, Field.WEEKDAY, Field.RELATIVE_DAY)


def date_marks(row: TranslatedRow, languages: Languages) -> Iterator[Difference]:
    """Yield a day or month of one side and the other that stands for it opposite.

    Only where each side gives one that the other does not: many a translator says
    *the next day* for a name of the week.
    """
    if not DAYS_NAMED_IN.issuperset(languages):
        return
    left = said_days(row.left, languages[0])
    right = said_days(row.right, languages[1]) if left else []
    for field in _FIELDS if right else ():
        ours = _alone(field, left, right, row, "left", languages)
        theirs = _alone(field, right, left, row, "right", languages)
        if len(ours) == len(theirs) == 1:
            yield Difference(Kind.DATE, _span(ours[0]), _span(theirs[0]))


def _alone(
    field: Field,
    own: Sequence[SaidDay],
    opposed: Sequence[SaidDay],
    row: TranslatedRow,
    side: Side,
    languages: Languages,
) -> list[SaidDay]:
    """Return those of ``own`` with a value that nothing opposite, or near, gives."""
    values = {one.value for one in opposed if one.field is field}
    free = [one for one in own if one.field is field and one.value not in values]
    if not free:
        return []
    theirs = languages[1 if side == "left" else 0]
    around = row.around(opposite(side))
    values |= {one.value for one in said_days(around, theirs) if one.field is field}
    if field is Field.MONTH:
        numbers = said_numbers(row.opposite(side), theirs)
        values |= {int(value) for one in numbers for value in one.bare}
    return list({one.value: one for one in free if one.value not in values}.values())


def _span(day: SaidDay) -> Span:
    return Span(day.start, day.end)
