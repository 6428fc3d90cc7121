"""The places that ``]`` and ``[`` visit: one for each change a reader sees."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.differences.phrases import (
    WHOLE_ROW,
    Grade,
    Phrase,
    phrases,
    worth_marking,
)
from tui_app.core.from_base.told_from_base import NOTHING_TOLD, FromBase, RowFromBase
from tui_app.core.likeness import row_size
from tui_app.core.model import Difference, Relation, Span
from tui_app.review.base_stops import kept_stops, stops_since_base
from tui_app.review.options import MarkOptions

if TYPE_CHECKING:
    from tui_app.core.from_base.changes_from_base import ChangesFromBase

COMPARED_AT_MOST = 60_000
"""Characters of a row (both sides) whose words are compared while it is painted;
longer rows are half a second and more of work, and show no marks within."""


def is_comparable(comparison: Comparison, row: int) -> bool:
    """Tell whether the row's words can be compared in the time of a repaint."""
    if not comparison.may_differ(row):
        return False
    return row_size(comparison, row) <= COMPARED_AT_MOST


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


_KEPT = 1024
"""Rows whose phrases are remembered, as many as looks of rows."""


def phrases_of(
    differences: Iterable[Difference], comparison: Comparison, options: MarkOptions
) -> tuple[Phrase, ...]:
    """Return the phrases of a row of the comparison that has these differences."""
    counted = [one for one in differences if options.counts(one, comparison)]
    return phrases(counted, comparison.left.text, comparison.right.text)


class Stops:
    """Walks over the changes of a comparison; they are worked out on the way.

    ``from_base`` tells how they stand to the base, where there is one and it is known.
    """

    def __init__(
        self,
        comparison: Comparison,
        options: MarkOptions,
        from_base: ChangesFromBase | None = None,
    ) -> None:
        self.comparison = comparison
        self.options = options
        self.from_base = from_base
        self._known: dict[int, tuple[Phrase, ...]] = {}

    def phrases(self, row: int) -> tuple[Phrase, ...]:
        """Return the phrases that differ in the row, also those not stopped at.

        There are none where the row's words cannot be compared.
        """
        known = self._known.get(row)
        if known is None:
            known = ()
            if is_comparable(self.comparison, row):
                differences = self.comparison.differences(row)
                known = phrases_of(differences, self.comparison, self.options)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[row] = known
        return known

    def told(self, row: int) -> RowFromBase:
        """Return how the row stands to the base; nothing of one too long to paint."""
        if self.from_base is None:
            return NOTHING_TOLD
        if self.comparison.may_differ(row) and not is_comparable(self.comparison, row):
            return NOTHING_TOLD
        return self.from_base.of_row(row)

    def of_row(self, row: int) -> tuple[Phrase, ...]:
        """Return the row's changes to stop at, in the order of the texts.

        With a base, those of the status that is visited.
        """
        found, status = self._visited(row), self.options.since_base
        if status is None or self.from_base is None:
            return found
        told, whole = self.told(row), self.options.visits_whole_rows
        kept_too = status is FromBase.KEPT and not (whole or self.options.visits_facts)
        if kept_too:
            return tuple(kept_stops(told))
        if told.moved is status and not found:
            found = (WHOLE_ROW,)
        return tuple(stops_since_base(found, self.comparison, row, told, status))

    def _visited(self, row: int) -> tuple[Phrase, ...]:
        """Return the changes of the row that are of a kind that is visited.

        A row that only one side has, or that is too long to be compared, is one
        change without words of its own, unless only facts are asked for; so is each
        where whole rows are visited.
        """
        visited = self.options.visits_row(self.comparison.rows[row])
        if visited is not None:
            return (WHOLE_ROW,) if visited else ()
        if self.options.visits_facts:
            return tuple(one for one in self.phrases(row) if one.grade is Grade.FACT)
        if is_comparable(self.comparison, row):
            return worth_marking(self.phrases(row), small=self.options.small)
        same = self.comparison.rows[row].relation is Relation.SAME
        return () if same else (WHOLE_ROW,)

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
        """Return what the stop covers on the left and on the right."""
        found = self.of_row(stop.row)[stop.number]
        return found.spans("left"), found.spans("right")
