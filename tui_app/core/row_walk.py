"""The rows of a comparison in order, what differs in a book's worked out ahead."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

from tui_app.core.by_processes import made_in_order, processes_for
from tui_app.core.comparison import Comparison
from tui_app.core.difference_columns import DifferenceColumns, RowsWorkedOut


def rows_in_turn(comparison: Comparison) -> Generator[int, None, None]:
    """Yield the number of each row; the comparison knows by then what differs in it.

    Of a book several processes work it out; ``close`` ends them at once. Of fewer rows
    nothing is worked out before somebody asks.
    """
    count, size = len(comparison.rows), comparison.size
    if processes_for(count, size) < 2 or comparison.is_worked_out:
        yield from range(count)
        return
    comparison.read_whole()
    first = 0
    for made in made_in_order(count, partial(_differences, comparison), size):
        columns = DifferenceColumns.from_bytes(made)
        comparison.know(RowsWorkedOut(first, columns))
        yield from range(first, first + len(columns))
        first += len(columns)


def _differences(comparison: Comparison, numbers: range) -> bytes:
    """Return what differs in the rows; what one side states is left to who asks."""
    rows = comparison.rows
    columns = DifferenceColumns.of(
        [
            comparison.differences(number)
            if rows[number].left and rows[number].right
            else None
            for number in numbers
        ]
    )
    return columns.to_bytes()
