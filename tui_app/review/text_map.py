"""The whole of a comparison on as many lines as the map has, and which row is where."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from tui_app.core.comparison import Comparison
from tui_app.core.model import Relation, Row
from tui_app.core.units import unit_lengths
from tui_app.review.signs import Weight

_RELATIONS = {
    Relation.SAME: Weight.SAME,
    Relation.CHANGED: Weight.CHANGED,
    Relation.LEFT_ONLY: Weight.LEFT_ONLY,
    Relation.RIGHT_ONLY: Weight.RIGHT_ONLY,
}


class TextMap:
    """Where the rows stand in the whole, by the length of their text.

    Building it is linear in the number of rows; a line of the map then costs a
    search, not a walk.
    """

    def __init__(self, comparison: Comparison, *, provisional: bool) -> None:
        self.comparison = comparison
        rows = comparison.rows
        self.ends: Sequence[int] = (
            range(1, len(rows) + 1) if provisional else _ends(comparison)
        )
        self._weights = (
            bytearray([Weight.SAME]) * len(rows)
            if provisional
            else bytearray(map(_weight, rows))
        )
        if comparison.translation:  # there all rows are in other words
            self._weights = self._weights.replace(
                bytes([Weight.CHANGED]), bytes([Weight.SAME])
            )

    def mark_facts(self, rows: Iterable[int]) -> None:
        """Note that facts differ in these rows."""
        weights, fact = self._weights, int(Weight.FACT)
        for row in rows:
            weights[row] = max(weights[row], fact)

    def row_at(self, share: float) -> int:
        """Return the row that stands at this share (0 to 1) of the whole."""
        if not self.ends:
            return 0
        at = bisect_right(self.ends, share * self.ends[-1])
        return min(at, len(self.ends) - 1)

    def share_of(self, row: int) -> float:
        """Return at which share of the whole the row begins."""
        return (self.ends[row - 1] if row else 0) / self.ends[-1] if self.ends else 0.0

    def lines(
        self, height: int, notes: Iterable[int], hits: Iterable[int]
    ) -> list[Weight]:
        """Return what each of ``height`` lines shows."""
        if not self.ends:
            return [Weight.SAME] * height
        borders = [self.row_at(line / height) for line in range(height)]
        borders.append(len(self.ends))
        found = [
            Weight(max(self._weights[first : max(last, first + 1)]))
            for first, last in pairwise(borders)
        ]
        for weight, rows in ((Weight.NOTE, notes), (Weight.HIT, hits)):
            for line in _lines_of(sorted(rows), borders):
                found[line] = weight
        return found


def _weight(row: Row) -> Weight:
    return Weight.MOVED if row.moved else _RELATIONS[row.relation]


def _lines_of(rows: Sequence[int], borders: Sequence[int]) -> Iterable[int]:
    for line, (first, last) in enumerate(pairwise(borders)):
        if bisect_left(rows, first) < bisect_left(rows, max(last, first + 1)):
            yield line


def _ends(comparison: Comparison) -> Sequence[int]:
    ours = unit_lengths(comparison.left.units)
    theirs = unit_lengths(comparison.right.units)
    sizes = (
        max(_size(ours, row.left), _size(theirs, row.right)) + 1
        for row in comparison.rows
    )
    return array("q", accumulate(sizes))


def _size(lengths: Sequence[int], units: Sequence[int]) -> int:
    if len(units) == 1:  # nearly all are, and a book has 30,000
        return lengths[units[0]]
    return sum(map(lengths.__getitem__, units))
