"""What a quantity says, and when two say as much.

An amount, a bound or a quantifier; the words for bounds and quantifiers are below.
"""

from __future__ import annotations

from collections.abc import Hashable
from enum import Enum, auto
from math import isclose
from typing import Final, NamedTuple

from tui_app.core.collation.collation import Stretch
from tui_app.core.english.word_lists import table_rows, word_set

AT_LEAST: Final = "at least"


AT_MOST: Final = "at most"


NEARLY: Final = "nearly"


ABOUT: Final = "about"


BY: Final = "by"


TO: Final = "to"


class QuantitySort(Enum):
    """The sorts of quantity."""

    AMOUNT = auto()  # five, 1.5 million, half, 20 %
    ORDINAL = auto()  # the fifth
    VAGUE = auto()  # dozens, several hundred
    PLURAL = auto()  # years, decades, a long time
    QUANTIFIER = auto()  # all, some, few
    SERIES = auto()  # version 4.2.1


class Quantity(NamedTuple):
    """A quantity and the tokens that say it.

    ``amount`` is in the unit written; ``size`` is what one of that unit is in the
    unit of its ``dimension`` (``None``: nothing measured). ``word`` names a vague
    quantity or the class of a quantifier. ``loose`` tells that the comparator may
    be none (*over two decades* is also *during*).
    """

    measure: QuantitySort
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


# Found once: every two numbers of a row may be compared.
_AMOUNT: Final = QuantitySort.AMOUNT


def what_it_measures(quantity: Quantity) -> Hashable:
    """Return what of a quantity counts, apart from where it stands."""
    one = quantity
    said = one.amount, one.size, one.dimension, one.comparator, one.loose
    # The value, for the hash of a member is worked out in Python each time.
    return one.measure.value, one.word, said


def same_quantity(one: Quantity, other: Quantity) -> bool:
    """Tell whether both say as much, however written."""
    if one.measure is _AMOUNT and other.measure is _AMOUNT:
        return same_amount(one, other) and same_comparator(one, other)
    if (
        one.measure is QuantitySort.QUANTIFIER
        or other.measure is QuantitySort.QUANTIFIER
    ):
        return _same_quantifier(one, other)
    if _is_worded(one) or _is_worded(other):
        return one.measure is other.measure and _same_word(one, other)
    if one.measure is not other.measure and (one.dimension or other.dimension):
        return False  # the second, and two metres
    return same_amount(one, other) and same_comparator(one, other)


_WORDED = frozenset({QuantitySort.VAGUE, QuantitySort.PLURAL, QuantitySort.SERIES})


def _is_worded(quantity: Quantity) -> bool:
    return quantity.measure in _WORDED


def _same_word(one: Quantity, other: Quantity) -> bool:
    both = {one.word, other.word}
    return len(both) == 1 or both == {"long", "years"}


def _same_quantifier(one: Quantity, other: Quantity) -> bool:
    if one.measure is not other.measure:
        if one.word == other.word:
            return True  # all, and all three of them
        counted = one if other.measure is QuantitySort.QUANTIFIER else other
        word = other.word if counted is one else one.word
        return word in _OF_TWO and counted.amount == _TWO
    both = frozenset({one.word, other.word})
    if len(both) == 1 or both in COMPATIBLE:
        return True
    comparative = {"more", "fewer"}
    return not both.isdisjoint(comparative) and both != comparative


_OF_TWO = frozenset({"both", "couple", "either"})

_TWO = 2.0

_CONVERSION = 0.02
"""Two units of one dimension may differ by rounding: 62 miles are 100 km."""


