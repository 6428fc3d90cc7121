"""From a character of a text to the row that shows it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from tui_app.core.comparison import Comparison
from tui_app.core.model import Side, opposite
from tui_app.core.provisional_rows import InProportion
from tui_app.core.units import unit_starts


class Whereabouts:
    """Finds rows by offset.

    The first question costs time linear in the number of units, the others none to
    speak of.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    @cached_property
    def _rows(self) -> dict[Side, array[int]]:
        left = array("i", [0]) * len(self._comparison.left.units)
        right = array("i", [0]) * len(self._comparison.right.units)
        for number, row in enumerate(self._comparison.rows):
            for unit in row.left:
                left[unit] = number
            for unit in row.right:
                right[unit] = number
        return {"left": left, "right": right}

    def row_of_unit(self, side: Side, unit: int) -> int | None:
        """Return the row that holds the unit; None where there is no such unit."""
        content = self._comparison.rows
        if isinstance(content, InProportion):
            return content.row_of_unit(side, unit)
        rows = self._rows[side]
        return rows[unit] if 0 <= unit < len(rows) else None

    def row_at(self, side: Side, offset: int) -> int:
        """Return the row that holds the character, or the one just before it."""
        units = self._comparison.document(side).units
        unit = bisect_right(units, offset, key=lambda unit: unit.start) - 1
        return self.row_of_unit(side, max(0, unit)) or 0

    def rows_at(self, side: Side, offsets: Iterable[int]) -> Iterator[int]:
        """Yield what ``row_at`` returns for each; a unit's row is looked up once."""
        starts = unit_starts(self._comparison.document(side).units)
        unit, row = -1, 0
        for offset in offsets:
            before, unit = unit, max(0, bisect_right(starts, offset) - 1)
            if unit != before:
                row = self.row_of_unit(side, unit) or 0
            yield row

    def offset_of(self, row: int, side: Side) -> tuple[Side, int]:
        """Return where the row's text begins, on the other side if this is empty."""
        content = self._comparison.rows[row]
        numbers = content.units(side)
        if not numbers:
            side = opposite(side)
            numbers = content.left or content.right
        return side, self._comparison.document(side).units[numbers[0]].start
