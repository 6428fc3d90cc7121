"""How many changes and facts the rows have, how much is alike, what is left to see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.differences.phrases import Grade, worth_marking
from tui_app.core.likeness import (
    estimated_likeness,
    likeness_by_words,
    paired_share,
    row_size,
    unlike_size,
)
from tui_app.core.model import Difference, Relation
from tui_app.review.options import MarkOptions
from tui_app.review.stops import Stop, is_comparable, phrases_of

if TYPE_CHECKING:
    from tui_app.core.differences.row_differences import RowCollator
    from tui_app.core.differences.translated_rows import TranslatedRows

MANY_ROWS = 500
"""With more rows than this, counting takes long enough for an estimate before."""


class Tally(NamedTuple):
    """How many changes a row has, and facts and wordings among them.

    ``small`` are those that are only stopped at where all marks are on, ``unlike``
    the characters of both sides that differ. ``too_long`` is 1 for a row that is not
    compared: what it has of facts and wordings is not known.
    """

    changes: int
    facts: int
    wordings: int = 0
    small: int = 0
    unlike: int = 0
    too_long: int = 0


def row_tally(
    comparison: Comparison,
    row: int,
    collator: RowCollator | TranslatedRows,
    marks: MarkOptions,
) -> Tally | None:
    """Count the changes of a row; ``None`` where there can be none."""
    shown = comparison.rows[row]
    if is_comparable(comparison, row):
        return tally(collator.differences(shown), marks, comparison)
    if shown.relation is not Relation.SAME:
        return _lump(comparison, row)
    return Tally(0, 0) if comparison.translation else None


def tally(
    differences: tuple[Difference, ...], marks: MarkOptions, comparison: Comparison
) -> Tally:
    """Count the changes to stop at: a phrase is one."""
    found = phrases_of(differences, comparison, marks)
    changes = worth_marking(found, small=False)
    facts = sum(one.grade is Grade.FACT for one in changes)
    return Tally(
        len(changes),
        facts,
        len(changes) - facts,
        len(found) - len(changes),
        unlike_size(comparison, differences, marks.counting),
    )


def _lump(comparison: Comparison, row: int) -> Tally:
    """Count a row whose words are not compared: one change."""
    size = row_size(comparison, row)
    changed = comparison.rows[row].relation is Relation.CHANGED
    if changed:
        size = round(size * (1 - likeness_by_words(comparison, row)))
    return Tally(1, 0, unlike=size, too_long=int(changed))


def likeness_before_counting(comparison: Comparison) -> float | None:
    """Return about how alike, or paired, the texts are, where counting takes long."""
    if len(comparison.rows) <= MANY_ROWS:
        return None
    if comparison.translation:
        return paired_share(comparison)
    return estimated_likeness(comparison)


class RowCounts:
    """The numbers of one comparison; its rows are counted bit by bit."""

    def __init__(self, comparison: Comparison) -> None:
        rows = comparison.rows
        self._comparison = comparison
        self._stops = [0] * len(rows)
        self._fact_stops = [0] * len(rows)
        self._small_stops = [0] * len(rows)
        self._counted = 0
        self._unlike = 0
        self.facts = 0
        self.wordings = 0
        self.too_long = 0

    @cached_property
    def one_sided(self) -> int:
        """Return how many rows have one side only."""
        return sum(not (row.left and row.right) for row in self._comparison.rows)

    @cached_property
    def _size(self) -> int:
        rows = range(len(self._comparison.rows))
        return sum(row_size(self._comparison, row) for row in rows)

    @cached_property
    def _paired(self) -> float | None:
        return paired_share(self._comparison)

    @cached_property
    def _to_count(self) -> int:
        rows = self._comparison.rows
        if self._comparison.translation:
            return len(rows)
        return sum(row.relation is not Relation.SAME for row in rows)

    def add(self, tallies: Mapping[int, Tally]) -> None:
        """Take in the counts of some rows."""
        for row, tally in tallies.items():
            self._stops[row] = tally.changes
            self._fact_stops[row] = tally.facts
            self._small_stops[row] = tally.small
            self._unlike += tally.unlike
            self.facts += tally.facts
            self.wordings += tally.wordings
            self.too_long += tally.too_long
        self._counted += len(tallies)

    @property
    def complete(self) -> bool:
        """Tell whether all rows have been counted."""
        return self._counted >= self._to_count

    @property
    def alike(self) -> float | None:
        """Return the share of both texts that is the same, or paired across languages.

        ``None`` for no texts.
        """
        if self._comparison.translation:
            return self._paired
        return 1 - self._unlike / self._size if self._size else None

    def to_go(
        self,
        row: int,
        stop: Stop | None,
        marks: MarkOptions,
        hidden: frozenset[int] = frozenset(),
    ) -> int:
        """Return how many stops there are after this one, or from this row on.

        Those in later rows that are ``hidden`` do not count.
        """
        stops = self._stops_at(marks)
        if row >= len(stops):
            return 0
        here = stops[row] - (stop.number + 1 if stop and stop.row == row else 0)
        passed_by = sum(stops[one] for one in hidden if row < one < len(stops))
        return here + sum(stops[row + 1 :]) - passed_by

    def _stops_at(self, marks: MarkOptions) -> Sequence[int]:
        """Return how many stops each row has."""
        if marks.facts_only:
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

    def add(self, tallies: Mapping[int, Tally]) -> None:
        """Take in the counts of some of the rows."""
        if self._current is not None:
            self._current.add(tallies)
            if self._current.complete:
                self.known = self._current

    @property
    def up_to_date(self) -> bool:
        """Tell whether what is known is said of the rows on the screen."""
        return self.known is self._current
