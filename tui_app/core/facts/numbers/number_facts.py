"""Which numbers differ."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from typing import Final

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.cancelling import cancel, exchanged, paired, without_pairs
from tui_app.core.facts.negation.negators import is_negative
from tui_app.core.facts.numbers.quantities import QuantityMention
from tui_app.core.facts.numbers.quantity import (
    BOUNDING,
    Quantity,
    QuantitySort,
    comparable,
    same_amount,
    same_comparator,
    same_quantity,
    shows_comparator,
    what_it_measures,
)
from tui_app.core.facts.passage import Fact, Sides
from tui_app.core.kinds import Kind


def number_facts(
    sides: Sides,
    left: Sequence[QuantityMention],
    right: Sequence[QuantityMention],
    *,
    retelling: bool = False,
) -> list[Fact]:
    """Return the numbers that differ.

    In a ``retelling`` a number says as much with *up to* as without.
    """
    if not (left and right):
        return []
    slid = exchanged(sides, left, right, same_quantity)
    left, right = without_pairs(left, right, slid)
    rest, others = cancel(sides, left, right, same_quantity, what_it_measures)
    rest, others = _without_shares(rest, others)
    others, rest = _without_shares(others, rest)
    return [
        _fact(one.value, other.value)
        for one, other in slid + paired(sides, rest, others, comparable, _sort)
        if not same_quantity(one.value, other.value)
        and _alike(one.value, other.value)
        and _of_one_unit(sides, one, other)
        and not _bounded_elsewhere(sides, one, other)
        and not (retelling and _up_to_so_many(sides, one, other))
        and (not _none_of(one.value, other.value) or _is_none(sides, one, other))
    ]


def _sort(quantity: Quantity) -> tuple[QuantitySort, str | None]:
    return quantity.measure, quantity.dimension


def _none_of(one: Quantity, other: Quantity) -> bool:
    """Tell *none*, that other words may say, from quantities that stand alone."""
    return "none" in {one.word, other.word}


def _is_none(sides: Sides, one: QuantityMention, other: QuantityMention) -> bool:
    """Tell *none* from what other words may deny: *both declined*, *neither wanted*."""
    if other.value.word == "none":
        passage, mention = sides.left, one
    else:
        passage, mention = sides.right, other
    own = range(mention.start, mention.end)
    return sides.framed(one, other) and not any(
        is_negative(word)
        for at, word in enumerate(passage.words)
        if not passage.same[at] and at not in own
    )


def _alike(one: Quantity, other: Quantity) -> bool:
    """Tell measures apart that say nothing of each other: *the first*, *none*."""
    if QuantitySort.ORDINAL in {one.measure, other.measure}:
        return one.measure is other.measure
    percent = "ratio" in {one.dimension, other.dimension} and 0.01 in {
        one.size,
        other.size,
    }
    return not (percent and "multiple" in {one.dimension, other.dimension})


def _of_one_unit(sides: Sides, one: QuantityMention, other: QuantityMention) -> bool:
    """Tell *several weeks* opposite *two weeks* from *each* opposite *six-day*."""
    if {one.value.measure, other.value.measure} != {
        QuantitySort.QUANTIFIER,
        QuantitySort.AMOUNT,
    }:
        return True
    if one.value.unit is None and other.value.unit is None:
        return True
    left, right = one.value.core.end, other.value.core.end
    return left < len(sides.left.words) and sides.left.partner[left] == right


_NEAR: Final = 8

"""Words from a number within which another word may set its bound."""


def _bounded_elsewhere(
    sides: Sides, one: QuantityMention, other: QuantityMention
) -> bool:
    """Tell *up to two* from *two at the maximum*, *over seven* from *crossed seven*."""
    ours, theirs = one.value, other.value
    if not same_amount(ours, theirs) or same_comparator(ours, theirs):
        return False
    if ours.comparator in BOUNDING:
        bounding = BOUNDING[ours.comparator]
        passage, mention = sides.right, other
        bare = theirs.comparator not in BOUNDING
    else:
        bounding = BOUNDING.get(theirs.comparator, frozenset())
        passage, mention, bare = sides.left, one, True
    first, last = max(0, mention.start - _NEAR), mention.end + _NEAR
    around = zip(passage.words[first:last], passage.equal[first:last], strict=True)
    return bare and any(word in bounding for word, equal in around if not equal)


_UP_TO: Final = {("up", "to"), ("as", "many", "as"), ("as", "much", "as")}


def _up_to_so_many(sides: Sides, one: QuantityMention, other: QuantityMention) -> bool:
    """Tell *up to five* from *five*: nothing but such words makes the difference."""
    leads = [
        tuple(passage.words[slice(*quantity.lead)])
        for passage, quantity in ((sides.left, one.value), (sides.right, other.value))
        if quantity.lead
    ]
    alone = len(leads) == 1 and leads[0] in _UP_TO
    return alone and same_amount(one.value, other.value)


def _without_shares(
    here: list[QuantityMention], there: list[QuantityMention]
) -> tuple[list[QuantityMention], list[QuantityMention]]:
    """Drop *two out of three* here and its two numbers apart there."""
    shares = [one for one in here if one.value.parts]
    if not (shares and there):
        return here, there
    numbers: dict[float, deque[QuantityMention]] = defaultdict(deque)
    for one in there:
        numbers[one.value.amount].append(one)
    gone: set[QuantityMention] = set()
    for share in shares:
        parts = set(share.value.parts)
        if all(numbers[part] for part in parts):
            gone |= {share, *(numbers[part].popleft() for part in parts)}
    return (
        [one for one in here if one not in gone],
        [one for one in there if one not in gone],
    )


def _fact(one: Quantity, other: Quantity) -> Fact:
    """Return the fact, marked on the parts of the quantities that differ."""
    return Fact(Kind.NUMBER, _marked(one, other), _marked(other, one))


def _marked(one: Quantity, other: Quantity) -> Stretch:
    stretches = [one.core]
    if one.measure is other.measure is QuantitySort.AMOUNT:
        if one.lead and shows_comparator(one, other):
            stretches.append(one.lead)
        if one.unit and _other_unit(one, other):
            stretches.append(one.unit)
    return Stretch(
        min(stretch.start for stretch in stretches),
        max(stretch.end for stretch in stretches),
    )


def _other_unit(one: Quantity, other: Quantity) -> bool:
    if (one.dimension, one.size) == (other.dimension, other.size):
        return False
    return other.dimension is not None or not same_amount(one, other)
