"""Which row holds a character or a span, and where a moved row's text stands.

Rows are in the order of the left text. A row that moved stands elsewhere in the
right: its place there is told from the rows beside it that kept theirs.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import Row, Side, Span, opposite
from tui_app.core.provisional_rows import InProportion
from tui_app.core.units import unit_ends, unit_starts

_NO_ROW = -1

Direction = Literal["up", "down"]
"""Where the text of a moved row stands in the right text, seen from the row."""


class Counterpart(NamedTuple):
    """The row to go to from another one, as one of the two moved.

    ``passage`` is the unit of the right that moved. ``place`` tells where it stands
    on the right: before or after the row that kept its place.
    """

    row: int
    passage: int
    place: Literal["before", "after"]


class RowPlaces:
    """Finds rows by characters and units of either side.

    The first question costs time linear in the number of units, the others none to
    speak of.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def row_of_unit(self, side: Side, unit: int) -> int | None:
        """Return the row that holds the unit; None where there is no such unit."""
        rows = self._comparison.rows
        if isinstance(rows, InProportion):
            return rows.row_of_unit(side, unit)
        of_side = self._rows[side]
        row = of_side[unit] if 0 <= unit < len(of_side) else _NO_ROW
        return None if row == _NO_ROW else row

    @cached_property
    def _rows(self) -> dict[Side, array[int]]:
        left = array("i", [_NO_ROW]) * len(self._comparison.left.units)
        right = array("i", [_NO_ROW]) * len(self._comparison.right.units)
        for number, row in enumerate(self._comparison.rows):
            for unit in row.left:
                left[unit] = number
            for unit in row.right:
                right[unit] = number
        return {"left": left, "right": right}

    def row_at(self, side: Side, offset: int) -> int:
        """Return the row that holds the character, or the one just before it."""
        unit = self._comparison.document(side).unit_at(offset)
        return self.row_of_unit(side, unit) or 0

    def rows_at(self, side: Side, offsets: Iterable[int]) -> Iterator[int]:
        """Yield what ``row_at`` returns for each; a unit's row is looked up once."""
        starts = self._starts[side]
        unit, row = -1, 0
        for offset in offsets:
            before, unit = unit, max(0, bisect_right(starts, offset) - 1)
            if unit != before:
                row = self.row_of_unit(side, unit) or 0
            yield row

    def units_in(self, side: Side, span: Span) -> range:
        """Return the units that share a character with the span.

        For an empty span it is the unit that ends before it, if there is one.
        """
        starts = self._starts[side]
        if span.start < span.end:
            first = bisect_right(self._ends[side], span.start)
            return range(first, bisect_left(starts, span.end))
        before = max(0, bisect_right(starts, max(0, span.start - 1)) - 1)
        return range(before, min(before + 1, len(starts)))

    def rows_in(self, side: Side, span: Span) -> set[int]:
        """Return the rows with one of the units in the span."""
        rows = (self.row_of_unit(side, unit) for unit in self.units_in(side, span))
        return {row for row in rows if row is not None}

    @cached_property
    def _starts(self) -> dict[Side, Sequence[int]]:
        left, right = self._comparison.left, self._comparison.right
        return {"left": unit_starts(left.units), "right": unit_starts(right.units)}

    @cached_property
    def _ends(self) -> dict[Side, Sequence[int]]:
        left, right = self._comparison.left, self._comparison.right
        return {"left": unit_ends(left.units), "right": unit_ends(right.units)}

    def offset_of(self, row: int, side: Side) -> tuple[Side, int]:
        """Return where the row's text begins, on the other side if this is empty."""
        content = self._comparison.rows[row]
        numbers = content.units(side)
        if not numbers:
            side = opposite(side)
            numbers = content.left or content.right
        return side, self._comparison.document(side).units[numbers[0]].start

    def counterpart(self, row: int) -> Counterpart | None:
        """Return what to go to from this row; ``None`` where nothing moved.

        From a moved row, the row that holds the text which stands before (or else
        after) the passage on the right; from such a row, the passage moved away.
        """
        rows = self._comparison.rows
        here = rows[row] if row < len(rows) else None
        if here is None or not here.right:
            return None
        if here.moved:
            return self._neighbour(here.right)
        last, first = here.right[-1] + 1, here.right[0] - 1
        return self._moved(last, "after") or self._moved(first, "before")

    def _neighbour(self, right: tuple[int, ...]) -> Counterpart | None:
        """Return the nearest row on the right, before or else after, in its place."""
        before = range(right[0] - 1, -1, -1)
        after = range(right[-1] + 1, len(self._comparison.right.units))
        found = self._in_place(before)
        if found is not None:
            return Counterpart(found, right[0], "after")
        found = self._in_place(after)
        return None if found is None else Counterpart(found, right[0], "before")

    def _in_place(self, units: range) -> int | None:
        """Return the row of the first unit of the right whose row did not move."""
        found = (self.row_of_unit("right", unit) for unit in units)
        rows = self._comparison.rows
        return next((n for n in found if n is not None and not rows[n].moved), None)

    def _moved(
        self, unit: int, place: Literal["before", "after"]
    ) -> Counterpart | None:
        row = self.row_of_unit("right", unit)
        if row is None or not self._comparison.rows[row].moved:
            return None
        return Counterpart(row, self._comparison.rows[row].right[0], place)


def row_in_place(rows: Sequence[Row], before: int, side: Side) -> int | None:
    """Return the last row before this one that has text on the side and kept its place.

    ``None`` where there is none.
    """
    return next(
        (
            number
            for number in range(before - 1, -1, -1)
            if rows[number].units(side) and not rows[number].moved
        ),
        None,
    )


def moved_direction(rows: Sequence[Row], number: int) -> Direction:
    """Return in which direction the right text of a moved row is to be looked for."""
    before = row_in_place(rows, number, "right")
    return "down" if before is None else _direction(rows[number], rows[before])


def moved_directions(rows: Iterable[Row]) -> Iterator[Direction | None]:
    """Yield for each row what ``moved_direction`` returns, ``None`` if it stands.

    The time is linear in the number of rows.
    """
    before: Row | None = None
    for row in rows:
        if row.moved:
            yield _direction(row, before) if before else "down"
        else:
            yield None
            before = row if row.right else before


def _direction(row: Row, before: Row) -> Direction:
    return "up" if row.right[0] < before.right[-1] else "down"