_NOISE = 1e-14
"""By so much floats of one value differ that were reckoned in different ways."""


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Tell whether the amounts agree, units converted where both have one."""
    if one.dimension is None or other.dimension is None:
        return isclose(one.amount, other.amount, rel_tol=_NOISE)
    if one.dimension != other.dimension:
        return _same_heat(one, other)
    if one.dimension == "degrees":
        return isclose(one.amount, other.amount) or _is_fahrenheit_of(one, other)
    tolerance = _NOISE if one.size == other.size else _CONVERSION
    return isclose(one.amount * one.size, other.amount * other.size, rel_tol=tolerance)


_DEGREES = {"temperature", "fahrenheit", "degrees"}

_ROUNDED = 0.56
"""As much as a degree Fahrenheit: by so much degrees differ for rounding."""


def _is_fahrenheit_of(one: Quantity, other: Quantity) -> bool:
    """Tell degrees of one scale from those of the other: 30 and 86."""
    low, high = sorted((one.amount, other.amount))
    return isclose(low * 1.8 + 32, high, abs_tol=1)


def _same_heat(one: Quantity, other: Quantity) -> bool:
    """Tell whether degrees may be as much, where a side does not say of which scale."""
    if not {one.dimension, other.dimension} <= _DEGREES:
        return False
    return any(
        isclose(heat, its, abs_tol=_ROUNDED)
        for heat in _celsius(one)
        for its in _celsius(other)
    )


def _celsius(degrees: Quantity) -> list[float]:
    """Return what the degrees may be in degrees Celsius."""
    from_fahrenheit = (degrees.amount - 32) / 1.8
    if degrees.dimension == "degrees":
        return [degrees.amount, from_fahrenheit]
    return [degrees.amount if degrees.dimension == "temperature" else from_fahrenheit]


_HALF = 0.5
"""By as much a thing is cut as it is cut to."""


def same_comparator(one: Quantity, other: Quantity) -> bool:
    """Tell whether neither says *at least* or *at most* where the other does not.

    *Cut by ten* is not *cut to ten* either.
    """
    if one.loose or other.loose or one.comparator == other.comparator:
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


_CLASSES: Final = """
all: all every each entire whole everyone everybody everything
most: most majority
many: many much numerous countless plenty lots innumerable umpteen
some: some several various certain multiple
few: few handful little
more: more
fewer: fewer less
both: both
none: no none neither
either: either
"""


QUANTIFIERS: Final[dict[str, str]] = {
    word: line.split(":")[0]
    for line in table_rows(_CLASSES)
    for word in line.split(":")[1].split()
}


PHRASES: Final[dict[tuple[str, ...], str]] = {
    ("a", "few"): "some",
    ("quite", "a", "few"): "many",
    ("only", "a", "few"): "some",
    ("very", "few"): "few",
    ("a", "handful"): "few",
    ("a", "small", "number"): "few",
    ("a", "number"): "some",
    ("a", "couple"): "couple",
    ("a", "lot"): "many",
    ("a", "great", "deal"): "many",
    ("a", "good", "deal"): "many",
    ("a", "great", "many"): "many",
    ("a", "large", "number"): "many",
    ("large", "number"): "many",
    ("large", "numbers"): "many",
    ("a", "wealth"): "many",
    ("a", "host"): "many",
    ("a", "majority"): "most",
    ("the", "majority"): "most",
    ("the", "vast", "majority"): "most",
    ("vast", "majority"): "most",
    ("the", "bulk"): "most",
    ("a", "minority"): "few",
    ("almost", "all"): "most",
    ("nearly", "all"): "most",
    ("almost", "every"): "most",
    ("nearly", "every"): "most",
    ("hardly", "any"): "few",
    ("almost", "no"): "few",
    ("not", "many"): "few",
    ("not", "much"): "few",
    ("virtually", "all"): "most",
    ("not", "one"): "none",
}


COMPATIBLE: Final = frozenset(
    {
        frozenset({"all", "both"}),
        frozenset({"either", "both"}),
        frozenset({"many", "more"}),
        frozenset({"few", "fewer"}),
        frozenset({"none", "fewer"}),
        frozenset({"couple", "some"}),
        frozenset({"couple", "both"}),
    }
)

"""Classes that may stand for each other without a change of what is said."""


COMPARATORS: Final[dict[tuple[str, ...], str]] = {
    ("more", "than"): AT_LEAST,
    ("over",): AT_LEAST,
    ("at", "least"): AT_LEAST,
    ("above",): AT_LEAST,
    ("beyond",): AT_LEAST,
    ("exceeding",): AT_LEAST,
    ("exceeds",): AT_LEAST,
    ("exceed",): AT_LEAST,
    ("exceeded",): AT_LEAST,
    ("upwards", "of"): AT_LEAST,
    ("upward", "of"): AT_LEAST,
    ("in", "excess", "of"): AT_LEAST,
    ("greater", "than"): AT_LEAST,
    ("higher", "than"): AT_LEAST,
    ("longer", "than"): AT_LEAST,
    ("larger", "than"): AT_LEAST,
    ("bigger", "than"): AT_LEAST,
    ("older", "than"): AT_LEAST,
    ("a", "minimum", "of"): AT_LEAST,
    ("minimum", "of"): AT_LEAST,
    ("no", "fewer", "than"): AT_LEAST,
    ("no", "less", "than"): AT_LEAST,
    ("not", "less", "than"): AT_LEAST,
    ("topped",): AT_LEAST,
    ("less", "than"): AT_MOST,
    ("fewer", "than"): AT_MOST,
    ("under",): AT_MOST,
    ("below",): AT_MOST,
    ("up", "to"): AT_MOST,
    ("at", "most"): AT_MOST,
    ("at", "the", "most"): AT_MOST,
    ("as", "many", "as"): AT_MOST,
    ("as", "much", "as"): AT_MOST,
    ("not", "exceed"): AT_MOST,
    ("not", "exceeding"): AT_MOST,
    ("no", "more", "than"): AT_MOST,
    ("not", "more", "than"): AT_MOST,
    ("a", "maximum", "of"): AT_MOST,
    ("maximum", "of"): AT_MOST,
    ("maximum",): AT_MOST,
    ("capped", "at"): AT_MOST,
    ("limited", "to"): AT_MOST,
    ("restricted", "to"): AT_MOST,
    ("limit", "of"): AT_MOST,
    ("ceiling", "of"): AT_MOST,
    ("cap", "of"): AT_MOST,
    ("minimum",): AT_LEAST,
    ("lower", "than"): AT_MOST,
    **{
        ("no", comparative, "than"): AT_MOST
        for comparative in ("larger", "bigger", "greater", "higher", "longer", "older")
    },
    ("shorter", "than"): AT_MOST,
    ("smaller", "than"): AT_MOST,
    ("younger", "than"): AT_MOST,
    ("nearly",): NEARLY,
    ("almost",): NEARLY,
    ("close", "to"): NEARLY,
    ("just", "under"): NEARLY,
    ("just", "below"): NEARLY,
    ("just", "over"): AT_LEAST,
    ("about",): ABOUT,
    ("around",): ABOUT,
    ("roughly",): ABOUT,
    ("approximately",): ABOUT,
    ("some",): ABOUT,
    ("circa",): ABOUT,
    ("an", "estimated"): ABOUT,
    ("estimated",): ABOUT,
}


BOUNDING: Final[dict[str | None, frozenset[str]]] = {
    AT_MOST: word_set("""
        maximum max most limit limited limits limiting cap caps capped ceiling
        restricted exceed exceeding larger bigger greater reach reached reaches
        reaching almost nearly fell drop dropped below under within"""),
    AT_LEAST: word_set("""
        minimum min least exceed exceeds exceeded exceeding cross crossed crossing
        surpass surpassed surpasses surpassing top topped pass passed passing clear
        cleared clearing beyond above over more"""),
}

"""Words that set a bound, though they do not stand right before the number."""


CHANGED: Final = {"by": BY, "to": TO}
"""What may stand before a number without a comparator: the change or its end."""


LONGEST_COMPARATOR: Final = max(map(len, COMPARATORS))


COMPARATORS_AFTER: Final[dict[tuple[str, ...], str]] = {
    ("or", "more"): AT_LEAST,
    ("or", "above"): AT_LEAST,
    ("or", "over"): AT_LEAST,
    ("or", "less"): AT_MOST,
    ("or", "fewer"): AT_MOST,
    ("or", "under"): AT_MOST,
    ("or", "so"): ABOUT,
    ("at", "maximum"): AT_MOST,
    ("at", "most"): AT_MOST,
    ("at", "least"): AT_LEAST,
    ("and", "more"): AT_LEAST,
    ("and", "over"): AT_LEAST,
    ("and", "above"): AT_LEAST,
    ("and", "older"): AT_LEAST,
    ("or", "older"): AT_LEAST,
    ("and", "under"): AT_MOST,
    ("and", "below"): AT_MOST,
    ("or", "below"): AT_MOST,
    ("and", "younger"): AT_MOST,
    ("or", "younger"): AT_MOST,
}
