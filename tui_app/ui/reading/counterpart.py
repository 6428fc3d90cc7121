"""Where a moved passage stands in the right text, and what moved from a place."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.ui.reading.where import Whereabouts


class Counterpart(NamedTuple):
    """The row to go to; ``passage`` is the right unit that moved, ``told`` says how."""

    row: int
    passage: int
    told: str


def counterpart(
    comparison: Comparison, where: Whereabouts, row: int
) -> Counterpart | None:
    """Return what to go to from this row.

    From a moved row, the row that holds the text which stands before (or else
    after) the passage on the right; from such a row, the passage moved away.
    ``None`` where nothing moved.
    """
    here = comparison.rows[row] if row < len(comparison.rows) else None
    if here is None or not here.right:
        return None
    if here.moved:
        return _neighbour(comparison, where, here.right)
    for unit, place in ((here.right[-1] + 1, "after"), (here.right[0] - 1, "before")):
        other = where.row_of_unit("right", unit)
        if other is not None and comparison.rows[other].moved:
            passage = comparison.rows[other].right[0]
            return Counterpart(other, passage, f"moved from {place} row {row + 1}")
    return None


def _neighbour(
    comparison: Comparison, where: Whereabouts, right: tuple[int, ...]
) -> Counterpart | None:
    places = ((-1, right[0] - 1, "after"), (1, right[-1] + 1, "before"))
    for step, start, place in places:
        unit = start
        while (row := where.row_of_unit("right", unit)) is not None:
            if not comparison.rows[row].moved:
                return Counterpart(row, right[0], f"on the right {place} this row")
            unit += step
    return None
