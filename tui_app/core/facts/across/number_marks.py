"""Which numbers one side says and the other says in no form."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose
from typing import Final, NamedTuple

from tui_app.core.facts.across.beside_numbers import in_a_date, is_year, unit_behind
from tui_app.core.facts.across.hinted_values import hinted_values, other_ways
from tui_app.core.facts.across.said_numbers import (
    READ_IN_WORDS,
    SaidNumber,
    Sureness,
    said_numbers,
)
from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Side, Span, opposite

Languages = tuple[str, str]
"""Of the left and of the right, as ISO 639-1 names them."""

_HUNDRED: Final = 100
"""Below it figures are often put in words, above it whole hundreds are."""

_CONVERSION: Final = 0.06
"""By so much a measure in other units may be rounded: 60 feet, 18 metres."""

_Numbers = Sequence[SaidNumber]


def number_marks(row: TranslatedRow, languages: Languages) -> list[Difference]:
    """Return the numbers that differ, offsets into the passages.

    One that each side lacks stands for the other: they are one difference. A number
    in words that no reader knows may be any, so that opposite a language whose numbers
    in words are not read only figures count.
    """
    left = said_numbers(row.left, languages[0])
    right = said_numbers(row.right, languages[1])
    if not (left or right):
        return []
    free = (
        _unanswered(row, "left", (left, right), languages),
        _unanswered(row, "right", (right, left), languages),
    )
    pairs = _paired(free, (len(row.left), len(row.right)))
    found = [
        _mark(row, one, other, languages)
        for one, other in pairs
        if not _converted(row, one, other, languages)
    ]
    gone = {one for pair in pairs for one in pair}
    ours, theirs = (
        [one for one in side if one.sureness is Sureness.SURE and one not in gone]
        for side in free
    )
    found += [_mark(row, one, None, languages) for one in ours]
    return [*found, *(_mark(row, None, one, languages) for one in theirs)]


# What is not said opposite -----------------------------------------------------


def _unanswered(
    row: TranslatedRow,
    side: Side,
    numbers: tuple[_Numbers, _Numbers],
    languages: Languages,
) -> list[SaidNumber]:
    """Return the numbers of ``side`` that nothing opposite, or near that, may say."""
    own, opposed = numbers
    said = _said(opposed)
    free = [
        one
        for one in own
        if one.sureness is not Sureness.WEAK and not said.answers(one)
    ]
    if not free:
        return []
    theirs = languages[1 if side == "left" else 0]
    said = said.with_values(hinted_values(row.opposite(side), theirs))
    near = _said(said_numbers(row.around(opposite(side)), theirs))
    both = f"{row.left}\n{row.right}"
    return [
        one if theirs in READ_IN_WORDS else one.with_sureness(_opposite_unread(one))
        for one in free
        if not said.answers(one)
        and not near.answers(one)
        and not said.answers_otherwise(one, both)
    ]


class _Said(NamedTuple):
    """The values that numbers say; ``plain`` are those without *million* behind."""

    plain: frozenset[float]
    every: frozenset[float]

    def with_values(self, values: frozenset[float]) -> _Said:
        """Return these and more, and the last two figures of years."""
        values |= {value % _HUNDRED for value in self.plain if is_year(value)}
        return _Said(self.plain | values, self.every | values)

    def answers(self, one: SaidNumber) -> bool:
        """Tell whether one of the values is that of the number."""
        if not self.every.isdisjoint(one.readings):
            return True
        if not self.plain.isdisjoint(one.bare):
            return True
        return len(one.parts) > 1 and self.plain.issuperset(map(float, one.parts))

    def answers_otherwise(self, one: SaidNumber, text: str) -> bool:
        """Tell whether one is the value in another count: years, hours, weeks."""
        return any(
            other in self.plain
            for value in one.readings
            for other in other_ways(value, text)
        )


def _said(numbers: _Numbers) -> _Said:
    parts = [float(part) for one in numbers for part in one.parts if not one.scaled]
    plain = [one.readings for one in numbers if not one.scaled]
    every = [one.readings | one.bare for one in numbers if one.scaled]
    said = frozenset[float]().union(*plain, parts)
    return _Said(said, said.union(*every))


def _opposite_unread(one: SaidNumber) -> Sureness:
    """Return how sure a number is that the other side may say in unknown words."""
    if not one.figures:
        return Sureness.WEAK
    plain = all(value < _HUNDRED or value % _HUNDRED == 0 for value in one.bare)
    return Sureness.LIKELY if plain else Sureness.SURE


# What stands for what ----------------------------------------------------------


def _paired(
    free: tuple[_Numbers, _Numbers], lengths: tuple[int, int]
) -> list[tuple[SaidNumber, SaidNumber]]:
    """Return the numbers that may stand for each other, nearest places first."""
    candidates = sorted(
        (abs(one.start / lengths[0] - other.start / lengths[1]), one, other)
        for one in free[0]
        for other in free[1]
        if _comparable(one, other)
    )
    found: list[tuple[SaidNumber, SaidNumber]] = []
    gone: set[SaidNumber] = set()
    for _, one, other in candidates:
        if one not in gone and other not in gone:
            found.append((one, other))
            gone |= {one, other}
    return found


def _comparable(one: SaidNumber, other: SaidNumber) -> bool:
    """Tell numbers that may stand for each other from *two* and *1956*."""
    if Sureness.WEAK in {one.sureness, other.sureness}:
        return False
    if Sureness.LIKELY not in {one.sureness, other.sureness}:
        return True
    return max(min(one.readings), min(other.readings)) < _HUNDRED


def _converted(
    row: TranslatedRow, one: SaidNumber, other: SaidNumber, languages: Languages
) -> bool:
    """Tell one measure in two units: *60 feet*, *18 metres*."""
    ours = unit_behind(row.left, one.end, languages[0])
    theirs = unit_behind(row.right, other.end, languages[1])
    if ours is None or theirs is None:
        return False
    size, its_size = ours.size_beside(theirs), theirs.size_beside(ours)
    if size is None and its_size is None:
        return False
    size, its_size = size or ours.size, its_size or theirs.size
    return size != its_size and any(
        isclose(value * size, its * its_size, rel_tol=_CONVERSION)
        for value in one.readings
        for its in other.readings
    )


def _mark(
    row: TranslatedRow,
    one: SaidNumber | None,
    other: SaidNumber | None,
    languages: Languages,
) -> Difference:
    dated = [
        in_a_date(text, number, language)
        for text, number, language in (
            (row.left, one, languages[0]),
            (row.right, other, languages[1]),
        )
        if number is not None
    ]
    return Difference(
        Kind.DATE if all(dated) else Kind.NUMBER, _span(one), _span(other)
    )


def _span(number: SaidNumber | None) -> Span | None:
    return None if number is None else Span(number.start, number.end)
