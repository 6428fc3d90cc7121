"""One change since the base with its words in all three texts, as a list tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.from_base.told_from_base import FromBase, words_told
from tui_app.core.model import Document, Span
from tui_app.review.base_stops import told_of_phrase
from tui_app.review.journey import Stay
from tui_app.review.stops import Stop, Stops

AROUND = 60
"""Characters of the passage on each side of the words."""


class BaseChange(NamedTuple):
    """The words of a change in the three texts, empty where one has none.

    Of a whole row they are the passages. ``before`` and ``after`` stand around them,
    ``stay`` is where they are, on the right if it has any.
    """

    base: str
    left: str
    right: str
    before: str
    after: str
    stay: Stay


class _Places(NamedTuple):
    base: Sequence[Span]
    left: Sequence[Span]
    right: Sequence[Span]


def change_at(stops: Stops, stop: Stop) -> BaseChange:
    """Return the change of a stop; ``stops`` visit the changes of one status."""
    base = stops.from_base.base.text if stops.from_base else ""
    left, right = stops.comparison.left, stops.comparison.right
    places = _places(stops, stop)
    if any(start < end for start, end in places.right) or not places.left:
        stay, end = Stay("right", places.right[0].start), places.right[-1].end
        text = right.text
    else:
        stay, end = Stay("left", places.left[0].start), places.left[-1].end
        text = left.text
    before = text[max(0, stay.offset - AROUND) : stay.offset].split("\n")[-1]
    return BaseChange(
        words_told(base, places.base),
        words_told(left.text, places.left),
        words_told(right.text, places.right),
        before,
        text[end : end + AROUND].split("\n")[0],
        stay,
    )


def _places(stops: Stops, stop: Stop) -> _Places:
    shown, told = stops.comparison, stops.told(stop.row)
    if stops.options.since_base is FromBase.KEPT:
        # A row that moved from the base on comes before what is kept in it.
        number = stop.number - (told.moved is FromBase.KEPT)
        if number >= 0:
            kept = told.kept[number]
            return _Places([kept.base], [kept.left], [kept.right])
    phrase = stops.of_row(stop.row)[stop.number]
    base = told_of_phrase(phrase, shown, stop.row, told).base
    if phrase.differences:
        return _Places(base, phrase.spans("left"), phrase.spans("right"))
    row = shown.rows[stop.row]
    left, right = _passages(shown.left, row.left), _passages(shown.right, row.right)
    return _Places(base, left, right)


def _passages(document: Document, units: Sequence[int]) -> list[Span]:
    return [Span(*document.units[unit][:2]) for unit in units]
