"""How many changes and facts the rows have, how much is alike, what is left to see."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cached_property
from operator import add
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.likeness import estimated_likeness, paired_share
from tui_app.core.units import unit_lengths
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting.counting_work import MANY_ROWS
from tui_app.review.row_counting.tallies import TallyColumns
from tui_app.review.stop_numbers import StopNumbers


class CountsByRow(NamedTuple):
    """For each row, how many facts differ and how many characters of both sides do."""

    facts: Sequence[int]
    unlike: Sequence[int]


def likeness_before_counting(comparison: Comparison) -> float | None:
    """Return about how alike, or paired, the texts are, where counting takes long."""
    if len(comparison.rows) <= MANY_ROWS:
        return None
    if comparison.translation:
        return paired_share(comparison)
    return estimated_likeness(comparison)


class RowCounts:
    """The numbers of one comparison; its rows are counted bit by bit, each once."""

    def __init__(self, comparison: Comparison) -> None:
        rows = comparison.rows
        self._comparison = comparison
        self._stops = array("I", bytes(4 * len(rows)))
        self._fact_stops = self._stops[:]
        self._small_stops = self._stops[:]
        self._unlike_of_rows = self._stops[:]
        self._counted = 0
        self._unlike = 0
        self._numbers: dict[tuple[str, bool, bool], StopNumbers] = {}
        self.facts = 0
        self.wordings = 0
        self.too_long = 0

    @cached_property
    def one_sided(self) -> int:
        """Return how many rows have one side only."""
        return sum(self._one_sided)

    @cached_property
    def _one_sided(self) -> Sequence[int]:
        rows = self._comparison.rows
        return bytes(not (row.left and row.right) for row in rows)

    @cached_property
    def _moved(self) -> Sequence[int]:
        return bytes(row.moved for row in self._comparison.rows)

    @cached_property
    def _size(self) -> int:
        """Return how many characters all rows have: each unit stands in one."""
        sides = self._comparison.left, self._comparison.right
        return sum(sum(unit_lengths(one.units)) for one in sides)

    @cached_property
    def _paired(self) -> float | None:
        return paired_share(self._comparison)

    def add(self, first: int, tallies: TallyColumns) -> None:
        """Take in the counts of the rows from ``first`` on."""
        self._numbers.clear()
        here = slice(first, first + len(tallies))
        self._stops[here] = tallies.changes
        self._fact_stops[here] = tallies.facts
        self._small_stops[here] = tallies.small
        self._unlike_of_rows[here] = tallies.unlike
        self._unlike += sum(tallies.unlike)
        self.facts += sum(tallies.facts)
        self.wordings += sum(tallies.wordings)
        self.too_long += sum(tallies.too_long)
        self._counted += len(tallies)

    @property
    def by_row(self) -> CountsByRow:
        """The numbers row by row; they grow while rows are counted."""
        return CountsByRow(self._fact_stops, self._unlike_of_rows)

    @property
    def complete(self) -> bool:
        """Tell whether all rows have been counted."""
        return self._counted >= len(self._comparison.rows)

    @property
    def alike(self) -> float | None:
        """Return the share of both texts that is the same, or paired across languages.

        ``None`` for no texts.
        """
        if self._comparison.translation:
            return self._paired
        return 1 - self._unlike / self._size if self._size else None

    def stops(self, marks: MarkOptions) -> StopNumbers:
        """Return the numbers of the stops that are visited; they are kept."""
        visited = marks.visits, marks.visits_facts, marks.small
        if visited not in self._numbers:
            self._numbers[visited] = StopNumbers(self._stops_at(marks))
        return self._numbers[visited]

    def _stops_at(self, marks: MarkOptions) -> Sequence[int]:
        """Return how many stops each row has."""
        if marks.visits == "one-sided":
            return self._one_sided
        if marks.visits == "moved":
            return self._moved
        if marks.visits_facts:
            return self._fact_stops
        if marks.small:
            return [*map(add, self._stops, self._small_stops)]
        return self._stops


class Counts:
    """The numbers to be shown: the latest that are complete.

    ``known`` are those, of the rows before until those of the rows on the screen are
    counted (``up_to_date``). ``estimate`` is about how alike the texts are.
    """

    def __init__(self) -> None:
        self.known: RowCounts | None = None
        self.estimate: float | None = None
        self._current: RowCounts | None = None

    def begin(self, comparison: Comparison) -> None:
        """Count the rows of this comparison from now on."""
        self._current = RowCounts(comparison)

    def outdate(self) -> None:
        """Take what is known as said of other rows; those shown are not counted yet."""
        self._current = None

    def add(self, first: int, tallies: TallyColumns) -> None:
        """Take in the counts of the rows from ``first`` on."""
        if self._current is not None:
            self._current.add(first, tallies)
            if self._current.complete:
                self.known = self._current

    @property
    def by_row(self) -> CountsByRow | None:
        """The numbers of the rows on the screen, ``None`` until all are counted."""
        known = self.known if self.up_to_date else None
        return None if known is None else known.by_row

    @property
    def up_to_date(self) -> bool:
        """Tell whether what is known is said of the rows on the screen."""
        return self.known is self._current
