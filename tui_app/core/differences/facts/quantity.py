"""What a number says: how much of what, and whether at least or at most so much."""

from __future__ import annotations

from collections.abc import Hashable
from enum import Enum, auto
from math import isclose
from typing import NamedTuple

from tui_app.core.differences.collation import Stretch
from tui_app.core.differences.facts.tables.quantifiers import (
    AT_LEAST,
    AT_MOST,
    BY,
    COMPATIBLE,
    TO,
)


class Measure(Enum):
    """The sorts of quantity."""

    AMOUNT = auto()  # five, 1.5 million, half, 20 %
    ORDINAL = auto()  # the fifth
    VAGUE = auto()  # dozens, several hundred
    PLURAL = auto()  # years, decades, a long time
    QUANTIFIER = auto()  # all, some, few


class Quantity(NamedTuple):
    """A quantity and the tokens that say it.

    ``amount`` is in the unit written; ``size`` is what one of that unit is in the
    unit of its ``dimension`` (``None``: nothing measured). ``word`` names a vague
    quantity or the class of a quantifier. ``loose`` tells that the comparator may
    be none (*over two decades* is also *during*).
    """

    measure: Measure
    core: Stretch
    amount: float = 0.0
    word: str = ""
    dimension: str | None = None
    size: float = 1.0
    comparator: str | None = None
    loose: bool = False
    lead: Stretch | None = None
    unit: Stretch | None = None
    parts: tuple[float, ...] = ()


_HALF = 0.5
"""By as much a thing is cut as it is cut to."""
_CONVERSION = 0.02
"""Two units of one dimension may differ by rounding: 62 miles are 100 km."""


def meaning(quantity: Quantity) -> Hashable:
    """Return what of a quantity counts, apart from where it stands."""
    one = quantity
    said = one.amount, one.size, one.dimension, one.comparator, one.loose
    return one.measure, one.word, said


def same_quantity(one: Quantity, other: Quantity) -> bool:
    """Tell whether both say as much, however written."""
    if one.measure is Measure.QUANTIFIER or other.measure is Measure.QUANTIFIER:
        return _same_quantifier(one, other)
    if _is_worded(one) or _is_worded(other):
        return one.measure is other.measure and _same_word(one, other)
    return same_amount(one, other) and same_comparator(one, other)


def _is_worded(quantity: Quantity) -> bool:
    return quantity.measure is Measure.VAGUE or quantity.measure is Measure.PLURAL


def _same_word(one: Quantity, other: Quantity) -> bool:
    both = {one.word, other.word}
    return len(both) == 1 or both == {"long", "years"}


def _same_quantifier(one: Quantity, other: Quantity) -> bool:
    if one.measure is not other.measure:
        word = one.word or other.word
        amount = one.amount or other.amount
        return (word, amount) in {("both", 2.0), ("couple", 2.0), ("either", 2.0)}
    both = frozenset({one.word, other.word})
    if len(both) == 1 or both in COMPATIBLE:
        return True
    comparative = {"more", "fewer"}
    return not both.isdisjoint(comparative) and both != comparative


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Tell whether the amounts agree, units converted where both have one."""
    if one.dimension is None or other.dimension is None:
        return isclose(one.amount, other.amount, rel_tol=1e-9)
    if one.dimension != other.dimension:
        return False
    tolerance = 1e-9 if one.size == other.size else _CONVERSION
    return isclose(one.amount * one.size, other.amount * other.size, rel_tol=tolerance)


def same_comparator(one: Quantity, other: Quantity) -> bool:
    """Tell whether neither says *at least* or *at most* where the other does not.

    *Cut by ten* is not *cut to ten* either.
    """
    if one.loose or other.loose:
        return True
    both = {one.comparator, other.comparator}
    if both == {BY, TO}:
        return one.amount == _HALF
    bounds = both & {AT_LEAST, AT_MOST}
    if not bounds or len(both) == 1:
        return True
    return both == {AT_MOST, "nearly"}


def shows_comparator(one: Quantity, other: Quantity) -> bool:
    """Tell whether the comparator of ``one`` belongs to what differs."""
    if same_comparator(one, other):
        return False
    return one.comparator not in {BY, TO} or other.comparator in {BY, TO}


def comparable(one: Quantity, other: Quantity) -> bool:
    """Tell whether one could stand for the other far apart: same sort, same unit."""
    return one.measure is other.measure and (
        one.dimension is None
        or other.dimension is None
        or one.dimension == other.dimension
    )
