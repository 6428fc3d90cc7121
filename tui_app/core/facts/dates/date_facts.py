"""Which dates differ."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.cancelling import cancel, exchanged, paired, without_pairs
from tui_app.core.facts.dates.when import (
    Field,
    When,
    WhenMention,
    conflicts,
    precision_lost,
    same_when,
    what_it_says,
)
from tui_app.core.facts.passage import Fact, Sides
from tui_app.core.kinds import Kind

_PRECISION = (Field.DAY, Field.PART)


def date_facts(
    sides: Sides,
    left: Sequence[WhenMention],
    right: Sequence[WhenMention],
) -> list[Fact]:
    """Return the dates that differ."""
    if not (left and right):
        return []
    slid = exchanged(sides, left, right, same_when)
    left, right = without_pairs(left, right, slid)
    rest, others = cancel(sides, left, right, same_when, what_it_says)

    def conflict(one: When, other: When) -> bool:
        return bool(conflicts(one, other))

    return [
        _fact(one.value, other.value, fields)
        for one, other in slid + paired(sides, rest, others, conflict, what_it_says)
        if (fields := _differing(one.value, other.value))
    ]


def _differing(one: When, other: When) -> list[Field]:
    found = conflicts(one, other)
    if not found and precision_lost(one, other):
        return list(_PRECISION)
    return found


def _fact(one: When, other: When, fields: Sequence[Field]) -> Fact:
    return Fact(Kind.DATE, _marked(one, fields), _marked(other, fields))


def _marked(when: When, fields: Sequence[Field]) -> Stretch | None:
    places = [when.places[field] for field in fields if field in when.places]
    if not places:
        return None
    return Stretch(
        min(place.start for place in places), max(place.end for place in places)
    )
