"""How a section of two texts stands: how much is alike, what differs, what is done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.likeness import row_size
from tui_app.review.counts import CountsByRow, RowCounts
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting.counting_work import count_rows, in_stretches


class SectionNumbers(NamedTuple):
    """The numbers of some rows that follow each other.

    ``alike`` is the share of their characters that is the same, or that is paired
    across languages, 0 to 1; it and ``facts`` are ``None`` until they are counted.
    ``notes`` are those that begin there, ``reviewed`` rows.
    """

    rows: int
    alike: float | None
    facts: int | None
    left_only: int
    right_only: int
    moved: int
    notes: int
    reviewed: int

    @property
    def one_sided(self) -> int:
        """Return how many rows have one side only."""
        return self.left_only + self.right_only

    @property
    def reviewed_share(self) -> float:
        """Return the share of the rows that is reviewed, 0 to 1."""
        return self.reviewed / self.rows if self.rows else 0.0


class Done(NamedTuple):
    """What a reader has done: the first row of each note, and the rows reviewed."""

    notes: Iterable[int] = ()
    reviewed: frozenset[int] = frozenset()


class SectionCounter:
    """Tells the numbers of any rows that follow each other, at once.

    What is made here once is linear in the number of rows.
    """

    def __init__(
        self, comparison: Comparison, counted: CountsByRow | None, done: Done
    ) -> None:
        rows = comparison.rows
        numbers = range(len(rows))
        sizes = [row_size(comparison, number) for number in numbers]
        self._is_across = comparison.translation is not None
        self._sizes = _Sums(sizes)
        self._left_only = _Sums(not row.right for row in rows)
        self._right_only = _Sums(not row.left for row in rows)
        self._moved = _Sums(row.moved for row in rows)
        self._reviewed = _Sums(number in done.reviewed for number in numbers)
        self._notes = sorted(done.notes)
        self._facts = None if counted is None else _Sums(counted.facts)
        self._unlike = None if counted is None else _Sums(counted.unlike)
        if self._is_across:
            self._unlike = _Sums(
                0 if row.left and row.right else size
                for row, size in zip(rows, sizes, strict=True)
            )

    def of(self, rows: range) -> SectionNumbers:
        """Return the numbers of these rows."""
        notes = bisect_left(self._notes, rows.stop) - bisect_left(
            self._notes, rows.start
        )
        return SectionNumbers(
            len(rows),
            self._alike(rows),
            None if self._facts is None else self._facts.within(rows),
            self._left_only.within(rows),
            self._right_only.within(rows),
            self._moved.within(rows),
            notes,
            self._reviewed.within(rows),
        )

    def _alike(self, rows: range) -> float | None:
        size = self._sizes.within(rows)
        if self._unlike is None or not size:
            return None
        return max(0.0, 1 - self._unlike.within(rows) / size)


class _Sums:
    """Sums of any values that follow each other."""

    def __init__(self, values: Iterable[int]) -> None:
        self._up_to: Sequence[int] = [*accumulate(values, initial=0)]

    def within(self, rows: range) -> int:
        return self._up_to[rows.stop] - self._up_to[rows.start]


def counted_rows(comparison: Comparison, marks: MarkOptions) -> CountsByRow:
    """Count all rows here and now; those of a book not worked out take some time."""
    counts = RowCounts(comparison)
    rows = count_rows(comparison, marks, known=comparison.worked_out)
    for stretch in in_stretches(rows, inf):
        counts.add(stretch.first, stretch.tallies)
    return counts.by_row
