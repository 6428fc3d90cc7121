"""All rows of a comparison counted, one after the other, the visible ones first."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.difference_columns import DifferenceColumns, RowsWorkedOut, WorkedOut
from tui_app.core.joined_bytes import joined
from tui_app.core.model import Difference, Relation, Row
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting.counted_rows import CountedRows, RowsToCount
from tui_app.review.row_counting.tallies import (
    Tally,
    TallyColumns,
    tally,
    tally_as_one,
)
from tui_app.review.stops import is_comparable

MANY_ROWS = 500
"""With more rows than this, counting takes long enough for an estimate before."""

ROWS_AT_ONCE = 2000
"""Rows of one telling, at most."""

Differences = tuple[Difference, ...] | None
"""Those of a row, ``None`` where they are not worked out."""


class CountedRow(NamedTuple):
    """A row with its tally and, where they are worked out, its differences."""

    row: int
    tally: Tally
    differences: Differences


class KnownCounts(NamedTuple):
    """What was counted before, of a pair of texts in some rows and under some marks.

    ``pair`` is the ``pair_digest`` of those rows, ``marks`` the ``marks_digest``.
    """

    rows: RowsToCount
    pair: bytes
    marks: bytes
    counted: tuple[CountedRows, ...] = ()

    @property
    def size(self) -> int:
        """Return how many rows are counted."""
        return sum(len(one.tallies) for one in self.counted)

    def answers(self, rows: RowsToCount, marks: bytes) -> bool:
        """Tell whether all of these rows are counted under these marks."""
        same = (rows, marks) == (self.rows, self.marks)
        return same and self.size == len(rows.relations)

    def worked_out(self) -> WorkedOut:
        """Return the differences of the rows."""
        return WorkedOut(
            RowsWorkedOut(one.first, one.differences) for one in self.counted
        )


def count_rows(
    comparison: Comparison,
    marks: MarkOptions,
    first: int = 0,
    known: Callable[[int], Differences] = lambda _: None,
) -> Iterator[CountedRow]:
    """Yield every row counted, from ``first`` to the last, then those before it.

    ``known`` tells the differences of rows that need not be worked out.
    """
    # A collator of its own: nothing is shared with the thread that paints.
    collator = comparison.collator()
    for number in (*range(first, len(comparison.rows)), *range(first)):
        row = comparison.rows[number]
        if is_comparable(comparison, number):
            found = known(number)
            differences = collator.differences(row) if found is None else found
            yield CountedRow(number, tally(differences, marks, comparison), differences)
        elif row.left and row.right:
            same = row.relation is Relation.SAME and comparison.translation is None
            counted = tally_as_one(comparison, number)
            yield CountedRow(number, counted, () if same else None)
        else:
            found = known(number)
            stated = collator.stated(row) if found is None else found
            yield CountedRow(number, tally_as_one(comparison, number), stated)


def in_stretches(rows: Iterable[CountedRow], seconds: float) -> Iterator[CountedRows]:
    """Put rows that follow each other together, those of so many seconds at most."""
    stretch: list[CountedRow] = []
    began = time.monotonic()
    for one in rows:
        goes_on = not stretch or one.row == stretch[-1].row + 1
        late = time.monotonic() - began > seconds
        if stretch and (late or not goes_on or len(stretch) >= ROWS_AT_ONCE):
            yield _together(stretch)
            stretch, began = [], time.monotonic()
        stretch.append(one)
    if stretch:
        yield _together(stretch)


def _together(stretch: list[CountedRow]) -> CountedRows:
    return CountedRows(
        stretch[0].row,
        TallyColumns.of([one.tally for one in stretch]),
        DifferenceColumns.of([one.differences for one in stretch]),
    )


def known_rows(
    comparison: Comparison, rows: RowsToCount, known: KnownCounts | None
) -> Callable[[int], Differences]:
    """Return what tells the differences that are known, by the units of a row.

    A link by hand leaves nearly all rows what they were. What differs in a row
    depends on its units and on what the whole pair is like, and on nothing else.
    """
    if known is None:
        return lambda _: None
    worked_out = known.worked_out()
    if rows == known.rows:
        return worked_out.of_row
    if known.pair != pair_digest(comparison, rows):
        return lambda _: None
    before = {_place(row): number for number, row in enumerate(known.rows.rows())}

    def of_row(number: int) -> Differences:
        found = before.get(_place(comparison.rows[number]))
        return None if found is None else worked_out.of_row(found)

    return of_row


def _place(row: Row) -> tuple[object, ...]:
    return row.left, row.right, row.relation


def pair_digest(comparison: Comparison, rows: RowsToCount) -> bytes:
    """Return what stands for all that differences take from the pair as a whole.

    A translation's rows are what that is read off.
    """
    if comparison.translation is None:
        character = comparison.character
        # How often a habit is kept orders the habits, and tells no difference.
        habits = frozenset((*one[:2], one.name) for one in character.habits)
        return digest((*character[:-1], habits))
    return hashlib.sha256(joined(*rows)).digest()


def marks_digest(marks: MarkOptions) -> bytes:
    """Return what stands for which differences count; silenced words are not in it."""
    return digest((marks.kinds, marks.counting))


def digest(value: object) -> bytes:
    """Return a hash of plain values in tuples and sets, the same in every process."""
    return hashlib.sha256(_canonical(value).encode("utf-8", "surrogatepass")).digest()


def _canonical(value: object) -> str:
    if isinstance(value, frozenset):
        return f"{{{','.join(sorted(map(_canonical, value)))}}}"
    if isinstance(value, tuple):
        return f"({','.join(map(_canonical, value))})"
    if isinstance(value, str):
        return repr(str(value))
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    raise TypeError(f"no plain value: {type(value).__name__}")
