"""The places that ``]`` and ``[`` visit: one for each change a reader sees."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import Difference, Relation, Span
from tui_app.review.options import MarkOptions

COMPARED_AT_MOST = 60_000
"""Characters of a row (both sides) whose words are compared while it is painted;
longer rows are half a second and more of work, and show no marks within."""


def is_comparable(comparison: Comparison, row: int) -> bool:
    """Tell whether the row's words can be compared in the time of a repaint."""
    content = comparison.rows[row]
    if content.relation is not Relation.CHANGED:
        return False
    left, right = comparison.left.units, comparison.right.units
    size = sum(left[number].end - left[number].start for number in content.left)
    size += sum(right[number].end - right[number].start for number in content.right)
    return size <= COMPARED_AT_MOST


def rows_too_long(comparison: Comparison) -> int:
    """Return how many rows differ in what is not compared, nor marked."""
    rows = enumerate(comparison.rows)
    return sum(
        row.relation is Relation.CHANGED and not is_comparable(comparison, number)
        for number, row in rows
    )


class Stop(NamedTuple):
    """A place to stop at: the row and the number of the change in it."""

    row: int
    number: int


@dataclass(frozen=True, slots=True)
class Stops:
    """Walks over the changes of a comparison; differences are worked out on the way."""

    comparison: Comparison
    options: MarkOptions

    def of_row(self, row: int) -> tuple[tuple[Difference, ...], ...]:
        """Return the row's changes in the order of the texts.

        Differences of one group are one change. A row that only one side has is one
        change without differences, unless only facts are asked for.
        """
        relation = self.comparison.rows[row].relation
        if relation in {Relation.LEFT_ONLY, Relation.RIGHT_ONLY}:
            return () if self.options.facts_only else ((),)
        if relation is Relation.SAME:
            return ()
        if not is_comparable(self.comparison, row):
            return () if self.options.facts_only else ((),)
        grouped: dict[object, list[Difference]] = {}
        for number, one in enumerate(self.comparison.differences(row)):
            if self.options.stops_at(one, self.comparison):
                key = ("alone", number) if one.group is None else one.group
                grouped.setdefault(key, []).append(one)
        return tuple(tuple(group) for group in grouped.values())

    def after(self, row: int, number: int, hidden: Container[int] = ()) -> Stop | None:
        """Return the next stop after the change ``number`` (-1: before the first).

        Rows in ``hidden`` are passed by.
        """
        if row not in hidden and number + 1 < len(self.of_row(row)):
            return Stop(row, number + 1)
        for later in range(row + 1, len(self.comparison.rows)):
            if later not in hidden and self.of_row(later):
                return Stop(later, 0)
        return None

    def before(self, row: int, number: int, hidden: Container[int] = ()) -> Stop | None:
        """Return the stop before the change ``number``."""
        if row not in hidden and number > 0:
            return Stop(row, number - 1)
        for earlier in range(row - 1, -1, -1):
            if earlier not in hidden and (found := self.of_row(earlier)):
                return Stop(earlier, len(found) - 1)
        return None

    def spans(self, stop: Stop) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the spans of the stop on the left and on the right."""
        found = self.of_row(stop.row)[stop.number]
        return (
            tuple(one.left for one in found if one.left),
            tuple(one.right for one in found if one.right),
        )
