"""Which dates differ."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.cancelling import cancel, paired
from tui_app.core.facts.dates.dates import WhenMention, dates
from tui_app.core.facts.dates.when import (
    Field,
    When,
    conflicts,
    precision_lost,
    same_when,
    what_it_says,
)
from tui_app.core.facts.passage import Fact, Sides
from tui_app.core.kinds import Kind

_PRECISION = (Field.DAY, Field.PART)


def date_mentions(
    sides: Sides, *, words: bool
) -> tuple[list[WhenMention], list[WhenMention]]:
    """Return the dates of both sides; without ``words`` only those in digits."""
    found = dates(sides.left), dates(sides.right)
    if words:
        return found
    return (
        [one for one in found[0] if _in_digits(sides.left.words, one)],
        [one for one in found[1] if _in_digits(sides.right.words, one)],
    )


def _in_digits(words: Sequence[str], mention: WhenMention) -> bool:
    return all(word[0].isdigit() for word in words[mention.start : mention.end])


def date_facts(
    sides: Sides,
    left: Sequence[WhenMention],
    right: Sequence[WhenMention],
) -> list[Fact]:
    """Return the dates that differ."""
    rest, others = cancel(sides, left, right, same_when, what_it_says)

    def conflict(one: When, other: When) -> bool:
        return bool(conflicts(one, other))

    return [
        _fact(one.value, other.value, fields)
        for one, other in paired(sides, rest, others, conflict)
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
