"""Where a moved passage stands in the right text, and what moved from a place."""

from __future__ import annotations

from tui_app.core.comparison import Comparison
from tui_app.ui.reading.where import Whereabouts


def counterpart_row(comparison: Comparison, where: Whereabouts, row: int) -> int | None:
    """Return the row to go to from this one.

    From a moved row, the row that holds the text which stands before (or else
    after) the passage on the right; from such a row, the passage moved away.
    ``None`` where nothing moved.
    """
    here = comparison.rows[row] if row < len(comparison.rows) else None
    if here is None or not here.right:
        return None
    if here.moved:
        return _neighbour(comparison, where, here.right)
    for unit in (here.right[-1] + 1, here.right[0] - 1):
        other = where.row_of_unit("right", unit)
        if other is not None and comparison.rows[other].moved:
            return other
    return None


def _neighbour(
    comparison: Comparison, where: Whereabouts, right: tuple[int, ...]
) -> int | None:
    for step, start in ((-1, right[0] - 1), (1, right[-1] + 1)):
        unit = start
        while (row := where.row_of_unit("right", unit)) is not None:
            if not comparison.rows[row].moved:
                return row
            unit += step
    return None
